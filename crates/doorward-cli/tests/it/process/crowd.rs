//! More connections than a gateway serves, most of which say nothing.

use std::process::Command;
use std::time::{Duration, Instant};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::gateway::Clients;
use super::{Place, Process};

/// What the documentation says is served at a time.
const CONNECTIONS: usize = 8192;
/// How long a connection may take to say what it wants, as documented.
const HEAD: Duration = Duration::from_secs(15);
const REQUEST: &[u8] = b"GET /-/healthz HTTP/1.1\r\nhost: x\r\n\r\n";

/// Room for the connections of this test.
fn make_room() {
    let limit = getrlimit(Resource::Nofile);
    let current = limit.maximum;
    let enough = |most: Option<u64>| most.is_none_or(|most| most > CONNECTIONS as u64 + 500);
    assert!(
        enough(current),
        "the system allows too few open files: {limit:?}"
    );
    setrlimit(Resource::Nofile, Rlimit { current, ..limit }).unwrap();
}

async fn ask(stream: &mut TcpStream) -> String {
    stream.write_all(REQUEST).await.unwrap();
    let mut answer = [0; 1024];
    let length = stream.read(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer[..length]).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_says_nothing_gives_way_to_who_waits() {
    make_room();
    let place = Place::sqlite();
    let mut command = place.part("tenant");
    command.args(["--log-level", "warn"]);
    let tenant = Process::run(&place, command);
    let clients = Clients::of(&tenant, &place);
    let sessions = format!("embedded:{}", place.folder().join("sessions").display());
    // As most systems start it: with room for 1024 files unless it asks for more.
    let mut command = clients.command_through(|program| {
        let mut shell = Command::new("sh");
        shell
            .args(["-c", "ulimit -S -n 1024; exec \"$@\"", "sh"])
            .arg(program);
        shell
    });
    command.env("REDIS_HOSTS", &sessions);
    let gateway = clients.serve_command(&place, command).await;
    let address = gateway.caller.url.trim_start_matches("http://").to_owned();
    let connect = async || TcpStream::connect(&address).await.unwrap();

    let mut resident = connect().await;
    assert!(ask(&mut resident).await.starts_with("HTTP/1.1 200"));
    let began = Instant::now();
    let mut silent = Vec::with_capacity(CONNECTIONS);
    for _ in 0..CONNECTIONS {
        let mut stream = connect().await;
        // A head that never ends.
        stream
            .write_all(b"GET /-/healthz HTTP/1.1\r\nhost: x\r\nx: ")
            .await
            .unwrap();
        silent.push(stream);
    }
    // On a machine that is busy otherwise the first may have been shown out before the last came.
    let is_full = began.elapsed() < HEAD - Duration::from_secs(3);
    let mut newcomer = connect().await;
    newcomer.write_all(REQUEST).await.unwrap();
    let came = Instant::now();
    let mut answer = [0; 1024];
    if is_full {
        let early = tokio::time::timeout(Duration::from_secs(1), newcomer.read(&mut answer)).await;
        assert!(early.is_err(), "served beside {CONNECTIONS} others");
        // Who is in is served meanwhile.
        assert!(ask(&mut resident).await.starts_with("HTTP/1.1 200"));
    } else {
        eprintln!("no crowd at one moment: {:?}", began.elapsed());
    }

    // The silent are shown out, and then who waits is served.
    let length = newcomer.read(&mut answer).await.unwrap();
    let answer = String::from_utf8_lossy(&answer[..length]);
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(!is_full || began.elapsed() >= HEAD, "too early");
    assert!(
        came.elapsed() < HEAD + Duration::from_secs(10),
        "{:?}",
        came.elapsed()
    );
    for mut stream in silent {
        let mut rest = Vec::new();
        let closed = tokio::time::timeout(HEAD * 2, stream.read_to_end(&mut rest)).await;
        // Reset, or closed with or without a word.
        assert!(closed.is_ok(), "a silent connection is kept open");
    }
    assert_eq!(gateway.process.terminate().await, 0, "{}", place.errors());
}
