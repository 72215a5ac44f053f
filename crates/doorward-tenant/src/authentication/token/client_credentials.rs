//! `grant_type=client_credentials`: a client asks for itself (RFC 6749, 4.4).

use std::sync::Arc;

use super::{TokenResponse, scope_if_narrowed};
use crate::authentication::AuthenticationError;
use crate::authentication::authorization::{Granted, not_authorized};
use crate::authentication::tokens::{AccessToken, Issued, Subject};
use crate::domain::client::Client;
use crate::domain::parameters::Parameters;
use crate::domain::resource_server::ResourceServer;
use crate::domain::scope::Scope;
use crate::events::{Event, kind};
use crate::http::{Context, OAuthError};

/// Exchanges a client's own credentials for an access token of an API.
pub(super) async fn exchange(
    cx: &Context,
    client: &Client,
    parameters: &Parameters,
) -> Result<TokenResponse, AuthenticationError> {
    if client.is_public() {
        return Err(OAuthError::unauthorized().into());
    }
    let outcome = issued(cx, client, parameters).await;
    let event = match &outcome {
        Ok((granted, _)) => Event::new(
            kind::CLIENT_CREDENTIALS_EXCHANGED,
            "Client Credentials for Access Token",
        )
        .audience(audience_of(granted), &granted.scope.to_string()),
        Err(error) => Event::new(
            kind::CLIENT_CREDENTIALS_FAILED,
            error.told().error_description,
        )
        .audience(parameters.get("audience").unwrap_or_default(), ""),
    };
    cx.record(&event.client(client));
    let (granted, issued) = outcome?;
    let requested = parameters.get("scope").map(Scope::parse);
    Ok(TokenResponse {
        access_token: issued.token,
        refresh_token: None,
        id_token: None,
        scope: scope_if_narrowed(requested.as_ref(), &granted.scope)
            .filter(|scope| !scope.is_empty()),
        expires_in: issued.expires_in,
        token_type: issued.token_type,
    })
}

/// What is granted, and the token for it.
async fn issued(
    cx: &Context,
    client: &Client,
    parameters: &Parameters,
) -> Result<(Granted, Issued), AuthenticationError> {
    let granted = granted(cx, client, parameters).await?;
    let token = AccessToken {
        client,
        subject: Subject::Client,
        granted: &granted,
        grant: Some("client-credentials"),
        is_for_web: false,
    };
    let issued = token.issue(cx)?;
    Ok((granted, issued))
}

fn audience_of(granted: &Granted) -> &str {
    granted.api.as_ref().map_or("", |api| &api.identifier)
}

/// The scopes of the client's grant on the API, or those of them that were asked for.
async fn granted(
    cx: &Context,
    client: &Client,
    parameters: &Parameters,
) -> Result<Granted, AuthenticationError> {
    if parameters.get("organization").is_some() {
        return Err(OAuthError::invalid_request("Organizations are not supported yet").into());
    }
    let api = api(cx, parameters).await?;
    let configuration = &cx.tenant.configuration;
    let grant = configuration
        .client_grant(&client.id, &api.identifier, "client")
        .await?;
    let all = match (&grant, api.client_policy.as_str()) {
        (Some(grant), policy) if policy != "deny_all" => {
            if grant.allows_all_scopes {
                api.scopes.iter().map(String::as_str).collect()
            } else {
                grant.scope.clone()
            }
        }
        (None, "allow_all") => api.scopes.iter().map(String::as_str).collect(),
        _ => return Err(not_authorized(client, &api).into()),
    };
    let scope = match parameters.get("scope") {
        Some(requested) => Scope::parse(requested).filter(|name| all.contains(name)),
        None => all,
    };
    let permissions = api
        .lists_permissions
        .then(|| scope.iter().map(str::to_owned).collect());
    Ok(Granted {
        api: Some(api),
        scope,
        permissions,
    })
}

async fn api(
    cx: &Context,
    parameters: &Parameters,
) -> Result<Arc<ResourceServer>, AuthenticationError> {
    let configuration = &cx.tenant.configuration;
    let settings = configuration.settings().await?;
    let Some(audience) = parameters.get("audience").or(settings.default_audience()) else {
        return Err(OAuthError::access_denied(
            "No audience parameter was provided, and no default audience has been configured",
        )
        .into());
    };
    configuration
        .resource_server(audience)
        .await?
        .ok_or_else(|| {
            let shown: String = audience.chars().take(200).collect();
            OAuthError::access_denied(format!("Service not enabled within domain: {shown}")).into()
        })
}
