//! How a client of one of the APIs is set up.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use doorward_api::{Api, Management};
use http::HeaderValue;

use super::{ApiClient, ClientCredentials, Shared, StaticToken, TokenSource};
use crate::authentication::{AssertionKey, AuthenticationClient, ClientAuthentication};
use crate::dpop::{DpopKey, Nonces};
use crate::error::{ArgumentError, Error};
use crate::http_settings::{HttpSettings, http_setters};
use crate::retry::RetryPolicy;
use crate::secret::Secret;

/// Where access tokens come from, while a client is being built.
#[derive(Debug)]
enum Tokens {
    None,
    Client(String, ClientAuthentication),
    Source(OpaqueSource),
}

struct OpaqueSource(Box<dyn TokenSource>);

impl fmt::Debug for OpaqueSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenSource")
    }
}

/// Settings of an [`ApiClient`].
#[derive(Debug)]
#[must_use = "a builder does nothing until `build`"]
pub struct ApiClientBuilder<A> {
    domain: String,
    http: HttpSettings,
    tokens: Tokens,
    dpop: Option<DpopKey>,
    audience: Option<String>,
    custom_domain: Option<String>,
    api: PhantomData<A>,
}

impl<A: Api> ApiClientBuilder<A> {
    pub(super) fn new(domain: String) -> Self {
        Self {
            domain,
            http: HttpSettings::default(),
            tokens: Tokens::None,
            dpop: None,
            audience: None,
            custom_domain: None,
            api: PhantomData,
        }
    }

    http_setters!();

    /// Uses this access token, which somebody else renews.
    pub fn token(self, token: impl Into<Secret>) -> Self {
        self.token_source(StaticToken::new(token))
    }

    /// Gets access tokens from a place of your own.
    #[doc(alias = "tokenProvider")]
    pub fn token_source(mut self, source: impl TokenSource) -> Self {
        self.tokens = Tokens::Source(OpaqueSource(Box::new(source)));
        self
    }

    /// Shows tokens with a proof of this key, which they are bound to (DPoP).
    pub fn dpop(mut self, key: DpopKey) -> Self {
        self.dpop = Some(key);
        self
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] when a setting is missing or makes no sense.
    pub fn build(self) -> Result<ApiClient<A>, Error> {
        let custom_domain = match self.custom_domain {
            Some(domain) if !domain.trim().is_empty() => HeaderValue::try_from(domain)
                .map(Some)
                .map_err(|_| ArgumentError::Header("auth0-custom-domain".into()))?,
            Some(_) => return Err(ArgumentError::Header("auth0-custom-domain".into()).into()),
            None => None,
        };
        let timeout = Duration::from_secs(60);
        let dispatcher = self
            .http
            .dispatcher(&self.domain, timeout, RetryPolicy::management())?;
        let tokens: Box<dyn TokenSource> = match self.tokens {
            Tokens::None => return Err(ArgumentError::NoTokenSource.into()),
            Tokens::Source(OpaqueSource(source)) => source,
            Tokens::Client(client_id, way) => {
                let audience = self
                    .audience
                    .unwrap_or_else(|| format!("{}api/v2/", dispatcher.domain.issuer()));
                let client = AuthenticationClient::for_tokens(&dispatcher, client_id, way);
                Box::new(ClientCredentials::new(client, audience))
            }
        };
        Ok(ApiClient {
            shared: Arc::new(Shared {
                dispatcher,
                tokens,
                custom_domain,
                dpop: self.dpop.map(|key| (key, Arc::new(Nonces::default()))),
            }),
            options: None,
            api: PhantomData,
        })
    }
}

impl ApiClientBuilder<Management> {
    /// Gets access tokens as a client with a secret, and renews them ahead of time.
    pub fn client_credentials(
        self,
        client_id: impl Into<String>,
        client_secret: impl Into<Secret>,
    ) -> Self {
        let way = ClientAuthentication::SecretPost(client_secret.into());
        self.client_authentication(client_id, way)
    }

    /// Gets access tokens as a client with a private key, and renews them ahead of time.
    pub fn client_assertion_key(self, client_id: impl Into<String>, key: AssertionKey) -> Self {
        self.client_authentication(client_id, ClientAuthentication::PrivateKeyJwt(key))
    }

    /// Gets access tokens as a client that authenticates in one of all the ways there are.
    pub fn client_authentication(
        mut self,
        client_id: impl Into<String>,
        way: ClientAuthentication,
    ) -> Self {
        self.tokens = Tokens::Client(client_id.into(), way);
        self
    }

    /// The audience of access tokens; `https://{domain}/api/v2/` unless said otherwise.
    pub fn audience(mut self, audience: impl Into<String>) -> Self {
        self.audience = Some(audience.into());
        self
    }

    /// The custom domain for the links and messages that operations cause. Sent with the seven
    /// operations that take it; [`RequestOptions::custom_domain`](crate::RequestOptions::custom_domain)
    /// sends it with any.
    #[doc(alias = "withCustomDomainHeader")]
    pub fn custom_domain(mut self, domain: impl Into<String>) -> Self {
        self.custom_domain = Some(domain.into());
        self
    }
}
