//! The rows that count failed logins.

use jiff::Timestamp;

use super::connection::values;
use super::{Connection, StoreError};
use crate::domain::brute_force::Failures;

/// Whose failures are counted.
#[derive(Debug, Clone)]
pub(crate) struct Counter {
    pub(crate) connection_id: String,
    /// What was typed, normalized.
    pub(crate) identifier: String,
    /// Empty when all addresses count together.
    pub(crate) ip: String,
}

/// The failures counted so far.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    counter: &Counter,
) -> Result<Failures, StoreError> {
    const FIND: &str = "
        SELECT failures, last_at FROM login_failures
        WHERE tenant_id = $1 AND identifier = $2 AND ip = $3 AND connection_id = $4";
    let found = db.first(
        FIND,
        values![
            tenant,
            &counter.identifier,
            &counter.ip,
            &counter.connection_id
        ],
        |row| {
            Ok(Failures {
                count: u32::try_from(row.get::<i64>("failures")?).unwrap_or(u32::MAX),
                last_at: row.optional_time("last_at")?,
            })
        },
    )?;
    Ok(found.unwrap_or_default())
}

/// Replaces the count.
pub(crate) fn set(
    db: &mut Connection<'_>,
    tenant: &str,
    counter: &Counter,
    count: u32,
    last_at: Timestamp,
) -> Result<(), StoreError> {
    const SET: &str = "
        INSERT INTO login_failures (tenant_id, identifier, ip, connection_id, failures, last_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (tenant_id, identifier, ip, connection_id)
        DO UPDATE SET failures = $5, last_at = $6";
    db.execute(
        SET,
        values![
            tenant,
            &counter.identifier,
            &counter.ip,
            &counter.connection_id,
            i64::from(count),
            last_at,
        ],
    )?;
    Ok(())
}

/// Forgets the failures of an identifier, from all addresses if none is named. Answers how many rows went.
pub(crate) fn clear(
    db: &mut Connection<'_>,
    tenant: &str,
    identifier: &str,
    ip: Option<&str>,
) -> Result<u64, StoreError> {
    match ip {
        Some(ip) => db.execute(
            "DELETE FROM login_failures WHERE tenant_id = $1 AND identifier = $2 AND ip = $3",
            values![tenant, identifier, ip],
        ),
        None => db.execute(
            "DELETE FROM login_failures WHERE tenant_id = $1 AND identifier = $2",
            values![tenant, identifier],
        ),
    }
}
