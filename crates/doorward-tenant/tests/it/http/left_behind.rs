//! What anybody can make the tenant keep: bounded requests, small entries of the log, and no secret in them.

use serde_json::{Value, json};

use crate::support::{Answer, TestTenant, encode};

/// The newest entry of the log, as text.
async fn newest(tenant: &TestTenant, kind: &str) -> (Value, String) {
    let path = format!("/logs?sort=date:-1&q=type:{kind}");
    let entries = tenant.manage("GET", &path, None).await.json();
    let text = entries[0].to_string();
    (entries[0].clone(), text)
}

/// `POST /authorize` of the demo web application.
async fn authorize(tenant: &TestTenant, more: &[(&str, &str)]) -> Answer {
    let app = &tenant.bootstrap.applications[0];
    let base = [
        ("client_id", app.client_id.as_str()),
        ("redirect_uri", app.callbacks[0].as_str()),
        ("response_type", "code"),
    ];
    let is_said = |name: &str| more.iter().any(|(known, _)| *known == name);
    let base = base.into_iter().filter(|(name, _)| !is_said(name));
    let form: Vec<_> = base.chain(more.iter().copied()).collect();
    tenant.post_form("/authorize", &form).await
}

#[tokio::test]
async fn a_request_may_have_ten_kilobytes() {
    let tenant = TestTenant::start().await;
    let fits = "q".repeat(9_000);
    let begun = authorize(&tenant, &[("state", &fits)]).await;
    assert!(begun.location().starts_with("/u/login?"), "{}", begun.text);
    let over = "q".repeat(5_500);
    let parts = [("state", over.as_str()), ("nonce", over.as_str())];
    let refused = authorize(&tenant, &parts).await;
    assert_eq!(refused.status, 413);
    assert!(refused.text.contains("The request is too large"));
    let device = json!({
        "name": "Television", "app_type": "native", "oidc_conformant": true,
        "grant_types": ["urn:ietf:params:oauth:grant-type:device_code"],
    });
    let made = tenant.manage("POST", "/clients", Some(device)).await.json();
    let scope = "q".repeat(11_000);
    let client_id = made["client_id"].as_str().unwrap();
    let form = [("client_id", client_id), ("scope", scope.as_str())];
    let refused = tenant.post_form("/oauth/device/code", &form).await;
    assert_eq!(refused.status, 413, "{}", refused.text);
}

#[tokio::test]
async fn nobody_asks_for_thousands_of_scopes() {
    let tenant = TestTenant::start().await;
    let scope = "a ".repeat(1_001);
    let page = authorize(&tenant, &[("scope", &scope)]).await;
    assert_eq!(page.status, 400);
    assert!(page.text.contains("Scope has too many names"));
    let as_list: Vec<&str> = scope.split_whitespace().collect();
    let answers = [
        tenant.post_form("/oauth/token", &[("scope", &scope)]).await,
        tenant
            .post_json("/oauth/token", json!({ "scope": as_list }))
            .await,
        tenant
            .post_form("/oauth/device/code", &[("scope", &scope)])
            .await,
    ];
    for answer in answers {
        assert_eq!(answer.status, 400);
        let told = &answer.json()["error_description"];
        assert_eq!(told, "Scope has too many names");
    }
    // As many as an API may have are read without delay.
    let names: Vec<String> = (0..1_000).map(|number| format!("s{number}")).collect();
    let most = authorize(&tenant, &[("scope", &names.join(" "))]).await;
    assert!(most.location().starts_with("/u/login?"), "{}", most.text);
}

#[tokio::test]
async fn entries_of_the_log_stay_small() {
    let tenant = TestTenant::start().await;
    let long = "z".repeat(9_000);
    for parameter in ["response_type", "response_mode"] {
        let answer = authorize(&tenant, &[(parameter, &long)]).await;
        let told = answer.parameter("error_description").unwrap();
        assert!(told.starts_with("Unsupported response"), "{told}");
        assert!(told.len() < 200, "{parameter}");
        let (_, text) = newest(&tenant, "f").await;
        assert!(text.len() < 3_000, "{parameter}: {}", text.len());
    }
    let app = &tenant.bootstrap.applications[2];
    let audience = "z".repeat(16_000);
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", app.client_id.as_str()),
        ("client_secret", app.client_secret.as_deref().unwrap()),
        ("audience", audience.as_str()),
    ];
    assert_eq!(tenant.post_form("/oauth/token", &form).await.status, 403);
    let (entry, text) = newest(&tenant, "feccft").await;
    assert_eq!(entry["audience"].as_str().unwrap().len(), 300);
    assert!(text.len() < 3_000, "{}", text.len());
}

#[tokio::test]
async fn what_a_refused_address_carries_is_not_logged() {
    let tenant = TestTenant::start().await;
    let address = "https://evil.example/cb?token=SECRET";
    let page = authorize(&tenant, &[("redirect_uri", address)]).await;
    assert_eq!(page.status, 403);
    let (entry, text) = newest(&tenant, "f").await;
    let told = "Callback URL mismatch. https://evil.example/cb?… is not in the list of allowed \
                callback URLs";
    assert_eq!(entry["description"], told);
    assert_eq!(
        entry["details"]["qs"]["redirect_uri"],
        "https://evil.example/cb?…"
    );
    assert!(!text.contains("SECRET"), "{text}");
    // Who looks at the page sees what they sent.
    assert!(page.text.contains("SECRET"));
    let client_id = tenant.bootstrap.applications[0].client_id.as_str();
    for address in [address, "https://evil.example/#SECRET"] {
        let query = encode(&[("client_id", client_id), ("returnTo", address)]);
        let page = tenant.get(&format!("/v2/logout?{query}")).await;
        assert_eq!(page.status, 400);
        let (_, text) = newest(&tenant, "flo").await;
        assert!(
            text.contains("evil.example") && !text.contains("SECRET"),
            "{text}"
        );
    }
}
