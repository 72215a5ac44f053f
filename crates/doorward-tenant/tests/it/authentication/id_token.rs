//! What ID tokens say and how they are signed.

use aws_lc_rs::hmac;
use axum::http::StatusCode;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::{EMAIL, PASSWORD, token};
use crate::support::{TestTenant, claims};

async fn id_token(tenant: &TestTenant, scope: &str) -> String {
    let form = [
        ("username", EMAIL),
        ("password", PASSWORD),
        ("scope", scope),
    ];
    let body = token(tenant, "password", &form).await.json();
    body["id_token"].as_str().unwrap().to_owned()
}

async fn change_client(tenant: &TestTenant, change: Value) {
    let path = format!("/clients/{}", tenant.bootstrap.applications[0].client_id);
    let answer = tenant.manage("PATCH", &path, Some(change)).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
}

#[tokio::test]
async fn the_profile_comes_first_and_falls_back_to_the_address() {
    let tenant = TestTenant::start().await;
    let claims = claims(&id_token(&tenant, "openid profile email").await);
    let names: Vec<&str> = claims
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        names,
        [
            "nickname",
            "name",
            "picture",
            "updated_at",
            "email",
            "email_verified",
            "iss",
            "aud",
            "iat",
            "exp",
            "sub"
        ]
    );
    assert_eq!(claims["name"], EMAIL);
    assert_eq!(claims["nickname"], "demo");
    assert!(
        claims["picture"]
            .as_str()
            .unwrap()
            .starts_with("https://s.gravatar.com/avatar/")
    );
    assert!(claims["updated_at"].as_str().unwrap().ends_with('Z'));
    assert_eq!(claims["aud"], tenant.bootstrap.applications[0].client_id);
    assert_eq!(
        claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(),
        36_000
    );
}

#[tokio::test]
async fn a_client_may_verify_with_its_secret() {
    let tenant = TestTenant::start().await;
    change_client(
        &tenant,
        json!({ "jwt_configuration": { "alg": "HS256", "lifetime_in_seconds": 77 } }),
    )
    .await;
    let token = id_token(&tenant, "openid").await;
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let secret = tenant.bootstrap.applications[0]
        .client_secret
        .clone()
        .unwrap();
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
    let signature = BASE64_URL_SAFE_NO_PAD.decode(signature).unwrap();
    hmac::verify(&key, signed.as_bytes(), &signature).unwrap();
    let claims = claims(&token);
    assert_eq!(
        claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(),
        77
    );
}
