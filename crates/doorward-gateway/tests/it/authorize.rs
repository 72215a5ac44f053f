//! `GET /authorize`.

use serde_json::json;

use crate::gateway::TestGateway;

#[tokio::test]
async fn g_013_019_020_021_the_browser_is_sent_to_the_tenant() {
    let gateway = TestGateway::start().await;
    let answer = gateway.get("/authorize", &[]).await;
    assert_eq!(answer.status, 302);
    assert_eq!(answer.body, "");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(!answer.headers.contains_key("set-cookie"));
    let location = answer.header("location");
    assert!(
        location.starts_with(&format!(
            "{}/authorize?response_type=code&client_id=c1&",
            gateway.tenant.url
        )),
        "{location}"
    );
    for (name, value) in [
        (
            "redirect_uri",
            Some("https://app.example/web-login/callback"),
        ),
        ("scope", Some("openid email profile")),
        ("code_challenge_method", Some("S256")),
        ("audience", None),
        ("connection", None),
    ] {
        assert_eq!(answer.parameter(name).as_deref(), value, "{name}");
    }
    assert!(
        location.contains("scope=openid%20email%20profile"),
        "{location}"
    );
    assert_eq!(
        answer
            .parameter("code_challenge")
            .expect("a challenge")
            .len(),
        43
    );
}

#[tokio::test]
async fn g_015_016_017_clients_are_chosen_by_header_and_default() {
    let gateway = TestGateway::start().await;
    let scope = |answer: crate::gateway::Answer| answer.parameter("scope").expect("a scope");
    assert_eq!(
        scope(gateway.get("/authorize", &[("client-type", "web")]).await),
        "openid profile offline_access"
    );
    assert_eq!(
        scope(gateway.get("/authorize", &[("client-type", "")]).await),
        "openid email profile"
    );
    for name in ["other", "Web", " web,spa", "\u{e9}"] {
        let answer = gateway.get("/authorize", &[("client-type", name)]).await;
        assert_eq!(answer.error().0, 401, "{name}");
    }
    let gateway = TestGateway::with(|config| config["defaultClient"] = json!(""), |_| {}).await;
    assert_eq!(gateway.get("/authorize", &[]).await.error().0, 401);
    assert_eq!(
        gateway
            .get("/authorize", &[("client-type", "spa")])
            .await
            .status,
        302
    );
}

#[tokio::test]
async fn g_022_023_a_state_is_made_unless_the_client_brings_its_own() {
    let gateway = TestGateway::start().await;
    let one = gateway.begin("spa", "state=mine").await;
    let two = gateway.begin("spa", "state=mine").await;
    assert_ne!(one, two);
    assert_eq!((one.len(), two.contains("mine")), (36, false));
    let strict = [("client-type", "strict")];
    let answer = gateway
        .get("/authorize?connection=A&state=a%26b%20c", &strict)
        .await;
    assert_eq!(answer.parameter("state").as_deref(), Some("a&b c"));
    assert_eq!(
        answer.parameter("audience").as_deref(),
        Some("https://api.example/")
    );
    for state in [
        "",
        "state=",
        "state=a&state=b",
        &format!("state={}", "x".repeat(1025)),
    ] {
        let answer = gateway
            .get(&format!("/authorize?connection=A&{state}"), &strict)
            .await;
        assert_eq!(answer.error().0, 400, "{state}");
    }
    let longest = format!("/authorize?connection=A&state={}", "x".repeat(1024));
    assert_eq!(gateway.get(&longest, &strict).await.status, 302);
}

#[tokio::test]
async fn g_025_connections_are_checked_against_the_clients_list() {
    async fn connection(change: serde_json::Value, query: &str) -> Result<Option<String>, u16> {
        let merge = |config: &mut serde_json::Value| {
            for (name, value) in change.as_object().expect("an object") {
                config["clients"]["spa"][name] = value.clone();
            }
        };
        let gateway = TestGateway::with(merge, |_| {}).await;
        let answer = gateway.get(&format!("/authorize?{query}"), &[]).await;
        if answer.status == 302 {
            Ok(answer.parameter("connection"))
        } else {
            Err(answer.error().0)
        }
    }
    let some = |name: &str| Ok(Some(name.to_owned()));
    let several = json!({ "supportedConnections": ["A", "B"] });
    let default = json!({ "supportedConnections": ["A", "B"], "defaultConnection": "B" });
    let single = json!({ "supportedConnections": ["A"] });
    assert_eq!(connection(json!({}), "").await, Ok(None));
    assert_eq!(connection(json!({}), "connection=X").await, some("X"));
    assert_eq!(connection(several.clone(), "connection=B").await, some("B"));
    assert_eq!(connection(several.clone(), "connection=X").await, Err(400));
    assert_eq!(connection(several.clone(), "connection=").await, Err(400));
    assert_eq!(
        connection(several, "connection=A&connection=B").await,
        Err(400)
    );
    assert_eq!(connection(default.clone(), "").await, some("B"));
    assert_eq!(connection(default, "connection=a").await, Err(400));
    assert_eq!(connection(single.clone(), "").await, some("A"));
    assert_eq!(connection(single, "connection=B").await, Err(400));
}

#[tokio::test]
async fn g_026_redirects_stay_on_this_host() {
    let gateway = TestGateway::start().await;
    let try_it = async |value: &str| {
        gateway
            .get(&format!("/authorize?redirect={value}"), &[])
            .await
    };
    for good in ["%2Fhome", "/a?b=c", "https%3A%2F%2Fapp.example%2Fx"] {
        assert_eq!(try_it(good).await.status, 302, "{good}");
    }
    for bad in [
        "//evil",
        "/%5Cevil",
        "javascript:alert(1)",
        "https%3A%2F%2Fevil.example",
        "https://app.example@evil.example",
        "%2F%0Aevil",
    ] {
        assert_eq!(try_it(bad).await.error().0, 400, "{bad}");
    }
    assert_eq!(
        gateway
            .get("/authorize?redirectUri=//evil", &[])
            .await
            .error()
            .0,
        400
    );
    let forwarded = [("x-forwarded-host", "shop.example")];
    assert_eq!(
        gateway
            .get("/authorize?redirect=https://shop.example/x", &forwarded)
            .await
            .status,
        302
    );
    assert_eq!(
        gateway
            .get("/authorize?redirect=https://app.example/x", &forwarded)
            .await
            .error()
            .0,
        400
    );
    assert_eq!(
        gateway
            .get("/authorize?redirect=https://x/", &[("host", "a/b")])
            .await
            .error()
            .0,
        400
    );
}

#[tokio::test]
async fn a_relative_callback_is_completed_with_the_outside_address() {
    let gateway = TestGateway::with(
        |config| config["clients"]["spa"]["redirectUrl"] = json!("/cb"),
        |_| {},
    )
    .await;
    let headers = [
        ("host", "inner:8080"),
        ("x-forwarded-host", "shop.example, proxy"),
        ("x-forwarded-proto", "http"),
    ];
    let answer = gateway.get("/authorize", &headers).await;
    assert_eq!(
        answer.parameter("redirect_uri").as_deref(),
        Some("http://shop.example/cb")
    );
    let answer = gateway
        .get("/authorize", &[("host", "shop.example:444")])
        .await;
    assert_eq!(
        answer.parameter("redirect_uri").as_deref(),
        Some("https://shop.example:444/cb")
    );
}

#[tokio::test]
async fn over_http_2_the_authority_is_the_host() {
    let gateway = TestGateway::with(
        |config| config["clients"]["spa"]["redirectUrl"] = json!("/cb"),
        |_| {},
    )
    .await;
    let request =
        http::Request::get("https://two.example/authorize").version(http::Version::HTTP_2);
    let answer = gateway
        .send(request.body(axum::body::Body::empty()).expect("a request"))
        .await;
    assert_eq!(
        answer.parameter("redirect_uri").as_deref(),
        Some("https://two.example/cb")
    );
}
