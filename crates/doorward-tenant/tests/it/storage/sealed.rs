//! What the database file shows of the secrets of connections: nothing.

use std::path::PathBuf;

use axum::http::Method;
use doorward_tenant::Location;
use serde_json::{Value, json};

use super::{FIRST, Node, postgres, sqlite, text};

/// Stands in the secrets, and nowhere else.
const MARKER: &str = "zq7secret";

/// The rows, as a thief reads them.
enum Rows {
    Sqlite(PathBuf),
    Postgres(sqlx::PgPool),
}

impl Rows {
    /// The documents of all connections with secrets in them.
    async fn documents(&self) -> String {
        const READ: &str = "SELECT document FROM connections WHERE name = 'upstream'";
        match self {
            Self::Sqlite(file) => {
                let connection = rusqlite::Connection::open(file).unwrap();
                connection.query_row(READ, [], |row| row.get(0)).unwrap()
            }
            Self::Postgres(pool) => sqlx::query_scalar(READ).fetch_one(pool).await.unwrap(),
        }
    }

    /// Makes the row what releases that did not seal had written.
    async fn unseal(&self, document: &str) {
        const WRITE: &str =
            "UPDATE connections SET document = $1, secrets = NULL WHERE name = 'upstream'";
        match self {
            Self::Sqlite(file) => {
                let connection = rusqlite::Connection::open(file).unwrap();
                connection.execute(WRITE, [document]).unwrap();
            }
            Self::Postgres(pool) => {
                let write = sqlx::query(WRITE).bind(document);
                write.execute(pool).await.unwrap();
            }
        }
    }
}

async fn check(location: Location, rows: Rows) {
    let options = json!({
        "client_id": "a", "client_secret": format!("{MARKER}-1"),
        "scripts": { "secret": format!("{MARKER}-2") },
    });
    let node = Node::start(location.clone(), &[]).await;
    let token = node.management_token(FIRST).await;
    let body = json!({ "name": "upstream", "strategy": "oauth2", "options": options });
    let post = (Method::POST, "/connections");
    let made = node.manage(FIRST, &token, post, Some(body)).await;
    assert_eq!(
        (made.status.as_u16(), &made.json()["options"]),
        (201, &options)
    );
    assert!(!rows.documents().await.contains(MARKER));
    let path = format!("/connections/{}", text(&made.json(), "id"));
    let change = json!({ "show_as_button": true });
    let patch = (Method::PATCH, path.as_str());
    let changed = node.manage(FIRST, &token, patch, Some(change)).await;
    assert_eq!(changed.json()["options"], options);
    let mut other = options.clone();
    other["client_secret"] = format!("{MARKER}-3").into();
    let change = json!({ "options": other });
    let patch = (Method::PATCH, path.as_str());
    let changed = node.manage(FIRST, &token, patch, Some(change)).await;
    assert_eq!(changed.json()["options"], other);
    assert!(!rows.documents().await.contains(MARKER));
    node.doorward.stop().await;

    let mut document: Value = serde_json::from_str(&rows.documents().await).unwrap();
    document["options"] = options.clone();
    rows.unseal(&document.to_string()).await;
    assert!(rows.documents().await.contains(MARKER));
    let node = Node::start(location, &[]).await;
    assert!(!rows.documents().await.contains(MARKER));
    let token = node.management_token(FIRST).await;
    let list = (Method::GET, "/connections?strategy=oauth2");
    let listed = node.manage(FIRST, &token, list, None).await;
    assert_eq!(listed.json()[0]["options"], options);
    node.doorward.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn secrets_of_connections_rest_sealed_and_are_shown_to_administrators() {
    let (folder, location) = sqlite();
    let rows = Rows::Sqlite(folder.path().join("doorward.sqlite"));
    check(location, rows).await;
    if let Some(url) = postgres("sealed").await {
        let rows = Rows::Postgres(sqlx::PgPool::connect(&url).await.unwrap());
        check(Location::Postgres(url), rows).await;
    }
}
