//! ID tokens: read, checked claim by claim, and verified against the tenant's keys.
//!
//! Source: OpenID Connect Core 3.1.3.7.

mod claims;
mod logout;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};

pub use self::claims::{IdTokenClaims, IdTokenExpectation};
pub use self::logout::LogoutToken;

use self::claims::Judge;
use crate::dispatch::Dispatcher;
use crate::error::Error;
use crate::http_settings::{HttpSettings, http_setters};
use crate::jws::{Algorithm, Compact, Malformed, VerifyingKey};
use crate::key_set::{KeyError, KeySet};
use crate::retry::RetryPolicy;
use crate::secret::Secret;

/// How a client's ID tokens are signed (`id_token_signed_response_alg` of its registration).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum IdTokenAlgorithm {
    /// RSA with PKCS #1 padding, by a key of the tenant.
    #[default]
    Rs256,
    /// RSA with PSS padding, by a key of the tenant.
    Ps256,
    /// ECDSA on P-256, by a key of the tenant.
    Es256,
    /// HMAC with the client's secret. Only for clients that have one.
    Hs256,
    /// HMAC with the client's secret read as base64: clients made before 2017, whose tokens
    /// versions 2 and 3 of the Node SDK validate so.
    Hs256Base64,
}

impl IdTokenAlgorithm {
    fn wire_name(self) -> &'static str {
        self.jose().name()
    }

    fn jose(self) -> Algorithm {
        match self {
            Self::Rs256 => Algorithm::Rs256,
            Self::Ps256 => Algorithm::Ps256,
            Self::Es256 => Algorithm::Es256,
            Self::Hs256 | Self::Hs256Base64 => Algorithm::Hs256,
        }
    }
}

/// Why an ID token is not to be trusted.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IdTokenError {
    /// It is no JWT.
    #[error("ID token could not be decoded")]
    Malformed,
    /// It is signed in another way than the client is registered for.
    #[error(
        "Signature algorithm of \"{found}\" is not supported. Expected the ID token to be signed with \"{expected}\"."
    )]
    Algorithm {
        /// The algorithm of the token's header.
        found: String,
        /// The algorithm it should have.
        expected: &'static str,
    },
    /// A claim is missing or is no text, number or list where it should be one.
    #[error("{0}")]
    MissingClaim(String),
    /// A claim says something else than expected, or the token is too old.
    #[error("{0}")]
    Mismatch(String),
    /// None of the tenant's keys made the signature that the token's header names.
    #[error("no key of the tenant matches the ID token's kid {kid:?}")]
    UnknownKey {
        /// The `kid` of the token's header.
        kid: Option<String>,
    },
    /// The signature is not that of the key.
    #[error("ID token signature does not verify")]
    Signature,
    /// The key cannot be used: no client secret for HS256, or a malformed key of the tenant.
    #[error("no usable key for {0}")]
    NoKey(&'static str),
    /// The tenant's keys could not be fetched.
    #[error("the tenant's keys could not be fetched: {0}")]
    Keys(#[source] Arc<Error>),
}

impl From<Malformed> for IdTokenError {
    fn from(Malformed: Malformed) -> Self {
        Self::Malformed
    }
}

impl From<KeyError> for IdTokenError {
    fn from(error: KeyError) -> Self {
        match error {
            KeyError::Unknown { kid } => Self::UnknownKey { kid },
            KeyError::Fetch(error) => Self::Keys(error),
        }
    }
}

/// Validates the ID tokens of one client.
///
/// [`AuthenticationClient`](crate::AuthenticationClient) has one and asks it about every token it
/// receives; make your own for tokens that come another way. The tenant's keys are fetched once,
/// kept for ten minutes, and fetched again when a token names a key that is not among them. A clone
/// shares them.
///
/// ```no_run
/// use doorward::id_token::{IdTokenExpectation, IdTokenVerifier};
///
/// # async fn example(id_token: &str) -> Result<(), doorward::Error> {
/// let verifier = IdTokenVerifier::builder("tenant.eu.auth0.com", "client id").build()?;
/// let expected = IdTokenExpectation { nonce: Some("n-0S6_WzA2Mj"), ..Default::default() };
/// let claims = verifier.verify(id_token, expected).await?;
/// println!("welcome, {}", claims.sub);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct IdTokenVerifier {
    keys: Arc<KeySet>,
    dispatcher: Arc<Dispatcher>,
    client_id: String,
    issuer: String,
    algorithm: IdTokenAlgorithm,
    secret: Option<Secret>,
    leeway: Duration,
}

impl fmt::Debug for IdTokenVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdTokenVerifier")
            .field("issuer", &self.issuer)
            .field("client_id", &self.client_id)
            .field("algorithm", &self.algorithm)
            .field("leeway", &self.leeway)
            .finish_non_exhaustive()
    }
}

impl IdTokenVerifier {
    /// A verifier for the tokens that the tenant at `domain` gives to `client_id`.
    pub fn builder(
        domain: impl Into<String>,
        client_id: impl Into<String>,
    ) -> IdTokenVerifierBuilder {
        IdTokenVerifierBuilder {
            domain: domain.into(),
            client_id: client_id.into(),
            http: HttpSettings::default(),
            algorithm: IdTokenAlgorithm::default(),
            secret: None,
            leeway: Duration::from_secs(60),
        }
    }

    /// One that fetches keys through a client's dispatcher.
    pub(crate) fn over(dispatcher: Dispatcher, client_id: String) -> Self {
        Self {
            keys: Arc::default(),
            issuer: dispatcher.domain.issuer(),
            dispatcher: Arc::new(dispatcher),
            client_id,
            algorithm: IdTokenAlgorithm::default(),
            secret: None,
            leeway: Duration::from_secs(60),
        }
    }

    pub(crate) fn algorithm(mut self, algorithm: IdTokenAlgorithm, secret: Option<Secret>) -> Self {
        self.algorithm = algorithm;
        self.secret = secret;
        self
    }

    pub(crate) fn leeway(mut self, leeway: Duration) -> Self {
        self.leeway = leeway;
        self
    }

    /// The claims of `id_token`, after every check of OpenID Connect Core 3.1.3.7.
    ///
    /// # Errors
    ///
    /// [`IdTokenError`] names the first check that failed.
    pub async fn verify(
        &self,
        id_token: &str,
        expected: IdTokenExpectation<'_>,
    ) -> Result<IdTokenClaims, IdTokenError> {
        let (token, kid) = self.open(id_token)?;
        let claims = token.payload()?;
        self.judge().check(&claims, expected)?;
        self.check_signature(&token, kid.as_deref()).await?;
        IdTokenClaims::of(claims).ok_or(IdTokenError::Malformed)
    }

    /// What a logout token says, after every check of OpenID Connect Back-Channel Logout 1.0, 2.6.
    ///
    /// The tenant posts one, as `logout_token`, to the client's back-channel logout address when a
    /// session has ended.
    ///
    /// # Errors
    ///
    /// [`IdTokenError`] names the first check that failed.
    #[doc(alias = "verifyLogoutToken")]
    pub async fn verify_logout_token(
        &self,
        logout_token: &str,
    ) -> Result<LogoutToken, IdTokenError> {
        let (token, kid) = self.open(logout_token)?;
        let claims = token.payload()?;
        self.judge().check_logout(&claims)?;
        self.check_signature(&token, kid.as_deref()).await?;
        LogoutToken::of(claims).ok_or(IdTokenError::Malformed)
    }

    /// Takes a token apart, if it says that it is signed as it should be.
    fn open<'t>(&self, token: &'t str) -> Result<(Compact<'t>, Option<String>), IdTokenError> {
        let token = Compact::split(token)?;
        let header = token.header()?;
        let expected = self.algorithm.wire_name();
        if header.alg != expected {
            let found = header.alg;
            return Err(IdTokenError::Algorithm { found, expected });
        }
        Ok((token, header.kid))
    }

    fn judge(&self) -> Judge<'_> {
        Judge {
            issuer: &self.issuer,
            client_id: &self.client_id,
            leeway: self.leeway,
            now: self.dispatcher.clock.now(),
        }
    }

    async fn check_signature(
        &self,
        token: &Compact<'_>,
        kid: Option<&str>,
    ) -> Result<(), IdTokenError> {
        let key = match (self.algorithm, &self.secret) {
            (IdTokenAlgorithm::Hs256, Some(secret)) => {
                Arc::new(VerifyingKey::secret(secret.as_bytes()))
            }
            (IdTokenAlgorithm::Hs256Base64, Some(secret)) => {
                let key = base64_secret(secret).ok_or(IdTokenError::NoKey("HS256"))?;
                Arc::new(VerifyingKey::secret(&key))
            }
            (IdTokenAlgorithm::Hs256 | IdTokenAlgorithm::Hs256Base64, None) => {
                return Err(IdTokenError::NoKey("HS256"));
            }
            (algorithm, _) => {
                let keys = self.keys.find(&self.dispatcher, kid, algorithm.jose());
                keys.await?
            }
        };
        match token.is_signed_by(&key, self.algorithm.jose()) {
            true => Ok(()),
            false => Err(IdTokenError::Signature),
        }
    }
}

/// The bytes of a secret in base64 of either alphabet, padded or not.
fn base64_secret(secret: &str) -> Option<Vec<u8>> {
    const LENIENT: GeneralPurpose = GeneralPurpose::new(
        &alphabet::STANDARD,
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
    );
    let standard = secret.replace('-', "+").replace('_', "/");
    LENIENT.decode(standard).ok()
}

/// Settings of an [`IdTokenVerifier`].
#[derive(Debug)]
#[must_use = "a builder does nothing until `build`"]
pub struct IdTokenVerifierBuilder {
    domain: String,
    client_id: String,
    http: HttpSettings,
    algorithm: IdTokenAlgorithm,
    secret: Option<Secret>,
    leeway: Duration,
}

impl IdTokenVerifierBuilder {
    http_setters!();

    /// How the tokens are signed; RS256 unless said otherwise.
    pub fn signing_alg(mut self, algorithm: IdTokenAlgorithm) -> Self {
        self.algorithm = algorithm;
        self
    }

    /// The client's secret, which is the key of HS256.
    pub fn client_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.secret = Some(secret.into());
        self
    }

    /// By how much the tenant's clock may differ from ours; 60 seconds unless said otherwise.
    pub fn leeway(mut self, leeway: Duration) -> Self {
        self.leeway = leeway;
        self
    }

    /// The verifier.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] when a setting makes no sense.
    pub fn build(self) -> Result<IdTokenVerifier, Error> {
        let timeout = Duration::from_secs(10);
        let dispatcher =
            self.http
                .dispatcher(&self.domain, timeout, RetryPolicy::authentication())?;
        Ok(IdTokenVerifier::over(dispatcher, self.client_id)
            .algorithm(self.algorithm, self.secret)
            .leeway(self.leeway))
    }
}
