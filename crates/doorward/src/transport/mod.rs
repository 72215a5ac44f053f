//! How requests reach the tenant: one trait, and the implementation everyone gets.
//!
//! Everything the clients do passes through a [`Transport`], token requests and key fetches
//! included. [`ReqwestTransport`] is the default; put your own around it to log, count or reroute:
//!
//! ```
//! use doorward::ManagementClient;
//! use doorward::management::GetUser;
//! use doorward::transport::{BoxFuture, Request, Response, Transport, TransportError};
//!
//! /// Tells of every request, before and after.
//! struct Logged<T>(T);
//!
//! impl<T: Transport> Transport for Logged<T> {
//!     fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
//!         Box::pin(async move {
//!             let line = format!("{} {}", request.method, request.url.path());
//!             println!("before {line}");
//!             let response = self.0.send(request).await?;
//!             println!("after {line}: {}", response.status);
//!             Ok(response)
//!         })
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
//! # let client = &tenant.bootstrap().management;
//! # let (domain, client_id) = (tenant.domain(), client.client_id.as_str());
//! # let client_secret = client.client_secret.as_str();
//! # let inner = tenant.transport();
//! # let everyone = tenant.management()?.send(&doorward::management::ListUsers::default()).await?;
//! # let everyone = serde_json::to_value(&everyone.data)?;
//! # let user_id = everyone[0]["user_id"].as_str().unwrap();
//! let management = ManagementClient::builder(domain)
//!     .client_credentials(client_id, client_secret)
//!     .transport(Logged(inner)) // a ReqwestTransport, say
//!     .build()?;
//! // POST /oauth/token, then GET /api/v2/users/…
//! let user = management.send(&GetUser::new(user_id)).await?;
//! assert!(user.email.is_some());
//! # Ok(())
//! # }
//! ```

mod body;
mod plain;
mod reqwest;
mod response;
#[cfg(feature = "tracing")]
mod traced;

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;

use http::{HeaderMap, Method};
use url::Url;

pub use self::body::Body;
pub(crate) use self::body::{Reader, Segment};
pub(crate) use self::plain::PlainFirst;
pub use self::reqwest::{ReqwestTransport, ReqwestTransportBuilder};
pub use self::response::{Response, ResponseBody};
#[cfg(feature = "tracing")]
pub use self::traced::Traced;

/// A future in a box, as a [`Transport`] returns it.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Carries one request to the server and its answer back.
///
/// It does not retry, does not follow redirects and keeps no deadline; the clients do, so
/// that every transport behaves alike. Dropping the future abandons the request.
pub trait Transport: Send + Sync + 'static {
    /// Sends the request; answers as soon as the response's head is there.
    ///
    /// # Errors
    ///
    /// Only when no complete head arrived. A status of 4xx or 5xx is a response.
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>>;
}

/// A request, complete with every header the clients add.
///
/// `Debug` leaves out the query, the header values and the body: they may hold credentials.
#[non_exhaustive]
pub struct Request {
    /// The method.
    pub method: Method,
    /// Scheme, host, path and query.
    pub url: Url,
    /// Every header except those that the connection needs (`host`, `content-length`, …).
    pub headers: HeaderMap,
    /// The body; may be empty.
    pub body: Body,
}

impl Request {
    /// A request without headers and body, for who uses a transport without a client.
    pub fn new(method: Method, url: Url) -> Self {
        Self {
            method,
            url,
            headers: HeaderMap::new(),
            body: Body::empty(),
        }
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("host", &self.url.host_str())
            .field("path", &self.url.path())
            .finish_non_exhaustive()
    }
}

/// Why a request got no answer.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    source: Box<dyn StdError + Send + Sync>,
}

/// At which point a [`TransportError`] happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection came about: name resolution, TCP or TLS failed.
    Connect,
    /// An established connection was reset or closed before the answer was complete.
    Disconnected,
    /// The transport itself gave up waiting.
    Timeout,
    /// The answer is longer than any the tenant gives: 64 MiB.
    TooLong,
    /// The request's body could not be read.
    Body,
    /// Anything else.
    Other,
}

impl TransportError {
    /// An error of a transport of your own.
    pub fn new(
        kind: TransportErrorKind,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        Self {
            kind,
            source: source.into(),
        }
    }

    /// At which point it failed.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "no connection to the server",
            TransportErrorKind::Disconnected => "connection lost before the answer was complete",
            TransportErrorKind::Timeout => "the transport gave up waiting",
            TransportErrorKind::TooLong => "the answer is longer than 64 MiB",
            TransportErrorKind::Body => "the request's body could not be read",
            TransportErrorKind::Other => "the request could not be sent",
        })
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.source)
    }
}
