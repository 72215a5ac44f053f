//! Checks requests against the [description](crate::description) and says what is wrong in Auth0's
//! words.
//!
//! The order is Auth0's: path, then query, then body; inside a value its type, its own rules, then its
//! members in the order they came. Only the first violation is told. An object takes no members that
//! the description does not list, except where it says that an object is open.
//!
//! ```
//! use doorward_api::{description, validation};
//! use serde_json::json;
//!
//! let management = description::management();
//! let create = management.operation("clients.create").unwrap();
//!
//! let violation = validation::body(management, create, &json!({"name": "Shop", "callbacks": 5}));
//! assert_eq!(
//!     violation.unwrap_err().to_string(),
//!     "Payload validation error: 'Expected type array but found type integer' on property callbacks.",
//! );
//!
//! let list = management.operation("users.list").unwrap();
//! let query = validation::query(management, list, "page=2&include_totals=true")?;
//! assert_eq!(query["page"], 2);
//! assert_eq!(query["include_totals"], true);
//!
//! let too_many = validation::query(management, list, "per_page=1000").unwrap_err();
//! assert_eq!(too_many.error_code(), "invalid_query_string");
//! # Ok::<(), doorward_api::validation::Violation>(())
//! ```

use std::fmt;

use http::Method;
use serde_json::{Map, Value};

use crate::description::{Description, OperationDescription, Place, Schema};

mod check;
mod coerce;
mod format;
mod pattern;
#[cfg(test)]
mod tests;

pub(crate) use pattern::Pattern;

use check::{Check, Fault};

/// The part of a request that breaks a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// The path.
    Path,
    /// The query string.
    Query,
    /// The body.
    Payload,
}

/// The first rule that a request breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// Where.
    pub part: Part,
    /// What, in Auth0's words: `Missing required property: name`.
    pub sentence: String,
    /// The member, dotted, indexes in brackets: `rule.match.asns[0]`. Empty for the whole.
    pub path: String,
}

impl Violation {
    /// The `errorCode` of the refusal.
    pub fn error_code(&self) -> &'static str {
        match self.part {
            Part::Path => "invalid_uri",
            Part::Query => "invalid_query_string",
            Part::Payload => "invalid_body",
        }
    }

    fn of(part: Part, fault: Fault) -> Self {
        Violation {
            part,
            path: fault.path(),
            sentence: fault.sentence,
        }
    }
}

/// The `message` of the refusal.
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Network ACLs have a sentence of their own about their ids.
        if self.part == Part::Path && self.sentence.starts_with(format::NETWORK_ACL) {
            return f.write_str(&self.sentence);
        }
        let part = match self.part {
            Part::Path => "Path",
            Part::Query => "Query",
            Part::Payload => "Payload",
        };
        write!(f, "{part} validation error: '{}'", self.sentence)?;
        if !self.path.is_empty() {
            write!(f, " on property {}", self.path)?;
        }
        f.write_str(".")
    }
}

impl std::error::Error for Violation {}

/// Checks the parameters in the path, decoded, as [`Description::find`] gives them.
///
/// # Errors
///
/// The first [`Violation`].
pub fn path<N: AsRef<str>, V: AsRef<str>>(
    description: &Description,
    operation: &OperationDescription,
    values: &[(N, V)],
) -> Result<(), Violation> {
    for parameter in operation.parameters_in(Place::Path) {
        let given = values
            .iter()
            .find(|(name, _)| name.as_ref() == parameter.name);
        let Some((_, value)) = given else { continue };
        let value = Value::from(value.as_ref());
        let known = &description.resolve(&parameter.schema).values;
        if !known.is_empty() && !known.contains(&value) {
            let fault = Fault::new(format!("Invalid value {value}"));
            return Err(Violation::of(Part::Path, fault.within(parameter.name)));
        }
        Check::new(description)
            .value(&parameter.schema, &value)
            .map_err(|fault| Violation::of(Part::Path, fault.within(parameter.name)))?;
    }
    Ok(())
}

/// Checks a query string and reads it: integers and booleans become such, and what may come several
/// times an array.
///
/// `query` is still encoded, without the question mark.
///
/// # Errors
///
/// The first [`Violation`].
pub fn query(
    description: &Description,
    operation: &OperationDescription,
    query: &str,
) -> Result<Map<String, Value>, Violation> {
    let violation = |fault| Violation::of(Part::Query, fault);
    let values = coerce::query(description, operation, query).map_err(violation)?;
    for parameter in operation.parameters_in(Place::Query) {
        if parameter.required && !values.contains_key(parameter.name) {
            let missing = format!("Missing required property: {}", parameter.name);
            return Err(violation(Fault::new(missing)));
        }
    }
    let schema = |name: &str| {
        let parameters = &mut operation.parameters_in(Place::Query);
        parameters
            .find(|parameter| parameter.name == name)
            .map(|parameter| &parameter.schema)
    };
    for (name, value) in &values {
        if let Some(schema) = schema(name) {
            let checked = Check::new(description).value(schema, value);
            checked.map_err(|fault| violation(fault.within(name)))?;
        }
    }
    Ok(values)
}

/// Checks a body. `null` stands for one that is absent.
///
/// An operation that takes no body accepts any: Auth0 ignores it.
///
/// # Errors
///
/// The first [`Violation`].
pub fn body(
    description: &Description,
    operation: &OperationDescription,
    body: &Value,
) -> Result<(), Violation> {
    let Some(described) = &operation.body else {
        return Ok(());
    };
    if body.is_null() && may_be_absent(operation, description.resolve(&described.schema)) {
        return Ok(());
    }
    Check::new(description)
        .value(&described.schema, body)
        .map_err(|fault| Violation::of(Part::Payload, fault))
}

/// Checks a member of a body against the schema called `schema`, where another member says which one
/// that is: the options of a connection, by its strategy.
///
/// # Errors
///
/// The first [`Violation`], under the name of the member.
pub fn member(
    description: &Description,
    schema: &str,
    name: &str,
    value: &Value,
) -> Result<(), Violation> {
    let Some(schema) = description.schema(schema) else {
        return Ok(());
    };
    Check::new(description)
        .value(schema, value)
        .map_err(|fault| Violation::of(Part::Payload, fault.within(name)))
}

/// Whether something is created or done without a body as well: nothing in it is required.
fn may_be_absent(operation: &OperationDescription, schema: &Schema) -> bool {
    let says_nothing = schema.required.is_empty() && schema.min_properties.is_none();
    let alternatives = schema.one_of.len() + schema.any_of.len() + schema.all_of.len();
    operation.method == Method::POST && says_nothing && alternatives == 0
}

/// Turns the fields of a flat form into the members of a body, by the kinds the description has for
/// them.
pub fn form(description: &Description, operation: &OperationDescription, fields: &str) -> Value {
    let schema = operation
        .body
        .as_ref()
        .map(|body| description.resolve(&body.schema));
    Value::Object(coerce::pairs(fields, |name| {
        schema
            .and_then(|schema| schema.property(name))
            .map(|schema| description.resolve(schema))
    }))
}
