//! Access tokens in axum's handlers.

use axum_core::body::Body;
use axum_core::extract::FromRequestParts;
use axum_core::response::{IntoResponse, Response};
use http::StatusCode;
use http::request::Parts;

use super::layer::refusal;
use super::{AccessTokenClaims, AccessTokenError};

/// The claims of the request's token, which an
/// [`AccessTokenLayer`](super::AccessTokenLayer) has judged. A route without that layer answers 500:
/// nobody may reach the handler unjudged.
impl<S: Send + Sync> FromRequestParts<S> for AccessTokenClaims {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        let claims = parts.extensions.get::<Self>().cloned();
        claims.ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// So that a handler can write `claims.require_scopes(&["…"])?`.
impl IntoResponse for AccessTokenError {
    fn into_response(self) -> Response {
        refusal::<Body>(&self)
    }
}
