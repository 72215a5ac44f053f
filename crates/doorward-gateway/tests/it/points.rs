//! The points of the checklist in which a tenant takes part, against Doorward's own: what the double answers in the
//! other files, a tenant decides here. Logins and sessions; users are in `points_users.rs`.

use doorward_tenant::{DEMO_EMAIL, DEMO_PASSWORD};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::browser::Browser;
use crate::gateway::cookie_of;
use crate::installation::{Installation, WEB, bearer};

#[tokio::test]
async fn g_019_020_023_025_the_tenant_takes_what_the_browser_brings() {
    let installation = Installation::start().await;
    let database = &installation.tenant.bootstrap().connections.database.name;
    for query in [
        "state=own".to_owned(),
        format!("state=own&connection={database}"),
    ] {
        let start = installation
            .get(&format!("/authorize?{query}"), &[WEB])
            .await;
        assert_eq!(start.parameter("state").as_deref(), Some("own"));
        assert_eq!(
            start.parameter("scope").as_deref(),
            Some("openid profile email offline_access")
        );
        let (page, _) = Browser::new(&installation.tenant)
            .send(start.header("location"), None)
            .await;
        assert!(page.starts_with("/u/login"), "{page}");
    }
    assert_eq!(installation.get("/authorize", &[WEB]).await.error().0, 400);
}

#[tokio::test]
async fn g_022_027_028_035_036_039_a_code_buys_tokens_once() {
    let installation = Installation::start().await;
    let client = ("client-type", "manager");
    let body = installation.code("redirect=/there?a=b", client).await;
    let before = installation.tenant.clock().now();
    let bought = installation
        .call("POST", "/oauth/token", &[client], &body)
        .await;
    assert_eq!(bought.header("location"), "/there?a=b");
    let tokens = bought.json();
    let names: Vec<_> = tokens.as_object().expect("an object").keys().collect();
    assert_eq!(
        names,
        ["refreshToken", "accessToken", "idToken", "expireAt"]
    );
    let expires: Timestamp = tokens["expireAt"]
        .as_str()
        .expect("a text")
        .parse()
        .expect("RFC 3339");
    let day = SignedDuration::from_hours(24);
    let after = installation.tenant.clock().now();
    assert!((before + day..=after + day).contains(&expires), "{tokens}");
    assert_eq!(installation.status_of(&tokens["accessToken"]).await, 200);
    let again = installation
        .call("POST", "/oauth/token", &[client], &body)
        .await;
    assert_eq!(again.error().0, 400);

    let client = ("client-type", "short");
    let body = installation.code("", client).await;
    let tokens = installation
        .call("POST", "/oauth/token", &[client], &body)
        .await
        .json();
    assert_eq!(tokens["refreshToken"], "");
    assert_eq!(installation.status_of(&tokens["accessToken"]).await, 200);
}

#[tokio::test]
async fn g_030_031_033_034_a_password_logs_in_and_a_wrong_one_is_forbidden() {
    let installation = Installation::start().await;
    let database = &installation.tenant.bootstrap().connections.database.name;
    for (connection, password, status) in [
        (database.as_str(), DEMO_PASSWORD, 200),
        ("", DEMO_PASSWORD, 200),
        (database.as_str(), "wrong", 403),
        ("", "wrong", 403),
        ("nowhere", DEMO_PASSWORD, 403),
    ] {
        let body = json!({
            "grant_type": "password", "username": DEMO_EMAIL, "password": password, "connection": connection,
        });
        let answer = installation.call("POST", "/oauth/token", &[], &body).await;
        assert_eq!(
            answer.status, status,
            "{connection}, {password}: {answer:?}"
        );
        if status == 200 {
            assert!(
                !answer.json()["idToken"]
                    .as_str()
                    .expect("a text")
                    .is_empty()
            );
        }
    }
    let wrong = installation.password(DEMO_EMAIL, "wrong").await;
    assert_eq!(wrong.error(), (403, "Wrong email or password.".to_owned()));
}

#[tokio::test]
async fn g_042_043_044_045_048_a_bearer_renews_with_its_own_token() {
    let installation = Installation::start().await;
    let first = installation.tokens().await;
    let second = installation
        .refresh(&first["accessToken"], &first["refreshToken"])
        .await
        .json();
    assert_ne!(second["accessToken"], first["accessToken"]);
    assert!(!second["refreshToken"].as_str().expect("a text").is_empty());
    assert_eq!(installation.status_of(&first["accessToken"]).await, 401);
    assert_eq!(installation.status_of(&second["accessToken"]).await, 200);

    let user = json!({ "email": "eve@example.com", "password": DEMO_PASSWORD });
    installation.call("POST", "/users", &[], &user).await;
    let foreign = installation
        .password("eve@example.com", DEMO_PASSWORD)
        .await
        .json();
    let refused = installation
        .refresh(&second["accessToken"], &foreign["refreshToken"])
        .await;
    assert_eq!(refused.error().0, 401);
    assert_eq!(installation.status_of(&second["accessToken"]).await, 200);

    installation.pass(25);
    assert_eq!(installation.status_of(&second["accessToken"]).await, 401);
    let bearer = bearer(&second["accessToken"]);
    installation
        .get("/logout", &[("authorization", &bearer)])
        .await;
    let third = installation
        .refresh(&second["accessToken"], &second["refreshToken"])
        .await;
    assert_eq!(third.status, 200, "{third:?}");
    assert_eq!(
        installation.status_of(&third.json()["accessToken"]).await,
        200
    );
}

#[tokio::test]
async fn g_037_038_046_047_a_cookie_renews_until_the_tenant_refuses() {
    let installation = Installation::start().await;
    let body = installation.code("state=own", WEB).await;
    let login = installation
        .call("POST", "/oauth/token", &[WEB], &body)
        .await;
    assert_eq!(login.body, "");
    let (value, attributes) = login
        .header("set-cookie")
        .split_once("; ")
        .expect("attributes");
    assert_eq!(
        attributes,
        "Path=/; Max-Age=604800; HttpOnly; Secure; SameSite=Strict"
    );
    assert!(value.starts_with("sid=ey"), "{value}");

    let first = cookie_of(&login);
    let renew = async |cookie: &str| {
        let planted = json!({ "refresh_token": "planted" });
        installation
            .call(
                "POST",
                "/refreshtoken",
                &[WEB, ("cookie", cookie)],
                &planted,
            )
            .await
    };
    let renewed = renew(&first).await;
    assert_eq!(
        (renewed.status.as_u16(), renewed.body.as_str()),
        (200, ""),
        "{renewed:?}"
    );
    let second = cookie_of(&renewed);
    assert_eq!(
        installation
            .get("/userinfo", &[WEB, ("cookie", &first)])
            .await
            .error()
            .0,
        401
    );
    assert_eq!(
        installation
            .get("/userinfo", &[WEB, ("cookie", &second)])
            .await
            .status,
        200
    );

    // The tenant's operator blocks the user there, not here.
    let management = installation.tenant.management().expect("a client");
    let found = installation
        .get(&format!("/users?email={DEMO_EMAIL}"), &[])
        .await
        .json();
    let id = found[0]["user_id"].as_str().expect("an id").to_owned();
    let body = doorward::management::UpdateUserRequestContent {
        blocked: Some(true),
        ..Default::default()
    };
    let block = doorward::management::UpdateUser::new(id, body);
    management.send(&block).await.expect("a blocked user");
    assert_eq!(renew(&second).await.error().0, 401);
    assert_eq!(
        installation
            .get("/userinfo", &[WEB, ("cookie", &second)])
            .await
            .error()
            .0,
        401
    );
}

#[tokio::test]
async fn g_049_050_054_056_057_058_a_session_lives_its_time_and_no_longer() {
    let installation = Installation::start().await;
    let (cookie, tokens) = (installation.cookie().await, installation.tokens().await);
    let bearer = bearer(&tokens["accessToken"]);
    let ways = [
        ("cookie", cookie.as_str()),
        ("authorization", bearer.as_str()),
    ];
    for way in ways {
        for path in ["/userinfo", "/users/me"] {
            let answer = installation.get(path, &[WEB, way]).await;
            assert_eq!(
                (answer.status.as_u16(), &answer.json()["email"]),
                (200, &json!(DEMO_EMAIL))
            );
        }
    }
    assert_eq!(
        installation.get("/userinfo", &[WEB]).await.error(),
        (401, "access token is empty".to_owned())
    );
    installation.pass(25);
    assert_eq!(
        installation.get("/userinfo", &[WEB, ways[0]]).await.status,
        200
    );
    assert_eq!(
        installation
            .get("/userinfo", &[WEB, ways[1]])
            .await
            .error()
            .0,
        401
    );
    installation.pass(6 * 24);
    assert_eq!(
        installation
            .get("/userinfo", &[WEB, ways[0]])
            .await
            .error()
            .0,
        401
    );
}

#[tokio::test]
async fn g_055_fifty_calls_at_once_keep_one_session() {
    let installation = Installation::start().await;
    let cookie = installation.cookie().await;
    installation.pass(25);
    let headers = [WEB, ("cookie", cookie.as_str())];
    let calls = (0..50).map(|_| installation.get("/userinfo", &headers));
    let answers = futures_util::future::join_all(calls).await;
    let profile = answers[0].body.clone();
    for answer in answers {
        assert_eq!((answer.status.as_u16(), &answer.body), (200, &profile));
    }
    installation.pass(25);
    assert_eq!(installation.get("/userinfo", &headers).await.status, 200);
}

#[tokio::test]
async fn g_059_060_061_062_063_064_a_logout_ends_both_sessions_and_the_tenants() {
    let installation = Installation::start().await;
    let (cookie, tokens) = (installation.cookie().await, installation.tokens().await);
    let bearer = bearer(&tokens["accessToken"]);
    let headers = [
        WEB,
        ("cookie", cookie.as_str()),
        ("authorization", bearer.as_str()),
        ("x-forwarded-host", "localhost:3000"),
        ("x-forwarded-proto", "http"),
    ];
    let out = installation
        .get("/logout?redirect=/web-login?redirect=/x", &headers)
        .await;
    let return_to = out.parameter("returnTo");
    assert_eq!(
        return_to.as_deref(),
        Some("http://localhost:3000/web-login?redirect=/x")
    );
    assert_eq!(out.parameter("client_id"), None);
    let deletion =
        "sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Strict";
    assert_eq!(out.header("set-cookie"), deletion);
    for header in &headers[1..3] {
        assert_eq!(
            installation
                .get("/userinfo", &[WEB, *header])
                .await
                .error()
                .0,
            401
        );
    }
    // Without a redirect the tenant sends the browser to the application's own address.
    let out = installation.get("/logout", &[WEB]).await;
    let (target, _) = Browser::new(&installation.tenant)
        .send(out.header("location"), None)
        .await;
    assert!(target.starts_with("http://localhost:3000"), "{target}");
}
