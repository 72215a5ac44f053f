//! Copies of users in Mongo.

use bson::{Bson, DateTime, Document, doc};
use doorward_gateway::Settings;
use doorward_gateway::config::{Config, SessionStore};
use serde_json::json;
use tokio::net::TcpListener;

use crate::gateway::{START, TestGateway, config};
use crate::mongo_server::MongoServer;

async fn gateway(server: &MongoServer, properties: &[&str]) -> TestGateway {
    let settings = server.settings(properties);
    TestGateway::with(|_| {}, |options| options.mongo = Some(settings)).await
}

fn at(seconds: i64) -> DateTime {
    DateTime::from_millis((START + seconds) * 1000)
}

/// A document without its `_id`.
fn fields(document: &Document) -> Document {
    let mut document = document.clone();
    document.remove("_id").expect("an _id");
    document
}

#[tokio::test]
async fn g_099_100_logins_and_refreshes_write_the_listed_properties() {
    let server = MongoServer::start().await;
    let gateway = gateway(&server, &["email", "groups", "nickname", "address.city"]).await;
    let claims = json!({ "https://x/app_metadata": { "groups": ["a"] }, "nickname": "ada", "address": { "city": "Rome", "zip": "1" } });
    gateway.tenant.set_claims(claims);
    let cookie = gateway.cookie().await;
    let documents = server.until(|documents| documents.len() == 1).await;
    let written = |seconds: i64, rest: Document| {
        let mut document = doc! {
            "userId": "auth0|code", "creatorId": "auth0|code", "updaterId": "auth0|code", "createdAt": at(0),
            "updatedAt": at(seconds), "__STATE__": "PUBLIC", "email": "a@b.c",
        };
        document.extend(rest);
        document
    };
    let first = doc! { "groups": ["a"], "nickname": "ada", "address": { "city": "Rome" } };
    assert_eq!(sorted(fields(&documents[0])), sorted(written(0, first)));
    let index = &server.indexes()[0];
    assert_eq!(index.get_document("key").ok(), Some(&doc! { "userId": 1 }));
    assert_eq!(index.get_bool("unique").ok(), Some(true));

    // Renewed behind the cookie, with another nickname and no groups.
    gateway.tenant.set_claims(json!({ "nickname": "countess" }));
    gateway.advance(3601);
    let answer = gateway
        .get("/userinfo", &[("cookie", &cookie), ("client-type", "web")])
        .await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let is_new = |documents: &[Document]| documents[0].get_str("nickname").ok() == Some("countess");
    let documents = server.until(is_new).await;
    let second = doc! { "nickname": "countess", "address": {} };
    assert_eq!(documents.len(), 1);
    assert_eq!(sorted(fields(&documents[0])), sorted(written(3601, second)));

    // The browser renews by itself, then a bearer does.
    let mut updated = 3601;
    for client in ["web", "spa"] {
        gateway.advance(10);
        updated += 10;
        let answer = match client {
            "web" => {
                gateway
                    .post(
                        "/refreshtoken",
                        &[("cookie", &cookie), ("client-type", "web")],
                        &json!({}),
                    )
                    .await
            }
            _ => {
                let tokens = gateway.login("spa").await.json();
                let bearer = format!(
                    "Bearer {}",
                    tokens["accessToken"].as_str().expect("a token")
                );
                gateway.advance(10);
                updated += 10;
                let body = json!({ "refresh_token": tokens["refreshToken"] });
                gateway
                    .post("/refreshtoken", &[("authorization", &bearer)], &body)
                    .await
            }
        };
        assert_eq!(answer.status, 200, "{answer:?}");
        let is_new = |documents: &[Document]| {
            documents[0].get_datetime("updatedAt").ok() == Some(&at(updated))
        };
        assert_eq!(server.until(is_new).await.len(), 1);
    }

    let other = json!({ "grant_type": "password", "username": "other", "password": "right" });
    gateway
        .post("/oauth/token", &[("client-type", "spa")], &other)
        .await;
    let documents = server.until(|documents| documents.len() == 2).await;
    assert_eq!(documents[1].get_str("userId").ok(), Some("auth0|other"));
    assert_eq!(
        documents[1].get_datetime("createdAt").ok(),
        Some(&at(updated))
    );
}

fn sorted(document: Document) -> Vec<(String, Bson)> {
    let mut fields: Vec<_> = document.into_iter().collect();
    fields.sort_by(|(one, _), (other, _)| one.cmp(other));
    fields
}

#[tokio::test]
async fn g_100_mongo_may_be_away_and_users_are_copied_when_it_is_back() {
    let mut server = MongoServer::start().await;
    let gateway = gateway(&server, &["email"]).await;
    gateway.until_ready().await;
    server.stop().await;
    let cookie = gateway.cookie().await;
    let headers = [("cookie", cookie.as_str()), ("client-type", "web")];
    assert_eq!(gateway.get("/userinfo", &headers).await.status, 200);
    assert_eq!(gateway.get("/-/ready", &[]).await.status, 503);
    assert_eq!(gateway.get("/-/healthz", &[]).await.status, 200);
    server.start_again().await;
    let documents = server.until(|documents| documents.len() == 1).await;
    assert_eq!(documents[0].get_str("email").ok(), Some("a@b.c"));
    gateway.until_ready().await;
}

#[tokio::test]
async fn g_100_a_refused_copy_fails_no_login_and_is_not_tried_again() {
    let server = MongoServer::start().await;
    let gateway = gateway(&server, &["email"]).await;
    server.refuse(Some(121));
    gateway.cookie().await;
    server.until_writes(1).await;
    server.refuse(None);
    let body = json!({ "grant_type": "password", "username": "next", "password": "right" });
    gateway
        .post("/oauth/token", &[("client-type", "spa")], &body)
        .await;
    let documents = server.until(|documents| !documents.is_empty()).await;
    assert_eq!(documents.len(), 1);
    assert_eq!(documents[0].get_str("userId").ok(), Some("auth0|next"));
    assert_eq!(gateway.get("/-/ready", &[]).await.status, 200);
}

#[tokio::test]
async fn g_100_the_last_copies_are_written_before_the_process_ends() {
    let server = MongoServer::start().await;
    let gateway = gateway(&server, &["email"]).await;
    gateway.cookie().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let (stop, stopped) = tokio::sync::mpsc::channel(2);
    for _ in 0..2 {
        stop.send(()).await.expect("a stop");
    }
    gateway.serve(listener, stopped).await;
    assert_eq!(server.until(|_| true).await.len(), 1);
}

#[tokio::test]
async fn a_check_asks_mongo_too() {
    let mut server = MongoServer::start().await;
    let mut problems = Vec::new();
    for _ in 0..2 {
        let (config, _) =
            Config::from_json(&config("http://127.0.0.1:9").to_string()).expect("a config");
        let folder = tempfile::tempdir().expect("a folder");
        let mut settings = Settings::new(config, SessionStore::Embedded(folder.path().to_owned()));
        settings.options.mongo = Some(server.settings(&["email"]));
        let findings = doorward_gateway::check(&settings, Default::default()).await;
        let mongo = findings
            .into_iter()
            .find(|finding| finding.what == "MONGO_DB_URL");
        problems.push(mongo.expect("a finding").problem);
        server.stop().await;
    }
    assert_eq!(problems[0], None);
    assert!(problems[1].is_some());
}
