//! What the log of a gateway says, and what it never says.

use std::cell::RefCell;
use std::io::Write;
use std::sync::Once;

use doorward_gateway::config::LogLevel;
use doorward_gateway::{Clock, JsonLog};
use doorward_tenant::{DEMO_EMAIL, DEMO_PASSWORD};
use serde_json::{Value, json};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::gateway::{TestGateway, cookie_of};
use crate::installation::{Installation, WEB};

thread_local! {
    /// What was logged on this thread, which is what one test logged.
    static WRITTEN: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

struct OwnThread;

impl Write for OwnThread {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        WRITTEN.with_borrow_mut(|written| written.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Begins to log. One log for the whole program: whether a place in the code is heard at all is
/// remembered for all threads.
fn log() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let log = JsonLog::new(OwnThread, LogLevel::Trace, Clock::default());
        tracing::subscriber::set_global_default(tracing_subscriber::registry().with(log))
            .expect("the only log");
    });
    WRITTEN.with_borrow_mut(Vec::clear);
}

fn text() -> String {
    WRITTEN.with_borrow(|written| String::from_utf8(written.clone()).expect("UTF-8"))
}

fn lines() -> Vec<Value> {
    text()
        .lines()
        .map(|line| serde_json::from_str(line).expect("a JSON line"))
        .collect()
}

#[tokio::test]
async fn g_105_each_request_has_its_line() {
    let gateway = TestGateway::start().await;
    log();
    let headers = [
        ("x-request-id", "r-1"),
        ("x-forwarded-for", "1.2.3.4"),
        ("x-forwarded-host", "f"),
        ("user-agent", "t"),
        ("host", "h:80"),
    ];
    gateway.get("/users/active?code=x", &headers).await;
    gateway.get("/-/healthz", &[]).await;
    let [incoming, line] = lines().try_into().expect("two lines");
    assert_eq!(
        (&incoming["level"], &incoming["msg"]),
        (&json!(10), &json!("incoming request"))
    );
    assert!(line["time"].as_i64().expect("a time") > 1_700_000_000_000);
    assert!(line["responseTime"].as_f64().expect("a duration") >= 0.0);
    for (pointer, value) in [
        ("/level", json!(30)),
        ("/msg", json!("request completed")),
        ("/reqId", json!("r-1")),
        ("/http/request/method", json!("GET")),
        ("/http/request/userAgent/original", json!("t")),
        ("/http/response/statusCode", json!(200)),
        ("/http/response/body/bytes", json!(2)),
        ("/url/path", json!("/users/active")),
        ("/host/hostname", json!("h")),
        ("/host/forwardedHost", json!("f")),
        ("/host/ip", json!("1.2.3.4")),
    ] {
        assert_eq!(line.pointer(pointer), Some(&value), "{pointer} {line}");
    }
}

#[tokio::test]
async fn g_105_a_line_names_its_request_however_little_is_logged() {
    let gateway = TestGateway::start().await;
    log();
    let quiet = JsonLog::new(OwnThread, LogLevel::Error, Clock::default());
    let _until_the_end = tracing_subscriber::registry().with(quiet).set_default();
    gateway.tenant.set_down(true);
    let body = json!({ "grant_type": "password", "username": "a", "password": "right" });
    let answer = gateway
        .post("/oauth/token", &[("x-request-id", "r-2")], &body)
        .await;
    assert_eq!(answer.error().0, 500);
    let [line] = lines().try_into().expect("one line");
    assert_eq!(
        (&line["level"], &line["reqId"]),
        (&json!(50), &json!("r-2"))
    );
}

#[tokio::test]
async fn g_106_no_secret_is_logged_at_any_level() {
    log();
    let gateway = TestGateway::start().await;
    let mut secrets = vec![
        "client-secret".to_owned(),
        "management-secret".to_owned(),
        "p4ssword".to_owned(),
        "guessed-code".to_owned(),
    ];
    let state = gateway.begin("spa", "redirect=/home").await;
    let tokens = gateway
        .post(
            "/oauth/token",
            &[],
            &json!({ "code": "good", "state": state }),
        )
        .await
        .json();
    secrets.push(state);
    for name in ["accessToken", "refreshToken", "idToken"] {
        secrets.push(tokens[name].as_str().expect("a token").to_owned());
    }
    let cookie = cookie_of(&gateway.login("web").await);
    secrets.push(cookie.clone());
    gateway.advance(3600);
    gateway.get("/userinfo", &[("cookie", &cookie)]).await;
    gateway.tenant.set_down(true);
    gateway
        .form(
            "/oauth/token",
            &[],
            "grant_type=password&username=u&password=p4ssword",
        )
        .await;
    gateway
        .post(
            "/oauth/token",
            &[],
            &json!({ "code": "guessed-code", "state": "guessed-state" }),
        )
        .await;
    gateway
        .post("/refreshtoken", &[("cookie", &cookie)], &json!({}))
        .await;
    gateway.get("/users?email=x", &[]).await;
    gateway
        .get("/logout?code=guessed-code", &[("cookie", &cookie)])
        .await;
    let text = text();
    assert!(lines().iter().any(|line| line["level"] == 50), "{text}");
    assert!(
        lines().iter().any(|line| line["msg"] == "incoming request"),
        "{text}"
    );
    for secret in secrets {
        assert!(!text.contains(&secret), "{secret} in {text}");
    }
}

#[tokio::test]
async fn g_106_nor_is_one_that_the_tenant_gave() {
    log();
    let installation = Installation::start().await;
    let demo = installation.tenant.bootstrap();
    let secret = demo.applications[0].client_secret.as_ref();
    let mut secrets = vec![
        DEMO_PASSWORD.to_owned(),
        "guessed-p4ssword".to_owned(),
        "guessed-code".to_owned(),
        secret.expect("a secret").as_str().to_owned(),
        demo.management.client_secret.as_str().to_owned(),
    ];
    let mut body = installation
        .code("redirect=/home", ("client-type", "manager"))
        .await;
    let tokens = installation
        .call("POST", "/oauth/token", &[], &body)
        .await
        .json();
    for name in ["code", "state"] {
        secrets.push(body[name].as_str().expect("a text").to_owned());
    }
    for name in ["accessToken", "refreshToken", "idToken"] {
        secrets.push(tokens[name].as_str().expect("a token").to_owned());
    }
    let renewed = installation
        .refresh(&tokens["accessToken"], &tokens["refreshToken"])
        .await;
    for name in ["accessToken", "refreshToken"] {
        let token = &renewed.json()[name];
        secrets.push(token.as_str().expect("a token").to_owned());
    }
    let cookie = installation.cookie().await;
    secrets.push(cookie.clone());
    let headers = [WEB, ("cookie", cookie.as_str())];
    installation.pass(25);
    assert_eq!(installation.get("/userinfo", &headers).await.status, 200);
    installation.password(DEMO_EMAIL, "guessed-p4ssword").await;
    body["code"] = json!("guessed-code");
    installation.call("POST", "/oauth/token", &[], &body).await;
    let user = json!({ "email": "ada@example.com", "password": "guessed-p4ssword" });
    installation.call("POST", "/users", &[], &user).await;
    installation.get("/users?email=x", &[]).await;
    installation.way.cut(true);
    installation.password(DEMO_EMAIL, DEMO_PASSWORD).await;
    installation
        .get("/logout?code=guessed-code", &headers)
        .await;
    let text = text();
    for level in [10, 30, 50] {
        assert!(
            lines().iter().any(|line| line["level"] == level),
            "{level}: {text}"
        );
    }
    for secret in secrets {
        assert!(!text.contains(&secret), "{secret} in {text}");
    }
}
