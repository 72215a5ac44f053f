//! A tenant as it runs: its names, keys and configuration, kept in memory.

use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::Mutex;

use crate::authentication::discovery::LastDocument;
use crate::authentication::userinfo::Shown;
use crate::configuration::Configuration;
use crate::keys::{Sealer, SigningKey, SigningKeys};
use crate::management::access::Caller;
use crate::protection::{Logins, RateLimits, Sending, SignUps, Turnstiles};
use crate::start::StartError;
use crate::store::{Store, signing_keys};
use crate::verified_tokens::VerifiedTokens;

/// In front of a tenant's host: the same tenant, at a host where clients are asked for certificates.
pub(crate) const MTLS_PREFIX: &str = "mtls.";

/// One tenant of the process. Everything a request needs to know about it without asking the store.
pub(crate) struct Tenant {
    /// The key of its rows.
    pub(crate) id: String,
    pub(crate) names: Names,
    pub(crate) configuration: Configuration,
    /// Access tokens for the Management API that were verified.
    pub(crate) verified_tokens: VerifiedTokens<Caller>,
    /// The same for access tokens of APIs that `/userinfo` takes too.
    pub(crate) verified_for_userinfo: VerifiedTokens<Shown>,
    /// What is left of its rate limits.
    pub(crate) limits: RateLimits,
    /// Logins under way.
    pub(crate) turnstiles: Turnstiles,
    /// Who asked for how many messages.
    pub(crate) sending: Sending,
    /// Who signed up how often.
    pub(crate) sign_ups: SignUps,
    pub(crate) logins: Logins,
    /// Its discovery document, as last written.
    pub(crate) discovery: LastDocument,
    signing_keys: RwLock<Arc<SigningKeys>>,
    /// Held from reading keys until they are the current ones.
    reload: Mutex<()>,
}

/// What the outside world calls a tenant, all derived from its domain.
#[derive(Debug, Clone)]
pub(crate) struct Names {
    /// `HOST[:PORT]`.
    pub(crate) domain: String,
    /// The first label of the host: Auth0's name of the tenant.
    pub(crate) tenant: String,
    /// `https://DOMAIN/`, the `iss` of its tokens.
    pub(crate) issuer: String,
    /// `https://DOMAIN/api/v2/`, the audience of the Management API.
    pub(crate) management_audience: String,
    /// `https://DOMAIN/userinfo`.
    pub(crate) userinfo_audience: String,
}

impl Names {
    pub(crate) fn of(domain: &str) -> Self {
        let issuer = format!("https://{domain}/");
        Self {
            domain: domain.to_owned(),
            tenant: domain.split(['.', ':']).next().unwrap_or(domain).to_owned(),
            management_audience: format!("{issuer}api/v2/"),
            userinfo_audience: format!("{issuer}userinfo"),
            issuer,
        }
    }

    /// An absolute URL of this tenant; `path` starts without a slash.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.issuer)
    }

    /// The same where clients are asked for certificates.
    pub(crate) fn mtls_url(&self, path: &str) -> String {
        format!("https://{MTLS_PREFIX}{}/{path}", self.domain)
    }

    /// The host without its port.
    pub(crate) fn host(&self) -> &str {
        host_of(&self.domain)
    }
}

/// The host of a `HOST[:PORT]`; an IPv6 address keeps its brackets.
pub(crate) fn host_of(authority: &str) -> &str {
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    }
}

impl Tenant {
    /// Reads what a tenant needs in memory out of the store.
    pub(crate) async fn load(
        id: String,
        domain: &str,
        store: Store,
        sealer: Sealer,
    ) -> Result<Self, StartError> {
        let signing_keys = read_signing_keys(&id, &store, &sealer).await?;
        Ok(Self {
            names: Names::of(domain),
            configuration: Configuration::new(id.clone(), store, sealer),
            verified_tokens: VerifiedTokens::default(),
            verified_for_userinfo: VerifiedTokens::default(),
            limits: RateLimits::default(),
            turnstiles: Turnstiles::default(),
            sending: Sending::default(),
            sign_ups: SignUps::default(),
            logins: Logins::default(),
            discovery: LastDocument::default(),
            signing_keys: RwLock::new(Arc::new(signing_keys)),
            reload: Mutex::default(),
            id,
        })
    }

    /// The keys that sign and verify its tokens, as they stand now.
    pub(crate) fn signing_keys(&self) -> Arc<SigningKeys> {
        let keys = self.signing_keys.read();
        Arc::clone(&keys.unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads the signing keys again, after a rotation.
    pub(crate) async fn reload_signing_keys(
        &self,
        store: &Store,
        sealer: &Sealer,
    ) -> Result<(), StartError> {
        // One at a time: keys that were read before a revocation must not come in after it.
        let _one = self.reload.lock().await;
        let fresh = Arc::new(read_signing_keys(&self.id, store, sealer).await?);
        *self
            .signing_keys
            .write()
            .unwrap_or_else(PoisonError::into_inner) = fresh;
        self.verified_tokens.clear();
        self.verified_for_userinfo.clear();
        Ok(())
    }
}

async fn read_signing_keys(
    id: &str,
    store: &Store,
    sealer: &Sealer,
) -> Result<SigningKeys, StartError> {
    let tenant = id.to_owned();
    let rows = store
        .read(move |db| signing_keys::list(db, &tenant))
        .await?;
    let keys: Result<Vec<_>, StartError> = rows
        .into_iter()
        .map(|row| {
            let private_key =
                sealer.open(id, &format!("signing_keys/{}", row.kid), &row.private_key)?;
            Ok(SigningKey::parse(
                &row.kid,
                row.state,
                &private_key,
                row.certificate,
                row.revoked_at,
            )?)
        })
        .collect();
    SigningKeys::new(keys?).ok_or(StartError::NoSigningKey)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_names_come_from_the_domain() {
        let names = Names::of("acme.example.com:8443");
        assert_eq!(names.tenant, "acme");
        assert_eq!(names.issuer, "https://acme.example.com:8443/");
        assert_eq!(
            names.management_audience,
            "https://acme.example.com:8443/api/v2/"
        );
        assert_eq!(names.host(), "acme.example.com");
        assert_eq!(host_of("[::1]:80"), "[::1]");
        assert_eq!(host_of("localhost"), "localhost");
    }
}
