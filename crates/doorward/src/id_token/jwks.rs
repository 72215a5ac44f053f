//! The tenant's public keys, fetched when they are needed and not more often.

use std::sync::{Arc, PoisonError, RwLock};

use http::Method;
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::DecodingKey;
use serde::Deserialize;
use serde_json::Value;

use super::IdTokenError;
use crate::dispatch::{Dispatcher, Outgoing};
use crate::error::Error;
use crate::single_flight::SingleFlight;

/// How long fetched keys are used.
const LIFETIME: SignedDuration = SignedDuration::from_mins(10);

/// How long a token with an unknown key does not cause another fetch: forged tokens must not turn
/// the program into a flood on the tenant.
const COOLDOWN: SignedDuration = SignedDuration::from_secs(30);

/// The keys of `/.well-known/jwks.json`.
#[derive(Default)]
pub(super) struct KeySet {
    fetched: RwLock<Option<Fetched>>,
    flight: SingleFlight<Fetched>,
}

#[derive(Clone)]
struct Fetched {
    keys: Arc<[Key]>,
    at: Timestamp,
}

/// An RSA key that may verify signatures.
struct Key {
    kid: Option<String>,
    alg: Option<String>,
    key: Arc<DecodingKey>,
}

impl KeySet {
    /// The key that made a signature with `kid` and `alg`.
    pub(super) async fn find(
        &self,
        dispatcher: &Dispatcher,
        kid: Option<&str>,
        alg: &str,
    ) -> Result<Arc<DecodingKey>, IdTokenError> {
        let now = dispatcher.clock.now();
        let known = self.known();
        if let Some(known) = known.filter(|known| now.duration_since(known.at).abs() < LIFETIME) {
            if let Some(key) = known.find(kid, alg) {
                return Ok(key);
            }
            if now.duration_since(known.at).abs() < COOLDOWN {
                return Err(unknown(kid));
            }
        }
        let fetched = self
            .flight
            .join(|| self.fetch(dispatcher))
            .await
            .map_err(IdTokenError::Keys)?;
        fetched.find(kid, alg).ok_or_else(|| unknown(kid))
    }

    fn known(&self) -> Option<Fetched> {
        self.fetched
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    async fn fetch(&self, dispatcher: &Dispatcher) -> Result<Fetched, Error> {
        #[derive(Deserialize)]
        struct Wire {
            keys: Vec<Value>,
        }
        let url = dispatcher.domain.url("/.well-known/jwks.json");
        let response = dispatcher
            .send(Outgoing::new(Method::GET, url), None)
            .await?;
        let wire: Wire = match serde_json::from_slice(&response.body) {
            Ok(wire) => wire,
            Err(source) => return Err(Error::undecodable(source, response)),
        };
        let fetched = Fetched {
            keys: wire.keys.iter().filter_map(Key::read).collect(),
            at: dispatcher.clock.now(),
        };
        *self.fetched.write().unwrap_or_else(PoisonError::into_inner) = Some(fetched.clone());
        Ok(fetched)
    }
}

fn unknown(kid: Option<&str>) -> IdTokenError {
    IdTokenError::UnknownKey {
        kid: kid.map(str::to_owned),
    }
}

impl Fetched {
    /// The key named `kid`; without a name the only one there is.
    fn find(&self, kid: Option<&str>, alg: &str) -> Option<Arc<DecodingKey>> {
        let mut fitting = self.keys.iter().filter(|key| {
            key.alg.as_deref().is_none_or(|own| own == alg)
                && kid.is_none_or(|kid| key.kid.as_deref() == Some(kid))
        });
        let first = fitting.next()?;
        match fitting.next() {
            Some(_) if kid.is_none() => None,
            _ => Some(first.key.clone()),
        }
    }
}

impl Key {
    /// Reads a JWK (RFC 7517); `None` for keys of other kinds and for encryption.
    fn read(jwk: &Value) -> Option<Self> {
        let text = |name: &str| jwk.get(name).and_then(Value::as_str);
        if text("kty") != Some("RSA") || text("use").is_some_and(|r#use| r#use != "sig") {
            return None;
        }
        let key = DecodingKey::from_rsa_components(text("n")?, text("e")?).ok()?;
        Some(Self {
            kid: text("kid").map(str::to_owned),
            alg: text("alg").map(str::to_owned),
            key: Arc::new(key),
        })
    }
}
