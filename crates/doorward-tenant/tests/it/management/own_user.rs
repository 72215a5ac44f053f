//! What users may do on the Management API with tokens of their own.

use axum::http::Method;
use serde_json::{Value, json};

use super::{DATABASE, Management, PASSWORD, escaped, refused};
use crate::support::{Answer, claims};

impl Management {
    /// A token of the user for the Management API.
    async fn own_token(&self, email: &str, scope: &str) -> Value {
        let client = &self.tenant.bootstrap.applications[0];
        let form = [
            ("grant_type", "password"),
            ("client_id", client.client_id.as_str()),
            ("client_secret", client.client_secret.as_deref().unwrap()),
            ("username", email),
            ("password", PASSWORD),
            (
                "audience",
                self.tenant.bootstrap.management.audience.as_str(),
            ),
            ("scope", scope),
        ];
        self.tenant.post_form("/oauth/token", &form).await.json()
    }

    async fn as_user(&self, tokens: &Value, method: Method, path: &str, body: Value) -> Answer {
        let token = tokens["access_token"].as_str().unwrap();
        self.send_as(token, method, path, Some(body)).await
    }
}

/// Who signed up by themselves is no administrator, whatever they ask for.
#[tokio::test]
async fn a_user_gets_no_scope_beyond_themselves() {
    let api = Management::start().await;
    let app = &api.tenant.bootstrap.applications[0];
    let new = json!({
        "client_id": app.client_id, "connection": DATABASE, "email": "eve@example.com", "password": PASSWORD,
    });
    let signed_up = api.tenant.post_json("/dbconnections/signup", new).await;
    assert_eq!(signed_up.status, 200, "{}", signed_up.text);
    let scope = "openid read:clients read:client_keys create:clients delete:users update:users \
        update:users_app_metadata update:tenant_settings read:current_user offline_access";
    let tokens = api.own_token("eve@example.com", scope).await;
    let told = "openid read:current_user";
    assert_eq!(tokens["scope"], told, "{tokens}");
    let claims = claims(tokens["access_token"].as_str().unwrap());
    assert_eq!(claims["scope"], told);
    assert_eq!(claims.get("permissions"), None);
    let id = escaped(claims["sub"].as_str().unwrap());
    let own = format!("/users/{id}");
    for (method, path, body) in [
        (Method::GET, "/clients", Value::Null),
        (Method::GET, "/users", Value::Null),
        (
            Method::PATCH,
            "/tenants/settings",
            json!({ "friendly_name": "Eve" }),
        ),
        (
            Method::PATCH,
            own.as_str(),
            json!({ "app_metadata": { "admin": true } }),
        ),
    ] {
        let answer = api.as_user(&tokens, method, path, body).await;
        let expected = "403 insufficient_scope Insufficient scope, expected any of: ";
        assert!(
            refused(&answer).starts_with(expected),
            "{path}: {}",
            answer.text
        );
    }
}

#[tokio::test]
async fn users_read_and_change_themselves() {
    let api = Management::start().await;
    let id = api.user("ada@example.com", json!({})).await;
    let other = api.user("bob@example.com", json!({})).await;
    let (own, other) = (
        format!("/users/{}", escaped(&id)),
        format!("/users/{}", escaped(&other)),
    );
    let scope = "read:current_user update:current_user_metadata delete:current_user";
    let tokens = api.own_token("ada@example.com", scope).await;
    assert_eq!(
        claims(tokens["access_token"].as_str().unwrap())["scope"],
        scope
    );

    let read = api.as_user(&tokens, Method::GET, &own, Value::Null).await;
    assert_eq!(read.json()["email"], "ada@example.com");
    let change = json!({ "user_metadata": { "colour": "blue" } });
    let changed = api
        .as_user(&tokens, Method::PATCH, &own, change.clone())
        .await;
    assert_eq!(changed.json()["user_metadata"], change["user_metadata"]);

    let foreign = "403 - User to be acted on does not match subject in bearer token.";
    for (method, body) in [
        (Method::GET, Value::Null),
        (Method::PATCH, change),
        (Method::DELETE, Value::Null),
    ] {
        let answer = api.as_user(&tokens, method, &other, body).await;
        assert_eq!(refused(&answer), foreign);
    }
    let more = json!({ "given_name": "Ada", "email": "a@example.com", "user_metadata": {} });
    let answer = api.as_user(&tokens, Method::PATCH, &own, more).await;
    assert_eq!(
        refused(&answer),
        "403 insufficient_scope You cannot update the following fields: given_name, email"
    );
    let gone = api
        .as_user(&tokens, Method::DELETE, &own, Value::Null)
        .await;
    assert_eq!(gone.status, 204);
}

#[tokio::test]
async fn a_user_ends_their_own_devices_and_nobody_elses() {
    let api = Management::start().await;
    let app = &api.tenant.bootstrap.applications[0];
    let login = async |email: &str, password: &str| {
        let form = [
            ("grant_type", "password"),
            ("client_id", app.client_id.as_str()),
            ("client_secret", app.client_secret.as_deref().unwrap()),
            ("username", email),
            ("password", password),
            ("scope", "openid offline_access"),
        ];
        let tokens = api.tenant.post_form("/oauth/token", &form).await.json();
        claims(tokens["id_token"].as_str().unwrap())["sub"].clone()
    };
    let new = json!({
        "client_id": app.client_id, "connection": DATABASE, "email": "eve@example.com", "password": PASSWORD,
    });
    assert_eq!(
        api.tenant
            .post_json("/dbconnections/signup", new)
            .await
            .status,
        200
    );
    let eve = login("eve@example.com", PASSWORD).await;
    login(doorward_tenant::DEMO_EMAIL, doorward_tenant::DEMO_PASSWORD).await;
    let all = api.get("/device-credentials").await.json();
    let all = all.as_array().unwrap();
    assert_eq!(all.len(), 2);
    let tokens = api
        .own_token("eve@example.com", "delete:current_user_device_credentials")
        .await;
    for device in all {
        let path = format!("/device-credentials/{}", device["id"].as_str().unwrap());
        let ended = api
            .as_user(&tokens, Method::DELETE, &path, Value::Null)
            .await;
        let expected = if device["user_id"] == eve { 204 } else { 403 };
        assert_eq!(ended.status, expected, "{}", ended.text);
    }
    assert_eq!(
        api.get("/device-credentials")
            .await
            .json()
            .as_array()
            .unwrap()
            .len(),
        1
    );
}
