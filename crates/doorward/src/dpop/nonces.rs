//! The nonces that servers give out, to be in the next proof (RFC 9449, 8).

use std::sync::{PoisonError, RwLock};

use http::HeaderMap;
use http::header::WWW_AUTHENTICATE;

use crate::error::ApiError;

/// The last nonce of one server.
#[derive(Default)]
pub(crate) struct Nonces {
    last: RwLock<Option<String>>,
}

impl Nonces {
    /// The nonce for the next proof.
    pub(crate) fn last(&self) -> Option<String> {
        self.last
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Keeps the nonce of an answer, if it has one.
    pub(crate) fn keep(&self, headers: &HeaderMap) -> bool {
        let Some(nonce) = headers
            .get("dpop-nonce")
            .and_then(|nonce| nonce.to_str().ok())
        else {
            return false;
        };
        *self.last.write().unwrap_or_else(PoisonError::into_inner) = Some(nonce.to_owned());
        true
    }

    /// Keeps the nonce of a refusal. `true` when the server asks for the same request with it.
    pub(crate) fn keep_of(&self, refusal: &ApiError) -> bool {
        let demanded = |header: &http::HeaderValue| {
            let text = header.to_str().unwrap_or_default();
            text.contains("use_dpop_nonce")
        };
        let wanted = refusal.error() == Some("use_dpop_nonce")
            || refusal
                .headers()
                .get_all(WWW_AUTHENTICATE)
                .iter()
                .any(demanded);
        self.keep(refusal.headers()) && wanted
    }
}
