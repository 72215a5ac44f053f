//! The points about tokens that are refused, wrong, or say more than usual, against Doorward's own tenant.
//!
//! It signs no wrong ID token and has no Actions: for these its tokens are changed on the way, signed as it would.

use std::time::Duration;

use doorward_tenant::{DEMO_EMAIL, DEMO_PASSWORD};
use doorward_testing::{Failure, TestTenant};
use serde_json::{Value, json};

use crate::gateway::{Answer, cookie_of, request, send};
use crate::installation::{Installation, WEB, bearer};

impl Installation {
    /// A login of the demo user as `web`, with the password.
    async fn password_as_web(&self) -> Answer {
        let body =
            json!({ "grant_type": "password", "username": DEMO_EMAIL, "password": DEMO_PASSWORD });
        self.call("POST", "/oauth/token", &[WEB], &body).await
    }
}

#[tokio::test]
async fn g_029_a_code_that_the_tenant_refuses_is_forbidden() {
    let installation = Installation::start().await;
    let mut body = installation.code("", ("client-type", "manager")).await;
    body["code"] = json!("made-up");
    let answer = installation.call("POST", "/oauth/token", &[], &body).await;
    let (status, message) = answer.error();
    assert_eq!(status, 403);
    assert!(message.to_lowercase().contains("code"), "{message}");
    assert_eq!(installation.way.calls("/oauth/token").len(), 1);
    // And the state is spent.
    let again = installation.call("POST", "/oauth/token", &[], &body).await;
    assert_eq!(again.error().0, 400);
    assert_eq!(installation.get("/users/active", &[]).await.body, "[]");
}

#[tokio::test]
async fn g_032_half_a_login_never_reaches_the_tenant() {
    let installation = Installation::start().await;
    for body in [
        json!({ "grant_type": "password", "username": DEMO_EMAIL }),
        json!({ "grant_type": "password", "username": DEMO_EMAIL, "password": "" }),
        json!({ "grant_type": "password", "password": DEMO_PASSWORD }),
        json!({ "grant_type": "password", "username": 1, "password": DEMO_PASSWORD }),
        json!({ "grant_type": "client_credentials" }),
        json!({ "grant_type": "refresh_token", "refresh_token": "x" }),
        json!({ "grant_type": ["password"] }),
        json!({ "username": DEMO_EMAIL, "password": DEMO_PASSWORD }),
    ] {
        let answer = installation.call("POST", "/oauth/token", &[], &body).await;
        assert_eq!(answer.error().0, 400, "{body}");
    }
    assert_eq!(installation.way.calls("/"), Vec::<String>::new());
}

#[tokio::test]
async fn g_040_a_wrong_id_token_makes_no_session() {
    let installation = Installation::start().await;
    let now = installation.tenant.clock().now().as_second();
    let refused = async |what: &str| {
        let answer = installation.password_as_web().await;
        assert_eq!(answer.error().0, 500, "{what}");
        assert!(!answer.headers.contains_key("set-cookie"), "{what}");
        assert_eq!(
            installation.get("/users/active", &[]).await.body,
            "[]",
            "{what}"
        );
    };
    for (name, value) in [
        ("iss", json!("https://evil.example/")),
        ("aud", json!("another-client")),
        ("exp", json!(now - 61)),
        ("iat", json!(now + 3600)),
        ("sub", json!("")),
    ] {
        installation
            .way
            .act(move |claims| claims[name] = value.clone());
        refused(name).await;
    }
    installation.way.change(|answer| {
        let token = answer["id_token"].as_str().expect("a token");
        let (signed, _) = token.rsplit_once('.').expect("a signature");
        answer["id_token"] = format!("{signed}.{}", "A".repeat(342)).into();
    });
    refused("signature").await;
    installation
        .way
        .change(|answer| drop(answer["id_token"].take()));
    refused("none").await;
    // It is not the way that makes them wrong.
    installation.way.act(|_| {});
    assert_eq!(installation.password_as_web().await.status, 200);

    let other =
        |config: &mut Value| config["clients"]["web"]["supportedSigningAlgs"] = json!(["PS256"]);
    let installation = Installation::with(other).await;
    let answer = installation.password_as_web().await;
    assert_eq!((answer.error().0, answer.header("set-cookie")), (500, ""));
    // Reached by another name than its own, the tenant is believed when that is configured.
    for is_told in [false, true] {
        let installation = Installation::of(TestTenant::builder(), |tenant, config| {
            config["clients"]["web"]["auth0Url"] = tenant.http_url().into();
            if is_told {
                config["auth0TenantUrl"] = tenant.issuer().into();
            }
        })
        .await;
        let answer = installation.password_as_web().await;
        let expected = if is_told { 200 } else { 500 };
        assert_eq!(answer.status, expected, "{answer:?}");
    }
}

#[tokio::test]
async fn g_041_bad_bodies_busy_tenants_and_absent_ones_are_told_apart() {
    let installation = Installation::start().await;
    let send = async |kind: &str, body: Vec<u8>| {
        let headers = [("content-type", kind)];
        let request = request("POST", "/oauth/token", &headers, body.into());
        send(&installation.router, request).await.error().0
    };
    let big = vec![b' '; 1024 * 1024 + 1];
    assert_eq!(send("application/json", b"{".to_vec()).await, 400);
    assert_eq!(send("text/plain", b"{}".to_vec()).await, 415);
    assert_eq!(send("application/json", big.clone()).await, 413);
    assert_eq!(send("application/x-www-form-urlencoded", big).await, 413);
    assert_eq!(installation.way.calls("/"), Vec::<String>::new());

    let limited = Failure::RateLimited(Duration::from_secs(7));
    installation.tenant.fail_next(limited);
    let answer = installation.password_as_web().await;
    assert_eq!(answer.error().0, 429);
    for (name, value) in [
        ("retry-after", "7"),
        ("x-ratelimit-limit", "2"),
        ("x-ratelimit-remaining", "0"),
    ] {
        assert_eq!(answer.header(name), value, "{name}");
    }
    installation.tenant.fail_next(Failure::Unavailable);
    assert_eq!(installation.password_as_web().await.error().0, 500);
    assert_eq!(installation.way.calls("/oauth/token").len(), 2);
    installation.way.cut(true);
    let (status, message) = installation.password_as_web().await.error();
    assert_eq!(status, 500);
    assert!(message.contains("tenant"), "which side failed? {message}");
    installation.way.cut(false);
    assert_eq!(installation.password_as_web().await.status, 200);
}

#[tokio::test]
async fn g_051_052_053_metadata_is_lifted_and_overwrites_nothing() {
    let installation = Installation::with(|config| {
        config["customClaimsNamespaces"] =
            json!(["https://x/app_metadata", "https://x/user_metadata"]);
    })
    .await;
    installation.way.act(|claims| {
        claims["https://x/app_metadata"] =
            json!({ "groups": ["admin"], "email": "other@b.c", "sub": "auth0|other" });
        claims["https://x/user_metadata"] = json!({ "groups": ["root"], "lang": "it" });
        claims["https://y/other"] = json!({ "groups": ["more"] });
    });
    let cookie = cookie_of(&installation.password_as_web().await);
    // Tokens of the same user and second are the same, and so would be the two sessions.
    installation.pass_seconds(1);
    let bearer = bearer(&installation.tokens().await["accessToken"]);
    let check = async |way: (&str, &str)| {
        let answer = installation.get("/userinfo", &[WEB, way]).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        assert!(answer.body.starts_with(r#"{"sub":"auth0|"#), "{answer:?}");
        let profile = answer.json();
        assert_ne!(profile["sub"], "auth0|other");
        for (name, value) in [
            ("email", json!(DEMO_EMAIL)),
            ("groups", json!(["admin"])),
            ("lang", json!("it")),
            ("https://y/other", json!({ "groups": ["more"] })),
        ] {
            assert_eq!(profile[name], value, "{name} {profile}");
        }
        for name in ["https://x/app_metadata", "https://x/user_metadata"] {
            assert_eq!(profile.get(name), None, "{profile}");
        }
    };
    check(("cookie", &cookie)).await;
    check(("authorization", &bearer)).await;
    // So it is after a refresh.
    installation.pass(25);
    check(("cookie", &cookie)).await;
    // Groups that users give themselves are none.
    installation.way.act(|claims| {
        claims["https://x/user_metadata"] = json!({ "groups": ["root"], "permissions": ["all"] });
    });
    installation.pass(25);
    let profile = installation
        .get("/userinfo", &[WEB, ("cookie", &cookie)])
        .await
        .json();
    assert_eq!(
        (profile.get("groups"), profile.get("permissions")),
        (None, None),
        "{profile}"
    );
}
