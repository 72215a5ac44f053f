//! Files from readers and answers into writers.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use doorward::management::{CreateJobUsersImport, File, GetJob};
use doorward::transport::TransportErrorKind;
use doorward::{Error, ManagementClient};
use serde_json::json;
use tokio::io::AsyncWrite;

use crate::server::{Answer, Server};

fn client(server: &Server) -> ManagementClient {
    ManagementClient::builder("tenant.test")
        .base_url(&server.url)
        .token("at")
        .build()
        .unwrap()
}

fn import() -> CreateJobUsersImport {
    CreateJobUsersImport::new(File::json("users.json", []), "con_1")
}

fn job() -> Answer {
    let job = json!({
        "status": "pending", "type": "users_import", "created_at": "x", "id": "job_1",
        "connection_id": "con_1",
    });
    Answer::json(202, job)
}

#[tokio::test]
async fn a_file_is_sent_from_a_reader_of_known_and_unknown_length() {
    let users = format!("[{}{{}}]", "{\"email\":\"a@x\"},".repeat(20_000));
    for length in [None, Some(users.len() as u64)] {
        let server = Server::answering([job()]).await;
        let content = io::Cursor::new(users.clone().into_bytes());
        let answer = client(&server).upload(&import(), content, length).await;
        assert_eq!(answer.unwrap().id.as_str(), "job_1");
        let sent = server.last();
        let file = "filename=\"users.json\"\r\nContent-Type: application/json\r\n\r\n";
        assert!(sent.body.contains(&format!("{file}{users}\r\n")));
        assert_eq!(sent.header("content-length").is_some(), length.is_some());
    }
}

#[tokio::test]
async fn a_reader_is_not_sent_twice() {
    for status in [401, 429, 503] {
        let refused = Answer::json(status, json!({ "message": "no" })).header("retry-after", "0");
        let server = Server::answering([refused]).await;
        let content = io::Cursor::new(b"[]".to_vec());
        let refused = client(&server).upload(&import(), content, None).await;
        assert_eq!(refused.unwrap_err().status().unwrap(), status);
        assert_eq!(server.recorded().len(), 1);
    }
}

#[tokio::test]
async fn a_reader_that_ends_too_early_is_an_error() {
    let server = Server::answering([job()]).await;
    let content = io::Cursor::new(b"[]".to_vec());
    let error = client(&server).upload(&import(), content, Some(10)).await;
    let Err(Error::Transport(error)) = error else {
        panic!("sent")
    };
    assert_eq!(error.kind(), TransportErrorKind::Body);
}

#[tokio::test]
async fn an_answer_is_written_as_it_comes() {
    let job = json!({ "id": "job_1", "status": "completed", "type": "x" }).to_string();
    let server = Server::answering([Answer::json(200, &job)]).await;
    let mut written = Vec::new();
    let count = client(&server)
        .download(&GetJob::new("job_1"), &mut written)
        .await;
    assert_eq!(count.unwrap(), job.len() as u64);
    assert_eq!(written, job.as_bytes());

    let refused = Answer::json(404, json!({ "message": "no job" }));
    let server = Server::answering([refused]).await;
    let error = client(&server)
        .download(&GetJob::new("job_1"), &mut written)
        .await;
    assert_eq!(error.unwrap_err().status().unwrap(), 404);
    assert_eq!(written.len(), job.len());
}

#[tokio::test]
async fn a_file_elsewhere_is_fetched_without_a_word_about_this_client() {
    let elsewhere = Server::answering([Answer::text(200, "{}\n{}\n")]).await;
    let tenant = Server::answering([job()]).await;
    let client = ManagementClient::builder("tenant.test")
        .base_url(&tenant.url)
        .token("at")
        .header("x-own", "secret")
        .build()
        .unwrap();
    let mut written = Vec::new();
    let location = format!("{}/exports/1?signature=s", elsewhere.url);
    client.download_from(&location, &mut written).await.unwrap();
    assert_eq!(written, b"{}\n{}\n");
    let asked = elsewhere.last();
    assert_eq!(asked.wire(), "GET /exports/1?signature=s");
    for name in ["authorization", "x-own", "auth0-client", "cookie"] {
        assert_eq!(asked.header(name), None, "{name}");
    }
    assert!(tenant.recorded().is_empty());

    for wrong in ["/exports/1", "file:///etc/passwd", ""] {
        let error = client.download_from(wrong, &mut written).await.unwrap_err();
        assert!(matches!(error, Error::Argument(_)), "{error}");
    }
}

#[tokio::test]
async fn a_writer_that_fails_ends_the_download() {
    struct Full;

    impl AsyncWrite for Full {
        fn poll_write(
            self: Pin<&mut Self>,
            _: &mut Context<'_>,
            _: &[u8],
        ) -> Poll<io::Result<usize>> {
            Poll::Ready(Err(io::ErrorKind::StorageFull.into()))
        }

        fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
            Poll::Ready(Ok(()))
        }

        fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
            Poll::Ready(Ok(()))
        }
    }

    let server = Server::answering([Answer::json(200, json!({ "id": "job_1" }))]).await;
    let get = GetJob::new("job_1");
    let error = client(&server).download(&get, Full).await.unwrap_err();
    assert!(matches!(error, Error::Write(_)), "{error}");
}
