//! What happens around every request: its id, its log lines, its duration, and what all answers carry.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, HOST, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use http_body::Body as _;
use tracing::{Instrument, Span};

use crate::context::{Context, RequestId, Shared};
use crate::error::GatewayError;
use crate::{routes, traces};

const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const X_FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The route of a path that is none, in metrics and traces.
const NO_ROUTE: &str = "(none)";

/// Longest `x-request-id` that is taken over.
const ID_LIMIT: usize = 200;

/// Wraps every request.
pub(crate) async fn observe(
    State(cx): State<Shared>,
    mut request: Request,
    next: Next,
) -> Response {
    name_host(&mut request);
    let is_platform = request.uri().path().starts_with("/-/");
    let id = request_id(&cx, request.headers());
    // Of another target than the lines, so that whoever silences those keeps the id on all others; and of the highest
    // level, so that whoever wants to hear of errors alone does.
    let span = tracing::error_span!(target: "doorward_gateway", "request", reqId = id.as_str());
    let route = request.extensions().get::<MatchedPath>().cloned();
    let method = request.method().clone();
    let pattern = route.as_ref().map_or(NO_ROUTE, MatchedPath::as_str);
    let trace = if is_platform {
        Span::none()
    } else {
        traces::of_request(&method, pattern, &id, request.headers())
    };
    request.extensions_mut().insert(RequestId(id));
    let traced = trace.clone();
    // Not asked beside traces: an answer that no event follows would silence the next span in the eyes of their filter.
    let is_logged =
        !is_platform && (!trace.is_disabled() || tracing::enabled!(tracing::Level::INFO));
    let seen = is_logged.then(|| Seen::of(&request));
    let started = Instant::now();
    async {
        if let Some(seen) = &seen {
            seen.incoming();
        }
        let mut response = if method == Method::HEAD && !is_platform {
            head(&cx, route.as_ref())
        } else {
            next.run(request).await
        };
        // Nothing of a login or a user may stay in a cache.
        response
            .headers_mut()
            .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        let duration = started.elapsed();
        if let Some(metrics) = &cx.metrics {
            metrics.count(&method, pattern, response.status(), duration);
        }
        if let Some(seen) = &seen {
            seen.completed(&response, duration);
        }
        traces::answered(&trace, response.status());
        response
    }
    .instrument(traced)
    .instrument(span)
    .await
}

/// HTTP/2 names the host in `:authority` and needs no `Host`; whoever asks for one finds it all the same.
fn name_host(request: &mut Request) {
    if request.headers().contains_key(HOST) {
        return;
    }
    let authority = request.uri().authority();
    if let Some(host) = authority.and_then(|name| HeaderValue::from_str(name.as_str()).ok()) {
        request.headers_mut().insert(HOST, host);
    }
}

/// HEAD is for the platform's own paths.
fn head(cx: &Context, route: Option<&MatchedPath>) -> Response {
    match route {
        Some(route) => routes::method_not_allowed(cx, route.as_str()),
        None => GatewayError::NotFound("path").into_response(),
    }
}

/// The caller's id for the request if it can be logged, else a new one.
fn request_id(cx: &Context, headers: &HeaderMap) -> String {
    let given = headers
        .get(X_REQUEST_ID)
        .and_then(|value| value.to_str().ok());
    match given.filter(|id| !id.is_empty() && id.len() <= ID_LIMIT) {
        Some(id) => id.to_owned(),
        None => cx.request_ids.next(),
    }
}

/// The host of a `Host` header. An IPv6 address has colons of its own.
fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

/// What the log says of a request. The path without its query, where codes and states travel.
struct Seen {
    method: Method,
    user_agent: String,
    path: String,
    hostname: String,
    forwarded_host: String,
    ip: String,
}

impl Seen {
    fn of(request: &Request) -> Self {
        let text = |name: &HeaderName| {
            request
                .headers()
                .get(name)
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
                .to_owned()
        };
        let host = text(&HOST);
        Self {
            method: request.method().clone(),
            user_agent: text(&USER_AGENT),
            path: request.uri().path().to_owned(),
            hostname: without_port(&host).to_owned(),
            forwarded_host: text(&X_FORWARDED_HOST),
            ip: text(&X_FORWARDED_FOR),
        }
    }

    fn incoming(&self) {
        tracing::trace!(
            http.request.method = %self.method,
            http.request.userAgent.original = self.user_agent,
            url.path = self.path,
            host.hostname = self.hostname,
            host.forwardedHost = self.forwarded_host,
            host.ip = self.ip,
            "incoming request"
        );
    }

    fn completed(&self, response: &Response, duration: std::time::Duration) {
        tracing::info!(
            http.request.method = %self.method,
            http.request.userAgent.original = self.user_agent,
            http.response.statusCode = response.status().as_u16(),
            http.response.body.bytes = response.body().size_hint().exact().unwrap_or_default(),
            url.path = self.path,
            host.hostname = self.hostname,
            host.forwardedHost = self.forwarded_host,
            host.ip = self.ip,
            responseTime = duration.as_secs_f64() * 1000.0,
            "request completed"
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_logged_without_its_port() {
        for (host, name) in [
            ("app.example", "app.example"),
            ("app.example:8080", "app.example"),
            ("[::1]:80", "[::1]"),
            ("[::1]", "[::1]"),
            ("", ""),
        ] {
            assert_eq!(without_port(host), name);
        }
    }
}
