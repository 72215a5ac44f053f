//! The file behind the embedded store: one thread writes, many changes share a commit.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};

use bytes::Bytes;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use tokio::sync::oneshot;

use super::store::StoreError;

/// Most changes that share one commit, so that the first of them need not wait for long.
const BATCH: usize = 500;
/// Most ended records that one change removes: others get in between.
pub(super) const FORGOTTEN: usize = 1000;

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS records (
        key TEXT PRIMARY KEY,
        bytes BLOB NOT NULL,
        user_id TEXT NOT NULL,
        ends_at INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS records_by_end ON records (ends_at);
    CREATE INDEX IF NOT EXISTS records_by_user ON records (user_id, ends_at);";

const PUT: &str =
    "INSERT OR REPLACE INTO records (key, bytes, user_id, ends_at) VALUES (?1, ?2, ?3, ?4)";
/// Leaves a record alone that has not ended.
const ADD: &str = "
    INSERT INTO records (key, bytes, user_id, ends_at) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (key) DO UPDATE SET bytes = excluded.bytes, user_id = excluded.user_id, ends_at = excluded.ends_at
    WHERE records.ends_at <= ?5";
const REWRITE: &str = "UPDATE records SET bytes = ?2 WHERE key = ?1";
const REMOVE: &str = "DELETE FROM records WHERE key = ?1";
const TAKE: &str = "DELETE FROM records WHERE key = ?1 RETURNING bytes";
const FORGET: &str = "
    DELETE FROM records WHERE key IN (SELECT key FROM records WHERE ends_at <= ?1 LIMIT ?2)";
/// Pages of removed records go back to the file system.
const SHRINK: &str = "PRAGMA incremental_vacuum(500)";

/// One record as the file has it.
pub(super) struct Row {
    pub(super) key: String,
    pub(super) bytes: Bytes,
    pub(super) user_id: String,
    pub(super) ends_at: Timestamp,
}

/// What the writer is to do.
pub(super) enum Change {
    Put(Row),
    /// Keeps a record unless there is one under its key that ends after this.
    Add(Row, Timestamp),
    /// Replaces the bytes of a record that is there.
    Rewrite(String, Bytes),
    Remove(String),
    /// Removes a record and answers its bytes.
    Take(String),
    /// Removes some of what ended before this, at most [`FORGOTTEN`] records.
    Forget(Timestamp),
    /// Only asks whether the writer is well.
    Nothing,
}

/// What a change found.
#[derive(Default)]
pub(super) struct Done {
    /// How many records it changed.
    pub(super) records: usize,
    /// Of [`Change::Take`]: what was there.
    pub(super) bytes: Option<Bytes>,
}

/// The way to the writer.
pub(super) struct Journal(Sender<(Change, oneshot::Sender<Done>)>);

impl Journal {
    /// Opens `sessions.sqlite` in `folder`, which is made if it is missing; where the file is comes with it.
    pub(super) async fn open(folder: PathBuf) -> Result<(Self, PathBuf), StoreError> {
        let opened = tokio::task::spawn_blocking(move || {
            let file = folder.join("sessions.sqlite");
            let lock = lock(&folder)?;
            Ok::<_, StoreError>((prepare(&file)?, lock, file))
        });
        let (connection, lock, file) = opened.await.map_err(|_| StoreError::NotWritten)??;
        let (sender, receiver) = channel();
        std::thread::Builder::new()
            .name("session-writer".to_owned())
            .spawn(move || {
                write(connection, &receiver);
                drop(lock);
            })
            .map_err(StoreError::Writer)?;
        Ok((Self(sender), file))
    }

    /// Hands a change to the writer and waits until it is durable. Changes are written in the order in which
    /// they were handed over.
    pub(super) async fn write(&self, change: Change) -> Result<Done, StoreError> {
        let (sender, receiver) = oneshot::channel();
        // A writer that is gone drops the other end, as it does without a word when a commit failed.
        let _ = self.0.send((change, sender));
        receiver.await.map_err(|_| StoreError::NotWritten)
    }
}

/// One process owns a folder: of another's locks and waiting calls it would not know.
fn lock(folder: &Path) -> Result<File, StoreError> {
    let failed = |error| StoreError::Folder(folder.to_owned(), error);
    std::fs::create_dir_all(folder).map_err(failed)?;
    let file = File::create(folder.join("sessions.lock")).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse(folder.to_owned())),
        Err(TryLockError::Error(error)) => Err(failed(error)),
    }
}

fn prepare(file: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open(file)?;
    restrict(file).map_err(|error| StoreError::Folder(file.to_owned(), error))?;
    // Only a new file can still choose to give space back.
    connection.pragma_update(None, "auto_vacuum", "INCREMENTAL")?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "journal_size_limit", 16 << 20)?;
    connection.execute_batch(SCHEMA)?;
    Ok(connection)
}

/// Nobody but the owner reads who is logged in.
#[cfg(unix)]
fn restrict(file: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600))
}

#[cfg(not(unix))]
fn restrict(_: &Path) -> std::io::Result<()> {
    Ok(())
}

/// The writer: takes what has queued up, commits it once, and says so to everyone who waits.
fn write(mut connection: Connection, changes: &Receiver<(Change, oneshot::Sender<Done>)>) {
    while let Ok(first) = changes.recv() {
        let batch = std::iter::once(first).chain(changes.try_iter().take(BATCH - 1));
        let (changes, waiting): (Vec<_>, Vec<_>) = batch.unzip();
        match commit(&mut connection, &changes) {
            Ok(done) => {
                for (done, waiting) in done.into_iter().zip(waiting) {
                    // Whoever gave up waiting need not hear it.
                    let _ = waiting.send(done);
                }
            }
            Err(error) => tracing::error!(%error, "sessions could not be written"),
        }
    }
}

fn commit(connection: &mut Connection, changes: &[Change]) -> rusqlite::Result<Vec<Done>> {
    let transaction = connection.transaction()?;
    let done = changes
        .iter()
        .map(|change| apply(&transaction, change))
        .collect::<Result<_, _>>()?;
    transaction.commit()?;
    Ok(done)
}

/// Each step gives back one page.
fn shrink(connection: &Connection) -> rusqlite::Result<()> {
    let mut shrink = connection.prepare_cached(SHRINK)?;
    let mut steps = shrink.query([])?;
    while steps.next()?.is_some() {}
    Ok(())
}

fn apply(connection: &Connection, change: &Change) -> rusqlite::Result<Done> {
    let execute = |sql: &str, values: &[&dyn rusqlite::ToSql]| {
        let records = connection.prepare_cached(sql)?.execute(values)?;
        Ok(Done {
            records,
            bytes: None,
        })
    };
    match change {
        Change::Put(row) => {
            let ends_at = row.ends_at.as_millisecond();
            execute(
                PUT,
                params![row.key, row.bytes.as_ref(), row.user_id, ends_at],
            )
        }
        Change::Add(row, now) => {
            let (ends_at, now) = (row.ends_at.as_millisecond(), now.as_millisecond());
            execute(
                ADD,
                params![row.key, row.bytes.as_ref(), row.user_id, ends_at, now],
            )
        }
        Change::Rewrite(key, bytes) => execute(REWRITE, params![key, bytes.as_ref()]),
        Change::Remove(key) => execute(REMOVE, params![key]),
        Change::Take(key) => {
            let mut take = connection.prepare_cached(TAKE)?;
            let bytes = take.query_row([key], |row| row.get::<_, Vec<u8>>(0));
            let bytes = bytes.optional()?.map(Bytes::from);
            Ok(Done {
                records: usize::from(bytes.is_some()),
                bytes,
            })
        }
        Change::Forget(now) => {
            let done = execute(FORGET, params![now.as_millisecond(), FORGOTTEN as i64])?;
            shrink(connection)?;
            Ok(done)
        }
        Change::Nothing => Ok(Done::default()),
    }
}
