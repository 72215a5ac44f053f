//! Reads JSON objects strictly: each property is asked for by name and type, and what nobody asked
//! for is a problem. Every complaint carries the JSON path.

use serde_json::{Map, Value};

use super::report::Report;

/// One JSON object while its properties are taken out of it.
pub(super) struct Object<'r> {
    path: String,
    properties: Map<String, Value>,
    pub(super) report: &'r mut Report,
}

impl<'r> Object<'r> {
    /// Opens the object at `path` (empty at the top); reports and gives `None` for another type.
    pub(super) fn open(path: String, value: Value, report: &'r mut Report) -> Option<Self> {
        match value {
            Value::Object(properties) => Some(Self {
                path,
                properties,
                report,
            }),
            other => {
                let place = if path.is_empty() {
                    "(whole file)"
                } else {
                    &path
                };
                report.problem(
                    place,
                    format_args!("must be an object, not {}", kind(&other)),
                );
                None
            }
        }
    }

    /// The JSON path of one property.
    pub(super) fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() {
            name.to_owned()
        } else {
            format!("{}.{name}", self.path)
        }
    }

    /// Whether the property is there, whatever it holds.
    pub(super) fn has(&self, name: &str) -> bool {
        self.properties.contains_key(name)
    }

    /// Takes a property whatever its type.
    pub(super) fn value(&mut self, name: &str) -> Option<Value> {
        self.properties.shift_remove(name)
    }

    /// Takes a property that must be there, whatever its type.
    pub(super) fn required(&mut self, name: &str) -> Option<Value> {
        let value = self.value(name);
        if value.is_none() {
            self.report
                .problem(&self.path_of(name), "required, but missing");
        }
        value
    }

    /// Takes an optional string. An empty one counts as not set.
    pub(super) fn string(&mut self, name: &str) -> Option<String> {
        match self.value(name)? {
            Value::String(text) => Some(text).filter(|text| !text.is_empty()),
            other => {
                self.wrong_type(name, "a string", &other);
                None
            }
        }
    }

    /// Takes a string that must be there and not be empty. A missing one is reported.
    pub(super) fn required_string(&mut self, name: &str) -> Option<String> {
        match self.required(name)? {
            Value::String(text) if text.is_empty() => {
                self.report
                    .problem(&self.path_of(name), "must not be empty");
                None
            }
            Value::String(text) => Some(text),
            other => {
                self.wrong_type(name, "a string", &other);
                None
            }
        }
    }

    /// Takes an optional boolean; `false` when it is not there.
    pub(super) fn boolean(&mut self, name: &str) -> bool {
        match self.value(name) {
            None => false,
            Some(Value::Bool(value)) => value,
            Some(other) => {
                self.wrong_type(name, "true or false", &other);
                false
            }
        }
    }

    /// Takes an optional array of strings. Empty strings in it count as not there.
    pub(super) fn strings(&mut self, name: &str) -> Vec<String> {
        let items = match self.value(name) {
            None => return Vec::new(),
            Some(Value::Array(items)) => items,
            Some(other) => {
                self.wrong_type(name, "an array of strings", &other);
                return Vec::new();
            }
        };
        let mut strings = Vec::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            match item {
                Value::String(text) if text.is_empty() => {}
                Value::String(text) => strings.push(text),
                other => self.wrong_type(&format!("{name}[{index}]"), "a string", &other),
            }
        }
        strings
    }

    /// Reports every property that nobody took.
    pub(super) fn close(self) {
        for name in self.properties.keys() {
            self.report.problem(&self.path_of(name), "unknown property");
        }
    }

    /// All properties, for an object whose names are the operator's own.
    pub(super) fn into_properties(self) -> (Map<String, Value>, &'r mut Report) {
        (self.properties, self.report)
    }

    fn wrong_type(&mut self, name: &str, wanted: &str, found: &Value) {
        let found = kind(found);
        self.report.problem(
            &self.path_of(name),
            format_args!("must be {wanted}, not {found}"),
        );
    }
}

/// What a JSON value is, in words; never the value itself, which may be a secret.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
