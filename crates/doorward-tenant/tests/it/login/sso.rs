//! Single sign-on: sessions, `prompt` and `max_age`.

use jiff::SignedDuration;

use super::{VERIFIER, authorize, exchange, log_in};
use crate::support::{Browser, TestTenant, claims};

#[tokio::test]
async fn a_second_login_in_the_same_browser_needs_no_page() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    log_in(&mut browser, &authorize(&tenant, &[])).await;
    for prompt in ["", "none"] {
        let back = browser
            .get(&authorize(&tenant, &[("prompt", prompt)]))
            .await;
        let code = back.parameter("code").unwrap();
        assert_eq!(exchange(&tenant, &code, VERIFIER).await.status, 200);
    }
}

#[tokio::test]
async fn prompt_login_asks_again_and_tells_when() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    log_in(&mut browser, &authorize(&tenant, &[])).await;
    tenant.clock.advance(SignedDuration::from_secs(1000));
    let back = log_in(&mut browser, &authorize(&tenant, &[("prompt", "login")])).await;
    let tokens = exchange(&tenant, &back.parameter("code").unwrap(), VERIFIER)
        .await
        .json();
    let claims = claims(tokens["id_token"].as_str().unwrap());
    let auth_time = claims["auth_time"].as_i64().unwrap();
    assert!((claims["iat"].as_i64().unwrap() - auth_time).abs() < 10);
}

#[tokio::test]
async fn max_age_asks_again_when_the_login_is_older() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    log_in(&mut browser, &authorize(&tenant, &[])).await;
    tenant.clock.advance(SignedDuration::from_secs(1000));
    let fresh = browser
        .get(&authorize(&tenant, &[("max_age", "5000")]))
        .await;
    let tokens = exchange(&tenant, &fresh.parameter("code").unwrap(), VERIFIER)
        .await
        .json();
    let claims = claims(tokens["id_token"].as_str().unwrap());
    let age = claims["iat"].as_i64().unwrap() - claims["auth_time"].as_i64().unwrap();
    assert!((1000..1010).contains(&age), "{age}");
    for max_age in ["0", "900"] {
        let asked = browser
            .get(&authorize(&tenant, &[("max_age", max_age)]))
            .await;
        assert!(
            asked.location().starts_with("/u/login?"),
            "{}",
            asked.location()
        );
    }
}

#[tokio::test]
async fn a_session_ends_when_it_is_idle_or_old() {
    let tenant = TestTenant::start().await;
    let silent = authorize(&tenant, &[("prompt", "none")]);
    let mut browser = Browser::new(&tenant);
    log_in(&mut browser, &authorize(&tenant, &[])).await;
    for _ in 0..3 {
        tenant.clock.advance(SignedDuration::from_hours(50));
        assert!(browser.get(&silent).await.parameter("code").is_some());
    }
    tenant.clock.advance(SignedDuration::from_hours(20));
    let old = browser.get(&silent).await;
    assert_eq!(old.parameter("error").as_deref(), Some("login_required"));

    log_in(&mut browser, &authorize(&tenant, &[])).await;
    tenant.clock.advance(SignedDuration::from_hours(73));
    let idle = browser.get(&silent).await;
    assert_eq!(idle.parameter("error").as_deref(), Some("login_required"));
}

#[tokio::test]
async fn a_login_gets_a_session_cookie_that_nobody_could_have_planted() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    browser.get(&authorize(&tenant, &[])).await;
    let before = browser.cookies["auth0"].clone();
    log_in(&mut browser, &authorize(&tenant, &[])).await;
    assert_ne!(browser.cookies["auth0"], before);
    let first = browser.cookies["auth0"].clone();
    log_in(&mut browser, &authorize(&tenant, &[("prompt", "login")])).await;
    let mut thief = Browser::new(&tenant);
    thief.cookies.insert("auth0".to_owned(), first);
    let stolen = thief.get(&authorize(&tenant, &[("prompt", "none")])).await;
    assert_eq!(stolen.parameter("error").as_deref(), Some("login_required"));
}

#[tokio::test]
async fn a_non_persistent_session_ends_with_the_browser() {
    let tenant = TestTenant::start().await;
    let lines = async |tenant: &TestTenant| {
        let mut browser = Browser::new(tenant);
        let start = browser.get(&authorize(tenant, &[])).await;
        let page = start.location().to_owned();
        let form = super::credentials(super::PASSWORD);
        let done = browser.submit(&page, &form).await;
        let cookies = done.headers.get_all("set-cookie").iter();
        let of_session: Vec<String> = cookies
            .map(|line| line.to_str().unwrap().to_owned())
            .filter(|line| line.starts_with("auth0="))
            .collect();
        assert_eq!(of_session.len(), 1, "{of_session:?}");
        of_session[0].clone()
    };
    let persistent = lines(&tenant).await;
    assert!(persistent.contains("Max-Age="), "{persistent}");
    let mode = serde_json::json!({ "session_cookie": { "mode": "non-persistent" } });
    tenant.set_settings(mode).await;
    let ephemeral = lines(&tenant).await;
    assert!(!ephemeral.contains("Max-Age="), "{ephemeral}");
    assert!(!ephemeral.contains("Expires="), "{ephemeral}");
}
