//! What a login is worth: an access token, an ID token with `openid`, a refresh token with `offline_access`.

use std::net::IpAddr;

use jiff::Timestamp;

use super::AuthenticationError;
use super::authorization::Granted;
use super::proof::Proof;
use super::token::TokenResponse;
use super::tokens::{AccessToken, IdToken, Subject, bind};
use crate::domain::client::Client;
use crate::domain::impersonation::Impersonator;
use crate::domain::refresh_token::{self, RefreshToken};
use crate::domain::scope::OFFLINE_ACCESS;
use crate::domain::user::User;
use crate::http::Context;
use crate::store::{self, StoreError, refresh_tokens, users};

/// A user who signed in at a client, and what they let it do.
pub(crate) struct Login<'a> {
    pub(crate) client: &'a Client,
    pub(crate) user: &'a User,
    pub(crate) granted: &'a Granted,
    /// Auth0's `gty` claim, where that grant has one.
    pub(crate) grant: Option<&'static str>,
    pub(crate) session_id: Option<&'a str>,
    pub(crate) nonce: Option<&'a str>,
    /// When the user signed in, if the client asked to know.
    pub(crate) authenticated_at: Option<Timestamp>,
    /// Who stands in the user's place.
    pub(crate) impersonator: Option<&'a Impersonator>,
}

/// The tokens of one answer.
pub(crate) struct Tokens {
    pub(crate) access_token: String,
    pub(crate) expires_in: i64,
    pub(crate) id_token: Option<String>,
    pub(crate) refresh_token: Option<String>,
    /// `DPoP` or `Bearer`.
    pub(crate) token_type: &'static str,
}

impl Tokens {
    /// The answer of the token endpoint; `scope` where it differs from what was asked for.
    pub(crate) fn answer(self, scope: Option<String>) -> TokenResponse {
        TokenResponse {
            access_token: self.access_token,
            refresh_token: self.refresh_token,
            id_token: self.id_token,
            scope,
            expires_in: self.expires_in,
            token_type: self.token_type,
        }
    }
}

/// Issues the tokens of a login from `ip` and counts it; all of it is durable before this returns. `proof` is what the
/// user proved it with.
///
/// # Errors
///
/// Wrong credentials when the proof counts no more, or the user was deleted. When the store or the signing key fails.
pub(crate) async fn tokens(
    cx: &Context,
    login: &Login<'_>,
    ip: IpAddr,
    proof: Proof,
) -> Result<Tokens, AuthenticationError> {
    let signed = signed(cx, login)?;
    let refresh_token = offline_token(cx, login)?;
    let (tenant, user_id, now) = (cx.tenant_id(), login.user.user_id.clone(), cx.now());
    let (ip, stored, taken) = (ip.to_string(), refresh_token.clone(), proof.clone());
    let unit = move |db: &mut store::Connection<'_>| {
        if !taken.take(db, &tenant)? {
            return Ok(false);
        }
        if !users::record_login(db, &tenant, &user_id, &ip, now)? {
            return Ok(false);
        }
        if let Some((issued, token)) = &stored {
            refresh_tokens::insert(db, &tenant, issued, token, None)?;
        }
        Ok(true)
    };
    let is_stored: Result<bool, StoreError> = cx.store().write(unit).await;
    if !is_stored? {
        return Err(proof.refused());
    }
    Ok(Tokens {
        refresh_token: refresh_token.map(|(issued, _)| issued),
        ..signed
    })
}

/// The access token and, with `openid`, the ID token, without touching the store.
pub(crate) fn signed(cx: &Context, login: &Login<'_>) -> Result<Tokens, AuthenticationError> {
    let access_token = AccessToken {
        client: login.client,
        subject: Subject::User(login.user, login.impersonator),
        granted: login.granted,
        grant: login.grant,
        is_for_web: false,
    };
    let issued = access_token.issue(cx)?;
    let id_token = IdToken {
        client: login.client,
        user: login.user,
        impersonator: login.impersonator,
        scope: &login.granted.scope,
        session_id: login.session_id,
        nonce: login.nonce,
        authenticated_at: login.authenticated_at,
        access_token: None,
        code: None,
        latest_end: None,
    };
    let is_open_id = login.granted.scope.contains("openid");
    Ok(Tokens {
        access_token: issued.token,
        expires_in: issued.expires_in,
        token_type: issued.token_type,
        id_token: is_open_id.then(|| id_token.issue(cx)).transpose()?,
        refresh_token: None,
    })
}

/// A first refresh token of a new family, if `offline_access` was granted: its text and its row.
///
/// # Errors
///
/// 400 when there is nothing to bind the login's tokens to although they have to be bound. So it is asked for before
/// anything is spent.
pub(crate) fn offline_token(
    cx: &Context,
    login: &Login<'_>,
) -> Result<Option<(String, RefreshToken)>, AuthenticationError> {
    let confirmation = bind(cx, login.client, login.granted.api.as_deref())?;
    if !login.granted.scope.contains(OFFLINE_ACCESS) {
        return Ok(None);
    }
    let (now, entropy) = (cx.now(), &cx.server.entropy);
    let policy = &login.client.refresh_token;
    let (expires_at, idle_expires_at) = refresh_token::ends(policy, None, now);
    let token = RefreshToken {
        id: entropy.base62(22),
        family: entropy.base62(22),
        client_id: login.client.id.clone(),
        user_id: login.user.user_id.clone(),
        session_id: login.session_id.map(str::to_owned),
        audience: login
            .granted
            .api
            .as_ref()
            .map_or(String::new(), |api| api.identifier.clone()),
        scope: login.granted.scope.to_string(),
        is_rotating: policy.is_rotating,
        authenticated_at: login.authenticated_at,
        created_at: now,
        last_exchanged_at: None,
        expires_at,
        idle_expires_at,
        metadata: None,
        rotated_at: None,
        successor_spent: false,
        // Other clients prove who they are whenever they come with it (RFC 8705, 4; RFC 9449, 5).
        confirmation: confirmation.filter(|_| login.client.is_public()),
    };
    Ok(Some((new_refresh_token(cx, policy.is_rotating), token)))
}

/// The text of a new refresh token: 256 random bits. Rotating ones are told apart by their first letters.
pub(crate) fn new_refresh_token(cx: &Context, is_rotating: bool) -> String {
    let secret = cx.server.entropy.secret::<36>();
    if is_rotating {
        format!("v1.{secret}")
    } else {
        secret
    }
}
