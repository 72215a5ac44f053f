//! The gateway inside `doorward serve`: pointed at its own tenant, with one demo client or a file.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use axum::Router;
use doorward::transport::ReqwestTransport;
use doorward_gateway::config::{Config, Inherited, SessionStore};
use doorward_gateway::{Gateway, GatewayFailure, Settings, Surroundings, Transport};
use doorward_tenant::{Bootstrap, Clock, Entropy};
use serde_json::json;

use super::data_dir::DataDir;
use super::demo_client::DemoClient;
use super::problems::Problems;

/// How long a start waits for Redis.
const PATIENCE: Duration = Duration::from_secs(3);

/// The client of the demo page, in the gateway's configuration.
const DEMO_PAGE: &str = "demo-page";

/// Why the gateway did not start.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GatewayError {
    #[error("gateway_config: needed, because this data has no demo client")]
    NoDemo,
    #[error("gateway: the demo client cannot be used")]
    Demo(#[from] doorward_gateway::Problems),
    #[error("the gateway cannot trust the tenant's certificate")]
    Certificate(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("the gateway did not start")]
    Start(#[from] GatewayFailure),
}

/// What is known of the gateway before there is a tenant.
pub(crate) struct GatewaySettings {
    pub(crate) address: SocketAddr,
    /// The content of its config file; the demo client without one.
    pub(crate) config: Option<Config>,
    /// The variables of `doorward gateway`, as far as `serve` has no option for what they say.
    environment: Inherited,
}

impl GatewaySettings {
    /// Reads the config file, if one is named, and the environment. `None` when a problem was noted.
    pub(crate) fn read(
        address: SocketAddr,
        file: Option<&str>,
        problems: &mut Problems,
    ) -> Option<Self> {
        let environment = Inherited::from_env(|name| std::env::var(name).ok());
        let environment = environment.map_err(|found| {
            for line in found.lines() {
                problems.add_line(line);
            }
        });
        let mut gateway = Self {
            address,
            config: None,
            environment: environment.ok()?,
        };
        if let Some(file) = file {
            let (config, warnings) = read_config(file, problems)?;
            gateway.config = Some(config);
            gateway.environment.warnings.extend(warnings);
        }
        Some(gateway)
    }
}

/// The content of a config file, and what is odd about it.
fn read_config(file: &str, problems: &mut Problems) -> Option<(Config, Vec<String>)> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"));
    let text = problems.take("gateway_config", text)?;
    let read = Config::from_json(&text).map_err(|found| {
        for line in found.lines() {
            problems.add("gateway_config", line);
        }
    });
    read.ok()
}

/// What the gateway is given by the process that it shares with the tenant.
pub(crate) struct Neighbours<'n> {
    pub(crate) data: &'n DataDir,
    pub(crate) clock: Clock,
    pub(crate) entropy: Entropy,
    /// Demo credentials; none in production.
    pub(crate) bootstrap: Option<&'n Bootstrap>,
    /// The client of the demo page, if there is to be one.
    pub(crate) demo_client: Option<DemoClient>,
    /// The certificate of the tenant's own authority.
    pub(crate) ca_file: Option<&'n Path>,
}

/// Makes the gateway; it calls the tenant only when somebody calls it.
pub(crate) async fn start(
    wanted: GatewaySettings,
    neighbours: Neighbours<'_>,
) -> Result<Gateway, GatewayError> {
    let Inherited {
        mut options,
        session_store,
        warnings,
        ..
    } = wanted.environment;
    // The process drains its own listeners; nothing in front of it looks at readiness first.
    options.delay_shutdown = Duration::ZERO;
    let settings = Settings {
        config: match (wanted.config, neighbours.bootstrap) {
            (Some(config), _) => config,
            (None, Some(bootstrap)) => {
                let demo = demo(bootstrap, neighbours.demo_client.as_ref());
                Config::from_json(&demo.to_string())?.0
            }
            (None, None) => return Err(GatewayError::NoDemo),
        },
        session_store: session_store
            .unwrap_or_else(|| SessionStore::Embedded(neighbours.data.file("gateway"))),
        options,
        warnings,
    };
    let (clock, entropy) = (neighbours.clock, neighbours.entropy);
    let surroundings = Surroundings {
        clock: doorward_gateway::Clock::new(move || clock.now()),
        entropy: doorward_gateway::Entropy::new(move |to| {
            entropy.fill(to);
            Ok(())
        }),
        transport: transport(neighbours.ca_file)?,
    };
    Ok(Gateway::new(settings, surroundings).await?)
}

/// Waits until sessions can be read. After a while the process goes on without: Redis may come later, and
/// `/-/ready` tells when.
pub(crate) async fn wait_until_ready(gateway: &Gateway) {
    let ready = async {
        while !gateway.is_ready().await {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    if tokio::time::timeout(PATIENCE, ready).await.is_err() {
        tracing::warn!("REDIS_HOSTS: Redis does not answer; the gateway waits for it");
    }
}

/// The configuration with the tenant's own demo application, and the client of the demo page.
fn demo(bootstrap: &Bootstrap, page: Option<&DemoClient>) -> serde_json::Value {
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
    let mut config = json!({
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
    });
    if let Some(page) = page {
        config["clients"][DEMO_PAGE] = json!({
            "auth0Url": bootstrap.issuer,
            "clientId": page.client_id,
            "clientSecret": page.client_secret,
            "redirectUrl": Gateway::DEMO_PAGE,
            "scopes": ["openid", "profile", "email", "offline_access", "website"],
            "authorizeStateRequired": true,
            "sameSite": "Lax",
        });
    }
    config
}

/// The gateway's endpoints, and the demo page if its client is configured.
pub(crate) fn router(gateway: &Gateway) -> Router {
    match gateway.demo_page(DEMO_PAGE) {
        Some(page) => gateway.router().merge(page),
        None => gateway.router(),
    }
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
