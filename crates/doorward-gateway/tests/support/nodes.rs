//! Redis servers that know each other: real ones, on ports of their own, gone with the test.

use std::hash::{BuildHasher, RandomState};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Longest wait for servers to find each other. Far above what they need.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// One server, gone with this value.
pub(crate) struct Node {
    pub(crate) port: u16,
    child: Child,
}

impl Node {
    /// Starts a server with these arguments besides its port.
    pub(crate) fn start(folder: &Path, arguments: &[&str]) -> Self {
        let port = free_port();
        let home = folder.join(port.to_string());
        std::fs::create_dir(&home).expect("a folder");
        let child = Command::new("redis-server")
            .args(["--port", &port.to_string(), "--bind", "127.0.0.1"])
            .args(["--save", "", "--dir"])
            .arg(&home)
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("redis-server");
        let node = Self { port, child };
        node.until("PONG", &["PING"]);
        node
    }

    /// Starts a Sentinel that watches the master on a port, as `main`.
    fn sentinel(folder: &Path, master: u16) -> Self {
        let port = free_port();
        let home = folder.join(port.to_string());
        std::fs::create_dir(&home).expect("a folder");
        let file = home.join("sentinel.conf");
        let text = format!(
            "port {port}\nbind 127.0.0.1\ndir {}\n\
             sentinel monitor main 127.0.0.1 {master} 2\n\
             sentinel down-after-milliseconds main 500\n\
             sentinel failover-timeout main 3000\n",
            home.display()
        );
        std::fs::write(&file, text).expect("a written file");
        let child = Command::new("redis-server")
            .arg(&file)
            .arg("--sentinel")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("redis-server");
        let node = Self { port, child };
        node.until("PONG", &["PING"]);
        node
    }

    /// What the server says to a command.
    pub(crate) fn ask(&self, command: &[&str]) -> String {
        let output = Command::new("redis-cli")
            .args(["-p", &self.port.to_string()])
            .args(command)
            .output()
            .expect("redis-cli");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Ends it as `kill -9` does.
    pub(crate) fn kill(&mut self) {
        self.child.kill().expect("a killed server");
        self.child.wait().expect("an ended server");
    }

    /// Asks until the answer contains `wanted`.
    pub(crate) fn until(&self, wanted: &str, command: &[&str]) {
        let started = Instant::now();
        loop {
            let answer = self.ask(command);
            // A server that refuses strangers is there too.
            if answer.contains(wanted) || (wanted == "PONG" && answer.contains("NOAUTH")) {
                return;
            }
            assert!(started.elapsed() < PATIENCE, "{command:?}: {answer}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A master, its replica, and three Sentinels that know both.
pub(crate) struct Watched {
    pub(crate) master: Node,
    pub(crate) replica: Node,
    pub(crate) sentinels: Vec<Node>,
    _folder: TempDir,
}

impl Watched {
    pub(crate) fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let master = Node::start(folder.path(), &[]);
        let of = format!("127.0.0.1 {}", master.port);
        let replica = Node::start(folder.path(), &["--replicaof", &of]);
        replica.until("master_link_status:up", &["INFO", "replication"]);
        let sentinels: Vec<_> = (0..3)
            .map(|_| Node::sentinel(folder.path(), master.port))
            .collect();
        for sentinel in &sentinels {
            sentinel.until("num-other-sentinels\n2", &["SENTINEL", "MASTER", "main"]);
            sentinel.until("num-slaves\n1", &["SENTINEL", "MASTER", "main"]);
            sentinel.until("OK 3 usable", &["SENTINEL", "CKQUORUM", "main"]);
        }
        Self {
            master,
            replica,
            sentinels,
            _folder: folder,
        }
    }
}

/// A port nobody uses, and another ten thousand above it, where the nodes of a Redis cluster talk to each other.
///
/// Below those that the system gives to clients: whoever asks again and again whether a server is there would
/// otherwise one day be connected to itself, and the server find its port taken.
pub(crate) fn free_port() -> u16 {
    loop {
        let random = RandomState::new().hash_one(()) % 10_000;
        let port = 12_000 + random as u16;
        let is_free = |port| TcpListener::bind(("127.0.0.1", port)).is_ok();
        if is_free(port) && is_free(port + 10_000) {
            return port;
        }
    }
}
