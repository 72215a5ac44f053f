//! Logs of the process: to stderr, as text for people or as JSON for machines.

use std::io::IsTerminal as _;

use doorward_gateway::Traces;
use tracing::{Level, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt;
use tracing_subscriber::prelude::*;
use tracing_subscriber::registry::LookupSpan;

use super::settings::{LogForm, Settings};

/// A line for each request to the gateway is for machines, and for people who look for something.
fn request_lines(settings: &Settings) -> Level {
    if settings.log == LogForm::Json || settings.log_level > Level::INFO {
        settings.log_level
    } else {
        Level::WARN.min(settings.log_level)
    }
}

/// Starts logging, and the export of traces if there is one. A line that nobody reads any more is lost, and the server
/// runs on. Libraries speak up only from `warn` on: their finer levels show headers and values of statements, which may
/// be secrets.
pub(crate) fn start(settings: &Settings, traces: Option<&Traces>) {
    let filter = Targets::new()
        .with_default(Level::WARN.min(settings.log_level))
        .with_target("doorward", settings.log_level)
        .with_target("doorward_gateway::access", request_lines(settings));
    let registry = tracing_subscriber::registry();
    match traces {
        // One filter for everything: nobody pays for what is not written.
        None => registry.with(filter).with(lines(settings)).init(),
        // Each has its own: a trace tells of requests whatever the log does.
        Some(traces) => registry
            .with(lines(settings).with_filter(filter))
            .with(traces.layer())
            .init(),
    }
}

fn lines<S>(settings: &Settings) -> Box<dyn Layer<S> + Send + Sync>
where
    S: Subscriber + for<'s> LookupSpan<'s>,
{
    if settings.log == LogForm::Json {
        return fmt::layer()
            .json()
            .flatten_event(true)
            .log_internal_errors(false)
            .with_writer(std::io::stderr)
            .boxed();
    }
    // Colours are for people: a file or a pipe gets plain text.
    let is_terminal = std::io::stderr().is_terminal();
    fmt::layer()
        .with_ansi(is_terminal)
        .with_target(false)
        .log_internal_errors(false)
        .with_writer(std::io::stderr)
        .boxed()
}
