//! When a failed attempt is made again, and after how long.

use std::time::Duration;

use http::header::RETRY_AFTER;
use http::{HeaderMap, Method, StatusCode};
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;

/// Statuses that say "not now" rather than "no": 408, 429 and 5xx.
pub(crate) fn is_transient(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429) || status.is_server_error()
}

/// Which failures are tried again, how often, and how patiently.
///
/// The server's word goes first: `Retry-After`, in seconds or as a date, else the moment in
/// `X-RateLimit-Reset`. Without either the pause doubles from attempt to attempt. Timeouts are
/// never tried again, because the request may have been carried out.
///
/// ```
/// use doorward::RetryPolicy;
///
/// // Try logins again too, but only when the tenant is over its rate limit.
/// let auth = doorward::AuthenticationClient::builder("tenant.eu.auth0.com")
///     .client_id("…")
///     .retry(RetryPolicy::authentication().max_retries(2))
///     .build()?;
/// # Ok::<(), doorward::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetryPolicy {
    max_retries: u32,
    statuses: Statuses,
    disconnections: Disconnections,
    pace: Pace,
}

/// What is sent again after its connection was lost: the server may have carried it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Disconnections {
    /// Everything.
    All,
    /// What changes nothing (RFC 9110, 9.2.1).
    OfSafeRequests,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Statuses {
    Transient,
    These(Vec<u16>),
}

/// How pauses grow, and the longest of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pace {
    first: Duration,
    longest: Duration,
}

impl RetryPolicy {
    /// One attempt and no more. What an [`AuthenticationClient`](crate::AuthenticationClient)
    /// does unless said otherwise: a login is not idempotent.
    pub fn never() -> Self {
        Self {
            max_retries: 0,
            ..Self::authentication()
        }
    }

    /// Up to 3 retries of 429 and of lost connections, with pauses from half a second up to 10
    /// seconds. What a [`UserInfoClient`](crate::UserInfoClient) does.
    pub fn authentication() -> Self {
        Self {
            max_retries: 3,
            statuses: Statuses::These(vec![429]),
            disconnections: Disconnections::All,
            pace: Pace {
                first: Duration::from_millis(500),
                longest: Duration::from_secs(10),
            },
        }
    }

    /// Up to 2 retries of 408, 429 and 5xx, and of lost connections where the request only reads, with
    /// pauses from one second up to 60 seconds. What a [`ManagementClient`](crate::ManagementClient)
    /// does.
    pub fn management() -> Self {
        Self {
            max_retries: 2,
            statuses: Statuses::Transient,
            disconnections: Disconnections::OfSafeRequests,
            pace: Pace {
                first: Duration::from_secs(1),
                longest: Duration::from_secs(60),
            },
        }
    }

    /// How often to try again after the first attempt; at most 10.
    pub fn max_retries(mut self, count: u32) -> Self {
        self.max_retries = count.min(10);
        self
    }

    /// Which statuses to try again, instead of the policy's own.
    pub fn on_statuses(mut self, statuses: impl IntoIterator<Item = u16>) -> Self {
        self.statuses = Statuses::These(statuses.into_iter().collect());
        self
    }

    /// Whether an attempt after `retries` others may follow an answer of `status`.
    pub(crate) fn allows(&self, retries: u32, status: StatusCode) -> bool {
        retries < self.max_retries
            && match &self.statuses {
                Statuses::Transient => is_transient(status),
                Statuses::These(list) => list.contains(&status.as_u16()),
            }
    }

    /// Whether an attempt by `method` after `retries` others may follow a lost connection.
    pub(crate) fn allows_disconnection(&self, retries: u32, method: &Method) -> bool {
        retries < self.max_retries
            && match self.disconnections {
                Disconnections::All => true,
                Disconnections::OfSafeRequests => method.is_safe(),
            }
    }

    /// How long to pause before retry number `retries + 1`.
    ///
    /// `asked` is what the server wants, `chance` any number: up to a quarter of a second is
    /// added by it, so that clients that failed together do not come back together.
    pub(crate) fn pause(&self, retries: u32, asked: Option<Duration>, chance: u8) -> Duration {
        let jitter = Duration::from_millis(1 + u64::from(chance) * 248 / 255);
        let grown = self.pace.first.saturating_mul(1 << retries.min(16));
        (asked.unwrap_or(grown).min(self.pace.longest) + jitter).min(self.pace.longest)
    }
}

/// How long the server asks to wait at `now`; `None` when it does not say, or nothing sensible.
///
/// `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), else `X-RateLimit-Reset` in epoch
/// seconds.
pub(crate) fn asked_pause(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let text = |name: &str| headers.get(name)?.to_str().ok();
    let until = |moment: Timestamp| Duration::try_from(moment - now).unwrap_or_default();
    if let Some(value) = text(RETRY_AFTER.as_str()) {
        if let Ok(seconds) = value.trim().parse() {
            return Some(Duration::from_secs(seconds));
        }
        if let Ok(moment) = DateTimeParser::new().parse_timestamp(value) {
            return Some(until(moment));
        }
    }
    let reset: i64 = text("x-ratelimit-reset")?.trim().parse().ok()?;
    Timestamp::from_second(reset).ok().map(until)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        "2026-01-01T00:00:00Z".parse().unwrap()
    }

    fn asked(name: &'static str, value: &str) -> Option<Duration> {
        let headers = HeaderMap::from_iter([(
            http::HeaderName::from_static(name),
            http::HeaderValue::from_str(value).unwrap(),
        )]);
        asked_pause(&headers, now())
    }

    #[test]
    fn the_server_says_how_long_to_wait() {
        let seconds = |count| Some(Duration::from_secs(count));
        assert_eq!(asked("retry-after", "7"), seconds(7));
        assert_eq!(
            asked("retry-after", "Thu, 01 Jan 2026 00:00:30 GMT"),
            seconds(30)
        );
        assert_eq!(
            asked("retry-after", "Wed, 31 Dec 2025 23:00:00 GMT"),
            seconds(0)
        );
        assert_eq!(asked("x-ratelimit-reset", "1767225605"), seconds(5));
        assert_eq!(asked("retry-after", "soon"), None);
        assert_eq!(asked("x-ratelimit-reset", "99999999999999999"), None);
    }

    #[test]
    fn pauses_double_and_never_exceed_the_longest() {
        let policy = RetryPolicy::authentication().max_retries(50);
        for retries in 0..10 {
            let base = 500u64 << retries;
            let least = policy.pause(retries, None, 0).as_millis() as u64;
            let most = policy.pause(retries, None, 255).as_millis() as u64;
            assert_eq!(least, (base + 1).min(10_000));
            assert_eq!(most, (base + 249).min(10_000));
        }
        let asked = Some(Duration::from_secs(600));
        assert_eq!(policy.pause(0, asked, 0), Duration::from_secs(10));
        assert_eq!(
            RetryPolicy::management().pause(0, asked, 0),
            Duration::from_secs(60)
        );
    }

    #[test]
    fn no_policy_tries_more_than_ten_times_again() {
        let policy = RetryPolicy::authentication().max_retries(50);
        assert!(policy.allows(9, StatusCode::TOO_MANY_REQUESTS));
        assert!(!policy.allows(10, StatusCode::TOO_MANY_REQUESTS));
    }

    #[test]
    fn what_may_have_changed_something_is_not_sent_again_over_a_new_connection() {
        let again = |policy: &RetryPolicy| {
            [Method::GET, Method::POST, Method::DELETE]
                .map(|method| policy.allows_disconnection(0, &method))
        };
        assert_eq!(again(&RetryPolicy::management()), [true, false, false]);
        assert_eq!(again(&RetryPolicy::authentication()), [true; 3]);
        assert_eq!(again(&RetryPolicy::never()), [false; 3]);
    }

    #[test]
    fn each_policy_knows_its_statuses() {
        let allowed = |policy: &RetryPolicy| {
            [400, 408, 429, 500, 503]
                .into_iter()
                .filter(|status| policy.allows(0, StatusCode::from_u16(*status).unwrap()))
                .collect::<Vec<_>>()
        };
        assert!(allowed(&RetryPolicy::never()).is_empty());
        assert_eq!(allowed(&RetryPolicy::authentication()), [429]);
        assert_eq!(allowed(&RetryPolicy::management()), [408, 429, 500, 503]);
        assert_eq!(
            allowed(&RetryPolicy::authentication().on_statuses([503])),
            [503]
        );
    }
}
