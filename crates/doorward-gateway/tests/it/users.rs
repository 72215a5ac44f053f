//! `/users…`: the Management API behind the platform's conventions.

use serde_json::{Value, json};

use crate::gateway::{TestGateway, cookie_of, request};

#[tokio::test]
async fn g_018_069_070_075_079_users_are_listed_unchanged() {
    let gateway = TestGateway::start().await;
    let answer = gateway
        .get(
            "/users?email=a@b.c&_l=10&_sk=20&q=evil&page=9",
            &[("client-type", "nobody"), ("x-request-id", "r-1")],
        )
        .await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(
        answer.body,
        r#"[{"user_id":"auth0|1","n":1.0,"z":1,"a":2}]"#
    );
    let [call] = gateway
        .tenant
        .calls("/api/v2/users")
        .try_into()
        .expect("one call");
    assert_eq!(
        call.field("q").as_deref(),
        Some(r#"(email:"a@b.c") AND (identities.connection:"A" OR identities.connection:"B")"#)
    );
    for (name, value) in [("search_engine", "v3"), ("per_page", "10"), ("page", "2")] {
        assert_eq!(call.field(name).as_deref(), Some(value), "{name}");
    }
    assert_eq!(call.header("x-request-id"), Some("r-1"));
    let [token] = gateway
        .tenant
        .grants("client_credentials")
        .try_into()
        .expect("one token");
    for (name, value) in [("client_id", "m1"), ("client_secret", "management-secret")] {
        assert_eq!(token.field(name).as_deref(), Some(value), "{name}");
    }
    assert_eq!(
        token.field("audience"),
        Some(format!("{}/api/v2/", gateway.tenant.url))
    );
}

#[tokio::test]
async fn g_073_078_filters_cannot_be_dropped() {
    let gateway = TestGateway::start().await;
    assert_eq!(gateway.get("/users?connection=C", &[]).await.body, "[]");
    for (target, acl) in [
        ("/users?_l=0", ""),
        ("/users?_sk=x", ""),
        ("/users?_q={", ""),
        ("/users?app_metadata.a%3Ab=c", ""),
        ("/users", "nonsense"),
        ("/users", r#"[{"a":{"$where":"1"}}]"#),
        ("/users/auth0%7C1", "{}"),
    ] {
        assert_eq!(
            gateway.get(target, &[("acl_rows", acl)]).await.error().0,
            400,
            "{target} {acl}"
        );
    }
    let twice = [("acl_rows", "[]"), ("acl_rows", r#"[{"a":1}]"#)];
    assert_eq!(gateway.get("/users", &twice).await.error().0, 400);
    assert_eq!(gateway.tenant.calls("/").len(), 0);
}

#[tokio::test]
async fn g_080_one_user_is_read_by_id_or_searched_under_a_filter() {
    let gateway = TestGateway::start().await;
    let answer = gateway.get("/users/auth0%7C5%2F6?_p=email", &[]).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let [call] = gateway
        .tenant
        .calls("/api/v2/users/")
        .try_into()
        .expect("one call");
    assert_eq!(
        call.target,
        "/api/v2/users/auth0%7C5%2F6?fields=email%2Cuser_id&include_fields=true"
    );

    let acl = [("acl_rows", r#"[{"app_metadata.team":"x"}]"#)];
    let answer = gateway.get("/users/auth0%7C1", &acl).await;
    assert_eq!(answer.json()["user_id"], "auth0|1");
    let [call] = gateway
        .tenant
        .calls("/api/v2/users?")
        .try_into()
        .expect("one call");
    assert_eq!(
        call.field("q").as_deref(),
        Some(r#"(user_id:"auth0|1") AND (app_metadata.team:"x")"#)
    );
    gateway.tenant.script("/api/v2/users", 200, &[], "[]");
    assert_eq!(gateway.get("/users/auth0%7C1", &acl).await.error().0, 404);

    let unknown = r#"{"statusCode":404,"error":"Not Found","message":"The user does not exist.","errorCode":"inexistent_user"}"#;
    gateway.tenant.script("/api/v2/users/x", 404, &[], unknown);
    let answer = gateway.get("/users/x", &[]).await;
    assert_eq!(
        (answer.status.as_u16(), answer.body.as_str()),
        (404, unknown)
    );
    for id in ["%FF", "..", "%2e%2e", "%20", "a%00b"] {
        assert_eq!(
            gateway.get(&format!("/users/{id}"), &[]).await.error().0,
            400,
            "{id}"
        );
    }
}

#[tokio::test]
async fn g_081_082_users_are_created_in_a_supported_connection() {
    let gateway = TestGateway::start().await;
    for (body, connection) in [
        (json!({ "email": "a@b.c", "odd": [1, null] }), "A"),
        (json!({ "connection": "", "email": "a@b.c" }), "A"),
        (json!({ "connection": "B", "email": "a@b.c" }), "B"),
    ] {
        let answer = gateway.post("/users", &[], &body).await;
        assert_eq!(answer.status, 201, "{answer:?}");
        let mut expected = body.clone();
        expected["connection"] = json!(connection);
        assert_eq!(answer.json(), expected);
    }
    for body in [
        json!({ "connection": "C" }),
        json!({ "connection": 1 }),
        json!([]),
        json!("x"),
    ] {
        assert_eq!(
            gateway.post("/users", &[], &body).await.error().0,
            400,
            "{body}"
        );
    }
    assert_eq!(gateway.form("/users", &[], "email=a").await.error().0, 415);
    assert_eq!(gateway.tenant.calls("/api/v2/users").len(), 3);

    let base = |config: &mut Value| {
        let client = config["managementClient"]
            .as_object_mut()
            .expect("an object");
        client.shift_remove("supportedConnections");
        client.shift_remove("defaultCreateUserConnection");
    };
    let gateway = TestGateway::with(base, |_| {}).await;
    assert_eq!(
        gateway
            .post("/users", &[], &json!({ "email": "a" }))
            .await
            .error()
            .0,
        400
    );
    assert_eq!(
        gateway
            .post("/users", &[], &json!({ "connection": "C" }))
            .await
            .status,
        201
    );

    let current = |config: &mut Value| {
        base(config);
        config["managementClient"]["supportedConnectionsMap"] =
            json!({ "M": { "connectionId": "con_1" } });
        config["managementClient"]["defaultManagementConnectionName"] = json!("M");
    };
    let gateway = TestGateway::with(current, |_| {}).await;
    assert_eq!(
        gateway
            .post("/users", &[], &json!({ "email": "a" }))
            .await
            .json()["connection"],
        "M"
    );
    assert_eq!(
        gateway
            .post("/users", &[], &json!({ "connection": "A" }))
            .await
            .error()
            .0,
        400
    );
}

#[tokio::test]
async fn g_083_changes_pass_unchanged() {
    let gateway = TestGateway::start().await;
    let patch = async |target: &str, body: Value| {
        gateway
            .send(request(
                "PATCH",
                target,
                &[("content-type", "application/json")],
                body.to_string().into(),
            ))
            .await
    };
    let body = json!({ "user_metadata": { "a": null }, "$set": { "b": 1 }, "n": 1.50 });
    let answer = patch("/users/google-oauth2%7C1%2F2", body.clone()).await;
    assert_eq!((answer.status.as_u16(), answer.json()), (200, body));
    let [call] = gateway
        .tenant
        .calls("/api/v2/users/")
        .try_into()
        .expect("one call");
    assert_eq!(
        (call.method.as_str(), call.target.as_str()),
        ("PATCH", "/api/v2/users/google-oauth2%7C1%2F2")
    );
    assert_eq!(call.json()["user_metadata"], json!({ "a": null }));
    assert_eq!(
        patch("/users/x", json!({ "connection": "A" })).await.status,
        200
    );
    assert_eq!(
        patch("/users/x", json!({ "connection": "C" }))
            .await
            .error()
            .0,
        400
    );
    assert_eq!(patch("/users/x", json!(1)).await.error().0, 400);
}

#[tokio::test]
async fn g_084_a_deleted_or_blocked_user_is_logged_out() {
    let gateway = TestGateway::start().await;
    let (cookie, bearer) = (gateway.cookie().await, gateway.bearer().await);
    let body = json!({ "grant_type": "password", "username": "b", "password": "right" });
    let other = cookie_of(
        &gateway
            .post("/oauth/token", &[("client-type", "web")], &body)
            .await,
    );
    let answer = gateway
        .send(request("DELETE", "/users/auth0%7Ccode", &[], "".into()))
        .await;
    assert_eq!((answer.status.as_u16(), answer.body.as_str()), (204, ""));
    assert_eq!(
        gateway
            .get("/userinfo", &[("cookie", &cookie)])
            .await
            .error()
            .0,
        401
    );
    assert_eq!(
        gateway
            .get("/userinfo", &[("authorization", &bearer)])
            .await
            .error()
            .0,
        401
    );
    assert_eq!(
        gateway.get("/userinfo", &[("cookie", &other)]).await.status,
        200
    );
    for (blocked, status) in [
        (json!(false), 200),
        (json!("true"), 200),
        (json!(true), 401),
    ] {
        let body = json!({ "blocked": blocked }).to_string();
        gateway
            .send(request("PATCH", "/users/auth0%7Cb", &[], body.into()))
            .await;
        assert_eq!(
            gateway.get("/userinfo", &[("cookie", &other)]).await.status,
            status,
            "{blocked}"
        );
    }
    assert_eq!(gateway.get("/users/active", &[]).await.body, "[]");
}

#[tokio::test]
async fn g_082_086_the_tenants_refusals_are_passed_on() {
    let gateway = TestGateway::start().await;
    for status in [400, 409, 413] {
        let body = json!({ "statusCode": status, "error": "E", "message": "M", "errorCode": "C" })
            .to_string();
        gateway.tenant.script("/api/v2/users", status, &[], &body);
        let answer = gateway.post("/users", &[], &json!({})).await;
        assert_eq!((answer.status.as_u16(), answer.body), (status, body));
    }
    gateway.tenant.script(
        "/api/v2/users",
        429,
        &[("retry-after", "3"), ("x-ratelimit-remaining", "0")],
        r#"{"statusCode":429}"#,
    );
    let answer = gateway.get("/users", &[]).await;
    assert_eq!(
        (answer.status.as_u16(), answer.body.as_str()),
        (429, r#"{"statusCode":429}"#)
    );
    assert_eq!(
        (
            answer.header("retry-after"),
            answer.header("x-ratelimit-remaining")
        ),
        ("3", "0")
    );
    gateway.tenant.script("/api/v2/users", 503, &[], "{}");
    assert_eq!(gateway.get("/users", &[]).await.error().0, 503);
    gateway.tenant.script("/api/v2/users", 500, &[], "{}");
    assert_eq!(gateway.get("/users", &[]).await.error().0, 500);
    gateway.tenant.script("/api/v2/users", 503, &[], "{}");
    assert_eq!(gateway.post("/users", &[], &json!({})).await.error().0, 500);
}

#[tokio::test]
async fn g_085_one_token_serves_many_calls_until_it_ends() {
    let gateway = TestGateway::start().await;
    let calls = (0..20).map(|_| gateway.get("/users", &[]));
    for answer in futures_util::future::join_all(calls).await {
        assert_eq!(answer.status, 200);
    }
    let tokens = || gateway.tenant.grants("client_credentials").len();
    assert_eq!(tokens(), 1);
    gateway.advance(86_400 - 61);
    assert_eq!(gateway.get("/users", &[]).await.status, 200);
    assert_eq!(tokens(), 1);
    gateway.advance(2);
    assert_eq!(gateway.get("/users", &[]).await.status, 200);
    assert_eq!(tokens(), 2, "renewed before it ends");

    gateway.tenant.revoke_management_token();
    assert_eq!(gateway.get("/users", &[]).await.status, 200);
    assert_eq!(tokens(), 3, "renewed after a 401");
    gateway
        .tenant
        .script("/api/v2/users", 403, &[], r#"{"statusCode":403}"#);
    assert_eq!(gateway.get("/users", &[]).await.error().0, 500);
    gateway.tenant.script("/api/v2/users", 401, &[], "{}");
    gateway.tenant.script("/api/v2/users", 401, &[], "{}");
    assert_eq!(gateway.get("/users", &[]).await.error().0, 500);
}

#[tokio::test]
async fn g_085_a_refused_management_client_is_our_fault() {
    let gateway = TestGateway::start().await;
    gateway.tenant.script(
        "/oauth/token",
        401,
        &[],
        r#"{"error":"access_denied","error_description":"Unauthorized"}"#,
    );
    assert_eq!(gateway.get("/users", &[]).await.error().0, 500);
    assert_eq!(gateway.get("/users", &[]).await.status, 200);
}

#[tokio::test]
async fn the_canonical_url_names_the_management_audience() {
    let gateway = TestGateway::with(
        |config| config["auth0TenantUrl"] = json!("https://canonical.example/"),
        |_| {},
    )
    .await;
    gateway.get("/users", &[]).await;
    let [token] = gateway
        .tenant
        .grants("client_credentials")
        .try_into()
        .expect("one token");
    assert_eq!(
        token.field("audience").as_deref(),
        Some("https://canonical.example/api/v2/")
    );
    gateway
        .tenant
        .set_claims(json!({ "iss": "https://canonical.example/" }));
    gateway.bearer().await;
}

#[tokio::test]
async fn g_084_whoever_is_deleted_or_blocked_is_logged_out_although_the_caller_hangs_up() {
    for (method, body) in [("DELETE", ""), ("PATCH", r#"{"blocked":true}"#)] {
        let gateway = TestGateway::start().await;
        let cookie = gateway.cookie().await;
        let path = "/api/v2/users/auth0%7Ccode";
        let gate = gateway.tenant.hold(path);
        let call = request(method, "/users/auth0%7Ccode", &[], body.into());
        tokio::select! {
            biased;
            answer = gateway.send(call) => panic!("{answer:?}"),
            () = async {
                while gateway.tenant.calls(path).is_empty() {
                    tokio::task::yield_now().await;
                }
            } => {}
        }
        // The call is dropped by now.
        gate.add_permits(1);
        let session = [("cookie", cookie.as_str())];
        while gateway.get("/userinfo", &session).await.status == 200 {
            tokio::task::yield_now().await;
        }
        assert_eq!(gateway.get("/userinfo", &session).await.error().0, 401);
    }
}

#[tokio::test]
async fn g_068_071_072_074_076_the_tenant_is_asked_with_one_condition_made_of_all() {
    let gateway = TestGateway::start().await;
    let acl = r#"[{"app_metadata.groups":{"$in":["g","h"]}}]"#;
    for (query, acl, q) in [
        (
            "",
            "",
            r#"(identities.connection:"A" OR identities.connection:"B")"#,
        ),
        (
            "email=a@b.c&connection=A",
            "",
            r#"(email:"a@b.c") AND identities.connection:"A""#,
        ),
        (
            "nickname=jo*&app_metadata.groups=x,y",
            "",
            r#"(nickname:jo* AND app_metadata.groups:"x" AND app_metadata.groups:"y") AND (identities.connection:"A" OR identities.connection:"B")"#,
        ),
        (
            "email=a@b.c&connection=A",
            acl,
            r#"((email:"a@b.c") AND ((app_metadata.groups:"g" OR app_metadata.groups:"h"))) AND identities.connection:"A""#,
        ),
    ] {
        let answer = gateway
            .get(&format!("/users?{query}"), &[("acl_rows", acl)])
            .await;
        assert_eq!(answer.status, 200, "{answer:?}");
        let calls = gateway.tenant.calls("/api/v2/users");
        let asked = calls.last().expect("a call");
        let field = |name| asked.field(name).expect("a parameter");
        assert_eq!(field("q"), q);
        assert_eq!(
            (field("per_page"), field("page")),
            ("25".into(), "0".into())
        );
        assert_eq!(field("search_engine"), "v3");
    }
}
