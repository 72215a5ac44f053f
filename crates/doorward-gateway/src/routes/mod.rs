//! The endpoints, one file each.

mod authorize;
mod change_password;
mod documentation;
mod import;
mod logout;
mod oauth_token;
mod platform;
mod refreshtoken;
mod userinfo;
mod users;

use axum::Router;
use axum::body::Body;
use axum::extract::{MatchedPath, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use http::header::{ALLOW, LOCATION};
use http::{HeaderValue, StatusCode};

use crate::access;
use crate::auth0::TenantError;
use crate::context::{Context, Shared};
use crate::error::GatewayError;

/// Every endpoint. Those under `/-/` stay where they are, the others stand below `SERVICE_PREFIX`.
pub(crate) fn router(cx: Shared) -> Router {
    let service = Router::new()
        .route("/authorize", get(authorize::authorize))
        .route("/oauth/token", post(oauth_token::oauth_token))
        .route("/refreshtoken", post(refreshtoken::refreshtoken))
        .route("/logout", get(logout::logout))
        .route("/userinfo", get(userinfo::userinfo))
        .route("/change-password", post(change_password::change_password))
        .route("/users", get(users::list).post(users::create))
        .route("/users/me", get(userinfo::userinfo))
        .route("/users/active", get(users::active))
        .route(
            "/users/change-password",
            post(change_password::change_password),
        )
        .route(
            "/users/{user_id}",
            get(users::get).patch(users::update).delete(users::delete),
        )
        .route("/documentation/json", get(documentation::json))
        .route("/documentation/openapi", get(documentation::json))
        .route("/documentation/yaml", get(documentation::yaml))
        .merge(imports(&cx));
    let prefix = &cx.settings.options.service_prefix;
    let service = if prefix.is_empty() {
        service
    } else {
        Router::new().nest(prefix, service)
    };
    let platform = Router::new()
        .route("/-/healthz", get(platform::healthz))
        .route("/-/ready", get(platform::ready))
        .route("/-/check-up", get(platform::check_up))
        .route("/-/metrics", get(platform::metrics));
    service
        .merge(platform)
        .fallback(not_found)
        .method_not_allowed_fallback(refuse_method)
        .layer(axum::middleware::from_fn_with_state(
            cx.clone(),
            access::observe,
        ))
        .with_state(cx)
}

/// Bulk import, or the certainty that `import` is no user's id.
fn imports(cx: &Shared) -> Router<Shared> {
    if !cx
        .settings
        .config
        .management_client
        .connections
        .can_import()
    {
        return Router::new().route("/users/import", any(not_found));
    }
    Router::new()
        .route("/users/import", post(import::create))
        .route("/users/import/status/{job_id}", get(import::status))
        .route("/users/import/status/{job_id}/errors", get(import::errors))
}

async fn refuse_method(State(cx): State<Shared>, route: MatchedPath) -> Response {
    method_not_allowed(&cx, route.as_str())
}

/// 405 with the methods that a route has. HEAD is not among them, except on the platform's paths.
pub(crate) fn method_not_allowed(cx: &Context, route: &str) -> Response {
    let mut response = GatewayError::MethodNotAllowed.into_response();
    if let Some(path) = route.strip_prefix(&cx.settings.options.service_prefix)
        && !path.starts_with("/-/")
        && let Ok(value) = HeaderValue::from_str(&documentation::methods(path))
    {
        response.headers_mut().insert(ALLOW, value);
    }
    response
}

async fn not_found() -> GatewayError {
    GatewayError::NotFound("path")
}

/// 302 to `location`, without a body.
fn found(location: &str) -> Result<Response, GatewayError> {
    let value = HeaderValue::from_bytes(location.as_bytes())
        .map_err(|_| TenantError::Unusable("its address is no header value"))?;
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::FOUND;
    response.headers_mut().insert(LOCATION, value);
    Ok(response)
}
