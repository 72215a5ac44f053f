//! Log lines as the platform reads them: one JSON object per line, levels as numbers.
//!
//! A field with dots in its name becomes nested objects: `url.path` is `{"url":{"path":…}}`. Fields that
//! share a beginning stand next to each other where they are logged, so that a line can be written as
//! it is read.

use std::fmt::{self, Write as _};
use std::io::Write;
use std::sync::{Mutex, PoisonError};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::{Event, Level, Metadata, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::Context;
use tracing_subscriber::registry::LookupSpan;

use crate::clock::Clock;
use crate::config::LogLevel;
use crate::traces::TARGET;

/// Only this program's own lines: what libraries say at `trace` may hold anything that travels.
const OWN: &str = "doorward";

/// The log of a gateway that owns its process.
///
/// Writes events of Doorward's crates at `level` and above to `to`, a line each in a single call.
pub struct JsonLog<W> {
    to: Mutex<W>,
    level: LevelFilter,
    clock: Clock,
    is_beside_traces: bool,
}

impl<W: Write> JsonLog<W> {
    /// A log that writes to `to`.
    pub fn new(to: W, level: LogLevel, clock: Clock) -> Self {
        let level = match level {
            LogLevel::Trace => LevelFilter::TRACE,
            LogLevel::Debug => LevelFilter::DEBUG,
            LogLevel::Info => LevelFilter::INFO,
            LogLevel::Warn => LevelFilter::WARN,
            LogLevel::Error => LevelFilter::ERROR,
            // Nothing here is logged above `error`: the process says such things as it ends.
            LogLevel::Fatal | LogLevel::Panic | LogLevel::Silent => LevelFilter::OFF,
        };
        Self {
            to: Mutex::new(to),
            level,
            clock,
            is_beside_traces: false,
        }
    }

    /// The same log in a process that exports [`Traces`](crate::Traces): spans below its level are let through to
    /// them, and still not written.
    #[must_use]
    pub fn beside_traces(mut self) -> Self {
        self.is_beside_traces = true;
        self
    }
}

impl<W> fmt::Debug for JsonLog<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JsonLog")
            .field("level", &self.level)
            .finish_non_exhaustive()
    }
}

/// The id of the request that a span stands for.
struct RequestId(String);

impl<S, W> Layer<S> for JsonLog<W>
where
    S: Subscriber + for<'s> LookupSpan<'s>,
    W: Write + 'static,
{
    fn enabled(&self, metadata: &Metadata<'_>, _: Context<'_, S>) -> bool {
        let is_ours = *metadata.level() <= self.level && metadata.target().starts_with(OWN);
        is_ours || (self.is_beside_traces && metadata.target() == TARGET)
    }

    fn max_level_hint(&self) -> Option<LevelFilter> {
        Some(self.level)
    }

    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        struct Find(Option<String>);
        impl Visit for Find {
            fn record_str(&mut self, field: &Field, value: &str) {
                if field.name() == "reqId" {
                    self.0 = Some(value.to_owned());
                }
            }
            fn record_debug(&mut self, _: &Field, _: &dyn fmt::Debug) {}
        }
        let mut find = Find(None);
        attributes.record(&mut find);
        if let (Some(request_id), Some(span)) = (find.0, context.span(id)) {
            span.extensions_mut().insert(RequestId(request_id));
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut line = Line::new();
        line.number("level", number_of(*event.metadata().level()));
        line.number("time", self.clock.now().as_millisecond());
        event.record(&mut line);
        if let Some(scope) = context.event_scope(event) {
            for span in scope {
                if let Some(RequestId(id)) = span.extensions().get() {
                    line.text("reqId", id);
                }
            }
        }
        let line = line.finish();
        // A log that cannot be written to has nobody to tell.
        let _ = self
            .to
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .write_all(line.as_bytes());
    }
}

fn number_of(level: Level) -> i64 {
    match level {
        Level::TRACE => 10,
        Level::DEBUG => 20,
        Level::INFO => 30,
        Level::WARN => 40,
        Level::ERROR => 50,
    }
}

/// A line while its fields are written.
struct Line {
    text: String,
    /// The names of the objects that are open.
    open: Vec<&'static str>,
    needs_comma: bool,
}

impl Line {
    fn new() -> Self {
        Self {
            text: String::from("{"),
            open: Vec::new(),
            needs_comma: false,
        }
    }

    /// Writes a name and colon, opening and closing objects as its dots want it.
    fn name(&mut self, name: &'static str) {
        let mut parts: Vec<&'static str> = name.split('.').collect();
        let last = parts.pop().unwrap_or_default();
        let shared = self
            .open
            .iter()
            .zip(&parts)
            .take_while(|(open, part)| open == part)
            .count();
        while self.open.len() > shared {
            self.open.pop();
            self.text.push('}');
            self.needs_comma = true;
        }
        for part in parts.into_iter().skip(shared) {
            self.comma();
            let _ = write!(self.text, "\"{part}\":{{");
            self.open.push(part);
            self.needs_comma = false;
        }
        self.comma();
        let _ = write!(self.text, "\"{last}\":");
        self.needs_comma = true;
    }

    fn comma(&mut self) {
        if self.needs_comma {
            self.text.push(',');
        }
    }

    fn text(&mut self, name: &'static str, value: &str) {
        self.name(name);
        self.text
            .push_str(&serde_json::to_string(value).unwrap_or_default());
    }

    fn number(&mut self, name: &'static str, value: impl fmt::Display) {
        self.name(name);
        let _ = write!(self.text, "{value}");
    }

    fn finish(mut self) -> String {
        for _ in self.open.drain(..) {
            self.text.push('}');
        }
        self.text.push_str("}\n");
        self.text
    }
}

/// The platform's name for the text of a line.
fn name_of(field: &Field) -> &'static str {
    match field.name() {
        "message" => "msg",
        name => name,
    }
}

impl Visit for Line {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.text(name_of(field), value);
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.number(name_of(field), value);
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.number(name_of(field), value);
    }

    fn record_f64(&mut self, field: &Field, value: f64) {
        self.number(name_of(field), if value.is_finite() { value } else { 0.0 });
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.number(name_of(field), value);
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.text(name_of(field), &format!("{value:?}"));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::{Value, json};
    use tracing_subscriber::layer::SubscriberExt;

    use super::*;

    #[derive(Clone, Default)]
    struct Written(Arc<Mutex<Vec<u8>>>);

    impl Write for Written {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().expect("a lock").extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    fn lines(level: LogLevel, log: impl FnOnce()) -> Vec<Value> {
        let written = Written::default();
        let clock =
            Clock::new(|| jiff::Timestamp::from_millisecond(1_700_000_000_123).expect("a time"));
        let subscriber =
            tracing_subscriber::registry().with(JsonLog::new(written.clone(), level, clock));
        tracing::subscriber::with_default(subscriber, log);
        let text = String::from_utf8(written.0.lock().expect("a lock").clone()).expect("UTF-8");
        assert!(!text.contains("\\u003c"), "escaped for HTML: {text}");
        text.lines()
            .map(|line| serde_json::from_str(line).expect("a JSON line"))
            .collect()
    }

    #[test]
    fn a_line_is_nested_json_with_a_numeric_level() {
        let lines = lines(LogLevel::Info, || {
            tracing::info_span!("request", reqId = "r1").in_scope(|| {
                tracing::info!(
                    http.request.method = "GET",
                    http.response.statusCode = 200,
                    url.path = "/<&>",
                    ok = true,
                    "request completed"
                );
                tracing::debug!("below the level");
                tracing::error!(target: "hyper", "of a library");
            });
        });
        let expected = json!({
            "level": 30, "time": 1_700_000_000_123_i64, "msg": "request completed", "reqId": "r1", "ok": true,
            "http": { "request": { "method": "GET" }, "response": { "statusCode": 200 } }, "url": { "path": "/<&>" },
        });
        assert_eq!(lines, [expected]);
    }

    #[test]
    fn silence_is_silent() {
        assert!(lines(LogLevel::Silent, || tracing::error!("x")).is_empty());
    }
}
