//! The rows of resource servers.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::condition::Sql;
use super::connection::values;
use super::slice::Slice;
use super::{Connection, Row, StoreError};

/// A resource server as stored.
#[derive(Clone)]
pub(crate) struct ResourceServerRow {
    pub(crate) id: String,
    pub(crate) identifier: String,
    pub(crate) is_system: bool,
    /// Sealed.
    pub(crate) signing_secret: Option<Vec<u8>>,
    pub(crate) document: Map<String, Value>,
    pub(crate) created_at: Timestamp,
}

/// What the signing secret of an API is sealed for.
pub(crate) fn seal_context(id: &str) -> String {
    format!("resource_servers/{id}")
}

const COLUMNS: &str = "id, identifier, is_system, signing_secret, document, created_at";

fn resource_server(row: &Row<'_>) -> Result<ResourceServerRow, StoreError> {
    Ok(ResourceServerRow {
        id: row.get("id")?,
        identifier: row.get("identifier")?,
        is_system: row.get("is_system")?,
        signing_secret: row.get("signing_secret")?,
        document: super::document(row, "resource_servers", "document")?,
        created_at: row.time("created_at")?,
    })
}

/// The API with this id.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
) -> Result<Option<ResourceServerRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM resource_servers WHERE tenant_id = $1 AND id = $2");
    db.first(&sql, values![tenant, id], resource_server)
}

/// A part of the APIs: the tenant's own first, then oldest first. All of them, or those with these identifiers.
pub(crate) fn list(
    db: &mut Connection<'_>,
    tenant: &str,
    identifiers: &[String],
    slice: &Slice,
) -> Result<Vec<ResourceServerRow>, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT ")
        .push(COLUMNS)
        .push(" FROM resource_servers WHERE ");
    matching(&mut sql, tenant, identifiers);
    sql.push(" ORDER BY is_system DESC, created_at, id LIMIT ")
        .bind(slice.limit)
        .push(" OFFSET ")
        .bind(slice.start);
    db.all(sql.text(), sql.values(), resource_server)
}

/// How many APIs such a list has in all.
pub(crate) fn count(
    db: &mut Connection<'_>,
    tenant: &str,
    identifiers: &[String],
) -> Result<u64, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT COUNT(*) AS apis FROM resource_servers WHERE ");
    matching(&mut sql, tenant, identifiers);
    let count: Option<i64> = db.first(sql.text(), sql.values(), |row| row.get("apis"))?;
    Ok(count.unwrap_or_default().unsigned_abs())
}

fn matching(sql: &mut Sql, tenant: &str, identifiers: &[String]) {
    sql.push("tenant_id = ").bind(tenant);
    if !identifiers.is_empty() {
        sql.push(" AND identifier IN ")
            .bind_all(identifiers.iter().cloned());
    }
}

/// The API with this identifier, the `audience` of its tokens.
pub(crate) fn find_by_identifier(
    db: &mut Connection<'_>,
    tenant: &str,
    identifier: &str,
) -> Result<Option<ResourceServerRow>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM resource_servers WHERE tenant_id = $1 AND identifier = $2");
    db.first(&sql, values![tenant, identifier], resource_server)
}

/// The tenant's own API: the Management API.
pub(crate) fn find_system(
    db: &mut Connection<'_>,
    tenant: &str,
) -> Result<Option<ResourceServerRow>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM resource_servers WHERE tenant_id = $1 AND is_system = TRUE");
    db.first(&sql, values![tenant], resource_server)
}

/// Stores a new API.
pub(crate) fn insert(
    db: &mut Connection<'_>,
    tenant: &str,
    server: &ResourceServerRow,
) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO resource_servers
            (tenant_id, id, identifier, is_system, signing_secret, document, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    db.execute(
        INSERT,
        values![
            tenant,
            &server.id,
            &server.identifier,
            server.is_system,
            server.signing_secret.clone(),
            super::text(&server.document),
            server.created_at,
        ],
    )?;
    Ok(())
}

/// Replaces an API's identifier, secret and document. Answers whether it was there.
pub(crate) fn update(
    db: &mut Connection<'_>,
    tenant: &str,
    server: &ResourceServerRow,
) -> Result<bool, StoreError> {
    const UPDATE: &str = "
        UPDATE resource_servers
        SET identifier = $3, signing_secret = $4, document = $5
        WHERE tenant_id = $1 AND id = $2";
    let changed = db.execute(
        UPDATE,
        values![
            tenant,
            &server.id,
            &server.identifier,
            server.signing_secret.clone(),
            super::text(&server.document),
        ],
    )?;
    Ok(changed == 1)
}

/// Deletes an API with what is only there for it: grants, consents, permissions of roles and users.
/// Answers whether it was there.
pub(crate) fn delete(
    db: &mut Connection<'_>,
    tenant: &str,
    server: &ResourceServerRow,
) -> Result<bool, StoreError> {
    const DEPENDENT: &[&str] = &[
        "DELETE FROM client_grants WHERE tenant_id = $1 AND audience = $2",
        "DELETE FROM role_permissions WHERE tenant_id = $1 AND audience = $2",
        "DELETE FROM user_permissions WHERE tenant_id = $1 AND audience = $2",
        "DELETE FROM grants WHERE tenant_id = $1 AND audience = $2",
    ];
    for statement in DEPENDENT {
        db.execute(statement, values![tenant, &server.identifier])?;
    }
    const DELETE: &str = "DELETE FROM resource_servers WHERE tenant_id = $1 AND id = $2";
    Ok(db.execute(DELETE, values![tenant, &server.id])? == 1)
}

/// Takes permissions that an API no longer defines away from roles and users.
pub(crate) fn forget_permission(
    db: &mut Connection<'_>,
    tenant: &str,
    identifier: &str,
    permission: &str,
) -> Result<(), StoreError> {
    const STATEMENTS: &[&str] = &[
        "DELETE FROM role_permissions WHERE tenant_id = $1 AND audience = $2 AND permission = $3",
        "DELETE FROM user_permissions WHERE tenant_id = $1 AND audience = $2 AND permission = $3",
    ];
    for statement in STATEMENTS {
        db.execute(statement, values![tenant, identifier, permission])?;
    }
    Ok(())
}
