//! The wire form of OAuth errors: `{"error", "error_description", …}` (RFC 6749, 5.2, with Auth0's statuses).

use std::borrow::Cow;

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use serde::Serialize;

use super::NO_STORE;
use super::rate_limit::REACHED;
use crate::protection::quota::Allowance;

/// An error of the Authentication API as it goes over the wire. One constructor for each.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OAuthError {
    #[serde(skip)]
    pub(crate) status: StatusCode,
    /// The status once more, in the body of those errors where Auth0 does so.
    #[serde(rename = "statusCode", skip_serializing_if = "Option::is_none")]
    pub(crate) status_code: Option<u16>,
    pub(crate) error: &'static str,
    pub(crate) error_description: Cow<'static, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error_uri: Option<&'static str>,
    /// Seconds to wait: the header `Retry-After`.
    #[serde(skip)]
    pub(crate) retry_after: Option<i64>,
    /// The rate limit that was reached.
    #[serde(skip)]
    pub(crate) left: Option<Allowance>,
}

impl OAuthError {
    pub(crate) fn new(
        status: StatusCode,
        error: &'static str,
        description: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            status,
            status_code: None,
            error,
            error_description: description.into(),
            error_uri: None,
            retry_after: None,
            left: None,
        }
    }

    /// 400: the request itself is wrong.
    pub(crate) fn invalid_request(description: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_request", description)
    }

    /// 400: a parameter is missing.
    pub(crate) fn missing(parameter: &str) -> Self {
        Self::invalid_request(format!("Missing required parameter: {parameter}"))
    }

    /// 400: the scope is no list of names.
    pub(crate) fn bad_scope() -> Self {
        Self {
            status_code: Some(400),
            ..Self::new(
                StatusCode::BAD_REQUEST,
                "invalid_scope",
                "Scope must be an array or a string",
            )
        }
    }

    /// 413: nobody needs a body this large.
    pub(crate) fn too_large() -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "invalid_request",
            "The request body is too large",
        )
    }

    /// 431: nobody needs an address and headers this large.
    pub(crate) fn large_head() -> Self {
        Self::new(
            StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            "invalid_request",
            "The address and headers of the request are too large",
        )
    }

    /// 405: the path is right, the method is not.
    pub(crate) fn method_not_allowed() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method_not_allowed",
            "The method is not allowed for this path",
        )
    }

    /// 403: what was presented buys nothing.
    pub(crate) fn invalid_grant(description: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "invalid_grant", description)
    }

    /// 403: not allowed.
    pub(crate) fn access_denied(description: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "access_denied", description)
    }

    /// 401: wrong secret or unknown client, which look the same.
    pub(crate) fn unauthorized() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "access_denied", "Unauthorized")
    }

    /// 401: the client did not prove who it is.
    pub(crate) fn invalid_client(description: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "invalid_client", description)
    }

    /// 403: the client may not use this grant type.
    pub(crate) fn grant_not_allowed(grant_type: &str) -> Self {
        let description = format!("Grant type '{grant_type}' not allowed for the client.");
        Self {
            error_uri: Some("https://auth0.com/docs/clients/client-grant-types"),
            ..Self::new(StatusCode::FORBIDDEN, "unauthorized_client", description)
        }
    }

    /// 400: nobody knows this grant type.
    pub(crate) fn unsupported_grant_type(grant_type: &str) -> Self {
        let shown: String = grant_type.chars().take(100).collect();
        Self::new(
            StatusCode::BAD_REQUEST,
            "unsupported_grant_type",
            format!("Unsupported grant type: {shown}"),
        )
    }

    /// 429: it is too early for another request of this kind.
    pub(crate) fn too_many_requests(left: Allowance) -> Self {
        let status = StatusCode::TOO_MANY_REQUESTS;
        Self {
            left: Some(left),
            ..Self::new(status, "too_many_requests", REACHED)
        }
    }

    /// 429: too many failed logins.
    pub(crate) fn too_many_attempts() -> Self {
        Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too_many_attempts",
            "Your account has been blocked after multiple consecutive login attempts. We've sent you a \
             notification via your preferred contact method with instructions on how to unblock it.",
        )
    }

    /// 429: too many logins of one user from one address, right or wrong.
    pub(crate) fn too_many_logins(left: Allowance) -> Self {
        let status = StatusCode::TOO_MANY_REQUESTS;
        let sentence = "Too many login attempts for this user. Please wait, and try again later.";
        Self {
            left: Some(left),
            ..Self::new(status, "too_many_logins", sentence)
        }
    }

    /// 429: too many failed logins from one address.
    pub(crate) fn suspicious_address() -> Self {
        Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too_many_attempts",
            "We have detected suspicious login behavior and further attempts will be blocked. Please contact \
             the administrator.",
        )
    }

    /// 403: an administrator blocked this user.
    pub(crate) fn blocked_user() -> Self {
        Self::new(StatusCode::FORBIDDEN, "unauthorized", "user is blocked")
    }

    /// 503: too much is waiting already.
    pub(crate) fn overloaded() -> Self {
        Self {
            retry_after: Some(1),
            ..Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "temporarily_unavailable",
                "The server is busy. Try again in a second.",
            )
        }
    }

    /// 500: it is not the caller's fault.
    pub(crate) fn server_error() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "server_error",
            "Internal server error",
        )
    }
}

impl IntoResponse for OAuthError {
    fn into_response(self) -> Response {
        let (status, retry_after, left) = (self.status, self.retry_after, self.left);
        let mut response = (status, NO_STORE, Json(self)).into_response();
        let headers = response.headers_mut();
        if let Some(seconds) = retry_after {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        if let Some(left) = left {
            left.write(headers);
        }
        if status == StatusCode::UNAUTHORIZED {
            let basic = HeaderValue::from_static("Basic realm=\"Users\"");
            headers.insert(header::WWW_AUTHENTICATE, basic);
        }
        response
    }
}

/// A wait in seconds, none too short.
pub(super) fn whole_seconds(wait: SignedDuration) -> i64 {
    let seconds = wait.as_secs();
    if wait.subsec_nanos() > 0 {
        seconds + 1
    } else {
        seconds
    }
}
