//! Grants for special occasions, and one for all others.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::authentication::TokenSet;
use crate::authentication::operation::{
    AuthenticationOperation, ClientProof, Encoding, answers_tokens, read_json,
};
use crate::extra::Extra;
use crate::response::RawResponse;
use crate::secret::Secret;

/// Buys tokens by any grant, with parameters by their wire names.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Grant {
    /// The `grant_type`.
    pub grant_type: String,
    /// The parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Grant {
    /// A grant without parameters; put them into [`extra`](Self::extra).
    pub fn new(grant_type: impl Into<String>) -> Self {
        Self {
            grant_type: grant_type.into(),
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for Grant {
    const NAME: &'static str = "oauth.grant";
    answers_tokens!();
}

/// Buys an access token with an assertion of another tenant or identity provider (Cross App
/// Access).
///
/// Source: RFC 7523, 2.1.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct JwtBearerGrant {
    /// The assertion: a JWT.
    pub assertion: Secret,
    /// The API, where the assertion does not name one.
    pub resource: Option<String>,
    /// The scopes wanted, separated by spaces.
    pub scope: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl JwtBearerGrant {
    /// The access token of `assertion`.
    pub fn new(assertion: impl Into<Secret>) -> Self {
        Self {
            assertion: assertion.into(),
            resource: None,
            scope: None,
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for JwtBearerGrant {
    const NAME: &'static str = "oauth.jwtBearerGrant";
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Always;
    answers_tokens!();

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        vec![("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer")]
    }
}

/// Buys a token that carries a native application's login into a browser, once and within a minute:
/// as `session_transfer_token` of `/authorize`.
///
/// It is the answer's `access_token`; its `issued_token_type` is
/// `urn:auth0:params:oauth:token-type:session_transfer_token`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SessionTransferToken {
    /// The application's refresh token.
    pub refresh_token: Secret,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl SessionTransferToken {
    /// Carries the login of `refresh_token`.
    pub fn new(refresh_token: impl Into<Secret>) -> Self {
        Self {
            refresh_token: refresh_token.into(),
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for SessionTransferToken {
    const NAME: &'static str = "oauth.sessionTransferToken";
    answers_tokens!();

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        vec![("grant_type", "refresh_token")]
    }

    fn adjust(&self, fields: &mut Map<String, Value>, issuer: &str) {
        let domain = issuer.trim_start_matches("https://").trim_end_matches('/');
        let audience = format!("urn:{domain}:session_transfer");
        fields.entry("audience").or_insert_with(|| audience.into());
    }
}

/// Ends all sessions of a user everywhere, in the name of the identity provider that vouched for
/// them (Universal Logout).
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GlobalTokenRevocation {
    /// The provider's connection, by its name. In the path.
    #[serde(skip_serializing)]
    pub connection_name: String,
    /// A `global-token-revocation+jwt` signed by the provider. In the header.
    #[serde(skip_serializing)]
    pub token: Secret,
    /// Who: `{"format":"iss_sub","iss":…,"sub":…}`.
    pub subject: Value,
}

impl AuthenticationOperation for GlobalTokenRevocation {
    const NAME: &'static str = "oauth.globalTokenRevocation";
    const PATH: &'static str = "/oauth/global-token-revocation/connection/{connection_name}";
    const ENCODING: Encoding = Encoding::Json;
    const NAMES_CLIENT: bool = false;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = ();

    fn path(&self) -> std::borrow::Cow<'_, str> {
        let name = crate::authentication::operation::escaped(&self.connection_name);
        format!("/oauth/global-token-revocation/connection/{name}").into()
    }

    fn bearer(&self) -> Option<&str> {
        Some(&self.token)
    }

    fn read(_: &RawResponse) -> Result<(), serde_json::Error> {
        Ok(())
    }
}
