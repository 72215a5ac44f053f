//! Proofs of others, judged (RFC 9449, 4.3).

use http::Method;
use jiff::Timestamp;
use url::Url;

use super::{target, thumbprint, token_hash};
use crate::jws::{Algorithm, Compact, Malformed, VerifyingKey, seconds};

/// For how many seconds a proof counts, before and after its own time.
pub(super) const WINDOW_SECONDS: i64 = 60;

/// Why a proof proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DpopError {
    /// There is none, or more than one.
    #[error("exactly one DPoP proof is needed")]
    Missing,
    /// It is no signed proof with a public key in its header.
    #[error("the DPoP proof is malformed")]
    Malformed,
    /// It is signed in a way that is not taken: ES256 and ES384 are.
    #[error("the DPoP proof is signed with another algorithm than ES256 or ES384")]
    Algorithm,
    /// The key in its header did not sign it.
    #[error("the signature of the DPoP proof does not verify")]
    Signature,
    /// It is for another request.
    #[error("the DPoP proof is for another request")]
    Request,
    /// It is for another access token.
    #[error("the DPoP proof is for another access token")]
    Token,
    /// It was made too long ago, or will be.
    #[error("the DPoP proof is too old or from the future")]
    Time,
    /// It was seen before.
    #[error("the DPoP proof was used before")]
    Replay,
    /// The access token is bound to another key.
    #[error("the access token is bound to another key")]
    Binding,
}

impl From<Malformed> for DpopError {
    fn from(Malformed: Malformed) -> Self {
        Self::Malformed
    }
}

/// What a proof has shown: that whoever made the request holds the key of this thumbprint.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DpopProof {
    /// The SHA-256 thumbprint of the key (RFC 7638).
    pub thumbprint: String,
    /// The proof's id.
    pub jti: String,
    /// The nonce in it.
    pub nonce: Option<String>,
}

impl DpopProof {
    /// Judges a proof for a request that carries `access_token`. Whether it was seen before is
    /// not known here.
    ///
    /// # Errors
    ///
    /// [`DpopError`] names what is wrong with it.
    pub fn verify(
        proof: &str,
        method: &Method,
        url: &Url,
        access_token: Option<&str>,
        now: Timestamp,
    ) -> Result<Self, DpopError> {
        let token = Compact::split(proof)?;
        let header = token.header()?;
        if header.typ.as_deref() != Some("dpop+jwt") {
            return Err(DpopError::Malformed);
        }
        let algorithm = match header.alg.as_str() {
            "ES256" => Algorithm::Es256,
            "ES384" => Algorithm::Es384,
            _ => return Err(DpopError::Algorithm),
        };
        let jwk = header.jwk.ok_or(DpopError::Malformed)?;
        if jwk.get("d").is_some() {
            return Err(DpopError::Malformed);
        }
        let key = VerifyingKey::of_jwk(&jwk).ok_or(DpopError::Malformed)?;
        if !token.is_signed_by(&key, algorithm) {
            return Err(DpopError::Signature);
        }
        let claims = token.payload()?;
        let text = |name: &str| claims.get(name).and_then(|value| value.as_str());
        let is_this = |htu: &str| Url::parse(htu).is_ok_and(|htu| target(&htu) == target(url));
        if text("htm") != Some(method.as_str()) || !text("htu").is_some_and(is_this) {
            return Err(DpopError::Request);
        }
        let issued_at = claims.get("iat").and_then(seconds);
        let issued_at = issued_at.ok_or(DpopError::Malformed)?;
        if now.as_second().abs_diff(issued_at) > WINDOW_SECONDS.unsigned_abs() {
            return Err(DpopError::Time);
        }
        if let Some(access_token) = access_token
            && text("ath") != Some(&token_hash(access_token))
        {
            return Err(DpopError::Token);
        }
        Ok(Self {
            thumbprint: thumbprint(&jwk),
            jti: text("jti").ok_or(DpopError::Malformed)?.to_owned(),
            nonce: text("nonce").map(str::to_owned),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{DpopKey, Proof};
    use super::*;

    /// The proof of RFC 9449, 4.1.
    const TOKEN_REQUEST: &str = "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg";

    /// The proof of RFC 9449, 7.1, and the access token it is for.
    const API_REQUEST: &str = "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9.2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA";
    const ACCESS_TOKEN: &str = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn url(text: &str) -> Url {
        text.parse().unwrap()
    }

    #[test]
    fn the_proofs_of_the_rfc_hold() {
        let token_url = url("https://server.example.com/token");
        let proof = DpopProof::verify(
            TOKEN_REQUEST,
            &Method::POST,
            &token_url,
            None,
            at(1562262616),
        );
        let proof = proof.unwrap();
        assert_eq!(proof.jti, "-BwC3ESc6acc2lTc");
        assert_eq!(
            proof.thumbprint,
            "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"
        );
        let api_url = url("https://resource.example.org/protectedresource?page=1");
        let proof = DpopProof::verify(
            API_REQUEST,
            &Method::GET,
            &api_url,
            Some(ACCESS_TOKEN),
            at(1562262618),
        );
        assert_eq!(proof.unwrap().jti, "e1j3V_bKic8-LAEB");
    }

    #[test]
    fn a_proof_is_for_one_request_one_token_and_a_short_time() {
        let api_url = url("https://resource.example.org/protectedresource");
        let other_url = url("https://resource.example.org/other");
        let verify = |method: &Method, url: &Url, token: &str, second: i64| {
            DpopProof::verify(API_REQUEST, method, url, Some(token), at(second)).unwrap_err()
        };
        let second = 1562262618;
        for (error, expected) in [
            (
                verify(&Method::POST, &api_url, ACCESS_TOKEN, second),
                DpopError::Request,
            ),
            (
                verify(&Method::GET, &other_url, ACCESS_TOKEN, second),
                DpopError::Request,
            ),
            (
                verify(&Method::GET, &api_url, "other", second),
                DpopError::Token,
            ),
            (
                verify(&Method::GET, &api_url, ACCESS_TOKEN, second + 61),
                DpopError::Time,
            ),
            (
                verify(&Method::GET, &api_url, ACCESS_TOKEN, second - 61),
                DpopError::Time,
            ),
        ] {
            assert_eq!(error, expected);
        }
    }

    #[test]
    fn our_own_proofs_hold_and_forged_ones_do_not() {
        let key = DpopKey::generate().unwrap();
        let url = url("https://tenant.test/oauth/token?x=1");
        let proof = key
            .prove(&Proof {
                nonce: Some("n"),
                now: Some(at(1000)),
                ..Proof::new(&Method::POST, &url)
            })
            .unwrap();
        let judged = DpopProof::verify(&proof, &Method::POST, &url, None, at(1000)).unwrap();
        assert_eq!(judged.thumbprint, key.thumbprint());
        assert_eq!(judged.nonce.as_deref(), Some("n"));

        let other = key.prove(&Proof::new(&Method::POST, &url)).unwrap();
        let (signed, _) = proof.rsplit_once('.').unwrap();
        let (_, signature) = other.rsplit_once('.').unwrap();
        let forged = format!("{signed}.{signature}");
        assert_eq!(
            DpopProof::verify(&forged, &Method::POST, &url, None, at(1000)),
            Err(DpopError::Signature)
        );
        for text in ["", "a.b.c", "..", "x"] {
            assert_eq!(
                DpopProof::verify(text, &Method::POST, &url, None, at(1000)),
                Err(DpopError::Malformed)
            );
        }
    }
}
