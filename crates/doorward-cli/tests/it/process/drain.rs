//! SIGTERM: what is in flight is answered, and everything answered is kept.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use super::{Caller, Place, Process, answer};

const CALLERS: usize = 24;

/// Calls until the process is gone; answers how often it was answered.
async fn call_until_refused(caller: Caller, number: usize) -> usize {
    let credentials = json!({
        "grant_type": "client_credentials", "client_id": caller.management["client_id"],
        "client_secret": caller.management["client_secret"], "audience": caller.management["audience"],
    });
    for calls in 0.. {
        // Some do what is quick, some what takes a hash.
        let sent = if number.is_multiple_of(4) {
            caller
                .sign_up(&format!("user-{number}-{calls}@example.com"))
                .await
        } else {
            match caller.post("/oauth/token", &credentials).await {
                Ok(response) => answer(response).await,
                Err(error) => Err(error),
            }
        };
        match sent {
            Ok((status, body)) => assert_eq!(status, 200, "{body}"),
            // Nobody listens any more: the request was never taken.
            Err(error) if error.is_connect() => return calls,
            Err(error) => panic!("caller {number} lost an answer after {calls} calls: {error:?}"),
        }
    }
    unreachable!("the numbers do not end")
}

#[tokio::test(flavor = "multi_thread")]
async fn no_request_in_flight_is_lost_when_the_process_is_asked_to_end() {
    let place = Place::sqlite();
    for pause in [300, 50] {
        let process = Process::start(&place);
        let mut callers = JoinSet::new();
        for number in 0..CALLERS {
            // Connections of their own.
            let caller = Caller {
                http: reqwest::Client::new(),
                ..process.caller()
            };
            callers.spawn(call_until_refused(caller, number * 1000 + pause));
        }
        tokio::time::sleep(Duration::from_millis(pause as u64)).await;
        assert_eq!(process.terminate().await, 0, "{}", place.errors());
        callers.join_all().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_is_sent_while_the_process_drains_is_answered_as_the_last_one() {
    let place = Place::sqlite();
    let process = Process::start(&place);
    let address = process
        .caller()
        .url
        .trim_start_matches("http://")
        .to_owned();
    let connected = Arc::new(Barrier::new(9));
    let told = Arc::new(Barrier::new(9));
    let mut clients = JoinSet::new();
    for _ in 0..8 {
        let (address, connected, told) =
            (address.clone(), Arc::clone(&connected), Arc::clone(&told));
        clients.spawn(async move {
            let mut stream = TcpStream::connect(&address).await.unwrap();
            connected.wait().await;
            told.wait().await;
            tokio::time::sleep(Duration::from_millis(30)).await;
            let request = format!("GET /healthz HTTP/1.1\r\nHost: {address}\r\n\r\n");
            stream.write_all(request.as_bytes()).await.unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).await.unwrap();
            answer.to_ascii_lowercase()
        });
    }
    connected.wait().await;
    let ending = tokio::spawn(process.terminate());
    told.wait().await;
    for answer in clients.join_all().await {
        assert!(answer.starts_with("http/1.1 200"), "{answer:?}");
        assert!(answer.ends_with("ok"), "{answer:?}");
    }
    assert_eq!(ending.await.unwrap(), 0, "{}", place.errors());
}
