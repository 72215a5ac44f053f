//! Users in the order in which they are exported.

use super::condition::Sql;
use super::connection::values;
use super::slice::Slice;
use super::{Connection, StoreError, user_counts, users};
use crate::domain::user::User;

/// A part of the users, oldest first; of those with an identity in a connection, if one is named.
pub(crate) fn slice(
    db: &mut Connection<'_>,
    tenant: &str,
    connection_id: Option<&str>,
    slice: &Slice,
) -> Result<Vec<User>, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT ")
        .push(users::COLUMNS)
        .push(" FROM users WHERE users.tenant_id = ")
        .bind(tenant);
    if let Some(connection_id) = connection_id {
        sql.push(
            " AND EXISTS (
                SELECT 1 FROM identities
                WHERE identities.tenant_id = users.tenant_id AND identities.user_id = users.user_id
                    AND identities.connection_id = ",
        )
        .bind(connection_id)
        .push(")");
    }
    sql.slice(&["users.created_at", "users.user_id"], slice);
    let found = db.all(sql.text(), sql.values(), users::user)?;
    users::with_identities(db, tenant, found)
}

/// How many users [`slice`] leads through.
pub(crate) fn count(
    db: &mut Connection<'_>,
    tenant: &str,
    connection_id: Option<&str>,
) -> Result<i64, StoreError> {
    const COUNT: &str = "
        SELECT COUNT(DISTINCT user_id) AS users FROM identities
        WHERE tenant_id = $1 AND connection_id = $2";
    let Some(connection_id) = connection_id else {
        return user_counts::count(db, tenant);
    };
    let count = db.first(COUNT, values![tenant, connection_id], |row| {
        row.get("users")
    })?;
    Ok(count.unwrap_or_default())
}
