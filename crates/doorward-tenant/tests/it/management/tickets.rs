//! `/api/v2/tickets`.

use serde_json::{Value, json};

use super::{DATABASE, Management, PASSWORD, created, escaped, refused};
use crate::support::{Answer, Browser};

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

const NEW: &str = "Another-d00r-9";

/// Two users of two databases with the second linked into the first: their ids, and the second database.
async fn linked(api: &Management) -> (String, String, Value) {
    let client = &api.tenant.bootstrap.applications[0].client_id;
    let other = json!({ "name": "other", "strategy": "auth0", "enabled_clients": [client] });
    let other = created(&api.post("/connections", other).await);
    let primary = api.user("primary@example.com", json!({})).await;
    let secondary = json!({ "connection": "other" });
    let secondary = api.user("second@example.com", secondary).await;
    let link = json!({ "provider": "auth0", "user_id": secondary });
    created(
        &api.post(&format!("/users/{}/identities", escaped(&primary)), link)
            .await,
    );
    (primary, secondary, other)
}

/// Follows a ticket and fills in what is on its page.
async fn follow(api: &Management, ticket: &Answer, form: &[(&str, &str)]) -> Answer {
    let ticket = created(ticket);
    let url = ticket["ticket"].as_str().unwrap();
    let path = &url["https://tenant.example".len()..url.len() - 1];
    let mut browser = Browser::new(&api.tenant);
    let page = browser.get(path).await;
    let page = match page.status.is_redirection() {
        true => page.location().to_owned(),
        false => path.to_owned(),
    };
    let answer = browser.submit(&page, form).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer
}

/// Whether a password opens the account of the linked user in its own database.
async fn opens(api: &Management, realm: &str, email: &str, password: &str) -> bool {
    let client = &api.tenant.bootstrap.applications[0];
    let form = [
        (
            "grant_type",
            "http://auth0.com/oauth/grant-type/password-realm",
        ),
        ("client_id", client.client_id.as_str()),
        ("client_secret", client.client_secret.as_deref().unwrap()),
        ("username", email),
        ("password", password),
        ("realm", realm),
    ];
    api.tenant.post_form("/oauth/token", &form).await.status == 200
}

#[tokio::test]
async fn a_password_ticket_is_for_the_identity_that_was_meant() {
    let api = Management::start().await;
    let (primary, secondary, other) = linked(&api).await;
    let path = "/tickets/password-change";
    let form = [
        ("password-reset", NEW),
        ("re-enter-password", NEW),
        ("action", "default"),
    ];
    let meant = json!({ "connection_id": other["id"], "email": "second@example.com" });
    follow(&api, &api.post(path, meant).await, &form).await;
    assert!(opens(&api, "other", "second@example.com", NEW).await);
    assert!(opens(&api, DATABASE, "primary@example.com", PASSWORD).await);

    let identity =
        |user: &str| json!({ "provider": "auth0", "user_id": user.split_once('|').unwrap().1 });
    let named = json!({ "user_id": primary, "identity": identity(&secondary) });
    let ticket = api.post(path, named.clone()).await;
    created(&ticket);
    let bogus = json!({ "user_id": primary, "identity": identity("auth0|nobody") });
    let nobody = "404 inexistent_user The user does not exist.";
    assert_eq!(refused(&api.post(path, bogus).await), nobody);
    let other_one = json!({
        "connection_id": other["id"], "email": "second@example.com", "identity": identity(&primary),
    });
    assert_eq!(refused(&api.post(path, other_one).await), nobody);

    // An identity that leaves takes what was issued for it out of the hands of whom it was linked to.
    let identity = format!(
        "/users/{}/identities/auth0/{}",
        escaped(&primary),
        &secondary["auth0|".len()..]
    );
    assert_eq!(api.delete(&identity, None).await.status, 200);
    let ticket = created(&ticket);
    let url = ticket["ticket"].as_str().unwrap();
    let mut browser = Browser::new(&api.tenant);
    let page = browser
        .get(&url["https://tenant.example".len()..url.len() - 1])
        .await;
    let page = page.location().to_owned();
    let late = [
        ("password-reset", PASSWORD),
        ("re-enter-password", PASSWORD),
        ("action", "default"),
    ];
    assert_eq!(browser.submit(&page, &late).await.status, 400);
    assert!(opens(&api, "other", "second@example.com", NEW).await);
}

#[tokio::test]
async fn an_address_is_verified_for_the_identity_that_has_it() {
    let api = Management::start().await;
    let (primary, secondary, _) = linked(&api).await;
    let of_second = json!({ "provider": "auth0", "user_id": &secondary["auth0|".len()..] });
    let nobody = json!({ "provider": "auth0", "user_id": "nobody" });
    let user = format!("/users/{}", escaped(&primary));
    let verified = async || {
        let user = api.get(&user).await.json();
        let brought = user["identities"][1]["profileData"]["email_verified"].clone();
        (user["email_verified"].clone(), brought)
    };
    let [ticket, letter] = ["/tickets/email-verification", "/jobs/verification-email"];
    for path in [ticket, letter] {
        let bogus = json!({ "user_id": primary, "identity": nobody });
        assert_eq!(
            refused(&api.post(path, bogus).await),
            "404 inexistent_user The user does not exist."
        );
    }
    let named = json!({ "user_id": primary, "identity": of_second });
    let letters = async || {
        let sent = api.tenant.get("/_doorward/outbox?to=second%40example.com");
        sent.await.json().as_array().map_or(0, Vec::len)
    };
    let before = letters().await;
    created(&api.post(letter, named.clone()).await);
    assert_eq!(letters().await, before + 1);

    let page = follow(
        &api,
        &api.post(ticket, named).await,
        &[("action", "default")],
    )
    .await;
    assert!(page.text.contains("was verified"), "{}", page.text);
    assert_eq!(verified().await, (json!(false), json!(true)));
    let found = "/users?q=identities.profileData.email_verified:true&fields=user_id";
    assert_eq!(
        api.get(found).await.json().as_array().map(Vec::len),
        Some(1)
    );
    let main = json!({ "user_id": primary });
    follow(
        &api,
        &api.post(ticket, main).await,
        &[("action", "default")],
    )
    .await;
    assert_eq!(verified().await, (json!(true), json!(true)));
}
