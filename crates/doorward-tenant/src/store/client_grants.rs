//! The rows of client grants: which client may ask for which scopes of which API.

use serde_json::{Map, Value};

use super::connection::values;
use super::{Connection, Row, StoreError};

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

/// Points all grants of one audience to another: the Management API follows the tenant's domain.
pub(crate) fn rename_audience(
    db: &mut Connection<'_>,
    tenant: &str,
    from: &str,
    to: &str,
) -> Result<(), StoreError> {
    const RENAME: &str =
        "UPDATE client_grants SET audience = $3 WHERE tenant_id = $1 AND audience = $2";
    db.execute(RENAME, values![tenant, from, to])?;
    Ok(())
}
