//! `GET /userinfo` and `GET /users/me`.

use doorward_gateway::Entropy;
use serde_json::json;

use crate::gateway::{TestGateway, redis_store};
use crate::redis::RedisServer;

#[tokio::test]
async fn g_049_051_052_053_058_both_kinds_of_callers_are_known() {
    let gateway = TestGateway::start().await;
    gateway.tenant.set_claims(json!({
        "https://x/app_metadata": { "groups": ["admin"], "email": "other@b.c" },
        "https://x/user_metadata": { "groups": ["root"], "lang": "it" },
        "https://y/other": 1,
    }));
    let (cookie, bearer) = (gateway.cookie().await, gateway.bearer().await);
    for (name, value) in [("cookie", &cookie), ("authorization", &bearer)] {
        for path in ["/userinfo", "/users/me"] {
            for client in ["web", "spa", ""] {
                let answer = gateway
                    .get(path, &[(name, value), ("client-type", client)])
                    .await;
                assert_eq!(answer.status, 200, "{answer:?}");
                assert_eq!(
                    (
                        answer.header("content-type"),
                        answer.header("cache-control")
                    ),
                    ("application/json", "no-store")
                );
                let profile = answer.json();
                assert!(
                    answer.body.starts_with(r#"{"sub":"auth0|code","#),
                    "{answer:?}"
                );
                assert_eq!(profile["email"], "a@b.c");
                assert_eq!(
                    (
                        &profile["groups"],
                        &profile["lang"],
                        &profile["https://y/other"]
                    ),
                    (&json!(["admin"]), &json!("it"), &json!(1))
                );
                assert_eq!(profile.get("https://x/app_metadata"), None);
            }
        }
    }
}

#[tokio::test]
async fn g_050_strangers_are_told_apart() {
    let gateway = TestGateway::start().await;
    assert_eq!(
        gateway.get("/userinfo", &[]).await.error(),
        (401, "access token is empty".to_owned())
    );
    assert_eq!(
        gateway
            .get("/userinfo", &[("authorization", "Basic dTpw")])
            .await
            .error()
            .1,
        "access token is empty"
    );
    for header in [
        ("cookie", "sid=unknown"),
        ("authorization", "Bearer unknown"),
    ] {
        assert_eq!(gateway.get("/userinfo", &[header]).await.error().0, 401);
    }
    assert_eq!(
        gateway
            .get("/userinfo", &[("client-type", "x")])
            .await
            .error()
            .0,
        401
    );
}

#[tokio::test]
async fn g_054_057_an_expired_cookie_session_is_renewed_behind_the_same_cookie() {
    let gateway = TestGateway::start().await;
    let cookie = gateway.cookie().await;
    let serial = async || {
        gateway
            .get("/userinfo", &[("cookie", &cookie)])
            .await
            .json()["serial"]
            .clone()
    };
    assert_eq!(serial().await, 1);
    gateway.advance(3599);
    assert_eq!(serial().await, 1);
    gateway.advance(1);
    assert_eq!(serial().await, 2);
    let answer = gateway.get("/userinfo", &[("cookie", &cookie)]).await;
    assert!(!answer.headers.contains_key("set-cookie"));
    assert_eq!(gateway.tenant.grants("refresh_token").len(), 1);
    // The end of the session does not move, however often it is renewed.
    for _ in 0..22 {
        gateway.advance(3600);
        assert_eq!(
            gateway
                .get("/userinfo", &[("cookie", &cookie)])
                .await
                .status,
            200
        );
    }
    assert_eq!(gateway.tenant.grants("refresh_token").len(), 23);
    gateway.advance(3600);
    assert_eq!(
        gateway
            .get("/userinfo", &[("cookie", &cookie)])
            .await
            .error()
            .0,
        401
    );
    assert_eq!(gateway.tenant.grants("refresh_token").len(), 23);
}

#[tokio::test]
async fn g_055_fifty_calls_at_once_cause_one_refresh() {
    let gateway = TestGateway::start().await;
    let cookie = gateway.cookie().await;
    gateway.advance(3600);
    let headers = [("cookie", cookie.as_str())];
    let calls = (0..50).map(|_| gateway.get("/userinfo", &headers));
    for answer in futures_util::future::join_all(calls).await {
        assert_eq!(
            (answer.status.as_u16(), &answer.json()["serial"]),
            (200, &json!(2))
        );
    }
    assert_eq!(gateway.tenant.grants("refresh_token").len(), 1);
}

#[tokio::test]
async fn g_055_two_gateways_on_one_redis_refresh_once() {
    let server = RedisServer::shared();
    let scope = format!(
        "{:x}",
        u128::from_be_bytes(Entropy::default().bytes().expect("bytes"))
    );
    let one = TestGateway::on_redis(&server, &scope).await;
    let change = |options: &mut doorward_gateway::config::Options| {
        options.session_scope = Some(scope.clone())
    };
    let two = TestGateway::over(one.tenant.clone(), redis_store(&server), |_| {}, change).await;
    one.until_ready().await;
    two.until_ready().await;
    let cookie = one.cookie().await;
    assert_eq!(
        two.get("/userinfo", &[("cookie", &cookie)]).await.status,
        200
    );
    one.advance(3600);
    two.advance(3600);
    let headers = [("cookie", cookie.as_str())];
    let calls = (0..20).map(|n| {
        if n % 2 == 0 {
            one.get("/userinfo", &headers)
        } else {
            two.get("/userinfo", &headers)
        }
    });
    for answer in futures_util::future::join_all(calls).await {
        assert_eq!(
            (answer.status.as_u16(), &answer.json()["serial"]),
            (200, &json!(2)),
            "{answer:?}"
        );
    }
    assert_eq!(one.tenant.grants("refresh_token").len(), 1);
}

#[tokio::test]
async fn g_056_an_expired_bearer_renews_by_itself() {
    let gateway = TestGateway::start().await;
    let bearer = gateway.bearer().await;
    gateway.advance(3600);
    assert_eq!(
        gateway
            .get("/userinfo", &[("authorization", &bearer)])
            .await
            .error()
            .0,
        401
    );
    // Neither is its refresh token spent when the handle comes as a cookie.
    let cookie = bearer.replace("Bearer ", "sid=");
    assert_eq!(
        gateway
            .get("/userinfo", &[("cookie", &cookie)])
            .await
            .error()
            .0,
        401
    );
    assert_eq!(gateway.tenant.grants("refresh_token").len(), 0);
}

#[tokio::test]
async fn g_056_a_refused_refresh_ends_the_session_and_a_broken_one_does_not() {
    let gateway = TestGateway::start().await;
    let cookie = gateway.cookie().await;
    gateway.advance(3600);
    gateway.tenant.set_down(true);
    assert_eq!(
        gateway
            .get("/userinfo", &[("cookie", &cookie)])
            .await
            .error()
            .0,
        500
    );
    gateway.tenant.set_down(false);
    gateway.tenant.script("/oauth/token", 429, &[], "{}");
    assert_eq!(
        gateway
            .get("/userinfo", &[("cookie", &cookie)])
            .await
            .error()
            .0,
        429
    );
    assert_eq!(
        gateway
            .get("/userinfo", &[("cookie", &cookie)])
            .await
            .status,
        200
    );
    gateway.advance(3600);
    gateway
        .tenant
        .script("/oauth/token", 403, &[], r#"{"error":"invalid_grant"}"#);
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
            .get("/userinfo", &[("cookie", &cookie)])
            .await
            .error()
            .0,
        401
    );
    assert_eq!(gateway.tenant.grants("refresh_token").len(), 4);
    assert_eq!(gateway.get("/users/active", &[]).await.body, "[]");
}

#[tokio::test]
async fn a_session_without_refresh_token_ends_with_its_access_token() {
    let gateway = TestGateway::start().await;
    gateway.tenant.set_gives_refresh_tokens(false);
    let cookie = gateway.cookie().await;
    gateway.advance(3600);
    assert_eq!(
        gateway
            .get("/userinfo", &[("cookie", &cookie)])
            .await
            .error()
            .0,
        401
    );
    assert_eq!(gateway.get("/users/active", &[]).await.body, "[]");
}

#[tokio::test]
async fn g_018_067_active_users_are_those_with_a_live_session() {
    let gateway = TestGateway::start().await;
    assert_eq!(gateway.get("/users/active", &[]).await.body, "[]");
    let cookie = gateway.cookie().await;
    gateway.bearer().await;
    gateway.advance(600);
    gateway
        .form(
            "/oauth/token",
            &[],
            "grant_type=password&username=b&password=right",
        )
        .await;
    let active = gateway
        .get("/users/active", &[("client-type", "nobody")])
        .await;
    assert_eq!(
        active.body,
        r#"[{"userId":"auth0|b"},{"userId":"auth0|code"}]"#
    );
    gateway.get("/logout", &[("cookie", &cookie)]).await;
    assert_eq!(
        gateway
            .get("/users/active", &[])
            .await
            .json()
            .as_array()
            .expect("an array")
            .len(),
        2
    );
    gateway.advance(86_400 - 600);
    assert_eq!(
        gateway.get("/users/active", &[]).await.body,
        r#"[{"userId":"auth0|b"}]"#
    );
    gateway.advance(600);
    assert_eq!(gateway.get("/users/active", &[]).await.body, "[]");
}

#[tokio::test]
async fn profiles_follow_a_changed_configuration() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = RedisServer::shared();
    let scope = folder.path().to_string_lossy().into_owned();
    let one = TestGateway::on_redis(&server, &scope).await;
    one.until_ready().await;
    one.tenant.set_claims(
        json!({ "https://x/app_metadata": { "groups": ["admin"] }, "new": { "more": 1 } }),
    );
    let cookie = one.cookie().await;
    let options = |options: &mut doorward_gateway::config::Options| {
        options.session_scope = Some(scope.clone())
    };
    let change = |config: &mut serde_json::Value| config["customClaimsNamespaces"] = json!(["new"]);
    let two = TestGateway::over(one.tenant.clone(), redis_store(&server), change, options).await;
    two.until_ready().await;
    let profile = two.get("/userinfo", &[("cookie", &cookie)]).await.json();
    assert_eq!((&profile["more"], profile.get("groups")), (&json!(1), None));
    // A gateway that no longer knows the client does not know its sessions either.
    let change = |config: &mut serde_json::Value| {
        config["clients"]
            .as_object_mut()
            .expect("an object")
            .shift_remove("web");
    };
    let options = |options: &mut doorward_gateway::config::Options| {
        options.session_scope = Some(scope.clone())
    };
    let three = TestGateway::over(one.tenant.clone(), redis_store(&server), change, options).await;
    three.until_ready().await;
    assert_eq!(
        three
            .get("/userinfo", &[("cookie", &cookie)])
            .await
            .error()
            .0,
        401
    );
}
