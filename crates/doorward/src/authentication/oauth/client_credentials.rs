//! `grant_type=client_credentials`.

use serde::{Deserialize, Serialize};

use crate::authentication::TokenSet;
use crate::authentication::operation::{
    AuthenticationOperation, ClientProof, Encoding, answers_tokens, read_json,
};
use crate::extra::Extra;
use crate::response::RawResponse;

/// Buys an access token for the client itself, without a user.
///
/// Source: RFC 6749 4.4.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ClientCredentialsGrant {
    /// The API to call, by its identifier.
    pub audience: String,
    /// The organization to act for, as id or name.
    pub organization: Option<String>,
    /// The scopes wanted, separated by spaces; all that are granted when `None`.
    pub scope: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ClientCredentialsGrant {
    /// A token for the API `audience`.
    pub fn new(audience: impl Into<String>) -> Self {
        Self {
            audience: audience.into(),
            organization: None,
            scope: None,
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for ClientCredentialsGrant {
    const NAME: &'static str = "oauth.clientCredentialsGrant";
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Always;
    answers_tokens!();

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        vec![("grant_type", "client_credentials")]
    }
}
