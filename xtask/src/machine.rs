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
    let names = missing.join(" ");
    let Some(privileged) = privileged() else {
        return Err(Fault::Unexpected(format!(
            "Debian's packages {names} are missing here; as root: apt-get install {names}"
        )));
    };
    println!("installing {names}");
    run::succeed(apt_get(privileged).args(["update", "-qq"]))?;
    run::succeed(
        apt_get(privileged)
            .args(["install", "-qq", "-y", "--no-install-recommends"])
            .args(&missing),
    )
}

/// What runs `apt-get` as root: a program and its first arguments; `None` where nobody here can.
fn privileged() -> Option<&'static [&'static str]> {
    run::find("apt-get", &[])?;
    if rustix::process::geteuid().is_root() {
        return Some(&["env"]);
    }
    run::find("sudo", &[]).map(|_| ["sudo", "env"].as_slice())
}

fn apt_get(privileged: &[&str]) -> Command {
    let mut command = Command::new(privileged[0]);
    command
        .args(&privileged[1..])
        .args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    command
}
