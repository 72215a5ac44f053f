//! `grant_type=refresh_token`: spends a refresh token, answers with fresh tokens (RFC 6749, 6; RFC 9700, 4.14).

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::json;

use super::TokenResponse;
use crate::authentication::issue::{self, Login, new_refresh_token};
use crate::authentication::{AuthenticationError, authorization};
use crate::domain::client::Client;
use crate::domain::parameters::Parameters;
use crate::domain::possession::Held;
use crate::domain::refresh_token::{self, RefreshToken, RefreshTokenFault};
use crate::domain::scope::Scope;
use crate::domain::user::User;
use crate::events::{Event, kind};
use crate::http::{Context, OAuthError};
use crate::store::grants::{self, GrantKey};
use crate::store::{self, StoreError, refresh_tokens, users};

/// What a token turned out to be.
enum Presented {
    Good(Box<RefreshToken>),
    Refused(RefreshTokenFault),
    /// A copy of it was used before.
    Reused(Box<RefreshToken>),
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
        tenant: cx.tenant_id(),
        client: Arc::clone(client),
        certificate: cx.held().certificate.map(str::to_owned),
        key: cx.key.clone(),
        presented: presented.to_owned(),
        successor: successor.clone(),
        successor_id: cx.server.entropy.base62(22),
        now: cx.now(),
    };
    let (token, user) = match exchange.look_up(cx).await? {
        (Presented::Good(token), user) => (token, user),
        (Presented::Refused(fault), _) => return Err(fault.into()),
        // The family ends with it.
        (Presented::Reused(_), _) => {
            let ended = exchange.present(cx).await?;
            return Err(refused(cx, client, ended));
        }
    };
    let audience = parameters.get("audience");
    if audience.is_some_and(|audience| *audience != token.audience) {
        let elsewhere = "The refresh token is for another audience";
        return Err(OAuthError::access_denied(elsewhere).into());
    }
    let Some(user) = user else {
        let gone = "The refresh_token was generated for a user who doesn't exist anymore.";
        return Err(OAuthError::invalid_grant(gone).into());
    };
    if user.is_blocked {
        return Err(OAuthError::blocked_user().into());
    }
    // All of it before anything is spent: who is refused for what can change may come again.
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
    match exchange.present(cx).await? {
        Presented::Good(now) if now.user_id == token.user_id => {}
        refusal => return Err(refused(cx, client, refusal)),
    }
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

/// What becomes of an exchange that another one came before.
fn refused(cx: &Context, client: &Client, presented: Presented) -> AuthenticationError {
    match presented {
        Presented::Reused(token) => {
            let error = AuthenticationError::from(RefreshTokenFault::Reused);
            let event = Event::new(kind::REFRESH_TOKEN_REUSED, error.told().error_description);
            let event = event.client(client).user_id(token.user_id);
            cx.record(&event.details(json!({ "familyId": token.family })));
            error
        }
        Presented::Refused(fault) => fault.into(),
        // Its user was deleted meanwhile.
        Presented::Good(_) => RefreshTokenFault::Unknown.into(),
    }
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

/// One exchange: looked up first, so that nothing is spent on a request that is refused, then done as a unit of work.
/// That may run twice, so everything random in it was drawn before.
#[derive(Clone)]
struct Exchange {
    tenant: String,
    client: Arc<Client>,
    /// What the client holds.
    certificate: Option<String>,
    key: Option<Arc<str>>,
    presented: String,
    successor: Option<String>,
    successor_id: String,
    now: Timestamp,
}

impl Exchange {
    /// What the token is, and its user. Nothing changes.
    async fn look_up(&self, cx: &Context) -> Result<(Presented, Option<User>), StoreError> {
        let exchange = self.clone();
        let unit = move |db: &mut store::Connection<'_>| {
            let presented = exchange.judge(db)?;
            let user = match &presented {
                Presented::Good(token) => users::find(db, &exchange.tenant, &token.user_id)?,
                _ => None,
            };
            Ok((presented, user))
        };
        cx.store().read(unit).await
    }

    /// Rotates the token, or ends its family if it was used before.
    async fn present(&self, cx: &Context) -> Result<Presented, StoreError> {
        let exchange = self.clone();
        cx.store().write(move |db| exchange.run(db)).await
    }

    fn run(&self, db: &mut store::Connection<'_>) -> Result<Presented, StoreError> {
        let tenant = self.tenant.as_str();
        let presented = self.judge(db)?;
        match (&presented, &self.successor) {
            (Presented::Good(token), Some(successor)) => self.rotate(db, token, successor)?,
            (Presented::Good(token), None) => {
                if token.is_rotating {
                    refresh_tokens::settle(db, tenant, token)?;
                }
                let policy = &self.client.refresh_token;
                let (_, idle) = refresh_token::ends(policy, token.expires_at, self.now);
                refresh_tokens::touch(db, tenant, &self.presented, self.now, idle)?;
            }
            (Presented::Reused(token), _) => {
                // Kept although the request fails: the thief's copy dies with the answer.
                refresh_tokens::end_family(db, tenant, &token.family)?;
                grants::forget(db, tenant, &GrantKey::of(token))?;
            }
            (Presented::Refused(_), _) => {}
        }
        Ok(presented)
    }

    fn judge(&self, db: &mut store::Connection<'_>) -> Result<Presented, StoreError> {
        let (client, held) = (&self.client, self.held());
        let found = refresh_tokens::find(db, &self.tenant, &client.id, &self.presented)?;
        let Some(token) = found else {
            return Ok(Presented::Refused(RefreshTokenFault::Unknown));
        };
        let leeway = client.refresh_token.leeway;
        let outcome = token
            .is_held(held)
            .and_then(|()| token.present(leeway, self.now));
        Ok(match outcome {
            Ok(()) => Presented::Good(Box::new(token)),
            Err(RefreshTokenFault::Reused) => Presented::Reused(Box::new(token)),
            Err(fault) => Presented::Refused(fault),
        })
    }

    fn held(&self) -> Held<'_> {
        Held {
            certificate: self.certificate.as_deref(),
            key: self.key.as_deref(),
        }
    }

    fn rotate(
        &self,
        db: &mut store::Connection<'_>,
        token: &RefreshToken,
        successor: &str,
    ) -> Result<(), StoreError> {
        let (expires_at, idle_expires_at) =
            refresh_token::ends(&self.client.refresh_token, token.expires_at, self.now);
        let tenant = self.tenant.as_str();
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
