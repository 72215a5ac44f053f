//! Answers that no tenant gives: every one ends in an error with a name, soon, and no secret travels
//! to another host.

use std::time::{Duration, Instant};

use doorward::authentication::PasswordGrant;
use doorward::transport::TransportErrorKind;
use doorward::{AuthenticationClient, Error, ManagementClient};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::server::{Answer, Server};

const LIMIT: Duration = Duration::from_secs(5);

/// The address of a server that treats every connection, once a request began on it, as `answer`
/// does.
async fn raw<F>(answer: impl Fn(TcpStream) -> F + Send + 'static) -> String
where
    F: Future<Output = ()> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = [0; 4096];
            let _ = stream.read(&mut request).await;
            tokio::spawn(answer(stream));
        }
    });
    url
}

/// The address of a server that says these bytes and hangs up.
async fn saying(bytes: Vec<u8>) -> String {
    raw(move |mut stream| {
        let bytes = bytes.clone();
        async move {
            let _ = stream.write_all(&bytes).await;
            let _ = stream.shutdown().await;
        }
    })
    .await
}

fn http(head: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!("HTTP/1.1 {head}\r\ncontent-length: {length}\r\n\r\n");
    [head.as_bytes(), body].concat()
}

/// How a login at a server ends, which has to be before the deadline.
async fn login_at(url: &str) -> Error {
    login_within(url, LIMIT).await
}

async fn login_within(url: &str, timeout: Duration) -> Error {
    let client = AuthenticationClient::builder("tenant.test")
        .base_url(url)
        .client_id("CID")
        .client_secret("SEC")
        .timeout(timeout)
        .build()
        .unwrap();
    let began = Instant::now();
    let attempt = PasswordGrant::new("u", "a password");
    let error = client.oauth().password_grant(&attempt).await.unwrap_err();
    let elapsed = began.elapsed();
    assert!(elapsed < timeout + Duration::from_secs(2), "{elapsed:?}");
    error
}

fn lost(error: &Error) -> TransportErrorKind {
    match error {
        Error::Transport(error) => error.kind(),
        error => panic!("another error: {error}"),
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed_with_credentials() {
    let elsewhere = Server::answering([Answer::json(200, json!({ "access_token": "at" }))]).await;
    for status in [301, 302, 303, 307, 308] {
        let answer = Answer::text(status, "").header("location", &elsewhere.url);
        let server = Server::answering([answer]).await;
        let error = login_at(&server.url).await;
        assert_eq!(error.api().unwrap().status().as_u16(), status);
        let manager = ManagementClient::builder("tenant.test")
            .base_url(&server.url)
            .token("management token")
            .build()
            .unwrap();
        let list = doorward::management::ListUsers::default();
        let error = manager.send(&list).await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), status);
    }
    assert!(elsewhere.recorded().is_empty());
}

#[tokio::test]
async fn an_announced_flood_is_not_waited_for() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 10737418240\r\n\r\n{";
    let url = raw(move |mut stream| async move {
        let _ = stream.write_all(head.as_bytes()).await;
        tokio::time::sleep(Duration::from_mins(1)).await;
    })
    .await;
    assert_eq!(lost(&login_at(&url).await), TransportErrorKind::TooLong);
}

#[tokio::test]
async fn an_unannounced_flood_is_cut_off() {
    let url = raw(|mut stream| async move {
        let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
        let _ = stream.write_all(head.as_bytes()).await;
        let chunk = [
            b"100000\r\n".to_vec(),
            vec![b' '; 0x10_0000],
            b"\r\n".to_vec(),
        ]
        .concat();
        while stream.write_all(&chunk).await.is_ok() {}
    })
    .await;
    let limit = Duration::from_secs(60);
    let error = login_within(&url, limit).await;
    assert_eq!(lost(&error), TransportErrorKind::TooLong);
}

#[tokio::test]
async fn deep_json_is_no_answer_and_no_stack_overflow() {
    let deep = vec![b'['; 200_000];
    let error = login_at(&saying(http("200 OK", &deep)).await).await;
    assert!(matches!(error, Error::Decode { .. }), "{error}");
    let error = login_at(&saying(http("400 Bad Request", &deep)).await).await;
    let refusal = error.api().unwrap();
    assert_eq!((refusal.json(), refusal.body().len()), (None, deep.len()));
}

#[tokio::test]
async fn half_an_answer_is_none() {
    let half = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"access_token\":";
    let error = login_at(&saying(half.to_vec()).await).await;
    assert_eq!(lost(&error), TransportErrorKind::Disconnected);
    let error = login_at(&saying(b"HTTP/1.1 200".to_vec()).await).await;
    assert_eq!(lost(&error), TransportErrorKind::Disconnected);
    let error = login_at(&saying(Vec::new()).await).await;
    assert_eq!(lost(&error), TransportErrorKind::Disconnected);
}

#[tokio::test]
async fn what_is_not_http_or_not_json_has_a_name() {
    let error = login_at(&saying(b"SSH-2.0-OpenSSH_9.6\r\n".to_vec()).await).await;
    assert_eq!(lost(&error), TransportErrorKind::Other);
    let page = http("200 OK\r\ncontent-type: text/html", b"<h1>Welcome</h1>");
    let error = login_at(&saying(page).await).await;
    assert!(matches!(error, Error::Decode { .. }), "{error}");
    assert_eq!(error.status().unwrap(), 200);
}

#[tokio::test]
async fn a_trickle_does_not_stretch_the_deadline() {
    let url = raw(|mut stream| async move {
        let head = "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n";
        let _ = stream.write_all(head.as_bytes()).await;
        while stream.write_all(b" ").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await;
    let limit = Duration::from_millis(300);
    let error = login_within(&url, limit).await;
    assert!(matches!(error, Error::Timeout { limit: told, .. } if told == limit));
}

#[tokio::test]
async fn no_error_shows_what_was_sent() {
    for answer in [http("200 OK", b"x"), http("500 Oh", b"x"), Vec::new()] {
        let error = login_at(&saying(answer).await).await;
        let shown = format!("{error} {error:?}");
        assert!(
            !shown.contains("a password") && !shown.contains("SEC"),
            "{shown}"
        );
    }
}
