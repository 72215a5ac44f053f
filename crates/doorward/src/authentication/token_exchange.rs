//! Custom token exchange: somebody else's token for one of the tenant.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::operation::{AuthenticationOperation, Encoding, answers_tokens, read_json};
use super::{AuthenticationClient, TokenSet};
use crate::error::Error;
use crate::extra::Extra;
use crate::id_token::IdTokenExpectation;
use crate::response::{ApiResponse, RawResponse};
use crate::secret::Secret;

/// Token exchange at a tenant. From [`AuthenticationClient::token_exchange`].
#[derive(Debug, Clone, Copy)]
pub struct TokenExchange<'a> {
    pub(super) client: &'a AuthenticationClient,
}

impl TokenExchange<'_> {
    /// Exchanges a token that an Action of the tenant knows how to judge.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] when the Action refuses it or no profile knows its type.
    #[doc(alias = "exchangeToken")]
    pub async fn exchange_token(
        &self,
        request: &ExchangeToken,
    ) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }
}

/// A token to be exchanged.
///
/// Source: RFC 8693.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ExchangeToken {
    /// Which kind of token it is: the URI of a token exchange profile.
    pub subject_token_type: String,
    /// The token.
    pub subject_token: Secret,
    /// The API the access token is for.
    pub audience: String,
    /// The scopes wanted, separated by spaces.
    pub scope: Option<String>,
    /// The organization to log in to, as id or name; an ID token must name it.
    pub organization: Option<String>,
    /// Further parameters, which the Action sees. A `client_id` among them is not sent.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ExchangeToken {
    /// Exchanges `subject_token` for a token of `audience`.
    pub fn new(
        subject_token_type: impl Into<String>,
        subject_token: impl Into<Secret>,
        audience: impl Into<String>,
    ) -> Self {
        Self {
            subject_token_type: subject_token_type.into(),
            subject_token: subject_token.into(),
            audience: audience.into(),
            scope: None,
            organization: None,
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for ExchangeToken {
    const NAME: &'static str = "tokenExchange.exchangeToken";
    answers_tokens!();

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        vec![(
            "grant_type",
            "urn:ietf:params:oauth:grant-type:token-exchange",
        )]
    }

    fn adjust(&self, fields: &mut Map<String, Value>, _issuer: &str) {
        fields.shift_remove("client_id");
    }

    fn expected_id_token(&self) -> IdTokenExpectation<'_> {
        IdTokenExpectation {
            organization: self.organization.as_deref(),
            ..IdTokenExpectation::default()
        }
    }
}
