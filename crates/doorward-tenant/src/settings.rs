//! What a tenant process is told when it starts.

use std::net::IpAddr;

use ipnet::IpNet;

use crate::messaging::transport::MessagingSettings;
use crate::store::Location;

/// Everything that is decided before the process starts.
#[derive(Clone)]
pub struct Settings {
    /// Where the rows are.
    pub location: Location,
    /// `HOST[:PORT]` of the first tenant: its issuer is `https://DOMAIN/`.
    pub domain: String,
    /// Domains of further tenants in this process.
    pub more_domains: Vec<String>,
    /// 32 random bytes that seal signing keys and secrets at rest.
    pub encryption_key: [u8; 32],
    /// Private RSA keys (PKCS #8, DER) for a new tenant, the one that signs and the next one; empty makes fresh
    /// ones. They are for tests, which need not wait for keys then: a process without them refuses such a database.
    pub test_keys: &'static [&'static [u8]],
    /// What is allowed and offered.
    pub mode: Mode,
    /// Whether Auth0's own limits are imposed.
    pub limits: Limits,
    /// Whose `X-Forwarded-*` headers count.
    pub trusted_proxies: Vec<IpNet>,
    /// Whether the trusted proxies tell of their clients' certificates, in `client-certificate` and
    /// `client-certificate-ca-verified`. A proxy that does not set these headers itself passes on what anybody writes.
    pub certificates_from_proxies: bool,
    /// How messages leave; without it they go to the outbox alone.
    pub messaging: MessagingSettings,
}

/// What the process is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Demo data, an outbox, a movable clock.
    #[default]
    Development,
    /// None of these.
    Production,
}

/// Whose limits hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Limits {
    /// Only those that protect the process and its users.
    #[default]
    None,
    /// Auth0's as well: rate limits, 500 KB imports, two jobs, 1,000 results.
    Auth0,
}

impl Settings {
    /// Settings for a throw-away tenant in development mode on `location`.
    pub fn development(location: Location, domain: &str, encryption_key: [u8; 32]) -> Self {
        Self {
            location,
            domain: domain.to_owned(),
            more_domains: Vec::new(),
            encryption_key,
            test_keys: &[],
            mode: Mode::Development,
            limits: Limits::None,
            trusted_proxies: Vec::new(),
            certificates_from_proxies: false,
            messaging: MessagingSettings::default(),
        }
    }

    pub(crate) fn trusts(&self, peer: IpAddr) -> bool {
        self.trusted_proxies
            .iter()
            .any(|network| network.contains(&peer))
    }
}
