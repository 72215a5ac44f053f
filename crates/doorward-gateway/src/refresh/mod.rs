//! Renewing the tokens behind a cookie: once, however many requests need it at the same moment.
//!
//! A tenant may take a refresh token that is used twice for a stolen one and end the login. So calls in
//! one process queue up, gateways that share a Redis hold a lock, and whoever comes second finds the
//! work done.

mod bearer;
mod queue;

use std::time::Duration;

use tracing::Instrument;

pub(crate) use self::bearer::by_bearer;
pub(crate) use self::queue::Refreshes;

use self::queue::Outcome;
use crate::auth0::CallError;
use crate::context::{Context, OnBehalf, Shared};
use crate::error::GatewayError;
use crate::login::{self, Origin, Start};
use crate::session::{Digest, Facts, Kind, Session, Stored};

/// How often a session is looked at again while another gateway renews it.
const POLL: Duration = Duration::from_millis(50);
/// After this the other gateway's lock is gone, one way or another.
const POLLS: u32 = 1_820;

/// What becomes of the session's handle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Goal {
    /// New tokens behind the same handle, unless they are new already: the caller is not the browser.
    SameHandle,
    /// A new session under the new access token: the browser gets a new cookie.
    NewHandle,
    /// The same for a bearer, who presents the refresh token with this digest.
    Bearer { presented: Digest },
}

impl Goal {
    /// The digest of the refresh token that the caller brought; `None` when it is the session's own.
    fn presented(self) -> Option<Digest> {
        match self {
            Self::Bearer { presented } => Some(presented),
            Self::SameHandle | Self::NewHandle => None,
        }
    }
}

/// Renews the tokens of a session with its own refresh token, and answers the session as it is then.
///
/// Runs to its end even if the caller goes away: the tenant may have given the only new token.
///
/// # Errors
///
/// 401 when the session has no refresh token, the tenant refuses it, or the session is gone; 500 when
/// the tenant cannot be asked, and then the session stays.
pub(crate) async fn run(
    cx: &Shared,
    digest: Digest,
    goal: Goal,
    on_behalf: OnBehalf,
) -> Result<Stored, GatewayError> {
    let worker = cx.clone();
    let work = async move { renew(&worker, digest, goal, &on_behalf).await };
    in_turn(cx, digest, goal, work).await
}

/// Waits for those who want the same session renewed; then takes what they got, or does the `work`.
async fn in_turn(
    cx: &Shared,
    digest: Digest,
    goal: Goal,
    work: impl Future<Output = Result<Stored, GatewayError>> + Send + 'static,
) -> Result<Stored, GatewayError> {
    let cx = cx.clone();
    let work = async move {
        let queue = cx.refreshes.queue(&digest);
        let mut turn = queue.lock().await;
        let shared = turn
            .as_ref()
            .and_then(|outcome| outcome.share(&digest, goal, cx.clock.now()));
        let result = match shared {
            Some(shared) => shared,
            None => {
                let result = exclusively(&cx, digest, goal, work).await;
                *turn = Outcome::of(&result, goal.presented());
                result
            }
        };
        drop(turn);
        cx.refreshes.leave(&digest, queue);
        result
    };
    tokio::spawn(work.in_current_span())
        .await
        .map_err(GatewayError::Interrupted)?
}

/// Runs with the process's own queue held: waits for other gateways, then takes what they got, or does the `work`.
async fn exclusively(
    cx: &Context,
    digest: Digest,
    goal: Goal,
    work: impl Future<Output = Result<Stored, GatewayError>> + Send,
) -> Result<Stored, GatewayError> {
    let was_there = cx.sessions.find_digest(digest).await?.is_some();
    let owner = cx.entropy.uuid()?;
    for _ in 0..POLLS {
        if cx.sessions.lock(&digest, &owner).await? {
            let renewed = match handed_over(cx, digest, goal, was_there).await {
                Ok(Some(stored)) => Ok(stored),
                Ok(None) => work.await,
                Err(error) => Err(error),
            };
            // A lock that cannot be given back ends by itself.
            if let Err(error) = cx.sessions.unlock(&digest, &owner).await {
                tracing::warn!(%error, "a refresh lock was not given back");
            }
            return renewed;
        }
        tokio::time::sleep(POLL).await;
    }
    // The session may well be alive: nobody is to log in again because another gateway takes so long.
    Err(GatewayError::RefreshFailed)
}

/// The session that another gateway made of one that was there when this caller came, if it asked for the same.
async fn handed_over(
    cx: &Context,
    digest: Digest,
    goal: Goal,
    was_there: bool,
) -> Result<Option<Stored>, GatewayError> {
    if !was_there || cx.sessions.find_digest(digest).await?.is_some() {
        return Ok(None);
    }
    match cx.sessions.successor(&digest).await? {
        Some((new, presented)) if presented == goal.presented() => {
            Ok(cx.sessions.find_digest(new).await?)
        }
        _ => Ok(None),
    }
}

/// Runs with the lock held: looks again, asks the tenant, keeps what it gave.
async fn renew(
    cx: &Context,
    digest: Digest,
    goal: Goal,
    on_behalf: &OnBehalf,
) -> Result<Stored, GatewayError> {
    let stored = cx
        .sessions
        .find_digest(digest)
        .await?
        .ok_or(GatewayError::NoSession)?;
    if goal == Goal::SameHandle && stored.facts.access_expires_at > cx.clock.now() {
        return Ok(stored);
    }
    let mut session = ask(cx, &stored, on_behalf).await?;
    let kept_under = match goal {
        Goal::SameHandle => {
            let Facts {
                ends_at,
                created_at,
                ..
            } = stored.facts;
            session.facts = Facts {
                ends_at,
                created_at,
                ..session.facts
            };
            if !cx.sessions.rewrite(&digest, &session).await? {
                return Err(GatewayError::NoSession);
            }
            digest
        }
        Goal::NewHandle | Goal::Bearer { .. } => {
            let start = Start {
                cx,
                client: cx.client_of_session(&stored.facts.client)?,
                on_behalf,
            };
            session = start.instead_of(Some(&stored), session).await?;
            move_to(cx, Some(&stored), &session, goal).await?
        }
    };
    cx.copies.make(&session);
    cx.sessions
        .find_digest(kept_under)
        .await?
        .ok_or(GatewayError::NoSession)
}

/// Ends `old`, which the new `session` follows; answers what that is kept under.
async fn move_to(
    cx: &Context,
    old: Option<&Stored>,
    session: &Session,
    goal: Goal,
) -> Result<Digest, GatewayError> {
    let new = session.digest();
    let Some(old) = old.filter(|old| *old.digest() != new) else {
        return Ok(new);
    };
    if !cx.sessions.remove_stored(old).await? {
        // Logged out while the tenant was asked, which is the last word. Nobody knows the new handle yet.
        let handle = session.tokens.access_token.as_str();
        cx.sessions.remove(handle).await?;
        return Err(GatewayError::NoSession);
    }
    // Without the note, who waits in another gateway has to log in again; this caller need not.
    let noted = cx.sessions.hand_over(old.digest(), &new, goal.presented());
    if let Err(error) = noted.await {
        tracing::warn!(%error, "other gateways do not hear of a renewed session");
    }
    Ok(new)
}

/// Spends the refresh token of a stored session. A refused one ends the session.
async fn ask(cx: &Context, stored: &Stored, on_behalf: &OnBehalf) -> Result<Session, GatewayError> {
    let client = cx.client_of_session(&stored.facts.client)?;
    let Some(tokens) = cx
        .sessions
        .tokens(stored)
        .filter(|tokens| !tokens.refresh_token.as_str().is_empty())
    else {
        cx.sessions.remove_stored(stored).await?;
        return Err(GatewayError::Expired);
    };
    match client.refresh(&tokens.refresh_token, on_behalf).await {
        Ok(grant) => {
            let origin = Origin {
                facts: &stored.facts,
                tokens: &tokens,
            };
            login::renewed(
                cx,
                client,
                grant,
                Kind::Cookie,
                &tokens.refresh_token,
                Some(origin),
            )
            .await
        }
        Err(CallError::Refused(_)) => {
            cx.sessions.remove_stored(stored).await?;
            Err(GatewayError::RefreshRefused)
        }
        Err(error) => Err(error.into()),
    }
}
