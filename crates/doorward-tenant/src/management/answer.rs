//! What an operation answers.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

/// A successful answer of the Management API.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    /// `None`: no body at all.
    pub(crate) body: Option<Value>,
    headers: Vec<(HeaderName, String)>,
}

impl Answer {
    fn with(status: StatusCode, body: impl Into<Value>) -> Self {
        Self {
            status,
            body: Some(body.into()),
            headers: Vec::new(),
        }
    }

    /// 200 with a body.
    pub(crate) fn ok(body: impl Into<Value>) -> Self {
        Self::with(StatusCode::OK, body)
    }

    /// 200 without a body: the status says it all.
    pub(crate) fn ok_without_content() -> Self {
        Self::without_content(StatusCode::OK)
    }

    /// 201 with a body.
    pub(crate) fn created(body: impl Into<Value>) -> Self {
        Self::with(StatusCode::CREATED, body)
    }

    /// 202 with a body: it will happen.
    pub(crate) fn accepted(body: impl Into<Value>) -> Self {
        Self::with(StatusCode::ACCEPTED, body)
    }

    /// 202 without a body.
    pub(crate) fn accepted_without_content() -> Self {
        Self::without_content(StatusCode::ACCEPTED)
    }

    /// 204 without a body.
    pub(crate) fn no_content() -> Self {
        Self::without_content(StatusCode::NO_CONTENT)
    }

    fn without_content(status: StatusCode) -> Self {
        Self {
            status,
            body: None,
            headers: Vec::new(),
        }
    }

    /// Adds a header.
    pub(crate) fn header(mut self, name: HeaderName, value: String) -> Self {
        self.headers.push((name, value));
        self
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = match self.body {
            None => self.status.into_response(),
            Some(body) => {
                let json = [(header::CONTENT_TYPE, "application/json; charset=utf-8")];
                // Not `to_string`, which goes through a formatter and takes twice as long.
                let body = serde_json::to_vec(&body).unwrap_or_default();
                (self.status, json, body).into_response()
            }
        };
        for (name, value) in self.headers {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}
