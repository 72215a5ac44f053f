//! `/_doorward/clock` and `/_doorward/outbox`: for the developer, and for no page of a stranger.

use axum::body::Body;
use axum::http::{Request, header};

use crate::support::{DOMAIN, TestTenant};

async fn ask(tenant: &TestTenant, host: &str, origin: Option<&str>) -> [u16; 2] {
    let mut answers = [0; 2];
    let requests = [("POST", "/_doorward/clock"), ("GET", "/_doorward/outbox")];
    for (answer, (method, path)) in answers.iter_mut().zip(requests) {
        let mut request = Request::builder().method(method).uri(path);
        if !host.is_empty() {
            request = request.header(header::HOST, host);
        }
        if let Some(origin) = origin {
            request = request.header(header::ORIGIN, origin);
        }
        let step = Body::from(r#"{"advance_seconds": 86400}"#);
        let request = request
            .header(header::CONTENT_TYPE, "text/plain")
            .body(step);
        *answer = tenant.send(request.unwrap()).await.status.as_u16();
    }
    answers
}

#[tokio::test]
async fn a_developer_calls_them_by_any_name_of_the_machine() {
    let tenant = TestTenant::start().await;
    for host in [
        DOMAIN,
        "TENANT.example:443",
        "mtls.tenant.example",
        "127.0.0.1:8080",
        "192.0.2.7:8080",
        "[::1]:8080",
        "localhost:8080",
        "doorward:8080",
        "host.docker.internal:8080",
        "",
    ] {
        assert_eq!(ask(&tenant, host, None).await, [200, 200], "{host}");
    }
    let from_here = Some("http://127.0.0.1:8080");
    assert_eq!(ask(&tenant, "127.0.0.1:8080", from_here).await, [200, 200]);
    let page = format!("https://{DOMAIN}");
    let by_address = ask(&tenant, "127.0.0.1:8080", Some(&page)).await;
    assert_eq!(by_address, [200, 200]);
}

#[tokio::test]
async fn no_page_of_a_stranger_turns_the_clock_or_reads_the_mail() {
    let tenant = TestTenant::start().await;
    let before = tenant.clock.now();
    for origin in ["https://evil.example", "null", "http://192.0.2.9", "?"] {
        let told = ask(&tenant, "127.0.0.1:8080", Some(origin)).await;
        assert_eq!(told, [403, 403], "{origin}");
    }
    // A name of the stranger's own that leads here: the page and what it asks have one origin.
    for (host, origin) in [
        ("evil.example:8080", None),
        ("evil.example:8080", Some("http://evil.example:8080")),
        ("127.0.0.1.evil.example", None),
    ] {
        assert_eq!(ask(&tenant, host, origin).await, [403, 403], "{host}");
    }
    assert!(tenant.clock.now().duration_since(before).as_secs() < 86_400);
}
