//! How spans reach the collector: over the SDK's transport, so that there is one TLS stack and one list of authorities.

use std::fmt;
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;
use doorward::transport::{Request, ReqwestTransport, Transport as _};
use http_body_util::{BodyExt as _, Limited};
use opentelemetry_http::{HttpClient, HttpError};
use tokio::runtime::Handle;

/// Longest wait for a collector.
const TIMEOUT: Duration = Duration::from_secs(10);
/// Collectors have little to say.
const ANSWER_LIMIT: usize = 64 * 1024;

/// Sends on the runtime that it was made in: exports happen on a thread that has none.
pub(super) struct Client {
    transport: ReqwestTransport,
    runtime: Handle,
}

impl Client {
    pub(super) fn new() -> Result<Self, doorward::Error> {
        Ok(Self {
            transport: ReqwestTransport::new()?,
            runtime: Handle::current(),
        })
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Client")
    }
}

impl HttpClient for Client {
    fn send_bytes<'s, 'f>(
        &'s self,
        request: http::Request<Bytes>,
    ) -> Pin<Box<dyn Future<Output = Result<http::Response<Bytes>, HttpError>> + Send + 'f>>
    where
        's: 'f,
        Self: 'f,
    {
        let exchange = exchange(self.transport.clone(), request);
        // Even the clock of a timeout is the runtime's.
        let sent = async move { tokio::time::timeout(TIMEOUT, exchange).await };
        let sent = self.runtime.spawn(sent);
        Box::pin(async move { sent.await?? })
    }
}

async fn exchange(
    transport: ReqwestTransport,
    request: http::Request<Bytes>,
) -> Result<http::Response<Bytes>, HttpError> {
    let (head, body) = request.into_parts();
    let mut request = Request::new(head.method, head.uri.to_string().parse()?);
    request.headers = head.headers;
    request.body = body.into();
    let answer = transport.send(request).await?;
    let body = Limited::new(answer.body, ANSWER_LIMIT).collect().await?;
    let mut response = http::Response::new(body.to_bytes());
    *response.status_mut() = answer.status;
    *response.headers_mut() = answer.headers;
    Ok(response)
}
