//! Passkeys and one-time codes of directories, on the wire.

use doorward::authentication::passkey::{PasskeyChallenge, PasskeyGrant, PasskeyRegistration};
use doorward::authentication::{LoginWithOtp, OtpChallenge};
use doorward::{ArgumentError, Error};
use serde_json::json;

use crate::authentication::{grant, wire};
use crate::server::Server;

#[tokio::test]
async fn a_passkey_signs_up_and_logs_in() {
    let request = PasskeyRegistration {
        user_profile: json!({ "email": "e@x" }).as_object().unwrap().clone(),
        realm: Some("db".into()),
        ..PasskeyRegistration::default()
    };
    assert_eq!(
        wire(request).await,
        "POST /passkey/register\napplication/json {\"client_id\":\"CID\",\
         \"user_profile\":{\"email\":\"e@x\"},\"realm\":\"db\",\"client_secret\":\"SEC\"}"
    );
    assert_eq!(
        wire(PasskeyChallenge::default()).await,
        "POST /passkey/challenge\napplication/json {\"client_id\":\"CID\",\"client_secret\":\"SEC\"}"
    );
    assert_eq!(
        wire(PasskeyGrant::new("s", json!({ "id": "x" }))).await,
        "POST /oauth/token\napplication/json {\"client_id\":\"CID\",\"auth_session\":\"s\",\
         \"authn_response\":{\"id\":\"x\"},\"client_secret\":\"SEC\",\
         \"grant_type\":\"urn:okta:params:oauth:grant-type:webauthn\"}"
    );
}

#[tokio::test]
async fn a_user_of_a_directory_gets_a_code_by_one_way() {
    assert_eq!(
        wire(OtpChallenge::email("db", "e@x")).await,
        "POST /otp/challenge\napplication/json {\"client_id\":\"CID\",\"connection\":\"db\",\
         \"email\":\"e@x\",\"allow_signup\":false,\"client_secret\":\"SEC\"}"
    );
    assert!(
        wire(OtpChallenge::phone_number("db", "+1"))
            .await
            .contains("\"phone_number\":\"+1\",\"allow_signup\":false")
    );
    assert_eq!(
        wire(LoginWithOtp::new("s", "123")).await,
        grant(
            "client_id=CID&auth_session=s&otp=123&client_secret=SEC\
             &grant_type=http%3A%2F%2Fauth0.com%2Foauth%2Fgrant-type%2Fpasswordless%2Fotp"
        )
    );
    let server = Server::answering([]).await;
    let both = OtpChallenge {
        phone_number: Some("+1".into()),
        ..OtpChallenge::email("db", "e@x")
    };
    let refused = server.client().passwordless().challenge(&both).await;
    assert!(matches!(
        refused,
        Err(Error::Argument(ArgumentError::BothOf(..)))
    ));
}
