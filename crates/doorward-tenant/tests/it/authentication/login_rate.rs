//! How often one user may log in from one address.

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::attack_protection::{self, BRUTE_FORCE, logged, set};
use super::{EMAIL, PASSWORD};
use crate::support::{Browser, TestTenant, encode};

const HERE: &str = "192.0.2.1";

/// Sets the clock so many seconds after a moment in the future. Set before each attempt, nothing is regained while a slow
/// machine hashes passwords.
fn set_clock(tenant: &TestTenant, seconds: i64) {
    let base = Timestamp::from_second(2_000_000_000).unwrap();
    tenant.clock.set(base + SignedDuration::from_secs(seconds));
}

/// The attempt with this number: all but the first come a second later, so that none is before it.
async fn attempt(tenant: &TestTenant, number: i64) -> String {
    set_clock(tenant, number.min(1));
    attack_protection::log_in(tenant, HERE, EMAIL, PASSWORD).await
}

#[tokio::test]
async fn twenty_logins_at_once_then_one_in_six_seconds() {
    let tenant = TestTenant::start().await;
    set(&tenant, BRUTE_FORCE, json!({ "max_attempts": 100 })).await;
    let seconds = std::cell::Cell::new(0);
    let log_in = async |ip: &str, user: &str, password: &str| {
        set_clock(&tenant, seconds.get());
        attack_protection::log_in(&tenant, ip, user, password).await
    };
    for number in 0..20 {
        seconds.set(i64::from(number > 0));
        // Right or wrong, in letters of whatever case.
        let (user, password, told) = match number % 3 {
            0 => (EMAIL.to_uppercase(), "wrong", "invalid_grant"),
            _ => (EMAIL.to_owned(), PASSWORD, ""),
        };
        assert_eq!(log_in(HERE, &user, password).await, told, "{number}");
    }
    for _ in 0..3 {
        assert_eq!(log_in(HERE, EMAIL, PASSWORD).await, "too_many_logins");
    }
    let entries = logged(&tenant, "limit_sul").await;
    assert_eq!(entries.len(), 1, "{entries:?}");
    assert_eq!(
        (&entries[0]["user_name"], &entries[0]["ip"]),
        (&json!(EMAIL), &json!(HERE))
    );
    // Others are others, and whoever waits in vain loses nothing by it.
    assert_eq!(log_in("192.0.2.2", EMAIL, PASSWORD).await, "");
    assert_eq!(
        log_in(HERE, "nobody@example.com", "x").await,
        "invalid_grant"
    );
    seconds.set(7);
    assert_eq!(log_in(HERE, EMAIL, PASSWORD).await, "");
    assert_eq!(log_in(HERE, EMAIL, PASSWORD).await, "too_many_logins");
    seconds.set(7 + 61);
    for _ in 0..10 {
        assert_eq!(log_in(HERE, EMAIL, PASSWORD).await, "");
    }
    assert_eq!(log_in(HERE, EMAIL, PASSWORD).await, "too_many_logins");
    assert_eq!(logged(&tenant, "limit_sul").await.len(), 2);
}

#[tokio::test]
async fn the_page_and_old_programs_say_so_too() {
    let tenant = TestTenant::start().await;
    set(&tenant, BRUTE_FORCE, json!({ "max_attempts": 100 })).await;
    let mut browser = Browser::new(&tenant);
    let app = &tenant.bootstrap.applications[0];
    let query = encode(&[
        ("client_id", app.client_id.as_str()),
        ("redirect_uri", app.callbacks[0].as_str()),
        ("response_type", "code"),
    ]);
    set_clock(&tenant, 0);
    let start = browser.get(&format!("/authorize?{query}")).await;
    let page = start.location().to_owned();
    let form = |password| {
        [
            ("username", EMAIL),
            ("password", password),
            ("action", "default"),
        ]
    };
    for number in 0..20 {
        set_clock(&tenant, i64::from(number > 0));
        assert_eq!(browser.submit(&page, &form("wrong")).await.status, 400);
    }
    let refused = browser.submit(&page, &form(PASSWORD)).await;
    assert_eq!(refused.status, 429);
    assert!(refused.headers.contains_key("retry-after"));
    let told = "Too many login attempts for this user. Please wait, and try again later.";
    assert!(refused.text.contains(told), "{}", refused.text);
    let form = [
        ("grant_type", "password"),
        ("client_id", app.client_id.as_str()),
        ("client_secret", app.client_secret.as_deref().unwrap()),
        ("username", EMAIL),
        ("password", PASSWORD),
    ];
    let refused = tenant.post_form("/oauth/token", &form).await;
    assert_eq!(refused.status, 429);
    assert!(refused.headers.contains_key("retry-after"));
    let body = json!({ "error": "too_many_logins", "error_description": told });
    assert_eq!(refused.json(), body);
}

#[tokio::test]
async fn in_development_logins_count_only_if_the_tenant_says_so_and_in_production_always() {
    let tenant = TestTenant::start().await;
    for number in 0..25 {
        assert_eq!(attempt(&tenant, number).await, "");
    }
    let tenant = TestTenant::in_production().await;
    for number in 0..20 {
        assert_eq!(attempt(&tenant, number).await, "");
    }
    assert_eq!(attempt(&tenant, 20).await, "too_many_logins");
    // Who only watches refuses nobody; who switched it off does not even watch.
    set(&tenant, BRUTE_FORCE, json!({ "shields": [] })).await;
    assert_eq!(attempt(&tenant, 20).await, "");
    assert_eq!(logged(&tenant, "limit_sul").await.len(), 1);
    set(
        &tenant,
        BRUTE_FORCE,
        json!({ "enabled": false, "shields": ["block"] }),
    )
    .await;
    assert_eq!(attempt(&tenant, 20).await, "");
}
