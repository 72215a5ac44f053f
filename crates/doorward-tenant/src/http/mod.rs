//! HTTP: routes, extractors and wire errors. Only this folder and the handlers know axum.

mod client_certificate;
pub(crate) mod context;
pub(crate) mod cors;
pub(crate) mod database_error;
pub(crate) mod journey;
pub(crate) mod management_error;
pub(crate) mod metrics;
pub(crate) mod oauth_error;
pub(crate) mod operations;
pub(crate) mod parameters;
pub(crate) mod rate_limit;
pub(crate) mod router;
pub(crate) mod serve;
mod tls;

pub use client_certificate::ClientCertificate;
pub(crate) use context::Context;
pub(crate) use database_error::DatabaseError;
pub(crate) use oauth_error::OAuthError;
pub(crate) use parameters::Body;
pub use tls::Tls;

use axum::Json;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};

/// A JSON answer that names its character set, as all endpoints do but `/oauth/token` and `/oauth/revoke`.
pub(crate) struct Utf8Json<T>(pub(crate) T);

impl<T: serde::Serialize> IntoResponse for Utf8Json<T> {
    fn into_response(self) -> Response {
        let mut response = Json(self.0).into_response();
        let utf8 = HeaderValue::from_static("application/json; charset=utf-8");
        response.headers_mut().insert(header::CONTENT_TYPE, utf8);
        response
    }
}

/// Headers of every answer that carries a token or a secret (RFC 6749, 5.1).
pub(crate) const NO_STORE: [(HeaderName, HeaderValue); 2] = [
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (header::PRAGMA, HeaderValue::from_static("no-cache")),
];
