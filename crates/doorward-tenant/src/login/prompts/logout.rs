//! `/v2/logout`, `/oidc/logout` and `/u/logout`: the end of a session.

mod oidc;
mod v2;

pub(crate) use oidc::{confirm, get as get_oidc, post as post_oidc, show};
pub(crate) use v2::get as get_v2;

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;

use crate::domain::authorization::{Query, is_registered};
use crate::domain::client::Client;
use crate::domain::session::Session;
use crate::domain::user::User;
use crate::events::{Event, kind};
use crate::http::Context;
use crate::login::answer::{LoginError, brand, page};
use crate::login::cookies::{self, Cookies};
use crate::login::pages::{NoticePage, Shell};
use crate::login::sso;
use crate::store::{StoreError, sessions};

/// Ends the session of this browser, if it has one.
async fn end_session(
    cx: &Context,
    cookies: &Cookies,
    client: Option<&Client>,
) -> Result<(), StoreError> {
    let Some((session, user)) = sso::current(cx, cookies).await? else {
        return Ok(());
    };
    end(cx, session, &user, client).await
}

async fn end(
    cx: &Context,
    session: Session,
    user: &User,
    client: Option<&Client>,
) -> Result<(), StoreError> {
    let (tenant, ended_id) = (cx.tenant_id(), session.id.clone());
    let ended: Result<bool, StoreError> = cx
        .store()
        .write(move |db| sessions::end(db, &tenant, &ended_id))
        .await;
    ended?;
    let mut event = Event::new(kind::LOGOUT, "User successfully logged out").user(user);
    if let Some(client) = client {
        event = event.client(client);
    }
    cx.record(&event.details(json!({ "session_id": session.id })));
    Ok(())
}

/// The addresses that a browser may be sent to: the client's, else the tenant's.
async fn allowed(cx: &Context, client: Option<&Client>) -> Result<Vec<String>, StoreError> {
    if let Some(client) = client {
        return Ok(client.allowed_logout_urls.clone());
    }
    let settings = cx.tenant.configuration.settings().await?;
    let urls = settings
        .document
        .get("allowed_logout_urls")
        .and_then(serde_json::Value::as_array);
    let urls = urls
        .into_iter()
        .flatten()
        .filter_map(serde_json::Value::as_str);
    Ok(urls.map(str::to_owned).collect())
}

fn is_allowed(urls: &[String], asked: &str, query: Query) -> bool {
    // A fragment stays in the browser and changes no target.
    is_registered(urls, asked.split('#').next().unwrap_or_default(), query)
}

/// Where a browser goes that was sent nowhere: the first address that is one, and no pattern for many.
fn first(urls: &[String]) -> Option<&str> {
    let mut urls = urls.iter();
    let first = urls.find(|url| is_allowed(std::slice::from_ref(*url), url, Query::Counts));
    first.map(String::as_str)
}

/// The answer that takes the session's cookie away.
fn without_cookie(mut response: Response) -> Response {
    cookies::clear_session(response.headers_mut());
    response
}

async fn notice(cx: &Context, heading: &str, text: &str) -> Result<Response, LoginError> {
    let settings = cx.tenant.configuration.settings().await?;
    let brand = brand(cx, &settings);
    let template = NoticePage {
        shell: Shell::new(&brand),
        heading,
        text: text.to_owned(),
        is_good: true,
        form: None,
        link: None,
    };
    page(&settings, StatusCode::OK, &template)
}
