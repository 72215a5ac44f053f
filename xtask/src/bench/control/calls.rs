//! Calls of a server, by the SDK or without, in a process of their own.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::{Deserialize, Serialize};

use crate::bench::{SERVER_CORE, affinity};
use crate::run::{self, Fault};

/// The user who is asked for.
pub(in crate::bench) const USER: &str = "auth0|5f7c8ec7c33c6c004bbafe82";

/// The program that calls with Rust.
const PROGRAM: &str = "bench-caller";

/// Who calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Caller {
    /// reqwest, and a parse of the answer.
    Reqwest,
    /// The SDK.
    Sdk,
    /// npm `auth0`, in a process of Node.js.
    Npm,
}

/// Builds what calls with Rust.
pub(in crate::bench) fn build() -> Result<(), Fault> {
    let mut cargo = run::cargo();
    cargo
        .args(["build", "--quiet", "--release", "--package", "xtask"])
        .args(["--features", "bench", "--bin", PROGRAM]);
    run::succeed(&mut cargo)
}

/// A caller on the server's core that asks the server at `url` for a user, over and over, `in_flight` times at once.
pub(super) fn command(
    with: Caller,
    url: &str,
    in_flight: usize,
    seconds: &str,
) -> Result<Command, Fault> {
    let in_rust = |with| {
        let mut command = affinity::pinned(SERVER_CORE, &built()?);
        command.arg(with);
        Ok(command)
    };
    let mut command = match with {
        Caller::Sdk => in_rust("sdk")?,
        Caller::Reqwest => in_rust("reqwest")?,
        Caller::Npm => {
            let mut command = affinity::pinned(SERVER_CORE, Path::new("node"));
            command.arg(run::root().join("conformance/support/calls.js"));
            command
        }
    };
    command.args([url, USER, &in_flight.to_string(), seconds]);
    Ok(command)
}

fn built() -> Result<PathBuf, Fault> {
    Ok(run::target_folder()?.join("release").join(PROGRAM))
}
