//! How many requests a tenant takes: told in the headers of every answer, and imposed with `--limits auth0`.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::OAuthError;
use super::context::Meant;
use super::management_error::ManagementError;
use crate::server::Server;
use crate::settings::Limits;

const LIMIT: HeaderName = HeaderName::from_static("x-ratelimit-limit");
const REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");
const RESET: HeaderName = HeaderName::from_static("x-ratelimit-reset");

/// So many requests in each window of so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quota {
    requests: u32,
    seconds: u32,
}

/// The quota that is told but not imposed.
const TOLD: Quota = Quota {
    requests: 1000,
    seconds: 1,
};
/// Auth0's free plan, Management API.
const MANAGEMENT: Quota = Quota {
    requests: 2,
    seconds: 1,
};
/// Auth0's free plan, Authentication API.
const AUTHENTICATION: Quota = Quota {
    requests: 300,
    seconds: 60,
};

/// The requests counted in the window at hand: its number in the upper half, the count in the lower.
#[derive(Debug, Default)]
pub(crate) struct Window(AtomicU64);

/// What is left of a quota.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Allowance {
    limit: u32,
    remaining: u32,
    /// Seconds since 1970 at which the next window begins.
    reset: i64,
    is_exceeded: bool,
}

impl Window {
    /// Counts a request at `now`, in seconds since 1970.
    fn take(&self, quota: Quota, now: i64) -> Allowance {
        let number = now.div_euclid(i64::from(quota.seconds));
        let tag = (number as u64) << 32;
        let count = |current: u64| {
            let used = if current >> 32 == tag >> 32 {
                current as u32
            } else {
                0
            };
            tag | u64::from(used.saturating_add(1))
        };
        let (Ok(before) | Err(before)) =
            self.0
                .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |current| {
                    Some(count(current))
                });
        let used = count(before) as u32;
        Allowance {
            limit: quota.requests,
            remaining: quota.requests.saturating_sub(used),
            reset: (number + 1) * i64::from(quota.seconds),
            is_exceeded: used > quota.requests,
        }
    }
}

impl Allowance {
    fn write(self, headers: &mut HeaderMap) {
        headers.insert(LIMIT, self.limit.into());
        headers.insert(REMAINING, self.remaining.into());
        headers.insert(RESET, self.reset.into());
    }

    /// An answer in place of the one that was asked for, with the seconds to wait.
    fn refuse(self, refusal: Response, now: i64) -> Response {
        let mut response = refusal;
        let wait = HeaderValue::from((self.reset - now).max(1));
        response.headers_mut().insert(header::RETRY_AFTER, wait);
        response
    }
}

/// Counts requests of the Management API.
pub(crate) async fn management(
    State(server): State<std::sync::Arc<Server>>,
    Meant(tenant): Meant,
    request: Request,
    next: Next,
) -> Response {
    let now = server.clock.now().as_second();
    let is_imposed = server.settings.limits == Limits::Auth0;
    let quota = if is_imposed { MANAGEMENT } else { TOLD };
    let allowance = tenant.management_requests.take(quota, now);
    let mut response = if is_imposed && allowance.is_exceeded {
        let refusal = ManagementError::new(
            StatusCode::TOO_MANY_REQUESTS,
            "Global limit has been reached",
        );
        allowance.refuse(refusal.code("too_many_requests").into_response(), now)
    } else {
        next.run(request).await
    };
    allowance.write(response.headers_mut());
    response
}

/// Counts requests of the Authentication API.
pub(crate) async fn authentication(
    State(server): State<std::sync::Arc<Server>>,
    Meant(tenant): Meant,
    request: Request,
    next: Next,
) -> Response {
    let now = server.clock.now().as_second();
    let is_imposed = server.settings.limits == Limits::Auth0;
    let quota = if is_imposed { AUTHENTICATION } else { TOLD };
    let allowance = tenant.authentication_requests.take(quota, now);
    let mut response = if is_imposed && allowance.is_exceeded {
        let refusal = OAuthError::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too_many_requests",
            "Global limit has been reached",
        );
        allowance.refuse(refusal.into_response(), now)
    } else {
        next.run(request).await
    };
    allowance.write(response.headers_mut());
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_counts_down_and_begins_anew() {
        let window = Window::default();
        let quota = Quota {
            requests: 2,
            seconds: 60,
        };
        let taken: Vec<_> = [0, 1, 59, 60]
            .into_iter()
            .map(|second| window.take(quota, 6_000 + second))
            .map(|allowance| (allowance.remaining, allowance.is_exceeded, allowance.reset))
            .collect();
        let expected = [
            (1, false, 6_060),
            (0, false, 6_060),
            (0, true, 6_060),
            (1, false, 6_120),
        ];
        assert_eq!(taken, expected);
    }
}
