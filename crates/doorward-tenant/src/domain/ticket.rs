//! The links of messages, and what they allow.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::impersonation::Impersonation;

/// What following a link does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TicketKind {
    PasswordChange,
    EmailVerification,
    Unblock,
    /// Opens an application in another user's place.
    Impersonation,
}

impl TicketKind {
    /// Its name in rows.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::PasswordChange => "password_change",
            Self::EmailVerification => "email_verification",
            Self::Unblock => "unblock",
            Self::Impersonation => "impersonation",
        }
    }
}

/// A ticket as its row tells it.
#[derive(Debug, Clone)]
pub(crate) struct Ticket {
    pub(crate) user_id: String,
    pub(crate) detail: TicketDetail,
    pub(crate) expires_at: Timestamp,
    pub(crate) used_at: Option<Timestamp>,
}

/// What a ticket carries.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct TicketDetail {
    /// Of the identity whose password or address it is about; empty for a user's main address.
    pub(crate) provider: String,
    pub(crate) identity_id: String,
    pub(crate) connection_id: String,
    /// The address that a verification is about: a changed one is not verified by an old link.
    pub(crate) email: String,
    /// The application it was asked for from.
    pub(crate) client_id: Option<String>,
    /// Where the browser goes afterwards.
    pub(crate) result_url: Option<String>,
    pub(crate) includes_email_in_redirect: bool,
    pub(crate) marks_email_as_verified: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) impersonation: Option<Box<Impersonation>>,
}

impl TicketDetail {
    /// Provider and id of the identity it is about; `None` for that of the user as a whole.
    pub(crate) fn identity(&self) -> Option<(String, String)> {
        let identity = (self.provider.clone(), self.identity_id.clone());
        Some(identity).filter(|_| !self.provider.is_empty())
    }
}

/// Why a ticket does nothing. The texts are Auth0's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum TicketFault {
    #[error("This ticket was expired.")]
    Expired,
    #[error("This ticket was already used.")]
    Used,
    /// Never made here, or so long ago that nothing is left of it.
    #[error("Something went wrong, please try again later")]
    Unknown,
}

impl Ticket {
    /// Whether the ticket works at `now`.
    pub(crate) fn check(&self, now: Timestamp) -> Result<(), TicketFault> {
        match self.used_at {
            Some(_) => Err(TicketFault::Used),
            None if self.expires_at <= now => Err(TicketFault::Expired),
            None => Ok(()),
        }
    }
}
