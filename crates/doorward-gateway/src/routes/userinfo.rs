//! `GET /userinfo` and `GET /users/me`: who is calling? Asked before every protected request.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::Response;
use bytes::Bytes;
use http::HeaderValue;
use http::header::CONTENT_TYPE;

use crate::context::{Context, OnBehalf, Shared};
use crate::error::GatewayError;
use crate::http::{Caller, Handle};
use crate::refresh::{self, Goal};
use crate::session::{Kind, Stored};
use crate::userinfo::claims_of;

/// The profile of the session's user. An expired cookie session is renewed on the way.
pub(super) async fn userinfo(
    State(cx): State<Shared>,
    request: Request,
) -> Result<Response, GatewayError> {
    cx.client(request.headers())?;
    let handle = Caller::of(request.headers()).handle()?;
    let mut stored = cx
        .sessions
        .find(handle.as_str())
        .await?
        .ok_or(GatewayError::NoSession)?;
    cx.client_of_session(&stored.facts.client)?;
    if stored.facts.access_expires_at <= cx.clock.now() {
        // A bearer has its own refresh token, which must not be spent behind its back.
        if !matches!(
            (handle, stored.facts.kind),
            (Handle::Cookie(_), Kind::Cookie)
        ) {
            return Err(GatewayError::Expired);
        }
        let digest = *stored.digest();
        let renewal = refresh::run(&cx, digest, Goal::SameHandle, OnBehalf::of(&request));
        // In a box, or every request carried the room for it around: a dozen kilobytes, copied several times.
        stored = Box::pin(renewal).await?;
    }
    let mut response = Response::new(Body::from(profile(&cx, &stored)?));
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Ok(response)
}

/// The profile as it was stored, or made anew when the configuration wants it otherwise by now.
fn profile(cx: &Context, stored: &Stored) -> Result<Bytes, GatewayError> {
    if stored.facts.profile_shape == cx.shape.id() {
        return cx.sessions.profile(stored).ok_or(GatewayError::NoSession);
    }
    let tokens = cx.sessions.tokens(stored).ok_or(GatewayError::NoSession)?;
    let claims = claims_of(tokens.id_token.as_str()).ok_or(GatewayError::NoSession)?;
    Ok(cx.shape.profile(claims))
}
