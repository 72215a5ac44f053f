//! Several processes on one PostgreSQL.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::Method;
use doorward_tenant::Location;
use futures_util::future::join_all;
use serde_json::{Value, json};
use sqlx::Executor as _;
use sqlx::postgres::PgPool;

use super::{FIRST, Node, postgres, text};

/// How soon a node must know what another one changed.
const SOON: Duration = Duration::from_secs(1);

struct Nodes {
    one: Node,
    other: Node,
    rows: PgPool,
}

impl Nodes {
    async fn start(name: &str) -> Option<Self> {
        let url = postgres(name).await?;
        let location = Location::Postgres(url.clone());
        // Both at once, on an empty database.
        let (one, other) = tokio::join!(
            Node::start(location.clone(), &[]),
            Node::start(location, &[])
        );
        let rows = PgPool::connect(&url).await.unwrap();
        let nodes = Self { one, other, rows };
        nodes.until_both_listen(SOON).await;
        Some(nodes)
    }

    /// A change that nobody hears yet is not what these tests are about.
    async fn until_both_listen(&self, patience: Duration) {
        const LISTENING: &str = "SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND query LIKE 'LISTEN%'";
        let begun = Instant::now();
        loop {
            let listening: i64 = sqlx::query_scalar(LISTENING)
                .fetch_one(&self.rows)
                .await
                .unwrap();
            if listening == 2 {
                return;
            }
            assert!(begun.elapsed() < patience * 5, "{listening} nodes listen");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    async fn execute(&self, sql: &'static str) {
        self.rows.execute(sql).await.unwrap();
    }
}

/// Asks until the answer is as expected, and fails when that takes too long.
async fn soon<T: PartialEq + std::fmt::Debug>(expected: T, ask: impl AsyncFn() -> T) {
    let begun = Instant::now();
    loop {
        let found = ask().await;
        if found == expected {
            return;
        }
        assert!(begun.elapsed() < SOON, "{found:?} instead of {expected:?}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

async fn machine_token(node: &Node) -> (u16, Value) {
    let bootstrap = node.bootstrap(FIRST);
    let machine = &bootstrap.applications[2];
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", machine.client_id.as_str()),
        ("client_secret", machine.client_secret.as_deref().unwrap()),
        ("audience", bootstrap.api.identifier.as_str()),
    ];
    let answer = node.token(FIRST, &form).await;
    (answer.status.as_u16(), answer.json())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_that_start_together_found_one_tenant() {
    let Some(nodes) = Nodes::start("together").await else {
        return;
    };
    let told = |node: &Node| json!(node.bootstrap(FIRST));
    assert_eq!(told(&nodes.one), told(&nodes.other));
    let keys = |node: Node| async move { node.get(FIRST, "/.well-known/jwks.json").await.json() };
    assert_eq!(keys(nodes.one).await, keys(nodes.other).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setting_changed_on_one_node_holds_on_the_other() {
    let Some(nodes) = Nodes::start("settings").await else {
        return;
    };
    let token = nodes.one.management_token(FIRST).await;
    let name = async || {
        let get = (Method::GET, "/tenants/settings");
        let answer = nodes.other.manage(FIRST, &token, get, None).await;
        answer.json()["friendly_name"].clone()
    };
    assert_eq!(name().await, "Doorward");
    for number in 0..10 {
        let wanted = format!("Name {number}");
        let patch = (Method::PATCH, "/tenants/settings");
        let change = json!({ "friendly_name": wanted });
        let answer = nodes.one.manage(FIRST, &token, patch, Some(change)).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        soon(json!(wanted), name).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_that_is_gone_gets_no_token_from_any_node() {
    let Some(nodes) = Nodes::start("client").await else {
        return;
    };
    let statuses = async || {
        [
            machine_token(&nodes.one).await.0,
            machine_token(&nodes.other).await.0,
        ]
    };
    assert_eq!(statuses().await, [200, 200]);
    nodes
        .execute("DELETE FROM clients WHERE name = 'Default M2M'")
        .await;
    soon([401, 401], statuses).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rotated_secret_is_the_secret_on_every_node() {
    let Some(nodes) = Nodes::start("rotation").await else {
        return;
    };
    let bootstrap = nodes.one.bootstrap(FIRST);
    let machine = &bootstrap.applications[2];
    let statuses = async |secret: &str| {
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", machine.client_id.as_str()),
            ("client_secret", secret),
            ("audience", bootstrap.api.identifier.as_str()),
        ];
        [
            nodes.one.token(FIRST, &form).await.status.as_u16(),
            nodes.other.token(FIRST, &form).await.status.as_u16(),
        ]
    };
    let token = nodes.one.management_token(FIRST).await;
    let path = format!("/clients/{}/rotate-secret", machine.client_id);
    let mut secret = machine.client_secret.clone().unwrap();
    for _ in 0..5 {
        assert_eq!(statuses(&secret).await, [200, 200]);
        let rotate = (Method::POST, path.as_str());
        let rotated = nodes
            .one
            .manage(FIRST, &token, rotate, Some(json!({})))
            .await;
        assert_eq!(rotated.status, 200, "{}", rotated.text);
        let old = std::mem::replace(&mut secret, text(&rotated.json(), "client_secret"));
        soon([401, 401], async || statuses(&old).await).await;
    }
    soon([200, 200], async || statuses(&secret).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_at_once_on_all_nodes_are_no_more_than_the_limit() {
    let Some(nodes) = Nodes::start("guesses").await else {
        return;
    };
    let guess = async |number: usize, password: &str| {
        let node = [&nodes.one, &nodes.other][number % 2];
        let app = &node.bootstrap(FIRST).applications[0];
        let form = [
            ("grant_type", "password"),
            ("client_id", app.client_id.as_str()),
            ("client_secret", app.client_secret.as_deref().unwrap()),
            ("username", doorward_tenant::DEMO_EMAIL),
            ("password", password),
        ];
        node.token(FIRST, &form).await.status.as_u16()
    };
    let told = join_all((0..60).map(|number| guess(number, "wrong-Guess-1"))).await;
    let count = |status| told.iter().filter(|told| **told == status).count();
    // The tenth is told that it brought the block.
    assert_eq!((count(403), count(429)), (9, 51), "{told:?}");
    let counted: Vec<i64> = sqlx::query_scalar("SELECT failures FROM login_failures")
        .fetch_all(&nodes.rows)
        .await
        .unwrap();
    assert_eq!(counted, [10, 10], "of the account and of the address");
    for number in 0..2 {
        assert_eq!(guess(number, doorward_tenant::DEMO_PASSWORD).await, 429);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn logins_at_once_on_all_nodes_are_no_more_than_a_user_needs() {
    let Some(nodes) = Nodes::start("logins").await else {
        return;
    };
    let token = nodes.one.management_token(FIRST).await;
    let path = "/attack-protection/brute-force-protection";
    let rules = Some(json!({ "max_attempts": 100 }));
    let set = nodes
        .one
        .manage(FIRST, &token, (Method::PATCH, path), rules);
    assert_eq!(set.await.status, 200);
    let heard = async || {
        let read = nodes.other.manage(FIRST, &token, (Method::GET, path), None);
        read.await.json()["max_attempts"].clone()
    };
    soon(json!(100), heard).await;
    let log_in = async |number: usize| {
        let node = [&nodes.one, &nodes.other][number % 2];
        let app = &node.bootstrap(FIRST).applications[0];
        let form = [
            ("grant_type", "password"),
            ("client_id", app.client_id.as_str()),
            ("client_secret", app.client_secret.as_deref().unwrap()),
            ("username", doorward_tenant::DEMO_EMAIL),
            ("password", doorward_tenant::DEMO_PASSWORD),
        ];
        node.token(FIRST, &form).await.status.as_u16()
    };
    let begun = Instant::now();
    let told = join_all((0..40).map(log_in)).await;
    let let_in = told.iter().filter(|told| **told == 200).count() as u64;
    // One comes back in six seconds.
    let most = 20 + begun.elapsed().as_secs() / 6;
    assert!((20..=most).contains(&let_in), "{let_in}: {told:?}");
    let refused = told.iter().filter(|told| **told == 429).count() as u64;
    assert_eq!(let_in + refused, 40, "{told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn all_nodes_sign_with_the_key_that_is_current() {
    let Some(nodes) = Nodes::start("keys").await else {
        return;
    };
    let kids = async || {
        let mut kids = Vec::new();
        for node in [&nodes.one, &nodes.other] {
            let (status, answer) = machine_token(node).await;
            assert_eq!(status, 200);
            kids.push(kid(&text(&answer, "access_token")));
        }
        kids
    };
    let next: String = sqlx::query_scalar("SELECT kid FROM signing_keys WHERE state = 'next'")
        .fetch_one(&nodes.rows)
        .await
        .unwrap();
    nodes
        .execute(
            "UPDATE signing_keys SET state = CASE state WHEN 'next' THEN 'current' ELSE 'previous' END",
        )
        .await;
    soon(vec![next.clone(), next], kids).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_missed_while_the_line_was_cut_is_read_again() {
    let Some(nodes) = Nodes::start("cut").await else {
        return;
    };
    let statuses = async || {
        [
            machine_token(&nodes.one).await.0,
            machine_token(&nodes.other).await.0,
        ]
    };
    assert_eq!(statuses().await, [200, 200]);
    // Nobody hears of the change; then both lines are cut.
    nodes
        .execute(
            "SET session_replication_role = replica;
             DELETE FROM clients WHERE name = 'Default M2M';
             SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND query LIKE 'LISTEN%'",
        )
        .await;
    soon([401, 401], statuses).await;
    nodes.until_both_listen(SOON).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_follows_the_log_misses_nothing_while_two_nodes_write() {
    const WRITERS: usize = 8;
    const CALLS: usize = 60;
    let Some(nodes) = Nodes::start("follow").await else {
        return;
    };
    let nodes = Arc::new(nodes);
    let token = nodes.one.management_token(FIRST).await;
    let read = async |path: String| {
        let answer = nodes.one.manage(FIRST, &token, (Method::GET, &path), None);
        let answer = answer.await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        let entries: Vec<Value> = serde_json::from_str(&answer.text).unwrap();
        let ids = entries.iter().map(|entry| text(entry, "log_id"));
        ids.collect::<Vec<String>>()
    };
    let begun = read("/logs?from=&take=100".to_owned()).await;
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..WRITERS {
        let (nodes, token) = (Arc::clone(&nodes), token.clone());
        writers.spawn(async move {
            let node = [&nodes.one, &nodes.other][writer % 2];
            for number in 0..CALLS {
                let path = format!("/users/auth0%7C{writer}-{number}");
                let delete = (Method::DELETE, path.as_str());
                let answer = node.manage(FIRST, &token, delete, None).await;
                assert_eq!(answer.status, 204, "{}", answer.text);
            }
        });
    }
    let mut seen = begun.clone();
    let mut late = 0;
    while late < 100 && seen.len() < begun.len() + WRITERS * CALLS {
        if writers.is_empty() {
            // The other node writes behind its answers.
            late += 1;
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        while writers.try_join_next().map(Result::unwrap).is_some() {}
        let last = seen.last().cloned().unwrap_or_default();
        seen.extend(read(format!("/logs?from={last}&take=100")).await);
    }
    assert_eq!(seen.len(), begun.len() + WRITERS * CALLS);
    assert!(seen.is_sorted_by(|a, b| a < b), "no repetition");
}

/// The `kid` in a token's header.
fn kid(token: &str) -> String {
    use base64::Engine as _;
    let header = token.split('.').next().unwrap();
    let json = base64::prelude::BASE64_URL_SAFE_NO_PAD.decode(header);
    text(&serde_json::from_slice(&json.unwrap()).unwrap(), "kid")
}
