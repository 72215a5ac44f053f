//! Who asks, where a proxy says so.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderValue, Request, header};
use doorward_tenant::Settings;
use serde_json::json;

use crate::support::{DOMAIN, TestTenant};

const PROXY: &str = "10.0.0.1";

async fn behind_proxies() -> TestTenant {
    let data = tempfile::tempdir().unwrap();
    let location = crate::support::location(data.path()).await;
    let mut settings = Settings::development(location, DOMAIN, [7; 32]);
    settings.trusted_proxies = vec!["10.0.0.0/8".parse().unwrap()];
    TestTenant::start_with(settings, data).await
}

/// The address in the log of a failed sign-up that came from `peer` with these lines of `X-Forwarded-For`.
async fn logged(tenant: &TestTenant, peer: &str, lines: &[&[u8]]) -> String {
    let body = json!({ "client_id": tenant.bootstrap.applications[0].client_id });
    let mut request = Request::post("/dbconnections/signup")
        .header(header::HOST, DOMAIN)
        .body(Body::from(body.to_string()))
        .unwrap();
    for line in lines {
        let line = HeaderValue::from_bytes(line).unwrap();
        request.headers_mut().append("x-forwarded-for", line);
    }
    let peer = SocketAddr::new(peer.parse().unwrap(), 443);
    request.extensions_mut().insert(ConnectInfo(peer));
    assert_eq!(tenant.send(request).await.status, 400);
    let entries = tenant.manage("GET", "/logs?q=type:fs", None).await.json();
    entries[0]["ip"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn nobody_chooses_the_address_that_counts() {
    let tenant = behind_proxies().await;
    let cases: &[(&str, &[&[u8]], &str)] = &[
        (PROXY, &[b"203.0.113.7"], "203.0.113.7"),
        (PROXY, &[b"203.0.113.7, 10.0.0.2"], "203.0.113.7"),
        (PROXY, &[b"198.51.100.1, 203.0.113.7"], "203.0.113.7"),
        (PROXY, &[b"198.51.100.1, x, 203.0.113.7"], "203.0.113.7"),
        (PROXY, &[b"198.51.100.1, \xff, 203.0.113.7"], "203.0.113.7"),
        (
            PROXY,
            &[b"198.51.100.1", b"\xff", b"203.0.113.7, 10.0.0.2"],
            "203.0.113.7",
        ),
        (PROXY, &[b"203.0.113.7:5678"], "203.0.113.7"),
        (PROXY, &[b"[2001:db8::7]:5678"], "2001:db8::7"),
        (PROXY, &[b"::ffff:203.0.113.7"], "203.0.113.7"),
        // Whoever stands before this cannot be told.
        (PROXY, &[b"198.51.100.1, unknown"], PROXY),
        (PROXY, &[b"198.51.100.1, unknown, 10.0.0.2"], "10.0.0.2"),
        (PROXY, &[], PROXY),
        ("192.0.2.1", &[b"203.0.113.7"], "192.0.2.1"),
    ];
    for (peer, lines, expected) in cases {
        let logged = logged(&tenant, peer, lines).await;
        assert_eq!(logged, *expected, "{peer} {lines:?}");
    }
}

#[tokio::test]
async fn nobody_says_what_page_a_form_comes_from_but_a_proxy() {
    let tenant = behind_proxies().await;
    let post = async |peer: &str| {
        let mut request = Request::post("/u/logout")
            .header(header::HOST, "inner:3000")
            .header("x-forwarded-host", DOMAIN)
            .header(header::ORIGIN, format!("https://{DOMAIN}"))
            .body(Body::from("action=deny"))
            .unwrap();
        let peer = SocketAddr::new(peer.parse().unwrap(), 443);
        request.extensions_mut().insert(ConnectInfo(peer));
        tenant.send(request).await.status
    };
    assert_eq!(post(PROXY).await, 200);
    assert_eq!(post("192.0.2.1").await, 403);
}
