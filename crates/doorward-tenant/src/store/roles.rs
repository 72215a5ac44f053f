//! The rows of roles, their permissions and the users who have them.

use serde_json::{Map, Value};

use super::condition::Sql;
use super::connection::values;
use super::slice::Slice;
use super::{Connection, Row, StoreError, users};
use crate::domain::user::User;

/// A role as stored.
#[derive(Clone)]
pub(crate) struct RoleRow {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) document: Map<String, Value>,
}

/// A permission of a role: a scope of an API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RolePermission {
    /// The identifier of the API.
    pub(crate) audience: String,
    pub(crate) permission: String,
}

const COLUMNS: &str = "id, name, document";

fn role(row: &Row<'_>) -> Result<RoleRow, StoreError> {
    Ok(RoleRow {
        id: row.get("id")?,
        name: row.get("name")?,
        document: super::document(row, "roles", "document")?,
    })
}

/// The role with this id.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
) -> Result<Option<RoleRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM roles WHERE tenant_id = $1 AND id = $2");
    db.first(&sql, values![tenant, id], role)
}

/// The role with this name.
pub(crate) fn find_by_name(
    db: &mut Connection<'_>,
    tenant: &str,
    name: &str,
) -> Result<Option<RoleRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM roles WHERE tenant_id = $1 AND name = $2");
    db.first(&sql, values![tenant, name], role)
}

/// A part of the roles whose name contains `name`, in any case; by name.
pub(crate) fn list(
    db: &mut Connection<'_>,
    tenant: &str,
    name: &str,
    slice: &Slice,
) -> Result<Vec<RoleRow>, StoreError> {
    let contains = contains(db);
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT ").push(COLUMNS).push(" FROM roles WHERE ");
    matching(&mut sql, tenant, &contains, name);
    sql.slice(&["name", "id"], slice);
    db.all(sql.text(), sql.values(), role)
}

/// How many roles there are whose name contains `name`.
pub(crate) fn count(db: &mut Connection<'_>, tenant: &str, name: &str) -> Result<u64, StoreError> {
    let contains = contains(db);
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT COUNT(*) AS roles FROM roles WHERE ");
    matching(&mut sql, tenant, &contains, name);
    let count: Option<i64> = db.first(sql.text(), sql.values(), |row| row.get("roles"))?;
    Ok(count.unwrap_or_default().unsigned_abs())
}

fn contains(db: &Connection<'_>) -> String {
    format!(" AND {}(lower(name), ", db.position_function())
}

fn matching(sql: &mut Sql, tenant: &str, contains: &str, name: &str) {
    sql.push("tenant_id = ").bind(tenant);
    if !name.is_empty() {
        sql.push(contains)
            .bind(name.to_ascii_lowercase())
            .push(") > 0");
    }
}

/// Stores a new role.
pub(crate) fn insert(
    db: &mut Connection<'_>,
    tenant: &str,
    role: &RoleRow,
) -> Result<(), StoreError> {
    const INSERT: &str =
        "INSERT INTO roles (tenant_id, id, name, document) VALUES ($1, $2, $3, $4)";
    let document = super::text(&role.document);
    db.execute(INSERT, values![tenant, &role.id, &role.name, document])?;
    Ok(())
}

/// Replaces a role's name and document. Answers whether it was there.
pub(crate) fn update(
    db: &mut Connection<'_>,
    tenant: &str,
    role: &RoleRow,
) -> Result<bool, StoreError> {
    const UPDATE: &str =
        "UPDATE roles SET name = $3, document = $4 WHERE tenant_id = $1 AND id = $2";
    let document = super::text(&role.document);
    Ok(db.execute(UPDATE, values![tenant, &role.id, &role.name, document])? == 1)
}

/// Deletes a role and takes it away from everybody. Answers whether it was there.
pub(crate) fn delete(db: &mut Connection<'_>, tenant: &str, id: &str) -> Result<bool, StoreError> {
    const DEPENDENT: &[&str] = &[
        "DELETE FROM role_permissions WHERE tenant_id = $1 AND role_id = $2",
        "DELETE FROM user_roles WHERE tenant_id = $1 AND role_id = $2",
    ];
    for statement in DEPENDENT {
        db.execute(statement, values![tenant, id])?;
    }
    const DELETE: &str = "DELETE FROM roles WHERE tenant_id = $1 AND id = $2";
    Ok(db.execute(DELETE, values![tenant, id])? == 1)
}

/// A part of a role's permissions, by API and name.
pub(crate) fn permissions(
    db: &mut Connection<'_>,
    tenant: &str,
    role_id: &str,
    slice: &Slice,
) -> Result<Vec<RolePermission>, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT audience, permission FROM role_permissions WHERE tenant_id = ")
        .bind(tenant)
        .push(" AND role_id = ")
        .bind(role_id);
    sql.slice(&["audience", "permission"], slice);
    db.all(sql.text(), sql.values(), |row| {
        Ok(RolePermission {
            audience: row.get("audience")?,
            permission: row.get("permission")?,
        })
    })
}

/// How many permissions a role has.
pub(crate) fn count_permissions(
    db: &mut Connection<'_>,
    tenant: &str,
    role_id: &str,
) -> Result<u64, StoreError> {
    const COUNT: &str = "
        SELECT COUNT(*) AS permissions FROM role_permissions WHERE tenant_id = $1 AND role_id = $2";
    let count: Option<i64> = db.first(COUNT, values![tenant, role_id], |row| {
        row.get("permissions")
    })?;
    Ok(count.unwrap_or_default().unsigned_abs())
}

/// Gives a role a permission, once.
pub(crate) fn permit(
    db: &mut Connection<'_>,
    tenant: &str,
    role_id: &str,
    permission: &RolePermission,
) -> Result<(), StoreError> {
    const PERMIT: &str = "
        INSERT INTO role_permissions (tenant_id, role_id, audience, permission) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING";
    let RolePermission {
        audience,
        permission,
    } = permission;
    db.execute(PERMIT, values![tenant, role_id, audience, permission])?;
    Ok(())
}

/// Takes a permission away from a role.
pub(crate) fn forbid(
    db: &mut Connection<'_>,
    tenant: &str,
    role_id: &str,
    permission: &RolePermission,
) -> Result<(), StoreError> {
    const FORBID: &str = "
        DELETE FROM role_permissions
        WHERE tenant_id = $1 AND role_id = $2 AND audience = $3 AND permission = $4";
    let RolePermission {
        audience,
        permission,
    } = permission;
    db.execute(FORBID, values![tenant, role_id, audience, permission])?;
    Ok(())
}

/// A part of the users who have a role, by id.
pub(crate) fn users(
    db: &mut Connection<'_>,
    tenant: &str,
    role_id: &str,
    slice: &Slice,
) -> Result<Vec<User>, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT ")
        .push(users::COLUMNS)
        .push(
            " FROM user_roles
            JOIN users ON users.tenant_id = user_roles.tenant_id AND users.user_id = user_roles.user_id
            WHERE user_roles.tenant_id = ",
        )
        .bind(tenant)
        .push(" AND user_roles.role_id = ")
        .bind(role_id);
    sql.slice(&["user_roles.user_id"], slice);
    db.all(sql.text(), sql.values(), users::user)
}

/// How many users have a role.
pub(crate) fn count_users(
    db: &mut Connection<'_>,
    tenant: &str,
    role_id: &str,
) -> Result<u64, StoreError> {
    const COUNT: &str =
        "SELECT COUNT(*) AS users FROM user_roles WHERE tenant_id = $1 AND role_id = $2";
    let count: Option<i64> = db.first(COUNT, values![tenant, role_id], |row| row.get("users"))?;
    Ok(count.unwrap_or_default().unsigned_abs())
}

/// Changes the audience of the permissions of roles, together with [`super::client_grants::rename_audience`].
pub(super) fn rename_audience(
    db: &mut Connection<'_>,
    tenant: &str,
    from: &str,
    to: &str,
) -> Result<(), StoreError> {
    const RENAME: &str =
        "UPDATE role_permissions SET audience = $3 WHERE tenant_id = $1 AND audience = $2";
    db.execute(RENAME, values![tenant, from, to])?;
    Ok(())
}
