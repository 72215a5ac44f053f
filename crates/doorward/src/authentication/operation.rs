//! What all calls of the Authentication API have in common.

use std::borrow::Cow;

use http::{HeaderValue, Method};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use url::Url;

use super::TokenSet;
use crate::dispatch::Outgoing;
use crate::error::{ArgumentError, Error};
use crate::id_token::IdTokenExpectation;
use crate::response::RawResponse;

/// A call of the Authentication API, as a value.
///
/// The named methods ([`oauth().password_grant(…)`](super::OAuth::password_grant) and the others)
/// and [`AuthenticationClient::send`](crate::AuthenticationClient::send) do the same with it. The
/// fields of the request are the parameters of the wire; those that are `None` are not sent.
pub trait AuthenticationOperation: Serialize + Send + Sync {
    /// Group and name, such as `oauth.passwordGrant`.
    const NAME: &'static str;
    /// The method.
    const METHOD: Method = Method::POST;
    /// Path below the tenant's domain; a template when [`path`](Self::path) fills it.
    const PATH: &'static str;
    /// How the parameters are written.
    const ENCODING: Encoding;
    /// Whether `client_id` is among the parameters.
    const NAMES_CLIENT: bool = true;
    /// Whether the client proves who it is.
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::IfConfigured;
    /// What a successful answer holds.
    type Output: Send;

    /// Whether the request can be sent as it is.
    ///
    /// # Errors
    ///
    /// When something is missing that the types cannot demand.
    fn check(&self) -> Result<(), ArgumentError> {
        Ok(())
    }

    /// The path of this very request, escaped. [`PATH`](Self::PATH) unless an id stands in it.
    fn path(&self) -> Cow<'_, str> {
        Cow::Borrowed(Self::PATH)
    }

    /// The token that opens the endpoint, where that is not the client's own proof.
    fn bearer(&self) -> Option<&str> {
        None
    }

    /// Parameters that belong to the operation itself, such as `grant_type`. The request's own
    /// never replace them.
    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        Vec::new()
    }

    /// Turns the request's fields into parameters where they are not the same. `issuer` is
    /// `https://{domain}/`.
    fn adjust(&self, _fields: &mut Map<String, Value>, _issuer: &str) {}

    /// Reads a successful answer.
    ///
    /// # Errors
    ///
    /// When its body is of another shape than documented.
    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error>;

    /// The tokens in an answer. An ID token among them is validated before the caller sees it.
    fn tokens(_output: &mut Self::Output) -> Option<&mut TokenSet> {
        None
    }

    /// What that ID token has to say.
    fn expected_id_token(&self) -> IdTokenExpectation<'_> {
        IdTokenExpectation::default()
    }
}

/// The part of [`AuthenticationOperation`] that all grants share.
macro_rules! answers_tokens {
    () => {
        const PATH: &'static str = "/oauth/token";
        const ENCODING: Encoding = Encoding::Form;
        type Output = TokenSet;

        fn read(response: &RawResponse) -> Result<TokenSet, serde_json::Error> {
            read_json(response)
        }

        fn tokens(output: &mut TokenSet) -> Option<&mut TokenSet> {
            Some(output)
        }
    };
}
pub(crate) use answers_tokens;

/// How parameters are written into a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Encoding {
    /// `application/x-www-form-urlencoded`. Lists and objects become JSON text, as
    /// `authorization_details` wants it (RFC 9396, 2).
    Form,
    /// `application/json`.
    Json,
    /// In the address, as requests without a body carry them.
    Query,
}

/// Whether a call carries the client's credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ClientProof {
    /// Never: the call only names its client.
    Never,
    /// When the client has any; a public client makes the call without.
    IfConfigured,
    /// Always; a public client cannot make the call.
    Always,
}

/// What `encodeURIComponent` leaves as it is.
const UNESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// A text as one segment of a path: `auth0|1` is `auth0%7C1`.
pub(crate) fn escaped(segment: &str) -> impl std::fmt::Display {
    utf8_percent_encode(segment, UNESCAPED)
}

/// Reads JSON.
pub(crate) fn read_json<T: DeserializeOwned>(response: &RawResponse) -> serde_json::Result<T> {
    serde_json::from_slice(&response.body)
}

impl Encoding {
    /// A request with `parameters` to `url`.
    pub(crate) fn write(
        self,
        method: Method,
        mut url: Url,
        parameters: &Map<String, Value>,
    ) -> Result<Outgoing, Error> {
        if self == Self::Query && !parameters.is_empty() {
            url.set_query(Some(&form(parameters)));
        }
        let outgoing = Outgoing::new(method, url);
        Ok(match self.body(parameters)? {
            Some((content_type, bytes)) => outgoing.body(content_type, bytes),
            None => outgoing,
        })
    }

    /// The body that holds `parameters`, and its type; none where the address holds them.
    pub(crate) fn body(
        self,
        parameters: &Map<String, Value>,
    ) -> Result<Option<(HeaderValue, Vec<u8>)>, Error> {
        const JSON: HeaderValue = HeaderValue::from_static("application/json");
        const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");
        Ok(match self {
            Self::Json => {
                let bytes = serde_json::to_vec(parameters).map_err(ArgumentError::Encode)?;
                Some((JSON, bytes))
            }
            Self::Form => Some((FORM, form(parameters).into_bytes())),
            Self::Query => None,
        })
    }
}

fn form(parameters: &Map<String, Value>) -> String {
    let mut pairs = form_urlencoded::Serializer::new(String::with_capacity(256));
    for (name, value) in parameters {
        match value {
            Value::Null => continue,
            Value::String(text) => pairs.append_pair(name, text),
            other => pairs.append_pair(name, &other.to_string()),
        };
    }
    pairs.finish()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_form_is_encoded_as_browsers_do() {
        let Value::Object(parameters) = json!({
            "text": "a b~c*é&", "none": null, "number": 7, "yes": true, "details": [{"type": "x"}],
        }) else {
            unreachable!()
        };
        assert_eq!(
            form(&parameters),
            "text=a+b%7Ec*%C3%A9%26&number=7&yes=true&details=%5B%7B%22type%22%3A%22x%22%7D%5D"
        );
    }
}
