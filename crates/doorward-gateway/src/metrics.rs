//! Durations of requests, as Prometheus reads them.

use std::fmt;
use std::time::Duration;

use http::{Method, StatusCode};
use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use crate::auth0::State;

/// Upper bounds in seconds.
const BUCKETS: [f64; 11] = [
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0,
];

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Labels {
    method: &'static str,
    /// The pattern of the route: paths themselves carry ids, and have no end.
    route: String,
    status_code: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct TenantLabels {
    /// Its origin; with `/api/v2` behind it for its Management API.
    tenant: String,
}

/// The counts of one gateway: the histogram `<prefix>_http_request_duration_seconds`, by method, route pattern
/// and status, and for both APIs of each tenant `<prefix>_tenant_circuit_state`: 0 closed, 1 half-open, 2 open.
pub(crate) struct Metrics {
    registry: Registry,
    durations: Family<Labels, Histogram, fn() -> Histogram>,
    circuits: Family<TenantLabels, Gauge>,
}

impl Metrics {
    /// Nothing counted yet. Names begin with `prefix`.
    pub(crate) fn new(prefix: &str) -> Self {
        let mut registry = Registry::with_prefix(prefix);
        let durations: Family<_, _, fn() -> Histogram> =
            Family::new_with_constructor(|| Histogram::new(BUCKETS));
        let (name, help) = (
            "http_request_duration_seconds",
            "Seconds from request to answer",
        );
        registry.register(name, help, durations.clone());
        let circuits = Family::default();
        let (name, help) = (
            "tenant_circuit_state",
            "Whether the tenant is asked: 0 closed, 1 half-open, 2 open",
        );
        registry.register(name, help, Family::clone(&circuits));
        Self {
            registry,
            durations,
            circuits,
        }
    }

    /// Counts one request.
    pub(crate) fn count(&self, method: &Method, route: &str, status: StatusCode, took: Duration) {
        let labels = Labels {
            method: known(method),
            route: route.to_owned(),
            status_code: status.as_u16(),
        };
        self.durations
            .get_or_create(&labels)
            .observe(took.as_secs_f64());
    }

    /// The counts, and the circuits as they are, as Prometheus' text.
    ///
    /// # Errors
    ///
    /// When a metric cannot be written.
    pub(crate) fn text(&self, circuits: Vec<(String, State)>) -> Result<String, fmt::Error> {
        for (tenant, state) in circuits {
            let number = match state {
                State::Closed => 0,
                State::HalfOpen => 1,
                State::Open => 2,
            };
            let gauge = self.circuits.get_or_create(&TenantLabels { tenant });
            gauge.set(number);
        }
        let mut page = String::new();
        text::encode(&mut page, &self.registry)?;
        Ok(page)
    }
}

/// A method's name. One that somebody made up must not make a series of its own.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::PUT => "PUT",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_count_everything_up_to_their_bound() {
        let metrics = Metrics::new("auth0_client");
        for milliseconds in [5, 6, 20_000] {
            let took = Duration::from_millis(milliseconds);
            metrics.count(&Method::GET, "/userinfo", StatusCode::OK, took);
        }
        let text = metrics.text(Vec::new()).unwrap();
        let labels = r#"method="GET",route="/userinfo",status_code="200""#;
        for (bound, count) in [("0.005", 1), ("0.01", 2), ("10.0", 2), ("+Inf", 3)] {
            let line = format!(
                "auth0_client_http_request_duration_seconds_bucket{{le=\"{bound}\",{labels}}} {count}\n"
            );
            assert!(text.contains(&line), "{line}{text}");
        }
        assert!(text.contains(&format!(
            "auth0_client_http_request_duration_seconds_count{{{labels}}} 3\n"
        )));
    }

    #[test]
    fn made_up_methods_share_a_series() {
        let metrics = Metrics::new("gw");
        for name in ["BREW", "WHEN"] {
            let method = Method::from_bytes(name.as_bytes()).unwrap();
            metrics.count(&method, "(none)", StatusCode::NOT_FOUND, Duration::ZERO);
        }
        let text = metrics.text(Vec::new()).unwrap();
        let line = r#"_count{method="other",route="(none)",status_code="404"} 2"#;
        assert!(text.contains(line), "{text}");
    }
}
