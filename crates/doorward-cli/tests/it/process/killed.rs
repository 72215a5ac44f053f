//! `kill -9` at any moment loses nothing that was acknowledged and leaves nothing half-written.

use std::sync::atomic::Ordering;
use std::time::Duration;

use reqwest::Method;
use rusqlite::Connection;

use super::load::Memory;
use super::{PASSWORD, Place, Process};

/// How long the callers bear down before each kill.
const ROUNDS: [Duration; 4] = [
    Duration::from_millis(230),
    Duration::from_millis(610),
    Duration::from_millis(90),
    Duration::from_millis(1_170),
];
/// Users who log in after a round; all are looked up.
const LOG_INS: usize = 8;

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_process_keeps_what_it_acknowledged_on_sqlite() {
    check(&Place::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_process_keeps_what_it_acknowledged_on_postgresql() {
    if let Some(place) = Place::postgres("killed").await {
        check(&place).await;
    }
}

async fn check(place: &Place) {
    let mut process = Process::start(place);
    let memory = Memory::begin(place, &process).await;
    for round in ROUNDS {
        let callers = memory.bear_down(&process).await;
        tokio::time::sleep(round).await;
        process.kill();
        callers.join_all().await;
        process = Process::start(place);
        nothing_is_half_written(place).await;
        everything_acknowledged_is_there(&process, &memory).await;
    }
    let acknowledged = memory.users.with(|users| users.len());
    assert!(acknowledged >= ROUNDS.len(), "{acknowledged} sign-ups");
    assert_eq!(process.terminate().await, 0, "{}", place.errors());
}

async fn everything_acknowledged_is_there(process: &Process, memory: &Memory) {
    let caller = process.caller();
    let token = caller.management_token().await;
    for email in memory.users.with(|users| users.clone()) {
        let path = format!("/users-by-email?email={email}&fields=email");
        let found = caller
            .manage(Method::GET, &path, &token, None)
            .await
            .unwrap();
        assert_eq!(
            found.1.as_array().map(Vec::len),
            Some(1),
            "{email}: {}",
            found.1
        );
    }
    let newest = memory
        .users
        .with(|users| users.iter().rev().take(LOG_INS).cloned().collect());
    let newest: Vec<String> = newest;
    for email in newest {
        let (status, answer) = caller.log_in(&email, PASSWORD).await.unwrap();
        assert_eq!(status, 200, "{email}: {answer}");
    }
    let (_, settings) = caller
        .manage(Method::GET, "/tenants/settings", &token, None)
        .await
        .unwrap();
    let acknowledged = memory.setting.load(Ordering::Relaxed);
    let kept: u64 = settings["friendly_name"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap_or_default();
    // One more may have been written without its answer.
    assert!(
        kept == acknowledged || kept == acknowledged + 1,
        "{kept}, not {acknowledged}"
    );
    memory.setting.store(kept, Ordering::Relaxed);
    for chain in &memory.chains {
        let tokens = chain.with(|tokens| tokens.clone());
        let last = tokens.last().unwrap();
        let (status, answer) = caller.refresh(last).await.unwrap();
        assert_eq!(status, 200, "the last token of {}: {answer}", tokens.len());
        let next = answer["refresh_token"].as_str().unwrap().to_owned();
        if let [.., earlier, _] = tokens.as_slice() {
            let (status, answer) = caller.refresh(earlier).await.unwrap();
            assert_eq!(status, 403, "an earlier token: {answer}");
            // That ended the family; the user logs in again.
            let (status, _) = caller.refresh(&next).await.unwrap();
            assert_eq!(status, 403);
        }
    }
    for (number, chain) in memory.chains.iter().enumerate() {
        let email = format!("chain-{number}@example.com");
        let (status, tokens) = caller.log_in(&email, PASSWORD).await.unwrap();
        assert_eq!(status, 200, "{tokens}");
        let first = tokens["refresh_token"].as_str().unwrap().to_owned();
        chain.with(|tokens| *tokens = vec![first]);
    }
}

/// Rows that would be there if a unit of work had been kept in part.
const HALVES: [&str; 6] = [
    "SELECT count(*) FROM users WHERE NOT EXISTS (
        SELECT 1 FROM identities WHERE identities.tenant_id = users.tenant_id
            AND identities.user_id = users.user_id)",
    "SELECT count(*) FROM identities WHERE NOT EXISTS (
        SELECT 1 FROM login_identifiers WHERE login_identifiers.tenant_id = identities.tenant_id
            AND login_identifiers.provider = identities.provider
            AND login_identifiers.identity_id = identities.identity_id)",
    "SELECT count(*) FROM login_identifiers WHERE NOT EXISTS (
        SELECT 1 FROM identities WHERE identities.tenant_id = login_identifiers.tenant_id
            AND identities.provider = login_identifiers.provider
            AND identities.identity_id = login_identifiers.identity_id)",
    "SELECT count(*) FROM users WHERE NOT EXISTS (
        SELECT 1 FROM user_terms WHERE user_terms.tenant_id = users.tenant_id
            AND user_terms.user_id = users.user_id)",
    "SELECT count(*) FROM refresh_tokens AS token WHERE predecessor IS NOT NULL AND EXISTS (
        SELECT 1 FROM refresh_tokens AS earlier WHERE earlier.tenant_id = token.tenant_id
            AND earlier.token_hash = token.predecessor AND earlier.rotated_at IS NULL)",
    // The count that is kept, against the users there are.
    "SELECT abs((SELECT count(*) FROM users)
        - COALESCE((SELECT CAST(SUM(users) AS BIGINT) FROM user_counts), 0)
        - COALESCE((SELECT CAST(SUM(change) AS BIGINT) FROM user_count_changes), 0))",
];

/// Checks that no unit of work was kept in part.
pub(super) async fn nothing_is_half_written(place: &Place) {
    let found: Vec<i64> = match &place.database_url {
        None => {
            let file = place.data_dir().join("doorward.sqlite");
            let rows = Connection::open(file).unwrap();
            let sound = rows.query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0));
            assert_eq!(sound.unwrap(), "ok");
            let count = |sql: &&str| rows.query_row(sql, [], |row| row.get(0)).unwrap();
            HALVES.iter().map(count).collect()
        }
        Some(url) => {
            use sqlx::Connection as _;
            let mut rows = sqlx::PgConnection::connect(url).await.unwrap();
            let mut found = Vec::new();
            for sql in HALVES {
                let count = sqlx::query_scalar(sql).fetch_one(&mut rows);
                found.push(count.await.unwrap());
            }
            found
        }
    };
    assert_eq!(found, [0; HALVES.len()]);
}
