//! `/u/consent`.

use super::{authorize, log_in};
use crate::support::{Browser, TestTenant};

#[tokio::test]
async fn consent_is_asked_for_when_the_application_wants_it_and_can_be_refused() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    log_in(&mut browser, &authorize(&tenant, &[])).await;
    let asked = authorize(&tenant, &[("prompt", "consent")]);
    let start = browser.get(&asked).await;
    assert!(
        start.location().starts_with("/u/consent?"),
        "{}",
        start.location()
    );
    let page = start.location().to_owned();
    assert!(
        browser
            .get(&page)
            .await
            .text
            .contains("See your email address")
    );
    let denied = browser.submit(&page, &[("action", "deny")]).await;
    assert_eq!(denied.parameter("error").as_deref(), Some("access_denied"));
    let description = "User did not authorize the request";
    assert_eq!(
        denied.parameter("error_description").as_deref(),
        Some(description)
    );

    let start = browser.get(&asked).await;
    let page = start.location().to_owned();
    let accepted = browser.submit(&page, &[("action", "accept")]).await;
    let back = browser.follow(accepted).await;
    assert!(back.parameter("code").is_some(), "{}", back.location());
}
