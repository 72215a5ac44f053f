//! Tokens bound to a key, as the tenant sees them asked for.

use std::collections::HashSet;

use doorward::authentication::{
    AssertionKey, ClientCredentialsGrant, RefreshTokenGrant, RevokeRefreshToken,
};
use doorward::dpop::{DpopKey, DpopProof};
use doorward::http::Method;
use doorward::{AuthenticationClient, Error, RequestOptions, RetryPolicy, UserInfoClient};
use doorward_testing::{DEMO_EMAIL, DEMO_PASSWORD};
use serde_json::json;

use crate::server::{Answer, Recorded, Server};
use crate::signing::now;
use crate::tenants::Destination;

fn client(server: &Server, key: &DpopKey) -> AuthenticationClient {
    AuthenticationClient::builder("tenant.test")
        .base_url(&server.url)
        .client_id("CID")
        .client_secret("SEC")
        .clock(now)
        .dpop(key.clone())
        .build()
        .unwrap()
}

/// The proof of a request, which has to hold.
fn proof(server: &Server, request: &Recorded, token: Option<&str>) -> DpopProof {
    let url = format!("{}{}", server.url, request.target);
    let method = Method::from_bytes(request.method.as_bytes()).unwrap();
    let proof = request.header("dpop").unwrap();
    DpopProof::verify(proof, &method, &url.parse().unwrap(), token, now()).unwrap()
}

fn tokens() -> Answer {
    Answer::json(200, json!({ "access_token": "at", "token_type": "DPoP" }))
}

#[tokio::test]
async fn every_token_request_carries_a_fresh_proof_and_nothing_else_does() {
    let server = Server::answering([tokens()]).await;
    let key = DpopKey::generate().unwrap();
    let client = client(&server, &key);
    let grant = ClientCredentialsGrant::new("aud");
    client.send(&grant).await.unwrap();
    let first = proof(&server, &server.last(), None);
    client.send(&grant).await.unwrap();
    let second = proof(&server, &server.last(), None);
    assert_eq!(first.thumbprint, key.thumbprint());
    assert_ne!(first.jti, second.jti);
    assert_eq!(first.nonce, None);

    client.send(&RevokeRefreshToken::new("rt")).await.unwrap();
    assert_eq!(server.last().header("dpop"), None);
}

#[tokio::test]
async fn a_demanded_nonce_is_put_into_the_same_request_once() {
    let demand = Answer::json(400, json!({ "error": "use_dpop_nonce" })).header("dpop-nonce", "n1");
    let server = Server::answering([demand.clone(), tokens().header("dpop-nonce", "n2")]).await;
    let key = DpopKey::generate().unwrap();
    let client = client(&server, &key);
    let grant = ClientCredentialsGrant::new("aud");
    client.send(&grant).await.unwrap();
    let nonces = |server: &Server| {
        let requests = server.recorded();
        let nonce = |request: &Recorded| proof(server, request, None).nonce;
        requests.iter().map(nonce).collect::<Vec<_>>()
    };
    assert_eq!(nonces(&server), [None, Some("n1".into())]);
    client.send(&grant).await.unwrap();
    assert_eq!(nonces(&server)[2], Some("n2".into()));

    let stubborn = Server::answering([demand]).await;
    let refused = self::client(&stubborn, &key).send(&grant).await;
    assert_eq!(
        refused.unwrap_err().api().unwrap().error(),
        Some("use_dpop_nonce")
    );
    assert_eq!(stubborn.recorded().len(), 2);
}

#[tokio::test]
async fn every_attempt_of_a_token_request_has_a_proof_of_its_own() {
    let busy =
        Answer::json(429, json!({ "error": "too_many_requests" })).header("retry-after", "0");
    let server = Server::answering([busy.clone(), busy, tokens()]).await;
    let key = DpopKey::generate().unwrap();
    let patient = RequestOptions::new().retry(RetryPolicy::authentication());
    let grant = ClientCredentialsGrant::new("aud");
    let client = client(&server, &key).with(patient);
    client.send(&grant).await.unwrap();
    let requests = server.recorded();
    let jtis = requests
        .iter()
        .map(|request| proof(&server, request, None).jti);
    assert_eq!(jtis.collect::<HashSet<_>>().len(), 3);
}

/// The assertion in the body of a request.
fn assertion(request: &Recorded) -> String {
    let mut pairs = form_urlencoded::parse(request.body.as_bytes());
    let found = pairs.find(|(name, _)| name == "client_assertion");
    found.unwrap().1.into_owned()
}

#[tokio::test]
async fn every_attempt_of_a_client_that_signs_has_an_assertion_of_its_own() {
    let demand = Answer::json(400, json!({ "error": "use_dpop_nonce" })).header("dpop-nonce", "n1");
    let busy =
        Answer::json(429, json!({ "error": "too_many_requests" })).header("retry-after", "0");
    let server = Server::answering([demand, busy, tokens()]).await;
    let signer = rcgen::KeyPair::generate_for(&rcgen::PKCS_ECDSA_P256_SHA256).unwrap();
    let signer = AssertionKey::from_pem(signer.serialize_pem().as_bytes(), "ES256").unwrap();
    let client = AuthenticationClient::builder("tenant.test")
        .base_url(&server.url)
        .client_id("CID")
        .client_assertion_key(signer)
        .clock(now)
        .dpop(DpopKey::generate().unwrap())
        .retry(RetryPolicy::authentication())
        .build()
        .unwrap();
    let grant = ClientCredentialsGrant::new("aud");
    client.send(&grant).await.unwrap();
    let requests = server.recorded();
    let assertions: HashSet<_> = requests.iter().map(assertion).collect();
    assert_eq!(assertions.len(), 3);
    let rest = |request: &Recorded| request.body.replace(&assertion(request), "");
    assert_eq!(rest(&requests[0]), rest(&requests[2]));
}

#[tokio::test]
async fn a_profile_is_asked_for_with_a_bound_token_and_its_proof() {
    let demand = Answer::text(401, "")
        .header("www-authenticate", "DPoP error=\"use_dpop_nonce\"")
        .header("dpop-nonce", "n1");
    let profile = Answer::json(200, json!({ "sub": "auth0|1" }));
    let server = Server::answering([demand, profile]).await;
    let key = DpopKey::generate().unwrap();
    let users = UserInfoClient::builder("tenant.test")
        .base_url(&server.url)
        .clock(now)
        .dpop(key)
        .build()
        .unwrap();
    users.get_user_info("at").await.unwrap();
    let last = server.last();
    assert_eq!(last.header("authorization"), Some("DPoP at"));
    assert_eq!(
        proof(&server, &last, Some("at")).nonce.as_deref(),
        Some("n1")
    );
}

#[tokio::test]
async fn a_real_tenant_binds_tokens_to_the_key_from_login_to_refresh() {
    for to in Destination::each().await {
        let spa = to.tenant.application("Default SPA").unwrap();
        let with = |key: &DpopKey| {
            AuthenticationClient::builder(to.tenant.domain())
                .transport(to.transport.clone())
                .client_id(&spa.client_id)
                .dpop(key.clone())
                .build()
                .unwrap()
        };
        let (key, other) = (DpopKey::generate().unwrap(), DpopKey::generate().unwrap());
        let page = with(&key);
        let login = page.authorize_url().unwrap();
        let login = login.redirect_uri(&spa.callbacks[0]).dpop(&key);
        let login = login.scope("openid email offline_access").begin().unwrap();
        let back = to
            .tenant
            .log_in(&login.url, DEMO_EMAIL, DEMO_PASSWORD)
            .await;
        let grant = login.pending.finish(back.unwrap().as_str()).unwrap();
        // The nonce that the tenant wants of public clients is not seen here.
        let tokens = page
            .oauth()
            .authorization_code_grant_with_pkce(&grant)
            .await;
        let tokens = tokens.unwrap();
        assert_eq!(tokens.token_type.as_deref(), Some("DPoP"));

        let user_info = |key: Option<&DpopKey>| {
            let builder =
                UserInfoClient::builder(to.tenant.domain()).transport(to.transport.clone());
            match key {
                Some(key) => builder.dpop(key.clone()).build().unwrap(),
                None => builder.build().unwrap(),
            }
        };
        let shown = user_info(Some(&key))
            .get_user_info(&tokens.access_token)
            .await;
        assert_eq!(shown.unwrap().sub, tokens.claims.as_ref().unwrap().sub);
        for thief in [None, Some(&other)] {
            let shown = user_info(thief).get_user_info(&tokens.access_token).await;
            assert!(matches!(shown, Err(Error::Api(refused)) if refused.status() == 401));
        }
        let refresh = RefreshTokenGrant::new(tokens.refresh_token.as_ref().unwrap());
        let stolen = with(&other).oauth().refresh_token_grant(&refresh).await;
        assert!(matches!(stolen, Err(Error::Api(refused)) if refused.status() == 403));
        let renewed = page.oauth().refresh_token_grant(&refresh).await.unwrap();
        assert_eq!(renewed.token_type.as_deref(), Some("DPoP"));
    }
}
