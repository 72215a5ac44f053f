//! The options of a connection: what each strategy starts with, and which rules they keep.
//! Source: Management API, `connections.create` and `connections.update`.

use serde_json::{Map, Value, json};

/// Why options are refused. Its text is the message of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum OptionsFault {
    #[error("Cannot set both options.attributes and options.validation")]
    AttributesAndValidation,
    #[error("Cannot set both options.attributes and options.requires_username")]
    AttributesAndRequiresUsername,
    #[error("attributes must contain one active identifier")]
    NoActiveIdentifier,
    #[error("attribute phone_number must also be required on signup")]
    PhoneNumberNotRequired,
    #[error("cannot add non-unique email attribute")]
    NonUniqueEmail,
    #[error("cannot patch unique property on email attribute")]
    UniqueChanged,
    #[error(
        "Payload validation error: 'Missing required property: client_id' on property options."
    )]
    NoClientId,
    #[error("Payload validation error: 'Missing required property: issuer' on property options.")]
    NoIssuer,
}

/// Strategies of companies, whose users are sent to their own login page by the domain of their address.
const ENTERPRISE: &[&str] = &[
    "ad",
    "adfs",
    "google-apps",
    "ip",
    "office365",
    "oidc",
    "okta",
    "pingfederate",
    "samlp",
    "sharepoint",
    "waad",
    "auth0-adldap",
];

/// Whether a strategy is one for companies.
pub(crate) fn is_enterprise(strategy: &str) -> bool {
    ENTERPRISE.contains(&strategy)
}

/// The options of a new connection: what was given, and the strategy's defaults for the rest.
pub(crate) fn new(
    strategy: &str,
    mut given: Map<String, Value>,
) -> Result<Map<String, Value>, OptionsFault> {
    check(strategy, None, &given)?;
    if strategy == "oauth2"
        && let Some(Value::String(scope)) = given.get("scope")
    {
        let mut names: Vec<String> = scope.split_whitespace().map(str::to_owned).collect();
        names.sort();
        given.insert("scope".to_owned(), names.into());
    }
    let Value::Object(defaults) = defaults(strategy) else {
        return Ok(given);
    };
    let mut options = defaults;
    options.extend(given);
    Ok(options)
}

fn defaults(strategy: &str) -> Value {
    match strategy {
        "auth0" => json!({
            "mfa": { "active": true, "return_enroll_settings": true },
            "passwordPolicy": "good",
            "strategy_version": 2,
            "authentication_methods": {
                "password": { "enabled": true, "api_behavior": "required", "signup_behavior": "allow" },
                "passkey": { "enabled": false },
            },
            "passkey_options": {
                "challenge_ui": "both",
                "progressive_enrollment_enabled": true,
                "local_enrollment_enabled": true,
            },
            "brute_force_protection": true,
        }),
        "email" | "sms" => json!({ "brute_force_protection": true }),
        "google-oauth2" => {
            json!({ "email": true, "profile": true, "scope": ["email", "profile"] })
        }
        "facebook" => json!({ "scope": "" }),
        "github" | "salesforce" | "salesforce-community" | "salesforce-sandbox" => {
            json!({ "scope": [] })
        }
        "linkedin" => json!({ "profile": true, "scope": ["r_basicprofile"] }),
        "line" => json!({ "profile": true, "scope": ["openid", "profile"] }),
        "windowslive" => json!({ "signin": true, "scope": ["wl.signin"] }),
        "wordpress" => json!({ "profile": true, "scope": ["profile"] }),
        "oidc" | "okta" => json!({
            "type": "back_channel",
            "schema_version": "oidc-V4",
            "attribute_map": { "mapping_mode": "bind_all" },
            "connection_settings": { "pkce": "auto" },
        }),
        "google-apps" => json!({
            "map_user_id_to_id": false,
            "email": true,
            "profile": true,
            "scope": ["email", "profile"],
            "handle_login_from_social": true,
        }),
        "waad" => json!({
            "thumbprints": [],
            "identity_api": "microsoft-identity-platform-v2.0",
            "useCommonEndpoint": false,
            "should_trust_email_verified_connection": "never_set_emails_as_verified",
        }),
        "ad" => json!({ "ips": null, "brute_force_protection": true }),
        "adfs" => json!({
            "thumbprints": [],
            "should_trust_email_verified_connection": "never_set_emails_as_verified",
        }),
        "samlp" => json!({
            "assertion_decryption_settings": { "algorithm_profile": "v2026-1", "algorithm_exceptions": [] },
        }),
        "pingfederate" => json!({
            "signSAMLRequest": false,
            "signatureAlgorithm": "rsa-sha256",
            "digestAlgorithm": "sha256",
        }),
        _ => json!({}),
    }
}

/// The options that a change leaves. They replace the stored ones as a whole; only the `unique` of the e-mail
/// attribute stays when a change does not say it.
pub(crate) fn replace(
    strategy: &str,
    stored: &Map<String, Value>,
    mut given: Map<String, Value>,
) -> Result<Map<String, Value>, OptionsFault> {
    check(strategy, Some(stored), &given)?;
    let unique = stored
        .get("attributes")
        .and_then(|attributes| attributes["email"].get("unique"));
    let email = given
        .get_mut("attributes")
        .and_then(|attributes| attributes.get_mut("email"));
    if let (Some(unique), Some(Value::Object(email))) = (unique, email) {
        email
            .entry("unique".to_owned())
            .or_insert_with(|| unique.clone());
    }
    Ok(given)
}

fn check(
    strategy: &str,
    stored: Option<&Map<String, Value>>,
    given: &Map<String, Value>,
) -> Result<(), OptionsFault> {
    match strategy {
        "auth0" => check_attributes(stored, given),
        // Without the issuer nothing could be verified, without the id nothing asked for.
        "oidc" | "okta" if stored.is_none() => {
            let has = |name: &str| given.get(name).is_some_and(|value| !value.is_null());
            let has_source = ["issuer", "discovery_url", "oidc_metadata", "domain"];
            if !has("client_id") {
                Err(OptionsFault::NoClientId)
            } else if !has_source.into_iter().any(has) {
                Err(OptionsFault::NoIssuer)
            } else {
                Ok(())
            }
        }
        _ => Ok(()),
    }
}

fn check_attributes(
    stored: Option<&Map<String, Value>>,
    given: &Map<String, Value>,
) -> Result<(), OptionsFault> {
    let Some(Value::Object(attributes)) = given.get("attributes") else {
        return Ok(());
    };
    let is_given = |name: &str| given.get(name).is_some_and(|value| !value.is_null());
    if is_given("validation") {
        return Err(OptionsFault::AttributesAndValidation);
    }
    if is_given("requires_username") {
        return Err(OptionsFault::AttributesAndRequiresUsername);
    }
    let is_active = |name: &str| {
        let attribute = attributes.get(name);
        attribute.is_some_and(|attribute| attribute["identifier"]["active"] == true)
    };
    let active: Vec<&str> = ["email", "phone_number", "username"]
        .into_iter()
        .filter(|name| is_active(name))
        .collect();
    if active.is_empty() {
        return Err(OptionsFault::NoActiveIdentifier);
    }
    if active == ["phone_number"] && attributes["phone_number"]["signup"]["status"] != "required" {
        return Err(OptionsFault::PhoneNumberNotRequired);
    }
    check_unique(stored, attributes)
}

/// Whether two users may share an address is decided once, when the attribute is added.
fn check_unique(
    stored: Option<&Map<String, Value>>,
    attributes: &Map<String, Value>,
) -> Result<(), OptionsFault> {
    let Some(unique) = attributes
        .get("email")
        .and_then(|email| email.get("unique"))
    else {
        return Ok(());
    };
    let Some(stored) = stored else {
        return Ok(());
    };
    let known = stored
        .get("attributes")
        .and_then(|attributes| attributes.get("email"));
    match known {
        None if *unique == false => Err(OptionsFault::NonUniqueEmail),
        Some(known) if known.get("unique").unwrap_or(&Value::Bool(true)) != unique => {
            Err(OptionsFault::UniqueChanged)
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(value: Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap()
    }

    #[test]
    fn every_strategy_completes_what_is_given() {
        let options = new("auth0", object(json!({"passwordPolicy": "low"}))).unwrap();
        assert_eq!(options["passwordPolicy"], "low");
        assert_eq!(options["brute_force_protection"], true);
        assert_eq!(Value::from(new("apple", Map::new()).unwrap()), json!({}));
        let oauth2 = new("oauth2", object(json!({"scope": "profile email openid"}))).unwrap();
        assert_eq!(oauth2["scope"], json!(["email", "openid", "profile"]));
        assert_eq!(
            new("oidc", Map::new()).unwrap_err(),
            OptionsFault::NoClientId
        );
    }

    #[track_caller]
    fn refused(options: Value) -> OptionsFault {
        new("auth0", object(options)).unwrap_err()
    }

    #[test]
    fn attributes_contradict_the_options_they_replace() {
        let email = json!({"email": {"identifier": {"active": true}}});
        assert_eq!(
            refused(json!({"attributes": email, "validation": {"username": {"min": 1}}}))
                .to_string(),
            "Cannot set both options.attributes and options.validation"
        );
        assert_eq!(
            refused(json!({"attributes": email, "requires_username": true})),
            OptionsFault::AttributesAndRequiresUsername
        );
        assert_eq!(
            refused(json!({"attributes": {"email": {"identifier": {"active": false}}}})),
            OptionsFault::NoActiveIdentifier
        );
        assert_eq!(
            refused(json!({"attributes": {"phone_number": {"identifier": {"active": true}}}})),
            OptionsFault::PhoneNumberNotRequired
        );
    }

    #[test]
    fn whether_addresses_are_unique_stays_as_it_was() {
        let email = |unique: Value| object(json!({"attributes": {"email": unique}}));
        let stored = email(json!({"identifier": {"active": true}, "unique": true}));
        let change = email(json!({"identifier": {"active": true}, "unique": false}));
        assert_eq!(
            replace("auth0", &stored, change.clone()),
            Err(OptionsFault::UniqueChanged)
        );
        assert_eq!(
            replace("auth0", &Map::new(), change),
            Err(OptionsFault::NonUniqueEmail)
        );
        let silent = email(json!({"identifier": {"active": true}}));
        let kept = replace("auth0", &stored, silent).unwrap();
        assert_eq!(kept["attributes"]["email"]["unique"], true);
    }
}
