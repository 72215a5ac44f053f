//! Making users of a connection, for whoever asks: sign-up, login page, Management API, first start.

use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::clock::Clock;
use crate::domain::connection::Connection;
use crate::domain::password::{Password, StoredPassword, Verdict};
use crate::domain::password_policy::{PasswordFault, PasswordPolicy};
use crate::domain::ticket::TicketKind;
use crate::domain::user::{Document, LoginIdentifier, User};
use crate::entropy::Entropy;
use crate::hashing::{HashingError, HashingPool};
use crate::server::Server;
use crate::store::parents::{self, Parent};
use crate::store::users::{self, NewUser};
use crate::store::{
    self, Store, StoreError, identities, login_failures, refresh_tokens, sessions, tickets,
    user_changes,
};

/// A user to be made.
pub(crate) struct NewAccount<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) document: Document,
    /// `None` for users without a password.
    pub(crate) password: Option<&'a str>,
    /// The part of the user id after the provider; random when it is not given.
    pub(crate) identity_id: Option<String>,
    pub(crate) is_blocked: bool,
}

/// Why no user was made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AccountFault {
    /// Somebody has this address, username, number or user id already.
    #[error("the user exists")]
    Exists,
    /// It was deleted meanwhile.
    #[error("the connection does not exist")]
    NoConnection,
    #[error(transparent)]
    Password(#[from] PasswordFault),
    /// Longer than any password that is accepted.
    #[error("the password is too long")]
    TooLong,
    #[error("password not hashed")]
    Hashing(#[from] HashingError),
    #[error("store failed")]
    Store(#[from] StoreError),
}

/// What making users needs of the process.
pub(crate) struct Accounts<'s> {
    pub(crate) tenant: &'s str,
    pub(crate) store: &'s Store,
    pub(crate) clock: &'s Clock,
    pub(crate) entropy: &'s Entropy,
    pub(crate) hashing: &'s HashingPool,
}

impl<'s> Accounts<'s> {
    pub(crate) fn of(server: &'s Server, tenant: &'s str) -> Self {
        Self {
            tenant,
            store: &server.store,
            clock: &server.clock,
            entropy: &server.entropy,
            hashing: &server.hashing,
        }
    }

    /// Makes a user; it is durable when this returns.
    ///
    /// # Errors
    ///
    /// See [`AccountFault`]. The password is checked against the policy of the connection first.
    pub(crate) async fn create(&self, new: NewAccount<'_>) -> Result<User, AccountFault> {
        let hash = match new.password {
            Some(password) => Some(
                self.checked_hash(new.connection, password, &new.document)
                    .await?,
            ),
            None => None,
        };
        self.insert(new, hash).await
    }

    /// Makes a user whose password is hashed already, instead of the one in `new`; it is durable when this returns.
    ///
    /// # Errors
    ///
    /// See [`AccountFault`].
    pub(crate) async fn insert(
        &self,
        new: NewAccount<'_>,
        hash: Option<String>,
    ) -> Result<User, AccountFault> {
        let now = self.clock.now();
        let identity_id = new
            .identity_id
            .unwrap_or_else(|| self.entropy.object_id(now));
        let (tenant, provider) = (self.tenant.to_owned(), new.connection.provider.clone());
        let (connection_id, connection_name) =
            (new.connection.id.clone(), new.connection.name.clone());
        let document = new.document;
        let identifiers = new.connection.login_identifiers(&document.profile);
        let is_blocked = new.is_blocked;
        let inserted = self.store.write(move |db| {
            if !parents::hold(db, Parent::Connection, &tenant, &connection_id)? {
                return Err(AccountFault::NoConnection);
            }
            let new = NewUser {
                provider: &provider,
                identity_id: &identity_id,
                connection_id: &connection_id,
                connection_name: &connection_name,
                document: &document,
                identifiers: &identifiers,
                is_blocked,
                password_hash: hash.as_deref(),
                now,
            };
            users::insert(db, &tenant, &new)?.ok_or(AccountFault::Exists)
        });
        match inserted.await {
            Err(AccountFault::Store(error)) if error.is_duplicate() => Err(AccountFault::Exists),
            outcome => outcome,
        }
    }

    /// Checks and hashes a password that replaces another one of `user`: it must also be none of the latest,
    /// as many as the connection's policy remembers, the current one included.
    ///
    /// # Errors
    ///
    /// See [`Accounts::checked_hash`].
    pub(crate) async fn new_password(
        &self,
        connection: &Connection,
        identity: (String, String),
        password: &str,
        user: &User,
    ) -> Result<NewPassword, AccountFault> {
        let document = Document {
            profile: user.profile_of(&identity.0, &identity.1),
            user_metadata: user.user_metadata.clone(),
            app_metadata: user.app_metadata.clone(),
        };
        let hash = self.checked_hash(connection, password, &document).await?;
        let new = NewPassword {
            user_id: user.user_id.clone(),
            names: LoginIdentifier::of(&document.profile),
            identity: identity.clone(),
            hash,
            history: policy(connection).history_size(),
        };
        if new.history == 0 {
            return Ok(new);
        }
        let (tenant, history) = (self.tenant.to_owned(), new.history);
        let former: Result<Vec<String>, StoreError> = self
            .store
            .read(move |db| {
                user_changes::passwords(db, &tenant, (&identity.0, &identity.1), history)
            })
            .await;
        for former in former? {
            let (Ok(former), Some(password)) =
                (StoredPassword::parse(&former), Password::new(password))
            else {
                continue;
            };
            let verdict = self.hashing.verify(password, Some(former)).await?;
            if matches!(verdict, Verdict::Match { .. }) {
                return Err(PasswordFault::History.into());
            }
        }
        Ok(new)
    }

    /// Hashes a password after checking it against the connection's policy.
    ///
    /// # Errors
    ///
    /// [`AccountFault::Password`] and [`AccountFault::TooLong`] for a password that will not do.
    async fn checked_hash(
        &self,
        connection: &Connection,
        password: &str,
        document: &Document,
    ) -> Result<String, AccountFault> {
        policy(connection).check(password, &Value::Object(document.write()))?;
        let password = Password::new(password).ok_or(AccountFault::TooLong)?;
        Ok(self.hashing.hash(password, self.entropy.bytes()).await?)
    }
}

/// A password that passed the policy, and whose it becomes.
pub(crate) struct NewPassword {
    user_id: String,
    /// What its owner logs in with.
    names: Vec<LoginIdentifier>,
    /// Provider and id.
    identity: (String, String),
    hash: String,
    /// How many former passwords are remembered.
    history: usize,
}

impl NewPassword {
    /// Stores it, ends what the old one had opened (whoever knew it is out, everywhere: sessions, refresh tokens,
    /// codes that would buy some, and links to set another one), and forgets failures to guess the old one.
    ///
    /// `false`, and nothing is changed, when the identity is gone or was unlinked meanwhile: it is somebody else's then.
    pub(crate) fn store(
        &self,
        db: &mut store::Connection<'_>,
        tenant: &str,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let identity = (self.identity.0.as_str(), self.identity.1.as_str());
        let owner = identities::owner(db, tenant, identity.0, identity.1)?;
        if owner.as_ref() != Some(&self.user_id) {
            return Ok(false);
        }
        user_changes::set_password(db, tenant, identity, &self.hash, self.history, now)?;
        // A login with the old one that is counted at this moment collides here, and looks again.
        users::touch(db, tenant, &self.user_id, now)?;
        sessions::end_of_user(db, tenant, &self.user_id)?;
        refresh_tokens::end_of_user(db, tenant, &self.user_id, None)?;
        tickets::void(db, tenant, TicketKind::PasswordChange, &self.user_id, now)?;
        for name in &self.names {
            login_failures::clear_everywhere(db, tenant, &name.value)?;
        }
        Ok(true)
    }
}

/// The password policy of a connection.
fn policy(connection: &Connection) -> PasswordPolicy {
    let none = Map::new();
    let options = connection
        .document
        .get("options")
        .and_then(Value::as_object);
    PasswordPolicy::from_options(options.unwrap_or(&none))
}
