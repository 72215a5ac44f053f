//! The one way every request takes: headers, deadline, retries, and the answer read whole.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full, Limited};
use url::Url;

use crate::clock::SharedClock;
use crate::domain::Domain;
use crate::error::{ApiError, ArgumentError, Error};
use crate::options::RequestOptions;
use crate::random;
use crate::response::RawResponse;
use crate::retry::{self, RetryPolicy};
use crate::telemetry::{AUTH0_CLIENT, Telemetry};
use crate::transport::{
    Body, Request, ReqwestTransport, Response, Transport, TransportError, TransportErrorKind,
};

/// No answer may be longer than this many bytes. Neither API comes near it.
const ANSWER_LIMIT_BYTES: usize = 64 * 1024 * 1024;

/// Settings that all clients share, while a client is being built.
#[derive(Debug, Default)]
pub(crate) struct HttpSettings {
    pub(crate) transport: Option<SharedTransport>,
    pub(crate) base_url: Option<String>,
    pub(crate) options: RequestOptions,
    pub(crate) telemetry: Telemetry,
    pub(crate) clock: SharedClock,
}

/// A transport as the clients hold it.
#[derive(Clone)]
pub(crate) struct SharedTransport(pub(crate) Arc<dyn Transport>);

impl fmt::Debug for SharedTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Transport")
    }
}

impl HttpSettings {
    /// The dispatcher for `domain`; `timeout` and `retry` are used where the settings say nothing.
    pub(crate) fn dispatcher(
        self,
        domain: &str,
        timeout: Duration,
        retry: RetryPolicy,
    ) -> Result<Dispatcher, Error> {
        self.options.check()?;
        let mut headers = self.options.headers;
        if let Some(value) = self.telemetry.header() {
            headers.insert(AUTH0_CLIENT, value);
        }
        Ok(Dispatcher {
            domain: Domain::parse(domain, self.base_url.as_deref())?,
            transport: match self.transport {
                Some(transport) => transport,
                None => SharedTransport(Arc::new(ReqwestTransport::new()?)),
            },
            headers,
            timeout: self.options.timeout.unwrap_or(timeout),
            retry: self.options.retry.unwrap_or(retry),
            clock: self.clock,
        })
    }
}

/// Sends the requests of one client.
#[derive(Clone)]
pub(crate) struct Dispatcher {
    pub(crate) domain: Domain,
    pub(crate) clock: SharedClock,
    transport: SharedTransport,
    headers: HeaderMap,
    timeout: Duration,
    retry: RetryPolicy,
}

impl fmt::Debug for Dispatcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dispatcher")
            .field("domain", &self.domain)
            .field("timeout", &self.timeout)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}

/// What an operation wants sent.
#[derive(Clone)]
pub(crate) struct Outgoing {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Body,
}

impl Outgoing {
    /// A request without a body.
    pub(crate) fn new(method: Method, url: Url) -> Self {
        Self {
            method,
            url,
            headers: HeaderMap::new(),
            body: Body::empty(),
        }
    }

    /// Adds a body of a media type.
    pub(crate) fn body(mut self, content_type: HeaderValue, body: impl Into<Body>) -> Self {
        self.body = body.into();
        self.headers.insert(CONTENT_TYPE, content_type);
        self
    }

    /// Adds a header.
    pub(crate) fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }
}

/// An answer of status 2xx.
enum Reply {
    Whole(RawResponse),
    Streaming(Response),
}

/// What an attempt ended in when it may be worth another.
enum Failure {
    Refused(RawResponse),
    Lost(TransportError),
}

impl Dispatcher {
    /// The same with another timeout and other retries.
    pub(crate) fn paced(&self, timeout: Duration, retry: RetryPolicy) -> Self {
        Self {
            timeout,
            retry,
            ..self.clone()
        }
    }

    /// Sends a request, with retries; the answer has a status of 2xx and is read whole.
    pub(crate) async fn send(
        &self,
        outgoing: Outgoing,
        options: Option<&RequestOptions>,
    ) -> Result<RawResponse, Error> {
        match self.deliver(outgoing, options, false).await? {
            Reply::Whole(response) => Ok(response),
            Reply::Streaming(response) => Ok(read_whole(response).await?),
        }
    }

    /// As [`send`](Self::send), but the answer's body is still to come, and has no deadline.
    pub(crate) async fn open(
        &self,
        outgoing: Outgoing,
        options: Option<&RequestOptions>,
    ) -> Result<UnsyncBoxBody<Bytes, TransportError>, Error> {
        match self.deliver(outgoing, options, true).await? {
            Reply::Whole(response) => Ok(Full::new(response.body)
                .map_err(|never| match never {})
                .boxed_unsync()),
            Reply::Streaming(response) => Ok(response.body),
        }
    }

    async fn deliver(
        &self,
        mut outgoing: Outgoing,
        options: Option<&RequestOptions>,
        streaming: bool,
    ) -> Result<Reply, Error> {
        self.complete(&mut outgoing, options)?;
        let limit = options.and_then(|o| o.timeout).unwrap_or(self.timeout);
        let policy = options
            .and_then(|o| o.retry.as_ref())
            .unwrap_or(&self.retry);
        let mut retries = 0;
        loop {
            let attempt = self.attempt(outgoing.clone(), streaming);
            let failure = match tokio::time::timeout(limit, attempt).await {
                Err(elapsed) => {
                    let source = elapsed.into();
                    return Err(Error::Timeout { limit, source });
                }
                Ok(Ok(reply)) => return Ok(reply),
                Ok(Err(failure)) => failure,
            };
            let asked = match failure {
                Failure::Refused(response) => {
                    let asked = retry::asked_pause(&response.headers, self.clock.now());
                    if !policy.allows(retries, response.status) {
                        return Err(Error::Api(Box::new(ApiError::new(response, asked))));
                    }
                    asked
                }
                Failure::Lost(error) => {
                    let lost = error.kind() == TransportErrorKind::Disconnected;
                    if !(lost && policy.allows_disconnection(retries)) {
                        return Err(Error::lost(error, limit));
                    }
                    None
                }
            };
            let [chance] = random::bytes()?;
            tokio::time::sleep(policy.pause(retries, asked, chance)).await;
            retries += 1;
        }
    }

    /// Adds the client's headers below those of the operation, and those of the call above.
    fn complete(
        &self,
        outgoing: &mut Outgoing,
        options: Option<&RequestOptions>,
    ) -> Result<(), ArgumentError> {
        let mut headers = self.headers.clone();
        headers.extend(std::mem::take(&mut outgoing.headers));
        if let Some(options) = options {
            options.check()?;
            let own_type = headers.get(CONTENT_TYPE).cloned();
            headers.extend(options.headers.clone());
            if let Some(own_type) = own_type {
                headers.insert(CONTENT_TYPE, own_type);
            }
            if !options.query.is_empty() {
                outgoing.url.query_pairs_mut().extend_pairs(&options.query);
            }
        }
        outgoing.headers = headers;
        Ok(())
    }

    async fn attempt(&self, outgoing: Outgoing, streaming: bool) -> Result<Reply, Failure> {
        let request = Request {
            method: outgoing.method,
            url: outgoing.url,
            headers: outgoing.headers,
            body: outgoing.body,
        };
        let response = self.transport.0.send(request).await?;
        if streaming && response.status.is_success() {
            return Ok(Reply::Streaming(response));
        }
        let response = read_whole(response).await?;
        if response.status.is_success() {
            Ok(Reply::Whole(response))
        } else {
            Err(Failure::Refused(response))
        }
    }
}

impl From<TransportError> for Failure {
    fn from(error: TransportError) -> Self {
        Self::Lost(error)
    }
}

/// Reads a body to its end. One that arrives in one piece is not copied.
async fn read_whole(response: Response) -> Result<RawResponse, TransportError> {
    let collected = Limited::new(response.body, ANSWER_LIMIT_BYTES)
        .collect()
        .await
        .map_err(|error| match error.downcast::<TransportError>() {
            Ok(error) => *error,
            Err(too_long) => TransportError::new(TransportErrorKind::Other, too_long),
        })?;
    Ok(RawResponse {
        status: response.status,
        headers: response.headers,
        body: collected.to_bytes(),
    })
}

/// The settings every client has, as methods of its builder, which keeps them in `self.http`.
macro_rules! http_setters {
    () => {
        /// Carries the requests, instead of a [`ReqwestTransport`](crate::transport::ReqwestTransport)
        /// of its own.
        pub fn transport(mut self, transport: impl crate::transport::Transport) -> Self {
            self.http.transport = Some(crate::dispatch::SharedTransport(std::sync::Arc::new(
                transport,
            )));
            self
        }

        /// Sends requests to this http or https URL instead of `https://{domain}`: a tenant in
        /// development, or a reverse proxy. Issuer and audiences stay those of the domain.
        pub fn base_url(mut self, url: impl Into<String>) -> Self {
            self.http.base_url = Some(url.into());
            self
        }

        /// Sends a header with every request, token requests included. A header of the same name
        /// that an operation needs goes before it.
        pub fn header(mut self, name: &str, value: &str) -> Self {
            self.http.options = self.http.options.header(name, value);
            self
        }

        /// How long one attempt of a call may take.
        pub fn timeout(mut self, limit: std::time::Duration) -> Self {
            self.http.options = self.http.options.timeout(limit);
            self
        }

        /// Which failures are tried again.
        pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
            self.http.options = self.http.options.retry(policy);
            self
        }

        /// Whether to tell the tenant name and version of this crate (`Auth0-Client`). Yes unless
        /// said otherwise.
        pub fn telemetry(mut self, enabled: bool) -> Self {
            self.http.telemetry = if enabled {
                crate::telemetry::Telemetry::Own
            } else {
                crate::telemetry::Telemetry::Off
            };
            self
        }

        /// What to tell the tenant instead of name and version of this crate: an object with at
        /// least a `name`.
        #[doc(alias = "clientInfo")]
        pub fn client_info(mut self, info: serde_json::Value) -> Self {
            self.http.telemetry = crate::telemetry::Telemetry::Given(info);
            self
        }

        /// Judges lifetimes and dates by this clock instead of the machine's.
        pub fn clock(mut self, clock: impl crate::clock::Clock) -> Self {
            self.http.clock = crate::clock::SharedClock::new(clock);
            self
        }
    };
}
pub(crate) use http_setters;
