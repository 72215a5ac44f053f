//! The life of the process: listeners, tenant, bootstrap file, ready line, drain.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use doorward_tenant::{Bootstrap, Clock, Doorward, Entropy, Mode, StartError};
use rustls::ServerConfig;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;

use super::authority::{self, TlsError};
use super::data_dir::{DataDir, DataDirError};
use super::gateway::{self, GatewayError, Neighbours};
use super::settings::{Settings, Tls};
use super::tenant_file::{self, TenantFileError};
use super::welcome::Welcome;

/// Why the process did not run.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ProcessError {
    #[error(transparent)]
    DataDir(#[from] DataDirError),
    #[error(transparent)]
    Tls(#[from] TlsError),
    #[error(transparent)]
    Start(#[from] StartError),
    #[error(transparent)]
    Gateway(#[from] GatewayError),
    #[error(transparent)]
    TenantFile(#[from] TenantFileError),
    #[error("{key}: cannot listen on {address}")]
    Listen {
        key: &'static str,
        address: SocketAddr,
        #[source]
        source: io::Error,
    },
    #[error("signals cannot be received")]
    Signals(#[source] io::Error),
}

/// Runs until SIGTERM or Ctrl-C.
pub(crate) async fn run(settings: Settings) -> Result<(), ProcessError> {
    let data = DataDir::open(&settings.data_dir)?;
    let (entropy, clock) = (Entropy::default(), Clock::default());
    let is_first = !data.file("bootstrap.json").exists();
    let gateway_listener = match settings.gateway {
        Some(address) => Some(listen("gateway", address).await?),
        None => None,
    };
    let https = listen("https", settings.https).await?;
    let http = listen("http", settings.http).await?;
    let port = local_address("https", &https, settings.https)?.port();
    let domain = settings
        .domain
        .clone()
        .unwrap_or_else(|| format!("localhost:{port}"));
    let (tls, ca_file) = tls(&settings, &data, &domain, &clock)?;
    let tenant = tenant_settings(&settings, &data, domain, &entropy)?;
    let doorward = Doorward::start(tenant, clock.clone(), entropy).await?;
    tenant_file::apply(&settings, &doorward).await?;

    // Before the ready line: whoever reads it may ask for the end at once.
    let mut end = End::listen()?;
    let (stop, stopping) = watch::channel(false);
    let plain = local_address("http", &http, settings.http)?;
    let mut listeners = vec![tokio::spawn(doorward_tenant::serve(
        http,
        None,
        doorward.router(),
        stopping.clone(),
    ))];
    if let Some(tls) = tls {
        let served = doorward_tenant::serve(https, Some(tls), doorward.router(), stopping.clone());
        listeners.push(tokio::spawn(served));
    }
    let mut gateway = None;
    if let Some((listener, wanted)) = gateway_listener.zip(settings.gateway) {
        let address = local_address("gateway", &listener, wanted)?;
        let neighbours = Neighbours {
            data: &data,
            clock,
            bootstrap: doorward.bootstrap(),
            ca_file: ca_file.as_deref(),
            gateway_config: settings.gateway_config.as_deref(),
        };
        let started = gateway::start(&neighbours).await?;
        let (stop, stopping) = watch::channel(false);
        let served = doorward_tenant::serve(listener, None, started.router(), stopping);
        gateway = Some((started, address, stop, tokio::spawn(served)));
    }
    let gateway_address = gateway.as_ref().map(|(_, address, ..)| *address);
    if let Some(bootstrap) = doorward.bootstrap() {
        let content = content(bootstrap, plain, ca_file.as_deref(), gateway_address);
        data.write_private("bootstrap.json", &format!("{content:#}\n"))?;
        let welcome = Welcome {
            bootstrap,
            http: plain,
            gateway: gateway_address,
            ca_file,
            data_dir: settings.data_dir.clone(),
            is_first,
        };
        eprint!("{welcome}");
    }
    announce(&doorward);
    end.asked_for().await;
    tracing::info!("draining");
    // The gateway first: what it still answers, it asks the tenant.
    if let Some((gateway, _, stop, listener)) = gateway {
        gateway.begin_shutdown();
        let _ = stop.send(true);
        let _ = listener.await;
        gateway.close().await;
    }
    let _ = stop.send(true);
    for listener in listeners {
        let _ = listener.await;
    }
    doorward.stop().await;
    Ok(())
}

/// The one line on stdout: scripts wait for it.
#[expect(clippy::print_stdout, reason = "this line is what stdout is for")]
fn announce(doorward: &Doorward) {
    println!("doorward ready {}", doorward.issuer());
}

async fn listen(key: &'static str, address: SocketAddr) -> Result<TcpListener, ProcessError> {
    let listener = TcpListener::bind(address).await;
    listener.map_err(|source| ProcessError::Listen {
        key,
        address,
        source,
    })
}

fn local_address(
    key: &'static str,
    listener: &TcpListener,
    address: SocketAddr,
) -> Result<SocketAddr, ProcessError> {
    listener
        .local_addr()
        .map_err(|source| ProcessError::Listen {
            key,
            address,
            source,
        })
}

/// The configuration of TLS, and the certificate that clients trust it with when it is our own.
fn tls(
    settings: &Settings,
    data: &DataDir,
    domain: &str,
    clock: &Clock,
) -> Result<(Option<Arc<ServerConfig>>, Option<std::path::PathBuf>), TlsError> {
    match &settings.tls {
        Tls::AtProxy => Ok((None, None)),
        Tls::Files { cert, key } => Ok((Some(authority::from_files(cert, key)?), None)),
        Tls::OwnAuthority => {
            let more = settings
                .more_tenants
                .iter()
                .map(|tenant| tenant.domain.as_str());
            let hosts = std::iter::once(domain).chain(more);
            let hosts: Vec<String> = hosts
                .map(|domain| {
                    domain
                        .rsplit_once(':')
                        .map_or(domain, |(host, _)| host)
                        .to_owned()
                })
                .collect();
            let (config, certificate) = authority::own(data, &hosts, clock.now())?;
            Ok((Some(config), Some(certificate)))
        }
    }
}

fn tenant_settings(
    settings: &Settings,
    data: &DataDir,
    domain: String,
    entropy: &Entropy,
) -> Result<doorward_tenant::Settings, ProcessError> {
    let key = data.encryption_key(settings.encryption_key_file.as_deref(), entropy)?;
    if settings.mode == Mode::Production && settings.messaging.smtp_url.is_none() {
        tracing::warn!("smtp_url: not set, so no mail leaves: nobody can reset a password");
    }
    Ok(doorward_tenant::Settings {
        mode: settings.mode,
        limits: settings.limits,
        trusted_proxies: settings.trusted_proxies.clone(),
        messaging: settings.messaging.clone(),
        more_domains: settings
            .more_tenants
            .iter()
            .map(|tenant| tenant.domain.clone())
            .collect(),
        ..doorward_tenant::Settings::development(settings.location(), &domain, key)
    })
}

/// The content of `bootstrap.json`.
fn content(
    bootstrap: &Bootstrap,
    http: SocketAddr,
    ca_file: Option<&std::path::Path>,
    gateway: Option<SocketAddr>,
) -> Value {
    let mut content = json!(bootstrap);
    content["http_url"] = format!("http://{http}").into();
    if let Some(ca_file) = ca_file {
        content["ca_file"] = ca_file.display().to_string().into();
    }
    if let Some(gateway) = gateway {
        content["gateway"] = json!({ "url": gateway::url(gateway) });
    }
    content
}

/// The signals that ask for the end: SIGTERM and Ctrl-C.
struct End {
    terminate: Signal,
    interrupt: Signal,
}

impl End {
    /// From here on a signal is noted and ends nothing by itself.
    fn listen() -> Result<Self, ProcessError> {
        Ok(Self {
            terminate: signal(SignalKind::terminate()).map_err(ProcessError::Signals)?,
            interrupt: signal(SignalKind::interrupt()).map_err(ProcessError::Signals)?,
        })
    }

    async fn asked_for(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
