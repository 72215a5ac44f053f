//! Tokens bound to a key, as the tenant sees them asked for.

use doorward::authentication::{ClientCredentialsGrant, RevokeRefreshToken};
use doorward::dpop::{DpopKey, DpopProof};
use doorward::http::Method;
use doorward::{AuthenticationClient, UserInfoClient};
use serde_json::json;

use crate::server::{Answer, Recorded, Server};
use crate::signing::now;

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
