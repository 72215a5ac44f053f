//! What tests need from the machine beside Rust, and how a Debian machine gets it.

use std::path::PathBuf;
use std::process::Command;

use crate::run::{self, Fault};
use crate::servers;

/// Something that tests need and that Debian packages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Postgres,
    Redis,
    /// Reverse proxies in front of the gateway.
    Proxies,
    Node,
    Chromium,
}

impl Need {
    /// The programs that show that it is there, each with the Debian package that brings it.
    fn programs(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Postgres => &[("initdb", "postgresql"), ("postgres", "postgresql")],
            Self::Redis => &[("redis-server", "redis-server")],
            Self::Proxies => &[("nginx", "nginx-light"), ("caddy", "caddy")],
            Self::Node => &[("node", "nodejs"), ("npm", "npm")],
            Self::Chromium => &[("chromium", "chromium")],
        }
    }
}

/// Installs what is missing of `needs`; does nothing on a machine that has them all.
pub(crate) fn provide(needs: &[Need]) -> Result<(), Fault> {
    let elsewhere: Vec<PathBuf> = servers::postgres_folders();
    let mut missing: Vec<&str> = needs
        .iter()
        .flat_map(|need| need.programs())
        .filter(|(program, _)| run::find(program, &elsewhere).is_none())
        .map(|(_, package)| *package)
        .collect();
    missing.dedup();
    if missing.is_empty() {
        return Ok(());
    }
    if run::find("apt-get", &[]).is_none() {
        let missing = missing.join(", ");
        return Err(Fault::Unexpected(format!(
            "this machine has no apt-get; install these yourself: {missing}"
        )));
    }
    println!("installing {}", missing.join(" "));
    run::succeed(apt_get().args(["update", "-qq"]))?;
    run::succeed(
        apt_get()
            .args(["install", "-qq", "-y", "--no-install-recommends"])
            .args(&missing),
    )
}

fn apt_get() -> Command {
    let mut command = if rustix::process::geteuid().is_root() {
        Command::new("env")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.arg("env");
        sudo
    };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    command
}
