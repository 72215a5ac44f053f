//! What the tenant's log tells of a login.

use axum::body::Body;
use axum::http::{Request, header};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::{EMAIL, PASSWORD, VERIFIER, authorize, credentials, exchange, log_in};
use crate::support::{Browser, DOMAIN, TestTenant, encode};

/// The newest log entry of a type.
async fn entry(tenant: &TestTenant, kind: &str) -> Value {
    let path = format!("/logs?q=type:{kind}");
    let entries = tenant.manage("GET", &path, None).await.json();
    entries[0].clone()
}

#[tokio::test]
async fn a_login_and_its_code_tell_the_user_and_the_connection() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let back = log_in(&mut browser, &authorize(&tenant, &[])).await;
    let code = back.parameter("code").unwrap();
    assert_eq!(exchange(&tenant, &code, VERIFIER).await.status, 200);
    browser
        .get(&authorize(&tenant, &[("prompt", "none")]))
        .await;
    let database = &tenant.bootstrap.connections.database;
    for kind in ["s", "ssa", "seacft"] {
        let entry = entry(&tenant, kind).await;
        for (member, expected) in [
            ("user_name", EMAIL),
            ("connection", &database.name),
            ("connection_id", &database.id),
            ("strategy", "auth0"),
            ("strategy_type", "database"),
            ("client_name", "Default SPA"),
        ] {
            assert_eq!(entry[member], expected, "{kind} {member}");
        }
    }
    let login = entry(&tenant, "s").await;
    assert_eq!(login["details"]["stats"], json!({ "loginsCount": 1 }));
    assert!(login["details"]["session_id"].is_string());
    assert_eq!(
        login["details"]["prompts"][0]["name"],
        "prompt-authenticate"
    );
    let shown = entry(&tenant, "seacft").await["details"]["code"].clone();
    assert_eq!(shown, format!("*************{}", &code[code.len() - 3..]));
}

#[tokio::test]
async fn a_sign_up_is_told_without_its_password() {
    let tenant = TestTenant::start().await;
    let app = tenant.bootstrap.applications[1].client_id.clone();
    let account = json!({
        "client_id": app, "connection": tenant.bootstrap.connections.database.name,
        "email": "new@example.com", "password": "correct-Horse-7",
    });
    tenant.post_json("/dbconnections/signup", account).await;
    let entry = entry(&tenant, "ss").await;
    let body = &entry["details"]["body"];
    assert_eq!(body["email"], "new@example.com");
    assert_eq!(body["password"], "*****");
    assert!(!entry.to_string().contains("correct-Horse-7"));
}

#[tokio::test]
async fn what_an_application_calls_its_journey_ties_the_entries_of_a_login_together() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let sdk = json!({ "name": "auth0-spa-js", "version": "2.1.3" });
    let encoded = BASE64_STANDARD.encode(sdk.to_string());
    let more = [
        ("correlation_id", "order 7"),
        ("auth0Client", encoded.as_str()),
    ];
    let start = browser.get(&authorize(&tenant, &more)).await;
    let page = start.location().to_owned();
    tenant.clock.advance(SignedDuration::from_secs(5));
    browser.submit(&page, &credentials("wrong-Horse-7")).await;
    let posted = browser.submit(&page, &credentials(PASSWORD)).await;
    let back = browser.follow(posted).await;
    assert!(back.parameter("code").is_some());
    for kind in ["fp", "s"] {
        let entry = entry(&tenant, kind).await;
        let references = json!({ "correlation_id": "order 7" });
        assert_eq!(entry["references"], references, "{kind}");
        assert_eq!(entry["auth0_client"], sdk, "{kind}");
        assert!(entry["identity_user_id"].is_string(), "{kind}");
    }
    let details = entry(&tenant, "s").await["details"].clone();
    let [initiated, completed, elapsed] = ["initiatedAt", "completedAt", "elapsedTime"]
        .map(|member| details[member].as_i64().unwrap());
    assert!(
        elapsed >= 5_000 && initiated + elapsed == completed,
        "{details}"
    );
    assert_eq!(details["prompts"][1]["initiatedAt"], initiated);
    assert_eq!(details["prompts"][1]["user_name"], EMAIL);
}

#[tokio::test]
async fn a_refused_request_is_told_without_what_is_secret_in_it() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let elsewhere = [
        ("redirect_uri", "https://evil.example/"),
        ("state", "secret-state"),
        ("login_hint", "ada@example.com"),
    ];
    browser.get(&authorize(&tenant, &elsewhere)).await;
    let mismatch = entry(&tenant, "f").await;
    let error = &mismatch["details"]["error"];
    assert_eq!(error["type"], "callback-url-mismatch");
    assert_eq!(error["message"], mismatch["description"]);
    let qs = &mismatch["details"]["qs"];
    assert_eq!(qs["redirect_uri"], "https://evil.example/");
    assert_eq!(qs["response_type"], "code");
    let told = mismatch.to_string();
    assert!(
        !told.contains("secret-state") && !told.contains("ada@"),
        "{told}"
    );

    browser
        .get(&authorize(&tenant, &[("prompt", "none")]))
        .await;
    let silent = entry(&tenant, "fsa").await;
    assert_eq!(silent["details"]["error"]["oauthError"], "login_required");
    browser
        .get(&authorize(&tenant, &[("max_age", "soon")]))
        .await;
    let refused = entry(&tenant, "f").await;
    assert_eq!(refused["details"]["error"]["type"], "oauth-authorization");
    assert_eq!(refused["details"]["error"]["oauthError"], "invalid_request");
    assert_eq!(refused["details"]["qs"]["max_age"], "soon");
}

#[tokio::test]
async fn a_sign_up_that_nobody_may_make_is_told_too() {
    let tenant = TestTenant::start().await;
    let database = &tenant.bootstrap.connections.database;
    let off = json!({ "options": { "disable_signup": true } });
    let path = format!("/connections/{}", database.id);
    assert_eq!(tenant.manage("PATCH", &path, Some(off)).await.status, 200);
    let app = tenant.bootstrap.applications[1].client_id.clone();
    let account = json!({
        "client_id": app, "connection": database.name, "email": "new@example.com",
        "password": "correct-Horse-7", "correlation_id": "order 8",
    });
    let answer = tenant.post_json("/dbconnections/signup", account).await;
    assert_eq!(answer.status, 400);
    let entry = entry(&tenant, "fs").await;
    assert_eq!(entry["description"], "Public signup is disabled");
    assert_eq!(entry["client_id"], app.as_str());
    assert_eq!(entry["user_name"], "new@example.com");
    assert_eq!(entry["references"]["correlation_id"], "order 8");
    let body = json!({
        "client_id": app, "connection": database.name, "email": "new@example.com",
        "tenant": "tenant", "password": "*****",
    });
    assert_eq!(entry["details"]["body"], body);
}

#[tokio::test]
async fn who_speaks_for_somebody_elsewhere_is_told_beside_them() {
    let tenant = TestTenant::start().await;
    let app = &tenant.bootstrap.applications[0];
    let trusted = json!({ "is_token_endpoint_ip_header_trusted": true });
    let path = format!("/clients/{}", app.client_id);
    let changed = tenant.manage("PATCH", &path, Some(trusted)).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    let form = encode(&[
        ("grant_type", "password"),
        ("client_id", app.client_id.as_str()),
        ("client_secret", app.client_secret.as_deref().unwrap()),
        ("username", EMAIL),
        ("password", PASSWORD),
        ("correlation_id", "order 9"),
    ]);
    let request = Request::post("/oauth/token")
        .header(header::HOST, DOMAIN)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("auth0-forwarded-for", "203.0.113.7");
    let answer = tenant.send(request.body(Body::from(form)).unwrap()).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let entry = entry(&tenant, "sepft").await;
    assert_eq!(entry["ip"], "203.0.113.7");
    assert_eq!(entry["client_ip"], "127.0.0.1");
    assert_eq!(entry["references"]["correlation_id"], "order 9");
}

#[tokio::test]
async fn a_blocked_users_login_is_told_once() {
    let tenant = TestTenant::start().await;
    let found = format!("/users-by-email?{}", encode(&[("email", EMAIL)]));
    let found = tenant.manage("GET", &found, None).await.json();
    let user_id = found[0]["user_id"].as_str().unwrap();
    let path = format!("/users/{}", user_id.replace('|', "%7C"));
    let block = Some(json!({ "blocked": true }));
    assert_eq!(tenant.manage("PATCH", &path, block).await.status, 200);
    let mut browser = Browser::new(&tenant);
    let back = log_in(&mut browser, &authorize(&tenant, &[])).await;
    assert_eq!(back.parameter("error").as_deref(), Some("unauthorized"));
    let entries = tenant.manage("GET", "/logs?q=type:f", None).await.json();
    assert_eq!(entries.as_array().unwrap().len(), 1, "{entries}");
    assert_eq!(entries[0]["user_id"], user_id);
    assert_eq!(entries[0]["description"], "user is blocked");
}
