//! `/api/v2/resource-servers`.

use serde_json::{Value, json};

use super::{Management, column, created, escaped, refused};
use crate::support::claims;

fn path(api: &Value) -> String {
    format!("/resource-servers/{}", api["id"].as_str().unwrap())
}

#[tokio::test]
async fn an_identifier_makes_an_api_with_the_documented_defaults() {
    let api = Management::start().await;
    let body = json!({ "name": "Shop", "identifier": "https://shop.example/" });
    let mut made = created(&api.post("/resource-servers", body.clone()).await);
    let id = made["id"].as_str().unwrap();
    assert!(id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit()));
    made.as_object_mut().unwrap().remove("id");
    let expected = json!({
        "name": "Shop", "identifier": "https://shop.example/", "allow_offline_access": false,
        "skip_consent_for_verifiable_first_party_clients": false, "token_lifetime": 86400,
        "token_lifetime_for_web": 7200, "signing_alg": "RS256",
    });
    assert_eq!(made, expected);
    assert_eq!(
        refused(&api.post("/resource-servers", body).await),
        "409 - A resource server with the same identifier already exists."
    );
}

#[tokio::test]
async fn the_api_for_express_configuration_is_what_auth0_makes_of_it() {
    let api = Management::start().await;
    let body = json!({
        "name": "Express", "identifier": "urn:auth0:express-configure", "token_lifetime": 86400,
        "signing_alg": "HS256", "signing_secret": "sixteen characters", "enforce_policies": false,
        "allow_offline_access": true, "scopes": [{ "value": "read" }],
        "subject_type_authorization": { "client": { "policy": "require_client_grant" } },
    });
    let mut made = created(&api.post("/resource-servers", body).await);
    let read = api.get(&path(&made)).await.json();
    assert_eq!(made, read);
    made.as_object_mut().unwrap().remove("id");
    let expected = json!({
        "name": "Express", "identifier": "urn:auth0:express-configure", "allow_offline_access": false,
        "skip_consent_for_verifiable_first_party_clients": false, "token_lifetime": 300,
        "token_lifetime_for_web": 300, "signing_alg": "RS256", "enforce_policies": true,
        "subject_type_authorization": {
            "user": { "policy": "allow_all" }, "client": { "policy": "deny_all" },
        },
    });
    assert_eq!(made, expected);
    assert_eq!(api.delete(&path(&read), None).await.status, 204);
    let nameless = json!({ "identifier": "urn:auth0:express-configure" });
    let again = created(&api.post("/resource-servers", nameless).await);
    assert_eq!(again["token_lifetime"], 300);
}

#[tokio::test]
async fn an_api_is_found_by_id_and_by_identifier_however_often_that_is_encoded() {
    let api = Management::start().await;
    let body = json!({ "name": "Shop", "identifier": "https://shop.example/100%25" });
    let made = created(&api.post("/resource-servers", body).await);
    for path in [
        path(&made),
        "/resource-servers/https%3A%2F%2Fshop.example%2F100%2525".to_owned(),
        "/resource-servers/https:%252F%252Fshop.example%252F100%252525".to_owned(),
    ] {
        let found = api.get(&path).await;
        assert_eq!(found.status, 200, "{path}: {}", found.text);
        assert_eq!(found.json()["id"], made["id"]);
    }
    let read = api.get(&path(&made)).await.json();
    assert_eq!(
        read["subject_type_authorization"]["client"]["policy"],
        "require_client_grant"
    );
    assert_eq!(
        refused(&api.get("/resource-servers/nothing").await),
        "404 inexistent_resource_server The resource server does not exist"
    );
}

#[tokio::test]
async fn the_management_api_comes_first_and_keeps_its_scopes() {
    let api = Management::start().await;
    let list = api
        .get("/resource-servers?include_totals=true")
        .await
        .json();
    assert_eq!(list["total"], 2);
    let system = &list["resource_servers"][0];
    assert_eq!(
        (&system["name"], &system["is_system"]),
        (&json!("Auth0 Management API"), &json!(true))
    );
    let refusal = api.patch(&path(system), json!({ "scopes": [] })).await;
    assert_eq!(
        refused(&refusal),
        "400 invalid_body Payload validation error: 'Additional properties not allowed: scopes'."
    );
    let allowed = json!({ "token_lifetime": 3600, "name": system["name"] });
    assert_eq!(
        api.patch(&path(system), allowed).await.json()["token_lifetime"],
        3600
    );
    assert!(refused(&api.delete(&path(system), None).await).starts_with("400 "));
    let only = api
        .get("/resource-servers?identifiers=https%3A%2F%2Fapi.example.com%2F")
        .await;
    assert_eq!(column(&only.json(), "name"), ["Demo API"]);
}

#[tokio::test]
async fn a_change_is_stored_and_tokens_follow_it() {
    let api = Management::start().await;
    let body = json!({ "name": "Shop", "identifier": "urn:shop", "scopes": [{ "value": "buy" }] });
    let made = created(&api.post("/resource-servers", body).await);
    let machine =
        json!({ "name": "Machine", "app_type": "non_interactive", "oidc_conformant": true });
    let client = created(&api.post("/clients", machine).await);
    let grant =
        json!({ "client_id": client["client_id"], "audience": "urn:shop", "scope": ["buy"] });
    created(&api.post("/client-grants", grant).await);
    let change = json!({ "token_lifetime": 60, "signing_alg": "HS256", "scopes": [{ "value": "buy", "description": "Buy things" }] });
    let changed = api.patch(&path(&made), change).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    assert!(changed.json()["signing_secret"].as_str().unwrap().len() >= 16);
    assert_eq!(changed.json()["scopes"][0]["description"], "Buy things");
    let token = api.exchange(&client, "urn:shop").await.json();
    assert_eq!(token["expires_in"], 60);
    let token = token["access_token"].as_str().unwrap();
    assert!(token.starts_with("eyJhbGciOiJIUzI1NiI"), "HS256");
    assert_eq!(claims(token)["scope"], "buy");
}

#[tokio::test]
async fn scopes_are_single_words_and_different() {
    let api = Management::start().await;
    let create = async |scopes: Value| {
        let body = json!({ "name": "Shop", "identifier": "urn:shop", "scopes": scopes });
        refused(&api.post("/resource-servers", body).await)
    };
    assert_eq!(
        create(json!([{ "value": "a" }, { "value": "a" }])).await,
        "400 invalid_body Payload validation error: 'Array items are not unique (indexes 0 and 1)' on property scopes."
    );
    assert!(
        create(json!([{ "value": "a b" }]))
            .await
            .starts_with("400 invalid_body")
    );
    assert!(
        create(json!([{ "value": "" }]))
            .await
            .starts_with("400 invalid_body")
    );
}

#[tokio::test]
async fn a_deleted_api_leaves_no_permission_behind() {
    let api = Management::start().await;
    let body = json!({ "name": "Shop", "identifier": "urn:shop", "scopes": [{ "value": "buy" }] });
    let made = created(&api.post("/resource-servers", body).await);
    let role = api.post("/roles", json!({ "name": "Buyer" })).await.json();
    let permissions = format!("/roles/{}/permissions", role["id"].as_str().unwrap());
    let buy = json!({ "permissions": [{ "resource_server_identifier": "urn:shop", "permission_name": "buy" }] });
    assert_eq!(api.post(&permissions, buy.clone()).await.status, 201);
    let user = api.user("ada@example.com", json!({})).await;
    let of_user = format!("/users/{}/permissions", escaped(&user));
    assert_eq!(api.post(&of_user, buy).await.status, 201);
    let client = &api.tenant.bootstrap.applications[2].client_id;
    let grant = json!({ "client_id": client, "audience": "urn:shop", "scope": [] });
    created(&api.post("/client-grants", grant).await);

    assert_eq!(api.delete(&path(&made), None).await.status, 204);
    assert_eq!(api.delete(&path(&made), None).await.status, 204);
    assert_eq!(api.get(&permissions).await.json(), json!([]));
    assert_eq!(api.get(&of_user).await.json(), json!([]));
    assert_eq!(
        api.get("/client-grants?audience=urn%3Ashop").await.json(),
        json!([])
    );
}
