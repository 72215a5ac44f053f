//! Checks that need no server: formatting, clippy, what we depend on.

use crate::run::{self, Fault};
use crate::{codegen, dependencies};

type Check = fn() -> Result<(), Fault>;

/// Each check under its title, cheapest first.
pub(super) const CHECKS: [(&str, Check); 6] = [
    ("formatting", formatting),
    ("dependencies", dependencies::check),
    ("advisories", dependencies::advisories::check),
    ("generated code", generated_code),
    ("features", features),
    ("clippy", clippy),
];

fn formatting() -> Result<(), Fault> {
    run::succeed(run::cargo().args(["fmt", "--all", "--check"]))
}

fn generated_code() -> Result<(), Fault> {
    codegen::run(&codegen::Options { check: true }).map(drop)
}

/// Every family of operations has all that it speaks of, without the others, and nothing that it does not need.
fn features() -> Result<(), Fault> {
    for feature in codegen::FEATURES {
        let mut cargo = run::cargo();
        cargo
            // Nobody builds this again: what would be kept for that costs more than it saves.
            .env("CARGO_INCREMENTAL", "0")
            .args(["check", "--quiet", "--package=doorward-api"])
            .args(["--no-default-features", "--features", feature]);
        let said = run::complaints(&mut cargo)?;
        if !said.is_empty() {
            let message = format!("doorward-api with {feature} alone:\n{said}");
            return Err(Fault::Unexpected(message));
        }
    }
    // Who has the SDK from a folder or from git sees its warnings.
    let mut cargo = run::cargo();
    cargo
        .env("CARGO_INCREMENTAL", "0")
        .args(["check", "--quiet", "--package=doorward"])
        .args(["--no-default-features", "--features", "authentication"]);
    let said = run::complaints(&mut cargo)?;
    if !said.is_empty() {
        let message = format!("doorward with authentication alone:\n{said}");
        return Err(Fault::Unexpected(message));
    }
    Ok(())
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
