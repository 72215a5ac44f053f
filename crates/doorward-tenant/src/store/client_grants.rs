//! The rows of client grants: which client may ask for which scopes of which API.

use serde_json::{Map, Value};

use super::condition::Sql;
use super::connection::values;
use super::slice::Slice;
use super::{Connection, Row, StoreError, grants, refresh_tokens, roles, user_roles};

/// A client grant as stored.
#[derive(Clone)]
pub(crate) struct ClientGrantRow {
    pub(crate) id: String,
    pub(crate) client_id: String,
    pub(crate) audience: String,
    /// `client`, or `user` for tokens that act for a user.
    pub(crate) subject_type: String,
    pub(crate) document: Map<String, Value>,
}

/// Which client grants a list shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct ClientGrantFilter {
    pub(crate) client_id: Option<String>,
    pub(crate) audience: Option<String>,
    pub(crate) subject_type: Option<String>,
    pub(crate) allow_any_organization: Option<bool>,
    pub(crate) default_for: Option<String>,
}

const COLUMNS: &str = "id, client_id, audience, subject_type, document";

fn client_grant(row: &Row<'_>) -> Result<ClientGrantRow, StoreError> {
    Ok(ClientGrantRow {
        id: row.get("id")?,
        client_id: row.get("client_id")?,
        audience: row.get("audience")?,
        subject_type: row.get("subject_type")?,
        document: super::document(row, "client_grants", "document")?,
    })
}

/// The grant of a client on an API.
pub(crate) fn find_pair(
    db: &mut Connection<'_>,
    tenant: &str,
    client_id: &str,
    audience: &str,
    subject_type: &str,
) -> Result<Option<ClientGrantRow>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM client_grants
         WHERE tenant_id = $1 AND client_id = $2 AND audience = $3 AND subject_type = $4"
    );
    db.first(
        &sql,
        values![tenant, client_id, audience, subject_type],
        client_grant,
    )
}

/// The grant with this id.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
) -> Result<Option<ClientGrantRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM client_grants WHERE tenant_id = $1 AND id = $2");
    db.first(&sql, values![tenant, id], client_grant)
}

/// A part of the grants, by id.
pub(crate) fn list(
    db: &mut Connection<'_>,
    tenant: &str,
    filter: &ClientGrantFilter,
    slice: &Slice,
) -> Result<Vec<ClientGrantRow>, StoreError> {
    let position = db.position_function();
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT ")
        .push(COLUMNS)
        .push(" FROM client_grants WHERE ");
    matching(&mut sql, tenant, position, filter);
    sql.slice(&["id"], slice);
    db.all(sql.text(), sql.values(), client_grant)
}

/// How many grants the filter lets through.
pub(crate) fn count(
    db: &mut Connection<'_>,
    tenant: &str,
    filter: &ClientGrantFilter,
) -> Result<u64, StoreError> {
    let position = db.position_function();
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT COUNT(*) AS grants FROM client_grants WHERE ");
    matching(&mut sql, tenant, position, filter);
    let count: Option<i64> = db.first(sql.text(), sql.values(), |row| row.get("grants"))?;
    Ok(count.unwrap_or_default().unsigned_abs())
}

fn matching(sql: &mut Sql, tenant: &str, position: &str, filter: &ClientGrantFilter) {
    sql.push("tenant_id = ").bind(tenant);
    let columns = [
        (" AND client_id = ", &filter.client_id),
        (" AND audience = ", &filter.audience),
        (" AND subject_type = ", &filter.subject_type),
    ];
    for (words, value) in columns {
        if let Some(value) = value {
            sql.push(words).bind(value);
        }
    }
    // Rare questions, asked of the JSON itself: a quotation mark inside of a text is escaped there, so that only a
    // member can match.
    let mut member = |name: &str, value: String| {
        sql.push(" AND ").push(position).push("(document, ");
        sql.bind(format!("\"{name}\":{value}")).push(") > 0");
    };
    if let Some(allows) = filter.allow_any_organization {
        member("allow_any_organization", allows.to_string());
    }
    if let Some(default_for) = &filter.default_for {
        member("default_for", format!("\"{default_for}\""));
    }
}

/// Stores a new grant.
pub(crate) fn insert(
    db: &mut Connection<'_>,
    tenant: &str,
    grant: &ClientGrantRow,
) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO client_grants (tenant_id, id, client_id, audience, subject_type, document)
        VALUES ($1, $2, $3, $4, $5, $6)";
    db.execute(
        INSERT,
        values![
            tenant,
            &grant.id,
            &grant.client_id,
            &grant.audience,
            &grant.subject_type,
            super::text(&grant.document),
        ],
    )?;
    Ok(())
}

/// Points all that was granted on one audience to another: the Management API follows the tenant's domain.
pub(crate) fn rename_audience(
    db: &mut Connection<'_>,
    tenant: &str,
    from: &str,
    to: &str,
) -> Result<(), StoreError> {
    const RENAME: &str =
        "UPDATE client_grants SET audience = $3 WHERE tenant_id = $1 AND audience = $2";
    db.execute(RENAME, values![tenant, from, to])?;
    roles::rename_audience(db, tenant, from, to)?;
    user_roles::rename_audience(db, tenant, from, to)?;
    grants::rename_audience(db, tenant, from, to)?;
    refresh_tokens::rename_audience(db, tenant, from, to)
}

/// Replaces a grant's document. Answers whether it was there.
pub(crate) fn update(
    db: &mut Connection<'_>,
    tenant: &str,
    grant: &ClientGrantRow,
) -> Result<bool, StoreError> {
    const UPDATE: &str = "UPDATE client_grants SET document = $3 WHERE tenant_id = $1 AND id = $2";
    let document = super::text(&grant.document);
    Ok(db.execute(UPDATE, values![tenant, &grant.id, document])? == 1)
}

/// Deletes a grant. Answers whether it was there.
pub(crate) fn delete(db: &mut Connection<'_>, tenant: &str, id: &str) -> Result<bool, StoreError> {
    const DELETE: &str = "DELETE FROM client_grants WHERE tenant_id = $1 AND id = $2";
    Ok(db.execute(DELETE, values![tenant, id])? == 1)
}
