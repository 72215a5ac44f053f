//! Endpoints for those who run the process: health, readiness, metrics, and in development clock and outbox.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::json;

use super::Context;
use crate::server::Server;
use crate::store::StoreError;

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
