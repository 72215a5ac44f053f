//! Who asks, and which tenant is meant.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use base64::Engine as _;
use base64::prelude::{
    BASE64_STANDARD, BASE64_STANDARD_NO_PAD, BASE64_URL_SAFE, BASE64_URL_SAFE_NO_PAD,
};
use jiff::Timestamp;
use serde_json::Value;

use crate::events::{Event, Surroundings};
use crate::server::Server;
use crate::store::Store;
use crate::tenant::Tenant;

/// Everything a handler needs besides its own input. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Context {
    pub(crate) server: Arc<Server>,
    pub(crate) tenant: Arc<Tenant>,
    pub(crate) caller: Arc<Caller>,
}

/// Who sent the request.
pub(crate) struct Caller {
    /// The address that counts: the peer's, or the one a trusted proxy names.
    pub(crate) ip: IpAddr,
    /// The address that the connection comes from.
    pub(crate) peer: IpAddr,
    pub(crate) user_agent: String,
    /// The SDK, as it tells itself in `Auth0-Client`.
    pub(crate) auth0_client: Option<Value>,
    pub(crate) headers: HeaderMap,
}

impl Context {
    /// A context for work that no request asked for.
    pub(crate) fn of_process(server: Arc<Server>, tenant: Arc<Tenant>) -> Self {
        let here = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let caller = Caller {
            ip: here,
            peer: here,
            user_agent: String::new(),
            auth0_client: None,
            headers: HeaderMap::new(),
        };
        Self {
            server,
            tenant,
            caller: Arc::new(caller),
        }
    }

    /// The time now.
    pub(crate) fn now(&self) -> Timestamp {
        self.server.clock.now()
    }

    /// The store of all tenants; every statement names this one.
    pub(crate) fn store(&self) -> &Store {
        &self.server.store
    }

    /// The key of this tenant's rows, to be moved into a unit of work.
    pub(crate) fn tenant_id(&self) -> String {
        self.tenant.id.clone()
    }

    /// Notes in the tenant's log that something happened.
    pub(crate) fn record(&self, event: &Event) {
        self.record_from(event, self.caller.ip);
    }

    /// The same, for a caller who speaks for somebody at `ip`.
    pub(crate) fn record_from(&self, event: &Event, ip: IpAddr) {
        let surroundings = Surroundings {
            ip: &ip.to_string(),
            user_agent: &self.caller.user_agent,
            hostname: &self.tenant.names.domain,
            tenant_name: &self.tenant.names.tenant,
            auth0_client: self.caller.auth0_client.clone(),
        };
        self.server
            .recorder
            .record(&self.tenant.id, event, &surroundings, self.now());
    }

    /// A request header as text; `None` when it is missing or not text.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.caller.headers.get(name)?.to_str().ok()
    }
}

impl FromRequestParts<Arc<Server>> for Context {
    type Rejection = Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        server: &Arc<Server>,
    ) -> Result<Self, Infallible> {
        let peer = peer(parts);
        let is_proxied = server.settings.trusts(peer);
        let forwarded = is_proxied
            .then(|| forwarded_ip(server, &parts.headers))
            .flatten();
        let user_agent = parts
            .headers
            .get(header::USER_AGENT)
            .and_then(|value| value.to_str().ok());
        let auth0_client = parts.headers.get("auth0-client");
        Ok(Self {
            tenant: Arc::clone(server.tenants.of_host(authority(parts, is_proxied))),
            caller: Arc::new(Caller {
                ip: forwarded.unwrap_or(peer),
                peer,
                user_agent: user_agent.unwrap_or_default().chars().take(512).collect(),
                auth0_client: auth0_client.and_then(|value| sdk(value.as_bytes())),
                headers: headers_with_host(parts),
            }),
            server: Arc::clone(server),
        })
    }
}

/// The headers, with a `host` under HTTP/2 too, which names it in `:authority` alone (RFC 9113, 8.3.1).
fn headers_with_host(parts: &Parts) -> HeaderMap {
    let mut headers = parts.headers.clone();
    if let Some(authority) = parts.uri.authority()
        && let Ok(host) = authority.as_str().parse()
    {
        headers.entry(header::HOST).or_insert(host);
    }
    headers
}

/// The tenant that a request means, for handlers that do not care who asks.
pub(crate) struct Meant(pub(crate) Arc<Tenant>);

impl FromRequestParts<Arc<Server>> for Meant {
    type Rejection = Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        server: &Arc<Server>,
    ) -> Result<Self, Infallible> {
        let is_proxied = server.settings.trusts(peer(parts));
        Ok(Self(Arc::clone(
            server.tenants.of_host(authority(parts, is_proxied)),
        )))
    }
}

fn peer(parts: &Parts) -> IpAddr {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| {
        peer.0.ip().to_canonical()
    })
}

fn authority(parts: &Parts, is_proxied: bool) -> &str {
    let header = |name: &str| {
        parts
            .headers
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    let forwarded = is_proxied.then(|| header("x-forwarded-host")).flatten();
    forwarded
        .or_else(|| header("host"))
        .or_else(|| parts.uri.authority().map(|authority| authority.as_str()))
        .unwrap_or_default()
        .trim()
}

/// The last address of `X-Forwarded-For` that is not itself a trusted proxy: those before it were written by
/// whoever sent the request.
fn forwarded_ip(server: &Server, headers: &HeaderMap) -> Option<IpAddr> {
    let listed = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok());
    let all: Vec<IpAddr> = listed
        .flat_map(|value| value.split(','))
        .map_while(|part| part.trim().parse().ok())
        .collect();
    all.iter()
        .rev()
        .find(|ip| !server.settings.trusts(**ip))
        .or(all.first())
        .copied()
}

/// Decodes `Auth0-Client`, JSON in any of the base64 alphabets that SDKs use. Anything else is ignored.
fn sdk(header: &[u8]) -> Option<Value> {
    if header.len() > 2048 {
        return None;
    }
    let alphabets = [
        BASE64_STANDARD,
        BASE64_URL_SAFE_NO_PAD,
        BASE64_URL_SAFE,
        BASE64_STANDARD_NO_PAD,
    ];
    let json = alphabets
        .iter()
        .find_map(|alphabet| alphabet.decode(header).ok())?;
    serde_json::from_slice(&json).ok().filter(Value::is_object)
}
