//! How often messages may be asked for: anybody can ask, and somebody else gets them.
//!
//! Kept in memory: a restart forgives, and each process of several counts for itself.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

use crate::settings::Limits;

/// How many askers are remembered. Beyond, those who could ask freely again are forgotten, and everybody if
/// that makes no room.
const ASKERS: usize = 1 << 16;

/// The messages that can be asked for without logging in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Message {
    /// The link by which a new password is chosen.
    PasswordReset,
    /// A one-time code or magic link.
    Passwordless,
    /// No message, but a token for another application: asked for as freely, and counted in the same way.
    Delegation,
}

/// What everybody who asked has left.
#[derive(Default)]
pub(crate) struct Sending(Mutex<HashMap<Asker, Timestamp>>);

#[derive(PartialEq, Eq, Hash)]
struct Asker {
    message: Message,
    ip: IpAddr,
    /// Empty when all recipients of an address count together.
    recipient: String,
}

/// So many at once, then one in each interval.
#[derive(Debug, Clone, Copy)]
struct Quota {
    burst: i64,
    interval_ms: i64,
}

impl Message {
    /// Auth0's limits of `/dbconnections/change_password`, `/passwordless/start` and `/delegation`.
    fn quota(self) -> Quota {
        match self {
            Self::PasswordReset => Quota {
                burst: 10,
                interval_ms: 60_000,
            },
            Self::Passwordless => Quota {
                burst: 50,
                interval_ms: 72_000,
            },
            Self::Delegation => Quota {
                burst: 10,
                interval_ms: 6_000,
            },
        }
    }
}

impl Sending {
    /// Counts a message to `recipient` that `ip` asks for at `now`.
    ///
    /// Auth0 counts the one-time codes of an address together. Here they count so with `--limits auth0` alone,
    /// else for each recipient: many people behind one address may log in, one mailbox need not be flooded.
    ///
    /// # Errors
    ///
    /// The time to wait, when it is too early for another.
    pub(crate) fn ask(
        &self,
        message: Message,
        (ip, recipient): (IpAddr, &str),
        limits: Limits,
        now: Timestamp,
    ) -> Result<(), SignedDuration> {
        let counts_together = message == Message::Passwordless && limits == Limits::Auth0;
        let recipient = if counts_together { "" } else { recipient };
        let asker = Asker {
            message,
            ip,
            recipient: recipient
                .chars()
                .take(256)
                .collect::<String>()
                .to_lowercase(),
        };
        let mut askers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if askers.len() >= ASKERS {
            askers.retain(|_, free_at| *free_at > now);
            if askers.len() >= ASKERS {
                askers.clear();
            }
        }
        let free_at = askers.entry(asker).or_insert(now);
        *free_at = message.quota().take(*free_at, now)?;
        Ok(())
    }
}

impl Quota {
    /// Takes one at `now`. `free_at` is when nothing taken counts any more; answers the next such moment.
    fn take(self, free_at: Timestamp, now: Timestamp) -> Result<Timestamp, SignedDuration> {
        let most = self.burst * self.interval_ms;
        // A clock that was moved back must not lock anybody out.
        let owed = (free_at.as_millisecond() - now.as_millisecond()).clamp(0, most);
        let over = owed + self.interval_ms - most;
        if over > 0 {
            return Err(SignedDuration::from_millis(over));
        }
        let owed = SignedDuration::from_millis(owed + self.interval_ms);
        Ok(now.checked_add(owed).unwrap_or(Timestamp::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    #[test]
    fn ten_resets_at_once_then_one_a_minute() {
        let sending = Sending::default();
        let ask = |to: &str, second| {
            sending.ask(Message::PasswordReset, (HERE, to), Limits::None, at(second))
        };
        for _ in 0..10 {
            assert_eq!(ask("ada@example.com", 0), Ok(()));
        }
        assert_eq!(
            ask("ADA@example.com", 15),
            Err(SignedDuration::from_secs(45))
        );
        assert_eq!(ask("grace@example.com", 15), Ok(()));
        assert_eq!(ask("ada@example.com", 60), Ok(()));
        assert!(ask("ada@example.com", 61).is_err());
        // The clock was moved back for a test.
        assert!(ask("ada@example.com", -3600).is_err());
        assert_eq!(ask("ada@example.com", 3600), Ok(()));
    }

    #[test]
    fn codes_count_for_the_recipient_or_for_the_address() {
        let ask = |sending: &Sending, number: u32, limits| {
            let to = format!("{number}@example.com");
            sending.ask(Message::Passwordless, (HERE, &to), limits, at(0))
        };
        let (free, limited) = (Sending::default(), Sending::default());
        for number in 0..50 {
            assert_eq!(ask(&free, number, Limits::None), Ok(()));
            assert_eq!(ask(&limited, number, Limits::Auth0), Ok(()));
        }
        assert_eq!(ask(&free, 50, Limits::None), Ok(()));
        assert_eq!(
            ask(&limited, 50, Limits::Auth0),
            Err(SignedDuration::from_secs(72))
        );
    }
}
