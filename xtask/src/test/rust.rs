//! The Rust tests of the whole workspace, doctests included.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use super::tally::Tally;
use crate::run::{self, Doing, Fault};
use crate::servers::Servers;

/// Runs them with the private servers at hand; `filter` keeps tests whose name contains it. The tenant's endpoints
/// are tested twice: with the rest on SQLite, then on PostgreSQL. So are the gateway's: with embedded sessions, then
/// with all of them in Redis.
pub(super) fn run(servers: &Servers, filter: Option<&str>) -> Result<Tally, Fault> {
    let mut whole = run::cargo();
    whole.args(["test", "--workspace", "--no-fail-fast"]);
    let mut endpoints = run::cargo();
    endpoints
        .args(["test", "--package=doorward-tenant", "--test=it"])
        .env("DOORWARD_TEST_ENGINE", "postgres");
    let mut sessions = run::cargo();
    sessions
        .args(["test", "--package=doorward-gateway", "--test=it"])
        .env("DOORWARD_TEST_SESSIONS", "redis");
    let mut tally = Tally::default();
    for (mut command, what) in [
        (whole, "cargo test"),
        (endpoints, "cargo test on PostgreSQL"),
        (sessions, "cargo test on Redis"),
    ] {
        command.envs(servers.environment()).args(filter);
        let failed_before = tally.failures().len();
        let succeeded = watch(&mut command, |line| tally.read_libtest(line))?;
        if !succeeded && tally.failures().len() == failed_before {
            // Nothing failed, yet cargo did: something does not compile, or a test program died.
            tally.fail(what.into());
        }
    }
    Ok(tally)
}

/// Runs `command`, shows what it prints, hands every line to `see`; whether it succeeded.
pub(super) fn watch(command: &mut Command, mut see: impl FnMut(&str)) -> Result<bool, Fault> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .doing("start the tests")?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.doing("read what the tests print")?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            see(line.trim_end());
        }
    }
    Ok(child.wait().doing("wait for the tests")?.success())
}
