//! `grant_type=refresh_token`, and `POST /oauth/revoke` that ends it.

use serde::{Deserialize, Serialize};

use crate::authentication::TokenSet;
use crate::authentication::operation::{
    AuthenticationOperation, Encoding, answers_tokens, read_json,
};
use crate::extra::Extra;
use crate::id_token::IdTokenExpectation;
use crate::response::RawResponse;
use crate::secret::Secret;

/// Buys the next access token.
///
/// With rotation the answer brings the next refresh token too, and the one spent must not be used
/// again. Source: RFC 6749 6.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RefreshTokenGrant {
    /// The refresh token.
    pub refresh_token: Secret,
    /// The API to get a token for, where a refresh token serves several.
    pub audience: Option<String>,
    /// Fewer scopes than granted, separated by spaces; all of them when `None`.
    pub scope: Option<String>,
    /// The organization that the ID token must name, as id or name. Not sent.
    #[serde(skip_serializing)]
    pub organization: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl RefreshTokenGrant {
    /// Spends `refresh_token`, nothing else said.
    pub fn new(refresh_token: impl Into<Secret>) -> Self {
        Self {
            refresh_token: refresh_token.into(),
            audience: None,
            scope: None,
            organization: None,
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for RefreshTokenGrant {
    const NAME: &'static str = "oauth.refreshTokenGrant";
    answers_tokens!();

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        vec![("grant_type", "refresh_token")]
    }

    fn expected_id_token(&self) -> IdTokenExpectation<'_> {
        IdTokenExpectation {
            organization: self.organization.as_deref(),
            ..IdTokenExpectation::default()
        }
    }
}

/// Makes a refresh token worthless, and with it the tokens of its family.
///
/// Succeeds for a token that never was, too. Source: RFC 7009.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RevokeRefreshToken {
    /// The refresh token.
    pub token: Secret,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl RevokeRefreshToken {
    /// Revokes `token`.
    pub fn new(token: impl Into<Secret>) -> Self {
        Self {
            token: token.into(),
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for RevokeRefreshToken {
    const NAME: &'static str = "oauth.revokeRefreshToken";
    const PATH: &'static str = "/oauth/revoke";
    const ENCODING: Encoding = Encoding::Json;
    type Output = ();

    fn read(_: &RawResponse) -> Result<(), serde_json::Error> {
        Ok(())
    }
}
