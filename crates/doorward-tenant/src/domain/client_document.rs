//! The document of a client: what a new one starts with, how a change is put over it, and what may not stand
//! together. Source: Management API, `clients.create` and `clients.update`.

use serde_json::{Map, Value, json};

/// Why a document is refused. Its text is the message of the API.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ClientFault {
    #[error(
        "token_endpoint_auth_method and client_authentication_methods cannot both be set: set token_endpoint_auth_method to null"
    )]
    TwoWaysToAuthenticate,
    #[error(
        "A client secret that signs with HS256 must have at least {SHORTEST_SECRET} characters"
    )]
    ShortSecret,
    #[error("Too many properties defined ({0}), maximum {MOST_METADATA}")]
    TooMuchMetadata(usize),
    #[error("Expected type string but found another type in client_metadata")]
    MetadataType,
    #[error("String is too long ({0} chars), maximum {LONGEST_METADATA}")]
    LongMetadata(usize),
    #[error("Invalid grant types: {0}")]
    GrantTypes(String),
}

/// The grant types of Auth0. Those of old cannot be chosen in every tenant there; here an application opts in.
const GRANT_TYPES: &[&str] = &[
    "authorization_code",
    "client_credentials",
    "implicit",
    "password",
    "refresh_token",
    "http://auth0.com/oauth/grant-type/mfa-oob",
    "http://auth0.com/oauth/grant-type/mfa-otp",
    "http://auth0.com/oauth/grant-type/mfa-recovery-code",
    "http://auth0.com/oauth/grant-type/password-realm",
    "http://auth0.com/oauth/grant-type/passwordless/otp",
    "http://auth0.com/oauth/legacy/grant-type/access_token",
    "http://auth0.com/oauth/legacy/grant-type/delegation/id_token",
    "http://auth0.com/oauth/legacy/grant-type/delegation/refresh_token",
    "http://auth0.com/oauth/legacy/grant-type/ro",
    "http://auth0.com/oauth/legacy/grant-type/ro/jwt-bearer",
    "urn:openid:params:grant-type:ciba",
];
/// What the others begin with, of which there are more from year to year.
const GRANT_TYPE_FAMILIES: &[&str] = &[
    "urn:auth0:params:oauth:grant-type:",
    "urn:ietf:params:oauth:grant-type:",
    "urn:okta:params:oauth:grant-type:",
];
/// How many characters of unknown ones are told.
const LONGEST_TOLD: usize = 300;

/// How many members `client_metadata` has at most.
const MOST_METADATA: usize = 10;
/// How many characters each of them has at most.
const LONGEST_METADATA: usize = 255;
/// Characters that a chosen secret needs when ID tokens are signed with it.
const SHORTEST_SECRET: usize = 48;

/// The document of a new client: what was given, and a default for everything that always has a value.
pub(crate) fn new(given: Map<String, Value>) -> Map<String, Value> {
    let app_type = given.get("app_type").and_then(Value::as_str);
    let is_public = matches!(app_type, Some("spa" | "native"));
    let has_methods = is_set(&given, "client_authentication_methods");
    let mut document = defaults(app_type);
    for (name, value) in given {
        match (name.as_str(), value) {
            (_, Value::Null) => {
                document.shift_remove(&name);
            }
            ("jwt_configuration", Value::Object(jwt)) => {
                extend(&mut document, "jwt_configuration", jwt);
            }
            ("refresh_token", Value::Object(policy)) => {
                let is_expiring = policy.get("expiration_type") == Some(&json!("expiring"));
                document.insert(name, refresh_token(is_expiring).into());
                extend(&mut document, "refresh_token", policy);
            }
            (_, value) => {
                document.insert(name, value);
            }
        }
    }
    if is_public && !has_methods && !document.contains_key("token_endpoint_auth_method") {
        document.insert("token_endpoint_auth_method".to_owned(), "none".into());
    }
    document
}

fn defaults(app_type: Option<&str>) -> Map<String, Value> {
    let mut defaults = Map::new();
    let mut put = |name: &str, value: Value| defaults.insert(name.to_owned(), value);
    put("name", "".into()); // first, where people look for it
    put("is_first_party", true.into());
    put("is_token_endpoint_ip_header_trusted", false.into());
    put("oidc_conformant", false.into());
    put(
        "jwt_configuration",
        json!({ "secret_encoded": false, "lifetime_in_seconds": 36_000 }),
    );
    put("sso_disabled", false.into());
    put("cross_origin_authentication", false.into());
    put("grant_types", grant_types(app_type).into());
    put("custom_login_page_on", true.into());
    put("refresh_token", refresh_token(false).into());
    defaults
}

fn grant_types(app_type: Option<&str>) -> Vec<&'static str> {
    const BROWSER: [&str; 3] = ["authorization_code", "implicit", "refresh_token"];
    let more: &[&str] = match app_type {
        Some("non_interactive") => return vec!["client_credentials"],
        Some("spa") => &[],
        Some("native") => &["urn:ietf:params:oauth:grant-type:device_code"],
        _ => &["client_credentials"],
    };
    BROWSER.iter().chain(more).copied().collect()
}

fn refresh_token(is_expiring: bool) -> Map<String, Value> {
    let policy = json!({
        "rotation_type": "non-rotating",
        "expiration_type": "non-expiring",
        "leeway": 0,
        "token_lifetime": 2_592_000,
        "infinite_token_lifetime": !is_expiring,
        "infinite_idle_token_lifetime": !is_expiring,
        "idle_token_lifetime": 1_296_000,
    });
    match policy {
        Value::Object(policy) => policy,
        _ => Map::new(),
    }
}

fn extend(document: &mut Map<String, Value>, name: &str, given: Map<String, Value>) {
    if let Some(Value::Object(members)) = document.get_mut(name) {
        members.extend(given);
    }
}

/// Puts a change over a document: members replace, `null` takes away; `client_metadata` merges by key.
pub(crate) fn merge(document: &mut Map<String, Value>, change: Map<String, Value>) {
    for (name, value) in change {
        match (document.get_mut(&name), value) {
            (_, Value::Null) => {
                document.shift_remove(&name);
            }
            (stored, Value::Object(given)) if name == "client_metadata" => {
                let mut metadata = match stored {
                    Some(Value::Object(metadata)) => std::mem::take(metadata),
                    _ => Map::new(),
                };
                for (key, value) in given {
                    if value.is_null() {
                        metadata.shift_remove(&key);
                    } else {
                        metadata.insert(key, value);
                    }
                }
                document.insert(name, metadata.into());
            }
            (_, value) => {
                document.insert(name, value);
            }
        }
    }
}

/// Looks for members that contradict each other; `secret` is one that the caller chose.
pub(crate) fn check(
    document: &Map<String, Value>,
    secret: Option<&str>,
) -> Result<(), ClientFault> {
    if is_set(document, "token_endpoint_auth_method")
        && is_set(document, "client_authentication_methods")
    {
        return Err(ClientFault::TwoWaysToAuthenticate);
    }
    if let Some(Value::Object(metadata)) = document.get("client_metadata") {
        check_metadata(metadata)?;
    }
    let algorithm = document.get("jwt_configuration").map(|jwt| &jwt["alg"]);
    let signs_with_it = match algorithm.and_then(Value::as_str) {
        Some(algorithm) => algorithm == "HS256",
        None => document.get("oidc_conformant") != Some(&json!(true)),
    };
    match secret {
        Some(secret) if signs_with_it && secret.chars().count() < SHORTEST_SECRET => {
            Err(ClientFault::ShortSecret)
        }
        _ => Ok(()),
    }
}

/// Checks the grant types that a body names. Those that a client has already are left to it.
pub(crate) fn check_grant_types(given: &Map<String, Value>) -> Result<(), ClientFault> {
    let named = given.get("grant_types").and_then(Value::as_array);
    let is_known = |name: &str| {
        let mut families = GRANT_TYPE_FAMILIES.iter();
        GRANT_TYPES.contains(&name) || families.any(|family| name.starts_with(family))
    };
    let names = named.into_iter().flatten().filter_map(Value::as_str);
    let unknown: Vec<&str> = names.filter(|name| !is_known(name)).collect();
    if unknown.is_empty() {
        return Ok(());
    }
    let told = unknown.join(", ").chars().take(LONGEST_TOLD).collect();
    Err(ClientFault::GrantTypes(told))
}

fn check_metadata(metadata: &Map<String, Value>) -> Result<(), ClientFault> {
    if metadata.len() > MOST_METADATA {
        return Err(ClientFault::TooMuchMetadata(metadata.len()));
    }
    for value in metadata.values() {
        let text = value.as_str().ok_or(ClientFault::MetadataType)?;
        let length = text.chars().count();
        if length > LONGEST_METADATA {
            return Err(ClientFault::LongMetadata(length));
        }
    }
    Ok(())
}

fn is_set(document: &Map<String, Value>, name: &str) -> bool {
    document.get(name).is_some_and(|value| !value.is_null())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(value: Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap()
    }

    #[test]
    fn a_new_client_has_the_grant_types_of_its_kind() {
        let types =
            |app_type: &str| new(object(json!({"app_type": app_type})))["grant_types"].clone();
        assert_eq!(types("non_interactive"), json!(["client_credentials"]));
        assert_eq!(
            types("spa"),
            json!(["authorization_code", "implicit", "refresh_token"])
        );
        assert_eq!(
            types("native")[3],
            "urn:ietf:params:oauth:grant-type:device_code"
        );
        assert_eq!(types("regular_web")[3], "client_credentials");
        let own = new(object(
            json!({"app_type": "spa", "grant_types": ["implicit"]}),
        ));
        assert_eq!(own["grant_types"], json!(["implicit"]));
        assert_eq!(own["token_endpoint_auth_method"], "none");
    }

    #[test]
    fn half_a_policy_is_completed() {
        let given = json!({"refresh_token": {"rotation_type": "rotating", "expiration_type": "expiring", "leeway": 3}});
        let policy = &new(object(given))["refresh_token"];
        assert_eq!(policy["leeway"], 3);
        assert_eq!(policy["infinite_token_lifetime"], false);
        assert_eq!(policy["idle_token_lifetime"], 1_296_000);
        let jwt = &new(object(json!({"jwt_configuration": {"alg": "RS256"}})))["jwt_configuration"];
        assert_eq!(jwt["lifetime_in_seconds"], 36_000);
    }

    #[test]
    fn a_change_replaces_members_and_merges_metadata() {
        let mut document = object(json!({
            "name": "a", "client_metadata": {"x": "1", "y": "2"},
            "jwt_configuration": {"alg": "RS256", "lifetime_in_seconds": 5},
            "default_organization": {"organization_id": "org_1", "flows": []},
        }));
        let change = json!({
            "client_metadata": {"x": null, "y": null}, "jwt_configuration": {"alg": "HS256"},
            "default_organization": null, "callbacks": [], "description": "",
        });
        merge(&mut document, object(change));
        let expected = json!({
            "name": "a", "client_metadata": {}, "jwt_configuration": {"alg": "HS256"}, "callbacks": [], "description": "",
        });
        assert_eq!(Value::from(document), expected);
    }

    #[test]
    fn members_that_contradict_each_other_are_refused() {
        let both = object(json!({
            "token_endpoint_auth_method": "none",
            "client_authentication_methods": {"private_key_jwt": {"credentials": []}},
        }));
        assert_eq!(check(&both, None), Err(ClientFault::TwoWaysToAuthenticate));
        let symmetric = object(json!({"jwt_configuration": {"alg": "HS256"}}));
        assert_eq!(
            check(&symmetric, Some("short")),
            Err(ClientFault::ShortSecret)
        );
        assert_eq!(check(&symmetric, Some(&"s".repeat(48))), Ok(()));
        let with = |metadata: Value| check(&object(json!({ "client_metadata": metadata })), None);
        assert_eq!(with(json!({ "a": 1 })), Err(ClientFault::MetadataType));
        let long = json!({ "a": "x".repeat(256) });
        assert_eq!(with(long), Err(ClientFault::LongMetadata(256)));
        let many: Map<String, Value> = (0..11).map(|n| (n.to_string(), "".into())).collect();
        assert_eq!(with(many.into()), Err(ClientFault::TooMuchMetadata(11)));
        assert_eq!(
            check(&object(json!({"oidc_conformant": true})), Some("short")),
            Ok(())
        );
    }
}
