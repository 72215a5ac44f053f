//! The roles of users, and the permissions they have directly and through roles.

use std::collections::BTreeMap;

use super::connection::values;
use super::parents::{self, Parent};
use super::{Connection, StoreError};

/// How many roles a user may have directly. Source: Management API, `users.roles.assign`.
const MOST_ROLES: i64 = 50;
/// How many permissions a user may have directly. Source: Management API, `users.permissions.create`.
const MOST_PERMISSIONS: i64 = 1_000;

/// What became of roles or permissions that were to be given to a user. Unless they were given, the unit has to end
/// without a trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Assigned {
    /// They have all of them now.
    Given,
    /// There is no such role.
    Unknown,
    /// The user would have more than anybody may.
    TooMany,
}

/// A role as a user's list of roles shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RoleOfUser {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) description: String,
}

/// A permission that a user has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PermissionOfUser {
    /// The identifier of the API.
    pub(crate) audience: String,
    pub(crate) permission: String,
    pub(crate) is_direct: bool,
    /// Id and name of the roles that give it.
    pub(crate) roles: Vec<(String, String)>,
}

/// The roles of a user, by name.
pub(crate) fn list(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
) -> Result<Vec<RoleOfUser>, StoreError> {
    const LIST: &str = "
        SELECT roles.id AS id, roles.name AS name, roles.document AS document
        FROM user_roles
        JOIN roles ON roles.tenant_id = user_roles.tenant_id AND roles.id = user_roles.role_id
        WHERE user_roles.tenant_id = $1 AND user_roles.user_id = $2
        ORDER BY roles.name, roles.id";
    db.all(LIST, values![tenant, user_id], |row| {
        let document = super::document(row, "roles", "document")?;
        let description = document.get("description").and_then(|text| text.as_str());
        Ok(RoleOfUser {
            id: row.get("id")?,
            name: row.get("name")?,
            description: description.unwrap_or_default().to_owned(),
        })
    })
}

/// Gives a user roles; those that they have already stay. The user is to be [held](super::users::hold): the count is
/// right only while nobody else gives them roles.
pub(crate) fn assign(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    roles: &[String],
) -> Result<Assigned, StoreError> {
    const ASSIGN: &str = "
        INSERT INTO user_roles (tenant_id, user_id, role_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    const COUNT: &str =
        "SELECT COUNT(*) AS total FROM user_roles WHERE tenant_id = $1 AND user_id = $2";
    for role in roles {
        if !parents::hold(db, Parent::Role, tenant, role)? {
            return Ok(Assigned::Unknown);
        }
    }
    let mut added = 0;
    for role in roles {
        added += db.execute(ASSIGN, values![tenant, user_id, role])?;
    }
    // Who has too many since an older release keeps them, and gets no new ones.
    let is_over = added > 0 && count(db, COUNT, tenant, user_id)? > MOST_ROLES;
    Ok(if is_over {
        Assigned::TooMany
    } else {
        Assigned::Given
    })
}

fn count(
    db: &mut Connection<'_>,
    sql: &str,
    tenant: &str,
    user_id: &str,
) -> Result<i64, StoreError> {
    let total = db.first(sql, values![tenant, user_id], |row| row.get("total"))?;
    Ok(total.unwrap_or_default())
}

/// Takes roles away from a user, as far as they have them.
pub(crate) fn take_away(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    roles: &[String],
) -> Result<(), StoreError> {
    const TAKE: &str =
        "DELETE FROM user_roles WHERE tenant_id = $1 AND user_id = $2 AND role_id = $3";
    for role in roles {
        db.execute(TAKE, values![tenant, user_id, role])?;
    }
    Ok(())
}

/// Every permission of a user, by API and name, each once with all its sources.
pub(crate) fn permissions(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
) -> Result<Vec<PermissionOfUser>, StoreError> {
    const DIRECT: &str = "
        SELECT audience, permission FROM user_permissions WHERE tenant_id = $1 AND user_id = $2";
    const BY_ROLE: &str = "
        SELECT role_permissions.audience AS audience, role_permissions.permission AS permission,
            roles.id AS id, roles.name AS name
        FROM user_roles
        JOIN roles ON roles.tenant_id = user_roles.tenant_id AND roles.id = user_roles.role_id
        JOIN role_permissions
            ON role_permissions.tenant_id = user_roles.tenant_id
            AND role_permissions.role_id = user_roles.role_id
        WHERE user_roles.tenant_id = $1 AND user_roles.user_id = $2
        ORDER BY roles.name, roles.id";
    type Sources = (bool, Vec<(String, String)>);
    let mut all: BTreeMap<(String, String), Sources> = BTreeMap::new();
    let direct = db.all(DIRECT, values![tenant, user_id], |row| {
        Ok((
            row.get::<String>("audience")?,
            row.get::<String>("permission")?,
        ))
    })?;
    for key in direct {
        all.entry(key).or_default().0 = true;
    }
    let by_role = db.all(BY_ROLE, values![tenant, user_id], |row| {
        let key = (
            row.get::<String>("audience")?,
            row.get::<String>("permission")?,
        );
        Ok((key, (row.get::<String>("id")?, row.get::<String>("name")?)))
    })?;
    for (key, role) in by_role {
        all.entry(key).or_default().1.push(role);
    }
    let permission = |((audience, permission), (is_direct, roles))| PermissionOfUser {
        audience,
        permission,
        is_direct,
        roles,
    };
    Ok(all.into_iter().map(permission).collect())
}

/// Gives a user permissions directly, each an API and a name; those that they have already stay. The user is to be
/// [held](super::users::hold), as for [`assign`].
pub(crate) fn permit(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    permissions: &[(String, String)],
) -> Result<Assigned, StoreError> {
    const PERMIT: &str = "
        INSERT INTO user_permissions (tenant_id, user_id, audience, permission) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING";
    const COUNT: &str =
        "SELECT COUNT(*) AS total FROM user_permissions WHERE tenant_id = $1 AND user_id = $2";
    let mut added = 0;
    for (audience, permission) in permissions {
        added += db.execute(PERMIT, values![tenant, user_id, audience, permission])?;
    }
    let is_over = added > 0 && count(db, COUNT, tenant, user_id)? > MOST_PERMISSIONS;
    Ok(if is_over {
        Assigned::TooMany
    } else {
        Assigned::Given
    })
}

/// Takes a direct permission away.
pub(crate) fn forbid(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    audience: &str,
    permission: &str,
) -> Result<(), StoreError> {
    const FORBID: &str = "
        DELETE FROM user_permissions
        WHERE tenant_id = $1 AND user_id = $2 AND audience = $3 AND permission = $4";
    db.execute(FORBID, values![tenant, user_id, audience, permission])?;
    Ok(())
}

/// Changes the audience of the permissions that users have directly, together with [`super::client_grants::rename_audience`].
pub(super) fn rename_audience(
    db: &mut Connection<'_>,
    tenant: &str,
    from: &str,
    to: &str,
) -> Result<(), StoreError> {
    const RENAME: &str =
        "UPDATE user_permissions SET audience = $3 WHERE tenant_id = $1 AND audience = $2";
    db.execute(RENAME, values![tenant, from, to])?;
    Ok(())
}
