//! What a refresh token may do.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value};

use super::client::RefreshTokenPolicy;
use super::possession::{Confirmation, Held};

/// A refresh token as its row tells it.
#[derive(Debug, Clone)]
pub(crate) struct RefreshToken {
    pub(crate) id: String,
    /// All tokens that descend from one login.
    pub(crate) family: String,
    pub(crate) client_id: String,
    pub(crate) user_id: String,
    pub(crate) session_id: Option<String>,
    /// The API; empty when the token is only for `/userinfo`.
    pub(crate) audience: String,
    pub(crate) scope: String,
    pub(crate) is_rotating: bool,
    pub(crate) authenticated_at: Option<Timestamp>,
    pub(crate) created_at: Timestamp,
    pub(crate) last_exchanged_at: Option<Timestamp>,
    pub(crate) expires_at: Option<Timestamp>,
    pub(crate) idle_expires_at: Option<Timestamp>,
    /// What the Management API keeps with it; its successors inherit it.
    pub(crate) metadata: Option<Map<String, Value>>,
    /// When it was exchanged for a successor.
    pub(crate) rotated_at: Option<Timestamp>,
    /// Whether the successor was itself used: then this one is no longer the immediate predecessor.
    pub(crate) successor_spent: bool,
    /// What a public client must hold to exchange it.
    pub(crate) confirmation: Option<Confirmation>,
}

/// Why a refresh token buys nothing. All of them look the same from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum RefreshTokenFault {
    #[error("no such token for this client")]
    Unknown,
    #[error("expired")]
    Expired,
    /// A copy is in other hands: the whole family ends (RFC 9700, 4.14.2).
    #[error("used again after its rotation")]
    Reused,
    #[error("bound to a key or certificate that is not there")]
    Unheld,
}

impl RefreshToken {
    /// Whether a client that holds this may present the token at all. Whoever may not learns nothing and changes
    /// nothing: a copy that was stolen without its key does not end the family either.
    pub(crate) fn is_held(&self, held: Held<'_>) -> Result<(), RefreshTokenFault> {
        match &self.confirmation {
            Some(bound) if !bound.is_held(held) => Err(RefreshTokenFault::Unheld),
            _ => Ok(()),
        }
    }

    /// Whether this token buys an exchange at `now`.
    ///
    /// For `leeway` seconds after its rotation it still does, as long as nobody spent its successor: the
    /// answer that carried the successor may have been lost.
    pub(crate) fn present(&self, leeway: i64, now: Timestamp) -> Result<(), RefreshTokenFault> {
        if let Some(rotated_at) = self.rotated_at {
            let until = after(rotated_at, leeway);
            // Of exchanges that race, one may have begun before the other rotated: without a leeway that is no excuse.
            if leeway <= 0 || self.successor_spent || until <= now {
                return Err(RefreshTokenFault::Reused);
            }
        }
        let is_past = |end: Option<Timestamp>| end.is_some_and(|end| end <= now);
        if is_past(self.expires_at) || is_past(self.idle_expires_at) {
            return Err(RefreshTokenFault::Expired);
        }
        Ok(())
    }
}

/// The ends of a token that is issued at `now`; the absolute one is inherited by its family.
pub(crate) fn ends(
    policy: &RefreshTokenPolicy,
    inherited: Option<Timestamp>,
    now: Timestamp,
) -> (Option<Timestamp>, Option<Timestamp>) {
    let absolute = inherited.or_else(|| policy.lifetime.map(|seconds| after(now, seconds)));
    let idle = policy.idle_lifetime.map(|seconds| after(now, seconds));
    (absolute, idle)
}

fn after(start: Timestamp, seconds: i64) -> Timestamp {
    start
        .checked_add(SignedDuration::from_secs(seconds))
        .unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_000_000 + second).unwrap()
    }

    fn token() -> RefreshToken {
        RefreshToken {
            id: String::new(),
            family: String::new(),
            client_id: String::new(),
            user_id: String::new(),
            session_id: None,
            audience: String::new(),
            scope: String::new(),
            is_rotating: true,
            authenticated_at: None,
            created_at: at(0),
            last_exchanged_at: None,
            metadata: None,
            expires_at: Some(at(100)),
            idle_expires_at: Some(at(50)),
            rotated_at: None,
            successor_spent: false,
            confirmation: None,
        }
    }

    #[test]
    fn a_token_ends_when_it_was_idle_for_too_long_or_is_too_old() {
        assert_eq!(token().present(0, at(49)), Ok(()));
        assert_eq!(token().present(0, at(50)), Err(RefreshTokenFault::Expired));
        let busy = RefreshToken {
            idle_expires_at: Some(at(500)),
            ..token()
        };
        assert_eq!(busy.present(0, at(100)), Err(RefreshTokenFault::Expired));
    }

    #[test]
    fn a_rotated_token_comes_again_only_within_its_leeway_and_before_its_successor() {
        let rotated = RefreshToken {
            rotated_at: Some(at(10)),
            ..token()
        };
        assert_eq!(rotated.present(0, at(10)), Err(RefreshTokenFault::Reused));
        assert_eq!(rotated.present(0, at(9)), Err(RefreshTokenFault::Reused));
        assert_eq!(rotated.present(5, at(14)), Ok(()));
        assert_eq!(rotated.present(5, at(15)), Err(RefreshTokenFault::Reused));
        let passed_on = RefreshToken {
            successor_spent: true,
            ..rotated
        };
        assert_eq!(passed_on.present(5, at(11)), Err(RefreshTokenFault::Reused));
    }

    #[test]
    fn a_family_inherits_its_absolute_end() {
        let policy = RefreshTokenPolicy {
            is_rotating: true,
            lifetime: Some(100),
            idle_lifetime: Some(10),
            leeway: 0,
        };
        assert_eq!(ends(&policy, None, at(0)), (Some(at(100)), Some(at(10))));
        assert_eq!(
            ends(&policy, Some(at(100)), at(60)),
            (Some(at(100)), Some(at(70)))
        );
    }
}
