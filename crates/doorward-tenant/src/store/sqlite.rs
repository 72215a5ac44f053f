//! The embedded engine: many readers, and one writer thread that lets concurrent writes share a commit.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection as Sqlite, InterruptHandle, OpenFlags};
use tokio::runtime::Handle;
use tokio::sync::{Semaphore, oneshot};

use super::connection::Connection;
use super::{StoreError, migrations};

/// How many units may share one commit. More would make the first of them wait without saving much.
const UNITS_PER_COMMIT: usize = 256;
/// How many units may wait for the writer, some tenths of a second of work; further ones are refused.
const WAITING_UNITS: usize = 4096;
/// How many long reads run at once. Short ones never wait for them.
const SCANS: usize = 8;
const STATEMENTS_KEPT: usize = 128;
/// How long another process may hold the file, a backup for example.
const BUSY: Duration = Duration::from_secs(10);

/// Runs a unit inside the open transaction and answers what to do once the commit is known.
type Job = Box<dyn FnOnce(&Sqlite, Place) -> Acknowledge + Send>;
type Acknowledge = Box<dyn FnOnce(bool) + Send>;

/// Where a unit stands in its transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Nothing would be lost with it: it needs no savepoint, which costs a copy of every page it changes.
    First,
    Later,
}

#[derive(Clone)]
pub(super) struct Database {
    readers: Arc<Readers>,
    scans: Arc<Semaphore>,
    writer: mpsc::SyncSender<Job>,
}

impl Database {
    pub(super) fn open(file: &Path) -> Result<Self, StoreError> {
        let connection = Sqlite::open(file)?;
        connection.busy_timeout(BUSY)?;
        // Space of deleted rows can be given back later; only a new file can still choose this.
        connection.pragma_update(None, "auto_vacuum", "INCREMENTAL")?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // FULL: the write-ahead log is on the disk before a commit is answered.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "journal_size_limit", 16 << 20)?;
        keep_statements(&connection)?;
        migrations::run_sqlite(&connection)?;

        let (writer, jobs) = mpsc::sync_channel(WAITING_UNITS);
        std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || write_until_closed(&connection, &jobs))
            .map_err(|_| StoreError::Stopped)?;
        Ok(Self {
            readers: Arc::new(Readers::of(file)),
            scans: Arc::new(Semaphore::new(SCANS)),
            writer,
        })
    }

    /// Runs a short unit on the calling thread.
    pub(super) fn read<T, E: From<StoreError>>(
        &self,
        unit: impl FnOnce(&mut Connection<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let reader = self.readers.take()?;
        let outcome = caught(|| unit(&mut Connection::sqlite(&reader)));
        self.readers.put_back(reader);
        outcome
    }

    /// The same, given up after some time.
    fn read_within<T, E: From<StoreError>>(
        &self,
        unit: impl FnOnce(&mut Connection<'_>) -> Result<T, E>,
        time: Duration,
        timers: &Handle,
    ) -> Result<T, E> {
        let reader = self.readers.take()?;
        let watch = Watch::over(&reader, time, timers);
        let outcome = caught(|| unit(&mut Connection::sqlite(&reader)));
        watch.end();
        self.readers.put_back(reader);
        outcome
    }

    /// Runs a unit that may take long on a thread of its own, few at a time; with a `time`, it neither waits nor takes
    /// longer than that.
    pub(super) async fn scan<T, E, F>(&self, unit: F, time: Option<Duration>) -> Result<T, E>
    where
        F: FnOnce(&mut Connection<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let turn = Arc::clone(&self.scans).acquire_owned();
        let turn = super::within(time, turn).await?;
        let database = self.clone();
        let timers = Handle::current();
        let scanned = tokio::task::spawn_blocking(move || {
            let outcome = match time {
                Some(time) => database.read_within(unit, time, &timers),
                None => database.read(unit),
            };
            drop(turn);
            outcome
        });
        scanned
            .await
            .unwrap_or_else(|_| Err(StoreError::Stopped.into()))
    }

    pub(super) async fn write<T, E, F>(&self, unit: F) -> Result<T, E>
    where
        F: Fn(&mut Connection<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |sqlite, place| {
            let outcome = match place {
                Place::First => alone(sqlite, unit),
                Place::Later => in_savepoint(sqlite, unit),
            };
            Box::new(move |durable| {
                let outcome = if durable {
                    outcome
                } else {
                    outcome.and_then(|_| Err(StoreError::Stopped.into()))
                };
                // A caller that went away does not want the answer.
                let _ = answer.send(outcome);
            })
        });
        self.writer.try_send(job).map_err(|refused| match refused {
            mpsc::TrySendError::Full(_) => StoreError::Overloaded,
            mpsc::TrySendError::Disconnected(_) => StoreError::Stopped,
        })?;
        answered
            .await
            .unwrap_or_else(|_| Err(StoreError::Stopped.into()))
    }

    /// Gives some pages of deleted rows back to the file system. Answers whether there are more.
    pub(super) async fn shrink(&self) -> Result<bool, StoreError> {
        let is_more = self.write(|db| db.vacuum()).await?;
        let readers = Arc::clone(&self.readers);
        // The file itself shrinks when the log is copied back into it.
        let copied = tokio::task::spawn_blocking(move || {
            let connection = Sqlite::open(&readers.file)?;
            connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
            Ok(is_more)
        });
        copied.await.unwrap_or(Err(StoreError::Stopped))
    }
}

/// Statements are prepared once. Without the guarantee SQLite prepares them again whenever another value is
/// bound that a better plan might depend on, which costs more than most of them.
fn keep_statements(connection: &Sqlite) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    Ok(())
}

/// The writer: takes every unit that waits, commits them together, then tells each how it went.
fn write_until_closed(sqlite: &Sqlite, jobs: &mpsc::Receiver<Job>) {
    while let Ok(first) = jobs.recv() {
        if let Err(error) = sqlite.execute_batch("BEGIN IMMEDIATE") {
            // The unit goes away here, and its caller learns it.
            tracing::error!(%error, "no transaction could be begun");
            continue;
        }
        let first = first(sqlite, Place::First);
        if sqlite.is_autocommit() {
            // The unit failed, and its transaction is gone with it.
            first(false);
            continue;
        }
        let mut waiting = vec![first];
        while waiting.len() < UNITS_PER_COMMIT && !sqlite.is_autocommit() {
            let Ok(next) = jobs.try_recv() else { break };
            waiting.push(next(sqlite, Place::Later));
        }
        let durable = commit(sqlite);
        for acknowledge in waiting {
            acknowledge(durable);
        }
    }
}

fn commit(sqlite: &Sqlite) -> bool {
    if sqlite.is_autocommit() {
        // A full disk, for example, undoes the transaction at once.
        tracing::error!("a transaction was undone; its units are told so");
        return false;
    }
    match sqlite.execute_batch("COMMIT") {
        Ok(()) => true,
        Err(error) => {
            tracing::error!(%error, "a commit failed; its units are told so");
            let _ = sqlite.execute_batch("ROLLBACK");
            false
        }
    }
}

/// Runs the first unit of a transaction; its failure, a panic included, ends the transaction.
fn alone<T, E: From<StoreError>>(
    sqlite: &Sqlite,
    unit: impl Fn(&mut Connection<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let outcome = caught(|| unit(&mut Connection::sqlite(sqlite)));
    if outcome.is_err() && !sqlite.is_autocommit() {
        statement(sqlite, "ROLLBACK")?;
    }
    outcome
}

/// Runs a later unit so that its failure, a panic included, undoes it and nothing else of the commit.
fn in_savepoint<T, E: From<StoreError>>(
    sqlite: &Sqlite,
    unit: impl Fn(&mut Connection<'_>) -> Result<T, E>,
) -> Result<T, E> {
    statement(sqlite, "SAVEPOINT unit")?;
    let outcome = caught(|| unit(&mut Connection::sqlite(sqlite)));
    if sqlite.is_autocommit() {
        // SQLite undid the whole transaction, and the savepoint with it.
        return outcome.and_then(|_| Err(StoreError::Stopped.into()));
    }
    if outcome.is_err() {
        statement(sqlite, "ROLLBACK TO unit")?;
    }
    statement(sqlite, "RELEASE unit")?;
    outcome
}

fn caught<T, E: From<StoreError>>(unit: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    catch_unwind(AssertUnwindSafe(unit)).unwrap_or_else(|_| Err(StoreError::Panicked.into()))
}

fn statement(sqlite: &Sqlite, sql: &str) -> Result<(), StoreError> {
    sqlite.prepare_cached(sql)?.execute([])?;
    Ok(())
}

/// Interrupts what a connection does when it takes too long.
struct Watch {
    is_over: Arc<Mutex<bool>>,
    timer: tokio::task::JoinHandle<()>,
}

impl Watch {
    fn over(connection: &Sqlite, time: Duration, timers: &Handle) -> Self {
        let is_over = Arc::new(Mutex::new(false));
        let (interrupt, is_known_over) = (connection.get_interrupt_handle(), Arc::clone(&is_over));
        let timer = timers.spawn(async move {
            tokio::time::sleep(time).await;
            // An interrupt between two statements ends none of them.
            while !interrupted(&interrupt, &is_known_over) {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        });
        Self { is_over, timer }
    }

    /// From now on the connection does something else.
    fn end(self) {
        *self.is_over.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.timer.abort();
    }
}

/// Interrupts, unless it is over. Answers whether it is.
fn interrupted(handle: &InterruptHandle, is_over: &Mutex<bool>) -> bool {
    let is_over = is_over.lock().unwrap_or_else(PoisonError::into_inner);
    if !*is_over {
        handle.interrupt();
    }
    *is_over
}

/// Connections that only read. There are as many as reads were ever in flight at once: a short read holds
/// its thread, and long ones are counted.
struct Readers {
    file: PathBuf,
    idle: Mutex<Vec<Sqlite>>,
}

impl Readers {
    fn of(file: &Path) -> Self {
        Self {
            file: file.to_owned(),
            idle: Mutex::default(),
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Sqlite>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self) -> Result<Sqlite, StoreError> {
        // The lock is gone before a connection is opened.
        let idle = self.idle().pop();
        idle.map_or_else(|| self.open(), Ok)
    }

    fn put_back(&self, reader: Sqlite) {
        self.idle().push(reader);
    }

    fn open(&self) -> Result<Sqlite, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Sqlite::open_with_flags(&self.file, flags)?;
        connection.busy_timeout(BUSY)?;
        keep_statements(&connection)?;
        Ok(connection)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::StatementStatus;

    #[test]
    fn a_statement_is_not_prepared_again_for_another_value() {
        let connection = Sqlite::open_in_memory().unwrap();
        keep_statements(&connection).unwrap();
        connection
            .execute_batch(
                "CREATE TABLE t (a TEXT, b TEXT, PRIMARY KEY (a, b)); CREATE INDEX i ON t (b)",
            )
            .unwrap();
        let sql = "SELECT x.a FROM t AS x LEFT JOIN t AS y ON y.b = x.b WHERE x.a = ?1 AND y.a = ?2 LIMIT ?3";
        for limit in 0..3 {
            let mut statement = connection.prepare_cached(sql).unwrap();
            let mut rows = statement.query(("a", "b", limit)).unwrap();
            assert!(rows.next().unwrap().is_none());
            drop(rows);
            assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
        }
    }
}
