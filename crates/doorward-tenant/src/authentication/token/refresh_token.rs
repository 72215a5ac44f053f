//! `grant_type=refresh_token`: spends a refresh token, answers with fresh tokens (RFC 6749, 6; RFC 9700, 4.14).

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::json;

use super::TokenResponse;
use crate::authentication::issue::{self, Login, new_refresh_token};
use crate::authentication::{AuthenticationError, authorization};
use crate::domain::client::Client;
use crate::domain::parameters::Parameters;
use crate::domain::possession::{self, Held, Unproven};
use crate::domain::refresh_token::{self, RefreshToken, RefreshTokenFault};
use crate::domain::resource_server::ResourceServer;
use crate::domain::scope::Scope;
use crate::domain::user::User;
use crate::events::{Event, kind};
use crate::http::{Context, OAuthError};
use crate::store::grants::{self, GrantKey};
use crate::store::{self, StoreError, refresh_tokens, users};
use crate::tenant::Tenant;

/// What presenting a token led to. A family that ended has ended although the request fails.
enum Presented {
    Good {
        token: Box<RefreshToken>,
        user: Option<Box<User>>,
    },
    Refused(RefreshTokenFault),
    /// A copy of it was used before.
    Reused(Box<RefreshToken>),
    /// The request names another API than the token is for. The token stays as it was.
    ForAnotherAudience,
    /// Its API is not in memory, so it is not known yet what its tokens are bound to. The token stays as it was.
    OfUnreadApi(String),
    /// What the tokens are to be bound to is not there. The token stays as it was.
    Unproven(Unproven),
}

/// Exchanges a refresh token.
pub(super) async fn exchange(
    cx: &Context,
    client: &Arc<Client>,
    parameters: &Parameters,
) -> Result<TokenResponse, AuthenticationError> {
    let presented = parameters.require("refresh_token")?;
    match spend(cx, client, presented, parameters).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            // Of a reuse more is known where it is found.
            if !matches!(
                error,
                AuthenticationError::RefreshToken(RefreshTokenFault::Reused)
            ) {
                let told = error.told().error_description;
                cx.record(&Event::new(kind::REFRESH_TOKEN_FAILED, told).client(client));
            }
            Err(error)
        }
    }
}

async fn spend(
    cx: &Context,
    client: &Arc<Client>,
    presented: &str,
    parameters: &Parameters,
) -> Result<TokenResponse, AuthenticationError> {
    let successor = client
        .refresh_token
        .is_rotating
        .then(|| new_refresh_token(cx, true));
    let exchange = Exchange {
        of: Arc::clone(&cx.tenant),
        client: Arc::clone(client),
        api: None,
        certificate: cx.held().certificate.map(str::to_owned),
        key: cx.key.clone(),
        presented: presented.to_owned(),
        audience: parameters.get("audience").map(str::to_owned),
        successor: successor.clone(),
        successor_id: cx.server.entropy.base62(22),
        now: cx.now(),
    };
    let (token, user) = match exchange.present(cx).await? {
        Presented::Good { token, user } => (token, user),
        Presented::Refused(fault) => return Err(fault.into()),
        Presented::Reused(token) => {
            let error = AuthenticationError::from(RefreshTokenFault::Reused);
            let event = Event::new(kind::REFRESH_TOKEN_REUSED, error.told().error_description);
            let event = event.client(client).user_id(token.user_id);
            cx.record(&event.details(json!({ "familyId": token.family })));
            return Err(error);
        }
        Presented::ForAnotherAudience => {
            let elsewhere = "The refresh token is for another audience";
            return Err(OAuthError::access_denied(elsewhere).into());
        }
        Presented::OfUnreadApi(audience) => {
            return Err(authorization::unknown_api(&audience).into());
        }
        Presented::Unproven(unproven) => return Err(OAuthError::from(unproven).into()),
    };
    let Some(user) = user else {
        let gone = "The refresh_token was generated for a user who doesn't exist anymore.";
        return Err(OAuthError::invalid_grant(gone).into());
    };
    if user.is_blocked {
        return Err(OAuthError::blocked_user().into());
    }
    let granted = granted(cx, client, &token, &user, parameters).await?;
    let login = Login {
        client,
        user: &user,
        granted: &granted,
        grant: Some("refresh_token"),
        session_id: token.session_id.as_deref(),
        nonce: None,
        authenticated_at: token.authenticated_at,
        impersonator: None,
    };
    let tokens = issue::signed(cx, &login)?;
    let scope = granted.scope.to_string();
    let event = Event::new(
        kind::REFRESH_TOKEN_EXCHANGED,
        "Refresh Token for Access Token",
    )
    .client(client);
    let event = event.user(&user).audience(&token.audience, &scope);
    cx.record(&event.details(json!({ "familyId": token.family })));
    Ok(issue::Tokens {
        refresh_token: successor,
        ..tokens
    }
    .answer(Some(scope)))
}

/// What the answer grants: what the token stands for, or less if the request says so.
async fn granted(
    cx: &Context,
    client: &Client,
    token: &RefreshToken,
    user: &User,
    parameters: &Parameters,
) -> Result<authorization::Granted, AuthenticationError> {
    let stands_for = Scope::parse(&token.scope);
    let wanted = match parameters.get("scope") {
        Some(reduced) => Scope::parse(reduced).filter(|name| stands_for.contains(name)),
        None => stands_for,
    };
    let api = match token.audience.as_str() {
        "" => None,
        audience => authorization::find_api(cx, Some(audience)).await?,
    };
    authorization::grant(cx, client, user, api, &wanted).await
}

/// One exchange as a unit of work: finds the token and rotates it or ends its family. It may run twice, so
/// everything random in it was drawn before.
#[derive(Clone)]
struct Exchange {
    of: Arc<Tenant>,
    client: Arc<Client>,
    /// The API that the token is for, once it was read.
    api: Option<Arc<ResourceServer>>,
    /// What the client holds.
    certificate: Option<String>,
    key: Option<Arc<str>>,
    presented: String,
    /// The API that the request names.
    audience: Option<String>,
    successor: Option<String>,
    successor_id: String,
    now: Timestamp,
}

impl Exchange {
    /// Runs the unit of work. Once more if it did not know the API, which is the first of its exchanges.
    async fn present(self, cx: &Context) -> Result<Presented, StoreError> {
        let unit = self.clone();
        match cx.store().write(move |db| unit.run(db)).await? {
            Presented::OfUnreadApi(audience) => {
                let api = cx.tenant.configuration.resource_server(&audience).await?;
                if api.is_none() {
                    return Ok(Presented::OfUnreadApi(audience));
                }
                let unit = Self { api, ..self };
                cx.store().write(move |db| unit.run(db)).await
            }
            presented => Ok(presented),
        }
    }

    fn run(&self, db: &mut store::Connection<'_>) -> Result<Presented, StoreError> {
        let (tenant, policy) = (self.of.id.as_str(), &self.client.refresh_token);
        let found = refresh_tokens::find(db, tenant, &self.client.id, &self.presented)?;
        let Some(token) = found else {
            return Ok(Presented::Refused(RefreshTokenFault::Unknown));
        };
        let held = self.held();
        if let Err(fault) = token.is_held(held) {
            return Ok(Presented::Refused(fault));
        }
        if let Err(fault) = token.present(policy.leeway, self.now) {
            if fault == RefreshTokenFault::Reused {
                // Kept although the request fails: the thief's copy dies with the answer.
                refresh_tokens::end_family(db, tenant, &token.family)?;
                grants::forget(db, tenant, &GrantKey::of(&token))?;
                return Ok(Presented::Reused(Box::new(token)));
            }
            return Ok(Presented::Refused(fault));
        }
        if self
            .audience
            .as_ref()
            .is_some_and(|audience| *audience != token.audience)
        {
            return Ok(Presented::ForAnotherAudience);
        }
        let Some(api) = self.api(&token.audience) else {
            return Ok(Presented::OfUnreadApi(token.audience));
        };
        // Before anything is spent: the request may come again, with what is missing.
        if let Err(unproven) = possession::bind(held, &self.client, api.as_deref()) {
            return Ok(Presented::Unproven(unproven));
        }
        let user = users::find(db, tenant, &token.user_id)?;
        match &self.successor {
            // Nobody gets the successor then, so the token stays as it is.
            _ if user.as_ref().is_none_or(|user| user.is_blocked) => {}
            Some(successor) => self.rotate(db, &token, successor)?,
            None => {
                if token.is_rotating {
                    refresh_tokens::settle(db, tenant, &token)?;
                }
                let (_, idle) = refresh_token::ends(policy, token.expires_at, self.now);
                refresh_tokens::touch(db, tenant, &self.presented, self.now, idle)?;
            }
        }
        Ok(Presented::Good {
            token: Box::new(token),
            user: user.map(Box::new),
        })
    }

    fn held(&self) -> Held<'_> {
        Held {
            certificate: self.certificate.as_deref(),
            key: self.key.as_deref(),
        }
    }

    /// The API of a token, which may be none; `None` when it has to be read first.
    fn api(&self, audience: &str) -> Option<Option<Arc<ResourceServer>>> {
        if audience.is_empty() {
            return Some(None);
        }
        let read = self.api.clone();
        let known = read.or_else(|| self.of.configuration.known_resource_server(audience));
        known.map(Some)
    }

    fn rotate(
        &self,
        db: &mut store::Connection<'_>,
        token: &RefreshToken,
        successor: &str,
    ) -> Result<(), StoreError> {
        let (expires_at, idle_expires_at) =
            refresh_token::ends(&self.client.refresh_token, token.expires_at, self.now);
        let tenant = self.of.id.as_str();
        let next = RefreshToken {
            id: self.successor_id.clone(),
            is_rotating: true,
            created_at: self.now,
            last_exchanged_at: None,
            expires_at,
            idle_expires_at,
            rotated_at: None,
            ..token.clone()
        };
        if !token.is_rotating {
            // The client's tokens rotate since: older ones, which would not, end with the first exchange.
            refresh_tokens::end_unrotating(db, tenant, token)?;
        }
        refresh_tokens::mark_rotated(db, tenant, &self.presented, self.now)?;
        refresh_tokens::insert(db, tenant, successor, &next, Some(&self.presented))
    }
}
