//! How clients prove who they are.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorward::authentication::{
    AssertionKey, AuthorizationCodeGrantWithPkce, ClientAuthentication, ClientCredentialsGrant,
    RefreshTokenGrant,
};
use doorward::{ArgumentError, AuthenticationClient, Error};
use serde_json::{Value, json};

use super::{grant, wire};
use crate::server::{Answer, Server};
use crate::signing::KEY;

#[tokio::test]
async fn the_caller_may_speak_for_another_client_with_other_credentials() {
    let mut request = RefreshTokenGrant::new("rt");
    request.extra.insert("client_id".into(), "other".into());
    request
        .extra
        .insert("client_assertion".into(), "jwt".into());
    assert_eq!(
        wire(request).await,
        grant("client_id=other&refresh_token=rt&client_assertion=jwt&grant_type=refresh_token")
    );
}

/// A server that gives an access token to everyone, and a client to be configured for it.
async fn generous() -> (
    Server,
    doorward::authentication::AuthenticationClientBuilder,
) {
    let server = Server::answering([Answer::json(200, json!({ "access_token": "at" }))]).await;
    let builder = AuthenticationClient::builder("tenant.test")
        .base_url(&server.url)
        .client_id("CID");
    (server, builder)
}

#[tokio::test]
async fn a_public_client_sends_no_credentials_and_cannot_speak_for_itself() {
    let (server, builder) = generous().await;
    let public = builder.build().unwrap();
    public
        .send(&AuthorizationCodeGrantWithPkce::new("c", "v"))
        .await
        .unwrap();
    assert_eq!(
        server.last().wire(),
        grant("client_id=CID&code=c&code_verifier=v&grant_type=authorization_code")
    );

    let refused = public.send(&ClientCredentialsGrant::new("aud")).await;
    assert!(matches!(
        refused,
        Err(Error::Argument(ArgumentError::NoClientAuthentication))
    ));
    assert_eq!(server.recorded().len(), 1);
}

#[tokio::test]
async fn a_secret_can_travel_in_the_header_instead() {
    let (server, builder) = generous().await;
    let basic = ClientAuthentication::SecretBasic("a:b c".into());
    let client = builder.client_authentication(basic).build().unwrap();
    client.send(&RefreshTokenGrant::new("rt")).await.unwrap();
    assert_eq!(
        server.last().header("authorization"),
        Some("Basic Q0lEOmElM0FiK2M=")
    );
    assert!(!server.last().body.contains("client_secret"));
}

#[tokio::test]
async fn a_private_key_signs_a_fresh_assertion_for_every_call() {
    let (server, builder) = generous().await;
    let client = builder
        .client_assertion_key(AssertionKey::from_pem(KEY.pem.as_bytes(), "RS256").unwrap())
        .client_secret("SEC")
        .build()
        .unwrap();
    let mut ids = Vec::new();
    for _ in 0..2 {
        client
            .send(&ClientCredentialsGrant::new("aud"))
            .await
            .unwrap();
        let body = server.last().body;
        assert!(!body.contains("client_secret"), "{body}");
        assert!(body.ends_with(
            "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer\
             &grant_type=client_credentials"
        ));
        let assertion = body
            .split("client_assertion=")
            .nth(1)
            .unwrap()
            .split('&')
            .next()
            .unwrap();
        assert_eq!(part(assertion, 0), json!({ "alg": "RS256" }));
        let claims = part(assertion, 1);
        assert_eq!(
            (&claims["iss"], &claims["sub"]),
            (&json!("CID"), &json!("CID"))
        );
        assert_eq!(claims["aud"], "https://tenant.test/");
        assert_eq!(
            claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(),
            120
        );
        ids.push(claims["jti"].clone());
    }
    assert_ne!(ids[0], ids[1]);
}

/// One of the JSON parts of a JWT.
fn part(jwt: &str, index: usize) -> Value {
    let encoded = jwt.split('.').nth(index).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(encoded).unwrap()).unwrap()
}

#[test]
fn an_assertion_key_must_fit_its_algorithm() {
    let read = |algorithm: &str| AssertionKey::from_pem(KEY.pem.as_bytes(), algorithm);
    for algorithm in ["RS256", "RS384", "RS512", "PS256"] {
        assert_eq!(
            format!("{:?}", read(algorithm).unwrap()),
            format!("AssertionKey({algorithm})")
        );
    }
    for algorithm in ["ES256", "HS256", "none", ""] {
        assert!(read(algorithm).is_err(), "{algorithm}");
    }
    assert!(AssertionKey::from_pem(b"no key", "RS256").is_err());
}
