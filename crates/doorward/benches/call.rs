//! What a call through the SDK costs, as a ratio to a bare reqwest loop that parses the same answer.
//!
//! `cargo bench -p doorward`. The server is another process. Control and SDK take turns; what is
//! compared is the processor time of this process, user and system, per call.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark talks to a person and stops at the first surprise"
)]

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::get;
use doorward::ManagementClient;
use doorward::management::GetUser;
use futures_util::future::join_all;
use serde_json::Value;

/// Tells this program to be the server.
const SERVE: &str = "--serve";
const ROUNDS: usize = 5;
const TURN: Duration = Duration::from_secs(2);

fn main() {
    if std::env::args().any(|argument| argument == SERVE) {
        return serve();
    }
    let (server, url) = start();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(compare(&url));
    stop(server);
}

/// A server that answers every request for a user with the same one, until its stdin closes.
fn serve() {
    let user = serde_json::json!({
        "user_id": "auth0|5f7c8ec7c33c6c004bbafe82", "email": "ada@example.com", "email_verified": true,
        "name": "Ada Lovelace", "nickname": "ada", "picture": "https://s.gravatar.com/avatar/1.png",
        "created_at": "2026-01-01T00:00:00.000Z", "updated_at": "2026-06-01T00:00:00.000Z",
        "last_ip": "203.0.113.7", "last_login": "2026-06-01T00:00:00.000Z", "logins_count": 42,
        "identities": [{
            "connection": "Username-Password-Authentication", "provider": "auth0",
            "user_id": "5f7c8ec7c33c6c004bbafe82", "isSocial": false,
        }],
        "user_metadata": { "language": "de" }, "app_metadata": { "plan": "free" },
    });
    let body = user.to_string();
    let app = Router::new().fallback(get(move || {
        let body = body.clone();
        async move { ([("content-type", "application/json; charset=utf-8")], body) }
    }));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        println!("http://{}", listener.local_addr().unwrap());
        let closed = tokio::task::spawn_blocking(|| std::io::stdin().lines().next());
        tokio::select! {
            served = axum::serve(listener, app) => served.unwrap(),
            _ = closed => {}
        }
    });
}

fn start() -> (Child, String) {
    let mut server = Command::new(std::env::current_exe().unwrap())
        .arg(SERVE)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut url = String::new();
    let mut said = BufReader::new(server.stdout.take().unwrap());
    said.read_line(&mut url).unwrap();
    (server, url.trim().to_owned())
}

fn stop(mut server: Child) {
    drop(server.stdin.take());
    server.wait().unwrap();
}

async fn compare(url: &str) {
    let target = format!("{url}/api/v2/users/auth0%7C5f7c8ec7c33c6c004bbafe82");
    let reqwest = reqwest::Client::new();
    let bare = async || {
        let request = reqwest.get(&target).bearer_auth("token");
        let answer = request.send().await.unwrap().bytes().await.unwrap();
        let user: Value = serde_json::from_slice(&answer).unwrap();
        assert_eq!(user["logins_count"], 42);
    };
    let management = ManagementClient::builder("tenant.test")
        .base_url(url)
        .token("token")
        .build()
        .unwrap();
    let sdk = async || {
        let get = GetUser::new("auth0|5f7c8ec7c33c6c004bbafe82");
        let user = management.send(&get).await.unwrap();
        assert_eq!(user.logins_count, Some(42));
    };
    for in_flight in [1, 64] {
        cost(&bare, in_flight, TURN / 4).await;
        cost(&sdk, in_flight, TURN / 4).await;
        let mut ratios = Vec::new();
        for _ in 0..ROUNDS {
            let control = cost(&bare, in_flight, TURN).await;
            let product = cost(&sdk, in_flight, TURN).await;
            println!("{in_flight:>2} in flight: reqwest {control:6.1} µs, SDK {product:6.1} µs");
            ratios.push(product / control);
        }
        ratios.sort_by(f64::total_cmp);
        println!(
            "{in_flight:>2} in flight: SDK / reqwest {:.2} ({:.2} to {:.2})\n",
            ratios[ROUNDS / 2],
            ratios[0],
            ratios[ROUNDS - 1]
        );
    }
}

/// Microseconds of processor time a call takes when so many are made at the same time.
async fn cost(call: &impl AsyncFn(), in_flight: usize, time: Duration) -> f64 {
    let (began, before) = (Instant::now(), processor_time());
    let mut calls = 0;
    let work = (0..in_flight).map(async |_| {
        let mut count = 0;
        while began.elapsed() < time {
            call().await;
            count += 1;
        }
        count
    });
    calls += join_all(work).await.iter().sum::<u32>();
    (processor_time() - before).as_secs_f64() * 1e6 / f64::from(calls)
}

/// User and system time of this process so far, in steps of 10 ms (proc(5)).
fn processor_time() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let (_, after_name) = stat.rsplit_once(')').unwrap();
    let ticks = after_name.split_whitespace().skip(11).take(2);
    let ticks: u64 = ticks.map(|field| field.parse::<u64>().unwrap()).sum();
    Duration::from_millis(ticks * 10)
}
