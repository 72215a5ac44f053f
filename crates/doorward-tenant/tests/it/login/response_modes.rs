//! `response_type` and `response_mode`.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;

use super::{authorize, log_in};
use crate::support::{Browser, TestTenant, claims};

#[tokio::test]
async fn the_form_post_page_carries_the_answer() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let back = log_in(
        &mut browser,
        &authorize(&tenant, &[("response_mode", "form_post")]),
    )
    .await;
    assert_eq!(back.status, 200);
    let action = format!(
        "action=\"{}\"",
        tenant.bootstrap.applications[1].callbacks[0]
    );
    assert!(back.text.contains(&action), "{}", back.text);
    assert!(back.text.contains("name=\"code\"") && back.text.contains("value=\"a+b/c=~\""));
}

#[tokio::test]
async fn errors_travel_in_the_mode_that_was_asked_for() {
    let tenant = TestTenant::start().await;
    let silent = |mode| authorize(&tenant, &[("prompt", "none"), ("response_mode", mode)]);
    let fragment = tenant.get(&silent("fragment")).await;
    assert!(
        fragment.location().contains("#error=login_required"),
        "{}",
        fragment.location()
    );
    let message = tenant.get(&silent("web_message")).await;
    assert_eq!(message.status, 200);
    assert!(message.text.contains("data-response=\""));
    assert!(message.text.contains("login_required"));
    assert!(message.headers.get("x-frame-options").is_none());
}

#[tokio::test]
async fn tokens_leave_authorize_only_for_clients_with_the_implicit_grant() {
    let tenant = TestTenant::start().await;
    let asked = authorize(
        &tenant,
        &[("response_type", "code id_token token"), ("nonce", "n-2")],
    );
    let answer = tenant.get(&asked).await;
    assert!(answer.location().contains('#'), "{}", answer.location());
    assert_eq!(
        answer.parameter("error").as_deref(),
        Some("unauthorized_client")
    );
    let description = "Grant type 'implicit' not allowed for the client.";
    assert_eq!(
        answer.parameter("error_description").as_deref(),
        Some(description)
    );
}

#[tokio::test]
async fn hybrid_answers_bind_code_and_token_to_the_id_token() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let web = tenant.bootstrap.applications[0].client_id.as_str();
    let nonce = ("nonce", "n-2");
    let hybrid = [
        ("client_id", web),
        ("response_type", "code id_token token"),
        nonce,
    ];
    let back = log_in(&mut browser, &authorize(&tenant, &hybrid)).await;
    assert!(back.location().contains('#'), "{}", back.location());
    let id_token = claims(&back.parameter("id_token").unwrap());
    let half = |value: &str| {
        let hash = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, value.as_bytes());
        BASE64_URL_SAFE_NO_PAD.encode(&hash.as_ref()[..16])
    };
    assert_eq!(id_token["c_hash"], half(&back.parameter("code").unwrap()));
    assert_eq!(
        id_token["at_hash"],
        half(&back.parameter("access_token").unwrap())
    );
    assert_eq!(id_token["nonce"], "n-2");
    assert_eq!(back.parameter("token_type").as_deref(), Some("Bearer"));
    assert_eq!(back.parameter("expires_in").as_deref(), Some("86400"));
    assert!(back.parameter("refresh_token").is_none());

    let implicit = [
        ("client_id", web),
        ("response_type", "token"),
        ("code_challenge", ""),
    ];
    let implicit = browser.get(&authorize(&tenant, &implicit)).await;
    assert_eq!(implicit.parameter("expires_in").as_deref(), Some("7200"));
    assert!(implicit.parameter("code").is_none());
    let unsafe_mode = [
        ("client_id", web),
        ("response_type", "id_token"),
        nonce,
        ("response_mode", "query"),
    ];
    let refused = browser.get(&authorize(&tenant, &unsafe_mode)).await;
    assert!(
        refused.location().contains("#error=invalid_request"),
        "{}",
        refused.location()
    );
}

#[tokio::test]
async fn a_web_message_hands_the_code_to_the_page_that_asked() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let silent = [("prompt", "none"), ("response_mode", "web_message")];
    log_in(&mut browser, &authorize(&tenant, &[])).await;
    let page = browser.get(&authorize(&tenant, &silent)).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let callback = &tenant.bootstrap.applications[1].callbacks[0];
    let origin = callback.strip_suffix("/callback").unwrap_or(callback);
    assert!(
        page.text.contains(&format!("data-origin=\"{origin}\"")),
        "{}",
        page.text
    );
    let response = page.text.split("data-response=\"").nth(1).unwrap();
    let response = response.split('"').next().unwrap().replace("&#34;", "\"");
    let response: serde_json::Value = serde_json::from_str(&response).unwrap();
    assert_eq!(response["state"], "a+b/c=~");
    let code = response["code"].as_str().unwrap();
    let tokens = super::exchange(&tenant, code, super::VERIFIER).await;
    assert_eq!(tokens.status, 200, "{}", tokens.text);

    // The script that hands it over comes from here, and no page but the one that asked may hear it.
    let script = page.text.split("<script src=\"").nth(1).unwrap();
    let script = tenant.get(script.split('"').next().unwrap()).await;
    assert_eq!(script.status, 200);
    assert!(script.text.contains("postMessage"), "{}", script.text);
}
