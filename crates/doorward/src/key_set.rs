//! The tenant's public keys, fetched when they are needed and not more often.

use std::sync::{Arc, PoisonError, RwLock};

use http::Method;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::Value;

use crate::dispatch::{Dispatcher, Outgoing};
use crate::error::Error;
use crate::jws::{Algorithm, VerifyingKey};
use crate::single_flight::SingleFlight;

/// How long fetched keys are used.
const LIFETIME: SignedDuration = SignedDuration::from_mins(10);

/// How long a token with an unknown key does not cause another fetch: forged tokens must not turn
/// the program into a flood on the tenant.
const COOLDOWN: SignedDuration = SignedDuration::from_secs(30);

/// Why there is no key for a signature.
#[derive(Debug)]
pub(crate) enum KeyError {
    /// The tenant has none of this name and algorithm.
    Unknown { kid: Option<String> },
    /// The tenant's keys could not be fetched.
    Fetch(Arc<Error>),
}

/// The keys of `/.well-known/jwks.json`.
#[derive(Default)]
pub(crate) struct KeySet {
    fetched: RwLock<Option<Fetched>>,
    /// When the last attempt to fetch them began, whatever came of it.
    tried_at: RwLock<Option<Timestamp>>,
    flight: SingleFlight<Fetched>,
}

#[derive(Clone)]
struct Fetched {
    keys: Arc<[Key]>,
    at: Timestamp,
}

/// A key that may verify signatures.
struct Key {
    kid: Option<String>,
    alg: Option<String>,
    key: Arc<VerifyingKey>,
}

impl KeySet {
    /// The key that made a signature with `kid` by this algorithm.
    pub(crate) async fn find(
        &self,
        dispatcher: &Dispatcher,
        kid: Option<&str>,
        alg: Algorithm,
    ) -> Result<Arc<VerifyingKey>, KeyError> {
        let now = dispatcher.clock.now();
        let is_recent = |at: Timestamp, age| now.duration_since(at).abs() < age;
        let known = self.known();
        if let Some(known) = &known {
            let key = known.find(kid, alg);
            let may_fetch = !self.tried_at().is_some_and(|at| is_recent(at, COOLDOWN));
            match key {
                Some(key) if is_recent(known.at, LIFETIME) || !may_fetch => return Ok(key),
                None if !may_fetch => return Err(unknown(kid)),
                _ => {}
            }
        }
        let fetched = self.flight.join(|| async {
            // Somebody may have fetched them between the look above and here.
            match self.known() {
                Some(newer) if !newer.is(known.as_ref()) => Ok(newer),
                _ => self.fetch(dispatcher).await,
            }
        });
        match fetched.await {
            Ok(fetched) => fetched.find(kid, alg).ok_or_else(|| unknown(kid)),
            // Keys that were good ten minutes ago are better than nobody logging in while the
            // tenant cannot be reached.
            Err(error) => known
                .and_then(|known| known.find(kid, alg))
                .ok_or(KeyError::Fetch(error)),
        }
    }

    fn tried_at(&self) -> Option<Timestamp> {
        *self.tried_at.read().unwrap_or_else(PoisonError::into_inner)
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
        *self
            .tried_at
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Some(dispatcher.clock.now());
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

fn unknown(kid: Option<&str>) -> KeyError {
    KeyError::Unknown {
        kid: kid.map(str::to_owned),
    }
}

impl Fetched {
    /// Whether these are the keys of the same fetch.
    fn is(&self, other: Option<&Self>) -> bool {
        other.is_some_and(|other| Arc::ptr_eq(&self.keys, &other.keys))
    }

    /// The key named `kid`; without a name the only one there is.
    fn find(&self, kid: Option<&str>, alg: Algorithm) -> Option<Arc<VerifyingKey>> {
        let mut fitting = self.keys.iter().filter(|key| {
            key.key.fits(alg)
                && key.alg.as_deref().is_none_or(|own| own == alg.name())
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
        if text("use").is_some_and(|r#use| r#use != "sig") {
            return None;
        }
        Some(Self {
            kid: text("kid").map(str::to_owned),
            alg: text("alg").map(str::to_owned),
            key: Arc::new(VerifyingKey::of_jwk(jwk)?),
        })
    }
}
