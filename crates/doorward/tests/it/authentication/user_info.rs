//! The profile behind an access token.

use serde_json::json;

use crate::server::{Answer, Server};

#[tokio::test]
async fn user_info_is_asked_with_the_token_and_keeps_unknown_claims() {
    let answer = json!({ "sub": "auth0|1", "name": "Ada", "https://mine/role": ["admin"] });
    let server = Server::answering([Answer::json(200, &answer)]).await;
    let user = server.user_info().get_user_info("at").await.unwrap();
    assert_eq!(server.last().wire(), "GET /userinfo");
    assert_eq!(server.last().header("authorization"), Some("Bearer at"));
    assert_eq!(user.extra["https://mine/role"], json!(["admin"]));
    assert_eq!(serde_json::to_value(&user.data).unwrap(), answer);
}

#[tokio::test]
async fn a_refused_profile_keeps_what_the_server_said() {
    let refusal = json!({ "error": "invalid_token", "error_description": "expired" });
    for (answer, error, body) in [
        (
            Answer::json(401, &refusal),
            Some("invalid_token"),
            refusal.to_string(),
        ),
        (
            Answer::text(401, "Unauthorized"),
            None,
            "Unauthorized".to_owned(),
        ),
        (Answer::text(401, ""), None, String::new()),
    ] {
        let server = Server::answering([answer]).await;
        let refused = server.user_info().get_user_info("at").await.unwrap_err();
        let api = refused.api().unwrap();
        assert_eq!((api.status().as_u16(), api.error()), (401, error));
        assert_eq!(api.body(), body.as_bytes());
    }
}
