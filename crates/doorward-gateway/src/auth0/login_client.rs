//! One configured client's way to the Authentication API.

use std::sync::Arc;
use std::time::Duration;

use doorward::authentication::{
    AuthorizationCodeGrantWithPkce, ChangePassword, PasswordGrant, RefreshTokenGrant, TokenSet,
};
use doorward::{AuthenticationClient, RequestOptions, Secret};
use jsonwebtoken::{Algorithm, DecodingKey};
use serde_json::{Map, Value};

use super::id_token::{IdTokenFault, Judge, header};
use super::keys::Keys;
use super::{CallError, TenantError, Transport};
use crate::clock::Clock;
use crate::config::{Client, Config};
use crate::context::OnBehalf;
use crate::session::LoginState;

/// Longest wait for one call. Callers of `/userinfo` wait up to a minute for several.
pub(super) const TIMEOUT: Duration = Duration::from_secs(10);

/// How long an access token is taken to be valid when the tenant does not say: Auth0's default.
const DEFAULT_EXPIRES_IN: u64 = 86_400;

/// A client of the config, able to log its users in.
pub(crate) struct LoginClient {
    pub(crate) config: Client,
    authentication: AuthenticationClient,
    keys: Arc<Keys>,
    issuers: Vec<String>,
    clock: Clock,
}

/// What the tenant gave for a code, a password or a refresh token.
pub(crate) struct Grant {
    pub(crate) access_token: Secret,
    pub(crate) refresh_token: Option<Secret>,
    pub(crate) id_token: Option<Secret>,
    /// Seconds.
    pub(crate) expires_in: u64,
}

impl LoginClient {
    pub(super) fn new(
        client: Client,
        config: &Config,
        keys: Arc<Keys>,
        transport: &Transport,
        clock: &Clock,
    ) -> Result<Self, doorward::Error> {
        let now = clock.clone();
        let authentication = AuthenticationClient::builder(client.auth0_url.host())
            .base_url(client.auth0_url.as_str())
            .transport(transport.clone())
            .clock(move || now.now())
            .timeout(TIMEOUT)
            .client_id(&client.client_id)
            .client_secret(&client.client_secret)
            // `verify` does it, with this client's algorithms and issuers.
            .danger_skip_id_token_validation()
            .build()?;
        let issuers = [Some(&client.auth0_url), config.auth0_tenant_url.as_ref()];
        let issuers = issuers
            .into_iter()
            .flatten()
            .map(|url| url.issuer())
            .collect();
        Ok(Self {
            config: client,
            authentication,
            keys,
            issuers,
            clock: clock.clone(),
        })
    }

    /// Whether the tenant answers at all.
    pub(crate) async fn is_tenant_there(&self) -> bool {
        self.keys.is_tenant_there().await
    }

    /// Buys tokens with the code of a login that this gateway started.
    pub(crate) async fn exchange_code(
        &self,
        code: &str,
        login: &LoginState,
        on_behalf: &OnBehalf,
    ) -> Result<Grant, CallError> {
        let request = AuthorizationCodeGrantWithPkce {
            redirect_uri: Some(login.redirect_uri.clone()),
            ..AuthorizationCodeGrantWithPkce::new(code, &login.code_verifier)
        };
        let tokens = self
            .on_behalf(on_behalf)
            .oauth()
            .authorization_code_grant_with_pkce(&request)
            .await?;
        Ok(tokens.data.into())
    }

    /// Buys tokens with a user's name and password, in a connection or the tenant's default directory.
    pub(crate) async fn password(
        &self,
        username: &str,
        password: Secret,
        connection: Option<&str>,
        on_behalf: &OnBehalf,
    ) -> Result<Grant, CallError> {
        let request = PasswordGrant {
            realm: connection.map(str::to_owned),
            audience: self.config.audience.clone(),
            scope: Some(self.config.scope()),
            ..PasswordGrant::new(username, password)
        };
        let tokens = self
            .on_behalf(on_behalf)
            .oauth()
            .password_grant(&request)
            .await?;
        Ok(tokens.data.into())
    }

    /// Buys the next tokens.
    pub(crate) async fn refresh(
        &self,
        refresh_token: &Secret,
        on_behalf: &OnBehalf,
    ) -> Result<Grant, CallError> {
        let request = RefreshTokenGrant::new(refresh_token);
        let tokens = self
            .on_behalf(on_behalf)
            .oauth()
            .refresh_token_grant(&request)
            .await?;
        Ok(tokens.data.into())
    }

    /// Has the tenant mail a link for a new password.
    pub(crate) async fn change_password(
        &self,
        email: &str,
        connection: &str,
        on_behalf: &OnBehalf,
    ) -> Result<(), CallError> {
        let request = ChangePassword::new(email, connection);
        self.on_behalf(on_behalf)
            .database()
            .change_password(&request)
            .await?;
        Ok(())
    }

    /// The claims of an ID token for this client.
    pub(crate) async fn verify(&self, id_token: &str) -> Result<Map<String, Value>, TenantError> {
        let signed = header(id_token, &self.config.supported_signing_algs)?;
        let key = match signed.algorithm {
            Algorithm::HS256 => DecodingKey::from_secret(self.config.client_secret.as_bytes()),
            _ => self
                .keys
                .find(signed.kid.as_deref())
                .await?
                .ok_or(IdTokenFault::UnknownKey)?,
        };
        let judge = Judge {
            issuers: &self.issuers,
            client_id: &self.config.client_id,
            now: self.clock.now(),
        };
        Ok(judge.verify(id_token, &key, signed.algorithm)?)
    }

    fn on_behalf(&self, caller: &OnBehalf) -> AuthenticationClient {
        self.authentication.with(options(caller))
    }
}

/// What is passed on of the caller's request.
pub(super) fn options(caller: &OnBehalf) -> RequestOptions {
    let mut options = RequestOptions::new();
    if let Some(id) = &caller.request_id {
        options = options.header("x-request-id", id);
    }
    if let Some(address) = caller.forwarded_for {
        options = options.forwarded_for(address);
    }
    options
}

impl From<TokenSet> for Grant {
    fn from(tokens: TokenSet) -> Self {
        Self {
            access_token: tokens.access_token,
            refresh_token: tokens.refresh_token.filter(|token| !token.is_empty()),
            id_token: tokens.id_token.filter(|token| !token.is_empty()),
            expires_in: tokens.expires_in.unwrap_or(DEFAULT_EXPIRES_IN),
        }
    }
}
