//! PostgreSQL. A unit of work runs on a blocking thread, as one transaction that sees one snapshot.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Mutex, Semaphore, SemaphorePermit};

use super::connection::{Collision, Connection};
use super::notice::Notices;
use super::postgres_pool::{Link, Pool};
use super::{StoreError, migrations};

/// How many units may run or wait for a connection; further ones are refused.
const UNITS: usize = 1024;
/// How many long reads run at once. Short ones always find a connection besides.
const SCANS: usize = 8;
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
    url: Arc<str>,
    pool: Arc<Pool>,
    units: Arc<Semaphore>,
    scans: Arc<Semaphore>,
    /// Held by the one unit that runs again: if all who lost a race raced again, most would lose again.
    again: Arc<Mutex<()>>,
}

impl Database {
    pub(super) async fn open(url: &str) -> Result<Self, StoreError> {
        let pool = Arc::new(Pool::new(url)?);
        pool.lend(|link| migrations::run_postgres(&mut Connection::postgres(link)))
            .await??;
        Ok(Self {
            url: url.into(),
            pool,
            units: Arc::new(Semaphore::new(UNITS)),
            scans: Arc::new(Semaphore::new(SCANS)),
            again: Arc::default(),
        })
    }

    /// What other processes change.
    pub(super) fn notices(&self) -> Notices {
        Notices::of(Arc::clone(&self.url))
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
        self.read_within(unit, None).await
    }

    async fn read_within<T, E, F>(&self, unit: F, time: Option<Duration>) -> Result<T, E>
    where
        F: FnOnce(&mut Connection<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let _turn = self.turn()?;
        let work = move |link: &mut Link| {
            link.limit(time).map_err(StoreError::from)?;
            unit(&mut Connection::postgres(link))
        };
        self.pool.lend(work).await?
    }

    /// Runs a unit that may take long, few at a time; with a `time`, neither its turn nor any of its statements
    /// takes longer than that.
    pub(super) async fn scan<T, E, F>(&self, unit: F, time: Option<Duration>) -> Result<T, E>
    where
        F: FnOnce(&mut Connection<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let _turn = super::within(time, self.scans.acquire()).await?;
        self.read_within(unit, time).await
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
            let work = move |link: &mut Link| in_transaction(link, |db| unit(db));
            let (outcome, collision) = self.pool.lend(work).await?;
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
}

/// Runs a unit, and keeps what it did or nothing.
fn in_transaction<T, E: From<StoreError>>(
    link: &mut Link,
    unit: impl Fn(&mut Connection<'_>) -> Result<T, E>,
) -> (Result<T, E>, Option<Collision>) {
    if let Err(error) = link.limit(None).and_then(|()| link.batch(BEGIN)) {
        return (Err(StoreError::from(error).into()), None);
    }
    let mut connection = Connection::postgres(link);
    let outcome = unit(&mut connection);
    let (collision, has_failed) = (connection.collision(), connection.has_failed());
    let end = match &outcome {
        Ok(_) if !has_failed => link.batch("COMMIT"),
        _ => link.batch("ROLLBACK"),
    };
    match (outcome, end) {
        (Ok(_), Ok(())) if has_failed => {
            let swallowed = sqlx::Error::Protocol(SWALLOWED.to_owned());
            (Err(StoreError::from(swallowed).into()), collision)
        }
        (Ok(_), Err(error)) => {
            let collision = Collision::of(&error);
            (Err(StoreError::from(error).into()), collision)
        }
        (outcome, _) => (outcome, collision),
    }
}
