//! What a tenant file holds: its names, what it leaves open, what an export adds.

use std::collections::HashSet;

use serde_json::{Map, Value};

/// What the file makes, by the names that other entries use for it.
pub(super) struct Names {
    known: HashSet<(&'static str, String)>,
}

/// Lists, the kind of what they make, and the members that name it.
const NAMED: &[(&str, &str, &[&str])] = &[
    ("resourceServers", "resourceServers", &["identifier"]),
    ("clients", "clients", &["name", "client_id"]),
    ("databases", "connections", &["name"]),
    ("connections", "connections", &["name"]),
    ("roles", "roles", &["name"]),
];

impl Names {
    pub(super) fn of(file: &Map<String, Value>) -> Self {
        let mut known = HashSet::new();
        for (key, kind, members) in NAMED {
            for entry in entries(file, key) {
                for member in *members {
                    if let Some(name) = entry[*member].as_str() {
                        known.insert((*kind, name.to_owned()));
                    }
                }
            }
        }
        Self { known }
    }

    /// Whether the file makes something of this kind and name.
    pub(super) fn has(&self, kind: &str, name: &str) -> bool {
        self.known
            .iter()
            .any(|(known, known_name)| *known == kind && known_name == name)
    }
}

fn entries<'f>(file: &'f Map<String, Value>, key: &str) -> impl Iterator<Item = &'f Value> {
    file.get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

/// Where an entry stands: `clients[2] (Shop)`.
pub(super) fn place(key: &str, number: usize, entry: &Value) -> String {
    let name = ["name", "identifier", "email", "client_id"]
        .iter()
        .find_map(|member| entry[*member].as_str());
    format!("{key}[{number}] ({})", name.unwrap_or("?"))
}

/// Members that tools export and no operation takes.
const EXPORTED: &[(&str, &[&str])] = &[
    (
        "clients",
        &[
            "global",
            "tenant",
            "owners",
            "callback_url_template",
            "signing_keys",
        ],
    ),
    ("resourceServers", &["id", "is_system", "client_id"]),
    ("databases", &["id"]),
    ("connections", &["id"]),
    ("clientGrants", &["id"]),
    ("roles", &["id"]),
    ("tenant", &["sandbox_versions_available"]),
];

/// Members that stand for things Doorward does not serve yet.
const LATER: &[(&str, &[&str])] = &[(
    "connections",
    &["scim_configuration", "directory_provisioning_configuration"],
)];

/// The groups of `attackProtection` that behave, and the operations that set them.
pub(super) const ATTACK_PROTECTION: &[(&str, &str)] = &[
    (
        "bruteForceProtection",
        "attackProtection.bruteForceProtection.update",
    ),
    (
        "suspiciousIpThrottling",
        "attackProtection.suspiciousIpThrottling.update",
    ),
];

/// Takes away what no operation takes.
pub(super) fn strip(key: &str, entry: &mut Map<String, Value>) {
    for (list, members) in EXPORTED.iter().chain(LATER) {
        if *list == key {
            entry.retain(|member, _| !members.contains(&member.as_str()));
        }
    }
}

/// A line for each member that is not applied.
pub(super) fn left_out(file: &Map<String, Value>) -> Vec<String> {
    let mut lines = Vec::new();
    let protection = file.get("attackProtection").and_then(Value::as_object);
    for (group, settings) in protection.into_iter().flatten() {
        let is_served = ATTACK_PROTECTION.iter().any(|(known, _)| known == group);
        if !is_served && !settings.is_null() {
            lines.push(format!(
                "tenant: attackProtection: {group}: not applied, Doorward does not serve it yet"
            ));
        }
    }
    for (key, members) in LATER {
        for (number, entry) in entries(file, key).enumerate() {
            for member in members.iter().filter(|member| !entry[**member].is_null()) {
                let place = place(key, number, entry);
                lines.push(format!(
                    "tenant: {place}: {member}: not applied, Doorward does not serve it yet"
                ));
            }
        }
    }
    lines
}

/// Every `##KEY##` and `@@KEY@@` that nobody replaced, with the place of its text.
pub(super) fn placeholders(file: &Map<String, Value>) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (key, value) in file {
        search(key.clone(), value, &mut found);
    }
    found
}

fn search(place: String, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => {
            for mark in ["##", "@@"] {
                found.extend(placeholder(text, mark).map(|name| (place.clone(), name)));
            }
        }
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                search(format!("{place}[{number}]"), item, found);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                search(format!("{place}.{name}"), member, found);
            }
        }
        _ => {}
    }
}

/// The first placeholder between two of these marks.
fn placeholder(text: &str, mark: &str) -> Option<String> {
    let is_key = |part: &&str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
    };
    let parts: Vec<&str> = text.split(mark).collect();
    let inner = parts.get(1..parts.len().saturating_sub(1))?;
    let key = inner.iter().copied().find(is_key)?;
    Some(format!("{mark}{key}{mark}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn placeholders_are_found_wherever_they_stand() {
        let file = json!({
            "tenant": { "friendly_name": "##NAME##", "support_email": "a##b@c.co" },
            "clients": [{ "callbacks": ["https://##HOST##/cb", "@@URLS@@"] }],
            "roles": [{ "description": "## not a key ##" }],
        });
        let found = placeholders(file.as_object().unwrap());
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        let expected = [
            ("tenant.friendly_name", "##NAME##"),
            ("clients[0].callbacks[0]", "##HOST##"),
            ("clients[0].callbacks[1]", "@@URLS@@"),
        ];
        assert_eq!(found, expected);
    }
}
