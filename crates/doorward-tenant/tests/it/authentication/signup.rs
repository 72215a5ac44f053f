//! `/dbconnections/signup`.

use serde_json::{Value, json};

use super::{DATABASE, token};
use crate::support::{Answer, TestTenant};

const PASSWORD: &str = "a good Passw0rd, really";

async fn sign_up(tenant: &TestTenant, email: &str, more: Value) -> Answer {
    let mut body = json!({
        "client_id": tenant.bootstrap.applications[0].client_id,
        "connection": DATABASE, "email": email, "password": PASSWORD,
    });
    for (name, value) in more.as_object().unwrap() {
        body[name] = value.clone();
    }
    tenant.post_json("/dbconnections/signup", body).await
}

async fn can_log_in(tenant: &TestTenant, username: &str) -> bool {
    let form = [("username", username), ("password", PASSWORD)];
    token(tenant, "password", &form).await.status == 200
}

#[tokio::test]
async fn nobody_takes_a_name_that_the_connection_does_not_know() {
    let tenant = TestTenant::start().await;
    let names = json!({ "username": "ceo", "phone_number": "+15551234567" });
    let made = sign_up(&tenant, "first@example.com", names.clone()).await;
    assert_eq!(made.status, 200, "{}", made.text);
    let shown = made.json();
    assert!(shown.get("username").is_none() && shown.get("phone_number").is_none());
    assert!(can_log_in(&tenant, "first@example.com").await);
    assert!(!can_log_in(&tenant, "+15551234567").await);
    assert!(!can_log_in(&tenant, "ceo").await);
    // So they are nobody's, and do not stand in the way of anybody.
    let next = sign_up(&tenant, "second@example.com", names.clone()).await;
    assert_eq!(next.status, 200, "{}", next.text);

    let active = json!({ "identifier": { "active": true } });
    let attributes = json!({ "email": active, "phone_number": active });
    let connection = json!({
        "name": "phones", "strategy": "auth0", "options": { "attributes": attributes },
        "enabled_clients": [tenant.bootstrap.applications[0].client_id],
    });
    let made = tenant.manage("POST", "/connections", Some(connection));
    assert_eq!(made.await.status, 201);
    let mut there = names;
    there["connection"] = "phones".into();
    let made = sign_up(&tenant, "third@example.com", there.clone()).await;
    assert_eq!(made.json()["phone_number"], "+15551234567", "{}", made.text);
    assert!(made.json().get("username").is_none(), "{}", made.text);
    let taken = sign_up(&tenant, "fourth@example.com", there).await;
    assert_eq!(taken.json()["code"], "invalid_signup", "{}", taken.text);
}

#[tokio::test]
async fn who_names_no_client_signs_up_for_all() {
    let tenant = TestTenant::start().await;
    let nobody = json!({ "client_id": null });
    let made = sign_up(&tenant, "ada@example.com", nobody.clone()).await;
    assert_eq!(made.status, 200, "{}", made.text);
    assert!(can_log_in(&tenant, "ada@example.com").await);
    let letter = tenant.message("ada@example.com").await;
    assert!(letter["link"].is_string(), "{letter}");
    let global = tenant.manage("GET", "/clients?is_global=true", None).await;
    let global = global.json()[0]["client_id"].as_str().unwrap().to_owned();
    let logged = tenant.manage("GET", "/logs?q=type:ss", None).await.json();
    assert_eq!(logged[0]["client_id"], global.as_str());

    // It is no client that anybody names, and opens no connection that is closed to all.
    let named = json!({ "client_id": global });
    let named = sign_up(&tenant, "grace@example.com", named).await;
    assert_eq!(named.json()["code"], "invalid_client", "{}", named.text);
    let database = tenant.bootstrap.connections.database.id.clone();
    for app in &tenant.bootstrap.applications {
        super::enable(&tenant, &database, &app.client_id, false).await;
    }
    let management = tenant.bootstrap.management.client_id.clone();
    super::enable(&tenant, &database, &management, false).await;
    let closed = sign_up(&tenant, "grace@example.com", nobody).await;
    assert_eq!(
        closed.json()["code"],
        "invalid_connection",
        "{}",
        closed.text
    );
}

#[tokio::test]
async fn a_tenant_may_tell_which_name_is_taken() {
    let tenant = TestTenant::start().await;
    let database = tenant.bootstrap.connections.database.id.clone();
    tenant
        .set_options(&database, json!({ "requires_username": true }))
        .await;
    let ada = json!({ "username": "ada" });
    let made = sign_up(&tenant, "ada@example.com", ada.clone()).await;
    assert_eq!(made.status, 200, "{}", made.text);
    let code = async |email: &str, username: &str| {
        let again = sign_up(&tenant, email, json!({ "username": username })).await;
        assert_eq!(again.status, 400);
        again.json()["code"].as_str().unwrap().to_owned()
    };
    assert_eq!(code("other@example.com", "ADA").await, "invalid_signup");
    let flag = json!({ "flags": { "enable_public_signup_user_exists_error": true } });
    tenant.set_settings(flag).await;
    assert_eq!(code("other@example.com", "ADA").await, "username_exists");
    assert_eq!(code("ada@example.com", "grace").await, "user_exists");
}

#[tokio::test]
async fn metadata_may_be_null_and_holds_no_nul() {
    let tenant = TestTenant::start().await;
    let none = json!({ "user_metadata": null });
    let made = sign_up(&tenant, "ada@example.com", none).await;
    assert_eq!(made.status, 200, "{}", made.text);
    assert!(made.json().get("user_metadata").is_none());
    let nul = json!({ "user_metadata": { "colour": "x\0y" } });
    let refused = sign_up(&tenant, "grace@example.com", nul).await;
    assert_eq!(refused.status, 400, "{}", refused.text);
}

#[tokio::test]
async fn who_has_a_username_can_log_in_whatever_it_looks_like() {
    let tenant = TestTenant::start().await;
    let database = tenant.bootstrap.connections.database.id.clone();
    tenant
        .set_options(&database, json!({ "requires_username": true }))
        .await;
    for (number, username) in ["joe@home", "+4711", "plain"].into_iter().enumerate() {
        let (email, name) = (
            format!("u{number}@example.com"),
            json!({ "username": username }),
        );
        let made = sign_up(&tenant, &email, name).await;
        assert_eq!(made.status, 200, "{}", made.text);
        assert!(can_log_in(&tenant, username).await, "{username}");
        assert!(can_log_in(&tenant, &email).await);
    }
    assert!(!can_log_in(&tenant, "jim@home").await);
}
