//! The wire form of errors of `/dbconnections/*`: `{"name", "code", "description", "statusCode"}`.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// An error of a database connection as it goes over the wire.
#[derive(Debug, Clone)]
pub(crate) struct DatabaseError {
    status: StatusCode,
    body: Value,
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
        }
    }

    /// 400 with nothing but a sentence: a parameter is missing or wrong.
    pub(crate) fn parameter(sentence: &str) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            body: json!({ "error": sentence }),
        }
    }

    /// 500 or 503: it is not the caller's fault.
    pub(crate) fn server(status: StatusCode) -> Self {
        let name = "InternalServerError";
        let description = "Internal server error";
        let body = json!({
            "name": name, "code": "server_error", "description": description, "statusCode": status.as_u16(),
        });
        Self { status, body }
    }
}

impl IntoResponse for DatabaseError {
    fn into_response(self) -> Response {
        (self.status, Json(self.body)).into_response()
    }
}
