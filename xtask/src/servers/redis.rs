//! A private Redis: no persistence, only on the loopback address.

use std::path::Path;

use super::{Server, accepts_connections, bound_to_us, free_port};
use crate::run::{self, Doing, Fault};

/// Starts it below `folder`; its URL comes back with it.
pub(super) fn start(folder: &Path) -> Result<(Server, String), Fault> {
    let home = folder.join("redis");
    std::fs::create_dir(&home).doing("make a folder for Redis")?;
    let program = run::find("redis-server", &[])
        .ok_or_else(|| Fault::Unexpected("redis-server is not installed".into()))?;
    let port = free_port()?;
    let mut command = bound_to_us(&program, None);
    command
        .args(["--bind", "127.0.0.1", "--port", &port.to_string()])
        .args(["--save", "", "--appendonly", "no", "--dir"])
        .arg(&home);
    let mut server = Server::start(&mut command, folder.join("redis.log"))?;
    server.wait_until(|| accepts_connections(port))?;
    Ok((server, format!("redis://127.0.0.1:{port}")))
}
