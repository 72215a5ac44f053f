//! `POST /api/v2/jobs/users-exports`.

use std::io::Read as _;

use axum::body::Body;
use axum::http::{Request, header};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use super::super::{DATABASE, Management, created, refused};
use crate::support::DOMAIN;

impl Management {
    /// Exports users and waits for the end of the job.
    async fn exported(&self, request: Value) -> Value {
        let answer = self.post("/jobs/users-exports", request).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        let job = answer.json();
        assert_eq!(
            (&job["type"], &job["status"]),
            (&json!("users_export"), &json!("pending"))
        );
        self.done(&job).await
    }

    /// What the address of a file answers: status, name and bytes.
    async fn download(&self, location: &str) -> (u16, String, Vec<u8>) {
        let path = location.strip_prefix(&format!("https://{DOMAIN}")).unwrap();
        let request = Request::get(path).header(header::HOST, DOMAIN);
        let router = self.tenant.router();
        let response = router.oneshot(request.body(Body::empty()).unwrap()).await;
        let (parts, body) = response.unwrap().into_parts();
        let name = parts.headers.get(header::CONTENT_DISPOSITION);
        let name = name.map_or("", |name| name.to_str().unwrap());
        let bytes = body.collect().await.unwrap().to_bytes();
        (parts.status.as_u16(), name.to_owned(), bytes.to_vec())
    }

    async fn lines(&self, job: &Value) -> Vec<String> {
        let location = job["location"].as_str().unwrap();
        let (status, _, bytes) = self.download(location).await;
        assert_eq!(status, 200);
        let mut text = String::new();
        flate2::read::GzDecoder::new(&bytes[..])
            .read_to_string(&mut text)
            .unwrap();
        text.lines().map(str::to_owned).collect()
    }
}

#[tokio::test]
async fn users_are_exported_as_lines_of_json() {
    let api = Management::start().await;
    let client = &api.tenant.bootstrap.applications[0].client_id;
    let second = json!({ "name": "second", "strategy": "auth0", "enabled_clients": [client] });
    let second = created(&api.post("/connections", second).await);
    api.user(
        "ada@example.com",
        json!({ "app_metadata": { "plan": "full" } }),
    )
    .await;
    api.user("bob@example.com", json!({ "connection": "second" }))
        .await;
    let fields = json!([
        { "name": "email" }, { "name": "app_metadata.plan", "export_as": "plan" },
        { "name": "identities[0].connection", "export_as": "from" },
    ]);
    let of_second = json!({ "connection_id": second["id"], "fields": fields });
    let job = api.exported(of_second).await;
    assert_eq!(
        (&job["connection"], &job["format"]),
        (&json!("second"), &json!("json"))
    );
    let bob = r#"{"email":"bob@example.com","from":"second"}"#;
    assert_eq!(api.lines(&job).await, [bob]);
    // Of all connections; the demo user came first.
    let all = api.exported(json!({ "fields": fields })).await;
    let lines = api.lines(&all).await;
    assert_eq!(lines.len(), 3, "{lines:?}");
    let ada = format!(r#"{{"email":"ada@example.com","plan":"full","from":"{DATABASE}"}}"#);
    assert_eq!(lines[1..], [ada, bob.to_owned()]);
    let one = api.exported(json!({ "limit": 1 })).await;
    assert_eq!(api.lines(&one).await.len(), 1);
    assert!(one.get("summary").is_none(), "{one}");
}

#[tokio::test]
async fn many_users_are_exported_as_a_table() {
    let api = Management::start().await;
    let users: Vec<Value> = (0..450)
        .map(|number| json!({ "email": format!("user{number}@example.com"), "name": "=cmd|' /C calc'!A0" }))
        .collect();
    api.imported(&users.into(), &[]).await;
    let job = api.exported(json!({ "format": "csv" })).await;
    let lines = api.lines(&job).await;
    assert_eq!(lines.len(), 1 + 1 + 450);
    assert_eq!(
        lines[0],
        "Id,Given Name,Family Name,Nickname,Name,Email,Email Verified,Created At,Updated At"
    );
    assert!(
        lines[2].contains(",\"'=cmd|' /C calc'!A0\",\"'user"),
        "{}",
        lines[2]
    );
    let mut emails: Vec<&str> = lines[1..]
        .iter()
        .map(|line| line.split(',').nth(5).unwrap())
        .collect();
    emails.sort_unstable();
    emails.dedup();
    assert_eq!(emails.len(), 451);
}

#[tokio::test]
async fn the_address_of_a_file_is_good_for_a_minute_and_the_file_for_a_day() {
    let api = Management::start().await;
    let job = api.exported(json!({ "format": "csv" })).await;
    let first = job["location"].as_str().unwrap().to_owned();
    let (status, name, bytes) = api.download(&first).await;
    assert_eq!(status, 200);
    assert!(name.ends_with(".csv.gz\""), "{name}");
    assert!(bytes.starts_with(&[0x1f, 0x8b]));
    let (start, ticket) = first.split_once("ticket=").unwrap();
    let mut forged = ticket.to_owned().into_bytes();
    forged[20] = if forged[20] == b'A' { b'B' } else { b'A' };
    let forged = format!("{start}ticket={}", String::from_utf8(forged).unwrap());
    for other in [
        start.trim_end_matches("?ticket="),
        &forged,
        &format!("{start}ticket="),
    ] {
        assert_eq!(api.download(other).await.0, 404, "{other}");
    }
    api.tenant
        .clock
        .advance(jiff::SignedDuration::from_secs(61));
    assert_eq!(api.download(&first).await.0, 403);
    let path = format!("/jobs/{}", job["id"].as_str().unwrap());
    let later = api.get(&path).await.json();
    let location = later["location"].as_str().unwrap().to_owned();
    assert_eq!(api.download(&location).await.0, 200);
    api.tenant
        .clock
        .advance(jiff::SignedDuration::from_hours(24));
    let api = api.again().await;
    assert_eq!(
        refused(&api.get(&path).await),
        "404 inexistent_job The job does not exist"
    );
}

#[tokio::test]
async fn an_export_that_nobody_can_make_is_refused() {
    let api = Management::start().await;
    let cases = [
        (
            json!({ "connection_id": "con_0000000000000000" }),
            "400 inexistent_connection Connection does not exist.",
        ),
        (
            json!({ "format": "xlsx" }),
            "400 invalid_body Payload validation error: 'No enum match for: xlsx' on property format.",
        ),
        (
            json!({ "limit": 0 }),
            "400 invalid_body Payload validation error: 'Value 0 is less than minimum 1' on property limit.",
        ),
        (
            json!({ "fields": [{}] }),
            "400 invalid_body Payload validation error: 'Missing required property: name' on property fields[0].",
        ),
        (
            json!({ "fields": [{ "name": "email" }, { "name": "" }] }),
            "400 invalid_body Payload validation error: 'String is too short (0 chars), minimum 1' on property fields[1].name.",
        ),
    ];
    for (body, expected) in cases {
        assert_eq!(
            refused(&api.post("/jobs/users-exports", body).await),
            expected
        );
    }
    for name in [
        "identities[0",
        "identities[",
        "identities]",
        "identities[x].connection",
        "identities[0]connection",
        "[0]",
        "user_metadata.",
        ".email",
        "a..b",
        "identities[12345678901234567890]",
    ] {
        let answer = api
            .post(
                "/jobs/users-exports",
                json!({ "fields": [{ "name": name }] }),
            )
            .await;
        let refusal = refused(&answer);
        let rule = "400 invalid_body Payload validation error: 'String does not match pattern ";
        assert!(refusal.starts_with(rule), "{refusal}");
        assert!(
            refusal.ends_with(&format!(": {name}' on property fields[0].name.")),
            "{refusal}"
        );
    }
    let token = api.token(&["create:users"]).await;
    let answer = api
        .send_as(
            &token,
            axum::http::Method::POST,
            "/jobs/users-exports",
            Some(json!({})),
        )
        .await;
    assert!(refused(&answer).starts_with("403 insufficient_scope"));
}
