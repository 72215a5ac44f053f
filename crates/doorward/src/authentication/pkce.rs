//! Proof Key for Code Exchange (RFC 7636).

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::error::Error;
use crate::random;
use crate::secret::Secret;

/// A verifier that stays with the program, and its challenge that goes to `/authorize`.
///
/// ```
/// use doorward::authentication::Pkce;
///
/// let pkce = Pkce::from_verifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
/// assert_eq!(pkce.challenge, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Pkce {
    /// Keep it with the `state`; it goes into
    /// [`AuthorizationCodeGrantWithPkce`](super::AuthorizationCodeGrantWithPkce).
    pub verifier: Secret,
    /// The parameter `code_challenge`, with `code_challenge_method=S256`.
    pub challenge: String,
}

impl Pkce {
    /// A fresh pair; the verifier has 43 characters from 32 random bytes.
    ///
    /// # Errors
    ///
    /// When the operating system gives no randomness.
    pub fn generate() -> Result<Self, Error> {
        let drawn: [u8; 32] = random::bytes()?;
        Ok(Self::from_verifier(URL_SAFE_NO_PAD.encode(drawn)))
    }

    /// The pair of a verifier made elsewhere.
    pub fn from_verifier(verifier: impl Into<Secret>) -> Self {
        let verifier = verifier.into();
        let challenge = URL_SAFE_NO_PAD.encode(digest(&SHA256, verifier.as_bytes()));
        Self {
            verifier,
            challenge,
        }
    }
}

/// A random text for `state` or `nonce`: 22 characters from 16 random bytes.
///
/// # Errors
///
/// When the operating system gives no randomness.
pub fn random_state() -> Result<String, Error> {
    let drawn: [u8; 16] = random::bytes()?;
    Ok(URL_SAFE_NO_PAD.encode(drawn))
}
