//! The rows of tickets, found by the hash of the ticket alone.

use jiff::Timestamp;

use super::connection::values;
use super::{Connection, StoreError};
use crate::domain::ticket::{Ticket, TicketKind};
use crate::secret::sha256;

/// The ticket of a link, whatever its state.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    kind: TicketKind,
    presented: &str,
) -> Result<Option<Ticket>, StoreError> {
    const FIND: &str = "
        SELECT user_id, document, expires_at, used_at FROM tickets
        WHERE tenant_id = $1 AND ticket_hash = $2 AND kind = $3";
    let hash = sha256(presented.as_bytes());
    db.first(FIND, values![tenant, hash.as_slice(), kind.name()], |row| {
        Ok(Ticket {
            user_id: row.get("user_id")?,
            detail: super::json(row, "tickets", "document")?,
            expires_at: row.time("expires_at")?,
            used_at: row.optional_time("used_at")?,
        })
    })
}

/// Stores a new ticket.
pub(crate) fn insert(
    db: &mut Connection<'_>,
    tenant: &str,
    kind: TicketKind,
    issued: &str,
    ticket: &Ticket,
    now: Timestamp,
) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO tickets
            (tenant_id, ticket_hash, kind, user_id, document, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let hash = sha256(issued.as_bytes());
    let document = super::to_json(&ticket.detail);
    let kind = kind.name();
    db.execute(
        INSERT,
        values![
            tenant,
            hash.as_slice(),
            kind,
            &ticket.user_id,
            document,
            now,
            ticket.expires_at
        ],
    )?;
    Ok(())
}

/// Marks a ticket as used. Answers whether it was not yet.
pub(crate) fn spend(
    db: &mut Connection<'_>,
    tenant: &str,
    kind: TicketKind,
    presented: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    const SPEND: &str = "
        UPDATE tickets SET used_at = $4
        WHERE tenant_id = $1 AND ticket_hash = $2 AND kind = $3 AND used_at IS NULL";
    let hash = sha256(presented.as_bytes());
    Ok(db.execute(SPEND, values![tenant, hash.as_slice(), kind.name(), now])? == 1)
}

/// Marks all unused tickets of a kind that a user has as used.
pub(crate) fn void(
    db: &mut Connection<'_>,
    tenant: &str,
    kind: TicketKind,
    user_id: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    const VOID: &str = "
        UPDATE tickets SET used_at = $4
        WHERE tenant_id = $1 AND user_id = $2 AND kind = $3 AND used_at IS NULL";
    db.execute(VOID, values![tenant, user_id, kind.name(), now])?;
    Ok(())
}

/// Forgets every ticket of a user.
pub(super) fn delete_of_user(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
) -> Result<(), StoreError> {
    const DELETE: &str = "DELETE FROM tickets WHERE tenant_id = $1 AND user_id = $2";
    db.execute(DELETE, values![tenant, user_id])?;
    Ok(())
}

/// Whether a user was given a ticket of a kind after `since`.
pub(crate) fn is_recent(
    db: &mut Connection<'_>,
    tenant: &str,
    kind: TicketKind,
    user_id: &str,
    since: Timestamp,
) -> Result<bool, StoreError> {
    const FIND: &str = "
        SELECT user_id FROM tickets
        WHERE tenant_id = $1 AND user_id = $2 AND kind = $3 AND created_at > $4 LIMIT 1";
    let found = db.first(FIND, values![tenant, user_id, kind.name(), since], |_| {
        Ok(())
    })?;
    Ok(found.is_some())
}
