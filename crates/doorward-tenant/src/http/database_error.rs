//! The wire form of errors of `/dbconnections/*`: `{"name", "code", "description", "statusCode"}`.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::parameters::ObjectFault;
use super::rate_limit::REACHED;
use super::{OAuthError, Utf8Json};
use crate::protection::quota::Allowance;

/// An error of a database connection as it goes over the wire.
#[derive(Debug, Clone)]
pub(crate) struct DatabaseError {
    status: StatusCode,
    body: Value,
    /// The rate limit that was reached.
    left: Option<Allowance>,
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
            left: None,
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
            left: None,
        }
    }

    /// 400 with nothing but a sentence: a parameter is missing or wrong.
    pub(crate) fn parameter(sentence: &str) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            body: json!({ "error": sentence }),
            left: None,
        }
    }

    /// 400: the body cannot be read.
    pub(crate) fn of_body(fault: ObjectFault) -> Self {
        match fault {
            ObjectFault::Other => Self::parameter("the request body is not a JSON object"),
            ObjectFault::Repeated(_) => Self::parameter(&fault.to_string()),
        }
    }

    /// The sentence that the caller is told.
    pub(crate) fn told(&self) -> &str {
        let told = ["description", "error"].map(|name| self.body[name].as_str());
        told.into_iter().flatten().next().unwrap_or_default()
    }

    /// 429: it is too early for another request of this kind.
    pub(crate) fn too_many_requests(left: Allowance) -> Self {
        Self {
            status: StatusCode::TOO_MANY_REQUESTS,
            body: json!({ "error": "too_many_requests", "error_description": REACHED }),
            left: Some(left),
        }
    }

    /// 429: too many sign-ups from one address.
    pub(crate) fn suspicious_address(left: Allowance) -> Self {
        let told = OAuthError::suspicious_address();
        Self {
            status: told.status,
            body: json!({ "error": told.error, "error_description": told.error_description }),
            left: Some(left),
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
            left: None,
        }
    }
}

impl IntoResponse for DatabaseError {
    fn into_response(self) -> Response {
        let mut response = (self.status, Utf8Json(self.body)).into_response();
        if let Some(left) = self.left {
            left.write(response.headers_mut());
        }
        response
    }
}
