//! Jobs: a file on its way to one, and the wait for its end.

use std::time::Duration;

use doorward::management::{CreateJobUsersImport, File};
use serde_json::json;

use super::{client, user};
use crate::server::{Answer, Server};

#[tokio::test]
async fn an_import_streams_its_file() {
    let job = json!({
        "status": "pending", "type": "users_import", "created_at": "x", "id": "job_1",
        "connection_id": "con_1",
    });
    let server = Server::answering([
        Answer::json(503, "{}").header("retry-after", "0"),
        Answer::json(202, job),
    ])
    .await;
    let file = tempfile::NamedTempFile::new().unwrap();
    let users = format!(
        "[{}]",
        "{\"email\":\"a@x\"},".repeat(20_000).trim_end_matches(',')
    );
    std::fs::write(file.path(), &users).unwrap();
    let import = CreateJobUsersImport {
        upsert: Some(true),
        external_id: Some("mine".into()),
        ..CreateJobUsersImport::new(
            File {
                name: "users.json".into(),
                ..File::at(file.path())
            },
            "con_1",
        )
    };
    let answer = client(&server).send(&import).await.unwrap();
    assert_eq!(answer.id.as_str(), "job_1");

    let recorded = server.recorded();
    assert_eq!(recorded.len(), 2);
    for request in recorded {
        let content_type = request.header("content-type").unwrap();
        let boundary = content_type
            .strip_prefix("multipart/form-data; boundary=")
            .unwrap();
        let part = |name: &str, value: &str| {
            format!(
                "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            )
        };
        let expected = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"users\"; filename=\"users.json\"\r\n\
             Content-Type: application/json\r\n\r\n{users}\r\n{}{}{}--{boundary}--\r\n",
            part("connection_id", "con_1"),
            part("upsert", "true"),
            part("external_id", "mine"),
        );
        assert!(request.body == expected, "{}", &request.body[..300]);
        assert_eq!(
            request.header("content-length").unwrap(),
            expected.len().to_string()
        );
        assert_eq!(request.header("transfer-encoding"), None);
    }
}

#[tokio::test]
async fn a_file_that_is_not_there_fails_before_anything_is_sent() {
    let server = Server::answering([user()]).await;
    let import = CreateJobUsersImport::new(File::at("/nowhere/users.json"), "con_1");
    let error = client(&server).send(&import).await.unwrap_err();
    assert!(error.to_string().contains("/nowhere/users.json"), "{error}");
    assert_eq!(server.recorded().len(), 0);
}

#[tokio::test]
async fn a_job_is_asked_for_until_it_has_ended() {
    let job = |status: &str| {
        let job = json!({ "status": status, "type": "users_import", "id": "job_1" });
        Answer::json(200, job)
    };
    for end in ["completed", "failed"] {
        let server = Server::answering([job("pending"), job("processing"), job(end)]).await;
        let ended = client(&server)
            .wait_for_job("job_1", Duration::from_millis(1))
            .await
            .unwrap();
        assert_eq!(ended.status, end);
        assert_eq!(server.count("/api/v2/jobs/job_1"), 3);
    }
}

#[tokio::test]
async fn the_progress_of_a_job_is_shown() {
    let job = |status: &str, percentage: u32| {
        let job = json!({
            "status": status, "type": "users_export", "id": "job_1", "percentage_done": percentage,
        });
        Answer::json(200, job)
    };
    let server = Server::answering([job("processing", 40), job("completed", 100)]).await;
    let mut seen = Vec::new();
    client(&server)
        .wait_for_job_with("job_1", Duration::from_millis(1), |job| {
            seen.push(job.percentage_done);
        })
        .await
        .unwrap();
    assert_eq!(seen, [Some(40), Some(100)]);
}
