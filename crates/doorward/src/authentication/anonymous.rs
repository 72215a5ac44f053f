//! Sessions of visitors who have not logged in, a beta of Auth0's: they get access tokens of their own, and keep what
//! they did when they log in.
//!
//! ```no_run
//! use doorward::AuthenticationClient;
//! use doorward::authentication::anonymous::CreateAnonymousSession;
//!
//! # async fn example(auth: AuthenticationClient) -> Result<(), doorward::Error> {
//! let session = auth.anonymous().create_session(&CreateAnonymousSession::default()).await?;
//! let session_token = session.session_token.clone().unwrap_or_default();
//! // Later, when the visitor logs in, the session goes along:
//! let transfer = auth.anonymous().mint_transfer_token(session_token).await?;
//! let login = auth
//!     .authorize_url()?
//!     .parameter("anon_transfer_token", &transfer.anon_transfer_token)
//!     .begin()?;
//! # Ok(())
//! # }
//! ```

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::AuthenticationClient;
use super::operation::{AuthenticationOperation, ClientProof, Encoding, read_json};
use crate::error::Error;
use crate::extra::Extra;
use crate::response::{ApiResponse, RawResponse};
use crate::secret::Secret;

/// Sessions of visitors. From [`AuthenticationClient::anonymous`].
#[derive(Debug, Clone, Copy)]
pub struct Anonymous<'a> {
    pub(super) client: &'a AuthenticationClient,
}

impl Anonymous<'_> {
    /// Begins a session.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] when the tenant has no such sessions.
    pub async fn create_session(
        &self,
        request: &CreateAnonymousSession,
    ) -> Result<ApiResponse<AnonymousTokens>, Error> {
        self.client.send(request).await
    }

    /// Another access token of a session.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `session_expired` or `invalid_session_token` when there is no such session
    /// any more: begin another.
    pub async fn get_access_token(
        &self,
        request: &AnonymousAccessToken,
    ) -> Result<ApiResponse<AnonymousTokens>, Error> {
        self.client.send(request).await
    }

    /// What takes the session along into a login, as `anon_transfer_token` of `/authorize`.
    ///
    /// # Errors
    ///
    /// As [`get_access_token`](Self::get_access_token). A login goes well without.
    pub async fn mint_transfer_token(
        &self,
        session_token: impl Into<Secret>,
    ) -> Result<ApiResponse<AnonymousTransfer>, Error> {
        let request = AnonymousTransferToken::new(session_token);
        self.client.send(&request).await
    }

    /// Ends the session whose cookie the request carries. Auth0 knows it by the cookie `auth0_anon` of
    /// the visitor's browser alone: pass that on as a header of the call. Access tokens stay valid.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] when the tenant has no such sessions.
    pub async fn logout(&self) -> Result<ApiResponse<()>, Error> {
        self.client.send(&EndAnonymousSession::default()).await
    }
}

/// A session to begin. What is not said is the tenant's to decide.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct CreateAnonymousSession {
    /// The API the access token is for.
    pub audience: Option<String>,
    /// The scopes wanted, separated by spaces.
    pub scope: Option<String>,
    /// What is to be remembered of the visitor; at most 1 KB as JSON.
    pub metadata: Option<Map<String, Value>>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A session that needs another access token.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AnonymousAccessToken {
    /// From [`AnonymousTokens::session_token`].
    pub session_token: Secret,
    /// The API the access token is for.
    pub audience: Option<String>,
    /// The scopes wanted, separated by spaces.
    pub scope: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AnonymousAccessToken {
    /// An access token of this session, nothing else said.
    pub fn new(session_token: impl Into<Secret>) -> Self {
        Self {
            session_token: session_token.into(),
            audience: None,
            scope: None,
            extra: Extra::default(),
        }
    }
}

/// A session to be taken along into a login.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AnonymousTransferToken {
    /// From [`AnonymousTokens::session_token`].
    pub session_token: Secret,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AnonymousTransferToken {
    /// For this session.
    pub fn new(session_token: impl Into<Secret>) -> Self {
        Self {
            session_token: session_token.into(),
            extra: Extra::default(),
        }
    }
}

/// The session of whoever's cookie goes along.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct EndAnonymousSession {
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Tokens of a visitor.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AnonymousTokens {
    /// What opens the API.
    pub access_token: Secret,
    /// For how many seconds it is valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_in: Option<u64>,
    /// The scopes granted, separated by spaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// What further access tokens are had for. There when the session is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_token: Option<Secret>,
    /// For how many seconds the session lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_expires_in: Option<u64>,
    /// Everything else in the answer.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A session on its way into a login.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AnonymousTransfer {
    /// The parameter of `/authorize`.
    pub anon_transfer_token: Secret,
    /// Everything else in the answer.
    #[serde(flatten)]
    pub extra: Extra,
}

const TOKEN: &str = "/anonymous/token";

impl AuthenticationOperation for CreateAnonymousSession {
    const NAME: &'static str = "anonymous.createSession";
    const PATH: &'static str = TOKEN;
    const ENCODING: Encoding = Encoding::Json;
    type Output = AnonymousTokens;

    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error> {
        read_json(response)
    }
}

impl AuthenticationOperation for AnonymousAccessToken {
    const NAME: &'static str = "anonymous.getAccessToken";
    const PATH: &'static str = TOKEN;
    const ENCODING: Encoding = Encoding::Json;
    type Output = AnonymousTokens;

    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error> {
        read_json(response)
    }
}

impl AuthenticationOperation for AnonymousTransferToken {
    const NAME: &'static str = "anonymous.mintTransferToken";
    const PATH: &'static str = TOKEN;
    const ENCODING: Encoding = Encoding::Json;
    type Output = AnonymousTransfer;

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        vec![("audience", "urn:auth0:anon_transfer")]
    }

    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error> {
        read_json(response)
    }
}

impl AuthenticationOperation for EndAnonymousSession {
    const NAME: &'static str = "anonymous.logout";
    const PATH: &'static str = "/anonymous/logout";
    const ENCODING: Encoding = Encoding::Json;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = ();

    fn read(_: &RawResponse) -> Result<(), serde_json::Error> {
        Ok(())
    }
}
