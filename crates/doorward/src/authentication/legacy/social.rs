//! `POST /oauth/access_token` and `POST /login/unlink`: identities of social networks.

use serde::{Deserialize, Serialize};

use crate::authentication::TokenSet;
use crate::authentication::operation::{AuthenticationOperation, ClientProof, Encoding, read_json};
use crate::extra::Extra;
use crate::response::RawResponse;
use crate::secret::Secret;

/// A login with the access token of a social network.
///
/// The Node SDK sends no `client_id`, which the tenant needs: put one into [`extra`](Self::extra).
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SocialSignIn {
    /// The network's access token.
    pub access_token: Secret,
    /// `facebook`, `google-oauth2`, `twitter` or `weibo`.
    pub connection: String,
    /// The scopes wanted, separated by spaces.
    pub scope: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl SocialSignIn {
    /// The token `access_token` of the network `connection`.
    pub fn new(access_token: impl Into<Secret>, connection: impl Into<String>) -> Self {
        Self {
            access_token: access_token.into(),
            connection: connection.into(),
            scope: None,
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for SocialSignIn {
    const NAME: &'static str = "legacy.socialSignIn";
    const PATH: &'static str = "/oauth/access_token";
    const ENCODING: Encoding = Encoding::Json;
    const NAMES_CLIENT: bool = false;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = TokenSet;

    fn read(response: &RawResponse) -> Result<TokenSet, serde_json::Error> {
        read_json(response)
    }

    fn tokens(output: &mut TokenSet) -> Option<&mut TokenSet> {
        Some(output)
    }
}

/// An identity to be separated from its user.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Unlink {
    /// An access token of the user.
    pub access_token: Secret,
    /// The identity, such as `google-oauth2|…`.
    pub user_id: String,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Unlink {
    /// Separates `user_id` from the user of `access_token`.
    pub fn new(access_token: impl Into<Secret>, user_id: impl Into<String>) -> Self {
        Self {
            access_token: access_token.into(),
            user_id: user_id.into(),
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for Unlink {
    const NAME: &'static str = "legacy.unlink";
    const PATH: &'static str = "/login/unlink";
    const ENCODING: Encoding = Encoding::Json;
    const NAMES_CLIENT: bool = false;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = ();

    fn read(_: &RawResponse) -> Result<(), serde_json::Error> {
        Ok(())
    }
}
