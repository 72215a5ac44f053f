//! How a client proves to the tenant that it is who it says.

use std::fmt;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use http::HeaderValue;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};

use super::asserted::{ASSERTION, Asserting};
use crate::error::{ArgumentError, Error};
use crate::jws::{Algorithm, PrivateKeyError, SigningKey};
use crate::random;
use crate::secret::Secret;
use crate::transport::BoxFuture;

/// `client_assertion_type` of a JWT (RFC 7523, 2.2).
const JWT_BEARER: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// For how long an assertion can be used. It is used at once.
const ASSERTION_SECONDS: i64 = 120;

/// How a client authenticates (`token_endpoint_auth_method` of its registration).
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub enum ClientAuthentication {
    /// Not at all: a public client, such as a single-page or native application (`none`).
    #[default]
    Public,
    /// With its secret among the parameters (`client_secret_post`).
    SecretPost(Secret),
    /// With its secret in the `Authorization` header (`client_secret_basic`).
    SecretBasic(Secret),
    /// With a JWT signed by its private key (`private_key_jwt`).
    PrivateKeyJwt(AssertionKey),
    /// With the TLS certificate that the transport presents (`tls_client_auth`,
    /// `self_signed_tls_client_auth`). Calls that authenticate go to `mtls.{domain}` then, where
    /// Auth0 asks for certificates.
    MutualTls,
}

/// Makes signatures with a key that this program never sees, such as one in a cloud's key store.
///
/// ```
/// use doorward::authentication::{AssertionKey, AssertionSigner, SigningError};
/// use doorward::transport::BoxFuture;
///
/// struct Kms;
///
/// impl AssertionSigner for Kms {
///     fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, SigningError>> {
///         Box::pin(async move {
///             // Ask the key store for an RSASSA-PSS signature over `message`.
///             # let _ = message;
///             Err("out of reach".into())
///         })
///     }
/// }
///
/// let key = AssertionKey::from_signer("PS256", Kms)?;
/// # Ok::<(), doorward::Error>(())
/// ```
pub trait AssertionSigner: Send + Sync + 'static {
    /// The signature over `message` by the algorithm that the [`AssertionKey`] was made for, as JWS
    /// wants it (RFC 7518, 3): for ECDSA that is `r` and `s` one after the other, not DER.
    ///
    /// # Errors
    ///
    /// When there is none to be had; the call fails with [`ArgumentError::Signer`].
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, SigningError>>;
}

/// Why an [`AssertionSigner`] made no signature.
pub type SigningError = Box<dyn std::error::Error + Send + Sync>;

/// The private key a client signs its assertions with.
///
/// `Debug` names the algorithm and nothing of the key.
#[derive(Clone)]
pub struct AssertionKey {
    source: KeySource,
    algorithm: Algorithm,
    kid: Option<String>,
}

#[derive(Clone)]
enum KeySource {
    Here(Arc<SigningKey>),
    Elsewhere(Arc<dyn AssertionSigner>),
}

impl AssertionKey {
    /// Reads a PEM key (PKCS #8, for RSA also PKCS #1, for ECDSA also SEC 1) for `algorithm`: `RS256`, `RS384`, `RS512`,
    /// `PS256`, `PS384`, `PS512`, `ES256`, `ES384` or `EdDSA`.
    ///
    /// # Errors
    ///
    /// [`ArgumentError::AssertionKey`] when the algorithm is none of these or the key does not fit.
    pub fn from_pem(pem: &[u8], algorithm: &str) -> Result<Self, Error> {
        let algorithm = asymmetric(algorithm)?;
        let key = SigningKey::from_pem(pem, algorithm).map_err(ArgumentError::AssertionKey)?;
        Ok(Self {
            source: KeySource::Here(Arc::new(key)),
            algorithm,
            kid: None,
        })
    }

    /// A key that somebody else keeps and signs with by `algorithm`, one of those of
    /// [`from_pem`](Self::from_pem).
    ///
    /// # Errors
    ///
    /// [`ArgumentError::AssertionKey`] when the algorithm is none of these.
    pub fn from_signer(algorithm: &str, signer: impl AssertionSigner) -> Result<Self, Error> {
        Ok(Self {
            source: KeySource::Elsewhere(Arc::new(signer)),
            algorithm: asymmetric(algorithm)?,
            kid: None,
        })
    }

    /// Names the key in the header of assertions (`kid`). Unless said otherwise they have none, and
    /// the tenant tries all keys of the client.
    pub fn kid(mut self, kid: impl Into<String>) -> Self {
        self.kid = Some(kid.into());
        self
    }

    /// A JWT by which `client_id` presents itself to `issuer` (RFC 7523, 3).
    pub(super) async fn assert(
        &self,
        client_id: &str,
        issuer: &str,
        now: Timestamp,
    ) -> Result<String, Error> {
        #[derive(Serialize)]
        struct Header<'a> {
            alg: &'static str,
            #[serde(skip_serializing_if = "Option::is_none")]
            kid: Option<&'a str>,
        }
        #[derive(Serialize)]
        struct Claims<'a> {
            iat: i64,
            sub: &'a str,
            jti: String,
            iss: &'a str,
            aud: &'a str,
            exp: i64,
        }
        let header = Header {
            alg: self.algorithm.name(),
            kid: self.kid.as_deref(),
        };
        let claims = Claims {
            iat: now.as_second(),
            sub: client_id,
            jti: random::uuid()?,
            iss: client_id,
            aud: issuer,
            exp: now.as_second() + ASSERTION_SECONDS,
        };
        let signed = format!("{}.{}", part(&header)?, part(&claims)?);
        let signature = self.sign(signed.as_bytes()).await?;
        Ok(format!("{signed}.{signature}"))
    }

    /// The signature over `message`, in base64url.
    async fn sign(&self, message: &[u8]) -> Result<String, ArgumentError> {
        let signature = match &self.source {
            KeySource::Here(key) => key
                .sign(message)
                .map_err(|_| ArgumentError::AssertionKey(PrivateKeyError::Unfit)),
            KeySource::Elsewhere(signer) => {
                signer.sign(message).await.map_err(ArgumentError::Signer)
            }
        };
        Ok(URL_SAFE_NO_PAD.encode(signature?))
    }
}

/// The algorithm of this name, if it is one with a public key.
fn asymmetric(name: &str) -> Result<Algorithm, ArgumentError> {
    Algorithm::asymmetric(name).ok_or(ArgumentError::AssertionKey(PrivateKeyError::Algorithm))
}

/// A part of a JWT: JSON in base64url.
fn part(value: &impl Serialize) -> Result<String, ArgumentError> {
    let json = serde_json::to_vec(value).map_err(ArgumentError::Encode)?;
    Ok(URL_SAFE_NO_PAD.encode(json))
}

impl fmt::Debug for AssertionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AssertionKey({})", self.algorithm.name())
    }
}

/// Whom an assertion is made for, by whom, and when.
pub(super) struct Presentation<'a> {
    pub(super) client_id: Option<&'a str>,
    pub(super) issuer: &'a str,
    pub(super) now: Timestamp,
}

/// Where the credentials of a request are.
pub(super) enum Shown {
    /// Among its parameters, if it has any.
    AmongParameters,
    /// In `Authorization`.
    InHeader(HeaderValue),
    /// Among its parameters, and good for one attempt.
    Asserted(Asserting),
}

impl ClientAuthentication {
    /// Whether there is anything to authenticate with.
    pub(crate) fn is_public(&self) -> bool {
        matches!(self, Self::Public)
    }

    /// Adds the credentials to `parameters`, or returns the header that carries them.
    ///
    /// Credentials that the caller put among the parameters stay, and nothing is added to them.
    pub(super) async fn apply(
        &self,
        parameters: &mut Map<String, Value>,
        by: &Presentation<'_>,
    ) -> Result<Shown, Error> {
        let given = ["client_secret", ASSERTION];
        if given.iter().any(|name| parameters.contains_key(*name)) {
            return Ok(Shown::AmongParameters);
        }
        match self {
            Self::Public | Self::MutualTls => {}
            Self::SecretPost(secret) => {
                parameters.insert("client_secret".into(), secret.as_str().into());
            }
            Self::SecretBasic(secret) => {
                let client_id = by.client_id.ok_or(ArgumentError::NoClientId)?;
                return basic(client_id, secret).map(Shown::InHeader);
            }
            Self::PrivateKeyJwt(key) => {
                let client_id = by.client_id.ok_or(ArgumentError::NoClientId)?;
                let asserting = Asserting {
                    key: key.clone(),
                    client_id: client_id.to_owned(),
                    issuer: by.issuer.to_owned(),
                };
                let assertion = asserting.assertion(by.now).await?;
                parameters.insert(ASSERTION.into(), assertion.into());
                parameters.insert("client_assertion_type".into(), JWT_BEARER.into());
                return Ok(Shown::Asserted(asserting));
            }
        }
        Ok(Shown::AmongParameters)
    }
}

/// `Authorization: Basic` with both halves form-encoded first (RFC 6749, 2.3.1).
fn basic(client_id: &str, secret: &Secret) -> Result<HeaderValue, Error> {
    let encoded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let pair = format!("{}:{}", encoded(client_id), encoded(secret));
    let mut value = HeaderValue::try_from(format!("Basic {}", STANDARD.encode(pair)))
        .map_err(|_| ArgumentError::Header("authorization".into()))?;
    value.set_sensitive(true);
    Ok(value)
}
