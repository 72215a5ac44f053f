//! What is read of answers.

use doorward::ErrorCode;
use doorward::authentication::backchannel::{BackchannelAuthorize, BackchannelGrant};
use doorward::authentication::{ChangePassword, PushedAuthorization, SignUp};
use serde_json::json;

use crate::server::{Answer, Server};

#[tokio::test]
async fn the_id_of_a_new_user_is_read_wherever_it_stands() {
    for (answer, id) in [
        (json!({ "_id": "a" }), "a"),
        (json!({ "user_id": "b" }), "b"),
        (json!({ "id": "c", "_id": "a", "user_id": "b" }), "c"),
    ] {
        let server = Server::answering([Answer::json(200, answer)]).await;
        let request = SignUp::new("e", "p", "c");
        let user = server.client().database().sign_up(&request).await.unwrap();
        assert_eq!(user.id, id);
    }
}

#[tokio::test]
async fn change_password_answers_with_the_sentence() {
    let server = Server::answering([Answer::text(200, "We've just sent you an email.")]).await;
    let request = ChangePassword::new("e", "c");
    let answer = server
        .client()
        .database()
        .change_password(&request)
        .await
        .unwrap();
    assert_eq!(answer.data, "We've just sent you an email.");
}

#[tokio::test]
async fn any_2xx_is_success_and_its_status_and_headers_are_told() {
    let answer = Answer::json(
        201,
        json!({ "request_uri": "urn:x", "expires_in": 30, "new": 1 }),
    );
    let server = Server::answering([answer.header("x-trace", "7")]).await;
    let request = PushedAuthorization::new("code", "https://r");
    let pushed = server
        .client()
        .oauth()
        .pushed_authorization(&request)
        .await
        .unwrap();
    assert_eq!(pushed.status, 201);
    assert_eq!(pushed.headers["x-trace"], "7");
    assert_eq!(
        (pushed.request_uri.as_str(), pushed.expires_in),
        ("urn:x", 30)
    );
    assert_eq!(pushed.extra["new"], 1);
}

#[tokio::test]
async fn polling_errors_have_names() {
    for (code, expected) in [
        ("authorization_pending", ErrorCode::AuthorizationPending),
        ("slow_down", ErrorCode::SlowDown),
        ("access_denied", ErrorCode::AccessDenied),
        ("expired_token", ErrorCode::ExpiredToken),
        ("new_code", ErrorCode::Other),
    ] {
        let server = Server::answering([Answer::json(400, json!({ "error": code }))]).await;
        let request = BackchannelGrant::new("r");
        let error = server
            .client()
            .backchannel()
            .grant(&request)
            .await
            .unwrap_err();
        assert_eq!(error.api().unwrap().code(), expected);
        assert_eq!(error.api().unwrap().error(), Some(code));
    }
}

#[tokio::test]
async fn waiting_for_the_user_ends_with_tokens_or_a_refusal() {
    let asked = Answer::json(
        200,
        json!({ "auth_req_id": "r", "expires_in": 9, "interval": 0 }),
    );
    let pending = Answer::json(400, json!({ "error": "authorization_pending" }));
    let tokens = Answer::json(200, json!({ "access_token": "at" }));
    let denied = Answer::json(400, json!({ "error": "access_denied" }));
    for (end, succeeds) in [(tokens, true), (denied, false)] {
        let server =
            Server::answering([asked.clone(), pending.clone(), pending.clone(), end]).await;
        let client = server.client();
        let request = BackchannelAuthorize::new("auth0|1", "hi", "openid");
        let question = client.backchannel().authorize(&request).await.unwrap();
        let answer = client.backchannel().wait(&question).await;
        assert_eq!(answer.is_ok(), succeeds);
        assert_eq!(server.count("/oauth/token"), 3);
    }
}
