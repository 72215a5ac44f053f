//! The server's refusal, read.

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::problem::Problem;
use crate::response::RawResponse;

/// The server's refusal, with everything it said.
///
/// The Authentication API answers `error` and `error_description`, its database endpoints `code`
/// and `description`, the Management API `statusCode`, `error`, `message` and `errorCode`; the
/// accessors read whichever is there. The APIs that users call themselves answer a [`Problem`]. A body that is not JSON is in [`body`](Self::body).
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

    /// The request's name in the tenant's logs, which its operator asks for.
    pub fn request_id(&self) -> Option<&str> {
        crate::response::request_id(self.headers())
    }

    /// The body as it came.
    pub fn body(&self) -> &[u8] {
        &self.response.body
    }

    /// The body as JSON; `None` when it is none, or `null`.
    pub fn json(&self) -> Option<&Value> {
        self.json.as_ref()
    }

    /// The body's `error`, else its `code`, else its `title`: `invalid_grant`, `Not Found`,
    /// `invalid_signup`, …
    pub fn error(&self) -> Option<&str> {
        ["error", "code", "title"]
            .into_iter()
            .find_map(|name| self.text(name))
    }

    /// What [`error`](Self::error) says, for a `match`.
    pub fn code(&self) -> ErrorCode {
        self.error().map_or(ErrorCode::Other, ErrorCode::from_wire)
    }

    /// The sentence meant for people: `message`, `error_description`, `description` or `detail`.
    pub fn message(&self) -> Option<&str> {
        ["message", "error_description", "description", "detail"]
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

    /// What the My Account and My Organization APIs say; `None` when the body is of another kind.
    pub fn problem(&self) -> Option<Problem> {
        serde_json::from_slice(&self.response.body).ok()
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
