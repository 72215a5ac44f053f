//! The file behind the embedded store: one thread writes, many changes share a commit.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};

use bytes::Bytes;
use jiff::Timestamp;
use rusqlite::{Connection, params};
use tokio::sync::oneshot;

use super::store::StoreError;

/// Most changes that share one commit, so that the first of them need not wait for long.
const BATCH: usize = 500;

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS records (
        key TEXT PRIMARY KEY,
        bytes BLOB NOT NULL,
        user_id TEXT NOT NULL,
        ends_at INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS records_by_end ON records (ends_at);";

const READ: &str = "SELECT key, bytes, user_id, ends_at FROM records WHERE ends_at > ?1";
const PUT: &str =
    "INSERT OR REPLACE INTO records (key, bytes, user_id, ends_at) VALUES (?1, ?2, ?3, ?4)";
const REMOVE: &str = "DELETE FROM records WHERE key = ?1";
const FORGET: &str = "DELETE FROM records WHERE ends_at <= ?1";

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
    Remove(String),
    /// Removes whatever ended before this.
    Forget(Timestamp),
    /// Only asks whether the writer is well.
    Nothing,
}

/// The way to the writer.
pub(super) struct Journal(Sender<(Change, oneshot::Sender<()>)>);

/// A change on its way to the disk.
pub(super) struct Written(oneshot::Receiver<()>);

impl Written {
    /// Waits until the change is durable.
    pub(super) async fn done(self) -> Result<(), StoreError> {
        // The writer lets go of the other end without a word when a commit failed.
        self.0.await.map_err(|_| StoreError::WriterStopped)
    }
}

impl Journal {
    /// Opens `sessions.sqlite` in `folder`, which is made if it is missing, and reads what is alive at `now`.
    pub(super) async fn open(
        folder: PathBuf,
        now: Timestamp,
    ) -> Result<(Self, Vec<Row>), StoreError> {
        let (connection, rows) = tokio::task::spawn_blocking(move || {
            let connection = prepare(&folder)?;
            let rows = read(&connection, now)?;
            Ok::<_, StoreError>((connection, rows))
        })
        .await
        .map_err(|_| StoreError::WriterStopped)??;
        let (sender, receiver) = channel();
        std::thread::Builder::new()
            .name("session-writer".to_owned())
            .spawn(move || write(connection, &receiver))
            .map_err(StoreError::Folder)?;
        Ok((Self(sender), rows))
    }

    /// Hands a change to the writer. Changes are written in the order in which they were handed over.
    pub(super) fn write(&self, change: Change) -> Written {
        let (sender, receiver) = oneshot::channel();
        // A writer that is gone drops the sender, and `done` says so.
        let _ = self.0.send((change, sender));
        Written(receiver)
    }
}

fn prepare(folder: &Path) -> Result<Connection, StoreError> {
    std::fs::create_dir_all(folder).map_err(StoreError::Folder)?;
    let file = folder.join("sessions.sqlite");
    let connection = Connection::open(&file)?;
    restrict(&file).map_err(StoreError::Folder)?;
    // A second process on the same folder would not see this one's changes: it must not start.
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
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

fn read(connection: &Connection, now: Timestamp) -> Result<Vec<Row>, StoreError> {
    let mut statement = connection.prepare(READ)?;
    let rows = statement.query_map([now.as_millisecond()], |row| {
        Ok(Row {
            key: row.get(0)?,
            bytes: row.get::<_, Vec<u8>>(1)?.into(),
            user_id: row.get(2)?,
            ends_at: Timestamp::from_millisecond(row.get(3)?).unwrap_or(Timestamp::MIN),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The writer: takes what has queued up, commits it once, and says so to everyone who waits.
fn write(mut connection: Connection, changes: &Receiver<(Change, oneshot::Sender<()>)>) {
    while let Ok(first) = changes.recv() {
        let batch: Vec<_> = std::iter::once(first)
            .chain(changes.try_iter().take(BATCH - 1))
            .collect();
        match commit(&mut connection, &batch) {
            Ok(()) => {
                for (_, waiting) in batch {
                    // Whoever gave up waiting need not hear it.
                    let _ = waiting.send(());
                }
            }
            Err(error) => tracing::error!(%error, "sessions could not be written"),
        }
    }
}

fn commit(
    connection: &mut Connection,
    batch: &[(Change, oneshot::Sender<()>)],
) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    for (change, _) in batch {
        match change {
            Change::Put(row) => transaction.prepare_cached(PUT)?.execute(params![
                row.key,
                row.bytes.as_ref(),
                row.user_id,
                row.ends_at.as_millisecond()
            ])?,
            Change::Remove(key) => transaction.prepare_cached(REMOVE)?.execute([key])?,
            Change::Forget(now) => transaction
                .prepare_cached(FORGET)?
                .execute([now.as_millisecond()])?,
            Change::Nothing => 0,
        };
    }
    transaction.commit()
}
