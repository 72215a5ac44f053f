//! Founding a tenant: its keys and its Management API, and in development demo data to log in with.

mod demo;
mod report;

pub use demo::{DEMO_EMAIL, DEMO_PASSWORD};
pub use report::{Api, Application, Bootstrap, DemoConnections, ManagementClient, NamedConnection};

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::clock::Clock;
use crate::entropy::Entropy;
use crate::hashing::HashingPool;
use crate::keys::{FOR_TESTS, KeyState, NewSigningKey, Sealer};
use crate::management::words;
use crate::start::StartError;
use crate::store::client_grants::ClientGrantRow;
use crate::store::clients::ClientRow;
use crate::store::connections::ConnectionRow;
use crate::store::resource_servers::ResourceServerRow;
use crate::store::signing_keys::SigningKeyRow;
use crate::store::{
    self, Store, StoreError, client_grants, clients, connections, resource_servers, signing_keys,
    tenants,
};
use crate::tenant::Names;

const SYSTEM_API: &str = "Auth0 Management API";

/// What founding needs of the process.
pub(crate) struct Founder<'f> {
    pub(crate) store: &'f Store,
    pub(crate) sealer: &'f Sealer,
    pub(crate) clock: &'f Clock,
    pub(crate) entropy: &'f Entropy,
    pub(crate) hashing: &'f HashingPool,
    /// Private keys for a new tenant of a test; otherwise they are made.
    pub(crate) test_keys: &'static [&'static [u8]],
    /// Whether a new tenant gets demo data.
    pub(crate) has_demo: bool,
}

/// Everything of a new tenant, made before the one unit of work that stores it: all of it or nothing.
struct Foundation {
    keys: Vec<SigningKeyRow>,
    apis: Vec<ResourceServerRow>,
    clients: Vec<ClientRow>,
    grants: Vec<ClientGrantRow>,
    connections: Vec<ConnectionRow>,
    settings: Map<String, Value>,
    demo: Option<Map<String, Value>>,
}

impl Founder<'_> {
    /// Makes the tenant unless it is there, lets its Management API follow its domain, and tells its demo data.
    pub(crate) async fn found(
        &self,
        id: &str,
        domain: &str,
    ) -> Result<Option<Bootstrap>, StartError> {
        let names = Names::of(domain);
        let tenant = id.to_owned();
        let known = self
            .store
            .read(move |db| tenants::settings(db, &tenant))
            .await?;
        if known.is_none() {
            let foundation = self.foundation(id, &names).await?;
            self.store_foundation(id, foundation).await?;
        }
        if self.has_demo {
            self.complete_demo(id).await?;
        }
        self.follow_domain(id, &names).await?;
        self.bootstrap(id, &names).await
    }

    async fn foundation(&self, id: &str, names: &Names) -> Result<Foundation, StartError> {
        let now = self.clock.now();
        let (keys, global) = (
            self.signing_keys(id, names, now).await?,
            self.global_client(id, now)?,
        );
        let mut foundation = Foundation {
            keys,
            apis: vec![self.system_api(names, now)],
            clients: vec![global],
            grants: Vec::new(),
            connections: Vec::new(),
            settings: Map::new(),
            demo: None,
        };
        if self.has_demo {
            self.add_demo(id, names, now, &mut foundation)?;
        }
        Ok(foundation)
    }

    /// A current and a next key, made side by side.
    async fn signing_keys(
        &self,
        id: &str,
        names: &Names,
        now: Timestamp,
    ) -> Result<Vec<SigningKeyRow>, StartError> {
        let make = |state, known: Option<&'static &'static [u8]>| {
            let (kid, host) = (self.entropy.base58(21), names.host().to_owned());
            let made = tokio::task::spawn_blocking(move || match known {
                None => NewSigningKey::generate(kid, &host, now),
                Some(known) => {
                    let kid = format!("{FOR_TESTS}{}", &kid[..21 - FOR_TESTS.len()]);
                    NewSigningKey::of(kid, known.to_vec(), &host, now)
                }
            });
            (state, made)
        };
        let mut known = self.test_keys.iter();
        let mut rows = Vec::new();
        for (state, made) in [
            make(KeyState::Current, known.next()),
            make(KeyState::Next, known.next()),
        ] {
            let made = made.await??;
            let context = format!("signing_keys/{}", made.kid);
            rows.push(SigningKeyRow {
                private_key: self.sealer.seal(id, &context, &made.private_key)?,
                kid: made.kid,
                state,
                certificate: made.certificate,
                revoked_at: None,
            });
        }
        Ok(rows)
    }

    fn system_api(&self, names: &Names, now: Timestamp) -> ResourceServerRow {
        let scopes = crate::management::scopes();
        let scopes: Vec<Value> = scopes
            .iter()
            .map(|scope| json!({ "value": scope, "description": words::of_scope(scope) }))
            .collect();
        ResourceServerRow {
            id: self.entropy.object_id(now),
            identifier: names.management_audience.clone(),
            is_system: true,
            signing_secret: None,
            document: object(json!({
                "name": SYSTEM_API,
                "allow_offline_access": false,
                "skip_consent_for_verifiable_first_party_clients": false,
                "token_lifetime": 86_400,
                "token_lifetime_for_web": 7_200,
                "signing_alg": "RS256",
                "scopes": scopes,
            })),
            created_at: now,
        }
    }

    fn client(&self, id: &str, document: Value, now: Timestamp) -> Result<ClientRow, StartError> {
        let client_id = self.entropy.base62(32);
        let secret = self.entropy.secret::<48>();
        let secret = self
            .sealer
            .seal(id, &clients::seal_context(&client_id), secret.as_bytes())?;
        Ok(ClientRow {
            client_id,
            secret,
            document: object(document),
            created_at: now,
        })
    }

    /// Every tenant has one client for what all its applications share.
    fn global_client(&self, id: &str, now: Timestamp) -> Result<ClientRow, StartError> {
        let document = json!({
            "name": "All Applications",
            "global": true,
            "is_first_party": true,
            "callbacks": [],
            "oidc_conformant": false,
            "cross_origin_authentication": true,
            "custom_login_page_on": true,
        });
        self.client(id, document, now)
    }

    fn grant(&self, client_id: &str, audience: &str, scope: &Value) -> ClientGrantRow {
        ClientGrantRow {
            id: format!("cgr_{}", self.entropy.base62(16)),
            client_id: client_id.to_owned(),
            audience: audience.to_owned(),
            subject_type: "client".to_owned(),
            document: object(json!({ "scope": scope })),
        }
    }

    async fn store_foundation(&self, id: &str, foundation: Foundation) -> Result<(), StartError> {
        let (tenant, now) = (id.to_owned(), self.clock.now());
        let stored = self.store.write(move |db| {
            // Another process may have founded it meanwhile; then its foundation stands.
            if tenants::create(db, &tenant, now)? {
                foundation.store(db, &tenant, now)?;
            }
            Ok::<_, StoreError>(())
        });
        Ok(stored.await?)
    }

    /// The Management API is named after the domain, and has the scopes of this release's operations. When either
    /// changed, what names it changes with it.
    async fn follow_domain(&self, id: &str, names: &Names) -> Result<(), StartError> {
        let (tenant, audience) = (id.to_owned(), names.management_audience.clone());
        let read_tenant = tenant.clone();
        let found = self
            .store
            .read(move |db| resource_servers::find_system(db, &read_tenant));
        let found: Result<_, StoreError> = found.await;
        let Some(system) = found? else { return Ok(()) };
        let scopes = self.system_api(names, self.clock.now()).document["scopes"].clone();
        if system.identifier == audience && system.document.get("scopes") == Some(&scopes) {
            return Ok(());
        }
        let followed = self.store.write(move |db| {
            client_grants::rename_audience(db, &tenant, &system.identifier, &audience)?;
            let mut followed = ResourceServerRow {
                identifier: audience.clone(),
                ..system.clone()
            };
            followed
                .document
                .insert("scopes".to_owned(), scopes.clone());
            resource_servers::update(db, &tenant, &followed)
        });
        let followed: Result<bool, StoreError> = followed.await;
        followed?;
        Ok(())
    }
}

impl Foundation {
    fn store(
        &self,
        db: &mut store::Connection<'_>,
        tenant: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        tenants::set_settings(db, tenant, &self.settings)?;
        for key in &self.keys {
            signing_keys::insert(db, tenant, key, now)?;
        }
        for api in &self.apis {
            resource_servers::insert(db, tenant, api)?;
        }
        for client in &self.clients {
            clients::insert(db, tenant, client)?;
        }
        for grant in &self.grants {
            client_grants::insert(db, tenant, grant)?;
        }
        for connection in &self.connections {
            connections::insert(db, tenant, connection)?;
            for client in self.clients.iter().skip(1) {
                connections::enable(db, tenant, &connection.id, &client.client_id)?;
            }
        }
        match &self.demo {
            Some(ids) => tenants::set_demo(db, tenant, ids),
            None => Ok(()),
        }
    }
}

/// The document of a client that acts for itself.
pub(crate) fn machine_client(name: &str) -> Map<String, Value> {
    object(json!({
        "name": name,
        "app_type": "non_interactive",
        "token_endpoint_auth_method": "client_secret_post",
        "grant_types": ["client_credentials"],
        "oidc_conformant": true,
        "is_first_party": true,
        "jwt_configuration": { "alg": "RS256", "lifetime_in_seconds": 36_000, "secret_encoded": false },
    }))
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}
