//! Applying a tenant file at the start: the format of the Auth0 Deploy CLI.
//!
//! A file is gone through twice. The first time writes nothing and finds everything that can be known beforehand:
//! keys, shapes, names of things that are nowhere. The second time every entry goes through the operation of the
//! Management API that would make or change it, so it obeys the same rules.

mod contents;
mod entry;

use serde_json::{Map, Value};

use self::contents::Names;
use self::entry::Entry;
use crate::http::Context;

/// Why a tenant file was not applied: each problem says where it is, and what is wrong.
#[derive(Debug, thiserror::Error)]
#[error("{}", .problems.join("; "))]
pub struct SeedError {
    problems: Vec<String>,
}

impl SeedError {
    /// One line for each problem: `tenant: clients[2] (Shop): …`. All that could be known beforehand, or the one
    /// that came up on the way; what came before that one stays.
    pub fn problems(&self) -> &[String] {
        &self.problems
    }
}

/// What a seed can bring, in the order in which one needs the other.
const KEYS: &[&str] = &[
    "resourceServers",
    "clients",
    "databases",
    "connections",
    "clientGrants",
    "roles",
    "users",
    "tenant",
    "attackProtection",
];

/// Those of them that are one mapping and no list.
const SINGLE: &[&str] = &["tenant", "attackProtection"];

/// Keys of the format that stand for things Doorward does not serve yet.
const LATER: &[&str] = &[
    "pages",
    "rules",
    "rulesConfigs",
    "hooks",
    "organizations",
    "actions",
    "actionModules",
    "triggers",
    "emailProvider",
    "emailTemplates",
    "branding",
    "themes",
    "prompts",
    "guardianFactors",
    "guardianFactorProviders",
    "guardianFactorTemplates",
    "guardianPolicies",
    "guardianPhoneFactorSelectedProvider",
    "guardianPhoneFactorMessageTypes",
    "customDomains",
    "logStreams",
    "eventStreams",
    "forms",
    "flows",
    "flowVaultConnections",
    "selfServiceProfiles",
    "networkACLs",
    "phoneProviders",
    "phoneTemplates",
    "userAttributeProfiles",
    "connectionProfiles",
    "tokenExchangeProfiles",
    "riskAssessment",
    "supplementalSignals",
    "rateLimitPolicies",
    "exclude",
    "include",
];

/// Applies the file. See [`crate::Doorward::seed`].
pub(crate) async fn apply(cx: &Context, file: Value) -> Result<Vec<String>, SeedError> {
    let Value::Object(file) = file else {
        let problems = vec!["tenant: file: must be a mapping".to_owned()];
        return Err(SeedError { problems });
    };
    let mut problems = Vec::new();
    for key in file.keys() {
        if !KEYS.contains(&key.as_str()) && !LATER.contains(&key.as_str()) {
            problems.push(format!("tenant: {key}: no such key"));
        }
    }
    for (place, name) in contents::placeholders(&file) {
        problems.push(format!("tenant: {place}: {name} has no value"));
    }
    let names = Names::of(&file);
    problems.extend(pass(cx, &file, Some(&names)).await);
    if !problems.is_empty() {
        return Err(SeedError { problems });
    }
    let mut left_out = Vec::new();
    for key in LATER {
        if file.get(*key).is_some_and(is_something) {
            left_out.push(format!(
                "tenant: {key}: not applied, Doorward does not serve it yet"
            ));
        }
    }
    left_out.extend(contents::left_out(&file));
    let problems = pass(cx, &file, None).await;
    if problems.is_empty() {
        Ok(left_out)
    } else {
        Err(SeedError { problems })
    }
}

/// Goes through the file: with `names` to check it and find all problems, without to apply it up to the first.
async fn pass(cx: &Context, file: &Map<String, Value>, names: Option<&Names>) -> Vec<String> {
    let mut problems = Vec::new();
    for key in KEYS {
        let entries = match file.get(*key) {
            None | Some(Value::Null) => continue,
            Some(settings @ Value::Object(_)) if SINGLE.contains(key) => {
                vec![((*key).to_owned(), settings)]
            }
            Some(Value::Array(entries)) if !SINGLE.contains(key) => {
                let places = entries.iter().enumerate();
                places
                    .map(|(number, entry)| (contents::place(key, number, entry), entry))
                    .collect()
            }
            Some(_) => {
                problems.push(format!("tenant: {key}: has another form than expected"));
                continue;
            }
        };
        for (place, value) in entries {
            let entry = Entry {
                cx,
                place: &place,
                names,
            };
            if let Err(problem) = entry.apply(key, value).await {
                problems.push(format!("tenant: {place}: {problem}"));
                if names.is_none() {
                    return problems;
                }
            }
        }
    }
    problems
}

fn is_something(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
        _ => true,
    }
}
