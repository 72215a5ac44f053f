//! Keys that signatures are verified with.

use aws_lc_rs::hmac;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, RSA_PKCS1_2048_8192_SHA256,
    RSA_PSS_2048_8192_SHA256, RsaParameters, RsaPublicKeyComponents, UnparsedPublicKey,
    VerificationAlgorithm,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

use super::Algorithm;

/// A key that verifies: a secret, or one of the tenant's public keys.
#[derive(Clone)]
pub(crate) enum VerifyingKey {
    Secret(Box<hmac::Key>),
    Rsa {
        modulus: Vec<u8>,
        exponent: Vec<u8>,
    },
    /// A point on P-256, uncompressed (SEC 1, 2.3.3).
    P256(Vec<u8>),
    /// A point on P-384.
    P384(Vec<u8>),
}

impl VerifyingKey {
    /// The key of HS256.
    pub(crate) fn secret(bytes: &[u8]) -> Self {
        Self::Secret(Box::new(hmac::Key::new(hmac::HMAC_SHA256, bytes)))
    }

    /// Reads a public key (RFC 7518, 6); `None` for those of other kinds.
    pub(crate) fn of_jwk(jwk: &Value) -> Option<Self> {
        let text = |name: &str| jwk.get(name).and_then(Value::as_str);
        let number = |name: &str| URL_SAFE_NO_PAD.decode(text(name)?).ok();
        match (text("kty")?, text("crv")) {
            ("RSA", _) => Some(Self::Rsa {
                modulus: number("n")?,
                exponent: number("e")?,
            }),
            ("EC", Some(curve)) => {
                let point = [&[4], &*number("x")?, &*number("y")?].concat();
                match curve {
                    "P-256" => Some(Self::P256(point)),
                    "P-384" => Some(Self::P384(point)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Whether such a key makes signatures of this algorithm.
    pub(crate) fn fits(&self, algorithm: Algorithm) -> bool {
        match self {
            Self::Secret(_) => algorithm == Algorithm::Hs256,
            Self::Rsa { .. } => padding(algorithm).is_some(),
            Self::P256(_) => algorithm == Algorithm::Es256,
            Self::P384(_) => algorithm == Algorithm::Es384,
        }
    }

    /// Whether it made `signature` over `message` by this algorithm.
    pub(crate) fn has_signed(
        &self,
        message: &[u8],
        signature: &[u8],
        algorithm: Algorithm,
    ) -> bool {
        if !self.fits(algorithm) {
            return false;
        }
        let on_curve = |curve: &'static dyn VerificationAlgorithm, point: &Vec<u8>| {
            UnparsedPublicKey::new(curve, point).verify(message, signature)
        };
        let verified = match self {
            Self::Secret(key) => hmac::verify(key, message, signature),
            Self::Rsa { modulus, exponent } => {
                let Some(padding) = padding(algorithm) else {
                    return false;
                };
                let (n, e) = (modulus, exponent);
                RsaPublicKeyComponents { n, e }.verify(padding, message, signature)
            }
            Self::P256(point) => on_curve(&ECDSA_P256_SHA256_FIXED, point),
            Self::P384(point) => on_curve(&ECDSA_P384_SHA384_FIXED, point),
        };
        verified.is_ok()
    }
}

/// How RSA pads what it signs. Tokens of tenants are signed with SHA-256 alone.
fn padding(algorithm: Algorithm) -> Option<&'static RsaParameters> {
    match algorithm {
        Algorithm::Rs256 => Some(&RSA_PKCS1_2048_8192_SHA256),
        Algorithm::Ps256 => Some(&RSA_PSS_2048_8192_SHA256),
        _ => None,
    }
}
