//! The life of the process: listeners, tenant, bootstrap file, ready line, drain.

use std::io::{self, Write as _};
use std::net::SocketAddr;

use axum::Router;
use doorward_gateway::TracesFailure;
use doorward_tenant::{Clock, Doorward, Entropy, Mode, StartError};
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::authority::{self, TlsError};
use super::chain;
use super::data_dir::{DataDir, DataDirError};
use super::demo_client::{self, DemoClient};
use super::gateway::{self, GatewayError, GatewaySettings, Neighbours};
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
    #[error(transparent)]
    Traces(#[from] TracesFailure),
}

impl ProcessError {
    /// What is told to the operator, one line for each problem.
    pub(crate) fn lines(&self) -> Vec<String> {
        match self {
            Self::TenantFile(TenantFileError::Seed(refused)) => refused.problems().to_vec(),
            other => vec![chain(other)],
        }
    }
}

/// Runs until SIGTERM or Ctrl-C.
pub(crate) async fn run(mut settings: Settings) -> Result<(), ProcessError> {
    let data = DataDir::open(&settings.data_dir)?;
    let (entropy, clock) = (Entropy::default(), Clock::default());
    let is_first = !data.file("bootstrap.json").exists();
    let gateway = wanted_gateway(&mut settings);
    let gateway = match gateway {
        Some(wanted) => Some((Socket::bind("gateway", wanted.address)?, wanted)),
        None => None,
    };
    let https = Socket::bind("https", settings.https)?;
    let http = Socket::bind("http", settings.http)?;
    let domain = settings.domain.clone();
    let domain = domain.unwrap_or_else(|| format!("localhost:{}", https.address.port()));
    let (tls, ca_file) = tls(&settings, &data, &domain, &clock)?;
    let tenant = tenant_settings(&settings, &data, domain, &entropy)?;
    let doorward = Doorward::start(tenant, clock.clone(), entropy.clone()).await?;
    tenant_file::apply(&settings, &doorward).await?;

    // Before the ready line: whoever reads it may ask for the end at once.
    let mut end = End::listen()?;
    let mut has_demo_page = false;
    let gateway = match gateway {
        None => None,
        Some((socket, wanted)) => {
            let demo_client = demo_client(&wanted, &doorward, &clock, socket.address).await;
            has_demo_page = demo_client.is_some();
            let neighbours = Neighbours {
                demo_client,
                data: &data,
                clock,
                entropy,
                bootstrap: doorward.bootstrap(),
                ca_file: ca_file.as_deref(),
            };
            let gateway = gateway::start(wanted, neighbours).await?;
            gateway::wait_until_ready(&gateway).await;
            let mut serving = Serving::default();
            let address = serving.add(socket, None, gateway::router(&gateway));
            Some((gateway, address, serving))
        }
    };
    let mut serving = Serving::default();
    let http = serving.add(http, None, doorward.router());
    if let Some(tls) = tls {
        serving.add(https, Some(tls), doorward.router());
    }
    let welcome = Welcome {
        http,
        gateway: gateway.as_ref().map(|(_, address, _)| *address),
        has_demo_page,
        ca_file: ca_file.as_deref(),
        data_dir: &settings.data_dir,
        is_first,
    };
    welcome.say(&doorward, &data)?;
    announce(&doorward);
    end.asked_for().await;
    tracing::info!("draining");
    // The gateway first: what it still answers, it asks the tenant.
    if let Some((gateway, _, serving)) = gateway {
        gateway.begin_shutdown();
        serving.drain().await;
        gateway.close().await;
    }
    serving.drain().await;
    doorward.stop().await;
    Ok(())
}

/// The client of the demo page. With a configuration of its own the gateway has other clients, and in production
/// nobody is shown a demo.
async fn demo_client(
    wanted: &GatewaySettings,
    doorward: &Doorward,
    clock: &Clock,
    address: SocketAddr,
) -> Option<DemoClient> {
    let bootstrap = doorward.bootstrap().filter(|_| wanted.config.is_none())?;
    match demo_client::provide(doorward, bootstrap, clock, address).await {
        Ok(client) => Some(client),
        Err(error) => {
            tracing::warn!(error = chain(&error), "there is no demo page");
            None
        }
    }
}

/// The gateway to start. In production there is none without a configuration of its own: nobody there has made the
/// demo client.
fn wanted_gateway(settings: &mut Settings) -> Option<GatewaySettings> {
    let wanted = settings.gateway.take()?;
    if settings.mode == Mode::Production && wanted.config.is_none() {
        tracing::warn!("gateway_config: not set, so there is no gateway in production");
        return None;
    }
    Some(wanted)
}

/// The one line on stdout: scripts wait for it. Whoever stopped reading does not stop the server.
fn announce(doorward: &Doorward) {
    let mut stdout = io::stdout();
    let _ = writeln!(stdout, "doorward ready {}", doorward.issuer()).and_then(|()| stdout.flush());
}

/// A port of this process.
struct Socket {
    listener: TcpListener,
    /// With the port that was free, when any would do.
    address: SocketAddr,
}

impl Socket {
    fn bind(key: &'static str, address: SocketAddr) -> Result<Self, ProcessError> {
        let bound = doorward_listener::listen(address)
            .and_then(|listener| listener.local_addr().map(|address| (listener, address)));
        match bound {
            Ok((listener, address)) => Ok(Self { listener, address }),
            Err(source) => Err(ProcessError::Listen {
                key,
                address,
                source,
            }),
        }
    }
}

/// Listeners that are served until they are told to stop together.
#[derive(Default)]
struct Serving {
    stop: watch::Sender<bool>,
    listeners: Vec<JoinHandle<()>>,
}

impl Serving {
    /// Serves one more; answers its address.
    fn add(
        &mut self,
        socket: Socket,
        tls: Option<doorward_tenant::Tls>,
        router: Router,
    ) -> SocketAddr {
        let stop = self.stop.subscribe();
        let served = doorward_tenant::serve(socket.listener, tls, router, stop);
        self.listeners.push(tokio::spawn(served));
        socket.address
    }

    /// Answers what is in flight, and nothing new.
    async fn drain(self) {
        let _ = self.stop.send(true);
        for listener in self.listeners {
            let _ = listener.await;
        }
    }
}

/// The configuration of TLS, and the certificate that clients trust it with when it is our own.
fn tls(
    settings: &Settings,
    data: &DataDir,
    domain: &str,
    clock: &Clock,
) -> Result<(Option<doorward_tenant::Tls>, Option<std::path::PathBuf>), TlsError> {
    let client_ca = settings.client_ca.as_deref();
    match &settings.tls {
        Tls::AtProxy => Ok((None, None)),
        Tls::Files { cert, key } => {
            let tls = authority::from_files(cert, key, client_ca)?;
            Ok((Some(tls), None))
        }
        Tls::OwnAuthority => {
            let more = settings.more_tenants.iter();
            let domains = std::iter::once(domain).chain(more.map(|tenant| tenant.domain.as_str()));
            let host = |domain: &str| domain.split(':').next().unwrap_or(domain).to_owned();
            let hosts: Vec<String> = domains.map(host).collect();
            let (config, certificate) = authority::own(data, &hosts, client_ca, clock.now())?;
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
        certificates_from_proxies: settings.certificates_from_proxies,
        messaging: settings.messaging.clone(),
        more_domains: settings
            .more_tenants
            .iter()
            .map(|tenant| tenant.domain.clone())
            .collect(),
        ..doorward_tenant::Settings::development(settings.location(), &domain, key)
    })
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
