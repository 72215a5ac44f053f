//! Servers for tests and benchmarks: they live in a folder of their own, on free ports, and end
//! with us.

mod doorward;
mod postgres;
mod redis;

pub(crate) use doorward::Doorward;
pub(crate) use postgres::versions as postgres_folders;

use std::fs::Permissions;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
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

    /// Where Redis is.
    #[cfg(feature = "bench")]
    pub(crate) fn redis_url(&self) -> &str {
        &self.redis_url
    }

    /// The URL of a new, empty database called `name`.
    pub(crate) fn make_database(&self, name: &str) -> Result<String, Fault> {
        postgres::make_database(&self.postgres_url, name)
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

/// A folder for what servers write; gone when dropped.
pub(crate) struct Folder {
    path: PathBuf,
    _registered: Registered,
}

impl Folder {
    /// Makes a new one where the system keeps temporary files.
    pub(crate) fn make() -> Result<Self, Fault> {
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

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
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
    log: PathBuf,
    _registered: Registered,
}

impl Server {
    /// Starts `command` with its output in the file `log`.
    fn start(command: &mut Command, log: PathBuf) -> Result<Self, Fault> {
        let output = std::fs::File::create(&log).doing("open a log file for a server")?;
        let errors = output.try_clone().doing("open a log file for a server")?;
        let program = command.get_program().to_string_lossy().into_owned();
        let child = command
            .stdin(Stdio::null())
            .stdout(output)
            .stderr(errors)
            .spawn()
            .doing(format!("start {program}"))?;
        Ok(Self {
            _registered: interrupt::stop_process(Pid::from_child(&child)),
            child,
            log,
        })
    }

    /// Waits until `ready`; an error with what the server said when it ends or takes too long.
    fn wait_until(&mut self, mut ready: impl FnMut() -> bool) -> Result<(), Fault> {
        let began = Instant::now();
        while began.elapsed() < START {
            if ready() {
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
            std::thread::sleep(Duration::from_millis(2));
        }
        Err(Fault::Unexpected(format!(
            "a server does not start:\n{}",
            self.said()
        )))
    }

    /// What it has printed so far.
    fn said(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    /// Asks it to end with `signal` and waits until it has.
    fn stop(&mut self, signal: Signal) -> Result<ExitStatus, Fault> {
        if let Some(status) = self.child.try_wait().doing("look after a server")? {
            return Ok(status);
        }
        kill_process(self.pid(), signal)
            .map_err(std::io::Error::from)
            .doing("stop a server")?;
        self.child.wait().doing("wait for a server's end")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // PostgreSQL's fast shutdown, an ordinary one of the others.
        let _ended_already = self.stop(Signal::INT);
    }
}

/// A port that nobody listened on a moment ago.
pub(crate) fn free_port() -> Result<u16, Fault> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).doing("find a free port")?;
    Ok(listener.local_addr().doing("find a free port")?.port())
}

fn accepts_connections(port: u16) -> bool {
    TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
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
