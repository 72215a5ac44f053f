//! The certificate that a client presented: to our own listener, or to a proxy that tells us.

use std::sync::Arc;

use axum::http::HeaderMap;
use percent_encoding::percent_decode_str;

use crate::domain::client_certificate::Presented;
use crate::keys::public_key::Certificate;

/// The certificate, URL-encoded PEM, in the words of Auth0's edge.
const CERTIFICATE: &str = "client-certificate";
/// `SUCCESS` when an authority vouches for it.
const VERDICT: &str = "client-certificate-ca-verified";

/// A certificate whose private key is at the other end of a connection.
///
/// A listener that has asked a client for one puts it into the extensions of each request, as an `Arc`. Whether an
/// authority vouches for it, the listener has found out.
#[derive(Debug, Clone)]
pub struct ClientCertificate {
    thumbprint: String,
    subject: String,
    is_ca_issued: bool,
}

impl ClientCertificate {
    /// Reads a certificate in DER; `None` when it is none.
    pub fn from_der(der: &[u8], is_ca_issued: bool) -> Option<Self> {
        let read = Certificate::from_der(der).ok()?;
        Some(Self {
            thumbprint: read.thumbprint_sha256,
            subject: read.subject_dn,
            is_ca_issued,
        })
    }

    /// What a trusted proxy says of its own client. Only for proxies that set these headers themselves.
    pub(super) fn forwarded(headers: &HeaderMap) -> Option<Arc<Self>> {
        let text = |name: &str| headers.get(name)?.to_str().ok();
        // Two of them would leave open which one the proxy has written.
        if headers.get_all(CERTIFICATE).iter().count() != 1
            || headers.get_all(VERDICT).iter().count() > 1
        {
            return None;
        }
        let pem = percent_decode_str(text(CERTIFICATE)?).decode_utf8().ok()?;
        let read = Certificate::from_pem(&pem).ok()?;
        Some(Arc::new(Self {
            thumbprint: read.thumbprint_sha256,
            subject: read.subject_dn,
            is_ca_issued: text(VERDICT) == Some("SUCCESS"),
        }))
    }

    /// SHA-256 of the certificate, base64url: the `x5t#S256` of tokens that are bound to it.
    pub(crate) fn thumbprint(&self) -> &str {
        &self.thumbprint
    }

    /// As the rules look at it.
    pub(crate) fn presented(&self) -> Presented<'_> {
        Presented {
            thumbprint: &self.thumbprint,
            subject: &self.subject,
            is_ca_issued: self.is_ca_issued,
        }
    }
}
