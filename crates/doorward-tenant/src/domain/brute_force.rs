//! When failed logins lock somebody out, and for how long.
//!
//! The caller stores a counter of an identifier (and address) that fills with each failure and is emptied
//! by a success. The rules take a counter and a moment and say what to do.
//! Source: Management API, `attackProtection.bruteForceProtection.*`.

use ipnet::IpNet;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use std::net::IpAddr;

/// A block ends this long after the last failure.
pub(crate) const BLOCK_LIFETIME: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Settings of `attack-protection/brute-force-protection`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BruteForceProtection {
    /// Whether failures are counted at all.
    pub(crate) is_enabled: bool,
    /// Whether reaching the limit blocks. Otherwise it is only logged.
    pub(crate) blocks: bool,
    /// Whether the user hears of a block by mail.
    pub(crate) notifies_user: bool,
    /// Whether an identifier is counted for each address by itself, or for all together.
    pub(crate) counts_by_ip: bool,
    /// The failure that activates the block: 1 to 100.
    pub(crate) max_attempts: u32,
    allowlist: Vec<IpNet>,
}

/// The failures of one identifier, since its last success.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Failures {
    /// How many.
    pub(crate) count: u32,
    /// When the latest of them was; `None` when there is none.
    pub(crate) last_at: Option<Timestamp>,
}

/// What follows from one more failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Consequence {
    /// Nothing yet.
    None,
    /// This failure reached the limit: log it, block, tell the user.
    NowBlocked,
}

impl BruteForceProtection {
    /// Reads the settings; what is missing has Auth0's default.
    pub(crate) fn from_json(settings: &Value) -> Self {
        let shields = settings["shields"].as_array();
        let has_shield =
            |name: &str| shields.is_none_or(|shields| shields.iter().any(|shield| shield == name));
        Self {
            is_enabled: settings["enabled"].as_bool().unwrap_or(true),
            blocks: has_shield("block"),
            notifies_user: has_shield("user_notification"),
            counts_by_ip: settings["mode"] != "count_per_identifier",
            max_attempts: settings["max_attempts"]
                .as_u64()
                .map_or(10, |most| most.clamp(1, 100) as u32),
            allowlist: networks(&settings["allowlist"]),
        }
    }

    /// Whether attempts from `ip` are counted and refused.
    pub(crate) fn applies_to(&self, ip: Option<IpAddr>) -> bool {
        self.is_enabled && !is_listed(&self.allowlist, ip)
    }

    /// Whether an attempt must be refused at `now`, before its password is looked at.
    pub(crate) fn is_blocked(&self, failures: Failures, now: Timestamp) -> bool {
        self.blocks && failures.current(now).count >= self.max_attempts
    }

    /// Adds a failure to the counter.
    pub(crate) fn fail(&self, failures: Failures, now: Timestamp) -> (Failures, Consequence) {
        let count = failures.current(now).count.saturating_add(1);
        let reached = count == self.max_attempts;
        let consequence = if reached {
            Consequence::NowBlocked
        } else {
            Consequence::None
        };
        (
            Failures {
                count,
                last_at: Some(now),
            },
            consequence,
        )
    }
}

impl Failures {
    /// The counter as it counts at `now`: forgotten 30 days after the latest failure.
    pub(crate) fn current(self, now: Timestamp) -> Self {
        match self.last_at {
            Some(last) if now.duration_since(last) < BLOCK_LIFETIME => self,
            _ => Self::default(),
        }
    }
}

/// Addresses and CIDR ranges of an allow list; what is neither is passed over, the API refuses it.
pub(super) fn networks(list: &Value) -> Vec<IpNet> {
    let items = list.as_array().map_or(&[][..], Vec::as_slice);
    let parse = |text: &str| {
        text.parse()
            .ok()
            .or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from))
    };
    items
        .iter()
        .filter_map(Value::as_str)
        .filter_map(parse)
        .collect()
}

pub(super) fn is_listed(allowlist: &[IpNet], ip: Option<IpAddr>) -> bool {
    ip.is_some_and(|ip| allowlist.iter().any(|network| network.contains(&ip)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    #[test]
    fn the_failure_that_meets_the_limit_blocks() {
        let rules = BruteForceProtection::from_json(&json!({ "max_attempts": 3 }));
        let (first, consequence) = rules.fail(Failures::default(), at(0));
        assert_eq!((first.count, consequence), (1, Consequence::None));
        let (second, _) = rules.fail(first, at(1));
        assert!(!rules.is_blocked(second, at(2)));
        let (third, consequence) = rules.fail(second, at(2));
        assert_eq!(consequence, Consequence::NowBlocked);
        assert!(rules.is_blocked(third, at(3)));
        // Attempts while blocked do not announce the block again.
        assert_eq!(rules.fail(third, at(4)).1, Consequence::None);
    }

    #[test]
    fn a_block_ends_thirty_days_after_the_last_failure() {
        let rules = BruteForceProtection::from_json(&json!({ "max_attempts": 1 }));
        let (blocked, _) = rules.fail(Failures::default(), at(0));
        let days = |days: i64| at(days * 86_400);
        assert!(rules.is_blocked(blocked, days(29)));
        assert!(!rules.is_blocked(blocked, days(30)));
        assert_eq!(
            rules
                .fail(
                    Failures {
                        count: 9,
                        last_at: Some(at(0))
                    },
                    days(31)
                )
                .0
                .count,
            1
        );
    }

    #[test]
    fn raising_the_limit_lifts_the_block() {
        let failures = Failures {
            count: 10,
            last_at: Some(at(0)),
        };
        assert!(BruteForceProtection::from_json(&json!({})).is_blocked(failures, at(1)));
        let raised = BruteForceProtection::from_json(&json!({ "max_attempts": 11 }));
        assert!(!raised.is_blocked(failures, at(1)));
    }

    #[test]
    fn without_the_shield_it_only_watches() {
        let rules = BruteForceProtection::from_json(
            &json!({ "shields": [], "mode": "count_per_identifier" }),
        );
        assert!(!rules.is_blocked(
            Failures {
                count: 99,
                last_at: Some(at(0))
            },
            at(1)
        ));
        assert!(!rules.counts_by_ip && !rules.notifies_user);
    }

    #[test]
    fn listed_addresses_are_left_alone() {
        let rules = BruteForceProtection::from_json(
            &json!({ "allowlist": ["10.0.0.0/8", "2001:db8::1", "x"] }),
        );
        assert!(!rules.applies_to("10.1.2.3".parse().ok()));
        assert!(!rules.applies_to("2001:db8::1".parse().ok()));
        assert!(rules.applies_to("192.0.2.1".parse().ok()) && rules.applies_to(None));
        assert!(!BruteForceProtection::from_json(&json!({ "enabled": false })).applies_to(None));
    }
}
