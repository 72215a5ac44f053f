//! The controls: each does the part of the work that nobody can leave out.

use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::RSA_PKCS1_SHA256;
use axum::Json;
use axum::routing::get;
use hyper::Method;
use rustix::process::Pid;

use super::journey::Journey;
use super::load::{self, Template};
use super::{SERVER_CORE, affinity, measure, runtime};
use crate::run::{Doing, Fault};

/// Connections that the bare server is asked over.
const CONNECTIONS: usize = 64;

/// What a control does, in a process of its own on the server's core.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Kind {
    /// RSA-2048 signatures over the bytes of a token, one after the other
    Sign,
    /// argon2id hashes with 19 MiB and two passes, in the same memory each time
    Hash,
    /// A bare axum server
    Serve,
}

/// How often a thing was done, and the processor time it took.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    pub(super) done: u64,
    pub(super) used: Duration,
}

impl Pace {
    /// How often a second of one core does it.
    pub(super) fn per_core_second(self) -> f64 {
        self.done as f64 / self.used.as_secs_f64()
    }
}

/// A control, ready to take its turn.
pub(super) enum Control {
    Loop(Kind),
    Server(Box<BareServer>),
}

impl Control {
    pub(super) fn prepare(journey: Journey) -> Result<Self, Fault> {
        Ok(match journey {
            Journey::ClientCredentials => Self::Loop(Kind::Sign),
            Journey::Password => Self::Loop(Kind::Hash),
            Journey::Jwks | Journey::Discovery => Self::Server(Box::new(BareServer::start()?)),
        })
    }

    /// Takes a turn of `time`.
    pub(super) fn measure(&mut self, time: Duration) -> Result<Pace, Fault> {
        match self {
            Self::Loop(kind) => run_loop(*kind, time),
            Self::Server(server) => server.measure(time),
        }
    }
}

fn run_loop(kind: Kind, time: Duration) -> Result<Pace, Fault> {
    let mut command = ourselves(kind)?;
    command.args(["--seconds", &time.as_secs().max(1).to_string()]);
    let said = crate::run::read(&mut command)?;
    let mut numbers = said.split_whitespace().map(str::parse::<u64>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(done)), Some(Ok(millis))) => Ok(Pace {
            done,
            used: Duration::from_millis(millis),
        }),
        _ => Err(Fault::Unexpected(format!("a control said `{said}`"))),
    }
}

/// A bare axum server in a process of its own.
pub(super) struct BareServer {
    child: Child,
    request: Template,
}

impl BareServer {
    pub(super) fn start() -> Result<Self, Fault> {
        let mut command = ourselves(Kind::Serve)?;
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.spawn().doing("start the control server")?;
        let mut line = String::new();
        if let Some(output) = child.stdout.take() {
            std::io::BufRead::read_line(&mut std::io::BufReader::new(output), &mut line)
                .doing("read the control server's address")?;
        }
        let address: SocketAddr = line
            .trim()
            .parse()
            .map_err(|_| Fault::Unexpected(format!("the control server said `{line}`")))?;
        let request = Template {
            address,
            host: address.to_string(),
            method: Method::GET,
            path: "/".into(),
            body: None,
        };
        Ok(Self { child, request })
    }

    pub(super) fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    fn measure(&self, time: Duration) -> Result<Pace, Fault> {
        let before = measure::processor_time(self.pid())?;
        let answers = load::run(&self.request, CONNECTIONS, time)?;
        let used = measure::processor_time(self.pid())?.saturating_sub(before);
        Ok(Pace {
            done: answers.count() as u64,
            used,
        })
    }
}

impl Drop for BareServer {
    fn drop(&mut self) {
        let _ended_already = self.child.kill();
        let _status = self.child.wait();
    }
}

/// This program again, on the server's core, as a control.
fn ourselves(kind: Kind) -> Result<Command, Fault> {
    let program = std::env::current_exe().doing("find our own program")?;
    let mut command = affinity::pinned(SERVER_CORE, &program);
    let kind = match kind {
        Kind::Sign => "sign",
        Kind::Hash => "hash",
        Kind::Serve => "serve",
    };
    command.args(["bench", "--control", kind]);
    Ok(command)
}

/// Is the control `kind`: a loop lasts for `time` and then prints how often it went round and the
/// milliseconds of processor time; the server prints its address and stays.
pub(super) fn be(kind: Kind, time: Duration) -> Result<(), Fault> {
    let pace = match kind {
        Kind::Sign => sign_for(time)?,
        Kind::Hash => hash_for(time)?,
        Kind::Serve => return serve(),
    };
    println!("{} {}", pace.done, pace.used.as_millis());
    Ok(())
}

/// Answers 200 bytes of JSON, built for each request.
fn serve() -> Result<(), Fault> {
    runtime()?.block_on(async {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .await
            .doing("listen for the load")?;
        let address = listener.local_addr().doing("listen for the load")?;
        println!("{address}");
        std::io::stdout().flush().doing("say where we listen")?;
        let text = "x".repeat(180);
        let answer = move || {
            let text = text.clone();
            async move { Json(serde_json::json!({ "control": text })) }
        };
        axum::serve(listener, axum::Router::new().route("/", get(answer)))
            .await
            .doing("serve the load")
    })
}

fn sign_for(time: Duration) -> Result<Pace, Fault> {
    let unusable = |_| Fault::Unexpected("aws-lc-rs does not sign".into());
    let key = KeyPair::generate(KeySize::Rsa2048).map_err(unusable)?;
    let random = SystemRandom::new();
    // About as long as the header and claims of an access token.
    let message = [b'e'; 500];
    let mut signature = vec![0; key.public_modulus_len()];
    repeat(time, || {
        key.sign(&RSA_PKCS1_SHA256, &random, &message, &mut signature)
            .map_err(unusable)
    })
}

fn hash_for(time: Duration) -> Result<Pace, Fault> {
    let unusable = |error: argon2::Error| Fault::Unexpected(format!("argon2: {error}"));
    let parameters = argon2::Params::new(19 * 1024, 2, 1, Some(32)).map_err(unusable)?;
    let mut memory = vec![argon2::Block::default(); parameters.block_count()];
    let argon2 = argon2::Argon2::new(
        argon2::Algorithm::Argon2id,
        argon2::Version::V0x13,
        parameters,
    );
    let mut hash = [0; 32];
    repeat(time, || {
        argon2
            .hash_password_into_with_memory(
                b"password",
                b"sixteen of bytes",
                &mut hash,
                &mut memory,
            )
            .map_err(unusable)
    })
}

/// Does `once` over and over for `time`, and counts.
fn repeat(time: Duration, mut once: impl FnMut() -> Result<(), Fault>) -> Result<Pace, Fault> {
    let ourselves = rustix::process::getpid();
    let before = measure::processor_time(ourselves)?;
    let began = Instant::now();
    let mut done = 0;
    while began.elapsed() < time {
        once()?;
        done += 1;
    }
    let used = measure::processor_time(ourselves)?.saturating_sub(before);
    Ok(Pace { done, used })
}
