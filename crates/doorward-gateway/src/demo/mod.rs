//! A page for people, in development: it logs in, shows the session, renews it and logs out, by the gateway's own
//! endpoints. It is the application in front of the gateway, and the proxy that chooses the client.
//!
//! It stands below `/_doorward/demo`, where no endpoint of the gateway is, and reaches those it needs below itself:
//! a link cannot send the header `client-type`.

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderName, HeaderValue, StatusCode, Uri};
use tower::ServiceExt as _;

use crate::context::CLIENT_TYPE;

/// Where the page is.
pub(crate) const PATH: &str = "/_doorward/demo";

/// Nothing comes from elsewhere, nothing inline runs, and nobody may frame it.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What the page calls below itself, and by which method.
const ENDPOINTS: [(&str, bool); 5] = [
    ("/authorize", false),
    ("/oauth/token", true),
    ("/userinfo", false),
    ("/refreshtoken", true),
    ("/logout", false),
];

/// The gateway behind the page.
#[derive(Clone)]
struct Behind {
    router: Router,
    /// `SERVICE_PREFIX`.
    prefix: String,
    client: HeaderValue,
    protocol_header: HeaderName,
}

/// The page, and what it needs of `router` for the client of that name.
pub(crate) fn page(
    router: Router,
    prefix: &str,
    client: HeaderValue,
    protocol_header: &HeaderName,
) -> Router {
    let behind = Behind {
        router,
        prefix: prefix.to_owned(),
        client,
        protocol_header: protocol_header.clone(),
    };
    let mut page = Router::new()
        .route(PATH, get(html))
        .route(&below("/page.css"), get(css))
        .route(&below("/page.js"), get(script));
    for (endpoint, is_post) in ENDPOINTS {
        let method = if is_post { post(pass_on) } else { get(pass_on) };
        page = page.route(&below(endpoint), method);
    }
    page.with_state(behind)
}

fn below(path: &str) -> String {
    format!("{PATH}{path}")
}

/// What a proxy does: the client and the browser's protocol go into headers, whatever the browser said.
async fn pass_on(State(behind): State<Behind>, mut request: Request) -> Response {
    let target = request
        .uri()
        .path_and_query()
        .and_then(|target| target.as_str().strip_prefix(PATH));
    let target = format!("{}{}", behind.prefix, target.unwrap_or_default());
    let Ok(uri) = target.parse::<Uri>() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    *request.uri_mut() = uri;
    let headers = request.headers_mut();
    headers.insert(CLIENT_TYPE, behind.client);
    let http = HeaderValue::from_static("http");
    headers.entry(behind.protocol_header).or_insert(http);
    match behind.router.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

async fn html() -> Response {
    file("text/html; charset=utf-8", include_str!("page.html"))
}

async fn css() -> Response {
    file("text/css; charset=utf-8", include_str!("page.css"))
}

async fn script() -> Response {
    file("text/javascript; charset=utf-8", include_str!("page.js"))
}

fn file(kind: &'static str, content: &'static str) -> Response {
    let mut response = Response::new(Body::from(content));
    let headers = response.headers_mut();
    for (name, value) in [
        (CONTENT_TYPE, kind),
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // The address of the page carries a code for a moment.
        (REFERRER_POLICY, "no-referrer"),
        (CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
