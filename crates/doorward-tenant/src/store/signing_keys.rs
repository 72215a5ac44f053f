//! The rows of signing keys. Private keys are sealed before they come here.

use jiff::Timestamp;

use super::connection::values;
use super::{Connection, StoreError};
use crate::keys::KeyState;

/// A signing key as stored.
pub(crate) struct SigningKeyRow {
    pub(crate) kid: String,
    pub(crate) state: KeyState,
    /// Sealed.
    pub(crate) private_key: Vec<u8>,
    pub(crate) certificate: Vec<u8>,
    pub(crate) revoked_at: Option<Timestamp>,
}

/// All keys of a tenant, current first, then next, then the previous ones.
pub(crate) fn list(
    db: &mut Connection<'_>,
    tenant: &str,
) -> Result<Vec<SigningKeyRow>, StoreError> {
    const LIST: &str = "
        SELECT kid, state, private_key, certificate, revoked_at
        FROM signing_keys
        WHERE tenant_id = $1
        ORDER BY CASE state WHEN 'current' THEN 0 WHEN 'next' THEN 1 ELSE 2 END, created_at DESC";
    db.all(LIST, values![tenant], |row| {
        Ok(SigningKeyRow {
            kid: row.get("kid")?,
            state: KeyState::named(&row.get::<String>("state")?).ok_or(StoreError::Nonsense {
                table: "signing_keys",
                column: "state",
            })?,
            private_key: row.get("private_key")?,
            certificate: row.get("certificate")?,
            revoked_at: row.optional_time("revoked_at")?,
        })
    })
}

/// Stores a new key.
pub(crate) fn insert(
    db: &mut Connection<'_>,
    tenant: &str,
    key: &SigningKeyRow,
    now: Timestamp,
) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO signing_keys
            (tenant_id, kid, state, private_key, certificate, created_at, current_since)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let current_since = (key.state == KeyState::Current).then_some(now);
    db.execute(
        INSERT,
        values![
            tenant,
            &key.kid,
            key.state.name(),
            key.private_key.as_slice(),
            key.certificate.as_slice(),
            now,
            current_since,
        ],
    )?;
    Ok(())
}

/// When a key signed: since when, and until when if it no longer does.
pub(crate) struct Reign {
    pub(crate) kid: String,
    pub(crate) since: Option<Timestamp>,
    pub(crate) until: Option<Timestamp>,
}

/// When each key of a tenant signed.
pub(crate) fn reigns(db: &mut Connection<'_>, tenant: &str) -> Result<Vec<Reign>, StoreError> {
    const LIST: &str = "
        SELECT kid, current_since, current_until FROM signing_keys WHERE tenant_id = $1";
    db.all(LIST, values![tenant], |row| {
        Ok(Reign {
            kid: row.get("kid")?,
            since: row.optional_time("current_since")?,
            until: row.optional_time("current_until")?,
        })
    })
}

/// Lets the next key sign from now on; `fresh` is announced after it. Answers the `kid` that signs now.
pub(crate) fn rotate(
    db: &mut Connection<'_>,
    tenant: &str,
    fresh: &SigningKeyRow,
    now: Timestamp,
) -> Result<Option<String>, StoreError> {
    const RETIRE: &str = "
        UPDATE signing_keys SET state = 'previous', current_until = $2
        WHERE tenant_id = $1 AND state = 'current'";
    const ENTHRONE: &str = "
        UPDATE signing_keys SET state = 'current', current_since = $2
        WHERE tenant_id = $1 AND state = 'next'";
    const CURRENT: &str = "SELECT kid FROM signing_keys WHERE tenant_id = $1 AND state = 'current'";
    db.execute(RETIRE, values![tenant, now])?;
    db.execute(ENTHRONE, values![tenant, now])?;
    insert(db, tenant, fresh, now)?;
    db.first(CURRENT, values![tenant], |row| row.get("kid"))
}

/// Ends a key that signs no longer: nothing it signed counts. Answers whether there is such a key.
pub(crate) fn revoke(
    db: &mut Connection<'_>,
    tenant: &str,
    kid: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    const REVOKE: &str = "
        UPDATE signing_keys SET revoked_at = COALESCE(revoked_at, $3)
        WHERE tenant_id = $1 AND kid = $2 AND state = 'previous'";
    Ok(db.execute(REVOKE, values![tenant, kid, now])? == 1)
}
