//! What the token endpoint answers.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::extra::Extra;
use crate::id_token::IdTokenClaims;
use crate::secret::Secret;

/// Tokens, as every grant of `POST /oauth/token` answers them.
///
/// Source: RFC 6749 5.1, OpenID Connect Core 3.1.3.3.
///
/// ```
/// use doorward::authentication::PasswordGrant;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
/// # let app = tenant.application("Default App").unwrap();
/// # let auth = tenant.authentication(app)?;
/// # let (email, password) = (doorward_testing::DEMO_EMAIL, doorward_testing::DEMO_PASSWORD);
/// let login = PasswordGrant {
///     scope: Some("openid".into()),
///     ..PasswordGrant::new(email, password)
/// };
/// let tokens = auth.oauth().password_grant(&login).await?;
/// assert_eq!(tokens.token_type.as_deref(), Some("Bearer"));
/// assert!(!tokens.access_token.is_empty() && tokens.id_token.is_some());
/// assert_eq!(format!("{:?}", tokens.access_token), "[redacted]");
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TokenSet {
    /// Opens the API it was asked for.
    pub access_token: Secret,
    /// `Bearer`, or `DPoP` for a token bound to a key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_type: Option<String>,
    /// For how many seconds the access token is valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_in: Option<u64>,
    /// The scopes granted, separated by spaces, where they differ from those asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Buys the next access token; there when `offline_access` was granted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<Secret>,
    /// Says who logged in. Validated already: read [`claims`](Self::claims).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_token: Option<Secret>,
    /// Which kind of token a token exchange issued (RFC 8693, 3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_token_type: Option<String>,
    /// The next recovery code, after a login with the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recovery_code: Option<Secret>,
    /// The details that were granted (RFC 9396, 7).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorization_details: Option<Vec<Value>>,
    /// Everything else in the answer.
    #[serde(flatten)]
    pub extra: Extra,
    /// What the ID token says; `None` when there is no ID token, or its validation was switched off.
    #[serde(skip)]
    pub claims: Option<IdTokenClaims>,
}
