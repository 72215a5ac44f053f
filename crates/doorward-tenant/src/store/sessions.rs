//! The rows of sessions, found by the hash of the cookie alone.

use jiff::Timestamp;

use super::condition::Sql;
use super::connection::values;
use super::slice::Slice;
use super::{Connection, Row, StoreError, authorization_codes};
use crate::domain::session::Session;
use crate::secret::sha256;

const COLUMNS: &str =
    "id, user_id, connection_id, document, metadata, is_persistent, created_at, updated_at,
    authenticated_at, last_interacted_at, idle_expires_at, expires_at";

fn session(row: &Row<'_>) -> Result<Session, StoreError> {
    Ok(Session {
        id: row.get("id")?,
        user_id: row.get("user_id")?,
        connection_id: row.get("connection_id")?,
        detail: super::json(row, "sessions", "document")?,
        metadata: super::optional_json(row, "sessions", "metadata")?,
        is_persistent: row.get("is_persistent")?,
        created_at: row.time("created_at")?,
        updated_at: row.time("updated_at")?,
        authenticated_at: row.time("authenticated_at")?,
        last_interacted_at: row.time("last_interacted_at")?,
        idle_expires_at: row.time("idle_expires_at")?,
        expires_at: row.time("expires_at")?,
    })
}

/// The session of a cookie, whether it still counts or not.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    handle: &str,
) -> Result<Option<Session>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM sessions WHERE tenant_id = $1 AND handle_hash = $2");
    let hash = sha256(handle.as_bytes());
    db.first(&sql, values![tenant, hash.as_slice()], session)
}

/// The session with this id, if it is alive.
pub(crate) fn find_by_id(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
    now: Timestamp,
) -> Result<Option<Session>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM sessions WHERE tenant_id = $1 AND id = $2");
    let found = db.first(&sql, values![tenant, id], session)?;
    Ok(found.filter(|session| session.is_alive(now)))
}

/// A part of the sessions of a user that are alive, oldest first.
pub(crate) fn list_of_user(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    now: Timestamp,
    slice: &Slice,
) -> Result<Vec<Session>, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT ")
        .push(COLUMNS)
        .push(" FROM sessions WHERE tenant_id = ")
        .bind(tenant)
        .push(" AND user_id = ")
        .bind(user_id)
        .push(" AND expires_at > ")
        .bind(now)
        .push(" AND idle_expires_at > ")
        .bind(now);
    sql.slice(&["created_at", "id"], slice);
    db.all(sql.text(), sql.values(), session)
}

/// Ids of the clients that took part in a session.
pub(crate) fn clients(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
) -> Result<Vec<String>, StoreError> {
    const LIST: &str = "
        SELECT client_id FROM session_clients WHERE tenant_id = $1 AND session_id = $2 ORDER BY client_id";
    db.all(LIST, values![tenant, id], |row| row.get("client_id"))
}

/// Stores a new session under the cookie that it is found by.
pub(crate) fn insert(
    db: &mut Connection<'_>,
    tenant: &str,
    handle: &str,
    session: &Session,
) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO sessions
            (tenant_id, id, handle_hash, user_id, connection_id, document, is_persistent, created_at,
             updated_at, authenticated_at, last_interacted_at, idle_expires_at, expires_at, metadata)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    let hash = sha256(handle.as_bytes());
    db.execute(
        INSERT,
        values![
            tenant,
            &session.id,
            hash.as_slice(),
            &session.user_id,
            &session.connection_id,
            super::to_json(&session.detail),
            session.is_persistent,
            session.created_at,
            session.updated_at,
            session.authenticated_at,
            session.last_interacted_at,
            session.idle_expires_at,
            session.expires_at,
            session.metadata.as_ref().map(super::text),
        ],
    )?;
    Ok(())
}

/// Notes a use: the new ends of the session, and the application that used it. Answers whether the
/// session was still there.
pub(crate) fn touch(
    db: &mut Connection<'_>,
    tenant: &str,
    session: &Session,
    client_id: &str,
) -> Result<bool, StoreError> {
    const TOUCH: &str = "
        UPDATE sessions
        SET document = $3, updated_at = $4, last_interacted_at = $5, idle_expires_at = $6,
            expires_at = $7
        WHERE tenant_id = $1 AND id = $2";
    const JOIN: &str = "
        INSERT INTO session_clients (tenant_id, session_id, client_id, expires_at)
        VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    let touched = db.execute(
        TOUCH,
        values![
            tenant,
            &session.id,
            super::to_json(&session.detail),
            session.updated_at,
            session.last_interacted_at,
            session.idle_expires_at,
            session.expires_at,
        ],
    )?;
    if touched == 1 {
        db.execute(
            JOIN,
            values![tenant, &session.id, client_id, session.expires_at],
        )?;
    }
    Ok(touched == 1)
}

/// Replaces what the Management API keeps with a session.
pub(crate) fn set_metadata(
    db: &mut Connection<'_>,
    tenant: &str,
    session: &Session,
) -> Result<(), StoreError> {
    const SET: &str =
        "UPDATE sessions SET metadata = $3, updated_at = $4 WHERE tenant_id = $1 AND id = $2";
    let metadata = session.metadata.as_ref().map(super::text);
    db.execute(
        SET,
        values![tenant, &session.id, metadata, session.updated_at],
    )?;
    Ok(())
}

/// Removes the row of a session that is stored again under another cookie. The applications that
/// took part in it stay.
pub(crate) fn remove(db: &mut Connection<'_>, tenant: &str, id: &str) -> Result<(), StoreError> {
    const REMOVE: &str = "DELETE FROM sessions WHERE tenant_id = $1 AND id = $2";
    db.execute(REMOVE, values![tenant, id])?;
    Ok(())
}

/// Ends one session.
pub(crate) fn end(db: &mut Connection<'_>, tenant: &str, id: &str) -> Result<bool, StoreError> {
    const END: &str = "DELETE FROM sessions WHERE tenant_id = $1 AND id = $2";
    const LEAVE: &str = "DELETE FROM session_clients WHERE tenant_id = $1 AND session_id = $2";
    db.execute(LEAVE, values![tenant, id])?;
    Ok(db.execute(END, values![tenant, id])? == 1)
}

/// Ends all sessions of a user, and the codes of logins that are on their way.
pub(crate) fn end_of_user(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
) -> Result<(), StoreError> {
    const LEAVE: &str = "
        DELETE FROM session_clients WHERE tenant_id = $1 AND session_id IN (
            SELECT id FROM sessions WHERE tenant_id = $1 AND user_id = $2)";
    const END: &str = "DELETE FROM sessions WHERE tenant_id = $1 AND user_id = $2";
    authorization_codes::end_of_user(db, tenant, user_id, None)?;
    db.execute(LEAVE, values![tenant, user_id])?;
    db.execute(END, values![tenant, user_id])?;
    Ok(())
}
