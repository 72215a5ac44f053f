//! `/u/login/confirmation`.

use serde_json::json;

use super::{authorize, log_in};
use crate::support::{Browser, TestTenant};

const SKIP: &str = "skip_non_verifiable_callback_uri_confirmation_prompt";

/// Where a browser that is logged in is sent.
async fn next(browser: &mut Browser<'_>, asked: &str) -> String {
    browser.get(asked).await.location().to_owned()
}

#[tokio::test]
async fn a_session_logs_no_unknown_program_in_unseen() {
    let tenant = TestTenant::start().await;
    let client_id = tenant.bootstrap.applications[1].client_id.clone();
    let native = "com.example.app://callback";
    let callbacks = json!([tenant.bootstrap.applications[1].callbacks[0], native]);
    let asks = json!({ "callbacks": callbacks, SKIP: false });
    tenant.set_client(&client_id, asks).await;
    let mut browser = Browser::new(&tenant);
    for more in [&[][..], &[("redirect_uri", native)]] {
        let asked = authorize(&tenant, more);
        if browser.cookies.is_empty() {
            // Who has just typed a password has seen what happens.
            let back = log_in(&mut browser, &asked).await;
            assert!(back.parameter("code").is_some(), "{}", back.location());
        }
        let page = next(&mut browser, &asked).await;
        assert!(page.starts_with("/u/login/confirmation?"), "{page}");
        let shown = browser.get(&page).await;
        assert!(shown.text.contains(super::EMAIL), "{}", shown.text);
        // No way leads around the question.
        let resume = page.replace("/u/login/confirmation", "/authorize/resume");
        assert_eq!(next(&mut browser, &resume).await, page);
        let bogus = browser.submit(&page, &[("action", "bogus")]).await;
        assert_eq!(bogus.status, 400);
        let posted = browser.submit(&page, &[("action", "accept")]).await;
        let back = browser.follow(posted).await;
        assert!(back.parameter("code").is_some(), "{}", back.location());

        let page = next(&mut browser, &asked).await;
        let denied = browser.submit(&page, &[("action", "deny")]).await;
        assert_eq!(denied.parameter("error").as_deref(), Some("access_denied"));
        let silent = browser.get(&format!("{asked}&prompt=none")).await;
        let error = silent.parameter("error");
        assert_eq!(error.as_deref(), Some("interaction_required"));
    }
}

#[tokio::test]
async fn consent_is_question_enough() {
    let tenant = TestTenant::start().await;
    let client_id = tenant.bootstrap.applications[1].client_id.clone();
    tenant.set_client(&client_id, json!({ SKIP: false })).await;
    let mut browser = Browser::new(&tenant);
    log_in(&mut browser, &authorize(&tenant, &[])).await;
    let asked = authorize(&tenant, &[("prompt", "consent")]);
    let page = next(&mut browser, &asked).await;
    assert!(page.starts_with("/u/consent?"), "{page}");
    let posted = browser.submit(&page, &[("action", "accept")]).await;
    let back = browser.follow(posted).await;
    assert!(back.parameter("code").is_some(), "{}", back.location());
}

#[tokio::test]
async fn the_client_decides_then_the_tenant() {
    let tenant = TestTenant::start().await;
    let client_id = tenant.bootstrap.applications[1].client_id.clone();
    let mut browser = Browser::new(&tenant);
    let asked = authorize(&tenant, &[]);
    log_in(&mut browser, &asked).await;
    let silent = format!("{asked}&prompt=none");
    // In development the program is the developer's.
    assert!(browser.get(&silent).await.parameter("code").is_some());
    tenant.set_settings(json!({ SKIP: false })).await;
    let refused = browser.get(&silent).await;
    let error = refused.parameter("error");
    assert_eq!(error.as_deref(), Some("interaction_required"));
    tenant.set_client(&client_id, json!({ SKIP: true })).await;
    assert!(browser.get(&silent).await.parameter("code").is_some());
}
