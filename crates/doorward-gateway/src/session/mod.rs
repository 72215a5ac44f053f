//! Sessions and logins on their way: who holds a handle, and what stands behind it.

mod digest;
mod embedded;
mod journal;
mod keyring;
mod readers;
mod record;
mod redis;
mod redis_reads;
mod redis_tls;
mod state;
mod store;

use std::time::Duration;

use bytes::Bytes;

pub(crate) use self::digest::Digest;
pub(crate) use self::keyring::{Keyring, SealError};
pub(crate) use self::record::{Facts, Kind, Session, Stored, Tokens};
pub(crate) use self::state::LoginState;
pub(crate) use self::store::StoreError;

use self::store::{Record, Store};
use crate::clock::Clock;
use crate::config::Settings;
use crate::entropy::Entropy;

/// How long a login may take, from `/authorize` to `/oauth/token`.
pub(crate) const STATE_LIFE: Duration = Duration::from_secs(600);

/// How long one refresh may keep others from trying: longer than a tenant can take that answers nothing in time, with its
/// refresh, its configuration and its keys each asked for twice.
const LOCK_LIFE: Duration = Duration::from_secs(90);

/// All sessions and login states of an installation.
pub(crate) struct Sessions {
    store: Store,
    keyring: Keyring,
    clock: Clock,
}

/// Why sessions could not be read or written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SessionError {
    #[error("session store failed")]
    Store(#[from] StoreError),
    #[error("session cannot be sealed")]
    Seal(#[from] SealError),
}

impl Sessions {
    /// Opens the store of `settings`. Redis need not be reachable yet.
    pub(crate) async fn open(
        settings: &Settings,
        clock: Clock,
        entropy: Entropy,
    ) -> Result<Self, SessionError> {
        let keyring = Keyring::new(&settings.config, &settings.options, entropy)?;
        let store = Store::open(&settings.session_store, &settings.options).await?;
        Ok(Self {
            store,
            keyring,
            clock,
        })
    }

    /// The session behind a handle, if there is one that has not ended.
    pub(crate) async fn find(&self, handle: &str) -> Result<Option<Stored>, SessionError> {
        self.find_digest(Digest::of(handle)).await
    }

    /// The session kept under a digest, if there is one that has not ended.
    pub(crate) async fn find_digest(&self, digest: Digest) -> Result<Option<Stored>, SessionError> {
        let Some(bytes) = self.store.session(&digest).await? else {
            return Ok(None);
        };
        // Redis counts real time; a process whose clock was moved must not be fooled by that.
        let is_alive = |stored: &Stored| stored.facts.ends_at > self.clock.now();
        Ok(Stored::read(digest, bytes).filter(is_alive))
    }

    /// What `/userinfo` answers for a session; `None` when nobody has its key any more.
    pub(crate) fn profile(&self, stored: &Stored) -> Option<Bytes> {
        stored.profile(&self.keyring)
    }

    /// The tokens of a session; `None` when nobody has its key any more.
    pub(crate) fn tokens(&self, stored: &Stored) -> Option<Tokens> {
        stored.tokens(&self.keyring)
    }

    /// Starts a session whose handle is its access token. `false` when that is the handle of a live session already,
    /// which then stays as it is.
    pub(crate) async fn create(&self, session: &Session) -> Result<bool, SessionError> {
        let digest = session.digest();
        let record = self.record(&digest, session)?;
        Ok(self.store.add_session(record, self.clock.now()).await?)
    }

    /// The same in place of a session with that handle, if there is one.
    pub(crate) async fn replace(&self, session: &Session) -> Result<(), SessionError> {
        let digest = session.digest();
        let record = self.record(&digest, session)?;
        Ok(self.store.put_session(record, self.clock.now()).await?)
    }

    fn record<'r>(
        &self,
        digest: &'r Digest,
        session: &'r Session,
    ) -> Result<Record<'r>, SessionError> {
        Ok(Record {
            digest,
            user_id: &session.facts.user_id,
            ends_at: session.facts.ends_at,
            bytes: session.seal(digest, &self.keyring)?,
        })
    }

    /// Puts new tokens behind the same handle. `false` when the session has been removed meanwhile.
    pub(crate) async fn rewrite(
        &self,
        digest: &Digest,
        session: &Session,
    ) -> Result<bool, SessionError> {
        let bytes = session.seal(digest, &self.keyring)?;
        Ok(self.store.rewrite_session(digest, bytes).await?)
    }

    /// Ends the session of a handle, if there is one. `false` when there was none.
    pub(crate) async fn remove(&self, handle: &str) -> Result<bool, SessionError> {
        let digest = Digest::of(handle);
        let Some(bytes) = self.store.session(&digest).await? else {
            return Ok(false);
        };
        let user_id = Stored::read(digest, bytes)
            .map(|stored| stored.facts.user_id)
            .unwrap_or_default();
        Ok(self.store.remove_session(&digest, &user_id).await?)
    }

    /// Ends a session that was found. `false` when somebody else ended it meanwhile.
    pub(crate) async fn remove_stored(&self, stored: &Stored) -> Result<bool, SessionError> {
        Ok(self
            .store
            .remove_session(stored.digest(), &stored.facts.user_id)
            .await?)
    }

    /// Ends every session of a user.
    pub(crate) async fn remove_user(&self, user_id: &str) -> Result<(), SessionError> {
        for digest in self.store.sessions_of(user_id).await? {
            self.store.remove_session(&digest, user_id).await?;
        }
        Ok(())
    }

    /// The ids of all users with a live session: sorted, each once.
    pub(crate) async fn active_users(&self) -> Result<Vec<String>, SessionError> {
        Ok(self.store.active_users(self.clock.now()).await?)
    }

    /// Remembers a login on its way; an earlier one with the same `state` is forgotten.
    pub(crate) async fn keep_state(
        &self,
        state: &str,
        login: &LoginState,
    ) -> Result<(), SessionError> {
        let digest = Digest::of(state);
        let bytes = login.seal(&digest, &self.keyring)?;
        Ok(self
            .store
            .put_state(&digest, bytes, login.ends_at, STATE_LIFE)
            .await?)
    }

    /// The login a `state` stands for, once and in time.
    pub(crate) async fn take_state(&self, state: &str) -> Result<Option<LoginState>, SessionError> {
        let digest = Digest::of(state);
        let Some(bytes) = self.store.take_state(&digest).await? else {
            return Ok(None);
        };
        let login = LoginState::open(&digest, &bytes, &self.keyring);
        Ok(login.filter(|login| login.ends_at > self.clock.now()))
    }

    /// Takes the lock of a session for `owner`. `false` when another gateway holds it.
    pub(crate) async fn lock(&self, digest: &Digest, owner: &str) -> Result<bool, SessionError> {
        Ok(self.store.lock(digest, owner, LOCK_LIFE).await?)
    }

    /// Gives the lock back, if `owner` still holds it.
    pub(crate) async fn unlock(&self, digest: &Digest, owner: &str) -> Result<(), SessionError> {
        Ok(self.store.unlock(digest, owner).await?)
    }

    /// Notes for a while that the session under `old` goes on under `new`, and with which refresh token its
    /// caller bought that, if it brought one. For other gateways: those in this process hear of it anyway.
    pub(crate) async fn hand_over(
        &self,
        old: &Digest,
        new: &Digest,
        presented: Option<Digest>,
    ) -> Result<(), SessionError> {
        let presented = presented.as_ref().map_or("", Digest::as_str);
        let note = format!("{}{presented}", new.as_str());
        Ok(self.store.put_successor(old, note, LOCK_LIFE).await?)
    }

    /// What [`hand_over`](Self::hand_over) noted.
    pub(crate) async fn successor(
        &self,
        old: &Digest,
    ) -> Result<Option<(Digest, Option<Digest>)>, SessionError> {
        let note = self.store.successor(old).await?;
        Ok(note.and_then(|note| {
            let (new, presented) = note.split_at_checked(64)?;
            Some((Digest::from_hex(new)?, Digest::from_hex(presented)))
        }))
    }

    /// Whether the store answers.
    pub(crate) async fn ping(&self) -> Result<(), SessionError> {
        Ok(self.store.ping().await?)
    }

    /// Forgets what has ended.
    pub(crate) async fn sweep(&self) -> Result<(), SessionError> {
        Ok(self.store.sweep(self.clock.now()).await?)
    }

    /// Closes the store.
    pub(crate) async fn close(&self) {
        self.store.close().await;
    }
}

#[cfg(test)]
mod tests;
