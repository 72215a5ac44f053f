//! One login on its way from `/authorize` back to the application.

use serde::{Deserialize, Serialize};

use super::AuthorizationRequest;

/// How long a person may take between two pages.
pub(crate) const TRANSACTION_SECONDS: i64 = 3600;

/// What is known of a login so far. It lives in a row under the hash of its `state` and is bound
/// to one browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Transaction {
    pub(crate) request: AuthorizationRequest,
    pub(crate) stage: Stage,
    /// The identifier typed so far.
    pub(crate) username: Option<String>,
    /// When it began, in milliseconds since 1970; `None` for one that an older release began.
    pub(crate) started_at: Option<i64>,
}

/// How far a login has come. Stages only follow one another downwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Stage {
    /// A device asks, and nobody has said yet that it is theirs. The code that it shows, sealed.
    Confirming { user_code: String },
    /// Nobody has proved who they are.
    LoggingIn,
    /// A code is on its way to `username`, for this passwordless connection.
    CodeSent { connection_id: String },
    /// Credentials were checked in this very transaction, or an earlier session was good enough.
    LoggedIn {
        session_id: String,
        is_consented: bool,
        /// Whether the session was there before, and the person must still say that they mean this login.
        #[serde(default)]
        awaits_confirmation: bool,
        /// Sessions that the same form led to when it was sent more than once: whichever of them the browser
        /// kept completes the login.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        twins: Vec<String>,
    },
    /// The device has its answer; the pages only say which.
    Decided { is_allowed: bool },
}

/// How often one form may be sent at once.
const MOST_TWINS: usize = 15;

impl Stage {
    /// Credentials led to this session.
    pub(crate) fn logged_in(session_id: String) -> Self {
        Self::found(session_id, false)
    }

    /// This session was there before.
    pub(crate) fn found(session_id: String, awaits_confirmation: bool) -> Self {
        Self::LoggedIn {
            session_id,
            is_consented: false,
            awaits_confirmation,
            twins: Vec::new(),
        }
    }

    /// The stage after the person said on a page that they mean this login.
    pub(crate) fn confirmed(self) -> Self {
        match self {
            Self::LoggedIn {
                session_id,
                is_consented,
                twins,
                ..
            } => Self::LoggedIn {
                session_id,
                is_consented,
                awaits_confirmation: false,
                twins,
            },
            other => other,
        }
    }

    /// Whether the person must still say that they mean this login.
    pub(crate) fn awaits_confirmation(&self) -> bool {
        matches!(
            self,
            Self::LoggedIn {
                awaits_confirmation: true,
                ..
            }
        )
    }

    /// The stage after credentials led to this session too, if they had led to another one a moment ago.
    pub(crate) fn and_logged_in(self, session_id: String) -> Self {
        let Self::LoggedIn {
            session_id: first,
            mut twins,
            ..
        } = self
        else {
            return Self::logged_in(session_id);
        };
        twins.push(first);
        let surplus = twins.len().saturating_sub(MOST_TWINS);
        twins.drain(..surplus);
        Self::LoggedIn {
            session_id,
            is_consented: false,
            awaits_confirmation: false,
            twins,
        }
    }

    /// Whether credentials may be looked at: not before a device was confirmed, nor after it has its answer.
    pub(crate) fn may_log_in(&self) -> bool {
        !matches!(self, Self::Confirming { .. } | Self::Decided { .. })
    }

    /// Whether this session came out of this login.
    pub(crate) fn led_to(&self, session: &str) -> bool {
        match self {
            Self::LoggedIn {
                session_id, twins, ..
            } => session_id == session || twins.iter().any(|twin| twin == session),
            _ => false,
        }
    }
}
