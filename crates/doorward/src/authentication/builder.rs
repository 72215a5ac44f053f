//! How an [`AuthenticationClient`] is put together.

use std::sync::Arc;
use std::time::Duration;

use super::{AssertionKey, AuthenticationClient, ClientAuthentication, Shared};
use crate::dpop::{DpopKey, Nonces};
use crate::error::Error;
use crate::http_settings::{HttpSettings, http_setters};
use crate::id_token::{IdTokenAlgorithm, IdTokenVerifier};
use crate::retry::RetryPolicy;
use crate::secret::Secret;

/// How ID tokens are validated.
#[derive(Debug, Clone)]
struct IdTokenSettings {
    algorithm: IdTokenAlgorithm,
    leeway: Duration,
}

impl Default for IdTokenSettings {
    fn default() -> Self {
        Self {
            algorithm: IdTokenAlgorithm::Rs256,
            leeway: Duration::from_secs(60),
        }
    }
}

/// Settings of an [`AuthenticationClient`].
///
/// The domain is all that a public client of the database endpoints needs; `client_id` and
/// `client_secret` go into every request that wants them.
///
/// ```
/// use doorward::AuthenticationClient;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let anonymous = AuthenticationClient::builder("tenant.eu.auth0.com").build()?;
/// assert_eq!(anonymous.client_id(), None);
///
/// let auth = AuthenticationClient::builder("tenant.eu.auth0.com")
///     .client_id("client id")
///     .client_secret("client secret")
///     .build()?;
/// assert_eq!(auth.client_id(), Some("client id"));
///
/// let without_domain = AuthenticationClient::builder("").build();
/// assert_eq!(without_domain.unwrap_err().to_string(), "Must provide a domain");
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "a builder does nothing until `build`"]
pub struct AuthenticationClientBuilder {
    domain: String,
    http: HttpSettings,
    client_id: Option<String>,
    authentication: ClientAuthentication,
    id_token: Option<IdTokenSettings>,
    speaks_json: bool,
    mtls_host: Option<String>,
    dpop: Option<DpopKey>,
}

impl AuthenticationClientBuilder {
    pub(super) fn new(domain: String) -> Self {
        Self {
            domain,
            http: HttpSettings::default(),
            client_id: None,
            authentication: ClientAuthentication::Public,
            id_token: Some(IdTokenSettings::default()),
            speaks_json: false,
            mtls_host: None,
            dpop: None,
        }
    }

    http_setters!();

    /// What the client is registered as.
    pub fn client_id(mut self, client_id: impl Into<String>) -> Self {
        self.client_id = Some(client_id.into());
        self
    }

    /// Authenticates with this secret among the parameters.
    pub fn client_secret(self, secret: impl Into<Secret>) -> Self {
        self.client_authentication(ClientAuthentication::SecretPost(secret.into()))
    }

    /// Authenticates with JWTs signed by this key, which goes before any secret.
    ///
    /// ```
    /// use doorward::AuthenticationClient;
    /// use doorward::authentication::{AssertionKey, ClientCredentialsGrant};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let key_pair = rcgen::KeyPair::generate_for(&rcgen::PKCS_RSA_SHA256)?;
    /// # let (key_pem, public_pem) = (key_pair.serialize_pem(), key_pair.public_key_pem());
    /// # let (client_id, audience) = ("signs", "https://api.example.com/");
    /// # let file = serde_json::json!({
    /// #     "clients": [{
    /// #         "name": "Signs", "client_id": client_id, "app_type": "non_interactive",
    /// #         "grant_types": ["client_credentials"],
    /// #         "client_authentication_methods": { "private_key_jwt": { "credentials": [
    /// #             { "credential_type": "public_key", "pem": public_pem, "alg": "RS256" }
    /// #         ] } },
    /// #     }],
    /// #     "clientGrants": [{ "client_id": "Signs", "audience": audience, "scope": ["read:messages"] }],
    /// # });
    /// # let builder = doorward_testing::TestTenant::builder().without_ports().tenant_file(file);
    /// # let tenant = builder.start().await?;
    /// # let domain = tenant.domain();
    /// let auth = AuthenticationClient::builder(domain)
    ///     .client_id(client_id)
    ///     .client_assertion_key(AssertionKey::from_pem(key_pem.as_bytes(), "RS256")?)
    /// #   .transport(tenant.transport())
    ///     .build()?;
    /// let tokens = auth
    ///     .oauth()
    ///     .client_credentials_grant(&ClientCredentialsGrant::new(audience))
    ///     .await?;
    /// assert_eq!(tokens.expires_in, Some(86_400));
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "clientAssertionSigningKey")]
    pub fn client_assertion_key(self, key: AssertionKey) -> Self {
        self.client_authentication(ClientAuthentication::PrivateKeyJwt(key))
    }

    /// Authenticates in one of all the ways there are.
    ///
    /// With a certificate, which goes to `mtls.{domain}`:
    ///
    /// ```
    /// use doorward::AuthenticationClient;
    /// use doorward::authentication::{ClientAuthentication, ClientCredentialsGrant};
    /// use doorward::transport::ReqwestTransport;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let key = rcgen::KeyPair::generate()?;
    /// # let certificate = rcgen::CertificateParams::new(vec!["client".into()])?.self_signed(&key)?;
    /// # let (certificate_pem, key_pem) = (certificate.pem(), key.serialize_pem());
    /// # let (client_id, audience) = ("shows-a-certificate", "https://api.example.com/");
    /// # let file = serde_json::json!({
    /// #     "clients": [{
    /// #         "name": "Shows", "client_id": client_id, "app_type": "non_interactive",
    /// #         "grant_types": ["client_credentials"],
    /// #         "client_authentication_methods": { "self_signed_tls_client_auth": { "credentials": [
    /// #             { "credential_type": "x509_cert", "pem": certificate_pem }
    /// #         ] } },
    /// #     }],
    /// #     "clientGrants": [{ "client_id": "Shows", "audience": audience, "scope": ["read:messages"] }],
    /// # });
    /// # let tenant = doorward_testing::TestTenant::builder().tenant_file(file).start().await?;
    /// # let domain = tenant.domain();
    /// let transport = ReqwestTransport::builder()
    ///     .identity_pem(certificate_pem.as_bytes(), key_pem.as_bytes())?
    /// #   .ca_pem(tenant.ca_pem().as_bytes())?
    ///     .build()?;
    /// let auth = AuthenticationClient::builder(domain) // such as tenant.eu.auth0.com
    ///     .client_id(client_id)
    ///     .client_authentication(ClientAuthentication::MutualTls)
    ///     .transport(transport)
    ///     .build()?;
    /// let grant = ClientCredentialsGrant::new(audience);
    /// let tokens = auth.oauth().client_credentials_grant(&grant).await?;
    /// assert_eq!(tokens.expires_in, Some(86_400));
    /// # Ok(())
    /// # }
    /// ```
    pub fn client_authentication(mut self, way: ClientAuthentication) -> Self {
        let has_key = matches!(self.authentication, ClientAuthentication::PrivateKeyJwt(_));
        let is_secret = matches!(way, ClientAuthentication::SecretPost(_));
        if !(has_key && is_secret) {
            self.authentication = way;
        }
        self
    }

    /// The host that asks for certificates, for [`ClientAuthentication::MutualTls`];
    /// `mtls.{domain}` unless said otherwise. The domain itself where it does so on its own.
    pub fn mtls_host(mut self, host: impl Into<String>) -> Self {
        self.mtls_host = Some(host.into());
        self
    }

    /// Has tokens bound to this key (DPoP). Nonces that the tenant asks for are put into the
    /// proofs, and the request that brought one is made again, once.
    pub fn dpop(mut self, key: DpopKey) -> Self {
        self.dpop = Some(key);
        self
    }

    /// Sends JSON where OAuth wants a form, as versions 2 and 3 of the Node SDK do. Only for servers
    /// that were written against those: Auth0 reads both.
    pub fn json_grants(mut self) -> Self {
        self.speaks_json = true;
        self
    }

    /// How the client's ID tokens are signed; RS256 unless said otherwise. A token signed in any
    /// other way is refused.
    ///
    /// ```
    /// use doorward::AuthenticationClient;
    /// use doorward::id_token::IdTokenAlgorithm;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let auth = AuthenticationClient::builder("tenant.eu.auth0.com")
    ///     .client_id("client id")
    ///     .id_token_signing_alg(IdTokenAlgorithm::Ps256)
    ///     .build()?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "idTokenSigningAlg")]
    pub fn id_token_signing_alg(mut self, algorithm: IdTokenAlgorithm) -> Self {
        self.id_token.get_or_insert_default().algorithm = algorithm;
        self
    }

    /// By how much the tenant's clock may differ from ours; 60 seconds unless said otherwise.
    #[doc(alias = "clockTolerance")]
    pub fn leeway(mut self, leeway: Duration) -> Self {
        self.id_token.get_or_insert_default().leeway = leeway;
        self
    }

    /// Accepts ID tokens unread. Only for programs that validate them elsewhere.
    ///
    /// ```
    /// use doorward::AuthenticationClient;
    /// use doorward::authentication::PasswordGrant;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
    /// # let (email, password) = (doorward_testing::DEMO_EMAIL, doorward_testing::DEMO_PASSWORD);
    /// # let app = tenant.application("Default App").unwrap();
    /// # let (domain, client_id) = (tenant.domain(), &app.client_id);
    /// # let client_secret = app.client_secret.as_deref().unwrap();
    /// let auth = AuthenticationClient::builder(domain)
    ///     .client_id(client_id)
    ///     .client_secret(client_secret)
    /// #   .transport(tenant.transport())
    ///     .danger_skip_id_token_validation()
    ///     .build()?;
    /// let login = PasswordGrant {
    ///     scope: Some("openid".into()),
    ///     ..PasswordGrant::new(email, password)
    /// };
    /// let tokens = auth.oauth().password_grant(&login).await?;
    /// assert!(tokens.id_token.is_some() && tokens.claims.is_none());
    /// # Ok(())
    /// # }
    /// ```
    pub fn danger_skip_id_token_validation(mut self) -> Self {
        self.id_token = None;
        self
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] when a setting is missing or makes no sense.
    pub fn build(self) -> Result<AuthenticationClient, Error> {
        let timeout = Duration::from_secs(10);
        let dispatcher = self
            .http
            .dispatcher(&self.domain, timeout, RetryPolicy::never())?;
        let verifier = match (self.id_token, &self.client_id) {
            (Some(settings), Some(client_id)) => {
                let secret = match &self.authentication {
                    ClientAuthentication::SecretPost(secret)
                    | ClientAuthentication::SecretBasic(secret) => Some(secret.clone()),
                    _ => None,
                };
                Some(
                    IdTokenVerifier::over(dispatcher.clone(), client_id.clone())
                        .algorithm(settings.algorithm, secret)
                        .leeway(settings.leeway),
                )
            }
            _ => None,
        };
        let certified = match (&self.authentication, &self.mtls_host) {
            (ClientAuthentication::MutualTls, host) => {
                Some(dispatcher.domain.certified(host.as_deref())?)
            }
            _ => None,
        };
        Ok(AuthenticationClient {
            shared: Arc::new(Shared {
                certified,
                dpop: self.dpop.map(|key| (key, Arc::new(Nonces::default()))),
                issuer: dispatcher.domain.issuer(),
                dispatcher,
                client_id: self.client_id,
                authentication: self.authentication,
                verifier,
                speaks_json: self.speaks_json,
            }),
            options: None,
        })
    }
}
