//! `/oauth/par`.

use serde_json::json;

use super::CHALLENGE;
use crate::support::{Answer, Browser, TestTenant, encode};

async fn push(tenant: &TestTenant, redirect_uri: &str) -> Answer {
    let app = &tenant.bootstrap.applications[0];
    let form = [
        ("client_id", app.client_id.as_str()),
        ("client_secret", app.client_secret.as_deref().unwrap()),
        ("response_type", "code"),
        ("redirect_uri", redirect_uri),
        ("scope", "openid"),
        ("state", "pushed"),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ];
    tenant.post_form("/oauth/par", &form).await
}

#[tokio::test]
async fn a_pushed_request_is_used_once_by_its_client() {
    let tenant = TestTenant::start().await;
    let callback = tenant.bootstrap.applications[0].callbacks[0].clone();
    assert_eq!(push(&tenant, &callback).await.status, 404);
    tenant
        .set_settings(json!({ "pushed_authorization_requests_supported": true }))
        .await;
    let bad = push(&tenant, "https://evil.example").await;
    assert_eq!(bad.status, 400, "{}", bad.text);
    let app = &tenant.bootstrap.applications[0];
    let request = json!({
        "client_id": app.client_id, "client_secret": app.client_secret, "response_type": "code",
        "redirect_uri": callback,
    });
    let as_json = tenant.post_json("/oauth/par", request).await;
    assert_eq!(as_json.status, 400, "{}", as_json.text);
    assert_eq!(as_json.json()["error"], "invalid_request");
    let pushed = push(&tenant, &callback).await;
    assert_eq!(pushed.status, 201, "{}", pushed.text);
    let pushed = pushed.json();
    assert_eq!(pushed["expires_in"], 30);
    let uri = pushed["request_uri"].as_str().unwrap().to_owned();
    let address = |client: usize| {
        let client_id = tenant.bootstrap.applications[client].client_id.as_str();
        format!(
            "/authorize?{}",
            encode(&[("client_id", client_id), ("request_uri", &uri)])
        )
    };
    assert_eq!(tenant.get(&address(1)).await.status, 400);
    let mut browser = Browser::new(&tenant);
    let back = super::log_in(&mut browser, &address(0)).await;
    assert_eq!(back.parameter("state").as_deref(), Some("pushed"));
    assert_eq!(browser.get(&address(0)).await.status, 400);
}
