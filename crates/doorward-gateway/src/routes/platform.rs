//! `/-/…`: what the platform asks the process itself.

use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, StatusCode};
use serde_json::json;

use crate::context::{Context, Shared};
use crate::error::GatewayError;

/// The name the platform knows the service by.
const NAME: &str = "auth0-client";

/// `GET /-/healthz`: the process lives. Nothing else is asked.
pub(super) async fn healthz(State(cx): State<Shared>) -> Response {
    status(&cx, true)
}

/// `GET /-/ready`: sessions can be read, copies of users written, and no stop signal has come.
pub(super) async fn ready(State(cx): State<Shared>) -> Response {
    status(&cx, cx.is_ready().await)
}

/// `GET /-/check-up`: as ready, and the tenant answers too.
pub(super) async fn check_up(State(cx): State<Shared>) -> Response {
    let is_well = cx.is_ready().await && cx.management.is_tenant_there().await;
    status(&cx, is_well)
}

/// `GET /-/metrics`: Prometheus text, if metrics are exposed.
pub(super) async fn metrics(State(cx): State<Shared>) -> Result<Response, GatewayError> {
    let metrics = cx.metrics.as_ref().ok_or(GatewayError::NotFound("path"))?;
    let mut response = Response::new(Body::from(metrics.text(cx.circuits.states())?));
    response.headers_mut().insert(
        CONTENT_TYPE,
        HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8"),
    );
    Ok(response)
}

fn status(cx: &Context, is_well: bool) -> Response {
    let version = cx
        .settings
        .options
        .service_version
        .as_deref()
        .unwrap_or(env!("CARGO_PKG_VERSION"));
    let word = if is_well { "OK" } else { "KO" };
    let body = json!({ "status": word, "name": NAME, "version": version });
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = if is_well {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
