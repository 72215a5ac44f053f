//! How often messages may be asked for: anybody can ask, and somebody else gets them.

use std::net::IpAddr;

use jiff::Timestamp;

use super::network;
use super::quota::{Allowance, Buckets, Quota};
use crate::settings::Limits;

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
pub(crate) struct Sending(Buckets);

impl Message {
    /// Auth0's limits of `/dbconnections/change_password`, `/passwordless/start` and `/delegation`.
    fn quota(self) -> Quota {
        match self {
            Self::PasswordReset => Quota::new(10, 1, 60),
            Self::Passwordless => Quota::new(50, 50, 3600),
            Self::Delegation => Quota::new(10, 10, 60),
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
    /// What is left, which tells how long to wait, when it is too early for another.
    pub(crate) fn ask(
        &self,
        message: Message,
        (ip, recipient): (IpAddr, &str),
        limits: Limits,
        now: Timestamp,
    ) -> Result<Allowance, Allowance> {
        let counts_together = message == Message::Passwordless && limits == Limits::Auth0;
        let recipient = if counts_together { "" } else { recipient };
        let asker = (message, network(ip), recipient.to_lowercase());
        let left = self.0.take(asker, message.quota(), now);
        if left.is_exceeded() {
            Err(left)
        } else {
            Ok(left)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    fn waits(asked: Result<Allowance, Allowance>) -> Option<SignedDuration> {
        asked.unwrap_or_else(|left| left).wait
    }

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    #[test]
    fn ten_resets_at_once_then_one_a_minute() {
        let sending = Sending::default();
        let ask = |to: &str, second| {
            let asker = (HERE, to);
            waits(sending.ask(Message::PasswordReset, asker, Limits::None, at(second)))
        };
        for _ in 0..10 {
            assert_eq!(ask("ada@example.com", 0), None);
        }
        assert_eq!(
            ask("ADA@example.com", 15),
            Some(SignedDuration::from_secs(45))
        );
        assert_eq!(ask("grace@example.com", 15), None);
        assert_eq!(ask("ada@example.com", 60), None);
        assert!(ask("ada@example.com", 61).is_some());
        assert_eq!(ask("ada@example.com", 3600), None);
    }

    #[test]
    fn codes_count_for_the_recipient_or_for_the_address() {
        let ask = |sending: &Sending, number: u32, limits| {
            let to = format!("{number}@example.com");
            waits(sending.ask(Message::Passwordless, (HERE, &to), limits, at(0)))
        };
        let (free, limited) = (Sending::default(), Sending::default());
        for number in 0..50 {
            assert_eq!(ask(&free, number, Limits::None), None);
            assert_eq!(ask(&limited, number, Limits::Auth0), None);
        }
        assert_eq!(ask(&free, 50, Limits::None), None);
        assert_eq!(
            ask(&limited, 50, Limits::Auth0),
            Some(SignedDuration::from_secs(72))
        );
    }

    #[test]
    fn who_has_a_whole_network_is_one_asker() {
        let sending = Sending::default();
        let ask = |host: u16| {
            let ip = IpAddr::from([0x2001, 0xdb8, 0, 1, 0, 0, 0, host]);
            let asker = (ip, "ada@example.com");
            waits(sending.ask(Message::PasswordReset, asker, Limits::None, at(0)))
        };
        assert!((0..10).all(|host| ask(host).is_none()));
        assert!(ask(10).is_some());
    }
}
