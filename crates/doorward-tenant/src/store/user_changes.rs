//! Changes of users who are there: their attributes, their passwords, their end.

use jiff::Timestamp;

use super::connection::values;
use super::users::{self, find_owner, name_identity};
use super::{
    Connection, StoreError, authentication_methods, device_codes, grants, identities,
    refresh_tokens, sessions, tickets, user_counts, user_terms,
};
use crate::domain::user::{IdentifierKind, Identity, LoginIdentifier, User};

/// How many characters the hash of a former password may have. PostgreSQL keeps it in an index, whose rows are bounded;
/// only hashes that were imported with very long salts are longer.
const LONGEST_REMEMBERED: i64 = 600;

/// Makes a user's row what `user` says: root attributes, metadata, block, `updated_at` and
/// `last_password_reset`. Answers whether they are there.
pub(crate) fn update(
    db: &mut Connection<'_>,
    tenant: &str,
    user: &User,
) -> Result<bool, StoreError> {
    if !users::update_row(db, tenant, user)? {
        return Ok(false);
    }
    user_terms::replace(db, tenant, user)?;
    Ok(true)
}

/// Lets an identity be found by these names and no others; `false` and no change when one of them is somebody
/// else's.
pub(crate) fn rename(
    db: &mut Connection<'_>,
    tenant: &str,
    identity: &Identity,
    wanted: &[LoginIdentifier],
) -> Result<bool, StoreError> {
    const LIST: &str = "
        SELECT kind, identifier FROM login_identifiers
        WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3";
    const DELETE: &str = "
        DELETE FROM login_identifiers
        WHERE tenant_id = $1 AND connection_id = $2 AND kind = $3 AND identifier = $4";
    let connection_id = identity.connection_id.as_str();
    let identity = (identity.provider.as_str(), identity.identity_id.as_str());
    let present = db.all(LIST, values![tenant, identity.0, identity.1], |row| {
        Ok((row.get::<String>("kind")?, row.get::<String>("identifier")?))
    })?;
    let is_same = |name: &LoginIdentifier, (kind, value): &(String, String)| {
        name.kind.name() == kind && name.value == *value
    };
    let new: Vec<_> = wanted
        .iter()
        .filter(|name| !present.iter().any(|present| is_same(name, present)))
        .collect();
    for name in &new {
        if find_owner(db, tenant, connection_id, name)?.is_some() {
            return Ok(false);
        }
    }
    for old in present
        .iter()
        .filter(|present| !wanted.iter().any(|name| is_same(name, present)))
    {
        db.execute(DELETE, values![tenant, connection_id, &old.0, &old.1])?;
    }
    for name in new {
        name_identity(db, tenant, connection_id, identity, name)?;
    }
    Ok(true)
}

/// Whether the user's connection knows somebody by this name.
pub(crate) fn is_taken(
    db: &mut Connection<'_>,
    tenant: &str,
    connection_id: &str,
    kind: IdentifierKind,
    value: &str,
) -> Result<bool, StoreError> {
    let identifier = LoginIdentifier {
        kind,
        value: value.to_lowercase(),
    };
    Ok(find_owner(db, tenant, connection_id, &identifier)?.is_some())
}

/// The hashes of an identity's passwords, the current one first, at most `limit`.
pub(crate) fn passwords(
    db: &mut Connection<'_>,
    tenant: &str,
    identity: (&str, &str),
    limit: usize,
) -> Result<Vec<String>, StoreError> {
    const CURRENT: &str = "
        SELECT password_hash FROM identities
        WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3 AND password_hash IS NOT NULL";
    const FORMER: &str = "
        SELECT password_hash FROM former_passwords
        WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3
        ORDER BY replaced_at DESC LIMIT $4";
    let current = db.first(CURRENT, values![tenant, identity.0, identity.1], |row| {
        row.get("password_hash")
    })?;
    let mut hashes: Vec<String> = current.into_iter().collect();
    let values = values![tenant, identity.0, identity.1, limit as i64];
    hashes.extend(db.all(FORMER, values, |row| row.get::<String>("password_hash"))?);
    hashes.truncate(limit);
    Ok(hashes)
}

/// Gives an identity another password. The one it had is remembered among the `history` latest, unless its hash is of
/// an unusual length.
/// Answers whether the identity was there.
pub(crate) fn set_password(
    db: &mut Connection<'_>,
    tenant: &str,
    identity: (&str, &str),
    hash: &str,
    history: usize,
    now: Timestamp,
) -> Result<bool, StoreError> {
    const REMEMBER: &str = "
        INSERT INTO former_passwords (tenant_id, provider, identity_id, password_hash, replaced_at)
        SELECT tenant_id, provider, identity_id, password_hash, $4 FROM identities
        WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3 AND LENGTH(password_hash) <= $5
        ON CONFLICT DO NOTHING";
    const FORGET: &str = "
        DELETE FROM former_passwords
        WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3 AND replaced_at <= (
            SELECT replaced_at FROM former_passwords
            WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3
            ORDER BY replaced_at DESC LIMIT 1 OFFSET $4)";
    let (provider, identity_id) = identity;
    if history > 0 {
        let values = values![tenant, provider, identity_id, now, LONGEST_REMEMBERED];
        db.execute(REMEMBER, values)?;
    }
    db.execute(
        FORGET,
        values![tenant, provider, identity_id, history as i64],
    )?;
    identities::set_password_hash(db, tenant, identity, hash, now)
}

/// Ends a user with everything that was theirs, except log entries. Answers whether they were there.
pub(crate) fn delete(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    const DELETE_IDENTITIES: &str = "DELETE FROM identities WHERE tenant_id = $1 AND user_id = $2";
    const DELETE_NAMES: &str = "
        DELETE FROM login_identifiers WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3";
    const DELETE_PASSWORDS: &str = "
        DELETE FROM former_passwords WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3";
    for identity in users::identities(db, tenant, user_id)? {
        let identity = values![tenant, &identity.provider, &identity.identity_id];
        db.execute(DELETE_NAMES, identity)?;
        db.execute(DELETE_PASSWORDS, identity)?;
    }
    db.execute(DELETE_IDENTITIES, values![tenant, user_id])?;
    forget(db, tenant, user_id, now)
}

/// Takes a linked identity away from its user, who stays.
pub(crate) fn delete_identity(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    (provider, identity_id): (&str, &str),
    now: Timestamp,
) -> Result<(), StoreError> {
    const STATEMENTS: &[&str] = &[
        "DELETE FROM login_identifiers WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3",
        "DELETE FROM former_passwords WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3",
        "DELETE FROM identities WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3",
    ];
    for statement in STATEMENTS {
        db.execute(statement, values![tenant, provider, identity_id])?;
    }
    identities::touch(db, tenant, user_id, now)
}

/// Ends a user's row and what hangs on its id, and leaves the identities to another user.
pub(super) fn forget(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    const DELETE: &str = "DELETE FROM users WHERE tenant_id = $1 AND user_id = $2";
    const LEAVE_ROLES: &str = "DELETE FROM user_roles WHERE tenant_id = $1 AND user_id = $2";
    const LOSE_PERMISSIONS: &str =
        "DELETE FROM user_permissions WHERE tenant_id = $1 AND user_id = $2";
    db.execute(LEAVE_ROLES, values![tenant, user_id])?;
    db.execute(LOSE_PERMISSIONS, values![tenant, user_id])?;
    sessions::end_of_user(db, tenant, user_id)?;
    device_codes::end_of_user(db, tenant, user_id, None)?;
    refresh_tokens::orphan(db, tenant, user_id, now)?;
    grants::delete_of_user(db, tenant, user_id)?;
    tickets::delete_of_user(db, tenant, user_id)?;
    authentication_methods::delete_of_user(db, tenant, user_id)?;
    user_terms::delete(db, tenant, user_id)?;
    let is_deleted = db.execute(DELETE, values![tenant, user_id])? == 1;
    if is_deleted {
        user_counts::note(db, tenant, -1)?;
    }
    Ok(is_deleted)
}
