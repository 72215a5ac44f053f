//! The rows of connections and of the clients they are enabled for.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::condition::Sql;
use super::connection::values;
use super::slice::Slice;
use super::{Connection, Row, StoreError};

/// A connection as stored.
#[derive(Clone)]
pub(crate) struct ConnectionRow {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) strategy: String,
    /// With `null` in place of secrets.
    pub(crate) document: Map<String, Value>,
    /// What stands in their place, sealed; `None` while the document still holds them.
    pub(crate) secrets: Option<Vec<u8>>,
    pub(crate) created_at: Timestamp,
}

/// Which connections a list shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct ConnectionFilter {
    /// Exactly.
    pub(crate) name: Option<String>,
    /// Any of these; all when empty.
    pub(crate) strategies: Vec<String>,
}

const COLUMNS: &str = "id, name, strategy, document, secrets, created_at";

fn connection(row: &Row<'_>) -> Result<ConnectionRow, StoreError> {
    Ok(ConnectionRow {
        id: row.get("id")?,
        name: row.get("name")?,
        strategy: row.get("strategy")?,
        document: super::document(row, "connections", "document")?,
        secrets: row.get("secrets")?,
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

/// The order of lists.
const IN_ORDER: &[&str] = &["connections.sort_name", "connections.id"];

/// A part of the connections, by name without regard to case.
pub(crate) fn list(
    db: &mut Connection<'_>,
    tenant: &str,
    filter: &ConnectionFilter,
    slice: &Slice,
) -> Result<Vec<ConnectionRow>, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT ")
        .push(COLUMNS)
        .push(" FROM connections WHERE ");
    matching(&mut sql, tenant, filter);
    sql.slice(IN_ORDER, slice);
    db.all(sql.text(), sql.values(), connection)
}

/// How many connections the filter lets through.
pub(crate) fn count(
    db: &mut Connection<'_>,
    tenant: &str,
    filter: &ConnectionFilter,
) -> Result<u64, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT COUNT(*) AS connections FROM connections WHERE ");
    matching(&mut sql, tenant, filter);
    let count: Option<i64> = db.first(sql.text(), sql.values(), |row| row.get("connections"))?;
    Ok(count.unwrap_or_default().unsigned_abs())
}

fn matching(sql: &mut Sql, tenant: &str, filter: &ConnectionFilter) {
    sql.push("connections.tenant_id = ").bind(tenant);
    if let Some(name) = &filter.name {
        sql.push(" AND connections.name = ").bind(name);
    }
    if !filter.strategies.is_empty() {
        sql.push(" AND connections.strategy IN ")
            .bind_all(filter.strategies.iter().cloned());
    }
}

/// A part of the connections that are enabled for a client, by name.
pub(crate) fn list_enabled_for(
    db: &mut Connection<'_>,
    tenant: &str,
    client_id: &str,
    strategies: &[String],
    slice: &Slice,
) -> Result<Vec<ConnectionRow>, StoreError> {
    let filter = ConnectionFilter {
        name: None,
        strategies: strategies.to_vec(),
    };
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT ")
        .push(COLUMNS)
        .push(" FROM connections WHERE ");
    matching(&mut sql, tenant, &filter);
    sql.push(
        " AND connections.id IN (SELECT connection_id FROM connection_clients WHERE tenant_id = ",
    )
    .bind(tenant)
    .push(" AND client_id = ")
    .bind(client_id)
    .push(")");
    sql.slice(IN_ORDER, slice);
    db.all(sql.text(), sql.values(), connection)
}

/// The enabled clients of several connections, as pairs of connection and client.
pub(crate) fn enabled_clients_of(
    db: &mut Connection<'_>,
    tenant: &str,
    connection_ids: impl IntoIterator<Item = String>,
) -> Result<Vec<(String, String)>, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT connection_id, client_id FROM connection_clients WHERE tenant_id = ")
        .bind(tenant)
        .push(" AND connection_id IN ")
        .bind_all(connection_ids)
        .push(" ORDER BY connection_id, client_id");
    db.all(sql.text(), sql.values(), |row| {
        Ok((row.get("connection_id")?, row.get("client_id")?))
    })
}

/// A part of the clients that a connection is enabled for.
pub(crate) fn enabled_clients_slice(
    db: &mut Connection<'_>,
    tenant: &str,
    connection_id: &str,
    slice: &Slice,
) -> Result<Vec<String>, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT client_id FROM connection_clients WHERE tenant_id = ")
        .bind(tenant)
        .push(" AND connection_id = ")
        .bind(connection_id);
    sql.slice(&["client_id"], slice);
    db.all(sql.text(), sql.values(), |row| row.get("client_id"))
}

/// Some of the identities that come from a connection: provider, id and the user they belong to.
pub(crate) fn identities(
    db: &mut Connection<'_>,
    tenant: &str,
    connection_id: &str,
    limit: i64,
) -> Result<Vec<(String, String, String)>, StoreError> {
    const LIST: &str = "
        SELECT provider, identity_id, user_id FROM identities
        WHERE tenant_id = $1 AND connection_id = $2
        ORDER BY user_id LIMIT $3";
    db.all(LIST, values![tenant, connection_id, limit], |row| {
        Ok((
            row.get("provider")?,
            row.get("identity_id")?,
            row.get("user_id")?,
        ))
    })
}

/// Stores a new connection.
pub(crate) fn insert(
    db: &mut Connection<'_>,
    tenant: &str,
    connection: &ConnectionRow,
) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO connections
            (tenant_id, id, name, sort_name, strategy, document, secrets, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    db.execute(
        INSERT,
        values![
            tenant,
            &connection.id,
            &connection.name,
            connection.name.to_lowercase(),
            &connection.strategy,
            super::text(&connection.document),
            connection.secrets.clone(),
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

/// Takes a connection away from a client.
pub(crate) fn disable(
    db: &mut Connection<'_>,
    tenant: &str,
    connection_id: &str,
    client_id: &str,
) -> Result<(), StoreError> {
    const DISABLE: &str = "
        DELETE FROM connection_clients
        WHERE tenant_id = $1 AND connection_id = $2 AND client_id = $3";
    db.execute(DISABLE, values![tenant, connection_id, client_id])?;
    Ok(())
}

/// Makes these the clients of a connection, and no others.
pub(crate) fn set_clients(
    db: &mut Connection<'_>,
    tenant: &str,
    connection_id: &str,
    clients: &[String],
) -> Result<(), StoreError> {
    const CLEAR: &str =
        "DELETE FROM connection_clients WHERE tenant_id = $1 AND connection_id = $2";
    db.execute(CLEAR, values![tenant, connection_id])?;
    clients
        .iter()
        .try_for_each(|client| enable(db, tenant, connection_id, client))
}

/// Some of the connections that nobody has looked through for secrets.
pub(crate) fn unsealed(
    db: &mut Connection<'_>,
    tenant: &str,
    limit: i64,
) -> Result<Vec<ConnectionRow>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM connections WHERE tenant_id = $1 AND secrets IS NULL LIMIT $2"
    );
    db.all(&sql, values![tenant, limit], connection)
}

/// Replaces a connection's document and secrets. Answers whether it was there.
pub(crate) fn update(
    db: &mut Connection<'_>,
    tenant: &str,
    connection: &ConnectionRow,
) -> Result<bool, StoreError> {
    const UPDATE: &str =
        "UPDATE connections SET document = $3, secrets = $4 WHERE tenant_id = $1 AND id = $2";
    let document = super::text(&connection.document);
    let secrets = connection.secrets.clone();
    Ok(db.execute(UPDATE, values![tenant, &connection.id, document, secrets])? == 1)
}

/// Deletes a connection; its users must be gone. Answers whether it was there.
pub(crate) fn delete(db: &mut Connection<'_>, tenant: &str, id: &str) -> Result<bool, StoreError> {
    const DELETE: &str = "DELETE FROM connections WHERE tenant_id = $1 AND id = $2";
    const CODES: &str =
        "DELETE FROM passwordless_codes WHERE tenant_id = $1 AND connection_id = $2";
    set_clients(db, tenant, id, &[])?;
    db.execute(CODES, values![tenant, id])?;
    Ok(db.execute(DELETE, values![tenant, id])? == 1)
}
