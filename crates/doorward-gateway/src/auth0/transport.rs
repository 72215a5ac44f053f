//! What carries the calls: the SDK's transport, shared by all clients of a gateway.

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use doorward::transport::{BoxFuture, Request, ReqwestTransport, Response, TransportError};

use super::breaker::{Breaker, Circuits};
use crate::authorities;
use crate::gateway::GatewayFailure;
use crate::traces::TracedCalls;

/// Longest wait for a connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// Carries calls to the tenant. Clones share connections.
#[derive(Clone)]
pub struct Transport(Arc<dyn doorward::transport::Transport>);

impl Transport {
    /// A gateway's transport over any of the SDK's.
    pub fn new(transport: impl doorward::transport::Transport) -> Self {
        Self(Arc::new(transport))
    }

    /// The same behind a circuit for each tenant.
    pub(crate) fn guarded(self, circuits: Circuits) -> Self {
        let traced = Arc::new(TracedCalls(self.0));
        Self(Arc::new(Breaker::new(traced, circuits)))
    }
}

impl doorward::transport::Transport for Transport {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        self.0.send(request)
    }
}

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Transport")
    }
}

/// The transport of a gateway on its own: the system's authorities, those in `ca_folder` (every file there is
/// PEM), and the proxies of the usual environment variables.
pub(crate) fn transport(ca_folder: Option<&Path>) -> Result<Transport, GatewayFailure> {
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| GatewayFailure::Tenant(error);
    let mut builder = ReqwestTransport::builder().connect_timeout(CONNECT_TIMEOUT);
    if let Some(folder) = ca_folder {
        for pem in authorities::read(folder).map_err(|error| failed(error.into()))? {
            builder = builder.ca_pem(&pem).map_err(|error| failed(error.into()))?;
        }
    }
    builder
        .build()
        .map(Transport::new)
        .map_err(|error| failed(error.into()))
}
