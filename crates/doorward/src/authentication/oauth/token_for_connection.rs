//! Token Vault: the token that a user's identity provider gave to the tenant.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::authentication::TokenSet;
use crate::authentication::operation::{AuthenticationOperation, ClientProof, Encoding, read_json};
use crate::extra::Extra;
use crate::response::RawResponse;
use crate::secret::Secret;

/// `subject_token_type` of a refresh token (RFC 8693, 3).
const REFRESH_TOKEN: &str = "urn:ietf:params:oauth:token-type:refresh_token";

/// What makes a token request one for the vault.
const FIXED: [(&str, &str); 2] = [
    (
        "grant_type",
        "urn:auth0:params:oauth:grant-type:token-exchange:federated-connection-access-token",
    ),
    (
        "requested_token_type",
        "http://auth0.com/oauth/token-type/federated-connection-access-token",
    ),
];

/// Exchanges a token of the tenant for one of the user's identity provider.
///
/// The answer has no ID token. `client_id` is not among the parameters unless put into
/// [`extra`](Self::extra): the credentials name the client.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TokenForConnection {
    /// Which kind of token `subject_token` is. A refresh token unless said otherwise;
    /// `urn:ietf:params:oauth:token-type:access_token` for an access token.
    #[serde(default = "refresh_token")]
    pub subject_token_type: String,
    /// The token to exchange.
    pub subject_token: Secret,
    /// The connection whose token is wanted, such as `google-oauth2`.
    pub connection: String,
    /// Which of several accounts at that connection, by its user id there.
    pub login_hint: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

fn refresh_token() -> String {
    REFRESH_TOKEN.to_owned()
}

impl TokenForConnection {
    /// Exchanges the refresh token `subject_token` for a token of `connection`.
    pub fn new(connection: impl Into<String>, subject_token: impl Into<Secret>) -> Self {
        Self {
            subject_token_type: refresh_token(),
            subject_token: subject_token.into(),
            connection: connection.into(),
            login_hint: None,
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for TokenForConnection {
    const NAME: &'static str = "oauth.tokenForConnection";
    const PATH: &'static str = "/oauth/token";
    const ENCODING: Encoding = Encoding::Form;
    const NAMES_CLIENT: bool = false;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Always;
    type Output = TokenSet;

    fn adjust(&self, fields: &mut Map<String, Value>, _issuer: &str) {
        // Before the credentials, where the Node SDK has them too; nothing in `extra` replaces them.
        for (name, value) in FIXED {
            fields.insert(name.into(), value.into());
        }
    }

    fn read(response: &RawResponse) -> Result<TokenSet, serde_json::Error> {
        read_json(response)
    }
}
