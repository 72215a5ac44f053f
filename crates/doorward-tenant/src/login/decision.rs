//! What an authorization request needs: nothing, a login, or consent.

use std::sync::Arc;

use serde_json::Value;

use super::answer::LoginError;
use super::cookies::Cookies;
use super::options::LoginOptions;
use super::sso;
use crate::authentication::AuthenticationError;
use crate::authentication::authorization::{self, Granted};
use crate::domain::authorization::{AuthorizationError, AuthorizationRequest};
use crate::domain::client::Client;
use crate::domain::resource_server::ResourceServer;
use crate::domain::scope::Scope;
use crate::domain::session::Session;
use crate::domain::user::User;
use crate::http::Context;
use crate::settings::Mode;
use crate::store::StoreError;
use crate::store::grants::{self, GrantKey};

/// What happens next.
pub(crate) enum Decision {
    /// The application is told that it cannot be.
    Refuse(AuthorizationError),
    /// Somebody is logged in and has agreed: the application gets its answer.
    Answer(Box<Session>, Box<User>),
    /// Somebody is logged in, but must agree.
    Consent(Box<Session>),
    /// Somebody is logged in and has agreed, but nobody can tell who would get the answer: they must say that they
    /// mean to log in.
    Confirm(Box<Session>),
    /// Somebody must log in.
    LogIn(LoginOptions),
}

/// Decides about a request that has just come in.
pub(crate) async fn decide(
    cx: &Context,
    client: &Client,
    request: &AuthorizationRequest,
    cookies: &Cookies,
) -> Result<Decision, LoginError> {
    let options = match LoginOptions::of(cx, client, request).await? {
        Ok(options) => options,
        Err(error) => return Ok(Decision::Refuse(error)),
    };
    // An API that does not exist is told before anybody logs in for it.
    if let Err(error) = api(cx, request).await? {
        return Ok(Decision::Refuse(error));
    }
    let current = sso::current(cx, cookies).await?;
    let good = match current {
        Some((session, user)) if is_good_enough(cx, client, request, &session).await? => {
            Some((session, user))
        }
        _ => None,
    };
    let Some((session, user)) = good else {
        return Ok(if request.prompt.none {
            Decision::Refuse(AuthorizationError::new("login_required", "Login required"))
        } else {
            Decision::LogIn(options)
        });
    };
    if user.is_blocked {
        return Ok(Decision::Refuse(blocked()));
    }
    let granted = match granted(cx, client, request, &user).await? {
        Ok(granted) => granted,
        Err(error) => return Ok(Decision::Refuse(error)),
    };
    if !needs_consent(cx, client, request, &user, &granted, false).await? {
        return Ok(if !needs_confirmation(cx, client, request).await? {
            Decision::Answer(Box::new(session), Box::new(user))
        } else if request.prompt.none {
            let error = "interaction_required";
            Decision::Refuse(AuthorizationError::new(error, "Interaction required"))
        } else {
            Decision::Confirm(Box::new(session))
        });
    }
    Ok(if request.prompt.none {
        Decision::Refuse(AuthorizationError::new(
            "consent_required",
            "Consent required",
        ))
    } else {
        Decision::Consent(Box::new(session))
    })
}

/// What the application of a blocked user is told.
pub(crate) fn blocked() -> AuthorizationError {
    AuthorizationError::new("unauthorized", "user is blocked")
}

/// Whether the session of this browser answers this request without another login.
async fn is_good_enough(
    cx: &Context,
    client: &Client,
    request: &AuthorizationRequest,
    session: &Session,
) -> Result<bool, LoginError> {
    if request.prompt.login || request.prompt.select_account {
        return Ok(false);
    }
    if request
        .max_age
        .is_some_and(|max_age| !session.is_fresh(max_age, cx.now()))
    {
        return Ok(false);
    }
    // The client must offer the connection that the user came from, and so must the request.
    let enabled = cx.tenant.configuration.connections_of(&client.id).await?;
    let connection = enabled
        .iter()
        .find(|connection| connection.id == session.connection_id);
    Ok(match (&request.connection, connection) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(name), Some(connection)) => {
            connection.name == *name && connection.provider == "auth0"
        }
    })
}

/// The API of a request.
pub(crate) async fn api(
    cx: &Context,
    request: &AuthorizationRequest,
) -> Result<Result<Option<Arc<ResourceServer>>, AuthorizationError>, LoginError> {
    told(
        authorization::find_api(cx, request.audience.as_deref()).await,
        "access_denied",
    )
}

/// What the user lets the client do.
pub(crate) async fn granted(
    cx: &Context,
    client: &Client,
    request: &AuthorizationRequest,
    user: &User,
) -> Result<Result<Granted, AuthorizationError>, LoginError> {
    let api = match api(cx, request).await? {
        Ok(api) => api,
        Err(error) => return Ok(Err(error)),
    };
    let requested = Scope::parse(&request.scope);
    let granted = authorization::grant(cx, client, user, api, &requested).await;
    told(granted, "invalid_request")
}

/// Separates what the application may know from what failed here. `error` is the code of
/// `/authorize` for what the token endpoint calls otherwise.
fn told<T>(
    outcome: Result<T, AuthenticationError>,
    error: &'static str,
) -> Result<Result<T, AuthorizationError>, LoginError> {
    match outcome {
        Ok(value) => Ok(Ok(value)),
        Err(AuthenticationError::Refused(refused)) if refused.status.is_client_error() => {
            let description = refused.error_description;
            Ok(Err(AuthorizationError::new(error, description)))
        }
        Err(failed) => Err(failed.into()),
    }
}

/// Whether the user must be asked before the client gets what was granted. `was_shown` is set
/// after a `prompt=consent` has been honoured in this very login.
pub(crate) async fn needs_consent(
    cx: &Context,
    client: &Client,
    request: &AuthorizationRequest,
    user: &User,
    granted: &Granted,
    was_shown: bool,
) -> Result<bool, StoreError> {
    if was_shown {
        return Ok(false);
    }
    if request.prompt.consent {
        return Ok(true);
    }
    let is_production = cx.server.settings.mode == Mode::Production;
    let is_skipped = match &granted.api {
        _ if !client.is_first_party => false,
        // Nobody can tell who listens on this machine; in development that is the developer.
        None => !request.is_for_this_machine() || !is_production,
        Some(api) => api.skips_consent && (request.is_verifiable() || !is_production),
    };
    if is_skipped {
        return Ok(false);
    }
    let (tenant, key) = (cx.tenant_id(), grant_key(client, user, granted));
    let allowed = cx
        .store()
        .read(move |db| grants::find(db, &tenant, &key))
        .await?;
    Ok(match allowed {
        None => true,
        Some(allowed) => granted.scope.iter().any(|name| !allowed.contains(name)),
    })
}

/// Whether a person must say that they mean to log in where the session of their browser would do: any program may
/// claim a scheme or listen on this machine, and one that nobody asked for would log itself in unseen. Client and tenant
/// may do without; in development the program is the developer's, unless they say otherwise.
pub(crate) async fn needs_confirmation(
    cx: &Context,
    client: &Client,
    request: &AuthorizationRequest,
) -> Result<bool, StoreError> {
    const SKIPS: &str = "skip_non_verifiable_callback_uri_confirmation_prompt";
    if request.is_verifiable() {
        return Ok(false);
    }
    let settings = cx.tenant.configuration.settings().await?;
    let of_client = client.document.get(SKIPS).and_then(Value::as_bool);
    let of_tenant = || settings.document.get(SKIPS).and_then(Value::as_bool);
    let is_development = cx.server.settings.mode == Mode::Development;
    Ok(!of_client.or_else(of_tenant).unwrap_or(is_development))
}

/// Under which the consent of a user is kept.
pub(crate) fn grant_key(client: &Client, user: &User, granted: &Granted) -> GrantKey {
    GrantKey {
        user_id: user.user_id.clone(),
        client_id: client.id.clone(),
        audience: granted
            .api
            .as_ref()
            .map_or_else(String::new, |api| api.identifier.clone()),
    }
}
