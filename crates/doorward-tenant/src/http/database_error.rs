//! The wire form of errors of `/dbconnections/*`: `{"name", "code", "description", "statusCode"}`.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::Utf8Json;
use super::oauth_error::whole_seconds;

/// An error of a database connection as it goes over the wire.
#[derive(Debug, Clone)]
pub(crate) struct DatabaseError {
    status: StatusCode,
    body: Value,
    /// Seconds to wait: the header `Retry-After`.
    retry_after: Option<i64>,
}

impl DatabaseError {
    /// 400 with a code and a sentence.
    pub(crate) fn bad_request(code: &str, description: &str) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            body: json!({
                "name": "BadRequestError",
                "code": code,
                "description": description,
                "statusCode": 400,
            }),
            retry_after: None,
        }
    }

    /// 400: the sign-up failed, for a reason that stays here. Whether the user exists must not show.
    pub(crate) fn invalid_signup() -> Self {
        Self::bad_request("invalid_signup", "Invalid sign up")
    }

    /// 400 with a body of its own, such as a refused password's.
    pub(crate) fn with_body(body: Value) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            body,
            retry_after: None,
        }
    }

    /// 400 with nothing but a sentence: a parameter is missing or wrong.
    pub(crate) fn parameter(sentence: &str) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            body: json!({ "error": sentence }),
            retry_after: None,
        }
    }

    /// 429: it is too early for another request of this kind.
    pub(crate) fn too_many_requests(wait: SignedDuration) -> Self {
        let description = "Global limit has been reached";
        Self {
            status: StatusCode::TOO_MANY_REQUESTS,
            body: json!({ "error": "too_many_requests", "error_description": description }),
            retry_after: Some(whole_seconds(wait)),
        }
    }

    /// 500 or 503: it is not the caller's fault.
    pub(crate) fn server(status: StatusCode) -> Self {
        let name = "InternalServerError";
        let description = "Internal server error";
        let body = json!({
            "name": name, "code": "server_error", "description": description, "statusCode": status.as_u16(),
        });
        Self {
            status,
            body,
            retry_after: None,
        }
    }
}

impl IntoResponse for DatabaseError {
    fn into_response(self) -> Response {
        let mut response = (self.status, Utf8Json(self.body)).into_response();
        if let Some(seconds) = self.retry_after {
            let headers = response.headers_mut();
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}
