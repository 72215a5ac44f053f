//! A gateway from its settings to its last answer.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};
use std::time::Duration;

use axum::Router;
use http::HeaderValue;
use tokio::net::TcpListener;
use tokio::sync::mpsc::Receiver;
use tokio::sync::watch;

use crate::auth0::{self, Circuits, Management};
use crate::clock::Clock;
use crate::config::Settings;
use crate::context::{Context, Shared};
use crate::demo;
use crate::entropy::{Entropy, RequestIds};
use crate::metrics::Metrics;
use crate::mongo::Copies;
use crate::refresh::Refreshes;
use crate::routes;
use crate::session::{SessionError, Sessions, StoreError};
use crate::userinfo::Shape;

/// How often what has ended is forgotten.
const SWEEP_EVERY: Duration = Duration::from_secs(60);

/// What a gateway takes from its surroundings: time, randomness, and the way to the tenant.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// Every expiry follows it. The machine's clock unless given.
    pub clock: Clock,
    /// Where states, verifiers and nonces come from. The operating system unless given.
    pub entropy: Entropy,
    /// Carries the calls to the tenant. Made from the settings unless given; a process that also is the
    /// tenant gives one that trusts its certificate.
    pub transport: Option<Transport>,
}

pub use crate::auth0::Transport;

/// Why a gateway did not start, or stopped serving.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GatewayFailure {
    /// Another process keeps its sessions in this folder.
    #[error(
        "the session folder {} is in use by another process: stop that one first, or give this one a folder of its own \
         (REDIS_HOSTS=embedded:FOLDER) or a Redis that both share",
        .0.display()
    )]
    SessionsInUse(PathBuf),
    /// Sessions cannot be kept: the folder cannot be written, or no key can be made.
    #[error("sessions")]
    Sessions(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The clients of the tenant cannot be made, for example because of an unreadable certificate.
    #[error("tenant")]
    Tenant(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The port cannot be listened on.
    #[error("port")]
    Listen(#[source] std::io::Error),
}

/// A gateway, ready to answer.
pub struct Gateway {
    cx: Shared,
}

impl Gateway {
    /// The path of the demo page, which no `SERVICE_PREFIX` moves.
    pub const DEMO_PAGE: &str = demo::PATH;

    /// Opens the sessions and makes the clients of the tenant. Neither Redis nor the tenant need be
    /// reachable yet. Must be called in a Tokio runtime.
    ///
    /// # Errors
    ///
    /// [`GatewayFailure`] when sessions cannot be kept or TLS cannot be set up.
    pub async fn new(
        settings: Settings,
        surroundings: Surroundings,
    ) -> Result<Self, GatewayFailure> {
        for warning in &settings.warnings {
            tracing::warn!("{warning}");
        }
        let Surroundings {
            clock,
            entropy,
            transport,
        } = surroundings;
        let sessions = Sessions::open(&settings, clock.clone(), entropy.clone()).await;
        let sessions = sessions.map_err(|error| match error {
            SessionError::Store(StoreError::InUse(folder)) => GatewayFailure::SessionsInUse(folder),
            error => GatewayFailure::Sessions(error.into()),
        })?;
        let transport = match transport {
            Some(transport) => transport,
            None => auth0::transport(settings.options.additional_ca_folder.as_deref())?,
        };
        let circuits = Circuits::default();
        let transport = transport.guarded(circuits.clone());
        let clients = auth0::login_clients(&settings.config, &transport, &clock)?;
        let management = Management::new(&settings.config, &transport, &clock)?;
        let cx = Arc::new(Context {
            clients,
            management,
            circuits,
            sessions,
            refreshes: Refreshes::default(),
            copies: Copies::start(settings.options.mongo.as_ref(), &clock),
            shape: Shape::new(settings.config.custom_claims_namespaces.clone()),
            metrics: settings
                .options
                .metrics
                .as_ref()
                .map(|exposed| Metrics::new(&exposed.prefix)),
            is_stopping: AtomicBool::new(false),
            settings,
            clock,
            entropy,
            request_ids: RequestIds::default(),
        });
        tokio::spawn(sweep(Arc::downgrade(&cx)));
        Ok(Self { cx })
    }

    /// All endpoints, to be served wherever the caller likes.
    pub fn router(&self) -> Router {
        routes::router(self.cx.clone())
    }

    /// A page for people at [`Gateway::DEMO_PAGE`], which logs in, shows the session, renews it and logs out as the client of
    /// that name, for development: whoever reaches it acts for that client. The client needs the scope `website`,
    /// `authorizeStateRequired`, and the page as its `redirectUrl`. `None` when there is no such client.
    pub fn demo_page(&self, client: &str) -> Option<Router> {
        let settings = &self.cx.settings;
        settings.config.client(client)?;
        Some(demo::page(
            self.router(),
            &settings.options.service_prefix,
            HeaderValue::from_str(client).ok()?,
            &settings.options.original_protocol_header,
        ))
    }

    /// Whether sessions can be read, copies of users written, and no stop signal has come: what `/-/ready` answers.
    pub async fn is_ready(&self) -> bool {
        self.cx.is_ready().await
    }

    /// From now on `/-/ready` answers 503, so that no new callers are sent here.
    pub fn begin_shutdown(&self) {
        self.cx.is_stopping.store(true, Ordering::Relaxed);
    }

    /// Writes the last copies of users and closes the session store. Call it when no request is in flight any
    /// more.
    pub async fn close(&self) {
        self.cx.copies.close().await;
        self.cx.sessions.close().await;
    }

    /// Serves `listener` until a message on `stop`.
    ///
    /// After the first message it is no longer ready, but keeps serving for `DELAY_SHUTDOWN_SECONDS`, or until
    /// a second message. Then it accepts nothing new, finishes what is in flight, and closes the session store.
    ///
    /// A connection that does not send the head of a request within 15 seconds is closed, and so is one whose
    /// head is larger than 64 KiB.
    pub async fn serve(self, listener: TcpListener, mut stop: Receiver<()>) {
        let cx = self.cx.clone();
        let (end, ended) = watch::channel(false);
        let signal = async move {
            stop.recv().await;
            tracing::info!("stopping");
            cx.is_stopping.store(true, Ordering::Relaxed);
            tokio::select! {
                () = tokio::time::sleep(cx.settings.options.delay_shutdown) => {}
                Some(()) = stop.recv() => {}
            }
            end.send_replace(true);
        };
        let router = self.router();
        let service = move |_| router.clone();
        let serving = doorward_listener::serve(
            listener,
            None,
            service,
            doorward_listener::HEAD_BYTES,
            ended,
        );
        tokio::join!(signal, serving);
        self.close().await;
    }

    /// Listens on `HTTP_PORT` of all interfaces and serves until SIGTERM or SIGINT.
    ///
    /// # Errors
    ///
    /// [`GatewayFailure::Listen`] when the port is taken.
    pub async fn run(self) -> Result<(), GatewayFailure> {
        let port = self.cx.settings.options.http_port;
        let all = SocketAddr::from((Ipv6Addr::UNSPECIFIED, port));
        let listener = doorward_listener::listen(all)
            // A machine without IPv6.
            .or_else(|_| doorward_listener::listen((Ipv4Addr::UNSPECIFIED, port).into()))
            .map_err(GatewayFailure::Listen)?;
        let stop = signals().map_err(GatewayFailure::Listen)?;
        tracing::info!(port, "listening");
        self.serve(listener, stop).await;
        Ok(())
    }
}

/// A message for each SIGTERM and SIGINT.
fn signals() -> std::io::Result<Receiver<()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (sender, receiver) = tokio::sync::mpsc::channel(2);
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::spawn(async move {
        loop {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            if sender.send(()).await.is_err() {
                return;
            }
        }
    });
    Ok(receiver)
}

/// Forgets what has ended, for as long as the gateway lives.
async fn sweep(cx: Weak<Context>) {
    let mut ticks = tokio::time::interval(SWEEP_EVERY);
    loop {
        ticks.tick().await;
        let Some(cx) = cx.upgrade() else { return };
        if let Err(error) = cx.sessions.sweep().await {
            tracing::debug!(%error, "nothing was forgotten this time");
        }
    }
}
