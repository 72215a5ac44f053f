//! The configuration of a tenant in memory: clients, connections, APIs, grants and settings.
//!
//! An entry is loaded by key when it is first asked for and stays until the configuration changes; then
//! every entry is read again on its next use. So a request that finds what it needs here reads no row,
//! and a tenant with a million clients costs no more than the clients in use.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jsonwebtoken::DecodingKey;
use quick_cache::sync::Cache;
use serde_json::{Map, Value};
use tokio::sync::Mutex;

use crate::domain::client::{Client, Credential, Credentials};
use crate::domain::client_certificate::{Registered, RegisteredCertificate};
use crate::domain::connection::Connection;
use crate::domain::origins::Origins;
use crate::domain::resource_server::ResourceServer;
use crate::domain::scope::Scope;
use crate::domain::settings::TenantSettings;
use crate::keys::Sealer;
use crate::secret::Secret;
use crate::store::{
    self, Store, StoreError, client_credentials, client_grants, clients, connections,
    resource_servers, tenants,
};

/// How many entries of a kind stay in memory.
const ENTRIES: usize = 4096;

/// What a client may ask of an API.
#[derive(Debug)]
pub(crate) struct ClientGrant {
    pub(crate) scope: Scope,
    pub(crate) allows_all_scopes: bool,
}

/// The cached configuration of one tenant.
pub(crate) struct Configuration {
    tenant: String,
    store: Store,
    sealer: Sealer,
    version: AtomicU64,
    settings: Shelf<TenantSettings>,
    clients: Shelf<Client>,
    connections: Shelf<Connection>,
    connections_by_name: Shelf<Connection>,
    connections_of_client: Shelf<Vec<Arc<Connection>>>,
    resource_servers: Shelf<ResourceServer>,
    client_grants: Shelf<ClientGrant>,
    origins: Shelf<Origins>,
    /// Held while they are read.
    reading_origins: Mutex<()>,
}

impl Configuration {
    pub(crate) fn new(tenant: String, store: Store, sealer: Sealer) -> Self {
        Self {
            tenant,
            store,
            sealer,
            version: AtomicU64::new(0),
            settings: Shelf::new(1),
            clients: Shelf::new(ENTRIES),
            connections: Shelf::new(ENTRIES),
            connections_by_name: Shelf::new(ENTRIES),
            connections_of_client: Shelf::new(ENTRIES),
            resource_servers: Shelf::new(ENTRIES),
            client_grants: Shelf::new(ENTRIES),
            origins: Shelf::new(1),
            reading_origins: Mutex::default(),
        }
    }

    /// Forgets everything read so far. To be called after a change of configuration is durable.
    pub(crate) fn invalidate(&self) {
        self.version.fetch_add(1, Ordering::AcqRel);
    }

    /// The settings of the tenant.
    pub(crate) async fn settings(&self) -> Result<Arc<TenantSettings>, StoreError> {
        let read = self.settings.get(self, "", |configuration| async {
            let tenant = configuration.tenant.clone();
            let stored = configuration
                .read(move |db| tenants::settings(db, &tenant))
                .await?;
            Ok(stored.map(|stored| TenantSettings::read(&stored)))
        });
        Ok(read.await?.unwrap_or_default())
    }

    /// The client with this id.
    pub(crate) async fn client(&self, client_id: &str) -> Result<Option<Arc<Client>>, StoreError> {
        let read = self.clients.get(self, client_id, |configuration| async {
            let (tenant, id) = (configuration.tenant.clone(), client_id.to_owned());
            let row = configuration.read(move |db| {
                let Some(row) = clients::find(db, &tenant, &id)? else {
                    return Ok(None);
                };
                let credentials = client_credentials::list(db, &tenant, &id)?;
                Ok(Some((row, credentials)))
            });
            let Some((row, credentials)) = row.await? else {
                return Ok(None);
            };
            let secret = configuration.open(&clients::seal_context(client_id), &row.secret)?;
            let (proving, signing) = (in_use(&row.document), for_requests(&row.document));
            let (proving, signing) = (
                || {
                    credentials
                        .iter()
                        .filter(|known| proving.contains(&known.id.as_str()))
                },
                || {
                    credentials
                        .iter()
                        .filter(|known| signing.contains(&known.id.as_str()))
                },
            );
            let credentials = Credentials {
                keys: proving().filter_map(credential).collect(),
                certificates: proving().filter_map(certificate).collect(),
                request_keys: signing().filter_map(credential).collect(),
            };
            Ok(Some(Client::read(
                row.client_id,
                row.document,
                secret,
                credentials,
            )))
        });
        read.await
    }

    /// The client that stands for all clients.
    pub(crate) async fn global_client(&self) -> Result<Option<Arc<Client>>, StoreError> {
        let tenant = self.tenant.clone();
        let id = self.read(move |db| clients::global_id(db, &tenant)).await?;
        match id {
            Some(id) => self.client(&id).await,
            None => Ok(None),
        }
    }

    /// The origins of all clients' pages. Reading them looks at every client, so only one at a time does, and a
    /// search that is under way keeps no page waiting.
    pub(crate) async fn origins(&self) -> Result<Arc<Origins>, StoreError> {
        if let Some(Some(known)) = self.origins.known(self, "") {
            return Ok(known);
        }
        let _one = self.reading_origins.lock().await;
        let read = self.origins.get(self, "", |configuration| async {
            let tenant = configuration.tenant.clone();
            let read = configuration.read(move |db| clients::origins(db, &tenant));
            read.await.map(Some)
        });
        Ok(read.await?.unwrap_or_default())
    }

    /// The connection with this id.
    pub(crate) async fn connection(&self, id: &str) -> Result<Option<Arc<Connection>>, StoreError> {
        let read = self.connections.get(self, id, |configuration| async {
            let (tenant, id) = (configuration.tenant.clone(), id.to_owned());
            configuration
                .read(move |db| connection(db, &tenant, |db| connections::find(db, &tenant, &id)))
                .await
        });
        read.await
    }

    /// The connection with this name (a `realm`).
    pub(crate) async fn connection_named(
        &self,
        name: &str,
    ) -> Result<Option<Arc<Connection>>, StoreError> {
        let read = self
            .connections_by_name
            .get(self, name, |configuration| async {
                let (tenant, name) = (configuration.tenant.clone(), name.to_owned());
                configuration
                    .read(move |db| {
                        connection(db, &tenant, |db| {
                            connections::find_by_name(db, &tenant, &name)
                        })
                    })
                    .await
            });
        read.await
    }

    /// The connections that are enabled for a client, by name.
    pub(crate) async fn connections_of(
        &self,
        client_id: &str,
    ) -> Result<Arc<Vec<Arc<Connection>>>, StoreError> {
        let read = self
            .connections_of_client
            .get(self, client_id, |configuration| async {
                let (tenant, client_id) = (configuration.tenant.clone(), client_id.to_owned());
                let all = configuration.read(move |db| {
                    let mut all = Vec::new();
                    for id in connections::enabled_for(db, &tenant, &client_id)? {
                        all.extend(connection(db, &tenant, |db| {
                            connections::find(db, &tenant, &id)
                        })?);
                    }
                    Ok::<_, StoreError>(all)
                });
                Ok(Some(all.await?.into_iter().map(Arc::new).collect()))
            });
        Ok(read.await?.unwrap_or_default())
    }

    /// The API with this identifier.
    pub(crate) async fn resource_server(
        &self,
        identifier: &str,
    ) -> Result<Option<Arc<ResourceServer>>, StoreError> {
        let read = self
            .resource_servers
            .get(self, identifier, |configuration| async {
                let (tenant, wanted) = (configuration.tenant.clone(), identifier.to_owned());
                let row = configuration
                    .read(move |db| resource_servers::find_by_identifier(db, &tenant, &wanted));
                let Some(row) = row.await? else {
                    return Ok(None);
                };
                let context = resource_servers::seal_context(&row.id);
                let secret = match &row.signing_secret {
                    Some(sealed) => configuration.open(&context, sealed)?,
                    None => Secret::default(),
                };
                Ok(Some(ResourceServer::read(
                    row.identifier,
                    row.document,
                    secret,
                )))
            });
        read.await
    }

    /// What a client may ask of an API for itself (`subject_type` `client`) or for users (`user`).
    pub(crate) async fn client_grant(
        &self,
        client_id: &str,
        audience: &str,
        subject_type: &'static str,
    ) -> Result<Option<Arc<ClientGrant>>, StoreError> {
        let key = format!("{subject_type}\n{client_id}\n{audience}");
        let read = self.client_grants.get(self, &key, |configuration| async {
            let tenant = configuration.tenant.clone();
            let (client_id, audience) = (client_id.to_owned(), audience.to_owned());
            let row = configuration.read(move |db| {
                client_grants::find_pair(db, &tenant, &client_id, &audience, subject_type)
            });
            Ok(row.await?.map(|row| ClientGrant {
                scope: row.document["scope"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str)
                    .collect(),
                allows_all_scopes: row
                    .document
                    .get("allow_all_scopes")
                    .is_some_and(|all| all == true),
            }))
        });
        read.await
    }

    async fn read<T: Send + 'static>(
        &self,
        unit: impl FnOnce(&mut store::Connection<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.store.read(unit).await
    }

    fn open(&self, context: &str, sealed: &[u8]) -> Result<Secret, StoreError> {
        let opened = self.sealer.open(&self.tenant, context, sealed)?;
        let opened = String::from_utf8(opened).map_err(|_| crate::keys::Unsealable)?;
        Ok(Secret::new(opened))
    }
}

fn connection(
    db: &mut store::Connection<'_>,
    tenant: &str,
    find: impl FnOnce(
        &mut store::Connection<'_>,
    ) -> Result<Option<connections::ConnectionRow>, StoreError>,
) -> Result<Option<Connection>, StoreError> {
    let Some(row) = find(db)? else {
        return Ok(None);
    };
    let clients = connections::enabled_clients(db, tenant, &row.id)?;
    Ok(Some(Connection::read(
        row.id,
        row.name,
        row.strategy,
        clients,
        row.document,
    )))
}

/// The ids of the credentials that a client authenticates with. It may have others, which are not in use yet.
fn in_use(document: &Map<String, Value>) -> Vec<&str> {
    let methods = document.get("client_authentication_methods");
    // A client has one of them.
    let methods = methods.and_then(Value::as_object).into_iter().flatten();
    methods.flat_map(|(_, method)| ids(method)).collect()
}

/// The ids of the credentials that a client signs its authorization requests with.
fn for_requests(document: &Map<String, Value>) -> Vec<&str> {
    document
        .get("signed_request_object")
        .map(ids)
        .unwrap_or_default()
}

fn ids(place: &Value) -> Vec<&str> {
    let credentials = place["credentials"].as_array();
    let credentials = credentials.into_iter().flatten();
    credentials
        .filter_map(|credential| credential["id"].as_str())
        .collect()
}

/// A credential whose key can be used; any other cannot verify anything.
fn credential(row: &client_credentials::CredentialRow) -> Option<Credential> {
    let algorithm = row.document.get("alg").and_then(Value::as_str);
    Some(Credential {
        kid: row.document.get("kid")?.as_str()?.to_owned(),
        algorithm: algorithm.unwrap_or("RS256").parse().ok()?,
        key: DecodingKey::from_rsa_pem(row.public_key.as_bytes()).ok()?,
        expires_at: row.expires_at.map(jiff::Timestamp::as_second),
    })
}

/// A certificate that can be recognized.
fn certificate(row: &client_credentials::CredentialRow) -> Option<RegisteredCertificate> {
    let text = |name: &str| Some(row.document.get(name)?.as_str()?.to_owned());
    let is = text("thumbprint_sha256")
        .map(Registered::Thumbprint)
        .or_else(|| text("subject_dn").map(Registered::Subject))?;
    Some(RegisteredCertificate {
        is,
        expires_at: row.expires_at.map(jiff::Timestamp::as_second),
    })
}

/// Entries of one kind, each with the version of the configuration it was read under.
struct Shelf<V> {
    entries: Cache<String, (u64, Option<Arc<V>>)>,
}

impl<V> Shelf<V> {
    fn new(entries: usize) -> Self {
        Self {
            entries: Cache::new(entries),
        }
    }

    /// The entry under `key` if it is not older than the last change.
    fn known(&self, of: &Configuration, key: &str) -> Option<Option<Arc<V>>> {
        let version = of.version.load(Ordering::Acquire);
        let (read_under, entry) = self.entries.get(key)?;
        (read_under == version).then_some(entry)
    }

    /// The entry under `key`, loaded when it is missing or older than the last change.
    async fn get<'c, F, L>(
        &self,
        of: &'c Configuration,
        key: &str,
        load: L,
    ) -> Result<Option<Arc<V>>, StoreError>
    where
        L: FnOnce(&'c Configuration) -> F,
        F: Future<Output = Result<Option<V>, StoreError>>,
    {
        // Taken before the rows are read: a change that comes meanwhile makes this entry old at once.
        let version = of.version.load(Ordering::Acquire);
        if let Some(known) = self.known(of, key) {
            return Ok(known);
        }
        let entry = load(of).await?.map(Arc::new);
        // Names that do not exist are not kept: a flood of them must not push out those that do.
        if entry.is_some() {
            self.entries
                .insert(key.to_owned(), (version, entry.clone()));
        }
        Ok(entry)
    }
}
