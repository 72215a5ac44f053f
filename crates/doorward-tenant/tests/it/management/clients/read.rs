//! `GET /api/v2/clients` and `GET /api/v2/clients/{id}`.

use axum::http::Method;
use serde_json::{Value, json};

use super::{Management, column, created, refused};

#[tokio::test]
async fn pages_come_by_number_and_from_a_checkpoint() {
    let api = Management::start().await;
    for number in 0..5 {
        let body = json!({ "name": format!("n{number}"), "app_type": "native" });
        created(&api.post("/clients", body).await);
    }
    let all = api.get("/clients?app_type=native").await.json();
    assert_eq!(column(&all, "name"), ["n0", "n1", "n2", "n3", "n4"]);
    let page = "/clients?app_type=native&page=1&per_page=2&include_totals=true";
    let page = api.get(page).await.json();
    let head = [&page["start"], &page["limit"], &page["total"]];
    assert_eq!(head.map(|number| number.as_u64().unwrap()), [2, 2, 5]);
    assert_eq!(column(&page["clients"], "name"), ["n2", "n3"]);
    let none = "/clients?app_type=native&per_page=0&include_totals=true";
    let none = api.get(none).await.json();
    assert_eq!((&none["total"], &none["clients"]), (&json!(5), &json!([])));

    // `take` wins over the rest.
    let mut path = "/clients?app_type=native&take=2&page=7&include_totals=true".to_owned();
    let mut seen = Vec::new();
    loop {
        let part = api.get(&path).await.json();
        assert!(part.get("total").is_none());
        seen.extend(column(&part["clients"], "name"));
        let Some(next) = part["next"].as_str() else {
            break;
        };
        path = format!("/clients?app_type=native&take=2&from={next}");
    }
    assert_eq!(seen, ["n0", "n1", "n2", "n3", "n4"]);
    let forged = api.get("/clients?take=2&from=x").await;
    assert!(refused(&forged).starts_with("400 invalid_query_string"));
}

#[tokio::test]
async fn filters_choose_clients() {
    let api = Management::start().await;
    let list = async |query: &str| api.get(&format!("/clients?{query}")).await.json();
    let global = list("is_global=true").await;
    assert_eq!(column(&global, "name"), ["All Applications"]);
    assert_eq!(global[0]["global"], true);
    let own = column(&list("is_global=false").await, "name");
    assert_eq!(
        own,
        [
            "Default App",
            "Default SPA",
            "Default M2M",
            "Management Client"
        ]
    );
    let types = list("app_type=spa,regular_web").await;
    assert_eq!(column(&types, "name"), ["Default App", "Default SPA"]);
    assert_eq!(list("is_first_party=false").await, json!([]));
    assert_eq!(
        list("external_client_id=https%3A%2F%2Fa.example").await,
        json!([])
    );
}

#[tokio::test]
async fn fields_choose_members() {
    let api = Management::start().await;
    let client = created(&api.post("/clients", json!({ "name": "x" })).await);
    let path = format!("/clients/{}", client["client_id"].as_str().unwrap());
    let only = api
        .get(&format!("{path}?fields=name,app_type"))
        .await
        .json();
    assert_eq!(only, json!({ "name": "x" }));
    let without = format!("{path}?fields=name,client_secret&include_fields=false");
    let without = api.get(&without).await.json();
    assert!(without.get("name").is_none() && without.get("client_secret").is_none());
    assert_eq!(without["tenant"], "tenant");
    let unknown = api.get("/clients?fields=nonsense").await;
    assert!(
        refused(&unknown)
            .contains("String 'nonsense' does not match pattern. Must be a comma separated list")
    );
    assert_eq!(
        refused(&api.get("/clients/nobody").await),
        "404 inexistent_client The client does not exist"
    );
}

#[tokio::test]
async fn what_is_shown_depends_on_the_scopes() {
    let api = Management::start().await;
    let get = async |token: &str, path: &str| api.send_as(token, Method::GET, path, None).await;
    let client = created(&api.post("/clients", json!({ "name": "x" })).await);
    let path = format!("/clients/{}", client["client_id"].as_str().unwrap());
    let has = |shown: &Value, name: &str| shown.get(name).is_some();

    let keys = api.token(&["read:client_keys"]).await;
    let shown = get(&keys, &path).await.json();
    assert_eq!(shown["client_secret"], client["client_secret"]);
    assert!(has(&shown, "signing_keys") && has(&shown, "grant_types"));

    let clients = api.token(&["read:clients"]).await;
    let shown = get(&clients, &path).await.json();
    assert!(!has(&shown, "client_secret") && !has(&shown, "signing_keys"));
    assert!(has(&shown, "grant_types"));
    let asked = get(&clients, &format!("{path}?fields=client_secret")).await;
    assert_eq!(
        refused(&asked),
        "403 insufficient_scope Insufficient scope, expected any of: read:client_keys"
    );

    let summary = api.token(&["read:client_summary"]).await;
    let shown = get(&summary, "/clients").await.json();
    let names: Vec<&String> = shown[1].as_object().unwrap().keys().collect();
    assert_eq!(names, ["client_id", "name", "app_type"]);
    let asked = get(&summary, &format!("{path}?fields=grant_types")).await;
    assert!(refused(&asked).starts_with("403 insufficient_scope"));

    let unrelated = api.token(&["read:roles"]).await;
    assert!(refused(&get(&unrelated, "/clients").await).starts_with("403 insufficient_scope"));
}

#[tokio::test]
async fn the_connections_of_a_client_are_listed() {
    let api = Management::start().await;
    let client = &api.tenant.bootstrap.applications[0].client_id;
    let path = format!("/clients/{client}/connections");
    let all = api.get(&path).await.json();
    assert_eq!(
        column(&all["connections"], "name"),
        ["email", "sms", "Username-Password-Authentication"]
    );
    let emails = api.get(&format!("{path}?strategy=email")).await.json();
    assert_eq!(column(&emails["connections"], "strategy"), ["email"]);
    let missing = api.get("/clients/nobody/connections").await;
    assert!(refused(&missing).starts_with("404 inexistent_client"));
}
