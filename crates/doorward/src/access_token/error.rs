//! Why a call is not allowed, and how an API says so.

use std::sync::Arc;

use http::StatusCode;
use serde_json::json;

use crate::dpop::DpopError;
use crate::error::Error;
use crate::jws::Malformed;
use crate::key_set::KeyError;

/// Why an access token, or the request that carries it, is refused.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum AccessTokenError {
    /// The request has no token.
    #[error("an access token is needed")]
    Missing,
    /// The request has several `Authorization` headers, or an unreadable one.
    #[error("the Authorization header is malformed")]
    Header,
    /// The token is no JWT. A token that was bought without an audience is none either.
    #[error("the access token is malformed")]
    Malformed,
    /// It is another kind of token.
    #[error("the token is no access token")]
    Type,
    /// It is signed in another way than the API's tokens are.
    #[error("the access token is signed with {found}")]
    Algorithm {
        /// The algorithm of the token's header.
        found: String,
    },
    /// A claim is missing or of the wrong type.
    #[error("the access token lacks {0}")]
    MissingClaim(&'static str),
    /// Another tenant made it.
    #[error("the access token is of another issuer")]
    Issuer,
    /// It is for another API.
    #[error("the access token is for another audience")]
    Audience,
    /// It counts no longer.
    #[error("the access token has expired")]
    Expired,
    /// It does not count yet.
    #[error("the access token is not valid yet")]
    NotYet,
    /// None of the tenant's keys made the signature that the token's header names.
    #[error("no key of the tenant matches the access token")]
    UnknownKey,
    /// The signature is not that of the key.
    #[error("the signature of the access token does not verify")]
    Signature,
    /// The tenant's keys could not be fetched: it is not the caller's fault.
    #[error("the tenant's keys could not be fetched")]
    Keys(#[source] Arc<Error>),
    /// The caller does not show that it holds the key which the token is bound to.
    #[error(transparent)]
    Dpop(#[from] DpopError),
    /// The caller does not show the certificate which the token is bound to.
    #[error("the access token is bound to another certificate")]
    Certificate,
    /// The API takes bound tokens alone.
    #[error("the access token is bound to nothing")]
    Unbound,
    /// The token does not allow this call.
    #[error("the access token lacks scope: {needed}")]
    InsufficientScope {
        /// What the call needs, separated by spaces.
        needed: String,
    },
}

impl From<Malformed> for AccessTokenError {
    fn from(Malformed: Malformed) -> Self {
        Self::Malformed
    }
}

impl From<KeyError> for AccessTokenError {
    fn from(error: KeyError) -> Self {
        match error {
            KeyError::Unknown { .. } => Self::UnknownKey,
            KeyError::Fetch(error) => Self::Keys(error),
        }
    }
}

impl AccessTokenError {
    /// The status to answer with (RFC 6750, 3.1).
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Header => StatusCode::BAD_REQUEST,
            Self::InsufficientScope { .. } => StatusCode::FORBIDDEN,
            Self::Keys(_) => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::UNAUTHORIZED,
        }
    }

    /// The `error` of the answer; `None` when there was no token to object to, or no caller to
    /// blame.
    pub fn code(&self) -> Option<&'static str> {
        match self {
            Self::Missing | Self::Keys(_) => None,
            Self::Header => Some("invalid_request"),
            Self::Dpop(DpopError::Binding) => Some("invalid_token"),
            Self::Dpop(_) => Some("invalid_dpop_proof"),
            Self::InsufficientScope { .. } => Some("insufficient_scope"),
            _ => Some("invalid_token"),
        }
    }

    /// The `WWW-Authenticate` header of the answer (RFC 6750, 3; RFC 9449, 7.1).
    pub fn www_authenticate(&self) -> Option<String> {
        if matches!(self, Self::Keys(_)) {
            return None;
        }
        let scheme = match self {
            Self::Dpop(_) | Self::Unbound => "DPoP algs=\"ES256 ES384\"",
            _ => "Bearer",
        };
        let Some(code) = self.code() else {
            return Some(scheme.to_owned());
        };
        let separator = if scheme == "Bearer" { " " } else { ", " };
        // Texts of the token do not get into a header.
        let description = match self {
            Self::Algorithm { .. } => "the access token is signed with another algorithm".into(),
            Self::InsufficientScope { .. } => "the access token lacks scope".into(),
            _ => self.to_string(),
        };
        let mut header =
            format!("{scheme}{separator}error=\"{code}\", error_description=\"{description}\"");
        if let Self::InsufficientScope { needed } = self {
            let safe = needed.replace(['"', '\\'], "");
            header.push_str(&format!(", scope=\"{safe}\""));
        }
        Some(header)
    }

    /// A JSON body for the answer, in OAuth's form.
    pub fn body(&self) -> String {
        match self.code() {
            Some(code) => json!({ "error": code, "error_description": self.to_string() }),
            None => json!({ "error_description": self.to_string() }),
        }
        .to_string()
    }
}
