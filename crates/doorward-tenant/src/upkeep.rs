//! What happens behind the answers: messages leave, short-lived rows go away, and changes that other processes
//! make are heard.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::jobs;
use crate::messaging::courier;
use crate::server::Server;
use crate::start::StartError;
use crate::store::notice::{Notice, Notices};
use crate::store::{self, StoreError};
use crate::tenant::Tenant;

/// How often short-lived rows are looked for. When the clock is moved, at once.
const SWEEP: Duration = Duration::from_secs(30);

/// The tasks behind the answers.
pub(crate) struct Upkeep {
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

impl Upkeep {
    /// Starts the tasks on the current run time. They end with [`Upkeep::stop`], or when it is dropped.
    pub(crate) fn start(server: &Arc<Server>) -> Self {
        let (stop, stopping) = watch::channel(false);
        let until = |task| tokio::spawn(until_stopped(stopping.clone(), task));
        let delivery = courier::deliver_until(Arc::clone(server), stopping.clone());
        let mut tasks = vec![
            tokio::spawn(delivery),
            until(boxed(sweep_forever(Arc::clone(server)))),
        ];
        if let Some(notices) = server.store.notices() {
            tasks.push(until(boxed(follow_forever(Arc::clone(server), notices))));
        }
        Self { stop, tasks }
    }

    /// Ends the tasks, each at a moment when nothing of it is half done.
    pub(crate) async fn stop(self) {
        let _ = self.stop.send(true);
        for task in self.tasks {
            let _ = task.await;
        }
    }
}

type Task = std::pin::Pin<Box<dyn Future<Output = ()> + Send>>;

fn boxed(task: impl Future<Output = ()> + Send + 'static) -> Task {
    Box::pin(task)
}

/// A task may be cut off wherever it waits: units of work end by themselves.
async fn until_stopped(mut stopping: watch::Receiver<bool>, task: Task) {
    tokio::select! {
        () = task => {}
        _ = stopping.wait_for(|stop| *stop) => {}
    }
}

async fn sweep_forever(server: Arc<Server>) {
    let mut moves = server.clock.moves();
    loop {
        let _ = tokio::time::timeout(SWEEP, moves.changed()).await;
        if let Err(error) = sweep(&server).await {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "short-lived rows stay for now"
            );
        }
        if let Err(error) = jobs::adopt(&server).await {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "abandoned jobs wait for now"
            );
        }
    }
}

/// Deletes what has ended, in batches, and gives its space back.
async fn sweep(server: &Server) -> Result<(), StoreError> {
    let now = server.clock.now();
    while server
        .store
        .write(move |db| store::sweep::sweep(db, now))
        .await?
    {}
    while server.store.shrink().await? {}
    Ok(())
}

/// Forgets what other processes on the database change, as soon as they have changed it.
async fn follow_forever(server: Arc<Server>, mut notices: Notices) {
    loop {
        match notices.next().await {
            Notice::Configuration(tenant) => {
                if let Some(tenant) = server.tenants.of_id(&tenant) {
                    tenant.configuration.invalidate();
                }
            }
            Notice::SigningKeys(tenant) => {
                if let Some(tenant) = server.tenants.of_id(&tenant) {
                    reload_signing_keys(&server, &tenant).await;
                }
            }
            Notice::Everything => {
                for tenant in server.tenants.all() {
                    tenant.configuration.invalidate();
                    reload_signing_keys(&server, &tenant).await;
                }
            }
        }
    }
}

async fn reload_signing_keys(server: &Server, tenant: &Tenant) {
    let (store, sealer) = (&server.store, &server.sealer);
    while let Err(error) = tenant.reload_signing_keys(store, sealer).await {
        tell(&error, &tenant.id);
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

fn tell(error: &StartError, tenant: &str) {
    let error: &dyn std::error::Error = error;
    tracing::error!(error, tenant, "signing keys could not be read");
}
