//! One-time codes by e-mail and text message.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::connection::Connection;
use crate::secret::Secret;

/// Wrong tries after which a code is dead.
pub(crate) const MOST_ATTEMPTS: i64 = 3;

/// The code that counts for one address of one connection.
#[derive(Debug, Clone)]
pub(crate) struct PasswordlessCode {
    pub(crate) code: Secret,
    pub(crate) detail: CodeDetail,
    pub(crate) attempts: i64,
    pub(crate) expires_at: Timestamp,
}

/// What a code was sent for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct CodeDetail {
    pub(crate) client_id: String,
    /// `authParams` of `/passwordless/start`, for the link: an `/authorize` query.
    pub(crate) authorize_query: String,
    /// Set when a login page asked for it: the link must be opened in that browser.
    pub(crate) state: Option<String>,
}

/// Why a code does not log in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PasswordlessFault {
    #[error("wrong code")]
    Wrong,
    #[error("The verification code has expired. Please try to login again.")]
    Expired,
    #[error("You've reached the maximum number of attempts. Please try to login again.")]
    TooManyAttempts,
}

impl PasswordlessCode {
    /// Whether `presented` is the code, at `now`.
    pub(crate) fn check(&self, presented: &str, now: Timestamp) -> Result<(), PasswordlessFault> {
        if self.attempts >= MOST_ATTEMPTS {
            return Err(PasswordlessFault::TooManyAttempts);
        }
        if !self.code.matches(presented) {
            return Err(PasswordlessFault::Wrong);
        }
        // Only who knows the code learns that it was right once.
        if self.expires_at <= now {
            return Err(PasswordlessFault::Expired);
        }
        Ok(())
    }
}

/// Digits and lifetime of the codes of a connection: `options.totp`.
pub(crate) fn code_format(connection: &Connection) -> (usize, SignedDuration) {
    let totp = connection.option("totp");
    let length = totp["length"].as_i64().unwrap_or(6).clamp(4, 40);
    let seconds = totp["time_step"].as_i64().unwrap_or(180).clamp(30, 86_400);
    (length as usize, SignedDuration::from_secs(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_right_until_it_expires_or_was_guessed_at_too_often() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let code = PasswordlessCode {
            code: Secret::new("271828".to_owned()),
            detail: CodeDetail::default(),
            attempts: 2,
            expires_at: at(180),
        };
        assert_eq!(code.check("271828", at(179)), Ok(()));
        assert_eq!(
            code.check("271828", at(180)),
            Err(PasswordlessFault::Expired)
        );
        assert_eq!(code.check("271829", at(0)), Err(PasswordlessFault::Wrong));
        let dead = PasswordlessCode {
            attempts: 3,
            ..code
        };
        assert_eq!(
            dead.check("271828", at(0)),
            Err(PasswordlessFault::TooManyAttempts)
        );
    }
}
