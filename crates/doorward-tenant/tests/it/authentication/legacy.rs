//! `/oauth/ro`, `/passwordless/verify` and `/tokeninfo`.

use axum::body::Body;
use axum::http::{Request, header};
use serde_json::{Value, json};

use super::{DATABASE, EMAIL, PASSWORD, refused};
use crate::support::{Answer, DOMAIN, TestTenant, claims};

const RO: &str = "http://auth0.com/oauth/legacy/grant-type/ro";

async fn allow(tenant: &TestTenant) {
    let path = format!("/clients/{}", tenant.bootstrap.applications[0].client_id);
    let change = json!({ "grant_types": ["password", RO] });
    let answer = tenant.manage("PATCH", &path, Some(change)).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

async fn post(tenant: &TestTenant, path: &str, change: Value) -> Answer {
    let mut body = json!({
        "client_id": tenant.bootstrap.applications[0].client_id, "connection": DATABASE,
        "grant_type": "password", "username": EMAIL, "password": PASSWORD, "scope": "openid email",
    });
    for (name, value) in change.as_object().unwrap() {
        body[name] = value.clone();
    }
    tenant.post_json(path, body).await
}

#[tokio::test]
async fn only_applications_of_old_may() {
    let tenant = TestTenant::start().await;
    let told = format!("403 unauthorized_client Grant type '{RO}' not allowed for the client.");
    for path in ["/oauth/ro", "/passwordless/verify"] {
        assert_eq!(refused(&post(&tenant, path, json!({})).await), told);
    }
    let token = super::token(
        &tenant,
        "password",
        &[("username", EMAIL), ("password", PASSWORD)],
    );
    let id_token = token.await.json()["id_token"].clone();
    let body = json!({ "id_token": id_token });
    let info = tenant.post_json("/tokeninfo", body.clone()).await;
    assert_eq!(
        (info.status.as_u16(), info.text.as_str()),
        (401, "Unauthorized")
    );
    allow(&tenant).await;
    assert_eq!(tenant.post_json("/tokeninfo", body).await.status, 200);
}

#[tokio::test]
async fn a_password_buys_tokens_whose_profile_can_be_asked_for() {
    let tenant = TestTenant::start().await;
    allow(&tenant).await;
    let answer = post(&tenant, "/oauth/ro", json!({})).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let tokens = answer.json();
    assert_eq!(tokens["token_type"], "bearer");
    let id_token = tokens["id_token"].as_str().unwrap();
    assert_eq!(claims(id_token)["email"], EMAIL);
    let info = tenant
        .post_json("/tokeninfo", json!({ "id_token": id_token }))
        .await;
    let profile = info.json();
    assert_eq!(profile["email"], EMAIL);
    assert_eq!(profile["user_id"], claims(id_token)["sub"]);
    assert_eq!(profile["clientID"], claims(id_token)["aud"]);
    assert_eq!(profile["identities"][0]["connection"], DATABASE);
    assert!(profile.get("logins_count").is_none());

    let (signed, signature) = id_token.rsplit_once('.').unwrap();
    let backwards: String = signature.chars().rev().collect();
    let forged = format!("{signed}.{backwards}");
    for bad in [forged.as_str(), "x", "a.b.c"] {
        let body = json!({ "id_token": bad });
        assert_eq!(tenant.post_json("/tokeninfo", body).await.status, 401);
    }
    tenant.clock.advance(jiff::SignedDuration::from_hours(11));
    let body = json!({ "id_token": id_token });
    assert_eq!(tenant.post_json("/tokeninfo", body).await.status, 401);
}

#[tokio::test]
async fn a_code_is_a_password_once() {
    let tenant = TestTenant::start().await;
    allow(&tenant).await;
    let (address, app) = ("grace@example.com", &tenant.bootstrap.applications[0]);
    let start = json!({
        "client_id": app.client_id, "client_secret": app.client_secret, "connection": "email",
        "email": address, "send": "link",
    });
    for path in ["/oauth/ro", "/passwordless/verify"] {
        tenant.clock.advance(jiff::SignedDuration::from_secs(1));
        let started = tenant.post_json("/passwordless/start", start.clone()).await;
        assert_eq!(started.status, 200, "{}", started.text);
        let link = tenant.message(address).await["link"].clone();
        let code = link.as_str().unwrap().split("verification_code=").nth(1);
        let code: String = code.unwrap().chars().take(6).collect();
        let form = json!({ "connection": "email", "username": address, "password": code });
        let answer = post(&tenant, path, form.clone()).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        assert_eq!(
            refused(&post(&tenant, path, form).await),
            "401 invalid_user_password Wrong email or verification code."
        );
    }
}

#[tokio::test]
async fn faults_have_the_words_of_old() {
    let tenant = TestTenant::start().await;
    allow(&tenant).await;
    let cases = [
        (
            json!({ "client_id": null }),
            "400 invalid_request missing client_id parameter",
        ),
        (
            json!({ "client_id": "x" }),
            "403 unauthorized_client invalid client",
        ),
        (
            json!({ "username": null }),
            "400 invalid_request missing username parameter",
        ),
        (
            json!({ "password": null }),
            "400 invalid_request missing password parameter",
        ),
        (
            json!({ "connection": null }),
            "400 invalid_request missing connection parameter",
        ),
        (
            json!({ "connection": "no" }),
            "400 invalid_request the connection was not found",
        ),
        (
            json!({ "password": "x" }),
            "401 invalid_user_password Wrong email or password.",
        ),
    ];
    for (change, told) in cases {
        let answer = post(&tenant, "/oauth/ro", change.clone()).await;
        assert_eq!(refused(&answer), told, "{change}");
    }
    assert_eq!(
        refused(&post(&tenant, "/passwordless/verify", json!({})).await),
        "400 invalid_request specified strategy does not support requested operation"
    );
}

#[tokio::test]
async fn nobody_speaks_for_another_address_without_proof() {
    let tenant = TestTenant::start().await;
    let app = &tenant.bootstrap.applications[0].client_id;
    let change = json!({
        "grant_types": [RO], "is_token_endpoint_ip_header_trusted": true,
    });
    let changed = tenant
        .manage("PATCH", &format!("/clients/{app}"), Some(change))
        .await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    let body = json!({
        "client_id": app, "connection": DATABASE, "username": EMAIL, "password": "wrong",
    });
    let mut statuses = Vec::new();
    for number in 1..=11 {
        let request = Request::post("/oauth/ro")
            .header(header::HOST, DOMAIN)
            .header(header::CONTENT_TYPE, "application/json")
            .header("auth0-forwarded-for", format!("203.0.113.{number}"));
        let request = request.body(Body::from(body.to_string())).unwrap();
        statuses.push(tenant.send(request).await.status.as_u16());
    }
    // All of them are guesses from one address.
    assert_eq!(statuses[..9], [401; 9]);
    assert_eq!(statuses[9..], [429; 2]);
}
