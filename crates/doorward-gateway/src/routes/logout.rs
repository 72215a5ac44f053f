//! `GET /logout`: ends the session here, then sends the browser to end it at the tenant.

use axum::extract::{Request, State};
use axum::response::Response;
use http::HeaderValue;
use http::header::SET_COOKIE;

use super::found;
use crate::context::Shared;
use crate::error::GatewayError;
use crate::http::{Caller, Fields, Redirect, with_query};
use crate::login;

/// Removes the sessions of token and cookie, deletes the cookie, answers with the tenant's logout.
pub(super) async fn logout(
    State(cx): State<Shared>,
    request: Request,
) -> Result<Response, GatewayError> {
    let client = &cx.client(request.headers())?.config;
    let query = Fields::of_query(request.uri().query());
    let return_to = match query.text("redirect")? {
        Some(text) => Some(Redirect::parse(text)?.absolute(|| cx.address(request.headers()))?),
        None => None,
    };
    let caller = Caller::of(request.headers());
    for handle in caller.bearer.into_iter().chain(caller.cookie) {
        cx.sessions.remove(handle).await?;
    }
    // With a target the tenant's own list of logout URLs counts, without one the application's.
    let parameter = match &return_to {
        Some(url) => ("returnTo", url.as_str()),
        None => ("client_id", client.client_id.as_str()),
    };
    let mut response = found(&with_query(
        &format!("{}/v2/logout", client.auth0_url),
        &[parameter],
    ))?;
    if let Ok(cookie) = HeaderValue::from_str(&login::deletion(client)) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    Ok(response)
}
