//! How often one address may sign up: all attempts count, whoever they are for.

use std::net::IpAddr;

use jiff::Timestamp;

use super::network;
use super::quota::{Allowance, Buckets, Quota};
use crate::domain::ip_throttling::IpThrottling;

/// The sign-ups of all addresses, in memory.
#[derive(Default)]
pub(crate) struct SignUps {
    buckets: Buckets,
    /// The refusals that the log has heard of: one a minute for each address.
    noted: Buckets,
}

/// A sign-up that came too early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooEarly {
    pub(crate) left: Allowance,
    /// Whether it must wait. Otherwise it is only logged.
    pub(crate) is_refused: bool,
    /// Whether it belongs in the log.
    pub(crate) is_news: bool,
}

impl SignUps {
    /// Counts a sign-up from `ip` at `now`. `None` when it is not too early.
    pub(crate) fn count(
        &self,
        rules: &IpThrottling,
        ip: IpAddr,
        now: Timestamp,
    ) -> Option<TooEarly> {
        if !rules.applies_to(ip) {
            return None;
        }
        let quota = Quota::every(rules.max_attempts, rules.rate);
        let left = self.buckets.take(network(ip), quota, now);
        left.is_exceeded().then(|| TooEarly {
            left,
            is_refused: rules.blocks,
            is_news: !self
                .noted
                .take(network(ip), Quota::new(1, 1, 60), now)
                .is_exceeded(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ip_throttling::Stage;
    use serde_json::json;

    fn at(milliseconds: i64) -> Timestamp {
        Timestamp::from_millisecond(1_800_000_000_000 + milliseconds).unwrap()
    }

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    #[test]
    fn fifty_at_once_then_one_in_each_rate() {
        let rules = IpThrottling::from_json(&json!({}), Stage::SignUp);
        let sign_ups = SignUps::default();
        let count = |moment| sign_ups.count(&rules, HERE, at(moment));
        assert!((0..50).all(|_| count(0).is_none()));
        let first = count(0).unwrap();
        assert!(first.is_refused && first.is_news);
        assert!(!count(1_199).unwrap().is_news);
        assert_eq!(count(1_200), None);
        assert!(count(1_200).is_some());
        let elsewhere = IpAddr::from([192, 0, 2, 1]);
        assert_eq!(sign_ups.count(&rules, elsewhere, at(0)), None);
    }

    #[test]
    fn without_the_shield_it_only_watches() {
        let settings = json!({
            "shields": [], "stage": { "pre-user-registration": { "max_attempts": 1 } },
        });
        let rules = IpThrottling::from_json(&settings, Stage::SignUp);
        let sign_ups = SignUps::default();
        assert_eq!(sign_ups.count(&rules, HERE, at(0)), None);
        let early = sign_ups.count(&rules, HERE, at(0)).unwrap();
        assert!(!early.is_refused && early.is_news);
    }
}
