//! What is short-lived goes away by itself.

use jiff::{SignedDuration, Timestamp};

use super::connection::values;
use super::{Connection, StoreError};

/// A table whose rows end: a statement that deletes at most a batch of those that ended before `$1`.
///
/// `$2` bounds the batch: one commit stays short, and other writes get in between.
pub(crate) struct Ending {
    pub(crate) sql: &'static str,
    /// How long rows are kept after their end.
    pub(crate) grace: SignedDuration,
}

/// How many rows one unit of work deletes from one table at most.
pub(crate) const BATCH: i64 = 500;

/// Everything that ends. A new short-lived table adds its line here.
pub(crate) const ENDINGS: &[Ending] = &[
    Ending {
        sql: "DELETE FROM refresh_tokens WHERE (tenant_id, token_hash) IN (
            SELECT tenant_id, token_hash FROM refresh_tokens WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        sql: "DELETE FROM refresh_tokens WHERE (tenant_id, token_hash) IN (
            SELECT tenant_id, token_hash FROM refresh_tokens WHERE idle_expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        sql: "DELETE FROM replays WHERE (tenant_id, kind, value_hash) IN (
            SELECT tenant_id, kind, value_hash FROM replays WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::from_mins(1),
    },
    Ending {
        sql: "DELETE FROM login_failures WHERE (tenant_id, identifier, ip, connection_id) IN (
            SELECT tenant_id, identifier, ip, connection_id
            FROM login_failures WHERE last_at < $1 LIMIT $2)",
        grace: crate::domain::brute_force::BLOCK_LIFETIME,
    },
    Ending {
        sql: "DELETE FROM logs WHERE (tenant_id, log_id) IN (
            SELECT tenant_id, log_id FROM logs WHERE date < $1 LIMIT $2)",
        grace: SignedDuration::from_hours(30 * 24),
    },
    Ending {
        sql: "DELETE FROM session_clients WHERE (tenant_id, session_id, client_id) IN (
            SELECT tenant_id, session_id, client_id FROM session_clients
            WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        sql: "DELETE FROM sessions WHERE (tenant_id, id) IN (
            SELECT tenant_id, id FROM sessions WHERE idle_expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        sql: "DELETE FROM login_transactions WHERE (tenant_id, state_hash) IN (
            SELECT tenant_id, state_hash FROM login_transactions WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        sql: "DELETE FROM authorization_codes WHERE (tenant_id, code_hash) IN (
            SELECT tenant_id, code_hash FROM authorization_codes WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::from_hours(24),
    },
    Ending {
        sql: "DELETE FROM tickets WHERE (tenant_id, ticket_hash) IN (
            SELECT tenant_id, ticket_hash FROM tickets WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::from_hours(7 * 24),
    },
    Ending {
        sql: "DELETE FROM passwordless_codes WHERE (tenant_id, connection_id, recipient) IN (
            SELECT tenant_id, connection_id, recipient FROM passwordless_codes WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::from_hours(1),
    },
    Ending {
        sql: "DELETE FROM pushed_requests WHERE (tenant_id, uri_hash) IN (
            SELECT tenant_id, uri_hash FROM pushed_requests WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        sql: "DELETE FROM outbox WHERE (tenant_id, id) IN (
            SELECT tenant_id, id FROM outbox WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        sql: "DELETE FROM jobs WHERE (tenant_id, id) IN (
            SELECT tenant_id, id FROM jobs WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        sql: "DELETE FROM job_files WHERE (tenant_id, job_id, position) IN (
            SELECT tenant_id, job_id, position FROM job_files WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        sql: "DELETE FROM job_errors WHERE (tenant_id, job_id, position) IN (
            SELECT tenant_id, job_id, position FROM job_errors WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
];

/// Deletes one batch of each table, and adds up the changes of counts. Answers whether there may be more.
pub(crate) fn sweep(db: &mut Connection<'_>, now: Timestamp) -> Result<bool, StoreError> {
    let mut is_more = super::user_counts::settle(db)?;
    for ending in ENDINGS {
        let before = now.checked_sub(ending.grace).unwrap_or(Timestamp::MIN);
        is_more |= db.execute(ending.sql, values![before, BATCH])? == BATCH as u64;
    }
    Ok(is_more)
}
