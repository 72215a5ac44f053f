//! Starting and stopping: the store, the tenants with their keys, and the tasks behind the answers.

use std::sync::Arc;

use axum::Router;
use serde_json::Value;

use crate::bootstrap::{self, Bootstrap};
use crate::clock::Clock;
use crate::connection_secrets;
use crate::entropy::Entropy;
use crate::events::Recorder;
use crate::hashing::HashingPool;
use crate::http::metrics::Metrics;
use crate::http::{Context, router};
use crate::jobs;
use crate::keys::{KeyMakingError, Sealer, SigningKey, Unsealable};
use crate::messaging::courier::Courier;
use crate::messaging::transport::MessagingSettingsError;
use crate::seed::{self, SeedError};
use crate::server::{Server, Tenants};
use crate::settings::{Mode, Settings};
use crate::store::{Store, StoreError};
use crate::tenant::{Tenant, host_of};
use crate::upkeep::Upkeep;

/// The first tenant's key in rows. It keeps its data when its domain changes, as it does with a free port.
pub(crate) const FIRST: &str = "first";

/// Why the process did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The rows cannot be reached.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The encryption key is another one than that of the database.
    #[error(transparent)]
    Sealed(#[from] Unsealable),
    /// A stored signing key does not read back.
    #[error("a stored signing key does not read back")]
    Key(#[from] aws_lc_rs::error::KeyRejected),
    /// No key could be made.
    #[error("no signing key could be made")]
    KeyMaking(#[from] KeyMakingError),
    /// A tenant without a key.
    #[error("a tenant has no current signing key")]
    NoSigningKey,
    /// Everybody knows the keys of this database.
    #[error(
        "the signing keys of this database are published with the tests: it is for tests alone"
    )]
    TestKeys,
    /// A demo user or password was refused.
    #[error("the demo data could not be made")]
    Demo(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A setting of messages makes no sense.
    #[error(transparent)]
    Messaging(#[from] MessagingSettingsError),
    /// The system gave no thread.
    #[error("no thread could be started")]
    Threads(#[from] std::io::Error),
    /// The key generator ended early.
    #[error("making signing keys was interrupted")]
    Interrupted(#[from] tokio::task::JoinError),
}

/// A running tenant process without its listeners.
pub struct Doorward {
    server: Arc<Server>,
    /// One for each tenant, the first one first.
    bootstraps: Vec<Option<Bootstrap>>,
    upkeep: Upkeep,
}

impl Doorward {
    /// Opens the store, makes what a first start needs, and reads the tenants into memory.
    ///
    /// # Errors
    ///
    /// See [`StartError`].
    pub async fn start(
        settings: Settings,
        clock: Clock,
        entropy: Entropy,
    ) -> Result<Self, StartError> {
        let store = Store::open(&settings.location).await?;
        let sealer = Sealer::new(settings.encryption_key, entropy.clone());
        let hashing = HashingPool::start()?;
        let founder = bootstrap::Founder {
            store: &store,
            sealer: &sealer,
            clock: &clock,
            entropy: &entropy,
            hashing: &hashing,
            test_keys: settings.test_keys,
            has_demo: settings.mode == Mode::Development,
        };
        let mut tenants = Vec::new();
        let mut bootstraps = Vec::new();
        let more = settings
            .more_domains
            .iter()
            .map(|domain| (host_of(domain), domain));
        for (id, domain) in std::iter::once((FIRST, &settings.domain)).chain(more) {
            let bootstrap = founder.found(id, domain).await?;
            let tenant = Tenant::load(id.to_owned(), domain, store.clone(), sealer.clone()).await?;
            let is_test = settings.mode == Mode::Development && !settings.test_keys.is_empty();
            if !is_test
                && tenant
                    .signing_keys()
                    .all()
                    .iter()
                    .any(SigningKey::is_for_tests)
            {
                return Err(StartError::TestKeys);
            }
            tenants.push(Arc::new(tenant));
            connection_secrets::seal_stored(&store, &sealer, id).await?;
            bootstraps.push(bootstrap);
        }
        let server = Arc::new(Server {
            recorder: Recorder::start(store.clone()),
            metrics: Metrics::default(),
            courier: Courier::new(&settings, sealer.clone())?,
            tenants: Tenants::new(tenants).ok_or(StartError::NoSigningKey)?,
            settings,
            store,
            sealer,
            clock,
            entropy,
            hashing,
        });
        jobs::resume(&server).await?;
        Ok(Self {
            upkeep: Upkeep::start(&server),
            server,
            bootstraps,
        })
    }

    /// Applies a tenant file to the tenant with this domain: the format of the Auth0 Deploy CLI, as JSON, plus
    /// `client_id` and `client_secret` of clients and a list of `users`. What is there already is brought up to
    /// date; nothing is deleted. Answers what was left out, one line each.
    ///
    /// # Errors
    ///
    /// [`SeedError`] names every entry that cannot be applied, and why; then nothing is. A rule that shows itself
    /// only when an entry is applied names that one, and what came before it stays.
    pub async fn seed(&self, domain: &str, file: Value) -> Result<Vec<String>, SeedError> {
        let tenant = self.server.tenants.of_host(domain);
        let cx = Context::of_process(Arc::clone(&self.server), Arc::clone(tenant));
        seed::apply(&cx, file).await
    }

    /// The routes of all tenants of this process.
    pub fn router(&self) -> Router {
        router::router(Arc::clone(&self.server))
    }

    /// `https://DOMAIN/` of the first tenant.
    pub fn issuer(&self) -> &str {
        &self.server.tenants.first().names.issuer
    }

    /// `HOST[:PORT]` of the first tenant.
    pub fn domain(&self) -> &str {
        &self.server.tenants.first().names.domain
    }

    /// What a first start in development made, with its secrets: the content of `bootstrap.json`.
    pub fn bootstrap(&self) -> Option<&Bootstrap> {
        self.bootstraps.first()?.as_ref()
    }

    /// The same of the tenant with this domain.
    pub fn bootstrap_of(&self, domain: &str) -> Option<&Bootstrap> {
        let mut all = self.bootstraps.iter().flatten();
        all.find(|bootstrap| bootstrap.domain == domain)
    }

    /// Finishes what is behind the answers. To be called when the listeners have drained.
    pub async fn stop(self) {
        self.upkeep.stop().await;
        self.server.recorder.flush().await;
    }
}
