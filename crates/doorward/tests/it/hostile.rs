//! Answers that no tenant gives: every one ends in an error with a name, soon, and no secret travels
//! to another host.

use std::time::{Duration, Instant};

use doorward::authentication::PasswordGrant;
use doorward::id_token::{IdTokenError, IdTokenExpectation, IdTokenVerifier};
use doorward::transport::TransportErrorKind;
use doorward::{AuthenticationClient, Error, ManagementClient, RetryPolicy, UserInfoClient};
use jsonwebtoken::Algorithm;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::server::{Answer, Server};
use crate::signing::{KEY, claims, now};

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

/// A client that answers reach, each in its own way.
#[derive(Debug, Clone, Copy)]
enum Caller {
    Login,
    Management,
    UserInfo,
    Keys,
}

const CALLERS: [Caller; 4] = [
    Caller::Login,
    Caller::Management,
    Caller::UserInfo,
    Caller::Keys,
];

/// What every caller sends and nobody else may see.
const SECRET: &str = "a-secret";

/// How a call at a server ends, in a word.
async fn ends(caller: Caller, url: &str, limit: Duration) -> String {
    match caller {
        Caller::Login => {
            let client = AuthenticationClient::builder("tenant.test")
                .base_url(url)
                .client_id("CID")
                .client_secret(SECRET)
                .timeout(limit)
                .build()
                .unwrap();
            let attempt = PasswordGrant::new("u", SECRET);
            word(client.oauth().password_grant(&attempt).await.err())
        }
        Caller::Management => {
            let client = ManagementClient::builder("tenant.test")
                .base_url(url)
                .token(SECRET)
                .timeout(limit)
                .retry(RetryPolicy::never())
                .build()
                .unwrap();
            let get = doorward::management::GetUser::new("auth0|1");
            word(client.send(&get).await.err())
        }
        Caller::UserInfo => {
            let client = UserInfoClient::builder("tenant.test")
                .base_url(url)
                .timeout(limit)
                .retry(RetryPolicy::never())
                .build()
                .unwrap();
            word(client.get_user_info(SECRET).await.err())
        }
        Caller::Keys => {
            let verifier = IdTokenVerifier::builder("tenant.test", "CID")
                .base_url(url)
                .header("x-api-key", SECRET)
                .timeout(limit)
                .retry(RetryPolicy::never())
                .clock(now)
                .build()
                .unwrap();
            let token = KEY.sign(Algorithm::RS256, "k1", &claims(json!({})));
            match verifier.verify(&token, IdTokenExpectation::default()).await {
                Err(IdTokenError::Keys(error)) => word_of(&error),
                Err(error) => panic!("another error: {error}"),
                Ok(_) => "ok".to_owned(),
            }
        }
    }
}

fn word(error: Option<Error>) -> String {
    error.as_ref().map_or_else(|| "ok".to_owned(), word_of)
}

fn word_of(error: &Error) -> String {
    let shown = format!("{error} {error:?}");
    assert!(!shown.contains(SECRET), "{shown}");
    match error {
        Error::Api(answer) => answer.status().as_u16().to_string(),
        Error::Timeout { .. } => "timeout".to_owned(),
        Error::Decode { .. } => "decode".to_owned(),
        Error::Transport(error) => format!("{:?}", error.kind()),
        error => panic!("another error: {error}"),
    }
}

#[tokio::test]
async fn every_client_has_the_same_word_for_an_answer_that_is_none() {
    let deep = [b"[".repeat(200_000), b"]".repeat(200_000)].concat();
    let flood: String = (0..20_000)
        .map(|number| format!("x-{number}: {number}\r\n"))
        .collect();
    let endless_header = format!("x: {}\r\n", "y".repeat(4_000_000));
    let with = |headers: &str| format!("HTTP/1.1 200 OK\r\n{headers}\r\n{{}}").into_bytes();
    for (what, answer, expected) in [
        ("a page", http("200 OK", b"<h1>Welcome</h1>"), "decode"),
        ("nothing", http("200 OK", b""), "decode"),
        ("binary", http("200 OK", &[0xff, 0xfe, 0, 1]), "decode"),
        ("deep JSON", http("200 OK", &deep), "decode"),
        ("a busy server", http("503 Busy", b"<h1>Busy</h1>"), "503"),
        ("a limit", http("429 Wait", b"{}"), "429"),
        ("deep refusal", http("400 Bad Request", &deep), "400"),
        ("cut off", with("content-length: 100\r\n"), "Disconnected"),
        (
            "another length",
            with("content-length: 1\r\ncontent-length: 2\r\n"),
            "Other",
        ),
        ("no number", with("content-length: many\r\n"), "Other"),
        ("many headers", with(&flood), "Other"),
        ("a long header", with(&endless_header), "Other"),
        ("no HTTP", b"SSH-2.0-OpenSSH_9.6\r\n".to_vec(), "Other"),
        ("silence", Vec::new(), "Disconnected"),
    ] {
        let url = saying(answer).await;
        for caller in CALLERS {
            assert_eq!(
                ends(caller, &url, LIMIT).await,
                expected,
                "{what}, {caller:?}"
            );
        }
    }
}

#[tokio::test]
async fn no_client_follows_a_redirect_with_its_secrets() {
    let elsewhere = Server::answering([Answer::json(200, "{}")]).await;
    for status in [301, 302, 303, 307, 308] {
        let answer = Answer::text(status, "").header("location", &elsewhere.url);
        let server = Server::answering([answer]).await;
        for caller in CALLERS {
            let word = ends(caller, &server.url, LIMIT).await;
            assert_eq!(word, status.to_string(), "{caller:?}");
        }
    }
    assert!(elsewhere.recorded().is_empty());
}

#[tokio::test]
async fn no_client_waits_for_a_trickle_or_takes_in_a_flood() {
    let trickle = raw(|mut stream| async move {
        let head = "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n";
        let _ = stream.write_all(head.as_bytes()).await;
        while stream.write_all(b" ").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await;
    let announced = raw(|mut stream| async move {
        let head = "HTTP/1.1 200 OK\r\ncontent-length: 10737418240\r\n\r\n{";
        let _ = stream.write_all(head.as_bytes()).await;
        let _ = stream.read(&mut [0; 1]).await;
    })
    .await;
    for caller in CALLERS {
        let soon = Duration::from_millis(300);
        assert_eq!(ends(caller, &trickle, soon).await, "timeout", "{caller:?}");
        assert_eq!(
            ends(caller, &announced, LIMIT).await,
            "TooLong",
            "{caller:?}"
        );
    }
}
