//! Operations of the Management API on the wire.

mod jobs;
mod tokens;

use std::sync::Arc;
use std::time::Duration;

use doorward::api::Parts;
use doorward::management::{
    CreateUser, CreateUserRequestContent, DeleteUser, GetJob, GetUser, ManagementClientBuilder,
    UpdateUser, UpdateUserRequestContent,
};
use doorward::transport::{
    BoxFuture, Request, ReqwestTransport, Response, Transport, TransportError,
};
use doorward::{Error, ManagementClient, RequestOptions, RetryPolicy};
use futures_util::future::FutureExt as _;
use serde_json::json;

use crate::server::{Answer, Server};

const TOKEN: &str = "/oauth/token";

fn builder(server: &Server) -> ManagementClientBuilder {
    ManagementClient::builder("tenant.test").base_url(&server.url)
}

/// A client that has a token.
fn client(server: &Server) -> ManagementClient {
    builder(server).token("at").build().unwrap()
}

fn token(text: &str, expires_in: u64) -> Answer {
    Answer::json(
        200,
        json!({ "access_token": text, "expires_in": expires_in }),
    )
}

fn user() -> Answer {
    Answer::json(
        200,
        json!({ "user_id": "auth0|1", "new_member": { "a": null } }),
    )
}

#[tokio::test]
async fn an_operation_is_sent_with_the_token_and_its_answer_is_typed() {
    let server = Server::answering([user().header("x-ratelimit-remaining", "7")]).await;
    let get = GetUser {
        fields: Some("user_id,name".into()),
        ..GetUser::new("auth0|a/b c")
    };
    let answer = client(&server).send(&get).await.unwrap();
    assert_eq!(
        server.last().wire(),
        "GET /api/v2/users/auth0%7Ca%2Fb%20c?fields=user_id%2Cname"
    );
    assert_eq!(server.last().header("authorization"), Some("Bearer at"));
    assert_eq!(answer.user_id.as_ref().unwrap().as_str(), "auth0|1");
    assert_eq!(answer.headers["x-ratelimit-remaining"], "7");
    assert_eq!(answer.rest["new_member"], json!({ "a": null }));
}

#[tokio::test]
async fn bodies_are_json_and_leave_out_what_was_not_said() {
    let server = Server::answering([user()]).await;
    let client = client(&server);
    let create = CreateUserRequestContent {
        email: Some("e@x".into()),
        ..CreateUserRequestContent::new("db")
    };
    client.send(&CreateUser::new(create)).await.unwrap();
    let (line, body) = split(&server);
    assert_eq!(line, "POST /api/v2/users application/json");
    assert_eq!(body, json!({ "email": "e@x", "connection": "db" }));

    let mut update = UpdateUserRequestContent::default();
    update
        .rest
        .insert("user_metadata".into(), json!({ "a": 1, "gone": null }));
    client
        .send(&UpdateUser::new("auth0|1", update))
        .await
        .unwrap();
    let (line, body) = split(&server);
    assert_eq!(line, "PATCH /api/v2/users/auth0%7C1 application/json");
    assert_eq!(body, json!({ "user_metadata": { "a": 1, "gone": null } }));
}

/// Method, target and content type, then the JSON body, of the last request.
fn split(server: &Server) -> (String, serde_json::Value) {
    let last = server.last();
    let content_type = last.header("content-type").unwrap();
    let line = format!("{} {} {content_type}", last.method, last.target);
    (line, serde_json::from_str(&last.body).unwrap())
}

#[tokio::test]
async fn an_empty_answer_is_one_too() {
    let server = Server::answering([Answer::text(204, "")]).await;
    let answer = client(&server)
        .send(&DeleteUser::new("auth0|1"))
        .await
        .unwrap();
    assert_eq!(answer.status, 204);
    assert_eq!(answer.body, None);
}

#[tokio::test]
async fn a_refusal_keeps_status_code_and_message() {
    let refusal = json!({
        "statusCode": 404, "error": "Not Found", "message": "The user does not exist.",
        "errorCode": "inexistent_user",
    });
    let server = Server::answering([Answer::json(404, refusal)]).await;
    let error = client(&server)
        .send(&GetUser::new("auth0|1"))
        .await
        .unwrap_err();
    let api = error.api().unwrap();
    assert_eq!(api.error(), Some("Not Found"));
    assert_eq!(api.message(), Some("The user does not exist."));
    assert_eq!(api.error_code(), Some("inexistent_user"));
    assert_eq!(error.to_string(), "404 Not Found: The user does not exist.");
}

#[tokio::test]
async fn an_id_that_leads_elsewhere_is_not_sent() {
    let server = Server::answering([user()]).await;
    for id in ["", ".", ".."] {
        let error = client(&server).send(&GetUser::new(id)).await.unwrap_err();
        assert!(matches!(error, Error::Argument(_)), "{error}");
    }
    assert_eq!(server.recorded().len(), 0);
}

#[tokio::test]
async fn transient_failures_are_tried_again_twice_and_others_never() {
    for (status, attempts) in [(408, 3), (429, 3), (500, 3), (503, 3), (400, 1), (404, 1)] {
        let failing = Answer::json(status, "{}").header("retry-after", "0");
        let server = Server::answering([failing]).await;
        client(&server)
            .send(&GetUser::new("auth0|1"))
            .await
            .unwrap_err();
        assert_eq!(server.recorded().len(), attempts, "{status}");
    }
    let server = Server::answering([Answer::json(503, "{}").header("retry-after", "0")]).await;
    let once = client(&server).with(RequestOptions::new().retry(RetryPolicy::never()));
    once.send(&GetUser::new("auth0|1")).await.unwrap_err();
    assert_eq!(server.recorded().len(), 1);
}

#[tokio::test]
async fn the_custom_domain_goes_where_it_means_something() {
    let server = Server::answering([user()]).await;
    let client = builder(&server)
        .token("at")
        .custom_domain("login.example.com")
        .build()
        .unwrap();
    let header = || {
        server
            .last()
            .header("auth0-custom-domain")
            .map(str::to_owned)
    };
    client.send(&GetUser::new("auth0|1")).await.unwrap();
    assert_eq!(header().as_deref(), Some("login.example.com"));
    let job = json!({ "status": "pending", "type": "users_import", "id": "job_1" });
    server.fix("/api/v2/jobs/job_1", Answer::json(200, job));
    client.send(&GetJob::new("job_1")).await.unwrap();
    assert_eq!(header(), None);
    let everywhere = client.with(RequestOptions::new().custom_domain("other.example.com"));
    everywhere.send(&GetJob::new("job_1")).await.unwrap();
    assert_eq!(header().as_deref(), Some("other.example.com"));
}

#[tokio::test]
async fn seven_operations_know_a_custom_domain_and_no_other() {
    let server = Server::answering([user()]).await;
    let client = builder(&server)
        .token("at")
        .custom_domain("login.example.com")
        .build()
        .unwrap();
    for (path, knows) in [
        ("/jobs/verification-email", true),
        ("/tickets/email-verification", true),
        ("/tickets/password-change", true),
        ("/organizations/{id}/invitations", true),
        ("/users", true),
        ("/users/{id}", true),
        ("/guardian/enrollments/ticket", true),
        ("/users/{id}/roles", false),
        ("/organizations/{id}", false),
        ("/jobs/{id}", false),
        ("/clients", false),
    ] {
        let parts = Parts::of(&GetUser::new("auth0|1")).unwrap();
        client.send_parts(parts, path).await.unwrap();
        let sent = server.last();
        let expected = knows.then_some("login.example.com");
        assert_eq!(sent.header("auth0-custom-domain"), expected, "{path}");
    }
}

/// A transport that notes where requests go.
struct Noted(ReqwestTransport, std::sync::mpsc::SyncSender<String>);

impl Transport for Noted {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        let line = format!("{} {}", request.method, request.url.path());
        self.1.send(line).unwrap();
        self.0.send(request)
    }
}

#[tokio::test]
async fn a_transport_sees_the_token_request_before_the_call() {
    let server = Server::answering([user()]).await;
    server.fix(TOKEN, token("at", 86_400));
    let (lines, seen) = std::sync::mpsc::sync_channel(9);
    let client = builder(&server)
        .client_credentials("CID", "SEC")
        .transport(Noted(ReqwestTransport::new().unwrap(), lines))
        .build()
        .unwrap();
    client.send(&GetUser::new("1")).await.unwrap();
    let seen: Vec<_> = seen.try_iter().collect();
    assert_eq!(seen, ["POST /oauth/token", "GET /api/v2/users/1"]);
}

#[tokio::test]
async fn a_call_may_have_further_parameters_in_its_query() {
    let server = Server::answering([user()]).await;
    let get = GetUser {
        fields: Some("name".into()),
        ..GetUser::new("auth0|1")
    };
    let options = RequestOptions::new().query("added", "a b");
    client(&server).with(options).send(&get).await.unwrap();
    assert_eq!(
        server.last().wire(),
        "GET /api/v2/users/auth0%7C1?fields=name&added=a+b"
    );
}

/// A transport whose requests never end, and that knows how many are under way.
#[derive(Clone, Default)]
struct Endless(Arc<()>);

impl Transport for Endless {
    fn send(&self, _: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        let under_way = self.0.clone();
        Box::pin(async move {
            let _under_way = under_way;
            std::future::pending().await
        })
    }
}

#[tokio::test]
async fn a_call_that_is_given_up_takes_its_request_along() {
    let transport = Endless::default();
    let client = ManagementClient::builder("tenant.test")
        .transport(transport.clone())
        .token("at")
        .build()
        .unwrap();
    let idle = Arc::strong_count(&transport.0);
    let get = GetUser::new("auth0|1");
    let mut call = Box::pin(client.send(&get));
    assert!(call.as_mut().now_or_never().is_none());
    assert_eq!(Arc::strong_count(&transport.0), idle + 1);
    drop(call);
    assert_eq!(Arc::strong_count(&transport.0), idle);
}

#[tokio::test]
async fn every_refusal_has_its_status_and_its_body() {
    for status in [
        400, 401, 402, 403, 404, 409, 410, 412, 413, 422, 429, 500, 503, 504,
    ] {
        let body = json!({ "statusCode": status, "error": "E", "message": "M", "errorCode": "c" });
        let server = Server::answering([Answer::json(status, &body)]).await;
        let once = client(&server).with(RequestOptions::new().retry(RetryPolicy::never()));
        let error = once.send(&GetUser::new("auth0|1")).await.unwrap_err();
        let api = error.api().unwrap();
        assert_eq!(
            (api.status().as_u16(), api.error_code()),
            (status, Some("c"))
        );
        assert_eq!(api.json(), Some(&body));
        assert_eq!(error.is_retryable(), status == 429 || status >= 500);
    }
}

#[tokio::test]
async fn a_deadline_holds_for_all_attempts_together() {
    let busy = Answer::json(429, json!({ "message": "busy" })).header("retry-after", "30");
    let server = Server::answering([busy]).await;
    let hurried = client(&server).with(RequestOptions::new().deadline(Duration::from_secs(10)));
    // Waiting as long as asked would not end in time: the answer is told at once.
    let error = hurried.send(&GetUser::new("auth0|1")).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 429);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(30)));
    assert_eq!(server.recorded().len(), 1);

    let silent = Server::answering([user().after(Duration::from_secs(600))]).await;
    silent.fix(TOKEN, token("at", 86_400).after(Duration::from_secs(600)));
    let deadline = Duration::from_millis(50);
    for builder in [
        builder(&silent).token("at"),
        builder(&silent).client_credentials("CID", "SEC"),
    ] {
        let client = builder.deadline(deadline).build().unwrap();
        let error = client.send(&GetUser::new("auth0|1")).await.unwrap_err();
        let Error::Timeout { limit, .. } = error else {
            panic!("{error}")
        };
        assert_eq!(limit, deadline);
    }
}

#[tokio::test]
async fn an_answer_says_what_the_tenant_still_takes_and_how_it_is_called() {
    let answer = user()
        .header("x-ratelimit-limit", "50")
        .header("x-ratelimit-remaining", "49")
        .header("x-ratelimit-reset", "1767225600")
        .header("x-auth0-requestid", "req1");
    let server = Server::answering([answer, user()]).await;
    let client = client(&server);
    let get = GetUser::new("auth0|1");
    let answer = client.send(&get).await.unwrap();
    let allowance = answer.allowance().unwrap();
    assert_eq!((allowance.limit, allowance.remaining), (50, 49));
    let resets = allowance.resets_at.unwrap().to_string();
    assert_eq!(resets, "2026-01-01T00:00:00Z");
    assert_eq!(answer.request_id(), Some("req1"));
    let silent = client.send(&get).await.unwrap();
    assert_eq!((silent.allowance(), silent.request_id()), (None, None));
}

#[test]
fn a_client_without_a_token_cannot_be_built() {
    let built = ManagementClient::builder("tenant.test").build();
    assert!(matches!(
        built.unwrap_err(),
        Error::Argument(doorward::ArgumentError::NoTokenSource)
    ));
}
