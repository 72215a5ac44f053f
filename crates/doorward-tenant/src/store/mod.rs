//! All SQL of the tenant. One file per aggregate; the same words run on SQLite and on PostgreSQL.
//!
//! Work is handed over as a closure, a *unit of work*, that receives a [`Connection`]:
//!
//! - [`Store::read`] looks up a few rows by key,
//! - [`Store::scan`] reads a page for somebody who waits, and is given up when it takes seconds,
//! - [`Store::walk`] reads as much for work that nobody waits for,
//! - [`Store::write`] changes rows, all of them or none, and returns after the change is durable.
//!
//! A unit may run more than once (PostgreSQL asks to repeat a transaction that raced another one), so
//! it decides and writes, and has no effect outside the database. An outcome that must be kept, such
//! as a revocation, is returned as `Ok`; every `Err` undoes the unit. The failure of a statement is passed
//! on: nothing of its unit is kept.

mod condition;
mod connection;
#[cfg(test)]
mod contract;
mod migrations;
pub(crate) mod notice;
#[cfg(test)]
mod plans;
mod postgres;
mod postgres_pool;
mod sqlite;
#[cfg(test)]
pub(crate) mod testing;

pub(crate) mod authentication_methods;
pub(crate) mod authorization_codes;
pub(crate) mod client_credentials;
pub(crate) mod client_grants;
pub(crate) mod clients;
pub(crate) mod connections;
pub(crate) mod device_codes;
pub(crate) mod grants;
pub(crate) mod identities;
pub(crate) mod jobs;
pub(crate) mod log_search;
pub(crate) mod login_attempts;
pub(crate) mod login_failures;
pub(crate) mod login_transactions;
pub(crate) mod logs;
pub(crate) mod outbox;
#[cfg(test)]
mod ownership;
pub(crate) mod parents;
pub(crate) mod passwordless_codes;
pub(crate) mod pushed_requests;
pub(crate) mod refresh_tokens;
pub(crate) mod replays;
pub(crate) mod resource_servers;
pub(crate) mod roles;
pub(crate) mod sessions;
pub(crate) mod signing_keys;
pub(crate) mod slice;
pub(crate) mod stats;
pub(crate) mod sweep;
pub(crate) mod tenants;
pub(crate) mod tickets;
pub(crate) mod user_changes;
pub(crate) mod user_counts;
pub(crate) mod user_credentials;
pub(crate) mod user_export;
pub(crate) mod user_roles;
pub(crate) mod user_search;
mod user_terms;
pub(crate) mod users;

use std::path::PathBuf;
use std::time::Duration;

pub(crate) use connection::{Connection, Row, Value};

/// How long somebody waits for a page. On PostgreSQL each statement has as long.
const SCAN_TIME: Duration = Duration::from_secs(2);

/// Where the rows are.
#[derive(Debug, Clone)]
pub enum Location {
    /// One SQLite file, made on first use.
    Sqlite(PathBuf),
    /// A PostgreSQL database, `postgres://user:password@host:port/name`.
    Postgres(String),
}

/// What went wrong between the process and its rows. Never the caller's fault.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite refused.
    #[error("sqlite failed")]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL refused or could not be reached.
    #[error("postgresql failed")]
    Postgres(#[from] sqlx::Error),
    /// Too much is waiting for the database already. The caller may come back in a second.
    #[error("too much is waiting for the database")]
    Overloaded,
    /// A sealed value of a row does not open.
    #[error(transparent)]
    Unsealable(#[from] crate::keys::Unsealable),
    /// A row does not make sense.
    #[error("{table}.{column} of a row makes no sense")]
    Nonsense {
        /// The table it stands in.
        table: &'static str,
        /// The column.
        column: &'static str,
    },
    /// The database was written by a newer release.
    #[error("the database is at version {found}, this release knows {known}: use a newer release")]
    Newer {
        /// Version found.
        found: i64,
        /// Newest version this release knows.
        known: i64,
    },
    /// The engine stopped before the unit was durable.
    #[error("the store has stopped")]
    Stopped,
    /// A unit of work panicked; nothing of it was kept.
    #[error("a unit of work panicked")]
    Panicked,
}

impl StoreError {
    /// Whether a row with the same unique key exists already.
    pub fn is_duplicate(&self) -> bool {
        match self {
            Self::Sqlite(rusqlite::Error::SqliteFailure(failure, _)) => matches!(
                failure.extended_code,
                rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY
                    | rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE
            ),
            Self::Postgres(sqlx::Error::Database(refused)) => refused.is_unique_violation(),
            _ => false,
        }
    }

    /// Whether a scan took longer than anybody waits.
    pub fn is_timeout(&self) -> bool {
        match self {
            Self::Sqlite(error) => {
                error.sqlite_error_code() == Some(rusqlite::ErrorCode::OperationInterrupted)
            }
            Self::Postgres(sqlx::Error::Database(refused)) => {
                refused.code().is_some_and(|code| code == "57014") // query canceled
            }
            _ => false,
        }
    }

    /// Whether the same call may succeed in a second.
    pub fn is_overload(&self) -> bool {
        matches!(
            self,
            Self::Overloaded | Self::Postgres(sqlx::Error::PoolTimedOut)
        )
    }
}

/// What `turn` gives, or [`StoreError::Overloaded`] after `time`: nobody waits longer for a scan than it may take.
async fn within<T>(time: Option<Duration>, turn: impl Future<Output = T>) -> Result<T, StoreError> {
    match time {
        Some(time) => tokio::time::timeout(time, turn)
            .await
            .map_err(|_| StoreError::Overloaded),
        None => Ok(turn.await),
    }
}

/// The rows of all tenants of this process. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    engine: Engine,
}

#[derive(Clone)]
enum Engine {
    Sqlite(sqlite::Database),
    Postgres(postgres::Database),
}

impl Store {
    /// Opens the database and brings its schema up to date. Two processes may do so at once.
    ///
    /// # Errors
    ///
    /// When the database cannot be reached or written, or is newer than this release.
    pub async fn open(location: &Location) -> Result<Self, StoreError> {
        let engine = match location {
            Location::Sqlite(file) => Engine::Sqlite(sqlite::Database::open(file)?),
            Location::Postgres(url) => Engine::Postgres(postgres::Database::open(url).await?),
        };
        Ok(Self { engine })
    }

    /// Looks up a few rows by key. On SQLite this runs on the calling thread, for microseconds.
    ///
    /// # Errors
    ///
    /// What the unit returns, or a [`StoreError`] as `E`.
    pub async fn read<T, E, F>(&self, unit: F) -> Result<T, E>
    where
        F: FnOnce(&mut Connection<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &self.engine {
            Engine::Sqlite(database) => database.read(unit),
            Engine::Postgres(database) => database.read(unit).await,
        }
    }

    /// Reads what may take milliseconds: pages, searches, counts. Never blocks the asynchronous threads.
    ///
    /// # Errors
    ///
    /// What the unit returns, or a [`StoreError`] as `E`, also when it takes longer than two seconds.
    pub async fn scan<T, E, F>(&self, unit: F) -> Result<T, E>
    where
        F: FnOnce(&mut Connection<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &self.engine {
            Engine::Sqlite(database) => database.scan(unit, Some(SCAN_TIME)).await,
            Engine::Postgres(database) => database.scan(unit, Some(SCAN_TIME)).await,
        }
    }

    /// Reads the same for work behind the answers, however long it takes.
    ///
    /// # Errors
    ///
    /// What the unit returns, or a [`StoreError`] as `E`.
    pub async fn walk<T, E, F>(&self, unit: F) -> Result<T, E>
    where
        F: FnOnce(&mut Connection<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &self.engine {
            Engine::Sqlite(database) => database.scan(unit, None).await,
            Engine::Postgres(database) => database.scan(unit, None).await,
        }
    }

    /// Runs a unit of work that changes rows and answers once its changes are durable.
    ///
    /// # Errors
    ///
    /// What the unit returns (nothing of it is kept then), or a [`StoreError`] as `E`.
    pub async fn write<T, E, F>(&self, unit: F) -> Result<T, E>
    where
        F: Fn(&mut Connection<'_>) -> Result<T, E> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &self.engine {
            Engine::Sqlite(database) => database.write(unit).await,
            Engine::Postgres(database) => database.write(unit).await,
        }
    }

    /// Gives space of deleted rows back to the file system, a bounded amount a call. Answers whether there
    /// is more.
    pub(crate) async fn shrink(&self) -> Result<bool, StoreError> {
        match &self.engine {
            Engine::Sqlite(database) => database.shrink().await,
            Engine::Postgres(_) => Ok(false), // its own vacuum does it
        }
    }

    /// What other processes on the same database change; `None` where no other process can be.
    pub(crate) fn notices(&self) -> Option<notice::Notices> {
        match &self.engine {
            Engine::Sqlite(_) => None,
            Engine::Postgres(database) => Some(database.notices()),
        }
    }
}

/// A JSON object out of a text column.
fn document(
    row: &Row<'_>,
    table: &'static str,
    column: &'static str,
) -> Result<serde_json::Map<String, serde_json::Value>, StoreError> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|_| StoreError::Nonsense { table, column })
}

/// The same out of a column that may be empty.
fn optional_json<T: serde::de::DeserializeOwned>(
    row: &Row<'_>,
    table: &'static str,
    column: &'static str,
) -> Result<Option<T>, StoreError> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| serde_json::from_str(&text))
        .transpose()
        .map_err(|_| StoreError::Nonsense { table, column })
}

/// A JSON object as the text of a column.
fn text(document: &serde_json::Map<String, serde_json::Value>) -> String {
    #[expect(
        clippy::expect_used,
        reason = "its keys are texts, which is all that JSON asks for"
    )]
    serde_json::to_string(document).expect("a map of JSON values is JSON")
}

/// A value out of a text column that holds it as JSON.
fn json<T: serde::de::DeserializeOwned>(
    row: &Row<'_>,
    table: &'static str,
    column: &'static str,
) -> Result<T, StoreError> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|_| StoreError::Nonsense { table, column })
}

/// A value as the JSON text of a column.
fn to_json(value: &impl serde::Serialize) -> String {
    #[expect(
        clippy::expect_used,
        reason = "only structs of texts and numbers are stored, which JSON can hold"
    )]
    serde_json::to_string(value).expect("what is stored can be written as JSON")
}
