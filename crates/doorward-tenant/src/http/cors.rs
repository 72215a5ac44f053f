//! Which browser pages may read answers (CORS).
//!
//! A page may when the client that a request names registers its origin: in `allowed_origins`, `web_origins`, or as
//! that of a callback. A request names it in its query, its credentials or its body; a preflight can do so in the
//! query alone. Where none is named, every client of the tenant counts. None of these endpoints takes a cookie; those
//! that a session cookie could speak for are open to no origin at all.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest as _, FromRequestParts as _, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use super::{Context, OAuthError};
use crate::authentication::client_authentication;
use crate::domain::client::Client;
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
    let page = match Page::read(&server, &mut parts, origin).await {
        Ok(page) => page,
        Err(failed) => return failed,
    };
    // Nobody reads the body of a page that no client knows.
    if !page.is_registered() {
        return page.refuse(&parts, None);
    }
    let mut named = page.named(&parts);
    let request = if is_preflight(&parts) {
        None
    } else {
        match whole(&parts, body).await {
            Ok(body) => {
                named.extend(named_in(&body));
                Some(Request::from_parts(parts.clone(), Body::from(body)))
            }
            Err(refused) => return page.allow(refused.into_response()),
        }
    };
    for client_id in named {
        match page.cx.tenant.configuration.client(&client_id).await {
            Ok(Some(client)) if !page.is_registered_by(&client) => {
                return page.refuse(&parts, Some(&client));
            }
            // Whether the client exists is the endpoint's business.
            Ok(_) => {}
            Err(failed) => return cannot_tell(&failed),
        }
    }
    page.allow(match request {
        Some(request) => next.run(request).await,
        None => preflight(),
    })
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
    let page = match Page::read(&server, &mut parts, origin).await {
        Ok(page) => page,
        Err(failed) => return failed,
    };
    let mut response = if is_preflight(&parts) {
        preflight()
    } else {
        next.run(Request::from_parts(parts, body)).await
    };
    if page.is_registered() {
        return page.allow(response);
    }
    vary(response.headers_mut());
    response
}

fn is_preflight(parts: &Parts) -> bool {
    let asks = header::ACCESS_CONTROL_REQUEST_METHOD;
    parts.method == Method::OPTIONS && parts.headers.contains_key(asks)
}

/// The body of a request from a page.
async fn whole(parts: &Parts, body: Body) -> Result<Bytes, OAuthError> {
    let request = Request::from_parts(parts.clone(), body);
    let super::Body(body) = super::Body::from_request(request, &()).await?;
    Ok(body)
}

/// The client that an object or a form names. What is neither is refused by the endpoint.
fn named_in(body: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Named {
        client_id: String,
    }
    let object: Option<Named> = serde_json::from_slice(body).ok();
    object.map_or_else(|| client_id(body), |named| Some(named.client_id))
}

fn client_id(encoded: &[u8]) -> Option<String> {
    let (_, value) = form_urlencoded::parse(encoded).find(|(name, _)| name == "client_id")?;
    Some(value.into_owned())
}

/// A page of some origin that calls a tenant.
struct Page {
    cx: Context,
    origin: HeaderValue,
    /// What all clients of the tenant register.
    origins: Arc<Origins>,
}

impl Page {
    async fn read(
        server: &Arc<Server>,
        parts: &mut Parts,
        origin: HeaderValue,
    ) -> Result<Self, Response> {
        let Ok(cx) = Context::from_request_parts(parts, server).await;
        match cx.tenant.configuration.origins().await {
            Ok(origins) => Ok(Self {
                cx,
                origin,
                origins,
            }),
            Err(failed) => Err(cannot_tell(&failed)),
        }
    }

    /// The clients that a request names before its body.
    fn named(&self, parts: &Parts) -> Vec<String> {
        let in_query = client_id(parts.uri.query().unwrap_or_default().as_bytes());
        let basic = client_authentication::basic(&self.cx).ok().flatten();
        in_query
            .into_iter()
            .chain(basic.map(|(client_id, _)| client_id))
            .collect()
    }

    /// Whether the page is one of an application's, or of the tenant's own.
    fn is_registered(&self) -> bool {
        self.is_own() || self.is_in(&self.origins)
    }

    fn is_registered_by(&self, client: &Client) -> bool {
        self.is_own() || self.is_in(&client.origins)
    }

    fn is_in(&self, origins: &Origins) -> bool {
        let origin = self.origin.to_str();
        origin.is_ok_and(|origin| origins.allows(origin))
    }

    fn is_own(&self) -> bool {
        let own = [
            self.cx.header(header::HOST.as_str()),
            Some(self.cx.tenant.names.domain.as_str()),
        ];
        let origin = self.origin.to_str().unwrap_or_default();
        origin.split_once("://").is_some_and(|(_, authority)| {
            let mut own = own.into_iter().flatten();
            own.any(|own| own.eq_ignore_ascii_case(authority))
        })
    }

    fn allow(self, mut response: Response) -> Response {
        let headers = response.headers_mut();
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, self.origin);
        headers.insert(
            header::ACCESS_CONTROL_EXPOSE_HEADERS,
            HeaderValue::from_static(EXPOSED),
        );
        vary(headers);
        response
    }

    /// Tells the page, and the log, that it is none of the named client's, or of anybody's.
    fn refuse(&self, parts: &Parts, client: Option<&Client>) -> Response {
        let origin = String::from_utf8_lossy(self.origin.as_bytes());
        let origin: String = origin.chars().take(300).collect();
        let told = format!("Origin {origin} is not allowed.");
        let xhr = self.cx.header("x-requested-with");
        let origins = client.map_or(&*self.origins, |client| &client.origins);
        // The path alone: a query may hold tokens.
        let details = json!({
            "allowedOrigins": origins.shown(),
            "host": self.cx.header(header::HOST.as_str()),
            "method": parts.method.as_str(),
            "origin": origin,
            "originalUrl": parts.uri.path(),
            "xhr": xhr.is_some_and(|by| by.eq_ignore_ascii_case("XMLHttpRequest")),
        });
        let mut event = Event::new(kind::CORS_REFUSED, told.clone()).details(details);
        if let Some(client) = client {
            event = event.client(client);
        }
        self.cx.record(&event);
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

fn vary(headers: &mut HeaderMap) {
    headers.append(header::VARY, HeaderValue::from_static("origin"));
}
