//! Tokens that only the holder of a key can use (DPoP, RFC 9449).
//!
//! Give an [`AuthenticationClient`](crate::AuthenticationClient) a [`DpopKey`], and the tokens it
//! buys are bound to that key. A request with such a token carries a fresh proof:
//!
//! ```
//! use doorward::dpop::{DpopKey, Proof};
//!
//! # fn example(access_token: &str) -> Result<(), doorward::Error> {
//! let key = DpopKey::generate()?;
//! let url = "https://api.example.com/things".parse().expect("a URL");
//! let proof = key.prove(&Proof {
//!     access_token: Some(access_token),
//!     ..Proof::new(&doorward::http::Method::GET, &url)
//! })?;
//! // Authorization: DPoP {access_token}
//! // DPoP: {proof}
//! # Ok(())
//! # }
//! # example("at").unwrap();
//! ```

mod bound;
mod nonces;
mod replay;
mod verify;

use std::fmt;
use std::sync::Arc;

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::Method;
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use url::Url;

pub(crate) use self::bound::Bound;
pub(crate) use self::nonces::Nonces;
pub(crate) use self::replay::ReplayGuard;
pub use self::verify::{DpopError, DpopProof};

use crate::clock::{Clock, SystemClock};
use crate::error::{ArgumentError, Error};
use crate::jws::{Algorithm, PrivateKeyError, SigningKey};
use crate::random;
use crate::secret::Secret;

/// The header that carries a proof.
pub(crate) const DPOP: http::HeaderName = http::HeaderName::from_static("dpop");

/// The key pair that tokens are bound to: ECDSA on P-256, the one kind Auth0 takes.
///
/// A clone is the same key. `Debug` shows the thumbprint alone.
#[derive(Clone)]
pub struct DpopKey {
    inner: Arc<Inner>,
}

struct Inner {
    pair: EcdsaKeyPair,
    public: Value,
    thumbprint: String,
}

/// What a proof is for.
#[derive(Debug, Clone, Copy)]
pub struct Proof<'a> {
    /// The method of the request.
    pub method: &'a Method,
    /// Its address; query and fragment are left out of the proof.
    pub url: &'a Url,
    /// The access token that the request carries. None at the token endpoint.
    pub access_token: Option<&'a str>,
    /// The nonce that the server last gave out in `DPoP-Nonce`.
    pub nonce: Option<&'a str>,
    /// When the request is made; the machine's time when `None`.
    pub now: Option<Timestamp>,
}

impl<'a> Proof<'a> {
    /// For a request without a token, nothing else said.
    pub fn new(method: &'a Method, url: &'a Url) -> Self {
        Self {
            method,
            url,
            access_token: None,
            nonce: None,
            now: None,
        }
    }
}

impl DpopKey {
    /// A fresh key.
    ///
    /// # Errors
    ///
    /// When the operating system gives no randomness.
    pub fn generate() -> Result<Self, Error> {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING)
            .map_err(|_| ArgumentError::Randomness)?;
        Ok(Self::of(pair))
    }

    /// A key kept as PEM (PKCS #8 or SEC 1).
    ///
    /// # Errors
    ///
    /// [`ArgumentError::DpopKey`] when it is unreadable or on another curve than P-256.
    pub fn from_pem(pem: &[u8]) -> Result<Self, Error> {
        match SigningKey::from_pem(pem, Algorithm::Es256) {
            Ok(SigningKey::Curve(pair)) => Ok(Self::of(pair)),
            Ok(_) => Err(ArgumentError::DpopKey(PrivateKeyError::Unfit).into()),
            Err(error) => Err(ArgumentError::DpopKey(error).into()),
        }
    }

    fn of(pair: EcdsaKeyPair) -> Self {
        // The point, uncompressed: a byte that says so, and both coordinates (SEC 1, 2.3.3).
        let coordinates = &pair.public_key().as_ref()[1..];
        let (x, y) = coordinates.split_at(coordinates.len() / 2);
        let [x, y] = [x, y].map(|number| URL_SAFE_NO_PAD.encode(number));
        let public = json!({ "kty": "EC", "crv": "P-256", "x": x, "y": y });
        Self {
            inner: Arc::new(Inner {
                thumbprint: thumbprint(&public),
                public,
                pair,
            }),
        }
    }

    /// The key's SHA-256 thumbprint (RFC 7638): `cnf.jkt` of the tokens bound to it, and
    /// `dpop_jkt` of `/authorize`.
    pub fn thumbprint(&self) -> &str {
        &self.inner.thumbprint
    }

    /// A proof, good for one request (RFC 9449, 4.2).
    ///
    /// # Errors
    ///
    /// When the operating system gives no randomness.
    pub fn prove(&self, proof: &Proof<'_>) -> Result<Secret, Error> {
        let now = proof.now.unwrap_or_else(|| SystemClock.now());
        let mut claims = Map::new();
        claims.insert("jti".into(), random::uuid()?.into());
        claims.insert("htm".into(), proof.method.as_str().into());
        claims.insert("htu".into(), target(proof.url).into());
        claims.insert("iat".into(), now.as_second().into());
        if let Some(token) = proof.access_token {
            claims.insert("ath".into(), token_hash(token).into());
        }
        if let Some(nonce) = proof.nonce {
            claims.insert("nonce".into(), nonce.into());
        }
        let header = json!({ "typ": "dpop+jwt", "alg": "ES256", "jwk": self.inner.public });
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(&header), part(&claims.into()));
        let pair = &self.inner.pair;
        let signature = pair.sign(&SystemRandom::new(), signed.as_bytes());
        let signature = signature.map_err(|_| ArgumentError::Randomness)?;
        Ok(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature)).into())
    }
}

/// The address of a request as proofs name it: without query and fragment (RFC 9449, 4.2).
fn target(url: &Url) -> String {
    let mut url = url.clone();
    url.set_query(None);
    url.set_fragment(None);
    url.into()
}

/// The SHA-256 thumbprint of a key on a curve (RFC 7638, 3).
fn thumbprint(jwk: &Value) -> String {
    let member = |name: &str| jwk.get(name).cloned().unwrap_or_default();
    let canonical = json!({
        "crv": member("crv"), "kty": member("kty"), "x": member("x"), "y": member("y"),
    });
    URL_SAFE_NO_PAD.encode(digest(&SHA256, canonical.to_string().as_bytes()))
}

/// The claim `ath` (RFC 9449, 4.2).
fn token_hash(access_token: &str) -> String {
    URL_SAFE_NO_PAD.encode(digest(&SHA256, access_token.as_bytes()))
}

impl fmt::Debug for DpopKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DpopKey")
            .field(&self.inner.thumbprint)
            .finish()
    }
}
