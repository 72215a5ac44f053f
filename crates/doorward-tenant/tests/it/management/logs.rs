//! `/api/v2/logs`.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, header};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::{Management, escaped, refused};
use crate::support::DOMAIN;

fn ids(answer: &Value) -> Vec<String> {
    let entries = answer.as_array().unwrap().iter();
    entries
        .map(|entry| entry["log_id"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn what_happened_is_read_newest_first_and_searched() {
    let api = Management::start().await;
    let id = api.user("ada@example.com", json!({})).await;
    api.log_in("ada@example.com", "wrong").await;
    let all = ids(&api.get("/logs").await.json());
    assert!(all.len() >= 3 && all.is_sorted_by(|a, b| a > b));
    let failures = api.get("/logs?q=type:fp&include_totals=true").await.json();
    assert_eq!(
        (failures["total"].as_u64(), failures["length"].as_u64()),
        (Some(1), Some(1))
    );
    assert_eq!(failures["logs"][0]["user_id"], id);
    let of_user = api
        .get(&format!("/users/{}/logs", escaped(&id)))
        .await
        .json();
    assert_eq!(of_user[0]["type"], "fp");
    let one = api.get(&format!("/logs/{}", all[0])).await.json();
    assert_eq!(one["_id"], all[0].as_str());
    assert!(refused(&api.get("/logs?sort=x").await).starts_with("400 invalid_query_string"));
    assert!(refused(&api.get("/logs?q=(").await).starts_with("400 invalid_query_string"));
}

#[tokio::test]
async fn a_checkpoint_continues_and_its_link_stays_at_the_end() {
    let api = Management::start().await;
    for number in 0..3 {
        api.user(&format!("user{number}@example.com"), json!({}))
            .await;
    }
    let next = |answer: &crate::support::Answer| {
        let link = answer.headers[header::LINK].to_str().unwrap().to_owned();
        let url = link.split(['<', '>']).nth(1).unwrap();
        url.split_once("/api/v2").unwrap().1.to_owned()
    };
    let first = api.get("/logs?from=&take=2").await;
    let mut seen = ids(&first.json());
    assert_eq!(seen.len(), 2);
    let mut link = next(&first);
    loop {
        let page = api.get(&link).await;
        let entries = ids(&page.json());
        if entries.is_empty() {
            assert_eq!(next(&page), link);
            break;
        }
        seen.extend(entries);
        link = next(&page);
    }
    assert!(seen.is_sorted_by(|a, b| a < b), "no gap and no repetition");
    assert_eq!(
        seen.len(),
        ids(&api.get("/logs?per_page=100").await.json()).len()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_follows_the_log_misses_nothing_while_many_write() {
    const WRITERS: usize = 16;
    const CALLS: usize = 25;
    let api = Arc::new(Management::start().await);
    let after = async |last: Option<&String>| {
        let from = last.map_or("", String::as_str);
        ids(&api.get(&format!("/logs?from={from}&take=100")).await.json())
    };
    let mut seen = after(None).await;
    let all = seen.len() + WRITERS * CALLS;
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..WRITERS {
        let api = Arc::clone(&api);
        writers.spawn(async move {
            for number in 0..CALLS {
                let path = format!("/users/auth0%7C{writer}-{number}");
                assert_eq!(api.delete(&path, None).await.status, 204);
            }
        });
    }
    loop {
        let is_over = writers.is_empty();
        let new = after(seen.last()).await;
        if is_over && new.is_empty() {
            break;
        }
        seen.extend(new);
        while writers.try_join_next().map(Result::unwrap).is_some() {}
    }
    assert_eq!(seen.len(), all);
    assert!(seen.is_sorted_by(|a, b| a < b), "no repetition");
}

#[tokio::test]
async fn a_checkpoint_takes_a_hundred_entries_at_most() {
    let api = Management::start().await;
    assert_eq!(
        refused(&api.get("/logs?from=&take=101").await),
        "400 invalid_query_string Query validation error: 'Value 101 is greater than maximum 100' on property take."
    );
}

#[tokio::test]
async fn from_nothing_a_checkpoint_begins_with_the_oldest() {
    let api = Management::start().await;
    api.user("ada@example.com", json!({})).await;
    let answer = api.get("/logs?from=").await;
    let shown = ids(&answer.json());
    assert!(shown.len() > 1 && shown.is_sorted_by(|a, b| a < b));
    let link = answer.headers[header::LINK].to_str().unwrap();
    assert!(link.contains("take=50"), "{link}");
}

/// What an application says of itself in `Auth0-Client`, with a request that fails.
async fn told(api: &Management, json: &str) {
    let request = Request::post("/oauth/token")
        .header(header::HOST, DOMAIN)
        .header("auth0-client", BASE64_STANDARD.encode(json))
        .header(header::CONTENT_TYPE, "application/json");
    let client = &api.tenant.bootstrap.management;
    let body = json!({ "grant_type": "client_credentials", "client_id": client.client_id, "client_secret": "x" });
    let answer = api
        .tenant
        .send(request.body(Body::from(body.to_string())).unwrap());
    assert_eq!(answer.await.status, 401);
}

fn nested(levels: usize) -> String {
    format!("{}1{}", r#"{"a":"#.repeat(levels), "}".repeat(levels))
}

#[tokio::test]
async fn nobody_makes_the_log_unreadable_by_what_they_send() {
    let api = Management::start().await;
    let user = api.user("ada@example.com", json!({})).await;
    told(&api, &nested(127)).await;
    told(&api, r#"{"name":"a\u0000b"}"#).await;
    for levels in [30, 124, 125, 126] {
        let metadata = serde_json::from_str::<Value>(&nested(levels)).unwrap();
        let path = format!("/users/{}", escaped(&user));
        let changed = api.patch(&path, json!({ "user_metadata": metadata }));
        assert_eq!(changed.await.status, 200);
    }
    let nul = format!("/users/{}?x=%00", escaped(&user));
    api.delete(&nul, None).await;
    api.tenant
        .get("/authorize?correlation_id=a%00b&client_id=%00")
        .await;
    for query in [
        "",
        "?q=ip:127.0.0.1",
        "?q=description:*pdate*",
        "?sort=user_name:1",
        "?from=&take=100",
    ] {
        let answer = api.get(&format!("/logs{query}")).await;
        assert_eq!(answer.status, 200, "{query}: {}", answer.text);
        assert!(!ids(&answer.json()).is_empty(), "{query}");
    }
}

#[tokio::test]
async fn an_entry_that_cannot_be_read_leaves_the_others_readable() {
    let api = Management::start().await;
    api.user("ada@example.com", json!({})).await;
    let all = ids(&api.get("/logs").await.json());
    let spoiled = &all[0];
    let document = nested(200);
    api.tenant
        .execute(&format!(
            "UPDATE logs SET document = '{document}' WHERE log_id = '{spoiled}'"
        ))
        .await;
    for path in ["/logs?per_page=100", "/logs?from=&take=100"] {
        let shown = ids(&api.get(path).await.json());
        assert!(all.iter().all(|id| shown.contains(id)), "{path}");
    }
    let entry = api.get(&format!("/logs/{spoiled}")).await.json();
    assert_eq!(entry["type"], "sapi");
    assert!(
        entry["date"].is_string() && entry["details"].is_null(),
        "{entry}"
    );
}

#[tokio::test]
async fn an_entry_stays_small_and_keeps_no_secret_of_a_query() {
    let api = Management::start().await;
    let user = api.user("ada@example.com", json!({})).await;
    let path = format!("/users/{}", escaped(&user));
    let metadata = json!({ "long": "x".repeat(450_000), "many": vec!["y"; 90_000], "last": 1 });
    let changed = api.patch(&path, json!({ "user_metadata": metadata })).await;
    assert_eq!(changed.status, 200);
    let entry = api.get("/logs?per_page=1").await;
    assert!(entry.text.len() < 20_000, "{} bytes", entry.text.len());
    let details = &entry.json()[0]["details"];
    assert_eq!(details["response"]["statusCode"], 200);
    assert_eq!(details["request"]["method"], "patch");
    let refused = api.post(
        "/users?password=hunter2&Client%5Fsecret=hunter2&a=b",
        json!({}),
    );
    assert_eq!(refused.await.status, 400);
    let entry = api.get("/logs?per_page=1").await;
    let query = entry.json()[0]["details"]["request"]["query"].clone();
    assert_eq!(query, "password=******&Client%5Fsecret=******&a=b");
    assert!(!entry.text.contains("hunter2"), "{}", entry.text);
}
