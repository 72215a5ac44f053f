//! `grant_type=client_credentials` of the global client: a token for what belongs to no single application.
//!
//! It is worth something at one endpoint, `/users/{user_id}/impersonate`, and issued where that one is open.

use super::TokenResponse;
use crate::authentication::authorization::Granted;
use crate::authentication::legacy::impersonation;
use crate::authentication::tokens::{AccessToken, Subject};
use crate::authentication::{AuthenticationError, client_authentication};
use crate::domain::parameters::Parameters;
use crate::domain::scope::Scope;
use crate::events::{Event, kind};
use crate::http::{Context, OAuthError};

/// The answer, if it is the global client that asks; `None` for any other.
pub(super) async fn exchange(
    cx: &Context,
    parameters: &Parameters,
) -> Result<Option<TokenResponse>, AuthenticationError> {
    if !impersonation::is_allowed(cx).await? {
        return Ok(None);
    }
    let Some(client) = client_authentication::global(cx, parameters).await? else {
        return Ok(None);
    };
    if parameters.get("audience").is_some() {
        let told = "The global client has no access to any API";
        return Err(OAuthError::access_denied(told).into());
    }
    let token = AccessToken {
        client: &client,
        subject: Subject::Client,
        granted: &Granted {
            api: None,
            scope: Scope::default(),
            permissions: None,
        },
        grant: None,
        is_for_web: false,
    };
    let issued = token.issue(cx)?;
    let told = "Client Credentials for Access Token";
    cx.record(&Event::new(kind::CLIENT_CREDENTIALS_EXCHANGED, told).client(&client));
    Ok(Some(TokenResponse {
        access_token: issued.token,
        refresh_token: None,
        id_token: None,
        scope: None,
        expires_in: issued.expires_in,
        token_type: issued.token_type,
    }))
}
