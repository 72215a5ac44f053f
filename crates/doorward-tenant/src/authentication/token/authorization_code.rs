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
            let details = json!({ "error": told.error, "code": shown_code(parameters) });
            cx.record(&event.client(client).details(details));
            Err(error)
        }
    }
}

/// As much of a code as the log shows.
fn shown_code(parameters: &Parameters) -> String {
    let last = parameters
        .get("code")
        .filter(|code| code.len() > 16)
        .and_then(|code| code.get(code.len() - 3..));
    format!("*************{}", last.unwrap_or_default())
}

async fn spend(
    cx: &Context,
    client: &Client,
    parameters: &Parameters,
) -> Result<TokenResponse, AuthenticationError> {
    let presented = Presented {
        tenant: cx.tenant_id(),
        client_id: client.id.clone(),
        code: parameters.require("code")?.to_owned(),
        redirect_uri: parameters.owned("redirect_uri"),
        code_verifier: parameters.owned("code_verifier"),
        key: cx.held().key.map(str::to_owned),
        now: cx.now(),
    };
    let (code, user) = match presented.look_up(cx).await? {
        Ok(found) => found,
        // A copy that comes later than its twin ends what that one bought.
        Err(CodeFault::Reused) => {
            let fault = presented.spend(cx, None).await?.err();
            return Err(told(&fault.unwrap_or(CodeFault::Unknown), parameters).into());
        }
        Err(fault) => return Err(told(&fault, parameters).into()),
    };
    let Some(user) = user else {
        return Err(told(&CodeFault::Unknown, parameters).into());
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
        impersonator: grant.impersonator.as_ref(),
    };
    let offline = issue::offline_token(cx, &login)?.map(|(issued, mut token)| {
        token.family.clone_from(&code.family);
        token.authenticated_at = Timestamp::from_second(grant.authenticated_at).ok();
        (issued, token)
    });
    let refresh_token = offline.as_ref().map(|(issued, _)| issued.clone());
    if let Err(fault) = presented.spend(cx, offline).await? {
        return Err(told(&fault, parameters).into());
    }
    let tokens = issue::Tokens {
        refresh_token,
        ..issue::signed(cx, &login)?
    };
    let audience = granted.api.as_ref().map_or("", |api| &api.identifier);
    let event = Event::new(kind::CODE_EXCHANGED, "Authorization Code for Access Token");
    let event = event.client(client).user(&user);
    let event = event.audience(audience, &granted.scope.to_string());
    cx.record(&event.details(json!({ "code": shown_code(parameters) })));
    let requested = Scope::parse(&grant.requested_scope);
    Ok(tokens.answer(scope_if_narrowed(Some(&requested), &granted.scope)))
}

/// A code as a client presents it.
#[derive(Clone)]
struct Presented {
    tenant: String,
    client_id: String,
    code: String,
    redirect_uri: Option<String>,
    code_verifier: Option<String>,
    /// The thumbprint of the key that the client holds.
    key: Option<String>,
    now: Timestamp,
}

type Found = (AuthorizationCode, Option<User>);

impl Presented {
    /// What the code stands for, and its user. Nothing is spent.
    async fn look_up(&self, cx: &Context) -> Result<Result<Found, CodeFault>, StoreError> {
        let presented = self.clone();
        let unit = move |db: &mut store::Connection<'_>| {
            let Some(code) = presented.find(db)? else {
                return Ok(Err(CodeFault::Unknown));
            };
            if let Err(fault) = presented.judge(&code) {
                return Ok(Err(fault));
            }
            let user = users::find(db, &presented.tenant, &code.grant.user_id)?;
            Ok(Ok((code, user)))
        };
        cx.store().read(unit).await
    }

    /// Spends the code and stores the refresh token that it buys, in one unit of work: of requests that race, one
    /// wins, and whoever comes later finds what it won and ends it.
    async fn spend(
        &self,
        cx: &Context,
        offline: Option<(String, RefreshToken)>,
    ) -> Result<Result<(), CodeFault>, StoreError> {
        let presented = self.clone();
        let unit = move |db: &mut store::Connection<'_>| {
            let Presented { tenant, now, .. } = &presented;
            let Some(code) = presented.find(db)? else {
                return Ok(Err(CodeFault::Unknown));
            };
            let mut outcome = presented.judge(&code);
            if outcome.is_ok() && !authorization_codes::spend(db, tenant, &presented.code, *now)? {
                outcome = Err(CodeFault::Reused);
            }
            match (&outcome, &offline) {
                (Ok(()), Some((issued, token))) => {
                    refresh_tokens::insert(db, tenant, issued, token, None)?;
                }
                // Kept although the request fails.
                (Err(CodeFault::Reused), _) => {
                    refresh_tokens::end_family(db, tenant, &code.family)?;
                }
                _ => {}
            }
            Ok(outcome)
        };
        cx.store().write(unit).await
    }

    fn find(
        &self,
        db: &mut store::Connection<'_>,
    ) -> Result<Option<AuthorizationCode>, StoreError> {
        authorization_codes::find(db, &self.tenant, &self.client_id, &self.code)
    }

    fn judge(&self, code: &AuthorizationCode) -> Result<(), CodeFault> {
        let (redirect_uri, code_verifier) = (&self.redirect_uri, &self.code_verifier);
        code.present(redirect_uri.as_deref(), code_verifier.as_deref(), self.now)?;
        code.is_for(self.key.as_deref())
    }
}

fn told(fault: &CodeFault, parameters: &Parameters) -> OAuthError {
    match fault {
        CodeFault::Unknown | CodeFault::Expired | CodeFault::Reused => {
            OAuthError::invalid_grant("Invalid authorization code")
        }
        CodeFault::Key => OAuthError::invalid_grant(
            "The code is bound to another key than that of the DPoP proof",
        ),
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
