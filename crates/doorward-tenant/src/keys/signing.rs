//! The tenant's RSA keys: current, next and previous, with their certificates and their public set.

use std::sync::Arc;

use aws_lc_rs::digest;
use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der};
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{KeyPair as _, RsaKeyPair};
use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use bytes::Bytes;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use jsonwebtoken::DecodingKey;
use serde_json::{Value, json};

use super::jws::{Algorithm, Signer};

/// How the ids of keys begin whose private half is published with the tests.
pub(crate) const FOR_TESTS: &str = "testing-";

/// A key pair as it is made: to be sealed and stored.
pub(crate) struct NewSigningKey {
    pub(crate) kid: String,
    /// PKCS #8, DER.
    pub(crate) private_key: Vec<u8>,
    /// X.509, DER, signed by the key itself.
    pub(crate) certificate: Vec<u8>,
}

/// Why no key could be made.
#[derive(Debug, thiserror::Error)]
pub enum KeyMakingError {
    /// The generator failed.
    #[error("no RSA key could be made")]
    Rsa(#[from] aws_lc_rs::error::Unspecified),
    /// The key does not read back.
    #[error("a fresh RSA key does not read back")]
    Rejected(#[from] aws_lc_rs::error::KeyRejected),
    /// The certificate failed.
    #[error("no certificate could be made")]
    Certificate(#[from] rcgen::Error),
}

impl NewSigningKey {
    /// Makes an RSA key of 2048 bits and a certificate for `host` that lasts 14 years. Takes 50 to 500 ms of CPU.
    pub(crate) fn generate(
        kid: String,
        host: &str,
        now: Timestamp,
    ) -> Result<Self, KeyMakingError> {
        let pair = RsaKeyPair::generate(KeySize::Rsa2048)?;
        let private_key: Pkcs8V1Der<'_> = pair.as_der()?;
        Self::of(kid, private_key.as_ref().to_vec(), host, now)
    }

    /// A new certificate for an RSA key that is there already, PKCS #8 in DER.
    pub(crate) fn of(
        kid: String,
        private_key: Vec<u8>,
        host: &str,
        now: Timestamp,
    ) -> Result<Self, KeyMakingError> {
        let certificate = self_signed(&private_key, host, now)?;
        Ok(Self {
            kid,
            private_key,
            certificate,
        })
    }
}

fn self_signed(private_key: &[u8], host: &str, now: Timestamp) -> Result<Vec<u8>, rcgen::Error> {
    let der = rustls_pki_types::PrivatePkcs8KeyDer::from(private_key.to_vec());
    let pair = rcgen::KeyPair::from_pkcs8_der_and_sign_algo(&der, &rcgen::PKCS_RSA_SHA256)?;
    let mut parameters = rcgen::CertificateParams::default();
    parameters.distinguished_name = rcgen::DistinguishedName::new();
    parameters
        .distinguished_name
        .push(rcgen::DnType::CommonName, host);
    let day = now.to_zoned(TimeZone::UTC).date();
    let (month, year) = (day.month() as u8, i32::from(day.year()));
    parameters.not_before = rcgen::date_time_ymd(year, month, 1);
    parameters.not_after = rcgen::date_time_ymd(year + 14, month, 1);
    Ok(parameters.self_signed(&pair)?.der().to_vec())
}

/// Where a key stands: one signs, one is announced, some still verify.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Current,
    Next,
    Previous,
}

impl State {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Next => "next",
            Self::Previous => "previous",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Current, Self::Next, Self::Previous]
            .into_iter()
            .find(|state| state.name() == name)
    }
}

/// A signing key as it is used: parsed once.
#[derive(Clone)]
pub(crate) struct SigningKey {
    pub(crate) kid: Arc<str>,
    pub(crate) state: State,
    pub(crate) certificate: Vec<u8>,
    pub(crate) revoked_at: Option<Timestamp>,
    pair: Arc<RsaKeyPair>,
}

impl SigningKey {
    /// Parses a private key, PKCS #8 in DER.
    pub(crate) fn parse(
        kid: &str,
        state: State,
        private_key: &[u8],
        certificate: Vec<u8>,
        revoked_at: Option<Timestamp>,
    ) -> Result<Self, aws_lc_rs::error::KeyRejected> {
        Ok(Self {
            kid: kid.into(),
            state,
            certificate,
            revoked_at,
            pair: Arc::new(RsaKeyPair::from_pkcs8(private_key)?),
        })
    }

    /// The public half as a JSON Web Key (RFC 7517), members in the order Auth0 sends them.
    fn jwk(&self) -> Value {
        let public = self.pair.public_key();
        let thumbprint = digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, &self.certificate);
        json!({
            "kty": "RSA",
            "use": "sig",
            "n": BASE64_URL_SAFE_NO_PAD.encode(public.modulus().big_endian_without_leading_zero()),
            "e": BASE64_URL_SAFE_NO_PAD.encode(public.exponent().big_endian_without_leading_zero()),
            "kid": &*self.kid,
            "x5t": BASE64_URL_SAFE_NO_PAD.encode(thumbprint),
            "x5c": [BASE64_STANDARD.encode(&self.certificate)],
            "alg": "RS256",
        })
    }

    /// Whether everybody knows the private half: the key was made for tests.
    pub(crate) fn is_for_tests(&self) -> bool {
        self.kid.starts_with(FOR_TESTS)
    }

    fn verifier(&self) -> DecodingKey {
        let public = self.pair.public_key();
        DecodingKey::from_rsa_raw_components(
            public.modulus().big_endian_without_leading_zero(),
            public.exponent().big_endian_without_leading_zero(),
        )
    }
}

/// All signing keys of a tenant, ready for use.
pub(crate) struct SigningKeys {
    keys: Vec<SigningKey>,
    verifiers: Vec<(Arc<str>, DecodingKey)>,
    jwks: Bytes,
}

impl SigningKeys {
    /// The keys as they stand in the store, current first. `None` without a current key.
    pub(crate) fn new(keys: Vec<SigningKey>) -> Option<Self> {
        keys.iter().find(|key| key.state == State::Current)?;
        let good = || keys.iter().filter(|key| key.revoked_at.is_none());
        let jwks = json!({ "keys": good().map(SigningKey::jwk).collect::<Vec<_>>() });
        let verifiers = good()
            .map(|key| (Arc::clone(&key.kid), key.verifier()))
            .collect();
        Some(Self {
            verifiers,
            jwks: jwks.to_string().into(),
            keys,
        })
    }

    /// The document of `/.well-known/jwks.json`.
    pub(crate) fn jwks(&self) -> Bytes {
        self.jwks.clone()
    }

    fn current(&self) -> Option<&SigningKey> {
        self.keys.iter().find(|key| key.state == State::Current)
    }

    /// The certificate of the current key, in DER.
    pub(crate) fn certificate(&self) -> &[u8] {
        self.current().map_or(&[], |key| &key.certificate)
    }

    /// Signs with the current key.
    pub(crate) fn signer(&self, algorithm: Algorithm) -> Option<Signer> {
        let key = self.current()?;
        Some(Signer::Rsa {
            key: Arc::clone(&key.pair),
            kid: Arc::clone(&key.kid),
            algorithm,
        })
    }

    /// The key that verifies tokens with this `kid`; none once it was revoked.
    pub(crate) fn verifier(&self, kid: &str) -> Option<&DecodingKey> {
        let found = self.verifiers.iter().find(|(known, _)| **known == *kid)?;
        Some(&found.1)
    }

    /// All keys, for the Management API.
    pub(crate) fn all(&self) -> &[SigningKey] {
        &self.keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_current_key_signs_its_public_half_verifies() {
        let now = "2026-01-01T00:00:00Z".parse().unwrap();
        let made = NewSigningKey::generate("kid".to_owned(), "localhost", now).unwrap();
        let key = SigningKey::parse(
            "kid",
            State::Current,
            &made.private_key,
            made.certificate,
            None,
        );
        let keys = SigningKeys::new(vec![key.unwrap()]).unwrap();
        for algorithm in [Algorithm::Rs256, Algorithm::Ps256] {
            let signer = keys.signer(algorithm).unwrap();
            let token = signer
                .sign("JWT", &json!({"exp": 4_000_000_000_u64}))
                .unwrap();
            let named = algorithm.name().parse().unwrap();
            let validation = jsonwebtoken::Validation::new(named);
            let verifier = keys.verifier("kid").unwrap();
            jsonwebtoken::decode::<Value>(&token, verifier, &validation).unwrap();
        }
        let jwks: Value = serde_json::from_slice(&keys.jwks()).unwrap();
        assert_eq!(jwks["keys"][0]["kid"], "kid");
    }
}
