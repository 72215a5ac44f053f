//! Requests paced by the program itself, before the tenant has to refuse them.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::error::Error;

/// How many requests may go out, counted over everyone who shares this value: all clones of a
/// client, all of its tasks, and all other clients it was given to.
///
/// Requests beyond the limit wait their turn, in the order they came. When the tenant answers 429
/// nevertheless, because others use it as well, everyone waits as long as it asks. Nothing is limited
/// unless a client is given one of these.
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
    /// When the next request is due if they come evenly; in the past after a quiet time. Behind
    /// an `Arc`, because clones count together.
    due: Arc<Mutex<Option<Instant>>>,
}

impl RateLimit {
    /// `requests` in every `period` on average, and up to `burst` at once after a quiet time. Zero
    /// counts as one.
    pub fn new(requests: u32, period: Duration, burst: u32) -> Self {
        let cost = period / requests.max(1);
        Self {
            cost,
            tolerance: cost * (burst.max(1) - 1),
            max_wait: Duration::from_secs(60),
            due: Arc::default(),
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

    /// Waits for this request's turn.
    pub(crate) async fn turn(&self) -> Result<(), Error> {
        let wait = self.reserve(Instant::now())?;
        if !wait.is_zero() {
            tokio::time::sleep(wait).await;
        }
        Ok(())
    }

    /// How long to wait for the next free turn, which is taken then.
    fn reserve(&self, now: Instant) -> Result<Duration, Error> {
        let mut due = self.due.lock().unwrap_or_else(PoisonError::into_inner);
        let at = due.unwrap_or(now).max(now);
        let wait = at.duration_since(now).saturating_sub(self.tolerance);
        if wait > self.max_wait {
            return Err(Error::RateLimited { wait });
        }
        *due = Some(at + self.cost);
        Ok(wait)
    }

    /// Lets nobody go before `pause` is over: the tenant has said so.
    pub(crate) fn hold(&self, pause: Duration) {
        let until = Instant::now() + pause.min(self.max_wait) + self.tolerance;
        let mut due = self.due.lock().unwrap_or_else(PoisonError::into_inner);
        if due.is_none_or(|at| at < until) {
            *due = Some(until);
        }
    }
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
            .map(|limit| limit.reserve(now).unwrap())
            .collect();
        assert_eq!(waits, [0, 0, 0, 100, 200, 300].map(millis));
        let later = now + Duration::from_secs(10);
        assert_eq!(limit.reserve(later).unwrap(), millis(0));
    }

    #[test]
    fn who_would_wait_too_long_hears_so_at_once_and_takes_no_turn() {
        let limit = RateLimit::new(1, Duration::from_secs(1), 1).max_wait(millis(1500));
        let now = Instant::now();
        assert_eq!(limit.reserve(now).unwrap(), millis(0));
        assert_eq!(limit.reserve(now).unwrap(), millis(1000));
        for _ in 0..2 {
            let Err(Error::RateLimited { wait }) = limit.reserve(now) else {
                panic!("not refused");
            };
            assert_eq!(wait, millis(2000));
        }
        assert_eq!(limit.reserve(now + millis(1000)).unwrap(), millis(1000));
    }

    #[test]
    fn the_tenants_word_holds_everyone() {
        let limit = RateLimit::new(10, Duration::from_secs(1), 5);
        limit.hold(Duration::from_secs(3));
        let wait = limit.reserve(Instant::now()).unwrap();
        assert!(wait > millis(2900) && wait <= millis(3000), "{wait:?}");
    }
}
