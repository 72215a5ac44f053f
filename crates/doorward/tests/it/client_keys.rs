//! Clients that prove who they are with a key: assertions signed here or elsewhere, certificates.

use std::sync::{Arc, Mutex};

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use doorward::authentication::{
    AssertionKey, AssertionSigner, ClientAuthentication, ClientCredentialsGrant, RefreshTokenGrant,
    SignUp, SigningError,
};
use doorward::transport::{BoxFuture, Request, Response, Transport, TransportError};
use doorward::{ArgumentError, AuthenticationClient, Error, ManagementClient};
use jsonwebtoken::{Algorithm, DecodingKey};
use serde_json::{Value, json};

use crate::server::{Answer, Server};
use crate::signing::{CURVE_KEY, KEY};

/// The assertion in the last request to a server.
fn assertion(server: &Server) -> String {
    let body = server.last().body;
    let mut pairs = form_urlencoded::parse(body.as_bytes());
    let (_, assertion) = pairs.find(|(name, _)| name == "client_assertion").unwrap();
    assertion.into_owned()
}

fn part(jwt: &str, index: usize) -> Value {
    let encoded = jwt.split('.').nth(index).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(encoded).unwrap()).unwrap()
}

/// The assertion that a client with `key` sends.
async fn sent_by(key: AssertionKey) -> Result<String, Error> {
    let server = Server::answering([Answer::json(200, json!({ "access_token": "at" }))]).await;
    let client = AuthenticationClient::builder("tenant.test")
        .base_url(&server.url)
        .client_id("CID")
        .client_assertion_key(key)
        .build()?;
    client.send(&ClientCredentialsGrant::new("aud")).await?;
    Ok(assertion(&server))
}

fn is_signed(jwt: &str, algorithm: Algorithm, jwk: Value) -> bool {
    let key = DecodingKey::from_jwk(&serde_json::from_value(jwk).unwrap()).unwrap();
    let (signed, signature) = jwt.rsplit_once('.').unwrap();
    jsonwebtoken::crypto::verify(signature, signed.as_bytes(), &key, algorithm).unwrap()
}

#[tokio::test]
async fn assertions_are_signed_by_every_algorithm_of_a_key() {
    for (name, algorithm) in [
        ("RS256", Algorithm::RS256),
        ("RS384", Algorithm::RS384),
        ("RS512", Algorithm::RS512),
        ("PS256", Algorithm::PS256),
        ("PS384", Algorithm::PS384),
        ("PS512", Algorithm::PS512),
    ] {
        let key = AssertionKey::from_pem(KEY.pem.as_bytes(), name).unwrap();
        let jwt = sent_by(key).await.unwrap();
        assert_eq!(part(&jwt, 0), json!({ "alg": name }));
        assert!(is_signed(&jwt, algorithm, KEY.jwk("k")), "{name}");
    }
    let key = AssertionKey::from_pem(CURVE_KEY.pem.as_bytes(), "ES256").unwrap();
    let jwt = sent_by(key.kid("k2")).await.unwrap();
    assert_eq!(part(&jwt, 0), json!({ "alg": "ES256", "kid": "k2" }));
    assert!(is_signed(&jwt, Algorithm::ES256, CURVE_KEY.jwk("k")));
    // The curve of ES384 is another.
    assert!(AssertionKey::from_pem(CURVE_KEY.pem.as_bytes(), "ES384").is_err());
}

/// A key store that signs, or does not.
struct KeyStore {
    pair: Option<RsaKeyPair>,
}

impl AssertionSigner for KeyStore {
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, SigningError>> {
        Box::pin(async move {
            tokio::task::yield_now().await;
            let pair = self.pair.as_ref().ok_or("the key store is closed")?;
            let mut signature = vec![0; pair.public_modulus_len()];
            let padding = &RSA_PKCS1_SHA256;
            pair.sign(padding, &SystemRandom::new(), message, &mut signature)?;
            Ok(signature)
        })
    }
}

#[tokio::test]
async fn a_key_store_signs_what_it_keeps() {
    let der: String = KEY
        .pem
        .lines()
        .filter(|line| !line.starts_with('-'))
        .collect();
    let pair = RsaKeyPair::from_pkcs8(&STANDARD.decode(der).unwrap()).unwrap();
    let key = AssertionKey::from_signer("RS256", KeyStore { pair: Some(pair) }).unwrap();
    let jwt = sent_by(key).await.unwrap();
    assert!(is_signed(&jwt, Algorithm::RS256, KEY.jwk("k")));

    let closed = AssertionKey::from_signer("RS256", KeyStore { pair: None }).unwrap();
    let Err(Error::Argument(ArgumentError::Signer(reason))) = sent_by(closed).await else {
        panic!("not the key store's error");
    };
    assert_eq!(reason.to_string(), "the key store is closed");
    assert!(AssertionKey::from_signer("HS256", KeyStore { pair: None }).is_err());
}

/// Keeps the addresses of requests and answers none of them.
#[derive(Clone, Default)]
struct Addresses(Arc<Mutex<Vec<String>>>);

impl Transport for Addresses {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        self.0.lock().unwrap().push(request.url.to_string());
        let kind = doorward::transport::TransportErrorKind::Other;
        Box::pin(std::future::ready(Err(TransportError::new(
            kind,
            "no answer",
        ))))
    }
}

#[tokio::test]
async fn certificates_are_shown_where_the_tenant_asks_for_them() {
    let addresses = Addresses::default();
    let builder = || {
        AuthenticationClient::builder("tenant.test")
            .transport(addresses.clone())
            .client_id("CID")
            .client_authentication(ClientAuthentication::MutualTls)
    };
    let client = builder().build().unwrap();
    assert!(client.send(&RefreshTokenGrant::new("rt")).await.is_err());
    assert!(client.send(&SignUp::new("e", "p", "c")).await.is_err());
    let own = builder().mtls_host("tenant.test").build().unwrap();
    assert!(own.send(&ClientCredentialsGrant::new("a")).await.is_err());
    let manager = ManagementClient::builder("tenant.test")
        .transport(addresses.clone())
        .client_authentication("CID", ClientAuthentication::MutualTls)
        .build()
        .unwrap();
    let list = doorward::management::ListUsers::default();
    assert!(manager.send(&list).await.is_err());
    assert_eq!(
        *addresses.0.lock().unwrap(),
        [
            "https://mtls.tenant.test/oauth/token",
            "https://tenant.test/dbconnections/signup",
            "https://tenant.test/oauth/token",
            "https://mtls.tenant.test/oauth/token",
        ]
    );
}
