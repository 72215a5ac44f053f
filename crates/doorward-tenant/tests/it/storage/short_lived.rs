//! What is short-lived goes away by itself, soon after its time.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use doorward_tenant::Location;
use rusqlite::Connection;
use serde_json::json;

use super::{DATABASE, FIRST, Node, postgres, sqlite};
use crate::support::encode;

/// The tables that a login leaves something in. Refresh tokens are not among them: the demo application's
/// live until they are revoked.
const SHORT_LIVED: [&str; 10] = [
    "replays",
    "login_failures",
    "logs",
    "login_transactions",
    "sessions",
    "authorization_codes",
    "tickets",
    "passwordless_codes",
    "pushed_requests",
    "outbox",
];
const MONTH_SECONDS: u64 = 30 * 24 * 3600;

/// Leaves a row in as many of the tables as a few calls reach.
async fn live(node: &Node) {
    let bootstrap = node.bootstrap(FIRST);
    let (app, spa) = (&bootstrap.applications[0], &bootstrap.applications[1]);
    node.sign_up(FIRST, "gone@example.com").await;
    assert_eq!(node.log_in(FIRST, "gone@example.com").await.status, 200);
    let wrong = [
        ("grant_type", "password"),
        ("client_id", app.client_id.as_str()),
        ("client_secret", app.client_secret.as_deref().unwrap()),
        ("username", "gone@example.com"),
        ("password", "wrong"),
    ];
    assert_eq!(node.token(FIRST, &wrong).await.status, 403);
    let login = encode(&[
        ("client_id", spa.client_id.as_str()),
        ("redirect_uri", spa.callbacks[0].as_str()),
        ("response_type", "code"),
        (
            "code_challenge",
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
        ),
        ("code_challenge_method", "S256"),
    ]);
    let visit = node.get(FIRST, &format!("/authorize?{login}")).await;
    assert_eq!(visit.status, 302, "{}", visit.text);
    let change = json!({
        "client_id": app.client_id, "connection": DATABASE, "email": "gone@example.com",
    });
    let changed = node.post(FIRST, "/dbconnections/change_password", change);
    assert_eq!(changed.await.status, 200);
    let code = json!({
        "client_id": app.client_id, "client_secret": app.client_secret,
        "connection": "email", "email": "gone@example.com", "send": "code",
    });
    let sent = node.post(FIRST, "/passwordless/start", code).await;
    assert_eq!(sent.status, 200, "{}", sent.text);
}

/// Counts rows, wherever they are.
enum Rows {
    Sqlite(PathBuf),
    Postgres(sqlx::PgPool),
}

impl Rows {
    /// The tables with rows, and how many.
    async fn left(&self) -> Vec<(&'static str, i64)> {
        let mut left = Vec::new();
        for table in SHORT_LIVED {
            let sql = format!("SELECT count(*) FROM {table}");
            let rows = match self {
                Self::Sqlite(file) => {
                    let connection = Connection::open(file).unwrap();
                    connection.query_row(&sql, [], |row| row.get(0)).unwrap()
                }
                Self::Postgres(pool) => {
                    let count = sqlx::query_scalar(sqlx::AssertSqlSafe(sql));
                    count.fetch_one(pool).await.unwrap()
                }
            };
            if rows > 0 {
                left.push((table, rows));
            }
        }
        left
    }
}

async fn check(location: Location, rows: Rows) {
    let node = Node::start(location, &[]).await;
    live(&node).await;
    let begun = Instant::now();
    // Log entries follow their answers a little later, many at once.
    while !rows.left().await.iter().any(|(table, _)| *table == "logs") {
        assert!(begun.elapsed() < Duration::from_secs(5));
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    // One that was written after the sweep would stay until the next.
    tokio::time::sleep(Duration::from_secs(1)).await;
    let filled = rows.left().await;
    assert!(filled.len() >= 5, "only {filled:?} were filled");
    let move_on = json!({ "advance_seconds": MONTH_SECONDS });
    let moved = node.post(FIRST, "/_doorward/clock", move_on).await;
    assert_eq!(moved.status, 200);
    let begun = Instant::now();
    loop {
        let left = rows.left().await;
        if left.is_empty() {
            break;
        }
        assert!(
            begun.elapsed() < Duration::from_secs(5),
            "{left:?} are left"
        );
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    // What is not short-lived stays.
    assert_eq!(node.log_in(FIRST, "gone@example.com").await.status, 200);
    node.clock.reset();
    node.doorward.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_month_later_nothing_short_lived_is_left() {
    let (folder, location) = sqlite();
    let rows = Rows::Sqlite(folder.path().join("doorward.sqlite"));
    check(location, rows).await;
    if let Some(url) = postgres("month").await {
        let rows = Rows::Postgres(sqlx::PgPool::connect(&url).await.unwrap());
        check(Location::Postgres(url), rows).await;
    }
}
