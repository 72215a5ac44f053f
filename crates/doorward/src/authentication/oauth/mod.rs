//! The OAuth endpoints: grants, pushed authorization, revocation.

mod authorization_code;
mod client_credentials;
mod other_grants;
mod password;
mod pushed_authorization;
mod refresh_token;
mod token_for_connection;

pub use self::authorization_code::{AuthorizationCodeGrant, AuthorizationCodeGrantWithPkce};
pub use self::client_credentials::ClientCredentialsGrant;
pub use self::other_grants::{GlobalTokenRevocation, Grant, JwtBearerGrant, SessionTransferToken};
pub use self::password::PasswordGrant;
pub use self::pushed_authorization::{PushedAuthorization, PushedAuthorizationResponse};
pub use self::refresh_token::{RefreshTokenGrant, RevokeRefreshToken};
pub use self::token_for_connection::TokenForConnection;

use super::{AuthenticationClient, TokenSet};
use crate::error::Error;
use crate::response::ApiResponse;

/// The OAuth endpoints of a tenant. From [`AuthenticationClient::oauth`].
#[derive(Debug, Clone, Copy)]
pub struct OAuth<'a> {
    pub(super) client: &'a AuthenticationClient,
}

impl OAuth<'_> {
    /// Buys tokens with the code from `/authorize`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `invalid_grant` for a code that is wrong, spent or expired;
    /// [`Error::IdToken`] when the ID token does not say what was asked for.
    #[doc(alias = "authorizationCodeGrant")]
    #[doc(alias = "getTokenByCode")]
    pub async fn authorization_code_grant(
        &self,
        request: &AuthorizationCodeGrant,
    ) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }

    /// Buys tokens with the code from `/authorize` and its PKCE verifier.
    ///
    /// [`AuthorizeUrl::begin`](super::AuthorizeUrl::begin) makes such a request, and
    /// [`PendingLogin::finish`](super::PendingLogin::finish) fills it in. By hand:
    ///
    /// ```
    /// use doorward::authentication::{AuthorizationCodeGrantWithPkce, Pkce};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
    /// # let app = tenant.application("Default App").unwrap();
    /// # let auth = tenant.authentication(app)?;
    /// # let (email, password) = (doorward_testing::DEMO_EMAIL, doorward_testing::DEMO_PASSWORD);
    /// # let redirect_uri = app.callbacks[0].as_str();
    /// let pkce = Pkce::generate()?;
    /// let url = auth
    ///     .authorize_url()?
    ///     .redirect_uri(redirect_uri)
    ///     .scope("openid")
    ///     .pkce(&pkce)
    ///     .nonce("a nonce")
    ///     .max_age(3600)
    ///     .into_url();
    /// # let came_back = tenant.log_in(&url, email, password).await?;
    /// # let code = came_back.query_pairs().find(|(name, _)| name == "code").unwrap().1.into_owned();
    /// // The browser goes to `url` and comes back with a `code`.
    /// let grant = AuthorizationCodeGrantWithPkce {
    ///     redirect_uri: Some(redirect_uri.into()),
    ///     nonce: Some("a nonce".into()),
    ///     max_age: Some(3600),
    ///     ..AuthorizationCodeGrantWithPkce::new(code, &pkce.verifier)
    /// };
    /// let tokens = auth.oauth().authorization_code_grant_with_pkce(&grant).await?;
    /// println!("{} logged in", tokens.claims.as_ref().expect("openid was granted").sub);
    /// # let other = AuthorizationCodeGrantWithPkce { organization: Some("org_1".into()), ..grant };
    /// # assert!(auth.oauth().authorization_code_grant_with_pkce(&other).await.is_err());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// As [`authorization_code_grant`](Self::authorization_code_grant).
    #[doc(alias = "authorizationCodeGrantWithPKCE")]
    pub async fn authorization_code_grant_with_pkce(
        &self,
        request: &AuthorizationCodeGrantWithPkce,
    ) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }

    /// Buys an access token for the client itself.
    ///
    /// An access token for the Management API, say:
    ///
    /// ```
    /// use doorward::authentication::ClientCredentialsGrant;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
    /// # let client = &tenant.bootstrap().management;
    /// # let auth = doorward::AuthenticationClient::builder(tenant.domain())
    /// #     .transport(tenant.transport())
    /// #     .client_id(&client.client_id)
    /// #     .client_secret(client.client_secret.as_str())
    /// #     .build()?;
    /// let grant = ClientCredentialsGrant {
    ///     scope: Some("read:users".into()),
    ///     ..ClientCredentialsGrant::new(format!("{}api/v2/", tenant.issuer()))
    /// };
    /// let tokens = auth.oauth().client_credentials_grant(&grant).await?;
    /// assert_eq!(tokens.token_type.as_deref(), Some("Bearer"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`ArgumentError::NoClientAuthentication`](crate::ArgumentError::NoClientAuthentication) for
    /// a public client; nothing is sent then.
    #[doc(alias = "clientCredentialsGrant")]
    #[doc(alias = "getTokenByClientCredentials")]
    pub async fn client_credentials_grant(
        &self,
        request: &ClientCredentialsGrant,
    ) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }

    /// Buys tokens with a user's name and password.
    ///
    /// ```
    /// use doorward::authentication::PasswordGrant;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
    /// # let app = tenant.application("Default App").unwrap();
    /// # let auth = tenant.authentication(app)?;
    /// # let (email, password) = (doorward_testing::DEMO_EMAIL, doorward_testing::DEMO_PASSWORD);
    /// let login = PasswordGrant {
    ///     realm: Some("Username-Password-Authentication".into()),
    ///     scope: Some("openid profile".into()),
    ///     ..PasswordGrant::new(email, password)
    /// };
    /// let tokens = auth.oauth().password_grant(&login).await?;
    /// assert!(tokens.claims.is_some());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `invalid_grant` for a wrong name or password, `mfa_required` when a
    /// second factor is needed, `too_many_attempts` when guessing was suspected.
    #[doc(alias = "passwordGrant")]
    #[doc(alias = "getTokenByPassword")]
    pub async fn password_grant(
        &self,
        request: &PasswordGrant,
    ) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }

    /// Buys the next access token with a refresh token.
    ///
    /// ```
    /// use doorward::authentication::{PasswordGrant, RefreshTokenGrant};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
    /// # let app = tenant.application("Default App").unwrap();
    /// # let auth = tenant.authentication(app)?;
    /// # let (email, password) = (doorward_testing::DEMO_EMAIL, doorward_testing::DEMO_PASSWORD);
    /// let login = PasswordGrant {
    ///     scope: Some("openid offline_access".into()),
    ///     ..PasswordGrant::new(email, password)
    /// };
    /// let tokens = auth.oauth().password_grant(&login).await?;
    /// let refresh_token = tokens.refresh_token.as_ref().expect("offline_access was granted");
    ///
    /// let renewed = auth.oauth().refresh_token_grant(&RefreshTokenGrant::new(refresh_token)).await?;
    /// assert_ne!(renewed.access_token.as_str(), tokens.access_token.as_str());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `invalid_grant` for a token that is unknown, expired, revoked or reused.
    #[doc(alias = "refreshTokenGrant")]
    #[doc(alias = "getTokenByRefreshToken")]
    #[doc(alias = "refreshToken")]
    pub async fn refresh_token_grant(
        &self,
        request: &RefreshTokenGrant,
    ) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }

    /// Makes a refresh token worthless.
    ///
    /// ```
    /// use doorward::authentication::{RefreshTokenGrant, RevokeRefreshToken};
    /// use doorward::ErrorCode;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
    /// # let app = tenant.application("Default App").unwrap();
    /// # let auth = tenant.authentication(app)?;
    /// # let (email, password) = (doorward_testing::DEMO_EMAIL, doorward_testing::DEMO_PASSWORD);
    /// # let login = doorward::authentication::PasswordGrant {
    /// #     scope: Some("openid offline_access".into()),
    /// #     ..doorward::authentication::PasswordGrant::new(email, password)
    /// # };
    /// # let tokens = auth.oauth().password_grant(&login).await?;
    /// # let refresh_token = tokens.refresh_token.as_ref().unwrap();
    /// auth.oauth().revoke_refresh_token(&RevokeRefreshToken::new(refresh_token)).await?;
    ///
    /// let refused = auth.oauth().refresh_token_grant(&RefreshTokenGrant::new(refresh_token)).await;
    /// assert_eq!(refused.unwrap_err().api().unwrap().code(), ErrorCode::InvalidGrant);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// When the client may not, or could not be heard. Not for a token that never was.
    #[doc(alias = "revokeRefreshToken")]
    #[doc(alias = "revokeToken")]
    pub async fn revoke_refresh_token(
        &self,
        request: &RevokeRefreshToken,
    ) -> Result<ApiResponse<()>, Error> {
        self.client.send(request).await
    }

    /// Hands over the parameters of `/authorize` in advance.
    ///
    /// # Errors
    ///
    /// As for `/authorize`, but told to the client and not to the browser.
    #[doc(alias = "pushedAuthorization")]
    pub async fn pushed_authorization(
        &self,
        request: &PushedAuthorization,
    ) -> Result<ApiResponse<PushedAuthorizationResponse>, Error> {
        self.client.send(request).await
    }

    /// Gets the token of a user's identity provider from the vault.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] when there is none, or none that is still good.
    #[doc(alias = "tokenForConnection")]
    #[doc(alias = "getTokenForConnection")]
    pub async fn token_for_connection(
        &self,
        request: &TokenForConnection,
    ) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }

    /// Buys a token that carries a native application's login into a browser.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] when the client may not make such tokens.
    pub async fn session_transfer_token(
        &self,
        request: &SessionTransferToken,
    ) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }

    /// Buys an access token with an assertion of another identity provider.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `invalid_grant` for an assertion that is wrong or expired.
    pub async fn jwt_bearer_grant(
        &self,
        request: &JwtBearerGrant,
    ) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }

    /// Buys tokens by a grant that has no method of its own.
    ///
    /// ```
    /// use doorward::authentication::Grant;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
    /// # let app = tenant.application("Default App").unwrap();
    /// # let auth = tenant.authentication(app)?;
    /// # let (email, password) = (doorward_testing::DEMO_EMAIL, doorward_testing::DEMO_PASSWORD);
    /// let mut grant = Grant::new("password");
    /// grant.extra.insert("username".into(), email.into());
    /// grant.extra.insert("password".into(), password.into());
    /// let tokens = auth.oauth().grant(&grant).await?;
    /// assert_eq!(tokens.token_type.as_deref(), Some("Bearer"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Whatever the grant ends in.
    #[doc(alias = "oauth.token")]
    pub async fn grant(&self, request: &Grant) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }
}
