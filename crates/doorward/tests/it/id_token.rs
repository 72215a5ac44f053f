//! Which ID tokens are believed.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use doorward::AuthenticationClient;
use doorward::authentication::{
    AuthorizationCodeGrant, ExchangeToken, LoginWithSms, PasswordGrant, RefreshTokenGrant,
};
use doorward::id_token::{IdTokenAlgorithm, IdTokenError, IdTokenExpectation, IdTokenVerifier};
use doorward::jiff::SignedDuration;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};

use crate::server::{Answer, Server};
use crate::signing::{KEY, OTHER_KEY, claims, jwks, now};

const JWKS: &str = "/.well-known/jwks.json";
const NOTHING: IdTokenExpectation<'static> = IdTokenExpectation {
    nonce: None,
    max_age: None,
    organization: None,
};

/// A server with the tenant's key, and a verifier of client `CID` that trusts it.
async fn verifier() -> (Server, IdTokenVerifier) {
    let server = Server::answering([]).await;
    server.fix(JWKS, jwks(&[KEY.jwk("k1")]));
    let verifier = IdTokenVerifier::builder("tenant.test", "CID")
        .base_url(&server.url)
        .clock(now)
        .build()
        .unwrap();
    (server, verifier)
}

fn token(changes: Value) -> String {
    KEY.sign(Algorithm::RS256, "k1", &claims(changes))
}

/// The reason against a token; panics when there is none.
async fn objection(changes: Value, expected: IdTokenExpectation<'_>) -> String {
    let (_server, verifier) = verifier().await;
    verifier
        .verify(&token(changes), expected)
        .await
        .unwrap_err()
        .to_string()
}

async fn accepts(changes: Value, expected: IdTokenExpectation<'_>) {
    let (_server, verifier) = verifier().await;
    verifier.verify(&token(changes), expected).await.unwrap();
}

#[tokio::test]
async fn a_good_token_is_read_with_all_its_claims() {
    let (_server, verifier) = verifier().await;
    let token = token(json!({ "email": "a@x" }));
    let claims = verifier.verify(&token, NOTHING).await.unwrap();
    assert_eq!(claims.sub, "auth0|1");
    assert_eq!(claims.aud, ["CID"]);
    assert_eq!(claims.iat, now());
    assert_eq!(claims.extra.text("email"), Some("a@x"));
}

#[tokio::test]
async fn issuer_subject_and_audience_must_be_right() {
    for (changes, reason) in [
        (
            json!({ "iss": null }),
            "Issuer (iss) claim must be a string present in the ID token",
        ),
        (
            json!({ "iss": "https://evil.test/" }),
            "Issuer (iss) claim mismatch in the ID token; expected \"https://tenant.test/\", found \"https://evil.test/\"",
        ),
        (
            json!({ "sub": "" }),
            "Subject (sub) claim must be a string present in the ID token",
        ),
        (
            json!({ "aud": 7 }),
            "Audience (aud) claim must be a string or array of strings present in the ID token",
        ),
        (
            json!({ "aud": "other" }),
            "Audience (aud) claim mismatch in the ID token; expected \"CID\" but found \"other\"",
        ),
        (
            json!({ "aud": ["a", "b"] }),
            "Audience (aud) claim mismatch in the ID token; expected \"CID\" but was not one of \"a, b\"",
        ),
    ] {
        assert_eq!(objection(changes, NOTHING).await, reason);
    }
}

#[tokio::test]
async fn several_audiences_need_an_authorized_party() {
    accepts(json!({ "aud": ["CID"] }), NOTHING).await;
    accepts(json!({ "aud": ["CID", "b"], "azp": "CID" }), NOTHING).await;
    let missing = objection(json!({ "aud": ["CID", "b"] }), NOTHING).await;
    assert!(
        missing.starts_with("Authorized Party (azp) claim must be a string"),
        "{missing}"
    );
    let other = objection(json!({ "aud": ["CID", "b"], "azp": "b" }), NOTHING).await;
    assert!(
        other.starts_with("Authorized Party (azp) claim mismatch"),
        "{other}"
    );
}

#[tokio::test]
async fn an_expired_token_counts_for_the_leeway_and_no_longer() {
    let second = now().as_second();
    accepts(json!({ "exp": second - 60 }), NOTHING).await;
    assert_eq!(
        objection(json!({ "exp": second - 61 }), NOTHING).await,
        format!(
            "Expiration Time (exp) claim error in the ID token; current time ({second}) is after expiration time ({})",
            second - 61
        )
    );
    for (claim, name) in [("exp", "Expiration Time (exp)"), ("iat", "Issued At (iat)")] {
        assert_eq!(
            objection(json!({ claim: "soon" }), NOTHING).await,
            format!("{name} claim must be a number present in the ID token")
        );
    }

    let (server, _) = verifier().await;
    let strict = IdTokenVerifier::builder("tenant.test", "CID")
        .base_url(&server.url)
        .clock(now)
        .leeway(Duration::ZERO)
        .build()
        .unwrap();
    let late = token(json!({ "exp": second - 1 }));
    assert!(strict.verify(&late, NOTHING).await.is_err());
}

#[tokio::test]
async fn the_nonce_must_be_the_one_that_was_sent() {
    let sent = IdTokenExpectation {
        nonce: Some("n1"),
        ..NOTHING
    };
    accepts(json!({ "nonce": "n1" }), sent).await;
    for (changes, expected) in [
        (json!({}), sent),
        (json!({ "nonce": "n2" }), sent),
        (json!({ "nonce": "n1" }), NOTHING),
    ] {
        let objection = objection(changes, expected).await;
        assert!(objection.starts_with("Nonce (nonce) claim"), "{objection}");
    }
}

#[tokio::test]
async fn a_login_too_long_ago_is_refused() {
    let second = now().as_second();
    let within = |max_age| IdTokenExpectation {
        max_age: Some(max_age),
        ..NOTHING
    };
    accepts(json!({ "auth_time": second - 160 }), within(100)).await;
    let old = objection(json!({ "auth_time": second - 161 }), within(100)).await;
    assert!(old.contains("too much time has passed"), "{old}");
    let missing = objection(json!({}), within(100)).await;
    assert!(
        missing.starts_with("Authentication Time (auth_time) claim must be"),
        "{missing}"
    );
    objection(json!({ "auth_time": second - 61 }), within(0)).await;
}

#[tokio::test]
async fn a_token_of_another_organization_is_refused() {
    let of = |organization| IdTokenExpectation {
        organization: Some(organization),
        ..NOTHING
    };
    accepts(json!({ "org_id": "org_1" }), of("org_1")).await;
    let other = objection(json!({ "org_id": "org_2" }), of("org_1")).await;
    assert!(
        other.contains("expected \"org_1\", found \"org_2\""),
        "{other}"
    );
    objection(json!({}), of("org_1")).await;

    accepts(json!({ "org_name": "acme" }), of("Acme")).await;
    objection(json!({ "org_name": "other" }), of("Acme")).await;
    objection(json!({ "org_id": "org_1" }), of("Acme")).await;
}

#[tokio::test]
async fn a_signature_by_anyone_else_is_refused() {
    let (_server, verifier) = verifier().await;
    let forged = OTHER_KEY.sign(Algorithm::RS256, "k1", &claims(json!({})));
    let good = token(json!({}));
    let (signed, signature) = good.rsplit_once('.').unwrap();
    let other_claims = token(json!({ "sub": "auth0|2" }));
    let (other_signed, _) = other_claims.rsplit_once('.').unwrap();
    for token in [
        forged,
        format!("{other_signed}.{signature}"),
        format!("{signed}."),
        format!("{signed}.!"),
    ] {
        let refused = verifier.verify(&token, NOTHING).await.unwrap_err();
        assert!(matches!(refused, IdTokenError::Signature), "{refused}");
    }
    for garbage in ["", "a", "a.b", "a.b.c", "..", "a.b.c.d.e"] {
        let refused = verifier.verify(garbage, NOTHING).await.unwrap_err();
        assert!(matches!(refused, IdTokenError::Malformed), "{refused}");
    }
}

/// A token signed with the client's secret.
fn hmac() -> String {
    let key = EncodingKey::from_secret(b"SEC");
    jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims(json!({})), &key).unwrap()
}

#[tokio::test]
async fn only_the_registered_algorithm_counts() {
    let (server, verifier) = verifier().await;
    let pss = KEY.sign(Algorithm::PS256, "k1", &claims(json!({})));
    let none = "eyJhbGciOiJub25lIn0.e30.".to_owned();
    for (token, name) in [(none, "none"), (hmac(), "HS256"), (pss, "PS256")] {
        assert_eq!(
            verifier
                .verify(&token, NOTHING)
                .await
                .unwrap_err()
                .to_string(),
            format!(
                "Signature algorithm of \"{name}\" is not supported. Expected the ID token to be signed with \"RS256\"."
            )
        );
    }
    assert_eq!(server.count(JWKS), 0);
}

#[tokio::test]
async fn pss_and_client_secrets_can_be_registered_too() {
    let (server, _) = verifier().await;
    let builder = || {
        IdTokenVerifier::builder("tenant.test", "CID")
            .base_url(&server.url)
            .clock(now)
    };
    let pss = KEY.sign(Algorithm::PS256, "k1", &claims(json!({})));
    let verifier = builder()
        .signing_alg(IdTokenAlgorithm::Ps256)
        .build()
        .unwrap();
    verifier.verify(&pss, NOTHING).await.unwrap();

    let shared = || builder().signing_alg(IdTokenAlgorithm::Hs256);
    let right = shared().client_secret("SEC").build().unwrap();
    right.verify(&hmac(), NOTHING).await.unwrap();
    let wrong = shared().client_secret("other").build().unwrap();
    assert!(matches!(
        wrong.verify(&hmac(), NOTHING).await,
        Err(IdTokenError::Signature)
    ));
    let without = shared().build().unwrap();
    assert!(matches!(
        without.verify(&hmac(), NOTHING).await,
        Err(IdTokenError::NoKey("HS256"))
    ));
}

#[tokio::test]
async fn keys_are_fetched_once_and_by_one() {
    let (server, verifier) = verifier().await;
    let good = token(json!({}));
    let (a, b, c) = tokio::join!(
        verifier.verify(&good, NOTHING),
        verifier.verify(&good, NOTHING),
        verifier.verify(&good, NOTHING),
    );
    assert!(a.is_ok() && b.is_ok() && c.is_ok());
    verifier.clone().verify(&good, NOTHING).await.unwrap();
    assert_eq!(server.count(JWKS), 1);

    let other = IdTokenVerifier::builder("tenant.test", "CID")
        .base_url(&server.url)
        .header("x-one", "client")
        .clock(now)
        .build()
        .unwrap();
    other.verify(&good, NOTHING).await.unwrap();
    assert_eq!(server.last().header("x-one"), Some("client"));
}

#[tokio::test]
async fn an_unknown_key_is_looked_for_once_in_thirty_seconds() {
    let server = Server::answering([]).await;
    server.fix(JWKS, jwks(&[KEY.jwk("k1")]));
    let passed = Arc::new(AtomicI64::new(0));
    let clock = {
        let passed = passed.clone();
        move || now() + SignedDuration::from_secs(passed.load(Ordering::SeqCst))
    };
    let verifier = IdTokenVerifier::builder("tenant.test", "CID")
        .base_url(&server.url)
        .clock(clock)
        .build()
        .unwrap();
    let rotated = OTHER_KEY.sign(Algorithm::RS256, "k2", &claims(json!({})));
    verifier.verify(&token(json!({})), NOTHING).await.unwrap();

    server.fix(JWKS, jwks(&[KEY.jwk("k1"), OTHER_KEY.jwk("k2")]));
    let refused = verifier.verify(&rotated, NOTHING).await.unwrap_err();
    assert!(matches!(refused, IdTokenError::UnknownKey { kid: Some(kid) } if kid == "k2"));
    assert_eq!(server.count(JWKS), 1);

    passed.store(31, Ordering::SeqCst);
    verifier.verify(&rotated, NOTHING).await.unwrap();
    assert_eq!(server.count(JWKS), 2);

    passed.store(31 + 601, Ordering::SeqCst);
    verifier.verify(&rotated, NOTHING).await.unwrap();
    assert_eq!(server.count(JWKS), 3);
}

/// A confidential client, and the tenant that answers every grant with this ID token.
async fn tenant_answering(id_token: String) -> (Server, AuthenticationClient) {
    let tokens = json!({ "access_token": "at", "id_token": id_token });
    let server = Server::answering([Answer::json(200, tokens)]).await;
    server.fix(JWKS, jwks(&[KEY.jwk("k1")]));
    let client = AuthenticationClient::builder("tenant.test")
        .base_url(&server.url)
        .client_id("CID")
        .client_secret("SEC")
        .clock(now)
        .build()
        .unwrap();
    (server, client)
}

#[tokio::test]
async fn a_code_buys_only_an_id_token_of_the_login_it_belongs_to() {
    let code = AuthorizationCodeGrant {
        nonce: Some("n".into()),
        organization: Some("org_1".into()),
        ..AuthorizationCodeGrant::new("c")
    };
    let right = token(json!({ "nonce": "n", "org_id": "org_1" }));
    let (_server, client) = tenant_answering(right).await;
    let tokens = client
        .oauth()
        .authorization_code_grant(&code)
        .await
        .unwrap();
    assert_eq!(tokens.claims.as_ref().unwrap().sub, "auth0|1");

    let wrong = token(json!({ "nonce": "n", "org_id": "org_2" }));
    let (_server, client) = tenant_answering(wrong).await;
    assert!(
        client
            .oauth()
            .authorization_code_grant(&code)
            .await
            .is_err()
    );
}

#[tokio::test]
async fn every_grant_validates_its_id_token() {
    let (server, client) = tenant_answering(token(json!({ "aud": "other" }))).await;
    assert!(client.send(&PasswordGrant::new("u", "p")).await.is_err());
    assert!(client.send(&RefreshTokenGrant::new("rt")).await.is_err());
    assert!(client.send(&LoginWithSms::new("+1", "1")).await.is_err());
    assert!(
        client
            .send(&ExchangeToken::new("urn:mine", "st", "aud"))
            .await
            .is_err()
    );

    let trusting = AuthenticationClient::builder("tenant.test")
        .base_url(&server.url)
        .client_id("CID")
        .danger_skip_id_token_validation()
        .build()
        .unwrap();
    let tokens = trusting.send(&RefreshTokenGrant::new("rt")).await.unwrap();
    assert!(tokens.claims.is_none());
}
