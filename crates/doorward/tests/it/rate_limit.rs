//! Requests paced by the client, over all of its tasks.

use std::time::{Duration, Instant};

use doorward::authentication::ClientCredentialsGrant;
use doorward::{AuthenticationClient, Error, RateLimit};
use serde_json::json;

use crate::server::{Answer, Server};

fn client(server: &Server, limit: &RateLimit) -> AuthenticationClient {
    AuthenticationClient::builder("tenant.test")
        .base_url(&server.url)
        .client_id("CID")
        .client_secret("SEC")
        .rate_limit(limit.clone())
        .build()
        .unwrap()
}

#[tokio::test]
async fn tasks_and_clients_share_one_limit() {
    let tokens = Answer::json(200, json!({ "access_token": "at" }));
    let server = Server::answering([tokens]).await;
    let limit = RateLimit::new(20, Duration::from_secs(1), 2);
    let clients = [client(&server, &limit), client(&server, &limit)];
    let began = Instant::now();
    let calls = (0..6).map(|number| {
        let client = clients[number % 2].clone();
        tokio::spawn(async move { client.send(&ClientCredentialsGrant::new("aud")).await })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }
    // Two at once, then four more at 50 ms each.
    let elapsed = began.elapsed();
    assert!(elapsed >= Duration::from_millis(195), "{elapsed:?}");
    assert_eq!(server.recorded().len(), 6);
}

#[tokio::test]
async fn who_cannot_have_a_turn_soon_fails_before_anything_is_sent() {
    let refused =
        Answer::json(429, json!({ "error": "too_many_requests" })).header("retry-after", "5");
    let server = Server::answering([refused]).await;
    let limit = RateLimit::new(100, Duration::from_secs(1), 100).max_wait(Duration::from_secs(4));
    let client = client(&server, &limit);
    let grant = ClientCredentialsGrant::new("aud");
    assert!(matches!(client.send(&grant).await, Err(Error::Api(_))));
    let limit = limit.max_wait(Duration::from_secs(1));
    let client = self::client(&server, &limit);
    let error = client.send(&grant).await.unwrap_err();
    assert!(matches!(error, Error::RateLimited { .. }), "{error}");
    assert!(error.is_retryable());
    assert!(error.retry_after().unwrap() > Duration::from_secs(3));
    assert_eq!(server.recorded().len(), 1);
}
