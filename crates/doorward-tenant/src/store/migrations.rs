//! The schema, forward only: each step runs once, in order, under a lock, when a process starts.
//!
//! Steps are written for both engines. `TEXT` becomes `TEXT COLLATE "C"` on PostgreSQL, so that both
//! compare and sort by bytes. A step that begins with `-- PostgreSQL only` is empty on SQLite. A step stays as it is once it has been released; the previous release
//! must keep working on the new schema until it is stopped.

use super::connection::values;
use super::{Connection, StoreError};

/// All steps, oldest first. The position is the version: only ever add to the end.
const STEPS: &[&str] = &[
    include_str!("migrations/0001_core.sql"),
    include_str!("migrations/0002_login.sql"),
    include_str!("migrations/0003_users.sql"),
    include_str!("migrations/0004_notices.sql"),
    include_str!("migrations/0005_imports.sql"),
    include_str!("migrations/0006_import_progress.sql"),
    include_str!("migrations/0007_log_heads.sql"),
    include_str!("migrations/0008_authentication_methods.sql"),
    include_str!("migrations/0009_sealed.sql"),
    include_str!("migrations/0010_device_codes.sql"),
    include_str!("migrations/0011_metadata.sql"),
    include_str!("migrations/0012_possession.sql"),
    include_str!("migrations/0013_method_labels.sql"),
    include_str!("migrations/0014_owners_of_codes.sql"),
    include_str!("migrations/0015_login_attempts.sql"),
    include_str!("migrations/0016_blocked_identities.sql"),
];

const POSTGRES_ONLY: &str = "-- PostgreSQL only";

const VERSIONS: &str = "
    CREATE TABLE IF NOT EXISTS schema_versions (version BIGINT PRIMARY KEY, applied BOOLEAN NOT NULL)";

/// Any number will do as long as every release uses the same.
const LOCK: i64 = 0x0d00_4a4d;

pub(super) fn run_sqlite(sqlite: &rusqlite::Connection) -> Result<(), StoreError> {
    // Takes the write lock: a second process waits here, then finds nothing left to do.
    sqlite.execute_batch("BEGIN IMMEDIATE")?;
    let outcome = apply(&mut Connection::sqlite(sqlite), |step, _| {
        if step.starts_with(POSTGRES_ONLY) {
            return Ok(());
        }
        Ok(sqlite.execute_batch(step)?)
    });
    sqlite.execute_batch(if outcome.is_ok() {
        "COMMIT"
    } else {
        "ROLLBACK"
    })?;
    outcome
}

pub(super) fn run_postgres(connection: &mut Connection<'_>) -> Result<(), StoreError> {
    connection.batch("BEGIN")?;
    let outcome = connection
        .execute("SELECT pg_advisory_xact_lock($1)", values![LOCK])
        .and_then(|_| {
            apply(connection, |step, connection| {
                connection.batch(&for_postgres(step))
            })
        });
    connection.batch(if outcome.is_ok() {
        "COMMIT"
    } else {
        "ROLLBACK"
    })?;
    outcome
}

/// A step as PostgreSQL gets it.
pub(super) fn for_postgres(step: &str) -> String {
    step.replace(" TEXT", " TEXT COLLATE \"C\"")
}

fn apply(
    connection: &mut Connection<'_>,
    run: impl Fn(&str, &mut Connection<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    connection.execute(VERSIONS, values![])?;
    let found = connection
        .first(
            "SELECT COALESCE(MAX(version), 0) AS version FROM schema_versions",
            values![],
            |row| row.get::<i64>("version"),
        )?
        .unwrap_or_default();
    let known = STEPS.len() as i64;
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    for (step, version) in STEPS.iter().zip(1..).skip(found as usize) {
        run(step, connection)?;
        connection.execute(
            "INSERT INTO schema_versions (version, applied) VALUES ($1, $2)",
            values![version as i64, true],
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::{Empty, TestStore};
    use crate::store::{Location, Store, users};

    /// A database of the first step, with rows in it, as `schema_versions` 1 left it.
    const SNAPSHOT: &str = include_str!("migrations/snapshot_0001.sql");

    fn version(db: &mut Connection<'_>) -> Result<i64, StoreError> {
        let sql = "SELECT MAX(version) AS version FROM schema_versions";
        let found = db.first(sql, values![], |row| row.get("version"))?;
        Ok(found.unwrap_or_default())
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn processes_that_start_together_make_one_schema() {
        for empty in Empty::each().await {
            let location = empty.location.clone();
            let open = |location: Location| {
                tokio::task::spawn_blocking(move || {
                    tokio::runtime::Handle::current().block_on(Store::open(&location))
                })
            };
            let starting: Vec<_> = (0..6).map(|_| open(location.clone())).collect();
            let mut stores = Vec::new();
            for started in starting {
                stores.push(started.await.unwrap().unwrap());
            }
            for store in stores {
                let found = store.read(version).await.unwrap();
                assert_eq!(found, STEPS.len() as i64, "{}", empty.engine);
            }
        }
    }

    #[tokio::test]
    async fn an_older_database_is_brought_up_to_date_with_its_rows() {
        for empty in Empty::each().await {
            empty.fill(&[VERSIONS, STEPS[0], SNAPSHOT]).await;
            let test = TestStore::open(empty).await;
            assert_eq!(test.run(version).await, STEPS.len() as i64);
            let user = test
                .run(|db| users::find(db, "first", "auth0|65f0c1d2e3a4b5c6d7e8f901"))
                .await
                .unwrap();
            assert_eq!(
                user.profile.email.as_deref(),
                Some("old@example.com"),
                "{}",
                test.engine
            );
            let kept = test.run(|db| {
                let sql =
                    "SELECT count(*) AS rows FROM refresh_tokens WHERE user_id LIKE 'auth0|%'";
                db.first(sql, values![], |row| row.get::<i64>("rows"))
            });
            assert_eq!(kept.await, Some(1), "{}", test.engine);
        }
    }

    #[tokio::test]
    async fn a_database_of_a_newer_release_is_refused_in_one_line_and_left_alone() {
        for empty in Empty::each().await {
            let newer = STEPS.len() + 1;
            let row =
                format!("INSERT INTO schema_versions (version, applied) VALUES ({newer}, TRUE)");
            empty.fill(&[VERSIONS, &row]).await;
            let Err(refused) = Store::open(&empty.location).await else {
                panic!("{}: it was opened", empty.engine);
            };
            assert!(matches!(refused, StoreError::Newer { .. }), "{refused:?}");
            let line = refused.to_string();
            assert!(
                line.contains("newer release") && !line.contains('\n'),
                "{line}"
            );
        }
    }
}
