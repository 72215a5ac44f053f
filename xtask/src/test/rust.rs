//! The Rust tests of the whole workspace, doctests included.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use super::tally::Tally;
use crate::run::{self, Doing, Fault};
use crate::servers::Servers;

/// Runs them with the private servers at hand; `filter` keeps tests whose name contains it.
pub(super) fn run(servers: &Servers, filter: Option<&str>) -> Result<Tally, Fault> {
    let mut command = run::cargo();
    command
        .args(["test", "--workspace", "--no-fail-fast"])
        .envs(servers.environment());
    command.args(filter);
    let mut tally = Tally::default();
    let succeeded = watch(&mut command, |line| tally.read_libtest(line))?;
    if !succeeded && tally.is_success() {
        // Nothing failed, yet cargo did: something does not compile, or a test program died.
        tally.fail("cargo test".into());
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
