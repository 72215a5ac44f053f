//! The rows of clients.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::condition::Sql;
use super::connection::values;
use super::slice::Slice;
use super::{Connection, Row, StoreError};
use crate::domain::origins::Origins;

/// A client as stored.
#[derive(Clone)]
pub(crate) struct ClientRow {
    pub(crate) client_id: String,
    /// Sealed.
    pub(crate) secret: Vec<u8>,
    /// What the Management API knows of it, without secrets.
    pub(crate) document: Map<String, Value>,
    pub(crate) created_at: Timestamp,
}

/// Which clients a list shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct ClientFilter {
    pub(crate) is_global: Option<bool>,
    pub(crate) is_first_party: Option<bool>,
    /// Any of these; all when empty.
    pub(crate) app_types: Vec<String>,
}

/// What a client's secret is sealed for.
pub(crate) fn seal_context(client_id: &str) -> String {
    format!("clients/{client_id}")
}

const COLUMNS: &str = "client_id, secret, document, created_at";

fn client(row: &Row<'_>) -> Result<ClientRow, StoreError> {
    Ok(ClientRow {
        client_id: row.get("client_id")?,
        secret: row.get("secret")?,
        document: super::document(row, "clients", "document")?,
        created_at: row.time("created_at")?,
    })
}

/// The client with this id.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    client_id: &str,
) -> Result<Option<ClientRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM clients WHERE tenant_id = $1 AND client_id = $2");
    db.first(&sql, values![tenant, client_id], client)
}

/// The id of the client that stands for all clients.
pub(crate) fn global_id(
    db: &mut Connection<'_>,
    tenant: &str,
) -> Result<Option<String>, StoreError> {
    const GLOBAL: &str = "SELECT client_id FROM clients WHERE tenant_id = $1 AND is_global = TRUE
         ORDER BY created_at, client_id LIMIT 1";
    db.first(GLOBAL, values![tenant], |row| row.get("client_id"))
}

/// The client with this name, the oldest of several.
pub(crate) fn find_by_name(
    db: &mut Connection<'_>,
    tenant: &str,
    name: &str,
) -> Result<Option<ClientRow>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM clients WHERE tenant_id = $1 AND name = $2
         ORDER BY created_at, client_id LIMIT 1"
    );
    db.first(&sql, values![tenant, name], client)
}

/// A part of the clients, oldest first.
pub(crate) fn list(
    db: &mut Connection<'_>,
    tenant: &str,
    filter: &ClientFilter,
    slice: &Slice,
) -> Result<Vec<ClientRow>, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT ")
        .push(COLUMNS)
        .push(" FROM clients WHERE ");
    matching(&mut sql, tenant, filter);
    sql.slice(&["created_at", "client_id"], slice);
    db.all(sql.text(), sql.values(), client)
}

/// Where the clients' pages are.
pub(crate) fn origins(db: &mut Connection<'_>, tenant: &str) -> Result<Origins, StoreError> {
    const ALL: &str = "SELECT document FROM clients WHERE tenant_id = $1";
    let mut origins = Origins::default();
    db.all(ALL, values![tenant], |row| {
        let document = super::document(row, "clients", "document")?;
        origins.extend(Origins::of(&document));
        Ok(())
    })?;
    Ok(origins)
}

/// How many clients the filter lets through.
pub(crate) fn count(
    db: &mut Connection<'_>,
    tenant: &str,
    filter: &ClientFilter,
) -> Result<u64, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT COUNT(*) AS clients FROM clients WHERE ");
    matching(&mut sql, tenant, filter);
    let count: Option<i64> = db.first(sql.text(), sql.values(), |row| row.get("clients"))?;
    Ok(count.unwrap_or_default().unsigned_abs())
}

fn matching(sql: &mut Sql, tenant: &str, filter: &ClientFilter) {
    sql.push("tenant_id = ").bind(tenant);
    if let Some(is_global) = filter.is_global {
        sql.push(" AND is_global = ").bind(is_global);
    }
    if let Some(is_first_party) = filter.is_first_party {
        sql.push(" AND is_first_party = ").bind(is_first_party);
    }
    if !filter.app_types.is_empty() {
        sql.push(" AND app_type IN ")
            .bind_all(filter.app_types.iter().cloned());
    }
}

/// Stores a new client.
pub(crate) fn insert(
    db: &mut Connection<'_>,
    tenant: &str,
    client: &ClientRow,
) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO clients
            (tenant_id, client_id, name, is_global, is_first_party, app_type, secret, document, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let column = Columns::of(&client.document);
    db.execute(
        INSERT,
        values![
            tenant,
            &client.client_id,
            column.name,
            column.is_global,
            column.is_first_party,
            column.app_type,
            client.secret.as_slice(),
            super::text(&client.document),
            client.created_at,
        ],
    )?;
    Ok(())
}

/// Replaces a client's document and secret. Answers whether it was there.
pub(crate) fn update(
    db: &mut Connection<'_>,
    tenant: &str,
    client: &ClientRow,
) -> Result<bool, StoreError> {
    const UPDATE: &str = "
        UPDATE clients
        SET name = $3, is_global = $4, is_first_party = $5, app_type = $6, secret = $7, document = $8
        WHERE tenant_id = $1 AND client_id = $2";
    let column = Columns::of(&client.document);
    let changed = db.execute(
        UPDATE,
        values![
            tenant,
            &client.client_id,
            column.name,
            column.is_global,
            column.is_first_party,
            column.app_type,
            client.secret.as_slice(),
            super::text(&client.document),
        ],
    )?;
    Ok(changed == 1)
}

/// Lets the units that give clients aliases run one after the other; the first statement of each.
pub(crate) fn take_turns(db: &mut Connection<'_>) -> Result<(), StoreError> {
    db.one_at_a_time("clients")
}

/// Whether another client than this one has any of these aliases. A rare question, asked of the documents.
pub(crate) fn is_alias_taken(
    db: &mut Connection<'_>,
    tenant: &str,
    client_id: &str,
    aliases: &[String],
) -> Result<bool, StoreError> {
    let position = db.position_function();
    let sql = format!(
        "SELECT document FROM clients WHERE tenant_id = $1 AND client_id <> $2 AND {position}(document, $3) > 0"
    );
    let taken = db.all(
        &sql,
        values![tenant, client_id, "\"client_aliases\":[\""],
        |row| {
            let document = super::document(row, "clients", "document")?;
            let known = document.get("client_aliases").and_then(Value::as_array);
            let mut known = known.into_iter().flatten().filter_map(Value::as_str);
            Ok(known.any(|known| aliases.iter().any(|alias| alias == known)))
        },
    )?;
    Ok(taken.contains(&true))
}

/// Deletes a client with everything that is only there for it: grants, consents, tokens, credentials.
/// Answers whether it was there.
pub(crate) fn delete(
    db: &mut Connection<'_>,
    tenant: &str,
    client_id: &str,
) -> Result<bool, StoreError> {
    const DEPENDENT: &[&str] = &[
        "DELETE FROM client_credentials WHERE tenant_id = $1 AND client_id = $2",
        "DELETE FROM client_grants WHERE tenant_id = $1 AND client_id = $2",
        "DELETE FROM connection_clients WHERE tenant_id = $1 AND client_id = $2",
        "DELETE FROM grants WHERE tenant_id = $1 AND client_id = $2",
        "DELETE FROM refresh_tokens WHERE tenant_id = $1 AND client_id = $2",
    ];
    for statement in DEPENDENT {
        db.execute(statement, values![tenant, client_id])?;
    }
    const DELETE: &str = "DELETE FROM clients WHERE tenant_id = $1 AND client_id = $2";
    Ok(db.execute(DELETE, values![tenant, client_id])? == 1)
}

/// What of a document stands in columns of its own, to be filtered by.
struct Columns<'d> {
    name: &'d str,
    is_global: bool,
    is_first_party: bool,
    app_type: &'d str,
}

impl<'d> Columns<'d> {
    fn of(document: &'d Map<String, Value>) -> Self {
        let text = |name: &str| {
            document
                .get(name)
                .and_then(Value::as_str)
                .unwrap_or_default()
        };
        let flag = |name: &str, default| {
            document
                .get(name)
                .and_then(Value::as_bool)
                .unwrap_or(default)
        };
        Self {
            name: text("name"),
            is_global: flag("global", false),
            is_first_party: flag("is_first_party", true),
            app_type: text("app_type"),
        }
    }
}
