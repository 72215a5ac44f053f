//! Listening: plain HTTP and TLS on the same router, with limits on slow clients and a drain at the end.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, Request};
use axum::http::{HeaderValue, Version, header};
use futures_util::FutureExt as _;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use rustls::server::Acceptor;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio_rustls::LazyConfigAcceptor;
use tokio_rustls::server::TlsStream;
use tower::ServiceExt as _;

use super::remainder::Remaindered;
use super::{ClientCertificate, Tls};

/// How long a client may take to send the head of a request.
const HEAD_TIMEOUT: Duration = Duration::from_secs(15);
const HANDSHAKE_TIMEOUT: Duration = Duration::from_secs(10);
/// How long connections are kept after the process was asked to stop, each with an answer that says it is the
/// last: what a client sent meanwhile is still answered, and no request meets a closing connection.
const LINGER: Duration = Duration::from_millis(250);
/// How long answers in flight may take after the process was asked to stop.
const DRAIN_TIMEOUT: Duration = Duration::from_secs(25);

/// Serves `router` on `listener` until `stop` turns true, then finishes what is in flight.
///
/// With `tls` it speaks TLS, HTTP/1.1 and HTTP/2; without, plain HTTP.
pub async fn serve(
    listener: TcpListener,
    tls: Option<Tls>,
    router: Router,
    mut stop: watch::Receiver<bool>,
) {
    let listening = Listening {
        tls,
        router,
        connections: GracefulShutdown::new(),
        stop: stop.clone(),
    };
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stop.wait_for(|stop| *stop) => break,
        };
        let Ok((stream, peer)) = accepted else {
            // Out of file descriptors, most likely: give connections time to end.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        listening.converse(stream, peer);
    }
    // Whoever is connected already gets an answer.
    while let Some(Ok((stream, peer))) = listener.accept().now_or_never() {
        listening.converse(stream, peer);
    }
    drop(listener);
    tokio::time::sleep(LINGER).await;
    let connections = listening.connections;
    if tokio::time::timeout(DRAIN_TIMEOUT, connections.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some answers were still in flight when the time to drain was over");
    }
}

/// HTTP/2 names the host in `:authority` and needs no `Host`; whoever asks for one finds it all the same.
fn name_host(request: &mut Request<Incoming>) {
    if request.headers().contains_key(header::HOST) {
        return;
    }
    let authority = request.uri().authority();
    if let Some(host) = authority.and_then(|name| HeaderValue::from_str(name.as_str()).ok()) {
        request.headers_mut().insert(header::HOST, host);
    }
}

/// What all connections of a listener share.
struct Listening {
    tls: Option<Tls>,
    router: Router,
    connections: GracefulShutdown,
    stop: watch::Receiver<bool>,
}

impl Listening {
    /// Serves one connection on a task of its own.
    fn converse(&self, stream: TcpStream, peer: SocketAddr) {
        let _ = stream.set_nodelay(true);
        let tls = self.tls.clone();
        let (router, stop) = (self.router.clone(), self.stop.clone());
        let watcher = self.connections.watcher();
        tokio::spawn(async move {
            let Some(tls) = tls else {
                let peer = Peer {
                    address: peer,
                    certificate: None,
                };
                return converse(stream, peer, router, stop, watcher).await;
            };
            let handshake = tokio::time::timeout(HANDSHAKE_TIMEOUT, greet(&tls, stream));
            if let Ok(Ok(stream)) = handshake.await {
                let chain = stream.get_ref().1.peer_certificates().unwrap_or_default();
                let peer = Peer {
                    address: peer,
                    certificate: tls.certificate(chain),
                };
                converse(stream, peer, router, stop, watcher).await;
            }
        });
    }
}

/// A handshake. What the client calls the host decides whether it is asked for a certificate.
async fn greet(tls: &Tls, stream: TcpStream) -> io::Result<TlsStream<TcpStream>> {
    let start = LazyConfigAcceptor::new(Acceptor::default(), stream).await?;
    let config = tls.config_for(start.client_hello().server_name());
    start.into_stream(config).await
}

/// Who is at the other end of a connection.
#[derive(Clone)]
struct Peer {
    address: SocketAddr,
    certificate: Option<Arc<ClientCertificate>>,
}

/// Serves one connection to its end.
async fn converse<S>(
    stream: S,
    peer: Peer,
    router: Router,
    stop: watch::Receiver<bool>,
    watcher: Watcher,
) where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let service = hyper::service::service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer.address));
        if let Some(certificate) = &peer.certificate {
            request.extensions_mut().insert(Arc::clone(certificate));
        }
        name_host(&mut request);
        let (router, stop) = (router.clone(), stop.clone());
        async move {
            let is_http1 = request.version() <= Version::HTTP_11;
            let request = request.map(Remaindered::new);
            let mut response = router.oneshot(request).await?;
            if is_http1 && *stop.borrow() {
                let close = HeaderValue::from_static("close");
                response.headers_mut().insert(header::CONNECTION, close);
            }
            Ok::<_, Infallible>(response)
        }
    });
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIMEOUT)
        .max_buf_size(64 << 10);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(200);
    let connection = builder.serve_connection_with_upgrades(TokioIo::new(stream), service);
    // A connection that breaks is the client's business.
    let _ = watcher.watch(connection.into_owned()).await;
}
