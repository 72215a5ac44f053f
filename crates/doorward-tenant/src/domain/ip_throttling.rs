//! When one address has failed so often, under whatever names, that it has to slow down.
//!
//! A counter fills with each failure and empties by itself, one failure in each `rate`. The rules take a
//! counter and a moment and say what to do. Source: Management API, `attackProtection.suspiciousIpThrottling.*`.

use std::net::IpAddr;

use ipnet::IpNet;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::brute_force::{Consequence, Failures, is_listed, networks};

/// What an address is slowed down at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// `pre-login`: logins that fail.
    Login,
    /// `pre-user-registration`: all sign-ups.
    SignUp,
}

/// Settings of `attack-protection/suspicious-ip-throttling` for one stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct IpThrottling {
    is_enabled: bool,
    /// Whether a full counter refuses. Otherwise it is only logged.
    pub(crate) blocks: bool,
    /// The attempts that fill the counter: 1 to 2,500 failed logins, 1 to 72,000 sign-ups.
    pub(crate) max_attempts: u32,
    /// Milliseconds in which one attempt is forgotten.
    pub(crate) rate: i64,
    allowlist: Vec<IpNet>,
}

impl IpThrottling {
    /// Reads the settings; what is missing has Auth0's default: 100 failed logins, one forgotten in 864 seconds, and 50
    /// sign-ups, one forgotten in 1.2 seconds.
    pub(crate) fn from_json(settings: &Value, stage: Stage) -> Self {
        let (name, attempts, most, rate, fastest) = match stage {
            Stage::Login => ("pre-login", 100, 2_500, 864_000, 34_560),
            Stage::SignUp => ("pre-user-registration", 50, 72_000, 1_200, 1_200),
        };
        let stage = &settings["stage"][name];
        let shields = settings["shields"].as_array();
        let set = stage["max_attempts"].as_u64().unwrap_or(attempts);
        Self {
            is_enabled: settings["enabled"].as_bool().unwrap_or(true),
            blocks: shields.is_none_or(|shields| shields.iter().any(|shield| shield == "block")),
            max_attempts: set.clamp(1, most) as u32,
            rate: stage["rate"]
                .as_i64()
                .map_or(rate, |rate| rate.clamp(fastest, 86_400_000)),
            allowlist: networks(&settings["allowlist"]),
        }
    }

    /// Whether attempts from `ip` are counted and refused.
    pub(crate) fn applies_to(&self, ip: IpAddr) -> bool {
        self.is_enabled && !is_listed(&self.allowlist, Some(ip))
    }

    /// Whether an attempt must be refused at `now`, before its password is looked at.
    pub(crate) fn is_blocked(&self, failures: Failures, now: Timestamp) -> bool {
        self.blocks && self.current(failures, now).count >= self.max_attempts
    }

    /// Adds a failure to the counter.
    pub(crate) fn fail(&self, failures: Failures, now: Timestamp) -> (Failures, Consequence) {
        let current = self.current(failures, now);
        let count = current.count.saturating_add(1);
        let consequence = if count == self.max_attempts {
            Consequence::NowBlocked
        } else {
            Consequence::None
        };
        let last_at = current.last_at.or(Some(now));
        (Failures { count, last_at }, consequence)
    }

    /// The counter at `now`. Its moment is that of the latest forgetting, so that no part of a `rate` is lost.
    fn current(&self, failures: Failures, now: Timestamp) -> Failures {
        let Some(since) = failures.last_at else {
            return Failures::default();
        };
        let passed = now.as_millisecond() - since.as_millisecond();
        let forgotten = passed.max(0) / self.rate;
        let count = i64::from(failures.count) - forgotten;
        if count <= 0 {
            return Failures::default();
        }
        let moved = since.checked_add(SignedDuration::from_millis(forgotten * self.rate));
        Failures {
            count: count as u32,
            last_at: moved.ok(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    /// The counter after `count` failures, one every `step` seconds.
    fn failing(rules: &IpThrottling, count: i64, step: i64) -> Failures {
        (0..count).fold(Failures::default(), |failures, number| {
            rules.fail(failures, at(number * step)).0
        })
    }

    #[test]
    fn a_hundred_failures_block_and_one_is_forgotten_in_each_rate() {
        let rules = IpThrottling::from_json(&json!({}), Stage::Login);
        let almost = failing(&rules, 99, 1);
        assert!(!rules.is_blocked(almost, at(99)));
        let (full, consequence) = rules.fail(almost, at(99));
        assert_eq!(consequence, Consequence::NowBlocked);
        assert!(rules.is_blocked(full, at(863)));
        assert!(!rules.is_blocked(full, at(864)));
        // The attempt that was regained fails as well.
        let (again, _) = rules.fail(full, at(864));
        assert!(rules.is_blocked(again, at(864 + 863)));
        assert!(!rules.is_blocked(again, at(2 * 864)));
        assert_eq!(rules.current(full, at(100 * 864)).count, 0);
    }

    #[test]
    fn failures_that_are_rarer_than_the_rate_never_block() {
        let rules = IpThrottling::from_json(&json!({}), Stage::Login);
        assert_eq!(failing(&rules, 500, 864).count, 1);
        // A little more often, and it fills, however slowly.
        assert!(failing(&rules, 500, 600).count > 100);
    }

    #[test]
    fn the_settings_count() {
        let stage = json!({ "pre-login": { "max_attempts": 2, "rate": 34_560 } });
        let rules = IpThrottling::from_json(&json!({ "stage": stage }), Stage::Login);
        assert!(rules.is_blocked(failing(&rules, 2, 1), at(2)));
        assert!(!rules.is_blocked(failing(&rules, 2, 1), at(36)));
        let read = |settings| IpThrottling::from_json(&settings, Stage::Login);
        let watching = read(json!({ "shields": ["admin_notification"] }));
        assert!(!watching.is_blocked(failing(&watching, 200, 1), at(200)));
        let listed = read(json!({ "allowlist": ["10.0.0.0/8"] }));
        assert!(!listed.applies_to([10, 1, 2, 3].into()));
        assert!(listed.applies_to([192, 0, 2, 1].into()));
    }
}
