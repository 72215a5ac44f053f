//! Reading the body of a request: as it is, or as the parameters of a form or a flat JSON object.

use std::fmt;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::{Map, Value};

use super::OAuthError;
use crate::domain::authorization::AuthorizationError;
use crate::domain::parameters::{ParameterFault, Parameters, shown};

/// How many bytes a request of the Authentication API may have.
pub(crate) const LIMIT_BYTES: usize = 64 << 10;

/// The body of a request, whole. One that is too large is refused in the form of all other errors.
pub(crate) struct Body(pub(crate) Bytes);

impl<S: Send + Sync> FromRequest<S> for Body {
    type Rejection = OAuthError;

    async fn from_request(request: Request, state: &S) -> Result<Self, OAuthError> {
        let read = Bytes::from_request(request, state).await;
        read.map(Self).map_err(|refused| {
            if refused.status() == StatusCode::PAYLOAD_TOO_LARGE {
                OAuthError::too_large()
            } else {
                OAuthError::invalid_request("The request body cannot be read")
            }
        })
    }
}

impl<S: Send + Sync> FromRequest<S> for Parameters {
    type Rejection = OAuthError;

    async fn from_request(request: Request, state: &S) -> Result<Self, OAuthError> {
        let content_type = request.headers().get(header::CONTENT_TYPE);
        let content_type = content_type
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let is_json = content_type
            .trim_start()
            .to_ascii_lowercase()
            .starts_with("application/json");
        let Body(body) = Body::from_request(request, state).await?;
        if is_json {
            from_json(&body)
        } else {
            Ok(Self::parse(&body)?)
        }
    }
}

impl Parameters {
    /// The value of a parameter.
    ///
    /// # Errors
    ///
    /// `invalid_request` when it is missing or empty.
    pub(crate) fn require(&self, name: &str) -> Result<&str, OAuthError> {
        self.get(name).ok_or_else(|| OAuthError::missing(name))
    }
}

impl From<ParameterFault> for OAuthError {
    fn from(fault: ParameterFault) -> Self {
        Self::invalid_request(fault.to_string())
    }
}

impl From<AuthorizationError> for OAuthError {
    fn from(error: AuthorizationError) -> Self {
        Self::new(StatusCode::BAD_REQUEST, error.error, error.description)
    }
}

/// Reads a flat JSON object of texts; `scope` may be an array of them, `null` counts as missing.
fn from_json(body: &[u8]) -> Result<Parameters, OAuthError> {
    let object = object(body).map_err(|fault| OAuthError::invalid_request(fault.to_string()))?;
    let mut parameters = Parameters::default();
    for (name, value) in object {
        let value = match value {
            Value::Null => continue,
            Value::String(text) => text,
            Value::Array(scopes) if name == "scope" => join(&scopes)?,
            _ if name == "scope" => return Err(OAuthError::bad_scope()),
            Value::Bool(flag) => flag.to_string(),
            Value::Number(number) => number.to_string(),
            _ => {
                let shown: String = name.chars().take(64).collect();
                let sentence = format!("Parameter '{shown}' must be a string");
                return Err(OAuthError::invalid_request(sentence));
            }
        };
        parameters.add(name, value)?;
    }
    Ok(parameters)
}

/// Why a body is no object that everybody reads alike.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ObjectFault {
    #[error("The request body is not a JSON object")]
    Other,
    /// The one who checks and the one who acts may each take another of the two (RFC 8259, 4).
    #[error("{}", ParameterFault::Repeated(.0.clone()))]
    Repeated(String),
}

/// Reads a body that is a JSON object, each member once.
///
/// # Errors
///
/// See [`ObjectFault`].
pub(crate) fn object(body: &[u8]) -> Result<Map<String, Value>, ObjectFault> {
    let Members(members) = serde_json::from_slice(body).map_err(|_| ObjectFault::Other)?;
    let mut object = Map::new();
    for (name, value) in members {
        if object.contains_key(&name) {
            return Err(ObjectFault::Repeated(shown(&name)));
        }
        object.insert(name, value);
    }
    Ok(object)
}

/// The members of an object, also those that come twice.
struct Members(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Members;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("a JSON object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        from.deserialize_map(Reader)
    }
}

fn join(scopes: &[Value]) -> Result<String, OAuthError> {
    let names: Option<Vec<&str>> = scopes.iter().map(Value::as_str).collect();
    Ok(names.ok_or_else(OAuthError::bad_scope)?.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_and_an_object_say_the_same() {
        let form = Parameters::parse(b"grant_type=password&scope=a+b&empty=").unwrap();
        let json = br#"{"grant_type": "password", "scope": ["a", "b"], "empty": null}"#;
        let json = from_json(json).unwrap();
        for parameters in [form, json] {
            assert_eq!(parameters.get("grant_type"), Some("password"));
            assert_eq!(parameters.get("scope"), Some("a b"));
            assert_eq!(parameters.get("empty"), None);
        }
    }

    #[test]
    fn what_is_ambiguous_is_refused() {
        let told = |json: &[u8]| from_json(json).err().unwrap().error_description;
        assert!(told(br#"{"a": {}}"#).contains("must be a string"));
        assert!(told(br#"{"scope": 5}"#).contains("Scope must be"));
        let twice = br#"{"client_id": "a", "client_id": "b"}"#;
        assert_eq!(told(twice), "Parameter must not be repeated: client_id");
        let null_first = br#"{"client_id": null, "client_id": "b"}"#;
        assert_eq!(told(null_first), told(twice));
        assert!(told(b"[1]").contains("not a JSON object"));
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(from_json(deep.as_bytes()).is_err());
    }
}
