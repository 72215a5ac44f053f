//! The rows of refresh tokens, found by the hash of the token alone.

use jiff::{SignedDuration, Timestamp};

use super::condition::Sql;
use super::connection::values;
use super::slice::Slice;
use super::{Connection, Row, StoreError, authorization_codes, device_codes};
use crate::domain::refresh_token::RefreshToken;
use crate::secret::sha256;

/// How many tokens one user may hold for one client; one more ends the oldest.
const MOST_PER_USER_AND_CLIENT: i64 = 200;
/// How long tokens are remembered that were exchanged for others, and those of deleted users. Far longer than any
/// leeway.
pub(super) const REMEMBERED: SignedDuration = SignedDuration::from_hours(30 * 24);

const COLUMNS: &str = "id, family, client_id, user_id, session_id, audience, scope, is_rotating,
    authenticated_at, created_at, last_exchanged_at, expires_at, idle_expires_at, metadata, confirmation,
    rotated_at,
    EXISTS (
        SELECT 1 FROM refresh_tokens AS successor
        WHERE successor.tenant_id = refresh_tokens.tenant_id
            AND successor.family = refresh_tokens.family
            AND successor.predecessor = refresh_tokens.token_hash
            AND successor.rotated_at IS NOT NULL
    ) AS successor_spent";

fn refresh_token(row: &Row<'_>) -> Result<RefreshToken, StoreError> {
    Ok(RefreshToken {
        id: row.get("id")?,
        family: row.get("family")?,
        client_id: row.get("client_id")?,
        user_id: row.get("user_id")?,
        session_id: row.get("session_id")?,
        audience: row.get("audience")?,
        scope: row.get("scope")?,
        is_rotating: row.get("is_rotating")?,
        authenticated_at: row.optional_time("authenticated_at")?,
        created_at: row.time("created_at")?,
        last_exchanged_at: row.optional_time("last_exchanged_at")?,
        metadata: super::optional_json(row, "refresh_tokens", "metadata")?,
        expires_at: row.optional_time("expires_at")?,
        idle_expires_at: row.optional_time("idle_expires_at")?,
        rotated_at: row.optional_time("rotated_at")?,
        successor_spent: row.get("successor_spent")?,
        confirmation: super::optional_json(row, "refresh_tokens", "confirmation")?,
    })
}

/// The token that a client presented, whatever its state; `None` when this client never had it.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    client_id: &str,
    presented: &str,
) -> Result<Option<RefreshToken>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM refresh_tokens
         WHERE tenant_id = $1 AND token_hash = $2 AND client_id = $3"
    );
    let hash = sha256(presented.as_bytes());
    db.first(
        &sql,
        values![tenant, hash.as_slice(), client_id],
        refresh_token,
    )
}

/// The token with this id, if it can be exchanged.
pub(crate) fn find_by_id(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
    now: Timestamp,
) -> Result<Option<RefreshToken>, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT ")
        .push(COLUMNS)
        .push(" FROM refresh_tokens WHERE ");
    alive(&mut sql, tenant, now);
    // Those whose user is gone have an empty one.
    sql.push(" AND user_id <> '' AND id = ").bind(id);
    db.first(sql.text(), sql.values(), refresh_token)
}

/// Which tokens are meant; what is not named does not count.
#[derive(Default)]
pub(crate) struct Among {
    pub(crate) user_id: Option<String>,
    pub(crate) client_id: Option<String>,
    pub(crate) is_rotating: Option<bool>,
}

impl Among {
    fn push(&self, sql: &mut Sql) {
        // Those whose user is gone have an empty one.
        sql.push(" AND user_id <> ''");
        if let Some(user_id) = &self.user_id {
            sql.push(" AND user_id = ").bind(user_id.as_str());
        }
        if let Some(client_id) = &self.client_id {
            sql.push(" AND client_id = ").bind(client_id.as_str());
        }
        if let Some(is_rotating) = self.is_rotating {
            sql.push(" AND is_rotating = ").bind(is_rotating);
        }
    }
}

/// A part of the tokens that can be exchanged, oldest first.
pub(crate) fn list(
    db: &mut Connection<'_>,
    tenant: &str,
    among: &Among,
    now: Timestamp,
    slice: &Slice,
) -> Result<Vec<RefreshToken>, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT ")
        .push(COLUMNS)
        .push(" FROM refresh_tokens WHERE ");
    alive(&mut sql, tenant, now);
    among.push(&mut sql);
    sql.slice(&["created_at", "id"], slice);
    db.all(sql.text(), sql.values(), refresh_token)
}

/// How many of them there are.
pub(crate) fn count(
    db: &mut Connection<'_>,
    tenant: &str,
    among: &Among,
    now: Timestamp,
) -> Result<u64, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT COUNT(*) AS tokens FROM refresh_tokens WHERE ");
    alive(&mut sql, tenant, now);
    among.push(&mut sql);
    let count: Option<i64> = db.first(sql.text(), sql.values(), |row| row.get("tokens"))?;
    Ok(count.unwrap_or_default().unsigned_abs())
}

fn alive(sql: &mut Sql, tenant: &str, now: Timestamp) {
    sql.push("tenant_id = ")
        .bind(tenant)
        .push(" AND rotated_at IS NULL AND (expires_at IS NULL OR expires_at > ")
        .bind(now)
        .push(") AND (idle_expires_at IS NULL OR idle_expires_at > ")
        .bind(now)
        .push(")");
}

/// Replaces what is kept with a token.
pub(crate) fn set_metadata(
    db: &mut Connection<'_>,
    tenant: &str,
    token: &RefreshToken,
) -> Result<(), StoreError> {
    const SET: &str = "UPDATE refresh_tokens SET metadata = $3 WHERE tenant_id = $1 AND id = $2";
    let metadata = token.metadata.as_ref().map(super::text);
    db.execute(SET, values![tenant, &token.id, metadata])?;
    Ok(())
}

/// Ends the tokens of a user and client for one API.
pub(crate) fn end_for_audience(
    db: &mut Connection<'_>,
    tenant: &str,
    (user_id, client_id): (&str, &str),
    audience: &str,
) -> Result<u64, StoreError> {
    const END: &str = "
        DELETE FROM refresh_tokens
        WHERE tenant_id = $1 AND user_id = $2 AND client_id = $3 AND audience = $4";
    db.execute(END, values![tenant, user_id, client_id, audience])
}

/// Ends the tokens that were issued in a session.
pub(crate) fn end_of_session(
    db: &mut Connection<'_>,
    tenant: &str,
    session_id: &str,
) -> Result<u64, StoreError> {
    const END: &str = "DELETE FROM refresh_tokens WHERE tenant_id = $1 AND session_id = $2";
    db.execute(END, values![tenant, session_id])
}

/// Stores a new token and ends the oldest of this user and client when there are too many. `predecessor` is
/// the token that it replaces.
pub(crate) fn insert(
    db: &mut Connection<'_>,
    tenant: &str,
    issued: &str,
    token: &RefreshToken,
    predecessor: Option<&str>,
) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO refresh_tokens
            (tenant_id, token_hash, id, family, client_id, user_id, session_id, audience, scope,
             is_rotating, authenticated_at, created_at, expires_at, idle_expires_at, predecessor, metadata,
             confirmation)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
    db.execute(
        INSERT,
        values![
            tenant,
            sha256(issued.as_bytes()).as_slice(),
            &token.id,
            &token.family,
            &token.client_id,
            &token.user_id,
            token.session_id.clone(),
            &token.audience,
            &token.scope,
            token.is_rotating,
            token.authenticated_at,
            token.created_at,
            token.expires_at,
            token.idle_expires_at,
            predecessor.map(|presented| sha256(presented.as_bytes()).to_vec()),
            token.metadata.as_ref().map(super::text),
            token.confirmation.as_ref().map(super::to_json),
        ],
    )?;
    end_surplus(db, tenant, &token.user_id, &token.client_id)
}

fn end_surplus(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    client_id: &str,
) -> Result<(), StoreError> {
    const END: &str = "
        DELETE FROM refresh_tokens
        WHERE tenant_id = $1 AND token_hash IN (
            SELECT token_hash FROM refresh_tokens
            WHERE tenant_id = $1 AND user_id = $2 AND client_id = $3 AND rotated_at IS NULL
            ORDER BY created_at DESC, token_hash
            LIMIT 1000 OFFSET $4
        )";
    db.execute(
        END,
        values![tenant, user_id, client_id, MOST_PER_USER_AND_CLIENT],
    )?;
    Ok(())
}

/// Marks a token as exchanged. The first exchange counts: within the leeway there may be several. Each writes the
/// row, so that on PostgreSQL it cannot pass by whoever ends the family at the same moment.
pub(crate) fn mark_rotated(
    db: &mut Connection<'_>,
    tenant: &str,
    presented: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    const ROTATE: &str = "
        UPDATE refresh_tokens
        SET last_exchanged_at = CASE WHEN rotated_at IS NULL THEN $3 ELSE last_exchanged_at END,
            rotated_at = COALESCE(rotated_at, $3)
        WHERE tenant_id = $1 AND token_hash = $2";
    let hash = sha256(presented.as_bytes());
    db.execute(ROTATE, values![tenant, hash.as_slice(), now])?;
    Ok(())
}

/// Notes an exchange of a token that does not rotate: its idle lifetime starts again.
pub(crate) fn touch(
    db: &mut Connection<'_>,
    tenant: &str,
    presented: &str,
    now: Timestamp,
    idle_expires_at: Option<Timestamp>,
) -> Result<(), StoreError> {
    const TOUCH: &str = "
        UPDATE refresh_tokens SET last_exchanged_at = $3, idle_expires_at = $4
        WHERE tenant_id = $1 AND token_hash = $2";
    let hash = sha256(presented.as_bytes());
    db.execute(
        TOUCH,
        values![tenant, hash.as_slice(), now, idle_expires_at],
    )?;
    Ok(())
}

/// Ends all tokens of a family.
pub(crate) fn end_family(
    db: &mut Connection<'_>,
    tenant: &str,
    family: &str,
) -> Result<u64, StoreError> {
    const END: &str = "DELETE FROM refresh_tokens WHERE tenant_id = $1 AND family = $2";
    db.execute(END, values![tenant, family])
}

/// Ends all tokens of a user, of one client if it is named, and the codes that would buy more.
pub(crate) fn end_of_user(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    client_id: Option<&str>,
) -> Result<u64, StoreError> {
    const END: &str = "
        DELETE FROM refresh_tokens
        WHERE tenant_id = $1 AND user_id = $2 AND (CAST($3 AS TEXT) IS NULL OR client_id = $3)";
    authorization_codes::end_of_user(db, tenant, user_id, client_id)?;
    device_codes::end_of_user(db, tenant, user_id, client_id)?;
    db.execute(END, values![tenant, user_id, client_id])
}

/// Leaves the tokens of a user who is deleted without one, for a month at most: whoever presents one of them is
/// told why it buys nothing. They are never anybody's again, not even of a new user with the same id.
pub(super) fn orphan(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    const ORPHAN: &str = "
        UPDATE refresh_tokens SET user_id = '', session_id = NULL,
            expires_at = CASE WHEN expires_at < $3 THEN expires_at ELSE $3 END
        WHERE tenant_id = $1 AND user_id = $2";
    let end = now.checked_add(REMEMBERED).unwrap_or(Timestamp::MAX);
    db.execute(ORPHAN, values![tenant, user_id, end])?;
    Ok(())
}

/// Ends the tokens of one client and user for one API that were issued before the client's tokens rotated.
pub(crate) fn end_unrotating(
    db: &mut Connection<'_>,
    tenant: &str,
    token: &RefreshToken,
) -> Result<u64, StoreError> {
    const END: &str = "
        DELETE FROM refresh_tokens
        WHERE tenant_id = $1 AND user_id = $2 AND client_id = $3 AND audience = $4
            AND NOT is_rotating AND id <> $5";
    db.execute(
        END,
        values![
            tenant,
            &token.user_id,
            &token.client_id,
            &token.audience,
            &token.id
        ],
    )
}

/// Ends what a token's family holds besides it, and makes it one that does not rotate.
pub(crate) fn settle(
    db: &mut Connection<'_>,
    tenant: &str,
    token: &RefreshToken,
) -> Result<(), StoreError> {
    const END_OTHERS: &str =
        "DELETE FROM refresh_tokens WHERE tenant_id = $1 AND family = $2 AND id <> $3";
    const SETTLE: &str = "
        UPDATE refresh_tokens SET is_rotating = FALSE, rotated_at = NULL
        WHERE tenant_id = $1 AND family = $2 AND id = $3";
    for statement in [END_OTHERS, SETTLE] {
        db.execute(statement, values![tenant, &token.family, &token.id])?;
    }
    Ok(())
}

/// Changes the audience of all tokens, together with [`super::client_grants::rename_audience`].
pub(super) fn rename_audience(
    db: &mut Connection<'_>,
    tenant: &str,
    from: &str,
    to: &str,
) -> Result<(), StoreError> {
    const RENAME: &str =
        "UPDATE refresh_tokens SET audience = $3 WHERE tenant_id = $1 AND audience = $2";
    db.execute(RENAME, values![tenant, from, to])?;
    Ok(())
}
