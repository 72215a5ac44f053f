//! The gateway inside `doorward serve`: pointed at its own tenant, with one demo client or a file.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use doorward::transport::ReqwestTransport;
use doorward_gateway::config::{Config, SessionStore};
use doorward_gateway::{Gateway, GatewayFailure, Settings, Surroundings, Transport};
use doorward_tenant::{Bootstrap, Clock};
use serde_json::json;

use super::data_dir::DataDir;

/// Why the gateway did not start.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GatewayError {
    #[error("gateway_config: {0} cannot be read")]
    Unreadable(std::path::PathBuf, #[source] std::io::Error),
    #[error("gateway_config: {0}")]
    Config(String),
    #[error("gateway_config: production needs a file, there is no demo client")]
    NoDemo,
    #[error("the gateway cannot trust the tenant's certificate")]
    Certificate(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("the gateway did not start")]
    Start(#[from] GatewayFailure),
}

/// What the gateway is given by the process that it shares with the tenant.
pub(crate) struct Neighbours<'n> {
    pub(crate) data: &'n DataDir,
    pub(crate) clock: Clock,
    /// Demo credentials; none in production.
    pub(crate) bootstrap: Option<&'n Bootstrap>,
    /// The certificate of the tenant's own authority.
    pub(crate) ca_file: Option<&'n Path>,
    pub(crate) gateway_config: Option<&'n Path>,
}

/// Makes the gateway; it calls the tenant only when somebody calls it.
pub(crate) async fn start(neighbours: &Neighbours<'_>) -> Result<Gateway, GatewayError> {
    let config = config(neighbours)?;
    let store = SessionStore::Embedded(neighbours.data.file("gateway"));
    let mut settings = Settings::new(config, store);
    // The process drains its own listeners; nothing in front of it looks at readiness first.
    settings.options.delay_shutdown = Duration::ZERO;
    let clock = neighbours.clock.clone();
    let surroundings = Surroundings {
        clock: doorward_gateway::Clock::new(move || clock.now()),
        transport: transport(neighbours.ca_file)?,
        ..Surroundings::default()
    };
    Ok(Gateway::new(settings, surroundings).await?)
}

fn config(neighbours: &Neighbours<'_>) -> Result<Config, GatewayError> {
    let text = match (neighbours.gateway_config, neighbours.bootstrap) {
        (Some(file), _) => std::fs::read_to_string(file)
            .map_err(|error| GatewayError::Unreadable(file.to_owned(), error))?,
        (None, Some(bootstrap)) => demo(bootstrap).to_string(),
        (None, None) => return Err(GatewayError::NoDemo),
    };
    let (config, warnings) = Config::from_json(&text)
        .map_err(|problems| GatewayError::Config(problems.lines().join("; ")))?;
    for warning in warnings {
        tracing::warn!("gateway_config: {warning}");
    }
    Ok(config)
}

/// The configuration with one client, the tenant's own demo application.
fn demo(bootstrap: &Bootstrap) -> serde_json::Value {
    let web = bootstrap
        .applications
        .iter()
        .find(|client| client.app_type == "regular_web");
    let (client_id, secret, callback) = web.map_or(("", "", ""), |client| {
        let secret = client.client_secret.as_deref().unwrap_or_default();
        (
            client.client_id.as_str(),
            secret,
            client.callbacks.first().map_or("", String::as_str),
        )
    });
    let database = &bootstrap.connections.database;
    json!({
        "clients": {
            "demo": {
                "auth0Url": bootstrap.issuer,
                "clientId": client_id,
                "clientSecret": secret,
                "redirectUrl": callback,
                "scopes": ["openid", "profile", "email", "offline_access"],
                "supportedConnections": [database.name],
                "defaultConnection": database.name,
            },
        },
        "defaultClient": "demo",
        "managementClient": {
            "auth0Url": bootstrap.issuer,
            "clientId": bootstrap.management.client_id,
            "clientSecret": bootstrap.management.client_secret,
            "supportedConnectionsMap": { &database.name: { "connectionId": database.id } },
            "defaultManagementConnectionName": database.name,
        },
    })
}

/// A transport that trusts the tenant's own authority; `None` when the certificate is a public one.
fn transport(ca_file: Option<&Path>) -> Result<Option<Transport>, GatewayError> {
    let Some(ca_file) = ca_file else {
        return Ok(None);
    };
    let pem = std::fs::read(ca_file).map_err(|error| GatewayError::Certificate(error.into()))?;
    let transport = ReqwestTransport::builder()
        .ca_pem(&pem)
        .and_then(|builder| builder.build())
        .map_err(|error| GatewayError::Certificate(error.into()))?;
    Ok(Some(Transport::new(transport)))
}

/// Where the gateway is, for people and for `bootstrap.json`.
pub(crate) fn url(address: SocketAddr) -> String {
    format!("http://{address}")
}
