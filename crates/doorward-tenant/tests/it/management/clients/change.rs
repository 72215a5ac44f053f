//! `PATCH`, `DELETE` and the rotation of the secret of `/api/v2/clients/{id}`.

use axum::http::Method;
use serde_json::{Value, json};

use super::{Management, created, refused};

fn path(client: &Value) -> String {
    format!("/clients/{}", client["client_id"].as_str().unwrap())
}

#[tokio::test]
async fn a_change_replaces_members_and_merges_metadata() {
    let api = Management::start().await;
    let body = json!({ "name": "x", "client_metadata": { "a": "1", "b": "2" }, "callbacks": ["https://a.example/"] });
    let path = path(&created(&api.post("/clients", body).await));
    let policy = json!({ "rotation_type": "rotating", "expiration_type": "expiring", "leeway": 7 });
    let change = json!({ "refresh_token": policy, "client_metadata": { "a": null, "c": "3" }, "callbacks": [], "description": "" });
    let changed = api.patch(&path, change).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    let read = api.get(&path).await.json();
    for shown in [changed.json(), read] {
        assert_eq!(shown["refresh_token"], policy);
        assert_eq!(shown["client_metadata"], json!({ "b": "2", "c": "3" }));
        assert_eq!(
            (&shown["callbacks"], &shown["description"]),
            (&json!([]), &json!(""))
        );
        assert_eq!(shown["name"], "x");
    }
    let last = json!({ "client_metadata": { "b": null, "c": null } });
    let last = api.patch(&path, last).await.json();
    assert_eq!(last["client_metadata"], json!({}));
}

#[tokio::test]
async fn what_may_not_change_is_refused() {
    let api = Management::start().await;
    let path = path(&created(
        &api.post("/clients", json!({ "name": "x" })).await,
    ));
    for name in ["client_id", "global", "is_global", "tenant", "signing_keys"] {
        let refusal = refused(&api.patch(&path, json!({ name: "y" })).await);
        assert_eq!(
            refusal,
            format!(
                "400 invalid_body Payload validation error: 'Additional properties not allowed: {name}'."
            )
        );
    }
    let missing = api.patch("/clients/nobody", json!({ "name": "y" })).await;
    assert!(refused(&missing).starts_with("404 inexistent_client"));
    let secret = json!({ "client_secret": "x".repeat(64) });
    let token = api.token(&["update:clients"]).await;
    let refusal = api
        .send_as(&token, Method::PATCH, &path, Some(secret.clone()))
        .await;
    assert_eq!(
        refused(&refusal),
        "403 insufficient_scope Insufficient scope, expected any of: update:client_keys"
    );
    assert_eq!(api.patch(&path, secret).await.status, 200);
}

#[tokio::test]
async fn a_rotated_secret_replaces_the_old_one_at_once() {
    let api = Management::start().await;
    let body = json!({ "name": "x", "app_type": "non_interactive", "oidc_conformant": true });
    let old = created(&api.post("/clients", body).await);
    let audience = api.tenant.bootstrap.api.identifier.clone();
    let grant = json!({ "client_id": old["client_id"], "audience": audience, "scope": [] });
    created(&api.post("/client-grants", grant).await);
    assert_eq!(api.exchange(&old, &audience).await.status, 200);
    let rotated = api
        .post(&format!("{}/rotate-secret", path(&old)), json!({}))
        .await;
    assert_eq!(rotated.status, 200, "{}", rotated.text);
    let new = rotated.json();
    assert_ne!(new["client_secret"], old["client_secret"]);
    assert_eq!(api.exchange(&old, &audience).await.status, 401);
    assert_eq!(api.exchange(&new, &audience).await.status, 200);
}

#[tokio::test]
async fn a_deleted_client_takes_along_what_was_there_for_it() {
    let api = Management::start().await;
    let body = json!({ "name": "x", "grant_types": ["password", "refresh_token"], "oidc_conformant": true });
    let client = created(&api.post("/clients", body).await);
    let id = client["client_id"].as_str().unwrap();
    let connection = &api.tenant.bootstrap.connections.database.id;
    let clients = format!("/connections/{connection}/clients");
    let enable = json!([{ "client_id": id, "status": true }]);
    assert_eq!(api.patch(&clients, enable).await.status, 204);
    let audience = api.tenant.bootstrap.api.identifier.clone();
    let grant = json!({ "client_id": id, "audience": audience, "scope": [] });
    created(&api.post("/client-grants", grant).await);

    assert_eq!(api.delete(&path(&client), None).await.status, 204);
    assert_eq!(api.delete(&path(&client), None).await.status, 204);
    assert_eq!(api.get(&path(&client)).await.status, 404);
    let enabled = api.get(&clients).await.text;
    assert!(!enabled.contains(id), "{enabled}");
    let grants = api.get(&format!("/client-grants?client_id={id}")).await;
    assert_eq!(grants.json(), json!([]));
    assert_eq!(api.exchange(&client, &audience).await.status, 401);
}

#[tokio::test]
async fn the_global_client_cannot_be_deleted() {
    let api = Management::start().await;
    let global = api.get("/clients?is_global=true").await.json();
    let refusal = refused(&api.delete(&path(&global[0]), None).await);
    assert!(refusal.starts_with("400 operation_not_supported"));
    let page = json!({ "custom_login_page": "<html></html>" });
    assert_eq!(api.patch(&path(&global[0]), page).await.status, 200);
}
