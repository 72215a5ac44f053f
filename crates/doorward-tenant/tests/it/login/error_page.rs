//! The tenant's own error page.

use serde_json::json;

use super::authorize;
use crate::support::TestTenant;

#[tokio::test]
async fn it_is_told_whom_it_is_for() {
    let tenant = TestTenant::start().await;
    let url = "https://errors.example.com/page?from=login";
    let page = json!({ "error_page": { "url": url, "show_log_link": false } });
    tenant.set_settings(page).await;
    let client_id = tenant.bootstrap.applications[1].client_id.as_str();
    let more = [
        ("redirect_uri", "https://evil.example/"),
        ("connection", "email"),
        ("ui_locales", "fr-CA fr"),
    ];
    let sent = tenant.get(&authorize(&tenant, &more)).await;
    assert!(sent.location().starts_with(url), "{}", sent.location());
    let told = |name: &str| sent.parameter(name);
    assert_eq!(told("client_id").as_deref(), Some(client_id));
    assert_eq!(told("connection").as_deref(), Some("email"));
    assert_eq!(told("lang").as_deref(), Some("fr-CA"));
    assert_eq!(told("error").as_deref(), Some("unauthorized_client"));
    assert!(told("error_description").is_some() && told("tracking").is_some());

    // What is not known is left out.
    let sent = tenant.get("/authorize?client_id=nobody").await;
    let told = |name: &str| sent.parameter(name);
    assert_eq!(told("error").as_deref(), Some("invalid_request"));
    for name in ["client_id", "connection", "lang"] {
        assert_eq!(told(name), None, "{name}");
    }
}
