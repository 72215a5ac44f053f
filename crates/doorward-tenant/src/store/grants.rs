//! The rows of consents: what a user allowed an application to do.

use jiff::Timestamp;

use super::condition::Sql;
use super::connection::values;
use super::slice::Slice;
use super::{Connection, Row, StoreError};
use crate::domain::refresh_token::RefreshToken;
use crate::domain::scope::Scope;

/// Whose consent, for which application and API.
#[derive(Clone)]
pub(crate) struct GrantKey {
    pub(crate) user_id: String,
    pub(crate) client_id: String,
    /// Empty: no API.
    pub(crate) audience: String,
}

impl GrantKey {
    /// What a refresh token was issued because of.
    pub(crate) fn of(token: &RefreshToken) -> Self {
        Self {
            user_id: token.user_id.clone(),
            client_id: token.client_id.clone(),
            audience: token.audience.clone(),
        }
    }
}

/// The scopes allowed so far; `None` when the user was never asked.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    key: &GrantKey,
) -> Result<Option<Scope>, StoreError> {
    const FIND: &str = "
        SELECT scope FROM grants
        WHERE tenant_id = $1 AND user_id = $2 AND client_id = $3 AND audience = $4";
    let scope: Option<String> = db.first(
        FIND,
        values![tenant, &key.user_id, &key.client_id, &key.audience],
        |row| row.get("scope"),
    )?;
    Ok(scope.map(|scope| Scope::parse(&scope)))
}

/// A consent as stored.
#[derive(Clone)]
pub(crate) struct GrantRow {
    pub(crate) id: String,
    pub(crate) key: GrantKey,
    pub(crate) scope: Scope,
}

/// Which consents are meant: all that meet what is said.
#[derive(Clone, Default)]
pub(crate) struct GrantFilter {
    pub(crate) user_id: Option<String>,
    pub(crate) client_id: Option<String>,
    pub(crate) audience: Option<String>,
}

impl GrantFilter {
    fn write(&self, sql: &mut Sql, tenant: &str) {
        sql.push(" FROM grants WHERE tenant_id = ").bind(tenant);
        let conditions = [
            (" AND user_id = ", &self.user_id),
            (" AND client_id = ", &self.client_id),
            (" AND audience = ", &self.audience),
        ];
        for (words, value) in conditions {
            if let Some(value) = value {
                sql.push(words).bind(value);
            }
        }
    }
}

const COLUMNS: &str = "SELECT id, user_id, client_id, audience, scope";

fn grant(row: &Row<'_>) -> Result<GrantRow, StoreError> {
    Ok(GrantRow {
        id: row.get("id")?,
        key: GrantKey {
            user_id: row.get("user_id")?,
            client_id: row.get("client_id")?,
            audience: row.get("audience")?,
        },
        scope: Scope::parse(&row.get::<String>("scope")?),
    })
}

/// The whole of a list.
pub(crate) fn all() -> Slice {
    Slice {
        after: None,
        start: 0,
        limit: i64::MAX,
    }
}

/// A part of the consents, oldest first.
pub(crate) fn list(
    db: &mut Connection<'_>,
    tenant: &str,
    filter: &GrantFilter,
    slice: &Slice,
) -> Result<Vec<GrantRow>, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push(COLUMNS);
    filter.write(&mut sql, tenant);
    sql.slice(&["created_at", "id"], slice);
    db.all(sql.text(), sql.values(), grant)
}

/// How many consents there are.
pub(crate) fn count(
    db: &mut Connection<'_>,
    tenant: &str,
    filter: &GrantFilter,
) -> Result<u64, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT COUNT(*) AS grants");
    filter.write(&mut sql, tenant);
    let count: Option<i64> = db.first(sql.text(), sql.values(), |row| row.get("grants"))?;
    Ok(count.unwrap_or_default().unsigned_abs())
}

/// The consent with this id.
pub(crate) fn find_by_id(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
) -> Result<Option<GrantRow>, StoreError> {
    let sql = format!("{COLUMNS} FROM grants WHERE tenant_id = $1 AND id = $2");
    db.first(&sql, values![tenant, id], grant)
}

/// Forgets one consent.
pub(crate) fn delete(db: &mut Connection<'_>, tenant: &str, id: &str) -> Result<(), StoreError> {
    const DELETE: &str = "DELETE FROM grants WHERE tenant_id = $1 AND id = $2";
    db.execute(DELETE, values![tenant, id])?;
    Ok(())
}

/// Forgets what a user allowed one application to do with one API.
pub(crate) fn forget(
    db: &mut Connection<'_>,
    tenant: &str,
    key: &GrantKey,
) -> Result<(), StoreError> {
    const DELETE: &str = "
        DELETE FROM grants
        WHERE tenant_id = $1 AND user_id = $2 AND client_id = $3 AND audience = $4";
    db.execute(
        DELETE,
        values![tenant, &key.user_id, &key.client_id, &key.audience],
    )?;
    Ok(())
}

/// Adds scopes to what is allowed. `id` is for a grant that is new.
pub(crate) fn extend(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
    key: &GrantKey,
    scope: &Scope,
    now: Timestamp,
) -> Result<(), StoreError> {
    const STORE: &str = "
        INSERT INTO grants (tenant_id, id, user_id, client_id, audience, scope, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (tenant_id, user_id, client_id, audience) DO UPDATE SET scope = excluded.scope";
    let known = find(db, tenant, key)?.unwrap_or_default();
    let all: Scope = known.iter().chain(scope.iter()).collect();
    db.execute(
        STORE,
        values![
            tenant,
            id,
            &key.user_id,
            &key.client_id,
            &key.audience,
            all.to_string(),
            now
        ],
    )?;
    Ok(())
}

/// Forgets what a user allowed.
pub(super) fn delete_of_user(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
) -> Result<(), StoreError> {
    const DELETE: &str = "DELETE FROM grants WHERE tenant_id = $1 AND user_id = $2";
    db.execute(DELETE, values![tenant, user_id])?;
    Ok(())
}

/// Changes the audience of what users allowed, together with [`super::client_grants::rename_audience`].
pub(super) fn rename_audience(
    db: &mut Connection<'_>,
    tenant: &str,
    from: &str,
    to: &str,
) -> Result<(), StoreError> {
    const RENAME: &str = "UPDATE grants SET audience = $3 WHERE tenant_id = $1 AND audience = $2";
    db.execute(RENAME, values![tenant, from, to])?;
    Ok(())
}
