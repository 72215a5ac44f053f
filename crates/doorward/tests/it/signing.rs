//! Keys of a tenant, and the ID tokens they sign.

use std::sync::LazyLock;

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use doorward::jiff::Timestamp;
use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};

use crate::server::Answer;

/// A key pair for RSA signatures.
pub(crate) struct TenantKey {
    pub(crate) pem: String,
    encoding: EncodingKey,
    modulus: String,
    exponent: String,
}

impl TenantKey {
    fn generate() -> Self {
        let pair = KeyPair::generate(KeySize::Rsa2048).unwrap();
        let der = AsDer::<Pkcs8V1Der>::as_der(&pair).unwrap();
        let pem = format!(
            "-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n",
            STANDARD.encode(der.as_ref())
        );
        let public = pair.public_key();
        let encode = |number: &[u8]| URL_SAFE_NO_PAD.encode(number);
        Self {
            encoding: EncodingKey::from_rsa_pem(pem.as_bytes()).unwrap(),
            modulus: encode(public.modulus().big_endian_without_leading_zero()),
            exponent: encode(public.exponent().big_endian_without_leading_zero()),
            pem,
        }
    }

    /// The public half under a name.
    pub(crate) fn jwk(&self, kid: &str) -> Value {
        json!({ "kty": "RSA", "use": "sig", "kid": kid, "n": self.modulus, "e": self.exponent })
    }

    /// A token with these claims, signed by this key under a name.
    pub(crate) fn sign(&self, algorithm: Algorithm, kid: &str, claims: &Value) -> String {
        let header = Header {
            kid: Some(kid.to_owned()),
            ..Header::new(algorithm)
        };
        jsonwebtoken::encode(&header, claims, &self.encoding).unwrap()
    }
}

/// A key pair on P-256.
pub(crate) struct CurveKey {
    pub(crate) pem: String,
    encoding: EncodingKey,
}

impl CurveKey {
    fn generate() -> Self {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap();
        let der = pair.to_pkcs8v1().unwrap();
        Self {
            encoding: EncodingKey::from_ec_der(der.as_ref()),
            pem: format!(
                "-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n",
                STANDARD.encode(der.as_ref())
            ),
        }
    }

    /// The public half under a name.
    pub(crate) fn jwk(&self, kid: &str) -> Value {
        let jwk = Jwk::from_encoding_key(&self.encoding, Algorithm::ES256).unwrap();
        let all = serde_json::to_value(jwk).unwrap();
        json!({ "kty": "EC", "crv": "P-256", "use": "sig", "kid": kid, "x": all["x"], "y": all["y"] })
    }

    /// A token with these claims, signed by this key under a name.
    pub(crate) fn sign(&self, kid: &str, claims: &Value) -> String {
        let header = Header {
            kid: Some(kid.to_owned()),
            ..Header::new(Algorithm::ES256)
        };
        jsonwebtoken::encode(&header, claims, &self.encoding).unwrap()
    }
}

/// A key of the tenant on a curve.
pub(crate) static CURVE_KEY: LazyLock<CurveKey> = LazyLock::new(CurveKey::generate);
/// The key the tenant signs with.
pub(crate) static KEY: LazyLock<TenantKey> = LazyLock::new(TenantKey::generate);
/// A key that is not the tenant's.
pub(crate) static OTHER_KEY: LazyLock<TenantKey> = LazyLock::new(TenantKey::generate);

/// The key set of a tenant.
pub(crate) fn jwks(keys: &[Value]) -> Answer {
    Answer::json(200, json!({ "keys": keys }))
}

/// The time in all tests of ID tokens.
pub(crate) fn now() -> Timestamp {
    "2026-06-01T12:00:00Z".parse().unwrap()
}

/// Claims nobody can object to, with some of them replaced, or removed by `null`.
pub(crate) fn claims(changes: Value) -> Value {
    let second = now().as_second();
    let mut claims = json!({
        "iss": "https://tenant.test/", "sub": "auth0|1", "aud": "CID",
        "iat": second, "exp": second + 3600,
    });
    let all = claims.as_object_mut().unwrap();
    for (name, value) in changes.as_object().unwrap() {
        match value {
            Value::Null => all.shift_remove(name),
            value => all.insert(name.clone(), value.clone()),
        };
    }
    claims
}
