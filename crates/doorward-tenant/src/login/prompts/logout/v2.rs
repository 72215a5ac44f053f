//! `GET /v2/logout`, Auth0's own.

use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::{allowed, end_session, first, is_allowed, without_cookie};
use crate::authentication::client_authentication;
use crate::domain::authorization::Query;
use crate::http::Context;
use crate::login::answer::{LoginError, redirect};
use crate::login::cookies::Cookies;
use crate::login::failure::{Failure, parameters};

/// Ends the session and goes to `returnTo`, if that is allowed; its query and fragment do not count.
pub(crate) async fn get(cx: Context, RawQuery(query): RawQuery) -> Result<Response, LoginError> {
    let parameters = parameters(&cx, query.unwrap_or_default().as_bytes()).await?;
    let client = match parameters.get("client_id") {
        Some(client_id) => client_authentication::find(&cx, client_id).await?,
        None => None,
    };
    let urls = match (parameters.get("client_id"), &client) {
        // An unknown client has no addresses, and does not get the tenant's.
        (Some(_), None) => Vec::new(),
        (_, client) => allowed(&cx, client.as_deref()).await?,
    };
    let target = parameters.get("returnTo");
    if let Some(target) = target
        && !is_allowed(&urls, target, Query::Ignored)
    {
        return Failure::return_mismatch(target)
            .show(&cx, client.as_deref())
            .await;
    }
    let cookies = Cookies::read(&cx.caller.headers);
    end_session(&cx, &cookies, client.as_deref()).await?;
    let first = client.as_ref().and_then(|_| first(&urls));
    Ok(without_cookie(match target.or(first) {
        Some(target) => redirect(target),
        None => (StatusCode::OK, "OK").into_response(),
    }))
}
