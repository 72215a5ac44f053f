//! Requests paced by the program itself, before the tenant has to refuse them.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::error::Error;

/// How many requests may go out, counted over everyone who shares this value: all clones of a
/// client, all of its tasks, and all other clients it was given to.
///
/// Requests beyond the limit wait their turn, in the order they came. When the tenant answers 429
/// nevertheless, because others use it as well, everyone waits as long as it asks, those too who are
/// waiting already. Nothing is limited unless a client is given one of these.
///
/// ```
/// use doorward::{ManagementClient, RateLimit};
///
/// let limit = RateLimit::management_free();
/// let management = ManagementClient::builder("tenant.eu.auth0.com")
///     .token("…")
///     .rate_limit(limit.clone())
///     .build()?;
/// # Ok::<(), doorward::Error>(())
/// ```
#[derive(Clone)]
pub struct RateLimit {
    /// The time a request takes of the limit.
    cost: Duration,
    /// How far ahead of its time a request may go.
    tolerance: Duration,
    max_wait: Duration,
    /// Behind an `Arc`, because clones count together.
    schedule: Arc<Mutex<Schedule>>,
}

#[derive(Debug, Default)]
struct Schedule {
    /// When the next request is due if they come evenly; in the past after a quiet time.
    due: Option<Instant>,
    /// Until when the tenant wants nothing.
    held_until: Option<Instant>,
    /// By how much the turns were put off that had been given out, over all time.
    put_off: Duration,
}

/// A request's turn: after how long, and what had been put off when it was given out.
#[derive(Debug)]
struct Turn {
    wait: Duration,
    put_off: Duration,
}

impl RateLimit {
    /// `requests` in every `period` on average, and up to `burst` at once after a quiet time. Zero
    /// counts as one.
    pub fn new(requests: u32, period: Duration, burst: u32) -> Self {
        let cost = period / requests.max(1);
        Self {
            cost,
            tolerance: cost.saturating_mul(burst.max(1) - 1),
            max_wait: Duration::from_secs(60),
            schedule: Arc::default(),
        }
    }

    /// The Management API of a free tenant: 2 a second.
    pub fn management_free() -> Self {
        Self::new(2, Duration::from_secs(1), 2)
    }

    /// The Management API of an enterprise's production tenant: 16 a second, 50 at once.
    pub fn management_enterprise() -> Self {
        Self::new(16, Duration::from_secs(1), 50)
    }

    /// The Management API of an enterprise's tenant for development: 2 a second, 10 at once.
    pub fn management_enterprise_development() -> Self {
        Self::new(2, Duration::from_secs(1), 10)
    }

    /// The My Account API: 2 a second for all users of a tenant.
    pub fn my_account() -> Self {
        Self::new(2, Duration::from_secs(1), 2)
    }

    /// The Authentication API of a free tenant: 300 a minute.
    pub fn authentication_free() -> Self {
        Self::new(300, Duration::from_mins(1), 300)
    }

    /// The Authentication API of a tenant with a self-service plan: 25 a second.
    pub fn authentication_self_service() -> Self {
        Self::new(25, Duration::from_secs(1), 25)
    }

    /// The Authentication API of an enterprise tenant: 100 a second.
    pub fn authentication_enterprise() -> Self {
        Self::new(100, Duration::from_secs(1), 100)
    }

    /// The longest a request may wait; 60 seconds unless said otherwise. One that would wait longer
    /// fails at once with [`Error::RateLimited`].
    pub fn max_wait(mut self, limit: Duration) -> Self {
        self.max_wait = limit;
        self
    }

    /// Waits for this request's turn, which has to come before `end`, if there is one.
    pub(crate) async fn turn(&self, end: Option<Instant>) -> Result<(), Error> {
        let began = Instant::now();
        let in_time = |wait: Duration| {
            let now = Instant::now();
            let too_long = now.duration_since(began).saturating_add(wait) > self.max_wait;
            let too_late = end.is_some_and(|end| end.saturating_duration_since(now) < wait);
            match too_long || too_late {
                true => Err(Error::RateLimited { wait }),
                false => Ok(()),
            }
        };
        let Turn {
            mut wait,
            mut put_off,
        } = self.reserve(began, end)?;
        while !wait.is_zero() {
            tokio::time::sleep(wait).await;
            // The tenant may have held everyone meanwhile.
            let so_far = self.schedule().put_off;
            wait = so_far.saturating_sub(put_off);
            put_off = so_far;
            in_time(wait)?;
        }
        Ok(())
    }

    fn schedule(&self) -> MutexGuard<'_, Schedule> {
        self.schedule.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next free turn, which is taken then.
    fn reserve(&self, now: Instant, end: Option<Instant>) -> Result<Turn, Error> {
        let mut schedule = self.schedule();
        let at = schedule.due.unwrap_or(now).max(now);
        let wait = at.duration_since(now).saturating_sub(self.tolerance);
        let too_late = end.is_some_and(|end| end.saturating_duration_since(now) < wait);
        if wait > self.max_wait || too_late {
            return Err(Error::RateLimited { wait });
        }
        schedule.due = Some(later(at, self.cost));
        Ok(Turn {
            wait,
            put_off: schedule.put_off,
        })
    }

    /// Lets nobody go before `pause` is over: the tenant has said so.
    pub(crate) fn hold(&self, pause: Duration) {
        let now = Instant::now();
        let until = later(now, pause.min(self.max_wait));
        let mut schedule = self.schedule();
        let held = schedule.held_until.unwrap_or(now).max(now);
        let more = until.saturating_duration_since(held);
        if more.is_zero() {
            return;
        }
        schedule.held_until = Some(until);
        schedule.put_off += more;
        let due = schedule.due.unwrap_or(now).max(now);
        schedule.due = Some(later(due, more).max(later(until, self.tolerance)));
    }
}

/// A moment `by` later; a century later where no clock goes further.
fn later(moment: Instant, by: Duration) -> Instant {
    const CENTURY: Duration = Duration::from_secs(100 * 365 * 86_400);
    moment + by.min(CENTURY)
}

impl fmt::Debug for RateLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RateLimit")
            .field("every", &self.cost)
            .field("max_wait", &self.max_wait)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn millis(count: u64) -> Duration {
        Duration::from_millis(count)
    }

    #[test]
    fn a_burst_goes_at_once_and_the_rest_in_turn() {
        let limit = RateLimit::new(10, Duration::from_secs(1), 3);
        let shared = limit.clone();
        let now = Instant::now();
        let waits: Vec<_> = (0..6)
            .map(|number| if number % 2 == 0 { &limit } else { &shared })
            .map(|limit| limit.reserve(now, None).unwrap().wait)
            .collect();
        assert_eq!(waits, [0, 0, 0, 100, 200, 300].map(millis));
        let later = now + Duration::from_secs(10);
        assert_eq!(limit.reserve(later, None).unwrap().wait, millis(0));
    }

    #[test]
    fn who_would_wait_too_long_hears_so_at_once_and_takes_no_turn() {
        let limit = RateLimit::new(1, Duration::from_secs(1), 1).max_wait(millis(1500));
        let now = Instant::now();
        assert_eq!(limit.reserve(now, None).unwrap().wait, millis(0));
        assert_eq!(limit.reserve(now, None).unwrap().wait, millis(1000));
        for _ in 0..2 {
            let Err(Error::RateLimited { wait }) = limit.reserve(now, None) else {
                panic!("not refused");
            };
            assert_eq!(wait, millis(2000));
        }
        let in_a_second = limit.reserve(now + millis(1000), None).unwrap();
        assert_eq!(in_a_second.wait, millis(1000));
    }

    #[test]
    fn the_tenants_word_holds_everyone() {
        let limit = RateLimit::new(10, Duration::from_secs(1), 5);
        limit.hold(Duration::from_secs(3));
        let wait = limit.reserve(Instant::now(), None).unwrap().wait;
        assert!(wait > millis(2900) && wait <= millis(3000), "{wait:?}");
    }

    #[tokio::test]
    async fn those_who_wait_already_are_held_too_and_keep_their_order() {
        let limit = RateLimit::new(10, Duration::from_secs(1), 1);
        let began = Instant::now();
        let turn = async || {
            limit.turn(None).await.unwrap();
            began.elapsed()
        };
        let tenant = async {
            tokio::task::yield_now().await;
            limit.hold(millis(400));
            // Said again before it is over, it is not added up.
            limit.hold(millis(300));
        };
        let (first, second, third, ()) = tokio::join!(turn(), turn(), turn(), tenant);
        assert!(first < second, "{first:?} {second:?}");
        assert!(second >= millis(500), "{second:?}");
        assert!(third >= millis(600), "{third:?}");
        let put_off = limit.schedule().put_off;
        assert!(put_off <= millis(400), "{put_off:?}");
    }

    #[tokio::test]
    async fn a_turn_that_comes_after_the_deadline_is_refused_at_once() {
        let limit = RateLimit::new(1, Duration::from_secs(30), 1);
        let now = Instant::now();
        limit.turn(None).await.unwrap();
        let refused = limit.turn(Some(now + Duration::from_secs(20))).await;
        let Err(Error::RateLimited { wait }) = refused else {
            panic!("{refused:?}")
        };
        assert!(wait > Duration::from_secs(20));
        // It took no turn: the next is where it was.
        let next = limit.reserve(now, Some(now + Duration::from_secs(31)));
        assert!(next.unwrap().wait <= Duration::from_secs(31));
    }

    #[test]
    fn no_number_is_too_large() {
        let limit = RateLimit::new(1, Duration::MAX, u32::MAX).max_wait(Duration::MAX);
        limit.hold(Duration::MAX);
        limit.hold(Duration::from_secs(u64::MAX));
        assert!(limit.reserve(Instant::now(), None).is_ok());
        assert!(limit.reserve(Instant::now(), None).is_ok());
    }
}
