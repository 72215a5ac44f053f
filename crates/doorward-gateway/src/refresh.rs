//! Renewing the tokens behind a cookie: once, however many requests need it at the same moment.
//!
//! A tenant may take a refresh token that is used twice for a stolen one and end the login. So calls in
//! one process queue up, gateways that share a Redis hold a lock, and whoever comes second finds the
//! work done.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use tracing::Instrument;

use crate::auth0::CallError;
use crate::context::{Context, OnBehalf, Shared};
use crate::error::GatewayError;
use crate::login::{self, Origin};
use crate::session::{Digest, Facts, Kind, Session, Stored};

/// How often a session is looked at again while another gateway renews it.
const POLL: Duration = Duration::from_millis(50);
/// After this the other gateway's lock is gone, one way or another.
const POLLS: u32 = 620;

/// The sessions that are being renewed in this process.
#[derive(Default)]
pub(crate) struct Refreshes(Mutex<HashMap<Digest, Weak<tokio::sync::Mutex<()>>>>);

impl Refreshes {
    fn queue(&self, digest: &Digest) -> Arc<tokio::sync::Mutex<()>> {
        let mut queues = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(queue) = queues.get(digest).and_then(Weak::upgrade) {
            return queue;
        }
        queues.retain(|_, queue| queue.strong_count() > 0);
        let queue = Arc::default();
        queues.insert(*digest, Arc::downgrade(&queue));
        queue
    }
}

/// What becomes of the session's handle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Goal {
    /// New tokens behind the same handle, unless they are new already: the caller is not the browser.
    SameHandle,
    /// A new session under the new access token: the browser gets a new cookie.
    NewHandle,
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
    let cx = cx.clone();
    let work = async move {
        let queue = cx.refreshes.queue(&digest);
        let _turn = queue.lock().await;
        exclusively(&cx, digest, goal, &on_behalf).await
    };
    tokio::spawn(work.in_current_span())
        .await
        .map_err(GatewayError::Interrupted)?
}

/// Runs with the process's own queue held: waits for other gateways.
async fn exclusively(
    cx: &Context,
    digest: Digest,
    goal: Goal,
    on_behalf: &OnBehalf,
) -> Result<Stored, GatewayError> {
    let owner = cx.entropy.uuid()?;
    for _ in 0..POLLS {
        if cx.sessions.lock(&digest, &owner).await? {
            let renewed = renew(cx, digest, goal, on_behalf).await;
            // A lock that cannot be given back ends by itself.
            if let Err(error) = cx.sessions.unlock(&digest, &owner).await {
                tracing::warn!(%error, "a refresh lock was not given back");
            }
            return renewed;
        }
        tokio::time::sleep(POLL).await;
    }
    Err(GatewayError::Expired)
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
        Goal::NewHandle => {
            cx.sessions.create(&session).await?;
            let new = Digest::of(session.tokens.access_token.as_str());
            if new != digest {
                cx.sessions.remove_stored(&stored).await?;
            }
            new
        }
    };
    cx.sessions
        .find_digest(kept_under)
        .await?
        .ok_or(GatewayError::NoSession)
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
