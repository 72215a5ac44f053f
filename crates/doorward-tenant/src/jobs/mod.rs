//! Work that outlives its request. A job is stored before it is accepted, notes each step in the unit
//! of work that did it, and goes on where it was when the process starts again.

mod users_import;

use std::sync::Arc;

use crate::server::Server;
use crate::store::StoreError;
use crate::store::jobs::{self, JobRow};
use crate::tenant::Tenant;

/// Starts an import whose job and file are stored.
pub(crate) fn start_import(server: Arc<Server>, tenant: Arc<Tenant>, job: JobRow) {
    tokio::spawn(async move { users_import::run(&server, &tenant, &job).await });
}

/// Takes up what an earlier process left undone.
///
/// # Errors
///
/// When the jobs cannot be read.
pub(crate) async fn resume(server: &Arc<Server>) -> Result<(), StoreError> {
    for tenant in server.tenants.all() {
        let id = tenant.id.clone();
        let unfinished: Vec<JobRow> = server
            .store
            .read(move |db| jobs::unfinished(db, &id))
            .await?;
        for job in unfinished {
            start_import(Arc::clone(server), Arc::clone(&tenant), job);
        }
    }
    Ok(())
}
