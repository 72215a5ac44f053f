//! Second factors on the wire.

use doorward::authentication::mfa::{
    AssociateAuthenticator, DeleteAuthenticator, ListAuthenticators, MfaChallenge, MfaOobGrant,
    MfaOtpGrant, MfaRecoveryCodeGrant,
};
use doorward::authentication::{AuthenticationOperation, PasswordGrant};
use doorward::{Error, ErrorCode};
use serde_json::json;

use crate::authentication::{grant, wire};
use crate::server::{Answer, Recorded, Server};

/// The request of an operation that is answered with `answer`.
async fn sent<O: AuthenticationOperation>(operation: O, answer: Answer) -> (Recorded, O::Output) {
    let server = Server::answering([answer]).await;
    let output = server.client().send(&operation).await.unwrap();
    (server.last(), output.data)
}

#[tokio::test]
async fn factors_are_listed_with_the_token_in_the_header() {
    let listed = json!([
        { "id": "totp|dev_1", "authenticator_type": "otp", "active": true, "type": "otp" },
        { "id": "sms|dev_2", "authenticator_type": "oob", "oob_channel": "sms", "name": "XXX9167" },
    ]);
    let request = ListAuthenticators::new("mt");
    let (request, factors) = sent(request, Answer::json(200, listed)).await;
    assert_eq!(request.wire(), "GET /mfa/authenticators");
    assert_eq!(request.header("authorization"), Some("Bearer mt"));
    assert!(factors[0].active && !factors[1].active);
    assert_eq!(factors[0].extra["type"], "otp");
    assert_eq!(factors[1].oob_channel.as_deref(), Some("sms"));
}

#[tokio::test]
async fn a_factor_is_removed_by_its_escaped_id() {
    let request = DeleteAuthenticator::new("at", "totp|dev_1");
    let (request, ()) = sent(request, Answer::text(204, "")).await;
    assert_eq!(request.wire(), "DELETE /mfa/authenticators/totp%7Cdev_1");
    assert_eq!(request.header("authorization"), Some("Bearer at"));
    assert_eq!(request.body, "");
}

#[tokio::test]
async fn each_kind_of_factor_can_be_enrolled() {
    for (request, body) in [
        (
            AssociateAuthenticator::otp("mt"),
            r#"{"authenticator_types":["otp"]}"#,
        ),
        (
            AssociateAuthenticator::sms("mt", "+1"),
            r#"{"authenticator_types":["oob"],"oob_channels":["sms"],"phone_number":"+1"}"#,
        ),
        (
            AssociateAuthenticator::voice("mt", "+1"),
            r#"{"authenticator_types":["oob"],"oob_channels":["voice"],"phone_number":"+1"}"#,
        ),
        (
            AssociateAuthenticator::email("mt", "e@x"),
            r#"{"authenticator_types":["oob"],"oob_channels":["email"],"email":"e@x"}"#,
        ),
        (
            AssociateAuthenticator::push("mt"),
            r#"{"authenticator_types":["oob"],"oob_channels":["auth0"]}"#,
        ),
    ] {
        let answer = json!({
            "authenticator_type": "otp", "secret": "hidden", "recovery_codes": ["hidden"],
            "barcode_uri": "otpauth://totp/hidden",
        });
        let (request, factor) = sent(request, Answer::json(200, answer)).await;
        assert_eq!(
            request.wire(),
            format!("POST /mfa/associate\napplication/json {body}")
        );
        assert_eq!(request.header("authorization"), Some("Bearer mt"));
        assert_eq!(factor.recovery_codes.as_ref().unwrap().len(), 1);
        assert!(!format!("{factor:?}").contains("hidden"));
    }
}

#[tokio::test]
async fn the_second_step_begins_with_the_clients_own_credentials() {
    let request = MfaChallenge {
        challenge_type: Some("oob".into()),
        authenticator_id: Some("sms|dev_2".into()),
        ..MfaChallenge::new("mt")
    };
    let answer = json!({ "challenge_type": "oob", "oob_code": "oc", "binding_method": "prompt" });
    let (request, challenge) = sent(request, Answer::json(200, answer)).await;
    assert_eq!(
        request.wire(),
        "POST /mfa/challenge\napplication/json {\"client_id\":\"CID\",\"mfa_token\":\"mt\",\
         \"challenge_type\":\"oob\",\"authenticator_id\":\"sms|dev_2\",\"client_secret\":\"SEC\"}"
    );
    assert_eq!(request.header("authorization"), None);
    assert_eq!(challenge.oob_code.unwrap().as_str(), "oc");
}

#[tokio::test]
async fn each_factor_has_its_grant() {
    let kind = "grant_type=http%3A%2F%2Fauth0.com%2Foauth%2Fgrant-type%2Fmfa";
    assert_eq!(
        wire(MfaOtpGrant::new("mt", "123")).await,
        grant(&format!(
            "client_id=CID&mfa_token=mt&otp=123&client_secret=SEC&{kind}-otp"
        ))
    );
    assert_eq!(
        wire(MfaOobGrant::new("mt", "oc").binding_code("123")).await,
        grant(&format!(
            "client_id=CID&mfa_token=mt&oob_code=oc&binding_code=123&client_secret=SEC&{kind}-oob"
        ))
    );
    assert_eq!(
        wire(MfaRecoveryCodeGrant::new("mt", "R")).await,
        grant(&format!(
            "client_id=CID&mfa_token=mt&recovery_code=R&client_secret=SEC&{kind}-recovery-code"
        ))
    );
}

#[tokio::test]
async fn a_password_is_followed_by_a_recovery_code_and_the_next_one() {
    let more = json!({ "error": "mfa_required", "mfa_token": "mt", "mfa_requirements": {} });
    let tokens = json!({ "access_token": "at", "recovery_code": "NEXT" });
    let server = Server::answering([Answer::json(403, more), Answer::json(200, tokens)]).await;
    let client = server.client();
    let attempt = PasswordGrant::new("u", "p");
    let Err(Error::Api(refusal)) = client.oauth().password_grant(&attempt).await else {
        panic!("no second step");
    };
    assert_eq!(refusal.code(), ErrorCode::MfaRequired);
    let code = MfaRecoveryCodeGrant::new(refusal.mfa_token().unwrap(), "R");
    let tokens = client.mfa().verify_recovery_code(&code).await.unwrap();
    assert_eq!(tokens.recovery_code.as_ref().unwrap().as_str(), "NEXT");
    assert!(!format!("{tokens:?}").contains("NEXT"));
}
