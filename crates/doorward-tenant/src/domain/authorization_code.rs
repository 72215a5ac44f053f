//! What an authorization code stands for, and what it takes to exchange it.

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq as _;

use super::impersonation::Impersonator;

/// How long a code waits for its exchange, in seconds (RFC 6749, 4.1.2 recommends ten minutes at
/// most).
pub(crate) const CODE_SECONDS: i64 = 600;

/// A code as its row tells it.
#[derive(Debug, Clone)]
pub(crate) struct AuthorizationCode {
    pub(crate) client_id: String,
    pub(crate) grant: CodeGrant,
    pub(crate) expires_at: Timestamp,
    pub(crate) used_at: Option<Timestamp>,
    /// Of the refresh tokens it buys.
    pub(crate) family: String,
}

/// What a code was issued for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CodeGrant {
    pub(crate) user_id: String,
    pub(crate) session_id: Option<String>,
    pub(crate) connection_id: String,
    /// Set when `/authorize` named it: then the exchange must name the same.
    pub(crate) redirect_uri: Option<String>,
    /// Challenge of RFC 7636, method S256.
    pub(crate) code_challenge: Option<String>,
    /// What was granted.
    pub(crate) scope: String,
    /// What was asked for.
    pub(crate) requested_scope: String,
    pub(crate) audience: Option<String>,
    pub(crate) nonce: Option<String>,
    /// Seconds since 1970; set when the ID token tells it.
    pub(crate) auth_time: Option<i64>,
    /// When credentials were checked, in seconds since 1970.
    pub(crate) authenticated_at: i64,
    /// Whether tokens came from `/authorize` too.
    pub(crate) is_hybrid: bool,
    /// Who stands in the user's place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) impersonator: Option<Impersonator>,
    /// The thumbprint of the key that the exchange must prove (RFC 9449, 10).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) dpop_jkt: Option<String>,
}

/// Why a code buys nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum CodeFault {
    #[error("no such code for this client")]
    Unknown,
    #[error("expired")]
    Expired,
    /// A copy is in other hands: what it bought ends (RFC 6749, 4.1.2; RFC 9700, 2.1.1).
    #[error("used again")]
    Reused,
    #[error("redirect_uri differs")]
    RedirectUri { expected: String },
    #[error("code_verifier is missing")]
    MissingVerifier,
    #[error("code_verifier does not fit")]
    Verifier,
    #[error("bound to a key that was not proven to be there")]
    Key,
}

impl AuthorizationCode {
    /// Whether the code buys an exchange at `now`.
    pub(crate) fn present(
        &self,
        redirect_uri: Option<&str>,
        code_verifier: Option<&str>,
        now: Timestamp,
    ) -> Result<(), CodeFault> {
        if self.used_at.is_some() {
            return Err(CodeFault::Reused);
        }
        if self.expires_at <= now {
            return Err(CodeFault::Expired);
        }
        if let Some(expected) = &self.grant.redirect_uri
            && redirect_uri != Some(expected)
        {
            return Err(CodeFault::RedirectUri {
                expected: expected.clone(),
            });
        }
        match (&self.grant.code_challenge, code_verifier) {
            (None, None) => Ok(()),
            // A verifier without a challenge: somebody removed the challenge on the way (RFC 9700, 4.8.2).
            (None, Some(_)) => Err(CodeFault::Verifier),
            (Some(_), None) => Err(CodeFault::MissingVerifier),
            (Some(challenge), Some(verifier)) if fits(challenge, verifier) => Ok(()),
            (Some(_), Some(_)) => Err(CodeFault::Verifier),
        }
    }

    /// Whether a client that holds the key of this thumbprint, or none, may exchange the code.
    pub(crate) fn is_for(&self, key: Option<&str>) -> Result<(), CodeFault> {
        match &self.grant.dpop_jkt {
            Some(bound) if key != Some(bound) => Err(CodeFault::Key),
            _ => Ok(()),
        }
    }
}

/// RFC 7636, 4.6: `S256`.
fn fits(challenge: &str, verifier: &str) -> bool {
    let hash = BASE64_URL_SAFE_NO_PAD.encode(digest(&SHA256, verifier.as_bytes()));
    (43..=128).contains(&verifier.len()) && bool::from(hash.as_bytes().ct_eq(challenge.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn code() -> AuthorizationCode {
        AuthorizationCode {
            client_id: "client".to_owned(),
            grant: CodeGrant {
                user_id: "auth0|1".to_owned(),
                session_id: None,
                connection_id: "con".to_owned(),
                redirect_uri: Some("https://app.example/cb".to_owned()),
                code_challenge: Some(CHALLENGE.to_owned()),
                scope: String::new(),
                requested_scope: String::new(),
                audience: None,
                nonce: None,
                auth_time: None,
                authenticated_at: 0,
                is_hybrid: false,
                impersonator: None,
                dpop_jkt: None,
            },
            expires_at: at(CODE_SECONDS),
            used_at: None,
            family: String::new(),
        }
    }

    #[test]
    fn a_code_is_exchanged_with_the_verifier_of_rfc_7636_and_the_same_redirect_uri() {
        let uri = Some("https://app.example/cb");
        assert_eq!(code().present(uri, Some(VERIFIER), at(599)), Ok(()));
        assert_eq!(
            code().present(uri, Some(VERIFIER), at(600)),
            Err(CodeFault::Expired)
        );
        assert_eq!(
            code().present(uri, None, at(0)),
            Err(CodeFault::MissingVerifier)
        );
        assert_eq!(
            code().present(uri, Some(CHALLENGE), at(0)),
            Err(CodeFault::Verifier)
        );
        let expected = "https://app.example/cb".to_owned();
        let wrong = Err(CodeFault::RedirectUri { expected });
        assert_eq!(code().present(None, Some(VERIFIER), at(0)), wrong);
        assert_eq!(
            code().present(Some("https://app.example/cb/"), Some(VERIFIER), at(0)),
            wrong
        );
    }

    #[test]
    fn a_used_code_is_told_from_an_unknown_one_whatever_comes_with_it() {
        let used = AuthorizationCode {
            used_at: Some(at(1)),
            ..code()
        };
        assert_eq!(used.present(None, None, at(2)), Err(CodeFault::Reused));
    }

    #[test]
    fn a_verifier_nobody_announced_is_refused() {
        let mut code = code();
        code.grant.code_challenge = None;
        let uri = Some("https://app.example/cb");
        assert_eq!(
            code.present(uri, Some(VERIFIER), at(0)),
            Err(CodeFault::Verifier)
        );
        assert_eq!(code.present(uri, None, at(0)), Ok(()));
    }
}
