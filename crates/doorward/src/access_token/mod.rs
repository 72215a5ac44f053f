//! Access tokens at the API they were made for: judged, and bound to their holders.
//!
//! ```no_run
//! use doorward::access_token::AccessTokenVerifier;
//!
//! # async fn example(authorization: &str) -> Result<(), Box<dyn std::error::Error>> {
//! let verifier =
//!     AccessTokenVerifier::builder("tenant.eu.auth0.com", "https://api.example.com/").build()?;
//! let token = authorization.strip_prefix("Bearer ").unwrap_or_default();
//! let claims = verifier.verify(token).await?;
//! claims.require_scopes(&["read:things"])?;
//! println!("called by {}", claims.sub);
//! # Ok(())
//! # }
//! ```
//!
//! The feature `tower` has a layer that does this for every request, the feature `axum` hands its
//! [`AccessTokenClaims`] to handlers:
//!
//! ```no_run
//! # #[cfg(feature = "axum")]
//! # fn example() -> Result<(), doorward::Error> {
//! use axum::{Router, routing::get};
//! use doorward::access_token::{AccessTokenClaims, AccessTokenLayer, AccessTokenVerifier};
//!
//! async fn things(claims: AccessTokenClaims) -> String {
//!     format!("the things of {}", claims.sub)
//! }
//!
//! let verifier =
//!     AccessTokenVerifier::builder("tenant.eu.auth0.com", "https://api.example.com/").build()?;
//! let app: Router = Router::new()
//!     .route("/things", get(things))
//!     .layer(AccessTokenLayer::new(verifier).scopes(["read:things"]));
//! # Ok(())
//! # }
//! ```

#[cfg(feature = "axum")]
mod axum;
mod claims;
mod error;
#[cfg(feature = "tower")]
mod layer;
mod request;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use url::Url;

pub use self::claims::AccessTokenClaims;
pub use self::error::AccessTokenError;
#[cfg(feature = "tower")]
pub use self::layer::{AccessTokenLayer, AccessTokenService};
pub use self::request::ClientCertificate;

use crate::dispatch::Dispatcher;
use crate::dpop::ReplayGuard;
use crate::error::{ArgumentError, Error};
use crate::http_settings::{HttpSettings, http_setters};
use crate::jws::{Algorithm, Compact, VerifyingKey};
use crate::key_set::KeySet;
use crate::retry::RetryPolicy;
use crate::secret::Secret;

/// How the tokens of an API are signed (`signing_alg` of a resource server).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum AccessTokenAlgorithm {
    /// RSA with PKCS #1 padding, by a key of the tenant.
    #[default]
    Rs256,
    /// RSA with PSS padding, by a key of the tenant.
    Ps256,
    /// ECDSA on P-256, by a key of the tenant.
    Es256,
    /// HMAC with the API's signing secret.
    Hs256,
}

impl AccessTokenAlgorithm {
    fn wire_name(self) -> &'static str {
        self.jose().name()
    }

    fn jose(self) -> Algorithm {
        match self {
            Self::Rs256 => Algorithm::Rs256,
            Self::Ps256 => Algorithm::Ps256,
            Self::Es256 => Algorithm::Es256,
            Self::Hs256 => Algorithm::Hs256,
        }
    }
}

/// Judges the access tokens of one API.
///
/// The tenant's keys are fetched once, kept for ten minutes, and fetched again, at most every thirty
/// seconds, when a token names a key that is not among them. A clone shares them.
#[derive(Clone)]
pub struct AccessTokenVerifier {
    inner: Arc<Inner>,
}

struct Inner {
    keys: KeySet,
    dispatcher: Dispatcher,
    issuer: String,
    audience: String,
    algorithm: AccessTokenAlgorithm,
    secret: Option<Arc<VerifyingKey>>,
    leeway: Duration,
    public_url: Option<Url>,
    requires_binding: bool,
    replays: ReplayGuard,
}

impl fmt::Debug for AccessTokenVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessTokenVerifier")
            .field("issuer", &self.inner.issuer)
            .field("audience", &self.inner.audience)
            .field("algorithm", &self.inner.algorithm)
            .finish_non_exhaustive()
    }
}

impl AccessTokenVerifier {
    /// A verifier for the tokens that the tenant at `domain` makes for the API `audience`.
    pub fn builder(
        domain: impl Into<String>,
        audience: impl Into<String>,
    ) -> AccessTokenVerifierBuilder {
        AccessTokenVerifierBuilder {
            domain: domain.into(),
            audience: audience.into(),
            http: HttpSettings::default(),
            algorithm: AccessTokenAlgorithm::default(),
            secret: None,
            leeway: Duration::from_secs(5),
            public_url: None,
            requires_binding: false,
        }
    }

    /// What a token says, after every check that needs no request: signature, issuer, audience and
    /// times (RFC 9068, 4).
    ///
    /// A token that is bound to a key or a certificate is no more than a text without the request
    /// it came with: look at [`AccessTokenClaims::is_bound`], or let
    /// [`verify_request`](Self::verify_request) judge the request.
    ///
    /// # Errors
    ///
    /// [`AccessTokenError`] names the first check that failed.
    pub async fn verify(&self, token: &str) -> Result<AccessTokenClaims, AccessTokenError> {
        let inner = &*self.inner;
        let token = Compact::split(token)?;
        let header = token.header()?;
        if header.alg != inner.algorithm.wire_name() {
            return Err(AccessTokenError::Algorithm { found: header.alg });
        }
        let is_access_token = |typ: &str| {
            ["jwt", "at+jwt", "application/at+jwt"]
                .iter()
                .any(|known| typ.eq_ignore_ascii_case(known))
        };
        if !header.typ.as_deref().is_none_or(is_access_token) {
            return Err(AccessTokenError::Type);
        }
        let claims = AccessTokenClaims::read(token.payload()?)?;
        let now = inner.dispatcher.clock.now();
        claims.check(&inner.issuer, &inner.audience, now, inner.leeway)?;

        let key = match (&inner.secret, inner.algorithm) {
            (Some(secret), AccessTokenAlgorithm::Hs256) => secret.clone(),
            (_, algorithm) => {
                let kid = header.kid.as_deref();
                let keys = inner.keys.find(&inner.dispatcher, kid, algorithm.jose());
                keys.await?
            }
        };
        match token.is_signed_by(&key, inner.algorithm.jose()) {
            true => Ok(claims),
            false => Err(AccessTokenError::Signature),
        }
    }
}

/// Settings of an [`AccessTokenVerifier`].
#[derive(Debug)]
#[must_use = "a builder does nothing until `build`"]
pub struct AccessTokenVerifierBuilder {
    domain: String,
    audience: String,
    http: HttpSettings,
    algorithm: AccessTokenAlgorithm,
    secret: Option<Secret>,
    leeway: Duration,
    public_url: Option<String>,
    requires_binding: bool,
}

impl AccessTokenVerifierBuilder {
    http_setters!();

    /// How the tokens are signed; RS256 unless said otherwise. A token signed in any other way is
    /// refused.
    pub fn signing_alg(mut self, algorithm: AccessTokenAlgorithm) -> Self {
        self.algorithm = algorithm;
        self
    }

    /// The API's signing secret; its tokens are signed with HS256.
    pub fn signing_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.algorithm = AccessTokenAlgorithm::Hs256;
        self.secret = Some(secret.into());
        self
    }

    /// By how much the tenant's clock may differ from ours; 5 seconds unless said otherwise.
    pub fn leeway(mut self, leeway: Duration) -> Self {
        self.leeway = leeway;
        self
    }

    /// Scheme and host by which callers know the API, and a path before those of requests, if there
    /// is one. DPoP proofs name them. Unless said, `https` and the request's own `Host`.
    pub fn public_url(mut self, url: impl Into<String>) -> Self {
        self.public_url = Some(url.into());
        self
    }

    /// Refuses tokens that are bound to neither a key (DPoP) nor a certificate.
    pub fn require_bound_tokens(mut self) -> Self {
        self.requires_binding = true;
        self
    }

    /// The verifier.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] when a setting is missing or makes no sense.
    pub fn build(self) -> Result<AccessTokenVerifier, Error> {
        let timeout = Duration::from_secs(10);
        let dispatcher =
            self.http
                .dispatcher(&self.domain, timeout, RetryPolicy::authentication())?;
        let public_url = match self.public_url {
            None => None,
            Some(text) => {
                let url = Url::parse(&text).ok().filter(Url::has_host);
                Some(url.ok_or(ArgumentError::BaseUrl(text))?)
            }
        };
        if self.algorithm == AccessTokenAlgorithm::Hs256 && self.secret.is_none() {
            return Err(ArgumentError::Missing("signing_secret").into());
        }
        Ok(AccessTokenVerifier {
            inner: Arc::new(Inner {
                keys: KeySet::default(),
                issuer: dispatcher.domain.issuer(),
                dispatcher,
                audience: self.audience,
                algorithm: self.algorithm,
                secret: self
                    .secret
                    .map(|secret| Arc::new(VerifyingKey::secret(secret.as_bytes()))),
                leeway: self.leeway,
                public_url,
                requires_binding: self.requires_binding,
                replays: ReplayGuard::default(),
            }),
        })
    }
}
