//! `POST /refreshtoken`: new tokens for a refresh token, or for the session of a cookie.

use axum::extract::{Request, State};
use axum::response::Response;

use crate::context::{OnBehalf, Shared};
use crate::error::GatewayError;
use crate::http::{Caller, Fields, Handle, json_object};
use crate::login;
use crate::refresh::{self, Goal};
use crate::session::{Digest, Kind, Stored};
use doorward::Secret;

/// Renews tokens; the session moves to the new access token.
pub(super) async fn refreshtoken(
    State(cx): State<Shared>,
    request: Request,
) -> Result<Response, GatewayError> {
    let client = &cx.client(request.headers())?.config.name;
    let on_behalf = OnBehalf::of(&request);
    let handle = match Caller::of(request.headers()).handle()? {
        Handle::Cookie(handle) => return by_cookie(&cx, handle, on_behalf).await,
        Handle::Bearer(handle) => Secret::from(handle),
    };
    let client = client.clone();
    let fields = Fields::Json(json_object(request).await?);
    let token = match fields.text("refresh_token")? {
        Some(token) => token,
        None => fields
            .required("refreshToken")
            .map_err(|_| GatewayError::bad("refresh_token is required"))?,
    };
    by_token(&cx, &client, handle.as_str(), token.into(), on_behalf).await
}

/// The caller keeps its own refresh token.
async fn by_token(
    cx: &Shared,
    client: &str,
    handle: &str,
    refresh_token: Secret,
    on_behalf: OnBehalf,
) -> Result<Response, GatewayError> {
    let stored = refresh::by_bearer(cx, client, handle, refresh_token, on_behalf).await?;
    answer(cx, Kind::Bearer, &stored)
}

/// The refresh token is the session's own: a body could plant another user's in this browser.
async fn by_cookie(
    cx: &Shared,
    handle: &str,
    on_behalf: OnBehalf,
) -> Result<Response, GatewayError> {
    let stored = refresh::run(cx, Digest::of(handle), Goal::NewHandle, on_behalf).await?;
    answer(cx, Kind::Cookie, &stored)
}

fn answer(cx: &Shared, kind: Kind, stored: &Stored) -> Result<Response, GatewayError> {
    let client = cx.client_of_session(&stored.facts.client)?;
    let tokens = cx.sessions.tokens(stored).ok_or(GatewayError::NoSession)?;
    let expires_at = stored.facts.access_expires_at;
    login::answer(cx, &client.config, kind, expires_at, &tokens)
}
