//! `grant_type=password` and `…/password-realm`: a trusted client passes a user's password on (RFC 6749, 4.3).

use std::net::IpAddr;
use std::sync::Arc;

use serde_json::json;

use super::{TokenResponse, person_ip, scope_if_narrowed};
use crate::authentication::issue::{self, Login};
use crate::authentication::proof::Proof;
use crate::authentication::sign_in::{self, Attempt, SignedIn};
use crate::authentication::{AuthenticationError, authorization, tokens};
use crate::domain::client::Client;
use crate::domain::connection::{Connection, Strategy};
use crate::domain::parameters::Parameters;
use crate::domain::resource_server::ResourceServer;
use crate::domain::scope::{STANDARD, Scope};
use crate::events::{Event, kind};
use crate::http::{Context, OAuthError};

/// `password`: the tenant's default directory knows the user.
pub(super) async fn exchange(
    cx: &Context,
    client: &Client,
    parameters: &Parameters,
) -> Result<TokenResponse, AuthenticationError> {
    let settings = cx.tenant.configuration.settings().await?;
    let connection = match settings.default_directory() {
        Some(name) => cx.tenant.configuration.connection_named(name).await?,
        None => None,
    };
    let Some(connection) = connection else {
        let description = "Authorization server not configured with default connection.";
        let error = OAuthError {
            error_description: description.into(),
            ..OAuthError::server_error()
        };
        return Err(error.into());
    };
    if !is_directory_of(client, &connection) {
        return Err(OAuthError::invalid_request("the connection was not found").into());
    }
    sign_in_and_issue(cx, client, parameters, &connection).await
}

/// `password-realm`: the request names the connection.
pub(super) async fn exchange_in_realm(
    cx: &Context,
    client: &Client,
    parameters: &Parameters,
) -> Result<TokenResponse, AuthenticationError> {
    let realm = parameters.require("realm")?;
    let connection = cx.tenant.configuration.connection_named(realm).await?;
    let Some(connection) = connection.filter(|known| is_directory_of(client, known)) else {
        let shown: String = realm.chars().take(128).collect();
        return Err(OAuthError::invalid_request(format!("Unknown realm {shown}")).into());
    };
    sign_in_and_issue(cx, client, parameters, &connection).await
}

/// Whether users of this connection have passwords, and may log in to this client.
fn is_directory_of(client: &Client, connection: &Connection) -> bool {
    connection.strategy == Strategy::Database && connection.is_enabled_for(&client.id)
}

async fn sign_in_and_issue(
    cx: &Context,
    client: &Client,
    parameters: &Parameters,
    connection: &Arc<Connection>,
) -> Result<TokenResponse, AuthenticationError> {
    let attempt = Attempt {
        client,
        connection,
        username: parameters.require("username")?,
        password: parameters.require("password")?,
        ip: person_ip(cx, client),
    };
    // Before the password is looked at: a wrong audience must not cost a hash, nor a proof that is missing.
    let api = authorization::find_api(cx, parameters.get("audience")).await?;
    tokens::bind(cx, client, api.as_deref())?;
    match log_in(cx, &attempt, parameters, api).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let told = error.told();
            let event = Event::new(kind::PASSWORD_FAILED, told.error_description).client(client);
            let event = event.connection(connection).user_name(attempt.username);
            cx.record_from(&event.details(json!({ "error": told.error })), attempt.ip);
            Err(error)
        }
    }
}

async fn log_in(
    cx: &Context,
    attempt: &Attempt<'_>,
    parameters: &Parameters,
    api: Option<Arc<ResourceServer>>,
) -> Result<TokenResponse, AuthenticationError> {
    let SignedIn { user, password } = sign_in::with_password(cx, attempt).await?;
    let requested = parameters.get("scope").map(Scope::parse);
    let wanted = wanted(requested.as_ref(), api.as_deref());
    let granted = authorization::grant(cx, attempt.client, &user, api, &wanted).await?;
    let scope = scope_if_narrowed(requested.as_ref(), &granted.scope);
    let login = Login {
        client: attempt.client,
        user: &user,
        granted: &granted,
        grant: Some("password"),
        session_id: None,
        nonce: None,
        authenticated_at: None,
        impersonator: None,
    };
    let tokens = issue::tokens(cx, &login, attempt.ip, Proof::Password(password)).await?;
    record(cx, attempt, &user, &granted, attempt.ip);
    Ok(tokens.answer(scope))
}

/// What is wanted when the request does not say: without a scope everything, with `openid` alone the whole profile.
fn wanted(requested: Option<&Scope>, api: Option<&ResourceServer>) -> Scope {
    let standard = STANDARD.iter().copied();
    match requested {
        Some(scope) if *scope == Scope::parse("openid") => standard.collect(),
        Some(scope) => scope.clone(),
        None => {
            let defined = api
                .into_iter()
                .flat_map(|api| api.scopes.iter().map(String::as_str));
            standard.chain(defined).collect()
        }
    }
}

fn record(
    cx: &Context,
    attempt: &Attempt<'_>,
    user: &crate::domain::user::User,
    granted: &authorization::Granted,
    ip: IpAddr,
) {
    let audience = granted.api.as_ref().map_or("", |api| &api.identifier);
    let event = Event::new(kind::PASSWORD_EXCHANGED, "Password for Access Token")
        .client(attempt.client)
        .connection(attempt.connection)
        .user(user)
        .audience(audience, &granted.scope.to_string())
        .details(sign_in::login_details(user));
    cx.record_from(&event, ip);
}
