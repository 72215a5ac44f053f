//! How much callers are told is left, and what those get who want more.

use axum::body::Body;
use axum::http::{Request, header};
use doorward_tenant::{Limits, Settings};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::support::{Answer, DOMAIN, TestTenant};

/// A tenant with Auth0's limits, in which time stands still between two calls of [`Limited::wait`].
struct Limited {
    tenant: TestTenant,
    now: Timestamp,
}

impl Limited {
    async fn start() -> Self {
        let data = tempfile::tempdir().unwrap();
        let location = crate::support::location(data.path()).await;
        let mut settings = Settings::development(location, DOMAIN, [7; 32]);
        settings.limits = Limits::Auth0;
        let tenant = TestTenant::start_with(settings, data).await;
        let now = tenant.clock.now();
        Self { tenant, now }
    }

    /// Lets all limits recover.
    fn wait(&mut self) {
        self.now += SignedDuration::from_hours(1);
    }

    /// Sends the same again and again: how many were served, and the first refusal. Requests take as long as they
    /// take, and the clock is set back between them, so that it may be some more or less than the limit.
    async fn exhaust(&self, send: impl AsyncFn(&TestTenant) -> Answer) -> (usize, Answer) {
        for served in 0..400 {
            self.tenant.clock.set(self.now);
            let answer = send(&self.tenant).await;
            if answer.status == 429 {
                return (served, answer);
            }
        }
        panic!("nothing was refused");
    }
}

fn number(answer: &Answer, name: &str) -> i64 {
    let value = answer.headers.get(name);
    let value = value.unwrap_or_else(|| panic!("no {name}: {}", answer.text));
    value.to_str().unwrap().parse().unwrap()
}

/// Asserts the headers of a refusal.
#[track_caller]
fn refuses(answer: &Answer, limit: i64, content_type: &str) {
    assert_eq!(number(answer, "x-ratelimit-limit"), limit);
    assert_eq!(number(answer, "x-ratelimit-remaining"), 0);
    assert!(number(answer, "retry-after") >= 1);
    assert_eq!(answer.headers[header::CONTENT_TYPE], content_type);
}

const TEXT: &str = "text/plain; charset=utf-8";

#[tokio::test]
async fn answers_of_all_kinds_tell_what_is_left() {
    let tenant = TestTenant::start().await;
    for path in [
        "/.well-known/jwks.json",
        "/.well-known/openid-configuration",
        "/pem",
        "/userinfo",
        "/authorize",
        "/u/login",
        "/v2/logout",
        "/api/v2/users",
    ] {
        let answer = tenant.get(path).await;
        assert_eq!(number(&answer, "x-ratelimit-limit"), 1000, "{path}");
        assert!((0..1000).contains(&number(&answer, "x-ratelimit-remaining")));
        let until_reset = number(&answer, "x-ratelimit-reset") - tenant.clock.now().as_second();
        assert!(until_reset <= 2, "{path}: {until_reset}");
        assert!(!answer.headers.contains_key(header::RETRY_AFTER), "{path}");
    }
    // The messages of one mailbox are limited always.
    let body = json!({
        "connection": tenant.bootstrap.connections.database.name, "email": "ada@example.com",
    });
    let answer = tenant.post_json("/dbconnections/change_password", body);
    assert_eq!(number(&answer.await, "x-ratelimit-limit"), 10);
}

#[tokio::test]
async fn nothing_but_messages_is_refused_without_auth0s_limits() {
    let tenant = TestTenant::start().await;
    let now = tenant.clock.now();
    for _ in 0..1100 {
        tenant.clock.set(now);
        let answer = tenant.get("/.well-known/jwks.json").await;
        assert_eq!(answer.status, 200);
    }
    tenant.clock.set(now);
    let answer = tenant.post_form("/oauth/token", &[]).await;
    assert_eq!(answer.status, 400);
    assert!(!answer.headers.contains_key(header::RETRY_AFTER));
}

#[tokio::test]
async fn endpoints_refuse_each_in_its_form() {
    let mut limited = Limited::start().await;
    let keys = async |tenant: &TestTenant| tenant.get("/.well-known/jwks.json").await;
    let (served, refusal) = limited.exhaust(keys).await;
    assert!(served >= 10, "{served}");
    refuses(&refusal, 20, TEXT);
    assert_eq!(refusal.text, "Rate limit exceed");

    // The log tells both, in the order of their moments.
    limited.wait();
    let token = async |tenant: &TestTenant| tenant.post_form("/oauth/token", &[]).await;
    let (served, refusal) = limited.exhaust(token).await;
    assert!(served >= 15, "{served}");
    refuses(&refusal, 30, "application/json");
    let reached = json!({
        "error": "too_many_requests", "error_description": "Global limit has been reached",
    });
    assert_eq!(refusal.json(), reached);

    limited.wait();
    let sign_up = async |tenant: &TestTenant| {
        let path = "/dbconnections/signup";
        tenant.post_json(path, json!({})).await
    };
    let (served, refusal) = limited.exhaust(sign_up).await;
    assert!(served >= 25, "{served}");
    refuses(&refusal, 50, "application/json");
    assert_eq!(refusal.json(), reached);
    // The page counts with it.
    let page = async |tenant: &TestTenant| tenant.post_form("/u/signup", &[]).await;
    let (_, page) = limited.exhaust(page).await;
    refuses(&page, 50, "text/html; charset=utf-8");

    limited.wait();
    let page = async |tenant: &TestTenant| tenant.get("/u/login").await;
    let (served, refusal) = limited.exhaust(page).await;
    assert!(served >= 150, "{served}");
    refuses(&refusal, 300, "text/html; charset=utf-8");
    assert!(refusal.text.contains("Too many requests"));
    assert!(
        refusal
            .headers
            .contains_key(header::CONTENT_SECURITY_POLICY)
    );
    // All of the Authentication API shares this one, and keys do not.
    let userinfo = async |tenant: &TestTenant| tenant.get("/userinfo").await;
    let (_, userinfo) = limited.exhaust(userinfo).await;
    refuses(&userinfo, 300, TEXT);
    let discovery =
        async |tenant: &TestTenant| tenant.get("/.well-known/openid-configuration").await;
    let (_, discovery) = limited.exhaust(discovery).await;
    assert_eq!(discovery.json(), reached);
    assert_eq!(keys(&limited.tenant).await.status, 200);

    limited.wait();
    limited.tenant.clock.set(limited.now);
    let logged = limited
        .tenant
        .manage("GET", "/logs?q=type:api_limit", None)
        .await;
    let logged = logged.json();
    let told: Vec<(&Value, &Value)> = logged
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| {
            (
                &entry["details"]["limit"]["limit"],
                &entry["details"]["request"]["path"],
            )
        })
        .collect();
    let expected = [
        (&json!(300), &json!("/u/login")),
        (&json!(50), &json!("/dbconnections/signup")),
        (&json!(30), &json!("/oauth/token")),
        (&json!(20), &json!("/.well-known/jwks.json")),
    ];
    assert_eq!(told, expected, "one entry a minute for each limit");

    limited.wait();
    limited.tenant.clock.set(limited.now);
    let warned = "/logs?q=type:api_limit_warning";
    let warned = limited.tenant.manage("GET", warned, None).await.json();
    let limits = warned.as_array().unwrap().iter();
    let mut limits: Vec<i64> = limits
        .map(|entry| {
            assert!(entry["details"].get("response").is_none());
            entry["details"]["limit"]["limit"].as_i64().unwrap()
        })
        .collect();
    limits.sort_unstable();
    limits.dedup();
    assert_eq!(limits, [20, 30, 50, 300]);
}

#[tokio::test]
async fn a_user_is_shown_ten_times_and_then_five_times_a_minute() {
    let mut limited = Limited::start().await;
    let app = &limited.tenant.bootstrap.applications[0];
    let form = [
        ("grant_type", "password"),
        ("client_id", app.client_id.as_str()),
        ("client_secret", app.client_secret.as_deref().unwrap()),
        ("username", doorward_tenant::DEMO_EMAIL),
        ("password", doorward_tenant::DEMO_PASSWORD),
        ("scope", "openid"),
    ];
    let answer = limited.tenant.post_form("/oauth/token", &form).await.json();
    let token = answer["access_token"].as_str().unwrap().to_owned();
    let ask = async |tenant: &TestTenant| {
        let request = Request::get("/userinfo")
            .header(header::HOST, DOMAIN)
            .header(header::AUTHORIZATION, format!("Bearer {token}"));
        tenant.send(request.body(Body::empty()).unwrap()).await
    };
    limited.tenant.clock.set(limited.now);
    let first = ask(&limited.tenant).await;
    assert_eq!(first.status, 200, "{}", first.text);
    assert_eq!(number(&first, "x-ratelimit-limit"), 10);
    let (served, refusal) = limited.exhaust(ask).await;
    assert!(served >= 5, "{served}");
    refuses(&refusal, 10, TEXT);
    assert_eq!(refusal.text, "Rate limit exceed");
    limited.now += SignedDuration::from_secs(20);
    let (served, _) = limited.exhaust(ask).await;
    assert!(served >= 1, "{served}");
}
