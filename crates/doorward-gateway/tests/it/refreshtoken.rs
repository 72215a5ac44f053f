//! `POST /refreshtoken`.

use serde_json::json;

use crate::gateway::{TestGateway, cookie_of};

#[tokio::test]
async fn g_042_043_045_a_bearer_gets_new_tokens_and_a_new_session() {
    for name in ["refresh_token", "refreshToken"] {
        let gateway = TestGateway::start().await;
        let old = gateway.bearer().await;
        gateway.advance(3600);
        let answer = gateway
            .post(
                "/refreshtoken",
                &[("authorization", &old)],
                &json!({ name: "refresh-1" }),
            )
            .await;
        assert_eq!(answer.status, 200, "{answer:?}");
        let tokens = answer.json();
        assert_eq!(
            (
                tokens["accessToken"].as_str(),
                tokens["refreshToken"].as_str()
            ),
            (Some("access-2"), Some("refresh-2"))
        );
        assert_eq!(tokens.as_object().expect("an object").len(), 4);
        assert_eq!(
            gateway
                .get("/userinfo", &[("authorization", &old)])
                .await
                .error()
                .0,
            401
        );
        assert_eq!(
            gateway
                .get("/userinfo", &[("authorization", "Bearer access-2")])
                .await
                .status,
            200
        );
    }
}

#[tokio::test]
async fn g_044_the_session_may_be_gone_already() {
    let gateway = TestGateway::start().await;
    let old = gateway.bearer().await;
    gateway.advance(86_400);
    assert_eq!(
        gateway
            .get("/userinfo", &[("authorization", &old)])
            .await
            .error()
            .0,
        401
    );
    let answer = gateway
        .post(
            "/refreshtoken",
            &[("authorization", &old)],
            &json!({ "refresh_token": "refresh-1" }),
        )
        .await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(
        gateway
            .get("/userinfo", &[("authorization", "Bearer access-2")])
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn g_048_without_rotation_the_old_refresh_token_is_answered() {
    let gateway = TestGateway::start().await;
    let old = gateway.bearer().await;
    gateway.tenant.set_rotating(false);
    let answer = gateway
        .post(
            "/refreshtoken",
            &[("authorization", &old)],
            &json!({ "refresh_token": "refresh-1" }),
        )
        .await;
    assert_eq!(answer.json()["refreshToken"], "refresh-1");
}

#[tokio::test]
async fn without_a_new_id_token_the_old_one_stays() {
    let gateway = TestGateway::start().await;
    let old = gateway.login("spa").await.json();
    let headers = [("authorization", "Bearer access-1")];
    gateway.tenant.script(
        "/oauth/token",
        200,
        &[],
        r#"{"access_token":"bare","expires_in":60}"#,
    );
    let answer = gateway
        .post(
            "/refreshtoken",
            &headers,
            &json!({ "refresh_token": "refresh-1" }),
        )
        .await;
    assert_eq!(answer.json()["idToken"], old["idToken"]);
    assert_eq!(
        gateway
            .get("/userinfo", &[("authorization", "Bearer bare")])
            .await
            .json()["sub"],
        "auth0|code"
    );
    // Without a session there is no old one.
    gateway.tenant.script(
        "/oauth/token",
        200,
        &[],
        r#"{"access_token":"bare2","expires_in":60}"#,
    );
    let headers = [("authorization", "Bearer unknown")];
    assert_eq!(
        gateway
            .post(
                "/refreshtoken",
                &headers,
                &json!({ "refresh_token": "refresh-1" })
            )
            .await
            .error()
            .0,
        500
    );
}

#[tokio::test]
async fn g_046_a_cookie_is_renewed_from_its_own_session() {
    let gateway = TestGateway::start().await;
    let cookie = gateway.cookie().await;
    let answer = gateway
        .post(
            "/refreshtoken",
            &[("cookie", &cookie)],
            &json!({ "refresh_token": "planted" }),
        )
        .await;
    assert_eq!((answer.status.as_u16(), answer.body.as_str()), (200, ""));
    assert_eq!(
        answer.header("set-cookie"),
        "sid=access-2; Path=/; Max-Age=86400; HttpOnly; Secure; SameSite=Lax"
    );
    let [call] = gateway
        .tenant
        .grants("refresh_token")
        .try_into()
        .expect("one call");
    assert_eq!(call.field("refresh_token").as_deref(), Some("refresh-1"));
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
            .get("/userinfo", &[("cookie", &cookie_of(&answer))])
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn g_047_a_refused_token_ends_the_session() {
    let gateway = TestGateway::start().await;
    let old = gateway.bearer().await;
    let headers = [("authorization", old.as_str())];
    let answer = gateway
        .post(
            "/refreshtoken",
            &headers,
            &json!({ "refresh_token": "wrong" }),
        )
        .await;
    assert_eq!(answer.error().0, 401);
    assert_eq!(gateway.get("/userinfo", &headers).await.error().0, 401);
}

#[tokio::test]
async fn a_broken_tenant_changes_nothing() {
    let gateway = TestGateway::start().await;
    let old = gateway.bearer().await;
    let headers = [("authorization", old.as_str())];
    gateway.tenant.set_down(true);
    assert_eq!(
        gateway
            .post(
                "/refreshtoken",
                &headers,
                &json!({ "refresh_token": "refresh-1" })
            )
            .await
            .error()
            .0,
        500
    );
    assert_eq!(gateway.get("/userinfo", &headers).await.status, 200);
}

#[tokio::test]
async fn g_043_another_users_refresh_token_is_refused() {
    let gateway = TestGateway::start().await;
    let old = gateway.bearer().await;
    gateway.tenant.set_claims(json!({ "sub": "auth0|other" }));
    let headers = [("authorization", old.as_str())];
    assert_eq!(
        gateway
            .post(
                "/refreshtoken",
                &headers,
                &json!({ "refresh_token": "refresh-1" })
            )
            .await
            .error()
            .0,
        401
    );
    assert_eq!(
        gateway.get("/userinfo", &headers).await.json()["sub"],
        "auth0|code"
    );
    assert_eq!(
        gateway
            .get("/userinfo", &[("authorization", "Bearer access-2")])
            .await
            .error()
            .0,
        401
    );
}

#[tokio::test]
async fn g_043_047_malformed_requests_are_told_apart() {
    let gateway = TestGateway::start().await;
    let bearer = gateway.bearer().await;
    let headers = [("authorization", bearer.as_str())];
    assert_eq!(
        gateway
            .post("/refreshtoken", &[], &json!({}))
            .await
            .error()
            .0,
        401
    );
    assert_eq!(
        gateway
            .post("/refreshtoken", &headers, &json!({}))
            .await
            .error(),
        (400, "refresh_token is required".to_owned())
    );
    assert_eq!(
        gateway
            .post("/refreshtoken", &headers, &json!({ "refresh_token": 1 }))
            .await
            .error()
            .0,
        400
    );
    assert_eq!(
        gateway
            .form("/refreshtoken", &headers, "refresh_token=refresh-1")
            .await
            .error()
            .0,
        415
    );
    assert_eq!(
        gateway
            .post("/refreshtoken", &[("cookie", "sid=unknown")], &json!({}))
            .await
            .error()
            .0,
        401
    );
    assert_eq!(
        gateway
            .post("/refreshtoken", &[("client-type", "x")], &json!({}))
            .await
            .error()
            .0,
        401
    );
    assert_eq!(gateway.tenant.grants("refresh_token").len(), 0);
}
