//! What all requests share: the tenants, the store, and the values that come in from outside.

use std::collections::HashMap;
use std::sync::Arc;

use crate::clock::Clock;
use crate::entropy::Entropy;
use crate::events::Recorder;
use crate::hashing::HashingPool;
use crate::http::metrics::Metrics;
use crate::keys::Sealer;
use crate::messaging::Courier;
use crate::settings::Settings;
use crate::store::Store;
use crate::tenant::{MTLS_PREFIX, Tenant, host_of};

/// The process, as its requests see it.
pub(crate) struct Server {
    pub(crate) settings: Settings,
    pub(crate) store: Store,
    pub(crate) sealer: Sealer,
    pub(crate) clock: Clock,
    pub(crate) entropy: Entropy,
    pub(crate) hashing: HashingPool,
    pub(crate) recorder: Recorder,
    pub(crate) metrics: Metrics,
    pub(crate) courier: Courier,
    pub(crate) tenants: Tenants,
}

/// The tenants of the process, found by host.
pub(crate) struct Tenants {
    /// The one that answers for unknown hosts.
    first: Arc<Tenant>,
    by_authority: HashMap<String, Arc<Tenant>>,
}

impl Tenants {
    /// `None` without a tenant.
    pub(crate) fn new(tenants: Vec<Arc<Tenant>>) -> Option<Self> {
        let first = Arc::clone(tenants.first()?);
        let mut by_authority = HashMap::new();
        for tenant in &tenants {
            let domain = tenant.names.domain.to_ascii_lowercase();
            // A proxy may leave the port away; the first tenant with that host gets it then.
            by_authority
                .entry(host_of(&domain).to_owned())
                .or_insert_with(|| Arc::clone(tenant));
            by_authority.insert(domain, Arc::clone(tenant));
        }
        Some(Self {
            first,
            by_authority,
        })
    }

    /// The tenant that a `Host` means. An unknown host means the first tenant, which answers with its own
    /// configured issuer and never with the host it was called by.
    pub(crate) fn of_host(&self, authority: &str) -> &Arc<Tenant> {
        if let Some(tenant) = self.by_authority.get(authority) {
            return tenant;
        }
        let lower = authority.to_ascii_lowercase();
        let find = |authority: &str| {
            let tenant = self.by_authority.get(authority);
            tenant.or_else(|| self.by_authority.get(host_of(authority)))
        };
        find(&lower)
            .or_else(|| find(lower.strip_prefix(MTLS_PREFIX)?))
            .unwrap_or(&self.first)
    }

    /// Whether a `Host` is a tenant's, and not unknown.
    pub(crate) fn has(&self, authority: &str) -> bool {
        let authority = authority.to_ascii_lowercase();
        let find = |authority: &str| {
            let of_host = || self.by_authority.contains_key(host_of(authority));
            self.by_authority.contains_key(authority) || of_host()
        };
        find(&authority) || authority.strip_prefix(MTLS_PREFIX).is_some_and(find)
    }

    /// The tenant that answers for unknown hosts.
    pub(crate) fn first(&self) -> &Tenant {
        &self.first
    }

    /// The tenant whose rows have this key.
    pub(crate) fn of_id(&self, id: &str) -> Option<Arc<Tenant>> {
        self.all().into_iter().find(|tenant| tenant.id == id)
    }

    /// All tenants, each once, the first one first.
    pub(crate) fn all(&self) -> Vec<Arc<Tenant>> {
        let mut all = vec![Arc::clone(&self.first)];
        for tenant in self.by_authority.values() {
            if !all.iter().any(|known| known.id == tenant.id) {
                all.push(Arc::clone(tenant));
            }
        }
        all
    }
}
