//! All routes of a tenant.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use doorward_listener::traces;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::SizeAbove;
use tracing::{Instrument as _, Span};

use super::{OAuthError, cors, metrics, operations, parameters, rate_limit};
use crate::authentication::legacy::{
    access_token, delegation, impersonation, resource_owner, token_info,
};
use crate::authentication::{
    change_password, device_code, discovery, par, passwordless, revoke, signup, token, userinfo,
};
use crate::login::{self, impersonate};
use crate::management;
use crate::messaging::outbox;
use crate::server::Server;
use crate::settings::Mode;

/// The whole tenant as one service.
pub(crate) fn router(server: Arc<Server>) -> Router {
    let mode = server.settings.mode;
    let mut router = Router::new()
        .merge(open_to_browsers(&server))
        .merge(login::routes(&server))
        .merge(impersonations(&server))
        .merge(management(&server))
        .route("/_doorward/exports/{file}", get(management::exported_file))
        .route("/metrics", get(metrics::metrics))
        .route("/healthz", get(operations::health))
        .route("/readyz", get(operations::ready));
    if mode == Mode::Development {
        router = router.merge(development(&server));
    }
    router
        .fallback(not_found)
        .method_not_allowed_fallback(method_not_allowed)
        .layer(DefaultBodyLimit::max(parameters::LIMIT_BYTES))
        .layer(middleware::from_fn_with_state(
            Arc::clone(&server),
            identified,
        ))
        .merge(published())
        .with_state(server)
}

/// Documents that are the same for everybody and asked for all the time: no request id, no log, no context.
fn published() -> Router<Arc<Server>> {
    let configuration = get(discovery::configuration);
    Router::new()
        .route("/.well-known/openid-configuration", configuration.clone())
        .route("/.well-known/oauth-authorization-server", configuration)
        .route("/.well-known/jwks.json", get(discovery::jwks))
        .route("/pem", get(discovery::certificate_as_pem))
        .route("/rawpem", get(discovery::certificate_as_pem))
        .route("/cer", get(discovery::certificate_as_der))
        .route("/pb7", get(discovery::certificate_as_pkcs7))
        // Last: it is for the routes that stand before it.
        .method_not_allowed_fallback(method_not_allowed)
}

/// What a developer looks at and turns, and no page of a stranger may.
fn development(server: &Arc<Server>) -> Router<Arc<Server>> {
    let clock = get(operations::clock)
        .post(operations::move_clock)
        .delete(operations::reset_clock);
    Router::new()
        .route("/_doorward/clock", clock)
        .route("/_doorward/outbox", get(outbox::list))
        .layer(middleware::from_fn_with_state(
            Arc::clone(server),
            operations::not_for_strangers,
        ))
}

/// Endpoints that pages of applications may call: no cookie speaks for anybody there.
fn open_to_browsers(server: &Arc<Server>) -> Router<Arc<Server>> {
    let counted = middleware::from_fn_with_state(Arc::clone(server), rate_limit::authentication);
    Router::new()
        .route(
            "/userinfo",
            get(userinfo::userinfo).post(userinfo::userinfo),
        )
        .route("/dbconnections/signup", post(signup::signup))
        .route(
            "/dbconnections/change_password",
            post(change_password::change_password),
        )
        .route("/passwordless/start", post(passwordless::start))
        .route("/oauth/par", post(par::push))
        .route("/oauth/device/code", post(device_code::authorize))
        .layer(middleware::map_response(with_charset))
        .route("/oauth/token", post(token::token))
        .route("/oauth/revoke", post(revoke::revoke))
        .route("/oauth/ro", post(resource_owner::sign_in))
        .route("/passwordless/verify", post(resource_owner::verify))
        .route("/oauth/access_token", post(access_token::exchange))
        .route("/delegation", post(delegation::delegate))
        .route("/tokeninfo", post(token_info::token_info))
        // Within the layers: a preflight has a method that no route has.
        .method_not_allowed_fallback(method_not_allowed)
        .layer(counted)
        .layer(middleware::from_fn_with_state(
            Arc::clone(server),
            cors::authentication,
        ))
}

/// Links that open an application in another user's place: programs ask for them, people follow them. No page of
/// another origin has a part in it.
fn impersonations(server: &Arc<Server>) -> Router<Arc<Server>> {
    let counted = middleware::from_fn_with_state(Arc::clone(server), rate_limit::authentication);
    let link = get(impersonate::follow)
        .head(login::untouched)
        .post(impersonation::ask);
    Router::new()
        .route("/users/{user_id}/impersonate", link)
        .layer(counted)
}

/// Answers shorter than this gain nothing from compression.
const SMALL_BYTES: u16 = 1024;

/// Compresses what is worth it, as fast as it goes. Only answers to bearer tokens: those that a cookie asks for, or
/// that carry tokens, would show by their length what they hide (BREACH).
fn compression() -> CompressionLayer<SizeAbove> {
    CompressionLayer::new()
        .quality(CompressionLevel::Fastest)
        .compress_when(SizeAbove::new(SMALL_BYTES))
}

/// The Management API reads its own bodies, up to its own limits.
fn management(server: &Arc<Server>) -> Router<Arc<Server>> {
    let counted = middleware::from_fn_with_state(Arc::clone(server), rate_limit::management);
    Router::new()
        .route("/api/v2", any(management::door))
        .route("/api/v2/", any(management::door))
        .route("/api/v2/{*path}", any(management::door))
        .layer(DefaultBodyLimit::disable())
        .layer(compression())
        .layer(counted)
        .layer(middleware::from_fn_with_state(
            Arc::clone(server),
            cors::management,
        ))
}

/// The token endpoint and the revocation say `application/json` and no more, as Auth0's do; all others add this.
async fn with_charset(mut response: Response) -> Response {
    const JSON: HeaderValue = HeaderValue::from_static("application/json");
    if let Some(content_type) = response.headers_mut().get_mut(header::CONTENT_TYPE)
        && *content_type == JSON
    {
        *content_type = HeaderValue::from_static("application/json; charset=utf-8");
    }
    response
}

async fn not_found() -> Response {
    (
        StatusCode::NOT_FOUND,
        [(header::CONTENT_TYPE, "text/plain; charset=utf-8")],
        "Not Found",
    )
        .into_response()
}

async fn method_not_allowed() -> OAuthError {
    OAuthError::method_not_allowed()
}

/// Which operation of the Management API an answer is for: the router knows one route for all of them.
#[derive(Clone, Copy)]
pub(crate) struct OperationRoute {
    /// `/api/v2`.
    pub(crate) base: &'static str,
    /// The template below it: `/users/{id}`.
    pub(crate) path: &'static str,
}

/// Gives every request an id, which its log lines and its answer carry, counts it, and adds the headers of every
/// answer.
async fn identified(State(server): State<Arc<Server>>, request: Request, next: Next) -> Response {
    const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
    let started = Instant::now();
    let id = server.entropy.base62(20);
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let matched = request.extensions().get::<MatchedPath>().cloned();
    // The path alone: a query may hold tokens and codes.
    let span = tracing::info_span!("request", id, %method, path);
    let trace = match path.as_str() {
        // What machines ask all day long.
        "/healthz" | "/readyz" | "/metrics" => Span::none(),
        _ => {
            let pattern = matched.as_ref().map_or("(none)", MatchedPath::as_str);
            traces::of_request(&method, pattern, &id, request.headers())
        }
    };
    let answer = next.run(request).instrument(trace.clone());
    let mut response = answer.instrument(span.clone()).await;
    let took = started.elapsed();
    let operation = response.extensions().get::<OperationRoute>();
    let operation = operation.map(|route| [route.base, route.path].concat());
    if let Some(route) = &operation {
        traces::routed(&trace, &method, route);
    }
    traces::answered(&trace, response.status());
    span.in_scope(|| tracing::debug!(status = response.status().as_u16(), ?took, "answered"));
    let route = operation.as_deref();
    let route = route.unwrap_or_else(|| matched.as_ref().map_or("", MatchedPath::as_str));
    server
        .metrics
        .count(&method, route, response.status(), took);
    let headers = response.headers_mut();
    if let Ok(id) = HeaderValue::from_str(&id) {
        headers.insert(REQUEST_ID, id);
    }
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    // In development it would lock every other page of localhost out of plain HTTP.
    if server.settings.mode == Mode::Production {
        let year = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    response
}
