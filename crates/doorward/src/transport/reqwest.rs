//! The transport everyone gets: reqwest on rustls.

use std::error::Error as StdError;
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use http_body_util::BodyExt;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::{
    BoxFuture, Request, Response, ResponseBody, Transport, TransportError, TransportErrorKind,
};
use crate::error::{ArgumentError, Error};

/// Sends requests over pooled connections: HTTP/1.1, and with the feature `http2` HTTP/2 where the tenant speaks it.
///
/// A clone shares the pool, so give clones of one transport to all clients of a tenant. Proxies
/// are taken from `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` unless one is set.
/// Redirects are answers like any other: neither API redirects, and a body with credentials must
/// not travel to a place the server chose.
///
/// ```
/// use std::time::Duration;
/// use doorward::AuthenticationClient;
/// use doorward::transport::ReqwestTransport;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let transport = ReqwestTransport::builder()
///     .pool(8, Duration::from_secs(30))
///     .build()?;
/// let auth = AuthenticationClient::builder("tenant.eu.auth0.com")
///     .transport(transport)
///     .header("x-sent-with", "every request")
///     .timeout(Duration::from_secs(5))
///     .build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct ReqwestTransport {
    client: reqwest::Client,
}

impl ReqwestTransport {
    /// A transport with the defaults of [`builder`](Self::builder).
    ///
    /// # Errors
    ///
    /// When TLS cannot be set up on this machine.
    pub fn new() -> Result<Self, Error> {
        Self::builder().build()
    }

    /// A transport with settings of your own.
    pub fn builder() -> ReqwestTransportBuilder {
        ReqwestTransportBuilder {
            settings: reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .dns_resolver(Loopback)
                .connect_timeout(Duration::from_secs(10)),
        }
    }
}

/// A client configured elsewhere. Turn its redirects off.
///
/// The one place where reqwest shows, which is before 1.0: a new version of it makes a new version of this crate.
impl From<reqwest::Client> for ReqwestTransport {
    fn from(client: reqwest::Client) -> Self {
        Self { client }
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            let response = self
                .client
                .execute(translate(request))
                .await
                .map_err(classify)?;
            let (head, body) = http::Response::from(response).into_parts();
            let body = ResponseBody::new(body.map_err(classify_answer));
            Ok(Response::new(head.status, head.headers, body))
        })
    }
}

/// Finds addresses. Names below `localhost` are this machine's, which not every system's resolver knows (RFC 6761,
/// 6.3): a tenant in development is called `mtls.localhost` where it asks for certificates.
struct Loopback;

impl Resolve for Loopback {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let host = name.as_str().trim_end_matches('.');
            if host.to_ascii_lowercase().ends_with(".localhost") {
                let loopback = [
                    SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
                    SocketAddr::from((Ipv6Addr::LOCALHOST, 0)),
                ];
                return Ok(Box::new(loopback.into_iter()) as Addrs);
            }
            let found: Vec<_> = tokio::net::lookup_host((host, 0)).await?.collect();
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

fn translate(request: Request) -> reqwest::Request {
    let body = match request.body.as_bytes() {
        Some(bytes) if bytes.is_empty() => None,
        Some(bytes) => Some(reqwest::Body::from(bytes)),
        None => Some(reqwest::Body::wrap(request.body.into_http_body())),
    };
    let mut translated = reqwest::Request::new(request.method, request.url);
    *translated.headers_mut() = request.headers;
    *translated.body_mut() = body;
    translated
}

fn classify(error: reqwest::Error) -> TransportError {
    let kind = if error.is_connect() {
        TransportErrorKind::Connect
    } else if error.is_timeout() {
        TransportErrorKind::Timeout
    } else if is_disconnection(&error) {
        TransportErrorKind::Disconnected
    } else if error.is_body() || is_of_body(&error) {
        TransportErrorKind::Body
    } else {
        TransportErrorKind::Other
    };
    // The address is known to whoever made the call, and its query may hold a token.
    TransportError::new(kind, error.without_url())
}

/// As [`classify`], for an answer whose head is there already: what ends it early is the connection.
fn classify_answer(error: reqwest::Error) -> TransportError {
    let kind = match error.is_timeout() {
        true => TransportErrorKind::Timeout,
        false => TransportErrorKind::Disconnected,
    };
    TransportError::new(kind, error.without_url())
}

/// Whether the request's own body stands among the causes.
fn is_of_body(error: &reqwest::Error) -> bool {
    let mut cause = error.source();
    while let Some(error) = cause {
        if error
            .downcast_ref::<hyper::Error>()
            .is_some_and(hyper::Error::is_user)
        {
            return true;
        }
        cause = error.source();
    }
    false
}

/// Whether a reset, a broken pipe or an early end stands anywhere among the causes.
fn is_disconnection(error: &reqwest::Error) -> bool {
    let mut cause = error.source();
    while let Some(error) = cause {
        let closed_early = error
            .downcast_ref::<hyper::Error>()
            .is_some_and(hyper::Error::is_incomplete_message);
        let reset = error.downcast_ref::<io::Error>().is_some_and(|io| {
            matches!(
                io.kind(),
                io::ErrorKind::ConnectionReset
                    | io::ErrorKind::ConnectionAborted
                    | io::ErrorKind::BrokenPipe
            )
        });
        if closed_early || reset {
            return true;
        }
        cause = error.source();
    }
    false
}

/// Settings of a [`ReqwestTransport`].
#[derive(Debug)]
pub struct ReqwestTransportBuilder {
    settings: reqwest::ClientBuilder,
}

impl ReqwestTransportBuilder {
    /// Trusts the certificate authorities in `pem` besides those of the system.
    ///
    /// # Errors
    ///
    /// When `pem` holds no readable certificate.
    pub fn ca_pem(mut self, pem: &[u8]) -> Result<Self, Error> {
        let authorities = reqwest::Certificate::from_pem_bundle(pem)
            .map_err(|source| ArgumentError::tls("certificate authority", source))?;
        if authorities.is_empty() {
            return Err(ArgumentError::NoCertificate.into());
        }
        self.settings = self.settings.tls_certs_merge(authorities);
        Ok(self)
    }

    /// Trusts nobody: good for plain HTTP alone.
    pub(crate) fn without_authorities(mut self) -> Self {
        self.settings = self.settings.tls_certs_only([]);
        self
    }

    /// Presents a client certificate (mTLS): certificate chain and private key, both PEM.
    ///
    /// # Errors
    ///
    /// When either is unreadable.
    pub fn identity_pem(mut self, certificate: &[u8], key: &[u8]) -> Result<Self, Error> {
        let both = [certificate, b"\n", key].concat();
        let identity = reqwest::Identity::from_pem(&both)
            .map_err(|source| ArgumentError::tls("client certificate", source))?;
        self.settings = self.settings.identity(identity);
        Ok(self)
    }

    /// Sends everything through the proxy at `url`, whatever the environment says.
    ///
    /// # Errors
    ///
    /// When `url` is none.
    pub fn proxy(mut self, url: &str) -> Result<Self, Error> {
        let proxy =
            reqwest::Proxy::all(url).map_err(|source| ArgumentError::tls("proxy", source))?;
        self.settings = self.settings.proxy(proxy);
        Ok(self)
    }

    /// Uses no proxy, whatever the environment says.
    pub fn no_proxy(mut self) -> Self {
        self.settings = self.settings.no_proxy();
        self
    }

    /// How long connecting may take; 10 seconds unless said. Less than the timeout of a
    /// request, it leaves time for a retry.
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.settings = self.settings.connect_timeout(limit);
        self
    }

    /// How many idle connections stay open to a host, and for how long. Unlimited and 90 seconds
    /// unless said.
    pub fn pool(mut self, max_idle_per_host: usize, idle_timeout: Duration) -> Self {
        self.settings = self
            .settings
            .pool_max_idle_per_host(max_idle_per_host)
            .pool_idle_timeout(idle_timeout);
        self
    }

    /// The transport.
    ///
    /// # Errors
    ///
    /// When TLS cannot be set up with these settings.
    pub fn build(self) -> Result<ReqwestTransport, Error> {
        let client = self
            .settings
            .build()
            .map_err(|source| ArgumentError::tls("TLS set-up", source))?;
        Ok(ReqwestTransport { client })
    }
}
