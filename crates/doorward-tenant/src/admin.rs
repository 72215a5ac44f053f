//! What an administrator does on the data itself, beside a running process.

use serde_json::json;

use crate::bootstrap::ManagementClient;
use crate::clock::Clock;
use crate::entropy::Entropy;
use crate::keys::{Sealer, Unsealable};
use crate::start::FIRST;
use crate::store::client_grants::{self, ClientGrantRow};
use crate::store::clients::{self, ClientRow};
use crate::store::{Location, Store, StoreError, resource_servers};

/// Why an administrator's work was not done.
#[derive(Debug, thiserror::Error)]
pub enum AdminError {
    /// The rows cannot be reached.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The secret cannot be sealed.
    #[error(transparent)]
    Sealed(#[from] Unsealable),
    /// There is no tenant yet.
    #[error("there is no tenant yet: start `doorward tenant` on this data once")]
    NoTenant,
    /// A scope that the Management API does not have.
    #[error("scope: the Management API has no scope {0}")]
    UnknownScope(String),
}

/// Makes a client for the Management API of the first tenant, with these scopes or, if there are none, all. Its
/// secret is told here and never again. A running process knows the client at once.
///
/// # Errors
///
/// See [`AdminError`].
pub async fn create_management_client(
    location: &Location,
    encryption_key: [u8; 32],
    name: &str,
    scopes: &[String],
) -> Result<ManagementClient, AdminError> {
    let known = crate::management::scopes();
    if let Some(unknown) = scopes.iter().find(|scope| !known.contains(&scope.as_str())) {
        return Err(AdminError::UnknownScope(unknown.clone()));
    }
    let granted = if scopes.is_empty() {
        json!(known)
    } else {
        json!(scopes)
    };
    let store = Store::open(location).await?;
    let system = store.read(|db| resource_servers::find_system(db, FIRST));
    let system: Result<_, StoreError> = system.await;
    let system = system?.ok_or(AdminError::NoTenant)?;
    let (entropy, now) = (Entropy::default(), Clock::default().now());
    let (client_id, secret) = (entropy.base62(32), entropy.secret::<48>());
    let sealer = Sealer::new(encryption_key, entropy.clone());
    let client = ClientRow {
        secret: sealer.seal(FIRST, &clients::seal_context(&client_id), secret.as_bytes())?,
        client_id: client_id.clone(),
        document: crate::bootstrap::machine_client(name),
        created_at: now,
    };
    let grant = ClientGrantRow {
        id: format!("cgr_{}", entropy.base62(16)),
        client_id: client_id.clone(),
        audience: system.identifier.clone(),
        subject_type: "client".to_owned(),
        document: [("scope".to_owned(), granted)].into_iter().collect(),
    };
    let made = store.write(move |db| {
        clients::insert(db, FIRST, &client)?;
        client_grants::insert(db, FIRST, &grant)
    });
    let made: Result<(), StoreError> = made.await;
    made?;
    Ok(ManagementClient {
        client_id,
        client_secret: secret,
        audience: system.identifier,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;
    use crate::start::Doorward;

    #[tokio::test]
    async fn a_client_is_made_beside_the_running_process() {
        let dir = tempfile::tempdir().unwrap();
        let location = Location::Sqlite(dir.path().join("doorward.sqlite"));
        let refused = create_management_client(&location, [1; 32], "Deploy", &[]).await;
        assert!(matches!(refused, Err(AdminError::NoTenant)));

        let settings = Settings::development(location.clone(), "localhost:1", [1; 32]);
        let _running = Doorward::start(settings, Clock::default(), Entropy::default())
            .await
            .unwrap();
        let scopes = ["read:users".to_owned()];
        let made = create_management_client(&location, [1; 32], "Deploy", &scopes)
            .await
            .unwrap();
        assert_eq!(made.audience, "https://localhost:1/api/v2/");
        let unknown = ["read:minds".to_owned()];
        let refused = create_management_client(&location, [1; 32], "Deploy", &unknown).await;
        assert_eq!(
            refused.unwrap_err().to_string(),
            "scope: the Management API has no scope read:minds"
        );
    }
}
