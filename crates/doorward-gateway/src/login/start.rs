//! The beginning of a session under a handle that is nobody else's.
//!
//! A handle is an access token, and a tenant may give the same one to two logins: what it says of one user, for one
//! client and API, is the same within a second, and so is its signature. Two browsers that held one handle would
//! log each other out.

use std::time::Duration;

use super::{Origin, renewed};
use crate::auth0::{CallError, LoginClient};
use crate::context::{Context, OnBehalf};
use crate::error::GatewayError;
use crate::session::{Session, Stored};

/// Tokens of one second are alike, those of the next one are not.
const NEXT_SECOND: Duration = Duration::from_secs(1);
/// How often other tokens are asked for.
const ATTEMPTS: u32 = 3;

/// Starts sessions of one client, for one request.
pub(crate) struct Start<'s> {
    pub(crate) cx: &'s Context,
    pub(crate) client: &'s LoginClient,
    pub(crate) on_behalf: &'s OnBehalf,
}

impl Start<'_> {
    /// Starts `session`, in place of `old` if that has the same handle, and answers it as it is kept. When its handle is
    /// another session's already, it gets the tokens of a moment later; without a refresh token to buy those with, both
    /// stay one.
    ///
    /// # Errors
    ///
    /// 401 when the tenant refuses the refresh token, 500 when it or the store cannot be asked.
    pub(crate) async fn instead_of(
        &self,
        old: Option<&Stored>,
        mut session: Session,
    ) -> Result<Session, GatewayError> {
        let sessions = &self.cx.sessions;
        for _ in 0..ATTEMPTS {
            if old.is_some_and(|old| *old.digest() == session.digest()) {
                break;
            }
            if sessions.create(&session).await? {
                return Ok(session);
            }
            if session.tokens.refresh_token.as_str().is_empty() {
                tracing::warn!(
                    "two logins of a user got the same access token and are one session"
                );
                break;
            }
            tokio::time::sleep(NEXT_SECOND).await;
            session = self.other_tokens(session).await?;
        }
        sessions.replace(&session).await?;
        Ok(session)
    }

    async fn other_tokens(&self, session: Session) -> Result<Session, GatewayError> {
        let spent = &session.tokens.refresh_token;
        let grant = self.client.refresh(spent, self.on_behalf).await;
        let grant = grant.map_err(|error| match error {
            CallError::Refused(_) => GatewayError::RefreshRefused,
            error => error.into(),
        })?;
        let origin = Origin {
            facts: &session.facts,
            tokens: &session.tokens,
        };
        let kind = session.facts.kind;
        renewed(self.cx, self.client, grant, kind, spent, Some(origin)).await
    }
}
