//! One record becomes a user, or changes one.

use crate::domain::connection::Connection;
use crate::domain::import::error::ImportError;
use crate::domain::import::record::Record;
use crate::domain::user::{IdentifierKind, LoginIdentifier, User};
use crate::server::Server;
use crate::store::authentication_methods::{self, MethodRow};
use crate::store::users::{self, NewUser};
use crate::store::{self, StoreError, identities, user_changes};

/// What became of a record.
pub(super) enum Outcome {
    Inserted,
    Updated,
    Failed(Vec<ImportError>),
}

/// Where records go.
pub(super) struct Destination<'i> {
    pub(super) server: &'i Server,
    pub(super) tenant: &'i str,
    pub(super) connection: &'i Connection,
    pub(super) upserts: bool,
    pub(super) now: jiff::Timestamp,
}

impl Destination<'_> {
    /// Imports a record; a new user without an id of their own gets `new_id`.
    pub(super) fn import(
        &self,
        db: &mut store::Connection<'_>,
        record: &Record,
        new_id: &str,
    ) -> Result<Outcome, StoreError> {
        match self.known(db, record)? {
            None => self.insert(db, record, new_id),
            Some(_) if !self.upserts => Ok(duplicate()),
            Some(user) => self.update(db, record, &user),
        }
    }

    /// The user whom a record means: by address, id, username or number, in this order.
    fn known(
        &self,
        db: &mut store::Connection<'_>,
        record: &Record,
    ) -> Result<Option<User>, StoreError> {
        let names = [
            ("email", IdentifierKind::Email),
            ("username", IdentifierKind::Username),
            ("phone_number", IdentifierKind::PhoneNumber),
        ];
        let mut owner = None;
        for (name, kind) in names {
            if owner.is_none()
                && let Some(value) = record.text(name)
            {
                let identifier = LoginIdentifier {
                    kind,
                    value: value.to_lowercase(),
                };
                owner = users::find_owner(db, self.tenant, &self.connection.id, &identifier)?;
            }
            if owner.is_none()
                && name == "email"
                && let Some(id) = &record.identity_id
            {
                owner = Some((self.connection.provider.clone(), id.clone()));
            }
            if let Some((provider, id)) = &owner {
                match identities::owner(db, self.tenant, provider, id)? {
                    Some(user_id) => return users::find(db, self.tenant, &user_id),
                    None => owner = None,
                }
            }
        }
        Ok(None)
    }

    fn insert(
        &self,
        db: &mut store::Connection<'_>,
        record: &Record,
        new_id: &str,
    ) -> Result<Outcome, StoreError> {
        let document = record.document();
        let new = NewUser {
            provider: &self.connection.provider,
            identity_id: record.identity_id.as_deref().unwrap_or(new_id),
            connection_id: &self.connection.id,
            connection_name: &self.connection.name,
            document: &document,
            identifiers: &self.connection.login_identifiers(&document.profile),
            is_blocked: record.is_blocked(),
            password_hash: record.password_column.as_deref(),
            now: self.now,
        };
        let Some(user) = users::insert(db, self.tenant, &new)? else {
            return Ok(duplicate());
        };
        self.set_factors(db, record, &user.user_id)?;
        Ok(Outcome::Inserted)
    }

    /// Gives a user the second factors of a record in place of those they had.
    fn set_factors(
        &self,
        db: &mut store::Connection<'_>,
        record: &Record,
        user_id: &str,
    ) -> Result<(), StoreError> {
        let Some(factors) = record.factors() else {
            return Ok(());
        };
        authentication_methods::delete_of_user(db, self.tenant, user_id)?;
        for (kind, secret) in factors {
            let id = format!("{kind}|dev_{}", self.server.entropy.base62(16));
            let context = MethodRow::seal_context(&id);
            let sealer = &self.server.sealer;
            let method = MethodRow {
                secret: sealer.seal(self.tenant, &context, secret.as_bytes())?,
                id,
                kind: kind.to_owned(),
                labels: None,
                created_at: self.now,
            };
            authentication_methods::insert(db, self.tenant, user_id, &method)?;
        }
        Ok(())
    }

    fn update(
        &self,
        db: &mut store::Connection<'_>,
        record: &Record,
        user: &User,
    ) -> Result<Outcome, StoreError> {
        let conflict = |code, name: &str| {
            Ok(Outcome::Failed(vec![ImportError::new(
                code,
                name,
                "Another user has this value already",
            )]))
        };
        let primary = user.identities.first();
        let Some(primary) = primary.filter(|primary| primary.connection_id == self.connection.id)
        else {
            return conflict("CONFLICT", "email");
        };
        if record
            .identity_id
            .as_ref()
            .is_some_and(|id| *id != primary.identity_id)
        {
            return conflict("CONFLICT", "user_id");
        }
        if record
            .text("username")
            .is_some_and(|name| user.profile.username.as_deref() != Some(name))
            && let Some(name) = record.text("username")
            && user_changes::is_taken(
                db,
                self.tenant,
                &self.connection.id,
                IdentifierKind::Username,
                name,
            )?
        {
            return conflict("CONFLICT_USERNAME", "username");
        }
        let mut changed = record.update(user);
        changed.updated_at = self.now;
        let names = self.connection.login_identifiers(&changed.profile);
        if !user_changes::rename(db, self.tenant, primary, &names)? {
            return conflict("CONFLICT_EMAIL", "email");
        }
        user_changes::update(db, self.tenant, &changed)?;
        // A hash that the user has logged in with is ours by now, and stays.
        if let Some(hash) = record
            .password_column
            .as_ref()
            .filter(|_| record.replaces_password && user.logins_count == 0)
        {
            let identity = (primary.provider.as_str(), primary.identity_id.as_str());
            user_changes::set_password(db, self.tenant, identity, hash, 0, self.now)?;
        }
        self.set_factors(db, record, &user.user_id)?;
        Ok(Outcome::Updated)
    }
}

fn duplicate() -> Outcome {
    let sentence = "The user already exist and upsert parameter is false";
    Outcome::Failed(vec![ImportError::new("DUPLICATED_USER", "", sentence)])
}
