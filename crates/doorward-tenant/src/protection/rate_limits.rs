//! How many requests a tenant takes, by Auth0's own limits of the free plan. They are imposed with `--limits auth0`
//! alone, and told in both modes.

use std::hash::Hash;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;

use super::quota::{Allowance, Bucket, Buckets, Quota};

/// What has a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Limited {
    /// All of the Management API.
    Management,
    /// All of the Authentication API and its pages.
    Authentication,
    /// `/oauth/token`.
    Token,
    /// `/.well-known/jwks.json`.
    KeySet,
    /// `/userinfo`, for each user.
    UserInfo,
    /// Sign-ups by API or page, for each address.
    SignUp,
    /// `/oauth/par`, for each address.
    PushedRequest,
    /// `/oauth/device/code`, for each address.
    DeviceCode,
    /// The pages where a device is let in, for each address.
    DevicePrompt,
}

/// How many values [`Limited`] has.
const KINDS: usize = 9;

/// The quota that is told where none is imposed.
const TOLD: Quota = Quota::new(1000, 1000, 1);

impl Limited {
    fn quota(self) -> Quota {
        match self {
            Self::Management => Quota::new(2, 2, 1),
            Self::Authentication => Quota::new(300, 300, 60),
            Self::Token => Quota::new(30, 30, 1),
            Self::KeySet => Quota::new(20, 20, 1),
            Self::UserInfo => Quota::new(10, 5, 60),
            Self::SignUp => Quota::new(50, 50, 60),
            // The only rates that are published for these are those of the enterprise plan.
            Self::PushedRequest => Quota::new(100, 100, 1),
            Self::DeviceCode => Quota::new(5, 5, 1),
            Self::DevicePrompt => Quota::new(30, 6, 1),
        }
    }
}

/// The requests of a tenant that count.
#[derive(Default)]
pub(crate) struct RateLimits {
    /// All callers together, by what is limited.
    shared: [Bucket; KINDS],
    by_caller: Buckets,
    /// The last minute whose refusal is in the log.
    noted: [AtomicI64; KINDS],
    /// The last minute of which the log says that it came close to one.
    warned: [AtomicI64; KINDS],
}

impl RateLimits {
    /// Counts a request whoever sent it.
    pub(crate) fn take(&self, what: Limited, now: Timestamp) -> Allowance {
        self.shared[what as usize].take(what.quota(), now)
    }

    /// Counts a request of one caller.
    pub(crate) fn take_of(&self, what: Limited, caller: impl Hash, now: Timestamp) -> Allowance {
        self.by_caller.take((what, caller), what.quota(), now)
    }

    /// Counts a request that is served in any case.
    pub(crate) fn tell(&self, what: Limited, now: Timestamp) -> Allowance {
        let left = self.shared[what as usize].take(TOLD, now);
        Allowance { wait: None, ..left }
    }

    /// Whether this refusal belongs in the log: one a minute does.
    pub(crate) fn is_news(&self, what: Limited, now: Timestamp) -> bool {
        is_first_of_minute(&self.noted[what as usize], now)
    }

    /// Whether it belongs in the log that this much is used up: once a minute it does.
    pub(crate) fn is_warning(&self, what: Limited, left: Allowance, now: Timestamp) -> bool {
        left.is_nearly_exceeded() && is_first_of_minute(&self.warned[what as usize], now)
    }
}

fn is_first_of_minute(noted: &AtomicI64, now: Timestamp) -> bool {
    let minute = now.as_second().div_euclid(60);
    noted.swap(minute, Ordering::Relaxed) != minute
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(milliseconds: i64) -> Timestamp {
        Timestamp::from_millisecond(1_800_000_000_000 + milliseconds).unwrap()
    }

    #[test]
    fn endpoints_take_bursts_and_then_as_many_as_come_back() {
        for (what, burst, interval) in [
            (Limited::Management, 2, 500),
            (Limited::Authentication, 300, 200),
            (Limited::Token, 30, 34),
            (Limited::KeySet, 20, 50),
            (Limited::UserInfo, 10, 12_000),
            (Limited::SignUp, 50, 1_200),
            (Limited::PushedRequest, 100, 10),
            (Limited::DeviceCode, 5, 200),
            (Limited::DevicePrompt, 30, 167),
        ] {
            let limits = RateLimits::default();
            let is_served = |moment| !limits.take_of(what, "ada", at(moment)).is_exceeded();
            assert!((0..burst).all(|_| is_served(0)), "{what:?}");
            assert!(!is_served(interval - 2), "{what:?}");
            assert!(is_served(interval), "{what:?}");
            assert!(!is_served(interval), "{what:?}");
            assert!(!limits.take_of(what, "grace", at(0)).is_exceeded());
            assert!((0..burst).all(|_| !limits.take(what, at(0)).is_exceeded()));
            assert!(limits.take(what, at(0)).is_exceeded(), "{what:?}");
        }
    }

    #[test]
    fn what_is_only_told_makes_nobody_wait() {
        let limits = RateLimits::default();
        let told = (0..1_100).map(|_| limits.tell(Limited::Authentication, at(0)));
        let last = told.last().unwrap();
        assert_eq!((last.remaining, last.wait), (0, None));
    }

    #[test]
    fn one_refusal_a_minute_is_news() {
        let limits = RateLimits::default();
        let news = [0, 30_000, 59_999, 60_000].map(|at_| limits.is_news(Limited::Token, at(at_)));
        assert_eq!(news, [true, false, false, true]);
        assert!(limits.is_news(Limited::KeySet, at(0)));
    }

    #[test]
    fn four_fifths_used_up_are_a_warning_a_minute() {
        let limits = RateLimits::default();
        let warned = |moment| {
            let left = limits.take(Limited::KeySet, at(moment));
            limits.is_warning(Limited::KeySet, left, at(moment))
        };
        let warned: Vec<bool> = (0..20).map(|_| warned(0)).collect();
        assert_eq!(warned.iter().position(|warned| *warned), Some(15));
        assert_eq!(warned.iter().filter(|warned| **warned).count(), 1);
        let left = limits.take(Limited::KeySet, at(60_000));
        assert!(!limits.is_warning(Limited::KeySet, left, at(60_000)));
    }
}
