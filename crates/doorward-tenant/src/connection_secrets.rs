//! The secrets of connections, sealed while they rest. A login needs none of them: they are opened for the
//! Management API alone.

use serde_json::{Map, Value};

use crate::domain::connection_secrets::{put_back, take};
use crate::keys::{Sealer, Unsealable};
use crate::store::connections::{self, ConnectionRow};
use crate::store::{Store, StoreError};

/// How many connections one unit of work seals.
const BATCH: i64 = 100;

/// Seals the secrets that stand in a connection's options. Those that were sealed before are forgotten.
pub(crate) fn seal(
    sealer: &Sealer,
    tenant: &str,
    row: &mut ConnectionRow,
) -> Result<(), Unsealable> {
    let secrets = row.document.get_mut("options").map(take);
    let secrets = secrets.unwrap_or_default();
    row.secrets = if secrets.is_empty() {
        Some(Vec::new())
    } else {
        let plain = Value::Object(secrets).to_string();
        Some(sealer.seal(tenant, &context(&row.id), plain.as_bytes())?)
    };
    Ok(())
}

/// Puts the sealed secrets of a connection back into its options.
pub(crate) fn open(
    sealer: &Sealer,
    tenant: &str,
    row: &mut ConnectionRow,
) -> Result<(), StoreError> {
    let Some(sealed) = row.secrets.take().filter(|sealed| !sealed.is_empty()) else {
        return Ok(());
    };
    let opened = sealer.open(tenant, &context(&row.id), &sealed)?;
    let secrets: Map<String, Value> =
        serde_json::from_slice(&opened).map_err(|_| StoreError::Nonsense {
            table: "connections",
            column: "secrets",
        })?;
    if let Some(options) = row.document.get_mut("options") {
        put_back(options, secrets);
    }
    Ok(())
}

/// Seals what releases that did not seal have left. Two processes may do so at once.
///
/// # Errors
///
/// When the store fails. What was sealed by then stays so.
pub(crate) async fn seal_stored(
    store: &Store,
    sealer: &Sealer,
    tenant: &str,
) -> Result<(), StoreError> {
    loop {
        let (sealer, tenant) = (sealer.clone(), tenant.to_owned());
        let sealed = store.write(move |db| {
            let rows = connections::unsealed(db, &tenant, BATCH)?;
            let count = rows.len();
            for mut row in rows {
                seal(&sealer, &tenant, &mut row)?;
                connections::update(db, &tenant, &row)?;
            }
            Ok::<_, StoreError>(count as i64)
        });
        if sealed.await? < BATCH {
            return Ok(());
        }
    }
}

fn context(connection_id: &str) -> String {
    format!("connections/{connection_id}")
}
