//! What proves who a user is: new passwords, verified addresses.

use jiff::Timestamp;

use super::connection::values;
use super::{Connection, StoreError, users};
use crate::domain::user::{Document, User};

/// Replaces the password of an identity. Answers whether the identity was there.
pub(crate) fn set_password(
    db: &mut Connection<'_>,
    tenant: &str,
    (provider, identity_id): (&str, &str),
    user_id: &str,
    hash: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    const SET: &str = "
        UPDATE identities SET password_hash = $4, password_set_at = $5
        WHERE tenant_id = $1 AND provider = $2 AND identity_id = $3";
    const NOTE: &str = "
        UPDATE users SET last_password_reset = $3, updated_at = $3
        WHERE tenant_id = $1 AND user_id = $2";
    let set = db.execute(SET, values![tenant, provider, identity_id, hash, now])?;
    db.execute(NOTE, values![tenant, user_id, now])?;
    Ok(set == 1)
}

/// Notes that the user has this address. Answers whether it was not known to be theirs before;
/// a user who has another address by now stays as they are.
pub(crate) fn mark_email_verified(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    email: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    const UPDATE: &str = "
        UPDATE users SET document = $3, updated_at = $4 WHERE tenant_id = $1 AND user_id = $2";
    let Some(user) = users::find(db, tenant, user_id)? else {
        return Ok(false);
    };
    let User {
        mut profile,
        user_metadata,
        app_metadata,
        ..
    } = user;
    if profile.email_verified || profile.email.as_deref() != Some(email) {
        return Ok(false);
    }
    profile.email_verified = true;
    let document = Document {
        profile,
        user_metadata,
        app_metadata,
    };
    db.execute(
        UPDATE,
        values![tenant, user_id, super::text(&document.write()), now],
    )?;
    Ok(true)
}
