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
    /// # Errors
    ///
    /// Whatever the grant ends in.
    #[doc(alias = "oauth.token")]
    pub async fn grant(&self, request: &Grant) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }
}
