//! `/v2/logout` and `/oidc/logout`.

use super::{VERIFIER, authorize, exchange, log_in};
use crate::support::{Browser, TestTenant, encode};

async fn is_logged_in(tenant: &TestTenant, browser: &mut Browser<'_>) -> bool {
    let silent = browser.get(&authorize(tenant, &[("prompt", "none")])).await;
    silent.parameter("code").is_some()
}

#[tokio::test]
async fn v2_logout_ends_the_session_and_returns_where_it_may() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let client_id = tenant.bootstrap.applications[1].client_id.as_str();
    log_in(&mut browser, &authorize(&tenant, &[])).await;
    let evil = encode(&[
        ("client_id", client_id),
        ("returnTo", "https://evil.example/"),
    ]);
    let refused = browser.get(&format!("/v2/logout?{evil}")).await;
    assert_eq!(refused.status, 400);
    assert!(refused.text.contains("is not defined as a valid URL"));
    let logged = tenant.manage("GET", "/logs?per_page=5", None).await.json();
    let failures = logged.as_array().unwrap().iter();
    let failures: Vec<_> = failures
        .filter_map(|entry| entry["type"].as_str())
        .filter(|kind| kind.starts_with('f'))
        .collect();
    assert_eq!(failures, ["flo"]);
    assert!(is_logged_in(&tenant, &mut browser).await);
    let good = [
        ("client_id", client_id),
        ("returnTo", "http://localhost:3000?bye=1"),
    ];
    let back = browser
        .get(&format!("/v2/logout?{}&federated", encode(&good)))
        .await;
    assert_eq!(back.location(), "http://localhost:3000?bye=1");
    assert!(!browser.cookies.contains_key("auth0"));
    assert!(!is_logged_in(&tenant, &mut browser).await);
    let plain = browser.get("/v2/logout").await;
    assert_eq!((plain.status.as_u16(), plain.text.as_str()), (200, "OK"));
}

#[tokio::test]
async fn oidc_logout_asks_unless_the_application_knows_the_session() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let client_id = tenant.bootstrap.applications[1].client_id.as_str();
    let back = log_in(&mut browser, &authorize(&tenant, &[])).await;
    let tokens = exchange(&tenant, &back.parameter("code").unwrap(), VERIFIER)
        .await
        .json();
    let target = ("post_logout_redirect_uri", "http://localhost:3000");
    let asked = encode(&[("client_id", client_id), target, ("state", "s/1")]);
    let question = browser.get(&format!("/oidc/logout?{asked}")).await;
    let page = question.location().to_owned();
    assert!(page.starts_with("/u/logout?"), "{page}");
    let stay = browser.submit(&page, &[("action", "deny")]).await;
    assert_eq!(stay.status, 200);
    assert!(is_logged_in(&tenant, &mut browser).await);

    let hint = tokens["id_token"].as_str().unwrap();
    let mismatch = encode(&[("id_token_hint", hint), ("logout_hint", "another"), target]);
    assert_eq!(
        browser
            .get(&format!("/oidc/logout?{mismatch}"))
            .await
            .status,
        400
    );
    let forged = hint.replace('.', ".e");
    let forged = encode(&[("id_token_hint", forged.as_str()), target]);
    assert_eq!(
        browser.get(&format!("/oidc/logout?{forged}")).await.status,
        400
    );
    let evil = encode(&[
        ("id_token_hint", hint),
        ("post_logout_redirect_uri", "https://evil.example"),
    ]);
    assert_eq!(
        browser.get(&format!("/oidc/logout?{evil}")).await.status,
        400
    );
    let known = encode(&[("id_token_hint", hint), target, ("state", "s/1")]);
    let out = browser.get(&format!("/oidc/logout?{known}")).await;
    assert_eq!(out.location(), "http://localhost:3000?state=s%2F1");
    assert!(!is_logged_in(&tenant, &mut browser).await);
}

#[tokio::test]
async fn the_question_takes_a_yes_or_a_no() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    log_in(&mut browser, &authorize(&tenant, &[])).await;
    for fields in [&[][..], &[("action", "maybe")], &[("x", "accept")]] {
        let unclear = browser.post("/u/logout", fields).await;
        assert_eq!(unclear.status, 400, "{fields:?}");
        assert!(unclear.text.contains("Invalid action"), "{fields:?}");
    }
    assert!(is_logged_in(&tenant, &mut browser).await);
    let stay = browser.post("/u/logout", &[("action", "deny")]).await;
    assert_eq!(stay.status, 200);
    assert!(stay.text.contains("Still logged in"));
}

#[tokio::test]
async fn who_is_sent_nowhere_goes_to_an_address_and_no_pattern() {
    let tenant = TestTenant::start().await;
    let client_id = tenant.bootstrap.applications[1].client_id.as_str();
    let urls = ["https://*.example.com/bye", "https://app.example.com/bye"];
    let change = serde_json::json!({ "allowed_logout_urls": urls });
    tenant.set_client(client_id, change).await;
    for path in ["/v2/logout", "/oidc/logout"] {
        let path = format!("{path}?{}", encode(&[("client_id", client_id)]));
        assert_eq!(tenant.get(&path).await.location(), urls[1], "{path}");
    }
    let change = serde_json::json!({ "allowed_logout_urls": [urls[0]] });
    tenant.set_client(client_id, change).await;
    for path in ["/v2/logout", "/oidc/logout"] {
        let path = format!("{path}?{}", encode(&[("client_id", client_id)]));
        assert_eq!(tenant.get(&path).await.status, 200, "{path}");
    }
}
