//! `doorward auth` and `doorward api`: one call through the SDK, JSON in and JSON out.

pub(crate) mod api;
pub(crate) mod apis;
pub(crate) mod auth;
pub(crate) mod credentials;
pub(crate) mod failure;
mod input;
pub(crate) mod names;
mod operation_help;
mod pages;
pub(crate) mod profile;
pub(crate) mod table;
pub(crate) mod text;
mod whole;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use serde_json::Value;

use self::failure::Failure;

/// Runs a call to its end: its answers go to stdout, its error as JSON to stderr.
///
/// 0 when it succeeded, 1 when it failed, 2 when it was not understood and nothing was sent.
pub(crate) fn conclude(call: impl Future<Output = Result<(), Failure>>) -> ExitCode {
    match finish(call) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

/// Runs a call to its end.
pub(crate) fn finish(call: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(call)
}

/// Writes an answer to stdout: indented for people, on one line for programs. Nothing for no answer.
pub(crate) fn print(answer: &Value) -> io::Result<()> {
    if answer.is_null() {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    let text = match out.is_terminal() {
        true => text::pretty_json(answer),
        false => text::json(answer),
    };
    writeln!(out, "{text}")?;
    out.flush()
}

/// Writes one line to stdout.
pub(crate) fn print_line(line: &str) -> io::Result<()> {
    writeln!(io::stdout().lock(), "{line}")
}
