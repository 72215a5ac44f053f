//! Requests made to break something: whatever comes, nothing here is the gateway's fault.

use axum::body::Body;
use proptest::prelude::*;

use crate::gateway::TestGateway;
use crate::import::importing;

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

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    /// Each case sends a few dozen requests, so that starting a gateway is worth it.
    #[test]
    fn g_108_no_request_makes_a_5xx(
        requests in prop::collection::vec(
            (prop::sample::select(TARGETS.to_vec()), prop::collection::vec((prop::sample::select(HEADERS.to_vec()), value()), 0..4), query(), body()),
            40,
        )
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let gateway = TestGateway::with(importing, |_| {}).await;
            for ((method, path), headers, query, body) in requests {
                let mut request = http::Request::builder().method(method).uri(format!("{path}?{query}"));
                for (name, value) in &headers {
                    if let Ok(value) = http::HeaderValue::from_bytes(value) {
                        request = request.header(*name, value);
                    }
                }
                let answer = gateway.send(request.body(Body::from(body.clone())).expect("a request")).await;
                prop_assert!(
                    answer.status.as_u16() < 500,
                    "{method} {path}?{query} {headers:?} {:?}: {answer:?}",
                    String::from_utf8_lossy(&body)
                );
            }
            Ok(())
        })?;
    }
}
