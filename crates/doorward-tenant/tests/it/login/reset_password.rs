//! From the forgotten password to a new one.

use jiff::SignedDuration;
use serde_json::json;

use super::new_password::{path_of_user, set_password};
use super::{EMAIL, PASSWORD, authorize, credentials, log_in};
use crate::support::{Browser, TestTenant};

const NEW: &str = "Another-d00r";

fn path(link: &str) -> String {
    let path = link.strip_prefix("https://tenant.example").unwrap();
    path.strip_suffix('#').unwrap().to_owned()
}

async fn ask(tenant: &TestTenant, email: &str) {
    let body = json!({ "email": email, "connection": "Username-Password-Authentication" });
    let answer = tenant
        .post_json("/dbconnections/change_password", body)
        .await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["content-type"], "text/html; charset=utf-8");
    assert_eq!(
        answer.text,
        "We've just sent you an email to reset your password."
    );
}

#[tokio::test]
async fn a_new_password_works_and_the_old_one_and_its_sessions_end() {
    let tenant = TestTenant::start().await;
    let mut thief = Browser::new(&tenant);
    log_in(&mut thief, &authorize(&tenant, &[])).await;

    let mut browser = Browser::new(&tenant);
    let start = browser.get(&authorize(&tenant, &[])).await;
    let login = start.location().to_owned();
    let state = start.parameter("state").unwrap();
    let connection = "Username-Password-Authentication";
    let forgotten = format!("/u/login/password-reset-start/{connection}?state={state}");
    let request = browser.get(&forgotten).await.location().to_owned();
    let literal = format!("/u/reset-password/request/{connection}?state=");
    assert!(request.starts_with(&literal), "{request}");
    let sent = browser
        .submit(&request, &[("email", EMAIL), ("action", "default")])
        .await;
    assert_eq!(sent.status, 302);
    let sent_page = sent.location().to_owned();
    let link = tenant.message(EMAIL).await["link"]
        .as_str()
        .unwrap()
        .to_owned();
    for _ in 0..2 {
        let sent = browser.get(&sent_page).await;
        assert_eq!(sent.status, 200);
        assert!(sent.text.contains("Check your email"));
        assert_eq!(tenant.message(EMAIL).await["link"], link.as_str());
    }
    let again = browser
        .submit(&sent_page, &[("action", "resend-email-action")])
        .await;
    assert_eq!(again.status, 302);
    let link = tenant.message(EMAIL).await["link"]
        .as_str()
        .unwrap()
        .to_owned();
    let page = browser.get(&path(&link)).await.location().to_owned();
    assert!(page.starts_with("/u/reset-password/change?"));
    let form = |first, second| {
        [
            ("password-reset", first),
            ("re-enter-password", second),
            ("action", "default"),
        ]
    };
    let differ = browser.submit(&page, &form(NEW, "other")).await;
    assert!(
        differ.text.contains("Passwords don&#39;t match"),
        "{}",
        differ.text
    );
    let weak = browser.submit(&page, &form("weak", "weak")).await;
    assert!(weak.text.contains("The password is too weak"));
    let done = browser.submit(&page, &form(NEW, NEW)).await;
    assert_eq!(done.status, 200, "{}", done.text);
    assert!(
        browser
            .get(&path(&link))
            .await
            .text
            .contains("This ticket was already used.")
    );

    let silent = thief.get(&authorize(&tenant, &[("prompt", "none")])).await;
    assert_eq!(silent.parameter("error").as_deref(), Some("login_required"));
    let old = browser.submit(&login, &credentials(PASSWORD)).await;
    assert_eq!(old.status, 400);
    let posted = browser.submit(&login, &credentials(NEW)).await;
    assert!(browser.follow(posted).await.parameter("code").is_some());
    assert_eq!(
        tenant.message(EMAIL).await["subject"],
        "Your password was changed"
    );
}

#[tokio::test]
async fn a_reset_link_expires_and_a_newer_one_voids_it() {
    let tenant = TestTenant::start().await;
    ask(&tenant, EMAIL).await;
    let first = path(tenant.message(EMAIL).await["link"].as_str().unwrap());
    tenant.clock.advance(SignedDuration::from_secs(1));
    ask(&tenant, EMAIL).await;
    let second = path(tenant.message(EMAIL).await["link"].as_str().unwrap());
    assert_eq!(tenant.get(&first).await.status, 400);
    assert_eq!(tenant.get(&second).await.status, 302);
    tenant.clock.advance(SignedDuration::from_hours(5 * 24));
    let expired = tenant.get(&second).await;
    assert!(
        expired.text.contains("This ticket was expired."),
        "{}",
        expired.text
    );
}

#[tokio::test]
async fn an_unknown_address_gets_the_same_answer_and_no_message() {
    let tenant = TestTenant::start().await;
    ask(&tenant, "nobody@example.com").await;
    assert!(tenant.message("nobody@example.com").await.is_null());
}

/// A link opened before `change`, and the new password typed after it. Answers whether it became the password.
async fn outlives(change: impl AsyncFn(&TestTenant)) -> bool {
    let tenant = TestTenant::start().await;
    ask(&tenant, EMAIL).await;
    let link = path(tenant.message(EMAIL).await["link"].as_str().unwrap());
    let mut browser = Browser::new(&tenant);
    let page = browser.get(&link).await.location().to_owned();
    change(&tenant).await;
    if browser.get(&page).await.status != 200 {
        return false;
    }
    let form = [
        ("password-reset", NEW),
        ("re-enter-password", NEW),
        ("action", "default"),
    ];
    let done = browser.submit(&page, &form).await;
    done.text.contains("You can now login to the application")
}

#[tokio::test]
async fn a_link_ends_with_the_address_it_went_to_and_with_any_new_password() {
    assert!(outlives(async |_| {}).await);
    let is_changed = outlives(async |tenant| {
        let change = json!({ "email": "moved@example.com", "connection": "Username-Password-Authentication" });
        let path = path_of_user(tenant).await;
        let changed = tenant.manage("PATCH", &path, Some(change)).await;
        assert_eq!(changed.status, 200, "{}", changed.text);
    });
    assert!(!is_changed.await);
    let is_changed = outlives(async |tenant| set_password(tenant, "Yet-another-d00r").await);
    assert!(!is_changed.await);
}
