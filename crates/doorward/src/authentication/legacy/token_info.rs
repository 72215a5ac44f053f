//! `POST /tokeninfo`: the profile behind an ID token.

use serde::{Deserialize, Serialize};

use crate::authentication::operation::{AuthenticationOperation, ClientProof, Encoding, read_json};
use crate::extra::Extra;
use crate::response::RawResponse;
use crate::secret::Secret;

/// An ID token whose user is wanted.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TokenInfo {
    /// The ID token.
    pub id_token: Secret,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl TokenInfo {
    /// Who is behind `id_token`?
    pub fn new(id_token: impl Into<Secret>) -> Self {
        Self {
            id_token: id_token.into(),
            extra: Extra::default(),
        }
    }
}

/// The profile of a user, as Auth0 called its members before OpenID Connect.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TokenInfoResponse {
    /// The user's id, such as `auth0|…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The client the token was made for. On the wire `clientID`.
    #[serde(rename = "clientID", default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// Everything else: `identities`, `created_at`, `nickname`, …
    #[serde(flatten)]
    pub extra: Extra,
}

impl AuthenticationOperation for TokenInfo {
    const NAME: &'static str = "legacy.tokenInfo";
    const PATH: &'static str = "/tokeninfo";
    const ENCODING: Encoding = Encoding::Json;
    const NAMES_CLIENT: bool = false;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = TokenInfoResponse;

    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error> {
        read_json(response)
    }
}
