//! `grant_type=password` and `…/password-realm`.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, header};
use futures_util::future::join_all;
use jiff::SignedDuration;
use serde_json::json;

use super::super::{DATABASE, EMAIL, PASSWORD, enable, refused, token};
use crate::support::{DOMAIN, TestTenant, encode};

const REALM: &str = "http://auth0.com/oauth/grant-type/password-realm";
const CREDENTIALS: [(&str, &str); 2] = [("username", EMAIL), ("password", PASSWORD)];

#[tokio::test]
async fn a_connection_that_is_off_for_the_application_logs_nobody_in() {
    let tenant = TestTenant::start().await;
    let in_realm = [&CREDENTIALS[..], &[("realm", DATABASE)]].concat();
    assert_eq!(token(&tenant, "password", &CREDENTIALS).await.status, 200);
    assert_eq!(token(&tenant, REALM, &in_realm).await.status, 200);
    // As Auth0's newest SDK asks for a realm.
    assert_eq!(token(&tenant, "password", &in_realm).await.status, 200);

    let client_id = tenant.bootstrap.applications[0].client_id.clone();
    let database = tenant.bootstrap.connections.database.id.clone();
    enable(&tenant, &database, &client_id, false).await;
    assert_eq!(
        refused(&token(&tenant, "password", &CREDENTIALS).await),
        "400 invalid_request the connection was not found"
    );
    assert_eq!(
        refused(&token(&tenant, REALM, &in_realm).await),
        format!("400 invalid_request Unknown realm {DATABASE}")
    );
}

#[tokio::test]
async fn only_a_directory_of_passwords_can_be_the_default() {
    let tenant = TestTenant::start().await;
    tenant
        .set_settings(json!({ "default_directory": "email" }))
        .await;
    assert_eq!(
        refused(&token(&tenant, "password", &CREDENTIALS).await),
        "400 invalid_request the connection was not found"
    );
    tenant
        .set_settings(json!({ "default_directory": "" }))
        .await;
    assert_eq!(
        refused(&token(&tenant, "password", &CREDENTIALS).await),
        "500 server_error Authorization server not configured with default connection."
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_burst_of_guesses_gets_no_further_than_one_after_another() {
    let tenant = TestTenant::start().await;
    let guess = async |number: usize| {
        let password = format!("wrong-Guess-{number}");
        let form = [("username", EMAIL), ("password", password.as_str())];
        refused(&token(&tenant, "password", &form).await)
    };
    let told = join_all((0..60).map(guess)).await;
    let looked_at = told
        .iter()
        .filter(|told| told.contains("Wrong email or password."))
        .count();
    assert_eq!(looked_at, 9, "{told:?}");
    assert_eq!(
        told.iter().filter(|told| told.starts_with("429 ")).count(),
        51
    );
    let right = token(&tenant, "password", &CREDENTIALS).await;
    assert_eq!(right.status, 429, "{}", right.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_right_password_may_come_many_times_at_once() {
    let tenant = TestTenant::start().await;
    for _ in 0..9 {
        let form = [("username", EMAIL), ("password", "wrong-Guess-1")];
        assert_eq!(token(&tenant, "password", &form).await.status, 403);
    }
    let all = (0..40).map(|_| token(&tenant, "password", &CREDENTIALS));
    for answer in join_all(all).await {
        assert_eq!(answer.status, 200, "{}", answer.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_fails_with_many_names_slows_down() {
    let tenant = TestTenant::start().await;
    let guess = async |number: usize| {
        let username = format!("somebody-{number}@example.com");
        let form = [("username", username.as_str()), ("password", "guess")];
        token(&tenant, "password", &form).await.status
    };
    for hundredth in 0..10 {
        let ten = (0..10).map(|number| guess(hundredth * 10 + number));
        assert!(join_all(ten).await.iter().all(|status| *status == 403));
    }
    let suspicious = "429 too_many_attempts We have detected suspicious login behavior and further attempts \
                      will be blocked. Please contact the administrator.";
    assert_eq!(
        refused(&token(&tenant, "password", &CREDENTIALS).await),
        suspicious
    );
    tenant.clock.advance(SignedDuration::from_secs(864));
    assert_eq!(token(&tenant, "password", &CREDENTIALS).await.status, 200);
    assert_eq!(guess(100).await, 403);
    assert_eq!(guess(101).await, 429);
    let logs = tenant.manage("GET", "/logs?q=type:limit_mu", None).await;
    assert_eq!(logs.json().as_array().unwrap().len(), 2, "{}", logs.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_at_many_names_at_once_get_no_further_than_one_after_another() {
    let tenant = TestTenant::start().await;
    let now = tenant.clock.now().as_millisecond();
    let almost = format!(
        "INSERT INTO login_failures (tenant_id, identifier, ip, connection_id, failures, last_at)
         SELECT id, '', '127.0.0.1', '', 97, {now} FROM tenants"
    );
    tenant.execute(&almost).await;
    let guess = async |number: usize| {
        let username = format!("somebody-{number}@example.com");
        let form = [("username", username.as_str()), ("password", "guess")];
        refused(&token(&tenant, "password", &form).await)
    };
    let told = join_all((0..12).map(guess)).await;
    let looked_at = told.iter().filter(|told| told.starts_with("403 "));
    assert_eq!(looked_at.count(), 3, "{told:?}");
    let logs = tenant.manage("GET", "/logs?q=type:fu", None).await;
    assert_eq!(logs.json().as_array().unwrap().len(), 3, "{}", logs.text);
}

#[tokio::test]
async fn who_has_a_whole_network_has_no_more_guesses() {
    let tenant = TestTenant::start().await;
    let app = &tenant.bootstrap.applications[0];
    let guess = async |host: u16, password: &str| {
        let form = encode(&[
            ("grant_type", "password"),
            ("client_id", app.client_id.as_str()),
            ("client_secret", app.client_secret.as_deref().unwrap()),
            ("username", EMAIL),
            ("password", password),
        ]);
        let mut request = Request::post("/oauth/token")
            .header(header::HOST, DOMAIN)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form))
            .unwrap();
        let peer = SocketAddr::from(([0x2001, 0xdb8, 0, host >> 8, 0, 0, 0, host], 443));
        request.extensions_mut().insert(ConnectInfo(peer));
        tenant.send(request).await.status
    };
    for host in 0..9 {
        assert_eq!(guess(host, "wrong-Guess-1").await, 403);
    }
    assert_eq!(guess(9, "wrong-Guess-1").await, 429);
    assert_eq!(guess(10, PASSWORD).await, 429);
    assert_eq!(guess(0x100, PASSWORD).await, 200, "another network");
}

#[tokio::test]
async fn no_name_is_too_long_or_too_strange_for_an_answer() {
    let tenant = TestTenant::start().await;
    let wide = format!("{}@example.com", "\u{1F600}".repeat(2_000));
    let form = [("username", wide.as_str()), ("password", "guess")];
    assert_eq!(
        refused(&token(&tenant, "password", &form).await),
        "403 invalid_grant Wrong email or password."
    );
    let long = "x".repeat(60_000);
    let form = [("username", long.as_str()), ("password", "guess")];
    assert_eq!(
        refused(&token(&tenant, "password", &form).await),
        "400 invalid_request Parameter is too long: username"
    );
    let form = [("username", "a\0b"), ("password", "guess")];
    assert_eq!(token(&tenant, "password", &form).await.status, 400);
    let form = [("username", EMAIL), ("password", "\0")];
    assert_eq!(token(&tenant, "password", &form).await.status, 400);
}

#[tokio::test]
async fn a_new_password_lifts_the_block() {
    let tenant = TestTenant::start().await;
    let wrong = [("username", EMAIL), ("password", "wrong-Guess-1")];
    for _ in 0..10 {
        token(&tenant, "password", &wrong).await;
    }
    assert_eq!(token(&tenant, "password", &CREDENTIALS).await.status, 429);
    let users = tenant.manage("GET", "/users", None).await.json();
    let user_id = users[0]["user_id"].as_str().unwrap().replace('|', "%7C");
    let change = json!({ "password": "Another-d00r-7" });
    let changed = tenant
        .manage("PATCH", &format!("/users/{user_id}"), Some(change))
        .await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    let new = [("username", EMAIL), ("password", "Another-d00r-7")];
    assert_eq!(token(&tenant, "password", &new).await.status, 200);
}

#[tokio::test]
async fn a_namesake_of_another_connection_forgives_no_guesses() {
    let tenant = TestTenant::start().await;
    let app = &tenant.bootstrap.applications[0];
    let connection = json!({
        "name": "second", "strategy": "auth0", "enabled_clients": [app.client_id],
    });
    let made = tenant
        .manage("POST", "/connections", Some(connection))
        .await;
    assert_eq!(made.status, 201, "{}", made.text);
    let own = "At-tacker-1234!";
    let account = json!({
        "client_id": app.client_id, "connection": "second", "email": EMAIL, "password": own,
    });
    let signed_up = tenant.post_json("/dbconnections/signup", account).await;
    assert_eq!(signed_up.status, 200, "{}", signed_up.text);
    let log_in = async |realm: &str, password: &str| {
        let form = [
            ("realm", realm),
            ("username", EMAIL),
            ("password", password),
        ];
        token(&tenant, REALM, &form).await.status.as_u16()
    };
    for _ in 0..9 {
        assert_eq!(log_in(DATABASE, "guess").await, 403);
    }
    assert_eq!(log_in("second", "slip").await, 403);
    assert_eq!(log_in("second", own).await, 200);
    assert_eq!(log_in(DATABASE, "guess").await, 429);
    assert_eq!(log_in(DATABASE, PASSWORD).await, 429);
    // Who shows that the account is theirs is forgiven.
    assert_eq!(log_in("second", "slip").await, 403);
    for _ in 0..12 {
        assert_eq!(log_in("second", own).await, 200);
        assert_eq!(log_in("second", "slip").await, 403);
    }
}

#[tokio::test]
async fn a_third_party_never_gets_a_password() {
    let tenant = TestTenant::start().await;
    let ro = "http://auth0.com/oauth/legacy/grant-type/ro";
    let client = json!({
        "name": "Partner", "app_type": "regular_web", "is_first_party": false,
        "grant_types": ["password", REALM, ro], "token_endpoint_auth_method": "none",
        "callbacks": ["https://partner.example/cb"],
    });
    let made = tenant.manage("POST", "/clients", Some(client)).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let client_id = made.json()["client_id"].as_str().unwrap().to_owned();
    let database = tenant.bootstrap.connections.database.id.clone();
    enable(&tenant, &database, &client_id, true).await;
    for (path, grant_type, told) in [
        ("/oauth/token", "password", "password"),
        ("/oauth/token", REALM, REALM),
        ("/oauth/ro", "password", ro),
    ] {
        let form = [
            ("grant_type", grant_type),
            ("client_id", client_id.as_str()),
            ("realm", DATABASE),
            ("connection", DATABASE),
            CREDENTIALS[0],
            CREDENTIALS[1],
        ];
        let told =
            format!("403 unauthorized_client Grant type '{told}' not allowed for the client.");
        assert_eq!(refused(&tenant.post_form(path, &form).await), told);
    }
}
