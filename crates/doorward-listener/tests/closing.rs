//! The end of listening, as clients see it.

#![expect(clippy::unwrap_used, reason = "a test whose step fails has failed")]

use std::convert::Infallible;
use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use doorward_listener::Remaindered;
use http::{Request, Response};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

const REQUEST: &[u8] = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

struct Served {
    address: SocketAddr,
    stop: watch::Sender<bool>,
    serving: JoinHandle<()>,
}

async fn served() -> Served {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = watch::channel(false);
    let answer =
        |_: Request<Remaindered>| async { Ok::<_, Infallible>(Response::new(String::from("ok"))) };
    let service = move |_| tower::service_fn(answer);
    let serving = tokio::spawn(doorward_listener::serve(
        listener,
        None,
        service,
        doorward_listener::HEAD_BYTES,
        stopped,
    ));
    Served {
        address,
        stop,
        serving,
    }
}

/// The head and body of the next answer.
fn answer(stream: &mut TcpStream) -> std::io::Result<String> {
    let mut read = Vec::new();
    let mut byte = [0];
    while !read.ends_with(b"\r\n\r\nok") {
        if stream.read(&mut byte)? == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        read.push(byte[0]);
    }
    Ok(String::from_utf8(read).unwrap().to_ascii_lowercase())
}

/// Makes a connection for each request until nobody listens any more; how many were answered.
fn connect_until_refused(address: SocketAddr) -> usize {
    for answered in 0.. {
        let mut stream = match TcpStream::connect(address) {
            Ok(stream) => stream,
            Err(error) if error.kind() == ErrorKind::ConnectionRefused => return answered,
            // This side ran out of ports or the like.
            Err(error) => panic!("cannot connect: {error}"),
        };
        stream
            .write_all(REQUEST)
            .expect("a connection that was made takes a request");
        answer(&mut stream).expect("a connection that was made answers");
    }
    unreachable!("the numbers do not end")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_could_connect_is_answered() {
    for _ in 0..5 {
        let served = served().await;
        let clients = (0..16).map(|_| {
            let address = served.address;
            tokio::task::spawn_blocking(move || connect_until_refused(address))
        });
        let clients: Vec<_> = clients.collect();
        tokio::time::sleep(Duration::from_millis(50)).await;
        served.stop.send_replace(true);
        served.serving.await.unwrap();
        for client in clients {
            client.await.unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_that_crosses_the_end_is_answered_as_the_last_one() {
    let served = served().await;
    let address = served.address;
    let (stop, before) = (served.stop, std::sync::mpsc::channel());
    let client = tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(REQUEST).unwrap();
        let first = answer(&mut stream).unwrap();
        before.0.send(()).unwrap();
        // Longer than anything else takes, and well within what a connection is given.
        std::thread::sleep(Duration::from_millis(300));
        stream.write_all(REQUEST).unwrap();
        (
            first,
            answer(&mut stream).unwrap(),
            stream.read(&mut [0]).unwrap(),
        )
    });
    tokio::task::spawn_blocking(move || before.1.recv().unwrap())
        .await
        .unwrap();
    stop.send_replace(true);
    let (first, last, rest) = client.await.unwrap();
    assert!(!first.contains("connection: close"), "{first}");
    assert!(last.contains("connection: close"), "{last}");
    assert_eq!(rest, 0);
    served.serving.await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_connection_that_was_made_ahead_of_need_is_answered_too() {
    let served = served().await;
    let address = served.address;
    let mut stream = tokio::task::spawn_blocking(move || TcpStream::connect(address))
        .await
        .unwrap()
        .unwrap();
    // It rests for longer than a connection is given at the end.
    tokio::time::sleep(Duration::from_millis(1200)).await;
    served.stop.send_replace(true);
    let last = tokio::task::spawn_blocking(move || {
        std::thread::sleep(Duration::from_millis(100));
        stream.write_all(REQUEST).unwrap();
        answer(&mut stream).unwrap()
    });
    let last = last.await.unwrap();
    assert!(last.contains("connection: close"), "{last}");
    served.serving.await.unwrap();
}

#[tokio::test]
async fn nobody_waits_for_a_client_that_asks_for_nothing() {
    let served = served().await;
    let silent = TcpStream::connect(served.address).unwrap();
    let mut asked_once = TcpStream::connect(served.address).unwrap();
    asked_once.write_all(REQUEST).unwrap();
    served.stop.send_replace(true);
    // Ends although both are still connected.
    served.serving.await.unwrap();
    assert!(answer(&mut asked_once).is_ok());
    drop(silent);
}
