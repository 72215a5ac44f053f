//! Sessions of a single process, without Redis: read from memory, written to a file first.
//!
//! Memory holds every live record (2 to 4 KB a session), so a read costs a lookup. Each change
//! is applied there and handed to the writer in the same order; the caller's answer waits until
//! the change is on disk.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use jiff::Timestamp;

use super::digest::Digest;
use super::journal::{Change, Journal, Row, Written};
use super::store::{Record, StoreError};

/// The embedded store. One process owns its folder.
pub(crate) struct Embedded {
    prefix: String,
    memory: Mutex<Memory>,
}

struct Memory {
    sessions: HashMap<Digest, Entry>,
    states: HashMap<Digest, Entry>,
    journal: Journal,
}

struct Entry {
    bytes: Bytes,
    /// Empty for login states, which have no user yet.
    user_id: String,
    ends_at: Timestamp,
}

impl Embedded {
    /// Opens the folder, which is made if it is missing, and reads what is still alive in it.
    pub(crate) async fn open(
        folder: PathBuf,
        prefix: String,
        now: Timestamp,
    ) -> Result<Self, StoreError> {
        let (journal, rows) = Journal::open(folder, now).await?;
        let mut memory = Memory {
            sessions: HashMap::new(),
            states: HashMap::new(),
            journal,
        };
        for Row {
            key,
            bytes,
            user_id,
            ends_at,
        } in rows
        {
            let Some((kind, digest)) = key
                .strip_prefix(&prefix)
                .and_then(|key| key.split_once(':'))
            else {
                continue;
            };
            let Some(digest) = Digest::from_hex(digest) else {
                continue;
            };
            let entry = Entry {
                bytes,
                user_id,
                ends_at,
            };
            match kind {
                "session" => memory.sessions.insert(digest, entry),
                "state" => memory.states.insert(digest, entry),
                _ => None,
            };
        }
        Ok(Self {
            prefix,
            memory: Mutex::new(memory),
        })
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        // Nothing in here can panic half-way through a change.
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn key(&self, kind: &str, digest: &Digest) -> String {
        [&self.prefix, kind, ":", digest.as_str()].concat()
    }

    pub(super) fn session(&self, digest: &Digest) -> Option<Bytes> {
        self.memory()
            .sessions
            .get(digest)
            .map(|entry| entry.bytes.clone())
    }

    pub(super) async fn put_session(&self, record: Record<'_>) -> Result<(), StoreError> {
        let Record {
            digest,
            user_id,
            ends_at,
            bytes,
        } = record;
        let row = Row {
            key: self.key("session", digest),
            bytes: bytes.clone(),
            user_id: user_id.to_owned(),
            ends_at,
        };
        let written = {
            let mut memory = self.memory();
            memory.sessions.insert(
                *digest,
                Entry {
                    bytes,
                    user_id: user_id.to_owned(),
                    ends_at,
                },
            );
            memory.journal.write(Change::Put(row))
        };
        written.done().await
    }

    pub(super) async fn rewrite_session(
        &self,
        digest: &Digest,
        bytes: Bytes,
    ) -> Result<bool, StoreError> {
        let written = {
            let mut memory = self.memory();
            let Some(entry) = memory.sessions.get_mut(digest) else {
                return Ok(false);
            };
            entry.bytes = bytes.clone();
            let (user_id, ends_at) = (entry.user_id.clone(), entry.ends_at);
            memory.journal.write(Change::Put(Row {
                key: self.key("session", digest),
                bytes,
                user_id,
                ends_at,
            }))
        };
        written.done().await.map(|()| true)
    }

    pub(super) async fn remove_session(&self, digest: &Digest) -> Result<bool, StoreError> {
        let (removed, written) = {
            let mut memory = self.memory();
            let removed = memory.sessions.remove(digest).is_some();
            let change = Change::Remove(self.key("session", digest));
            (removed, memory.journal.write(change))
        };
        written.done().await.map(|()| removed)
    }

    pub(super) fn sessions_of(&self, user_id: &str) -> Vec<Digest> {
        let memory = self.memory();
        memory
            .sessions
            .iter()
            .filter(|(_, entry)| entry.user_id == user_id)
            .map(|(digest, _)| *digest)
            .collect()
    }

    pub(super) fn active_users(&self, now: Timestamp) -> Vec<String> {
        let memory = self.memory();
        memory
            .sessions
            .values()
            .filter(|entry| entry.ends_at > now)
            .map(|entry| entry.user_id.clone())
            .collect()
    }

    pub(super) async fn put_state(
        &self,
        digest: &Digest,
        bytes: Bytes,
        ends_at: Timestamp,
    ) -> Result<(), StoreError> {
        let row = Row {
            key: self.key("state", digest),
            bytes: bytes.clone(),
            user_id: String::new(),
            ends_at,
        };
        let written = {
            let mut memory = self.memory();
            memory.states.insert(
                *digest,
                Entry {
                    bytes,
                    user_id: String::new(),
                    ends_at,
                },
            );
            memory.journal.write(Change::Put(row))
        };
        written.done().await
    }

    pub(super) async fn take_state(&self, digest: &Digest) -> Result<Option<Bytes>, StoreError> {
        let (entry, written) = {
            let mut memory = self.memory();
            let Some(entry) = memory.states.remove(digest) else {
                return Ok(None);
            };
            (
                entry,
                memory
                    .journal
                    .write(Change::Remove(self.key("state", digest))),
            )
        };
        written.done().await?;
        Ok(Some(entry.bytes))
    }

    pub(super) async fn ping(&self) -> Result<(), StoreError> {
        let written: Written = self.memory().journal.write(Change::Nothing);
        written.done().await
    }

    pub(super) async fn sweep(&self, now: Timestamp) -> Result<(), StoreError> {
        let written = {
            let mut memory = self.memory();
            memory.sessions.retain(|_, entry| entry.ends_at > now);
            memory.states.retain(|_, entry| entry.ends_at > now);
            memory.journal.write(Change::Forget(now))
        };
        written.done().await
    }
}
