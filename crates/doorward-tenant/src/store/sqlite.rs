//! The embedded engine: many readers, and one writer thread that lets concurrent writes share a commit.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use rusqlite::{Connection as Sqlite, OpenFlags};
use tokio::sync::oneshot;

use super::connection::Connection;
use super::{StoreError, migrations};

/// How many units may share one commit. More would make the first of them wait without saving much.
const UNITS_PER_COMMIT: usize = 256;
/// How many units may wait for the writer before callers are held back.
const WAITING_UNITS: usize = 4096;
const READERS: u32 = 12;
const STATEMENTS_KEPT: usize = 128;

/// Runs a unit inside the open transaction and answers what to do once the commit is known.
type Job = Box<dyn FnOnce(&Sqlite) -> Acknowledge + Send>;
type Acknowledge = Box<dyn FnOnce(bool) + Send>;

#[derive(Clone)]
pub(super) struct Database {
    readers: r2d2::Pool<Readers>,
    writer: mpsc::SyncSender<Job>,
    file: Arc<PathBuf>,
}

impl Database {
    pub(super) fn open(file: &Path) -> Result<Self, StoreError> {
        let connection = Sqlite::open(file)?;
        // Space of deleted rows can be given back later; only a new file can still choose this.
        connection.pragma_update(None, "auto_vacuum", "INCREMENTAL")?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // FULL: the write-ahead log is on the disk before a commit is answered.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "journal_size_limit", 16 << 20)?;
        connection.busy_timeout(Duration::from_secs(10))?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
        migrations::run_sqlite(&connection)?;

        let readers = r2d2::Pool::builder()
            .max_size(READERS)
            .min_idle(Some(1))
            .test_on_check_out(false)
            .connection_timeout(Duration::from_secs(5))
            .build(Readers(file.to_owned()))?;
        let (writer, jobs) = mpsc::sync_channel(WAITING_UNITS);
        std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || write_until_closed(&connection, &jobs))
            .map_err(|_| StoreError::Stopped)?;
        Ok(Self {
            readers,
            writer,
            file: Arc::new(file.to_owned()),
        })
    }

    pub(super) fn read<T, E: From<StoreError>>(
        &self,
        unit: impl FnOnce(&mut Connection<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let reader = self.readers.get().map_err(StoreError::from)?;
        unit(&mut Connection::sqlite(&reader))
    }

    pub(super) async fn write<T, E, F>(&self, unit: F) -> Result<T, E>
    where
        F: Fn(&mut Connection<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |sqlite| {
            let outcome = in_savepoint(sqlite, unit);
            Box::new(move |durable| {
                let outcome = if durable {
                    outcome
                } else {
                    outcome.and(Err(StoreError::Stopped.into()))
                };
                // A caller that went away does not want the answer.
                let _ = answer.send(outcome);
            })
        });
        self.enqueue(job).await?;
        answered
            .await
            .unwrap_or_else(|_| Err(StoreError::Stopped.into()))
    }

    /// Gives at most 2,000 free pages (8 MB) back to the file system.
    pub(super) async fn shrink(&self) -> Result<(), StoreError> {
        let file = self.file.clone();
        tokio::task::spawn_blocking(move || {
            let connection = Sqlite::open(&*file)?;
            connection.busy_timeout(Duration::from_secs(10))?;
            let mut statement = connection.prepare("PRAGMA incremental_vacuum(2000)")?;
            let mut rows = statement.query([])?;
            while rows.next()?.is_some() {}
            connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
            Ok(())
        })
        .await
        .unwrap_or(Err(StoreError::Panicked))
    }

    async fn enqueue(&self, job: Job) -> Result<(), StoreError> {
        let mut job = job;
        loop {
            match self.writer.try_send(job) {
                Ok(()) => return Ok(()),
                Err(mpsc::TrySendError::Disconnected(_)) => return Err(StoreError::Stopped),
                Err(mpsc::TrySendError::Full(back)) => job = back,
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }
}

/// The writer: takes every unit that waits, commits them together, then tells each how it went.
fn write_until_closed(sqlite: &Sqlite, jobs: &mpsc::Receiver<Job>) {
    while let Ok(first) = jobs.recv() {
        let begun = sqlite.execute_batch("BEGIN IMMEDIATE").is_ok();
        let mut waiting = Vec::with_capacity(8);
        if begun {
            waiting.push(first(sqlite));
            while waiting.len() < UNITS_PER_COMMIT {
                let Ok(next) = jobs.try_recv() else { break };
                waiting.push(next(sqlite));
            }
        }
        let durable = begun && commit(sqlite);
        for acknowledge in waiting {
            acknowledge(durable);
        }
    }
}

fn commit(sqlite: &Sqlite) -> bool {
    match sqlite.execute_batch("COMMIT") {
        Ok(()) => true,
        Err(error) => {
            tracing::error!(%error, "a commit failed; its units are told so");
            let _ = sqlite.execute_batch("ROLLBACK");
            false
        }
    }
}

/// Runs one unit so that its failure, a panic included, undoes it and nothing else of the commit.
fn in_savepoint<T, E: From<StoreError>>(
    sqlite: &Sqlite,
    unit: impl Fn(&mut Connection<'_>) -> Result<T, E>,
) -> Result<T, E> {
    statement(sqlite, "SAVEPOINT unit")?;
    let outcome = catch_unwind(AssertUnwindSafe(|| unit(&mut Connection::sqlite(sqlite))))
        .unwrap_or_else(|_| Err(StoreError::Panicked.into()));
    if outcome.is_err() {
        statement(sqlite, "ROLLBACK TO unit")?;
    }
    statement(sqlite, "RELEASE unit")?;
    outcome
}

fn statement(sqlite: &Sqlite, sql: &str) -> Result<(), StoreError> {
    sqlite.prepare_cached(sql)?.execute([])?;
    Ok(())
}

/// Makes connections that only read.
struct Readers(PathBuf);

impl r2d2::ManageConnection for Readers {
    type Connection = Sqlite;
    type Error = rusqlite::Error;

    fn connect(&self) -> Result<Sqlite, rusqlite::Error> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Sqlite::open_with_flags(&self.0, flags)?;
        connection.busy_timeout(Duration::from_secs(10))?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
        Ok(connection)
    }

    fn is_valid(&self, _: &mut Sqlite) -> Result<(), rusqlite::Error> {
        Ok(())
    }

    fn has_broken(&self, _: &mut Sqlite) -> bool {
        false
    }
}
