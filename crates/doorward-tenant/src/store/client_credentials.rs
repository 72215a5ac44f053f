//! The rows of clients' credentials: the keys and certificates that they prove themselves with.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::connection::values;
use super::{Connection, Row, StoreError};

/// A credential as stored.
#[derive(Clone)]
pub(crate) struct CredentialRow {
    pub(crate) id: String,
    pub(crate) kid: String,
    /// PEM; empty when the credential is only the name of a certificate's subject.
    pub(crate) public_key: String,
    /// What the Management API shows of it.
    pub(crate) document: Map<String, Value>,
    pub(crate) created_at: Timestamp,
    pub(crate) expires_at: Option<Timestamp>,
}

const COLUMNS: &str = "id, kid, public_key, document, created_at, expires_at";

fn credential(row: &Row<'_>) -> Result<CredentialRow, StoreError> {
    Ok(CredentialRow {
        id: row.get("id")?,
        kid: row.get("kid")?,
        public_key: row.get("public_key")?,
        document: super::document(row, "client_credentials", "document")?,
        created_at: row.time("created_at")?,
        expires_at: row.optional_time("expires_at")?,
    })
}

/// The credentials of a client, oldest first.
pub(crate) fn list(
    db: &mut Connection<'_>,
    tenant: &str,
    client_id: &str,
) -> Result<Vec<CredentialRow>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM client_credentials
         WHERE tenant_id = $1 AND client_id = $2 ORDER BY created_at, id"
    );
    db.all(&sql, values![tenant, client_id], credential)
}

/// One credential of a client.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    client_id: &str,
    id: &str,
) -> Result<Option<CredentialRow>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM client_credentials
         WHERE tenant_id = $1 AND client_id = $2 AND id = $3"
    );
    db.first(&sql, values![tenant, client_id, id], credential)
}

/// Stores a new credential.
pub(crate) fn insert(
    db: &mut Connection<'_>,
    tenant: &str,
    client_id: &str,
    credential: &CredentialRow,
) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO client_credentials
            (tenant_id, client_id, id, kid, public_key, document, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    db.execute(
        INSERT,
        values![
            tenant,
            client_id,
            &credential.id,
            &credential.kid,
            &credential.public_key,
            super::text(&credential.document),
            credential.created_at,
            credential.expires_at,
        ],
    )?;
    Ok(())
}

/// Replaces a credential's document and end. Answers whether it was there.
pub(crate) fn update(
    db: &mut Connection<'_>,
    tenant: &str,
    client_id: &str,
    credential: &CredentialRow,
) -> Result<bool, StoreError> {
    const UPDATE: &str = "
        UPDATE client_credentials SET document = $4, expires_at = $5
        WHERE tenant_id = $1 AND client_id = $2 AND id = $3";
    let changed = db.execute(
        UPDATE,
        values![
            tenant,
            client_id,
            &credential.id,
            super::text(&credential.document),
            credential.expires_at,
        ],
    )?;
    Ok(changed == 1)
}

/// Deletes a credential. Answers whether it was there.
pub(crate) fn delete(
    db: &mut Connection<'_>,
    tenant: &str,
    client_id: &str,
    id: &str,
) -> Result<bool, StoreError> {
    const DELETE: &str =
        "DELETE FROM client_credentials WHERE tenant_id = $1 AND client_id = $2 AND id = $3";
    Ok(db.execute(DELETE, values![tenant, client_id, id])? == 1)
}
