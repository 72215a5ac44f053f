//! The points of the checklist about users and imports, against Doorward's own tenant.

use std::time::Duration;

use axum::body::Body;
use doorward_tenant::{DEMO_EMAIL, DEMO_PASSWORD};
use doorward_testing::Failure;
use serde_json::json;

use crate::gateway::{request, send};
use crate::import::{form, upload};
use crate::installation::{Installation, bearer};

#[tokio::test]
async fn g_067_068_069_070_072_073_075_079_080_users_are_listed_as_the_tenant_has_them() {
    let installation = Installation::start().await;
    for n in 0..27 {
        let user = json!({ "email": format!("page{n:02}@example.com"), "password": DEMO_PASSWORD, "nickname": format!("nick{n:02}") });
        let made = installation.call("POST", "/users", &[], &user).await;
        assert_eq!(made.status, 201, "{made:?}");
    }
    let database = &installation.tenant.bootstrap().connections.database.name;
    let count = async |query: &str| {
        let found = installation.get(&format!("/users?{query}"), &[]).await;
        assert_eq!(found.status, 200, "{query}: {found:?}");
        found.json().as_array().map(Vec::len).expect("an array")
    };
    for (query, expected) in [
        (String::new(), 25),
        ("email=page*&_l=10&_sk=20".to_owned(), 7),
        ("email=page*&_l=500".to_owned(), 27),
        ("email=page03@example.com".to_owned(), 1),
        ("nickname=nick0*".to_owned(), 10),
        (format!("email=page03@example.com&connection={database}"), 1),
        ("email=page03@example.com&connection=nowhere".to_owned(), 0),
        (
            "email=page03@example.com&q=email:*&per_page=1".to_owned(),
            1,
        ),
    ] {
        assert_eq!(count(&query).await, expected, "{query}");
    }
    let sorted = installation
        .get("/users?email=page*&_s=-email&_p=email&_l=1", &[])
        .await
        .json();
    assert_eq!(sorted[0]["email"], "page26@example.com");
    let names: Vec<_> = sorted[0].as_object().expect("an object").keys().collect();
    assert_eq!(names.len(), 2, "{sorted}");
    for query in ["_l=x", "_l=0", "_sk=-1"] {
        assert_eq!(
            installation
                .get(&format!("/users?{query}"), &[])
                .await
                .error()
                .0,
            400
        );
    }
    assert_eq!(
        installation.get("/users/auth0%7Cnobody", &[]).await.status,
        404
    );

    assert_eq!(
        installation.get("/users/active", &[]).await.json(),
        json!([])
    );
    let tokens = installation.tokens().await;
    let active = installation.get("/users/active", &[]).await.json();
    assert_eq!(active.as_array().map(Vec::len), Some(1));
    let bearer = bearer(&tokens["accessToken"]);
    installation
        .get("/logout", &[("authorization", &bearer)])
        .await;
    assert_eq!(
        installation.get("/users/active", &[]).await.json(),
        json!([])
    );
}

#[tokio::test]
async fn g_081_082_083_084_085_changes_of_users_are_the_tenants() {
    let installation = Installation::start().await;
    let database = installation
        .tenant
        .bootstrap()
        .connections
        .database
        .name
        .clone();
    let user =
        json!({ "connection": database, "email": "bob@example.com", "password": DEMO_PASSWORD });
    let made = installation.call("POST", "/users", &[], &user).await;
    assert_eq!(made.status, 201, "{made:?}");
    let path = format!(
        "/users/{}",
        made.json()["user_id"]
            .as_str()
            .expect("an id")
            .replace('|', "%7C")
    );
    let weak = json!({ "email": "weak@example.com", "password": "1" });
    let refused = installation.call("POST", "/users", &[], &weak).await;
    assert_eq!(refused.status, 400, "{refused:?}");
    let elsewhere =
        json!({ "connection": "nowhere", "email": "c@example.com", "password": DEMO_PASSWORD });
    assert_eq!(
        installation
            .call("POST", "/users", &[], &elsewhere)
            .await
            .error()
            .0,
        400
    );

    let change = json!({ "user_metadata": { "lang": "it" }, "app_metadata": { "groups": ["a"] } });
    let changed = installation.call("PATCH", &path, &[], &change).await;
    assert_eq!(
        (changed.status.as_u16(), &changed.json()["app_metadata"]),
        (200, &change["app_metadata"])
    );
    let removed = json!({ "user_metadata": { "lang": null } });
    let changed = installation
        .call("PATCH", &path, &[], &removed)
        .await
        .json();
    assert_eq!(changed["user_metadata"], json!({}));

    let tokens = installation
        .password("bob@example.com", DEMO_PASSWORD)
        .await
        .json();
    let deleted = send(
        &installation.router,
        request("DELETE", &path, &[], Body::empty()),
    )
    .await;
    assert_eq!(deleted.status, 204);
    assert_eq!(installation.status_of(&tokens["accessToken"]).await, 401);
    let again = send(
        &installation.router,
        request("DELETE", &path, &[], Body::empty()),
    )
    .await;
    assert_eq!(again.status, 204);

    // Long after the management token has ended.
    installation.pass(48);
    assert_eq!(installation.get("/users?_l=1", &[]).await.status, 200);
}

#[tokio::test]
async fn g_088_089_090_091_092_an_import_is_the_tenants_job() {
    let installation = Installation::start().await;
    let database = installation
        .tenant
        .bootstrap()
        .connections
        .database
        .name
        .clone();
    let users = r#"[{"email":"imported@example.com","email_verified":true}]"#;
    for (parts, status) in [
        (vec![("users", users), ("connection_id", "con_1")], 400),
        (vec![("users", users), ("connection", "nowhere")], 400),
        (vec![("upsert", "true")], 400),
        (vec![("users", "no JSON")], 202),
    ] {
        let answer = send(&installation.router, upload(form(&parts))).await;
        assert_eq!(answer.status, status, "{parts:?}: {answer:?}");
    }
    for path in [
        "/users/import/status/job_nothing",
        "/users/import/status/job_nothing/errors",
    ] {
        let answer = installation.get(path, &[]).await;
        assert_eq!(answer.status, 404, "{answer:?}");
    }
    let parts = [
        ("users", users),
        ("connection", database.as_str()),
        ("external_id", "x-1"),
        ("upsert", "true"),
    ];
    let job = send(&installation.router, upload(form(&parts))).await;
    assert_eq!(
        (job.status.as_u16(), &job.json()["external_id"]),
        (202, &json!("x-1"))
    );
    let path = format!(
        "/users/import/status/{}",
        job.json()["id"].as_str().expect("an id")
    );
    loop {
        let job = installation.get(&path, &[]).await.json();
        if job["status"] == "completed" {
            break;
        }
        assert_ne!(job["status"], "failed", "{job}");
        tokio::task::yield_now().await;
    }
    assert_eq!(
        installation
            .get(&format!("{path}/errors"), &[])
            .await
            .status,
        204
    );
    let found = installation
        .get("/users?email=imported@example.com", &[])
        .await
        .json();
    assert_eq!(found.as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn g_065_066_the_tenant_mails_a_link_to_whom_a_request_names() {
    let installation = Installation::start().await;
    let found = installation
        .get(&format!("/users?email={DEMO_EMAIL}"), &[])
        .await
        .json();
    let (id, database) = (
        &found[0]["user_id"],
        &installation.tenant.bootstrap().connections.database.name,
    );
    let mut letters = 0;
    for (path, body) in [
        ("/change-password", json!({ "email": DEMO_EMAIL })),
        ("/change-password", json!({ "authUserId": id })),
        (
            "/users/change-password",
            json!({ "userId": id, "connection": database }),
        ),
    ] {
        let answer = installation.call("POST", path, &[], &body).await;
        assert_eq!(
            (answer.status.as_u16(), answer.body.as_str()),
            (204, ""),
            "{body}"
        );
        letters += 1;
        let asked = installation.way.calls("/dbconnections/change_password");
        assert_eq!(asked.len(), letters, "{body}");
        // Letters leave behind the answers.
        while installation
            .tenant
            .outbox(DEMO_EMAIL)
            .await
            .expect("letters")
            .len()
            < letters
        {
            tokio::task::yield_now().await;
        }
    }
    let calls = installation.way.calls("/").len();
    for body in [
        json!({}),
        json!({ "email": "" }),
        json!({ "email": DEMO_EMAIL, "authUserId": id }),
        json!({ "email": 1 }),
        json!({ "email": DEMO_EMAIL, "connection": "nowhere" }),
    ] {
        for path in ["/change-password", "/users/change-password"] {
            let answer = installation.call("POST", path, &[], &body).await;
            assert_eq!(answer.error().0, 400, "{path} {body}");
        }
    }
    assert_eq!(installation.way.calls("/").len(), calls);
    let unknown = json!({ "authUserId": "auth0|nobody" });
    let answer = installation
        .call("POST", "/change-password", &[], &unknown)
        .await;
    assert_eq!(answer.error(), (404, "user not found".to_owned()));
    let asked = installation.way.calls("/dbconnections/change_password");
    assert_eq!(asked.len(), letters);
}

#[tokio::test]
async fn g_078_a_filter_that_cannot_be_applied_is_never_dropped() {
    let installation = Installation::start().await;
    for acl in [
        "nonsense",
        "{}",
        "[1]",
        r#"[{"a":{"$where":"1"}}]"#,
        r#"[{"a":{"$regex":"(a|b)+"}}]"#,
        r#"[{"$and":{}}]"#,
    ] {
        for path in ["/users", "/users/auth0%7C1"] {
            let answer = installation.get(path, &[("acl_rows", acl)]).await;
            assert_eq!(answer.error().0, 400, "{path} {acl}");
        }
    }
    for query in [
        "_q={",
        "_q=[]",
        "_q={\"a\":{\"$x\":1}}",
        "app_metadata.a%3Ab=c",
    ] {
        let answer = installation
            .get(&format!("/users?{}", query.replace('"', "%22")), &[])
            .await;
        assert_eq!(answer.error().0, 400, "{query}");
    }
    assert_eq!(installation.way.calls("/"), Vec::<String>::new());
}

#[tokio::test]
async fn g_086_a_busy_management_api_is_told_as_it_is() {
    let installation = Installation::start().await;
    assert_eq!(installation.get("/users", &[]).await.status, 200);
    installation
        .tenant
        .fail_next(Failure::RateLimited(Duration::from_secs(3)));
    let answer = installation.get("/users", &[]).await;
    assert_eq!(
        (
            answer.status.as_u16(),
            answer.header("retry-after"),
            answer.header("x-ratelimit-remaining")
        ),
        (429, "3", "0"),
        "{answer:?}"
    );
    assert_eq!(answer.json()["errorCode"], "too_many_requests");
    installation.tenant.fail_next(Failure::Unavailable);
    assert_eq!(installation.get("/users", &[]).await.error().0, 503);
    installation.tenant.fail_next(Failure::Unavailable);
    let user = json!({ "email": "a@example.com", "password": DEMO_PASSWORD });
    let made = installation.call("POST", "/users", &[], &user).await;
    assert_eq!(made.error().0, 500);
    assert_eq!(installation.get("/users", &[]).await.status, 200);
}

#[tokio::test]
async fn g_093_without_a_map_the_tenant_hears_of_no_import() {
    let installation = Installation::with(|config| {
        let client = config["managementClient"].as_object_mut();
        let client = client.expect("an object");
        client.shift_remove("supportedConnectionsMap");
        client.shift_remove("defaultManagementConnectionName");
    })
    .await;
    let import = send(&installation.router, upload(form(&[("users", "[]")]))).await;
    assert_eq!(import.error().0, 404);
    for path in [
        "/users/import",
        "/users/import/status/job_1",
        "/users/import/status/job_1/errors",
    ] {
        assert_eq!(installation.get(path, &[]).await.error().0, 404, "{path}");
    }
    assert_eq!(installation.way.calls("/"), Vec::<String>::new());
    // Everything else about users is there.
    assert_eq!(installation.get("/users", &[]).await.status, 200);
}
