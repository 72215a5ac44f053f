//! Linking: a user's identities move to another user and back.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::connection::{Statement, values};
use super::users::{self, NewUser};
use super::{Connection, StoreError, user_changes, user_counts, user_terms};
use crate::domain::user::{Document, Identity, User};

/// A password that somebody has just shown to know.
#[derive(Debug, Clone)]
pub(crate) struct VerifiedPassword {
    pub(crate) provider: String,
    pub(crate) identity_id: String,
    /// When it was set.
    pub(crate) set_at: Option<Timestamp>,
}

/// Whether a password is still the identity's. Whoever builds on it also writes the row of its user, as whoever
/// changes it does: on PostgreSQL the two cannot pass by each other then.
pub(crate) fn is_current(
    db: &mut Connection<'_>,
    tenant: &str,
    password: &VerifiedPassword,
) -> Result<bool, StoreError> {
    const FIND: &str = "
        SELECT password_set_at FROM identities
        WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3 AND password_hash IS NOT NULL";
    let identity = values![tenant, &password.provider, &password.identity_id];
    let found = db.first(FIND, identity, |row| row.optional_time("password_set_at"))?;
    Ok(found.is_some_and(|set_at| set_at == password.set_at))
}

/// Whom an identity belongs to.
pub(crate) fn owner(
    db: &mut Connection<'_>,
    tenant: &str,
    provider: &str,
    identity_id: &str,
) -> Result<Option<String>, StoreError> {
    const FIND: &str = "
        SELECT user_id FROM identities WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3";
    db.first(FIND, values![tenant, provider, identity_id], |row| {
        row.get("user_id")
    })
}

/// Makes the first identity of a user who is new.
pub(super) fn first(tenant: &str, user_id: &str, new: &NewUser<'_>) -> Statement {
    const INSERT: &str = "
        INSERT INTO identities
            (tenant_id, provider, identity_id, user_id, connection_id, position, password_hash, password_set_at)
        VALUES ($1, $2, $3, $4, $5, 0, $6, $7)";
    let values = values![
        tenant,
        new.provider,
        new.identity_id,
        user_id,
        new.connection_id,
        new.password_hash.map(str::to_owned),
        new.password_hash.map(|_| new.now),
    ];
    (INSERT.into(), values.to_vec())
}

/// Makes the attributes that a linked identity brought what `identity` says.
pub(crate) fn set_profile(
    db: &mut Connection<'_>,
    tenant: &str,
    identity: &Identity,
) -> Result<(), StoreError> {
    const UPDATE: &str = "
        UPDATE identities SET profile = $4
        WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3";
    let profile = identity.profile.as_ref().map(super::text);
    let values = values![tenant, &identity.provider, &identity.identity_id, profile];
    db.execute(UPDATE, values)?;
    Ok(())
}

/// Gives an identity the hash of another password. Answers whether it was there. No two passwords of an identity
/// were set at the same moment, so that the moment tells them apart.
pub(super) fn set_password_hash(
    db: &mut Connection<'_>,
    tenant: &str,
    (provider, identity_id): (&str, &str),
    hash: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    const SET: &str = "
        UPDATE identities SET password_hash = $4, password_set_at =
            CASE WHEN password_set_at >= $5 THEN password_set_at + 1 ELSE $5 END
        WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3";
    Ok(db.execute(SET, values![tenant, provider, identity_id, hash, now])? == 1)
}

/// Replaces the hash of a password that was just verified, unless it changed meanwhile.
pub(crate) fn rehash(
    db: &mut Connection<'_>,
    tenant: &str,
    login: (&str, &str),
    old_hash: &str,
    new_hash: &str,
) -> Result<(), StoreError> {
    const REHASH: &str = "
        UPDATE identities SET password_hash = $5
        WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3 AND password_hash = $4";
    db.execute(
        REHASH,
        values![tenant, login.0, login.1, old_hash, new_hash],
    )?;
    Ok(())
}

/// Makes the identity of `secondary` one of `primary`'s. The secondary user ends; what its root
/// attributes were stays with the identity, and whether they were blocked.
pub(crate) fn link(
    db: &mut Connection<'_>,
    tenant: &str,
    primary: &User,
    secondary: &User,
    now: Timestamp,
) -> Result<(), StoreError> {
    const MOVE: &str = "
        UPDATE identities SET user_id = $3, position = $4, profile = $5, was_blocked = $6
        WHERE tenant_id = $1 AND user_id = $2";
    let position = primary.identities.len() as i64;
    let profile = super::text(&profile_data(secondary));
    db.execute(
        MOVE,
        values![
            tenant,
            &secondary.user_id,
            &primary.user_id,
            position,
            profile,
            secondary.is_blocked
        ],
    )?;
    user_changes::forget(db, tenant, &secondary.user_id, now)?;
    touch(db, tenant, &primary.user_id, now)
}

/// Makes a linked identity a user of its own again, with the attributes it came with; one who was blocked is blocked.
pub(crate) fn unlink(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    identity: &Identity,
    now: Timestamp,
) -> Result<(), StoreError> {
    const MOVE: &str = "
        UPDATE identities SET user_id = $4, position = 0, profile = NULL, was_blocked = FALSE
        WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3";
    const FIND: &str = "
        SELECT was_blocked FROM identities
        WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3";
    let own_id = format!("{}|{}", identity.provider, identity.identity_id);
    let document = Document::read(identity.profile.clone().unwrap_or_default());
    let key = values![tenant, &identity.provider, &identity.identity_id];
    let was_blocked = db.first(FIND, key, |row| row.get("was_blocked"))?;
    db.execute(
        MOVE,
        values![tenant, &identity.provider, &identity.identity_id, &own_id],
    )?;
    let is_blocked = was_blocked.unwrap_or(false);
    users::insert_row(db, tenant, &own_id, &document, is_blocked, now)?;
    if let Some(user) = users::find(db, tenant, &own_id)? {
        user_terms::insert(db, tenant, &user)?;
    }
    user_counts::note(db, tenant, 1)?;
    touch(db, tenant, user_id, now)
}

/// The root attributes of a user, defaults included, as a linked identity shows them.
fn profile_data(user: &User) -> Map<String, Value> {
    let mut profile = user.profile.clone();
    profile.name = profile.name();
    profile.nickname = profile.nickname();
    profile.picture = profile.picture();
    Document {
        profile,
        ..Document::default()
    }
    .write()
}

/// Notes that a user changed and indexes the identities they have now.
pub(super) fn touch(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    users::touch(db, tenant, user_id, now)?;
    match users::find(db, tenant, user_id)? {
        Some(user) => user_terms::replace(db, tenant, &user),
        None => Ok(()),
    }
}
