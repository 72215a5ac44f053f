//! Listening: every request learns who is at the other end and which host it is for.

use std::sync::Arc;

use axum::Router;
use axum::extract::{ConnectInfo, Request};
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse as _;
use doorward_listener::{ChooseTls, HEAD_BYTES, Peer, Remaindered, has_large_head};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower::ServiceExt as _;

use super::{OAuthError, Tls};

/// Up to here a head that is too large is refused in words; whoever sends more hears the status alone.
const HEAD_LIMIT_BYTES: usize = 4 * HEAD_BYTES;

/// Serves `router` on `listener` until `stop` turns true, then finishes what is in flight.
///
/// With `tls` it speaks TLS, HTTP/1.1 and HTTP/2; without, plain HTTP.
pub async fn serve(
    listener: TcpListener,
    tls: Option<Tls>,
    router: Router,
    stop: watch::Receiver<bool>,
) {
    let choose = tls.clone().map(|tls| -> Arc<ChooseTls> {
        // What the client calls the host decides whether it is asked for a certificate.
        Arc::new(move |host| tls.config_for(host))
    });
    let service = move |peer: Peer| {
        let certificate = tls
            .as_ref()
            .and_then(|tls| tls.certificate(&peer.certificates));
        let router = router.clone();
        tower::service_fn(move |mut request: Request<Remaindered>| {
            request.extensions_mut().insert(ConnectInfo(peer.address));
            if let Some(certificate) = &certificate {
                request.extensions_mut().insert(Arc::clone(certificate));
            }
            name_host(&mut request);
            let router = router.clone();
            async move {
                if has_large_head(&request) {
                    return Ok(OAuthError::large_head().into_response());
                }
                router.oneshot(request).await
            }
        })
    };
    doorward_listener::serve(listener, choose, service, HEAD_LIMIT_BYTES, stop).await;
}

/// HTTP/2 names the host in `:authority` and needs no `Host`; whoever asks for one finds it all the same.
fn name_host(request: &mut Request<Remaindered>) {
    if request.headers().contains_key(header::HOST) {
        return;
    }
    let authority = request.uri().authority();
    if let Some(host) = authority.and_then(|name| HeaderValue::from_str(name.as_str()).ok()) {
        request.headers_mut().insert(header::HOST, host);
    }
}
