//! The rows of consents: what a user allowed an application to do.

use jiff::Timestamp;

use super::connection::values;
use super::{Connection, StoreError};
use crate::domain::scope::Scope;

/// Whose consent, for which application and API.
#[derive(Clone)]
pub(crate) struct GrantKey {
    pub(crate) user_id: String,
    pub(crate) client_id: String,
    /// Empty: no API.
    pub(crate) audience: String,
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
