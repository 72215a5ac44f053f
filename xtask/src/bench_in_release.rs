//! `cargo xtask bench` without the feature `bench`: builds ourselves with it, optimised, and runs that.

use std::process::ExitCode;

use clap::Args;

use crate::run::{self, Fault};

/// Whatever the benchmarks understand; `cargo xtask bench -- --help` tells.
#[derive(Args)]
pub(crate) struct Options {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// Hands over to the optimised build.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Fault> {
    let mut command = run::cargo();
    command
        .args([
            "run",
            "--quiet",
            "--release",
            "--package",
            "xtask",
            "--features",
            "bench",
        ])
        .args(["--", "bench"])
        .args(&options.arguments);
    run::succeed(&mut command)?;
    Ok(ExitCode::SUCCESS)
}
