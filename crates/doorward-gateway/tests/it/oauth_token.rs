//! `POST /oauth/token`.

use jsonwebtoken::Algorithm;
use serde_json::json;

use crate::gateway::{START, TestGateway};

#[tokio::test]
async fn g_027_028_035_039_a_code_buys_tokens_once() {
    let gateway = TestGateway::start().await;
    let state = gateway.begin("spa", "redirect=/home?a=b").await;
    let body = json!({ "code": "good", "state": state });
    let headers = [
        ("x-request-id", "r-1"),
        ("x-forwarded-for", "203.0.113.7, 10.0.0.1"),
    ];
    let answer = gateway.post("/oauth/token", &headers, &body).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(answer.header("location"), "/home?a=b");
    assert_eq!(answer.header("cache-control"), "no-store");
    let tokens = answer.json();
    let names: Vec<_> = tokens.as_object().expect("an object").keys().collect();
    assert_eq!(
        names,
        ["refreshToken", "accessToken", "idToken", "expireAt"]
    );
    assert_eq!(
        (
            tokens["accessToken"].as_str(),
            tokens["refreshToken"].as_str()
        ),
        (Some("access-1"), Some("refresh-1"))
    );
    let expires_at: jiff::Timestamp = tokens["expireAt"]
        .as_str()
        .expect("a text")
        .parse()
        .expect("a time");
    assert_eq!(expires_at.as_second(), START + 3600);
    assert!(
        tokens["expireAt"]
            .as_str()
            .expect("a text")
            .ends_with(".000000000Z")
    );

    let [call] = gateway
        .tenant
        .grants("authorization_code")
        .try_into()
        .expect("one call");
    for (name, value) in [
        ("client_id", "c1"),
        ("client_secret", "client-secret"),
        ("code", "good"),
        ("redirect_uri", "https://app.example/web-login/callback"),
    ] {
        assert_eq!(call.field(name).as_deref(), Some(value), "{name}");
    }
    assert_eq!(call.field("code_verifier").expect("a verifier").len(), 43);
    assert_eq!(
        (
            call.header("x-request-id"),
            call.header("auth0-forwarded-for")
        ),
        (Some("r-1"), Some("203.0.113.7"))
    );

    assert_eq!(
        gateway.post("/oauth/token", &[], &body).await.error(),
        (400, "state is unknown or expired".to_owned())
    );
    assert_eq!(gateway.tenant.grants("authorization_code").len(), 1);
}

#[tokio::test]
async fn g_027_039_a_form_works_as_json_does() {
    let gateway = TestGateway::start().await;
    let state = gateway.begin("spa", "").await;
    let form = format!("grant_type=authorization_code&code=good&state={state}");
    let answer = gateway.form("/oauth/token", &[], &form).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert!(!answer.headers.contains_key("location"));
}

#[tokio::test]
async fn g_028_032_bad_states_and_codes_never_reach_the_tenant() {
    let gateway = TestGateway::start().await;
    let state = gateway.begin("spa", "").await;
    for body in [
        json!({}),
        json!({ "code": "good" }),
        json!({ "state": state }),
        json!({ "code": "", "state": state }),
        json!({ "code": 1, "state": state }),
        json!({ "code": "good", "state": "unknown" }),
        json!({ "code": "good", "state": [state] }),
        json!({ "grant_type": "magic", "code": "good", "state": state }),
        json!({ "grant_type": "password", "username": "u" }),
        json!({ "grant_type": "password", "password": "right" }),
        json!([]),
    ] {
        assert_eq!(
            gateway.post("/oauth/token", &[], &body).await.error().0,
            400,
            "{body}"
        );
    }
    let body = json!({ "code": "good", "state": state });
    assert_eq!(
        gateway
            .post("/oauth/token", &[("client-type", "web")], &body)
            .await
            .error()
            .0,
        400,
        "another client's state"
    );
    assert_eq!(
        gateway.post("/oauth/token", &[], &body).await.error().0,
        400,
        "spent by the attempt"
    );
    assert_eq!(
        gateway
            .post("/oauth/token", &[("client-type", "x")], &body)
            .await
            .error()
            .0,
        401
    );
    assert_eq!(gateway.tenant.calls("/oauth/token").len(), 0);
}

#[tokio::test]
async fn g_024_a_state_lives_ten_minutes() {
    let gateway = TestGateway::start().await;
    let (early, late) = (
        gateway.begin("spa", "").await,
        gateway.begin("spa", "").await,
    );
    gateway.advance(599);
    assert_eq!(
        gateway
            .post(
                "/oauth/token",
                &[],
                &json!({ "code": "good", "state": early })
            )
            .await
            .status,
        200
    );
    gateway.advance(1);
    assert_eq!(
        gateway
            .post(
                "/oauth/token",
                &[],
                &json!({ "code": "good", "state": late })
            )
            .await
            .error()
            .0,
        400
    );
}

#[tokio::test]
async fn g_037_038_the_website_scope_gives_a_cookie_instead_of_tokens() {
    let gateway = TestGateway::start().await;
    let answer = gateway.login("web").await;
    assert_eq!(answer.body, "");
    assert_eq!(
        answer.header("set-cookie"),
        "sid=access-1; Path=/; Max-Age=86400; HttpOnly; Secure; SameSite=Lax"
    );
    for same_site in ["None", "Strict"] {
        let change = |config: &mut serde_json::Value| {
            config["clients"]["web"]["sameSite"] = json!(same_site)
        };
        let gateway = TestGateway::with(change, |_| {}).await;
        assert_eq!(
            gateway.login("web").await.header("set-cookie"),
            format!("sid=access-1; Path=/; Max-Age=86400; HttpOnly; Secure; SameSite={same_site}")
        );
    }
    let change = |config: &mut serde_json::Value| config["clients"]["web"]["sameSite"] = json!("");
    let short = |options: &mut doorward_gateway::config::Options| {
        options.session_duration = std::time::Duration::from_secs(60)
    };
    let gateway = TestGateway::with(change, short).await;
    assert_eq!(
        gateway.login("web").await.header("set-cookie"),
        "sid=access-1; Path=/; Max-Age=60; HttpOnly; Secure"
    );
}

#[tokio::test]
async fn g_029_031_refused_logins_are_forbidden_with_the_tenants_words() {
    let gateway = TestGateway::start().await;
    let state = gateway.begin("spa", "").await;
    let answer = gateway
        .post(
            "/oauth/token",
            &[],
            &json!({ "code": "bad", "state": state }),
        )
        .await;
    assert_eq!(answer.error(), (403, "Wrong email or password.".to_owned()));
    let answer = gateway
        .form(
            "/oauth/token",
            &[],
            "grant_type=password&username=u&password=wrong",
        )
        .await;
    assert_eq!(answer.error(), (403, "Wrong email or password.".to_owned()));
}

#[tokio::test]
async fn g_030_033_034_a_password_logs_in_by_form_and_json() {
    let gateway = TestGateway::start().await;
    let answer = gateway
        .form(
            "/oauth/token",
            &[],
            "grant_type=password&username=u&password=right",
        )
        .await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let [call] = gateway
        .tenant
        .grants("password")
        .try_into()
        .expect("one call");
    assert_eq!(call.field("scope").as_deref(), Some("openid email profile"));
    assert_eq!((call.field("realm"), call.field("audience")), (None, None));
    assert_eq!(
        call.field("client_secret").as_deref(),
        Some("client-secret")
    );

    let body = json!({ "grant_type": "password", "username": "u", "password": "right", "connection": "B" });
    let answer = gateway
        .post("/oauth/token", &[("client-type", "strict")], &body)
        .await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let [call] = gateway
        .tenant
        .grants("http://auth0.com/oauth/grant-type/password-realm")
        .try_into()
        .expect("one call");
    assert_eq!(
        (
            call.field("realm").as_deref(),
            call.field("audience").as_deref()
        ),
        (Some("B"), Some("https://api.example/"))
    );

    for body in [
        json!({ "grant_type": "password", "username": "u", "password": "right" }),
        json!({ "grant_type": "password", "username": "u", "password": "right", "connection": "X" }),
    ] {
        assert_eq!(
            gateway
                .post("/oauth/token", &[("client-type", "strict")], &body)
                .await
                .error()
                .0,
            400
        );
    }
    let twice = "grant_type=password&username=u&password=right&connection=A&connection=A";
    assert_eq!(
        gateway
            .form("/oauth/token", &[("client-type", "strict")], twice)
            .await
            .error()
            .0,
        400
    );
}

#[tokio::test]
async fn g_036_without_a_refresh_token_the_property_is_empty() {
    let gateway = TestGateway::start().await;
    gateway.tenant.set_gives_refresh_tokens(false);
    assert_eq!(gateway.login("spa").await.json()["refreshToken"], "");
}

#[tokio::test]
async fn g_040_an_id_token_that_does_not_verify_makes_no_session() {
    for (claims, algorithm) in [
        (json!({ "iss": "https://evil/" }), Algorithm::RS256),
        (json!({ "aud": "other" }), Algorithm::RS256),
        (json!({ "exp": START - 61 }), Algorithm::RS256),
        (json!({ "sub": "" }), Algorithm::RS256),
        (json!({}), Algorithm::HS256),
    ] {
        let gateway = TestGateway::start().await;
        gateway.tenant.set_claims(claims);
        gateway.tenant.set_algorithm(algorithm);
        let state = gateway.begin("web", "").await;
        let answer = gateway
            .post(
                "/oauth/token",
                &[("client-type", "web")],
                &json!({ "code": "good", "state": state }),
            )
            .await;
        assert_eq!(answer.error().0, 500);
        assert!(!answer.headers.contains_key("set-cookie"));
        assert_eq!(
            gateway
                .get("/userinfo", &[("cookie", "sid=access-1")])
                .await
                .error()
                .0,
            401
        );
        assert_eq!(gateway.get("/users/active", &[]).await.body, "[]");
    }
}

#[tokio::test]
async fn g_041_odd_bodies_are_refused_with_their_status() {
    let gateway = TestGateway::start().await;
    let send = async |kind: &str, body: Vec<u8>| {
        let headers = [("content-type", kind)];
        gateway
            .send(crate::gateway::request(
                "POST",
                "/oauth/token",
                &headers,
                body.into(),
            ))
            .await
            .error()
            .0
    };
    assert_eq!(send("application/json", b"{".to_vec()).await, 400);
    assert_eq!(
        send("application/json; charset=utf-8", b"null".to_vec()).await,
        400
    );
    assert_eq!(
        send(
            "application/json",
            [b"[".repeat(100_000), b"]".repeat(100_000)].concat()
        )
        .await,
        400
    );
    assert_eq!(
        send("application/json", b"\xff\xfe\x00".to_vec()).await,
        400
    );
    assert_eq!(send("text/plain", b"{}".to_vec()).await, 415);
    assert_eq!(
        send("multipart/form-data; boundary=x", b"--x--".to_vec()).await,
        415
    );
    assert_eq!(
        send("application/json", vec![b' '; 1024 * 1024 + 1]).await,
        413
    );
    assert_eq!(
        send(
            "application/x-www-form-urlencoded",
            vec![b'a'; 1024 * 1024 + 1]
        )
        .await,
        413
    );
}

#[tokio::test]
async fn g_041_a_tenant_that_is_busy_or_down_is_told_apart() {
    let gateway = TestGateway::start().await;
    let body = json!({ "grant_type": "password", "username": "u", "password": "right" });
    let headers = [
        ("retry-after", "7"),
        ("x-ratelimit-reset", "123"),
        ("set-cookie", "x=y"),
    ];
    gateway.tenant.script(
        "/oauth/token",
        429,
        &headers,
        r#"{"error":"too_many_attempts","error_description":"Blocked."}"#,
    );
    let answer = gateway.post("/oauth/token", &[], &body).await;
    assert_eq!(answer.error(), (429, "Blocked.".to_owned()));
    assert_eq!(
        (
            answer.header("retry-after"),
            answer.header("x-ratelimit-reset")
        ),
        ("7", "123")
    );
    assert!(!answer.headers.contains_key("set-cookie"));
    for nonsense in ["nonsense", "{}", r#"{"access_token":1}"#] {
        gateway.tenant.script("/oauth/token", 200, &[], nonsense);
        assert_eq!(
            gateway.post("/oauth/token", &[], &body).await.error().0,
            500,
            "{nonsense}"
        );
    }
    gateway.tenant.set_down(true);
    assert_eq!(
        gateway.post("/oauth/token", &[], &body).await.error().0,
        500
    );
    assert_eq!(
        gateway.tenant.calls("/oauth/token").len(),
        5,
        "a write was repeated"
    );
}

#[tokio::test]
async fn two_logins_that_get_the_same_token_are_two_sessions() {
    let gateway = TestGateway::start().await;
    let first = gateway.cookie().await;
    gateway.tenant.give_the_same_again();
    let second = gateway.cookie().await;
    assert_ne!(first, second);
    assert_eq!(gateway.tenant.grants("refresh_token").len(), 1);

    let out = gateway
        .get("/logout", &[("client-type", "web"), ("cookie", &first)])
        .await;
    assert_eq!(out.status, 302);
    let ended = gateway.get("/userinfo", &[("cookie", &first)]).await;
    assert_eq!(ended.error().0, 401);
    let other = gateway.get("/userinfo", &[("cookie", &second)]).await;
    assert_eq!(other.status, 200, "{other:?}");
}

#[tokio::test]
async fn logins_without_refresh_tokens_that_get_the_same_token_are_one_session() {
    let gateway = TestGateway::start().await;
    gateway.tenant.set_gives_refresh_tokens(false);
    let first = gateway.cookie().await;
    gateway.tenant.give_the_same_again();
    assert_eq!(gateway.cookie().await, first);
    let found = gateway.get("/userinfo", &[("cookie", &first)]).await;
    assert_eq!(found.status, 200, "{found:?}");
}

#[tokio::test]
async fn logins_that_wait_for_keys_in_vain_fail_together() {
    let gateway = TestGateway::start().await;
    let keys = gateway.tenant.hold("/keys");
    gateway.tenant.script("/keys", 500, &[], "");
    let body = json!({ "grant_type": "password", "username": "a", "password": "right" });
    let client = [("client-type", "web")];
    let logins = (0..10).map(|_| gateway.post("/oauth/token", &client, &body));
    let logins = futures_util::future::join_all(logins);
    let open = async {
        while gateway.tenant.grants("password").len() < 10 {
            tokio::task::yield_now().await;
        }
        keys.add_permits(100);
    };
    let (answers, ()) = futures_util::future::join(logins, open).await;
    let failed = answers.iter().filter(|answer| answer.status == 500);
    assert!(failed.count() >= 1, "{answers:?}");
    // Once more by those who had not begun to wait by then, if there were any.
    assert!(gateway.tenant.calls("/keys").len() <= 2);
    let later = gateway.post("/oauth/token", &client, &body).await;
    assert_eq!(later.status, 200, "{later:?}");
}
