//! `/api/v2/users` and what is below it.

use serde_json::{Value, json};

use super::{DATABASE, Management, PASSWORD, created, escaped, refused};

#[tokio::test]
async fn a_new_user_shows_what_was_given_and_can_log_in() {
    let api = Management::start().await;
    let answer = api
        .post(
            "/users",
            json!({ "connection": DATABASE, "email": "Ada@Example.com", "password": PASSWORD }),
        )
        .await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    let user = answer.json();
    let members: Vec<&str> = user
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        members,
        [
            "user_id",
            "created_at",
            "email",
            "email_verified",
            "identities",
            "name",
            "nickname",
            "picture",
            "updated_at"
        ]
    );
    let user_id = user["user_id"].as_str().unwrap();
    let hex = user_id.strip_prefix("auth0|").unwrap();
    assert!(hex.len() == 24 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert_eq!(user["email"], "ada@example.com");
    assert_eq!(user["nickname"], "ada");
    assert_eq!(
        user["identities"],
        json!([{ "connection": DATABASE, "user_id": hex, "provider": "auth0", "isSocial": false }])
    );
    assert_eq!(api.get(&format!("/users/{user_id}")).await.json(), user);
    assert_eq!(
        api.get(&format!("/users/{}", escaped(user_id)))
            .await
            .json(),
        user
    );
    assert_eq!(api.log_in("ada@example.com", PASSWORD).await.status, 200);
}

#[tokio::test]
async fn what_cannot_be_a_user_is_refused_with_auth0s_words() {
    let api = Management::start().await;
    api.user("ada@example.com", json!({ "user_id": "x" })).await;
    for (body, expected) in [
        (
            json!({ "email": "a@b.ch" }),
            "400 invalid_body Payload validation error: 'Missing required property: connection'.",
        ),
        (
            json!({ "connection": "none", "email": "a@b.ch", "password": PASSWORD }),
            "400 inexistent_connection The connection does not exist.",
        ),
        (
            json!({ "connection": DATABASE, "email": "a@b.ch" }),
            "400 invalid_body Payload validation error: 'Missing required property: password'.",
        ),
        (
            json!({ "connection": DATABASE, "password": PASSWORD }),
            "400 invalid_body Payload validation error: 'Missing required property: email'.",
        ),
        (
            json!({ "connection": DATABASE, "email": "a@b.ch", "password": "weak" }),
            "400 - PasswordStrengthError: Password is too weak",
        ),
        (
            json!({ "connection": DATABASE, "email": "ADA@example.com", "password": PASSWORD }),
            "409 auth0_idp_error The user already exists.",
        ),
        (
            json!({ "connection": DATABASE, "email": "b@b.ch", "password": PASSWORD, "user_id": "x" }),
            "409 auth0_idp_error The user already exists.",
        ),
        (
            json!({ "connection": "email" }),
            "400 invalid_body Payload validation error: 'Missing required property: email'.",
        ),
        (
            json!({ "connection": "sms" }),
            "400 invalid_body Payload validation error: 'Missing required property: phone_number'.",
        ),
    ] {
        assert_eq!(
            refused(&api.post("/users", body.clone()).await),
            expected,
            "{body}"
        );
    }
    for metadata in [
        json!({ "app_metadata": { "email": "x" } }),
        json!({ "user_metadata": { "a.b": 1 } }),
    ] {
        let mut body = json!({ "connection": DATABASE, "email": "c@b.ch", "password": PASSWORD });
        body.as_object_mut()
            .unwrap()
            .extend(metadata.as_object().unwrap().clone());
        let answer = refused(&api.post("/users", body).await);
        assert!(answer.starts_with("400 invalid_body"), "{answer}");
    }
    assert_eq!(
        refused(&api.get("/users/auth0%7Cnobody").await),
        "404 inexistent_user The user does not exist."
    );
    assert!(refused(&api.get("/users/nobody").await).starts_with("400 invalid_uri"));
}

#[tokio::test]
async fn an_address_is_one_in_lower_case_too() {
    let api = Management::start().await;
    let email = "İx@example.com";
    let body = json!({ "connection": DATABASE, "email": email, "password": PASSWORD });
    let refusal = "Object didn't pass validation for format email";
    assert!(refused(&api.post("/users", body).await).contains(refusal));
    let user = api.user("ada@example.com", json!({})).await;
    let path = format!("/users/{}", escaped(&user));
    let changed = api.patch(&path, json!({ "email": email })).await;
    assert!(refused(&changed).contains(refusal));
}

#[tokio::test]
async fn passwordless_users_need_no_password() {
    let api = Management::start().await;
    let mail = api
        .post(
            "/users",
            json!({ "connection": "email", "email": "a@b.ch" }),
        )
        .await;
    assert_eq!(mail.status, 201, "{}", mail.text);
    assert!(
        mail.json()["user_id"]
            .as_str()
            .unwrap()
            .starts_with("email|")
    );
    let text = api
        .post(
            "/users",
            json!({ "connection": "sms", "phone_number": "+41791234567" }),
        )
        .await;
    assert_eq!(text.json()["name"], "+41791234567");
}

#[tokio::test]
async fn an_update_merges_metadata_and_answers_the_whole_user() {
    let api = Management::start().await;
    let id = api
        .user(
            "ada@example.com",
            json!({ "user_metadata": { "a": 1, "deep": { "x": 1 } }, "given_name": "Ada" }),
        )
        .await;
    let path = format!("/users/{id}");
    let change = json!({
        "user_metadata": { "a": null, "b": [2], "deep": { "y": 2 } }, "app_metadata": { "plan": "full" }, "given_name": null,
    });
    let user = api.patch(&path, change).await.json();
    assert_eq!(
        user["user_metadata"],
        json!({ "deep": { "y": 2 }, "b": [2] })
    );
    assert_eq!(user["app_metadata"], json!({ "plan": "full" }));
    assert!(user.get("given_name").is_none());
    assert!(user["updated_at"].as_str() > user["created_at"].as_str());
    let user = api
        .patch(&path, json!({ "user_metadata": {}, "app_metadata": {} }))
        .await
        .json();
    assert_eq!(user["user_metadata"], json!({}));
    assert!(user.get("app_metadata").is_none());
    assert_eq!(
        refused(
            &api.patch(&path, json!({ "email": "b@c.ch", "password": PASSWORD }))
                .await
        ),
        "400 operation_not_supported Cannot update password and email simultaneously"
    );
    let other = api.user("bob@example.com", json!({})).await;
    assert_eq!(
        refused(
            &api.patch(
                &format!("/users/{other}"),
                json!({ "email": "ada@example.com" })
            )
            .await
        ),
        "409 auth0_idp_error The specified new email already exists"
    );
}

#[tokio::test]
async fn a_new_password_lets_in_and_ends_what_the_old_one_opened() {
    let api = Management::start().await;
    let id = api
        .user("ada@example.com", json!({ "blocked": true }))
        .await;
    assert_ne!(api.log_in("ada@example.com", PASSWORD).await.status, 200);
    let user = api
        .patch(
            &format!("/users/{id}"),
            json!({ "password": "another-Horse-8" }),
        )
        .await
        .json();
    assert!(user.get("blocked").is_none() && user["last_password_reset"].is_string());
    assert_ne!(api.log_in("ada@example.com", PASSWORD).await.status, 200);
    let tokens = api
        .log_in("ada@example.com", "another-Horse-8")
        .await
        .json();
    let refresh_token = tokens["refresh_token"].as_str().unwrap().to_owned();
    api.patch(&format!("/users/{id}"), json!({ "password": PASSWORD }))
        .await;
    let client = &api.tenant.bootstrap.applications[0];
    let form = [
        ("grant_type", "refresh_token"),
        ("client_id", client.client_id.as_str()),
        (
            "client_secret",
            client.client_secret.as_deref().unwrap_or_default(),
        ),
        ("refresh_token", refresh_token.as_str()),
    ];
    assert_eq!(
        api.tenant.post_form("/oauth/token", &form).await.status,
        403
    );
}

#[tokio::test]
async fn a_deleted_user_is_gone_and_may_be_deleted_again() {
    let api = Management::start().await;
    let id = api.user("ada@example.com", json!({})).await;
    for _ in 0..2 {
        assert_eq!(api.delete(&format!("/users/{id}"), None).await.status, 204);
    }
    assert_eq!(api.get(&format!("/users/{id}")).await.status, 404);
    assert_eq!(
        api.get("/users?q=email:ada@example.com").await.json(),
        json!([])
    );
    api.user("ada@example.com", json!({})).await;
}

#[tokio::test]
async fn users_are_listed_searched_sorted_and_counted() {
    let api = Management::start().await;
    let before = api.get("/users?include_totals=true").await.json()["total"]
        .as_u64()
        .unwrap();
    for name in ["ada", "bob", "eve"] {
        let metadata = json!({ "user_metadata": { "length": name.len(), "initial": &name[..1] } });
        api.user(&format!("{name}@search.example"), metadata).await;
    }
    let emails = |answer: Value| -> Vec<String> {
        let users = answer.as_array().unwrap().iter();
        users
            .map(|user| {
                user["email"]
                    .as_str()
                    .unwrap()
                    .split('@')
                    .next()
                    .unwrap()
                    .to_owned()
            })
            .collect()
    };
    let found = |path: &'static str| async { emails(api.get(path).await.json()) };
    assert_eq!(
        found("/users?q=email.domain:search.example&sort=email:-1").await,
        ["eve", "bob", "ada"]
    );
    assert_eq!(
        found("/users?q=user_metadata.initial:%22b%22&search_engine=v3").await,
        ["bob"]
    );
    assert_eq!(found("/users?q=email:B*").await, ["bob"]);
    assert_eq!(
        found("/users-by-email?email=eve@search.example").await,
        ["eve"]
    );
    let page = api
        .get("/users?q=email.domain:search.example&per_page=2&page=1&include_totals=true")
        .await
        .json();
    let members: Vec<&str> = page
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(members, ["start", "limit", "length", "total", "users"]);
    assert_eq!(
        (
            page["start"].as_u64(),
            page["length"].as_u64(),
            page["total"].as_u64()
        ),
        (Some(2), Some(1), Some(3))
    );
    let all = api
        .get("/users?per_page=0&include_totals=true")
        .await
        .json();
    assert_eq!(
        (all["total"].as_u64(), all["users"].as_array().map(Vec::len)),
        (Some(before + 3), Some(0))
    );
    let shown = api
        .get("/users?q=email:bob*&fields=email,identities.provider")
        .await
        .json();
    assert_eq!(
        shown,
        json!([{ "email": "bob@search.example", "identities": [{ "provider": "auth0" }] }])
    );
    assert_eq!(
        api.get("/users?page=9&per_page=100").await.json(),
        json!([])
    );
}

#[tokio::test]
async fn a_bad_search_is_told() {
    let api = Management::start().await;
    for (path, expected) in [
        (
            "/users?q=name:*ab",
            "400 invalid_query_string Query validation error: 'Wildcards",
        ),
        (
            "/users?q=(a",
            "400 invalid_query_string Query validation error: 'Unbalanced ( at position 0'",
        ),
        ("/users?q=a%00", "400 invalid_query_string "),
        (
            "/users?sort=user_metadata.a:1",
            "400 invalid_query_string Query validation error: 'String does not match pattern",
        ),
        (
            "/users?per_page=1000",
            "400 invalid_query_string Query validation error: 'Value 1000 is greater than maximum 100'",
        ),
        (
            "/users?nonsense=1",
            "400 invalid_query_string Query validation error: 'Additional properties not allowed: nonsense'",
        ),
        (
            "/users-by-email?email=x",
            "400 invalid_query_string Query validation error: 'Object didn't pass validation for format email: x'",
        ),
    ] {
        let answer = refused(&api.get(path).await);
        assert!(answer.starts_with(expected), "{path}: {answer}");
    }
}

#[tokio::test]
async fn permissions_are_given_directly_and_taken_away() {
    let api = Management::start().await;
    let id = api.user("ada@example.com", json!({})).await;
    let path = format!("/users/{id}/permissions");
    let system = api.tenant.bootstrap.management.audience.clone();
    let permission = |name: &str| json!({ "permissions": [{ "resource_server_identifier": system, "permission_name": name }] });
    let made = api.post(&path, permission("read:users")).await;
    assert_eq!((made.status.as_u16(), made.text.as_str()), (201, "{}"));
    let listed = api.get(&path).await.json();
    assert_eq!(listed[0]["permission_name"], "read:users");
    assert_eq!(
        listed[0]["sources"],
        json!([{ "source_id": "", "source_name": "", "source_type": "DIRECT" }])
    );
    assert!(refused(&api.post(&path, permission("fly")).await).starts_with("400"));
    let unknown = json!({ "permissions": [{ "resource_server_identifier": "urn:none", "permission_name": "x" }] });
    assert_eq!(
        refused(&api.post(&path, unknown).await),
        "404 inexistent_resource_server The resource server does not exist"
    );
    assert_eq!(
        api.delete(&path, Some(permission("read:users")))
            .await
            .status,
        204
    );
    let empty = api.get(&format!("{path}?include_totals=true")).await.json();
    assert_eq!(
        (empty["total"].as_u64(), &empty["permissions"]),
        (Some(0), &json!([]))
    );
}

#[tokio::test]
async fn an_unknown_role_is_not_assigned() {
    let api = Management::start().await;
    let id = api.user("ada@example.com", json!({})).await;
    let path = format!("/users/{id}/roles");
    let answer = api
        .post(&path, json!({ "roles": ["rol_AAAAAAAAAAAAAAAA"] }))
        .await;
    assert_eq!(refused(&answer), "404 - The role does not exist.");
    assert_eq!(api.get(&path).await.json(), json!([]));
}

#[tokio::test]
async fn a_linked_identity_logs_the_primary_user_in_and_can_leave() {
    let api = Management::start().await;
    let ada = api.user("ada@example.com", json!({})).await;
    let bob = api
        .user("bob@example.com", json!({ "given_name": "Bob" }))
        .await;
    let path = format!("/users/{ada}/identities");
    let link = |connection: &str| json!({ "provider": "auth0", "user_id": bob, "connection_id": connection });
    let elsewhere = api.post(&path, link("con_0000000000000000")).await;
    assert_eq!(
        refused(&elsewhere),
        "404 inexistent_user The user does not exist."
    );
    let linked = api
        .post(&path, link(&api.tenant.bootstrap.connections.database.id))
        .await;
    assert_eq!(linked.status, 201, "{}", linked.text);
    let identities = linked.json();
    assert_eq!(identities[0]["user_id"], ada["auth0|".len()..]);
    assert_eq!(identities[1]["profileData"]["given_name"], "Bob");
    assert_eq!(api.get(&format!("/users/{bob}")).await.status, 404);
    let tokens = api.log_in("bob@example.com", PASSWORD).await.json();
    let claims = crate::support::claims(tokens["id_token"].as_str().unwrap());
    assert_eq!(claims["sub"], ada);
    let again = api
        .post(
            &path,
            json!({ "provider": "auth0", "user_id": &bob["auth0|".len()..] }),
        )
        .await;
    assert!(refused(&again).ends_with("Specified identity already exists."));
    let main = api
        .delete(&format!("{path}/auth0/{}", &ada["auth0|".len()..]), None)
        .await;
    assert_eq!(main.status, 400);
    let left = api
        .delete(&format!("{path}/auth0/{}", &bob["auth0|".len()..]), None)
        .await;
    assert_eq!(
        (left.status.as_u16(), left.json().as_array().map(Vec::len)),
        (200, Some(1))
    );
    assert_eq!(
        api.get(&format!("/users/{bob}")).await.json()["email"],
        "bob@example.com"
    );
    let itself = api
        .post(&path, json!({ "provider": "auth0", "user_id": ada }))
        .await;
    assert_eq!(itself.status, 400);
    let nobody = api
        .post(&path, json!({ "provider": "auth0", "user_id": "nobody" }))
        .await;
    assert_eq!(
        refused(&nobody),
        "404 inexistent_user The user does not exist."
    );
}

#[tokio::test]
async fn a_blocked_user_who_was_linked_meanwhile_is_blocked() {
    let api = Management::start().await;
    let ada = api.user("ada@example.com", json!({})).await;
    for (email, is_blocked) in [("bob@example.com", true), ("eve@example.com", false)] {
        let user = api.user(email, json!({ "blocked": is_blocked })).await;
        let path = format!("/users/{ada}/identities");
        let link = json!({ "provider": "auth0", "user_id": user });
        assert_eq!(api.post(&path, link).await.status, 201);
        let path = format!("{path}/{}", user.replace('|', "/"));
        assert_eq!(api.delete(&path, None).await.status, 200);
        let again = api.get(&format!("/users/{user}")).await.json();
        assert_eq!(again["blocked"] == true, is_blocked, "{again}");
        let told = if is_blocked { 403 } else { 200 };
        assert_eq!(api.log_in(email, PASSWORD).await.status, told);
    }
}

#[tokio::test]
async fn a_change_of_a_linked_identity_leaves_the_root_attributes_alone() {
    let api = Management::start().await;
    let client = &api.tenant.bootstrap.applications[0].client_id;
    let options = json!({ "requires_username": true });
    let second = json!({ "name": "second", "strategy": "auth0", "options": options, "enabled_clients": [client] });
    created(&api.post("/connections", second).await);
    let ada = api.user("ada@example.com", json!({})).await;
    let other = json!({
        "connection": "second", "email": "second@example.com", "username": "second", "password": PASSWORD,
    });
    let other = created(&api.post("/users", other).await)["user_id"].clone();
    let taken = json!({
        "connection": "second", "email": "taken@example.com", "username": "taken", "password": PASSWORD,
    });
    created(&api.post("/users", taken).await);
    let mail = json!({ "connection": "email", "email": "code@example.com" });
    let mail = created(&api.post("/users", mail).await)["user_id"].clone();
    for (provider, user_id) in [("auth0", other), ("email", mail)] {
        let link = json!({ "provider": provider, "user_id": user_id });
        let linked = api.post(&format!("/users/{ada}/identities"), link).await;
        assert_eq!(linked.status, 201, "{}", linked.text);
    }
    let path = format!("/users/{ada}");
    let change = async |body: Value| {
        let answer = api.patch(&path, body).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        let user = answer.json();
        assert_eq!(
            (&user["email"], &user["email_verified"], &user["username"]),
            (&json!("ada@example.com"), &json!(false), &Value::Null)
        );
        assert_eq!(api.get(&path).await.json(), user);
        let identities = user["identities"].as_array().unwrap().clone();
        identities
            .into_iter()
            .map(|identity| identity["profileData"].clone())
            .collect::<Vec<_>>()
    };
    let changed = change(json!({ "connection": "second", "email": "New@example.com" })).await;
    assert_eq!(changed[1]["email"], "new@example.com");
    let changed = change(json!({ "connection": "second", "email_verified": true })).await;
    assert_eq!(
        (&changed[1]["email_verified"], &changed[2]["email"]),
        (&json!(true), &json!("code@example.com"))
    );
    let changed = change(json!({ "connection": "second", "username": "other" })).await;
    assert_eq!(changed[1]["username"], "other");
    let changed = change(json!({ "connection": "email", "email": "moved@example.com" })).await;
    assert_eq!(changed[2]["email"], "moved@example.com");
    let refusal = api
        .patch(
            &path,
            json!({ "connection": "second", "email": "taken@example.com" }),
        )
        .await;
    assert_eq!(
        refused(&refusal),
        "409 auth0_idp_error The specified new email already exists"
    );
    // The names that the identities have now let in, the former ones do not.
    assert_eq!(api.log_in("ada@example.com", PASSWORD).await.status, 200);
    let in_second = async |name: &str| {
        let client = &api.tenant.bootstrap.applications[0];
        let form = [
            (
                "grant_type",
                "http://auth0.com/oauth/grant-type/password-realm",
            ),
            ("client_id", client.client_id.as_str()),
            ("client_secret", client.client_secret.as_deref().unwrap()),
            ("realm", "second"),
            ("username", name),
            ("password", PASSWORD),
            ("scope", "openid"),
        ];
        api.tenant.post_form("/oauth/token", &form).await
    };
    for name in ["new@example.com", "other"] {
        let tokens = in_second(name).await.json();
        let claims = crate::support::claims(tokens["id_token"].as_str().unwrap());
        assert_eq!(claims["sub"], ada, "{name}");
    }
    assert!(
        in_second("second@example.com")
            .await
            .status
            .is_client_error()
    );
}

#[tokio::test]
async fn several_users_of_a_connection_may_have_one_address_where_it_says_so() {
    let api = Management::start().await;
    let client = &api.tenant.bootstrap.applications[0].client_id;
    let attributes =
        json!({ "email": { "unique": false }, "username": { "identifier": { "active": true } } });
    let connection = json!({
        "name": "shared", "strategy": "auth0", "options": { "attributes": attributes }, "enabled_clients": [client],
    });
    let connection = created(&api.post("/connections", connection).await);
    let create = async |username: &str| {
        let body = json!({
            "connection": "shared", "email": "d@example.com", "username": username, "password": PASSWORD,
        });
        api.post("/users", body).await
    };
    let first = created(&create("u1").await);
    created(&create("u2").await);
    assert_eq!(
        refused(&create("u2").await),
        "409 auth0_idp_error The user already exists."
    );
    let found = api.get("/users-by-email?email=d@example.com").await.json();
    assert_eq!(found.as_array().map(Vec::len), Some(2));
    let path = format!("/users/{}", first["user_id"].as_str().unwrap());
    for email in ["e@example.com", "d@example.com"] {
        assert_eq!(
            api.patch(&path, json!({ "email": email })).await.status,
            200
        );
    }
    let users = json!([
        { "email": "d@example.com", "username": "u3" },
        { "email": "d@example.com", "username": "u4" },
        { "email": "d@example.com", "username": "u1" },
    ]);
    let job = api.imported_into(&connection["id"], &users).await;
    assert_eq!(
        job["summary"],
        json!({ "failed": 1, "updated": 0, "inserted": 2, "total": 3 })
    );
}

#[tokio::test]
async fn a_connection_says_how_long_its_usernames_are() {
    let api = Management::start().await;
    let client = &api.tenant.bootstrap.applications[0].client_id;
    let old =
        json!({ "requires_username": true, "validation": { "username": { "min": 3, "max": 5 } } });
    let username = json!({ "identifier": { "active": true }, "validation": { "min_length": 3, "max_length": 5 } });
    let new = json!({ "attributes": { "username": username } });
    let short = "'String is too short (2 chars), minimum 3' on property username.";
    let long = "'String is too long (6 chars), maximum 5' on property username.";
    for (name, options) in [("old", old), ("new", new)] {
        let body = json!({ "name": name, "strategy": "auth0", "options": options, "enabled_clients": [client] });
        let connection = created(&api.post("/connections", body).await);
        let user = |username: &str| {
            let email = format!("{username}@{name}.example");
            json!({ "connection": name, "email": email, "username": username, "password": PASSWORD })
        };
        for (username, fault) in [("ab", short), ("abcdef", long)] {
            let expected = format!("400 invalid_body Payload validation error: {fault}");
            assert_eq!(refused(&api.post("/users", user(username)).await), expected);
        }
        let made = created(&api.post("/users", user("abcd")).await);
        let path = format!("/users/{}", made["user_id"].as_str().unwrap());
        let answer = api.patch(&path, json!({ "username": "ab" })).await;
        assert_eq!(
            refused(&answer),
            format!("400 invalid_body Payload validation error: {short}")
        );
        let mut sign_up = user("ab");
        sign_up["client_id"] = client.as_str().into();
        let answer = api.tenant.post_json("/dbconnections/signup", sign_up).await;
        assert_eq!(answer.status, 400, "{}", answer.text);
        let users = json!([
            { "email": "x@import.example", "username": "ab" },
            { "email": "y@import.example", "username": "abcdef" },
            { "email": "z@import.example", "username": "abcde" },
        ]);
        let job = api.imported_into(&connection["id"], &users).await;
        assert_eq!(
            job["summary"],
            json!({ "failed": 2, "updated": 0, "inserted": 1, "total": 3 })
        );
        let errors = format!("/jobs/{}/errors", job["id"].as_str().unwrap());
        let errors = api.get(&errors).await.json();
        assert_eq!(
            errors[0]["errors"],
            json!([{ "code": "MIN_LENGTH", "message": "Error in username property - String is too short (2 chars), minimum 3", "path": "username" }])
        );
    }
}

#[tokio::test]
async fn tokens_and_passwords_of_any_shape_stay_out_of_the_log() {
    let api = Management::start().await;
    let ada = api.user("ada@example.com", json!({})).await;
    let tokens = api.log_in("ada@example.com", PASSWORD).await.json();
    let token = tokens["id_token"].as_str().unwrap().to_owned();
    let link = format!("/users/{ada}/identities");
    api.post(&link, json!({ "link_with": token })).await;
    let body =
        json!({ "connection": DATABASE, "email": "b@example.com", "password": ["zq7array"] });
    assert_eq!(api.post("/users", body).await.status, 400);
    let body = json!({ "connection": DATABASE, "email": "b@example.com", "password": 987_654_321 });
    assert_eq!(api.post("/users", body).await.status, 400);
    let log = api.get("/logs?per_page=100").await.text;
    assert!(log.contains("link_with") && log.contains("******"));
    for secret in [token.as_str(), "zq7array", "987654321"] {
        assert!(!log.contains(secret), "{secret}");
    }
}
