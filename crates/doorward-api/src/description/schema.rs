//! Schemas: the part of JSON Schema that the descriptions use, read when first asked for.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;
use serde::de::{Deserializer, Error};
use serde_json::Value;
use serde_json::value::RawValue;

use super::read::Members;
use crate::validation::Pattern;

/// What a JSON value must be, in JSON Schema's words. Everything that is not said is allowed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Schema {
    /// The name of the schema that stands here; nothing but `nullable` is said then.
    #[serde(rename = "$ref")]
    pub reference: Option<String>,
    /// Whether `null` is allowed as well, where the schema of that name says nothing of it. Not in
    /// JSON Schema.
    pub nullable: bool,
    /// The kinds of value allowed; all when empty.
    #[serde(rename = "type")]
    pub kinds: Kinds,
    /// The values allowed; all when empty.
    #[serde(rename = "enum")]
    pub values: Vec<Value>,
    /// The format of a string, `email` or `client-id`.
    pub format: Option<String>,
    /// The regular expression a string must match.
    pub pattern: Option<String>,
    /// The names of which a string is a comma-separated list; any when empty. Not in JSON Schema.
    pub list_of: Vec<String>,
    /// Fewest characters of a string.
    pub min_length: Option<u64>,
    /// Most characters of a string.
    pub max_length: Option<u64>,
    /// Least number.
    pub minimum: Option<f64>,
    /// Greatest number.
    pub maximum: Option<f64>,
    /// Fewest items of an array.
    pub min_items: Option<u64>,
    /// Most items of an array.
    pub max_items: Option<u64>,
    /// Whether no item of an array may come twice.
    pub unique_items: bool,
    /// What one item of an array at least must be.
    pub contains: Option<Box<Schema>>,
    /// What each item of an array must be.
    pub items: Option<Box<Schema>>,
    /// Fewest members of an object.
    pub min_properties: Option<u64>,
    /// Most members of an object.
    pub max_properties: Option<u64>,
    /// The members an object must have.
    pub required: Vec<String>,
    /// What members may be that `properties` does not list.
    #[serde(rename = "additionalProperties")]
    pub additional: Additional,
    /// The members an object may have, in the description's order.
    #[serde(deserialize_with = "members")]
    pub properties: Vec<(String, Schema)>,
    /// Schemas that all hold.
    pub all_of: Vec<Schema>,
    /// Schemas of which one at least holds.
    pub any_of: Vec<Schema>,
    /// Schemas of which exactly one holds.
    pub one_of: Vec<Schema>,
    /// A schema that must not hold.
    pub not: Option<Box<Schema>>,
    /// Whether a query or header parameter may not be left out. Not in JSON Schema.
    pub mandatory: bool,
    #[serde(skip)]
    pub(crate) compiled: Pattern,
}

fn members<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(String, Schema)>, D::Error> {
    Members::<Schema, String>::deserialize(deserializer).map(|members| members.0)
}

impl Schema {
    /// The schema of the member `name`, when it is listed.
    pub fn property(&self, name: &str) -> Option<&Schema> {
        self.properties
            .iter()
            .find(|(listed, _)| listed == name)
            .map(|(_, schema)| schema)
    }

    /// A schema that nothing satisfies.
    pub(super) fn refusing() -> Self {
        Schema {
            not: Some(Box::default()),
            ..Schema::default()
        }
    }
}

/// What the members may be that a schema does not list.
#[derive(Debug, Clone, Default)]
pub enum Additional {
    /// The description says nothing: anything.
    #[default]
    Unsaid,
    /// Anything.
    Open,
    /// There may be none.
    Closed,
    /// Each must satisfy a schema.
    Of(Box<Schema>),
}

impl<'de> Deserialize<'de> for Additional {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Said {
            Allowed(bool),
            Of(Box<Schema>),
        }
        Ok(match Said::deserialize(deserializer)? {
            Said::Allowed(true) => Additional::Open,
            Said::Allowed(false) => Additional::Closed,
            Said::Of(schema) => Additional::Of(schema),
        })
    }
}

/// A kind of JSON value, in the words of JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number without a fraction.
    Integer,
    /// Any number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl Kind {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Null => "null",
            Kind::Boolean => "boolean",
            Kind::Integer => "integer",
            Kind::Number => "number",
            Kind::String => "string",
            Kind::Array => "array",
            Kind::Object => "object",
        }
    }

    fn named(name: &str) -> Option<Self> {
        let all = [
            Kind::Null,
            Kind::Boolean,
            Kind::Integer,
            Kind::Number,
            Kind::String,
            Kind::Array,
            Kind::Object,
        ];
        all.into_iter().find(|kind| kind.name() == name)
    }

    /// The kind of `value`. `5.0` is an integer, as it is in JavaScript.
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Null => Kind::Null,
            Value::Bool(_) => Kind::Boolean,
            Value::Number(number) => {
                let whole = number.as_f64().is_none_or(|float| float.fract() == 0.0);
                if whole { Kind::Integer } else { Kind::Number }
            }
            Value::String(_) => Kind::String,
            Value::Array(_) => Kind::Array,
            Value::Object(_) => Kind::Object,
        }
    }
}

/// Kinds of value, in the description's order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kinds(Vec<Kind>);

impl<'de> Deserialize<'de> for Kinds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Said {
            One(String),
            Several(Vec<String>),
        }
        let names = match Said::deserialize(deserializer)? {
            Said::One(name) => vec![name],
            Said::Several(names) => names,
        };
        let kinds = names.iter().map(|name| {
            Kind::named(name).ok_or_else(|| D::Error::custom(format!("no kind of value: {name}")))
        });
        kinds.collect::<Result<_, _>>().map(Kinds)
    }
}

impl Kinds {
    /// Whether nothing is said about the kind.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether `kind` is one of them; an integer is a number.
    pub fn allow(&self, kind: Kind) -> bool {
        self.0.is_empty()
            || self.0.contains(&kind)
            || (kind == Kind::Integer && self.0.contains(&Kind::Number))
    }

    /// Whether `null` is named.
    pub fn nullable(&self) -> bool {
        self.0.contains(&Kind::Null)
    }

    /// The kinds, one by one.
    pub fn iter(&self) -> impl Iterator<Item = Kind> {
        self.0.iter().copied()
    }
}

/// The schemas of one description by name, each read when first asked for.
#[derive(Debug)]
pub(super) struct Schemas {
    names: Vec<&'static str>,
    by_name: HashMap<&'static str, Entry>,
    refusing: Schema,
}

#[derive(Debug)]
struct Entry {
    text: &'static RawValue,
    /// Behind a pointer: most are never asked for.
    schema: OnceLock<Box<Schema>>,
}

/// As many references as a chain of schema names may have.
const LONGEST_CHAIN: usize = 16;

impl Schemas {
    pub(super) fn new(texts: Vec<(&'static str, &'static RawValue)>) -> Self {
        let mut names = Vec::new();
        let mut by_name = HashMap::new();
        for (name, text) in texts {
            names.push(name);
            by_name.insert(
                name,
                Entry {
                    text,
                    schema: OnceLock::new(),
                },
            );
        }
        Schemas {
            names,
            by_name,
            refusing: Schema::refusing(),
        }
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.names.iter().copied()
    }

    pub(super) fn get(&self, name: &str) -> Option<&Schema> {
        let entry = self.by_name.get(name)?;
        // A text that is no schema would let nothing through; a test reads them all.
        Some(entry.schema.get_or_init(|| {
            let schema = serde_json::from_str(entry.text.get());
            Box::new(schema.unwrap_or_else(|_| Schema::refusing()))
        }))
    }

    pub(super) fn resolve<'a>(&'a self, schema: &'a Schema) -> &'a Schema {
        let mut current = schema;
        for _ in 0..LONGEST_CHAIN {
            match &current.reference {
                None => return current,
                Some(name) => current = self.get(name).unwrap_or(&self.refusing),
            }
        }
        &self.refusing
    }
}
