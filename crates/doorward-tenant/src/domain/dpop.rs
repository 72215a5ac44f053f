//! Proofs that whoever sends a request holds a key (RFC 9449).

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::Timestamp;
use jsonwebtoken::jwk::{AlgorithmParameters, EllipticCurve, Jwk, ThumbprintHash};
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde::Deserialize;
use serde_json::Value;
use subtle::ConstantTimeEq as _;
use url::Url;

use crate::secret::sha256;

/// For how many seconds a proof counts, before and after the time in it.
pub(crate) const PROOF_SECONDS: i64 = 300;
/// For how many minutes a nonce counts.
pub(crate) const NONCE_MINUTES: i64 = 5;

const LONGEST_PROOF: usize = 4096;
const LONGEST_ID: usize = 256;
/// Characters of a coordinate on P-256 in base64url.
const COORDINATE: usize = 43;

/// Why a proof proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum DpopFault {
    #[error("Exactly one DPoP proof is needed")]
    NotOne,
    #[error("The DPoP proof is malformed")]
    Malformed,
    #[error("The DPoP proof must be signed with ES256")]
    Algorithm,
    #[error("The signature of the DPoP proof is invalid")]
    Signature,
    #[error("The DPoP proof has another htm than the request")]
    Method,
    #[error("The DPoP proof has another htu than the request")]
    Target,
    #[error("The DPoP proof is for another access token")]
    Token,
    #[error("The DPoP proof is too old or from the future")]
    Time,
    #[error("The DPoP proof was used before")]
    Replayed,
    #[error("Authorization server requires nonce in DPoP proof")]
    Nonce,
}

/// What a proof is to be for.
pub(crate) struct Request<'r> {
    pub(crate) method: &'r str,
    /// Whether a URL without query and fragment is the one that was asked for.
    pub(crate) is_target: &'r dyn Fn(&Url) -> bool,
    /// The token that comes with it, where one does.
    pub(crate) access_token: Option<&'r str>,
}

/// A proof that holds, unless it was seen before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Proof {
    /// Of the key (RFC 7638), 43 characters.
    pub(crate) thumbprint: String,
    pub(crate) id: String,
    pub(crate) nonce: Option<String>,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    typ: Option<String>,
    jwk: Option<Value>,
    crit: Option<Value>,
}

#[derive(Deserialize)]
struct Claims {
    jti: String,
    htm: String,
    htu: String,
    iat: f64,
    nonce: Option<String>,
    ath: Option<String>,
}

impl Proof {
    /// Judges a proof by all that RFC 9449, 4.3 asks for but its nonce and whether it is new.
    pub(crate) fn verify(
        proof: &str,
        request: &Request<'_>,
        now: Timestamp,
    ) -> Result<Self, DpopFault> {
        let (key, thumbprint) = key(proof)?;
        let mut validation = Validation::new(Algorithm::ES256);
        validation.required_spec_claims.clear();
        validation.validate_exp = false;
        validation.validate_aud = false;
        let read = jsonwebtoken::decode::<Claims>(proof, &key, &validation);
        let claims = read.map_err(|error| match error.kind() {
            jsonwebtoken::errors::ErrorKind::Json(_) => DpopFault::Malformed,
            _ => DpopFault::Signature,
        })?;
        let claims = claims.claims;
        if claims.jti.is_empty() || claims.jti.len() > LONGEST_ID {
            return Err(DpopFault::Malformed);
        }
        if claims.htm != request.method {
            return Err(DpopFault::Method);
        }
        if !Url::parse(&claims.htu).is_ok_and(|url| (request.is_target)(&url)) {
            return Err(DpopFault::Target);
        }
        if (claims.iat - now.as_second() as f64).abs() > PROOF_SECONDS as f64 {
            return Err(DpopFault::Time);
        }
        if let Some(token) = request.access_token {
            let hash = BASE64_URL_SAFE_NO_PAD.encode(sha256(token.as_bytes()));
            let ath = claims.ath.unwrap_or_default();
            if !bool::from(hash.as_bytes().ct_eq(ath.as_bytes())) {
                return Err(DpopFault::Token);
            }
        }
        Ok(Self {
            thumbprint,
            id: claims.jti,
            nonce: claims.nonce,
        })
    }
}

/// The key that a proof names as its own.
fn key(proof: &str) -> Result<(DecodingKey, String), DpopFault> {
    if proof.len() > LONGEST_PROOF {
        return Err(DpopFault::Malformed);
    }
    let header = proof.split('.').next().unwrap_or_default();
    let header = BASE64_URL_SAFE_NO_PAD.decode(header).ok();
    let header: Option<Header> = header.and_then(|json| serde_json::from_slice(&json).ok());
    let header = header.ok_or(DpopFault::Malformed)?;
    if header.typ.as_deref() != Some("dpop+jwt") || header.crit.is_some() {
        return Err(DpopFault::Malformed);
    }
    if header.alg != "ES256" {
        return Err(DpopFault::Algorithm);
    }
    // A private key that has travelled is nobody's alone.
    let jwk = header.jwk.filter(|jwk| jwk.get("d").is_none());
    let jwk: Option<Jwk> = jwk.and_then(|jwk| serde_json::from_value(jwk).ok());
    let jwk = jwk.ok_or(DpopFault::Malformed)?;
    let is_good = matches!(
        &jwk.algorithm,
        AlgorithmParameters::EllipticCurve(key)
            if key.curve == EllipticCurve::P256
                && [&key.x, &key.y].iter().all(|part| part.len() == COORDINATE)
    );
    let thumbprint = jwk.thumbprint(ThumbprintHash::SHA256);
    match (DecodingKey::from_jwk(&jwk), thumbprint) {
        (Ok(key), Ok(thumbprint)) if is_good => Ok((key, thumbprint)),
        _ => Err(DpopFault::Malformed),
    }
}

/// Whether a text can be the thumbprint of a key: SHA-256 in base64url.
pub(crate) fn is_thumbprint(text: &str) -> bool {
    let decoded = BASE64_URL_SAFE_NO_PAD.decode(text);
    decoded.is_ok_and(|hash| hash.len() == 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The proof of RFC 9449, 7.1, and the access token it is for.
    const PROOF: &str = "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9.2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA";
    const TOKEN: &str = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";

    fn judged(
        proof: &str,
        method: &str,
        path: &str,
        token: &str,
        second: i64,
    ) -> Result<Proof, DpopFault> {
        let request = Request {
            method,
            is_target: &|url| url.path() == path,
            access_token: Some(token),
        };
        Proof::verify(proof, &request, Timestamp::from_second(second).unwrap())
    }

    #[test]
    fn the_proof_of_the_rfc_holds_for_its_request_token_and_time() {
        let (path, second) = ("/protectedresource", 1_562_262_618);
        let good = judged(PROOF, "GET", path, TOKEN, second).unwrap();
        assert_eq!(
            good.thumbprint,
            "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"
        );
        assert!(is_thumbprint(&good.thumbprint) && !is_thumbprint("x"));
        assert_eq!((good.id.as_str(), good.nonce), ("e1j3V_bKic8-LAEB", None));
        assert!(judged(PROOF, "GET", path, TOKEN, second + 300).is_ok());
        let fault = |method, path, token, second| judged(PROOF, method, path, token, second).err();
        assert_eq!(fault("POST", path, TOKEN, second), Some(DpopFault::Method));
        assert_eq!(fault("GET", "/", TOKEN, second), Some(DpopFault::Target));
        assert_eq!(fault("GET", path, "other", second), Some(DpopFault::Token));
        for late in [second + 301, second - 301] {
            assert_eq!(fault("GET", path, TOKEN, late), Some(DpopFault::Time));
        }
    }

    #[test]
    fn what_is_no_proof_is_refused() {
        let with_header = |header: Value| {
            let (_, rest) = PROOF.split_once('.').unwrap();
            let header = BASE64_URL_SAFE_NO_PAD.encode(header.to_string());
            judged(
                &format!("{header}.{rest}"),
                "GET",
                "/protectedresource",
                TOKEN,
                1_562_262_618,
            )
        };
        let header = PROOF.split('.').next().unwrap();
        let header: Value =
            serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(header).unwrap()).unwrap();
        let changed = |name: &str, value: Value| {
            let mut header = header.clone();
            header[name] = value;
            with_header(header).unwrap_err()
        };
        // The same header in other words: its signature is another.
        assert_eq!(changed("x", 1.into()), DpopFault::Signature);
        assert_eq!(changed("typ", "JWT".into()), DpopFault::Malformed);
        assert_eq!(
            changed("crit", serde_json::json!(["b64"])),
            DpopFault::Malformed
        );
        assert_eq!(changed("alg", "none".into()), DpopFault::Algorithm);
        assert_eq!(changed("alg", "HS256".into()), DpopFault::Algorithm);
        let mut jwk = header["jwk"].clone();
        jwk["d"] = "AAAA".into();
        assert_eq!(changed("jwk", jwk), DpopFault::Malformed);
        let symmetric = serde_json::json!({ "kty": "oct", "k": "AAAA" });
        assert_eq!(changed("jwk", symmetric), DpopFault::Malformed);
        let mut short = header["jwk"].clone();
        short["x"] = "AAAA".into();
        assert_eq!(changed("jwk", short), DpopFault::Malformed);
        for text in ["", "x", "..", "a.b.c"] {
            assert_eq!(
                judged(text, "GET", "/", TOKEN, 0),
                Err(DpopFault::Malformed)
            );
        }
    }
}
