//! The rows of one-time codes: one counts for each address.

use jiff::Timestamp;

use super::connection::values;
use super::{Connection, StoreError};
use crate::domain::passwordless::CodeDetail;

/// A code as stored.
#[derive(Clone)]
pub(crate) struct PasswordlessCodeRow {
    /// Sealed.
    pub(crate) code: Vec<u8>,
    pub(crate) detail: CodeDetail,
    pub(crate) attempts: i64,
    pub(crate) expires_at: Timestamp,
}

/// Whom a code is for.
#[derive(Clone)]
pub(crate) struct Recipient {
    pub(crate) connection_id: String,
    /// E-mail address in lower case, or telephone number.
    pub(crate) address: String,
}

impl Recipient {
    /// What the code is sealed for.
    pub(crate) fn seal_context(&self) -> String {
        format!("passwordless_codes/{}/{}", self.connection_id, self.address)
    }
}

/// The code that counts for a recipient.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    to: &Recipient,
) -> Result<Option<PasswordlessCodeRow>, StoreError> {
    const FIND: &str = "
        SELECT code, document, attempts, expires_at FROM passwordless_codes
        WHERE tenant_id = $1 AND connection_id = $2 AND recipient = $3";
    db.first(
        FIND,
        values![tenant, &to.connection_id, &to.address],
        |row| {
            Ok(PasswordlessCodeRow {
                code: row.get("code")?,
                detail: super::json(row, "passwordless_codes", "document")?,
                attempts: row.get("attempts")?,
                expires_at: row.time("expires_at")?,
            })
        },
    )
}

/// Stores a code in place of an older one.
pub(crate) fn replace(
    db: &mut Connection<'_>,
    tenant: &str,
    to: &Recipient,
    code: &PasswordlessCodeRow,
) -> Result<(), StoreError> {
    const REPLACE: &str = "
        INSERT INTO passwordless_codes
            (tenant_id, connection_id, recipient, code, document, attempts, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (tenant_id, connection_id, recipient) DO UPDATE
        SET code = excluded.code, document = excluded.document, attempts = excluded.attempts,
            expires_at = excluded.expires_at";
    db.execute(
        REPLACE,
        values![
            tenant,
            &to.connection_id,
            &to.address,
            code.code.as_slice(),
            super::to_json(&code.detail),
            code.attempts,
            code.expires_at,
        ],
    )?;
    Ok(())
}

/// Counts a wrong try, before it is answered.
pub(crate) fn count_attempt(
    db: &mut Connection<'_>,
    tenant: &str,
    to: &Recipient,
) -> Result<(), StoreError> {
    const COUNT: &str = "
        UPDATE passwordless_codes SET attempts = attempts + 1
        WHERE tenant_id = $1 AND connection_id = $2 AND recipient = $3";
    db.execute(COUNT, values![tenant, &to.connection_id, &to.address])?;
    Ok(())
}

/// Spends the code.
pub(crate) fn remove(
    db: &mut Connection<'_>,
    tenant: &str,
    to: &Recipient,
) -> Result<(), StoreError> {
    const REMOVE: &str = "
        DELETE FROM passwordless_codes
        WHERE tenant_id = $1 AND connection_id = $2 AND recipient = $3";
    db.execute(REMOVE, values![tenant, &to.connection_id, &to.address])?;
    Ok(())
}
