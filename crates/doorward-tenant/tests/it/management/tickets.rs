//! `/api/v2/tickets`.

use serde_json::json;

use super::{Management, created, refused};

#[tokio::test]
async fn a_ticket_is_a_link_of_the_tenant_for_a_known_user() {
    let api = Management::start().await;
    let user = api.user("ada@example.com", json!({})).await;
    for path in ["/tickets/password-change", "/tickets/email-verification"] {
        let ticket = created(&api.post(path, json!({ "user_id": user })).await);
        let url = ticket["ticket"].as_str().unwrap();
        assert!(
            url.starts_with("https://tenant.example/u/") && url.ends_with('#'),
            "{url}"
        );
        let secret = url.split_once("?ticket=").unwrap().1.trim_end_matches('#');
        assert_eq!(secret.len(), 32, "{url}");
        let page = api
            .tenant
            .get(&url["https://tenant.example".len()..url.len() - 1])
            .await;
        assert!(
            !page.status.is_server_error() && !page.status.is_client_error(),
            "{}",
            page.status
        );
        let unknown = api.post(path, json!({ "user_id": "auth0|nobody" })).await;
        assert_eq!(
            refused(&unknown),
            "404 inexistent_user The user does not exist."
        );
        let both = json!({ "user_id": user, "result_url": "https://a.example/", "client_id": api.tenant.bootstrap.applications[0].client_id });
        assert!(refused(&api.post(path, both).await).starts_with("400 invalid_body"));
    }
    let connection = &api.tenant.bootstrap.connections.database.id;
    let by_address = json!({ "connection_id": connection, "email": "Ada@example.com" });
    created(&api.post("/tickets/password-change", by_address).await);
    let logged = api.tenant.manage("GET", "/logs?q=type:scpr", None).await;
    let logged = logged.json();
    assert_eq!(logged.as_array().unwrap().len(), 2, "{logged}");
    assert_eq!(logged[0]["user_id"], user.as_str());
    assert_eq!(logged[0]["$event_schema"]["version"], "1.0.0");
    assert!(
        refused(&api.post("/tickets/password-change", json!({})).await)
            .starts_with("400 invalid_body")
    );
    let passwordless =
        json!({ "connection": "email", "email": "bob@example.com", "email_verified": true });
    let bob = created(&api.post("/users", passwordless).await);
    let refusal = api
        .post(
            "/tickets/password-change",
            json!({ "user_id": bob["user_id"] }),
        )
        .await;
    assert!(refused(&refusal).starts_with("400 "));
}

/// Only the letters that people ask for themselves void each other.
#[tokio::test]
async fn a_newer_ticket_leaves_the_older_one_alone() {
    let api = Management::start().await;
    let user = api.user("ada@example.com", json!({})).await;
    let path = "/tickets/password-change";
    let older = created(&api.post(path, json!({ "user_id": user })).await);
    created(&api.post(path, json!({ "user_id": user })).await);
    let url = older["ticket"].as_str().unwrap();
    let page = api
        .tenant
        .get(&url["https://tenant.example".len()..url.len() - 1])
        .await;
    let form = api.tenant.get(page.location()).await;
    assert_eq!(form.status, 200, "{}", form.text);
}
