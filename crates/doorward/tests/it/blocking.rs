//! The clients in a program without async.

use doorward::ManagementClient;
use doorward::blocking::Blocking;
use doorward::management::ListUsers;
use serde_json::json;

use crate::server::{Answer, Server};

#[test]
fn calls_and_lists_wait_for_themselves() {
    let page = |ids: &[&str]| {
        let users: Vec<_> = ids.iter().map(|id| json!({ "user_id": id })).collect();
        Answer::json(
            200,
            json!({ "users": users, "start": 0, "limit": 2, "total": 3 }),
        )
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let server = runtime.block_on(Server::answering([page(&["a", "b"]), page(&["c"])]));
    let manager = ManagementClient::builder("tenant.test")
        .base_url(&server.url)
        .token("t")
        .build()
        .unwrap();
    let manager = Blocking::new(manager).unwrap();
    let list = ListUsers {
        per_page: Some(2),
        ..ListUsers::default()
    };
    let users = manager.iter(|manager| manager.items(list));
    let ids: Vec<_> = users
        .map(|user| user.unwrap().user_id.unwrap().to_string())
        .collect();
    assert_eq!(ids, ["a", "b", "c"]);

    let list = ListUsers::default();
    let answer = manager.run(async |manager| manager.send(&list).await);
    assert_eq!(answer.unwrap().status, 200);
}
