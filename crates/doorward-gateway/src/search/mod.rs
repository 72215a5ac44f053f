//! The user search: query parameters of the platform in, a Lucene query of Auth0 out.

mod lucene;
mod mongo;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use self::lucene::{Expression, Field};
use self::mongo::MongoFault;
use crate::config::ManagementConnections;

/// Fields that come first in a query, in this order.
const FIRST: [&str; 3] = ["email", "nickname", "username"];
/// Further fields of a user's root, by name.
const PLAIN: [&str; 7] = [
    "blocked",
    "email_verified",
    "family_name",
    "given_name",
    "name",
    "phone_number",
    "user_id",
];
/// Parameters that Auth0 understands as they are.
const FORWARDED: [&str; 5] = [
    "sort",
    "fields",
    "include_fields",
    "include_totals",
    "primary_order",
];
/// Below this, any path is a field.
const APP_METADATA: &str = "app_metadata.";
/// The one field whose value is a comma list.
const GROUPS: &str = "app_metadata.groups";

const DEFAULT_PER_PAGE: u64 = 25;
const LARGEST_PER_PAGE: u64 = 100;

/// What is sent to Auth0's user list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UserSearch {
    /// The query parameters, by Auth0's names.
    pub(crate) parameters: Vec<(&'static str, String)>,
}

/// Why a search is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SearchFault {
    #[error("{0} must be a whole number, {1} or more")]
    Number(&'static str, u64),
    #[error("{0} is given more than once")]
    Twice(&'static str),
    #[error("app_metadata fields are letters, digits, _ - and .")]
    Field,
    #[error("{0} {1}")]
    Query(String, MongoFault),
}

/// Reads the parameters of `GET /users`. `Ok(None)` when the connections asked for are none of those supported:
/// a filter must not widen the result.
pub(crate) fn read(
    parameters: &[(String, String)],
    acl_rows: &str,
    connections: &ManagementConnections,
) -> Result<Option<UserSearch>, SearchFault> {
    let acl = mongo::acl_rows(acl_rows)
        .map_err(|fault| SearchFault::Query("acl_rows".to_owned(), fault))?;
    let filters = filters(parameters)?;
    let Some(chosen) = chosen_connections(parameters, connections) else {
        return Ok(None);
    };
    let per_page = number(parameters, "_l", 1)?
        .unwrap_or(DEFAULT_PER_PAGE)
        .min(LARGEST_PER_PAGE);
    let page = number(parameters, "_sk", 0)?.unwrap_or(0) / per_page;
    let mut sent = vec![
        ("search_engine", "v3".to_owned()),
        ("per_page", per_page.to_string()),
        ("page", page.to_string()),
    ];
    if let Some(q) = combine(filters.text(), acl.text(), chosen.text()) {
        sent.push(("q", q));
    }
    sent.extend(presentation(parameters)?);
    for name in FORWARDED {
        if let Some(value) = single(parameters, name)?
            && !sent.iter().any(|(taken, _)| *taken == name)
        {
            sent.push((name, value.to_owned()));
        }
    }
    Ok(Some(UserSearch { parameters: sent }))
}

/// The search for one user who must also satisfy `acl_rows`. `Ok(None)` when nothing restricts the caller.
pub(crate) fn one_user(user_id: &str, acl_rows: &str) -> Result<Option<UserSearch>, SearchFault> {
    let acl = mongo::acl_rows(acl_rows)
        .map_err(|fault| SearchFault::Query("acl_rows".to_owned(), fault))?;
    let Some(acl) = acl.text() else {
        return Ok(None);
    };
    let user = Field::known("user_id").is(user_id);
    let q = combine(user.text(), Some(acl), None).unwrap_or_default();
    let parameters = vec![
        ("search_engine", "v3".to_owned()),
        ("per_page", "1".to_owned()),
        ("page", "0".to_owned()),
        ("q", q),
    ];
    Ok(Some(UserSearch { parameters }))
}

/// `_s` and `_p`, the platform's names for order and projection.
pub(crate) fn presentation(
    parameters: &[(String, String)],
) -> Result<Vec<(&'static str, String)>, SearchFault> {
    let mut sent = Vec::new();
    if let Some(order) = single(parameters, "_s")? {
        let first = order.split(',').next().unwrap_or_default().trim();
        let (name, direction) = match first.strip_prefix('-') {
            Some(name) => (name, "-1"),
            None => (first, "1"),
        };
        sent.push(("sort", format!("{name}:{direction}")));
    }
    if let Some(projection) = single(parameters, "_p")? {
        let mut fields: Vec<_> = projection
            .split(',')
            .map(str::trim)
            .filter(|field| !field.is_empty())
            .collect();
        if !fields.contains(&"user_id") {
            fields.push("user_id");
        }
        sent.push(("fields", fields.join(",")));
        sent.push(("include_fields", "true".to_owned()));
    }
    Ok(sent)
}

/// Filters in parentheses, the ACL ANDed to them, connections last, so that no OR reaches past its own part.
fn combine(
    filters: Option<String>,
    acl: Option<String>,
    connections: Option<String>,
) -> Option<String> {
    match (filters, acl, connections) {
        (Some(f), Some(a), Some(c)) => Some(format!("(({f}) AND ({a})) AND {c}")),
        (Some(f), Some(a), None) => Some(format!("({f}) AND ({a})")),
        (Some(one), None, Some(c)) | (None, Some(one), Some(c)) => Some(format!("({one}) AND {c}")),
        (Some(one), None, None) | (None, Some(one), None) => Some(format!("({one})")),
        (None, None, connections) => connections,
    }
}

/// All field conditions and `_q`, in a fixed order.
fn filters(parameters: &[(String, String)]) -> Result<Expression, SearchFault> {
    let mut parts = Vec::new();
    for name in FIRST.into_iter().chain(PLAIN) {
        let is_typed = matches!(name, "blocked" | "email_verified");
        let field = Field::known(name);
        let conditions: Vec<_> = values(parameters, name)
            .map(|value| condition(&field, value, is_typed))
            .collect::<Result<_, _>>()?;
        if !conditions.is_empty() {
            parts.push(Expression::or(conditions));
        }
    }
    let mut metadata: BTreeMap<Field, Vec<&str>> = BTreeMap::new();
    for (name, value) in parameters
        .iter()
        .filter(|(name, _)| name.starts_with(APP_METADATA))
    {
        let field = Field::parse(name).ok_or(SearchFault::Field)?;
        let values = metadata.entry(field).or_default();
        // A comma separates groups; in an object of operators it belongs to the JSON.
        if name == GROUPS && !value.trim_start().starts_with('{') {
            values.extend(value.split(',').map(str::trim));
        } else {
            values.push(value);
        }
    }
    for (field, values) in metadata {
        for value in values.into_iter().filter(|value| !value.is_empty()) {
            parts.push(condition(&field, value, true)?);
        }
    }
    for text in values(parameters, "_q") {
        parts.push(mongo::query(text).map_err(|fault| SearchFault::Query("_q".to_owned(), fault))?);
    }
    Ok(Expression::and(parts))
}

/// One condition: an object of operators, a pattern, a typed value, or text.
fn condition(field: &Field, value: &str, is_typed: bool) -> Result<Expression, SearchFault> {
    if let Ok(Value::Object(object)) = serde_json::from_str(value)
        && object.keys().any(|key| key.starts_with('$'))
    {
        return mongo::operators(field, &object)
            .map_err(|fault| SearchFault::Query("filter".to_owned(), fault));
    }
    if value.contains('*') {
        return Ok(field.is_like(value));
    }
    if is_typed
        && let Ok(typed @ (Value::Bool(_) | Value::Number(_))) = serde_json::from_str(value)
        && let Some(expression) = field.equals(&typed)
    {
        return Ok(expression);
    }
    Ok(field.is(value))
}

/// The connections to search in: those asked for, as far as supported; all supported when none is asked
/// for; `None` when those asked for are none of them.
fn chosen_connections(
    parameters: &[(String, String)],
    connections: &ManagementConnections,
) -> Option<Expression> {
    let supported = connections.supported();
    let asked: BTreeSet<&str> = values(parameters, "connection")
        .flat_map(|value| value.split(',').map(str::trim))
        .filter(|name| !name.is_empty())
        .collect();
    let chosen: Vec<&str> = match (asked.is_empty(), supported.is_empty()) {
        (true, _) => supported,
        (false, true) => asked.into_iter().collect(),
        (false, false) => asked
            .into_iter()
            .filter(|name| supported.contains(name))
            .collect(),
    };
    if chosen.is_empty() {
        let is_asked = values(parameters, "connection")
            .any(|value| !value.trim_matches([',', ' ']).is_empty());
        return (!is_asked).then_some(Expression::All);
    }
    let field = Field::known("identities.connection");
    Some(Expression::or(
        chosen.into_iter().map(|name| field.is(name)),
    ))
}

/// The values of a parameter that are not empty.
fn values<'p>(parameters: &'p [(String, String)], name: &str) -> impl Iterator<Item = &'p str> {
    parameters
        .iter()
        .filter(move |(given, value)| given == name && !value.is_empty())
        .map(|(_, value)| value.as_str())
}

/// The value of a parameter that may be given once.
fn single<'p>(
    parameters: &'p [(String, String)],
    name: &'static str,
) -> Result<Option<&'p str>, SearchFault> {
    let mut all = values(parameters, name);
    let first = all.next();
    if all.next().is_some() {
        Err(SearchFault::Twice(name))
    } else {
        Ok(first)
    }
}

fn number(
    parameters: &[(String, String)],
    name: &'static str,
    least: u64,
) -> Result<Option<u64>, SearchFault> {
    let Some(text) = single(parameters, name)? else {
        return Ok(None);
    };
    let is_plain = text.bytes().all(|b| b.is_ascii_digit());
    let value = if is_plain { text.parse().ok() } else { None };
    match value.filter(|value| *value >= least) {
        Some(value) => Ok(Some(value)),
        None => Err(SearchFault::Number(name, least)),
    }
}

#[cfg(test)]
mod tests;
