//! Proofs of possession as they come with requests (RFC 9449): read, judged, and noted so that none works twice.

use std::sync::Arc;

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::SignedDuration;
use subtle::ConstantTimeEq as _;
use url::Url;

use super::AuthenticationError;
use crate::domain::dpop::{DpopFault, NONCE_MINUTES, PROOF_SECONDS, Proof, Request};
use crate::http::{Context, OAuthError};
use crate::settings::Mode;
use crate::store::{StoreError, replays};
use crate::tenant::MTLS_PREFIX;

const HEADER: &str = "dpop";
const NONCE: HeaderName = HeaderName::from_static("dpop-nonce");

/// Why there is no proof to believe.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DpopError {
    #[error(transparent)]
    Fault(#[from] DpopFault),
    #[error("store failed")]
    Store(#[from] StoreError),
}

impl From<DpopError> for AuthenticationError {
    fn from(error: DpopError) -> Self {
        match error {
            DpopError::Fault(fault) => {
                OAuthError::new(StatusCode::BAD_REQUEST, code(fault), fault.to_string()).into()
            }
            DpopError::Store(error) => error.into(),
        }
    }
}

/// The error code of a fault (RFC 9449, 5 and 8).
pub(crate) fn code(fault: DpopFault) -> &'static str {
    match fault {
        DpopFault::Nonce => "use_dpop_nonce",
        _ => "invalid_dpop_proof",
    }
}

/// A request that a proof may come with.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'r> {
    pub(crate) method: &'r str,
    pub(crate) path: &'r str,
    /// The access token in its `Authorization`.
    pub(crate) access_token: Option<&'r str>,
    /// Whether a proof without one of our nonces is refused.
    pub(crate) needs_nonce: bool,
}

impl Asked<'_> {
    /// The thumbprint of the key whose possession the request proves; `None` when it has no proof.
    ///
    /// # Errors
    ///
    /// What is wrong with the proof, or with there being two.
    pub(crate) async fn key(&self, cx: &Context) -> Result<Option<Arc<str>>, DpopError> {
        let Some(proof) = self.read(cx)? else {
            return Ok(None);
        };
        let is_fresh = match &proof.nonce {
            Some(nonce) => is_recent(cx, nonce)?,
            None => !self.needs_nonce,
        };
        if !is_fresh {
            return Err(DpopFault::Nonce.into());
        }
        let (tenant, used) = (
            cx.tenant_id(),
            format!("{}\n{}", proof.thumbprint, proof.id),
        );
        // One from the future is taken until it is as old as one from now.
        let until = cx.now() + SignedDuration::from_secs(3 * PROOF_SECONDS);
        let is_new = cx
            .store()
            .write(move |db| replays::spend(db, &tenant, HEADER, &used, until));
        if !is_new.await? {
            return Err(DpopFault::Replayed.into());
        }
        Ok(Some(proof.thumbprint.into()))
    }

    /// The proof of the request, judged but for its nonce and whether it is new.
    fn read(&self, cx: &Context) -> Result<Option<Proof>, DpopFault> {
        let mut headers = cx.caller.headers.get_all(HEADER).iter();
        let Some(first) = headers.next() else {
            return Ok(None);
        };
        if headers.next().is_some() {
            return Err(DpopFault::NotOne);
        }
        let text = first.to_str().map_err(|_| DpopFault::Malformed)?;
        let request = Request {
            method: self.method,
            is_target: &|url| is_ours(cx, url) && url.path() == self.path,
            access_token: self.access_token,
        };
        Proof::verify(text, &request, cx.now()).map(Some)
    }

    /// The same where a request without a proof is refused.
    ///
    /// # Errors
    ///
    /// As of [`key`](Self::key).
    pub(crate) async fn required_key(&self, cx: &Context) -> Result<Arc<str>, DpopError> {
        let key = self.key(cx).await?;
        key.ok_or(DpopError::Fault(DpopFault::NotOne))
    }
}

/// Whether a URL is one of this tenant's.
fn is_ours(cx: &Context, url: &Url) -> bool {
    let domain = cx.tenant.names.domain.as_str();
    let authority = match (url.host_str(), url.port()) {
        (Some(host), Some(port)) => format!("{host}:{port}"),
        (Some(host), None) => host.to_owned(),
        (None, _) => return false,
    };
    let is = |named: &str| authority.eq_ignore_ascii_case(named);
    let is_named = is(domain)
        || authority
            .strip_prefix(MTLS_PREFIX)
            .is_some_and(|rest| rest == domain);
    // A developer calls it whatever the machine is called, and without TLS.
    let is_development = cx.server.settings.mode == Mode::Development;
    let is_called = is_development && cx.header("host").is_some_and(is);
    let is_secure = url.scheme() == "https" || (is_development && url.scheme() == "http");
    is_secure && (is_named || is_called)
}

/// Adds the nonce for the next proof to an answer, if the request came with one.
pub(crate) fn offer_nonce(cx: &Context, headers: &mut HeaderMap) {
    if !cx.caller.headers.contains_key(HEADER) {
        return;
    }
    let minute = cx.now().as_second().div_euclid(60);
    let nonce = nonce(cx, minute).ok();
    if let Some(nonce) = nonce.and_then(|nonce| HeaderValue::from_str(&nonce).ok()) {
        headers.insert(NONCE, nonce);
    }
}

/// The nonce of a minute. Nobody else can make it, and nobody has to keep it.
fn nonce(cx: &Context, minute: i64) -> Result<String, StoreError> {
    let minute = minute.to_be_bytes();
    let sealer = &cx.server.sealer;
    let tag = sealer.tag(&cx.tenant.id, "dpop nonce", &minute)?;
    Ok(BASE64_URL_SAFE_NO_PAD.encode(&tag[..24]))
}

fn is_recent(cx: &Context, presented: &str) -> Result<bool, StoreError> {
    let now = cx.now().as_second().div_euclid(60);
    for minute in (now - NONCE_MINUTES..=now).rev() {
        if bool::from(nonce(cx, minute)?.as_bytes().ct_eq(presented.as_bytes())) {
            return Ok(true);
        }
    }
    Ok(false)
}
