//! Private keys that sign.

use aws_lc_rs::error::Unspecified;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair,
    RSA_PKCS1_SHA256, RSA_PKCS1_SHA384, RSA_PKCS1_SHA512, RSA_PSS_SHA256, RSA_PSS_SHA384,
    RSA_PSS_SHA512, RsaEncoding, RsaKeyPair,
};
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::PemObject as _;

use super::Algorithm;

/// Why a private key is of no use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PrivateKeyError {
    /// There is none in the text: PKCS #8, PKCS #1 or SEC 1, in PEM, without a passphrase.
    #[error("no private key in PEM that is not encrypted")]
    Unreadable,
    /// It is of another kind, on another curve or too small.
    #[error("a key that does not fit the algorithm")]
    Unfit,
    /// The algorithm is unknown, or has no private key.
    #[error("no algorithm with a private key")]
    Algorithm,
}

/// A key that makes signatures.
pub(crate) enum SigningKey {
    Rsa(RsaKeyPair, &'static dyn RsaEncoding),
    Curve(EcdsaKeyPair),
    Edwards(Ed25519KeyPair),
}

impl SigningKey {
    /// Reads a PEM key that is to sign by `algorithm`.
    pub(crate) fn from_pem(pem: &[u8], algorithm: Algorithm) -> Result<Self, PrivateKeyError> {
        let der = PrivateKeyDer::from_pem_slice(pem).map_err(|_| PrivateKeyError::Unreadable)?;
        let rsa = |padding| Ok(Self::Rsa(rsa_of(&der)?, padding));
        let curve = |signing| {
            let pair = EcdsaKeyPair::from_private_key_der(signing, der.secret_der());
            pair.map(Self::Curve).map_err(|_| PrivateKeyError::Unfit)
        };
        match algorithm {
            Algorithm::Hs256 => Err(PrivateKeyError::Algorithm),
            Algorithm::Rs256 => rsa(&RSA_PKCS1_SHA256),
            Algorithm::Rs384 => rsa(&RSA_PKCS1_SHA384),
            Algorithm::Rs512 => rsa(&RSA_PKCS1_SHA512),
            Algorithm::Ps256 => rsa(&RSA_PSS_SHA256),
            Algorithm::Ps384 => rsa(&RSA_PSS_SHA384),
            Algorithm::Ps512 => rsa(&RSA_PSS_SHA512),
            Algorithm::Es256 => curve(&ECDSA_P256_SHA256_FIXED_SIGNING),
            Algorithm::Es384 => curve(&ECDSA_P384_SHA384_FIXED_SIGNING),
            Algorithm::EdDsa => {
                // Without its public half, as OpenSSL writes such keys.
                let pair = Ed25519KeyPair::from_pkcs8_maybe_unchecked(der.secret_der());
                pair.map(Self::Edwards).map_err(|_| PrivateKeyError::Unfit)
            }
        }
    }

    /// The signature over `message`, as JWS wants it: for ECDSA `r` and `s` one after the other.
    pub(crate) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Unspecified> {
        match self {
            Self::Rsa(pair, padding) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(*padding, &SystemRandom::new(), message, &mut signature)?;
                Ok(signature)
            }
            Self::Curve(pair) => {
                let signature = pair.sign(&SystemRandom::new(), message)?;
                Ok(signature.as_ref().to_vec())
            }
            Self::Edwards(pair) => Ok(pair.sign(message).as_ref().to_vec()),
        }
    }
}

fn rsa_of(der: &PrivateKeyDer<'_>) -> Result<RsaKeyPair, PrivateKeyError> {
    let pair = match der {
        PrivateKeyDer::Pkcs1(der) => RsaKeyPair::from_der(der.secret_pkcs1_der()),
        PrivateKeyDer::Pkcs8(der) => RsaKeyPair::from_pkcs8(der.secret_pkcs8_der()),
        _ => return Err(PrivateKeyError::Unfit),
    };
    pair.map_err(|_| PrivateKeyError::Unfit)
}
