//! A login that is over leads back to where it began.

use axum::body::Body;
use axum::http::{Request, header};
use serde_json::json;

use super::{authorize, log_in};
use crate::support::{Browser, DOMAIN, TestTenant};

const START: &str = "https://app.example.com/login?from=doorward";

async fn tenant() -> TestTenant {
    let tenant = TestTenant::start().await;
    let path = format!("/clients/{}", tenant.bootstrap.applications[1].client_id);
    let change = json!({ "initiate_login_uri": START });
    let answer = tenant.manage("PATCH", &path, Some(change)).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    tenant
}

#[tokio::test]
async fn a_stale_page_goes_back_to_the_application() {
    let tenant = tenant().await;
    let back = format!("{START}&iss=https%3A%2F%2F{DOMAIN}%2F");
    let mut browser = Browser::new(&tenant);
    let page = browser.get(&authorize(&tenant, &[])).await;
    let page = page.location().to_owned();
    // Somebody opens the address in another browser.
    assert_eq!(Browser::new(&tenant).get(&page).await.location(), back);
    let done = browser
        .submit(&page, &super::credentials(super::PASSWORD))
        .await;
    assert!(browser.follow(done).await.parameter("code").is_some());
    // The back button, and the form once more.
    assert_eq!(browser.get(&page).await.location(), back);
    let again = browser
        .post(&page, &super::credentials(super::PASSWORD))
        .await;
    assert_eq!(again.location(), back);
}

#[tokio::test]
async fn an_application_without_such_an_address_gets_the_error_page() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let page = browser.get(&authorize(&tenant, &[])).await;
    let stale = Browser::new(&tenant).get(page.location()).await;
    assert_eq!(stale.status, 400);
    let forged = tenant.get("/u/login?state=hKFo2Sx.nobody").await;
    assert_eq!(forged.status, 400);
}

#[tokio::test]
async fn head_changes_nothing() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    log_in(&mut browser, &authorize(&tenant, &[])).await;
    let cookies: Vec<String> = browser
        .cookies
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let silent = authorize(&tenant, &[("prompt", "none")]);
    for path in [silent.as_str(), "/v2/logout", "/oidc/logout", "/logout"] {
        let request = Request::head(path)
            .header(header::HOST, DOMAIN)
            .header(header::COOKIE, cookies.join("; "));
        let answer = tenant.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.headers.get(header::LOCATION).is_none(), "{path}");
        assert!(answer.headers.get(header::SET_COOKIE).is_none(), "{path}");
    }
    assert!(browser.get(&silent).await.parameter("code").is_some());
}

#[tokio::test]
async fn errors_go_to_the_page_that_the_tenant_has_for_them() {
    let tenant = TestTenant::start().await;
    let page =
        json!({ "error_page": { "url": "https://err.example.com/e?x=1", "show_log_link": false } });
    tenant.set_settings(page).await;
    let unknown = tenant
        .get(&authorize(&tenant, &[("client_id", "zz")]))
        .await;
    assert!(
        unknown
            .location()
            .starts_with("https://err.example.com/e?x=1&error=")
    );
    assert_eq!(
        unknown.parameter("error").as_deref(),
        Some("invalid_request")
    );
    assert_eq!(
        unknown.parameter("error_description").as_deref(),
        Some("Unknown client: zz")
    );
    assert!(unknown.parameter("tracking").is_some());
    let evil = [("redirect_uri", "https://evil.example/cb")];
    let mismatch = tenant.get(&authorize(&tenant, &evil)).await;
    let app = &tenant.bootstrap.applications[1];
    assert_eq!(
        mismatch.parameter("client_id").as_deref(),
        Some(app.client_id.as_str())
    );
    assert_eq!(
        mismatch.parameter("error").as_deref(),
        Some("unauthorized_client")
    );
}
