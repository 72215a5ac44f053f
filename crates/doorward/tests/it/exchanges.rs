//! Exchanges of one token for another.

use doorward::authentication::{
    ExchangeToken, GlobalTokenRevocation, Grant, JwtBearerGrant, NativeSocialLogin,
    SessionTransferToken,
};
use doorward::{ArgumentError, Error};
use serde_json::json;

use crate::authentication::{grant, wire};
use crate::server::{Answer, Server};

const EXCHANGE: &str = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange";

#[tokio::test]
async fn an_actor_comes_with_the_kind_of_its_token() {
    let mut request = ExchangeToken {
        actor_token: Some("act".into()),
        actor_token_type: Some("urn:actor".into()),
        organization: Some("org_1".into()),
        ..ExchangeToken::new("urn:mine", "st", "aud")
    };
    assert_eq!(
        wire(request.clone()).await,
        grant(&format!(
            "client_id=CID&subject_token_type=urn%3Amine&subject_token=st&audience=aud\
             &organization=org_1&actor_token=act&actor_token_type=urn%3Aactor&client_secret=SEC&{EXCHANGE}"
        ))
    );
    request.actor_token_type = None;
    assert_eq!(refusal(request).await, "missing field `actor_token_type`");
}

/// Why an exchange is not sent.
async fn refusal(request: ExchangeToken) -> String {
    let server = Server::answering([]).await;
    let client = server.client();
    let error = client.token_exchange().exchange_token(&request).await;
    assert!(server.recorded().is_empty());
    match error.unwrap_err() {
        Error::Argument(error) => error.to_string(),
        error => panic!("{error}"),
    }
}

#[tokio::test]
async fn a_subject_token_pasted_wrongly_stays_here() {
    for token in ["", "  ", " st", "st\n", "Bearer st", "bearer st"] {
        let request = ExchangeToken::new("urn:mine", token, "aud");
        assert_eq!(
            refusal(request).await,
            ArgumentError::Token("subject_token").to_string(),
            "{token:?}"
        );
    }
}

#[tokio::test]
async fn further_parameters_cannot_take_the_place_of_the_exchanges_own() {
    let mut request = ExchangeToken::new("urn:mine", "st", "aud");
    for name in [
        "audience",
        "scope",
        "resource",
        "client_secret",
        "login_hint",
    ] {
        request.extra.insert(name.into(), "other".into());
    }
    request.extra.insert("mine".into(), "x".into());
    assert_eq!(
        wire(request).await,
        grant(&format!(
            "client_id=CID&subject_token_type=urn%3Amine&subject_token=st&audience=aud&mine=x\
             &client_secret=SEC&{EXCHANGE}"
        ))
    );
}

#[tokio::test]
async fn a_social_login_of_a_native_application_is_exchanged() {
    let request = NativeSocialLogin {
        user_profile: Some(json!({ "name": { "firstName": "J" } })),
        ..NativeSocialLogin::new(NativeSocialLogin::APPLE_CODE, "code")
    };
    assert_eq!(
        wire(request).await,
        grant(&format!(
            "client_id=CID&subject_token=code\
             &subject_token_type=http%3A%2F%2Fauth0.com%2Foauth%2Ftoken-type%2Fapple-authz-code\
             &user_profile=%7B%22name%22%3A%7B%22firstName%22%3A%22J%22%7D%7D&client_secret=SEC&{EXCHANGE}"
        ))
    );
}

#[tokio::test]
async fn a_session_is_transferred_for_the_tenant_itself() {
    let kind = "urn:auth0:params:oauth:token-type:session_transfer_token";
    let answer = json!({ "access_token": "stt", "issued_token_type": kind, "token_type": "N_A" });
    let server = Server::answering([Answer::json(200, answer)]).await;
    let client = server.client();
    let request = SessionTransferToken::new("rt");
    let token = client.oauth().session_transfer_token(&request).await;
    assert_eq!(token.unwrap().issued_token_type.as_deref(), Some(kind));
    assert_eq!(
        server.last().wire(),
        grant(
            "client_id=CID&refresh_token=rt&audience=urn%3Atenant.test%3Asession_transfer\
             &client_secret=SEC&grant_type=refresh_token"
        )
    );
}

#[tokio::test]
async fn other_grants_take_whatever_they_need() {
    assert_eq!(
        wire(JwtBearerGrant::new("jwt")).await,
        grant(
            "client_id=CID&assertion=jwt&client_secret=SEC\
             &grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer"
        )
    );
    let mut request = Grant::new("urn:new");
    request.extra.insert("thing".into(), "x".into());
    assert_eq!(
        wire(request).await,
        grant("client_id=CID&grant_type=urn%3Anew&thing=x&client_secret=SEC")
    );
}

#[tokio::test]
async fn an_identity_provider_ends_the_sessions_of_its_user() {
    let server = Server::answering([Answer::text(204, "")]).await;
    let request = GlobalTokenRevocation {
        connection_name: "my okta".into(),
        token: "jwt".into(),
        subject: json!({ "format": "iss_sub", "iss": "https://idp", "sub": "1" }),
    };
    server.client().send(&request).await.unwrap();
    assert_eq!(server.last().header("authorization"), Some("Bearer jwt"));
    assert_eq!(
        server.last().wire(),
        "POST /oauth/global-token-revocation/connection/my%20okta\napplication/json \
         {\"subject\":{\"format\":\"iss_sub\",\"iss\":\"https://idp\",\"sub\":\"1\"}}"
    );
}
