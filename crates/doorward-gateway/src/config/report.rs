//! What is wrong, or merely odd, with a configuration: collected first, told all at once.

use std::fmt;

/// Why a gateway cannot start: one line per problem, each naming a variable or a JSON path.
///
/// Never holds a secret's value. `Display` prints the lines in the order they were found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Problems(Vec<String>);

impl Problems {
    /// A single problem of `place`, a variable or a JSON path.
    pub(crate) fn of(place: &str, what: impl fmt::Display) -> Self {
        Self(vec![format!("{place}: {what}")])
    }

    /// The problems, one line each, at least one.
    pub fn lines(&self) -> &[String] {
        &self.0
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

/// Collects problems and warnings while a configuration is read.
#[derive(Debug, Default)]
pub(crate) struct Report {
    problems: Vec<String>,
    warnings: Vec<String>,
}

impl Report {
    /// Notes that `place` (a variable or a JSON path) keeps the gateway from starting.
    pub(crate) fn problem(&mut self, place: &str, what: impl fmt::Display) {
        self.problems.push(format!("{place}: {what}"));
    }

    /// Notes that `place` is odd, but harmless.
    pub(crate) fn warning(&mut self, place: &str, what: impl fmt::Display) {
        self.warnings.push(format!("{place}: {what}"));
    }

    /// The warnings when nothing keeps the gateway from starting, else the problems.
    pub(crate) fn finish(self) -> Result<Vec<String>, Problems> {
        if self.problems.is_empty() {
            Ok(self.warnings)
        } else {
            Err(Problems(self.problems))
        }
    }
}
