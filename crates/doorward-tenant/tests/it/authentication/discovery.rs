//! `/.well-known/…` and `/pem`.

use axum::http::StatusCode;
use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use super::{EMAIL, PASSWORD, token};
use crate::support::TestTenant;

async fn metadata(tenant: &TestTenant) -> Value {
    tenant.get("/.well-known/openid-configuration").await.json()
}

#[tokio::test]
async fn the_metadata_names_the_issuer_and_endpoints_that_answer() {
    let tenant = TestTenant::start().await;
    let metadata = metadata(&tenant).await;
    assert_eq!(metadata["issuer"], "https://tenant.example/");
    let same = tenant.get("/.well-known/oauth-authorization-server").await;
    assert_eq!(same.json(), metadata);
    for (name, value) in metadata.as_object().unwrap() {
        let is_address = name.ends_with("_endpoint") || name == "jwks_uri";
        let Some(address) = value.as_str().filter(|_| is_address) else {
            continue;
        };
        let path = address.strip_prefix("https://tenant.example").unwrap();
        let status = tenant.get(path).await.status;
        assert_ne!(status, StatusCode::NOT_FOUND, "{name}");
        assert!(!status.is_server_error(), "{name}");
    }
}

#[tokio::test]
async fn what_is_off_is_not_named() {
    let tenant = TestTenant::start().await;
    let par = "pushed_authorization_request_endpoint";
    assert!(metadata(&tenant).await.get(par).is_none());
    tenant
        .set_settings(json!({ "pushed_authorization_requests_supported": true }))
        .await;
    assert_eq!(
        metadata(&tenant).await[par],
        "https://tenant.example/oauth/par"
    );
}

#[tokio::test]
async fn every_token_is_signed_with_a_published_key() {
    let tenant = TestTenant::start().await;
    let keys = tenant.get("/.well-known/jwks.json").await.json();
    let keys = keys["keys"].as_array().unwrap();
    assert!(keys.len() >= 2, "the next key is known ahead of its use");
    for key in keys {
        for member in ["kty", "use", "n", "e", "kid", "x5t", "x5c", "alg"] {
            assert!(key.get(member).is_some(), "{member}");
        }
        let certificate = BASE64_STANDARD
            .decode(key["x5c"][0].as_str().unwrap())
            .unwrap();
        let modulus = BASE64_URL_SAFE_NO_PAD
            .decode(key["n"].as_str().unwrap())
            .unwrap();
        let holds = certificate
            .windows(modulus.len())
            .any(|part| part == modulus);
        assert!(holds, "the certificate is of another key");
    }
    let credentials = [
        ("username", EMAIL),
        ("password", PASSWORD),
        ("scope", "openid"),
    ];
    let tokens = token(&tenant, "password", &credentials).await.json();
    let head = tokens["id_token"]
        .as_str()
        .unwrap()
        .split('.')
        .next()
        .unwrap();
    let head: Value =
        serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(head).unwrap()).unwrap();
    assert!(keys.iter().any(|key| key["kid"] == head["kid"]));
}

#[tokio::test]
async fn the_certificate_of_the_signing_key_comes_in_every_form() {
    let tenant = TestTenant::start().await;
    let keys = tenant.get("/.well-known/jwks.json").await.json();
    let certificate = keys["keys"][0]["x5c"][0].as_str().unwrap();
    for path in ["/pem", "/rawpem"] {
        let pem = tenant.get(path).await.text;
        let lines: Vec<&str> = pem.lines().collect();
        assert_eq!(lines[0], "-----BEGIN CERTIFICATE-----");
        assert_eq!(lines[1..lines.len() - 1].concat(), certificate);
    }
    assert_eq!(tenant.get("/cer").await.status, StatusCode::OK);
    let pkcs7 = tenant.get("/pb7").await.text;
    assert!(pkcs7.starts_with("-----BEGIN PKCS7-----"), "{pkcs7}");
}
