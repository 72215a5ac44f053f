//! The access tokens that operations travel with: fetched once, renewed ahead, replaced when they are refused.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use doorward::authentication::AssertionKey;
use doorward::jiff::SignedDuration;
use doorward::management::{GetUser, TokenSource};
use doorward::transport::BoxFuture;
use doorward::{Error, Secret};
use futures_util::future::join_all;
use serde_json::json;

use super::{TOKEN, builder, token, user};
use crate::server::{Answer, Server};
use crate::signing::{KEY, now};

#[tokio::test]
async fn twenty_requests_at_the_same_time_fetch_one_token() {
    let server = Server::answering([user()]).await;
    server.fix(TOKEN, token("at", 86_400).after(Duration::from_millis(20)));
    let client = builder(&server)
        .client_credentials("CID", "SEC")
        .build()
        .unwrap();
    let get = GetUser::new("auth0|1");
    let answers = join_all((0..20).map(|_| client.send(&get))).await;
    assert!(answers.iter().all(Result::is_ok));
    assert_eq!(server.count(TOKEN), 1);
    assert_eq!(
        server.recorded()[0].body,
        "client_id=CID&audience=https%3A%2F%2Ftenant.test%2Fapi%2Fv2%2F&client_secret=SEC\
         &grant_type=client_credentials"
    );
    assert_eq!(server.last().header("authorization"), Some("Bearer at"));
}

/// Tokens from a place of one's own: a new one for every call.
struct Numbered(AtomicI64);

impl TokenSource for Numbered {
    fn token(&self) -> BoxFuture<'_, Result<Secret, Error>> {
        let number = self.0.fetch_add(1, Ordering::SeqCst);
        Box::pin(std::future::ready(Ok(format!("token {number}").into())))
    }
}

#[tokio::test]
async fn tokens_may_come_from_anywhere() {
    let server = Server::answering([user()]).await;
    let client = builder(&server)
        .token_source(Numbered(AtomicI64::new(1)))
        .build()
        .unwrap();
    for expected in ["Bearer token 1", "Bearer token 2"] {
        client.send(&GetUser::new("auth0|1")).await.unwrap();
        assert_eq!(server.last().header("authorization"), Some(expected));
    }
}

#[tokio::test]
async fn a_private_key_gets_a_token_too() {
    let server = Server::answering([user()]).await;
    server.fix(TOKEN, token("at", 86_400));
    let key = AssertionKey::from_pem(KEY.pem.as_bytes(), "PS256").unwrap();
    let client = builder(&server)
        .client_assertion_key("CID", key)
        .audience("urn:other")
        .build()
        .unwrap();
    client.send(&GetUser::new("auth0|1")).await.unwrap();
    let body = &server.recorded()[0].body;
    assert!(
        body.starts_with("client_id=CID&audience=urn%3Aother&client_assertion=ey"),
        "{body}"
    );
}

#[tokio::test]
async fn a_failure_to_get_a_token_reaches_everyone_and_is_not_kept() {
    let server = Server::answering([user()]).await;
    let refusal = json!({ "error": "access_denied", "error_description": "Unauthorized" });
    server.fix(
        TOKEN,
        Answer::json(401, refusal).after(Duration::from_millis(20)),
    );
    let client = builder(&server)
        .client_credentials("CID", "SEC")
        .build()
        .unwrap();
    let get = GetUser::new("auth0|1");
    for answer in join_all((0..5).map(|_| client.send(&get))).await {
        let error = answer.unwrap_err();
        assert!(matches!(error, Error::Token(_)));
        assert_eq!(error.api().unwrap().message(), Some("Unauthorized"));
    }
    assert_eq!(server.count(TOKEN), 1);

    server.fix(TOKEN, token("at", 86_400));
    client.send(&get).await.unwrap();
}

#[tokio::test]
async fn a_token_is_renewed_early_while_it_still_serves_and_never_used_late() {
    let server = Server::answering([user()]).await;
    let passed = Arc::new(AtomicI64::new(0));
    let clock = {
        let passed = passed.clone();
        move || now() + SignedDuration::from_secs(passed.load(Ordering::SeqCst))
    };
    let client = builder(&server)
        .client_credentials("CID", "SEC")
        .clock(clock)
        .build()
        .unwrap();
    let get = GetUser::new("auth0|1");
    let used = async |after: i64| {
        passed.store(after, Ordering::SeqCst);
        client.send(&get).await.map(|_| shown(&server))
    };
    // Asks until the renewal behind the calls has ended.
    let renewed = async |after: i64, to: &str| {
        for _ in 0..500 {
            if used(after).await.unwrap() == to {
                return;
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        panic!("still the old token");
    };
    server.fix(TOKEN, token("first", 3600));
    assert_eq!(used(0).await.unwrap(), "first");
    assert_eq!(used(3539).await.unwrap(), "first");
    assert_eq!(server.count(TOKEN), 1);

    // In its last minute the token is renewed; while that fails, it serves on, and the tenant is left in
    // peace for a while.
    server.fix(TOKEN, Answer::json(403, "{}"));
    assert_eq!(used(3541).await.unwrap(), "first");
    while server.count(TOKEN) < 2 {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    tokio::time::sleep(Duration::from_millis(20)).await;
    for _ in 0..5 {
        assert_eq!(used(3545).await.unwrap(), "first");
    }
    assert_eq!(server.count(TOKEN), 2);
    assert!(used(3591).await.is_err());

    server.fix(TOKEN, token("second", 3600));
    assert_eq!(used(3592).await.unwrap(), "second");
    server.fix(TOKEN, token("third", 3600));
    renewed(3592 + 3541, "third").await;
    assert_eq!(used(3592 + 3542).await.unwrap(), "third");
}

#[tokio::test]
async fn a_call_with_a_good_token_neither_waits_for_the_next_nor_ends_with_it() {
    let server = Server::answering([user()]).await;
    let passed = Arc::new(AtomicI64::new(0));
    let clock = {
        let passed = passed.clone();
        move || now() + SignedDuration::from_secs(passed.load(Ordering::SeqCst))
    };
    let client = builder(&server)
        .client_credentials("CID", "SEC")
        .clock(clock)
        .deadline(Duration::from_secs(5))
        .build()
        .unwrap();
    let get = GetUser::new("auth0|1");
    server.fix(TOKEN, token("first", 3600));
    client.send(&get).await.unwrap();
    server.fix(TOKEN, token("second", 3600).after(Duration::from_secs(600)));
    passed.store(3550, Ordering::SeqCst);
    for _ in 0..3 {
        client.send(&get).await.unwrap();
        assert_eq!(shown(&server), "first");
    }
    // One renewal was begun, and it outlives the calls.
    while server.count(TOKEN) < 2 {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    assert_eq!(server.count(TOKEN), 2);
}

/// The access token that the last call of the API showed.
fn shown(server: &Server) -> String {
    let recorded = server.recorded();
    let mut calls = recorded.iter().rev();
    let call = calls.find(|request| request.target != TOKEN).unwrap();
    let header = call.header("authorization").unwrap();
    header.trim_start_matches("Bearer ").to_owned()
}

#[tokio::test]
async fn a_token_that_the_api_refuses_is_replaced_once() {
    let refusal = || {
        Answer::json(
            401,
            json!({ "error": "Unauthorized", "message": "Expired" }),
        )
    };
    let server = Server::answering([refusal(), user(), refusal()]).await;
    server.fix(TOKEN, token("first", 86_400));
    let client = builder(&server)
        .client_credentials("CID", "SEC")
        .build()
        .unwrap();
    let get = GetUser::new("auth0|1");
    client.send(&get).await.unwrap();
    assert_eq!(server.count(TOKEN), 2);
    assert_eq!(server.count("/api/v2/users/auth0%7C1"), 2);

    // A tenant that refuses every token is believed after the second.
    let error = client.send(&get).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 401);
    assert_eq!(server.count(TOKEN), 3);
    assert_eq!(server.count("/api/v2/users/auth0%7C1"), 4);

    let server = Server::answering([refusal()]).await;
    super::client(&server).send(&get).await.unwrap_err();
    assert_eq!(server.recorded().len(), 1);
}

#[tokio::test]
async fn twenty_refused_requests_fetch_one_new_token() {
    let server = Server::answering([user()]).await;
    let old = Answer::json(401, json!({ "message": "Expired" })).after(Duration::from_millis(20));
    server.fix("/api/v2/users/auth0%7C1", old);
    server.fix(TOKEN, token("old", 86_400));
    let client = builder(&server)
        .client_credentials("CID", "SEC")
        .build()
        .unwrap();
    let get = GetUser::new("auth0|1");
    client.send(&get).await.unwrap_err();
    let fetched = server.count(TOKEN);
    server.fix(TOKEN, token("new", 86_400).after(Duration::from_millis(20)));
    join_all((0..20).map(|_| client.send(&get))).await;
    assert_eq!(server.count(TOKEN) - fetched, 1);
}
