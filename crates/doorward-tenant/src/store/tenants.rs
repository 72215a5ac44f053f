//! The tenants of this database.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::connection::values;
use super::{Connection, StoreError};

/// Makes a tenant unless it is there. Answers whether it was made.
pub(crate) fn create(
    db: &mut Connection<'_>,
    id: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let made = db.execute(
        "INSERT INTO tenants (id, settings, created_at) VALUES ($1, '{}', $2) ON CONFLICT DO NOTHING",
        values![id, now],
    )?;
    Ok(made == 1)
}

/// The settings that were set, without defaults; `None` when there is no such tenant.
pub(crate) fn settings(
    db: &mut Connection<'_>,
    id: &str,
) -> Result<Option<Map<String, Value>>, StoreError> {
    db.first(
        "SELECT settings FROM tenants WHERE id = $1",
        values![id],
        |row| super::document(row, "tenants", "settings"),
    )
}

/// Replaces the settings.
pub(crate) fn set_settings(
    db: &mut Connection<'_>,
    id: &str,
    settings: &Map<String, Value>,
) -> Result<bool, StoreError> {
    let changed = db.execute(
        "UPDATE tenants SET settings = $2 WHERE id = $1",
        values![id, super::text(settings)],
    )?;
    Ok(changed == 1)
}

/// Ids of what a first start in development made.
pub(crate) fn demo(
    db: &mut Connection<'_>,
    id: &str,
) -> Result<Option<Map<String, Value>>, StoreError> {
    let text = db.first(
        "SELECT demo FROM tenants WHERE id = $1",
        values![id],
        |row| row.get::<Option<String>>("demo"),
    )?;
    text.flatten()
        .map(|text| serde_json::from_str(&text))
        .transpose()
        .map_err(|_| StoreError::Nonsense {
            table: "tenants",
            column: "demo",
        })
}

/// Notes what a first start in development made.
pub(crate) fn set_demo(
    db: &mut Connection<'_>,
    id: &str,
    demo: &Map<String, Value>,
) -> Result<(), StoreError> {
    db.execute(
        "UPDATE tenants SET demo = $2 WHERE id = $1",
        values![id, super::text(demo)],
    )?;
    Ok(())
}
