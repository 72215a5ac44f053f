//! What a request object says once its signature is verified (RFC 9101, 4).

use serde_json::{Map, Value};

use crate::domain::parameters::{ParameterFault, Parameters, shown};

/// Seconds that the clocks of client and tenant may differ.
const SKEW: i64 = 10;
/// Bytes that the name of a request object may have.
const LONGEST_JTI: usize = 64;
/// Claims about the JWT itself. They are no parameters.
const ABOUT_ITSELF: &[&str] = &["iss", "aud", "sub", "exp", "iat", "nbf", "jti"];
/// Parameters whose values are JSON.
const STRUCTURED: &[&str] = &["authorization_details", "claims"];

/// Why a request object does not count.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum RequestObjectFault {
    /// The client wants all its requests signed.
    #[error("Missing required parameter: request")]
    Required,
    #[error("The request is too large")]
    TooLarge,
    /// It is no JWT, or none that a registered key of the client signed for this tenant.
    #[error("The request object is not signed by the client for this tenant")]
    Signature,
    #[error("The request object has expired or is not valid yet")]
    Time,
    #[error("Claim of the request object is missing or wrong: {0}")]
    Claim(String),
    #[error(transparent)]
    Parameter(#[from] ParameterFault),
}

impl RequestObjectFault {
    /// The error code of OAuth.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Required | Self::TooLarge => "invalid_request",
            _ => "invalid_request_object",
        }
    }
}

/// Puts what `client_id` has signed over what came beside it. `now` in seconds since 1970.
///
/// # Errors
///
/// See [`RequestObjectFault`].
pub(crate) fn merge(
    claims: Map<String, Value>,
    client_id: &str,
    now: i64,
    beside: Parameters,
) -> Result<Parameters, RequestObjectFault> {
    let wrong = |name: &str| RequestObjectFault::Claim(shown(name));
    for name in ["iss", "client_id"] {
        if claims.get(name).is_none_or(|value| value != client_id) {
            return Err(wrong(name));
        }
    }
    // One audience, not a list: it is for nobody else.
    if !claims.get("aud").is_some_and(Value::is_string) {
        return Err(wrong("aud"));
    }
    // With it, what travels through browsers could be taken for a proof of who the client is (RFC 9101, 10.8).
    if claims.get("sub").is_some_and(|value| value == client_id) {
        return Err(wrong("sub"));
    }
    let response_type = claims.get("response_type").and_then(Value::as_str);
    if response_type.is_none_or(str::is_empty) {
        return Err(wrong("response_type"));
    }
    if let Some(jti) = claims.get("jti") {
        let is_short = |jti: &str| !jti.is_empty() && jti.len() <= LONGEST_JTI;
        if !jti.as_str().is_some_and(is_short) {
            return Err(wrong("jti"));
        }
    }
    check_times(&claims, now)?;
    let mut merged = beside.without(&["request"]);
    for (name, value) in claims {
        if ABOUT_ITSELF.contains(&name.as_str()) {
            continue;
        }
        let value = match value {
            // Neither leads to yet another request.
            _ if matches!(name.as_str(), "request" | "request_uri") => return Err(wrong(&name)),
            Value::String(text) => text,
            Value::Number(number) => number.to_string(),
            Value::Bool(flag) => flag.to_string(),
            value if STRUCTURED.contains(&name.as_str()) && !value.is_null() => value.to_string(),
            _ => return Err(wrong(&name)),
        };
        merged = merged.without(&[&name]);
        merged.add(name, value)?;
    }
    Ok(merged)
}

fn check_times(claims: &Map<String, Value>, now: i64) -> Result<(), RequestObjectFault> {
    let moment = |name: &str| match claims.get(name) {
        None => Ok(None),
        Some(value) => match value.as_f64() {
            Some(seconds) if seconds.is_finite() => Ok(Some(seconds)),
            _ => Err(RequestObjectFault::Claim(name.to_owned())),
        },
    };
    let (earliest, latest) = ((now - SKEW) as f64, (now + SKEW) as f64);
    let is_over = moment("exp")?.is_some_and(|end| end <= earliest);
    let begins = [moment("nbf")?, moment("iat")?];
    let is_early = begins.into_iter().flatten().any(|begin| begin > latest);
    if is_over || is_early {
        return Err(RequestObjectFault::Time);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const NOW: i64 = 1_800_000_000;

    fn outcome(change: Value) -> Result<Parameters, RequestObjectFault> {
        let mut claims = json!({
            "iss": "app", "aud": "https://tenant.example/", "client_id": "app",
            "response_type": "code", "exp": NOW + 60, "nbf": NOW, "iat": NOW, "jti": "1",
        });
        for (name, value) in change.as_object().unwrap() {
            claims[name] = value.clone();
        }
        let claims = claims.as_object().unwrap().clone();
        let claims = claims.into_iter().filter(|(_, value)| value != "absent");
        let beside =
            Parameters::parse(b"client_id=app&request=x.y.z&scope=openid&state=beside").unwrap();
        merge(claims.collect(), "app", NOW, beside)
    }

    #[test]
    fn what_is_signed_counts_before_what_is_beside_it() {
        let signed = json!({ "scope": "openid email", "max_age": 60, "claims": { "a": [1] } });
        let merged = outcome(signed).unwrap();
        let expected = [
            ("scope", Some("openid email")),
            ("max_age", Some("60")),
            ("claims", Some("{\"a\":[1]}")),
            ("state", Some("beside")),
            ("response_type", Some("code")),
            ("client_id", Some("app")),
            ("request", None),
            ("iss", None),
            ("jti", None),
        ];
        for (name, value) in expected {
            assert_eq!(merged.get(name), value, "{name}");
        }
    }

    #[test]
    fn nobody_elses_requests_count_and_none_from_another_time() {
        let claim = |name: &str| Err(RequestObjectFault::Claim(name.to_owned()));
        for (name, values) in [
            ("iss", vec![json!("other"), json!("absent"), json!(1)]),
            (
                "client_id",
                vec![json!("other"), json!("absent"), json!(["app"])],
            ),
            ("response_type", vec![json!("absent"), json!(""), json!(1)]),
            (
                "aud",
                vec![json!(["https://tenant.example/"]), json!("absent")],
            ),
            ("sub", vec![json!("app")]),
            ("jti", vec![json!(""), json!("x".repeat(65)), json!(7)]),
            ("exp", vec![json!("soon"), json!(null)]),
            ("request_uri", vec![json!("urn:x")]),
            ("request", vec![json!("x.y.z")]),
            ("state", vec![json!(null), json!(["a"]), json!({})]),
        ] {
            for value in values {
                assert_eq!(
                    outcome(json!({ name: value })),
                    claim(name),
                    "{name}: {value}"
                );
            }
        }
        for (name, good, bad) in [
            ("exp", NOW - 9, NOW - 10),
            ("nbf", NOW + 10, NOW + 11),
            ("iat", NOW + 10, NOW + 11),
        ] {
            assert!(outcome(json!({ name: good })).is_ok(), "{name}");
            assert_eq!(
                outcome(json!({ name: bad })),
                Err(RequestObjectFault::Time),
                "{name}"
            );
            assert!(
                outcome(json!({ name: "absent" })).is_ok(),
                "{name} may be left out"
            );
        }
        let nul = outcome(json!({ "nonce": "a\0" }));
        assert!(
            matches!(nul, Err(RequestObjectFault::Parameter(_))),
            "{nul:?}"
        );
    }
}
