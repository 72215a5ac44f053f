//! `/refreshtoken` for a bearer, who keeps its own refresh token. Its session may have ended before that did.

use super::{Goal, in_turn, move_to};
use crate::auth0::CallError;
use crate::context::{Context, OnBehalf, Shared};
use crate::error::GatewayError;
use crate::login::{self, Origin, Start};
use crate::session::{Digest, Kind, Stored};
use doorward::Secret;

/// Spends `refresh_token` for the session of `handle`, or for a new one of `client`, and answers the session
/// under the new access token. Who presents both again meanwhile gets the same.
///
/// # Errors
///
/// 401 when the tenant refuses the token, which ends the session; when the tokens are another user's; and when
/// the session was ended meanwhile. 500 when the tenant cannot be asked, and then the session stays.
pub(crate) async fn by_bearer(
    cx: &Shared,
    client: &str,
    handle: &str,
    refresh_token: Secret,
    on_behalf: OnBehalf,
) -> Result<Stored, GatewayError> {
    let (client, digest) = (client.to_owned(), Digest::of(handle));
    let goal = Goal::Bearer {
        presented: Digest::of(refresh_token.as_str()),
    };
    let worker = cx.clone();
    let work =
        async move { spend(&worker, &client, (digest, goal), &refresh_token, &on_behalf).await };
    in_turn(cx, digest, goal, work).await
}

async fn spend(
    cx: &Context,
    client: &str,
    (digest, goal): (Digest, Goal),
    refresh_token: &Secret,
    on_behalf: &OnBehalf,
) -> Result<Stored, GatewayError> {
    let old = cx.sessions.find_digest(digest).await?;
    let name = old.as_ref().map_or(client, |old| old.facts.client.as_str());
    let client = cx.client_of_session(name)?;
    let tokens = old.as_ref().and_then(|old| cx.sessions.tokens(old));
    let grant = match client.refresh(refresh_token, on_behalf).await {
        Ok(grant) => grant,
        Err(CallError::Refused(_)) => {
            if let Some(old) = &old {
                cx.sessions.remove_stored(old).await?;
            }
            return Err(GatewayError::RefreshRefused);
        }
        Err(error) => return Err(error.into()),
    };
    let origin = old.as_ref().zip(tokens.as_ref());
    let origin = origin.map(|(old, tokens)| Origin {
        facts: &old.facts,
        tokens,
    });
    let session = login::renewed(cx, client, grant, Kind::Bearer, refresh_token, origin).await?;
    let start = Start {
        cx,
        client,
        on_behalf,
    };
    let session = start.instead_of(old.as_ref(), session).await?;
    let new = move_to(cx, old.as_ref(), &session, goal).await?;
    cx.copies.make(&session);
    cx.sessions
        .find_digest(new)
        .await?
        .ok_or(GatewayError::NoSession)
}
