//! Counting what passed and what failed.

use std::fmt;

use crate::run::{self, Fault};

/// How many tests passed and which failed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    passed: u64,
    failed: u64,
    failures: Vec<String>,
}

impl Tally {
    /// Adds the outcome of a check: nothing when it holds, one failure when it does not.
    pub(crate) fn check(&mut self, outcome: Result<(), Fault>) {
        if let Err(fault) = outcome {
            self.fail(run::with_sources(&fault));
        }
    }

    /// Adds one failure called `what`.
    pub(crate) fn fail(&mut self, what: String) {
        self.failed += 1;
        self.failures.push(what);
    }

    /// Adds everything that `other` counted.
    pub(crate) fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.failures.extend_from_slice(&other.failures);
    }

    /// Reads one line of `cargo test`'s output; lines that count nothing change nothing.
    pub(crate) fn read_libtest(&mut self, line: &str) {
        if let Some(counts) = line.strip_prefix("test result: ") {
            self.passed += number_before(counts, " passed;");
            self.failed += number_before(counts, " failed;");
        } else if let Some(test) = line.strip_prefix("test ")
            && let Some(name) = test.strip_suffix(" ... FAILED")
        {
            self.failures.push(name.to_owned());
        }
    }

    /// Reads one line of the TAP report that node's test runner writes.
    pub(crate) fn read_tap(&mut self, line: &str) {
        let count = |digits: &str| digits.parse::<u64>().unwrap_or(0);
        if let Some(passed) = line.strip_prefix("# pass ") {
            self.passed += count(passed);
        } else if let Some(failed) = line.strip_prefix("# fail ") {
            self.failed += count(failed);
        } else if let Some(cancelled) = line.strip_prefix("# cancelled ") {
            self.failed += count(cancelled);
        } else if let Some(test) = line.trim_start().strip_prefix("not ok ") {
            let name = test.split_once(" - ").map_or(test, |(_, name)| name);
            self.failures.push(name.to_owned());
        }
    }

    /// What failed, by name.
    pub(crate) fn failures(&self) -> &[String] {
        &self.failures
    }

    /// Whether nothing failed.
    pub(crate) fn is_success(&self) -> bool {
        self.failed == 0
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The number that stands right before `unit` in `text`, 0 when there is none.
fn number_before(text: &str, unit: &str) -> u64 {
    let number = text
        .find(unit)
        .and_then(|end| text[..end].rsplit(' ').next());
    number.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn test_programs_are_summed_and_failures_named() {
        let mut tally = Tally::default();
        for line in [
            "running 3 tests",
            "test domain::passwords::a_wrong_password_is_refused ... ok",
            "test domain::scopes::unknown_scopes_are_dropped ... FAILED",
            "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 7 filtered out; finished in 0.10s",
            "test result: ok. 40 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 1.00s",
        ] {
            tally.read_libtest(line);
        }
        assert_eq!(tally.to_string(), "42 passed, 1 failed");
        assert_eq!(
            tally.failures(),
            ["domain::scopes::unknown_scopes_are_dropped"]
        );
        assert!(!tally.is_success());
    }

    #[test]
    fn a_tap_report_is_counted_once_at_its_end() {
        let mut tally = Tally::default();
        for line in [
            "ok 1 - a person signs up",
            "not ok 2 - an address signs up once",
            "1..2",
            "# tests 2",
            "# pass 1",
            "# fail 1",
            "# cancelled 0",
        ] {
            tally.read_tap(line);
        }
        assert_eq!(tally.to_string(), "1 passed, 1 failed");
        assert_eq!(tally.failures(), ["an address signs up once"]);
    }
}
