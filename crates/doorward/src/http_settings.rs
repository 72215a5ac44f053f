//! What all clients can be told about their requests, while they are being built.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::clock::SharedClock;
use crate::dispatch::Dispatcher;
use crate::domain::Domain;
use crate::error::Error;
use crate::options::RequestOptions;
use crate::rate_limit::RateLimit;
use crate::retry::RetryPolicy;
use crate::telemetry::{AUTH0_CLIENT, Telemetry};
use crate::transport::{PlainFirst, ReqwestTransport, Transport};

/// Settings that all clients share, while a client is being built.
#[derive(Debug, Default)]
pub(crate) struct HttpSettings {
    pub(crate) transport: Option<SharedTransport>,
    pub(crate) base_url: Option<String>,
    pub(crate) options: RequestOptions,
    pub(crate) telemetry: Telemetry,
    pub(crate) clock: SharedClock,
    pub(crate) rate_limit: Option<RateLimit>,
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
        let domain = Domain::parse(domain, self.base_url.as_deref())?;
        let transport = match self.transport {
            Some(transport) => transport,
            None if domain.is_plain()
                && !PlainFirst::needs_tls(|name| std::env::var(name).ok()) =>
            {
                SharedTransport(Arc::new(PlainFirst::new()?))
            }
            None => SharedTransport(Arc::new(ReqwestTransport::new()?)),
        };
        Ok(Dispatcher {
            domain,
            transport,
            headers,
            timeout: self.options.timeout.unwrap_or(timeout),
            deadline: self.options.deadline,
            retry: self.options.retry.unwrap_or(retry),
            clock: self.clock,
            rate_limit: self.rate_limit,
        })
    }
}

/// The settings every client has, as methods of its builder, which keeps them in `self.http`.
macro_rules! http_setters {
    () => {
        /// Carries the requests, instead of a [`ReqwestTransport`](crate::transport::ReqwestTransport)
        /// of its own.
        pub fn transport(mut self, transport: impl crate::transport::Transport) -> Self {
            self.http.transport = Some(crate::http_settings::SharedTransport(std::sync::Arc::new(
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

        /// How long a call may take with all of its attempts, pauses and the token it needs. Without
        /// end unless said otherwise. A pause that would not end in time is not begun.
        pub fn deadline(mut self, limit: std::time::Duration) -> Self {
            self.http.options = self.http.options.deadline(limit);
            self
        }

        /// Which failures are tried again.
        pub fn retry(mut self, policy: crate::RetryPolicy) -> Self {
            self.http.options = self.http.options.retry(policy);
            self
        }

        /// Paces requests, those of all clients that share `limit` together. Not at all unless
        /// said otherwise.
        pub fn rate_limit(mut self, limit: crate::RateLimit) -> Self {
            self.http.rate_limit = Some(limit);
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
