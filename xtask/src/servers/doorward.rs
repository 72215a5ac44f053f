//! The product itself, started for tests and benchmarks.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::{Server, bound_to_us};
use crate::run::{self, Fault};

/// A running `doorward serve` on free ports. Dropping it ends it.
pub(crate) struct Doorward {
    server: Server,
    /// The file that tells where everything listens, and the first credentials.
    pub(crate) bootstrap: PathBuf,
    /// From the start of the process to its ready line.
    pub(crate) ready_after: Duration,
}

impl Doorward {
    /// Builds the binary with one of cargo's profiles, `dev` or `release`; where it stands.
    pub(crate) fn build(profile: &str) -> Result<PathBuf, Fault> {
        let mut command = run::cargo();
        command.args([
            "build",
            "--quiet",
            "--package",
            "doorward-cli",
            "--profile",
            profile,
        ]);
        run::succeed(&mut command)?;
        let folder = if profile == "dev" { "debug" } else { profile };
        Ok(run::target_folder()?.join(folder).join("doorward"))
    }

    /// Starts `program` on the data in `data`, with `arguments` besides, and waits until it is ready.
    pub(crate) fn start(program: &Path, data: &Path, arguments: &[&str]) -> Result<Self, Fault> {
        let mut command = bound_to_us(program, None);
        command
            .arg("serve")
            .arg("--data-dir")
            .arg(data)
            .args(["--https", "127.0.0.1:0", "--http", "127.0.0.1:0"])
            .args(arguments);
        Self::start_command(&mut command, data)
    }

    /// Starts what `command` says, which keeps its data in `data`.
    pub(crate) fn start_command(command: &mut Command, data: &Path) -> Result<Self, Fault> {
        let began = Instant::now();
        let mut server = Server::start(command, data.with_extension("log"))?;
        let log = server.log.clone();
        server.wait_until(|| {
            let said = std::fs::read_to_string(&log).unwrap_or_default();
            said.lines().any(|line| line.starts_with("doorward ready "))
        })?;
        let ready_after = began.elapsed();
        Ok(Self {
            server,
            bootstrap: data.join("bootstrap.json"),
            ready_after,
        })
    }

    /// The process, for those who watch what it uses.
    pub(crate) fn pid(&self) -> rustix::process::Pid {
        self.server.pid()
    }

    /// What it has printed.
    pub(crate) fn said(&self) -> String {
        self.server.said()
    }

    /// Ends it the way an operator does; an error unless it leaves with status 0.
    pub(crate) fn stop(mut self) -> Result<(), Fault> {
        let status = self.server.stop(Signal::TERM)?;
        if status.success() {
            return Ok(());
        }
        Err(Fault::Failed {
            program: "doorward serve".into(),
            status,
        })
    }
}
