//! Reads a description file. Names, paths and scopes stay where they are, in the program's text.

use std::fmt;
use std::marker::PhantomData;

use http::Method;
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::route::Routes;
use super::schema::{Schema, Schemas};
use super::{Body, Description, OperationDescription, Parameter, Place, Response};

impl Description {
    pub(super) fn read(text: &'static str) -> Result<Self, serde_json::Error> {
        let file: File = serde_json::from_str(text)?;
        let operations = file
            .operations
            .0
            .into_iter()
            .map(|(name, operation)| operation.named(name))
            .collect::<Result<Vec<_>, _>>()?;
        let by_name = operations
            .iter()
            .enumerate()
            .map(|(index, operation)| (operation.name.to_ascii_lowercase(), index))
            .collect();
        let routes = Routes::of(&operations);
        let schemas = Schemas::new(file.schemas.0);
        Ok(Description {
            base: file.base,
            operations,
            by_name,
            routes,
            schemas,
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    base: &'static str,
    operations: Members<RawOperation>,
    schemas: Members<&'static RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOperation {
    method: &'static str,
    path: &'static str,
    #[serde(default)]
    scopes: Vec<AnyOf>,
    #[serde(default)]
    parameters: RawParameters,
    #[serde(default)]
    multipart: bool,
    #[serde(default)]
    form: bool,
    body: Option<Schema>,
    #[serde(default)]
    stream: bool,
    #[serde(default)]
    deprecated: bool,
    responses: Members<Option<Schema>>,
}

/// A scope, or several of which one suffices.
#[derive(Deserialize)]
#[serde(untagged)]
enum AnyOf {
    One(&'static str),
    Several(Vec<&'static str>),
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct RawParameters {
    path: Members<Schema>,
    query: Members<Schema>,
    header: Members<Schema>,
}

impl RawOperation {
    fn named(self, name: &'static str) -> Result<OperationDescription, serde_json::Error> {
        let method = Method::from_bytes(self.method.as_bytes()).map_err(Error::custom)?;
        let json = "application/json";
        let media = if self.stream {
            "text/event-stream"
        } else {
            json
        };
        let responses = self.responses.0.into_iter().map(|(status, schema)| {
            Ok(Response {
                status: status.parse().map_err(Error::custom)?,
                media,
                schema,
            })
        });
        Ok(OperationDescription {
            name,
            method,
            path: self.path,
            scopes: every(self.scopes),
            parameters: self.parameters.flatten(),
            body: self.body.map(|schema| Body {
                media: match (self.multipart, self.form) {
                    (true, _) => "multipart/form-data",
                    (_, true) => "application/x-www-form-urlencoded",
                    _ => json,
                },
                schema,
            }),
            responses: responses.collect::<Result<_, serde_json::Error>>()?,
            is_deprecated: self.deprecated,
        })
    }
}

/// A plain list means any of its scopes; a list of lists one of each.
fn every(scopes: Vec<AnyOf>) -> Vec<Vec<&'static str>> {
    let mut any = Vec::new();
    let mut every = Vec::new();
    for scope in scopes {
        match scope {
            AnyOf::One(scope) => any.push(scope),
            AnyOf::Several(several) => every.push(several),
        }
    }
    if !any.is_empty() {
        every.push(any);
    }
    every
}

impl RawParameters {
    fn flatten(self) -> Vec<Parameter> {
        let places = [
            (Place::Path, self.path),
            (Place::Query, self.query),
            (Place::Header, self.header),
        ];
        let mut parameters = Vec::new();
        for (place, Members(members)) in places {
            for (name, schema) in members {
                let required = place == Place::Path || schema.mandatory;
                parameters.push(Parameter {
                    name,
                    place,
                    required,
                    schema,
                });
            }
        }
        parameters
    }
}

/// The members of an object, in the file's order.
pub(super) struct Members<T, K = &'static str>(pub(super) Vec<(K, T)>);

impl<T, K> Default for Members<T, K> {
    fn default() -> Self {
        Members(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>, K: Deserialize<'de>> Deserialize<'de> for Members<T, K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor(PhantomData))
    }
}

struct MembersVisitor<T, K>(PhantomData<(T, K)>);

impl<'de, T: Deserialize<'de>, K: Deserialize<'de>> Visitor<'de> for MembersVisitor<T, K> {
    type Value = Members<T, K>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}
