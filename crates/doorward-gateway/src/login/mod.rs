//! From the tenant's tokens to a session, and from a session to the caller's answer.

mod start;

use axum::body::Body;
use axum::response::Response;
use http::HeaderValue;
use http::header::{CONTENT_TYPE, SET_COOKIE};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};

pub(crate) use self::start::Start;

use crate::auth0::{Grant, LoginClient, TenantError};
use crate::config::Client;
use crate::context::Context;
use crate::error::GatewayError;
use crate::http::SID;
use crate::session::{Facts, Kind, Session, Tokens};
use crate::userinfo::claims_of;
use doorward::Secret;

/// Longest cookie that browsers promise to keep, attributes included (RFC 6265, 6.1).
const COOKIE_LIMIT: usize = 4096;

/// What a session keeps when its tokens are renewed.
pub(crate) struct Origin<'s> {
    pub(crate) facts: &'s Facts,
    pub(crate) tokens: &'s Tokens,
}

/// Makes a session of what the tenant gave for a login. Its ID token is verified first.
pub(crate) async fn session(
    cx: &Context,
    client: &LoginClient,
    grant: Grant,
    kind: Kind,
) -> Result<Session, GatewayError> {
    let id_token = grant
        .id_token
        .clone()
        .ok_or(TenantError::Unusable("it gave no ID token"))?;
    let claims = client.verify(id_token.as_str()).await?;
    Ok(of_claims(cx, client, grant, kind, id_token, claims))
}

/// Makes a session of what the tenant gave for the refresh token `spent`. What it left out stays as it
/// was in `origin`, the session to be renewed, if there still is one.
///
/// # Errors
///
/// 401 when the tokens are another user's.
pub(crate) async fn renewed(
    cx: &Context,
    client: &LoginClient,
    mut grant: Grant,
    kind: Kind,
    spent: &Secret,
    origin: Option<Origin<'_>>,
) -> Result<Session, GatewayError> {
    grant.refresh_token.get_or_insert_with(|| spent.clone());
    let session = match (&grant.id_token, &origin) {
        (None, Some(origin)) => {
            // Verified when it came, and meanwhile perhaps expired.
            let id_token = origin.tokens.id_token.clone();
            let claims = claims_of(id_token.as_str()).unwrap_or_default();
            of_claims(cx, client, grant, kind, id_token, claims)
        }
        _ => session(cx, client, grant, kind).await?,
    };
    match origin {
        Some(origin) if origin.facts.user_id != session.facts.user_id => {
            Err(GatewayError::RefreshRefused)
        }
        _ => Ok(session),
    }
}

fn of_claims(
    cx: &Context,
    client: &LoginClient,
    grant: Grant,
    kind: Kind,
    id_token: Secret,
    claims: Map<String, Value>,
) -> Session {
    let now = cx.clock.now();
    let user_id = claims
        .get("sub")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned();
    Session {
        facts: Facts {
            kind,
            access_expires_at: after(now, grant.expires_in),
            ends_at: after(now, cx.settings.options.session_duration.as_secs()),
            created_at: now,
            profile_shape: cx.shape.id(),
            client: client.config.name.clone(),
            user_id,
        },
        profile: cx.shape.profile(claims),
        tokens: Tokens {
            access_token: grant.access_token,
            refresh_token: grant.refresh_token.unwrap_or_default(),
            id_token,
        },
    }
}

fn after(now: Timestamp, seconds: u64) -> Timestamp {
    let duration = SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(i64::MAX));
    now.checked_add(duration).unwrap_or(Timestamp::MAX)
}

/// The answer to a caller that holds its handle in the way `kind` says.
pub(crate) fn answer(
    cx: &Context,
    client: &Client,
    kind: Kind,
    expires_at: Timestamp,
    tokens: &Tokens,
) -> Result<Response, GatewayError> {
    match kind {
        Kind::Cookie => as_cookie(cx, client, tokens),
        Kind::Bearer => Ok(as_json(expires_at, tokens)),
    }
}

/// Nothing but the cookie.
fn as_cookie(cx: &Context, client: &Client, tokens: &Tokens) -> Result<Response, GatewayError> {
    let max_age_seconds = cx.settings.options.session_duration.as_secs();
    let mut response = Response::new(Body::empty());
    response.headers_mut().insert(
        SET_COOKIE,
        cookie(client, tokens.access_token.as_str(), max_age_seconds)?,
    );
    Ok(response)
}

/// The tokens as JSON.
fn as_json(expires_at: Timestamp, tokens: &Tokens) -> Response {
    let body = json!({
        "refreshToken": tokens.refresh_token.as_str(),
        "accessToken": tokens.access_token.as_str(),
        "idToken": tokens.id_token.as_str(),
        "expireAt": format!("{expires_at:.9}"),
    });
    let mut response = Response::new(Body::from(body.to_string()));
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// Whether an access token can be what a caller of that kind holds.
///
/// # Errors
///
/// When it is to stand in a cookie and cannot (RFC 6265, 4.1.1).
pub(crate) fn check_handle(kind: Kind, handle: &str) -> Result<(), TenantError> {
    let is_cookie_octet = |b: u8| b.is_ascii_graphic() && !matches!(b, b'"' | b',' | b';' | b'\\');
    if kind == Kind::Cookie && !handle.bytes().all(is_cookie_octet) {
        return Err(TenantError::Unusable(
            "its access token cannot stand in a cookie",
        ));
    }
    Ok(())
}

/// The session cookie.
fn cookie(
    client: &Client,
    handle: &str,
    max_age_seconds: u64,
) -> Result<HeaderValue, GatewayError> {
    check_handle(Kind::Cookie, handle)?;
    let same_site = same_site(client);
    let text =
        format!("{SID}={handle}; Path=/; Max-Age={max_age_seconds}; HttpOnly; Secure{same_site}");
    if text.len() > COOKIE_LIMIT {
        tracing::warn!(
            bytes = text.len(),
            client = client.name,
            "the session cookie is longer than browsers accept"
        );
    }
    let mut value = HeaderValue::from_str(&text)
        .map_err(|_| TenantError::Unusable("its access token cannot stand in a cookie"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// The cookie that deletes the session cookie. Without `Max-Age`, as it always was.
pub(crate) fn deletion(client: &Client) -> String {
    let same_site = same_site(client);
    format!("{SID}=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure{same_site}")
}

fn same_site(client: &Client) -> String {
    client
        .same_site
        .map(|same_site| format!("; SameSite={}", same_site.as_str()))
        .unwrap_or_default()
}
