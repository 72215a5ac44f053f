//! The rows of second factors.

use jiff::Timestamp;
use serde_json::{Map, Value};

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
    /// What it is called and how it is preferred, under the wire's names.
    pub(crate) labels: Option<Map<String, Value>>,
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
        INSERT INTO authentication_methods (tenant_id, user_id, id, type, secret, created_at, labels)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let values = values![
        tenant,
        user_id,
        &method.id,
        &method.kind,
        method.secret.as_slice(),
        method.created_at,
        method.labels.as_ref().map(super::text)
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
        SELECT id, type, secret, labels, created_at FROM authentication_methods
        WHERE tenant_id = $1 AND user_id = $2 ORDER BY created_at, id";
    db.all(LIST, values![tenant, user_id], |row| {
        Ok(MethodRow {
            id: row.get("id")?,
            kind: row.get("type")?,
            secret: row.get("secret")?,
            labels: super::optional_json(row, "authentication_methods", "labels")?,
            created_at: row.time("created_at")?,
        })
    })
}

/// Replaces what a second factor is called.
pub(crate) fn set_labels(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    method: &MethodRow,
) -> Result<(), StoreError> {
    const SET: &str = "
        UPDATE authentication_methods SET labels = $4
        WHERE tenant_id = $1 AND user_id = $2 AND id = $3";
    let labels = method.labels.as_ref().map(super::text);
    db.execute(SET, values![tenant, user_id, &method.id, labels])?;
    Ok(())
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
