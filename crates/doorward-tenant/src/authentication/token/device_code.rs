//! `grant_type=urn:ietf:params:oauth:grant-type:device_code`: a device asks whether it was let in (RFC 8628, 3.4).

use axum::http::StatusCode;
use jiff::Timestamp;
use serde_json::json;

use super::{TokenResponse, scope_if_narrowed};
use crate::authentication::issue::{self, Login};
use crate::authentication::{AuthenticationError, authorization};
use crate::domain::client::Client;
use crate::domain::device_code::{Approval, DeviceCodeFault};
use crate::domain::parameters::Parameters;
use crate::domain::refresh_token::RefreshToken;
use crate::domain::scope::Scope;
use crate::domain::user::User;
use crate::events::{Event, kind};
use crate::http::{Context, OAuthError};
use crate::store::{self, StoreError, device_codes, refresh_tokens, users};

/// Answers a poll.
pub(super) async fn exchange(
    cx: &Context,
    client: &Client,
    parameters: &Parameters,
) -> Result<TokenResponse, AuthenticationError> {
    let polling = Polling {
        tenant: cx.tenant_id(),
        client_id: client.id.clone(),
        code: parameters.require("device_code")?.to_owned(),
        now: cx.now(),
    };
    let exchanged = match polling.look_up(cx).await? {
        Ok(found) => polling.redeem(cx, client, &found).await,
        Err(fault) => Err(told(&polling.note(cx, fault).await?).into()),
    };
    exchanged.inspect_err(|error: &AuthenticationError| {
        let told = error.told();
        // A device that only has to wait has not failed.
        if !matches!(told.error, "authorization_pending" | "slow_down") {
            let event = Event::new(kind::DEVICE_CODE_FAILED, told.error_description);
            cx.record(&event.client(client).details(json!({ "error": told.error })));
        }
    })
}

/// A code as a device presents it.
#[derive(Clone)]
struct Polling {
    tenant: String,
    client_id: String,
    code: String,
    now: Timestamp,
}

/// A code that somebody said yes to.
struct Found {
    requested: Scope,
    approval: Approval,
    user: Option<User>,
}

impl Polling {
    async fn look_up(&self, cx: &Context) -> Result<Result<Found, DeviceCodeFault>, StoreError> {
        let polling = self.clone();
        let unit = move |db: &mut store::Connection<'_>| {
            let (tenant, client_id) = (&polling.tenant, &polling.client_id);
            let Some(code) = device_codes::find(db, tenant, client_id, &polling.code)? else {
                return Ok(Err(DeviceCodeFault::Unknown));
            };
            let approval = match code.poll(polling.now) {
                Ok(approval) => approval.clone(),
                Err(fault) => return Ok(Err(fault)),
            };
            Ok(Ok(Found {
                requested: Scope::parse(&code.asked.scope),
                user: users::find(db, tenant, &approval.user_id)?,
                approval,
            }))
        };
        cx.store().read(unit).await
    }

    /// Notes a poll in vain: the time of one that has to wait, the end of a code that has expired. A device that
    /// asks too fast costs no write.
    async fn note(
        &self,
        cx: &Context,
        fault: DeviceCodeFault,
    ) -> Result<DeviceCodeFault, StoreError> {
        if !matches!(fault, DeviceCodeFault::Pending | DeviceCodeFault::Expired) {
            return Ok(fault);
        }
        let polling = self.clone();
        let unit = move |db: &mut store::Connection<'_>| {
            let (tenant, code) = (&polling.tenant, &polling.code);
            if fault == DeviceCodeFault::Pending {
                device_codes::note_poll(db, tenant, code, polling.now)?;
            } else if !device_codes::take(db, tenant, code)? {
                // That it has expired is told once.
                return Ok(DeviceCodeFault::Unknown);
            }
            Ok(fault.clone())
        };
        cx.store().write(unit).await
    }

    async fn redeem(
        &self,
        cx: &Context,
        client: &Client,
        found: &Found,
    ) -> Result<TokenResponse, AuthenticationError> {
        let Some(user) = &found.user else {
            return Err(told(&DeviceCodeFault::Unknown).into());
        };
        if user.is_blocked {
            return Err(OAuthError::blocked_user().into());
        }
        let approval = &found.approval;
        // Asked again, because the API or the user's permissions may have changed since.
        let api = match &approval.audience {
            Some(audience) => authorization::find_api(cx, Some(audience)).await?,
            None => None,
        };
        let allowed = Scope::parse(&approval.scope);
        let granted = authorization::grant(cx, client, user, api, &allowed).await?;
        let login = Login {
            client,
            user,
            granted: &granted,
            grant: None,
            // What the device holds outlives the session of the browser that let it in.
            session_id: None,
            nonce: None,
            authenticated_at: None,
            impersonator: None,
        };
        let offline = issue::offline_token(cx, &login)?.map(|(issued, mut token)| {
            token.authenticated_at = Timestamp::from_second(approval.authenticated_at).ok();
            (issued, token)
        });
        let refresh_token = offline.as_ref().map(|(issued, _)| issued.clone());
        let signed = issue::signed(cx, &login)?;
        if !self.spend(cx, offline).await? {
            return Err(told(&DeviceCodeFault::Unknown).into());
        }
        let audience = granted.api.as_ref().map_or("", |api| &api.identifier);
        let event = Event::new(kind::DEVICE_CODE_EXCHANGED, "Device Code for Access Token");
        let event = event.client(client).user(user);
        cx.record(&event.audience(audience, &granted.scope.to_string()));
        let tokens = issue::Tokens {
            refresh_token,
            ..signed
        };
        Ok(tokens.answer(scope_if_narrowed(Some(&found.requested), &granted.scope)))
    }

    /// Takes the code away and stores the refresh token that it buys, in one unit of work. Answers `false` when
    /// another poll was faster.
    async fn spend(
        &self,
        cx: &Context,
        offline: Option<(String, RefreshToken)>,
    ) -> Result<bool, StoreError> {
        let polling = self.clone();
        let unit = move |db: &mut store::Connection<'_>| {
            if !device_codes::take(db, &polling.tenant, &polling.code)? {
                return Ok(false);
            }
            if let Some((issued, token)) = &offline {
                refresh_tokens::insert(db, &polling.tenant, issued, token, None)?;
            }
            Ok(true)
        };
        cx.store().write(unit).await
    }
}

fn told(fault: &DeviceCodeFault) -> OAuthError {
    let (status, error, description) = match fault {
        DeviceCodeFault::Pending => (
            StatusCode::FORBIDDEN,
            "authorization_pending",
            "User has yet to authorize device code.",
        ),
        DeviceCodeFault::TooFast => (
            StatusCode::TOO_MANY_REQUESTS,
            "slow_down",
            "You are polling faster than the specified interval of 5 seconds.",
        ),
        DeviceCodeFault::Expired => (
            StatusCode::FORBIDDEN,
            "expired_token",
            "The device code is expired",
        ),
        DeviceCodeFault::Denied(description) => {
            return OAuthError::access_denied(description.clone());
        }
        DeviceCodeFault::Unknown => {
            return OAuthError::invalid_grant("Invalid or expired device code.");
        }
    };
    OAuthError::new(status, error, description)
}
