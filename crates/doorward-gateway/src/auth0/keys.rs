//! The keys a tenant signs with, fetched when a token needs them.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use doorward::transport::{Request, Transport as _, TransportError};
use http::Method;
use http_body_util::{BodyExt, Limited};
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::DecodingKey;
use jsonwebtoken::jwk::{Jwk, PublicKeyUse};
use serde_json::Value;
use url::Url;

use super::Transport;
use crate::clock::Clock;
use crate::config::TenantUrl;

/// After this, keys are fetched again even if they still fit: a tenant may have revoked one.
const LIFETIME: SignedDuration = SignedDuration::from_mins(10);
/// A token with an unknown key causes a fetch at most this often: forged ones must not flood the tenant.
const COOLDOWN: SignedDuration = SignedDuration::from_secs(30);
/// Longest wait for one document.
const PATIENCE: Duration = Duration::from_secs(10);
/// Largest document that is read.
const LIMIT_BYTES: usize = 1024 * 1024;

/// The keys of one tenant.
pub(super) struct Keys {
    base: TenantUrl,
    transport: Transport,
    clock: Clock,
    fetched: RwLock<Option<Arc<Fetched>>>,
    /// Held while fetching, so that many tokens cause one fetch; when the last one failed.
    fetching: tokio::sync::Mutex<Option<Instant>>,
}

struct Fetched {
    keys: Vec<Jwk>,
    at: Timestamp,
}

/// Why a tenant's documents cannot be had.
#[derive(Debug, thiserror::Error)]
pub(crate) enum KeysError {
    #[error("no answer")]
    Transport(#[from] TransportError),
    #[error("no answer in time")]
    Timeout,
    #[error("{0}")]
    Unusable(&'static str),
}

impl Keys {
    pub(super) fn new(base: &TenantUrl, transport: Transport, clock: Clock) -> Self {
        Self {
            base: base.clone(),
            transport,
            clock,
            fetched: RwLock::default(),
            fetching: tokio::sync::Mutex::default(),
        }
    }

    /// The key named `kid`; without a name the only one there is. `None` when the tenant has none like it,
    /// after asking it again if need be.
    pub(super) async fn find(&self, kid: Option<&str>) -> Result<Option<DecodingKey>, KeysError> {
        if let Some(found) = self
            .known()
            .and_then(|known| known.settle(kid, self.clock.now()))
        {
            return Ok(found);
        }
        let asked = Instant::now();
        let mut failed = self.fetching.lock().await;
        // Whoever held the lock before may have fetched what is wanted.
        if let Some(found) = self
            .known()
            .and_then(|known| known.settle(kid, self.clock.now()))
        {
            return Ok(found);
        }
        // What failed while one waited fails for all who waited: nobody stands behind another's timeouts.
        if failed.is_some_and(|failed| failed >= asked) {
            return Err(KeysError::Unusable("the last attempt has failed"));
        }
        let fetched = self.fetch().await;
        *failed = fetched.is_err().then(Instant::now);
        let fetched = Arc::new(fetched?);
        *self.fetched.write().unwrap_or_else(PoisonError::into_inner) = Some(fetched.clone());
        Ok(fetched.find(kid))
    }

    /// Whether the tenant's OpenID configuration can be read.
    pub(super) async fn is_tenant_there(&self) -> bool {
        self.configuration().await.is_ok()
    }

    fn known(&self) -> Option<Arc<Fetched>> {
        self.fetched
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    async fn configuration(&self) -> Result<Value, KeysError> {
        self.document(&format!("{}/.well-known/openid-configuration", self.base))
            .await
    }

    async fn fetch(&self) -> Result<Fetched, KeysError> {
        let configuration = self.configuration().await?;
        let uri = configuration.get("jwks_uri").and_then(Value::as_str);
        let document = self
            .document(uri.ok_or(KeysError::Unusable(
                "the OpenID configuration has no jwks_uri",
            ))?)
            .await?;
        let Some(Value::Array(keys)) = document.get("keys") else {
            return Err(KeysError::Unusable("the key set has no keys"));
        };
        // A key of a kind that is not known here is no reason to refuse the others.
        let keys = keys
            .iter()
            .filter_map(|key| serde_json::from_value(key.clone()).ok())
            .collect();
        Ok(Fetched {
            keys,
            at: self.clock.now(),
        })
    }

    /// A JSON document of the tenant's. One that got lost on the way is asked for once more.
    async fn document(&self, url: &str) -> Result<Value, KeysError> {
        match self.attempt(url).await {
            Err(KeysError::Transport(_)) => self.attempt(url).await,
            other => other,
        }
    }

    async fn attempt(&self, url: &str) -> Result<Value, KeysError> {
        let url = Url::parse(url)
            .map_err(|_| KeysError::Unusable("the address of the keys is no URL"))?;
        let request = Request::new(Method::GET, url);
        let answer = async {
            let response = self.transport.send(request).await?;
            if !response.status.is_success() {
                return Err(KeysError::Unusable("the status is not 200"));
            }
            let body = Limited::new(response.body, LIMIT_BYTES).collect().await;
            let body = body
                .map_err(|_| KeysError::Unusable("the body did not arrive"))?
                .to_bytes();
            serde_json::from_slice(&body).map_err(|_| KeysError::Unusable("the body is not JSON"))
        };
        tokio::time::timeout(PATIENCE, answer)
            .await
            .map_err(|_| KeysError::Timeout)?
    }
}

impl Fetched {
    /// The answer that these keys give by themselves; `None` when the tenant must be asked again.
    fn settle(&self, kid: Option<&str>, now: Timestamp) -> Option<Option<DecodingKey>> {
        let age = now.duration_since(self.at).abs();
        match self.find(kid) {
            Some(key) if age < LIFETIME => Some(Some(key)),
            None if age < COOLDOWN => Some(None),
            _ => None,
        }
    }

    fn find(&self, kid: Option<&str>) -> Option<DecodingKey> {
        let is_for_signatures = |key: &&Jwk| {
            !matches!(
                &key.common.public_key_use,
                Some(PublicKeyUse::Encryption | PublicKeyUse::Other(_))
            )
        };
        let mut fitting = self.keys.iter().filter(is_for_signatures);
        let key = match kid {
            Some(kid) => fitting.find(|key| key.common.key_id.as_deref() == Some(kid))?,
            None => {
                let only = fitting.next()?;
                fitting.next().is_none().then_some(only)?
            }
        };
        DecodingKey::from_jwk(key).ok()
    }
}
