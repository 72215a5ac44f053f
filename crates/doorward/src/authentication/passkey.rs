//! Passkeys without the tenant's login page: the browser's WebAuthn answers, exchanged for tokens.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::operation::{AuthenticationOperation, Encoding, read_json};
use super::{AuthenticationClient, TokenSet};
use crate::error::Error;
use crate::extra::Extra;
use crate::id_token::IdTokenExpectation;
use crate::response::{ApiResponse, RawResponse};
use crate::secret::Secret;

/// Passkeys of a tenant. From [`AuthenticationClient::passkey`].
#[derive(Debug, Clone, Copy)]
pub struct Passkeys<'a> {
    pub(super) client: &'a AuthenticationClient,
}

impl Passkeys<'_> {
    /// Begins the sign-up of a user with a new passkey.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `invalid_request` for a user who exists, 404 when passkeys are off.
    pub async fn register(
        &self,
        request: &PasskeyRegistration,
    ) -> Result<ApiResponse<PasskeySession>, Error> {
        self.client.send(request).await
    }

    /// Begins a login with a passkey.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with 404 when passkeys are off.
    pub async fn challenge(
        &self,
        request: &PasskeyChallenge,
    ) -> Result<ApiResponse<PasskeySession>, Error> {
        self.client.send(request).await
    }

    /// Ends either with tokens.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `invalid_grant` for a credential that does not fit.
    #[doc(alias = "getTokenByPasskey")]
    pub async fn grant(&self, request: &PasskeyGrant) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }
}

/// A user to be signed up with a passkey.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct PasskeyRegistration {
    /// Who it is: `email`, `phone_number`, `username`, `name`, …; what the connection identifies
    /// its users by is needed.
    pub user_profile: Map<String, Value>,
    /// The connection; the tenant's default directory when `None`.
    pub realm: Option<String>,
    /// The organization, as id or name.
    pub organization: Option<String>,
    /// Whatever the user may see and change; up to ten texts.
    pub user_metadata: Option<Map<String, Value>>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A login to begin.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct PasskeyChallenge {
    /// The connection; the tenant's default directory when `None`.
    pub realm: Option<String>,
    /// The organization, as id or name.
    pub organization: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What the browser is asked.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PasskeySession {
    /// What [`PasskeyGrant`] is made of.
    pub auth_session: Secret,
    /// What `navigator.credentials.create` or `.get` takes as its `publicKey`.
    pub authn_params_public_key: Value,
    /// Everything else in the answer.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AuthenticationOperation for PasskeyRegistration {
    const NAME: &'static str = "passkey.register";
    const PATH: &'static str = "/passkey/register";
    const ENCODING: Encoding = Encoding::Json;
    type Output = PasskeySession;

    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error> {
        read_json(response)
    }
}

impl AuthenticationOperation for PasskeyChallenge {
    const NAME: &'static str = "passkey.challenge";
    const PATH: &'static str = "/passkey/challenge";
    const ENCODING: Encoding = Encoding::Json;
    type Output = PasskeySession;

    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error> {
        read_json(response)
    }
}

/// The browser's answer, to be exchanged for tokens.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PasskeyGrant {
    /// From [`PasskeySession::auth_session`].
    pub auth_session: Secret,
    /// The browser's `PublicKeyCredential` as JSON.
    pub authn_response: Value,
    /// The connection; the one the session began with when `None`.
    pub realm: Option<String>,
    /// The scopes wanted, separated by spaces.
    pub scope: Option<String>,
    /// The API the access token is for.
    pub audience: Option<String>,
    /// The organization, as id or name; an ID token must name it.
    pub organization: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl PasskeyGrant {
    /// Session and credential, nothing else said.
    pub fn new(auth_session: impl Into<Secret>, authn_response: Value) -> Self {
        Self {
            auth_session: auth_session.into(),
            authn_response,
            realm: None,
            scope: None,
            audience: None,
            organization: None,
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for PasskeyGrant {
    const NAME: &'static str = "passkey.grant";
    const PATH: &'static str = "/oauth/token";
    const ENCODING: Encoding = Encoding::Json;
    type Output = TokenSet;

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        vec![("grant_type", "urn:okta:params:oauth:grant-type:webauthn")]
    }

    fn read(response: &RawResponse) -> Result<TokenSet, serde_json::Error> {
        read_json(response)
    }

    fn tokens(output: &mut TokenSet) -> Option<&mut TokenSet> {
        Some(output)
    }

    fn expected_id_token(&self) -> IdTokenExpectation<'_> {
        IdTokenExpectation {
            organization: self.organization.as_deref(),
            ..IdTokenExpectation::default()
        }
    }
}
