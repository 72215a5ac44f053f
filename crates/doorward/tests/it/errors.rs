//! How refusals of every shape are read.

use doorward::authentication::{PasswordGrant, SignUp};
use doorward::{ApiError, Error, ErrorCode};
use serde_json::json;

use crate::server::{Answer, Server};

/// The error of a call that is answered so.
async fn error(answer: Answer) -> Error {
    let server = Server::answering([answer]).await;
    let grant = PasswordGrant::new("u", "p");
    server
        .client()
        .oauth()
        .password_grant(&grant)
        .await
        .unwrap_err()
}

/// Error and message of a refusal.
async fn told(answer: Answer) -> (Option<String>, Option<String>) {
    let error = error(answer).await;
    let api = error.api().unwrap();
    (
        api.error().map(str::to_owned),
        api.message().map(str::to_owned),
    )
}

#[tokio::test]
async fn each_api_has_its_own_words_for_error_and_message() {
    let some = |error: &str, message: &str| (Some(error.to_owned()), Some(message.to_owned()));
    let oauth =
        json!({ "error": "invalid_grant", "error_description": "Wrong email or password." });
    assert_eq!(
        told(Answer::json(403, oauth)).await,
        some("invalid_grant", "Wrong email or password.")
    );
    let database = json!({ "code": "invalid_signup", "description": "Invalid sign up" });
    assert_eq!(
        told(Answer::json(400, database)).await,
        some("invalid_signup", "Invalid sign up")
    );
    let management = json!({ "statusCode": 404, "error": "Not Found", "message": "No user." });
    assert_eq!(
        told(Answer::json(404, management)).await,
        some("Not Found", "No user.")
    );
    assert_eq!(
        told(Answer::json(400, json!({ "error": "x" }))).await,
        (Some("x".into()), None)
    );
    assert_eq!(told(Answer::json(400, json!({}))).await, (None, None));
    assert_eq!(told(Answer::json(400, "\"text\"")).await, (None, None));
}

#[tokio::test]
async fn a_body_that_is_not_json_is_kept_as_it_is() {
    for body in ["<h1>Bad gateway</h1>", "null", ""] {
        let error = error(Answer::text(502, body)).await;
        let api: &ApiError = error.api().unwrap();
        assert_eq!(api.json(), None);
        assert_eq!(api.body(), body.as_bytes());
        assert_eq!(api.status(), 502);
        assert!(error.is_retryable());
    }
}

#[tokio::test]
async fn a_password_against_the_policy_comes_with_its_rules() {
    let rules =
        json!({ "rules": [{ "code": "lengthAtLeast", "verified": false }], "verified": false });
    let answer = json!({
        "name": "PasswordStrengthError", "code": "invalid_password", "message": "Password is too weak",
        "description": rules,
    });
    let server = Server::answering([Answer::json(400, answer)]).await;
    let request = SignUp::new("e@x", "weak", "db");
    let error = server
        .client()
        .database()
        .sign_up(&request)
        .await
        .unwrap_err();
    let api = error.api().unwrap();
    assert_eq!(api.error(), Some("invalid_password"));
    assert_eq!(api.message(), Some("Password is too weak"));
    assert_eq!(api.description(), Some(&rules));
}

#[tokio::test]
async fn a_second_factor_is_asked_for_without_showing_its_token() {
    let answer = json!({
        "error": "mfa_required", "error_description": "Multifactor authentication required",
        "mfa_token": "Fe26.hidden", "mfa_requirements": { "challenge": [{ "type": "otp" }] },
    });
    let error = error(Answer::json(403, answer)).await;
    let api = error.api().unwrap();
    assert_eq!(api.code(), ErrorCode::MfaRequired);
    assert_eq!(api.mfa_token(), Some("Fe26.hidden"));
    assert_eq!(
        api.mfa_requirements().unwrap()["challenge"][0]["type"],
        "otp"
    );
    assert!(!format!("{error:?} {error}").contains("hidden"));
    assert!(!error.is_retryable());
}

#[tokio::test]
async fn success_of_another_shape_is_an_error_that_keeps_the_answer() {
    let error = error(Answer::json(200, json!({ "token": 1 }))).await;
    let Error::Decode { response, .. } = error else {
        panic!("not a decode error");
    };
    assert_eq!(response.body, r#"{"token":1}"#);
    assert!(!format!("{response:?}").contains("token"));
}
