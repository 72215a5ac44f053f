//! The environment of a gateway inside another process.

use super::environment::{self, Environment};
use super::report::Report;
use super::{Options, Problems, SessionStore, redis};

/// Variables that the process around the gateway has its own options for.
const SAID_OTHERWISE: [&str; 3] = ["HTTP_PORT", "LOG_LEVEL", "DELAY_SHUTDOWN_SECONDS"];

/// What the environment says to a gateway inside another process.
///
/// The variables are those of a gateway on its own, but none is required: port, logs, config file and shutdown are
/// the process's affair and not read here, `ORIGINAL_PROTOCOL_HEADER` is `x-forwarded-proto` unless set, and without
/// `REDIS_HOSTS` the process decides where sessions are kept.
#[derive(Debug, Clone)]
pub struct Inherited {
    /// The variables that have a default.
    pub options: Options,
    /// What `REDIS_HOSTS` and its like say; `None` when it is not set.
    pub session_store: Option<SessionStore>,
    /// What is odd without keeping the gateway from starting, one line each.
    pub warnings: Vec<String>,
}

impl Inherited {
    /// Reads the environment through `variable`.
    ///
    /// # Errors
    ///
    /// [`Problems`]: one line for each malformed variable.
    pub fn from_env(variable: impl Fn(&str) -> Option<String>) -> Result<Self, Problems> {
        let inherited = |name: &str| match name {
            _ if SAID_OTHERWISE.contains(&name) => None,
            "ORIGINAL_PROTOCOL_HEADER" => variable(name)
                .filter(|value| !value.is_empty())
                .or_else(|| Some(Options::default().original_protocol_header.to_string())),
            _ => variable(name),
        };
        let mut report = Report::default();
        let mut environment = Environment::new(&inherited, &mut report);
        let options = environment::options(&mut environment);
        let session_store = match environment.text("REDIS_HOSTS") {
            Some(_) => redis::read(&mut environment),
            None => None,
        };
        let warnings = report.finish()?;
        Ok(Self {
            options,
            session_store,
            warnings,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Result<Inherited, Problems> {
        Inherited::from_env(|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn nothing_is_required() {
        let inherited = read(&[]).unwrap();
        assert!(inherited.session_store.is_none());
        assert_eq!(
            inherited.options.original_protocol_header,
            "x-forwarded-proto"
        );
    }

    #[test]
    fn redis_counts_and_what_the_process_decides_does_not() {
        let inherited = read(&[
            ("REDIS_HOSTS", "cache:6380"),
            ("SESSION_SCOPE", "shop"),
            ("HTTP_PORT", "none of ours"),
        ])
        .unwrap();
        assert!(matches!(
            inherited.session_store,
            Some(SessionStore::Redis(_))
        ));
        assert_eq!(inherited.options.session_scope.as_deref(), Some("shop"));
        assert_eq!(inherited.options.http_port, Options::default().http_port);
    }

    #[test]
    fn a_malformed_variable_is_named() {
        let problems = read(&[
            ("REDIS_HOSTS", "ftp://x"),
            ("SESSION_DURATION_SECONDS", "0"),
        ]);
        let problems = problems.unwrap_err();
        let names: Vec<_> = problems
            .lines()
            .iter()
            .filter_map(|line| line.split(':').next())
            .collect();
        assert_eq!(names, ["SESSION_DURATION_SECONDS", "REDIS_HOSTS"]);
    }
}
