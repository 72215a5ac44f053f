//! The rows of resource servers.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::connection::values;
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
