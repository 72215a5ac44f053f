//! `grant_type=authorization_code`: exchanges a code for tokens (RFC 6749, 4.1.3; RFC 7636).

use axum::http::StatusCode;
use jiff::Timestamp;
use serde_json::json;

use super::{TokenResponse, scope_if_narrowed};
use crate::authentication::issue::{self, Login};
use crate::authentication::{AuthenticationError, authorization};
use crate::domain::authorization_code::{AuthorizationCode, CodeFault};
use crate::domain::client::Client;
use crate::domain::parameters::Parameters;
use crate::domain::refresh_token::RefreshToken;
use crate::domain::scope::Scope;
use crate::domain::user::User;
use crate::events::{Event, kind};
use crate::http::{Context, OAuthError};
use crate::store::{self, StoreError, authorization_codes, refresh_tokens, users};

/// What presenting a code led to. What it bought before has ended although the request fails.
enum Presented {
    Good {
        code: Box<AuthorizationCode>,
        user: Option<Box<User>>,
    },
    Refused(CodeFault),
}

/// Exchanges a code.
pub(super) async fn exchange(
    cx: &Context,
    client: &Client,
    parameters: &Parameters,
) -> Result<TokenResponse, AuthenticationError> {
    match spend(cx, client, parameters).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let told = error.told();
            let event = Event::new(kind::CODE_EXCHANGE_FAILED, told.error_description);
            cx.record(&event.client(client).details(json!({ "error": told.error })));
            Err(error)
        }
    }
}

async fn spend(
    cx: &Context,
    client: &Client,
    parameters: &Parameters,
) -> Result<TokenResponse, AuthenticationError> {
    let (code, user) = match present(cx, client, parameters).await? {
        Presented::Good { code, user } => (code, user),
        Presented::Refused(fault) => return Err(told(&fault, parameters).into()),
    };
    let Some(user) = user else {
        return Err(OAuthError::invalid_grant("Invalid authorization code").into());
    };
    if user.is_blocked {
        return Err(OAuthError::blocked_user().into());
    }
    let grant = &code.grant;
    // Asked again, because the API or the user's permissions may have changed since.
    let api = match &grant.audience {
        Some(audience) => authorization::find_api(cx, Some(audience)).await?,
        None => None,
    };
    let issued = Scope::parse(&grant.scope);
    let granted = authorization::grant(cx, client, &user, api, &issued).await?;
    let login = Login {
        client,
        user: &user,
        granted: &granted,
        grant: None,
        session_id: grant.session_id.as_deref(),
        nonce: grant.nonce.as_deref(),
        authenticated_at: grant
            .auth_time
            .and_then(|time| Timestamp::from_second(time).ok()),
    };
    let mut tokens = issue::signed(cx, &login)?;
    if let Some((issued, mut token)) = issue::offline_token(cx, &login) {
        token.family.clone_from(&code.family);
        token.authenticated_at = Timestamp::from_second(grant.authenticated_at).ok();
        if !keep(cx, parameters.require("code")?, issued.clone(), token).await? {
            return Err(OAuthError::invalid_grant("Invalid authorization code").into());
        }
        tokens.refresh_token = Some(issued);
    }
    let audience = granted.api.as_ref().map_or("", |api| &api.identifier);
    let event = Event::new(kind::CODE_EXCHANGED, "Authorization Code for Access Token");
    let event = event.client(client).user(&user);
    cx.record(&event.audience(audience, &granted.scope.to_string()));
    let requested = Scope::parse(&grant.requested_scope);
    Ok(tokens.answer(scope_if_narrowed(Some(&requested), &granted.scope)))
}

/// Stores the refresh token, unless a second use of the code has ended the family meanwhile.
async fn keep(
    cx: &Context,
    presented: &str,
    issued: String,
    token: RefreshToken,
) -> Result<bool, StoreError> {
    let (tenant, presented) = (cx.tenant_id(), presented.to_owned());
    cx.store()
        .write(move |db| {
            let code = authorization_codes::find(db, &tenant, &token.client_id, &presented)?;
            if code.is_none() {
                return Ok(false);
            }
            refresh_tokens::insert(db, &tenant, &issued, &token, None)?;
            Ok(true)
        })
        .await
}

/// Finds the code and marks it as used; ends what it bought when it was used before.
async fn present(
    cx: &Context,
    client: &Client,
    parameters: &Parameters,
) -> Result<Presented, AuthenticationError> {
    let (tenant, client_id, now) = (cx.tenant_id(), client.id.clone(), cx.now());
    let presented = parameters.require("code")?.to_owned();
    let redirect_uri = parameters.get("redirect_uri").map(str::to_owned);
    let code_verifier = parameters.get("code_verifier").map(str::to_owned);
    let unit = move |db: &mut store::Connection<'_>| {
        let Some(code) = authorization_codes::find(db, &tenant, &client_id, &presented)? else {
            return Ok(Presented::Refused(CodeFault::Unknown));
        };
        let mut outcome = code.present(redirect_uri.as_deref(), code_verifier.as_deref(), now);
        if outcome.is_ok() && !authorization_codes::spend(db, &tenant, &presented, now)? {
            outcome = Err(CodeFault::Reused);
        }
        match outcome {
            Ok(()) => {
                let user = users::find(db, &tenant, &code.grant.user_id)?.map(Box::new);
                Ok(Presented::Good {
                    code: Box::new(code),
                    user,
                })
            }
            Err(fault) => {
                if fault == CodeFault::Reused {
                    refresh_tokens::end_family(db, &tenant, &code.family)?;
                    authorization_codes::remove(db, &tenant, &presented)?;
                }
                Ok(Presented::Refused(fault))
            }
        }
    };
    Ok(cx
        .store()
        .write(unit)
        .await
        .map_err(|error: StoreError| error)?)
}

fn told(fault: &CodeFault, parameters: &Parameters) -> OAuthError {
    match fault {
        CodeFault::Unknown | CodeFault::Expired | CodeFault::Reused => {
            OAuthError::invalid_grant("Invalid authorization code")
        }
        CodeFault::Verifier => OAuthError::invalid_grant("Failed to verify code verifier"),
        CodeFault::MissingVerifier => {
            OAuthError::invalid_request("Parameter 'code_verifier' is required")
        }
        CodeFault::RedirectUri { expected } => {
            let sent = parameters.get("redirect_uri").unwrap_or_default();
            let sent: String = sent.chars().take(300).collect();
            let description =
                format!("The redirect URI is wrong. You sent {sent}, and we expected {expected}");
            OAuthError::new(StatusCode::FORBIDDEN, "unauthorized_client", description)
        }
    }
}
