//! `/u/signup` and the verification of the address.

use super::{VERIFIER, authorize, exchange};
use crate::support::{Browser, TestTenant, claims};

#[tokio::test]
async fn who_signs_up_is_logged_in_and_verifies_the_address() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let start = browser
        .get(&authorize(&tenant, &[("screen_hint", "signup")]))
        .await;
    let page = start.location().to_owned();
    assert!(page.starts_with("/u/signup?"), "{page}");
    let weak = [
        ("email", "ada@example.com"),
        ("password", "short"),
        ("action", "default"),
    ];
    let weak = browser.submit(&page, &weak).await;
    assert_eq!(weak.status, 400);
    assert!(
        weak.text
            .contains("id=\"error-element-password\" role=\"alert\">The password is too weak")
    );
    let good = [
        ("email", "Ada@Example.com"),
        ("password", "Analytical-1"),
        ("action", "default"),
    ];
    let posted = browser.submit(&page, &good).await;
    let back = browser.follow(posted).await;
    let tokens = exchange(&tenant, &back.parameter("code").unwrap(), VERIFIER)
        .await
        .json();
    let id_token = claims(tokens["id_token"].as_str().unwrap());
    assert_eq!(id_token["email"], "ada@example.com");
    assert_eq!(id_token["email_verified"], false);

    let link = tenant.message("ada@example.com").await["link"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = link
        .strip_prefix("https://tenant.example")
        .unwrap()
        .strip_suffix('#')
        .unwrap();
    for _ in 0..2 {
        // A program that scans mail opens the link; that changes nothing.
        assert_eq!(tenant.get(path).await.status, 200);
    }
    let verified = Browser::new(&tenant)
        .submit(path, &[("action", "default")])
        .await;
    assert!(
        verified.text.contains("Your email was verified."),
        "{}",
        verified.text
    );
    let again = Browser::new(&tenant).get(path).await;
    assert_eq!(again.status, 400);
    assert!(again.text.contains("This ticket was already used."));
    let back = browser.get(&authorize(&tenant, &[])).await;
    let tokens = exchange(&tenant, &back.parameter("code").unwrap(), VERIFIER)
        .await
        .json();
    assert_eq!(
        claims(tokens["id_token"].as_str().unwrap())["email_verified"],
        true
    );
}

#[tokio::test]
async fn a_sign_up_with_a_known_address_tells_nothing() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let start = browser
        .get(&authorize(&tenant, &[("screen_hint", "signup")]))
        .await;
    let page = start.location().to_owned();
    let taken = [
        ("email", super::EMAIL),
        ("password", "Analytical-1"),
        ("action", "default"),
    ];
    let answer = browser.submit(&page, &taken).await;
    assert_eq!(answer.status, 400);
    assert!(!answer.text.contains("already exists"));
}
