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
                connection.batch(&step.replace(" TEXT", " TEXT COLLATE \"C\""))
            })
        });
    connection.batch(if outcome.is_ok() {
        "COMMIT"
    } else {
        "ROLLBACK"
    })?;
    outcome
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
