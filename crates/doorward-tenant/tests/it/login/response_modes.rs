//! `response_type` and `response_mode`.

use super::{authorize, log_in};
use crate::support::{Browser, TestTenant};

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
