//! Listening, with limits on those who connect and send nothing, and a drain at the end.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tower::ServiceExt as _;

/// How long a client may take to send the head of a request, or to begin the next one.
const HEAD_TIMEOUT: Duration = Duration::from_secs(15);
/// Largest head of a request; more is 431.
const HEAD_LIMIT_BYTES: usize = 64 * 1024;
/// Connections at a time. Who comes after that waits in the listener's queue.
const CONNECTIONS: usize = 8192;
/// Requests at a time on one HTTP/2 connection.
const STREAMS: u32 = 100;
/// How long answers in flight may take after the end of listening.
const DRAIN_TIMEOUT: Duration = Duration::from_secs(25);

/// Serves `router` on `listener` until `stop` is done, then finishes what is in flight.
pub(crate) async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let graceful = GracefulShutdown::new();
    let slots = Arc::new(Semaphore::new(CONNECTIONS));
    let builder = builder();
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = accept(&listener, &slots) => accepted,
            () = &mut stop => break,
        };
        let Some((stream, slot)) = accepted else {
            continue;
        };
        let service = router
            .clone()
            .map_request(|request: Request<hyper::body::Incoming>| request.map(Body::new));
        let connection = builder
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(service))
            .into_owned();
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // A client that breaks off is no event.
            let _ = connection.await;
            drop(slot);
        });
    }
    drop(listener);
    if tokio::time::timeout(DRAIN_TIMEOUT, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some answers were still in flight when the time to drain was over");
    }
}

fn builder() -> auto::Builder<TokioExecutor> {
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIMEOUT)
        .max_buf_size(HEAD_LIMIT_BYTES);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(HEAD_TIMEOUT)
        .max_header_list_size(HEAD_LIMIT_BYTES as u32)
        .max_concurrent_streams(STREAMS);
    builder
}

/// The next connection, when there is room for it.
async fn accept(
    listener: &TcpListener,
    slots: &Arc<Semaphore>,
) -> Option<(TcpStream, tokio::sync::OwnedSemaphorePermit)> {
    let slot = slots.clone().acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, _)) => {
            // Answers are small and complete: waiting for more to send helps nobody.
            let _ = stream.set_nodelay(true);
            Some((stream, slot))
        }
        Err(_) => {
            // Out of file descriptors, most likely: give connections time to end.
            tokio::time::sleep(Duration::from_millis(50)).await;
            None
        }
    }
}
