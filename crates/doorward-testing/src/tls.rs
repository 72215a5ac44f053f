//! A certificate for localhost that vouches for itself.

use std::net::{IpAddr, Ipv4Addr};

use doorward_tenant::Tls;
use rcgen::{CertificateParams, KeyPair, SanType};
use rustls_pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use crate::tenant::TestTenantError;

/// How TLS is spoken, at `mtls.localhost` with certificates of clients, and the certificate in PEM that clients must trust for it.
pub(crate) fn certificate() -> Result<(Tls, String), TestTenantError> {
    let key = KeyPair::generate()?;
    let mut parameters =
        CertificateParams::new(vec!["localhost".to_owned(), "mtls.localhost".to_owned()])?;
    parameters
        .subject_alt_names
        .push(SanType::IpAddress(IpAddr::V4(Ipv4Addr::LOCALHOST)));
    let certificate = parameters.self_signed(&key)?;
    let private = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let tls = Tls::new(vec![certificate.der().clone()], private, Vec::new())?;
    Ok((tls, certificate.pem()))
}
