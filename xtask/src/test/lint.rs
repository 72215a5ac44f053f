//! Checks that need no server: formatting, clippy, what we depend on.

use crate::dependencies;
use crate::run::{self, Fault};

type Check = fn() -> Result<(), Fault>;

/// Each check under its title, cheapest first.
pub(super) const CHECKS: [(&str, Check); 3] = [
    ("formatting", formatting),
    ("dependencies", dependencies::check),
    ("clippy", clippy),
];

fn formatting() -> Result<(), Fault> {
    run::succeed(run::cargo().args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<(), Fault> {
    run::succeed(run::cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "-D",
        "warnings",
    ]))
}
