//! What a user lets a client do: the API that is meant, the scopes that are granted, the user's permissions.

use std::sync::Arc;

use super::AuthenticationError;
use crate::domain::client::{Client, grant_type};
use crate::domain::resource_server::ResourceServer;
use crate::domain::scope::{CURRENT_USER, OFFLINE_ACCESS, STANDARD, Scope};
use crate::domain::user::User;
use crate::http::{Context, OAuthError};
use crate::store::users;

/// What was granted.
#[derive(Debug, Clone)]
pub(crate) struct Granted {
    /// The API; `None` when the access token is for `/userinfo` alone.
    pub(crate) api: Option<Arc<ResourceServer>>,
    pub(crate) scope: Scope,
    /// All of the user's permissions on the API, when its tokens list them.
    pub(crate) permissions: Option<Vec<String>>,
}

/// Finds the API that `audience` names, or the tenant's default.
///
/// # Errors
///
/// `access_denied` when there is no such API.
pub(crate) async fn find_api(
    cx: &Context,
    audience: Option<&str>,
) -> Result<Option<Arc<ResourceServer>>, AuthenticationError> {
    let settings = cx.tenant.configuration.settings().await?;
    let Some(audience) = audience.or(settings.default_audience()) else {
        return Ok(None);
    };
    if audience == cx.tenant.names.userinfo_audience {
        return Ok(None);
    }
    match cx.tenant.configuration.resource_server(audience).await? {
        Some(api) => Ok(Some(api)),
        None => Err(unknown_api(audience).into()),
    }
}

/// 403: there is no such API.
pub(crate) fn unknown_api(audience: &str) -> OAuthError {
    let shown: String = audience.chars().take(200).collect();
    OAuthError::access_denied(format!("Service not found: {shown}"))
}

/// Whether `client` may act for users at an API at all: what is known before anybody says who they are.
///
/// # Errors
///
/// `access_denied` when the API's policy keeps the client out.
pub(crate) async fn admit(
    cx: &Context,
    client: &Client,
    api: Option<&ResourceServer>,
) -> Result<(), AuthenticationError> {
    match api {
        Some(api) => allowed_to_client(cx, client, api).await.map(drop),
        None => Ok(()),
    }
}

/// Which of the scopes asked for are granted when `client` acts for `user`.
///
/// Standard scopes need no API. Scopes of an API must be defined there, be allowed to the client, and, with
/// role-based access control, be among the user's permissions. On the Management API users may act on themselves
/// alone, whatever the client is allowed. What is not granted is left out, silently.
pub(crate) async fn grant(
    cx: &Context,
    client: &Client,
    user: &User,
    api: Option<Arc<ResourceServer>>,
    requested: &Scope,
) -> Result<Granted, AuthenticationError> {
    let allowed_to_client = match &api {
        Some(api) => allowed_to_client(cx, client, api).await?,
        None => Allowed::Nothing,
    };
    let permissions = match &api {
        Some(api) if api.enforces_policies => Some(permissions(cx, user, api).await?),
        _ => None,
    };
    let is_management = api
        .as_ref()
        .is_some_and(|api| api.identifier == cx.tenant.names.management_audience);
    let is_offline_allowed = client.may_use(grant_type::REFRESH_TOKEN)
        && api.as_ref().is_none_or(|api| api.allows_offline_access);
    let scope = requested.filter(|name| {
        if STANDARD.contains(&name) {
            return true;
        }
        if name == OFFLINE_ACCESS {
            return is_offline_allowed;
        }
        if is_management {
            return CURRENT_USER.contains(&name) && allowed_to_client.contains(name);
        }
        let is_defined = api
            .as_ref()
            .is_some_and(|api| api.scopes.iter().any(|known| known == name));
        let is_permitted = permissions
            .as_ref()
            .is_none_or(|held| held.iter().any(|known| known == name));
        is_defined && is_permitted && allowed_to_client.contains(name)
    });
    let is_listed = api.as_ref().is_some_and(|api| api.lists_permissions);
    Ok(Granted {
        api,
        scope,
        permissions: permissions.filter(|_| is_listed),
    })
}

enum Allowed {
    Nothing,
    All,
    These(Scope),
}

impl Allowed {
    fn contains(&self, name: &str) -> bool {
        match self {
            Self::Nothing => false,
            Self::All => true,
            Self::These(scope) => scope.contains(name),
        }
    }
}

/// What the API's policy for users lets this client ask for.
async fn allowed_to_client(
    cx: &Context,
    client: &Client,
    api: &ResourceServer,
) -> Result<Allowed, AuthenticationError> {
    // First-party applications may always act for users on the Management API, within the users' own scopes.
    if api.user_policy == "allow_all" {
        return Ok(Allowed::All);
    }
    let grant = if api.user_policy == "require_client_grant" {
        let configuration = &cx.tenant.configuration;
        configuration
            .client_grant(&client.id, &api.identifier, "user")
            .await?
    } else {
        None
    };
    match grant {
        Some(grant) if grant.allows_all_scopes => Ok(Allowed::All),
        Some(grant) => Ok(Allowed::These(grant.scope.clone())),
        None => Err(not_authorized(client, api).into()),
    }
}

/// 403: the client has no grant on the API.
pub(crate) fn not_authorized(client: &Client, api: &ResourceServer) -> OAuthError {
    OAuthError::access_denied(format!(
        "Client \"{}\" is not authorized to access resource server \"{}\". You need to create a \
         \"client-grant\" associated to this API.",
        client.id, api.identifier
    ))
}

async fn permissions(
    cx: &Context,
    user: &User,
    api: &ResourceServer,
) -> Result<Vec<String>, AuthenticationError> {
    let (tenant, user_id, audience) =
        (cx.tenant_id(), user.user_id.clone(), api.identifier.clone());
    let permissions = cx
        .store()
        .read(move |db| users::permissions(db, &tenant, &user_id, &audience));
    Ok(permissions.await?)
}
