//! Traces: a span for each request and for each call of the tenant it makes, exported by OTLP over HTTP when the
//! environment names a collector.
//!
//! The spans of requests are the listener's. Unless [`Traces`] listens, nobody does.

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
use tracing::Instrument as _;
use tracing::field::Empty;

pub(crate) use doorward_listener::traces::{TARGET, answered, of_request};

pub use self::export::{Traces, TracesFailure};

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
