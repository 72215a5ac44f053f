//! A real Redis for tests: the one the test run started, or a private one on a free port.

use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// A Redis that lives as long as this value, unless it is shared.
pub(crate) struct RedisServer {
    /// `host:port`, or the URL the test run gave.
    pub(crate) address: String,
    pub(crate) own: Option<Own>,
}

/// A server process, and the folder it works in.
pub(crate) struct Own {
    pub(crate) child: Child,
    pub(crate) _folder: TempDir,
}

impl RedisServer {
    /// The server of `DOORWARD_TEST_REDIS_URL` if there is one, else a private one.
    pub(crate) fn shared() -> Self {
        match std::env::var("DOORWARD_TEST_REDIS_URL") {
            Ok(address) if !address.is_empty() => Self { address, own: None },
            _ => Self::private(),
        }
    }

    /// A server of the caller's own, which it may stop and start again.
    pub(crate) fn private() -> Self {
        let port = TcpListener::bind("127.0.0.1:0")
            .expect("a free port")
            .local_addr()
            .expect("an address")
            .port();
        Self {
            address: format!("127.0.0.1:{port}"),
            own: Some(spawn(port)),
        }
    }
}

impl Drop for RedisServer {
    fn drop(&mut self) {
        if let Some(own) = &mut self.own {
            let _ = own.child.kill();
            let _ = own.child.wait();
        }
    }
}

/// Starts a server that keeps nothing on disk, and waits until it listens.
pub(crate) fn spawn(port: u16) -> Own {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let child = Command::new("redis-server")
        .args([
            "--port",
            &port.to_string(),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--appendonly",
            "no",
        ])
        .arg("--dir")
        .arg(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("redis-server, which `cargo xtask test` installs");
    let deadline = Instant::now() + Duration::from_secs(10);
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(Instant::now() < deadline, "redis-server did not start");
        std::thread::yield_now();
    }
    Own {
        child,
        _folder: folder,
    }
}
