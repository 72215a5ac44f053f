//! Endpoints for those who run the process: health, readiness, metrics, and in development clock and outbox.

use std::net::IpAddr;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::json;

use super::{Context, OAuthError};
use crate::server::Server;
use crate::store::StoreError;
use crate::tenant::host_of;

/// `GET /healthz`: the process is up.
pub(crate) async fn health() -> &'static str {
    "OK"
}

/// `GET /readyz`: the store answers, so requests can be served.
pub(crate) async fn ready(State(server): State<Arc<Server>>) -> Response {
    let tenant = server
        .tenants
        .all()
        .first()
        .map(|tenant| tenant.id.clone())
        .unwrap_or_default();
    let answer = server
        .store
        .read(move |db| crate::store::tenants::settings(db, &tenant));
    let answer: Result<_, StoreError> = answer.await;
    match answer {
        Ok(Some(_)) => "OK".into_response(),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "the store does not answer").into_response(),
    }
}

/// A movement of the clock: by seconds, or to a moment.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClockChange {
    advance_seconds: Option<i64>,
    now: Option<Timestamp>,
}

/// `POST /_doorward/clock`: moves the time of the whole process. Development only.
pub(crate) async fn move_clock(cx: Context, super::Body(body): super::Body) -> Response {
    let bad = |message: &str| {
        (StatusCode::BAD_REQUEST, Json(json!({ "error": message }))).into_response()
    };
    let Ok(change) = serde_json::from_slice::<ClockChange>(&body) else {
        return bad("expected {\"advance_seconds\": 86400} or {\"now\": \"2027-01-01T00:00:00Z\"}");
    };
    match (change.advance_seconds, change.now) {
        (Some(seconds), None) => cx.server.clock.advance(SignedDuration::from_secs(seconds)),
        (None, Some(now)) => cx.server.clock.set(now),
        _ => return bad("give advance_seconds or now, one of them"),
    }
    clock(cx).await
}

/// `GET /_doorward/clock`: the time of the process. Development only.
pub(crate) async fn clock(cx: Context) -> Response {
    Json(json!({ "now": crate::domain::profile::wire_time(cx.now()) })).into_response()
}

/// `DELETE /_doorward/clock`: back to real time. Development only.
pub(crate) async fn reset_clock(cx: Context) -> Response {
    cx.server.clock.reset();
    clock(cx).await
}

/// Lets those in who call the process by one of its own names, from no page or from one of these names. A page of a
/// stranger would else move the clock, or, where the stranger's own name leads here, read what was mailed.
pub(crate) async fn not_for_strangers(
    State(server): State<Arc<Server>>,
    request: Request,
    next: Next,
) -> Response {
    if is_from_here(&server, request.headers(), request.uri()) {
        return next.run(request).await;
    }
    OAuthError::access_denied("The request comes from a page or a name that is not known here")
        .into_response()
}

fn is_from_here(server: &Server, headers: &HeaderMap, uri: &Uri) -> bool {
    let header = |name| Some(headers.get(name)?.to_str().unwrap_or("?"));
    let authority = uri.authority().map(|authority| authority.as_str());
    let host = header(header::HOST).or(authority).unwrap_or_default();
    let is_ours = |authority: &str| server.tenants.has(authority);
    let is_known = host.is_empty() || is_ours(host) || is_private(host_of(host));
    let is_our_page = header(header::ORIGIN).is_none_or(|origin| {
        let authority = origin.split_once("://").map(|(_, authority)| authority);
        authority
            .is_some_and(|authority| authority.eq_ignore_ascii_case(host) || is_ours(authority))
    });
    is_known && is_our_page
}

/// Whether a host is one that no stranger can make lead here: an address, or a name that the public DNS has not.
fn is_private(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare.parse::<IpAddr>().is_ok()
        || !host.contains('.')
        || [".localhost", ".internal"]
            .iter()
            .any(|end| host.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_have_names_in_the_public_dns() {
        for host in [
            "127.0.0.1",
            "[::1]",
            "localhost",
            "Doorward",
            "host.docker.internal",
        ] {
            assert!(is_private(host), "{host}");
        }
        for host in [
            "evil.example",
            "127.0.0.1.evil.example",
            "localhost.evil.example",
        ] {
            assert!(!is_private(host), "{host}");
        }
    }
}
