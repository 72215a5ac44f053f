//! Signed tokens in compact form, taken apart. Nothing here trusts what it reads.

mod algorithm;
mod signing_key;
mod verifying_key;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

pub(crate) use self::algorithm::Algorithm;
pub use self::signing_key::PrivateKeyError;
pub(crate) use self::signing_key::SigningKey;
pub(crate) use self::verifying_key::VerifyingKey;

/// A token longer than this is none of Auth0's, and not worth the work.
const LIMIT_BYTES: usize = 64 * 1024;

/// The text is no JWS.
#[derive(Debug)]
pub(crate) struct Malformed;

/// The header of a JWS (RFC 7515, 4.1).
#[derive(Debug, Deserialize)]
pub(crate) struct JoseHeader {
    pub(crate) alg: String,
    pub(crate) typ: Option<String>,
    pub(crate) kid: Option<String>,
    /// The signer's own public key, in DPoP proofs.
    pub(crate) jwk: Option<Value>,
    /// What a reader has to understand, or refuse the token. We understand no extension.
    crit: Option<Value>,
}

/// A JWS in compact form (RFC 7515, 7.1), cut where its dots are.
pub(crate) struct Compact<'a> {
    /// Header and payload with the dot between them: what the signature is over.
    signed: &'a str,
    header: &'a str,
    payload: &'a str,
    signature: &'a str,
}

impl<'a> Compact<'a> {
    pub(crate) fn split(token: &'a str) -> Result<Self, Malformed> {
        if token.len() > LIMIT_BYTES {
            return Err(Malformed);
        }
        let (signed, signature) = token.rsplit_once('.').ok_or(Malformed)?;
        let (header, payload) = signed.split_once('.').ok_or(Malformed)?;
        Ok(Self {
            signed,
            header,
            payload,
            signature,
        })
    }

    pub(crate) fn header(&self) -> Result<JoseHeader, Malformed> {
        let header: JoseHeader = read(self.header)?;
        match header.crit {
            Some(_) => Err(Malformed),
            None => Ok(header),
        }
    }

    pub(crate) fn payload(&self) -> Result<Map<String, Value>, Malformed> {
        read(self.payload)
    }

    /// Whether `key` made the signature.
    pub(crate) fn is_signed_by(&self, key: &VerifyingKey, algorithm: Algorithm) -> bool {
        let signature = URL_SAFE_NO_PAD.decode(self.signature);
        let is_by_key =
            |signature: Vec<u8>| key.has_signed(self.signed.as_bytes(), &signature, algorithm);
        signature.is_ok_and(is_by_key)
    }
}

fn read<T: DeserializeOwned>(part: &str) -> Result<T, Malformed> {
    let bytes = URL_SAFE_NO_PAD.decode(part).map_err(|_| Malformed)?;
    serde_json::from_slice(&bytes).map_err(|_| Malformed)
}

/// Whole seconds of a NumericDate (RFC 7519, 2), which may have a fraction.
pub(crate) fn seconds(value: &Value) -> Option<i64> {
    value
        .as_i64()
        .or_else(|| value.as_f64().map(|number| number.floor() as i64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_that_must_be_understood_are_refused() {
        let header = |text: &str| {
            let token = format!("{}.e30.c2ln", URL_SAFE_NO_PAD.encode(text));
            Compact::split(&token).and_then(|token| token.header())
        };
        assert!(header(r#"{"alg":"RS256"}"#).is_ok());
        assert!(header(r#"{"alg":"RS256","crit":["exp"],"exp":1}"#).is_err());
    }
}
