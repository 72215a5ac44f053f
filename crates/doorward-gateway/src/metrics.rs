//! Durations of requests, as Prometheus reads them.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use http::{Method, StatusCode};

/// Upper bounds in seconds.
const BUCKETS: [f64; 11] = [
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0,
];

/// The histogram `<prefix>_http_request_duration_seconds`, by method, route pattern and status.
pub(crate) struct Histogram {
    name: String,
    series: Mutex<BTreeMap<(String, String, u16), Series>>,
}

#[derive(Default)]
struct Series {
    /// How many took at most as long as the bucket of the same place.
    buckets: [u64; BUCKETS.len()],
    count: u64,
    sum_seconds: f64,
}

impl Histogram {
    /// An empty histogram of that prefix.
    pub(crate) fn new(prefix: &str) -> Self {
        Self {
            name: format!("{prefix}_http_request_duration_seconds"),
            series: Mutex::default(),
        }
    }

    /// Counts one request.
    pub(crate) fn record(
        &self,
        method: &Method,
        route: &str,
        status: StatusCode,
        duration: Duration,
    ) {
        // A method that somebody made up must not make a series of its own.
        let method = match method.as_str() {
            known @ ("GET" | "HEAD" | "POST" | "PATCH" | "DELETE" | "PUT" | "OPTIONS") => known,
            _ => "other",
        };
        let seconds = duration.as_secs_f64();
        let mut all = self.series.lock().unwrap_or_else(PoisonError::into_inner);
        let series = all
            .entry((method.to_owned(), route.to_owned(), status.as_u16()))
            .or_default();
        for (count, bound) in series.buckets.iter_mut().zip(BUCKETS) {
            *count += u64::from(seconds <= bound);
        }
        series.count += 1;
        series.sum_seconds += seconds;
    }

    /// Prometheus' text format, version 0.0.4.
    pub(crate) fn text(&self) -> String {
        let name = &self.name;
        let mut text = format!("# HELP {name} How long requests took.\n# TYPE {name} histogram\n");
        for ((method, route, status), series) in self
            .series
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
        {
            let labels = format!("method=\"{method}\",route=\"{route}\",status_code=\"{status}\"");
            for (count, bound) in series.buckets.iter().zip(BUCKETS) {
                let _ = writeln!(text, "{name}_bucket{{{labels},le=\"{bound}\"}} {count}");
            }
            let _ = writeln!(
                text,
                "{name}_bucket{{{labels},le=\"+Inf\"}} {}",
                series.count
            );
            let _ = writeln!(text, "{name}_sum{{{labels}}} {}", series.sum_seconds);
            let _ = writeln!(text, "{name}_count{{{labels}}} {}", series.count);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_count_everything_up_to_their_bound() {
        let histogram = Histogram::new("auth0_client");
        for milliseconds in [5, 6, 20_000] {
            histogram.record(
                &Method::GET,
                "/userinfo",
                StatusCode::OK,
                Duration::from_millis(milliseconds),
            );
        }
        let text = histogram.text();
        let labels = r#"method="GET",route="/userinfo",status_code="200""#;
        for (bound, count) in [("0.005", 1), ("0.01", 2), ("10", 2), ("+Inf", 3)] {
            let line = format!(
                "auth0_client_http_request_duration_seconds_bucket{{{labels},le=\"{bound}\"}} {count}\n"
            );
            assert!(text.contains(&line), "{line}{text}");
        }
        assert!(text.contains(&format!(
            "auth0_client_http_request_duration_seconds_count{{{labels}}} 3\n"
        )));
    }
}
