//! The end of listening.
//!
//! The system completes handshakes by itself and queues the connections. Closing the socket resets those that wait
//! there, although their clients may have sent a request already. So newcomers are kept out first, the queue is
//! emptied, and only then the socket is closed.

use std::io::ErrorKind;
use std::net::{self, SocketAddr};
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};

/// How long a handshake that was under way when newcomers were kept out has to reach the queue.
const UNDER_WAY: Duration = Duration::from_millis(50);

/// Closes `listener`; connections that wait in its queue are handed to `serve`.
///
/// Nothing tells newcomers to go away until the socket is closed: their system tries again a second later, and is
/// refused then.
pub(crate) async fn close(listener: TcpListener, serve: impl Fn(TcpStream, SocketAddr)) {
    // What the runtime knows of the queue may be old; the socket itself is asked.
    let Ok(listener) = listener.into_std() else {
        return;
    };
    keep_newcomers_out(&listener);
    empty(&listener, &serve);
    tokio::time::sleep(UNDER_WAY).await;
    while empty(&listener, &serve) {
        tokio::time::sleep(UNDER_WAY).await;
    }
}

/// Hands what waits in the queue to `serve`; whether anything did.
fn empty(listener: &net::TcpListener, serve: impl Fn(TcpStream, SocketAddr)) -> bool {
    let mut any = false;
    loop {
        match listener.accept() {
            Ok((stream, peer)) => {
                any = true;
                let stream = stream
                    .set_nonblocking(true)
                    .and_then(|()| TcpStream::from_std(stream));
                if let Ok(stream) = stream {
                    serve(stream, peer);
                }
            }
            // That client went away while it waited.
            Err(error) if error.kind() == ErrorKind::ConnectionAborted => {}
            Err(_) => return any,
        }
    }
}

/// Has the system drop requests to connect. What belongs to a handshake that it answered already still comes through.
///
/// Where this cannot be done, a connection that is made in the moment of closing may be reset.
#[cfg(target_os = "linux")]
fn keep_newcomers_out(listener: &net::TcpListener) {
    use socket2::SockFilter;
    /// Where the flags are in a TCP header, and SYN among them (RFC 9293, 3.1).
    const FLAGS: u32 = 13;
    const SYN: u32 = 0x02;
    // Classic BPF: load the flags; with SYN keep nothing of the packet, otherwise all of it.
    let program = [
        SockFilter::new(0x30, 0, 0, FLAGS),
        SockFilter::new(0x45, 0, 1, SYN),
        SockFilter::new(0x06, 0, 0, 0),
        SockFilter::new(0x06, 0, 0, u32::MAX),
    ];
    if let Err(error) = socket2::SockRef::from(listener).attach_filter(&program) {
        tracing::debug!(%error, "newcomers cannot be kept out while the queue is emptied");
    }
}

#[cfg(not(target_os = "linux"))]
fn keep_newcomers_out(_: &net::TcpListener) {}
