//! `cargo xtask dev`: the server, built and started again whenever a source file changes.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use clap::Args;
use rustix::process::{Pid, Signal, kill_process};

use crate::interrupt;
use crate::run::{self, Doing, Fault};
use crate::servers::Doorward;

/// How often we look at the files; short beside a build, long beside the looking.
const PAUSE: Duration = Duration::from_millis(500);

/// What to start.
#[derive(Args)]
pub(crate) struct Options {
    /// Arguments of `doorward`, which serves unless told otherwise
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// Runs until interrupted.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Fault> {
    let watched: Vec<PathBuf> = ["Cargo.toml", "Cargo.lock", "api", "crates"]
        .into_iter()
        .map(|name| run::root().join(name))
        .filter(|path| path.exists())
        .collect();
    loop {
        let began_with = newest(&watched);
        let server = match Doorward::build("dev") {
            Ok(program) => Some(start(&program, options)?),
            // The compiler has said what is wrong; the next change may mend it.
            Err(_) => None,
        };
        let registered = server
            .as_ref()
            .map(|one| interrupt::stop_process(Pid::from_child(one)));
        while newest(&watched) == began_with {
            sleep(PAUSE);
        }
        if let Some(mut server) = server {
            let _ended_already = kill_process(Pid::from_child(&server), Signal::TERM);
            server.wait().doing("wait for the server's end")?;
        }
        drop(registered);
    }
}

fn start(program: &Path, options: &Options) -> Result<Child, Fault> {
    Command::new(program)
        .current_dir(run::root())
        .args(&options.arguments)
        .stdin(Stdio::null())
        .spawn()
        .doing("start the server")
}

/// When the youngest file below `paths` was written.
fn newest(paths: &[PathBuf]) -> Option<SystemTime> {
    paths.iter().filter_map(|path| newest_below(path)).max()
}

fn newest_below(path: &Path) -> Option<SystemTime> {
    let about = std::fs::metadata(path).ok()?;
    if !about.is_dir() {
        return about.modified().ok();
    }
    let entries = std::fs::read_dir(path).ok()?;
    entries
        .flatten()
        .filter_map(|entry| newest_below(&entry.path()))
        .max()
}
