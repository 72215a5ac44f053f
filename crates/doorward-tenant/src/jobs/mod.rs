//! Work that outlives its request. A job is stored before it is accepted, notes each step in the unit
//! of work that did it, and goes on where it was when its process has ended.

mod users_export;
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

/// How long after it was accepted a job may take.
const LIMIT: SignedDuration = SignedDuration::from_hours(2);
/// How a job's file is cut in the store, in bytes.
pub(crate) const PIECE_BYTES: usize = 256 * 1024;

/// Starts a job that is stored, with its file if it brought one.
pub(crate) fn start(server: Arc<Server>, tenant: Arc<Tenant>, job: JobRow) {
    let cx = Context::of_process(server, tenant);
    tokio::spawn(async move {
        if is_export(&job) {
            users_export::run(&cx, &job).await;
        } else {
            users_import::run(&cx, &job).await;
        }
    });
}

/// Whether a job exports users.
pub(crate) fn is_export(job: &JobRow) -> bool {
    job.document
        .get("type")
        .is_some_and(|kind| kind == "users_export")
}

/// A piece of a job's file, opened; `None` behind the last one.
///
/// # Errors
///
/// When it cannot be read, or does not open.
pub(crate) async fn piece(
    cx: &Context,
    job: &str,
    number: i64,
) -> Result<Option<Vec<u8>>, StoreError> {
    let (tenant, id) = (cx.tenant_id(), job.to_owned());
    let walk = cx
        .store()
        .walk(move |db| jobs::piece(db, &tenant, &id, number));
    let found: Result<_, StoreError> = walk.await;
    let Some((content, is_sealed)) = found? else {
        return Ok(None);
    };
    if !is_sealed {
        return Ok(Some(content)); // kept by an earlier release
    }
    let context = jobs::seal_context(job, number);
    Ok(Some(cx.server.sealer.open(
        &cx.tenant.id,
        &context,
        &content,
    )?))
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
            start(Arc::clone(server), Arc::clone(&tenant), job);
        }
    }
    Ok(())
}
