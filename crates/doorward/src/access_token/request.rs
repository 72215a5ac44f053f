//! A request judged with the token it carries.

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use http::header::{AUTHORIZATION, HOST};
use http::{HeaderMap, request};
use url::Url;

use super::{AccessTokenClaims, AccessTokenError, AccessTokenVerifier};
use crate::dpop::{DpopError, DpopProof};

/// The certificate that a caller has shown on its TLS connection, in DER.
///
/// Whoever ends TLS puts it into the request's extensions; a token that is bound to a certificate is
/// refused without it.
#[derive(Debug, Clone)]
pub struct ClientCertificate(pub Bytes);

/// What an `Authorization` header holds.
struct Presented<'a> {
    is_dpop: bool,
    token: &'a str,
}

impl<'a> Presented<'a> {
    fn read(headers: &'a HeaderMap) -> Result<Self, AccessTokenError> {
        let mut values = headers.get_all(AUTHORIZATION).iter();
        let value = values.next().ok_or(AccessTokenError::Missing)?;
        if values.next().is_some() {
            return Err(AccessTokenError::Header);
        }
        let text = value.to_str().map_err(|_| AccessTokenError::Header)?;
        let (scheme, token) = text.split_once(' ').ok_or(AccessTokenError::Missing)?;
        let is_dpop = scheme.eq_ignore_ascii_case("dpop");
        if !is_dpop && !scheme.eq_ignore_ascii_case("bearer") {
            return Err(AccessTokenError::Missing);
        }
        let token = token.trim_start_matches(' ');
        match token.is_empty() || token.contains(' ') {
            true => Err(AccessTokenError::Header),
            false => Ok(Self { is_dpop, token }),
        }
    }
}

impl AccessTokenVerifier {
    /// What the token of a request says, after every check of
    /// [`verify`](AccessTokenVerifier::verify), and once the caller has shown that the token is its
    /// own, if it is bound: by a DPoP proof (RFC 9449, 7), or by the [`ClientCertificate`] among the
    /// request's extensions (RFC 8705, 3).
    ///
    /// # Errors
    ///
    /// [`AccessTokenError`] names the first check that failed.
    pub async fn verify_request(
        &self,
        request: &request::Parts,
    ) -> Result<AccessTokenClaims, AccessTokenError> {
        let presented = Presented::read(&request.headers)?;
        let claims = self.verify(presented.token).await?;
        if self.inner.requires_binding && !claims.is_bound() {
            return Err(AccessTokenError::Unbound);
        }
        match (&claims.key_thumbprint, presented.is_dpop) {
            (Some(thumbprint), true) => self.check_proof(request, presented.token, thumbprint)?,
            // A stolen token must not become a plain one by another word before it.
            (Some(_), false) => return Err(DpopError::Missing.into()),
            (None, true) => return Err(DpopError::Binding.into()),
            (None, false) => {}
        }
        if let Some(thumbprint) = &claims.certificate_thumbprint {
            let shown = request.extensions.get::<ClientCertificate>();
            let shown = shown.ok_or(AccessTokenError::Certificate)?;
            if URL_SAFE_NO_PAD.encode(digest(&SHA256, &shown.0)) != *thumbprint {
                return Err(AccessTokenError::Certificate);
            }
        }
        Ok(claims)
    }

    fn check_proof(
        &self,
        request: &request::Parts,
        token: &str,
        thumbprint: &str,
    ) -> Result<(), DpopError> {
        let mut proofs = request.headers.get_all("dpop").iter();
        let proof = match (proofs.next(), proofs.next()) {
            (Some(proof), None) => proof.to_str().map_err(|_| DpopError::Malformed)?,
            _ => return Err(DpopError::Missing),
        };
        let url = self.address(request).ok_or(DpopError::Request)?;
        let now = self.inner.dispatcher.clock.now();
        let proof = DpopProof::verify(proof, &request.method, &url, Some(token), now)?;
        if proof.thumbprint != thumbprint {
            return Err(DpopError::Binding);
        }
        self.inner.replays.admit(&proof, now)
    }

    /// The address of a request as its caller knows it.
    fn address(&self, request: &request::Parts) -> Option<Url> {
        let path = request.uri.path();
        if let Some(public) = &self.inner.public_url {
            let mut url = public.clone();
            url.set_path(&format!("{}{path}", public.path().trim_end_matches('/')));
            return Some(url);
        }
        let host = match request.uri.authority() {
            Some(authority) => authority.as_str(),
            None => request.headers.get(HOST)?.to_str().ok()?,
        };
        Url::parse(&format!("https://{host}{path}")).ok()
    }
}
