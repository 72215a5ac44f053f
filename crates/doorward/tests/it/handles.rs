//! Operations found in their groups, against the same as data.

use doorward::ManagementClient;
use doorward::management::{
    AssignOrganizationMemberRolesRequestContent, CreateUserRequestContent, ListUsers,
};
use futures_util::TryStreamExt;
use serde_json::json;

use crate::server::{Answer, Server};

fn client(server: &Server) -> ManagementClient {
    ManagementClient::builder("tenant.test")
        .base_url(&server.url)
        .token("at")
        .build()
        .unwrap()
}

#[tokio::test]
async fn an_operation_is_found_under_the_names_of_its_groups() {
    let server = Server::answering([Answer::text(204, "")]).await;
    let roles = AssignOrganizationMemberRolesRequestContent::new(vec!["rol_1".into()]);
    client(&server)
        .organizations()
        .members()
        .roles()
        .assign("org_1", "auth0|1", roles)
        .await
        .unwrap();
    assert_eq!(
        server.last().wire(),
        "POST /api/v2/organizations/org_1/members/auth0%7C1/roles\n\
         application/json {\"roles\":[\"rol_1\"]}"
    );
}

#[tokio::test]
async fn what_is_optional_is_set_in_place_or_beside_it() {
    let server = Server::answering([Answer::json(200, json!([]))]).await;
    let client = client(&server);
    let mut list = client.users().list().with(|list| list.per_page = Some(2));
    list.q = Some("name:jo*".into());
    list.send().await.unwrap();
    let found = server.last().wire();
    let data = ListUsers {
        per_page: Some(2),
        q: Some("name:jo*".into()),
        ..ListUsers::default()
    };
    client.send(&data).await.unwrap();
    assert_eq!(found, server.last().wire());
    assert_eq!(list.into_operation().per_page, data.per_page);
}

#[tokio::test]
async fn a_list_is_followed_to_its_end() {
    let page = |from: u32, count: u32| {
        let users: Vec<_> = (from..from + count)
            .map(|number| json!({ "user_id": format!("auth0|{number}") }))
            .collect();
        Answer::json(
            200,
            json!({ "start": from, "limit": 50, "total": 3, "users": users }),
        )
    };
    let server = Server::answering([page(0, 2), page(2, 1)]).await;
    let users = client(&server).users().list().items();
    let users: Vec<_> = users.try_collect().await.unwrap();
    assert_eq!(users.len(), 3);
    assert_eq!(server.recorded().len(), 2);

    let clients = json!({ "clients": [{ "client_id": "c" }], "next": null });
    let server = Server::answering([Answer::json(200, clients)]).await;
    let clients = client(&server).clients().list().checkpoint_items();
    let clients: Vec<_> = clients.try_collect().await.unwrap();
    assert_eq!(clients.len(), 1);
}

#[tokio::test]
async fn a_call_can_be_made_by_a_task_of_its_own() {
    let server = Server::answering([Answer::json(201, json!({ "user_id": "auth0|1" }))]).await;
    let client = client(&server);
    let user = tokio::spawn(async move {
        let content = CreateUserRequestContent::new("db");
        client.users().create(content).await
    });
    let user = user.await.unwrap().unwrap();
    assert_eq!(user.data.user_id.unwrap(), "auth0|1");
}
