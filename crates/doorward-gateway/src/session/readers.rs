//! Connections that read the file behind the embedded store while its writer writes.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};

use super::store::StoreError;

const FIND: &str = "SELECT bytes FROM records WHERE key = ?1";
const OF_USER: &str = "SELECT key FROM records WHERE user_id = ?1 AND key >= ?2 || 'session:' AND key < ?2 || 'session;'";
const USERS: &str = "
    SELECT DISTINCT user_id FROM records
    WHERE user_id <> '' AND ends_at > ?1 AND key >= ?2 || 'session:' AND key < ?2 || 'session;'";

/// What each connection keeps of the file, in KiB; the operating system keeps the rest.
const CACHE: i64 = 1024;

/// Most connections that are kept while nobody reads.
const KEPT: usize = 16;

/// A connection for each read in flight, which holds its thread; those of a rush are closed after it.
pub(super) struct Readers {
    file: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(super) fn of(file: PathBuf) -> Self {
        Self {
            file,
            idle: Mutex::default(),
        }
    }

    /// The record under a key, whether or not it has ended.
    pub(super) fn find(&self, key: &str) -> Result<Option<Bytes>, StoreError> {
        self.read(|connection| {
            let mut find = connection.prepare_cached(FIND)?;
            let bytes = find.query_row([key], |row| row.get::<_, Vec<u8>>(0));
            Ok(bytes.optional()?.map(Bytes::from))
        })
    }

    /// The keys of a user's sessions.
    pub(super) fn of_user(&self, user_id: &str, prefix: &str) -> Result<Vec<String>, StoreError> {
        self.read(|connection| {
            let mut list = connection.prepare_cached(OF_USER)?;
            let keys = list.query_map([user_id, prefix], |row| row.get(0))?;
            keys.collect()
        })
    }

    /// Whoever has a session that ends after `now`. Takes milliseconds where there are many.
    pub(super) fn users(&self, now: Timestamp, prefix: &str) -> Result<Vec<String>, StoreError> {
        self.read(|connection| {
            let mut list = connection.prepare_cached(USERS)?;
            let users = list.query_map(params![now.as_millisecond(), prefix], |row| row.get(0))?;
            users.collect()
        })
    }

    fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        // The lock is gone before a connection is opened.
        let idle = {
            let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
            idle.pop()
        };
        let connection = match idle {
            Some(connection) => connection,
            None => self.open()?,
        };
        let found = work(&connection)?;
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT {
            idle.push(connection);
        }
        Ok(found)
    }

    fn open(&self) -> rusqlite::Result<Connection> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.file, flags)?;
        connection.pragma_update(None, "cache_size", -CACHE)?;
        Ok(connection)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use super::*;

    #[test]
    fn connections_of_a_rush_are_not_kept() {
        const RUSH: usize = 3 * KEPT;
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("sessions.sqlite");
        Connection::open(&file).expect("a file");
        let (readers, all) = (Readers::of(file), Barrier::new(RUSH));
        std::thread::scope(|scope| {
            for _ in 0..RUSH {
                scope.spawn(|| {
                    let read = readers.read(|_| {
                        all.wait();
                        Ok(())
                    });
                    read.expect("a read");
                });
            }
        });
        assert_eq!(readers.idle.lock().expect("a lock").len(), KEPT);
    }
}
