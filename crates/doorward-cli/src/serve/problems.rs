//! What is wrong with a configuration: one line for each problem, naming its key.

use std::fmt;

/// Problems found so far. Printed, each is a line `doorward: KEY: WHAT`.
#[derive(Debug, Default)]
pub(crate) struct Problems(Vec<String>);

impl Problems {
    /// Notes a problem with `key`.
    pub(crate) fn add(&mut self, key: &str, what: impl fmt::Display) {
        self.add_line(format_args!("{key}: {what}"));
    }

    /// Notes a problem that names its key already.
    pub(crate) fn add_line(&mut self, line: impl fmt::Display) {
        self.0.push(line.to_string().replace('\n', " "));
    }

    /// Notes the problem of a value that does not parse, and goes on without it.
    pub(crate) fn take<T, E: fmt::Display>(
        &mut self,
        key: &str,
        outcome: Result<T, E>,
    ) -> Option<T> {
        outcome.map_err(|what| self.add(key, what)).ok()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|problem| writeln!(f, "doorward: {problem}"))
    }
}
