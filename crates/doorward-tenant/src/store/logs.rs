//! The rows of tenant logs.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::connection::values;
use super::{Connection, StoreError};

/// One entry, as it will be shown.
pub(crate) struct LogRow {
    pub(crate) tenant: String,
    pub(crate) log_id: String,
    pub(crate) date: Timestamp,
    pub(crate) kind: &'static str,
    pub(crate) client_id: Option<String>,
    pub(crate) user_id: Option<String>,
    /// JSON.
    pub(crate) document: String,
}

/// Stores an entry.
pub(crate) fn insert(db: &mut Connection<'_>, log: &LogRow) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO logs (tenant_id, log_id, date, type, client_id, user_id, document)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT DO NOTHING";
    db.execute(
        INSERT,
        values![
            &log.tenant,
            &log.log_id,
            log.date,
            log.kind,
            log.client_id.clone(),
            log.user_id.clone(),
            &log.document,
        ],
    )?;
    Ok(())
}

/// The entry with this id.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    log_id: &str,
) -> Result<Option<Map<String, Value>>, StoreError> {
    const FIND: &str = "SELECT document FROM logs WHERE tenant_id = $1 AND log_id = $2";
    db.first(FIND, values![tenant, log_id], |row| {
        super::document(row, "logs", "document")
    })
}
