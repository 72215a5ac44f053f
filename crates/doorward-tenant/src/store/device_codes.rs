//! The rows of devices that wait: found by the hash of the device's code, or of the one that a person types.

use jiff::Timestamp;

use super::connection::{Row, values};
use super::{Connection, StoreError};
use crate::domain::device_code::{Asked, Decision, DeviceCode};
use crate::secret::sha256;

/// The keyed hash of a code that people type: there are too few of them for a plain one.
pub(crate) type UserCodeHash = [u8; 32];

/// Stores a device that asks. Answers `false` when its user code is taken.
pub(crate) fn insert(
    db: &mut Connection<'_>,
    tenant: &str,
    (issued, user_code): (&str, &UserCodeHash),
    (client_id, asked): (&str, &Asked),
    expires_at: Timestamp,
) -> Result<bool, StoreError> {
    const INSERT: &str = "
        INSERT INTO device_codes
            (tenant_id, device_code_hash, user_code_hash, client_id, document, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (tenant_id, user_code_hash) DO NOTHING";
    let (hash, document) = (sha256(issued.as_bytes()), super::to_json(asked));
    let values = values![
        tenant,
        hash.as_slice(),
        user_code.as_slice(),
        client_id,
        document,
        expires_at
    ];
    Ok(db.execute(INSERT, values)? == 1)
}

/// The device whose client presents this code, whatever its state.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    client_id: &str,
    presented: &str,
) -> Result<Option<DeviceCode>, StoreError> {
    const FIND: &str = "
        SELECT client_id, document, decision, polled_at, expires_at FROM device_codes
        WHERE tenant_id = $1 AND device_code_hash = $2 AND client_id = $3";
    let hash = sha256(presented.as_bytes());
    db.first(FIND, values![tenant, hash.as_slice(), client_id], read)
}

/// The device that shows this code, whatever its state.
pub(crate) fn find_shown(
    db: &mut Connection<'_>,
    tenant: &str,
    user_code: &UserCodeHash,
) -> Result<Option<DeviceCode>, StoreError> {
    const FIND: &str = "
        SELECT client_id, document, decision, polled_at, expires_at FROM device_codes
        WHERE tenant_id = $1 AND user_code_hash = $2";
    db.first(FIND, values![tenant, user_code.as_slice()], read)
}

fn read(row: &Row<'_>) -> Result<DeviceCode, StoreError> {
    let asked: Asked = super::json(row, "device_codes", "document")?;
    let decision: Option<String> = row.get("decision")?;
    let decision: Option<Decision> = decision
        .map(|text| serde_json::from_str(&text))
        .transpose()
        .map_err(|_| StoreError::Nonsense {
            table: "device_codes",
            column: "decision",
        })?;
    Ok(DeviceCode {
        client_id: row.get("client_id")?,
        asked,
        decision,
        polled_at: row.optional_time("polled_at")?,
        expires_at: row.time("expires_at")?,
    })
}

/// Notes when a device asked.
pub(crate) fn note_poll(
    db: &mut Connection<'_>,
    tenant: &str,
    presented: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    const NOTE: &str = "
        UPDATE device_codes SET polled_at = $3 WHERE tenant_id = $1 AND device_code_hash = $2";
    let hash = sha256(presented.as_bytes());
    db.execute(NOTE, values![tenant, hash.as_slice(), now])?;
    Ok(())
}

/// Stores what the person said. Answers whether it counts: the device still waited, and nobody had decided.
pub(crate) fn decide(
    db: &mut Connection<'_>,
    tenant: &str,
    user_code: &UserCodeHash,
    decision: &Decision,
    now: Timestamp,
) -> Result<bool, StoreError> {
    const DECIDE: &str = "
        UPDATE device_codes SET decision = $3, user_id = $5
        WHERE tenant_id = $1 AND user_code_hash = $2 AND decision IS NULL AND expires_at > $4";
    let user_id = match decision {
        Decision::Allowed(approval) => Some(approval.user_id.clone()),
        Decision::Denied { .. } => None,
    };
    let (user_code, decision) = (user_code.as_slice(), super::to_json(decision));
    let decided = db.execute(DECIDE, values![tenant, user_code, decision, now, user_id])?;
    Ok(decided == 1)
}

/// Takes the code away. Answers whether it was there: of two that race, one wins.
pub(crate) fn take(
    db: &mut Connection<'_>,
    tenant: &str,
    presented: &str,
) -> Result<bool, StoreError> {
    const TAKE: &str = "DELETE FROM device_codes WHERE tenant_id = $1 AND device_code_hash = $2";
    let hash = sha256(presented.as_bytes());
    Ok(db.execute(TAKE, values![tenant, hash.as_slice()])? == 1)
}

/// Takes the codes away that a user has said yes to, of one client if it is named.
pub(super) fn end_of_user(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    client_id: Option<&str>,
) -> Result<(), StoreError> {
    const END: &str = "
        DELETE FROM device_codes
        WHERE tenant_id = $1 AND user_id = $2 AND (CAST($3 AS TEXT) IS NULL OR client_id = $3)";
    db.execute(END, values![tenant, user_id, client_id])?;
    Ok(())
}
