//! Spans to a collector, W3C trace context in and out.

use http::HeaderMap;
use opentelemetry::propagation::TextMapPropagator as _;
use opentelemetry::trace::TracerProvider as _;
use opentelemetry_http::HeaderInjector;
use opentelemetry_otlp::{SpanExporter, WithHttpConfig as _};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use opentelemetry_sdk::trace::SdkTracerProvider;
use tracing::level_filters::LevelFilter;
use tracing::{Span, Subscriber};
use tracing_opentelemetry::OpenTelemetrySpanExt as _;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::registry::LookupSpan;

use super::TARGET;
use super::http_client::Client;

/// The export of traces.
#[derive(Debug)]
pub struct Traces {
    provider: SdkTracerProvider,
}

/// Why traces cannot be exported.
#[derive(Debug, thiserror::Error)]
#[error("traces cannot be exported")]
pub struct TracesFailure(#[source] Box<dyn std::error::Error + Send + Sync>);

impl Traces {
    /// An export by OTLP over HTTP, protobuf, as the variables of OpenTelemetry say; `None` unless
    /// `OTEL_EXPORTER_OTLP_ENDPOINT` or `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT` names a collector, or when
    /// `OTEL_SDK_DISABLED` is true. `name` is what the service is called unless `OTEL_SERVICE_NAME` says otherwise. Must be
    /// called in a Tokio runtime.
    ///
    /// # Errors
    ///
    /// When a variable makes no sense.
    pub fn from_env(name: &'static str) -> Result<Option<Self>, TracesFailure> {
        let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let is_wanted = set("OTEL_EXPORTER_OTLP_ENDPOINT").is_some()
            || set("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT").is_some();
        let is_off =
            set("OTEL_SDK_DISABLED").is_some_and(|value| value.eq_ignore_ascii_case("true"));
        if !is_wanted || is_off {
            return Ok(None);
        }
        let client = Client::new().map_err(|error| TracesFailure(error.into()))?;
        let exporter = SpanExporter::builder()
            .with_http()
            .with_http_client(client)
            .build()
            .map_err(|error| TracesFailure(error.into()))?;
        let mut resource = Resource::builder();
        if set("OTEL_SERVICE_NAME").is_none() {
            resource = resource.with_service_name(name);
        }
        let provider = SdkTracerProvider::builder()
            .with_resource(resource.build())
            .with_batch_exporter(exporter)
            .build();
        Ok(Some(Self { provider }))
    }

    /// What listens to spans. A [`JsonLog`](crate::JsonLog) beside it has to be told.
    pub fn layer<S>(&self) -> impl Layer<S> + use<S>
    where
        S: Subscriber + for<'s> LookupSpan<'s>,
    {
        tracing_opentelemetry::layer()
            .with_tracer(self.provider.tracer("doorward"))
            .with_location(false)
            .with_threads(false)
            .with_target(false)
            .with_tracked_inactivity(false)
            .with_filter(Targets::new().with_target(TARGET, LevelFilter::INFO))
    }

    /// Sends what has not been sent yet.
    pub async fn close(self) {
        // It waits for a thread that needs the runtime.
        let closed = tokio::task::spawn_blocking(move || self.provider.shutdown());
        if let Ok(Err(error)) = closed.await {
            tracing::warn!(%error, "the last traces were not sent");
        }
    }
}

/// Sends the span's trace along in `traceparent`.
pub(super) fn pass_on(span: &Span, headers: &mut HeaderMap) {
    TraceContextPropagator::new().inject_context(&span.context(), &mut HeaderInjector(headers));
}
