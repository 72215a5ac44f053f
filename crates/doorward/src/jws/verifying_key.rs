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

/// A key that verifies: a secret or a public key.
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
                modulus: without_leading_zeros(number("n")?),
                exponent: without_leading_zeros(number("e")?),
            }),
            ("EC", Some(curve)) => {
                let (bytes, key): (usize, fn(Vec<u8>) -> Self) = match curve {
                    "P-256" => (32, Self::P256),
                    "P-384" => (48, Self::P384),
                    _ => return None,
                };
                let (x, y) = (number("x")?, number("y")?);
                // Both in full (RFC 7518, 6.2.1.2): one key has one form, and so one thumbprint.
                (x.len() == bytes && y.len() == bytes).then(|| key([&[4], &*x, &*y].concat()))
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

/// Some issuers write numbers with a zero byte before them.
fn without_leading_zeros(mut number: Vec<u8>) -> Vec<u8> {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    number.drain(..zeros);
    number
}

/// How RSA pads what it signs. Tokens of tenants are signed with SHA-256 alone.
fn padding(algorithm: Algorithm) -> Option<&'static RsaParameters> {
    match algorithm {
        Algorithm::Rs256 => Some(&RSA_PKCS1_2048_8192_SHA256),
        Algorithm::Ps256 => Some(&RSA_PSS_2048_8192_SHA256),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn coordinates_of_a_point_come_in_full() {
        let read = |x: usize, y: usize| {
            let number = |bytes: usize| URL_SAFE_NO_PAD.encode(vec![7; bytes]);
            let jwk = json!({ "kty": "EC", "crv": "P-256", "x": number(x), "y": number(y) });
            VerifyingKey::of_jwk(&jwk)
        };
        assert!(read(32, 32).is_some());
        assert!(read(31, 33).is_none());
        assert!(read(33, 32).is_none());
    }

    #[test]
    fn a_zero_before_a_modulus_is_no_part_of_it() {
        assert_eq!(without_leading_zeros(vec![0, 0, 5, 0]), [5, 0]);
    }
}
