//! `/users/import…`: users in bulk.

use axum::body::Body;
use serde_json::{Value, json};

use crate::double::Call;
use crate::gateway::{Answer, TestGateway, request};

const BOUNDARY: &str = "x-boundary";
const JOB: &str =
    r#"{"id":"job_1","type":"users_import","status":"pending","connection_id":"con_a"}"#;

/// A management client that knows the ids of two connections, and takes `A` when none is named.
pub(crate) fn importing(config: &mut Value) {
    let client = config["managementClient"]
        .as_object_mut()
        .expect("an object");
    client.shift_remove("supportedConnections");
    client.shift_remove("defaultCreateUserConnection");
    let map = json!({ "A": { "connectionId": "con_a" }, "B": { "connectionId": "con_b" } });
    client.insert("supportedConnectionsMap".to_owned(), map);
    client.insert("defaultManagementConnectionName".to_owned(), json!("A"));
}

/// A form of these parts; the file is the one named `users`.
pub(crate) fn form(parts: &[(&str, &str)]) -> String {
    let mut body = String::new();
    for (name, value) in parts {
        let file = match *name {
            "users" => "; filename=\"u.json\"\r\nContent-Type: application/json",
            _ => "",
        };
        body += &format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{value}\r\n"
        );
    }
    body + &format!("--{BOUNDARY}--\r\n")
}

/// `POST /users/import` with a body as it is.
pub(crate) fn upload(body: String) -> http::Request<Body> {
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let headers = [("content-type", kind.as_str())];
    request("POST", "/users/import", &headers, body.into())
}

async fn post(gateway: &TestGateway, parts: &[(&str, &str)]) -> Answer {
    gateway.send(upload(form(parts))).await
}

fn calls(gateway: &TestGateway) -> Vec<Call> {
    gateway.tenant.calls("/api/v2/jobs")
}

/// The parts of a form the tenant got, by name.
fn part(call: &Call, name: &str) -> Option<String> {
    let body = String::from_utf8(call.body.clone()).expect("UTF-8");
    let (_, rest) = body.split_once(&format!("name=\"{name}\""))?;
    let (_, rest) = rest.split_once("\r\n\r\n")?;
    Some(rest.split("\r\n--").next().expect("an end").to_owned())
}

#[tokio::test]
async fn g_087_089_090_a_named_connection_becomes_its_id_and_the_rest_arrives_unchanged() {
    let users = r#"[{"email":"a@b.c","odd":"\r\n--x"}]"#;
    for (named, id) in [(Some("B"), "con_b"), (Some(""), "con_a"), (None, "con_a")] {
        let gateway = TestGateway::with(importing, |_| {}).await;
        gateway
            .tenant
            .script("/api/v2/jobs/users-imports", 202, &[], JOB);
        let mut parts = vec![
            ("upsert", "true"),
            ("users", users),
            ("external_id", "mine é"),
            ("send_completion_email", "false"),
        ];
        parts.extend(named.map(|name| ("connection", name)));
        let answer = post(&gateway, &parts).await;
        assert_eq!((answer.status.as_u16(), answer.body.as_str()), (202, JOB));
        let [call] = calls(&gateway).try_into().expect("one call");
        for (name, value) in [
            ("connection_id", Some(id)),
            ("users", Some(users)),
            ("upsert", Some("true")),
            ("external_id", Some("mine é")),
            ("send_completion_email", Some("false")),
            ("connection", None),
        ] {
            assert_eq!(part(&call, name).as_deref(), value, "{name}");
        }
        let body = String::from_utf8(call.body).expect("UTF-8");
        assert!(body.contains("filename=\"u.json\"\r\nContent-Type: application/json"));
    }
}

#[tokio::test]
async fn g_088_089_wrong_forms_never_reach_the_tenant() {
    let gateway = TestGateway::with(importing, |_| {}).await;
    let users = ("users", "[]");
    for (parts, fault) in [
        (vec![users, ("connection_id", "con_a")], "connection_id"),
        (vec![users, ("connection_id", "")], "connection_id"),
        (vec![users, ("connection", "C")], "connection"),
        (vec![users, ("connection", "con_a")], "connection"),
        (
            vec![("connection", "A"), users, ("connection", "B")],
            "connection",
        ),
        (vec![users, users], "users"),
        (vec![("connection", "A")], "users"),
        (vec![], "users"),
        (vec![users, ("surprise", "x")], "unknown"),
        (
            vec![users, ("external_id", &"x".repeat(2000))],
            "external_id",
        ),
    ] {
        let (status, message) = post(&gateway, &parts).await.error();
        assert_eq!(status, 400, "{parts:?}");
        assert!(message.contains(fault), "{message}");
    }
    for body in ["", "nonsense", "--x-boundary\r\n", "--x-boundary\r\n\r\nx"] {
        let answer = gateway.send(upload(body.to_owned())).await;
        assert_eq!(answer.error().0, 400, "{body}");
    }
    for kind in ["application/json", "multipart/form-data", "multipart/mixed"] {
        let headers = [("content-type", kind)];
        let sent = request("POST", "/users/import", &headers, Body::from("{}"));
        assert_eq!(gateway.send(sent).await.error().0, 415, "{kind}");
    }
    assert_eq!(gateway.tenant.calls("/").len(), 0);

    let without_default = |config: &mut Value| {
        importing(config);
        config["managementClient"]["defaultManagementConnectionName"] = json!("");
    };
    let gateway = TestGateway::with(without_default, |_| {}).await;
    assert_eq!(post(&gateway, &[users]).await.error().0, 400);
    assert_eq!(gateway.tenant.calls("/").len(), 0);
}

#[tokio::test]
async fn g_087_a_form_above_the_limit_is_too_large() {
    let limited = |options: &mut doorward_gateway::config::Options| {
        options.import_limit_bytes = 1024 * 1024;
    };
    let gateway = TestGateway::with(importing, limited).await;
    let above = "x".repeat(1024 * 1024);
    assert_eq!(post(&gateway, &[("users", &above)]).await.error().0, 413);
    assert_eq!(calls(&gateway).len(), 0);
    // Below it, the tenant's own limit counts. This much has waited on disk.
    let below = "y".repeat(1024 * 1024 - 1000);
    let refusal = r#"{"statusCode":413,"error":"Payload Too Large","message":"Too big."}"#;
    gateway
        .tenant
        .script("/api/v2/jobs/users-imports", 413, &[], refusal);
    let answer = post(&gateway, &[("users", &below)]).await;
    assert_eq!(
        (answer.status.as_u16(), answer.body.as_str()),
        (413, refusal)
    );
    let [call] = calls(&gateway).try_into().expect("one call");
    assert_eq!(part(&call, "users"), Some(below));
}

#[tokio::test]
async fn g_087_a_caller_that_falls_silent_is_not_waited_for() {
    let gateway = TestGateway::with(importing, |_| {}).await;
    let (head, rest) = (form(&[("users", "[]")]), futures_util::stream::pending());
    let started = futures_util::stream::iter([Ok::<_, std::io::Error>(head[..40].to_owned())]);
    let body = Body::from_stream(futures_util::StreamExt::chain(started, rest));
    let (parts, _) = upload(String::new()).into_parts();
    let answer = gateway.send(http::Request::from_parts(parts, body)).await;
    assert_eq!(answer.error().0, 408);
    assert_eq!(calls(&gateway).len(), 0);
}

#[tokio::test]
async fn g_091_092_jobs_and_their_errors_are_the_tenants() {
    let gateway = TestGateway::with(importing, |_| {}).await;
    let gone =
        r#"{"statusCode":404,"error":"Not Found","message":"No.","errorCode":"inexistent_job"}"#;
    let faults = r#"[{"user":{"email":"x"},"errors":[{"code":"E"}]}]"#;
    for (path, there, status, body) in [
        ("/users/import/status/job_1", "/api/v2/jobs/job_1", 200, JOB),
        (
            "/users/import/status/job_2",
            "/api/v2/jobs/job_2",
            404,
            gone,
        ),
        (
            "/users/import/status/a%2Fb/errors",
            "/api/v2/jobs/a%2Fb/errors",
            200,
            faults,
        ),
        (
            "/users/import/status/job_1/errors",
            "/api/v2/jobs/job_1/errors",
            204,
            "",
        ),
        (
            "/users/import/status/job_2/errors",
            "/api/v2/jobs/job_2/errors",
            404,
            gone,
        ),
        (
            "/users/import/status/job_1",
            "/api/v2/jobs/job_1",
            429,
            "{}",
        ),
    ] {
        gateway.tenant.script(there, status, &[], body);
        let answer = gateway.get(path, &[]).await;
        assert_eq!(
            (answer.status.as_u16(), answer.body.as_str()),
            (status, body),
            "{path}"
        );
    }
    for path in [
        "/users/import/status/%2e%2e",
        "/users/import/status/%20/errors",
    ] {
        assert_eq!(gateway.get(path, &[]).await.error().0, 400, "{path}");
    }
    assert_eq!(calls(&gateway).len(), 6);
}

#[tokio::test]
async fn g_093_without_a_map_there_is_no_import() {
    let gateway = TestGateway::start().await;
    assert_eq!(post(&gateway, &[("users", "[]")]).await.error().0, 404);
    for path in [
        "/users/import",
        "/users/import/status/1",
        "/users/import/status/1/errors",
    ] {
        assert_eq!(gateway.get(path, &[]).await.error().0, 404, "{path}");
    }
    assert_eq!(gateway.tenant.calls("/").len(), 0);
}
