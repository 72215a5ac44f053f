//! How an import ends, and who is told of it.

use serde_json::Value;

use super::ImportFault;
use crate::http::Context;
use crate::login::answer::LoginError;
use crate::login::tickets;
use crate::messaging::Purpose;
use crate::store::jobs::{self, JobRow, Progress};
use crate::store::outbox::{self, OutboxRow};
use crate::store::{self, StoreError};

/// Ends a job that did all its records.
pub(super) async fn complete(
    cx: &Context,
    job: &JobRow,
    progress: Progress,
) -> Result<(), StoreError> {
    let letter = letter(cx, job, progress, None).await;
    let (tenant, id) = (cx.tenant_id(), job.id.clone());
    end(cx, letter, move |db| jobs::complete(db, &tenant, &id)).await
}

/// Ends a job that cannot go on.
pub(super) async fn fail(
    cx: &Context,
    job: &JobRow,
    fault: &ImportFault,
) -> Result<(), StoreError> {
    let (tenant, id, now) = (cx.tenant_id(), job.id.clone(), cx.now());
    let stored: Option<JobRow> = cx
        .store()
        .read(move |db| jobs::find(db, &tenant, &id, now))
        .await?;
    let progress = stored.map_or(job.progress, |job| job.progress);
    let reason = fault.to_string();
    let letter = letter(cx, job, progress, Some(&reason)).await;
    let (tenant, job) = (cx.tenant_id(), job.clone());
    end(cx, letter, move |db| jobs::fail(db, &tenant, &job, &reason)).await
}

/// Ends a job together with the letter that tells of it: whoever comes second sends none.
async fn end(
    cx: &Context,
    letter: Option<OutboxRow>,
    end: impl Fn(&mut store::Connection<'_>) -> Result<bool, StoreError> + Send + Sync + 'static,
) -> Result<(), StoreError> {
    let unit = move |db: &mut store::Connection<'_>| match (end(db)?, &letter) {
        (true, Some(letter)) => outbox::insert(db, letter),
        _ => Ok(()),
    };
    let ended: Result<(), StoreError> = cx.store().write(unit).await;
    ended?;
    cx.server.courier.wake();
    Ok(())
}

/// The letter to the tenant's `support_email`. That it cannot be written does not keep the job from ending.
async fn letter(
    cx: &Context,
    job: &JobRow,
    progress: Progress,
    failure: Option<&str>,
) -> Option<OutboxRow> {
    match try_letter(cx, job, progress, failure).await {
        Ok(letter) => letter,
        Err(error) => {
            let error: &dyn std::error::Error = &error;
            tracing::error!(
                error,
                job = job.id,
                "nobody was told of the end of an import"
            );
            None
        }
    }
}

async fn try_letter(
    cx: &Context,
    job: &JobRow,
    progress: Progress,
    failure: Option<&str>,
) -> Result<Option<OutboxRow>, LoginError> {
    tracing::info!(job = job.id, ?progress, failure, "an import ended");
    if !job.sends_completion_email {
        return Ok(None);
    }
    let settings = cx.tenant.configuration.settings().await?;
    let Some(to) = settings.text("support_email") else {
        return Ok(None);
    };
    let connection = job.document.get("connection").and_then(Value::as_str);
    let purpose = Purpose::ImportEnded {
        job: &job.id,
        connection: connection.unwrap_or_default(),
        inserted: progress.inserted,
        updated: progress.updated,
        failed: progress.failed,
        failure,
    };
    tickets::letter(cx, None, to, purpose).await
}
