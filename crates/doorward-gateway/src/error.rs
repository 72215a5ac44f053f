//! What a request can fail with, and how its caller hears of it.
//!
//! Two texts are kept apart: the caller gets a status and a message that names the field or header at
//! fault; the operator gets the error with all its sources in the log, when it is not the caller's.

use std::error::Error as _;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderMap, HeaderValue, StatusCode};
use serde_json::json;

use crate::auth0::{CallError, Refusal, TenantError};
use crate::entropy::NoEntropy;
use crate::search::SearchFault;
use crate::session::SessionError;

/// Why an endpoint did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GatewayError {
    /// The request makes no sense; the text says which field or header is at fault.
    #[error("{0}")]
    BadRequest(String),
    #[error("the client-type header names no known client")]
    UnknownClient,
    #[error("the request names no client and none is the default")]
    NoClient,
    /// The text is the one callers of the original know.
    #[error("access token is empty")]
    NoToken,
    #[error("no session for this token")]
    NoSession,
    #[error("the session has expired")]
    Expired,
    #[error("the refresh token was refused")]
    RefreshRefused,
    #[error("{0}")]
    Forbidden(String),
    #[error("{0} not found")]
    NotFound(&'static str),
    #[error("the method is not allowed here")]
    MethodNotAllowed,
    #[error("the body is larger than {0} bytes")]
    TooLarge(usize),
    #[error("the body did not arrive in time")]
    TooSlow,
    #[error("the body must be {0}")]
    UnsupportedMediaType(&'static str),
    /// The tenant's own answer, for the caller to see as it is.
    #[error("the tenant answered {}", .0.status)]
    Passed(Box<Answer>),
    /// The Authentication API wants to be asked less often; its own form of saying so is not ours.
    #[error("{}", .0.message.as_deref().unwrap_or("too many requests"))]
    TooManyRequests(Box<Refusal>),
    #[error("the tenant has no room for this search now")]
    SearchUnavailable,
    #[error("sessions are not available")]
    Session(#[from] SessionError),
    #[error("the tenant is not available")]
    Tenant(#[from] TenantError),
    #[error("the tenant is not available: the refresh this request waited for has failed")]
    RefreshFailed,
    #[error("randomness is not available")]
    Entropy(#[from] NoEntropy),
    #[error("the metrics cannot be written")]
    Metrics(#[from] std::fmt::Error),
    #[error("the upload cannot be kept")]
    Spool(#[source] std::io::Error),
    #[error("the work was interrupted")]
    Interrupted(#[source] tokio::task::JoinError),
}

/// An answer of the tenant.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl GatewayError {
    /// A field or header is wrong in the way `what` says.
    pub(crate) fn bad(what: impl Into<String>) -> Self {
        Self::BadRequest(what.into())
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::UnknownClient
            | Self::NoClient
            | Self::NoToken
            | Self::NoSession
            | Self::Expired
            | Self::RefreshRefused => StatusCode::UNAUTHORIZED,
            Self::Forbidden(_) => StatusCode::FORBIDDEN,
            Self::NotFound(_) => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::UnsupportedMediaType(_) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Passed(answer) => answer.status,
            Self::TooManyRequests(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::SearchUnavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Session(_)
            | Self::Tenant(_)
            | Self::RefreshFailed
            | Self::Entropy(_)
            | Self::Metrics(_)
            | Self::Spool(_)
            | Self::Interrupted(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Tells the operator, if there is something for an operator to do.
    fn log(&self) {
        if self.status().is_server_error() {
            let mut sources = Vec::new();
            let mut next = self.source();
            while let Some(error) = next {
                sources.push(error.to_string());
                next = error.source();
            }
            tracing::error!(cause = sources.join(": "), "{self}");
        }
    }
}

impl From<SearchFault> for GatewayError {
    fn from(fault: SearchFault) -> Self {
        Self::BadRequest(fault.to_string())
    }
}

impl IntoResponse for GatewayError {
    fn into_response(self) -> Response {
        self.log();
        match self {
            Self::Passed(answer) => answer.into_response(),
            Self::TooManyRequests(refusal) => {
                let mut response = told(
                    StatusCode::TOO_MANY_REQUESTS,
                    &refusal.message.unwrap_or_default(),
                );
                pass_on(&refusal.answer.headers, response.headers_mut());
                response
                    .headers_mut()
                    .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
                response
            }
            error => told(error.status(), &error.to_string()),
        }
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = self.status;
        pass_on(&self.headers, response.headers_mut());
        response
    }
}

impl From<CallError> for GatewayError {
    fn from(error: CallError) -> Self {
        match error {
            CallError::Refused(refusal) => Self::Passed(Box::new(refusal.answer)),
            CallError::Limited(refusal) => Self::TooManyRequests(refusal),
            CallError::Failed(error) => Self::Tenant(error),
        }
    }
}

/// Copies the tenant's headers that mean something to the gateway's caller.
fn pass_on(from: &HeaderMap, to: &mut HeaderMap) {
    for (name, value) in from {
        if name == CONTENT_TYPE || name == RETRY_AFTER || name.as_str().starts_with("x-ratelimit-")
        {
            to.insert(name.clone(), value.clone());
        }
    }
}

/// An error of the gateway's own, in the form of all of them.
fn told(status: StatusCode, message: &str) -> Response {
    let error = status.canonical_reason().unwrap_or_default();
    let body = json!({ "statusCode": status.as_u16(), "error": error, "message": message });
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
