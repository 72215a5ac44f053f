//! All routes of a tenant.

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use tracing::Instrument as _;

use super::{cors, operations, parameters};
use crate::authentication::{discovery, revoke, signup, token, userinfo};
use crate::management;
use crate::server::Server;
use crate::settings::Mode;

/// The whole tenant as one service.
pub(crate) fn router(server: Arc<Server>) -> Router {
    let mode = server.settings.mode;
    let entropy = server.entropy.clone();
    let mut router = Router::new()
        .merge(open_to_browsers())
        .merge(crate::login::routes())
        .merge(management())
        .route("/healthz", get(operations::health))
        .route("/readyz", get(operations::ready));
    if mode == Mode::Development {
        let clock = get(operations::clock)
            .post(operations::move_clock)
            .delete(operations::reset_clock);
        router = router.route("/_doorward/clock", clock);
    }
    router
        .fallback(not_found)
        .layer(DefaultBodyLimit::max(parameters::LIMIT_BYTES))
        .layer(middleware::from_fn(move |request, next| {
            identified(mode, entropy.clone(), request, next)
        }))
        .with_state(server)
}

/// Endpoints that pages of any origin may call, because no cookie speaks for anybody there.
fn open_to_browsers() -> Router<Arc<Server>> {
    Router::new()
        .route(
            "/.well-known/openid-configuration",
            get(discovery::configuration),
        )
        .route(
            "/.well-known/oauth-authorization-server",
            get(discovery::configuration),
        )
        .route("/.well-known/jwks.json", get(discovery::jwks))
        .route("/oauth/token", post(token::token))
        .route("/oauth/revoke", post(revoke::revoke))
        .route(
            "/userinfo",
            get(userinfo::userinfo).post(userinfo::userinfo),
        )
        .route("/dbconnections/signup", post(signup::signup))
        .layer(middleware::from_fn(cors::without_credentials))
}

/// The Management API reads its own bodies, up to its own limits.
fn management() -> Router<Arc<Server>> {
    Router::new()
        .route("/api/v2/{*path}", any(management::door))
        .layer(DefaultBodyLimit::disable())
        .layer(middleware::from_fn(cors::without_credentials))
}

async fn not_found() -> Response {
    (
        StatusCode::NOT_FOUND,
        [(header::CONTENT_TYPE, "text/plain; charset=utf-8")],
        "Not Found",
    )
        .into_response()
}

/// Gives every request an id, which its log lines and its answer carry, and adds the headers of every answer.
async fn identified(
    mode: Mode,
    entropy: crate::entropy::Entropy,
    request: Request,
    next: Next,
) -> Response {
    const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
    let id = entropy.base62(20);
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    // The path alone: a query may hold tokens and codes.
    let span = tracing::info_span!("request", id, %method, path);
    let mut response = next.run(request).instrument(span.clone()).await;
    span.in_scope(|| tracing::debug!(status = response.status().as_u16(), "answered"));
    let headers = response.headers_mut();
    if let Ok(id) = HeaderValue::from_str(&id) {
        headers.insert(REQUEST_ID, id);
    }
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    // In development it would lock every other page of localhost out of plain HTTP.
    if mode == Mode::Production {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        );
    }
    response
}
