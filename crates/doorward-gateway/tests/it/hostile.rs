//! Requests made to break something: whatever comes, nothing here is the gateway's fault.

use axum::Router;
use axum::body::Body;
use proptest::prelude::*;

use crate::gateway::{TestGateway, send};
use crate::import::importing;
use crate::installation::Installation;

const TARGETS: [(&str, &str); 17] = [
    ("GET", "/authorize"),
    ("POST", "/oauth/token"),
    ("POST", "/refreshtoken"),
    ("GET", "/logout"),
    ("GET", "/userinfo"),
    ("GET", "/users/me"),
    ("POST", "/change-password"),
    ("GET", "/users"),
    ("POST", "/users"),
    ("GET", "/users/active"),
    ("GET", "/users/x"),
    ("PATCH", "/users/x"),
    ("DELETE", "/users/x"),
    ("POST", "/users/import"),
    ("GET", "/users/import/status/x"),
    ("GET", "/users/import/status/x/errors"),
    ("GET", "/-/healthz"),
];

const HEADERS: [&str; 10] = [
    "authorization",
    "cookie",
    "client-type",
    "acl_rows",
    "content-type",
    "host",
    "x-forwarded-host",
    "x-forwarded-for",
    "x-request-id",
    "x-forwarded-proto",
];

/// Values that have hurt somebody before, and arbitrary ones.
fn value() -> impl Strategy<Value = Vec<u8>> {
    let known = prop::sample::select(vec![
        "",
        "Bearer",
        "Bearer x",
        "Bearer \u{7f}",
        "sid=x",
        "sid=\"",
        "sid=;sid=x",
        "web",
        "spa",
        "[]",
        "[{}]",
        "[[]]",
        "[{\"a\":{\"$in\":[]}}]",
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "a:b:c",
        "[::1]:80",
        "1.2.3.4",
        "\t",
        "{\"$gt\":null}",
    ]);
    prop_oneof![
        known.prop_map(|text| text.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 0..40)
    ]
}

fn query() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "state",
        "redirect",
        "connection",
        "_l",
        "_sk",
        "_q",
        "_s",
        "_p",
        "email",
        "app_metadata.x",
        "app_metadata.groups",
        "fields",
    ]);
    let text = prop_oneof![
        "\\PC{0,20}",
        Just("//evil".to_owned()),
        Just("-1".to_owned()),
        Just("{\"$or\":[{}]}".to_owned()),
        Just("\u{0}".to_owned()),
        Just("%".to_owned()),
    ];
    prop::collection::vec((name, text), 0..5).prop_map(|pairs| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(pairs);
        query.finish()
    })
}

fn body() -> impl Strategy<Value = Vec<u8>> {
    let known = prop::sample::select(vec![
        "",
        "{",
        "null",
        "[]",
        "{}",
        "\"x\"",
        "{\"code\":1}",
        "{\"email\":{}}",
        "{\"grant_type\":\"password\",\"username\":\"a\",\"password\":[]}",
        "{\"grant_type\":null}",
        "{\"a\":1e999}",
        "grant_type=password&username=%FF&password=%00",
        "{\"refresh_token\":\"\\ud800\"}",
        "{\"connection\":\"A\",\"email\":\"\\u0000\"}",
        "{\"authUserId\":\"..\"}",
        "{\"userId\":\"\\n\"}",
    ]);
    prop_oneof![
        known.prop_map(|text| text.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 0..200)
    ]
}

/// A request in parts: method and path, headers, query, body.
type Parts = (
    (&'static str, &'static str),
    Vec<(&'static str, Vec<u8>)>,
    String,
    Vec<u8>,
);

fn requests() -> impl Strategy<Value = Vec<Parts>> {
    let target = prop::sample::select(TARGETS.to_vec());
    let header = (prop::sample::select(HEADERS.to_vec()), value());
    let headers = prop::collection::vec(header, 0..4);
    prop::collection::vec((target, headers, query(), body()), 40)
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Sends them all; what is answered with a 5xx is the error.
fn send_all<I: std::future::Future<Output = (Router, T)>, T>(
    start: impl FnOnce() -> I,
    requests: Vec<Parts>,
) -> Result<(), TestCaseError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let (router, _kept) = start().await;
        for ((method, path), headers, query, body) in requests {
            let mut request = http::Request::builder()
                .method(method)
                .uri(format!("{path}?{query}"));
            for (name, value) in &headers {
                if let Ok(value) = http::HeaderValue::from_bytes(value) {
                    request = request.header(*name, value);
                }
            }
            let request = request.body(Body::from(body.clone())).expect("a request");
            let answer = send(&router, request).await;
            prop_assert!(
                answer.status.as_u16() < 500,
                "{method} {path}?{query} {headers:?} {:?}: {answer:?}",
                String::from_utf8_lossy(&body)
            );
        }
        Ok(())
    })
}

proptest! {
    #![proptest_config(config(16))]

    /// Each case sends a few dozen requests, so that starting a gateway is worth it.
    #[test]
    fn g_108_no_request_makes_a_5xx(requests in requests()) {
        let start = async || {
            let gateway = TestGateway::with(importing, |_| {}).await;
            (gateway.gateway.router(), gateway)
        };
        send_all(start, requests)?;
    }
}

proptest! {
    #![proptest_config(config(8))]

    #[test]
    fn g_108_no_request_makes_a_5xx_of_the_tenants(requests in requests()) {
        let start = async || {
            let installation = Installation::start().await;
            (installation.router.clone(), installation)
        };
        send_all(start, requests)?;
    }
}
