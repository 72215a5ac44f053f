//! The Authentication API: sign-up, login, tokens.

pub mod anonymous;
mod asserted;
pub mod authorize;
pub mod backchannel;
mod builder;
mod client_authentication;
mod database;
pub mod device;
mod enterprise;
pub mod legacy;
mod login;
pub mod metadata;
pub mod mfa;
mod oauth;
mod one_time_code;
mod operation;
pub mod passkey;
mod passwordless;
mod pkce;
mod polling;
pub mod registration;
mod sending;
mod token_exchange;
mod tokens;
mod user_info;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;
use jiff::Timestamp;

pub use self::anonymous::Anonymous;
pub(crate) use self::asserted::Asserted;
pub use self::authorize::{AuthorizeUrl, LogoutUrl};
pub use self::backchannel::Backchannel;
pub use self::builder::AuthenticationClientBuilder;
pub use self::client_authentication::{
    AssertionKey, AssertionSigner, ClientAuthentication, SigningError,
};
pub use self::database::{ChangePassword, Database, SignUp, SignUpResponse};
pub use self::device::Device;
pub use self::legacy::Legacy;
pub use self::login::{CallbackError, Login, PendingLogin};
pub use self::mfa::Mfa;
pub use self::oauth::{
    AuthorizationCodeGrant, AuthorizationCodeGrantWithPkce, ClientCredentialsGrant,
    GlobalTokenRevocation, Grant, JwtBearerGrant, OAuth, PasswordGrant, PushedAuthorization,
    PushedAuthorizationResponse, RefreshTokenGrant, RevokeRefreshToken, SessionTransferToken,
    TokenForConnection,
};
pub use self::one_time_code::{LoginWithOtp, OtpChallenge, OtpSession};
pub use self::operation::{AuthenticationOperation, ClientProof, Encoding};
pub use self::passkey::Passkeys;
pub use self::passwordless::{LoginWithEmail, LoginWithSms, Passwordless, SendEmail, SendSms};
pub use self::pkce::{Pkce, random_state};
pub use self::token_exchange::{ExchangeToken, NativeSocialLogin, TokenExchange};
pub use self::tokens::TokenSet;
pub use self::user_info::{UserInfo, UserInfoClient, UserInfoClientBuilder};
pub(crate) use self::user_info::{bearer, credentials};

use self::metadata::{
    FindFederatedDomain, GetSamlMetadata, GetServerMetadata, GetWsFederationMetadata,
    ServerMetadata,
};
use self::registration::{RegisterClient, RegisteredClient};
use crate::dispatch::Dispatcher;
use crate::domain::Domain;
use crate::dpop::{DpopKey, Nonces};
use crate::error::{ArgumentError, Error};
use crate::id_token::IdTokenVerifier;
use crate::options::RequestOptions;
use crate::response::ApiResponse;
use crate::retry::RetryPolicy;

/// The Authentication API of a tenant, as one of its clients.
///
/// A clone is cheap and shares connections and keys. Operations are grouped as in Auth0's
/// documentation: [`database`](Self::database), [`oauth`](Self::oauth),
/// [`passwordless`](Self::passwordless), [`mfa`](Self::mfa), [`device`](Self::device),
/// [`backchannel`](Self::backchannel), [`passkey`](Self::passkey),
/// [`token_exchange`](Self::token_exchange), [`anonymous`](Self::anonymous); [`legacy`](Self::legacy) has what is no longer there.
///
/// An attempt may take 10 seconds and is not repeated, unless said otherwise.
///
/// ```
/// use doorward::AuthenticationClient;
/// use doorward::authentication::{ClientCredentialsGrant, SendEmail, SignUp};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
/// # let app = tenant.application("Default App").unwrap();
/// # let (domain, client_id) = (tenant.domain(), &app.client_id);
/// # let client_secret = app.client_secret.as_deref().unwrap();
/// # let m2m = tenant.application("Default M2M").unwrap();
/// # let machine = tenant.authentication(m2m)?;
/// # let audience = &tenant.bootstrap().api.identifier;
/// let auth = AuthenticationClient::builder(domain) // such as tenant.eu.auth0.com
///     .client_id(client_id)
///     .client_secret(client_secret)
/// #   .transport(tenant.transport())
///     .build()?;
///
/// let user = SignUp::new("ada@example.com", "correct-Horse-7", "Username-Password-Authentication");
/// auth.database().sign_up(&user).await?;
/// auth.passwordless().send_email(&SendEmail::code("ada@example.com")).await?;
///
/// # let auth = machine;
/// let tokens = auth.oauth().client_credentials_grant(&ClientCredentialsGrant::new(audience)).await?;
/// println!("valid for {:?} seconds", tokens.expires_in);
///
/// // Debug output is fit for logs.
/// assert!(!format!("{auth:?}").contains(client_secret));
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct AuthenticationClient {
    shared: Arc<Shared>,
    options: Option<Arc<RequestOptions>>,
}

struct Shared {
    dispatcher: Dispatcher,
    client_id: Option<String>,
    authentication: ClientAuthentication,
    verifier: Option<IdTokenVerifier>,
    issuer: String,
    /// Whether what would be a form is sent as JSON.
    speaks_json: bool,
    /// Where calls go that are authenticated by a certificate.
    certified: Option<Domain>,
    /// The key that tokens are bound to, and the nonces of the token endpoint.
    dpop: Option<(DpopKey, Arc<Nonces>)>,
}

impl fmt::Debug for AuthenticationClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthenticationClient")
            .field("domain", &self.shared.dispatcher.domain)
            .field("client_id", &self.shared.client_id)
            .field("authentication", &self.shared.authentication)
            .finish_non_exhaustive()
    }
}

impl AuthenticationClient {
    /// A client of the tenant at `domain`: host, and port if it is not 443.
    pub fn builder(domain: impl Into<String>) -> AuthenticationClientBuilder {
        AuthenticationClientBuilder::new(domain.into())
    }

    /// One that fetches access tokens over the dispatcher of another API's client. A grant that
    /// met a rate limit or lost its connection is tried again: nothing depends on it but that client.
    pub(crate) fn for_tokens(
        dispatcher: &Dispatcher,
        client_id: String,
        authentication: ClientAuthentication,
    ) -> Self {
        let dispatcher = dispatcher.paced(Duration::from_secs(10), RetryPolicy::authentication());
        let certified = match authentication {
            ClientAuthentication::MutualTls => dispatcher.domain.certified(None).ok(),
            _ => None,
        };
        Self {
            shared: Arc::new(Shared {
                issuer: dispatcher.domain.issuer(),
                dispatcher,
                client_id: Some(client_id),
                authentication,
                verifier: None,
                speaks_json: false,
                certified,
                dpop: None,
            }),
            options: None,
        }
    }

    /// What time it is by the client's clock.
    pub(crate) fn now(&self) -> Timestamp {
        self.shared.dispatcher.clock.now()
    }

    /// The same client with other headers, timeout or retries.
    pub fn with(&self, options: RequestOptions) -> Self {
        Self {
            shared: self.shared.clone(),
            options: Some(Arc::new(options)),
        }
    }

    /// Sign-up and forgotten passwords.
    pub fn database(&self) -> Database<'_> {
        Database { client: self }
    }

    /// Grants, pushed authorization, revocation.
    pub fn oauth(&self) -> OAuth<'_> {
        OAuth { client: self }
    }

    /// Codes and links by e-mail and text message.
    pub fn passwordless(&self) -> Passwordless<'_> {
        Passwordless { client: self }
    }

    /// Login that the user confirms on another device.
    pub fn backchannel(&self) -> Backchannel<'_> {
        Backchannel { client: self }
    }

    /// Somebody else's token for one of the tenant.
    pub fn token_exchange(&self) -> TokenExchange<'_> {
        TokenExchange { client: self }
    }

    /// Login of a program without a browser.
    pub fn device(&self) -> Device<'_> {
        Device { client: self }
    }

    /// Second factors.
    pub fn mfa(&self) -> Mfa<'_> {
        Mfa { client: self }
    }

    /// Passkeys in an application of one's own.
    pub fn passkey(&self) -> Passkeys<'_> {
        Passkeys { client: self }
    }

    /// Sessions of visitors who have not logged in.
    pub fn anonymous(&self) -> Anonymous<'_> {
        Anonymous { client: self }
    }

    /// What only old programs call.
    pub fn legacy(&self) -> Legacy<'_> {
        Legacy { client: self }
    }

    /// Where the tenant's endpoints are, and what they can do.
    ///
    /// # Errors
    ///
    /// [`Error`] when the tenant cannot be heard.
    #[doc(alias = "getServerMetadata")]
    pub async fn server_metadata(&self) -> Result<ApiResponse<ServerMetadata>, Error> {
        self.send(&GetServerMetadata {}).await
    }

    /// The tenant's metadata for a SAML service provider, as XML.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] when `client_id` has no SAML add-on.
    #[doc(alias = "GetSamlMetadata")]
    pub async fn saml_metadata(
        &self,
        client_id: impl Into<String>,
    ) -> Result<ApiResponse<String>, Error> {
        let client_id = client_id.into();
        self.send(&GetSamlMetadata { client_id }).await
    }

    /// The tenant's metadata for WS-Federation, as XML.
    ///
    /// # Errors
    ///
    /// [`Error`] when the tenant cannot be heard.
    #[doc(alias = "GetWsFedMetadata")]
    pub async fn ws_federation_metadata(&self) -> Result<ApiResponse<String>, Error> {
        self.send(&GetWsFederationMetadata {}).await
    }

    /// Whether users with addresses of `email_domain` log in at another identity provider.
    ///
    /// # Errors
    ///
    /// [`Error`] for every answer but yes and no.
    #[doc(alias = "isFederatedDomain")]
    pub async fn is_federated_domain(&self, email_domain: &str) -> Result<bool, Error> {
        let email_domain = email_domain.to_owned();
        match self.send(&FindFederatedDomain { email_domain }).await {
            Ok(_) => Ok(true),
            Err(Error::Api(refusal)) if refusal.status() == StatusCode::NOT_FOUND => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Makes a client, for whoever asks, if the tenant allows that.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `invalid_redirect_uri` or `invalid_client_metadata`, or when the tenant
    /// does not allow it.
    pub async fn register_client(
        &self,
        request: &RegisterClient,
    ) -> Result<ApiResponse<RegisteredClient>, Error> {
        self.send(request).await
    }

    /// What the client is registered as.
    pub fn client_id(&self) -> Option<&str> {
        self.shared.client_id.as_deref()
    }

    /// Validates ID tokens for this client; `None` when validation was switched off.
    pub fn id_token_verifier(&self) -> Option<&IdTokenVerifier> {
        self.shared.verifier.as_ref()
    }

    /// Where to send the browser so that its user logs in.
    ///
    /// # Errors
    ///
    /// [`ArgumentError::NoClientId`] when the client has none.
    pub fn authorize_url(&self) -> Result<AuthorizeUrl, Error> {
        let client_id = self.client_id().ok_or(ArgumentError::NoClientId)?;
        let base = self.shared.dispatcher.domain.url("/authorize");
        Ok(AuthorizeUrl::new(base, client_id, &self.shared.issuer))
    }

    /// Begins a login whose parameters the browser never sees: they are pushed to the tenant (RFC
    /// 9126), and the address names them.
    ///
    /// # Errors
    ///
    /// As [`pushed_authorization`](OAuth::pushed_authorization).
    #[doc(alias = "buildAuthorizationUrl")]
    pub async fn push_login(&self, url: AuthorizeUrl) -> Result<Login, Error> {
        let (url, pending) = url.pending()?;
        let pushed = self.send(&url.to_push()?).await?;
        Ok(Login {
            url: url.pushed(&pushed.request_uri),
            pending,
        })
    }

    /// Where to send the browser so that its user is logged out of the tenant, by OpenID Connect.
    #[doc(alias = "buildLogoutUrl")]
    pub fn logout_url(&self) -> LogoutUrl {
        let base = self.shared.dispatcher.domain.url("/oidc/logout");
        LogoutUrl::new(base, "post_logout_redirect_uri", self.client_id())
    }

    /// The same by Auth0's own endpoint, which asks the user nothing and needs no ID token.
    pub fn v2_logout_url(&self) -> LogoutUrl {
        let base = self.shared.dispatcher.domain.url("/v2/logout");
        LogoutUrl::new(base, "returnTo", self.client_id())
    }
}
