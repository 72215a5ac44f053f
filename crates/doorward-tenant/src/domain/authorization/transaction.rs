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
}

/// How far a login has come. Stages only follow one another downwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Stage {
    /// Nobody has proved who they are.
    LoggingIn,
    /// A code is on its way to `username`, for this passwordless connection.
    CodeSent { connection_id: String },
    /// Credentials were checked in this very transaction, or an earlier session was good enough.
    LoggedIn {
        session_id: String,
        is_consented: bool,
    },
}
