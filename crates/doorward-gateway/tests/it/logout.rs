//! `GET /logout`.

use crate::gateway::TestGateway;

const DELETION: &str = "sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure";

#[tokio::test]
async fn g_059_060_064_both_sessions_end() {
    let gateway = TestGateway::start().await;
    let (cookie, bearer) = (gateway.cookie().await, gateway.bearer().await);
    let headers = [
        ("cookie", cookie.as_str()),
        ("authorization", bearer.as_str()),
        ("client-type", "web"),
    ];
    let answer = gateway.get("/logout", &headers).await;
    assert_eq!((answer.status.as_u16(), answer.body.as_str()), (302, ""));
    assert_eq!(
        answer.header("set-cookie"),
        format!("{DELETION}; SameSite=Lax")
    );
    assert_eq!(answer.header("cache-control"), "no-store");
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
    assert_eq!(gateway.get("/users/active", &[]).await.body, "[]");
}

#[tokio::test]
async fn g_061_062_063_the_tenant_ends_its_own_session_and_comes_back() {
    let gateway = TestGateway::start().await;
    let location = async |target: &str, headers: &[(&str, &str)]| {
        let answer = gateway.get(target, headers).await;
        assert_eq!(answer.status, 302, "{answer:?}");
        assert_eq!(answer.header("set-cookie"), DELETION);
        answer.header("location").replace(&gateway.tenant.url, "")
    };
    assert_eq!(location("/logout", &[]).await, "/v2/logout?client_id=c1");
    let nested = location("/logout?redirect=/web-login?redirect=/home", &[]).await;
    assert_eq!(
        nested,
        "/v2/logout?returnTo=https%3A%2F%2Fapp.example%2Fweb-login%3Fredirect%3D%2Fhome"
    );
    let forwarded = [
        ("x-forwarded-host", "shop.example:8443"),
        ("x-forwarded-proto", "http"),
    ];
    assert_eq!(
        location("/logout?redirect=/x", &forwarded).await,
        "/v2/logout?returnTo=http%3A%2F%2Fshop.example%3A8443%2Fx"
    );
    let foreign = location("/logout?redirect=https%3A%2F%2Fother.example%2Fx%3Fy", &[]).await;
    assert_eq!(
        foreign,
        "/v2/logout?returnTo=https%3A%2F%2Fother.example%2Fx%3Fy"
    );
}

#[tokio::test]
async fn harmful_redirects_are_refused() {
    let gateway = TestGateway::start().await;
    let cookie = gateway.cookie().await;
    for bad in [
        "//evil",
        "/%5Cevil",
        "javascript:alert(1)",
        "https://u:p@evil.example/",
        "x",
    ] {
        let answer = gateway
            .get(&format!("/logout?redirect={bad}"), &[("cookie", &cookie)])
            .await;
        assert_eq!(answer.error().0, 400, "{bad}");
    }
    assert_eq!(
        gateway
            .get("/logout", &[("client-type", "x"), ("cookie", &cookie)])
            .await
            .error()
            .0,
        401
    );
    assert_eq!(
        gateway
            .get("/userinfo", &[("cookie", &cookie)])
            .await
            .status,
        200
    );
}
