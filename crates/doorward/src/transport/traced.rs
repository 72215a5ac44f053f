//! A transport that tells `tracing` what it does.

use tokio::time::Instant;

use super::{BoxFuture, Request, Response, Transport, TransportError};

/// Tells `tracing` about every request, token requests and key fetches included: method, host, path,
/// status and time. Neither queries nor headers nor bodies, where credentials may stand.
///
/// An answer is an event of level debug under the target `doorward`, a refusal or a failure one of
/// level warn.
///
/// ```
/// use doorward::transport::{ReqwestTransport, Traced};
///
/// let auth = doorward::AuthenticationClient::builder("tenant.eu.auth0.com")
///     .client_id("…")
///     .transport(Traced::new(ReqwestTransport::new()?))
///     .build()?;
/// # Ok::<(), doorward::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Traced<T>(T);

impl<T: Transport> Traced<T> {
    /// Tells about everything that `transport` carries.
    pub fn new(transport: T) -> Self {
        Self(transport)
    }
}

impl<T: Transport> Transport for Traced<T> {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            let method = request.method.clone();
            let host = request.url.host_str().unwrap_or_default().to_owned();
            let path = request.url.path().to_owned();
            let began = Instant::now();
            let answer = self.0.send(request).await;
            let elapsed_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
            match &answer {
                Ok(response) if response.status.is_success() => tracing::debug!(
                    target: "doorward",
                    %method, host, path, status = response.status.as_u16(), elapsed_ms, "answered"
                ),
                Ok(response) => tracing::warn!(
                    target: "doorward",
                    %method, host, path, status = response.status.as_u16(), elapsed_ms, "refused"
                ),
                Err(error) => tracing::warn!(
                    target: "doorward",
                    %method, host, path, elapsed_ms, error = %error, "failed"
                ),
            }
            answer
        })
    }
}
