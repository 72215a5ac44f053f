//! `/api/v2/connections`.

use serde_json::{Value, json};

use super::{Management, PASSWORD, column, created, escaped, refused};

fn path(connection: &Value) -> String {
    format!("/connections/{}", connection["id"].as_str().unwrap())
}

#[tokio::test]
async fn every_strategy_starts_with_its_options() {
    let api = Management::start().await;
    let database = json!({
        "mfa": { "active": true, "return_enroll_settings": true }, "passwordPolicy": "good", "strategy_version": 2,
        "authentication_methods": {
            "password": { "enabled": true, "api_behavior": "required", "signup_behavior": "allow" },
            "passkey": { "enabled": false },
        },
        "passkey_options": { "challenge_ui": "both", "progressive_enrollment_enabled": true, "local_enrollment_enabled": true },
        "brute_force_protection": true,
    });
    let cases = [
        ("auth0", database),
        ("email", json!({ "brute_force_protection": true })),
        (
            "google-oauth2",
            json!({ "email": true, "profile": true, "scope": ["email", "profile"] }),
        ),
        ("facebook", json!({ "scope": "" })),
        ("github", json!({ "scope": [] })),
        ("apple", json!({})),
        (
            "linkedin",
            json!({ "profile": true, "scope": ["r_basicprofile"] }),
        ),
        (
            "windowslive",
            json!({ "signin": true, "scope": ["wl.signin"] }),
        ),
        ("ad", json!({ "ips": null, "brute_force_protection": true })),
    ];
    for (strategy, options) in cases {
        let name = format!("c-{strategy}");
        let body = json!({ "name": name, "strategy": strategy });
        let connection = created(&api.post("/connections", body).await);
        assert_eq!(connection["options"], options, "{strategy}");
        assert_eq!(connection["realms"], json!([name]));
        assert_eq!(connection["is_domain_connection"], false);
        assert_eq!(connection["enabled_clients"], json!([]));
        assert_eq!(connection["authentication"], json!({ "active": true }));
        let id = connection["id"].as_str().unwrap();
        assert!(id.starts_with("con_") && id.len() == 20);
        assert_eq!(connection.get("show_as_button").is_some(), strategy == "ad");
        assert_eq!(api.get(&path(&connection)).await.json(), connection);
    }
}

#[tokio::test]
async fn names_are_checked_and_taken_once() {
    let api = Management::start().await;
    let body = json!({ "name": "corp", "strategy": "email" });
    created(&api.post("/connections", body.clone()).await);
    assert_eq!(
        refused(&api.post("/connections", body).await),
        "409 connection_conflict A connection with the same name already exists"
    );
    let bad = json!({ "name": "-corp", "strategy": "email" });
    assert!(refused(&api.post("/connections", bad).await).starts_with("400 invalid_body"));
    let unknown = json!({ "name": "x", "strategy": "email", "enabled_clients": ["nobodynobodynobodynobodynobody12"] });
    assert_eq!(
        refused(&api.post("/connections", unknown).await),
        "400 inexistent_client The client does not exist"
    );
    assert_eq!(
        column(&api.get("/connections?name=x").await.json(), "name"),
        [""; 0]
    );
}

#[tokio::test]
async fn lists_are_in_the_order_of_names_and_filtered() {
    let api = Management::start().await;
    for name in ["beta", "Alpha"] {
        created(
            &api.post(
                "/connections",
                json!({ "name": name, "strategy": "github" }),
            )
            .await,
        );
    }
    let names = |list: &Value| column(list, "name");
    let all = api.get("/connections").await.json();
    assert_eq!(
        names(&all),
        [
            "Alpha",
            "beta",
            "email",
            "sms",
            "Username-Password-Authentication"
        ]
    );
    let two = api
        .get("/connections?strategy=github&strategy=sms")
        .await
        .json();
    assert_eq!(names(&two), ["Alpha", "beta", "sms"]);
    let one = api
        .get("/connections?name=beta&fields=name,strategy")
        .await
        .json();
    assert_eq!(one, json!([{ "name": "beta", "strategy": "github" }]));
    let page = api
        .get("/connections?per_page=2&page=1&include_totals=true")
        .await
        .json();
    assert_eq!((&page["total"], &page["start"]), (&json!(5), &json!(2)));
    assert_eq!(names(&page["connections"]), ["email", "sms"]);
    let part = api.get("/connections?take=4").await.json();
    let rest = format!(
        "/connections?take=4&from={}",
        part["next"].as_str().unwrap()
    );
    let rest = api.get(&rest).await.json();
    assert_eq!(
        names(&rest["connections"]),
        ["Username-Password-Authentication"]
    );
    assert!(rest.get("next").is_none());
    let unknown = api.get("/connections?fields=users").await;
    assert!(refused(&unknown).contains(
            "String 'users' does not match pattern. Must be a comma separated list of the following values: "
        ));
}

#[tokio::test]
async fn a_change_replaces_options_whole_and_not_the_name() {
    let api = Management::start().await;
    let body = json!({ "name": "db", "strategy": "auth0", "metadata": { "a": "1" } });
    let connection = created(&api.post("/connections", body).await);
    let change = json!({ "options": { "passwordPolicy": "low" }, "realms": ["db", "other"], "is_domain_connection": true });
    let changed = api.patch(&path(&connection), change).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    let read = api.get(&path(&connection)).await.json();
    assert_eq!(changed.json(), read);
    assert_eq!(read["options"], json!({ "passwordPolicy": "low" }));
    assert_eq!(read["realms"], json!(["db", "other"]));
    assert_eq!(
        (&read["metadata"], &read["is_domain_connection"]),
        (&json!({ "a": "1" }), &json!(true))
    );
    for name in ["name", "strategy"] {
        let refusal = api.patch(&path(&connection), json!({ name: "x" })).await;
        assert!(refused(&refusal).contains("Additional properties not allowed"));
    }
    let missing = api
        .patch("/connections/con_0000000000000000", json!({ "realms": [] }))
        .await;
    assert_eq!(
        refused(&missing),
        "404 inexistent_connection The connection does not exist"
    );
}

#[tokio::test]
async fn attributes_keep_their_rules() {
    let api = Management::start().await;
    let create = async |options: Value| {
        let body = json!({ "name": "db", "strategy": "auth0", "options": options });
        refused(&api.post("/connections", body).await)
    };
    let email = json!({ "email": { "identifier": { "active": true } } });
    assert_eq!(
        create(
            json!({ "attributes": email, "validation": { "username": { "min": 1, "max": 5 } } })
        )
        .await,
        "400 invalid_body Cannot set both options.attributes and options.validation"
    );
    assert_eq!(
        create(json!({ "attributes": email, "requires_username": true })).await,
        "400 invalid_body Cannot set both options.attributes and options.requires_username"
    );
    assert_eq!(
        create(json!({ "attributes": { "email": { "identifier": { "active": false } } } })).await,
        "400 invalid_body attributes must contain one active identifier"
    );
}

/// The status of a login that names the connection.
async fn in_realm(api: &Management) -> u16 {
    let client = &api.tenant.bootstrap.applications[0];
    let form = [
        (
            "grant_type",
            "http://auth0.com/oauth/grant-type/password-realm",
        ),
        ("client_id", client.client_id.as_str()),
        ("client_secret", client.client_secret.as_deref().unwrap()),
        ("realm", "Username-Password-Authentication"),
        ("username", "ada@example.com"),
        ("password", PASSWORD),
    ];
    let answer = api.tenant.post_form("/oauth/token", &form).await;
    answer.status.as_u16()
}

#[tokio::test]
async fn clients_are_enabled_and_disabled() {
    let api = Management::start().await;
    let client = api.tenant.bootstrap.applications[0].client_id.clone();
    let body = json!({ "name": "db", "strategy": "auth0", "enabled_clients": [client] });
    let connection = created(&api.post("/connections", body).await);
    assert_eq!(connection["enabled_clients"], json!([client]));
    let clients = format!("{}/clients", path(&connection));
    let list = json!({ "clients": [{ "client_id": client }] });
    assert_eq!(api.get(&clients).await.json(), list);

    let database = &api.tenant.bootstrap.connections.database.id;
    let of_database = format!("/connections/{database}/clients");
    api.user("ada@example.com", json!({})).await;
    assert_eq!(in_realm(&api).await, 200);
    let set = |status: bool| json!([{ "client_id": client, "status": status }]);
    assert_eq!(api.patch(&of_database, set(false)).await.status, 204);
    assert_ne!(in_realm(&api).await, 200);
    assert_eq!(api.patch(&of_database, set(true)).await.status, 204);
    assert_eq!(in_realm(&api).await, 200);

    let many = vec![json!({ "client_id": client, "status": true }); 51];
    assert_eq!(
        refused(&api.patch(&clients, many.into()).await),
        "400 invalid_body Payload validation error: 'Array is too long (51), maximum 50'."
    );
    let unknown = json!([{ "client_id": "nobodynobodynobodynobodynobody12", "status": true }]);
    assert!(refused(&api.patch(&clients, unknown).await).starts_with("404 inexistent_client"));
    let part = api.get(&format!("{of_database}?take=2")).await.json();
    assert_eq!(part["clients"].as_array().unwrap().len(), 2);
    let rest = format!(
        "{of_database}?take=2&from={}",
        part["next"].as_str().unwrap()
    );
    assert_eq!(
        api.get(&rest).await.json()["clients"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[tokio::test]
async fn a_deleted_connection_takes_its_users_along() {
    let api = Management::start().await;
    let database = &api.tenant.bootstrap.connections.database;
    let user = api.user("ada@example.com", json!({})).await;
    let path = format!("/connections/{}", database.id);
    let deleted = api.delete(&path, None).await;
    assert_eq!(deleted.status, 202, "{}", deleted.text);
    assert!(deleted.json()["deleted_at"].is_string());
    assert_eq!(api.delete(&path, None).await.status, 204);
    assert_eq!(api.get(&path).await.status, 404);
    assert_eq!(
        api.get(&format!("/users/{}", super::escaped(&user)))
            .await
            .status,
        404
    );
    assert_eq!(api.get("/users").await.json(), json!([]));
    let again = json!({ "name": database.name, "strategy": "auth0" });
    created(&api.post("/connections", again).await);
}

#[tokio::test]
async fn a_user_is_deleted_by_address() {
    let api = Management::start().await;
    let user = api.user("ada@example.com", json!({})).await;
    let connections = &api.tenant.bootstrap.connections;
    let path = format!(
        "/connections/{}/users?email=Ada%40example.com",
        connections.database.id
    );
    assert_eq!(api.delete(&path, None).await.status, 204);
    assert_eq!(api.delete(&path, None).await.status, 204);
    assert_eq!(
        api.get(&format!("/users/{}", super::escaped(&user)))
            .await
            .status,
        404
    );
    let other = format!(
        "/connections/{}/users?email=a%40b.example",
        connections.email.id
    );
    assert_eq!(
        refused(&api.delete(&other, None).await),
        "400 - Connection must be a database connection"
    );
}

#[tokio::test]
async fn a_database_has_the_options_that_are_known_and_no_others() {
    let api = Management::start().await;
    let body = |strategy: &str, options: Value| json!({ "name": "c", "strategy": strategy, "options": options });
    let unknown = json!({ "disable_signup": true, "shoe": 1 });
    let expected = "400 invalid_body Payload validation error: 'Additional properties not allowed: shoe' on \
                    property options.";
    let answer = api
        .post("/connections", body("auth0", unknown.clone()))
        .await;
    assert_eq!(refused(&answer), expected);
    let connection = created(&api.post("/connections", body("auth0", json!({}))).await);
    let answer = api
        .patch(&path(&connection), json!({ "options": unknown }))
        .await;
    assert_eq!(refused(&answer), expected);
    let wrong = json!({ "options": { "brute_force_protection": "yes" } });
    assert_eq!(
        refused(&api.patch(&path(&connection), wrong).await),
        "400 invalid_body Payload validation error: 'Expected type boolean but found type string' on property \
         options.brute_force_protection."
    );
    // What was read can be written back.
    let options = api.get(&path(&connection)).await.json()["options"].clone();
    let written = api
        .patch(&path(&connection), json!({ "options": options }))
        .await;
    assert_eq!(
        (written.status.as_u16(), &written.json()["options"]),
        (200, &options)
    );
    let other = json!({ "name": "d", "strategy": "samlp", "options": { "shoe": 1 } });
    let other = api.post("/connections", other).await;
    assert_eq!(created(&other)["options"]["shoe"], 1);
}

#[tokio::test]
async fn nobody_is_made_in_a_connection_that_is_gone() {
    let api = Management::start().await;
    let client = &api.tenant.bootstrap.applications[0].client_id;
    let made = json!({ "name": "short-lived", "strategy": "auth0", "enabled_clients": [client] });
    created(&api.post("/connections", made).await);
    let user =
        |email: &str| json!({ "connection": "short-lived", "email": email, "password": PASSWORD });
    created(&api.post("/users", user("ada@example.com")).await);
    // As when it is deleted between the look at what is kept in memory and the write.
    api.tenant
        .execute("DELETE FROM connections WHERE name = 'short-lived'")
        .await;
    assert_eq!(
        refused(&api.post("/users", user("bob@example.com")).await),
        "400 inexistent_connection The connection does not exist."
    );
    let found = api
        .get("/users-by-email?email=bob@example.com")
        .await
        .json();
    assert_eq!(found, json!([]));
}

#[tokio::test]
async fn a_user_is_not_found_by_an_identity_that_went_with_its_connection() {
    let api = Management::start().await;
    let client = &api.tenant.bootstrap.applications[0].client_id;
    let other = json!({ "name": "other", "strategy": "auth0", "enabled_clients": [client] });
    let other = created(&api.post("/connections", other).await);
    let id = other["id"].as_str().unwrap();
    let primary = api.user("ada@example.com", json!({})).await;
    let path = format!("/users/{}", escaped(&primary));
    let found = async || {
        let q = "/users?q=identities.profileData.email:*example.com&fields=user_id";
        api.get(q).await.json().as_array().unwrap().len()
    };
    for way in [
        format!("/connections/{id}/users?email=bob@example.com"),
        format!("/connections/{id}"),
    ] {
        let linked = api
            .user("bob@example.com", json!({ "connection": "other" }))
            .await;
        let link = json!({ "provider": "auth0", "user_id": linked });
        created(&api.post(&format!("{path}/identities"), link).await);
        assert_eq!(found().await, 1);
        let before = api.get(&path).await.json()["updated_at"].clone();
        api.tenant.clock.advance(jiff::SignedDuration::from_secs(1));
        assert!(api.delete(&way, None).await.status.is_success());
        assert_eq!(found().await, 0, "{way}");
        let user = api.get(&path).await.json();
        assert_eq!(user["identities"].as_array().map(Vec::len), Some(1));
        assert_ne!(user["updated_at"], before, "{way}");
    }
}
