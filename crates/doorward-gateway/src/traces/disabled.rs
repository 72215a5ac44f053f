//! In a build without the feature `opentelemetry` no traces are exported.

use http::HeaderMap;
use tracing::{Span, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::registry::LookupSpan;

/// Nobody's traces.
#[derive(Debug)]
pub struct Traces(std::convert::Infallible);

/// Why traces cannot be exported.
#[derive(Debug, thiserror::Error)]
#[error("this build exports no traces")]
pub struct TracesFailure;

impl Traces {
    /// None.
    ///
    /// # Errors
    ///
    /// When the environment names a collector.
    pub fn from_env(_: &'static str) -> Result<Option<Self>, TracesFailure> {
        let wants = |name: &str| std::env::var(name).is_ok_and(|value| !value.is_empty());
        if wants("OTEL_EXPORTER_OTLP_ENDPOINT") || wants("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") {
            return Err(TracesFailure);
        }
        Ok(None)
    }

    /// There is none.
    pub fn layer<S>(&self) -> impl Layer<S> + use<S>
    where
        S: Subscriber + for<'s> LookupSpan<'s>,
    {
        tracing_subscriber::layer::Identity::new()
    }

    /// There is nothing to send.
    pub async fn close(self) {
        match self.0 {}
    }
}

pub(super) fn pass_on(_: &Span, _: &mut HeaderMap) {}
