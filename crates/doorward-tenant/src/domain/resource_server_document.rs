//! The document of an API: what a new one starts with, how a change is put over it, and which rules it keeps.
//! Source: Management API, `resourceServers.create` and `resourceServers.update`.

use serde_json::{Map, Value, json};

/// How many scopes an API may define.
const MOST_SCOPES: usize = 1000;
/// How many bytes the name of a scope may have. With the API's identifier and a user's id it makes an entry of an index,
/// which PostgreSQL keeps up to 2,700 bytes.
const LONGEST_SCOPE: usize = 280;
/// How many bytes the identifier of an API may have.
const LONGEST_IDENTIFIER: usize = 600;
/// Seconds.
const LIFETIME: i64 = 86_400;
/// Seconds, for tokens that browsers get.
const LIFETIME_FOR_WEB: i64 = 7_200;
/// Auth0's API for applications of Okta's integration network, which whoever wants it makes in their tenant.
const EXPRESS_CONFIGURE: &str = "urn:auth0:express-configure";
/// What of the tenant's own API may be changed.
const CHANGEABLE_OF_SYSTEM: &[&str] = &[
    "token_lifetime",
    "token_lifetime_for_web",
    "skip_consent_for_verifiable_first_party_clients",
    "subject_type_authorization",
];

/// Why a document is refused. Its text is the sentence of a validation message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ResourceServerFault {
    #[error("Array is too long ({0}), maximum {MOST_SCOPES}")]
    TooManyScopes(usize),
    #[error("Array items are not unique (indexes {0} and {1})")]
    ScopeTwice(usize, usize),
    #[error("String does not match pattern ^\\S+$: {0}")]
    ScopeWithSpace(String),
    #[error("String is too long ({0} bytes), maximum {LONGEST_SCOPE}")]
    LongScope(usize),
    #[error("String is too long ({0} bytes), maximum {LONGEST_IDENTIFIER}")]
    LongIdentifier(usize),
    #[error("Additional properties not allowed: {0}")]
    NotOfSystem(String),
}

impl ResourceServerFault {
    /// The property that the message names; empty for the whole.
    pub(crate) fn property(&self) -> &'static str {
        match self {
            Self::NotOfSystem(_) => "",
            Self::LongIdentifier(_) => "identifier",
            _ => "scopes",
        }
    }
}

/// Whether an API may be known by this identifier.
pub(crate) fn check_identifier(identifier: &str) -> Result<(), ResourceServerFault> {
    match identifier.len() {
        length if length > LONGEST_IDENTIFIER => Err(ResourceServerFault::LongIdentifier(length)),
        _ => Ok(()),
    }
}

/// The document of a new API. Those that Auth0 defines are what they are, whatever is given besides a name.
pub(crate) fn new(
    identifier: &str,
    mut given: Map<String, Value>,
) -> Result<Map<String, Value>, ResourceServerFault> {
    check_scopes(&given)?;
    if identifier == EXPRESS_CONFIGURE {
        given = express_configure(given.shift_remove("name"));
    }
    let lifetime = given.get("token_lifetime").and_then(Value::as_i64);
    let lifetime = lifetime.unwrap_or(LIFETIME);
    let mut document = Map::new();
    let mut put = |name: &str, value: Value| document.insert(name.to_owned(), value);
    put("allow_offline_access", false.into());
    put(
        "skip_consent_for_verifiable_first_party_clients",
        false.into(),
    );
    put("token_lifetime", LIFETIME.into());
    put(
        "token_lifetime_for_web",
        LIFETIME_FOR_WEB.min(lifetime).into(),
    );
    put("signing_alg", "RS256".into());
    document.extend(given.into_iter().filter(|(_, value)| !value.is_null()));
    Ok(document)
}

fn express_configure(name: Option<Value>) -> Map<String, Value> {
    let name = name.unwrap_or_else(|| "Express Configuration".into());
    let document = json!({
        "name": name,
        "token_lifetime": 300,
        "enforce_policies": true,
        "subject_type_authorization": {
            "user": { "policy": "allow_all" },
            "client": { "policy": "deny_all" },
        },
    });
    document.as_object().cloned().unwrap_or_default()
}

/// Puts a change over a document: members replace, `null` takes away.
pub(crate) fn merge(
    document: &mut Map<String, Value>,
    change: Map<String, Value>,
    is_system: bool,
) -> Result<(), ResourceServerFault> {
    if is_system {
        check_system(document, &change)?;
    }
    check_scopes(&change)?;
    for (name, value) in change {
        if value.is_null() {
            document.shift_remove(&name);
        } else {
            document.insert(name, value);
        }
    }
    Ok(())
}

/// Tools send back what they read, so members that stay as they are do not count.
fn check_system(
    document: &Map<String, Value>,
    change: &Map<String, Value>,
) -> Result<(), ResourceServerFault> {
    let refused: Vec<&str> = change
        .iter()
        .filter(|(name, value)| {
            !CHANGEABLE_OF_SYSTEM.contains(&name.as_str()) && document.get(*name) != Some(*value)
        })
        .map(|(name, _)| name.as_str())
        .collect();
    if refused.is_empty() {
        Ok(())
    } else {
        Err(ResourceServerFault::NotOfSystem(refused.join(",")))
    }
}

fn check_scopes(given: &Map<String, Value>) -> Result<(), ResourceServerFault> {
    let names = scopes(given);
    if names.len() > MOST_SCOPES {
        return Err(ResourceServerFault::TooManyScopes(names.len()));
    }
    let mut seen = std::collections::HashMap::new();
    for (index, name) in names.into_iter().enumerate() {
        if name.len() > LONGEST_SCOPE {
            return Err(ResourceServerFault::LongScope(name.len()));
        }
        if name.contains(char::is_whitespace) {
            return Err(ResourceServerFault::ScopeWithSpace(name.to_owned()));
        }
        if let Some(first) = seen.insert(name, index) {
            return Err(ResourceServerFault::ScopeTwice(first, index));
        }
    }
    Ok(())
}

/// The names of the scopes that a document defines.
pub(crate) fn scopes(document: &Map<String, Value>) -> Vec<&str> {
    let scopes = document.get("scopes").and_then(Value::as_array);
    scopes
        .into_iter()
        .flatten()
        .filter_map(|scope| scope["value"].as_str())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(value: Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap()
    }

    #[test]
    fn a_new_api_has_the_lifetimes_of_auth0() {
        let api = new("urn:a", object(json!({"name": "x"}))).unwrap();
        assert_eq!(api["token_lifetime"], 86_400);
        assert_eq!(api["token_lifetime_for_web"], 7_200);
        let short = new("urn:a", object(json!({"token_lifetime": 60}))).unwrap();
        assert_eq!(short["token_lifetime_for_web"], 60);
    }

    #[test]
    fn scopes_are_single_words_and_different() {
        let refused = |scopes: &[&str]| {
            let scopes: Vec<Value> = scopes.iter().map(|scope| json!({"value": scope})).collect();
            new("urn:a", object(json!({"scopes": scopes}))).unwrap_err()
        };
        assert_eq!(
            refused(&["a", "b", "a"]),
            ResourceServerFault::ScopeTwice(0, 2)
        );
        assert_eq!(
            refused(&["read all"]).to_string(),
            "String does not match pattern ^\\S+$: read all"
        );
    }

    #[test]
    fn the_tenants_own_api_keeps_its_scopes() {
        let mut api = object(json!({"scopes": [{"value": "a"}], "token_lifetime": 5}));
        let same = object(json!({"scopes": [{"value": "a"}], "token_lifetime": 6}));
        merge(&mut api, same, true).unwrap();
        assert_eq!(api["token_lifetime"], 6);
        let other = object(json!({"scopes": []}));
        let fault = merge(&mut api, other, true).unwrap_err();
        assert_eq!(
            fault.to_string(),
            "Additional properties not allowed: scopes"
        );
    }
}
