//! Values that may be used once.

use jiff::Timestamp;

use super::connection::values;
use super::{Connection, StoreError};
use crate::secret::sha256;

/// Notes that `value` was used. Answers `false` when it was noted before and must be refused.
pub(crate) fn spend(
    db: &mut Connection<'_>,
    tenant: &str,
    kind: &str,
    value: &str,
    expires_at: Timestamp,
) -> Result<bool, StoreError> {
    const SPEND: &str = "
        INSERT INTO replays (tenant_id, kind, value_hash, expires_at)
        VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    let hash = sha256(value.as_bytes());
    let spent = db.execute(SPEND, values![tenant, kind, hash.as_slice(), expires_at])?;
    Ok(spent == 1)
}
