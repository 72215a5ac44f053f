//! What can go wrong, from a bad argument to the server's refusal.
//!
//! Every call fails with [`Error`]. Ask it [`is_retryable`](Error::is_retryable) and
//! [`retry_after`](Error::retry_after), or match its variants; the server's own words are in
//! [`ApiError`], whole.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::id_token::IdTokenError;
use crate::response::RawResponse;
use crate::transport::{TransportError, TransportErrorKind};

/// Why a call did not succeed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The call or the client was set up wrongly; nothing was sent.
    #[error(transparent)]
    Argument(#[from] ArgumentError),
    /// The server answered with a status outside 200 to 299.
    #[error(transparent)]
    Api(Box<ApiError>),
    /// No complete answer came within the timeout.
    #[error("no answer within {} ms", .limit.as_millis())]
    Timeout {
        /// The timeout of one attempt that ran out.
        limit: Duration,
        /// What the runtime or the transport said.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The request did not reach the server, or its answer did not come back.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// The server said yes with a body of another shape than documented.
    #[error("answer not understood")]
    Decode {
        /// Where it deviates.
        source: doorward_api::AnswerError,
        /// The answer as it came.
        response: Box<RawResponse>,
    },
    /// The answer holds an ID token that must not be trusted.
    #[error("ID token refused: {0}")]
    IdToken(#[from] IdTokenError),
    /// The access token for the call could not be had. Shared by all calls that waited for it.
    #[error("no access token for the Management API: {0}")]
    Token(#[source] Arc<Error>),
}

impl Error {
    /// An answer of another shape.
    pub(crate) fn undecodable(
        source: impl Into<doorward_api::AnswerError>,
        response: RawResponse,
    ) -> Self {
        Self::Decode {
            source: source.into(),
            response: Box::new(response),
        }
    }

    /// An attempt without an answer; a transport's own deadline counts like ours.
    pub(crate) fn lost(error: TransportError, limit: Duration) -> Self {
        match error.kind() {
            TransportErrorKind::Timeout => Self::Timeout {
                limit,
                source: Box::new(error),
            },
            _ => Self::Transport(error),
        }
    }

    /// The server's answer, when that is what failed the call.
    pub fn api(&self) -> Option<&ApiError> {
        match self {
            Self::Api(answer) => Some(answer),
            Self::Token(cause) => cause.api(),
            _ => None,
        }
    }

    /// The status the server answered with.
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Decode { response, .. } => Some(response.status),
            _ => self.api().map(ApiError::status),
        }
    }

    /// Whether the same call may succeed later: 408, 429, 5xx, no connection, no answer.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Api(answer) => answer.is_retryable(),
            Self::Transport(error) => matches!(
                error.kind(),
                TransportErrorKind::Connect
                    | TransportErrorKind::Disconnected
                    | TransportErrorKind::Timeout
            ),
            Self::Timeout { .. } => true,
            Self::Token(cause) => cause.is_retryable(),
            Self::Argument(_) | Self::Decode { .. } | Self::IdToken(_) => false,
        }
    }

    /// How long the server asks to wait before the next attempt.
    pub fn retry_after(&self) -> Option<Duration> {
        self.api()?.retry_after()
    }
}

/// What is wrong with a call or a client before anything is sent.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ArgumentError {
    /// No domain was given.
    #[error("Must provide a domain")]
    NoDomain,
    /// The domain is more or less than `host` or `host:port`.
    #[error(
        "domain {0:?}: expected a host name, with a port if need be, and neither scheme nor path"
    )]
    Domain(String),
    /// The address to send to instead of `https://{domain}` is no http or https URL.
    #[error("base URL {0:?}: expected an http or https URL")]
    BaseUrl(String),
    /// A request lacks what it cannot do without.
    #[error("missing field `{0}`")]
    Missing(&'static str),
    /// The call speaks for a client and the builder was given none.
    #[error("Must provide a client_id")]
    NoClientId,
    /// The call needs a client that authenticates, and this one has nothing to do it with.
    #[error(
        "The client_secret or client_assertion field is required, or it should be mTLS request."
    )]
    NoClientAuthentication,
    /// The Management API client was given neither a token nor the means to get one.
    #[error("Must provide a token, or a client_id with client_secret or client assertion key")]
    NoTokenSource,
    /// The name or the value of an additional header cannot be sent.
    #[error("header {0:?} cannot be sent")]
    Header(String),
    /// The private key for client assertions is unreadable or does not fit its algorithm.
    #[error("client assertion key")]
    AssertionKey(#[source] jsonwebtoken::errors::Error),
    /// TLS or proxy settings are unusable.
    #[error("{what}")]
    Tls {
        /// Which setting.
        what: &'static str,
        /// What is wrong with it.
        source: reqwest::Error,
    },
    /// A file of certificate authorities holds none.
    #[error("no certificate in the PEM text")]
    NoCertificate,
    /// A file to upload cannot be read.
    #[error("file to upload: {path}")]
    File {
        /// Which file.
        path: String,
        /// What the operating system says.
        source: std::io::Error,
    },
    /// The request cannot be written as JSON or as a form.
    #[error("request cannot be written")]
    Encode(#[source] serde_json::Error),
    /// The values of an operation make no request.
    #[error(transparent)]
    Unsendable(doorward_api::Unsendable),
    /// The operating system gives no random bytes.
    #[error("no randomness to be had")]
    Randomness,
}

impl ArgumentError {
    pub(crate) fn tls(what: &'static str, source: reqwest::Error) -> Self {
        Self::Tls { what, source }
    }
}

/// The server's refusal, with everything it said.
///
/// The Authentication API answers `error` and `error_description`, its database endpoints `code`
/// and `description`, the Management API `statusCode`, `error`, `message` and `errorCode`; the
/// accessors read whichever is there. A body that is not JSON is in [`body`](Self::body).
pub struct ApiError {
    response: RawResponse,
    json: Option<Value>,
    retry_after: Option<Duration>,
}

impl ApiError {
    pub(crate) fn new(response: RawResponse, retry_after: Option<Duration>) -> Self {
        let json = serde_json::from_slice(&response.body)
            .ok()
            .filter(|value| *value != Value::Null);
        Self {
            response,
            json,
            retry_after,
        }
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.response.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.response.headers
    }

    /// The body as it came.
    pub fn body(&self) -> &[u8] {
        &self.response.body
    }

    /// The body as JSON; `None` when it is none, or `null`.
    pub fn json(&self) -> Option<&Value> {
        self.json.as_ref()
    }

    /// The body's `error`, else its `code`: `invalid_grant`, `Not Found`, `invalid_signup`, …
    pub fn error(&self) -> Option<&str> {
        self.text("error").or_else(|| self.text("code"))
    }

    /// What [`error`](Self::error) says, for a `match`.
    pub fn code(&self) -> ErrorCode {
        self.error().map_or(ErrorCode::Other, ErrorCode::from_wire)
    }

    /// The sentence meant for people: `message`, `error_description` or `description`.
    pub fn message(&self) -> Option<&str> {
        ["message", "error_description", "description"]
            .into_iter()
            .find_map(|name| self.text(name))
    }

    /// The Management API's `errorCode`, such as `inexistent_user`.
    pub fn error_code(&self) -> Option<&str> {
        self.text("errorCode")
    }

    /// The body's `description`, which is an object when a password broke the policy.
    pub fn description(&self) -> Option<&Value> {
        self.json.as_ref()?.get("description")
    }

    /// With `mfa_required`: the token that buys the second step.
    pub fn mfa_token(&self) -> Option<&str> {
        self.text("mfa_token")
    }

    /// With `mfa_required`: which factors the second step accepts.
    pub fn mfa_requirements(&self) -> Option<&Value> {
        self.json.as_ref()?.get("mfa_requirements")
    }

    /// Whether the same call may succeed later: 408, 429 and 5xx.
    pub fn is_retryable(&self) -> bool {
        crate::retry::is_transient(self.status())
    }

    /// How long the server asks to wait, from `Retry-After` or else `X-RateLimit-Reset`, counted
    /// from when the answer came.
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.json.as_ref()?.get(name)?.as_str()
    }
}

/// Leaves out the body and the headers: an `mfa_token` may stand in them.
impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("status", &self.status())
            .field("error", &self.error())
            .field("message", &self.message())
            .field("error_code", &self.error_code())
            .finish_non_exhaustive()
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status().as_u16())?;
        match (self.error(), self.message()) {
            (Some(error), Some(message)) => write!(f, " {error}: {message}"),
            (Some(text), None) | (None, Some(text)) => write!(f, " {text}"),
            (None, None) => Ok(()),
        }
    }
}

impl std::error::Error for ApiError {}

/// The `error` codes that programs decide on. All others are [`Other`](Self::Other), and their
/// text is in [`ApiError::error`].
///
/// Sources: RFC 6749 5.2, RFC 8628 3.5, OpenID Connect CIBA Core 11, and Auth0's Authentication API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorCode {
    /// `access_denied`: the user or a rule said no.
    AccessDenied,
    /// `authorization_pending`: the user has not decided yet, ask again.
    AuthorizationPending,
    /// `expired_token`: the user took too long.
    ExpiredToken,
    /// `invalid_client`: the client's own authentication failed.
    InvalidClient,
    /// `invalid_grant`: the code, token or password is wrong, spent or expired.
    InvalidGrant,
    /// `invalid_request`: a parameter is missing or malformed.
    InvalidRequest,
    /// `invalid_scope`: a scope is unknown or not allowed.
    InvalidScope,
    /// `mfa_required`: a second factor is needed; see [`ApiError::mfa_token`].
    MfaRequired,
    /// `slow_down`: ask less often.
    SlowDown,
    /// `too_many_attempts`: the account or the address is blocked for now.
    TooManyAttempts,
    /// `unauthorized_client`: the client may not use this grant.
    UnauthorizedClient,
    /// `unsupported_grant_type`: the server does not know this grant.
    UnsupportedGrantType,
    /// Anything else.
    Other,
}

impl ErrorCode {
    fn from_wire(code: &str) -> Self {
        match code {
            "access_denied" => Self::AccessDenied,
            "authorization_pending" => Self::AuthorizationPending,
            "expired_token" => Self::ExpiredToken,
            "invalid_client" => Self::InvalidClient,
            "invalid_grant" => Self::InvalidGrant,
            "invalid_request" => Self::InvalidRequest,
            "invalid_scope" => Self::InvalidScope,
            "mfa_required" => Self::MfaRequired,
            "slow_down" => Self::SlowDown,
            "too_many_attempts" => Self::TooManyAttempts,
            "unauthorized_client" => Self::UnauthorizedClient,
            "unsupported_grant_type" => Self::UnsupportedGrantType,
            _ => Self::Other,
        }
    }
}
