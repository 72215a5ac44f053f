//! Sessions of a single process, without Redis: in a file.
//!
//! A read is one look-up in the file, which the operating system keeps in memory where there is room: what the process
//! itself holds does not grow with the number of sessions. A change is answered when it is on disk, and seen from then
//! on; changes of one record are made one after the other, so that of two who remove it one hears so.

use std::path::PathBuf;
use std::sync::Arc;

use bytes::Bytes;
use jiff::Timestamp;

use super::digest::Digest;
use super::journal::{Change, FORGOTTEN, Journal, Row};
use super::readers::Readers;
use super::store::{Record, StoreError};

/// The embedded store. One process owns its folder.
pub(crate) struct Embedded {
    prefix: String,
    journal: Journal,
    readers: Arc<Readers>,
}

impl Embedded {
    /// Opens the folder, which is made if it is missing.
    pub(crate) async fn open(folder: PathBuf, prefix: String) -> Result<Self, StoreError> {
        let (journal, file) = Journal::open(folder).await?;
        Ok(Self {
            prefix,
            journal,
            readers: Arc::new(Readers::of(file)),
        })
    }

    fn key(&self, kind: &str, digest: &Digest) -> String {
        [&self.prefix, kind, ":", digest.as_str()].concat()
    }

    pub(super) fn session(&self, digest: &Digest) -> Result<Option<Bytes>, StoreError> {
        self.readers.find(&self.key("session", digest))
    }

    pub(super) async fn put_session(&self, record: Record<'_>) -> Result<(), StoreError> {
        let row = self.row(record);
        self.journal.write(Change::Put(row)).await.map(drop)
    }

    pub(super) async fn add_session(
        &self,
        record: Record<'_>,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let change = Change::Add(self.row(record), now);
        Ok(self.journal.write(change).await?.records > 0)
    }

    fn row(&self, record: Record<'_>) -> Row {
        Row {
            key: self.key("session", record.digest),
            bytes: record.bytes,
            user_id: record.user_id.to_owned(),
            ends_at: record.ends_at,
        }
    }

    pub(super) async fn rewrite_session(
        &self,
        digest: &Digest,
        bytes: Bytes,
    ) -> Result<bool, StoreError> {
        let change = Change::Rewrite(self.key("session", digest), bytes);
        Ok(self.journal.write(change).await?.records > 0)
    }

    pub(super) async fn remove_session(&self, digest: &Digest) -> Result<bool, StoreError> {
        let change = Change::Remove(self.key("session", digest));
        Ok(self.journal.write(change).await?.records > 0)
    }

    pub(super) fn sessions_of(&self, user_id: &str) -> Result<Vec<Digest>, StoreError> {
        let keys = self.readers.of_user(user_id, &self.prefix)?;
        let digests = keys
            .iter()
            .filter_map(|key| Digest::from_hex(key.rsplit_once(':')?.1));
        Ok(digests.collect())
    }

    pub(super) async fn active_users(&self, now: Timestamp) -> Result<Vec<String>, StoreError> {
        let (readers, prefix) = (Arc::clone(&self.readers), self.prefix.clone());
        let users = tokio::task::spawn_blocking(move || readers.users(now, &prefix));
        users.await.unwrap_or(Err(StoreError::NotWritten))
    }

    pub(super) async fn put_state(
        &self,
        digest: &Digest,
        bytes: Bytes,
        ends_at: Timestamp,
    ) -> Result<(), StoreError> {
        let row = Row {
            key: self.key("state", digest),
            bytes,
            user_id: String::new(),
            ends_at,
        };
        self.journal.write(Change::Put(row)).await.map(drop)
    }

    pub(super) async fn take_state(&self, digest: &Digest) -> Result<Option<Bytes>, StoreError> {
        let change = Change::Take(self.key("state", digest));
        Ok(self.journal.write(change).await?.bytes)
    }

    pub(super) async fn ping(&self) -> Result<(), StoreError> {
        self.journal.write(Change::Nothing).await.map(drop)
    }

    pub(super) async fn sweep(&self, now: Timestamp) -> Result<(), StoreError> {
        while self.journal.write(Change::Forget(now)).await?.records == FORGOTTEN {}
        Ok(())
    }
}
