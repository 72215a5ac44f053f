//! How a client proves to the tenant that it is who it says.

use std::fmt;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::HeaderValue;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::error::{ArgumentError, Error};
use crate::random;
use crate::secret::Secret;

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
    /// `self_signed_tls_client_auth`).
    MutualTls,
}

/// The private key a client signs its assertions with.
///
/// `Debug` names the algorithm and nothing of the key.
#[derive(Clone)]
pub struct AssertionKey {
    key: Arc<EncodingKey>,
    algorithm: Algorithm,
}

impl AssertionKey {
    /// Reads a PEM key for `algorithm`: `RS256`, `RS384`, `RS512`, `PS256`, `PS384`, `PS512`,
    /// `ES256`, `ES384` or `EdDSA`.
    ///
    /// # Errors
    ///
    /// [`ArgumentError::AssertionKey`] when the algorithm is none of these or the key does not fit.
    pub fn from_pem(pem: &[u8], algorithm: &str) -> Result<Self, Error> {
        Self::read(pem, algorithm).map_err(|error| ArgumentError::AssertionKey(error).into())
    }

    fn read(pem: &[u8], algorithm: &str) -> Result<Self, jsonwebtoken::errors::Error> {
        let algorithm: Algorithm = algorithm.parse()?;
        let key = match algorithm {
            Algorithm::ES256 | Algorithm::ES384 => EncodingKey::from_ec_pem(pem)?,
            Algorithm::EdDSA => EncodingKey::from_ed_pem(pem)?,
            Algorithm::RS256
            | Algorithm::RS384
            | Algorithm::RS512
            | Algorithm::PS256
            | Algorithm::PS384
            | Algorithm::PS512 => EncodingKey::from_rsa_pem(pem)?,
            _ => return Err(jsonwebtoken::errors::ErrorKind::InvalidAlgorithm.into()),
        };
        Ok(Self {
            key: Arc::new(key),
            algorithm,
        })
    }

    /// A JWT by which `client_id` presents itself to `issuer` (RFC 7523, 3).
    fn sign(&self, client_id: &str, issuer: &str, now: Timestamp) -> Result<String, Error> {
        #[derive(Serialize)]
        struct Claims<'a> {
            iat: i64,
            sub: &'a str,
            jti: String,
            iss: &'a str,
            aud: &'a str,
            exp: i64,
        }
        let claims = Claims {
            iat: now.as_second(),
            sub: client_id,
            jti: random::uuid()?,
            iss: client_id,
            aud: issuer,
            exp: now.as_second() + ASSERTION_SECONDS,
        };
        let header = Header {
            typ: None,
            ..Header::new(self.algorithm)
        };
        jsonwebtoken::encode(&header, &claims, &self.key)
            .map_err(|error| ArgumentError::AssertionKey(error).into())
    }
}

impl fmt::Debug for AssertionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AssertionKey({:?})", self.algorithm)
    }
}

/// Whom an assertion is made for, by whom, and when.
pub(crate) struct Presentation<'a> {
    pub(crate) client_id: Option<&'a str>,
    pub(crate) issuer: &'a str,
    pub(crate) now: Timestamp,
}

impl ClientAuthentication {
    /// Whether there is anything to authenticate with.
    pub(crate) fn is_public(&self) -> bool {
        matches!(self, Self::Public)
    }

    /// Adds the credentials to `parameters`, or returns the header that carries them.
    ///
    /// Credentials that the caller put among the parameters stay, and nothing is added to them.
    pub(crate) fn apply(
        &self,
        parameters: &mut Map<String, Value>,
        by: &Presentation<'_>,
    ) -> Result<Option<HeaderValue>, Error> {
        let given = ["client_secret", "client_assertion"];
        if given.iter().any(|name| parameters.contains_key(*name)) {
            return Ok(None);
        }
        match self {
            Self::Public | Self::MutualTls => {}
            Self::SecretPost(secret) => {
                parameters.insert("client_secret".into(), secret.as_str().into());
            }
            Self::SecretBasic(secret) => {
                let client_id = by.client_id.ok_or(ArgumentError::NoClientId)?;
                return basic(client_id, secret).map(Some);
            }
            Self::PrivateKeyJwt(key) => {
                let client_id = by.client_id.ok_or(ArgumentError::NoClientId)?;
                let assertion = key.sign(client_id, by.issuer, by.now)?;
                parameters.insert("client_assertion".into(), assertion.into());
                parameters.insert("client_assertion_type".into(), JWT_BEARER.into());
            }
        }
        Ok(None)
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
