//! `/api/v2/client-grants`.

use serde_json::{Value, json};

use super::{Management, created, refused};
use crate::support::claims;

/// A client that has no grant, and the body of one.
async fn client(api: &Management) -> (Value, Value) {
    let machine =
        json!({ "name": "Machine", "app_type": "non_interactive", "oidc_conformant": true });
    let client = created(&api.post("/clients", machine).await);
    let audience = &api.tenant.bootstrap.api.identifier;
    let grant = json!({ "client_id": client["client_id"], "audience": audience, "scope": ["read:messages"] });
    (client, grant)
}

#[tokio::test]
async fn a_grant_is_made_once_for_a_client_and_an_api() {
    let api = Management::start().await;
    let (_, body) = client(&api).await;
    let grant = created(&api.post("/client-grants", body.clone()).await);
    let id = grant["id"].as_str().unwrap();
    assert!(id.starts_with("cgr_") && id.len() == 20);
    assert_eq!(
        (&grant["scope"], &grant["subject_type"]),
        (&json!(["read:messages"]), &json!("client"))
    );
    assert_eq!(api.get(&format!("/client-grants/{id}")).await.json(), grant);
    let conflict = format!(
        "409 - A client grant already exists between {} and {}",
        body["client_id"].as_str().unwrap(),
        body["audience"].as_str().unwrap()
    );
    assert_eq!(
        refused(&api.post("/client-grants", body.clone()).await),
        conflict
    );
    let mut for_users = body.clone();
    for_users["subject_type"] = "user".into();
    created(&api.post("/client-grants", for_users).await);
}

#[tokio::test]
async fn what_a_grant_names_must_exist() {
    let api = Management::start().await;
    let (_, body) = client(&api).await;
    let with = async |name: &str, value: Value| {
        let mut body = body.clone();
        body[name] = value;
        refused(&api.post("/client-grants", body).await)
    };
    assert_eq!(
        with("scope", json!(["fly"])).await,
        "400 invalid_body Payload validation error: scope must be a subset of resource server scopes"
    );
    assert!(
        with("audience", json!("urn:nothing"))
            .await
            .starts_with("404 inexistent_resource_server")
    );
    assert!(
        with("client_id", json!("nobody"))
            .await
            .starts_with("404 inexistent_client")
    );
    let missing = json!({ "audience": body["audience"], "scope": [] });
    assert_eq!(
        refused(&api.post("/client-grants", missing).await),
        "400 invalid_body Payload validation error: 'Missing required property: client_id'."
    );
}

#[tokio::test]
async fn tokens_follow_a_grant_at_once() {
    let api = Management::start().await;
    let (client, body) = client(&api).await;
    let audience = body["audience"].as_str().unwrap();
    let grant = created(&api.post("/client-grants", body.clone()).await);
    let path = format!("/client-grants/{}", grant["id"].as_str().unwrap());
    let token = api.exchange(&client, audience).await.json();
    assert_eq!(
        claims(token["access_token"].as_str().unwrap())["scope"],
        "read:messages"
    );
    let changed = api
        .patch(&path, json!({ "scope": ["write:messages"] }))
        .await;
    assert_eq!(
        (changed.status.as_u16(), &changed.json()["id"]),
        (200, &grant["id"])
    );
    let token = api.exchange(&client, audience).await.json();
    assert_eq!(
        claims(token["access_token"].as_str().unwrap())["scope"],
        "write:messages"
    );
    assert!(
        refused(&api.patch(&path, json!({ "audience": "x" })).await)
            .starts_with("400 invalid_body")
    );

    assert_eq!(api.delete(&path, None).await.status, 204);
    assert_eq!(api.delete(&path, None).await.status, 204);
    assert_eq!(
        refused(&api.get(&path).await),
        "404 inexistent_client_grant The grant does not exist."
    );
    let answer = api.exchange(&client, audience).await;
    assert_ne!(answer.status, 200);
}

#[tokio::test]
async fn lists_are_filtered_and_paged() {
    let api = Management::start().await;
    let (client, body) = client(&api).await;
    created(&api.post("/client-grants", body).await);
    let list = async |query: &str| api.get(&format!("/client-grants?{query}")).await.json();
    let count = |list: &Value| list.as_array().unwrap().len();
    assert_eq!(count(&list("").await), 3);
    let id = client["client_id"].as_str().unwrap();
    assert_eq!(count(&list(&format!("client_id={id}")).await), 1);
    assert_eq!(
        count(&list("audience=https%3A%2F%2Fapi.example.com%2F").await),
        2
    );
    assert_eq!(count(&list("subject_type=user").await), 0);
    assert_eq!(count(&list("allow_any_organization=true").await), 0);
    let page = list("include_totals=true&per_page=1&page=1").await;
    assert_eq!(
        (&page["total"], &page["limit"], &page["start"]),
        (&json!(3), &json!(1), &json!(1))
    );
    let part = list("take=2").await;
    let rest = list(&format!("take=2&from={}", part["next"].as_str().unwrap())).await;
    assert_eq!(
        (count(&part["client_grants"]), count(&rest["client_grants"])),
        (2, 1)
    );
}
