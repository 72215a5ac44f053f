//! `/api/v2/logs`.

use std::sync::Arc;

use axum::http::header;
use serde_json::{Value, json};

use super::{Management, escaped, refused};

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
