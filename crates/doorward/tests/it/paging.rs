//! Lists from their first item to the last, and how many requests that takes.

use doorward::ManagementClient;
use doorward::management::{ListClients, ListLogs, ListUsers};
use futures_util::TryStreamExt;
use serde_json::{Value, json};

use crate::server::{Answer, Server};

fn client(server: &Server) -> ManagementClient {
    ManagementClient::builder("tenant.test")
        .base_url(&server.url)
        .token("at")
        .build()
        .unwrap()
}

fn users(numbers: std::ops::Range<u32>) -> Vec<Value> {
    numbers
        .map(|number| json!({ "user_id": format!("auth0|{number}") }))
        .collect()
}

/// What was asked, in order.
fn queries(server: &Server) -> Vec<String> {
    let query = |target: &str| target.split_once('?').unwrap_or_default().1.to_owned();
    server
        .recorded()
        .iter()
        .map(|recorded| query(&recorded.target))
        .collect()
}

#[tokio::test]
async fn a_counted_list_ends_where_its_total_says() {
    let page = |start: u32, count: u32| {
        let users = users(start..start + count);
        Answer::json(
            200,
            json!({ "start": start, "limit": 50, "length": count, "total": 100, "users": users, "new": 1 }),
        )
    };
    let server = Server::answering([page(0, 50), page(50, 50)]).await;
    let pages: Vec<_> = client(&server)
        .pages(ListUsers::default())
        .try_collect()
        .await
        .unwrap();
    assert_eq!(pages.len(), 2);
    assert_eq!((pages[1].items.len(), pages[1].total), (50, Some(100)));
    assert_eq!(
        queries(&server),
        [
            "page=0&per_page=50&include_totals=true",
            "page=1&per_page=50&include_totals=true"
        ]
    );
}

#[tokio::test]
async fn a_list_without_totals_ends_with_a_page_that_is_not_full() {
    let server = Server::answering([
        Answer::json(200, json!(users(0..2))),
        Answer::json(200, json!(users(2..3))),
    ])
    .await;
    let list = ListUsers {
        per_page: Some(2),
        include_totals: Some(false),
        ..ListUsers::default()
    };
    let items: Vec<_> = client(&server).items(list).try_collect().await.unwrap();
    let ids: Vec<_> = items
        .iter()
        .map(|user| user.user_id.as_ref().unwrap().as_str())
        .collect();
    assert_eq!(ids, ["auth0|0", "auth0|1", "auth0|2"]);
    assert_eq!(server.recorded().len(), 2);
}

#[tokio::test]
async fn a_server_may_have_smaller_pages_than_asked_for() {
    let page = |start: u32, count: u32| {
        let users = users(start..start + count);
        Answer::json(
            200,
            json!({ "start": start, "limit": 2, "total": 3, "users": users }),
        )
    };
    let server = Server::answering([page(0, 2), page(2, 1)]).await;
    let list = ListUsers {
        per_page: Some(1000),
        ..ListUsers::default()
    };
    let items: Vec<_> = client(&server).items(list).try_collect().await.unwrap();
    assert_eq!(items.len(), 3);
}

#[tokio::test]
async fn a_list_begun_in_the_middle_goes_on_to_its_end() {
    let page = |start: u32, count: u32| {
        let users = users(start..start + count);
        Answer::json(
            200,
            json!({ "start": start, "limit": 2, "total": 7, "users": users }),
        )
    };
    let server = Server::answering([page(4, 2), page(6, 1), page(8, 0)]).await;
    let list = ListUsers {
        page: Some(2),
        per_page: Some(100),
        ..ListUsers::default()
    };
    let items: Vec<_> = client(&server).items(list).try_collect().await.unwrap();
    assert_eq!(items.len(), 3);
    assert_eq!(server.recorded().len(), 3);
}

#[tokio::test]
async fn a_stream_fetches_no_page_that_nobody_wants() {
    let full = json!({ "start": 0, "limit": 2, "total": 9, "users": users(0..2) });
    let server = Server::answering([Answer::json(200, full)]).await;
    let list = ListUsers {
        per_page: Some(2),
        ..ListUsers::default()
    };
    let client = client(&server);
    let mut items = std::pin::pin!(client.items(list));
    items.try_next().await.unwrap().unwrap();
    items.try_next().await.unwrap().unwrap();
    assert_eq!(server.recorded().len(), 1);
}

#[tokio::test]
async fn a_list_with_next_goes_on_until_there_is_none() {
    let clients = |ids: [&str; 2], next: Value| {
        let clients = ids.map(|id| json!({ "client_id": id }));
        Answer::json(200, json!({ "clients": clients, "next": next }))
    };
    for end in [json!(null), json!("")] {
        let server =
            Server::answering([clients(["a", "b"], json!("n 1")), clients(["c", "d"], end)]).await;
        let list = ListClients::default();
        let items: Vec<_> = client(&server)
            .checkpoint_items(list)
            .try_collect()
            .await
            .unwrap();
        assert_eq!(items.len(), 4);
        assert_eq!(queries(&server), ["take=50", "from=n%201&take=50"]);
    }
}

#[tokio::test]
async fn logs_go_on_after_the_last_one_seen_until_nothing_is_left() {
    let log = |id: &str| json!({ "log_id": id, "date": "2026-01-01T00:00:00.000Z", "type": "s" });
    let server = Server::answering([
        Answer::json(200, json!([log("1"), log("2")])),
        Answer::json(200, json!([log("3")])),
        Answer::json(200, json!([])),
    ])
    .await;
    let list = ListLogs {
        from: Some(String::new()),
        take: Some(2),
        ..ListLogs::default()
    };
    let items: Vec<_> = client(&server)
        .checkpoint_items(list)
        .try_collect()
        .await
        .unwrap();
    assert_eq!(items.len(), 3);
    assert_eq!(
        queries(&server),
        ["from=&take=2", "from=2&take=2", "from=3&take=2"]
    );
}

#[tokio::test]
async fn an_error_ends_the_stream_after_what_came_before() {
    let server = Server::answering([
        Answer::json(200, json!(users(0..2))),
        Answer::json(403, json!({ "message": "Insufficient scope" })),
    ])
    .await;
    let list = ListUsers {
        per_page: Some(2),
        ..ListUsers::default()
    };
    let client = client(&server);
    let mut items = std::pin::pin!(client.items(list));
    assert!(items.try_next().await.unwrap().is_some());
    assert!(items.try_next().await.unwrap().is_some());
    assert_eq!(items.try_next().await.unwrap_err().status().unwrap(), 403);
    assert!(items.try_next().await.unwrap().is_none());
}
