//! The rows of clients and of their credentials.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::connection::values;
use super::{Connection, Row, StoreError};

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

/// A credential of a client: a public key.
#[derive(Clone)]
pub(crate) struct CredentialRow {
    pub(crate) id: String,
    /// PEM.
    pub(crate) public_key: String,
    /// What the Management API shows of it.
    pub(crate) document: Map<String, Value>,
    pub(crate) expires_at: Option<Timestamp>,
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

/// The credentials of a client, oldest first.
pub(crate) fn credentials(
    db: &mut Connection<'_>,
    tenant: &str,
    client_id: &str,
) -> Result<Vec<CredentialRow>, StoreError> {
    const LIST: &str = "
        SELECT id, public_key, document, expires_at
        FROM client_credentials
        WHERE tenant_id = $1 AND client_id = $2
        ORDER BY created_at, id";
    db.all(LIST, values![tenant, client_id], |row| {
        Ok(CredentialRow {
            id: row.get("id")?,
            public_key: row.get("public_key")?,
            document: super::document(row, "client_credentials", "document")?,
            expires_at: row.optional_time("expires_at")?,
        })
    })
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
