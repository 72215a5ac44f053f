//! Custom token exchange: somebody else's token for one of the tenant.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::operation::{AuthenticationOperation, Encoding, answers_tokens, read_json};
use super::{AuthenticationClient, TokenSet};
use crate::error::{ArgumentError, Error};
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

    /// Exchanges what a social network gave a native application.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `invalid_grant` when the network does not stand by it.
    pub async fn native_social_login(
        &self,
        request: &NativeSocialLogin,
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
    /// Which kind of token is wanted; an access token when `None`.
    pub requested_token_type: Option<String>,
    /// The token of whoever acts for the subject.
    pub actor_token: Option<Secret>,
    /// Which kind of token that is. Needed with it.
    pub actor_token_type: Option<String>,
    /// Further parameters, which the Action sees. Those that OAuth has a use for are not sent.
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
            requested_token_type: None,
            actor_token: None,
            actor_token_type: None,
            extra: Extra::default(),
        }
    }
}

/// Parameters that an exchange has a field for, or must not have.
const RESERVED: [&str; 20] = [
    "grant_type",
    "client_id",
    "client_secret",
    "client_assertion",
    "client_assertion_type",
    "subject_token",
    "subject_token_type",
    "requested_token_type",
    "actor_token",
    "actor_token_type",
    "audience",
    "aud",
    "resource",
    "resources",
    "resource_indicator",
    "scope",
    "connection",
    "login_hint",
    "organization",
    "assertion",
];

/// A subject token as people paste it by mistake is refused before it travels.
fn check_token(token: &str, name: &'static str) -> Result<(), ArgumentError> {
    let is_blank = token.trim().is_empty();
    let is_padded = token.trim() != token;
    let has_scheme = token
        .get(..7)
        .is_some_and(|start| start.eq_ignore_ascii_case("bearer "));
    match is_blank || is_padded || has_scheme {
        true => Err(ArgumentError::Token(name)),
        false => Ok(()),
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

    fn check(&self) -> Result<(), ArgumentError> {
        check_token(&self.subject_token, "subject_token")?;
        match (&self.actor_token, &self.actor_token_type) {
            (Some(token), Some(_)) => check_token(token, "actor_token"),
            (Some(_), None) => Err(ArgumentError::Missing("actor_token_type")),
            (None, Some(_)) => Err(ArgumentError::Missing("actor_token")),
            (None, None) => Ok(()),
        }
    }

    fn adjust(&self, fields: &mut Map<String, Value>, _issuer: &str) {
        // What stands in `extra` under a reserved name has overwritten the field of that name.
        let own = Self {
            extra: Extra::default(),
            ..self.clone()
        };
        let own = serde_json::to_value(own).unwrap_or_default();
        for name in RESERVED {
            match own.get(name) {
                Some(value) if self.extra.contains_key(name) => {
                    fields.insert(name.to_owned(), value.clone());
                }
                Some(_) => {}
                None => {
                    fields.shift_remove(name);
                }
            }
        }
    }

    fn expected_id_token(&self) -> IdTokenExpectation<'_> {
        IdTokenExpectation {
            organization: self.organization.as_deref(),
            ..IdTokenExpectation::default()
        }
    }
}

/// A native application's login at a social network, to be exchanged for tokens of the tenant.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NativeSocialLogin {
    /// What the network gave the application.
    pub subject_token: Secret,
    /// Which kind of token it is: one of the constants of this type.
    pub subject_token_type: String,
    /// The API the access token is for.
    pub audience: Option<String>,
    /// The scopes wanted, separated by spaces.
    pub scope: Option<String>,
    /// With Apple and Facebook: what the network told the application about the user.
    pub user_profile: Option<Value>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl NativeSocialLogin {
    /// The authorization code of Sign in with Apple.
    pub const APPLE_CODE: &'static str = "http://auth0.com/oauth/token-type/apple-authz-code";
    /// The ID token of Sign in with Apple.
    pub const APPLE_ID_TOKEN: &'static str = "http://auth0.com/oauth/token-type/apple-id-token";
    /// A Facebook session info access token.
    pub const FACEBOOK: &'static str =
        "http://auth0.com/oauth/token-type/facebook-info-session-access-token";
    /// An ID token of Google.
    pub const GOOGLE_ID_TOKEN: &'static str = "http://auth0.com/oauth/token-type/google-id-token";

    /// Exchanges `subject_token`, which is of the kind `subject_token_type`.
    pub fn new(subject_token_type: impl Into<String>, subject_token: impl Into<Secret>) -> Self {
        Self {
            subject_token: subject_token.into(),
            subject_token_type: subject_token_type.into(),
            audience: None,
            scope: None,
            user_profile: None,
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for NativeSocialLogin {
    const NAME: &'static str = "tokenExchange.nativeSocialLogin";
    answers_tokens!();

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        vec![(
            "grant_type",
            "urn:ietf:params:oauth:grant-type:token-exchange",
        )]
    }
}
