//! The developer's commands: `cargo xtask test`, `codegen`, `bench`, `dev` and `servers`.

#![expect(
    clippy::print_stdout,
    reason = "these commands talk to a person at a terminal"
)]

#[cfg(feature = "bench")]
mod bench;
#[cfg(not(feature = "bench"))]
#[path = "bench_in_release.rs"]
mod bench;
mod codegen;
mod dependencies;
mod dev;
#[cfg(test)]
mod documents;
mod interrupt;
mod machine;
mod run;
mod servers;
mod test;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Commands for those who work on Doorward.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what is missing, then run every check and every test
    Test(test::Options),
    /// Remake the generated code of `doorward-api` from the descriptions under `api/`
    Codegen(codegen::Options),
    /// Ask a started server what it serves, and write docs/compatibility.md
    Docs,
    /// Measure what requests cost, against controls, and write bench/results.md
    Bench(bench::Options),
    /// Run `doorward serve`, and again whenever a source file changes
    Dev(dev::Options),
    /// Run the private PostgreSQL and Redis of the tests until interrupted, and print their URLs
    Servers,
}

fn main() -> ExitCode {
    let outcome = match CommandLine::parse().command {
        Command::Test(options) => test::run(&options),
        Command::Codegen(options) => codegen::run(&options),
        Command::Docs => test::write_compatibility(),
        Command::Bench(options) => bench::run(&options),
        Command::Dev(options) => dev::run(&options),
        Command::Servers => servers::run_until_interrupted(),
    };
    match outcome {
        Ok(code) => code,
        Err(fault) => {
            eprintln!("xtask: {}", run::with_sources(&fault));
            ExitCode::FAILURE
        }
    }
}
