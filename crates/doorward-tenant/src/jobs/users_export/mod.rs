//! `users_export`: writes users to a compressed file, a page at a time. Memory stays at one page and one piece of
//! the file, whatever the number of users. An export that lost its process begins again.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

use super::{LIMIT, PIECE_BYTES};
use crate::domain::export::Export;
use crate::domain::user::User;
use crate::domain::user_document::show;
use crate::http::Context;
use crate::store::jobs::{self, JobRow, Progress};
use crate::store::slice::Slice;
use crate::store::{self, StoreError, user_export};

/// Users of one page.
const USERS: i64 = 200;

/// Why an export ends before its last user.
#[derive(Debug, thiserror::Error)]
enum ExportFault {
    /// [`LIMIT`] is over.
    #[error("The job took longer than 2 hours. {0} users were exported.")]
    TimedOut(i64),
    #[error("The file could not be compressed.")]
    Compression(#[from] std::io::Error),
    /// Another process does this job: it has come further than this one knows. Or the job has ended.
    #[error("another process exports these users")]
    Elsewhere,
    /// The job stays as it is, and is taken up again.
    #[error("the store failed")]
    Store(#[from] StoreError),
}

/// Runs an export to its end. What goes wrong is told by the job itself.
pub(super) async fn run(cx: &Context, job: &JobRow) {
    let fault = match (UsersExport { cx, job }).run().await {
        Ok(users) => return tracing::info!(job = job.id, users, "an export ended"),
        Err(ExportFault::Elsewhere) => return,
        Err(fault) => fault,
    };
    if matches!(fault, ExportFault::Store(_)) {
        let error: &dyn std::error::Error = &fault;
        tracing::error!(job = job.id, error, "an export waits to be taken up again");
        return;
    }
    tracing::warn!(job = job.id, %fault, "an export failed");
    let (tenant, failed, reason) = (cx.tenant_id(), job.clone(), fault.to_string());
    let write = cx
        .store()
        .write(move |db| jobs::fail(db, &tenant, &failed, &reason));
    let noted: Result<bool, StoreError> = write.await;
    if let Err(error) = noted {
        let error: &dyn std::error::Error = &error;
        tracing::error!(error, "a failed job could not be noted");
    }
}

struct UsersExport<'e> {
    cx: &'e Context,
    job: &'e JobRow,
}

impl UsersExport<'_> {
    /// Answers how many users were exported.
    async fn run(&self) -> Result<i64, ExportFault> {
        let most = self.begin().await?;
        let export = Export::read(&self.job.document);
        let mut file = GzEncoder::new(Vec::with_capacity(PIECE_BYTES), Compression::fast());
        file.write_all(export.head().as_bytes())?;
        let (mut progress, mut position, mut after) = (Progress::default(), 0, None);
        while progress.records < most {
            self.check_time(progress)?;
            let limit = USERS.min(most - progress.records);
            let page = self.page(after.take(), limit).await?;
            let Some(last) = page.last() else { break };
            after = Some(vec![last.created_at.into(), last.user_id.as_str().into()]);
            for user in &page {
                file.write_all(export.line(show(user)).as_bytes())?;
            }
            let before = progress;
            progress.records += page.len() as i64;
            let is_full = file.get_ref().len() >= PIECE_BYTES;
            let piece = is_full.then(|| (position, std::mem::take(file.get_mut())));
            position += i64::from(is_full);
            self.keep((before, progress), piece, false).await?;
        }
        let rest = (position, file.finish()?);
        self.keep((progress, progress), Some(rest), true).await?;
        Ok(progress.records)
    }

    fn connection_id(&self) -> Option<String> {
        let id = self.job.document.get("connection_id");
        Some(id?.as_str()?.to_owned())
    }

    /// Notes that the job is at work. Answers how many users it exports at most.
    async fn begin(&self) -> Result<i64, ExportFault> {
        let limit = self.job.document.get("limit").and_then(Value::as_i64);
        let (tenant, connection) = (self.cx.tenant_id(), self.connection_id());
        let walk = self
            .cx
            .store()
            .walk(move |db| user_export::count(db, &tenant, connection.as_deref()));
        let count: Result<i64, StoreError> = walk.await;
        let total = count?.min(limit.unwrap_or(i64::MAX));
        let (tenant, job, now) = (self.cx.tenant_id(), self.job.id.clone(), self.cx.now());
        let write = self
            .cx
            .store()
            .write(move |db| jobs::begin_anew(db, &tenant, &job, total, now));
        let begun: Result<bool, StoreError> = write.await;
        if begun? {
            Ok(limit.unwrap_or(i64::MAX))
        } else {
            Err(ExportFault::Elsewhere)
        }
    }

    fn check_time(&self, progress: Progress) -> Result<(), ExportFault> {
        if self.cx.now().duration_since(self.job.created_at) < LIMIT {
            Ok(())
        } else {
            Err(ExportFault::TimedOut(progress.records))
        }
    }

    async fn page(
        &self,
        after: Option<Vec<store::Value>>,
        limit: i64,
    ) -> Result<Vec<User>, StoreError> {
        let (tenant, connection) = (self.cx.tenant_id(), self.connection_id());
        let slice = Slice {
            after,
            start: 0,
            limit,
        };
        let walk = self
            .cx
            .store()
            .walk(move |db| user_export::slice(db, &tenant, connection.as_deref(), &slice));
        walk.await
    }

    /// Moves the job on and keeps a piece of the file with it; with the last one the job is done.
    async fn keep(
        &self,
        steps: (Progress, Progress),
        piece: Option<(i64, Vec<u8>)>,
        is_last: bool,
    ) -> Result<(), ExportFault> {
        let (tenant, job, now) = (self.cx.tenant_id(), self.job.id.clone(), self.cx.now());
        let sealed = match piece {
            None => None,
            Some((position, plain)) => {
                let context = jobs::seal_context(&job, position);
                let sealed = self.cx.server.sealer.seal(&tenant, &context, &plain);
                Some((position, sealed.map_err(StoreError::from)?))
            }
        };
        let unit = move |db: &mut store::Connection<'_>| {
            let is_mine = jobs::advance(db, &tenant, &job, steps, now)?
                && (!is_last || jobs::complete_with_file(db, &tenant, &job)?);
            if !is_mine {
                return Err(ExportFault::Elsewhere);
            }
            if let Some((position, content)) = &sealed {
                jobs::insert_piece(db, &tenant, &job, *position, content, now)?;
            }
            Ok(())
        };
        self.cx.store().write(unit).await
    }
}
