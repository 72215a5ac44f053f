//! One-time codes and magic links.

use doorward_tenant::{Location, Settings};
use futures_util::future::join_all;
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::{authorize, log_in};
use crate::support::{Answer, Browser, DOMAIN, TestTenant, claims};

pub(super) const ADDRESS: &str = "grace@example.com";

pub(super) async fn start(tenant: &TestTenant, more: Value) -> Answer {
    let app = &tenant.bootstrap.applications[0];
    let mut body = json!({
        "client_id": app.client_id, "client_secret": app.client_secret,
        "connection": "email", "email": ADDRESS, "send": "code",
    });
    for (name, value) in more.as_object().unwrap() {
        body[name] = value.clone();
    }
    tenant.post_json("/passwordless/start", body).await
}

pub(super) async fn redeem(tenant: &TestTenant, realm: &str, username: &str, otp: &str) -> Answer {
    let app = &tenant.bootstrap.applications[0];
    let form = [
        (
            "grant_type",
            "http://auth0.com/oauth/grant-type/passwordless/otp",
        ),
        ("client_id", app.client_id.as_str()),
        ("client_secret", app.client_secret.as_deref().unwrap()),
        ("realm", realm),
        ("username", username),
        ("otp", otp),
        ("scope", "openid email"),
    ];
    tenant.post_form("/oauth/token", &form).await
}

pub(super) async fn code(tenant: &TestTenant, to: &str) -> String {
    tenant.message(to).await["code"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn a_code_by_email_logs_in_once() {
    let tenant = TestTenant::start().await;
    let started = start(&tenant, json!({})).await;
    assert_eq!(started.status, 200, "{}", started.text);
    assert_eq!(started.json()["email"], ADDRESS);
    assert_eq!(started.json()["email_verified"], false);
    assert_eq!(started.json()["_id"].as_str().unwrap().len(), 24);
    let code = code(&tenant, ADDRESS).await;
    let answer = redeem(&tenant, "email", ADDRESS, &code).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let id_token = claims(answer.json()["id_token"].as_str().unwrap());
    assert_eq!(id_token["email_verified"], true);
    assert!(id_token["sub"].as_str().unwrap().starts_with("email|"));
    let again = redeem(&tenant, "email", ADDRESS, &code).await;
    assert_eq!(again.status, 403);
    assert_eq!(
        again.json()["error_description"],
        "Wrong email or verification code."
    );
    assert_eq!(
        start(&tenant, json!({})).await.json()["email_verified"],
        true
    );
}

#[tokio::test]
async fn a_code_by_text_message_logs_in() {
    let tenant = TestTenant::start().await;
    let number = "+4915112345678";
    let sms = json!({"connection": "sms", "email": null, "phone_number": number});
    assert_eq!(start(&tenant, sms).await.json()["phone_number"], number);
    let message = tenant.message(number).await;
    assert_eq!(message["channel"], "sms");
    let wrong = redeem(&tenant, "sms", number, "x").await;
    assert_eq!(
        wrong.json()["error_description"],
        "Wrong phone number or verification code."
    );
    let answer = redeem(&tenant, "sms", number, message["code"].as_str().unwrap()).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

#[tokio::test]
async fn a_code_dies_of_age_of_three_wrong_tries_and_of_its_successor() {
    let tenant = TestTenant::start().await;
    start(&tenant, json!({})).await;
    let old = code(&tenant, ADDRESS).await;
    tenant.clock.advance(SignedDuration::from_secs(181));
    let expired = redeem(&tenant, "email", ADDRESS, &old).await.json();
    assert_eq!(
        expired["error_description"],
        "The verification code has expired. Please try to login again."
    );
    start(&tenant, json!({})).await;
    let second = code(&tenant, ADDRESS).await;
    for _ in 0..3 {
        assert_eq!(redeem(&tenant, "email", ADDRESS, "000").await.status, 403);
    }
    let dead = redeem(&tenant, "email", ADDRESS, &second).await.json();
    assert_eq!(
        dead["error_description"],
        "You've reached the maximum number of attempts. Please try to login again."
    );
    tenant.clock.advance(SignedDuration::from_secs(1));
    start(&tenant, json!({})).await;
    let third = code(&tenant, ADDRESS).await;
    assert_eq!(redeem(&tenant, "email", ADDRESS, &third).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_burst_of_guesses_kills_the_code_as_three_do() {
    let tenant = TestTenant::start().await;
    start(&tenant, json!({})).await;
    let code = code(&tenant, ADDRESS).await;
    let guesses = (0..30).map(|_| redeem(&tenant, "email", ADDRESS, "000"));
    let told = join_all(guesses).await;
    let wrong = told
        .iter()
        .filter(|answer| answer.text.contains("Wrong email or verification code."));
    assert_eq!(wrong.count(), 3);
    let dead = redeem(&tenant, "email", ADDRESS, &code).await.json();
    assert_eq!(
        dead["error_description"],
        "You've reached the maximum number of attempts. Please try to login again."
    );
}

#[tokio::test]
async fn nobody_is_flooded_with_codes() {
    let tenant = TestTenant::start().await;
    for _ in 0..50 {
        assert_eq!(start(&tenant, json!({})).await.status, 200);
    }
    let refused = start(&tenant, json!({})).await;
    assert_eq!(refused.status, 429);
    assert_eq!(refused.json()["error"], "too_many_requests");
    assert_eq!(refused.headers["retry-after"], "72");
    let other = json!({ "email": "ada@example.com" });
    assert_eq!(start(&tenant, other).await.status, 200);
}

#[tokio::test]
async fn a_magic_link_logs_in_once_in_any_browser() {
    let tenant = TestTenant::start().await;
    let callback = tenant.bootstrap.applications[0].callbacks[0].clone();
    let parameters = json!({"send": "link", "authParams": {
        "scope": "openid offline_access", "redirect_uri": callback,
        "response_type": "code", "state": "s+1",
    }});
    assert_eq!(start(&tenant, parameters).await.status, 200);
    let link = tenant.message(ADDRESS).await["link"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = link.strip_prefix("https://tenant.example").unwrap();
    let mut browser = Browser::new(&tenant);
    // As programs do that look through mail.
    assert_eq!(browser.head(path).await.status, 200);
    let back = browser.get(path).await;
    assert!(
        back.location().starts_with(&callback),
        "{}",
        back.location()
    );
    assert_eq!(back.parameter("state").as_deref(), Some("s+1"));
    let app = &tenant.bootstrap.applications[0];
    let code = back.parameter("code").unwrap();
    let form = [
        ("grant_type", "authorization_code"),
        ("client_id", app.client_id.as_str()),
        ("client_secret", app.client_secret.as_deref().unwrap()),
        ("code", code.as_str()),
        ("redirect_uri", callback.as_str()),
    ];
    let tokens = tenant.post_form("/oauth/token", &form).await;
    assert_eq!(tokens.status, 200, "{}", tokens.text);
    assert!(tokens.json().get("refresh_token").is_none());
    assert_eq!(Browser::new(&tenant).get(path).await.status, 400);
}

#[tokio::test]
async fn a_link_cannot_be_bent_to_another_application() {
    let tenant = TestTenant::start().await;
    let callback = tenant.bootstrap.applications[0].callbacks[0].clone();
    let evil = json!({"send": "link", "authParams": {"redirect_uri": "https://evil.example"}});
    start(&tenant, evil).await;
    let link = tenant.message(ADDRESS).await["link"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = link.strip_prefix("https://tenant.example").unwrap();
    assert_eq!(tenant.get(path).await.status, 403);
    tenant.clock.advance(SignedDuration::from_secs(1));
    let good = json!({"send": "link", "authParams": {"redirect_uri": callback}});
    start(&tenant, good).await;
    let link = tenant.message(ADDRESS).await["link"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = link.strip_prefix("https://tenant.example").unwrap();
    let bent = path.replace("localhost", "evil.example");
    let back = tenant.get(&bent).await;
    assert!(
        back.location().starts_with(&callback),
        "{}",
        back.location()
    );
}

#[tokio::test]
async fn bad_starts_are_told_apart() {
    let tenant = TestTenant::start().await;
    let cases = [
        (
            json!({"client_id": null}),
            400,
            "bad.client_id",
            "Missing required property: client_id",
        ),
        (
            json!({"connection": null}),
            400,
            "bad.connection",
            "Missing required property: connection",
        ),
        (
            json!({"connection": "no"}),
            400,
            "bad.connection",
            "Connection does not exist",
        ),
        (
            json!({"email": null}),
            400,
            "bad.email",
            "Missing required property: email",
        ),
        (
            json!({"email": "x"}),
            400,
            "bad.email",
            "error in email - email format validation failed: x",
        ),
        (
            json!({"connection": "sms"}),
            400,
            "bad.phone_number",
            "Missing required property: phone_number",
        ),
        (
            json!({"authParams": "x"}),
            400,
            "bad.authParams",
            "error in authParams - invalid type: string (expected object)",
        ),
        (
            json!({"extra": 1}),
            400,
            "bad.request",
            "the following properties are not allowed: extra",
        ),
        (
            json!({"client_secret": null}),
            401,
            "invalid_client",
            "Client authentication is required",
        ),
        (
            json!({"client_secret": "wrong"}),
            401,
            "access_denied",
            "Unauthorized",
        ),
    ];
    for (change, status, error, description) in cases {
        let answer = start(&tenant, change.clone()).await;
        assert_eq!(answer.status, status, "{change}: {}", answer.text);
        assert_eq!(answer.json()["error"], error, "{change}");
        assert_eq!(answer.json()["error_description"], description, "{change}");
    }
}

#[tokio::test]
async fn a_text_message_leaves_behind_the_answer_and_again_after_a_failure() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/sms", listener.local_addr().unwrap());
    let data = tempfile::tempdir().unwrap();
    let location = Location::Sqlite(data.path().join("doorward.db"));
    let mut settings = Settings::development(location, DOMAIN, [7; 32]);
    settings.messaging.sms_webhook = Some(url);
    let tenant = TestTenant::start_with(settings, data).await;
    let number = "+4915112345678";
    let sms = json!({"connection": "sms", "email": null, "phone_number": number});
    // Nobody has answered at the webhook yet.
    assert_eq!(start(&tenant, sms).await.status, 200);
    let code = code(&tenant, number).await;
    let failed = take(&listener, "503 Busy").await;
    assert!(
        failed.contains(&format!("\"to\":\"{number}\"")) && failed.contains(&code),
        "{failed}"
    );
    let again = loop {
        // The failure is settled at some moment after its answer; the next try is due a minute later.
        tenant.clock.advance(SignedDuration::from_secs(61));
        let patience = std::time::Duration::from_secs(1);
        if let Ok(again) = tokio::time::timeout(patience, take(&listener, "204 Taken")).await {
            break again;
        }
    };
    assert!(again.contains(&code), "{again}");
}

/// Answers one request of the webhook; its text.
async fn take(listener: &tokio::net::TcpListener, status: &str) -> String {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let (mut stream, _) = listener.accept().await.unwrap();
    let mut heard = String::new();
    let mut buffer = [0; 4096];
    while !heard.ends_with('}') {
        let length = stream.read(&mut buffer).await.unwrap();
        heard.push_str(&String::from_utf8_lossy(&buffer[..length]));
    }
    let answer = format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    stream.write_all(answer.as_bytes()).await.unwrap();
    heard
}

#[tokio::test]
async fn hostile_bodies_are_refused_in_the_usual_form() {
    let tenant = TestTenant::start().await;
    let huge = json!({ "client_id": "x".repeat(100_000) }).to_string();
    let deep = "[".repeat(50_000);
    for body in [
        "",
        "null",
        "[]",
        "{",
        "{\"client_id\": 1}",
        "{\"client_id\": \"\\u0000\"}",
        &deep,
        &huge,
    ] {
        for path in ["/passwordless/start", "/dbconnections/change_password"] {
            let answer = tenant.post_text(path, "application/json", body).await;
            let start: String = body.chars().take(30).collect();
            assert!(
                answer.status.is_client_error(),
                "{path} {start}: {}",
                answer.status
            );
            assert!(
                answer.json()["error"].is_string(),
                "{path} {start}: {}",
                answer.text
            );
        }
    }
}

#[tokio::test]
async fn the_login_page_takes_a_code_too() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let begin = browser
        .get(&authorize(&tenant, &[("connection", "email")]))
        .await;
    let page = begin.location().to_owned();
    assert!(page.starts_with("/u/login/identifier?"), "{page}");
    let form = [("username", ADDRESS), ("action", "default")];
    let next = browser.submit(&page, &form).await.location().to_owned();
    assert!(
        next.starts_with("/u/login/passwordless-email-code?"),
        "{next}"
    );
    let wrong = browser
        .submit(&next, &[("code", "x"), ("action", "default")])
        .await;
    assert!(wrong.text.contains("The code you entered is invalid"));
    let code = code(&tenant, ADDRESS).await;
    let posted = browser
        .submit(&next, &[("code", &code), ("action", "default")])
        .await;
    assert!(browser.follow(posted).await.parameter("code").is_some());
    // A passwordless connection never reuses a session when it is named.
    let again = browser
        .get(&authorize(&tenant, &[("connection", "email")]))
        .await;
    assert!(again.location().starts_with("/u/login/identifier?"));
    log_in(&mut browser, &authorize(&tenant, &[("prompt", "login")])).await;
}

#[tokio::test]
async fn the_page_tells_nobody_who_may_log_in() {
    let tenant = TestTenant::start().await;
    let connection = tenant.bootstrap.connections.email.id.clone();
    let off = json!({ "disable_signup": true });
    tenant.set_options(&connection, off).await;
    for (email, is_blocked) in [("known@example.com", false), ("blocked@example.com", true)] {
        let user = json!({
            "connection": "email", "email": email, "email_verified": true, "blocked": is_blocked,
        });
        let made = tenant.manage("POST", "/users", Some(user)).await;
        assert_eq!(made.status, 201, "{}", made.text);
    }
    let mut told = Vec::new();
    for email in [
        "known@example.com",
        "blocked@example.com",
        "nobody@example.com",
    ] {
        let mut browser = Browser::new(&tenant);
        let asked = authorize(&tenant, &[("connection", "email")]);
        let page = browser.get(&asked).await.location().to_owned();
        let form = [("username", email), ("action", "default")];
        let begun = std::time::Instant::now();
        let next = browser.submit(&page, &form).await.location().to_owned();
        // A code is made and stored in less time than everybody waits.
        assert!(begun.elapsed().as_millis() >= 60, "{email}");
        let mut pages = Vec::new();
        for _ in 0..5 {
            let wrong = [("code", "000000"), ("action", "default")];
            let page = browser.submit(&next, &wrong).await;
            assert_eq!(page.status, 400);
            let text = page.text.split("id=\"error-element-code\"").nth(1).unwrap();
            pages.push(text.split('<').next().unwrap().to_owned());
        }
        told.push(pages);
    }
    assert!(told[0][2].contains("is invalid") && told[0][3].contains("Too many"));
    assert_eq!(told[0], told[1]);
    assert_eq!(told[0], told[2]);
    // What is stored for those who get no code is no code that anybody sends.
    let sent = tenant.message("nobody@example.com").await;
    assert!(sent.is_null(), "{sent}");
}

#[tokio::test]
async fn a_code_counts_for_the_application_that_it_was_sent_for() {
    let tenant = TestTenant::start().await;
    let grant_type = "http://auth0.com/oauth/grant-type/passwordless/otp";
    let other = json!({
        "name": "Other", "app_type": "regular_web", "grant_types": [grant_type],
        "token_endpoint_auth_method": "none",
    });
    let made = tenant.manage("POST", "/clients", Some(other)).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let client_id = made.json()["client_id"].as_str().unwrap().to_owned();
    let path = format!(
        "/connections/{}/clients",
        tenant.bootstrap.connections.email.id
    );
    let change = json!([{ "client_id": client_id, "status": true }]);
    let enabled = tenant.manage("PATCH", &path, Some(change)).await;
    assert_eq!(enabled.status, 204, "{}", enabled.text);
    start(&tenant, json!({})).await;
    let code = code(&tenant, ADDRESS).await;
    let form = [
        ("grant_type", grant_type),
        ("client_id", client_id.as_str()),
        ("realm", "email"),
        ("username", ADDRESS),
        ("otp", code.as_str()),
    ];
    let elsewhere = tenant.post_form("/oauth/token", &form).await;
    assert_eq!(elsewhere.status, 403, "{}", elsewhere.text);
    let told = &elsewhere.json()["error_description"];
    assert_eq!(told, "Wrong email or verification code.");
    let answer = redeem(&tenant, "email", ADDRESS, &code).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}
