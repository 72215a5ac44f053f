//! The wire form of errors of the Management API: `{"statusCode", "error", "message", "errorCode"}`.

use std::borrow::Cow;
use std::sync::Arc;

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};

use crate::store::StoreError;

/// An error of the Management API as it goes over the wire.
#[derive(Debug, Clone)]
pub(crate) struct ManagementError {
    pub(crate) status: StatusCode,
    pub(crate) message: Cow<'static, str>,
    pub(crate) code: Option<&'static str>,
    /// Whether `attributes.error` repeats the message, as some 401 answers do.
    has_attributes: bool,
    /// What the operator reads, if it is not the caller's fault.
    cause: Option<Arc<StoreError>>,
}

impl ManagementError {
    pub(crate) fn new(status: StatusCode, message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            status,
            message: message.into(),
            code: None,
            has_attributes: false,
            cause: None,
        }
    }

    /// The same with an `errorCode`.
    pub(crate) fn code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    pub(crate) fn bad_request(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    /// 400: the body breaks a rule.
    pub(crate) fn invalid_body(message: impl Into<Cow<'static, str>>) -> Self {
        Self::bad_request(message).code("invalid_body")
    }

    /// 400: the query breaks a rule.
    pub(crate) fn invalid_query(message: impl Into<Cow<'static, str>>) -> Self {
        Self::bad_request(message).code("invalid_query_string")
    }

    /// 404: nothing under this path.
    pub(crate) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "Not Found")
    }

    /// 404: the addressed thing does not exist.
    pub(crate) fn inexistent(code: &'static str, message: &'static str) -> Self {
        Self::new(StatusCode::NOT_FOUND, message).code(code)
    }

    pub(crate) fn conflict(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::CONFLICT, message)
    }

    /// 401: no token.
    pub(crate) fn missing_authentication() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "Missing authentication")
    }

    /// 400: the header is not `Bearer` and a JWT.
    pub(crate) fn bad_authentication_header() -> Self {
        Self::bad_request("Bad HTTP authentication header format").code("Bearer")
    }

    /// 401: a token that does not count.
    pub(crate) fn invalid_token(message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            has_attributes: true,
            ..Self::new(StatusCode::UNAUTHORIZED, message)
        }
    }

    /// 403: none of the scopes that would do.
    pub(crate) fn insufficient_scope(expected: &[&str]) -> Self {
        let expected = expected.join(", ");
        Self::new(
            StatusCode::FORBIDDEN,
            format!("Insufficient scope, expected any of: {expected}"),
        )
        .code("insufficient_scope")
    }

    /// 403: one more than there may be.
    pub(crate) fn too_many_entities() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "You reached the limit of entities of this type for this tenant.",
        )
        .code("too_many_entities")
    }

    /// 414: path and query are longer than anybody needs them.
    pub(crate) fn uri_too_long() -> Self {
        let status = StatusCode::URI_TOO_LONG;
        Self::new(status, reason(status))
    }

    /// 503: too much is waiting already.
    pub(crate) fn overloaded() -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "The server is busy. Try again in a second.",
        )
    }

    /// 503: nothing was found within the time that a search may take.
    fn too_slow() -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "The query exceeded the timeout. Please try refining your search criteria.",
        )
    }

    /// 500: it is not the caller's fault.
    pub(crate) fn internal() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "An internal server error occurred",
        )
    }

    /// Writes down for the operator what the caller is not told. Only of an error that is answered: a unit of work that
    /// runs again has forgotten those before.
    pub(crate) fn log(&self) {
        let Some(cause) = self.cause.as_deref() else {
            return;
        };
        let error: &dyn std::error::Error = cause;
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            tracing::warn!(error, "a request was refused");
        } else {
            tracing::error!(error, "the store failed");
        }
    }
}

/// The words for a status. Auth0 has those of HTTP/1.1 as it was in 1999 (RFC 2616).
fn reason(status: StatusCode) -> &'static str {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => "Request Entity Too Large",
        StatusCode::URI_TOO_LONG => "Request-URI Too Large",
        status => status.canonical_reason().unwrap_or_default(),
    }
}

impl From<StoreError> for ManagementError {
    fn from(error: StoreError) -> Self {
        let told = match () {
            () if error.is_overload() => Self::overloaded(),
            () if error.is_timeout() => Self::too_slow(),
            () => Self::internal(),
        };
        Self {
            cause: Some(Arc::new(error)),
            ..told
        }
    }
}

impl IntoResponse for ManagementError {
    fn into_response(self) -> Response {
        self.log();
        let mut body = Map::new();
        body.insert("statusCode".to_owned(), self.status.as_u16().into());
        body.insert("error".to_owned(), reason(self.status).into());
        body.insert("message".to_owned(), self.message.as_ref().into());
        if let Some(code) = self.code {
            body.insert("errorCode".to_owned(), code.into());
        }
        if self.has_attributes {
            body.insert(
                "attributes".to_owned(),
                serde_json::json!({ "error": self.message.as_ref() }),
            );
        }
        let mut response = (self.status, Json(Value::Object(body))).into_response();
        let headers = response.headers_mut();
        let json = HeaderValue::from_static("application/json; charset=utf-8");
        headers.insert(header::CONTENT_TYPE, json);
        match self.status {
            StatusCode::UNAUTHORIZED => {
                headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            StatusCode::SERVICE_UNAVAILABLE => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
            }
            _ => {}
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use tracing::span::{Attributes, Id, Record};
    use tracing::{Event, Metadata, Subscriber};

    use super::*;

    /// Counts what is logged.
    #[derive(Clone, Default)]
    struct Count(Arc<AtomicUsize>);

    impl Subscriber for Count {
        fn enabled(&self, _: &Metadata<'_>) -> bool {
            true
        }
        fn new_span(&self, _: &Attributes<'_>) -> Id {
            Id::from_u64(1)
        }
        fn record(&self, _: &Id, _: &Record<'_>) {}
        fn record_follows_from(&self, _: &Id, _: &Id) {}
        fn event(&self, _: &Event<'_>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
        fn enter(&self, _: &Id) {}
        fn exit(&self, _: &Id) {}
    }

    #[test]
    fn a_failure_of_the_store_is_logged_when_it_is_answered_and_not_before() {
        let logged = Count::default();
        tracing::subscriber::with_default(logged.clone(), || {
            let error = ManagementError::from(StoreError::Stopped);
            assert_eq!(logged.0.load(Ordering::Relaxed), 0);
            assert_eq!(error.into_response().status(), 500);
            assert_eq!(logged.0.load(Ordering::Relaxed), 1);
        });
    }
}
