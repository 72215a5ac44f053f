//! Running other programs, and saying what went wrong with them.

use std::error::Error;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

/// Why a developer's command stopped.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    /// The system refused something; `doing` says what.
    #[error("{doing}")]
    Io { doing: String, source: io::Error },
    /// A program ran and failed.
    #[error("`{program}` failed with {status}")]
    Failed { program: String, status: ExitStatus },
    /// A program printed something else than expected.
    #[error("{0}")]
    Unexpected(String),
}

/// Names the attempt that an [`io::Error`] belongs to.
pub(crate) trait Doing<T> {
    /// `doing` completes the sentence "could not …".
    fn doing(self, doing: impl Into<String>) -> Result<T, Fault>;
}

impl<T> Doing<T> for io::Result<T> {
    fn doing(self, doing: impl Into<String>) -> Result<T, Fault> {
        self.map_err(|source| Fault::Io {
            doing: format!("could not {}", doing.into()),
            source,
        })
    }
}

/// An error and what caused it, on one line.
pub(crate) fn with_sources(error: &dyn Error) -> String {
    let mut line = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        line.push_str(": ");
        line.push_str(&cause.to_string());
        source = cause.source();
    }
    line
}

/// Where the workspace stands: the folder above this crate.
pub(crate) fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_path_buf()
}

/// Cargo, as the one that started us named itself, in the workspace's folder.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root());
    cargo
}

/// Cargo's target folder, wherever it was put.
pub(crate) fn target_folder() -> Result<PathBuf, Fault> {
    let metadata = read(cargo().args(["metadata", "--format-version", "1", "--no-deps"]))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)
        .map_err(io::Error::from)
        .doing("read cargo's metadata")?;
    match metadata["target_directory"].as_str() {
        Some(folder) => Ok(folder.into()),
        None => Err(Fault::Unexpected("cargo names no target folder".into())),
    }
}

/// Runs `command` with our terminal; an error unless it succeeds.
pub(crate) fn succeed(command: &mut Command) -> Result<(), Fault> {
    let program = name(command);
    let status = command
        .stdin(Stdio::null())
        .status()
        .doing(format!("run `{program}`"))?;
    if status.success() {
        Ok(())
    } else {
        Err(Fault::Failed { program, status })
    }
}

/// Runs `command` and returns what it printed; its errors go to our terminal.
pub(crate) fn read(command: &mut Command) -> Result<String, Fault> {
    let program = name(command);
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .doing(format!("run `{program}`"))?;
    if !output.status.success() {
        return Err(Fault::Failed {
            program,
            status: output.status,
        });
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs `command` and returns what it complained of, which ends it or not.
pub(crate) fn complaints(command: &mut Command) -> Result<String, Fault> {
    let program = name(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .doing(format!("run `{program}`"))?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if !output.status.success() {
        eprint!("{said}");
        let status = output.status;
        return Err(Fault::Failed { program, status });
    }
    Ok(said)
}

/// The first file called `program` on `PATH`, then in `elsewhere`.
pub(crate) fn find(program: &str, elsewhere: &[PathBuf]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain(elsewhere.iter().cloned())
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let words = [program.file_name().unwrap_or(program.as_os_str())];
    let words = words.into_iter().chain(command.get_args().take(3));
    words
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
