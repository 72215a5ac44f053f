//! Work that outlives its request. A job is stored before it is accepted, notes each step in the unit
//! of work that did it, and goes on where it was when its process has ended.

mod users_import;

use std::sync::Arc;

use jiff::SignedDuration;

use crate::http::Context;
use crate::server::Server;
use crate::store::StoreError;
use crate::store::jobs::{self, JobRow};
use crate::tenant::Tenant;

/// A job that nobody has worked on for so long has lost its process.
const ABANDONED: SignedDuration = SignedDuration::from_mins(1);

/// Starts an import whose job and file are stored.
pub(crate) fn start_import(server: Arc<Server>, tenant: Arc<Tenant>, job: JobRow) {
    let cx = Context::of_process(server, tenant);
    tokio::spawn(async move { users_import::run(&cx, &job).await });
}

/// Takes up what an earlier process left undone.
///
/// # Errors
///
/// When the jobs cannot be read.
pub(crate) async fn resume(server: &Arc<Server>) -> Result<(), StoreError> {
    take_up(server, |_| true).await
}

/// Takes up what another process has left undone, or what the store could not take for a while. Whoever
/// still works on such a job notices, and leaves it to this process.
///
/// # Errors
///
/// When the jobs cannot be read.
pub(crate) async fn adopt(server: &Arc<Server>) -> Result<(), StoreError> {
    let now = server.clock.now();
    take_up(server, |job| {
        now.duration_since(job.touched_at) >= ABANDONED
    })
    .await
}

async fn take_up(server: &Arc<Server>, which: impl Fn(&JobRow) -> bool) -> Result<(), StoreError> {
    for tenant in server.tenants.all() {
        let id = tenant.id.clone();
        let unfinished: Vec<JobRow> = server
            .store
            .read(move |db| jobs::unfinished(db, &id))
            .await?;
        for job in unfinished.into_iter().filter(&which) {
            start_import(Arc::clone(server), Arc::clone(&tenant), job);
        }
    }
    Ok(())
}
