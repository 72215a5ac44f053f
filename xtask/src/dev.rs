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

/// What the binary is made of.
const SOURCES: [&str; 4] = ["Cargo.toml", "Cargo.lock", "api", "crates"];

/// What to start.
#[derive(Args)]
pub(crate) struct Options {
    /// Arguments of `doorward`, which serves unless told otherwise
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// Runs until interrupted.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Fault> {
    let watched = SOURCES.map(|name| run::root().join(name));
    loop {
        // Looked at before the build: what changes meanwhile is built next.
        let built = Snapshot::of(&watched);
        println!("── building ──");
        let server = match Doorward::build("dev") {
            Ok(program) => Some(Server::start(&program, options)?),
            Err(_) => {
                println!("── does not build; the next change may mend it ──");
                None
            }
        };
        built.wait_for_change(&watched, server)?;
    }
}

/// The running server.
struct Server {
    child: Child,
    _registered: interrupt::Registered,
    has_ended: bool,
}

impl Server {
    fn start(program: &Path, options: &Options) -> Result<Self, Fault> {
        let child = Command::new(program)
            .current_dir(run::root())
            .args(&options.arguments)
            .stdin(Stdio::null())
            .spawn()
            .doing("start the server")?;
        Ok(Self {
            _registered: interrupt::stop_process(Pid::from_child(&child)),
            child,
            has_ended: false,
        })
    }

    /// Says so, once, when it ended by itself.
    fn watch(&mut self) -> Result<(), Fault> {
        if self.has_ended {
            return Ok(());
        }
        if let Some(status) = self.child.try_wait().doing("watch the server")? {
            self.has_ended = true;
            println!("── the server ended with {status}; the next change starts it again ──");
        }
        Ok(())
    }

    fn stop(mut self) -> Result<(), Fault> {
        if !self.has_ended {
            let _ended_already = kill_process(Pid::from_child(&self.child), Signal::TERM);
            self.child.wait().doing("wait for the server's end")?;
        }
        Ok(())
    }
}

/// What the sources looked like at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Snapshot {
    /// A file that goes away changes nothing else.
    files: usize,
    newest: Option<SystemTime>,
}

impl Snapshot {
    fn of(paths: &[PathBuf]) -> Self {
        let mut snapshot = Self::default();
        for path in paths {
            snapshot.add(path);
        }
        snapshot
    }

    /// Adds what is at `path` and below. What cannot be read is about to be replaced, and seen then.
    fn add(&mut self, path: &Path) {
        let Ok(about) = std::fs::metadata(path) else {
            return;
        };
        if !about.is_dir() {
            self.files += 1;
            self.newest = self.newest.max(about.modified().ok());
            return;
        }
        for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
            self.add(&entry.path());
        }
    }

    /// Waits until the sources look different, then stops the server.
    fn wait_for_change(self, paths: &[PathBuf], mut server: Option<Server>) -> Result<(), Fault> {
        while Self::of(paths) == self {
            if let Some(server) = &mut server {
                server.watch()?;
            }
            sleep(PAUSE);
        }
        server.map_or(Ok(()), Server::stop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_written_or_removed_shows() {
        let folder = tempfile::tempdir().unwrap();
        let paths = [folder.path().to_owned()];
        let (one, other) = (folder.path().join("one.rs"), folder.path().join("other.rs"));
        std::fs::write(&one, "").unwrap();
        std::fs::write(&other, "").unwrap();
        let before = Snapshot::of(&paths);
        assert_eq!(Snapshot::of(&paths), before);

        let later = SystemTime::UNIX_EPOCH + Duration::from_secs(4_000_000_000);
        let file = std::fs::File::options().write(true).open(&one).unwrap();
        file.set_modified(later).unwrap();
        assert_ne!(Snapshot::of(&paths), before);

        let after = Snapshot::of(&paths);
        std::fs::remove_file(&other).unwrap();
        assert_ne!(Snapshot::of(&paths), after);
    }
}
