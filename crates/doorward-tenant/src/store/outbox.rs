//! The rows of messages that wait to be delivered and, in development, of those that were.

use jiff::Timestamp;

use super::connection::values;
use super::{Connection, Row, StoreError};

/// A message as stored.
#[derive(Debug, Clone)]
pub(crate) struct OutboxRow {
    pub(crate) tenant_id: String,
    pub(crate) id: String,
    /// Lower case.
    pub(crate) recipient: String,
    /// Sealed.
    pub(crate) message: Vec<u8>,
    pub(crate) created_at: Timestamp,
    pub(crate) attempts: i64,
    /// When it is delivered, or tried again; `None` when nothing is left to do.
    pub(crate) next_attempt_at: Option<Timestamp>,
    pub(crate) expires_at: Timestamp,
}

impl OutboxRow {
    /// What the message is sealed for.
    pub(crate) fn seal_context(id: &str) -> String {
        format!("outbox/{id}")
    }
}

const COLUMNS: &str =
    "tenant_id, id, recipient, message, created_at, attempts, next_attempt_at, expires_at";

fn outbox_row(row: &Row<'_>) -> Result<OutboxRow, StoreError> {
    Ok(OutboxRow {
        tenant_id: row.get("tenant_id")?,
        id: row.get("id")?,
        recipient: row.get("recipient")?,
        message: row.get("message")?,
        created_at: row.time("created_at")?,
        attempts: row.get("attempts")?,
        next_attempt_at: row.optional_time("next_attempt_at")?,
        expires_at: row.time("expires_at")?,
    })
}

/// Stores a message.
pub(crate) fn insert(db: &mut Connection<'_>, row: &OutboxRow) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO outbox
            (tenant_id, id, recipient, message, created_at, attempts, next_attempt_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    db.execute(
        INSERT,
        values![
            &row.tenant_id,
            &row.id,
            &row.recipient,
            row.message.as_slice(),
            row.created_at,
            row.attempts,
            row.next_attempt_at,
            row.expires_at,
        ],
    )?;
    Ok(())
}

/// The messages of a tenant, newest first; to one recipient if one is named.
pub(crate) fn list(
    db: &mut Connection<'_>,
    tenant: &str,
    recipient: Option<&str>,
) -> Result<Vec<OutboxRow>, StoreError> {
    const MOST: i64 = 200;
    match recipient {
        Some(recipient) => {
            let sql = format!(
                "SELECT {COLUMNS} FROM outbox WHERE tenant_id = $1 AND recipient = $2
                 ORDER BY created_at DESC, id DESC LIMIT $3"
            );
            db.all(
                &sql,
                values![tenant, recipient.to_lowercase(), MOST],
                outbox_row,
            )
        }
        None => {
            let sql = format!(
                "SELECT {COLUMNS} FROM outbox WHERE tenant_id = $1
                 ORDER BY created_at DESC, id DESC LIMIT $2"
            );
            db.all(&sql, values![tenant, MOST], outbox_row)
        }
    }
}

/// Claims the message that has been due for the longest time: until `until` nobody else gets it.
pub(crate) fn claim(
    db: &mut Connection<'_>,
    now: Timestamp,
    until: Timestamp,
) -> Result<Option<OutboxRow>, StoreError> {
    const CLAIM: &str = "
        UPDATE outbox SET next_attempt_at = $3, attempts = attempts + 1
        WHERE tenant_id = $1 AND id = $2 AND next_attempt_at <= $4";
    let due = format!(
        "SELECT {COLUMNS} FROM outbox WHERE next_attempt_at <= $1 ORDER BY next_attempt_at LIMIT 1"
    );
    let Some(row) = db.first(&due, values![now], outbox_row)? else {
        return Ok(None);
    };
    db.execute(CLAIM, values![&row.tenant_id, &row.id, until, now])?;
    Ok(Some(OutboxRow {
        attempts: row.attempts + 1,
        ..row
    }))
}

/// Stores what became of an attempt: a time for the next one, or nothing more to do.
pub(crate) fn settle(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
    next_attempt_at: Option<Timestamp>,
) -> Result<(), StoreError> {
    const SETTLE: &str = "
        UPDATE outbox SET next_attempt_at = $3 WHERE tenant_id = $1 AND id = $2";
    db.execute(SETTLE, values![tenant, id, next_attempt_at])?;
    Ok(())
}

/// Removes a message.
pub(crate) fn remove(db: &mut Connection<'_>, tenant: &str, id: &str) -> Result<(), StoreError> {
    const REMOVE: &str = "DELETE FROM outbox WHERE tenant_id = $1 AND id = $2";
    db.execute(REMOVE, values![tenant, id])?;
    Ok(())
}
