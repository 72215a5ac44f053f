//! The rows of logins on their way, found by `state` and bound to one browser.

use jiff::Timestamp;

use super::connection::values;
use super::{Connection, StoreError};
use crate::domain::authorization::Transaction;
use crate::secret::sha256;

/// What finds a transaction: the `state` of its pages and the device cookie of its browser.
#[derive(Clone)]
pub(crate) struct Key {
    pub(crate) state: String,
    pub(crate) browser: String,
}

/// The transaction under `key` that has not expired at `now`.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    key: &Key,
    now: Timestamp,
) -> Result<Option<Transaction>, StoreError> {
    const FIND: &str = "
        SELECT document FROM login_transactions
        WHERE tenant_id = $1 AND state_hash = $2 AND browser_hash = $3 AND expires_at > $4";
    let (state, browser) = (sha256(key.state.as_bytes()), sha256(key.browser.as_bytes()));
    db.first(
        FIND,
        values![tenant, state.as_slice(), browser.as_slice(), now],
        |row| super::json(row, "login_transactions", "document"),
    )
}

/// Stores a new transaction.
pub(crate) fn insert(
    db: &mut Connection<'_>,
    tenant: &str,
    key: &Key,
    transaction: &Transaction,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO login_transactions (tenant_id, state_hash, browser_hash, document, expires_at)
        VALUES ($1, $2, $3, $4, $5)";
    let (state, browser) = (sha256(key.state.as_bytes()), sha256(key.browser.as_bytes()));
    let document = super::to_json(transaction);
    db.execute(
        INSERT,
        values![
            tenant,
            state.as_slice(),
            browser.as_slice(),
            document,
            expires_at
        ],
    )?;
    Ok(())
}

/// Stores how far a transaction has come. Answers whether it was still there.
pub(crate) fn update(
    db: &mut Connection<'_>,
    tenant: &str,
    key: &Key,
    transaction: &Transaction,
    expires_at: Timestamp,
) -> Result<bool, StoreError> {
    const UPDATE: &str = "
        UPDATE login_transactions SET document = $4, expires_at = $5
        WHERE tenant_id = $1 AND state_hash = $2 AND browser_hash = $3";
    let (state, browser) = (sha256(key.state.as_bytes()), sha256(key.browser.as_bytes()));
    let document = super::to_json(transaction);
    let updated = db.execute(
        UPDATE,
        values![
            tenant,
            state.as_slice(),
            browser.as_slice(),
            document,
            expires_at
        ],
    )?;
    Ok(updated == 1)
}

/// Ends a transaction. Answers whether it was there: of two that race, one completes it.
pub(crate) fn take(db: &mut Connection<'_>, tenant: &str, key: &Key) -> Result<bool, StoreError> {
    const TAKE: &str = "
        DELETE FROM login_transactions
        WHERE tenant_id = $1 AND state_hash = $2 AND browser_hash = $3";
    let (state, browser) = (sha256(key.state.as_bytes()), sha256(key.browser.as_bytes()));
    Ok(db.execute(TAKE, values![tenant, state.as_slice(), browser.as_slice()])? == 1)
}
