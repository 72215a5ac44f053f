//! Private servers for tests: they live in a folder of their own, on free ports, and end with us.

mod postgres;
mod redis;

pub(crate) use postgres::versions as postgres_folders;

use std::fs::Permissions;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::interrupt::{self, Registered};
use crate::machine::{self, Need};
use crate::run::{Doing, Fault};

/// How long a server may take until it answers.
const START: Duration = Duration::from_secs(60);

/// A private PostgreSQL and a private Redis. Dropping it stops both and removes what they wrote.
pub(crate) struct Servers {
    // Declared in the order of their end: the folder goes last.
    _postgres: Server,
    _redis: Server,
    _folder: Folder,
    postgres_url: String,
    redis_url: String,
}

impl Servers {
    /// Starts both, each with nothing in it.
    pub(crate) fn start() -> Result<Self, Fault> {
        let folder = Folder::make()?;
        let (redis, redis_url) = redis::start(&folder.path)?;
        let (postgres, postgres_url) = postgres::start(&folder.path)?;
        Ok(Self {
            _postgres: postgres,
            _redis: redis,
            _folder: folder,
            postgres_url,
            redis_url,
        })
    }

    /// What tests read to find the servers: names and values of environment variables.
    ///
    /// The PostgreSQL URL is that of a superuser, so that tests make databases of their own.
    pub(crate) fn environment(&self) -> [(&'static str, &str); 2] {
        [
            ("DOORWARD_TEST_POSTGRES_URL", &self.postgres_url),
            ("DOORWARD_TEST_REDIS_URL", &self.redis_url),
        ]
    }
}

/// `cargo xtask servers`: prints lines for a shell to read, then serves until it is interrupted.
pub(crate) fn run_until_interrupted() -> Result<ExitCode, Fault> {
    machine::provide(&[Need::Postgres, Need::Redis])?;
    let servers = Servers::start()?;
    for (name, value) in servers.environment() {
        println!("export {name}='{value}'");
    }
    loop {
        std::thread::park();
    }
}

/// The folder that one run's servers write to; gone when dropped.
struct Folder {
    path: PathBuf,
    _registered: Registered,
}

impl Folder {
    fn make() -> Result<Self, Fault> {
        let path = tempfile::Builder::new()
            .prefix("doorward-servers-")
            // PostgreSQL runs as another user than root and has to reach its own part.
            .permissions(Permissions::from_mode(0o755))
            .tempdir()
            .doing("make a folder for the servers")?
            .keep();
        Ok(Self {
            _registered: interrupt::remove_folder(path.clone()),
            path,
        })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _gone_already = std::fs::remove_dir_all(&self.path);
    }
}

/// A server process that ends when this value does.
struct Server {
    child: Child,
    _registered: Registered,
}

impl Server {
    /// Starts `command` with its output in `log`, and waits until `port` accepts connections.
    fn start(command: &mut Command, log: &Path, port: u16) -> Result<Self, Fault> {
        let output = std::fs::File::create(log).doing("open a log file for a server")?;
        let errors = output.try_clone().doing("open a log file for a server")?;
        let program = command.get_program().to_string_lossy().into_owned();
        let child = command
            .stdin(Stdio::null())
            .stdout(output)
            .stderr(errors)
            .spawn()
            .doing(format!("start {program}"))?;
        let registered = interrupt::stop_process(pid(&child));
        let mut server = Self {
            child,
            _registered: registered,
        };
        server.await_port(port, log)?;
        Ok(server)
    }

    fn await_port(&mut self, port: u16, log: &Path) -> Result<(), Fault> {
        let began = Instant::now();
        while began.elapsed() < START {
            if std::net::TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(());
            }
            if self
                .child
                .try_wait()
                .doing("watch a server start")?
                .is_some()
            {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let said = std::fs::read_to_string(log).unwrap_or_default();
        Err(Fault::Unexpected(format!(
            "a server does not answer on port {port}:\n{said}"
        )))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // PostgreSQL's fast shutdown, Redis's ordinary one.
        let _gone_already = kill_process(pid(&self.child), Signal::INT);
        let _status = self.child.wait();
    }
}

fn pid(child: &Child) -> Pid {
    Pid::from_child(child)
}

/// A port that nobody listened on a moment ago.
fn free_port() -> Result<u16, Fault> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).doing("find a free port")?;
    Ok(listener.local_addr().doing("find a free port")?.port())
}

/// `program` as `user` when given, told by the kernel to end if we die without a word.
fn bound_to_us(program: &Path, user: Option<&str>) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "INT"]);
    if let Some(user) = user {
        command.args(["--reuid", user, "--regid", user, "--init-groups"]);
    }
    command.arg("--").arg(program);
    command
}
