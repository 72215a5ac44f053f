//! Failures on demand: what a test wants to see go wrong.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use doorward_tenant::Clock;
use serde_json::json;

/// What happens to a request instead of an answer, or before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Failure {
    /// 429 with the headers that tell when the window ends, this long from now.
    RateLimited(Duration),
    /// 503.
    Unavailable,
    /// The right answer, this much later.
    Slow(Duration),
}

/// Failures that are still to happen, first in first out.
#[derive(Clone)]
pub(crate) struct Failures {
    next: Arc<Mutex<VecDeque<Failure>>>,
    clock: Clock,
}

impl Failures {
    pub(crate) fn new(clock: Clock) -> Self {
        Self {
            next: Arc::default(),
            clock,
        }
    }

    pub(crate) fn push(&self, failure: Failure) {
        self.queue().push_back(failure);
    }

    fn queue(&self) -> std::sync::MutexGuard<'_, VecDeque<Failure>> {
        self.next.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets the next failure happen, if there is one.
pub(crate) async fn intervene(
    State(failures): State<Failures>,
    request: Request,
    next: Next,
) -> Response {
    let failure = failures.queue().pop_front();
    match failure {
        None => next.run(request).await,
        Some(Failure::Slow(by)) => {
            tokio::time::sleep(by).await;
            next.run(request).await
        }
        Some(Failure::Unavailable) => {
            let body = json!({
                "statusCode": 503, "error": "Service Unavailable", "message": "Service Unavailable",
            });
            (StatusCode::SERVICE_UNAVAILABLE, Json(body)).into_response()
        }
        Some(Failure::RateLimited(wait)) => rate_limited(&failures.clock, wait),
    }
}

fn rate_limited(clock: &Clock, wait: Duration) -> Response {
    const HEADERS: [&str; 3] = [
        "x-ratelimit-limit",
        "x-ratelimit-remaining",
        "x-ratelimit-reset",
    ];
    let seconds = wait.as_secs_f64().ceil() as i64;
    let reset = clock.now().as_second().saturating_add(seconds);
    let body = json!({
        "statusCode": 429, "error": "Too Many Requests",
        "message": "Global limit has been reached", "errorCode": "too_many_requests",
    });
    let mut response = (StatusCode::TOO_MANY_REQUESTS, Json(body)).into_response();
    let headers = response.headers_mut();
    for (name, value) in HEADERS.into_iter().zip([2, 0, reset]) {
        headers.insert(HeaderName::from_static(name), HeaderValue::from(value));
    }
    headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}
