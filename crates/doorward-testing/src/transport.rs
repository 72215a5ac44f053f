//! The SDK's way to a tenant of this process, without a socket.

use axum::Router;
use axum::body::Body;
use axum::http::header::HOST;
use axum::http::{HeaderValue, Request as HttpRequest};
use doorward::transport::{
    BoxFuture, Request, Response, ResponseBody, Transport, TransportError, TransportErrorKind,
};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

/// Hands requests to the tenant as they are, whatever host they name. A clone is cheap.
#[derive(Clone)]
pub struct InProcess {
    router: Router,
}

impl InProcess {
    pub(crate) fn new(router: Router) -> Self {
        Self { router }
    }
}

impl std::fmt::Debug for InProcess {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("InProcess")
    }
}

impl Transport for InProcess {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        let router = self.router.clone();
        Box::pin(async move {
            let failed = |error| TransportError::new(TransportErrorKind::Other, error);
            let mut http = HttpRequest::builder()
                .method(request.method)
                .uri(request.url.as_str())
                .body(Body::new(request.body.into_http_body()))
                .map_err(failed)?;
            *http.headers_mut() = request.headers;
            let authority = request.url.authority();
            if let Ok(host) = HeaderValue::from_str(authority) {
                http.headers_mut().insert(HOST, host);
            }
            let answer = match router.oneshot(http).await {
                Ok(answer) => answer,
                Err(never) => match never {},
            };
            let (head, body) = answer.into_parts();
            let lost = |error| TransportError::new(TransportErrorKind::Disconnected, error);
            let body = ResponseBody::new(body.map_err(lost));
            Ok(Response::new(head.status, head.headers, body))
        })
    }
}
