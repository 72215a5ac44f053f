//! `/api/v2/roles`.

use serde_json::{Value, json};

use super::{Management, column, escaped, refused};

async fn role(api: &Management, name: &str) -> Value {
    let answer = api.post("/roles", json!({ "name": name })).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

fn path(role: &Value) -> String {
    format!("/roles/{}", role["id"].as_str().unwrap())
}

#[tokio::test]
async fn roles_are_made_changed_and_deleted() {
    let api = Management::start().await;
    let made = role(&api, "Admin").await;
    assert!(made["id"].as_str().unwrap().starts_with("rol_"));
    assert_eq!(
        (&made["name"], &made["type"]),
        (&json!("Admin"), &json!("tenant"))
    );
    assert_eq!(
        refused(&api.post("/roles", json!({ "name": "Admin" })).await),
        "409 - The role already exists."
    );
    let change = json!({ "name": "Boss", "description": "May everything" });
    let changed = api.patch(&path(&made), change).await.json();
    assert_eq!(api.get(&path(&made)).await.json(), changed);
    assert_eq!(
        (&changed["name"], &changed["description"]),
        (&json!("Boss"), &json!("May everything"))
    );
    let other = role(&api, "Other").await;
    let taken = api.patch(&path(&other), json!({ "name": "Boss" })).await;
    assert_eq!(refused(&taken), "409 - The role already exists.");
    let deleted = api.delete(&path(&made), None).await;
    assert_eq!((deleted.status.as_u16(), deleted.json()), (200, json!({})));
    assert_eq!(
        refused(&api.delete(&path(&made), None).await),
        "404 - The role does not exist."
    );
    assert_eq!(api.get(&path(&made)).await.status, 404);
}

#[tokio::test]
async fn lists_are_in_the_order_of_bytes_and_filtered_by_a_part_of_the_name() {
    let api = Management::start().await;
    for name in ["read_only", "Reader", "Admin"] {
        role(&api, name).await;
    }
    let list = async |query: &str| api.get(&format!("/roles?{query}")).await.json();
    assert_eq!(
        column(&list("").await, "name"),
        ["Admin", "Reader", "read_only"]
    );
    assert_eq!(
        column(&list("name_filter=READ").await, "name"),
        ["Reader", "read_only"]
    );
    let page = list("include_totals=true&per_page=1&page=2").await;
    assert_eq!((&page["total"], &page["start"]), (&json!(3), &json!(2)));
    assert_eq!(column(&page["roles"], "name"), ["read_only"]);
    assert_eq!(list("page=9").await, json!([]));
    assert!(refused(&api.get("/roles?per_page=1000").await).starts_with(
            "400 invalid_query_string Query validation error: 'Value 1000 is greater than maximum 100' on property per_page"
        ));
}

#[tokio::test]
async fn a_role_has_permissions_of_apis() {
    let api = Management::start().await;
    let role = role(&api, "Reader").await;
    let permissions = format!("{}/permissions", path(&role));
    let audience = api.tenant.bootstrap.api.identifier.clone();
    let named = |name: &str| json!({ "permissions": [{ "resource_server_identifier": audience, "permission_name": name }] });
    for _ in 0..2 {
        let added = api.post(&permissions, named("read:messages")).await;
        assert_eq!((added.status.as_u16(), added.json()), (201, json!({})));
    }
    let expected = json!([{
        "permission_name": "read:messages", "description": "",
        "resource_server_name": "Demo API", "resource_server_identifier": audience,
    }]);
    assert_eq!(api.get(&permissions).await.json(), expected);
    let page = api
        .get(&format!("{permissions}?include_totals=true"))
        .await
        .json();
    assert_eq!(
        (&page["total"], &page["permissions"]),
        (&json!(1), &expected)
    );
    assert_eq!(api.post(&permissions, named("fly")).await.status, 400);
    let unknown = json!({ "permissions": [{ "resource_server_identifier": "urn:x", "permission_name": "fly" }] });
    assert_eq!(api.post(&permissions, unknown).await.status, 404);
    assert_eq!(
        api.delete(&permissions, Some(named("read:messages")))
            .await
            .status,
        204
    );
    assert_eq!(api.get(&permissions).await.json(), json!([]));
    assert_eq!(
        refused(&api.get("/roles/rol_0000000000000000/permissions").await),
        "404 - The role does not exist."
    );
}

#[tokio::test]
async fn users_have_roles_as_long_as_both_are_there() {
    let api = Management::start().await;
    let role = role(&api, "Reader").await;
    let users = format!("{}/users", path(&role));
    let mut ids = Vec::new();
    for number in 0..3 {
        ids.push(
            api.user(&format!("user{number}@example.com"), json!({}))
                .await,
        );
    }
    let assigned = api.post(&users, json!({ "users": ids })).await;
    assert_eq!(
        (assigned.status.as_u16(), assigned.json()),
        (200, json!({}))
    );
    let unknown = api.post(&users, json!({ "users": ["auth0|nobody"] })).await;
    assert_eq!(
        refused(&unknown),
        "404 inexistent_user The user does not exist."
    );

    let list = api.get(&users).await.json();
    let members: Vec<&String> = list[0].as_object().unwrap().keys().collect();
    assert_eq!(members, ["user_id", "email", "picture", "name"]);
    assert_eq!(list.as_array().unwrap().len(), 3);
    let part = api.get(&format!("{users}?take=2")).await.json();
    assert!(part.get("total").is_none());
    let rest = format!("{users}?take=2&from={}", part["next"].as_str().unwrap());
    let rest = api.get(&rest).await.json();
    assert_eq!(
        (
            part["users"].as_array().unwrap().len(),
            rest["users"].as_array().unwrap().len()
        ),
        (2, 1)
    );
    assert!(rest.get("next").is_none());

    api.delete(&path(&role), None).await;
    let roles = api.get(&format!("/users/{}/roles", escaped(&ids[0]))).await;
    assert_eq!(roles.json(), json!([]));
}

/// Characters that nothing can compress.
fn noise(length: usize) -> String {
    let mut state = 7u32;
    let next = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from_u32(0x1_f300 + (state >> 16) % 512).unwrap()
    };
    (0..length).map(next).collect()
}

#[tokio::test]
async fn names_fit_into_the_index_of_either_engine() {
    let api = Management::start().await;
    let long = json!({ "name": noise(3_000) });
    assert!(refused(&api.post("/roles", long.clone()).await).starts_with("400 invalid_body"));
    let role = role(&api, &noise(100)).await;
    assert!(refused(&api.patch(&path(&role), long).await).starts_with("400 invalid_body"));

    let api_of = |identifier: String, scope: String| json!({ "identifier": identifier, "scopes": [{ "value": scope }] });
    for body in [
        api_of(noise(600), "x".into()),
        api_of("urn:x".into(), noise(280)),
    ] {
        let answer = api.post("/resource-servers", body).await;
        assert!(
            refused(&answer).starts_with("400 invalid_body"),
            "{}",
            answer.text
        );
    }
    let (identifier, scope) = (noise(150), noise(70));
    let longest = api.post(
        "/resource-servers",
        api_of(identifier.clone(), scope.clone()),
    );
    assert_eq!(longest.await.status, 201);
    let user = json!({ "user_id": noise(63) });
    let user = api.user("ada@example.com", user).await;
    let permission = json!({ "permissions": [{
        "resource_server_identifier": identifier, "permission_name": scope,
    }] });
    let of_role = format!("{}/permissions", path(&role));
    assert_eq!(api.post(&of_role, permission.clone()).await.status, 201);
    let user = form_urlencoded::byte_serialize(user.as_bytes()).collect::<String>();
    let of_user = format!("/users/{user}/permissions");
    assert_eq!(api.post(&of_user, permission).await.status, 201);
}
