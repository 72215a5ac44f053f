//! Which browser pages may read answers (CORS).
//!
//! A page may when some client of the tenant registers its origin: in `allowed_origins`, `web_origins`, or as that
//! of a callback. Which client calls is not known before the body is read, and never in a preflight. None of these
//! endpoints takes a cookie; those that a session cookie could speak for are open to no origin at all.

use std::sync::Arc;

use axum::extract::{FromRequestParts as _, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::{Context, OAuthError};
use crate::domain::origins::Origins;
use crate::events::{Event, kind};
use crate::server::Server;
use crate::store::StoreError;

const METHODS: &str = "GET, POST, PATCH, PUT, DELETE, OPTIONS";
const HEADERS: &str =
    "authorization, content-type, auth0-client, auth0-custom-domain, auth0-forwarded-for, dpop";
const EXPOSED: &str =
    "x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset, link, retry-after, dpop-nonce";

/// For the Authentication API: a page of another origin is refused, and the refusal is logged.
pub(crate) async fn authentication(
    State(server): State<Arc<Server>>,
    request: Request,
    next: Next,
) -> Response {
    let Some(origin) = request.headers().get(header::ORIGIN).cloned() else {
        return next.run(request).await;
    };
    let (mut parts, body) = request.into_parts();
    let origins = match Registered::read(&server, &mut parts).await {
        Ok(origins) => origins,
        Err(failed) => return failed,
    };
    if !origins.allow(&origin) {
        return origins.refuse(&parts, &origin);
    }
    let mut response = if is_preflight(&parts) {
        preflight()
    } else {
        next.run(Request::from_parts(parts, body)).await
    };
    allow(response.headers_mut(), origin);
    response
}

/// For the Management API: everybody is answered, and pages of registered origins may read it.
pub(crate) async fn management(
    State(server): State<Arc<Server>>,
    request: Request,
    next: Next,
) -> Response {
    let Some(origin) = request.headers().get(header::ORIGIN).cloned() else {
        return next.run(request).await;
    };
    let (mut parts, body) = request.into_parts();
    let is_allowed = match Registered::read(&server, &mut parts).await {
        Ok(origins) => origins.allow(&origin),
        Err(failed) => return failed,
    };
    let mut response = if is_preflight(&parts) {
        preflight()
    } else {
        next.run(Request::from_parts(parts, body)).await
    };
    if is_allowed {
        allow(response.headers_mut(), origin);
    } else {
        vary(response.headers_mut());
    }
    response
}

fn is_preflight(parts: &Parts) -> bool {
    let asks = header::ACCESS_CONTROL_REQUEST_METHOD;
    parts.method == Method::OPTIONS && parts.headers.contains_key(asks)
}

/// The origins of the tenant that a request means.
struct Registered {
    cx: Context,
    origins: Arc<Origins>,
}

impl Registered {
    async fn read(server: &Arc<Server>, parts: &mut Parts) -> Result<Self, Response> {
        let Ok(cx) = Context::from_request_parts(parts, server).await;
        match cx.tenant.configuration.origins().await {
            Ok(origins) => Ok(Self { cx, origins }),
            Err(failed) => Err(cannot_tell(&failed)),
        }
    }

    /// Whether the page is one of an application's, or of the tenant's own.
    fn allow(&self, origin: &HeaderValue) -> bool {
        let Ok(origin) = origin.to_str() else {
            return false;
        };
        let own = [
            self.cx.header(header::HOST.as_str()),
            Some(self.cx.tenant.names.domain.as_str()),
        ];
        let is_own = origin.split_once("://").is_some_and(|(_, authority)| {
            let mut own = own.into_iter().flatten();
            own.any(|own| own.eq_ignore_ascii_case(authority))
        });
        is_own || self.origins.allows(origin)
    }

    fn refuse(&self, parts: &Parts, origin: &HeaderValue) -> Response {
        let origin = String::from_utf8_lossy(origin.as_bytes());
        let origin: String = origin.chars().take(300).collect();
        let told = format!("Origin {origin} is not allowed.");
        let xhr = self.cx.header("x-requested-with");
        // The path alone: a query may hold tokens.
        let details = json!({
            "allowedOrigins": self.origins.shown(),
            "host": self.cx.header(header::HOST.as_str()),
            "method": parts.method.as_str(),
            "origin": origin,
            "originalUrl": parts.uri.path(),
            "xhr": xhr.is_some_and(|by| by.eq_ignore_ascii_case("XMLHttpRequest")),
        });
        self.cx
            .record(&Event::new(kind::CORS_REFUSED, told.clone()).details(details));
        let mut response = (StatusCode::FORBIDDEN, told).into_response();
        vary(response.headers_mut());
        response
    }
}

fn cannot_tell(failed: &StoreError) -> Response {
    let error: &dyn std::error::Error = failed;
    tracing::error!(error, source = error.source(), "origins could not be read");
    if failed.is_overload() {
        OAuthError::overloaded().into_response()
    } else {
        OAuthError::server_error().into_response()
    }
}

fn preflight() -> Response {
    let told = [
        (header::ACCESS_CONTROL_ALLOW_METHODS, METHODS),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, HEADERS),
        (header::ACCESS_CONTROL_MAX_AGE, "86400"),
    ];
    (StatusCode::NO_CONTENT, told).into_response()
}

fn allow(headers: &mut HeaderMap, origin: HeaderValue) {
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.insert(
        header::ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderValue::from_static(EXPOSED),
    );
    vary(headers);
}

fn vary(headers: &mut HeaderMap) {
    headers.append(header::VARY, HeaderValue::from_static("origin"));
}
