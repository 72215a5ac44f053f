//! TLS on the way to Redis.

use std::path::Path;

use fred::types::config::TlsConnector;
use rustls::{ClientConfig, RootCertStore};
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;

use super::store::StoreError;
use crate::authorities;

/// Trusts the system's authorities and those in `folder`.
///
/// # Errors
///
/// [`StoreError::Authorities`] when a file of the folder holds no readable certificate.
pub(super) fn connector(folder: Option<&Path>) -> Result<TlsConnector, StoreError> {
    let mut roots = RootCertStore::empty();
    // A certificate of the system's that cannot be read is not ours to refuse.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let pems = folder.map(authorities::read).transpose();
    for pem in pems.map_err(unreadable)?.unwrap_or_default() {
        for certificate in CertificateDer::pem_slice_iter(&pem) {
            roots
                .add(certificate.map_err(unreadable)?)
                .map_err(unreadable)?;
        }
    }
    let config = ClientConfig::builder()
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(config.into())
}

fn unreadable(error: impl std::error::Error + Send + Sync + 'static) -> StoreError {
    StoreError::Authorities(Box::new(error))
}
