//! `grant_type=password` and Auth0's `password-realm`.

use serde::{Deserialize, Serialize};

use crate::authentication::TokenSet;
use crate::authentication::operation::{
    AuthenticationOperation, Encoding, answers_tokens, read_json,
};
use crate::extra::Extra;
use crate::id_token::IdTokenExpectation;
use crate::response::RawResponse;
use crate::secret::Secret;

const PASSWORD_REALM: &str = "http://auth0.com/oauth/grant-type/password-realm";

/// Buys tokens with a user's name and password.
///
/// For programs of the tenant's owner only; everyone else sends the user to `/authorize`. A back
/// end should say for whom it calls ([`RequestOptions::forwarded_for`](crate::RequestOptions::forwarded_for)).
/// Source: RFC 6749 4.3.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PasswordGrant {
    /// User name, e-mail address or phone number.
    pub username: String,
    /// The password.
    pub password: Secret,
    /// The connection to look in. The tenant's default directory when `None` or empty.
    pub realm: Option<String>,
    /// The API the access token is for. Only `/userinfo` when `None` and the tenant has no default.
    pub audience: Option<String>,
    /// The scopes wanted, separated by spaces: `openid` for an ID token, `offline_access` for a
    /// refresh token.
    pub scope: Option<String>,
    /// The organization that the ID token must name, as id or name. Not sent.
    #[serde(skip_serializing)]
    pub organization: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl PasswordGrant {
    /// Name and password, nothing else said.
    pub fn new(username: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self {
            username: username.into(),
            password: password.into(),
            realm: None,
            audience: None,
            scope: None,
            organization: None,
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for PasswordGrant {
    const NAME: &'static str = "oauth.passwordGrant";
    answers_tokens!();

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        let has_realm = self.realm.as_deref().is_some_and(|realm| !realm.is_empty());
        vec![(
            "grant_type",
            if has_realm {
                PASSWORD_REALM
            } else {
                "password"
            },
        )]
    }

    fn expected_id_token(&self) -> IdTokenExpectation<'_> {
        IdTokenExpectation {
            organization: self.organization.as_deref(),
            ..IdTokenExpectation::default()
        }
    }
}
