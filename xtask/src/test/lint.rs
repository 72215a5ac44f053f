//! Checks that need no server: formatting, clippy, what we depend on.

use crate::run::{self, Fault};
use crate::{codegen, dependencies};

type Check = fn() -> Result<(), Fault>;

/// Each check under its title, cheapest first.
pub(super) const CHECKS: [(&str, Check); 5] = [
    ("formatting", formatting),
    ("dependencies", dependencies::check),
    ("advisories", dependencies::advisories::check),
    ("generated code", generated_code),
    ("clippy", clippy),
];

fn formatting() -> Result<(), Fault> {
    run::succeed(run::cargo().args(["fmt", "--all", "--check"]))
}

fn generated_code() -> Result<(), Fault> {
    codegen::run(&codegen::Options { check: true }).map(drop)
}

fn clippy() -> Result<(), Fault> {
    run::succeed(run::cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--features=xtask/bench",
        "--quiet",
        "--",
        "-D",
        "warnings",
    ]))
}
