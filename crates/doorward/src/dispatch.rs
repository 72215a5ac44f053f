//! The one way every request takes: headers, deadline, retries, and the answer read whole.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use http_body::Body as _;
use http_body_util::{BodyExt, Limited};
use tokio::time::Instant;
use url::Url;

use crate::authentication::Asserted;
use crate::clock::SharedClock;
use crate::domain::Domain;
use crate::dpop::{Bound, DPOP};
use crate::error::{ApiError, ArgumentError, Error};
use crate::http_settings::SharedTransport;
use crate::options::RequestOptions;
use crate::random;
use crate::rate_limit::RateLimit;
use crate::response::RawResponse;
use crate::retry::{self, RetryPolicy};
use crate::telemetry::AUTH0_CLIENT;
use crate::transport::{Body, Request, Response, ResponseBody, TransportError, TransportErrorKind};

/// No answer may be longer than this many bytes. Neither API comes near it.
const ANSWER_LIMIT_BYTES: usize = 64 * 1024 * 1024;

/// Sends the requests of one client.
#[derive(Clone)]
pub(crate) struct Dispatcher {
    pub(crate) domain: Domain,
    pub(crate) clock: SharedClock,
    pub(crate) transport: SharedTransport,
    /// Sent with every request, below those of the operation.
    pub(crate) headers: HeaderMap,
    pub(crate) timeout: Duration,
    pub(crate) deadline: Option<Duration>,
    pub(crate) retry: RetryPolicy,
    pub(crate) rate_limit: Option<RateLimit>,
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
    /// What proves the key that its token is bound to, in each attempt anew.
    pub(crate) bound: Option<Bound>,
    /// What its client presents itself with, in each attempt after the first anew.
    pub(crate) asserted: Option<Arc<Asserted>>,
}

impl Outgoing {
    /// A request without a body.
    pub(crate) fn new(method: Method, url: Url) -> Self {
        Self {
            method,
            url,
            headers: HeaderMap::new(),
            body: Body::empty(),
            bound: None,
            asserted: None,
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

    fn keep_nonce(&self, headers: &HeaderMap) {
        if let Some(bound) = &self.bound {
            bound.keep(headers);
        }
    }

    fn is_asked_for_nonce(&self, refusal: &ApiError) -> bool {
        let bound = self.bound.as_ref();
        bound.is_some_and(|bound| bound.is_asked_for_nonce(refusal))
    }
}

/// An answer of status 2xx.
enum Reply {
    Whole(RawResponse),
    Streaming(Response),
}

impl Reply {
    fn headers(&self) -> &HeaderMap {
        match self {
            Reply::Whole(response) => &response.headers,
            Reply::Streaming(response) => &response.headers,
        }
    }
}

/// What an attempt ended in when it may be worth another.
enum Failure {
    Refused(RawResponse),
    Lost(TransportError),
}

impl Dispatcher {
    /// The same with another timeout and other retries. What is limited is another API: it does not
    /// count. Who asks keeps the deadline.
    pub(crate) fn paced(&self, timeout: Duration, retry: RetryPolicy) -> Self {
        Self {
            rate_limit: None,
            deadline: None,
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
        let delivered = self.deliver(outgoing, options, false);
        match self.within(options, delivered).await? {
            Reply::Whole(response) => Ok(response),
            Reply::Streaming(response) => Ok(read_whole(response).await?),
        }
    }

    /// As [`send`](Self::send), but the answer's body is still to come, and has no deadline.
    pub(crate) async fn open(
        &self,
        outgoing: Outgoing,
        options: Option<&RequestOptions>,
    ) -> Result<ResponseBody, Error> {
        let delivered = self.deliver(outgoing, options, true);
        match self.within(options, delivered).await? {
            Reply::Whole(response) => Ok(response.body.into()),
            Reply::Streaming(response) => Ok(response.body),
        }
    }

    /// Fetches from another server, with nothing of this client's and in one attempt of at most `limit`. The
    /// answer's body is still to come.
    pub(crate) async fn fetch(
        &self,
        request: Request,
        limit: Duration,
    ) -> Result<ResponseBody, Error> {
        let begun = tokio::time::timeout(limit, async {
            let response = self.transport.0.send(request).await?;
            match response.status.is_success() {
                true => Ok(response.body),
                false => Err(Failure::Refused(read_whole(response).await?)),
            }
        });
        match begun.await {
            Ok(Ok(body)) => Ok(body),
            Ok(Err(Failure::Refused(response))) => {
                Err(Error::Api(Box::new(ApiError::new(response, None))))
            }
            Ok(Err(Failure::Lost(error))) => Err(Error::lost(error, limit)),
            Err(elapsed) => {
                let source = elapsed.into();
                Err(Error::Timeout { limit, source })
            }
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
        // A deadline that no clock reaches is none.
        let end = self
            .deadline(options)
            .and_then(|limit| Instant::now().checked_add(limit));
        let mut retries = 0;
        let mut has_nonce = false;
        loop {
            if let Some(limit) = &self.rate_limit {
                limit.turn(end).await?;
            }
            let is_first = retries == 0 && !has_nonce;
            let attempt = self.attempt(self.request(&outgoing, is_first).await?, streaming);
            let failure = match tokio::time::timeout(limit, attempt).await {
                Err(elapsed) => {
                    let source = elapsed.into();
                    return Err(Error::Timeout { limit, source });
                }
                Ok(Ok(reply)) => {
                    outgoing.keep_nonce(reply.headers());
                    return Ok(reply);
                }
                Ok(Err(failure)) => failure,
            };
            let (error, asked, is_worth_another) = match failure {
                Failure::Refused(response) => {
                    let status = response.status;
                    let asked = retry::asked_pause(&response.headers, self.clock.now());
                    if let (StatusCode::TOO_MANY_REQUESTS, Some(limit), Some(asked)) =
                        (status, &self.rate_limit, asked)
                    {
                        limit.hold(asked);
                    }
                    let refusal = ApiError::new(response, asked);
                    let is_repeatable = outgoing.body.is_repeatable();
                    if outgoing.is_asked_for_nonce(&refusal) && !has_nonce && is_repeatable {
                        has_nonce = true;
                        continue;
                    }
                    let error = Error::Api(Box::new(refusal));
                    (error, asked, policy.allows(retries, status))
                }
                Failure::Lost(error) => {
                    let lost = error.kind() == TransportErrorKind::Disconnected;
                    let again = lost && policy.allows_disconnection(retries, &outgoing.method);
                    (Error::lost(error, limit), None, again)
                }
            };
            let [chance] = random::bytes()?;
            let pause = policy.pause(retries, asked, chance);
            // Who has no time left for another attempt learns at once why there has to be one.
            let is_in_time = end.is_none_or(|end| Instant::now() + pause < end);
            if !(is_worth_another && is_in_time && outgoing.body.is_repeatable()) {
                return Err(error);
            }
            tokio::time::sleep(pause).await;
            retries += 1;
        }
    }

    /// How long a call may take with all of its attempts.
    fn deadline(&self, options: Option<&RequestOptions>) -> Option<Duration> {
        options.and_then(|o| o.deadline).or(self.deadline)
    }

    /// Carries out `call` within the deadline, if there is one.
    pub(crate) async fn within<T>(
        &self,
        options: Option<&RequestOptions>,
        call: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Error> {
        let Some(limit) = self.deadline(options) else {
            return call.await;
        };
        tokio::time::timeout(limit, call)
            .await
            .unwrap_or_else(|elapsed| {
                let source = elapsed.into();
                Err(Error::Timeout { limit, source })
            })
    }

    /// What one attempt sends.
    async fn request(&self, outgoing: &Outgoing, is_first: bool) -> Result<Request, Error> {
        let mut headers = outgoing.headers.clone();
        if let Some(bound) = &outgoing.bound {
            let proof = bound.proof(&outgoing.method, &outgoing.url, self.clock.now())?;
            headers.insert(DPOP, proof);
        }
        let body = match &outgoing.asserted {
            Some(asserted) if !is_first => asserted.renewed(self.clock.now()).await?,
            _ => outgoing.body.clone(),
        };
        Ok(Request {
            method: outgoing.method.clone(),
            url: outgoing.url.clone(),
            headers,
            body,
        })
    }

    /// Adds the client's headers below those of the operation, and those of the call above.
    fn complete(
        &self,
        outgoing: &mut Outgoing,
        options: Option<&RequestOptions>,
    ) -> Result<(), ArgumentError> {
        let mut headers = match options {
            Some(options) if options.replaces_headers => {
                let own = self.headers.get(&AUTH0_CLIENT).cloned();
                HeaderMap::from_iter(own.map(|own| (AUTH0_CLIENT, own)))
            }
            _ => self.headers.clone(),
        };
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

    async fn attempt(&self, request: Request, streaming: bool) -> Result<Reply, Failure> {
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
    let too_long = |source: Box<dyn std::error::Error + Send + Sync>| {
        TransportError::new(TransportErrorKind::TooLong, source)
    };
    if response.body.size_hint().lower() > ANSWER_LIMIT_BYTES as u64 {
        return Err(too_long("its length is announced".into()));
    }
    let collected = Limited::new(response.body, ANSWER_LIMIT_BYTES)
        .collect()
        .await
        .map_err(|error| match error.downcast::<TransportError>() {
            Ok(error) => *error,
            Err(source) => too_long(source),
        })?;
    Ok(RawResponse {
        status: response.status,
        headers: response.headers,
        body: collected.to_bytes(),
    })
}
