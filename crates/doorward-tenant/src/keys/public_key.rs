//! Public keys that clients register: RSA keys as PEM, alone or in a certificate.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::Timestamp;
use x509_parser::objects::{oid_registry, oid2abbrev};
use x509_parser::pem::parse_x509_pem;
use x509_parser::prelude::{
    AttributeTypeAndValue, FromDer as _, RelativeDistinguishedName, SubjectPublicKeyInfo,
    X509Certificate, X509Name,
};
use x509_parser::public_key::PublicKey as Kind;

use super::certificate::pem;
use crate::secret::sha256;

/// Enough for an RSA key of 16,384 bits in a large certificate.
const LONGEST_BYTES: usize = 16 * 1024;
const SMALLEST_BITS: usize = 2048;

/// What a client gave as its key.
#[derive(Debug)]
pub(crate) struct PublicKey {
    /// The key alone, PEM (`PUBLIC KEY`).
    pub(crate) pem: String,
    /// Its thumbprint (RFC 7638), 43 characters.
    pub(crate) thumbprint: String,
    /// What the certificate says, when it came in one.
    pub(crate) certificate: Option<Certificate>,
}

/// What is known from the certificate around a key.
#[derive(Debug)]
pub(crate) struct Certificate {
    /// Its end.
    pub(crate) expires_at: Option<Timestamp>,
    /// Such as `C=US, O=Acme, CN=client`.
    pub(crate) subject_dn: String,
    /// SHA-256 of the whole certificate, base64url (RFC 8705, 3.1).
    pub(crate) thumbprint_sha256: String,
}

/// Why a text is no usable key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PublicKeyFault {
    #[error("pem must be a PEM-encoded public key or X.509 certificate")]
    NotPem,
    #[error("pem must hold an RSA public key")]
    NotRsa,
    #[error("the RSA key must have at least {SMALLEST_BITS} bits")]
    TooShort,
}

impl PublicKey {
    /// Reads a PEM that holds a public key (`PUBLIC KEY`) or an X.509 certificate.
    pub(crate) fn parse(text: &str) -> Result<Self, PublicKeyFault> {
        if text.len() > LONGEST_BYTES {
            return Err(PublicKeyFault::NotPem);
        }
        let (_, read) = parse_x509_pem(text.as_bytes()).map_err(|_| PublicKeyFault::NotPem)?;
        match read.label.as_str() {
            "PUBLIC KEY" => {
                let (_, key) = SubjectPublicKeyInfo::from_der(&read.contents)
                    .map_err(|_| PublicKeyFault::NotPem)?;
                Self::of(&key, None)
            }
            "CERTIFICATE" => {
                let found = read.parse_x509().map_err(|_| PublicKeyFault::NotPem)?;
                let certificate = Certificate::of(&found, &read.contents);
                Self::of(found.public_key(), Some(certificate))
            }
            _ => Err(PublicKeyFault::NotPem),
        }
    }

    fn of(
        key: &SubjectPublicKeyInfo<'_>,
        certificate: Option<Certificate>,
    ) -> Result<Self, PublicKeyFault> {
        let Ok(Kind::RSA(rsa)) = key.parsed() else {
            return Err(PublicKeyFault::NotRsa);
        };
        if rsa.key_size() < SMALLEST_BITS {
            return Err(PublicKeyFault::TooShort);
        }
        let number = |bytes: &[u8]| {
            let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
            BASE64_URL_SAFE_NO_PAD.encode(&bytes[zeros..])
        };
        // Members in this order and without spaces: that is the form RFC 7638 hashes.
        let jwk = format!(
            r#"{{"e":"{}","kty":"RSA","n":"{}"}}"#,
            number(rsa.exponent),
            number(rsa.modulus)
        );
        Ok(Self {
            pem: pem("PUBLIC KEY", key.raw),
            thumbprint: BASE64_URL_SAFE_NO_PAD.encode(sha256(jwk.as_bytes())),
            certificate,
        })
    }
}

impl Certificate {
    /// Reads a certificate in PEM, whatever kind of key it is for.
    pub(crate) fn from_pem(text: &str) -> Result<Self, PublicKeyFault> {
        if text.len() > LONGEST_BYTES {
            return Err(PublicKeyFault::NotPem);
        }
        let (_, read) = parse_x509_pem(text.as_bytes()).map_err(|_| PublicKeyFault::NotPem)?;
        if read.label != "CERTIFICATE" {
            return Err(PublicKeyFault::NotPem);
        }
        Self::from_der(&read.contents)
    }

    /// Reads a certificate in DER.
    pub(crate) fn from_der(der: &[u8]) -> Result<Self, PublicKeyFault> {
        let (_, found) = X509Certificate::from_der(der).map_err(|_| PublicKeyFault::NotPem)?;
        Ok(Self::of(&found, der))
    }

    fn of(found: &X509Certificate<'_>, der: &[u8]) -> Self {
        let end = found.validity().not_after.timestamp();
        Self {
            expires_at: Timestamp::from_second(end).ok(),
            subject_dn: distinguished_name(found.subject()),
            thumbprint_sha256: BASE64_URL_SAFE_NO_PAD.encode(sha256(der)),
        }
    }
}

/// A name as text, in the order of the certificate. Signs that separate its parts are escaped within them (RFC 4514,
/// 2.4): one part must not look like two.
fn distinguished_name(name: &X509Name<'_>) -> String {
    let part = |attribute: &AttributeTypeAndValue<'_>| {
        let kind = attribute.attr_type();
        let label =
            oid2abbrev(kind, oid_registry()).map_or_else(|_| kind.to_id_string(), str::to_owned);
        let value = match attribute.as_str() {
            Ok(text) => escaped(text),
            Err(_) => format!("#{}", hex(attribute.as_slice())),
        };
        format!("{label}={value}")
    };
    let relative = |parts: &RelativeDistinguishedName<'_>| {
        let parts: Vec<String> = parts.iter().map(part).collect();
        parts.join(" + ")
    };
    let all: Vec<String> = name.iter().map(relative).collect();
    all.join(", ")
}

fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for letter in value.chars() {
        if matches!(letter, ',' | '+' | '=' | '"' | '\\' | '<' | '>' | ';' | '#') {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::NewSigningKey;

    #[test]
    fn a_certificate_gives_its_key_its_end_and_its_subject() {
        let now = "2026-01-15T00:00:00Z".parse().unwrap();
        let made = NewSigningKey::generate("k".to_owned(), "client.example", now).unwrap();
        let in_certificate = PublicKey::parse(&pem("CERTIFICATE", &made.certificate)).unwrap();
        let certificate = in_certificate.certificate.unwrap();
        assert_eq!(certificate.subject_dn, "CN=client.example");
        assert_eq!(
            certificate.expires_at,
            Some("2040-01-01T00:00:00Z".parse().unwrap())
        );
        let alone = PublicKey::parse(&in_certificate.pem).unwrap();
        assert!(alone.certificate.is_none());
        assert_eq!(alone.thumbprint, in_certificate.thumbprint);
        assert_eq!(alone.thumbprint.len(), 43);
        jsonwebtoken::DecodingKey::from_rsa_pem(alone.pem.as_bytes()).unwrap();
    }

    #[test]
    fn no_part_of_a_name_looks_like_two() {
        let mut parameters = rcgen::CertificateParams::default();
        let mut name = rcgen::DistinguishedName::new();
        name.push(rcgen::DnType::OrganizationName, "Acme, CN=client");
        name.push(rcgen::DnType::CommonName, "other");
        parameters.distinguished_name = name;
        let key = rcgen::KeyPair::generate().unwrap();
        let made = parameters.self_signed(&key).unwrap();
        let read = Certificate::from_pem(&made.pem()).unwrap();
        assert_eq!(read.subject_dn, r"O=Acme\, CN\=client, CN=other");
        assert_eq!(
            read.thumbprint_sha256,
            Certificate::from_der(made.der()).unwrap().thumbprint_sha256
        );
    }

    #[test]
    fn a_thumbprint_is_that_of_rfc_7638() {
        // Section 3.1 of the RFC: the key, as SubjectPublicKeyInfo, and its thumbprint.
        const N: &str = "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";
        let n = BASE64_URL_SAFE_NO_PAD.decode(N).unwrap();
        let mut key = vec![0x30, 0x82, 0x01, 0x0a, 0x02, 0x82, 0x01, 0x01, 0x00];
        key.extend_from_slice(&n);
        key.extend_from_slice(&[0x02, 0x03, 0x01, 0x00, 0x01]);
        let mut info = vec![
            0x30, 0x82, 0x01, 0x22, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d,
            0x01, 0x01, 0x01, 0x05, 0x00, 0x03, 0x82, 0x01, 0x0f, 0x00,
        ];
        info.extend_from_slice(&key);
        let read = PublicKey::parse(&pem("PUBLIC KEY", &info)).unwrap();
        assert_eq!(
            read.thumbprint,
            "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"
        );
    }

    #[test]
    fn what_is_no_key_is_refused() {
        let refused = |text: &str| PublicKey::parse(text).unwrap_err();
        assert_eq!(refused("nothing"), PublicKeyFault::NotPem);
        assert_eq!(refused(&pem("PUBLIC KEY", &[1, 2])), PublicKeyFault::NotPem);
        assert_eq!(refused(&pem("PRIVATE KEY", &[])), PublicKeyFault::NotPem);
        assert_eq!(refused(&"x".repeat(20_000)), PublicKeyFault::NotPem);
    }
}
