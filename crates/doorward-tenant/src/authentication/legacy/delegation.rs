//! `POST /delegation`: an ID token or a refresh token of one application for an ID token of another.
//!
//! Whoever holds an ID token may come, so what it buys is kept small. Both applications must have asked for it by a
//! legacy grant type; none of them is a third party, whose users would have to agree; the user must be able to log
//! in at the other one; and a token that was bought with another ends when that one ends, so that nobody stays
//! logged in for ever by changing tokens.

use std::sync::Arc;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::{PREFIX, blocked, id_token, invalid_client, knows, require};
use crate::authentication::tokens::IdToken;
use crate::authentication::{AuthenticationError, authorization, client_authentication};
use crate::domain::client::Client;
use crate::domain::parameters::Parameters;
use crate::domain::scope::Scope;
use crate::domain::user::User;
use crate::events::{Event, kind};
use crate::http::{Context, NO_STORE, OAuthError};
use crate::keys::Algorithm;
use crate::protection::Message;
use crate::store::{StoreError, refresh_tokens, users};

const JWT_BEARER: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const BY_ID_TOKEN: &str = "delegation/id_token";
const BY_REFRESH_TOKEN: &str = "delegation/refresh_token";

/// What was proved by the token that was presented.
struct Proof {
    user: User,
    /// What it allows; `None` when it does not say.
    scope: Option<Scope>,
    /// When it ends, in seconds since 1970.
    ends: Option<i64>,
}

/// Answers `{"token_type","expires_in","id_token"}`.
pub(crate) async fn delegate(
    cx: Context,
    parameters: Result<Parameters, OAuthError>,
) -> Result<Response, AuthenticationError> {
    let parameters = parameters?;
    let client = client(&cx, &parameters).await?;
    let described = |kind, description: String| {
        let shown = |name: &str| {
            let text = parameters.get(name)?;
            Some(&text[..text.floor_char_boundary(200)])
        };
        Event::new(kind, description)
            .client(&client)
            .details(json!({
                "api_type": shown("api_type"), "grant_type": shown("grant_type"),
                "scope": shown("scope"), "target": shown("target"),
            }))
    };
    match exchange(&cx, &client, &parameters).await {
        Ok((answer, user)) => {
            cx.record(&described(kind::DELEGATED, "Delegation".to_owned()).user(&user));
            Ok((NO_STORE, Json(answer)).into_response())
        }
        Err(error) => {
            let told = error.told();
            let kind = if told.status == StatusCode::TOO_MANY_REQUESTS {
                kind::DELEGATION_LIMITED
            } else {
                kind::DELEGATION_FAILED
            };
            cx.record(&described(kind, told.error_description.into_owned()));
            Err(error)
        }
    }
}

/// The application that asks. With a refresh token it proves who it is, if it can.
async fn client(cx: &Context, parameters: &Parameters) -> Result<Arc<Client>, AuthenticationError> {
    let client_id = require(parameters, "client_id")?;
    let Some(client) = client_authentication::find(cx, client_id).await? else {
        return Err(invalid_client().into());
    };
    if parameters.get("refresh_token").is_some() && !client.is_public() {
        return client_authentication::authenticate(cx, parameters).await;
    }
    Ok(client)
}

async fn exchange(
    cx: &Context,
    client: &Client,
    parameters: &Parameters,
) -> Result<(Value, User), AuthenticationError> {
    let grant_type = require(parameters, "grant_type")?;
    if grant_type != JWT_BEARER {
        return Err(OAuthError::unsupported_grant_type(grant_type).into());
    }
    if !matches!(parameters.get("api_type"), None | Some("app" | "auth0")) {
        return Err(OAuthError::invalid_request("the api_type is not supported").into());
    }
    let named = parameters.get("target").unwrap_or(&client.id);
    let proof = match (parameters.get("id_token"), parameters.get("refresh_token")) {
        (Some(_), Some(_)) => {
            let both = "id_token and refresh_token cannot be specified simultaneously";
            return Err(OAuthError::invalid_request(both).into());
        }
        (None, Some(token)) => by_refresh_token(cx, client, token).await?,
        (Some(token), None) => by_id_token(cx, client, token, named).await?,
        (None, None) => {
            return Err(OAuthError::invalid_request("missing id_token parameter").into());
        }
    };
    if proof.user.is_blocked {
        return Err(blocked().into());
    }
    let asker = (cx.caller.ip, proof.user.user_id.as_str());
    cx.tenant
        .sending
        .ask(
            Message::Delegation,
            asker,
            cx.server.settings.limits,
            cx.now(),
        )
        .map_err(OAuthError::too_many_requests)?;
    let target = target(cx, named, &proof.user).await?;
    let wanted = Scope::parse(parameters.get("scope").unwrap_or("openid"));
    let wanted = wanted.filter(|name| {
        proof
            .scope
            .as_ref()
            .is_none_or(|allowed| allowed.contains(name))
    });
    let granted = authorization::grant(cx, &target, &proof.user, None, &wanted).await?;
    let token = IdToken {
        client: &target,
        user: &proof.user,
        impersonator: None,
        scope: &granted.scope,
        session_id: None,
        nonce: None,
        authenticated_at: None,
        access_token: None,
        code: None,
        latest_end: proof.ends,
    };
    let lifetime = target.id_token_lifetime_in_seconds;
    let left = proof.ends.map(|ends| ends - cx.now().as_second());
    let answer = json!({
        "token_type": "Bearer",
        "expires_in": left.map_or(lifetime, |left| left.min(lifetime)),
        "id_token": token.issue(cx)?,
    });
    Ok((answer, proof.user))
}

/// The application that the token will be for.
async fn target(
    cx: &Context,
    client_id: &str,
    user: &User,
) -> Result<Arc<Client>, AuthenticationError> {
    let target = client_authentication::find(cx, client_id).await?;
    let takes_part = |client: &Arc<Client>| {
        let may = |name: &str| client.may_use(&format!("{PREFIX}{name}"));
        client.is_first_party && (may(BY_ID_TOKEN) || may(BY_REFRESH_TOKEN))
    };
    let Some(target) = target.filter(takes_part) else {
        return Err(invalid_client().into());
    };
    if !knows(cx, &target, user).await? {
        return Err(OAuthError::invalid_request("the connection was disabled").into());
    }
    Ok(target)
}

fn must_have(client: &Client, name: &str) -> Result<(), OAuthError> {
    let grant_type = format!("{PREFIX}{name}");
    if !client.may_use(&grant_type) {
        return Err(OAuthError::grant_not_allowed(&grant_type));
    }
    if !client.is_first_party {
        return Err(invalid_client());
    }
    Ok(())
}

/// An ID token that was made for the very application that presents it. One that is signed with the application's
/// secret may be its own work, so it proves nothing to others, and nothing about users who never come there.
async fn by_id_token(
    cx: &Context,
    client: &Client,
    token: &str,
    target: &str,
) -> Result<Proof, AuthenticationError> {
    must_have(client, BY_ID_TOKEN)?;
    let invalid = || OAuthError::new(StatusCode::BAD_REQUEST, "invalid_grant", "invalid id_token");
    let verified = id_token::verify(cx, token).await?;
    let is_own_work = client.id_token_algorithm == Algorithm::Hs256;
    let Some((_, claims)) = verified.filter(|(named, claims)| {
        // Whoever stands in for somebody does so at one application.
        named.id == client.id && claims.impersonator.is_none()
    }) else {
        return Err(invalid().into());
    };
    if is_own_work && target != client.id {
        return Err(invalid().into());
    }
    let (tenant, user_id) = (cx.tenant_id(), claims.sub);
    let found: Result<_, StoreError> = cx
        .store()
        .read(move |db| users::find(db, &tenant, &user_id))
        .await;
    let user = found?.ok_or_else(invalid)?;
    if is_own_work && !knows(cx, client, &user).await? {
        return Err(invalid().into());
    }
    Ok(Proof {
        user,
        scope: None,
        ends: Some(claims.exp),
    })
}

/// A refresh token of the application that presents it. One that rotates is for the token endpoint alone: used here,
/// it would stay as it is, and a copy of it would never be noticed.
async fn by_refresh_token(
    cx: &Context,
    client: &Client,
    token: &str,
) -> Result<Proof, AuthenticationError> {
    must_have(client, BY_REFRESH_TOKEN)?;
    let invalid = || {
        let told = "invalid refresh_token";
        OAuthError::new(StatusCode::BAD_REQUEST, "invalid_grant", told)
    };
    let (tenant, client_id) = (cx.tenant_id(), client.id.clone());
    let (token, now) = (token.to_owned(), cx.now());
    let found: Result<_, StoreError> = cx
        .store()
        .read(move |db| {
            let found = refresh_tokens::find(db, &tenant, &client_id, &token)?;
            let good = found.filter(|token| {
                // Nor is one that is bound to a key or certificate, which nobody is asked for here.
                let is_plain = !token.is_rotating && token.confirmation.is_none();
                is_plain && token.present(0, now).is_ok()
            });
            let Some(token) = good else {
                return Ok(None);
            };
            let user = users::find(db, &tenant, &token.user_id)?;
            Ok(user.map(|user| (token, user)))
        })
        .await;
    let (token, user) = found?.ok_or_else(invalid)?;
    Ok(Proof {
        user,
        scope: Some(Scope::parse(&token.scope)),
        ends: None,
    })
}
