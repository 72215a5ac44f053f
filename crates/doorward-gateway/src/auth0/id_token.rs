//! Whether an ID token is the tenant's, for this client, and of now (OpenID Connect Core 3.1.3.7).
//!
//! Stands here and not in the SDK's client because a gateway accepts several algorithms and, behind a custom
//! domain, two issuers.

use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde_json::{Map, Value};

/// By how much the tenant's clock may differ from ours.
const LEEWAY_SECONDS: i64 = 60;

/// What is wrong with an ID token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum IdTokenFault {
    #[error("it is no JWT")]
    Malformed,
    #[error("its algorithm is not among supportedSigningAlgs")]
    Algorithm,
    #[error("the tenant has no key like the one it names")]
    UnknownKey,
    #[error("its signature is wrong")]
    Signature,
    #[error("it has no sub")]
    Subject,
    #[error("its issuer is another")]
    Issuer,
    #[error("its audience is another")]
    Audience,
    #[error("it has expired, or says no exp")]
    Expired,
    #[error("it was issued in the future, or says no iat")]
    IssuedAt,
}

/// What the header of a token says of its signature.
pub(super) struct Signed {
    pub(super) algorithm: Algorithm,
    pub(super) kid: Option<String>,
}

/// Reads a token's header; the algorithm must be one of those `supported`.
pub(super) fn header(token: &str, supported: &[Algorithm]) -> Result<Signed, IdTokenFault> {
    let header = jsonwebtoken::decode_header(token).map_err(|_| IdTokenFault::Malformed)?;
    if !supported.contains(&header.alg) {
        return Err(IdTokenFault::Algorithm);
    }
    Ok(Signed {
        algorithm: header.alg,
        kid: header.kid,
    })
}

/// Whose tokens are accepted, and when.
pub(super) struct Judge<'j> {
    pub(super) issuers: &'j [String],
    pub(super) client_id: &'j str,
    pub(super) now: Timestamp,
}

impl Judge<'_> {
    /// The claims of a token, after its signature and every claim that matters were checked.
    pub(super) fn verify(
        &self,
        token: &str,
        key: &DecodingKey,
        algorithm: Algorithm,
    ) -> Result<Map<String, Value>, IdTokenFault> {
        let mut signature = Validation::new(algorithm);
        // The claims are judged below, by the clock of this process.
        signature.required_spec_claims.clear();
        signature.validate_exp = false;
        signature.validate_aud = false;
        let decoded = jsonwebtoken::decode::<Map<String, Value>>(token, key, &signature);
        let claims = decoded.map_err(|_| IdTokenFault::Signature)?.claims;
        self.check(&claims)?;
        Ok(claims)
    }

    fn check(&self, claims: &Map<String, Value>) -> Result<(), IdTokenFault> {
        let text = |name: &str| {
            claims
                .get(name)
                .and_then(Value::as_str)
                .filter(|text| !text.is_empty())
        };
        text("sub").ok_or(IdTokenFault::Subject)?;
        let issuer = text("iss").ok_or(IdTokenFault::Issuer)?;
        if !self.issuers.iter().any(|known| known == issuer) {
            return Err(IdTokenFault::Issuer);
        }
        let is_for_us = match claims.get("aud") {
            Some(Value::String(audience)) => audience == self.client_id,
            Some(Value::Array(list)) => {
                let is_named = list.iter().any(|audience| audience == self.client_id);
                // With several readers the token says for whom it was made.
                is_named && (list.len() == 1 || text("azp") == Some(self.client_id))
            }
            _ => false,
        };
        if !is_for_us {
            return Err(IdTokenFault::Audience);
        }
        let now = self.now.as_second();
        let seconds = |name: &str| {
            claims
                .get(name)
                .and_then(Value::as_f64)
                .map(|seconds| seconds as i64)
        };
        if seconds("exp").is_none_or(|end| end.saturating_add(LEEWAY_SECONDS) <= now) {
            return Err(IdTokenFault::Expired);
        }
        if seconds("iat").is_none_or(|start| start.saturating_sub(LEEWAY_SECONDS) > now) {
            return Err(IdTokenFault::IssuedAt);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use jsonwebtoken::{EncodingKey, Header, encode};
    use serde_json::json;

    use super::*;

    const NOW: i64 = 1_700_000_000;

    fn verdict(claims: Value, algorithm: Algorithm, secret: &[u8]) -> Result<String, IdTokenFault> {
        let token = encode(
            &Header::new(algorithm),
            &claims,
            &EncodingKey::from_secret(secret),
        )
        .expect("a token");
        let issuers = ["https://t/".to_owned(), "https://canonical/".to_owned()];
        let judge = Judge {
            issuers: &issuers,
            client_id: "c",
            now: Timestamp::from_second(NOW).expect("a time"),
        };
        let signed = header(&token, &[Algorithm::HS256])?;
        let claims = judge.verify(
            &token,
            &DecodingKey::from_secret(b"secret"),
            signed.algorithm,
        )?;
        Ok(claims["sub"].as_str().expect("a text").to_owned())
    }

    fn good() -> Value {
        json!({ "iss": "https://t/", "sub": "u", "aud": "c", "exp": NOW + 1, "iat": NOW })
    }

    fn with(name: &str, value: Value) -> Result<String, IdTokenFault> {
        let mut claims = good();
        claims[name] = value;
        verdict(claims, Algorithm::HS256, b"secret")
    }

    #[test]
    fn a_good_token_is_accepted() {
        assert_eq!(
            verdict(good(), Algorithm::HS256, b"secret").as_deref(),
            Ok("u")
        );
        assert_eq!(with("iss", json!("https://canonical/")).as_deref(), Ok("u"));
        assert_eq!(with("aud", json!(["c"])).as_deref(), Ok("u"));
        assert_eq!(with("exp", json!(NOW - 59)).as_deref(), Ok("u"));
        assert_eq!(with("iat", json!(NOW + 60)).as_deref(), Ok("u"));
    }

    #[test]
    fn every_wrong_claim_is_refused() {
        for (name, value, fault) in [
            ("iss", json!("https://t"), IdTokenFault::Issuer),
            ("iss", json!(1), IdTokenFault::Issuer),
            ("sub", json!(""), IdTokenFault::Subject),
            ("aud", json!("d"), IdTokenFault::Audience),
            ("aud", json!(["c", "d"]), IdTokenFault::Audience),
            ("aud", json!([]), IdTokenFault::Audience),
            ("exp", json!(NOW - 60), IdTokenFault::Expired),
            ("exp", json!("later"), IdTokenFault::Expired),
            ("iat", json!(NOW + 61), IdTokenFault::IssuedAt),
            ("iat", json!(null), IdTokenFault::IssuedAt),
        ] {
            assert_eq!(with(name, value.clone()), Err(fault), "{name}: {value}");
        }
    }

    #[test]
    fn a_wrong_signature_or_algorithm_is_refused() {
        assert_eq!(
            verdict(good(), Algorithm::HS256, b"other"),
            Err(IdTokenFault::Signature)
        );
        assert_eq!(
            verdict(good(), Algorithm::HS384, b"secret"),
            Err(IdTokenFault::Algorithm)
        );
        for token in ["", "a.b.c", "eyJhbGciOiJub25lIn0.e30."] {
            assert!(header(token, &[Algorithm::HS256]).is_err(), "{token}");
        }
    }
}
