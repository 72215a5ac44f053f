//! Looking into schemas.

use std::collections::BTreeSet;

use doorward_api::description::{Additional, Description, Kind, Schema};
use serde_json::Value;

/// An object with what its `allOf` brings in.
pub(crate) struct Merged<'a> {
    pub(crate) properties: Vec<(&'a String, &'a Schema)>,
    pub(crate) required: BTreeSet<&'a str>,
    pub(crate) names: Vec<&'a str>,
    pub(crate) kind: Option<Kind>,
    pub(crate) format: Option<&'a str>,
}

impl<'a> Merged<'a> {
    /// `schema` and all that its references and its `allOf` lead to.
    pub(crate) fn of(description: &'a Description, schema: &'a Schema) -> Self {
        let mut merged = Merged {
            properties: Vec::new(),
            required: BTreeSet::new(),
            names: Vec::new(),
            kind: None,
            format: None,
        };
        merged.add(description, schema);
        merged
    }

    fn add(&mut self, description: &'a Description, schema: &'a Schema) {
        self.names.extend(schema.reference.as_deref());
        let schema = description.resolve(schema);
        for part in &schema.all_of {
            self.add(description, part);
        }
        for (name, property) in &schema.properties {
            match self.properties.iter_mut().find(|(known, _)| *known == name) {
                Some(known) => known.1 = property,
                None => self.properties.push((name, property)),
            }
        }
        self.required
            .extend(schema.required.iter().map(String::as_str));
        self.kind = self
            .kind
            .or(schema.kinds.iter().find(|kind| *kind != Kind::Null));
        self.format = self.format.or(schema.format.as_deref());
    }
}

/// The schemas directly inside `schema`.
pub(crate) fn parts(schema: &Schema) -> impl Iterator<Item = &Schema> {
    let additional = match &schema.additional {
        Additional::Of(each) => Some(&**each),
        _ => None,
    };
    let members = schema.properties.iter().map(|(_, member)| member);
    let combined = schema
        .all_of
        .iter()
        .chain(&schema.any_of)
        .chain(&schema.one_of);
    members
        .chain(combined)
        .chain(schema.items.as_deref())
        .chain(additional)
}

/// Whether `schema` is a string of any text.
pub(crate) fn is_text(schema: &Schema) -> bool {
    schema.kinds.iter().any(|kind| kind == Kind::String) && schema.values.is_empty()
}

/// Whether `null` is one of the values of `schema`.
pub(crate) fn is_nullable(description: &Description, schema: &Schema) -> bool {
    if schema.nullable {
        return true;
    }
    let schema = description.resolve(schema);
    let alternatives = schema.one_of.iter().chain(&schema.any_of);
    schema.kinds.nullable()
        || schema.values.contains(&Value::Null)
        || alternatives
            .into_iter()
            .any(|part| is_nullable(description, part))
}

/// What a string, number or array must be beyond its type; empty when nothing is said.
pub(crate) fn limits(schema: &Schema) -> String {
    let mut said = Vec::new();
    let mut range = |least: Option<String>, most: Option<String>, unit: &str| match (least, most) {
        (Some(least), Some(most)) => said.push(format!("{least} to {most}{unit}")),
        (Some(least), None) => said.push(format!("at least {least}{unit}")),
        (None, Some(most)) => said.push(format!("at most {most}{unit}")),
        (None, None) => {}
    };
    let text = |bound: Option<u64>| bound.map(|bound| bound.to_string());
    let number = |bound: Option<f64>| bound.map(|bound| bound.to_string());
    range(
        text(schema.min_length),
        text(schema.max_length),
        " characters",
    );
    range(number(schema.minimum), number(schema.maximum), "");
    range(text(schema.min_items), text(schema.max_items), " items");
    range(
        text(schema.min_properties),
        text(schema.max_properties),
        " members",
    );
    if let Some(format) = &schema.format {
        said.push(format!("format `{format}`"));
    }
    said.join(", ")
}
