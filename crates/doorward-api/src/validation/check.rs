//! A value against a schema.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::format;
use crate::description::{Additional, Description, Kind, Schema};

/// A broken rule and where, innermost step first.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) sentence: String,
    steps: Vec<Step>,
}

#[derive(Debug)]
enum Step {
    Member(String),
    Item(usize),
}

impl Fault {
    pub(super) fn new(sentence: impl Into<String>) -> Self {
        Fault {
            sentence: sentence.into(),
            steps: Vec::new(),
        }
    }

    pub(super) fn unknown(names: &[&str]) -> Self {
        Fault::new(format!(
            "Additional properties not allowed: {}",
            names.join(",")
        ))
    }

    pub(super) fn within(mut self, member: &str) -> Self {
        self.steps.push(Step::Member(member.to_owned()));
        self
    }

    fn at(mut self, index: usize) -> Self {
        self.steps.push(Step::Item(index));
        self
    }

    pub(super) fn path(&self) -> String {
        let mut path = String::new();
        for step in self.steps.iter().rev() {
            match step {
                Step::Item(index) => path.push_str(&format!("[{index}]")),
                Step::Member(member) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(member);
                }
            }
        }
        path
    }
}

/// How many schemas one value is held against at most. A body of the largest size accepted takes some
/// ten thousand; schemas that contain themselves in alternatives could take any number.
const MOST_STEPS: u32 = 1_000_000;

/// How deep values may be nested; `serde_json` reads no deeper either.
const DEEPEST: u32 = 128;

/// One check in progress.
pub(super) struct Check<'a> {
    description: &'a Description,
    steps: u32,
    depth: u32,
}

impl<'a> Check<'a> {
    pub(super) fn new(description: &'a Description) -> Self {
        Check {
            description,
            steps: 0,
            depth: 0,
        }
    }

    /// Whether `value` is what `schema` says.
    pub(super) fn value(&mut self, schema: &Schema, value: &Value) -> Result<(), Fault> {
        if schema.nullable && value.is_null() {
            return Ok(());
        }
        self.steps += 1;
        if self.steps > MOST_STEPS || self.depth > DEEPEST {
            return Err(Fault::new("Data is nested too deeply"));
        }
        self.depth += 1;
        let outcome = self.resolved(schema, value);
        self.depth -= 1;
        outcome
    }

    fn resolved(&mut self, schema: &Schema, value: &Value) -> Result<(), Fault> {
        let schema = self.description.resolve(schema);
        kind(schema, value)?;
        known(schema, value)?;
        match value {
            Value::String(text) => string(schema, text)?,
            Value::Number(_) => number(schema, value)?,
            Value::Array(items) => array(schema, items)?,
            Value::Object(members) => object(schema, members)?,
            Value::Null | Value::Bool(_) => {}
        }
        self.combined(schema, value)?;
        match value {
            Value::Array(items) => self.items(schema, items),
            Value::Object(members) => self.members(schema, members),
            _ => Ok(()),
        }
    }

    fn combined(&mut self, schema: &Schema, value: &Value) -> Result<(), Fault> {
        for all in &schema.all_of {
            self.value(all, value)?;
        }
        if !schema.any_of.is_empty() {
            let mut any = schema.any_of.iter();
            if !any.any(|one| self.holds(one, value)) {
                return Err(Fault::new("Data does not match any schemas from 'anyOf'"));
            }
        }
        if !schema.one_of.is_empty() {
            let mut one_of = schema.one_of.iter();
            let first = one_of.any(|one| self.holds(one, value));
            if !first {
                return Err(Fault::new("Data does not match any schemas from 'oneOf'"));
            }
            // Nothing in an empty value could tell alternatives apart, so there it is no fault.
            if !is_empty(value) && one_of.any(|one| self.holds(one, value)) {
                let sentence = "Data is valid against more than one schema from 'oneOf'";
                return Err(Fault::new(sentence));
            }
        }
        if schema
            .not
            .as_ref()
            .is_some_and(|not| self.holds(not, value))
        {
            return Err(Fault::new("Data matches schema from 'not'"));
        }
        Ok(())
    }

    /// Whether an alternative holds. One whose label (`type`, `strategy`) says something else is not
    /// looked into.
    fn holds(&mut self, schema: &Schema, value: &Value) -> bool {
        let resolved = self.description.resolve(schema);
        let is_other = value.as_object().is_some_and(|members| {
            resolved.properties.iter().any(|(name, property)| {
                let label = &self.description.resolve(property).values;
                label.len() == 1
                    && members
                        .get(name)
                        .is_some_and(|given| !label.contains(given))
            })
        });
        !is_other && self.value(schema, value).is_ok()
    }

    fn items(&mut self, schema: &Schema, items: &[Value]) -> Result<(), Fault> {
        if let Some(each) = &schema.items {
            for (index, item) in items.iter().enumerate() {
                self.value(each, item).map_err(|fault| fault.at(index))?;
            }
        }
        if let Some(contains) = &schema.contains
            && !items.iter().any(|item| self.holds(contains, item))
        {
            return Err(Fault::new(
                "Array does not contain an item matching the schema",
            ));
        }
        Ok(())
    }

    fn members(&mut self, schema: &Schema, members: &Map<String, Value>) -> Result<(), Fault> {
        for (name, member) in members {
            let described = match (schema.property(name), &schema.additional) {
                (Some(described), _) => described,
                (None, Additional::Of(each)) => each,
                (None, _) => continue,
            };
            self.value(described, member)
                .map_err(|fault| fault.within(name))?;
        }
        Ok(())
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

fn kind(schema: &Schema, value: &Value) -> Result<(), Fault> {
    let kind = Kind::of(value);
    if schema.kinds.allow(kind) {
        return Ok(());
    }
    let wanted: Vec<&str> = schema.kinds.iter().map(Kind::name).collect();
    let sentence = format!(
        "Expected type {} but found type {}",
        wanted.join(","),
        kind.name()
    );
    Err(Fault::new(sentence))
}

fn known(schema: &Schema, value: &Value) -> Result<(), Fault> {
    if schema.values.is_empty() || schema.values.contains(value) {
        return Ok(());
    }
    // A string stands there as it is, everything else as JSON.
    let given = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    Err(Fault::new(format!("No enum match for: {given}")))
}

fn string(schema: &Schema, text: &str) -> Result<(), Fault> {
    if schema.min_length.is_some() || schema.max_length.is_some() {
        let length = text.chars().count() as u64;
        if let Some(least) = schema.min_length.filter(|least| length < *least) {
            let sentence = format!("String is too short ({length} chars), minimum {least}");
            return Err(Fault::new(sentence));
        }
        if let Some(most) = schema.max_length.filter(|most| length > *most) {
            let sentence = format!("String is too long ({length} chars), maximum {most}");
            return Err(Fault::new(sentence));
        }
    }
    if let Some(pattern) = &schema.pattern
        && !schema.compiled.matches(pattern, text)
    {
        return Err(Fault::new(format!(
            "String does not match pattern {pattern}: {text}"
        )));
    }
    if let Some(format) = &schema.format
        && !format::holds(format, text)
    {
        return Err(Fault::new(format::sentence(format, text)));
    }
    list(schema, text)
}

/// A comma-separated list of known names, `fields`.
fn list(schema: &Schema, text: &str) -> Result<(), Fault> {
    let is_known = |name: &str| schema.list_of.iter().any(|known| known == name);
    if schema.list_of.is_empty() || text.is_empty() || text.split(',').all(is_known) {
        return Ok(());
    }
    Err(Fault::new(format!(
        "String '{text}' does not match pattern. Must be a comma separated list of the following \
         values: {}",
        schema.list_of.join(",")
    )))
}

fn number(schema: &Schema, value: &Value) -> Result<(), Fault> {
    let number = value.as_f64().unwrap_or_default();
    if let Some(least) = schema.minimum.filter(|least| number < *least) {
        return Err(Fault::new(format!(
            "Value {value} is less than minimum {least}"
        )));
    }
    if let Some(most) = schema.maximum.filter(|most| number > *most) {
        return Err(Fault::new(format!(
            "Value {value} is greater than maximum {most}"
        )));
    }
    Ok(())
}

fn array(schema: &Schema, items: &[Value]) -> Result<(), Fault> {
    let length = items.len() as u64;
    if let Some(least) = schema.min_items.filter(|least| length < *least) {
        return Err(Fault::new(format!(
            "Array is too short ({length}), minimum {least}"
        )));
    }
    if let Some(most) = schema.max_items.filter(|most| length > *most) {
        return Err(Fault::new(format!(
            "Array is too long ({length}), maximum {most}"
        )));
    }
    if !schema.unique_items {
        return Ok(());
    }
    let mut seen = HashMap::new();
    for (index, item) in items.iter().enumerate() {
        if let Some(first) = seen.insert(item.to_string(), index) {
            let sentence = format!("Array items are not unique (indexes {first} and {index})");
            return Err(Fault::new(sentence));
        }
    }
    Ok(())
}

fn object(schema: &Schema, members: &Map<String, Value>) -> Result<(), Fault> {
    if let Some(missing) = schema
        .required
        .iter()
        .find(|name| !members.contains_key(*name))
    {
        return Err(Fault::new(format!("Missing required property: {missing}")));
    }
    if matches!(schema.additional, Additional::Closed) {
        let is_unknown = |name: &&str| schema.property(name).is_none();
        let unknown: Vec<&str> = members
            .keys()
            .map(String::as_str)
            .filter(is_unknown)
            .collect();
        if !unknown.is_empty() {
            return Err(Fault::unknown(&unknown));
        }
    }
    let count = members.len() as u64;
    if let Some(least) = schema.min_properties.filter(|least| count < *least) {
        let sentence = format!("Too few properties defined ({count}), minimum {least}");
        return Err(Fault::new(sentence));
    }
    if let Some(most) = schema.max_properties.filter(|most| count > *most) {
        let sentence = format!("Too many properties defined ({count}), maximum {most}");
        return Err(Fault::new(sentence));
    }
    Ok(())
}
