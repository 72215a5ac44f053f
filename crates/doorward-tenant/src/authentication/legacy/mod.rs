//! Endpoints from the time before Auth0 knew OpenID Connect. Only clients with a legacy grant type may use them.

pub(crate) mod access_token;
pub(crate) mod delegation;
mod id_token;
pub(crate) mod impersonation;
pub(crate) mod resource_owner;
pub(crate) mod token_info;

use std::sync::Arc;

use axum::http::StatusCode;

use super::{AuthenticationError, client_authentication};
use crate::domain::client::Client;
use crate::domain::connection::Connection;
use crate::domain::parameters::Parameters;
use crate::domain::user::User;
use crate::http::{Context, OAuthError};

/// What the legacy grant types begin with.
const PREFIX: &str = "http://auth0.com/oauth/legacy/grant-type/";

/// Whether the client may use any of these endpoints.
fn is_legacy(client: &Client) -> bool {
    client
        .grant_types
        .iter()
        .any(|name| name.starts_with(PREFIX))
}

/// The client that a request names, if it may use the legacy grant type `name`. It proves nothing.
///
/// # Errors
///
/// `unauthorized_client` for one that is unknown or may not.
async fn client(
    cx: &Context,
    parameters: &Parameters,
    name: &str,
) -> Result<Arc<Client>, AuthenticationError> {
    let client_id = require(parameters, "client_id")?;
    let Some(client) = client_authentication::find(cx, client_id).await? else {
        return Err(invalid_client().into());
    };
    let grant_type = format!("{PREFIX}{name}");
    if !client.may_use(&grant_type) {
        return Err(OAuthError::grant_not_allowed(&grant_type).into());
    }
    Ok(client)
}

/// 403: nobody knows the client, or it has no part in this.
fn invalid_client() -> OAuthError {
    OAuthError::new(
        StatusCode::FORBIDDEN,
        "unauthorized_client",
        "invalid client",
    )
}

/// 401: an administrator blocked the user.
fn blocked() -> OAuthError {
    OAuthError::new(StatusCode::UNAUTHORIZED, "unauthorized", "user is blocked")
}

/// The connection that the request names, if the client may use it.
async fn connection(
    cx: &Context,
    client: &Client,
    name: &str,
) -> Result<Arc<Connection>, AuthenticationError> {
    let Some(connection) = cx.tenant.configuration.connection_named(name).await? else {
        return Err(OAuthError::invalid_request("the connection was not found").into());
    };
    if !connection.is_enabled_for(&client.id) {
        return Err(OAuthError::invalid_request("the connection was disabled").into());
    }
    Ok(connection)
}

/// Whether a user can log in at a client: one of their identities is of a connection that it uses.
async fn knows(cx: &Context, client: &Client, user: &User) -> Result<bool, AuthenticationError> {
    let enabled = cx.tenant.configuration.connections_of(&client.id).await?;
    Ok(user.identities.iter().any(|identity| {
        let mut ids = enabled.iter().map(|connection| &connection.id);
        ids.any(|id| *id == identity.connection_id)
    }))
}

/// 400: what the connection cannot do.
fn unsupported() -> OAuthError {
    OAuthError::invalid_request("specified strategy does not support requested operation")
}

/// A parameter, or the sentence that these endpoints have for a missing one.
fn require<'p>(parameters: &'p Parameters, name: &str) -> Result<&'p str, OAuthError> {
    let missing = || OAuthError::invalid_request(format!("missing {name} parameter"));
    parameters.get(name).ok_or_else(missing)
}
