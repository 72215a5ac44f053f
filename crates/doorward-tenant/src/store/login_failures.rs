//! The rows that count failed logins: of one account, and of one address whatever the account.

use std::net::IpAddr;

use jiff::Timestamp;

use super::connection::values;
use super::{Connection, StoreError};
use crate::domain::brute_force::Failures;

/// Whose failures are counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Counter {
    /// Empty when all accounts of an address count together.
    pub(crate) connection_id: String,
    /// What was typed, normalized, and short enough for an index. Empty as `connection_id` is.
    pub(crate) identifier: String,
    /// Empty when all addresses count together.
    pub(crate) ip: String,
}

impl Counter {
    /// All failures of an address.
    pub(crate) fn of_address(ip: IpAddr) -> Self {
        Self {
            connection_id: String::new(),
            identifier: String::new(),
            ip: ip.to_string(),
        }
    }
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

/// The failures of an identifier, for each connection and address.
pub(crate) fn list(
    db: &mut Connection<'_>,
    tenant: &str,
    identifier: &str,
) -> Result<Vec<(Counter, Failures)>, StoreError> {
    const LIST: &str = "
        SELECT identifier, ip, connection_id, failures, last_at FROM login_failures
        WHERE tenant_id = $1 AND identifier = $2 ORDER BY connection_id, ip";
    db.all(LIST, values![tenant, identifier], |row| {
        let counter = Counter {
            connection_id: row.get("connection_id")?,
            identifier: row.get("identifier")?,
            ip: row.get("ip")?,
        };
        let failures = Failures {
            count: u32::try_from(row.get::<i64>("failures")?).unwrap_or(u32::MAX),
            last_at: row.optional_time("last_at")?,
        };
        Ok((counter, failures))
    })
}

/// Replaces the count.
pub(crate) fn set(
    db: &mut Connection<'_>,
    tenant: &str,
    counter: &Counter,
    failures: Failures,
    now: Timestamp,
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
            i64::from(failures.count),
            failures.last_at.unwrap_or(now),
        ],
    )?;
    Ok(())
}

/// Forgets one count: what somebody showed about an account of one connection says nothing of another's.
pub(crate) fn clear(
    db: &mut Connection<'_>,
    tenant: &str,
    counter: &Counter,
) -> Result<(), StoreError> {
    const CLEAR: &str = "
        DELETE FROM login_failures
        WHERE tenant_id = $1 AND identifier = $2 AND ip = $3 AND connection_id = $4";
    let values = values![
        tenant,
        &counter.identifier,
        &counter.ip,
        &counter.connection_id
    ];
    db.execute(CLEAR, values)?;
    Ok(())
}

/// Forgets all failures of an identifier, of whatever connection and from wherever. Answers how many counts went.
pub(crate) fn clear_everywhere(
    db: &mut Connection<'_>,
    tenant: &str,
    identifier: &str,
) -> Result<u64, StoreError> {
    const CLEAR: &str = "DELETE FROM login_failures WHERE tenant_id = $1 AND identifier = $2";
    db.execute(CLEAR, values![tenant, identifier])
}

/// Forgets all failures of an address where no account is meant: logins, and codes that anybody may try. Answers how
/// many counts went.
pub(crate) fn clear_address(
    db: &mut Connection<'_>,
    tenant: &str,
    ip: IpAddr,
) -> Result<u64, StoreError> {
    const CLEAR: &str =
        "DELETE FROM login_failures WHERE tenant_id = $1 AND identifier = $2 AND ip = $3";
    db.execute(CLEAR, values![tenant, "", ip.to_string()])
}
