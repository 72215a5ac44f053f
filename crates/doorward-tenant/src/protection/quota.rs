//! So many at once, then so many in a time: a bucket that everybody shares, or one for each caller.
//!
//! Kept in memory: a restart forgives, and each process of several counts for itself. What has to hold on all of them
//! keeps a [`Bucket`] in the database, by its one moment.

use std::hash::{BuildHasher as _, Hash, RandomState};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};
use quick_cache::sync::Cache;

/// How many callers are remembered, in some four megabytes. Beyond, those who came once are forgotten first.
const CALLERS: usize = 1 << 16;

/// So many at once, then one in each interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quota {
    burst: u32,
    /// Microseconds in which one comes back.
    interval: i64,
}

/// What is left of a quota after somebody asked for one more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Allowance {
    /// So many at once.
    pub(crate) limit: u32,
    pub(crate) remaining: u32,
    /// Seconds since 1970 at which all of it is there again.
    pub(crate) reset: i64,
    /// How long to wait when there was none left.
    pub(crate) wait: Option<SignedDuration>,
}

/// What was taken of one quota: the moment at which nothing of it counts any more, in microseconds since 1970.
#[derive(Debug, Default)]
pub(crate) struct Bucket(AtomicI64);

/// A bucket for each caller, of a bounded number of callers.
pub(crate) struct Buckets {
    hashing: RandomState,
    /// By a keyed hash, so that nobody can choose whose bucket theirs shares.
    buckets: Cache<u64, Arc<Bucket>>,
}

impl Quota {
    /// `burst` at once; `count` come back in `seconds`.
    pub(crate) const fn new(burst: u32, count: i64, seconds: i64) -> Self {
        Self {
            burst,
            interval: seconds * 1_000_000 / count,
        }
    }

    /// `burst` at once; one comes back in as many milliseconds.
    pub(crate) const fn every(burst: u32, milliseconds: i64) -> Self {
        Self {
            burst,
            interval: milliseconds * 1000,
        }
    }
}

impl Allowance {
    /// Whether there was none left.
    pub(crate) fn is_exceeded(self) -> bool {
        self.wait.is_some()
    }

    /// Whether four fifths of it are used up.
    pub(crate) fn is_nearly_exceeded(self) -> bool {
        u64::from(self.limit - self.remaining.min(self.limit)) * 5 >= u64::from(self.limit) * 4
    }
}

impl Bucket {
    /// The bucket of which nothing counts any more from `free_at` on.
    pub(crate) fn until(free_at: Option<Timestamp>) -> Self {
        Self(AtomicI64::new(free_at.map_or(0, Timestamp::as_microsecond)))
    }

    /// When nothing of it counts any more.
    pub(crate) fn free_at(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.load(Ordering::Relaxed)).unwrap_or(Timestamp::MAX)
    }

    /// Takes one at `now`, if one is left.
    pub(crate) fn take(&self, quota: Quota, now: Timestamp) -> Allowance {
        let now = now.as_microsecond();
        let most = i64::from(quota.burst) * quota.interval;
        let owed = |free_at: i64| free_at.saturating_sub(now).clamp(0, most);
        let take = |free_at: i64| match owed(free_at) + quota.interval {
            with_this_one if with_this_one <= most => Some(now + with_this_one),
            // A clock that was moved back must not lock anybody out.
            _ if free_at > now + most => Some(now + most),
            _ => None,
        };
        let (Ok(before) | Err(before)) =
            self.0
                .fetch_update(Ordering::Relaxed, Ordering::Relaxed, take);
        let over = owed(before) + quota.interval - most;
        let (owed, wait) = if over > 0 {
            (owed(before), Some(SignedDuration::from_micros(over)))
        } else {
            (owed(before) + quota.interval, None)
        };
        Allowance {
            limit: quota.burst,
            remaining: u32::try_from((most - owed) / quota.interval).unwrap_or(0),
            reset: (now + owed).div_euclid(1_000_000) + 1,
            wait,
        }
    }
}

impl Buckets {
    /// Takes one of the quota of `caller` at `now`, if one is left.
    pub(crate) fn take(&self, caller: impl Hash, quota: Quota, now: Timestamp) -> Allowance {
        let key = self.hashing.hash_one(caller);
        if let Some(bucket) = self.buckets.get(&key) {
            return bucket.take(quota, now);
        }
        let new = || Ok::<_, std::convert::Infallible>(Arc::default());
        let Ok(bucket) = self.buckets.get_or_insert_with(&key, new);
        bucket.take(quota, now)
    }
}

impl Default for Buckets {
    fn default() -> Self {
        Self {
            hashing: RandomState::new(),
            buckets: Cache::new(CALLERS),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(milliseconds: i64) -> Timestamp {
        Timestamp::from_millisecond(1_800_000_000_000 + milliseconds).unwrap()
    }

    /// Two at once, one more in each half second.
    const QUOTA: Quota = Quota::new(2, 2, 1);

    #[test]
    fn what_was_taken_comes_back_bit_by_bit() {
        let bucket = Bucket::default();
        let taken: Vec<_> = [0, 1, 2, 499, 500, 501, 5_000]
            .into_iter()
            .map(|moment| bucket.take(QUOTA, at(moment)))
            .map(|left| (left.remaining, left.wait, left.reset - 1_800_000_000))
            .collect();
        let wait = |milliseconds| Some(SignedDuration::from_millis(milliseconds));
        let expected = [
            (1, None, 1),
            (0, None, 2),
            (0, wait(498), 2),
            (0, wait(1), 2),
            (0, None, 2),
            (0, wait(499), 2),
            (1, None, 6),
        ];
        assert_eq!(taken, expected);
    }

    #[test]
    fn a_clock_that_goes_back_locks_nobody_out_for_longer_than_a_quota_lasts() {
        let bucket = Bucket::default();
        for _ in 0..3 {
            bucket.take(QUOTA, at(0));
        }
        let hour_before = -3_600_000;
        assert!(bucket.take(QUOTA, at(hour_before)).is_exceeded());
        assert!(!bucket.take(QUOTA, at(hour_before + 500)).is_exceeded());
    }

    #[test]
    fn callers_have_their_own_and_millions_of_them_do_not_grow_the_memory() {
        let buckets = Buckets::default();
        for _ in 0..2 {
            assert!(!buckets.take("ada", QUOTA, at(0)).is_exceeded());
        }
        assert!(buckets.take("ada", QUOTA, at(0)).is_exceeded());
        assert!(!buckets.take("grace", QUOTA, at(0)).is_exceeded());
        for caller in 0..1_000_000_u32 {
            buckets.take(caller, QUOTA, at(0));
        }
        assert!(buckets.buckets.len() <= CALLERS);
    }
}
