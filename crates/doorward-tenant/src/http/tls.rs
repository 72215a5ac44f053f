//! TLS of a tenant's port: which hosts ask clients for certificates, and which authorities vouch for them.
//!
//! A server that asks makes browsers show a dialogue, so only the hosts that begin with `mtls.` do, which no page
//! leads to. There every certificate is let in whose private key is at the other end: a client may have signed it
//! itself. Whether an authority vouches for it is found out beside, by the same rules as for servers' certificates.

use std::fmt;
use std::sync::Arc;

use rustls::client::danger::HandshakeSignatureValid;
use rustls::crypto::CryptoProvider;
use rustls::server::WebPkiClientVerifier;
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::{
    DigitallySignedStruct, DistinguishedName, Error, RootCertStore, ServerConfig, SignatureScheme,
};
use rustls_pki_types::{CertificateDer, PrivateKeyDer, UnixTime};

use super::ClientCertificate;
use crate::tenant::MTLS_PREFIX;

/// How a port speaks TLS.
#[derive(Clone)]
pub struct Tls {
    ordinary: Arc<ServerConfig>,
    asking: Option<Asking>,
}

/// TLS that asks for a certificate.
#[derive(Clone)]
struct Asking {
    config: Arc<ServerConfig>,
    /// `None`: nobody vouches for anything.
    authorities: Option<Arc<dyn ClientCertVerifier>>,
}

impl From<Arc<ServerConfig>> for Tls {
    /// TLS that asks nobody for a certificate.
    fn from(ordinary: Arc<ServerConfig>) -> Self {
        Self {
            ordinary,
            asking: None,
        }
    }
}

impl Tls {
    /// TLS with a certificate chain and its key, HTTP/1.1 and HTTP/2. At hosts that begin with `mtls.` it asks clients
    /// for a certificate; those that `authorities` have issued count as such.
    ///
    /// # Errors
    ///
    /// When chain and key do not fit together, or an authority cannot be read.
    pub fn new(
        chain: Vec<CertificateDer<'static>>,
        key: PrivateKeyDer<'static>,
        authorities: Vec<CertificateDer<'static>>,
    ) -> Result<Self, Error> {
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let builder = || {
            ServerConfig::builder_with_provider(Arc::clone(&provider))
                .with_safe_default_protocol_versions()
        };
        let ordinary = builder()?
            .with_no_client_auth()
            .with_single_cert(chain.clone(), key.clone_key())?;
        let config = builder()?
            .with_client_cert_verifier(Arc::new(Anybody(Arc::clone(&provider))))
            .with_single_cert(chain, key)?;
        Ok(Self {
            ordinary: with_protocols(ordinary),
            asking: Some(Asking {
                config: with_protocols(config),
                authorities: vouching(authorities, provider)?,
            }),
        })
    }

    /// What a client that calls for `host` is served with.
    pub(super) fn config_for(&self, host: Option<&str>) -> Arc<ServerConfig> {
        let is_asked = host.is_some_and(|host| host.starts_with(MTLS_PREFIX));
        match &self.asking {
            Some(asking) if is_asked => Arc::clone(&asking.config),
            _ => Arc::clone(&self.ordinary),
        }
    }

    /// The certificate of a client that showed this chain.
    pub(super) fn certificate(
        &self,
        chain: &[CertificateDer<'_>],
    ) -> Option<Arc<ClientCertificate>> {
        let (own, others) = chain.split_first()?;
        let authorities = self.asking.as_ref()?.authorities.as_ref();
        let is_ca_issued = authorities.is_some_and(|authorities| {
            authorities
                .verify_client_cert(own, others, UnixTime::now())
                .is_ok()
        });
        ClientCertificate::from_der(own, is_ca_issued).map(Arc::new)
    }
}

fn with_protocols(mut config: ServerConfig) -> Arc<ServerConfig> {
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Arc::new(config)
}

fn vouching(
    authorities: Vec<CertificateDer<'static>>,
    provider: Arc<CryptoProvider>,
) -> Result<Option<Arc<dyn ClientCertVerifier>>, Error> {
    if authorities.is_empty() {
        return Ok(None);
    }
    let mut roots = RootCertStore::empty();
    for authority in authorities {
        roots.add(authority)?;
    }
    let built = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider).build();
    let verifier = built.map_err(|error| Error::General(error.to_string()))?;
    Ok(Some(verifier))
}

/// Lets in whoever has the key of the certificate they show, or shows none.
struct Anybody(Arc<CryptoProvider>);

impl fmt::Debug for Anybody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Anybody")
    }
}

impl ClientCertVerifier for Anybody {
    fn client_auth_mandatory(&self) -> bool {
        false
    }

    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        // Who it is, is decided with the client's registration at hand.
        Ok(ClientCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        rustls::crypto::verify_tls12_signature(message, certificate, signed, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        rustls::crypto::verify_tls13_signature(message, certificate, signed, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
