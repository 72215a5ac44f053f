//! `POST /change-password` and `POST /users/change-password`.

use serde_json::json;

use crate::gateway::TestGateway;

#[tokio::test]
async fn g_065_a_link_is_mailed_by_address_or_user() {
    for path in ["/change-password", "/users/change-password"] {
        for (client, body, connection) in [
            ("spa", json!({ "email": "a@b.c" }), "A"),
            ("web", json!({ "email": "a@b.c", "connection": "B" }), "B"),
            ("spa", json!({ "authUserId": "auth0|1" }), "B"),
            (
                "spa",
                json!({ "userId": "auth0|1", "connection": "A" }),
                "A",
            ),
        ] {
            let gateway = TestGateway::start().await;
            let answer = gateway.post(path, &[("client-type", client)], &body).await;
            assert_eq!(
                (answer.status.as_u16(), answer.body.as_str()),
                (204, ""),
                "{body}"
            );
            let [call] = gateway
                .tenant
                .calls("/dbconnections/change_password")
                .try_into()
                .expect("one call");
            assert_eq!(
                call.json(),
                json!({ "client_id": "c1", "email": "a@b.c", "connection": connection })
            );
        }
    }
}

#[tokio::test]
async fn g_065_the_clients_connection_is_the_last_resort() {
    let change = |config: &mut serde_json::Value| {
        let client = config["managementClient"]
            .as_object_mut()
            .expect("an object");
        client.shift_remove("supportedConnections");
        client.shift_remove("defaultCreateUserConnection");
        config["clients"]["web"]["supportedConnections"] = json!(["W"]);
    };
    let gateway = TestGateway::with(change, |_| {}).await;
    let body = json!({ "email": "a@b.c" });
    assert_eq!(
        gateway
            .post("/change-password", &[("client-type", "web")], &body)
            .await
            .status,
        204
    );
    let [call] = gateway
        .tenant
        .calls("/dbconnections/change_password")
        .try_into()
        .expect("one call");
    assert_eq!(call.json()["connection"], "W");
    assert_eq!(
        gateway
            .post("/change-password", &[("client-type", "spa")], &body)
            .await
            .error()
            .0,
        400
    );
    assert_eq!(
        gateway
            .post("/change-password", &[("client-type", "strict")], &body)
            .await
            .error()
            .0,
        400
    );
}

#[tokio::test]
async fn g_066_wrong_requests_are_refused() {
    let gateway = TestGateway::start().await;
    for body in [
        json!({}),
        json!({ "email": "" }),
        json!({ "email": "a", "authUserId": "b" }),
        json!({ "email": 1 }),
        json!({ "email": "a", "connection": "C" }),
        json!({ "email": "a", "connection": ["A"] }),
    ] {
        assert_eq!(
            gateway.post("/change-password", &[], &body).await.error().0,
            400,
            "{body}"
        );
    }
    assert_eq!(
        gateway
            .post(
                "/change-password",
                &[("client-type", "x")],
                &json!({ "email": "a" })
            )
            .await
            .error()
            .0,
        401
    );
    assert_eq!(
        gateway
            .form("/change-password", &[], "email=a")
            .await
            .error()
            .0,
        415
    );
    assert_eq!(gateway.tenant.calls("/").len(), 0);
    gateway.tenant.script("/api/v2/users/x", 404, &[], "{}");
    assert_eq!(
        gateway
            .post("/change-password", &[], &json!({ "userId": "x" }))
            .await
            .error(),
        (404, "user not found".to_owned())
    );
    gateway.tenant.script(
        "/api/v2/users/x",
        200,
        &[],
        r#"{"identities":[{"provider":"auth0","connection":"A"}]}"#,
    );
    assert_eq!(
        gateway
            .post("/change-password", &[], &json!({ "userId": "x" }))
            .await
            .error()
            .0,
        400
    );
    gateway.tenant.script(
        "/api/v2/users/x",
        200,
        &[],
        r#"{"email":"a","identities":[{"provider":"google-oauth2"}]}"#,
    );
    assert_eq!(
        gateway
            .post("/change-password", &[], &json!({ "userId": "x" }))
            .await
            .error()
            .0,
        400
    );
}

#[tokio::test]
async fn the_tenants_refusals_keep_their_status() {
    let gateway = TestGateway::start().await;
    for (given, expected) in [(400, 400), (429, 429), (500, 500)] {
        gateway.tenant.script(
            "/dbconnections/change_password",
            given,
            &[],
            r#"{"error":"connection does not exist"}"#,
        );
        assert_eq!(
            gateway
                .post("/change-password", &[], &json!({ "email": "a" }))
                .await
                .error()
                .0,
            expected
        );
    }
}
