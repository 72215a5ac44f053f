//! Texts of a query or a form become the values that their schemas speak of.

use serde_json::{Map, Number, Value};

use super::check::Fault;
use crate::description::{Description, Kind, OperationDescription, Place, Schema};

/// The members of a query; a name that the operation does not have is refused.
pub(super) fn query(
    description: &Description,
    operation: &OperationDescription,
    query: &str,
) -> Result<Map<String, Value>, Fault> {
    let schema = |name: &str| {
        let parameters = &mut operation.parameters_in(Place::Query);
        let parameter = parameters.find(|parameter| parameter.name == name)?;
        Some(description.resolve(&parameter.schema))
    };
    let values = pairs(query, schema);
    let unknown: Vec<&str> = values
        .keys()
        .map(String::as_str)
        .filter(|name| schema(name).is_none())
        .collect();
    if unknown.is_empty() {
        Ok(values)
    } else {
        Err(Fault::unknown(&unknown))
    }
}

/// The members of an encoded list of names and values; a repeated name is an array.
pub(super) fn pairs<'a>(
    encoded: &str,
    schema: impl Fn(&str) -> Option<&'a Schema>,
) -> Map<String, Value> {
    let mut texts: Map<String, Value> = Map::new();
    for (name, text) in form_urlencoded::parse(encoded.as_bytes()) {
        let text = Value::String(text.into_owned());
        match texts.get_mut(name.as_ref()) {
            None => {
                texts.insert(name.into_owned(), text);
            }
            Some(Value::Array(several)) => several.push(text),
            Some(first) => *first = Value::Array(vec![first.take(), text]),
        }
    }
    for (name, value) in &mut texts {
        if let Some(schema) = schema(name) {
            coerce(schema, value);
        }
    }
    texts
}

fn coerce(schema: &Schema, value: &mut Value) {
    let wants = |kind: Kind| schema.kinds.iter().any(|wanted| wanted == kind);
    if wants(Kind::Array) {
        if let Value::String(text) = value {
            *value = text.split(',').map(Value::from).collect();
        }
        if let (Value::Array(items), Some(item)) = (value, &schema.items) {
            items.iter_mut().for_each(|value| coerce(item, value));
        }
        return;
    }
    let Value::String(text) = value else { return };
    if wants(Kind::Boolean) && matches!(text.as_str(), "true" | "false") {
        *value = Value::Bool(text == "true");
    } else if wants(Kind::Integer) || wants(Kind::Number) {
        if let Ok(number) = text.parse::<i64>() {
            *value = number.into();
        } else if let Some(number) = decimal(text) {
            *value = Value::Number(number);
        }
    }
}

/// A number with a fraction. Words that Rust takes for numbers (`inf`, `NaN`) are none.
fn decimal(text: &str) -> Option<Number> {
    let looks = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    let number: f64 = text.parse().ok().filter(|_| looks && text.contains('.'))?;
    Number::from_f64(number)
}
