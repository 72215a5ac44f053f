//! Redeeming a one-time code: it is looked at first, and spent together with what it buys.

use std::net::IpAddr;
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::json;

use super::codes::recipient;
use crate::authentication::AuthenticationError;
use crate::domain::client::Client;
use crate::domain::connection::{Connection, Strategy};
use crate::domain::passwordless::{CodeDetail, PasswordlessCode, PasswordlessFault};
use crate::http::Context;
use crate::protection::{Consequences, Guard};
use crate::secret::Secret;
use crate::server::Server;
use crate::store::passwordless_codes::{self, Recipient};
use crate::store::{self, StoreError};

/// A code that was right when it was looked at. It still counts: whoever is refused for something else comes again with
/// it.
#[derive(Clone)]
pub(crate) struct RightCode {
    pub(crate) detail: CodeDetail,
    strategy: Strategy,
    attempt: Arc<Attempt>,
}

/// Looks at a code, for somebody at `ip`. It is not used up.
///
/// # Errors
///
/// [`PasswordlessFault`] inside; the code stays as it was, one try poorer, when it was wrong.
pub(crate) async fn check(
    cx: &Context,
    (client, connection): (Option<&Client>, &Connection),
    (address, ip): (&str, IpAddr),
    presented: &str,
) -> Result<Result<RightCode, PasswordlessFault>, AuthenticationError> {
    let settings = cx.tenant.configuration.settings().await?;
    let attempt = Arc::new(Attempt {
        server: Arc::clone(&cx.server),
        tenant: cx.tenant_id(),
        guard: Guard::of(&settings.attack_protection, connection, address, ip),
        client_id: client.map(|client| client.id.clone()),
        to: recipient(connection, address),
        presented: Secret::new(presented.to_owned()),
        now: cx.now(),
    });
    let looking = Arc::clone(&attempt);
    let outcome: Result<_, StoreError> = cx.store().write(move |db| looking.look(db)).await;
    let (verdict, consequences) = outcome?;
    if let Some(consequences) = consequences {
        let whom = (client, connection);
        attempt.guard.record(cx, whom, address, consequences);
    }
    Ok(verdict.map(|detail| RightCode {
        detail,
        strategy: connection.strategy,
        attempt,
    }))
}

impl RightCode {
    /// Uses the code up, in the unit of work that makes what it buys. Answers `false` when it counts no more: somebody
    /// was faster, or there is a newer one. Nobody can guess here, so that is counted nowhere.
    pub(crate) fn spend(&self, db: &mut store::Connection<'_>) -> Result<bool, StoreError> {
        let attempt = &self.attempt;
        let standing = attempt.guard.look(db, &attempt.tenant)?;
        let (presented, now) = (attempt.presented.expose(), attempt.now);
        let found = attempt.find(db)?;
        if found.is_none_or(|code| code.check(presented, now).is_err()) {
            return Ok(false);
        }
        passwordless_codes::remove(db, &attempt.tenant, &attempt.to)?;
        if standing.account.count > 0 {
            attempt.guard.clear(db, &attempt.tenant)?;
        }
        Ok(true)
    }

    /// What somebody is told whose code was spent by somebody faster.
    pub(crate) fn wrong(&self) -> String {
        sentence(self.strategy, PasswordlessFault::Wrong)
    }
}

/// Somebody who presents a code.
struct Attempt {
    server: Arc<Server>,
    tenant: String,
    guard: Guard,
    /// Who presents it, where that is known: a code counts for the client that it was sent for.
    client_id: Option<String>,
    to: Recipient,
    presented: Secret,
    now: Timestamp,
}

impl Attempt {
    /// One unit of work from the look at the counters to the count, so that of many at once no more are looked at than
    /// may be.
    fn look(
        &self,
        db: &mut store::Connection<'_>,
    ) -> Result<(Result<CodeDetail, PasswordlessFault>, Option<Consequences>), StoreError> {
        let standing = self.guard.look(db, &self.tenant)?;
        if self.guard.refusal(standing, self.now).is_some() {
            return Ok((Err(PasswordlessFault::TooManyAttempts), None));
        }
        let fault = match self.find(db)? {
            None => PasswordlessFault::Wrong,
            Some(code) => match code.check(self.presented.expose(), self.now) {
                Ok(()) => return Ok((Ok(code.detail), None)),
                Err(fault) => {
                    passwordless_codes::count_attempt(db, &self.tenant, &self.to)?;
                    fault
                }
            },
        };
        let consequences = self.guard.fail(db, &self.tenant, standing, self.now)?;
        Ok((Err(fault), Some(consequences)))
    }

    fn find(&self, db: &mut store::Connection<'_>) -> Result<Option<PasswordlessCode>, StoreError> {
        let found = passwordless_codes::find(db, &self.tenant, &self.to)?;
        let is_theirs = |id: &str| self.client_id.as_deref().is_none_or(|named| named == id);
        let Some(row) = found.filter(|row| is_theirs(&row.detail.client_id)) else {
            return Ok(None);
        };
        let context = self.to.seal_context();
        let opened = self.server.sealer.open(&self.tenant, &context, &row.code)?;
        Ok(Some(PasswordlessCode {
            code: Secret::new(String::from_utf8_lossy(&opened).into_owned()),
            detail: row.detail,
            attempts: row.attempts,
            expires_at: row.expires_at,
        }))
    }
}

/// What a program is told of a code that does not log in.
pub(crate) fn sentence(strategy: Strategy, fault: PasswordlessFault) -> String {
    match (fault, strategy) {
        (PasswordlessFault::Wrong, Strategy::Sms) => {
            "Wrong phone number or verification code.".to_owned()
        }
        (PasswordlessFault::Wrong, _) => "Wrong email or verification code.".to_owned(),
        (other, _) => other.to_string(),
    }
}

/// What the log tells of a wrong code.
pub(crate) fn failure_details(fault: PasswordlessFault) -> serde_json::Value {
    json!({ "error": { "message": fault.to_string() } })
}
