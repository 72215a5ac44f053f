//! The controls: each does the part of the work that nobody can leave out, in a process of its own.

mod calls;
mod loops;
mod rows;
mod server;
mod tenant;
mod uploads;
mod users;

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::rc::Rc;
use std::time::{Duration, Instant};

use rustix::process::{Pid, getpid};
use serde::{Deserialize, Serialize};

pub(super) use self::calls::{Caller, USER, build as build_caller};
pub(super) use self::server::Content;
pub(super) use self::tenant::USERS;
pub(super) use self::users::EMAIL as TEMPLATE_EMAIL;
use super::load::Template;
use super::side::{Cost, Loaded, Side, Turn};
use super::{SERVER_CORE, affinity, measure};
use crate::run::{Doing, Fault};

/// What a control does.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// RSA-2048 signatures over the bytes of a token, one after the other.
    Sign,
    /// argon2id hashes with 19 MiB and two passes, in the same memory each time.
    Hash,
    /// Rows written and committed, each alone, by so many clients at once.
    Commit { into: Database, clients: usize },
    /// The rows of new users, in a tenant's PostgreSQL database, by so many clients at once.
    Create { within: String, clients: usize },
    /// The rows of `users` users of a tenant's SQLite file, inserted again into the same tables elsewhere.
    Insert { from: PathBuf, users: u64 },
    /// A bare axum server.
    Serve(Content),
    /// Calls of a server at `url`, some at a time.
    Call {
        with: Caller,
        url: String,
        in_flight: usize,
    },
    /// A file of `mebibytes` MiB sent to a server at `url`, over and over; its MiB are counted.
    Upload {
        with: Caller,
        url: String,
        mebibytes: u64,
    },
}

/// Where a control keeps rows.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Database {
    Sqlite(PathBuf),
    Postgres(String),
}

/// A control that goes round and round until its time is over.
pub(super) struct Loop {
    pub(super) kind: Kind,
    pub(super) cost: Cost,
}

impl Side for Loop {
    fn turn(&mut self, time: Duration) -> Result<Turn, Fault> {
        let seconds = time.as_secs().max(1).to_string();
        let mut command = match &self.kind {
            Kind::Call {
                with,
                url,
                in_flight,
            } => calls::command(*with, url, *in_flight, &seconds)?,
            kind => {
                let mut command = ourselves(kind, SERVER_CORE)?;
                command.args(["--seconds", &seconds]);
                command
            }
        };
        let said = crate::run::read(&mut command)?;
        let count: Count = serde_json::from_str(&said)
            .map_err(|_| Fault::Unexpected(format!("a control said `{said}`")))?;
        Ok(Turn {
            done: count.done,
            used: Duration::from_millis(match self.cost {
                Cost::Processor => count.processor_millis,
                Cost::Clock => count.millis,
            }),
            answers: None,
            memory: matches!(self.kind, Kind::Call { .. } | Kind::Upload { .. })
                .then_some(count.memory),
            disk: None,
        })
    }
}

/// What a loop says at its end.
#[derive(Serialize, Deserialize)]
struct Count {
    done: u64,
    processor_millis: u64,
    millis: u64,
    /// The most that it held, in bytes.
    memory: u64,
}

/// A bare axum server in a process of its own.
pub(super) struct BareServer {
    child: Child,
    address: SocketAddr,
}

impl BareServer {
    /// Starts one on `core`.
    pub(super) fn start(content: Content, core: usize) -> Result<Self, Fault> {
        let mut command = ourselves(&Kind::Serve(content), core)?;
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.spawn().doing("start the control server")?;
        let mut line = String::new();
        if let Some(output) = child.stdout.take() {
            BufReader::new(output)
                .read_line(&mut line)
                .doing("read the control server's address")?;
        }
        let address = line
            .trim()
            .parse()
            .map_err(|_| Fault::Unexpected(format!("the control server said `{line}`")))?;
        Ok(Self { child, address })
    }

    /// One on the server's core as a side, asked over so many connections.
    pub(super) fn side(
        content: Content,
        connections: usize,
        bearer: Option<String>,
    ) -> Result<Box<dyn Side>, Fault> {
        let server = Rc::new(Self::start(content, SERVER_CORE)?);
        let template = Template {
            bearer,
            ..server.template()
        };
        let askers = vec![template; connections];
        Ok(Box::new(Loaded::new(
            &server,
            server.pid(),
            askers,
            Cost::Processor,
        )))
    }

    pub(super) fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    /// Where it is.
    pub(super) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    fn template(&self) -> Template {
        Template {
            address: self.address,
            host: self.address.to_string(),
            method: hyper::Method::GET,
            path: "/".into(),
            bearer: None,
            cookie: None,
            body: None,
        }
    }
}

impl Drop for BareServer {
    fn drop(&mut self) {
        let _ended_already = self.child.kill();
        let _status = self.child.wait();
    }
}

/// This program again, on `core`, as a control.
fn ourselves(kind: &Kind, core: usize) -> Result<Command, Fault> {
    let program = std::env::current_exe().doing("find our own program")?;
    let kind = serde_json::to_string(kind)
        .map_err(std::io::Error::from)
        .doing("describe a control")?;
    let mut command = affinity::pinned(core, &program);
    command.args(["bench", "--control", &kind]);
    Ok(command)
}

/// Reads what [`ourselves`] wrote.
pub(super) fn parse(text: &str) -> Result<Kind, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// Is the control `kind`: a loop lasts for `time` and then prints what it counted; a server prints its
/// address and stays.
pub(super) fn be(kind: &Kind, time: Duration) -> Result<(), Fault> {
    let mut count = match kind {
        Kind::Sign => loops::sign_for(time)?,
        Kind::Hash => loops::hash_for(time)?,
        Kind::Commit { into, clients } => rows::commit_for(time, into, *clients)?,
        Kind::Create { within, clients } => users::create_for(time, within, *clients)?,
        Kind::Insert { from, users } => rows::insert_for(time, from, *users)?,
        Kind::Call { .. } => return Err(Fault::Unexpected("a caller is another program".into())),
        Kind::Upload {
            with,
            url,
            mebibytes,
        } => uploads::upload_for(time, *with, url, *mebibytes)?,
        Kind::Serve(content) => return server::serve(content.clone()),
    };
    count.memory = measure::peak_memory(getpid())?;
    let said = serde_json::to_string(&count)
        .map_err(std::io::Error::from)
        .doing("say what was counted")?;
    println!("{said}");
    Ok(())
}

impl Count {
    /// Does `work`, which answers how often it did it, and looks at both clocks before and after.
    fn of(work: impl FnOnce() -> Result<u64, Fault>) -> Result<Self, Fault> {
        let (processor_before, began) = (measure::processor_time(getpid())?, Instant::now());
        let done = work()?;
        let used = measure::processor_time(getpid())?.saturating_sub(processor_before);
        Ok(Self {
            done,
            processor_millis: millis(used),
            millis: millis(began.elapsed()),
            memory: 0,
        })
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
