//! `grant_type=authorization_code`, with and without PKCE.

use serde::{Deserialize, Serialize};

use crate::authentication::TokenSet;
use crate::authentication::operation::{
    AuthenticationOperation, Encoding, answers_tokens, read_json,
};
use crate::extra::Extra;
use crate::id_token::IdTokenExpectation;
use crate::response::RawResponse;
use crate::secret::Secret;

/// Buys tokens with the code that came back from `/authorize`.
///
/// A code obtained with a `code_challenge` needs [`AuthorizationCodeGrantWithPkce`].
/// Source: RFC 6749 4.1.3.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AuthorizationCodeGrant {
    /// The code.
    pub code: Secret,
    /// The `redirect_uri` that was sent to `/authorize`, letter for letter.
    pub redirect_uri: Option<String>,
    /// The `nonce` that was sent to `/authorize`; the ID token must repeat it. Not sent.
    #[serde(skip_serializing)]
    pub nonce: Option<String>,
    /// The `max_age` in seconds that was sent to `/authorize`; the ID token must keep it. Not sent.
    #[serde(skip_serializing)]
    pub max_age: Option<u64>,
    /// The organization the user was to log in to, as id (`org_…`) or name; the ID token must name
    /// it. Not sent.
    #[serde(skip_serializing)]
    pub organization: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AuthorizationCodeGrant {
    /// Spends `code`, nothing else said.
    pub fn new(code: impl Into<Secret>) -> Self {
        Self {
            code: code.into(),
            redirect_uri: None,
            nonce: None,
            max_age: None,
            organization: None,
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for AuthorizationCodeGrant {
    const NAME: &'static str = "oauth.authorizationCodeGrant";
    answers_tokens!();

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        vec![("grant_type", "authorization_code")]
    }

    fn expected_id_token(&self) -> IdTokenExpectation<'_> {
        IdTokenExpectation {
            nonce: self.nonce.as_deref(),
            max_age: self.max_age,
            organization: self.organization.as_deref(),
        }
    }
}

/// Buys tokens with a code and the verifier whose challenge went to `/authorize`.
///
/// The way for every kind of client, with or without a secret. Source: RFC 7636 4.5.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AuthorizationCodeGrantWithPkce {
    /// The code.
    pub code: Secret,
    /// The verifier, as made by [`Pkce`](crate::authentication::Pkce).
    pub code_verifier: Secret,
    /// As in [`AuthorizationCodeGrant`].
    pub redirect_uri: Option<String>,
    /// As in [`AuthorizationCodeGrant`].
    #[serde(skip_serializing)]
    pub nonce: Option<String>,
    /// As in [`AuthorizationCodeGrant`].
    #[serde(skip_serializing)]
    pub max_age: Option<u64>,
    /// As in [`AuthorizationCodeGrant`].
    #[serde(skip_serializing)]
    pub organization: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AuthorizationCodeGrantWithPkce {
    /// Spends `code` with its verifier, nothing else said.
    pub fn new(code: impl Into<Secret>, code_verifier: impl Into<Secret>) -> Self {
        Self {
            code: code.into(),
            code_verifier: code_verifier.into(),
            redirect_uri: None,
            nonce: None,
            max_age: None,
            organization: None,
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for AuthorizationCodeGrantWithPkce {
    const NAME: &'static str = "oauth.authorizationCodeGrantWithPKCE";
    answers_tokens!();

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        vec![("grant_type", "authorization_code")]
    }

    fn expected_id_token(&self) -> IdTokenExpectation<'_> {
        IdTokenExpectation {
            nonce: self.nonce.as_deref(),
            max_age: self.max_age,
            organization: self.organization.as_deref(),
        }
    }
}
