//! Which logout tokens are believed, and ID tokens of the rarer algorithms.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use doorward::id_token::{
    IdTokenAlgorithm, IdTokenError, IdTokenExpectation, IdTokenVerifier, IdTokenVerifierBuilder,
};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};

use crate::server::{Answer, Server};
use crate::signing::{CURVE_KEY, KEY, OTHER_KEY, claims, jwks, now};

const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

async fn server() -> Server {
    let server = Server::answering([]).await;
    let keys = [KEY.jwk("k1"), CURVE_KEY.jwk("k2")];
    server.fix("/.well-known/jwks.json", jwks(&keys));
    server
}

fn builder(server: &Server) -> IdTokenVerifierBuilder {
    IdTokenVerifier::builder("tenant.test", "CID")
        .base_url(&server.url)
        .clock(now)
}

/// The claims of a logout token nobody can object to, changed.
fn logout(changes: Value) -> Value {
    let mut all = json!({ "sid": "s1", "jti": "j1", "events": { EVENT: {} } });
    for (name, value) in changes.as_object().unwrap() {
        all[name] = value.clone();
    }
    claims(all)
}

#[tokio::test]
async fn a_good_logout_token_names_user_and_session() {
    let server = server().await;
    let verifier = builder(&server).build().unwrap();
    let token = KEY.sign(Algorithm::RS256, "k1", &logout(json!({ "trace_id": "t" })));
    let token = verifier.verify_logout_token(&token).await.unwrap();
    assert_eq!(token.sub.as_deref(), Some("auth0|1"));
    assert_eq!(token.sid.as_deref(), Some("s1"));
    assert_eq!(token.jti.as_deref(), Some("j1"));
    assert_eq!(token.iat, now());
    assert_eq!(token.extra.text("trace_id"), Some("t"));
}

#[tokio::test]
async fn each_rule_of_logout_tokens_counts() {
    let server = server().await;
    let verifier = builder(&server).build().unwrap();
    let second = now().as_second();
    for (changes, part) in [
        (
            json!({ "iss": "https://evil/" }),
            "Issuer (iss) claim mismatch",
        ),
        (json!({ "aud": "other" }), "Audience (aud) claim mismatch"),
        (json!({ "iat": null }), "Issued At (iat)"),
        (json!({ "exp": second - 61 }), "expired"),
        (
            json!({ "sub": null, "sid": null }),
            "must have a sub or a sid",
        ),
        (json!({ "sid": 7 }), "must be strings"),
        (json!({ "nonce": "n" }), "must not have a nonce"),
        (json!({ "events": null }), "events"),
        (json!({ "events": { "other": {} } }), "events"),
        (json!({ "events": { EVENT: true } }), "events"),
    ] {
        let token = KEY.sign(Algorithm::RS256, "k1", &logout(changes.clone()));
        let error = verifier.verify_logout_token(&token).await.unwrap_err();
        assert!(error.to_string().contains(part), "{changes}: {error}");
    }
    let forged = OTHER_KEY.sign(Algorithm::RS256, "k1", &logout(json!({})));
    assert!(matches!(
        verifier.verify_logout_token(&forged).await,
        Err(IdTokenError::Signature)
    ));
    let id_token = KEY.sign(Algorithm::RS256, "k1", &claims(json!({})));
    assert!(verifier.verify_logout_token(&id_token).await.is_err());
    let other_alg = KEY.sign(Algorithm::PS256, "k1", &logout(json!({})));
    assert!(matches!(
        verifier.verify_logout_token(&other_alg).await,
        Err(IdTokenError::Algorithm { .. })
    ));
    let session_alone = KEY.sign(Algorithm::RS256, "k1", &logout(json!({ "sub": null })));
    assert!(verifier.verify_logout_token(&session_alone).await.is_ok());
}

#[tokio::test]
async fn id_tokens_may_be_signed_on_a_curve() {
    let server = server().await;
    let es256 = builder(&server).signing_alg(IdTokenAlgorithm::Es256);
    let verifier = es256.build().unwrap();
    let nothing = IdTokenExpectation::default();
    let token = CURVE_KEY.sign("k2", &claims(json!({})));
    verifier.verify(&token, nothing).await.unwrap();
    let (signed, _) = token.rsplit_once('.').unwrap();
    let forged = format!("{signed}.{}", URL_SAFE_NO_PAD.encode([7; 64]));
    assert!(matches!(
        verifier.verify(&forged, nothing).await,
        Err(IdTokenError::Signature)
    ));
    // A key of another kind under the right name is no key for it.
    let rsa = builder(&server).build().unwrap();
    let confused = KEY.sign(Algorithm::RS256, "k2", &claims(json!({})));
    assert!(matches!(
        rsa.verify(&confused, nothing).await,
        Err(IdTokenError::UnknownKey { .. })
    ));
}

#[tokio::test]
async fn old_clients_have_their_secret_in_base64() {
    let server = server().await;
    let key = [251, 255, 191, 3];
    let token = jsonwebtoken::encode(
        &Header::new(Algorithm::HS256),
        &claims(json!({})),
        &EncodingKey::from_secret(&key),
    );
    let token = token.unwrap();
    for secret in [STANDARD.encode(key), URL_SAFE_NO_PAD.encode(key)] {
        let nothing = IdTokenExpectation::default();
        let old = builder(&server)
            .signing_alg(IdTokenAlgorithm::Hs256Base64)
            .client_secret(secret.as_str());
        old.build().unwrap().verify(&token, nothing).await.unwrap();
        let new = builder(&server)
            .signing_alg(IdTokenAlgorithm::Hs256)
            .client_secret(secret.as_str());
        assert!(new.build().unwrap().verify(&token, nothing).await.is_err());
    }
}

#[tokio::test]
async fn a_tenant_out_of_reach_does_not_end_logins_nor_is_it_flooded() {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicI64, Ordering};

    let server = server().await;
    let minutes = Arc::new(AtomicI64::new(0));
    let clock = {
        let minutes = minutes.clone();
        move || now() + doorward::jiff::SignedDuration::from_mins(minutes.load(Ordering::SeqCst))
    };
    let verifier = IdTokenVerifier::builder("tenant.test", "CID")
        .base_url(&server.url)
        .clock(clock)
        .retry(doorward::RetryPolicy::never())
        .build()
        .unwrap();
    let nothing = IdTokenExpectation::default();
    let token = KEY.sign(Algorithm::RS256, "k1", &claims(json!({})));
    verifier.verify(&token, nothing).await.unwrap();
    server.fix("/.well-known/jwks.json", Answer::text(503, ""));
    minutes.store(11, Ordering::SeqCst);
    for _ in 0..3 {
        verifier.verify(&token, nothing).await.unwrap();
    }
    assert_eq!(server.count("/.well-known/jwks.json"), 2);
}
