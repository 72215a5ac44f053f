//! Who asks, and which tenant is meant.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use jiff::Timestamp;

use super::ClientCertificate;
use super::journey::Journey;
use crate::domain::parameters::Parameters;
use crate::domain::possession::Held;
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
    /// The thumbprint of the key that the caller has proven to hold.
    pub(crate) key: Option<Arc<str>>,
}

/// Who sent the request.
pub(crate) struct Caller {
    /// The address that counts: the peer's, or the one a trusted proxy names.
    pub(crate) ip: IpAddr,
    /// The address that the connection comes from.
    pub(crate) peer: IpAddr,
    pub(crate) user_agent: String,
    pub(crate) journey: Journey,
    pub(crate) headers: HeaderMap,
    /// Its certificate, when it was asked for one and has it.
    pub(crate) certificate: Option<Arc<ClientCertificate>>,
}

impl Context {
    /// A context for work that no request asked for.
    pub(crate) fn of_process(server: Arc<Server>, tenant: Arc<Tenant>) -> Self {
        let here = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let caller = Caller {
            ip: here,
            peer: here,
            user_agent: String::new(),
            journey: Journey::default(),
            headers: HeaderMap::new(),
            certificate: None,
        };
        Self {
            server,
            tenant,
            caller: Arc::new(caller),
            key: None,
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
        let caller = &self.caller;
        let spokesman = (ip != caller.ip).then(|| caller.ip.to_string());
        let surroundings = Surroundings {
            ip: &ip.to_string(),
            client_ip: spokesman.as_deref(),
            user_agent: &self.caller.user_agent,
            hostname: &self.tenant.names.domain,
            tenant_name: &self.tenant.names.tenant,
            auth0_client: caller.journey.auth0_client(),
            references: caller.journey.references(),
        };
        self.server
            .recorder
            .record(&self.tenant.id, event, &surroundings, self.now());
    }

    /// Notes for the log what these parameters tell of the application's journey.
    pub(crate) fn learn(&self, parameters: &Parameters) {
        let told = |name| parameters.get(name);
        let journey = &self.caller.journey;
        journey.learn(told("correlation_id"), told("auth0Client"));
    }

    /// What tokens for this caller can be bound to.
    pub(crate) fn held(&self) -> Held<'_> {
        let certificate = self.caller.certificate.as_deref();
        Held {
            certificate: certificate.map(ClientCertificate::thumbprint),
            key: self.key.as_deref(),
        }
    }

    /// The same request, of a caller who has proven to hold this key.
    pub(crate) fn holding(self, key: Option<Arc<str>>) -> Self {
        Self { key, ..self }
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
        Ok(Self {
            tenant: Arc::clone(server.tenants.of_host(authority(parts, is_proxied))),
            caller: Arc::new(Caller {
                ip: forwarded.unwrap_or(peer),
                peer,
                user_agent: user_agent.unwrap_or_default().chars().take(512).collect(),
                journey: Journey::read(&parts.headers, parts.uri.query()),
                headers: headers_with_host(parts),
                certificate: certificate(server, parts, is_proxied),
            }),
            server: Arc::clone(server),
            key: None,
        })
    }
}

/// The client's certificate. Behind a proxy it is the proxy's client that counts, and not the proxy.
fn certificate(server: &Server, parts: &Parts, is_proxied: bool) -> Option<Arc<ClientCertificate>> {
    if is_proxied {
        let is_told = server.settings.certificates_from_proxies;
        return ClientCertificate::forwarded(&parts.headers).filter(|_| is_told);
    }
    parts.extensions.get().cloned()
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

/// The last address of `X-Forwarded-For` that is not itself a trusted proxy. It is read from its end: what stands
/// before that address, or before anything that is none, was written by whoever sent the request.
fn forwarded_ip(server: &Server, headers: &HeaderMap) -> Option<IpAddr> {
    let lines = headers.get_all("x-forwarded-for").iter();
    let parts: Vec<&[u8]> = lines
        .flat_map(|line| line.as_bytes().split(|byte| *byte == b','))
        .collect();
    let mut nearest = None;
    for part in parts.into_iter().rev() {
        let Some(ip) = address(part) else {
            break;
        };
        nearest = Some(ip);
        if !server.settings.trusts(ip) {
            break;
        }
    }
    nearest
}

/// An address as proxies write it, some with its port.
fn address(text: &[u8]) -> Option<IpAddr> {
    let text = std::str::from_utf8(text).ok()?.trim();
    let with_port = || Some(text.parse::<SocketAddr>().ok()?.ip());
    let ip = text.parse().ok().or_else(with_port)?;
    Some(ip.to_canonical())
}
