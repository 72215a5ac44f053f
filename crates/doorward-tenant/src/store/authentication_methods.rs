//! The rows of second factors.

use jiff::Timestamp;

use super::connection::values;
use super::{Connection, StoreError};

/// A second factor as stored.
#[derive(Debug, Clone)]
pub(crate) struct MethodRow {
    /// `totp|dev_…`.
    pub(crate) id: String,
    /// `totp`, `phone` or `email`.
    pub(crate) kind: String,
    /// Sealed: the key of `totp`, the number or the address of the others.
    pub(crate) secret: Vec<u8>,
    pub(crate) created_at: Timestamp,
}

impl MethodRow {
    /// What the secret is sealed for.
    pub(crate) fn seal_context(id: &str) -> String {
        format!("authentication_methods/{id}")
    }
}

/// Stores a second factor of a user.
pub(crate) fn insert(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    method: &MethodRow,
) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO authentication_methods (tenant_id, user_id, id, type, secret, created_at)
        VALUES ($1, $2, $3, $4, $5, $6)";
    let values = values![
        tenant,
        user_id,
        &method.id,
        &method.kind,
        method.secret.as_slice(),
        method.created_at
    ];
    db.execute(INSERT, values)?;
    Ok(())
}

/// The second factors of a user, oldest first.
pub(crate) fn list(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
) -> Result<Vec<MethodRow>, StoreError> {
    const LIST: &str = "
        SELECT id, type, secret, created_at FROM authentication_methods
        WHERE tenant_id = $1 AND user_id = $2 ORDER BY created_at, id";
    db.all(LIST, values![tenant, user_id], |row| {
        Ok(MethodRow {
            id: row.get("id")?,
            kind: row.get("type")?,
            secret: row.get("secret")?,
            created_at: row.time("created_at")?,
        })
    })
}

/// Takes one second factor away from a user. Answers whether they had it.
pub(crate) fn delete(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    id: &str,
) -> Result<bool, StoreError> {
    const DELETE: &str =
        "DELETE FROM authentication_methods WHERE tenant_id = $1 AND user_id = $2 AND id = $3";
    Ok(db.execute(DELETE, values![tenant, user_id, id])? == 1)
}

/// Takes all second factors away from a user.
pub(crate) fn delete_of_user(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
) -> Result<(), StoreError> {
    const DELETE: &str = "DELETE FROM authentication_methods WHERE tenant_id = $1 AND user_id = $2";
    db.execute(DELETE, values![tenant, user_id])?;
    Ok(())
}
