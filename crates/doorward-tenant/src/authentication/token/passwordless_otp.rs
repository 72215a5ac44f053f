//! `…/grant-type/passwordless/otp`: exchanges a one-time code for tokens.

use serde_json::json;

use super::{TokenResponse, person_ip, scope_if_narrowed};
use crate::authentication::issue::{self, Login};
use crate::authentication::passwordless::{codes, redemption};
use crate::authentication::proof::Proof;
use crate::authentication::{AuthenticationError, authorization, tokens};
use crate::domain::client::Client;
use crate::domain::connection::Strategy;
use crate::domain::parameters::Parameters;
use crate::domain::scope::{STANDARD, Scope};
use crate::events::{Event, kind};
use crate::http::{Context, OAuthError};

/// Exchanges a code that was sent by e-mail or text message.
pub(super) async fn exchange(
    cx: &Context,
    client: &Client,
    parameters: &Parameters,
) -> Result<TokenResponse, AuthenticationError> {
    let username = parameters.require("username")?;
    match redeem(cx, client, parameters, username).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let told = error.told();
            let event = Event::new(kind::PASSWORDLESS_FAILED, told.error_description);
            let event = event.client(client).user_name(username);
            let event = event.details(json!({ "error": told.error }));
            cx.record_from(&event, person_ip(cx, client));
            Err(error)
        }
    }
}

async fn redeem(
    cx: &Context,
    client: &Client,
    parameters: &Parameters,
    username: &str,
) -> Result<TokenResponse, AuthenticationError> {
    let otp = parameters.require("otp")?;
    let realm = parameters.require("realm")?;
    let connection = cx.tenant.configuration.connection_named(realm).await?;
    let connection = connection.filter(|connection| {
        matches!(connection.strategy, Strategy::Email | Strategy::Sms)
            && connection.is_enabled_for(&client.id)
    });
    let Some(connection) = connection else {
        let shown: String = realm.chars().take(128).collect();
        return Err(OAuthError::invalid_request(format!("Unknown realm {shown}")).into());
    };
    // Before the code is looked at, which may make a user: what no user could change.
    let api = authorization::find_api(cx, parameters.get("audience")).await?;
    authorization::admit(cx, client, api.as_deref()).await?;
    tokens::bind(cx, client, api.as_deref())?;
    let whom = (Some(client), &*connection);
    let ip = person_ip(cx, client);
    let code = match redemption::check(cx, whom, (username.trim(), ip), otp).await? {
        Ok(code) => code,
        Err(fault) => {
            let told = redemption::sentence(connection.strategy, fault);
            return Err(OAuthError::invalid_grant(told).into());
        }
    };
    let user = codes::user_of(cx, &connection, username.trim()).await?;
    if user.is_blocked {
        return Err(OAuthError::blocked_user().into());
    }
    let requested = parameters.get("scope").map(Scope::parse);
    let wanted = requested
        .clone()
        .unwrap_or_else(|| STANDARD.iter().copied().collect());
    let granted = authorization::grant(cx, client, &user, api, &wanted).await?;
    let login = Login {
        client,
        user: &user,
        granted: &granted,
        grant: None,
        session_id: None,
        nonce: None,
        authenticated_at: None,
        impersonator: None,
    };
    let tokens = issue::tokens(cx, &login, ip, Proof::Code(code)).await?;
    let audience = granted.api.as_ref().map_or("", |api| &api.identifier);
    let event = Event::new(
        kind::PASSWORD_EXCHANGED,
        "Passwordless code for Access Token",
    );
    let event = event.client(client).connection(&connection).user(&user);
    cx.record_from(&event.audience(audience, &granted.scope.to_string()), ip);
    Ok(tokens.answer(
        requested
            .as_ref()
            .and_then(|asked| scope_if_narrowed(Some(asked), &granted.scope)),
    ))
}
