//! The rows of pushed authorization requests (RFC 9126), each used once.

use jiff::Timestamp;

use super::connection::values;
use super::{Connection, StoreError};
use crate::domain::parameters::Parameters;
use crate::secret::sha256;

/// Stores a request under the `request_uri` that its client got.
pub(crate) fn insert(
    db: &mut Connection<'_>,
    tenant: &str,
    request_uri: &str,
    client_id: &str,
    parameters: &Parameters,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO pushed_requests (tenant_id, uri_hash, client_id, document, expires_at)
        VALUES ($1, $2, $3, $4, $5)";
    let hash = sha256(request_uri.as_bytes());
    let document = super::to_json(parameters);
    db.execute(
        INSERT,
        values![tenant, hash.as_slice(), client_id, document, expires_at],
    )?;
    Ok(())
}

/// Takes the request of a client out; `None` when it expired, was used, or never was.
pub(crate) fn take(
    db: &mut Connection<'_>,
    tenant: &str,
    request_uri: &str,
    client_id: &str,
    now: Timestamp,
) -> Result<Option<Parameters>, StoreError> {
    const FIND: &str = "
        SELECT document FROM pushed_requests
        WHERE tenant_id = $1 AND uri_hash = $2 AND client_id = $3 AND expires_at > $4";
    const TAKE: &str = "DELETE FROM pushed_requests WHERE tenant_id = $1 AND uri_hash = $2";
    let hash = sha256(request_uri.as_bytes());
    let found = db.first(
        FIND,
        values![tenant, hash.as_slice(), client_id, now],
        |row| super::json(row, "pushed_requests", "document"),
    )?;
    if found.is_none() || db.execute(TAKE, values![tenant, hash.as_slice()])? != 1 {
        return Ok(None);
    }
    Ok(found)
}
