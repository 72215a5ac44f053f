//! `/-/…`, `/documentation/…`, unknown paths, a Redis that goes away, and the end of the process.

use std::time::Duration;

use axum::body::Body;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::gateway::{TestGateway, request};
use crate::redis::RedisServer;

#[tokio::test]
async fn g_101_the_platform_sees_name_version_and_health() {
    let gateway = TestGateway::with(
        |_| {},
        |options| options.service_version = Some("3.5.0".to_owned()),
    )
    .await;
    for path in ["/-/healthz", "/-/ready", "/-/check-up"] {
        let answer = gateway.get(path, &[]).await;
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(
            answer.body,
            r#"{"status":"OK","name":"auth0-client","version":"3.5.0"}"#
        );
    }
    gateway.tenant.set_down(true);
    let answer = gateway.get("/-/check-up", &[]).await;
    assert_eq!(
        (answer.status.as_u16(), answer.json()["status"].as_str()),
        (503, Some("KO"))
    );
    assert_eq!(gateway.get("/-/ready", &[]).await.status, 200);
    gateway.gateway.begin_shutdown();
    assert_eq!(gateway.get("/-/ready", &[]).await.status, 503);
    assert_eq!(gateway.get("/-/healthz", &[]).await.status, 200);
}

#[tokio::test]
async fn g_014_a_prefix_moves_everything_but_the_platforms_paths() {
    let gateway = TestGateway::with(
        |_| {},
        |options| options.service_prefix = "/auth".to_owned(),
    )
    .await;
    for (path, status) in [
        ("/auth/authorize", 302),
        ("/authorize", 404),
        ("/auth/users/active", 200),
        ("/auth/documentation/json", 200),
        ("/-/healthz", 200),
        ("/auth/-/healthz", 404),
    ] {
        assert_eq!(gateway.get(path, &[]).await.status, status, "{path}");
    }
}

#[tokio::test]
async fn g_093_103_107_unknown_paths_and_methods_are_told_in_the_usual_form() {
    let gateway = TestGateway::start().await;
    for path in [
        "/",
        "/nothing",
        "/users/",
        "/users/a/b",
        "/users/import",
        "/users/import/status/1",
        "/-/metrics",
        "/-/x",
    ] {
        assert_eq!(gateway.get(path, &[]).await.error().0, 404, "{path}");
    }
    for (method, path, allowed) in [
        ("POST", "/authorize", "GET"),
        ("GET", "/oauth/token", "POST"),
        ("PUT", "/users", "GET, POST"),
        ("POST", "/users/auth0%7C1", "GET, PATCH, DELETE"),
        ("DELETE", "/users/me", "GET"),
        ("PATCH", "/users/active", "GET"),
        ("OPTIONS", "/userinfo", "GET"),
    ] {
        let answer = gateway
            .send(request(method, path, &[], Body::empty()))
            .await;
        assert_eq!(answer.error().0, 405, "{method} {path}");
        let mut found: Vec<_> = answer.header("allow").split(", ").collect();
        let mut expected: Vec<_> = allowed.split(", ").collect();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{method} {path}");
        assert!(!answer.headers.contains_key("access-control-allow-origin"));
    }
    for (path, status) in [("/nothing", 404), ("/userinfo", 405)] {
        let answer = gateway
            .send(request("HEAD", path, &[], Body::empty()))
            .await;
        assert_eq!(answer.status, status);
    }
    let head = gateway
        .send(request("HEAD", "/-/healthz", &[], Body::empty()))
        .await;
    assert_eq!((head.status.as_u16(), head.body.as_str()), (200, ""));
}

#[tokio::test]
async fn g_102_the_documentation_lists_every_endpoint() {
    let gateway = TestGateway::start().await;
    let document = gateway.get("/documentation/json", &[]).await.json();
    assert_eq!(document["openapi"], "3.1.0");
    for (path, methods) in [
        ("/authorize", vec!["get"]),
        ("/oauth/token", vec!["post"]),
        ("/refreshtoken", vec!["post"]),
        ("/logout", vec!["get"]),
        ("/userinfo", vec!["get"]),
        ("/users/me", vec!["get"]),
        ("/change-password", vec!["post"]),
        ("/users/change-password", vec!["post"]),
        ("/users/active", vec!["get"]),
        ("/users", vec!["get", "post"]),
        ("/users/{user_id}", vec!["get", "patch", "delete"]),
        ("/users/import", vec!["post"]),
        ("/users/import/status/{job_id}", vec!["get"]),
        ("/users/import/status/{job_id}/errors", vec!["get"]),
    ] {
        let operations = document["paths"][path]
            .as_object()
            .unwrap_or_else(|| panic!("{path} is missing"));
        assert_eq!(operations.keys().collect::<Vec<_>>(), methods, "{path}");
        for operation in operations.values() {
            let parameters = operation["parameters"].as_array().expect("an array");
            let named: Vec<_> = parameters
                .iter()
                .filter(|parameter| parameter["in"] == "path" && parameter["required"] == true)
                .map(|parameter| format!("{{{}}}", parameter["name"].as_str().expect("a text")))
                .collect();
            let in_path: Vec<_> = path
                .split('/')
                .filter(|part| part.starts_with('{'))
                .collect();
            assert_eq!(named, in_path, "{path}");
            assert!(
                operation["responses"].is_object() && operation["summary"].is_string(),
                "{operation}"
            );
        }
    }
    assert_eq!(
        gateway.get("/documentation/openapi", &[]).await.json(),
        document
    );
    let yaml = gateway.get("/documentation/yaml", &[]).await;
    assert_eq!(yaml.header("content-type"), "application/yaml");
    let read: serde_json::Value = serde_saphyr::from_str(&yaml.body).expect("YAML");
    assert_eq!(read, document);
}

#[tokio::test]
async fn g_103_metrics_are_shown_when_asked_for() {
    let metrics = doorward_gateway::config::Metrics {
        prefix: "gw".to_owned(),
    };
    let gateway = TestGateway::with(|_| {}, |options| options.metrics = Some(metrics)).await;
    gateway.get("/users/auth0%7C1", &[("acl_rows", "x")]).await;
    gateway.get("/nothing", &[]).await;
    let text = gateway.get("/-/metrics", &[]).await.body;
    for line in [
        r#"gw_http_request_duration_seconds_count{method="GET",route="/users/{user_id}",status_code="400"} 1"#,
        r#"gw_http_request_duration_seconds_count{method="GET",route="(none)",status_code="404"} 1"#,
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[tokio::test]
async fn g_098_redis_may_go_away_and_come_back() {
    let mut server = RedisServer::private();
    let gateway = TestGateway::on_redis(&server, "x").await;
    gateway.until_ready().await;
    let cookie = gateway.cookie().await;
    server.stop();
    assert_eq!(
        gateway
            .get("/userinfo", &[("cookie", &cookie)])
            .await
            .error()
            .0,
        500
    );
    assert_eq!(gateway.get("/authorize", &[]).await.error().0, 500);
    let logout = gateway.get("/logout", &[("cookie", &cookie)]).await;
    assert_eq!((logout.error().0, logout.header("location")), (500, ""));
    let body = json!({ "grant_type": "password", "username": "u", "password": "right" });
    let login = gateway
        .post("/oauth/token", &[("client-type", "web")], &body)
        .await;
    assert_eq!((login.error().0, login.header("set-cookie")), (500, ""));
    assert_eq!(gateway.get("/-/ready", &[]).await.status, 503);
    assert_eq!(gateway.get("/-/healthz", &[]).await.status, 200);
    server.start();
    gateway.until_ready().await;
    gateway.cookie().await;
}

#[tokio::test]
async fn g_096_scopes_on_one_redis_do_not_see_each_other() {
    let server = RedisServer::private();
    let (one, two) = (
        TestGateway::on_redis(&server, "one").await,
        TestGateway::on_redis(&server, "two").await,
    );
    one.until_ready().await;
    two.until_ready().await;
    let cookie = one.cookie().await;
    assert_eq!(
        two.get("/userinfo", &[("cookie", &cookie)]).await.error().0,
        401
    );
    assert_eq!(two.get("/users/active", &[]).await.body, "[]");
    let state = one.begin("spa", "").await;
    assert_eq!(
        two.post(
            "/oauth/token",
            &[],
            &json!({ "code": "good", "state": state })
        )
        .await
        .error()
        .0,
        400
    );
}

#[tokio::test]
async fn g_104_after_the_stop_signal_it_serves_for_the_delay_and_then_ends() {
    let gateway = TestGateway::with(
        |_| {},
        |options| options.delay_shutdown = Duration::from_secs(3600),
    )
    .await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let (signal, stop) = tokio::sync::mpsc::channel(2);
    let served = tokio::spawn(gateway.gateway.serve(listener, stop));
    let status = async |path: &str| {
        reqwest::get(format!("{url}{path}"))
            .await
            .map(|answer| answer.status().as_u16())
            .ok()
    };
    assert_eq!(status("/-/ready").await, Some(200));
    signal.send(()).await.expect("a heard signal");
    while status("/-/ready").await != Some(503) {
        tokio::task::yield_now().await;
    }
    assert_eq!(status("/users/active").await, Some(200));
    assert!(!served.is_finished());
    // A second signal ends the wait.
    signal.send(()).await.expect("a heard signal");
    served.await.expect("no panic");
    assert_eq!(status("/-/healthz").await, None);
}

#[tokio::test]
async fn g_097_nothing_in_redis_can_be_used_as_a_handle_or_token() {
    let server = RedisServer::private();
    let gateway = TestGateway::on_redis(&server, "x").await;
    gateway.until_ready().await;
    let state = gateway.begin("spa", "redirect=/secret-place").await;
    let answer = gateway.login("spa").await.json();
    let tokens = ["accessToken", "refreshToken", "idToken"]
        .map(|name| answer[name].as_str().expect("a token").to_owned());
    let keys = server.ask("KEYS *");
    let keys: Vec<_> = keys
        .lines()
        .filter(|line| line.starts_with("auth0-client:x:"))
        .collect();
    let count = |kind: &str| {
        keys.iter()
            .filter(|key| key.starts_with(&format!("auth0-client:x:{kind}")))
            .count()
    };
    assert_eq!(
        (count("session:"), count("state:"), count("active")),
        (1, 1, 1),
        "{keys:?}"
    );
    for key in &keys {
        let command = if key.ends_with(":active") {
            format!("ZRANGE {key} 0 -1")
        } else {
            format!("GET {key}")
        };
        let kept = server.ask(&command);
        assert!(kept.len() > 50, "{key}: {kept}");
        for secret in [&state, "secret-place", "a@b.c"]
            .into_iter()
            .chain(tokens.iter().map(String::as_str))
        {
            assert!(
                !key.contains(secret) && !kept.contains(secret),
                "{key}: {kept}"
            );
        }
    }
    for (kind, seconds) in [("session:", 86_400), ("state:", 600)] {
        let key = keys.iter().find(|key| key.contains(kind)).expect("a key");
        let answer = server.ask(&format!("TTL {key}"));
        let life: i64 = answer
            .lines()
            .next()
            .and_then(|line| line.strip_prefix(':'))
            .expect("a number")
            .parse()
            .expect("a number");
        assert!((seconds - 60..=seconds).contains(&life), "{key}: {life}");
    }
}

#[tokio::test]
async fn g_041_a_tenant_that_is_away_is_not_asked_by_everyone() {
    let metrics = doorward_gateway::config::Metrics {
        prefix: "gw".to_owned(),
    };
    let gateway = TestGateway::with(|_| {}, |options| options.metrics = Some(metrics)).await;
    let body = json!({ "grant_type": "password", "username": "u", "password": "right" });
    let state = async || {
        let text = gateway.get("/-/metrics", &[]).await.body;
        let line = text
            .lines()
            .find(|line| line.starts_with("gw_tenant_circuit_state{"));
        let (_, number) = line
            .and_then(|line| line.rsplit_once(' '))
            .expect("a state");
        number.to_owned()
    };
    gateway.tenant.set_down(true);
    for _ in 0..50 {
        let answer = gateway.post("/oauth/token", &[], &body).await;
        assert_eq!(answer.error().0, 500);
    }
    assert_eq!(gateway.tenant.calls("/oauth/token").len(), 20);
    assert_eq!(state().await, "2");
    gateway.tenant.set_down(false);
    // It notices by itself, and soon.
    while gateway.post("/oauth/token", &[], &body).await.status != 200 {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(state().await, "0");
}

#[tokio::test]
async fn g_107_slow_and_swollen_requests_are_cut_off() {
    let gateway = TestGateway::start().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let (signal, stop) = tokio::sync::mpsc::channel(2);
    let served = tokio::spawn(gateway.gateway.serve(listener, stop));
    let talk = async |text: &[u8]| {
        let mut stream = TcpStream::connect(address).await.expect("a connection");
        stream.write_all(text).await.expect("sent");
        let mut answer = Vec::new();
        // A connection that is reset has been cut off too.
        let _ = stream.read_to_end(&mut answer).await;
        String::from_utf8_lossy(&answer).into_owned()
    };
    let swollen = format!(
        "GET /userinfo HTTP/1.1\r\nhost: x\r\nx: {}",
        "a".repeat(100_000)
    );
    let (head, body, swollen) = tokio::join!(
        talk(b"GET /userinfo HTTP/1.1\r\nhost: x\r\nx: "),
        talk(b"POST /oauth/token HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 9\r\n\r\n{"),
        talk(swollen.as_bytes()),
    );
    assert!(
        head.is_empty() || head.starts_with("HTTP/1.1 408"),
        "{head}"
    );
    assert!(body.starts_with("HTTP/1.1 408"), "{body}");
    assert!(
        swollen.is_empty() || swollen.starts_with("HTTP/1.1 431"),
        "{swollen}"
    );
    signal.send(()).await.expect("a heard signal");
    signal.send(()).await.expect("a heard signal");
    served.await.expect("no panic");
}

#[tokio::test]
async fn g_086_searches_that_are_too_much_keep_nobody_from_logging_in() {
    let gateway = TestGateway::start().await;
    for _ in 0..30 {
        gateway.tenant.script("/api/v2/users", 503, &[], "{}");
        assert_eq!(gateway.get("/users", &[]).await.error().0, 503);
    }
    for _ in 0..30 {
        gateway.tenant.script("/api/v2/users", 500, &[], "{}");
        assert_eq!(gateway.get("/users", &[]).await.error().0, 500);
    }
    // The Management API is given a rest; logins have a circuit of their own.
    assert_eq!(gateway.tenant.calls("/api/v2/users").len(), 30 + 20);
    gateway.bearer().await;
}
