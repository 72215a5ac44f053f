//! The rows of authorization codes, found by the hash of the code alone.

use jiff::Timestamp;

use super::connection::values;
use super::{Connection, StoreError};
use crate::domain::authorization_code::AuthorizationCode;
use crate::secret::sha256;

/// The code that a client presented, whatever its state; `None` when this client never had it.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    client_id: &str,
    presented: &str,
) -> Result<Option<AuthorizationCode>, StoreError> {
    const FIND: &str = "
        SELECT client_id, document, expires_at, used_at, family FROM authorization_codes
        WHERE tenant_id = $1 AND code_hash = $2 AND client_id = $3";
    let hash = sha256(presented.as_bytes());
    db.first(FIND, values![tenant, hash.as_slice(), client_id], |row| {
        Ok(AuthorizationCode {
            client_id: row.get("client_id")?,
            grant: super::json(row, "authorization_codes", "document")?,
            expires_at: row.time("expires_at")?,
            used_at: row.optional_time("used_at")?,
            family: row.get("family")?,
        })
    })
}

/// Stores a new code.
pub(crate) fn insert(
    db: &mut Connection<'_>,
    tenant: &str,
    issued: &str,
    code: &AuthorizationCode,
) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO authorization_codes
            (tenant_id, code_hash, client_id, document, expires_at, family, user_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let hash = sha256(issued.as_bytes());
    let document = super::to_json(&code.grant);
    db.execute(
        INSERT,
        values![
            tenant,
            hash.as_slice(),
            &code.client_id,
            document,
            code.expires_at,
            &code.family,
            &code.grant.user_id,
        ],
    )?;
    Ok(())
}

/// Marks a code as used. Answers whether it was not yet: of two that race, one wins.
pub(crate) fn spend(
    db: &mut Connection<'_>,
    tenant: &str,
    presented: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    const SPEND: &str = "
        UPDATE authorization_codes SET used_at = $3
        WHERE tenant_id = $1 AND code_hash = $2 AND used_at IS NULL";
    let hash = sha256(presented.as_bytes());
    Ok(db.execute(SPEND, values![tenant, hash.as_slice(), now])? == 1)
}

/// Ends the codes of a user, for one client if it is named.
pub(crate) fn end_of_user(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    client_id: Option<&str>,
) -> Result<(), StoreError> {
    const END: &str = "
        DELETE FROM authorization_codes
        WHERE tenant_id = $1 AND user_id = $2 AND (CAST($3 AS TEXT) IS NULL OR client_id = $3)";
    db.execute(END, values![tenant, user_id, client_id])?;
    Ok(())
}
