//! PostgreSQL. A unit of work runs on a blocking thread, as one transaction that sees one snapshot.

use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::{PgPool, PgPoolOptions};
use tokio::runtime::Handle;
use tokio::sync::{Mutex, Semaphore, SemaphorePermit};

use super::connection::{Collision, Connection};
use super::notice::Notices;
use super::{StoreError, migrations};

const CONNECTIONS: u32 = 16;
/// How many units may run or wait for a connection; further ones are refused.
const UNITS: usize = 1024;
/// How long a unit waits for its connection at most.
const PATIENCE: Duration = Duration::from_secs(10);
/// A transaction that lost a race runs again, this often at most.
const ATTEMPTS: u32 = 40;
/// A unit that met a row with its unique key looks again: the second look finds that row.
const LOOKS_AT_A_DUPLICATE: u32 = 2;
/// Every unit sees one snapshot, and of two that change the same row the later one runs again. SQLite's
/// single writer gives the same guarantee.
const BEGIN: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ";

/// A unit that did not pass on the failure of a statement believes to have changed what nobody kept.
const SWALLOWED: &str = "a unit of work went on after a statement of it had failed";

#[derive(Clone)]
pub(super) struct Database {
    pool: PgPool,
    units: Arc<Semaphore>,
    /// Held by the one unit that runs again: if all who lost a race raced again, most would lose again.
    again: Arc<Mutex<()>>,
}

impl Database {
    pub(super) async fn open(url: &str) -> Result<Self, StoreError> {
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .connect(url)
            .await?;
        let mut connection = pool.acquire().await?;
        blocking(move |runtime| {
            migrations::run_postgres(&mut Connection::postgres(&mut connection, runtime))
        })
        .await?;
        Ok(Self {
            pool,
            units: Arc::new(Semaphore::new(UNITS)),
            again: Arc::default(),
        })
    }

    /// What other processes change.
    pub(super) fn notices(&self) -> Notices {
        Notices::of(self.pool.clone())
    }

    fn turn(&self) -> Result<SemaphorePermit<'_>, StoreError> {
        self.units.try_acquire().map_err(|_| StoreError::Overloaded)
    }

    pub(super) async fn read<T, E, F>(&self, unit: F) -> Result<T, E>
    where
        F: FnOnce(&mut Connection<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let _turn = self.turn()?;
        let mut connection = self.pool.acquire().await.map_err(StoreError::from)?;
        blocking(move |runtime| unit(&mut Connection::postgres(&mut connection, runtime))).await
    }

    pub(super) async fn write<T, E, F>(&self, unit: F) -> Result<T, E>
    where
        F: Fn(&mut Connection<'_>) -> Result<T, E> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let _turn = self.turn()?;
        let unit = Arc::new(unit);
        let mut alone = None;
        let mut attempt = 1;
        loop {
            let unit = Arc::clone(&unit);
            let (outcome, collision) = self.attempt(move |connection| unit(connection)).await;
            let attempts = match collision {
                None => 0,
                Some(Collision::Race) => ATTEMPTS,
                Some(Collision::Duplicate) => LOOKS_AT_A_DUPLICATE,
            };
            if attempt >= attempts {
                return outcome;
            }
            if alone.is_none() {
                alone = Some(self.again.lock().await);
            }
            attempt += 1;
        }
    }

    async fn attempt<T, E, F>(&self, unit: F) -> (Result<T, E>, Option<Collision>)
    where
        F: FnOnce(&mut Connection<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let mut transaction = match self.pool.begin_with(BEGIN).await {
            Ok(transaction) => transaction,
            Err(error) => return (Err(StoreError::from(error).into()), None),
        };
        let ran = tokio::task::spawn_blocking(move || {
            let runtime = Handle::current();
            let mut connection = Connection::postgres(&mut transaction, &runtime);
            let outcome = unit(&mut connection);
            let (collision, has_failed) = (connection.collision(), connection.has_failed());
            let end = match &outcome {
                Ok(_) if has_failed => Err(sqlx::Error::Protocol(SWALLOWED.to_owned())),
                Ok(_) => runtime.block_on(transaction.commit()),
                Err(_) => runtime.block_on(transaction.rollback()),
            };
            match (outcome, end) {
                (Ok(_), Err(error)) => {
                    let collision = Collision::of(&error);
                    (Err(StoreError::from(error).into()), collision)
                }
                (outcome, _) => (outcome, collision),
            }
        });
        ran.await
            .unwrap_or_else(|_| (Err(StoreError::Panicked.into()), None))
    }
}

/// Runs `work` where it may wait for the database.
async fn blocking<T, E>(work: impl FnOnce(&Handle) -> Result<T, E> + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    tokio::task::spawn_blocking(move || work(&Handle::current()))
        .await
        .unwrap_or_else(|_| Err(StoreError::Panicked.into()))
}
