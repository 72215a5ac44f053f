//! The connections to PostgreSQL, each with a run time of its own.
//!
//! A unit of work waits for PostgreSQL's answers on the thread it runs on. That thread looks after the socket, too: an
//! answer wakes it and nobody else. On the process's run time it would wake a thread that then has to wake this one.

use std::convert::Infallible;
use std::time::{Duration, Instant};

use deadpool::Runtime as Timers;
use deadpool::managed::{Manager, Metrics, Pool as Places, QueueMode, RecycleResult};
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{Connection as _, Executor as _};
use tokio::runtime::{self, Runtime};
use tokio::time::timeout;

use super::StoreError;

const CONNECTIONS: usize = 16;
/// How long a unit waits for its connection at most, and how long a connection may take to open.
const PATIENCE: Duration = Duration::from_secs(10);
/// A connection that rested longer is asked whether it is still there before a unit relies on it.
const SHORT_REST: Duration = Duration::from_secs(1);
/// A connection that rested longer is closed.
const LONG_REST: Duration = Duration::from_secs(600);
/// Statements that a connection keeps prepared; how many users a page has and what a query asks for makes others.
const STATEMENTS_KEPT: usize = 256;

/// The connections of one process.
pub(super) struct Pool {
    options: PgConnectOptions,
    places: Places<Place>,
}

impl Pool {
    pub(super) fn new(url: &str) -> Result<Self, sqlx::Error> {
        let options: PgConnectOptions = url.parse()?;
        let places = Places::builder(Place)
            .max_size(CONNECTIONS)
            .wait_timeout(Some(PATIENCE))
            .runtime(Timers::Tokio1)
            // The one used last is used next: the others may close.
            .queue_mode(QueueMode::Lifo);
        Ok(Self {
            options: options.statement_cache_capacity(STATEMENTS_KEPT),
            places: places
                .build()
                .map_err(|error| sqlx::Error::Configuration(error.into()))?,
        })
    }

    /// Lends a connection to `work`, which runs on a thread that may wait.
    pub(super) async fn lend<T, W>(&self, work: W) -> Result<T, StoreError>
    where
        W: FnOnce(&mut Link) -> T + Send + 'static,
        T: Send + 'static,
    {
        let place = self.places.get().await;
        let mut place = place.map_err(|_| StoreError::Overloaded)?;
        self.places
            .retain(|_, metrics| metrics.last_used() < LONG_REST);
        let options = self.options.clone();
        let worked = tokio::task::spawn_blocking(move || {
            let mut link = match place.take().and_then(Link::if_there) {
                Some(link) => link,
                None => Link::open(&options)?,
            };
            let outcome = work(&mut link);
            // After a panic it is not put back, but closed: PostgreSQL undoes what was going on.
            if !link.is_broken {
                link.rests_since = Instant::now();
                *place = Some(link);
            }
            Ok(outcome)
        });
        worked.await.unwrap_or(Err(StoreError::Panicked))
    }
}

/// Where a connection rests, if one does. It is opened by the thread that needs it.
struct Place;

impl Manager for Place {
    type Type = Option<Link>;
    type Error = Infallible;

    async fn create(&self) -> Result<Option<Link>, Infallible> {
        Ok(None)
    }

    async fn recycle(&self, _: &mut Option<Link>, _: &Metrics) -> RecycleResult<Infallible> {
        Ok(())
    }
}

/// One connection.
pub(super) struct Link {
    connection: PgConnection,
    /// `None` at its end alone.
    runtime: Option<Runtime>,
    rests_since: Instant,
    /// How long a statement may take; `None` for as long as the server lets it.
    limit: Option<Duration>,
    /// Nobody knows what it would answer to.
    is_broken: bool,
}

impl Link {
    fn open(options: &PgConnectOptions) -> Result<Self, sqlx::Error> {
        let runtime = runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let opening = async { timeout(PATIENCE, PgConnection::connect_with(options)).await };
        let connection = runtime.block_on(opening);
        Ok(Self {
            connection: connection.map_err(|_| sqlx::Error::PoolTimedOut)??,
            runtime: Some(runtime),
            rests_since: Instant::now(),
            limit: None,
            is_broken: false,
        })
    }

    /// Itself, unless it rested for long and PostgreSQL is gone meanwhile.
    fn if_there(mut self) -> Option<Self> {
        let is_fresh = self.rests_since.elapsed() < SHORT_REST;
        let is_there = is_fresh || self.run(async |connection| connection.ping().await).is_ok();
        is_there.then_some(self)
    }

    /// Waits for what `work` asks.
    pub(super) fn run<T>(
        &mut self,
        work: impl AsyncFnOnce(&mut PgConnection) -> Result<T, sqlx::Error>,
    ) -> Result<T, sqlx::Error> {
        let Some(runtime) = &self.runtime else {
            return Err(sqlx::Error::WorkerCrashed);
        };
        let outcome = runtime.block_on(work(&mut self.connection));
        self.is_broken |= outcome.as_ref().is_err_and(breaks);
        outcome
    }

    /// Says how long each statement from now on may take; PostgreSQL is told when that changes.
    pub(super) fn limit(&mut self, time: Option<Duration>) -> Result<(), sqlx::Error> {
        if self.limit != time {
            match time {
                Some(time) => {
                    let milliseconds = time.as_millis();
                    self.batch(&format!("SET statement_timeout = {milliseconds}"))?;
                }
                None => self.batch("RESET statement_timeout")?,
            }
            self.limit = time;
        }
        Ok(())
    }

    /// Runs statements that bind nothing.
    pub(super) fn batch(&mut self, sql: &str) -> Result<(), sqlx::Error> {
        let batch = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned()));
        self.run(async |connection| connection.execute(batch).await.map(drop))
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        // Waits for nothing, which the thread it happens on may not be allowed to.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// Whether nothing can be asked after this error: all but the refusal of a statement.
fn breaks(error: &sqlx::Error) -> bool {
    use sqlx::postgres::{PgDatabaseError, PgSeverity};
    let Some(refusal) = error.as_database_error() else {
        return !matches!(error, sqlx::Error::RowNotFound);
    };
    let severity = refusal
        .try_downcast_ref::<PgDatabaseError>()
        .map(PgDatabaseError::severity);
    matches!(severity, Some(PgSeverity::Fatal | PgSeverity::Panic))
}
