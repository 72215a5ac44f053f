//! The transport of a client whose tenant speaks plain HTTP: one in development, or behind a proxy nearby.

use std::sync::OnceLock;

use super::{
    BoxFuture, Request, ReqwestTransport, Response, Transport, TransportError, TransportErrorKind,
};
use crate::error::Error;

/// Loads the system's certificate authorities when a request wants TLS for the first time: reading them takes
/// milliseconds and memory, and a machine that has none can still speak to such a tenant.
pub(crate) struct PlainFirst {
    plain: ReqwestTransport,
    encrypted: OnceLock<ReqwestTransport>,
}

impl PlainFirst {
    /// Whether the environment names a proxy that wants TLS itself.
    pub(crate) fn needs_tls(variable: impl Fn(&str) -> Option<String>) -> bool {
        let proxies = ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"];
        let speaks_tls = |url: String| url.trim_start().to_ascii_lowercase().starts_with("https:");
        proxies.into_iter().filter_map(variable).any(speaks_tls)
    }

    pub(crate) fn new() -> Result<Self, Error> {
        Ok(Self {
            plain: ReqwestTransport::builder().without_authorities().build()?,
            encrypted: OnceLock::new(),
        })
    }

    /// What carries a request of this scheme.
    fn of(&self, scheme: &str) -> Result<ReqwestTransport, TransportError> {
        if scheme == "http" {
            return Ok(self.plain.clone());
        }
        if let Some(encrypted) = self.encrypted.get() {
            return Ok(encrypted.clone());
        }
        let made = ReqwestTransport::new()
            .map_err(|error| TransportError::new(TransportErrorKind::Connect, error))?;
        Ok(self.encrypted.get_or_init(|| made).clone())
    }
}

impl Transport for PlainFirst {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move { self.of(request.url.scheme())?.send(request).await })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authorities_are_loaded_when_they_are_needed_and_once() {
        let transport = PlainFirst::new().unwrap();
        transport.of("http").unwrap();
        assert!(transport.encrypted.get().is_none());
        for _ in 0..2 {
            transport.of("https").unwrap();
            assert!(transport.encrypted.get().is_some());
        }
    }

    #[test]
    fn a_proxy_may_want_tls_where_the_tenant_does_not() {
        let needs =
            |url: &str| PlainFirst::needs_tls(|name| (name == "ALL_PROXY").then(|| url.into()));
        assert!(needs("HTTPS://proxy.example.com:3128"));
        assert!(!needs("http://proxy.example.com:3128"));
        assert!(!PlainFirst::needs_tls(|_| None));
    }

    #[tokio::test]
    async fn a_server_without_a_certificate_is_not_spoken_to_where_tls_is_wanted() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move { drop(listener.accept().await) });
        let url = format!("https://127.0.0.1:{port}/").parse().unwrap();
        let transport = PlainFirst::new().unwrap();
        let refused = transport.send(Request::new(http::Method::GET, url)).await;
        assert_eq!(refused.unwrap_err().kind(), TransportErrorKind::Connect);
    }
}
