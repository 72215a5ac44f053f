//! How many roles and permissions a user may be given.

use futures_util::future::join_all;
use serde_json::{Value, json};

use super::{Management, escaped, refused};

/// Makes so many roles and answers their ids.
async fn roles(api: &Management, count: usize) -> Vec<String> {
    let mut ids = Vec::new();
    for number in 0..count {
        let name = json!({ "name": format!("role {number}") });
        let role = api.post("/roles", name).await.json();
        ids.push(role["id"].as_str().unwrap().to_owned());
    }
    ids
}

const TOO_MANY: &str =
    "403 too_many_entities You reached the limit of entities of this type for this tenant.";

#[tokio::test]
async fn nobody_has_more_than_fifty_roles_however_they_come() {
    let api = Management::start().await;
    let ids = roles(&api, 54).await;
    let user = api.user("ada@example.com", json!({})).await;
    let path = format!("/users/{}/roles", escaped(&user));
    let total = async || {
        let page = api.get(&format!("{path}?include_totals=true")).await;
        page.json()["total"].as_u64().unwrap()
    };
    let all = api.post(&path, json!({ "roles": ids })).await;
    assert_eq!(refused(&all), TOO_MANY);
    assert_eq!(total().await, 0, "all or none");
    let most = api.post(&path, json!({ "roles": ids[..46] })).await;
    assert_eq!(most.status, 204, "{}", most.text);
    // Many at once, by both ways, for the four places that are left.
    let by_user = ids[46..50]
        .iter()
        .map(async |id| api.post(&path, json!({ "roles": [id] })).await);
    let by_role = ids[50..].iter().map(async |id| {
        api.post(&format!("/roles/{id}/users"), json!({ "users": [user] }))
            .await
    });
    let (by_user, by_role) = tokio::join!(join_all(by_user), join_all(by_role));
    let answers = || by_user.iter().chain(&by_role);
    let given = answers()
        .filter(|answer| answer.status.is_success())
        .count();
    assert_eq!(given, 4);
    for refusal in answers().filter(|answer| !answer.status.is_success()) {
        assert_eq!(refused(refusal), TOO_MANY);
    }
    assert_eq!(total().await, 50);
    // Those they have may be given again.
    let again = api.post(&path, json!({ "roles": ids[..46] })).await;
    assert_eq!(again.status, 204, "{}", again.text);
}

#[tokio::test]
async fn nobody_has_more_than_a_thousand_permissions_of_their_own() {
    let api = Management::start().await;
    let mut named = Vec::new();
    for audience in ["urn:one", "urn:two"] {
        let scopes: Vec<Value> = (0..600)
            .map(|number| json!({ "value": format!("read:{number}") }))
            .collect();
        let server = json!({ "name": "x", "identifier": audience, "scopes": scopes });
        assert_eq!(api.post("/resource-servers", server).await.status, 201);
        named.extend((0..600).map(|number| {
            json!({ "resource_server_identifier": audience, "permission_name": format!("read:{number}") })
        }));
    }
    let user = api.user("ada@example.com", json!({})).await;
    let path = format!("/users/{}/permissions", escaped(&user));
    let give = async |some: &[Value]| api.post(&path, json!({ "permissions": some })).await;
    let total = async || {
        let page = api.get(&format!("{path}?include_totals=true")).await;
        page.json()["total"].clone()
    };
    assert_eq!(give(&named[..600]).await.status, 201);
    assert_eq!(refused(&give(&named[600..1001]).await), TOO_MANY);
    assert_eq!(total().await, 600, "all or none");
    assert_eq!(give(&named[600..999]).await.status, 201);
    let answers = join_all(
        named[999..1004]
            .iter()
            .map(async |permission| give(std::slice::from_ref(permission)).await),
    )
    .await;
    let given = answers.iter().filter(|answer| answer.status == 201).count();
    assert_eq!(given, 1);
    assert_eq!(total().await, 1000);
    assert_eq!(give(&named[..500]).await.status, 201, "they have those");
}

#[tokio::test]
async fn no_request_names_more_than_a_thousand() {
    let api = Management::start().await;
    let user = escaped(&api.user("ada@example.com", json!({})).await);
    let role = &roles(&api, 1).await[0];
    let permission = json!({ "resource_server_identifier": "urn:a", "permission_name": "a" });
    for (path, name, item) in [
        (
            format!("/users/{user}/roles"),
            "roles",
            json!("rol_0000000000000000"),
        ),
        (
            format!("/users/{user}/permissions"),
            "permissions",
            permission,
        ),
        (format!("/roles/{role}/users"), "users", json!("auth0|1")),
    ] {
        let body = json!({ name: vec![item; 1001] });
        let told = format!(
            "400 invalid_body Payload validation error: \
             'Array is too long (1001), maximum 1000' on property {name}."
        );
        assert_eq!(refused(&api.post(&path, body.clone()).await), told);
        if name != "users" {
            assert_eq!(refused(&api.delete(&path, Some(body)).await), told);
        }
    }
}
