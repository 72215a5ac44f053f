//! Where session records are kept: one interface, two engines.

use std::path::PathBuf;
use std::time::Duration;

use bytes::Bytes;
use jiff::Timestamp;

use super::digest::Digest;
use super::embedded::Embedded;
use super::redis::Redis;
use crate::config::{Options, SessionStore};

/// The records of one installation. Neither engine knows what is in them.
pub(crate) enum Store {
    Embedded(Embedded),
    Redis(Redis),
}

/// Why a store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StoreError {
    #[error("redis")]
    Redis(#[from] fred::error::Error),
    #[error("session file")]
    File(#[from] rusqlite::Error),
    #[error("certificate authorities for redis")]
    Authorities(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("session folder {}", .0.display())]
    Folder(PathBuf, #[source] std::io::Error),
    #[error("the session folder {} is in use by another process", .0.display())]
    InUse(PathBuf),
    #[error("session writer")]
    Writer(#[source] std::io::Error),
    #[error("nothing was written to the session file; its log line says why")]
    NotWritten,
}

/// One session's record and what the index of active users needs to know of it.
pub(crate) struct Record<'r> {
    pub(crate) digest: &'r Digest,
    pub(crate) user_id: &'r str,
    pub(crate) ends_at: Timestamp,
    pub(crate) bytes: Bytes,
}

impl Store {
    /// Opens the store that `settings` describe. Redis need not be there yet.
    pub(crate) async fn open(
        settings: &SessionStore,
        options: &Options,
    ) -> Result<Self, StoreError> {
        let prefix = match &options.session_scope {
            Some(scope) => format!("auth0-client:{scope}:"),
            None => "auth0-client:".to_owned(),
        };
        Ok(match settings {
            SessionStore::Embedded(folder) => {
                Self::Embedded(Embedded::open(folder.clone(), prefix).await?)
            }
            SessionStore::Redis(settings) => {
                let ca_folder = options.additional_ca_folder.as_deref();
                Self::Redis(Redis::connect(settings, ca_folder, prefix)?)
            }
        })
    }

    /// The record of a session.
    pub(crate) async fn session(&self, digest: &Digest) -> Result<Option<Bytes>, StoreError> {
        match self {
            Self::Embedded(store) => store.session(digest),
            Self::Redis(store) => store.session(digest).await,
        }
    }

    /// Keeps a session until its end and lists its user as active.
    pub(crate) async fn put_session(
        &self,
        record: Record<'_>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        match self {
            Self::Embedded(store) => store.put_session(record).await,
            Self::Redis(store) => store.put_session(record, now).await,
        }
    }

    /// The same unless there is a live session under that digest. `false` when there is: then it stays as it is.
    pub(crate) async fn add_session(
        &self,
        record: Record<'_>,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        match self {
            Self::Embedded(store) => store.add_session(record, now).await,
            Self::Redis(store) => store.add_session(record, now).await,
        }
    }

    /// Replaces a session's record; its end does not move. `false` when the session is gone, which it
    /// then stays: nobody who logged out comes back.
    pub(crate) async fn rewrite_session(
        &self,
        digest: &Digest,
        bytes: Bytes,
    ) -> Result<bool, StoreError> {
        match self {
            Self::Embedded(store) => store.rewrite_session(digest, bytes).await,
            Self::Redis(store) => store.rewrite_session(digest, bytes).await,
        }
    }

    /// Removes a session, if it is there, also from the active ones. Of two callers one hears `true`.
    pub(crate) async fn remove_session(
        &self,
        digest: &Digest,
        user_id: &str,
    ) -> Result<bool, StoreError> {
        match self {
            Self::Embedded(store) => store.remove_session(digest).await,
            Self::Redis(store) => store.remove_session(digest, user_id).await,
        }
    }

    /// The sessions of one user.
    pub(crate) async fn sessions_of(&self, user_id: &str) -> Result<Vec<Digest>, StoreError> {
        match self {
            Self::Embedded(store) => store.sessions_of(user_id),
            Self::Redis(store) => store.sessions_of(user_id).await,
        }
    }

    /// The ids of all users with a session that ends after `now`: sorted, each once.
    pub(crate) async fn active_users(&self, now: Timestamp) -> Result<Vec<String>, StoreError> {
        let mut users = match self {
            Self::Embedded(store) => store.active_users(now).await?,
            Self::Redis(store) => store.active_users(now).await?,
        };
        users.sort_unstable();
        users.dedup();
        Ok(users)
    }

    /// Keeps a login state for `life`; an earlier one under the same digest is overwritten.
    pub(crate) async fn put_state(
        &self,
        digest: &Digest,
        bytes: Bytes,
        ends_at: Timestamp,
        life: Duration,
    ) -> Result<(), StoreError> {
        match self {
            Self::Embedded(store) => store.put_state(digest, bytes, ends_at).await,
            Self::Redis(store) => store.put_state(digest, bytes, life).await,
        }
    }

    /// Reads and removes a login state in one step: of two callers one gets it.
    pub(crate) async fn take_state(&self, digest: &Digest) -> Result<Option<Bytes>, StoreError> {
        match self {
            Self::Embedded(store) => store.take_state(digest).await,
            Self::Redis(store) => store.take_state(digest).await,
        }
    }

    /// Takes the lock of a session for `owner`, at most for `life`. `false` when another holds it.
    pub(crate) async fn lock(
        &self,
        digest: &Digest,
        owner: &str,
        life: Duration,
    ) -> Result<bool, StoreError> {
        match self {
            // One process, whose calls already wait for each other in `Refreshes`.
            Self::Embedded(_) => Ok(true),
            Self::Redis(store) => store.lock(digest, owner, life).await,
        }
    }

    /// Gives the lock back, if `owner` still holds it.
    pub(crate) async fn unlock(&self, digest: &Digest, owner: &str) -> Result<(), StoreError> {
        match self {
            Self::Embedded(_) => Ok(()),
            Self::Redis(store) => store.unlock(digest, owner).await,
        }
    }

    /// Keeps a note about a session for `life`.
    pub(crate) async fn put_successor(
        &self,
        digest: &Digest,
        note: String,
        life: Duration,
    ) -> Result<(), StoreError> {
        match self {
            // Nobody else reads it.
            Self::Embedded(_) => Ok(()),
            Self::Redis(store) => store.put_successor(digest, note, life).await,
        }
    }

    /// The note about a session.
    pub(crate) async fn successor(&self, digest: &Digest) -> Result<Option<String>, StoreError> {
        match self {
            Self::Embedded(_) => Ok(None),
            Self::Redis(store) => store.successor(digest).await,
        }
    }

    /// Whether the store answers.
    pub(crate) async fn ping(&self) -> Result<(), StoreError> {
        match self {
            Self::Embedded(store) => store.ping().await,
            Self::Redis(store) => store.ping().await,
        }
    }

    /// Forgets what ended before `now`. Redis does most of that by itself.
    pub(crate) async fn sweep(&self, now: Timestamp) -> Result<(), StoreError> {
        match self {
            Self::Embedded(store) => store.sweep(now).await,
            Self::Redis(store) => store.sweep(now).await,
        }
    }

    /// Says good-bye, after everything acknowledged is safe.
    pub(crate) async fn close(&self) {
        match self {
            Self::Embedded(_) => {}
            Self::Redis(store) => store.close().await,
        }
    }
}
