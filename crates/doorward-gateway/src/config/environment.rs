//! The environment variables of `auth0-client`, and the few that are Doorward's own.

use std::fmt::Display;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::HeaderName;
use zeroize::Zeroizing;

use super::report::Report;
use super::{LogLevel, Metrics, Options, mongo};

/// Reads variables through a function, so that a test needs no process environment.
pub(super) struct Environment<'e, 'r> {
    read: &'e dyn Fn(&str) -> Option<String>,
    pub(super) report: &'r mut Report,
}

impl<'e, 'r> Environment<'e, 'r> {
    pub(super) fn new(read: &'e dyn Fn(&str) -> Option<String>, report: &'r mut Report) -> Self {
        Self { read, report }
    }

    /// A variable's value. An empty one counts as unset.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        (self.read)(name).filter(|value| !value.is_empty())
    }

    /// A variable that must be set. A missing one is reported.
    pub(super) fn required(&mut self, name: &str) -> Option<String> {
        let value = self.text(name);
        if value.is_none() {
            self.report.problem(name, "required, but not set");
        }
        value
    }

    /// A variable's value read as `T` and accepted by `is_valid`; `default` when unset or reported.
    fn parsed<T: FromStr>(
        &mut self,
        name: &str,
        default: T,
        is_valid: impl Fn(&T) -> bool,
        wanted: impl Display,
    ) -> T {
        let Some(text) = self.text(name) else {
            return default;
        };
        match text.trim().parse() {
            Ok(value) if is_valid(&value) => value,
            _ => {
                self.report.problem(name, format_args!("must be {wanted}"));
                default
            }
        }
    }
}

/// Reads every variable that has a default, and `ORIGINAL_PROTOCOL_HEADER`.
pub(super) fn options(environment: &mut Environment<'_, '_>) -> Options {
    let is_a_life = |seconds: &u64| (1..=MAX_SECONDS).contains(seconds);
    let is_a_wait = |seconds: &u64| *seconds <= MAX_SECONDS;
    let life = environment.parsed(
        "SESSION_DURATION_SECONDS",
        86_400,
        is_a_life,
        "a positive number of seconds",
    );
    let wait = environment.parsed(
        "DELAY_SHUTDOWN_SECONDS",
        10,
        is_a_wait,
        "a number of seconds, 0 or more",
    );
    let defaults = Options::default();
    Options {
        log_level: environment.parsed("LOG_LEVEL", defaults.log_level, |_| true, LogLevel::CHOICES),
        http_port: environment.parsed(
            "HTTP_PORT",
            defaults.http_port,
            |port| *port > 0,
            "a port, 1 to 65535",
        ),
        service_prefix: prefix(environment),
        service_version: environment.text("SERVICE_VERSION"),
        session_duration: Duration::from_secs(life),
        session_scope: environment.text("SESSION_SCOPE"),
        session_encryption_keys: encryption_keys(environment),
        import_limit_bytes: environment.parsed(
            "IMPORT_LIMIT_BYTES",
            defaults.import_limit_bytes,
            |limit| *limit > 0,
            "a positive number of bytes",
        ),
        original_protocol_header: protocol_header(environment)
            .unwrap_or(defaults.original_protocol_header),
        delay_shutdown: Duration::from_secs(wait),
        metrics: metrics(environment),
        additional_ca_folder: environment.text("ADDITIONAL_CA_FOLDER").map(PathBuf::from),
        mongo: mongo::read(environment),
    }
}

/// A century: more than any session or shutdown needs, and far from overflowing a clock.
const MAX_SECONDS: u64 = 100 * 365 * 86_400;

fn prefix(environment: &mut Environment<'_, '_>) -> String {
    let Some(text) = environment.text("SERVICE_PREFIX") else {
        return String::new();
    };
    let path = text.trim_matches('/');
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/-_.~".contains(c);
    if !path.chars().all(is_plain) || path.contains("//") || path.split('/').any(|part| part == "-")
    {
        environment.report.problem(
            "SERVICE_PREFIX",
            "must be a path of letters, digits, and / - _ . ~",
        );
        return String::new();
    }
    if path.is_empty() {
        String::new()
    } else {
        format!("/{path}")
    }
}

fn protocol_header(environment: &mut Environment<'_, '_>) -> Option<HeaderName> {
    const NAME: &str = "ORIGINAL_PROTOCOL_HEADER";
    let text = environment.required(NAME)?;
    match HeaderName::from_bytes(text.as_bytes()) {
        Ok(name) => Some(name),
        Err(_) => {
            environment
                .report
                .problem(NAME, "must be the name of a request header");
            None
        }
    }
}

fn encryption_keys(environment: &mut Environment<'_, '_>) -> Vec<Zeroizing<[u8; 32]>> {
    const NAME: &str = "SESSION_ENCRYPTION_KEYS";
    let Some(text) = environment.text(NAME).map(Zeroizing::new) else {
        return Vec::new();
    };
    let mut keys = Vec::new();
    for (index, encoded) in text.split(',').enumerate() {
        let bytes = STANDARD.decode(encoded.trim()).map(Zeroizing::new);
        match bytes
            .ok()
            .and_then(|bytes| <[u8; 32]>::try_from(bytes.as_slice()).ok())
        {
            Some(key) => keys.push(Zeroizing::new(key)),
            None => environment.report.problem(
                NAME,
                format_args!("key {} is not base64 of 32 bytes", index + 1),
            ),
        }
    }
    keys
}

fn metrics(environment: &mut Environment<'_, '_>) -> Option<Metrics> {
    let is_exposed = environment.parsed("EXPOSE_METRICS", false, |_| true, "true or false");
    let prefix = environment
        .text("NAMESPACED_METRICS_PREFIX")
        .unwrap_or_else(|| "auth0_client".to_owned());
    let mut letters = prefix.chars();
    let is_name = letters
        .next()
        .is_some_and(|c| c.is_ascii_alphabetic() || c == '_')
        && letters.all(|c| c.is_ascii_alphanumeric() || c == '_');
    if !is_name {
        environment.report.problem(
            "NAMESPACED_METRICS_PREFIX",
            "must be letters, digits and _, and not start with a digit",
        );
    }
    is_exposed.then_some(Metrics { prefix })
}
