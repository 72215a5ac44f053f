//! What all generated objects share.

use std::fmt;

use serde_json::{Map, Value};

use super::Mismatch;

/// The members of an object.
pub fn members(value: &Value) -> Result<&Map<String, Value>, Mismatch> {
    value.as_object().ok_or(Mismatch::new("an object"))
}

/// The members of an object, taken out; none of another value.
pub fn into_members(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// An object of what its fields wrote and of the rest. A field wins over a member of the same name
/// that was left aside on reading.
pub fn with_rest(mut members: Map<String, Value>, rest: &Map<String, Value>) -> Value {
    for (name, member) in rest {
        if !members.contains_key(name) {
            members.insert(name.clone(), member.clone());
        }
    }
    Value::Object(members)
}

/// Writes an object for a developer's eyes: its name and its JSON, with every secret left out.
pub fn debug(f: &mut fmt::Formatter<'_>, name: &str, value: Value) -> fmt::Result {
    let mut value = value;
    redact(&mut value);
    write!(f, "{name} {value}")
}

/// Parts of names that mark a member as secret, in lower case.
const SECRET: [&str; 9] = [
    "password",
    "secret",
    "token",
    "assertion",
    "private_key",
    "privatekey",
    "signing_key",
    "credentials",
    "recovery_code",
];

/// Names that contain one of them and are no secret.
const NO_SECRET: [&str; 6] = [
    "token_endpoint_auth_method",
    "token_lifetime",
    "token_dialect",
    "token_exchange",
    "token_quota",
    "passwordpolicy",
];

fn redact(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(redact),
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(_) | Value::Number(_) if is_secret(name) => *member = "…".into(),
                    Value::Array(items) if is_secret(name) => {
                        items
                            .iter_mut()
                            .filter(|item| item.is_string())
                            .for_each(|item| {
                                *item = "…".into();
                            });
                        items.iter_mut().for_each(redact);
                    }
                    _ => redact(member),
                }
            }
        }
        _ => {}
    }
}

fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    has(&SECRET) && !has(&NO_SECRET)
}
