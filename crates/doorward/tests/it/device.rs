//! The device flow, on the wire and from beginning to end.

use std::time::Duration;

use doorward::authentication::device::{
    DeviceAuthorization, DeviceAuthorizationResponse, DeviceCodeGrant,
};
use doorward::{AuthenticationClient, ErrorCode};
use serde_json::json;

use crate::authentication::{grant, wire};
use crate::server::{Answer, Server};

#[tokio::test]
async fn a_code_is_asked_for_and_exchanged() {
    let request = DeviceAuthorization {
        scope: Some("openid offline_access".into()),
        audience: Some("aud".into()),
        ..DeviceAuthorization::default()
    };
    assert_eq!(
        wire(request).await,
        "POST /oauth/device/code\napplication/x-www-form-urlencoded client_id=CID\
         &scope=openid+offline_access&audience=aud&client_secret=SEC"
    );
    assert_eq!(
        wire(DeviceCodeGrant::new("dc")).await,
        grant(
            "client_id=CID&device_code=dc&client_secret=SEC\
             &grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code"
        )
    );
}

/// What the tenant says, call by call.
fn asked() -> Answer {
    Answer::json(
        200,
        json!({
            "device_code": "dc", "user_code": "QTZL-MCBW", "verification_uri": "https://v",
            "verification_uri_complete": "https://v?user_code=QTZL-MCBW", "expires_in": 60, "interval": 0,
        }),
    )
}

/// The code that a device shows.
async fn shown_by(client: &AuthenticationClient) -> DeviceAuthorizationResponse {
    let request = DeviceAuthorization::default();
    client.device().authorize(&request).await.unwrap().data
}

fn refused(status: u16, error: &str) -> Answer {
    Answer::json(status, json!({ "error": error }))
}

#[tokio::test]
async fn waiting_outlasts_a_user_who_thinks() {
    let pending = refused(403, "authorization_pending");
    let tokens = Answer::json(200, json!({ "access_token": "at" }));
    let server = Server::answering([asked(), pending.clone(), pending, tokens]).await;
    let client = server.client();
    let shown = shown_by(&client).await;
    assert_eq!(shown.user_code, "QTZL-MCBW");
    assert!(!format!("{shown:?}").contains("\"dc\""));
    let tokens = client.device().wait(&shown).await.unwrap();
    assert_eq!(tokens.access_token.as_str(), "at");
    assert_eq!(server.count("/oauth/token"), 3);
}

#[tokio::test]
async fn waiting_slows_down_by_five_seconds_when_told_to() {
    let slow_down = refused(429, "slow_down");
    let server = Server::answering([asked(), slow_down]).await;
    let client = server.client();
    let shown = shown_by(&client).await;
    // Nobody waits five seconds here: the second question must still be out after one.
    let device = client.device();
    let waiting = tokio::time::timeout(Duration::from_secs(1), device.wait(&shown)).await;
    assert!(waiting.is_err());
    assert_eq!(server.count("/oauth/token"), 1);
}

#[tokio::test]
async fn waiting_ends_when_the_user_says_no_or_says_nothing() {
    for (error, code) in [
        ("access_denied", ErrorCode::AccessDenied),
        ("expired_token", ErrorCode::ExpiredToken),
    ] {
        let server = Server::answering([asked(), refused(403, error)]).await;
        let client = server.client();
        let shown = shown_by(&client).await;
        let ended = client.device().wait(&shown).await;
        assert_eq!(ended.unwrap_err().api().unwrap().code(), code);
    }
}
