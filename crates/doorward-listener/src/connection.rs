//! One connection, from its first request to its last answer.

use std::convert::Infallible;
use std::error::Error;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use http::{HeaderValue, Request, Response, Version, header};
use http_body::Body;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::watch;
use tower::{Service, ServiceExt as _};

use crate::{Answers, Remaindered};

/// How long a client may take to send the head of a request, or to begin the next one.
const HEAD_TIMEOUT: Duration = Duration::from_secs(15);
/// Requests at a time on one HTTP/2 connection.
const STREAMS: u32 = 100;
/// After the end was asked for, a connection over which nothing comes for so long is closed: its client has no
/// request on the way, as far as one can know.
const QUIET: Duration = Duration::from_secs(1);

/// What is needed to serve a connection.
pub(crate) struct Conversation<S> {
    service: S,
    head_limit_bytes: usize,
    stop: watch::Receiver<bool>,
}

impl<S, B> Conversation<S>
where
    S: Answers + Service<Request<Remaindered>, Response = Response<B>>,
    S::Future: Send,
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    pub(crate) fn new(service: S, head_limit_bytes: usize, stop: watch::Receiver<bool>) -> Self {
        Self {
            service,
            head_limit_bytes,
            stop,
        }
    }

    /// Answers what comes over `stream` until its client leaves or the end has come.
    pub(crate) async fn hold<I>(self, stream: I)
    where
        I: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let Self {
            service,
            head_limit_bytes,
            mut stop,
        } = self;
        let activity = Arc::new(Activity::new());
        let answering = {
            let (activity, stop) = (Arc::clone(&activity), stop.clone());
            hyper::service::service_fn(move |request: Request<Incoming>| {
                let (activity, stop) = (Arc::clone(&activity), stop.clone());
                let is_http1 = request.version() <= Version::HTTP_11;
                activity.begin(is_http1);
                let answer = service.clone().oneshot(request.map(Remaindered::new));
                async move {
                    let mut response = answer.await?;
                    activity.touch();
                    if is_http1 && *stop.borrow() {
                        let close = HeaderValue::from_static("close");
                        response.headers_mut().insert(header::CONNECTION, close);
                    }
                    Ok::<_, Infallible>(response)
                }
            })
        };
        let builder = builder(head_limit_bytes);
        let connection = builder.serve_connection_with_upgrades(TokioIo::new(stream), answering);
        let mut connection = pin!(connection);
        // A connection that breaks is the client's business.
        tokio::select! {
            _ = connection.as_mut() => return,
            _ = stop.wait_for(|stop| *stop) => {}
        }
        // Also on a connection that rested until now the next request may be on its way.
        activity.touch();
        while let Some(rest) = activity.until_quiet() {
            if tokio::time::timeout(rest, connection.as_mut())
                .await
                .is_ok()
            {
                return;
            }
        }
        if !activity.is_used() {
            // Nobody waits for an answer.
            return;
        }
        connection.as_mut().graceful_shutdown();
        let _ = connection.await;
    }
}

fn builder(head_limit_bytes: usize) -> auto::Builder<TokioExecutor> {
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIMEOUT)
        .max_buf_size(head_limit_bytes);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(HEAD_TIMEOUT)
        .max_header_list_size(u32::try_from(head_limit_bytes).unwrap_or(u32::MAX))
        .max_concurrent_streams(STREAMS);
    builder
}

/// When something last happened on a connection.
struct Activity {
    since: Instant,
    /// Milliseconds after `since`.
    last: AtomicU64,
    /// Whether a request ever came.
    is_used: AtomicBool,
    /// HTTP/2 can say at any time that the end has come, HTTP/1.1 only with an answer.
    is_http2: AtomicBool,
}

impl Activity {
    fn new() -> Self {
        Self {
            since: Instant::now(),
            last: AtomicU64::new(0),
            is_used: AtomicBool::new(false),
            is_http2: AtomicBool::new(false),
        }
    }

    fn begin(&self, is_http1: bool) {
        self.is_used.store(true, Ordering::Relaxed);
        self.is_http2.store(!is_http1, Ordering::Relaxed);
        self.touch();
    }

    fn touch(&self) {
        let now = self.since.elapsed().as_millis() as u64;
        self.last.store(now, Ordering::Relaxed);
    }

    /// How long to wait for another request; `None` when there is nothing to wait for.
    fn until_quiet(&self) -> Option<Duration> {
        if self.is_http2.load(Ordering::Relaxed) {
            return None;
        }
        let last = Duration::from_millis(self.last.load(Ordering::Relaxed));
        let quiet_from = last + QUIET;
        quiet_from
            .checked_sub(self.since.elapsed())
            .filter(|rest| !rest.is_zero())
    }

    fn is_used(&self) -> bool {
        self.is_used.load(Ordering::Relaxed)
    }
}
