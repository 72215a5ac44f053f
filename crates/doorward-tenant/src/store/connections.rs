//! The rows of connections and of the clients they are enabled for.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::connection::values;
use super::{Connection, Row, StoreError};

/// A connection as stored.
#[derive(Clone)]
pub(crate) struct ConnectionRow {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) strategy: String,
    pub(crate) document: Map<String, Value>,
    pub(crate) created_at: Timestamp,
}

const COLUMNS: &str = "id, name, strategy, document, created_at";

fn connection(row: &Row<'_>) -> Result<ConnectionRow, StoreError> {
    Ok(ConnectionRow {
        id: row.get("id")?,
        name: row.get("name")?,
        strategy: row.get("strategy")?,
        document: super::document(row, "connections", "document")?,
        created_at: row.time("created_at")?,
    })
}

/// The connection with this id.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
) -> Result<Option<ConnectionRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM connections WHERE tenant_id = $1 AND id = $2");
    db.first(&sql, values![tenant, id], connection)
}

/// The connection with this name.
pub(crate) fn find_by_name(
    db: &mut Connection<'_>,
    tenant: &str,
    name: &str,
) -> Result<Option<ConnectionRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM connections WHERE tenant_id = $1 AND name = $2");
    db.first(&sql, values![tenant, name], connection)
}

/// Ids of the clients that a connection is enabled for.
pub(crate) fn enabled_clients(
    db: &mut Connection<'_>,
    tenant: &str,
    connection_id: &str,
) -> Result<Vec<String>, StoreError> {
    const LIST: &str = "
        SELECT client_id FROM connection_clients
        WHERE tenant_id = $1 AND connection_id = $2
        ORDER BY client_id";
    db.all(LIST, values![tenant, connection_id], |row| {
        row.get("client_id")
    })
}

/// Ids of the connections that are enabled for a client, by name.
pub(crate) fn enabled_for(
    db: &mut Connection<'_>,
    tenant: &str,
    client_id: &str,
) -> Result<Vec<String>, StoreError> {
    const LIST: &str = "
        SELECT connections.id AS id
        FROM connection_clients
        JOIN connections
            ON connections.tenant_id = connection_clients.tenant_id
            AND connections.id = connection_clients.connection_id
        WHERE connection_clients.tenant_id = $1 AND connection_clients.client_id = $2
        ORDER BY connections.sort_name, connections.id
        LIMIT 200";
    db.all(LIST, values![tenant, client_id], |row| row.get("id"))
}

/// Stores a new connection.
pub(crate) fn insert(
    db: &mut Connection<'_>,
    tenant: &str,
    connection: &ConnectionRow,
) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO connections (tenant_id, id, name, sort_name, strategy, document, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    db.execute(
        INSERT,
        values![
            tenant,
            &connection.id,
            &connection.name,
            connection.name.to_lowercase(),
            &connection.strategy,
            super::text(&connection.document),
            connection.created_at,
        ],
    )?;
    Ok(())
}

/// Enables a connection for a client, once.
pub(crate) fn enable(
    db: &mut Connection<'_>,
    tenant: &str,
    connection_id: &str,
    client_id: &str,
) -> Result<(), StoreError> {
    const ENABLE: &str = "
        INSERT INTO connection_clients (tenant_id, connection_id, client_id)
        VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    db.execute(ENABLE, values![tenant, connection_id, client_id])?;
    Ok(())
}
