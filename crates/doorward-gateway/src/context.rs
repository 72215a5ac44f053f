//! Everything the endpoints share.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use http::{HeaderMap, HeaderName};

use crate::auth0::{Circuits, LoginClient, Management};
use crate::clock::Clock;
use crate::config::Settings;
use crate::entropy::{Entropy, RequestIds};
use crate::error::GatewayError;
use crate::http::Address;
use crate::metrics::Metrics;
use crate::mongo::Copies;
use crate::refresh::Refreshes;
use crate::session::Sessions;
use crate::userinfo::Shape;

/// The header that chooses a client.
pub(crate) const CLIENT_TYPE: HeaderName = HeaderName::from_static("client-type");
const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// What handlers get as their state.
pub(crate) type Shared = Arc<Context>;

/// The parts of a running gateway.
pub(crate) struct Context {
    pub(crate) settings: Settings,
    /// Each configured client with its way to the tenant, by name.
    pub(crate) clients: HashMap<String, LoginClient>,
    pub(crate) management: Management,
    pub(crate) circuits: Circuits,
    pub(crate) sessions: Sessions,
    pub(crate) refreshes: Refreshes,
    /// Copies of users, when somebody wants them.
    pub(crate) copies: Copies,
    pub(crate) shape: Shape,
    pub(crate) clock: Clock,
    pub(crate) entropy: Entropy,
    pub(crate) request_ids: RequestIds,
    /// Durations of requests; `None` when nobody asked for metrics.
    pub(crate) metrics: Option<Metrics>,
    /// Set when the stop signal has come.
    pub(crate) is_stopping: AtomicBool,
}

impl Context {
    /// The client a request is for: the one its header names, the default one when it names none.
    ///
    /// # Errors
    ///
    /// 401 for an unknown name, or for none without a default.
    pub(crate) fn client(&self, headers: &HeaderMap) -> Result<&LoginClient, GatewayError> {
        let named = match headers.get(CLIENT_TYPE) {
            // A name that is not text is no client's.
            Some(value) => Some(value.to_str().map_err(|_| GatewayError::UnknownClient)?)
                .filter(|name| !name.is_empty()),
            None => None,
        };
        let name = match (named, self.settings.config.default_client.as_deref()) {
            (Some(name), _) | (None, Some(name)) => name,
            (None, None) => return Err(GatewayError::NoClient),
        };
        self.clients.get(name).ok_or(GatewayError::UnknownClient)
    }

    /// The client that made a session.
    ///
    /// # Errors
    ///
    /// 401 when it has left the configuration.
    pub(crate) fn client_of_session(&self, name: &str) -> Result<&LoginClient, GatewayError> {
        self.clients.get(name).ok_or(GatewayError::NoSession)
    }

    /// The address the browser used.
    ///
    /// # Errors
    ///
    /// 400 when the request names no valid host.
    pub(crate) fn address(&self, headers: &HeaderMap) -> Result<Address, GatewayError> {
        Address::of(headers, &self.settings.options.original_protocol_header)
    }

    /// Whether the stop signal has come.
    pub(crate) fn is_stopping(&self) -> bool {
        self.is_stopping.load(Ordering::Relaxed)
    }

    /// Whether sessions can be read, copies of users can be written, and no stop signal has come.
    pub(crate) async fn is_ready(&self) -> bool {
        !self.is_stopping() && self.sessions.ping().await.is_ok() && self.copies.is_there().await
    }
}

/// For whom the gateway calls the tenant: what it passes on of a caller's request.
#[derive(Debug, Clone, Default)]
pub(crate) struct OnBehalf {
    pub(crate) request_id: Option<String>,
    /// The user's own address, for the tenant's protection against guessed passwords.
    pub(crate) forwarded_for: Option<IpAddr>,
}

impl OnBehalf {
    /// Reads what `access` noted and the first address of `X-Forwarded-For`.
    pub(crate) fn of<B>(request: &http::Request<B>) -> Self {
        let addresses = request
            .headers()
            .get(X_FORWARDED_FOR)
            .and_then(|value| value.to_str().ok());
        Self {
            request_id: request
                .extensions()
                .get::<RequestId>()
                .map(|id| id.0.clone()),
            forwarded_for: addresses.and_then(|list| list.split(',').next()?.trim().parse().ok()),
        }
    }
}

/// The id of a request, from its `x-request-id` or made for it.
#[derive(Debug, Clone)]
pub(crate) struct RequestId(pub(crate) String);
