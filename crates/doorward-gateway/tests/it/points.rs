//! The points of the checklist in which a tenant takes part, against Doorward's own: what the double answers in the
//! other files, a tenant decides here.

use std::collections::BTreeMap;

use axum::body::Body;
use doorward_tenant::{DEMO_EMAIL, DEMO_PASSWORD};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::gateway::{Answer, cookie_of, request, send};
use crate::import::{form, upload};
use crate::tenant::{Browser, Installation};

const WEB: (&str, &str) = ("client-type", "web");

impl Installation {
    /// Code and state of a login in a browser, through the tenant's page.
    async fn code(&self, query: &str, client: (&str, &str)) -> Value {
        let start = self.get(&format!("/authorize?{query}"), &[client]).await;
        assert_eq!(start.status, 302, "{start:?}");
        let callback = Browser::new(&self.tenant)
            .log_in(start.header("location"))
            .await;
        let (_, query) = callback.split_once('?').expect("a query");
        let parameters: BTreeMap<_, _> = form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .collect();
        json!({ "code": parameters["code"], "state": parameters["state"] })
    }

    /// The `Cookie` header of a new login of `web`.
    async fn cookie(&self) -> String {
        let body = self.code("state=own", WEB).await;
        let answer = self.call("POST", "/oauth/token", &[WEB], &body).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        cookie_of(&answer)
    }

    /// The tokens of a new login of the demo user with its password.
    async fn tokens(&self) -> Value {
        let answer = self.password(DEMO_EMAIL, DEMO_PASSWORD).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.json()
    }

    async fn refresh(&self, access_token: &Value, refresh_token: &Value) -> Answer {
        let bearer = bearer(access_token);
        let body = json!({ "refresh_token": refresh_token });
        self.call(
            "POST",
            "/refreshtoken",
            &[("authorization", &bearer)],
            &body,
        )
        .await
    }

    async fn status_of(&self, access_token: &Value) -> u16 {
        let bearer = bearer(access_token);
        let answer = self.get("/userinfo", &[("authorization", &bearer)]).await;
        answer.status.as_u16()
    }

    fn pass(&self, hours: i64) {
        self.tenant
            .clock()
            .advance(SignedDuration::from_hours(hours));
    }
}

fn bearer(access_token: &Value) -> String {
    format!("Bearer {}", access_token.as_str().expect("a token"))
}

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
