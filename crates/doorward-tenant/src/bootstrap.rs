//! Founding a tenant: its keys and its Management API, and in development demo data to log in with.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::accounts::{Accounts, NewAccount};
use crate::clock::Clock;
use crate::domain::connection::Connection;
use crate::domain::profile::Profile;
use crate::domain::user::Document;
use crate::entropy::Entropy;
use crate::hashing::HashingPool;
use crate::keys::{KeyState, NewSigningKey, Sealer};
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

/// The demo user's credentials, printed at the first start.
pub const DEMO_EMAIL: &str = "demo@example.com";
/// See [`DEMO_EMAIL`].
pub const DEMO_PASSWORD: &str = "Open-the-d00r";

const DATABASE: &str = "Username-Password-Authentication";
const DEMO_API: &str = "https://api.example.com/";
const SYSTEM_API: &str = "Auth0 Management API";

/// What a first start in development made, with its secrets.
#[derive(Debug, Clone, Serialize)]
pub struct Bootstrap {
    /// `HOST[:PORT]`.
    pub domain: String,
    /// `https://DOMAIN/`.
    pub issuer: String,
    /// A client that may do everything in the Management API.
    pub management: ManagementClient,
    /// Clients to try.
    pub applications: Vec<Application>,
    /// An API to ask tokens for.
    pub api: Api,
    /// Where users come from.
    pub connections: DemoConnections,
}

/// Credentials for the Management API.
#[derive(Clone, Serialize)]
pub struct ManagementClient {
    /// Its `client_id`.
    pub client_id: String,
    /// Its `client_secret`.
    pub client_secret: String,
    /// The audience to ask for.
    pub audience: String,
}

/// A demo client.
#[derive(Clone, Serialize)]
pub struct Application {
    /// Its name.
    pub name: String,
    /// `regular_web`, `spa` or `non_interactive`.
    pub app_type: String,
    /// Its `client_id`.
    pub client_id: String,
    /// Its `client_secret`; none for a public client.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_secret: Option<String>,
    /// Where it is redirected to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub callbacks: Vec<String>,
}

macro_rules! debug_without_secret {
    ($($kind:ident),*) => {$(
        impl std::fmt::Debug for $kind {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($kind)).field("client_id", &self.client_id).finish_non_exhaustive()
            }
        }
    )*};
}
debug_without_secret!(ManagementClient, Application);

/// The demo API.
#[derive(Debug, Clone, Serialize)]
pub struct Api {
    /// The `audience` of its tokens.
    pub identifier: String,
}

/// The demo connections.
#[derive(Debug, Clone, Serialize)]
pub struct DemoConnections {
    /// Users with passwords.
    pub database: NamedConnection,
    /// Codes and links by e-mail.
    pub email: NamedConnection,
    /// Codes by text message.
    pub sms: NamedConnection,
}

/// A connection's name and id.
#[derive(Debug, Clone, Serialize)]
pub struct NamedConnection {
    /// Its name, the `realm` and `connection` of requests.
    pub name: String,
    /// `con_…`.
    pub id: String,
}

/// What founding needs of the process.
pub(crate) struct Founder<'f> {
    pub(crate) store: &'f Store,
    pub(crate) sealer: &'f Sealer,
    pub(crate) clock: &'f Clock,
    pub(crate) entropy: &'f Entropy,
    pub(crate) hashing: &'f HashingPool,
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
            if self.has_demo {
                self.add_demo_user(id).await?;
            }
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
        let make = |state| {
            let (kid, host) = (self.entropy.base58(21), names.host().to_owned());
            let made =
                tokio::task::spawn_blocking(move || NewSigningKey::generate(kid, &host, now));
            (state, made)
        };
        let mut rows = Vec::new();
        for (state, made) in [make(KeyState::Current), make(KeyState::Next)] {
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
            .map(|scope| json!({ "value": scope }))
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

    fn add_demo(
        &self,
        id: &str,
        names: &Names,
        now: Timestamp,
        foundation: &mut Foundation,
    ) -> Result<(), StartError> {
        let mut ids = Map::new();
        for (number, (key, document)) in demo_clients().into_iter().enumerate() {
            // One after another, so that lists by creation show them in this order.
            let created_at = Timestamp::from_millisecond(now.as_millisecond() + 1 + number as i64)
                .unwrap_or(now);
            let client = self.client(id, document, created_at)?;
            ids.insert(key.to_owned(), client.client_id.as_str().into());
            foundation.clients.push(client);
        }
        for (name, strategy, options) in demo_connections() {
            let connection = ConnectionRow {
                id: format!("con_{}", self.entropy.base62(16)),
                name: name.to_owned(),
                strategy: strategy.to_owned(),
                document: object(json!({
                    "options": options, "is_domain_connection": false, "realms": [name],
                    "authentication": { "active": true }, "connected_accounts": { "active": false },
                })),
                created_at: now,
            };
            ids.insert(strategy.to_owned(), connection.id.as_str().into());
            foundation.connections.push(connection);
        }
        foundation.apis.push(self.demo_api(now));
        let scopes = crate::management::scopes();
        let text = |key: &str| ids.get(key).and_then(Value::as_str).unwrap_or_default();
        foundation.grants = vec![
            self.grant(
                text("management"),
                &names.management_audience,
                &json!(scopes),
            ),
            self.grant(
                text("m2m"),
                DEMO_API,
                &json!(["read:messages", "write:messages"]),
            ),
        ];
        foundation.settings =
            object(json!({ "default_directory": DATABASE, "friendly_name": "Doorward" }));
        foundation.demo = Some(ids);
        Ok(())
    }

    fn demo_api(&self, now: Timestamp) -> ResourceServerRow {
        ResourceServerRow {
            id: self.entropy.object_id(now),
            identifier: DEMO_API.to_owned(),
            is_system: false,
            signing_secret: None,
            document: object(json!({
                "name": "Demo API",
                "allow_offline_access": true,
                "skip_consent_for_verifiable_first_party_clients": true,
                "token_lifetime": 86_400,
                "token_lifetime_for_web": 7_200,
                "signing_alg": "RS256",
                "scopes": [{ "value": "read:messages" }, { "value": "write:messages" }],
            })),
            created_at: now,
        }
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

    async fn add_demo_user(&self, id: &str) -> Result<(), StartError> {
        let tenant = id.to_owned();
        let found = self
            .store
            .read(move |db| connections::find_by_name(db, &tenant, DATABASE));
        let found: Result<_, StoreError> = found.await;
        let Some(row) = found? else { return Ok(()) };
        let connection = Connection::read(row.id, row.name, row.strategy, Vec::new(), row.document);
        let accounts = Accounts {
            tenant: id,
            store: self.store,
            clock: self.clock,
            entropy: self.entropy,
            hashing: self.hashing,
        };
        let profile = Profile {
            email: Some(DEMO_EMAIL.to_owned()),
            email_verified: true,
            ..Profile::default()
        };
        let new = NewAccount {
            connection: &connection,
            document: Document {
                profile,
                ..Document::default()
            },
            password: Some(DEMO_PASSWORD),
            identity_id: None,
            is_blocked: false,
        };
        match accounts.create(new).await {
            // A start that was cut short may have made the user already.
            Ok(_) | Err(crate::accounts::AccountFault::Exists) => Ok(()),
            Err(fault) => Err(fault.into()),
        }
    }

    /// The Management API is named after the domain. When that changed, what names it changes with it.
    async fn follow_domain(&self, id: &str, names: &Names) -> Result<(), StartError> {
        let (tenant, audience) = (id.to_owned(), names.management_audience.clone());
        let read_tenant = tenant.clone();
        let found = self
            .store
            .read(move |db| resource_servers::find_system(db, &read_tenant));
        let found: Result<_, StoreError> = found.await;
        let Some(system) = found? else { return Ok(()) };
        if system.identifier == audience {
            return Ok(());
        }
        let followed = self.store.write(move |db| {
            client_grants::rename_audience(db, &tenant, &system.identifier, &audience)?;
            let renamed = ResourceServerRow {
                identifier: audience.clone(),
                ..system.clone()
            };
            resource_servers::update(db, &tenant, &renamed)
        });
        let followed: Result<bool, StoreError> = followed.await;
        followed?;
        Ok(())
    }

    async fn bootstrap(&self, id: &str, names: &Names) -> Result<Option<Bootstrap>, StartError> {
        if !self.has_demo {
            return Ok(None);
        }
        let tenant = id.to_owned();
        let found = self.store.read(move |db| {
            let Some(ids) = tenants::demo(db, &tenant)? else {
                return Ok(None);
            };
            let mut rows = Vec::new();
            for key in ["management", "web", "spa", "m2m"] {
                let client_id = ids.get(key).and_then(Value::as_str).unwrap_or_default();
                rows.push(clients::find(db, &tenant, client_id)?);
            }
            Ok::<_, StoreError>(Some((ids, rows)))
        });
        let Some((ids, rows)) = found.await? else {
            return Ok(None);
        };
        let mut all = Vec::new();
        // Somebody may have deleted a demo client; the others are still told.
        for row in rows.into_iter().flatten() {
            let secret =
                self.sealer
                    .open(id, &clients::seal_context(&row.client_id), &row.secret)?;
            all.push(application(
                row,
                String::from_utf8_lossy(&secret).into_owned(),
            ));
        }
        let is_management = |client: &Application| {
            ids.get("management")
                .is_some_and(|id| *id == client.client_id)
        };
        let Some(position) = all.iter().position(is_management) else {
            return Ok(None);
        };
        let management = all.remove(position);
        let connection = |name: &str, key: &str| NamedConnection {
            name: name.to_owned(),
            id: ids
                .get(key)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned(),
        };
        Ok(Some(Bootstrap {
            domain: names.domain.clone(),
            issuer: names.issuer.clone(),
            management: ManagementClient {
                client_id: management.client_id,
                client_secret: management.client_secret.unwrap_or_default(),
                audience: names.management_audience.clone(),
            },
            applications: all,
            api: Api {
                identifier: DEMO_API.to_owned(),
            },
            connections: DemoConnections {
                database: connection(DATABASE, "auth0"),
                email: connection("email", "email"),
                sms: connection("sms", "sms"),
            },
        }))
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

fn application(row: ClientRow, secret: String) -> Application {
    let text = |name: &str| {
        row.document
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let callbacks = row.document.get("callbacks").and_then(Value::as_array);
    let is_public = text("token_endpoint_auth_method") == "none";
    Application {
        name: text("name"),
        app_type: text("app_type"),
        client_secret: (!is_public).then_some(secret),
        callbacks: callbacks
            .into_iter()
            .flatten()
            .filter_map(|url| Some(url.as_str()?.to_owned()))
            .collect(),
        client_id: row.client_id,
    }
}

/// The demo clients, by the key under which their id is kept.
fn demo_clients() -> [(&'static str, Value); 4] {
    let jwt = json!({ "alg": "RS256", "lifetime_in_seconds": 36_000, "secret_encoded": false });
    let callback = "http://localhost:3000/callback";
    let web = json!({
        "name": "Default App", "app_type": "regular_web", "token_endpoint_auth_method": "client_secret_post",
        "grant_types": [
            "authorization_code", "implicit", "refresh_token", "client_credentials", "password",
            "http://auth0.com/oauth/grant-type/password-realm",
            "http://auth0.com/oauth/grant-type/passwordless/otp",
        ],
        "callbacks": [callback], "allowed_logout_urls": ["http://localhost:3000"],
        "web_origins": ["http://localhost:3000"],
        "oidc_conformant": true, "is_first_party": true, "jwt_configuration": jwt,
    });
    let spa = json!({
        "name": "Default SPA", "app_type": "spa", "token_endpoint_auth_method": "none",
        "grant_types": ["authorization_code", "refresh_token"],
        "callbacks": [callback], "allowed_logout_urls": ["http://localhost:3000"],
        "web_origins": ["http://localhost:3000"], "allowed_origins": ["http://localhost:3000"],
        "refresh_token": {
            "rotation_type": "rotating", "expiration_type": "expiring", "leeway": 0,
            "token_lifetime": 2_592_000, "idle_token_lifetime": 1_296_000,
            "infinite_token_lifetime": false, "infinite_idle_token_lifetime": false,
        },
        "oidc_conformant": true, "is_first_party": true, "jwt_configuration": jwt,
    });
    [
        ("web", web),
        ("spa", spa),
        ("m2m", machine_client("Default M2M").into()),
        ("management", machine_client("Management Client").into()),
    ]
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

/// Name, strategy and options of the demo connections.
fn demo_connections() -> [(&'static str, &'static str, Value); 3] {
    let database = json!({
        "mfa": { "active": true, "return_enroll_settings": true },
        "passwordPolicy": "good",
        "strategy_version": 2,
        "authentication_methods": {
            "password": { "enabled": true, "api_behavior": "required", "signup_behavior": "allow" },
            "passkey": { "enabled": false },
        },
        "brute_force_protection": true,
    });
    [
        (DATABASE, "auth0", database),
        ("email", "email", json!({ "brute_force_protection": true })),
        ("sms", "sms", json!({ "brute_force_protection": true })),
    ]
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}
