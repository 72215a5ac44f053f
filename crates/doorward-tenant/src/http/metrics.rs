//! What the process counts about its requests, as Prometheus reads it.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use super::Context;
use crate::server::Server;
use crate::settings::Mode;

/// Upper bounds of the durations, in seconds: a bare answer, a signature, a password hash, trouble.
const BOUNDS: [f64; 9] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5];

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Labels {
    method: &'static str,
    /// The pattern of the route: paths themselves carry ids, and have no end.
    route: String,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RouteLabels {
    route: String,
}

/// The counts of one process.
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Labels, Counter>,
    durations: Family<RouteLabels, Histogram, fn() -> Histogram>,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("doorward");
        let requests = Family::default();
        let durations: Family<_, _, fn() -> Histogram> =
            Family::new_with_constructor(|| Histogram::new(BOUNDS));
        let (help, name) = ("Requests answered", "http_requests");
        registry.register(name, help, requests.clone());
        let (help, name) = (
            "Seconds from request to answer",
            "http_request_duration_seconds",
        );
        registry.register(name, help, durations.clone());
        Self {
            registry,
            requests,
            durations,
        }
    }
}

impl Metrics {
    /// Counts one answer.
    pub(crate) fn count(&self, method: &Method, route: &str, status: StatusCode, took: Duration) {
        let labels = Labels {
            method: known(method),
            route: route.to_owned(),
            status: status.as_u16(),
        };
        self.requests.get_or_create(&labels).inc();
        let labels = RouteLabels {
            route: labels.route,
        };
        self.durations
            .get_or_create(&labels)
            .observe(took.as_secs_f64());
    }
}

/// A method's name. Anybody can invent methods, so unknown ones share a name.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// `GET /metrics`: Prometheus text. In production only this machine and trusted proxies may read it.
pub(crate) async fn metrics(State(server): State<Arc<Server>>, cx: Context) -> Response {
    let caller = &cx.caller;
    // A proxy that asks for somebody elsewhere is not the one who reads.
    let may_read = may_read(&server, caller.peer) && may_read(&server, caller.ip);
    if server.settings.mode == Mode::Production && !may_read {
        return StatusCode::NOT_FOUND.into_response();
    }
    let mut page = String::new();
    if text::encode(&mut page, &server.metrics.registry).is_err() {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    let kind = "text/plain; version=0.0.4; charset=utf-8";
    ([(header::CONTENT_TYPE, kind)], page).into_response()
}

fn may_read(server: &Server, peer: IpAddr) -> bool {
    peer.is_loopback() || server.settings.trusts(peer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_counted_under_its_route() {
        let metrics = Metrics::default();
        let took = Duration::from_millis(3);
        metrics.count(&Method::POST, "/oauth/token", StatusCode::OK, took);
        metrics.count(
            &Method::from_bytes(b"BREW").unwrap(),
            "",
            StatusCode::NOT_FOUND,
            took,
        );
        let mut page = String::new();
        text::encode(&mut page, &metrics.registry).unwrap();
        let line =
            "doorward_http_requests_total{method=\"POST\",route=\"/oauth/token\",status=\"200\"} 1";
        assert!(page.contains(line), "{page}");
        assert!(page.contains("method=\"other\""), "{page}");
        assert!(
            page.contains("doorward_http_request_duration_seconds_bucket{le=\"0.005\""),
            "{page}"
        );
    }
}
