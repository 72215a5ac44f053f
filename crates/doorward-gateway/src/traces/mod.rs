//! Traces: a span for each request and for each call of the tenant it makes, exported by OTLP over HTTP when the
//! environment names a collector.
//!
//! Spans are made with `tracing` under a target of their own. Unless [`Traces`] listens, nobody does, and making one is
//! a look at a flag. Their attributes are methods, routes and statuses: no path with a user's id, no query, no header.

#[cfg(feature = "opentelemetry")]
#[path = "enabled.rs"]
mod export;
#[cfg(not(feature = "opentelemetry"))]
#[path = "disabled.rs"]
mod export;
#[cfg(feature = "opentelemetry")]
mod http_client;

use std::sync::Arc;

use doorward::transport::{BoxFuture, Request, Response, Transport, TransportError};
use http::{HeaderMap, Method, StatusCode};
use tracing::field::Empty;
use tracing::{Instrument as _, Span};

pub use self::export::{Traces, TracesFailure};

/// The target of all spans that are exported, and of nothing else.
pub(crate) const TARGET: &str = "otel";

/// The span of a request, continuing the trace that its headers name.
pub(crate) fn of_request(
    method: &Method,
    route: &str,
    request_id: &str,
    headers: &HeaderMap,
) -> Span {
    let span = tracing::info_span!(
        target: TARGET,
        "request",
        otel.name = format!("{method} {route}"),
        otel.kind = "server",
        otel.status_code = Empty,
        http.request.method = %method,
        http.route = route,
        http.response.status_code = Empty,
        reqId = request_id,
    );
    if !span.is_disabled() {
        export::continue_trace(&span, headers);
    }
    span
}

/// Notes on a request's span how it ended. That somebody was refused is no error of the gateway.
pub(crate) fn answered(span: &Span, status: StatusCode) {
    if span.is_disabled() {
        return;
    }
    span.record("http.response.status_code", status.as_u16());
    if status.is_server_error() {
        span.record("otel.status_code", "ERROR");
    }
}

/// Carries calls of the tenant, each in a span whose trace goes with it.
pub(crate) struct TracedCalls(pub(crate) Arc<dyn Transport>);

impl Transport for TracedCalls {
    fn send(&self, mut request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        let span = tracing::info_span!(
            target: TARGET,
            "call",
            otel.name = format!("{} {}", request.method, template(request.url.path())),
            otel.kind = "client",
            otel.status_code = Empty,
            http.request.method = %request.method,
            server.address = request.url.host_str(),
            server.port = request.url.port_or_known_default(),
            http.response.status_code = Empty,
        );
        if span.is_disabled() {
            return self.0.send(request);
        }
        export::pass_on(&span, &mut request.headers);
        let call = self.0.send(request).instrument(span.clone());
        Box::pin(async move {
            let answer = call.await;
            if let Ok(response) = &answer {
                span.record("http.response.status_code", response.status.as_u16());
            }
            if answer
                .as_ref()
                .is_ok_and(|response| response.status.as_u16() < 400)
            {
                return answer;
            }
            span.record("otel.status_code", "ERROR");
            answer
        })
    }
}

/// A path without the ids in it.
fn template(path: &str) -> String {
    let kept = if path.starts_with("/api/v2/") { 4 } else { 3 };
    let parts: Vec<&str> = path.split('/').take(kept).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_who_does_not_listen_pays_for_a_span() {
        assert!(of_request(&Method::GET, "/userinfo", "r1", &HeaderMap::new()).is_disabled());
    }

    #[test]
    fn ids_are_no_part_of_a_name() {
        for (path, name) in [
            ("/oauth/token", "/oauth/token"),
            ("/.well-known/jwks.json", "/.well-known/jwks.json"),
            ("/api/v2/users", "/api/v2/users"),
            ("/api/v2/users/auth0%7C1", "/api/v2/users"),
            ("/api/v2/jobs/job_1/errors", "/api/v2/jobs"),
        ] {
            assert_eq!(template(path), name);
        }
    }
}
