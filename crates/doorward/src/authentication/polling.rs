//! Asking for tokens until a user has decided on another device.

use std::time::Duration;

use tokio::time::Instant;

use super::TokenSet;
use crate::error::{Error, ErrorCode};
use crate::response::ApiResponse;

/// How long to pause between two questions when the tenant does not say (RFC 8628 3.2, CIBA Core
/// 7.3).
const DEFAULT_INTERVAL: Duration = Duration::from_secs(5);

/// By how much the pause grows with each `slow_down` (RFC 8628 3.5, CIBA Core 11).
const SLOWER_BY: Duration = Duration::from_secs(5);

/// No pause is longer than this, whatever the tenant says.
const LONGEST: Duration = Duration::from_secs(3600);

/// How often, and until when.
pub(super) struct Pace {
    /// The pause between two questions, in seconds; 5 when `None`.
    pub(super) interval_seconds: Option<u64>,
    /// After how many seconds nobody can decide any more.
    pub(super) expires_in_seconds: u64,
}

/// Asks until there are tokens, a final refusal, or no time left. The last refusal is the error
/// then.
pub(super) async fn poll<F>(pace: Pace, ask: impl Fn() -> F) -> Result<ApiResponse<TokenSet>, Error>
where
    F: Future<Output = Result<ApiResponse<TokenSet>, Error>>,
{
    let mut interval = pace
        .interval_seconds
        .map_or(DEFAULT_INTERVAL, Duration::from_secs)
        .min(LONGEST);
    let limit = Duration::from_secs(pace.expires_in_seconds.min(u64::from(u32::MAX)));
    let deadline = Instant::now() + limit;
    loop {
        tokio::time::sleep(interval).await;
        let error = match ask().await {
            Err(error) => error,
            answered => return answered,
        };
        interval = match next_pause(interval, &error) {
            Some(pause) if Instant::now() + pause <= deadline => pause,
            _ => return Err(error),
        };
    }
}

/// The pause after a failure; `None` when it is final.
fn next_pause(interval: Duration, error: &Error) -> Option<Duration> {
    let asked = error.retry_after().unwrap_or_default();
    let pause = match error.api().map(|refusal| refusal.code()) {
        Some(ErrorCode::AuthorizationPending) => interval,
        Some(ErrorCode::SlowDown) => interval + SLOWER_BY,
        // The tenant is in trouble or out of reach, and the user may decide meanwhile. Such
        // pauses grow exponentially (RFC 8628 3.5).
        _ if error.is_retryable() => interval.max(DEFAULT_INTERVAL) * 2,
        _ => return None,
    };
    Some(pause.max(asked).min(LONGEST))
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, StatusCode};

    use super::*;
    use crate::error::ApiError;
    use crate::response::RawResponse;

    fn refused(status: u16, error: &str, asked_seconds: Option<u64>) -> Error {
        let response = RawResponse {
            status: StatusCode::from_u16(status).unwrap(),
            headers: HeaderMap::new(),
            body: format!(r#"{{"error":"{error}"}}"#).into(),
        };
        let asked = asked_seconds.map(Duration::from_secs);
        Error::Api(Box::new(ApiError::new(response, asked)))
    }

    #[test]
    fn asking_slows_down_when_told_to_and_ends_when_it_is_final() {
        let after = |status, error, asked| {
            let pause = next_pause(Duration::from_secs(5), &refused(status, error, asked));
            pause.map(|pause| pause.as_secs())
        };
        assert_eq!(after(403, "authorization_pending", None), Some(5));
        assert_eq!(after(429, "slow_down", None), Some(10));
        assert_eq!(after(400, "slow_down", Some(17)), Some(17));
        assert_eq!(after(503, "", None), Some(10));
        assert_eq!(after(503, "", Some(u64::MAX)), Some(3600));
        assert_eq!(after(400, "access_denied", None), None);
        assert_eq!(after(403, "expired_token", None), None);
    }

    #[tokio::test]
    async fn asking_ends_with_the_time_there_is() {
        let pace = Pace {
            interval_seconds: Some(0),
            expires_in_seconds: 0,
        };
        let asked = std::cell::Cell::new(0);
        let ended = poll(pace, || {
            asked.set(asked.get() + 1);
            std::future::ready(Err(refused(403, "authorization_pending", None)))
        });
        let error = ended.await.unwrap_err();
        assert_eq!(error.api().unwrap().code(), ErrorCode::AuthorizationPending);
        assert_eq!(asked.get(), 1);
    }
}
