//! The points about the choice of a client and the start of a login, against Doorward's own tenant.

use doorward_tenant::{DEMO_EMAIL, DEMO_PASSWORD};
use serde_json::{Value, json};

use crate::installation::{Installation, WEB, bearer};
use crate::way::claims;

#[tokio::test]
async fn g_013_a_slash_at_the_end_of_the_tenants_url_changes_nothing() {
    for slash in ["", "/"] {
        let with_slash = |url: &mut Value| {
            let text = url.as_str().expect("a text").trim_end_matches('/');
            *url = format!("{text}{slash}").into();
        };
        let installation = Installation::with(|config| {
            let clients = config["clients"].as_object_mut().expect("an object");
            for client in clients.values_mut() {
                with_slash(&mut client["auth0Url"]);
            }
            with_slash(&mut config["managementClient"]["auth0Url"]);
        })
        .await;
        let origin = installation.tenant.issuer().trim_end_matches('/');
        for (path, target) in [
            ("/authorize?state=s", "/authorize?"),
            ("/logout", "/v2/logout?"),
        ] {
            let answer = installation.get(path, &[WEB]).await;
            let location = answer.header("location");
            assert!(
                location.starts_with(&format!("{origin}{target}")),
                "{location}"
            );
        }
        let cookie = installation.cookie().await;
        let user = installation.get("/userinfo", &[("cookie", &cookie)]).await;
        assert_eq!(user.status, 200, "{user:?}");
        assert_eq!(installation.get("/users", &[]).await.status, 200);
        assert_eq!(installation.get("/-/check-up", &[]).await.status, 200);
        let calls = installation.way.calls("/");
        assert!(calls.len() >= 4, "{calls:?}");
        assert!(!calls.iter().any(|call| call.contains("//")), "{calls:?}");
    }
}

#[tokio::test]
async fn g_015_016_017_a_client_is_chosen_before_anything_else() {
    let installation = Installation::start().await;
    let scope = async |headers: &[(&str, &str)]| {
        let answer = installation.get("/authorize?state=s", headers).await;
        answer.parameter("scope").expect("a scope")
    };
    let default = "openid profile email offline_access";
    assert_eq!(
        scope(&[("client-type", "short")]).await,
        "openid profile email"
    );
    assert_eq!(scope(&[]).await, default);
    assert_eq!(scope(&[("client-type", "")]).await, default);
    let body = json!({
        "grant_type": "password", "username": DEMO_EMAIL, "password": DEMO_PASSWORD, "email": DEMO_EMAIL,
        "refresh_token": "x",
    });
    for name in ["nobody", "Web", "web,manager"] {
        let headers = [("client-type", name), ("authorization", "Bearer x")];
        for path in ["/authorize?state=s", "/userinfo", "/users/me", "/logout"] {
            let answer = installation.get(path, &headers).await;
            assert_eq!(answer.error().0, 401, "{name} {path}");
        }
        for path in ["/oauth/token", "/refreshtoken", "/change-password"] {
            let answer = installation.call("POST", path, &headers, &body).await;
            assert_eq!(answer.error().0, 401, "{name} {path}");
        }
    }
    assert_eq!(installation.way.calls("/"), Vec::<String>::new());
    // Whose name is known has the session of another client.
    let tokens = installation.tokens().await;
    let bearer = bearer(&tokens["accessToken"]);
    let headers = [WEB, ("authorization", bearer.as_str())];
    assert_eq!(installation.get("/userinfo", &headers).await.status, 200);
}

#[tokio::test]
async fn g_016_018_without_a_default_only_logins_need_a_name() {
    let installation = Installation::with(|config| config["defaultClient"] = json!("")).await;
    let login = installation.password(DEMO_EMAIL, DEMO_PASSWORD).await;
    assert_eq!(login.error().0, 401);
    for path in ["/authorize", "/userinfo", "/users/me", "/logout"] {
        assert_eq!(installation.get(path, &[]).await.error().0, 401, "{path}");
    }
    assert_eq!(installation.way.calls("/"), Vec::<String>::new());
    for name in [None, Some("nobody")] {
        let headers: Vec<_> = name.map(|name| ("client-type", name)).into_iter().collect();
        for path in [
            "/users",
            "/users/active",
            "/-/healthz",
            "/-/ready",
            "/-/check-up",
            "/documentation/json",
        ] {
            let answer = installation.get(path, &headers).await;
            assert_eq!(answer.status, 200, "{path}: {answer:?}");
        }
        let missing = installation
            .get("/users/import/status/job_x", &headers)
            .await;
        assert_eq!(missing.status, 404, "{missing:?}");
    }
}

#[tokio::test]
async fn g_021_an_audience_is_asked_for_when_there_is_one() {
    let installation = Installation::with(|config| {
        let client = config["clients"]["short"].as_object_mut();
        client.expect("an object").shift_remove("audience");
    })
    .await;
    let api = &installation.tenant.bootstrap().api.identifier;
    for (name, audience) in [("manager", Some(api.clone())), ("short", None)] {
        let client = ("client-type", name);
        let start = installation.get("/authorize", &[client]).await;
        assert_eq!(start.parameter("audience"), audience);
        let body = installation.come_back(start.header("location")).await;
        let tokens = installation
            .call("POST", "/oauth/token", &[client], &body)
            .await;
        let tokens = tokens.json();
        let token = tokens["accessToken"].as_str().expect("a token");
        let names_api = claims(token).is_some_and(|claims| {
            let audience = &claims["aud"];
            let several = audience
                .as_array()
                .is_some_and(|all| all.contains(&json!(api)));
            several || audience == api.as_str()
        });
        assert_eq!(names_api, audience.is_some(), "{name}: {token}");
        // The handle need not be a JWT.
        assert_eq!(installation.status_of(&tokens["accessToken"]).await, 200);
    }
}

#[tokio::test]
async fn g_024_a_login_may_take_ten_minutes() {
    let installation = Installation::start().await;
    let buy = async |body: &Value| installation.call("POST", "/oauth/token", &[], body).await;
    let start = installation.get("/authorize", &[]).await;
    installation.pass_seconds(575);
    let body = installation.come_back(start.header("location")).await;
    installation.pass_seconds(9);
    let bought = buy(&body).await;
    assert_eq!(bought.status, 200, "{bought:?}");

    let start = installation.get("/authorize", &[]).await;
    installation.pass_seconds(595);
    let body = installation.come_back(start.header("location")).await;
    installation.pass_seconds(5);
    let calls = installation.way.calls("/oauth/token").len();
    assert_eq!(buy(&body).await.error().0, 400);
    assert_eq!(installation.way.calls("/oauth/token").len(), calls);
}

#[tokio::test]
async fn g_026_only_this_hosts_addresses_come_back_from_a_login() {
    let installation = Installation::start().await;
    for (query, redirect) in [
        ("redirect=%2Fhome%3Fa%3Db", "/home?a=b"),
        ("redirectUri=/home", "/home"),
        (
            "redirect=https%3A%2F%2Fapp.example%2Fx",
            "https://app.example/x",
        ),
    ] {
        let body = installation.code(query, ("client-type", "manager")).await;
        let answer = installation.call("POST", "/oauth/token", &[], &body).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("location")),
            (200, redirect),
            "{answer:?}"
        );
    }
    let calls = installation.way.calls("/").len();
    for bad in [
        "//evil",
        "/%5Cevil",
        "javascript:alert(1)",
        "https%3A%2F%2Fevil.example",
        "https://app.example@evil.example",
        "https://app.example.evil.example/",
        "%2F%0Aevil",
    ] {
        for name in ["redirect", "redirectUri"] {
            let answer = installation
                .get(&format!("/authorize?{name}={bad}"), &[])
                .await;
            assert_eq!(answer.error().0, 400, "{name} {bad}");
        }
    }
    assert_eq!(installation.way.calls("/").len(), calls);
}
