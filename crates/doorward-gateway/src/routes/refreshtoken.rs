//! `POST /refreshtoken`: new tokens for a refresh token, or for the session of a cookie.

use axum::extract::{Request, State};
use axum::response::Response;

use crate::auth0::CallError;
use crate::context::{OnBehalf, Shared};
use crate::error::GatewayError;
use crate::http::{Caller, Fields, Handle, json_object};
use crate::login::{self, Origin};
use crate::refresh::{self, Goal};
use crate::session::{Digest, Kind};
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
    by_token(&cx, &client, handle.as_str(), &token.into(), &on_behalf).await
}

/// The caller keeps its own refresh token. Its session may have ended before that did.
async fn by_token(
    cx: &Shared,
    client: &str,
    handle: &str,
    refresh_token: &Secret,
    on_behalf: &OnBehalf,
) -> Result<Response, GatewayError> {
    let stored = cx.sessions.find(handle).await?;
    let name = stored
        .as_ref()
        .map_or(client, |stored| stored.facts.client.as_str());
    let client = cx.client_of_session(name)?;
    let tokens = stored
        .as_ref()
        .and_then(|stored| cx.sessions.tokens(stored));
    let grant = match client.refresh(refresh_token, on_behalf).await {
        Ok(grant) => grant,
        Err(CallError::Refused(_)) => {
            cx.sessions.remove(handle).await?;
            return Err(GatewayError::RefreshRefused);
        }
        Err(error) => return Err(error.into()),
    };
    let origin = stored.as_ref().zip(tokens.as_ref());
    let origin = origin.map(|(stored, tokens)| Origin {
        facts: &stored.facts,
        tokens,
    });
    let session = login::renewed(cx, client, grant, Kind::Bearer, refresh_token, origin).await?;
    let expires_at = session.facts.access_expires_at;
    let response = login::answer(
        cx,
        &client.config,
        Kind::Bearer,
        expires_at,
        &session.tokens,
    )?;
    cx.sessions.create(&session).await?;
    if session.tokens.access_token.as_str() != handle {
        cx.sessions.remove(handle).await?;
    }
    Ok(response)
}

/// The refresh token is the session's own: a body could plant another user's in this browser.
async fn by_cookie(
    cx: &Shared,
    handle: &str,
    on_behalf: OnBehalf,
) -> Result<Response, GatewayError> {
    let stored = refresh::run(cx, Digest::of(handle), Goal::NewHandle, on_behalf).await?;
    let client = cx.client_of_session(&stored.facts.client)?;
    let tokens = cx.sessions.tokens(&stored).ok_or(GatewayError::NoSession)?;
    login::answer(
        cx,
        &client.config,
        Kind::Cookie,
        stored.facts.access_expires_at,
        &tokens,
    )
}
