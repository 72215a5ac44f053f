//! The parameters of an OAuth request: a form or a flat JSON object, each name at most once.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use serde_json::{Map, Value};

use super::OAuthError;

/// How many bytes a request of the Authentication API may have.
pub(crate) const LIMIT_BYTES: usize = 64 << 10;
/// How many parameters one request may have.
const MOST: usize = 100;

/// Named texts of a request body. Empty ones count as missing (RFC 6749, 3.1).
#[derive(Default)]
pub(crate) struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// The value of a parameter; `None` when it is missing or empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| known == name)?;
        Some(found.1.as_str()).filter(|value| !value.is_empty())
    }

    /// The value of a parameter.
    ///
    /// # Errors
    ///
    /// `invalid_request` when it is missing or empty.
    pub(crate) fn require(&self, name: &str) -> Result<&str, OAuthError> {
        self.get(name).ok_or_else(|| OAuthError::missing(name))
    }

    /// All parameters, in their order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Reads `application/x-www-form-urlencoded`, also the query of a URL.
    ///
    /// # Errors
    ///
    /// `invalid_request` when a name comes twice (RFC 6749, 3.1), or with a NUL character.
    pub(crate) fn from_form(form: &[u8]) -> Result<Self, OAuthError> {
        let mut parameters = Self::default();
        for (name, value) in form_urlencoded::parse(form) {
            parameters.add(name.into_owned(), value.into_owned())?;
        }
        Ok(parameters)
    }

    /// Reads a flat JSON object of texts; `scope` may be an array of them, `null` counts as missing.
    fn from_json(body: &[u8]) -> Result<Self, OAuthError> {
        let object: Map<String, Value> = serde_json::from_slice(body)
            .map_err(|_| OAuthError::invalid_request("The request body is not a JSON object"))?;
        let mut parameters = Self::default();
        for (name, value) in object {
            let value = match value {
                Value::Null => continue,
                Value::String(text) => text,
                Value::Bool(flag) => flag.to_string(),
                Value::Number(number) => number.to_string(),
                Value::Array(scopes) if name == "scope" => join(&scopes)?,
                _ if name == "scope" => return Err(bad_scope()),
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

    fn add(&mut self, name: String, value: String) -> Result<(), OAuthError> {
        if self.0.iter().any(|(known, _)| *known == name) {
            let shown: String = name.chars().take(64).collect();
            let sentence = format!("Parameter '{shown}' was sent more than once");
            return Err(OAuthError::invalid_request(sentence));
        }
        if self.0.len() == MOST {
            return Err(OAuthError::invalid_request("Too many parameters"));
        }
        if name.contains('\0') || value.contains('\0') {
            return Err(OAuthError::invalid_request(
                "Parameters must not contain NUL characters",
            ));
        }
        self.0.push((name, value));
        Ok(())
    }
}

fn join(scopes: &[Value]) -> Result<String, OAuthError> {
    let names: Option<Vec<&str>> = scopes.iter().map(Value::as_str).collect();
    Ok(names.ok_or_else(bad_scope)?.join(" "))
}

fn bad_scope() -> OAuthError {
    OAuthError::new(
        StatusCode::BAD_REQUEST,
        "invalid_scope",
        "Scope must be an array or a string",
    )
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
        let body = Bytes::from_request(request, state)
            .await
            .map_err(|refused| {
                OAuthError::new(
                    refused.into_response_status(),
                    "invalid_request",
                    "The request body cannot be read",
                )
            })?;
        if is_json {
            Self::from_json(&body)
        } else {
            Self::from_form(&body)
        }
    }
}

/// The status of a body that could not be read: 413 when it is too large, else 400.
trait RefusedBody {
    fn into_response_status(self) -> StatusCode;
}

impl RefusedBody for axum::extract::rejection::BytesRejection {
    fn into_response_status(self) -> StatusCode {
        if self.status() == StatusCode::PAYLOAD_TOO_LARGE {
            StatusCode::PAYLOAD_TOO_LARGE
        } else {
            StatusCode::BAD_REQUEST
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_and_an_object_say_the_same() {
        let form = Parameters::from_form(b"grant_type=password&scope=a+b&empty=").unwrap();
        let json = br#"{"grant_type": "password", "scope": ["a", "b"], "empty": null}"#;
        let json = Parameters::from_json(json).unwrap();
        for parameters in [form, json] {
            assert_eq!(parameters.get("grant_type"), Some("password"));
            assert_eq!(parameters.get("scope"), Some("a b"));
            assert_eq!(parameters.get("empty"), None);
        }
    }

    #[test]
    fn what_is_ambiguous_is_refused() {
        let description =
            |outcome: Result<Parameters, OAuthError>| outcome.err().unwrap().error_description;
        assert!(description(Parameters::from_form(b"a=1&a=2")).contains("more than once"));
        assert!(description(Parameters::from_form(b"a=%00")).contains("NUL"));
        assert!(description(Parameters::from_json(br#"{"a": {}}"#)).contains("must be a string"));
        assert!(description(Parameters::from_json(b"[1]")).contains("not a JSON object"));
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(Parameters::from_json(deep.as_bytes()).is_err());
    }
}
