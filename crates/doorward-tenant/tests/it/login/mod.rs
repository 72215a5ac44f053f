//! Universal Login.

mod authorize;
mod confirmation;
mod consent;
mod device;
mod entries;
mod error_page;
mod initiate;
mod logout;
mod mail;
mod new_password;
mod par;
mod passwordless;
mod request_object;
mod reset_password;
mod response_modes;
mod signup;
mod spent_codes;
mod sso;

use crate::support::{Answer, Browser, TestTenant, encode};

pub(crate) const EMAIL: &str = doorward_tenant::DEMO_EMAIL;
pub(crate) const PASSWORD: &str = doorward_tenant::DEMO_PASSWORD;
/// RFC 7636, appendix B.
pub(crate) const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub(crate) const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// An `/authorize` address of the demo SPA, with PKCE; `more` adds or replaces parameters.
pub(crate) fn authorize(tenant: &TestTenant, more: &[(&str, &str)]) -> String {
    let app = &tenant.bootstrap.applications[1];
    let base = [
        ("client_id", app.client_id.as_str()),
        ("redirect_uri", app.callbacks[0].as_str()),
        ("response_type", "code"),
        ("scope", "openid profile email"),
        ("state", "a+b/c=~"),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ];
    let mut all: Vec<(&str, &str)> = base
        .into_iter()
        .filter(|(name, _)| !more.iter().any(|(known, _)| known == name))
        .collect();
    all.extend(more.iter().filter(|(_, value)| !value.is_empty()));
    format!("/authorize?{}", encode(&all))
}

/// Logs the demo user in on the login page that `address` leads to; answers what comes after it.
pub(crate) async fn log_in(browser: &mut Browser<'_>, address: &str) -> Answer {
    let start = browser.get(address).await;
    assert!(
        start.location().starts_with("/u/login?state="),
        "{}",
        start.location()
    );
    let page = start.location().to_owned();
    let posted = browser.submit(&page, &credentials(PASSWORD)).await;
    browser.follow(posted).await
}

pub(crate) fn credentials(password: &str) -> [(&str, &str); 3] {
    [
        ("username", EMAIL),
        ("password", password),
        ("action", "default"),
    ]
}

/// Exchanges a code of the demo SPA.
pub(crate) async fn exchange(tenant: &TestTenant, code: &str, verifier: &str) -> Answer {
    let app = &tenant.bootstrap.applications[1];
    let form = [
        ("grant_type", "authorization_code"),
        ("client_id", app.client_id.as_str()),
        ("code", code),
        ("redirect_uri", app.callbacks[0].as_str()),
        ("code_verifier", verifier),
    ];
    tenant.post_form("/oauth/token", &form).await
}
