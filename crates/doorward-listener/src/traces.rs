//! A span for each request, part of the trace that its headers name (W3C Trace Context).
//!
//! Spans are made with `tracing` under a target of their own. Unless somebody exports them nobody listens, and making one
//! is a look at a flag. Their attributes are methods, routes and statuses: no path with a user's id, no query, no header.

use http::{HeaderMap, Method, StatusCode};
use tracing::Span;
use tracing::field::Empty;

/// The target of all spans that are exported, and of nothing else.
pub const TARGET: &str = "otel";

/// The span of a request, continuing the trace that its headers name. `route` is the pattern of its path.
pub fn of_request(method: &Method, route: &str, request_id: &str, headers: &HeaderMap) -> Span {
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
        continue_trace(&span, headers);
    }
    span
}

/// Says of a request's span that its route is known better by now than when it was made.
pub fn routed(span: &Span, method: &Method, route: &str) {
    if !span.is_disabled() {
        span.record("otel.name", format!("{method} {route}"));
        span.record("http.route", route);
    }
}

/// Notes on a request's span how it ended. That somebody was refused is no error of the server.
pub fn answered(span: &Span, status: StatusCode) {
    if span.is_disabled() {
        return;
    }
    span.record("http.response.status_code", status.as_u16());
    if status.is_server_error() {
        span.record("otel.status_code", "ERROR");
    }
}

/// Makes the span part of the trace in `traceparent`, if there is one.
#[cfg(feature = "opentelemetry")]
fn continue_trace(span: &Span, headers: &HeaderMap) {
    use opentelemetry::propagation::TextMapPropagator as _;
    use opentelemetry_http::HeaderExtractor;
    use opentelemetry_sdk::propagation::TraceContextPropagator;
    use tracing_opentelemetry::OpenTelemetrySpanExt as _;

    let parent = TraceContextPropagator::new().extract(&HeaderExtractor(headers));
    // A span nobody exports has no parent.
    let _ = span.set_parent(parent);
}

#[cfg(not(feature = "opentelemetry"))]
fn continue_trace(_: &Span, _: &HeaderMap) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_who_does_not_listen_pays_for_a_span() {
        assert!(of_request(&Method::GET, "/userinfo", "r1", &HeaderMap::new()).is_disabled());
    }
}
