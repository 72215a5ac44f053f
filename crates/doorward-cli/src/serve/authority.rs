//! TLS: a certificate from files, or from an authority of our own that developers can trust once.

use std::fs;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::{Path, PathBuf};

use doorward_tenant::Tls;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa,
    Issuer, KeyPair, KeyUsagePurpose, SanType,
};
use rustls_pki_types::pem::PemObject as _;
use rustls_pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

use super::data_dir::{DataDir, DataDirError};

const CERTIFICATE: &str = "ca.pem";
const KEY: &str = "ca-key.pem";

/// Why there is no TLS.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TlsError {
    #[error("tls_cert: {0} is no certificate chain in PEM")]
    Certificate(PathBuf, #[source] rustls_pki_types::pem::Error),
    #[error("tls_key: {0} is no private key in PEM")]
    Key(PathBuf, #[source] rustls_pki_types::pem::Error),
    #[error("client_ca: {0} is no certificate in PEM")]
    ClientAuthority(PathBuf, #[source] rustls_pki_types::pem::Error),
    #[error("client_ca: {0} holds no certificate")]
    NoClientAuthority(PathBuf),
    #[error("tls_cert: the certificate and the key do not fit together")]
    Pair(#[from] rustls::Error),
    #[error("the local authority could not be made")]
    Authority(#[from] rcgen::Error),
    #[error(transparent)]
    DataDir(#[from] DataDirError),
}

/// TLS with the certificate in these files. Certificates of clients count that an authority in `client_ca` has issued.
pub(crate) fn from_files(
    cert: &Path,
    key: &Path,
    client_ca: Option<&Path>,
) -> Result<Tls, TlsError> {
    let chain: Result<Vec<_>, _> = CertificateDer::pem_file_iter(cert).and_then(Iterator::collect);
    let chain = chain.map_err(|error| TlsError::Certificate(cert.to_owned(), error))?;
    let key =
        PrivateKeyDer::from_pem_file(key).map_err(|error| TlsError::Key(key.to_owned(), error))?;
    Ok(Tls::new(chain, key, authorities(client_ca)?)?)
}

fn authorities(file: Option<&Path>) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let Some(file) = file else {
        return Ok(Vec::new());
    };
    let read: Result<Vec<_>, _> = CertificateDer::pem_file_iter(file).and_then(Iterator::collect);
    let read = read.map_err(|error| TlsError::ClientAuthority(file.to_owned(), error))?;
    if read.is_empty() {
        return Err(TlsError::NoClientAuthority(file.to_owned()));
    }
    Ok(read)
}

/// TLS with a fresh certificate for `hosts` and this machine, from the authority in the data dir. Answers where
/// the authority's own certificate is. It vouches for certificates of clients too, beside those in `client_ca`.
pub(crate) fn own(
    data: &DataDir,
    hosts: &[String],
    client_ca: Option<&Path>,
    now: Timestamp,
) -> Result<(Tls, PathBuf), TlsError> {
    let authority = authority(data, now)?;
    let key = KeyPair::generate()?;
    let mut parameters = CertificateParams::new(names(hosts))?;
    parameters.distinguished_name = named(hosts.first().map_or("localhost", String::as_str));
    parameters
        .subject_alt_names
        .push(SanType::IpAddress(IpAddr::V4(Ipv4Addr::LOCALHOST)));
    parameters
        .subject_alt_names
        .push(SanType::IpAddress(IpAddr::V6(Ipv6Addr::LOCALHOST)));
    parameters.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    valid_for(&mut parameters, now, 1);
    let certificate = parameters.signed_by(&key, &authority)?;
    let private = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let mut vouching = authorities(client_ca)?;
    vouching.extend(authorities(Some(&data.file(CERTIFICATE)))?);
    Ok((
        Tls::new(vec![certificate.der().clone()], private, vouching)?,
        data.file(CERTIFICATE),
    ))
}

fn names(hosts: &[String]) -> Vec<String> {
    let mut names = vec!["localhost".to_owned()];
    names.extend(hosts.iter().filter(|host| *host != "localhost").cloned());
    // Where clients are asked for certificates.
    let mtls: Vec<String> = names.iter().map(|name| format!("mtls.{name}")).collect();
    names.extend(mtls);
    names
}

/// The authority of this data dir; made on the first start, so that trusting it once is enough.
fn authority(data: &DataDir, now: Timestamp) -> Result<Issuer<'static, KeyPair>, TlsError> {
    let mut parameters = CertificateParams::default();
    parameters.distinguished_name = named("Doorward local authority");
    parameters.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    parameters.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    if let Ok(key) = fs::read_to_string(data.file(KEY))
        && data.file(CERTIFICATE).exists()
    {
        // Name and key are all that a certificate takes from its issuer.
        return Ok(Issuer::new(parameters, KeyPair::from_pem(&key)?));
    }
    let key = KeyPair::generate()?;
    valid_for(&mut parameters, now, 10);
    let certificate = parameters.self_signed(&key)?;
    data.write_private(KEY, &key.serialize_pem())?;
    data.write_private(CERTIFICATE, &certificate.pem())?;
    Ok(Issuer::new(parameters, key))
}

fn named(name: &str) -> DistinguishedName {
    let mut distinguished = DistinguishedName::new();
    distinguished.push(DnType::CommonName, name);
    distinguished
}

/// From the first of this month on, so that a clock that is a little late still accepts it.
fn valid_for(parameters: &mut CertificateParams, now: Timestamp, years: i32) {
    let day = now.to_zoned(TimeZone::UTC).date();
    let (year, month) = (i32::from(day.year()), day.month() as u8);
    parameters.not_before = rcgen::date_time_ymd(year, month, 1);
    parameters.not_after = rcgen::date_time_ymd(year + years, month, 28);
}
