//! The rows that count how often one user logs in from one address, rightly or wrongly.

use jiff::Timestamp;

use super::connection::values;
use super::login_failures::Counter;
use super::{Connection, StoreError};

/// When none of the attempts counts any more; `None` when there is none.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    counter: &Counter,
) -> Result<Option<Timestamp>, StoreError> {
    const FIND: &str = "
        SELECT free_at FROM login_attempts
        WHERE tenant_id = $1 AND identifier = $2 AND ip = $3 AND connection_id = $4";
    let Counter {
        connection_id,
        identifier,
        ip,
    } = counter;
    let key = values![tenant, identifier, ip, connection_id];
    db.first(FIND, key, |row| row.time("free_at"))
}

/// Replaces that moment.
pub(crate) fn set(
    db: &mut Connection<'_>,
    tenant: &str,
    counter: &Counter,
    free_at: Timestamp,
) -> Result<(), StoreError> {
    const SET: &str = "
        INSERT INTO login_attempts (tenant_id, identifier, ip, connection_id, free_at)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (tenant_id, identifier, ip, connection_id) DO UPDATE SET free_at = $5";
    let Counter {
        connection_id,
        identifier,
        ip,
    } = counter;
    db.execute(SET, values![tenant, identifier, ip, connection_id, free_at])?;
    Ok(())
}
