//! Serves HTTP on a port, plain or over TLS, and stops without losing a request.
//!
//! Tenant and gateway both listen through [`serve`]: HTTP/1.1 and HTTP/2 on one port, limits on clients that connect
//! and send nothing, and an end that answers whatever was sent before it.
//!
//! ```
//! use std::convert::Infallible;
//!
//! use doorward_listener::Remaindered;
//! use http::{Request, Response};
//! use tokio::sync::watch;
//!
//! # #[tokio::main]
//! # async fn main() -> std::io::Result<()> {
//! let listener = doorward_listener::listen(([127, 0, 0, 1], 0).into())?;
//! let (stop, stopped) = watch::channel(false);
//! let answer = |_: Request<Remaindered>| async { Ok::<_, Infallible>(Response::new(String::from("ok"))) };
//! let serving = tokio::spawn(doorward_listener::serve(
//!     listener,
//!     None,
//!     move |_| tower::service_fn(answer),
//!     doorward_listener::HEAD_BYTES,
//!     stopped,
//! ));
//! stop.send_replace(true);
//! serving.await?;
//! # Ok(())
//! # }
//! ```

mod connection;
mod queue;
mod remainder;
pub mod traces;

use std::convert::Infallible;
use std::error::Error;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use http::{Request, Response};
use http_body::Body;
use rustls::ServerConfig;
use rustls::server::Acceptor;
use rustls_pki_types::CertificateDer;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, watch};
use tokio_rustls::LazyConfigAcceptor;
use tokio_rustls::server::TlsStream;
use tower::Service;

use crate::connection::Conversation;
pub use crate::remainder::Remaindered;

/// How large the head of a request is with those who have no reason for more, in bytes.
pub const HEAD_BYTES: usize = 64 << 10;
/// Connections at a time. Who comes after that waits in the system's queue.
const CONNECTIONS: usize = 8192;
/// Connections that wait until they are accepted.
const BACKLOG: u32 = 4096;
/// How long the TLS handshake of a connection may take.
const HANDSHAKE_TIMEOUT: Duration = Duration::from_secs(10);
/// How long answers in flight may take after the end was asked for.
const DRAIN_TIMEOUT: Duration = Duration::from_secs(25);
/// How long to wait when the system has no room for another connection.
const BREATH: Duration = Duration::from_millis(50);

/// Which TLS configuration a client is served with, by the host that it calls for (SNI), if it names one.
pub type ChooseTls = dyn Fn(Option<&str>) -> Arc<ServerConfig> + Send + Sync;

/// Who is at the other end of a connection.
#[derive(Debug, Clone)]
pub struct Peer {
    /// Where it is.
    pub address: SocketAddr,
    /// The certificates that it showed, its own first. Empty unless it was asked for them.
    pub certificates: Vec<CertificateDer<'static>>,
}

/// What answers the requests of a connection.
pub trait Answers:
    Service<Request<Remaindered>, Error = Infallible> + Clone + Send + 'static
{
}

impl<S> Answers for S where
    S: Service<Request<Remaindered>, Error = Infallible> + Clone + Send + 'static
{
}

/// Listens on `address`, for [`serve`].
///
/// Up to 4,096 connections may be waiting to be accepted, if the system allows as many (`net.core.somaxconn`): when
/// thousands come at once, those for whom there is no room try again a second later. Must be called in a Tokio runtime.
///
/// # Errors
///
/// When the address is in use or not this machine's.
pub fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = match address {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    // Connections of a process before this one may still be on their way out.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// Serves `listener` until `stop` turns true, then finishes what is in flight.
///
/// With `tls` it speaks TLS, HTTP/1.1 and HTTP/2; without, plain HTTP. `service` makes what answers a connection from
/// who is at its other end. A client that does not send the head of a request within 15 seconds is dropped, and so is
/// one that sends more than `head_limit_bytes` of it, after an answer of 431 without a body. Who wants to refuse large
/// heads in words of their own sets the limit higher and asks [`has_large_head`]. 8,192 connections are served at a
/// time.
///
/// Once `stop` is true nobody new is let in, whoever is connected already is answered, and answers say that they are
/// the last. A connection ends after its last answer, or when nothing comes over it for a second; answers that take
/// longer than 25 seconds are given up.
pub async fn serve<M, S, B>(
    listener: TcpListener,
    tls: Option<Arc<ChooseTls>>,
    service: M,
    head_limit_bytes: usize,
    mut stop: watch::Receiver<bool>,
) where
    M: Fn(Peer) -> S + Send + Sync + 'static,
    S: Answers + Service<Request<Remaindered>, Response = Response<B>>,
    S::Future: Send,
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    // Nothing is ever sent: the channel closes when the last connection has ended.
    let (alive, mut ended) = mpsc::channel::<Infallible>(1);
    let port = Arc::new(Port {
        tls,
        service,
        head_limit_bytes,
        stop: stop.clone(),
        _alive: alive,
    });
    let slots = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        tokio::select! {
            accepted = accept(&listener, &slots) => {
                if let Some((stream, peer, slot)) = accepted {
                    port.converse(stream, peer, Some(slot));
                }
            }
            _ = stop.wait_for(|stop| *stop) => break,
        }
    }
    queue::close(listener, |stream, peer| port.converse(stream, peer, None)).await;
    drop(port);
    if tokio::time::timeout(DRAIN_TIMEOUT, ended.recv())
        .await
        .is_err()
    {
        tracing::warn!("some answers were still in flight when the time to drain was over");
    }
}

/// Whether the head of a request has more than [`HEAD_BYTES`] and is to be answered with 431.
pub fn has_large_head<B>(request: &Request<B>) -> bool {
    let uri = request.uri();
    let address = uri.path_and_query().map_or(0, |path| path.as_str().len())
        + uri
            .authority()
            .map_or(0, |authority| authority.as_str().len());
    // Each line has a colon, a space and an end of two characters.
    let headers = request.headers().iter();
    let lines = headers.map(|(name, value)| name.as_str().len() + value.len() + 4);
    address + lines.sum::<usize>() > HEAD_BYTES
}

/// The next connection, when there is room for it.
async fn accept(
    listener: &TcpListener,
    slots: &Arc<Semaphore>,
) -> Option<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let slot = Arc::clone(slots).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => Some((stream, peer, slot)),
        Err(_) => {
            // Out of file descriptors, most likely: give connections time to end.
            tokio::time::sleep(BREATH).await;
            None
        }
    }
}

/// What all connections of a port share.
struct Port<M> {
    tls: Option<Arc<ChooseTls>>,
    service: M,
    head_limit_bytes: usize,
    stop: watch::Receiver<bool>,
    _alive: mpsc::Sender<Infallible>,
}

impl<M> Port<M> {
    /// Serves one connection on a task of its own, which keeps `slot` until it ends.
    fn converse<S, B>(
        self: &Arc<Self>,
        stream: TcpStream,
        address: SocketAddr,
        slot: Option<OwnedSemaphorePermit>,
    ) where
        M: Fn(Peer) -> S + Send + Sync + 'static,
        S: Answers + Service<Request<Remaindered>, Response = Response<B>>,
        S::Future: Send,
        B: Body + Send + 'static,
        B::Data: Send,
        B::Error: Into<Box<dyn Error + Send + Sync>>,
    {
        // Answers are small and complete: waiting for more to send helps nobody.
        let _ = stream.set_nodelay(true);
        let port = Arc::clone(self);
        tokio::spawn(async move {
            let _until_it_ends = slot;
            let Some(tls) = &port.tls else {
                let certificates = Vec::new();
                return port
                    .hold(
                        stream,
                        Peer {
                            address,
                            certificates,
                        },
                    )
                    .await;
            };
            let handshake = tokio::time::timeout(HANDSHAKE_TIMEOUT, greet(&**tls, stream));
            if let Ok(Ok(stream)) = handshake.await {
                let shown = stream.get_ref().1.peer_certificates();
                let certificates = shown.unwrap_or_default().iter().cloned();
                let certificates = certificates.map(CertificateDer::into_owned).collect();
                port.hold(
                    stream,
                    Peer {
                        address,
                        certificates,
                    },
                )
                .await;
            }
        });
    }

    /// Answers what comes over `stream`.
    async fn hold<I, S, B>(&self, stream: I, peer: Peer)
    where
        I: AsyncRead + AsyncWrite + Unpin + Send + 'static,
        M: Fn(Peer) -> S,
        S: Answers + Service<Request<Remaindered>, Response = Response<B>>,
        S::Future: Send,
        B: Body + Send + 'static,
        B::Data: Send,
        B::Error: Into<Box<dyn Error + Send + Sync>>,
    {
        let service = (self.service)(peer);
        let conversation = Conversation::new(service, self.head_limit_bytes, self.stop.clone());
        conversation.hold(stream).await;
    }
}

/// A handshake.
async fn greet(choose: &ChooseTls, stream: TcpStream) -> io::Result<TlsStream<TcpStream>> {
    let start = LazyConfigAcceptor::new(Acceptor::default(), stream).await?;
    let config = choose(start.client_hello().server_name());
    start.into_stream(config).await
}
