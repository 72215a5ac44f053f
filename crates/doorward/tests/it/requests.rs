//! What every request has: headers, deadline, retries.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorward::authentication::{ClientCredentialsGrant, PasswordGrant, SendEmail, SignUp};
use doorward::management::GetUser;
use doorward::transport::{
    BoxFuture, Request, ReqwestTransport, Response, Transport, TransportError, TransportErrorKind,
};
use doorward::{
    ArgumentError, AuthenticationClient, Error, ManagementClient, RequestOptions, RetryPolicy,
    UserInfoClient,
};
use serde_json::{Value, json};

use crate::server::{Answer, Server};

fn tokens() -> Answer {
    Answer::json(
        200,
        json!({ "access_token": "at", "token_type": "Bearer", "expires_in": 86400 }),
    )
}

/// Makes one call and wants it to succeed.
async fn call(client: &AuthenticationClient) {
    let grant = ClientCredentialsGrant::new("aud");
    client
        .oauth()
        .client_credentials_grant(&grant)
        .await
        .unwrap();
}

/// Makes one call and wants it to fail.
async fn failure(client: &AuthenticationClient) -> Error {
    let grant = ClientCredentialsGrant::new("aud");
    client
        .oauth()
        .client_credentials_grant(&grant)
        .await
        .unwrap_err()
}

#[tokio::test]
async fn the_client_introduces_itself() {
    let server = Server::answering([tokens()]).await;
    call(&server.client()).await;

    let told = server.last().header("auth0-client").unwrap().to_owned();
    let told: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(told).unwrap()).unwrap();
    let names: Vec<_> = told.as_object().unwrap().keys().collect();
    assert_eq!(names, ["name", "version", "env"]);
    assert_eq!(told["name"], "doorward");
}

#[tokio::test]
async fn telemetry_can_be_switched_off_or_replaced() {
    let server = Server::answering([tokens()]).await;
    let builder = || {
        AuthenticationClient::builder("tenant.test")
            .base_url(&server.url)
            .client_id("CID")
            .client_secret("SEC")
    };
    call(&builder().telemetry(false).build().unwrap()).await;
    assert_eq!(server.last().header("auth0-client"), None);

    let info = json!({ "name": "mine", "x": 1 });
    call(&builder().client_info(info).build().unwrap()).await;
    let told = server.last().header("auth0-client").unwrap().to_owned();
    assert_eq!(
        URL_SAFE_NO_PAD.decode(told).unwrap(),
        br#"{"name":"mine","x":1}"#
    );
}

#[tokio::test]
async fn headers_of_a_call_go_before_those_of_the_client_but_not_before_the_content_type() {
    let server = Server::answering([tokens()]).await;
    let client = AuthenticationClient::builder("tenant.test")
        .base_url(&server.url)
        .client_id("CID")
        .client_secret("SEC")
        .header("x-one", "client")
        .header("x-two", "client")
        .build()
        .unwrap();
    let options = RequestOptions::new()
        .header("X-Two", "call")
        .header("content-type", "text/plain")
        .forwarded_for([203, 0, 113, 7].into())
        .query("trace", "a b");
    call(&client.with(options)).await;

    let recorded = server.last();
    assert_eq!(recorded.target, "/oauth/token?trace=a+b");
    assert_eq!(recorded.header("x-one"), Some("client"));
    assert_eq!(recorded.header("x-two"), Some("call"));
    assert_eq!(recorded.header("auth0-forwarded-for"), Some("203.0.113.7"));
    assert_eq!(
        recorded.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
}

#[tokio::test]
async fn a_call_can_leave_out_the_headers_of_its_client() {
    let server = Server::answering([tokens()]).await;
    let client = AuthenticationClient::builder("tenant.test")
        .base_url(&server.url)
        .client_id("CID")
        .client_secret("SEC")
        .header("x-one", "client")
        .build()
        .unwrap();
    let options = RequestOptions::new()
        .replace_headers()
        .header("x-two", "call");
    call(&client.with(options)).await;
    let recorded = server.last();
    assert_eq!(recorded.header("x-one"), None);
    assert_eq!(recorded.header("x-two"), Some("call"));
    assert!(recorded.header("auth0-client").is_some());
    assert_eq!(
        recorded.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
}

#[tokio::test]
async fn the_language_of_a_message_can_be_asked_for() {
    let server = Server::answering([Answer::json(200, "{}")]).await;
    let german = server
        .client()
        .with(RequestOptions::new().request_language("de"));
    german
        .passwordless()
        .send_email(&SendEmail::code("e@x"))
        .await
        .unwrap();
    assert_eq!(server.last().header("x-request-language"), Some("de"));
}

#[tokio::test]
async fn a_header_that_cannot_be_sent_fails_the_call_before_anything_is_sent() {
    let server = Server::answering([tokens()]).await;
    let options = RequestOptions::new().header("x-bad", "line\nbreak");
    let error = failure(&server.client().with(options)).await;
    assert!(matches!(error, Error::Argument(ArgumentError::Header(name)) if name == "x-bad"));
    assert_eq!(server.recorded().len(), 0);
}

#[tokio::test]
async fn a_silent_server_ends_in_a_timeout_with_a_source() {
    let server = Server::answering([tokens().after(Duration::from_secs(30))]).await;
    let options = RequestOptions::new().timeout(Duration::from_millis(50));
    let error = failure(&server.client().with(options)).await;
    assert!(matches!(error, Error::Timeout { limit, .. } if limit.as_millis() == 50));
    assert!(std::error::Error::source(&error).is_some());
    assert!(error.is_retryable());
}

#[tokio::test]
async fn no_server_is_another_error_than_a_slow_one() {
    let client = AuthenticationClient::builder("tenant.test")
        .base_url("http://127.0.0.1:1")
        .client_id("CID")
        .client_secret("SEC")
        .build()
        .unwrap();
    let error = failure(&client).await;
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
    assert!(error.is_retryable());
}

/// A transport that gives up at once: the error then tells for how long it should have tried.
struct GivesUp;

impl Transport for GivesUp {
    fn send(&self, _: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        let error = TransportError::new(TransportErrorKind::Timeout, "enough");
        Box::pin(std::future::ready(Err(error)))
    }
}

/// The deadline that a call had.
fn deadline<T>(answer: Result<T, Error>) -> Duration {
    match answer.err().unwrap() {
        Error::Timeout { limit, .. } => limit,
        error => panic!("another error: {error}"),
    }
}

#[tokio::test]
async fn an_attempt_has_ten_seconds_one_for_management_sixty_and_a_call_what_it_says() {
    let auth = AuthenticationClient::builder("tenant.test")
        .client_secret("SEC")
        .client_id("CID")
        .transport(GivesUp)
        .build()
        .unwrap();
    let grant = ClientCredentialsGrant::new("aud");
    let ten = auth.send(&grant).await;
    assert_eq!(deadline(ten), Duration::from_secs(10));
    let users = UserInfoClient::builder("tenant.test").transport(GivesUp);
    let ten = users.build().unwrap().get_user_info("at").await;
    assert_eq!(deadline(ten), Duration::from_secs(10));

    let management = ManagementClient::builder("tenant.test")
        .token("at")
        .transport(GivesUp)
        .build()
        .unwrap();
    let get = GetUser::new("auth0|1");
    let sixty = management.send(&get).await;
    assert_eq!(deadline(sixty), Duration::from_secs(60));
    let options = RequestOptions::new().timeout(Duration::from_secs(7));
    let seven = management.with(options).send(&get).await;
    assert_eq!(deadline(seven), Duration::from_secs(7));
}

/// A transport that loses this many connections before it has an answer.
struct Loses(AtomicUsize);

impl Transport for Loses {
    fn send(&self, _: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        let left = self.0.load(Ordering::SeqCst);
        self.0.store(left.saturating_sub(1), Ordering::SeqCst);
        let answer = match left {
            0 => TransportErrorKind::Connect, // told at once, because nobody is there
            _ => TransportErrorKind::Disconnected,
        };
        Box::pin(std::future::ready(Err(TransportError::new(answer, "lost"))))
    }
}

#[tokio::test]
async fn a_lost_connection_is_tried_again_when_that_is_asked_for() {
    for (policy, ended_by) in [
        (RetryPolicy::never(), TransportErrorKind::Disconnected),
        (
            RetryPolicy::authentication().max_retries(1),
            TransportErrorKind::Connect,
        ),
    ] {
        let client = AuthenticationClient::builder("tenant.test")
            .client_id("CID")
            .client_secret("SEC")
            .transport(Loses(AtomicUsize::new(1)))
            .retry(policy)
            .build()
            .unwrap();
        match failure(&client).await {
            Error::Transport(error) => assert_eq!(error.kind(), ended_by),
            error => panic!("another error: {error}"),
        }
    }
}

#[tokio::test]
async fn a_program_can_introduce_itself_to_the_server_too() {
    let server = Server::answering([tokens()]).await;
    let options = RequestOptions::new().header("user-agent", "node.js/20.20.2");
    call(&server.client().with(options)).await;
    assert_eq!(server.last().header("user-agent"), Some("node.js/20.20.2"));
}

fn too_many() -> Answer {
    Answer::json(429, json!({ "error": "too_many_requests" })).header("retry-after", "0")
}

#[tokio::test]
async fn a_login_is_not_tried_again_unless_asked() {
    let server = Server::answering([too_many()]).await;
    let error = failure(&server.client()).await;
    assert_eq!(server.recorded().len(), 1);
    assert_eq!(error.status().unwrap(), 429);
    assert_eq!(error.retry_after(), Some(Duration::ZERO));
    assert!(error.is_retryable());
}

#[tokio::test]
async fn three_retries_follow_a_429_when_asked_and_the_last_answer_is_told() {
    let server = Server::answering([too_many()]).await;
    let options = RequestOptions::new().retry(RetryPolicy::authentication());
    let error = failure(&server.client().with(options)).await;
    let bodies: Vec<_> = server
        .recorded()
        .into_iter()
        .map(|recorded| recorded.body)
        .collect();
    assert_eq!(bodies.len(), 4);
    assert!(
        bodies
            .iter()
            .all(|body| *body == bodies[0] && !body.is_empty())
    );
    assert_eq!(error.api().unwrap().error(), Some("too_many_requests"));
}

#[tokio::test]
async fn userinfo_is_tried_again_without_asking() {
    let user = Answer::json(200, json!({ "sub": "auth0|1" }));
    let server = Server::answering([too_many(), user]).await;
    let user = server.user_info().get_user_info("at").await.unwrap();
    assert_eq!(user.sub, "auth0|1");
    assert_eq!(server.recorded().len(), 2);
}

#[tokio::test]
async fn a_transport_of_ones_own_sees_everything() {
    struct Logged {
        inner: ReqwestTransport,
        lines: std::sync::mpsc::SyncSender<String>,
    }
    impl Transport for Logged {
        fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
            let body = request.body.as_bytes().unwrap();
            let line = format!("{} {} {body:?}", request.method, request.url.path());
            self.lines.send(line).unwrap();
            self.inner.send(request)
        }
    }
    let server = Server::answering([Answer::json(200, json!({ "_id": "1" }))]).await;
    let (lines, seen) = std::sync::mpsc::sync_channel(9);
    let inner = ReqwestTransport::new().unwrap();
    let client = AuthenticationClient::builder("tenant.test")
        .base_url(&server.url)
        .transport(Logged { inner, lines })
        .client_id("CID")
        .build()
        .unwrap();
    client
        .database()
        .sign_up(&SignUp::new("e@x", "p", "c"))
        .await
        .unwrap();
    let line = seen.try_recv().unwrap();
    assert!(
        line.starts_with("POST /dbconnections/signup b\"{"),
        "{line}"
    );
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = Server::answering([tokens()]).await;
    let location = format!("{}/oauth/token", elsewhere.url);
    let server = Server::answering([Answer::text(307, "").header("location", location)]).await;
    assert_eq!(failure(&server.client()).await.status().unwrap(), 307);
    assert_eq!(elsewhere.recorded().len(), 0);
}

#[test]
fn a_domain_is_checked_when_the_client_is_built() {
    for domain in ["https://tenant.test", "tenant.test/"] {
        let built = AuthenticationClient::builder(domain).build();
        assert!(
            matches!(built, Err(Error::Argument(ArgumentError::Domain(_)))),
            "{domain}"
        );
    }
    let built = AuthenticationClient::builder("").build();
    assert_eq!(built.unwrap_err().to_string(), "Must provide a domain");
}

#[test]
fn nothing_secret_shows_in_debug_output() {
    let client = AuthenticationClient::builder("tenant.test")
        .client_id("CID")
        .client_secret("hidden-1")
        .header("x-api-key", "hidden-2")
        .build()
        .unwrap();
    let mut grant = PasswordGrant::new("u", "hidden-3");
    grant.extra.insert("otp".into(), "hidden-4".into());
    let options = RequestOptions::new()
        .header("authorization", "hidden-5")
        .query("t", "hidden-6");
    let shown = format!("{client:?} {grant:?} {options:?}");
    assert!(!shown.contains("hidden"), "{shown}");
}
