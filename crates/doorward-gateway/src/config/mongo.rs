//! Whether users are copied to a Mongo collection: four variables, all of them or none.

use doorward::Secret;

use super::environment::Environment;
use crate::mongo;

/// What the copies need, all four or they are not made.
const NAMES: [&str; 4] = [
    "MONGO_DB_URL",
    "USERS_DATABASE_NAME",
    "USERS_COLLECTION_NAME",
    "USERS_PROPERTIES_TO_SAVE",
];

/// What the gateway writes into every document itself.
const OWN: [&str; 7] = [
    "_id",
    "__STATE__",
    "userId",
    "creatorId",
    "createdAt",
    "updaterId",
    "updatedAt",
];

/// Where users are copied to, and what of them.
#[derive(Debug, Clone)]
pub struct MongoSettings {
    /// `MONGO_DB_URL`, which may hold a password.
    pub url: Secret,
    /// `USERS_DATABASE_NAME`.
    pub database: String,
    /// `USERS_COLLECTION_NAME`.
    pub collection: String,
    /// `USERS_PROPERTIES_TO_SAVE`: properties of the answer of `/userinfo`, or dotted paths into it.
    pub properties: Vec<String>,
}

/// Reads the four variables. `None` when copies are not wanted, or when a problem was reported.
pub(super) fn read(environment: &mut Environment<'_, '_>) -> Option<MongoSettings> {
    let values = NAMES.map(|name| environment.text(name));
    let missing: Vec<_> = NAMES
        .iter()
        .zip(&values)
        .filter(|(_, value)| value.is_none())
        .collect();
    match missing.as_slice() {
        [] | [_, _, _, _] => {}
        [(name, _), ..] => environment
            .report
            .warning(name, "not set, so Mongo sync is off"),
    }
    let [
        Some(url),
        Some(database),
        Some(collection),
        Some(properties),
    ] = values
    else {
        return None;
    };
    let url = Secret::from(url);
    let is_database =
        |name: &str| name.len() < 64 && !name.contains(['/', '\\', '.', '"', '$', ' ', '\0']);
    let is_collection = |name: &str| !name.contains(['$', '\0']) && !name.starts_with("system.");
    if !mongo::is_address(url.as_str()) {
        // The text may hold a password and is never shown.
        environment
            .report
            .problem(NAMES[0], "must be a mongodb:// or mongodb+srv:// URL");
    }
    if !is_database(&database) {
        environment
            .report
            .problem(NAMES[1], "is no name of a database");
    }
    if !is_collection(&collection) {
        environment
            .report
            .problem(NAMES[2], "is no name of a collection");
    }
    Some(MongoSettings {
        url,
        database,
        collection,
        properties: properties_of(&properties, environment),
    })
}

fn properties_of(list: &str, environment: &mut Environment<'_, '_>) -> Vec<String> {
    let mut properties: Vec<String> = Vec::new();
    for name in list
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
    {
        let problem = if OWN.contains(&name.split('.').next().unwrap_or_default()) {
            "is written by the gateway itself"
        } else if name
            .split('.')
            .any(|part| part.is_empty() || part.starts_with('$'))
        {
            "is no property"
        } else if properties.iter().any(|other| overlap(other, name)) {
            "is named twice, or part of another"
        } else {
            properties.push(name.to_owned());
            continue;
        };
        environment
            .report
            .problem(NAMES[3], format_args!("{name}: {problem}"));
    }
    if list.split(',').all(|name| name.trim().is_empty()) {
        environment
            .report
            .problem(NAMES[3], "must name at least one property");
    }
    properties
}

/// Whether one path is the other or leads into it: Mongo refuses to write both at once.
fn overlap(one: &str, other: &str) -> bool {
    let leads_into = |outer: &str, inner: &str| {
        inner
            .strip_prefix(outer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    leads_into(one, other) || leads_into(other, one)
}
