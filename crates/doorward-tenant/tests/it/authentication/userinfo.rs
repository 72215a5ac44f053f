//! `GET` and `POST /userinfo`.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use jiff::SignedDuration;
use serde_json::json;

use super::{EMAIL, PASSWORD, token};
use crate::support::{Answer, DOMAIN, TestTenant};

/// An access token of the demo user; for `/userinfo` alone unless an audience is named.
async fn access_token(tenant: &TestTenant, scope: &str, audience: Option<&str>) -> String {
    let mut form = vec![
        ("username", EMAIL),
        ("password", PASSWORD),
        ("scope", scope),
    ];
    form.extend(audience.map(|audience| ("audience", audience)));
    let body = token(tenant, "password", &form).await.json();
    body["access_token"].as_str().unwrap().to_owned()
}

async fn ask(tenant: &TestTenant, token: &str) -> Answer {
    let request = Request::get("/userinfo")
        .header(header::HOST, DOMAIN)
        .header(header::AUTHORIZATION, format!("Bearer {token}"));
    tenant.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn the_scope_decides_what_is_told() {
    let tenant = TestTenant::start().await;
    let opaque = access_token(&tenant, "openid profile email", None).await;
    assert!(
        opaque.starts_with("eyJhbGciOiJkaXIi"),
        "it says nothing to its holder"
    );
    let body = ask(&tenant, &opaque).await.json();
    let told: Vec<&str> = body
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        told,
        [
            "sub",
            "nickname",
            "name",
            "picture",
            "updated_at",
            "email",
            "email_verified"
        ]
    );
    let narrow = access_token(&tenant, "openid phone", None).await;
    let body = ask(&tenant, &narrow).await.json();
    assert_eq!(body.as_object().unwrap().len(), 1, "{body}");
}

#[tokio::test]
async fn a_token_for_an_api_counts_when_it_was_granted_openid() {
    let tenant = TestTenant::start().await;
    let api = tenant.bootstrap.api.identifier.clone();
    let both = access_token(&tenant, "openid email", Some(&api)).await;
    assert_eq!(ask(&tenant, &both).await.json()["email"], EMAIL);
    let api_only = access_token(&tenant, "read:messages", Some(&api)).await;
    assert_eq!(
        ask(&tenant, &api_only).await.status,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn the_token_may_come_in_the_query_or_in_a_form_but_in_one_place() {
    let tenant = TestTenant::start().await;
    let token = access_token(&tenant, "openid", None).await;
    let query = format!("/userinfo?access_token={token}");
    assert_eq!(tenant.get(&query).await.status, StatusCode::OK);
    let form = [("access_token", token.as_str())];
    assert_eq!(
        tenant.post_form("/userinfo", &form).await.status,
        StatusCode::OK
    );
    assert_eq!(
        tenant.post_form(&query, &form).await.status,
        StatusCode::BAD_REQUEST
    );
}

#[tokio::test]
async fn without_a_good_token_there_is_a_challenge() {
    let tenant = TestTenant::start().await;
    let none = tenant.get("/userinfo").await;
    assert_eq!(none.status, StatusCode::UNAUTHORIZED);
    assert_eq!(
        none.headers[header::WWW_AUTHENTICATE],
        "Bearer realm=\"Users\""
    );
    let forged = ask(
        &tenant,
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhdXRoMHwxIiwic2NvcGUiOiJvcGVuaWQifQ.",
    )
    .await;
    assert_eq!(forged.text, "Unauthorized");
    let challenge = forged.headers[header::WWW_AUTHENTICATE].to_str().unwrap();
    assert!(challenge.contains("error=\"invalid_token\""), "{challenge}");

    let token = access_token(&tenant, "openid", None).await;
    let mut altered = token.clone();
    let last = altered.pop().unwrap();
    altered.push(if last == 'A' { 'B' } else { 'A' });
    assert_eq!(
        ask(&tenant, &altered).await.status,
        StatusCode::UNAUTHORIZED
    );
    tenant.clock.advance(SignedDuration::from_secs(86_401));
    let expired = ask(&tenant, &token).await;
    let challenge = expired.headers[header::WWW_AUTHENTICATE].to_str().unwrap();
    assert!(challenge.contains("The token has expired"), "{challenge}");
}

#[tokio::test]
async fn who_was_blocked_or_deleted_since_is_told_of_no_more() {
    let tenant = TestTenant::start().await;
    let token = access_token(&tenant, "openid", None).await;
    let sub = ask(&tenant, &token).await.json()["sub"].clone();
    let path = format!("/users/{}", sub.as_str().unwrap().replace('|', "%7C"));
    let blocked = tenant
        .manage("PATCH", &path, Some(json!({ "blocked": true })))
        .await;
    assert_eq!(blocked.status, StatusCode::OK);
    assert_eq!(ask(&tenant, &token).await.status, StatusCode::UNAUTHORIZED);
    tenant.manage("DELETE", &path, None).await;
    assert_eq!(ask(&tenant, &token).await.status, StatusCode::UNAUTHORIZED);
}
