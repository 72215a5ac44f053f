//! A request of somebody who has a key to prove, on its way.

use std::sync::Arc;

use http::{HeaderMap, HeaderValue, Method};
use jiff::Timestamp;
use url::Url;

use super::{DPOP, DpopKey, Nonces, Proof};
use crate::error::{ApiError, ArgumentError, Error};
use crate::secret::Secret;

/// An access token and the key it is bound to, or a key that tokens are to be bound to: a fresh proof for
/// each attempt of a request (RFC 9449, 5 and 7.1), since a server takes none twice.
#[derive(Clone)]
pub(crate) struct Bound {
    key: DpopKey,
    nonces: Arc<Nonces>,
    /// None where tokens are bought.
    token: Option<Secret>,
}

impl Bound {
    pub(crate) fn new(key: DpopKey, nonces: Arc<Nonces>, token: Option<Secret>) -> Self {
        Self { key, nonces, token }
    }

    /// The header `DPoP` of one attempt.
    pub(crate) fn proof(
        &self,
        method: &Method,
        url: &Url,
        now: Timestamp,
    ) -> Result<HeaderValue, Error> {
        let nonce = self.nonces.last();
        let proof = self.key.prove(&Proof {
            access_token: self.token.as_ref().map(Secret::as_str),
            nonce: nonce.as_deref(),
            now: Some(now),
            ..Proof::new(method, url)
        })?;
        let header = HeaderValue::try_from(proof.as_str());
        Ok(header.map_err(|_| ArgumentError::Header(DPOP.to_string()))?)
    }

    /// Keeps the nonce that an answer hands out.
    pub(crate) fn keep(&self, headers: &HeaderMap) {
        self.nonces.keep(headers);
    }

    /// Keeps the nonce of a refusal. `true` when the server asks for the same request with it.
    pub(crate) fn is_asked_for_nonce(&self, refusal: &ApiError) -> bool {
        self.nonces.keep_of(refusal)
    }
}
