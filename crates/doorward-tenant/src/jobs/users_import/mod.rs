//! `users_import`: reads the file twice, first to see that it is one, then record by record. Memory
//! stays at one batch, and a few bytes for each record, whatever the size of the file.

mod ending;
mod import_one;
mod provided;

use std::sync::Arc;

use serde::de::IgnoredAny;
use serde_json::{Map, Value, json};

use self::import_one::{Destination, Outcome};
use self::provided::Provided;
use super::LIMIT;
use crate::domain::connection::Connection;
use crate::domain::excerpt::excerpt;
use crate::domain::import::error::ImportError;
use crate::domain::import::record::{Record, masked};
use crate::domain::import::splitter::{NoArray, Splitter};
use crate::http::Context;
use crate::store::jobs::{self, JobRow, Progress};
use crate::store::parents::{self, Parent};
use crate::store::{self, StoreError, users};

/// Records of one unit of work: enough to share a commit, few enough to let others in between.
const RECORDS: usize = 100;
/// Bytes of records of one unit of work.
const BYTES: usize = 512 * 1024;
/// So many new users change how the database best looks for one.
const MANY: i64 = 1000;

/// Why an import ends before its last record.
#[derive(Debug, thiserror::Error)]
enum ImportFault {
    #[error("Connection does not exist.")]
    NoConnection,
    #[error("The connection is not enabled for any client.")]
    Disabled,
    #[error(transparent)]
    NoArray(#[from] NoArray),
    /// [`LIMIT`] is over. What was imported by then stays.
    #[error("The job took longer than 2 hours. {done} of {total} records were processed.")]
    TimedOut { done: i64, total: i64 },
    /// Another process does this job: it has come further than this one knows. Or the job has ended.
    #[error("another process imports this file")]
    Elsewhere,
    /// The job stays as it is, and is taken up again.
    #[error("the store failed")]
    Store(#[from] StoreError),
}

/// One element of the file, read.
struct Element {
    position: i64,
    value: Value,
    record: Result<Record, Vec<ImportError>>,
    /// The id that a new user gets when the record names none.
    new_id: String,
}

/// Runs an import to its end. What goes wrong is told by the job itself.
pub(super) async fn run(cx: &Context, job: &JobRow) {
    let import = Import { cx, job };
    let fault = match import.run().await {
        Ok(()) | Err(ImportFault::Elsewhere) => return,
        Err(fault) => fault,
    };
    if matches!(fault, ImportFault::Store(_)) {
        let error: &dyn std::error::Error = &fault;
        tracing::error!(job = job.id, error, "an import waits to be taken up again");
        return;
    }
    if let Err(error) = ending::fail(cx, job, &fault).await {
        let error: &dyn std::error::Error = &error;
        tracing::error!(error, "a failed job could not be noted");
    }
}

struct Import<'i> {
    cx: &'i Context,
    job: &'i JobRow,
}

impl Import<'_> {
    async fn run(&self) -> Result<(), ImportFault> {
        let connection = self.connection().await?;
        let total = self.check_file().await?;
        self.begin(total).await?;
        let mut splitter = Splitter::default();
        let mut provided = Provided::of(&connection);
        let mut progress = self.job.progress;
        let (mut position, mut batch, mut bytes) = (0, Vec::new(), 0);
        let mut number = 0;
        while let Some(piece) = self.piece(number).await? {
            number += 1;
            let mut found = Vec::new();
            splitter.push(&piece, |element| found.push(element.to_vec()))?;
            for text in found {
                let element = self.element(position, &text, &connection, &mut provided)?;
                position += 1;
                // Those before are done: an earlier process got so far.
                if element.position >= self.job.progress.records {
                    bytes += text.len();
                    batch.push(element);
                }
                if batch.len() == RECORDS || bytes > BYTES {
                    self.check_time(progress, total)?;
                    let batch = std::mem::take(&mut batch);
                    progress = self.import(&connection, batch, progress).await?;
                    bytes = 0;
                }
            }
        }
        splitter.end()?;
        self.check_time(progress, total)?;
        progress = self.import(&connection, batch, progress).await?;
        if progress.inserted >= MANY {
            let analyzed: Result<(), StoreError> = self.cx.store().write(users::analyze).await;
            analyzed?;
        }
        Ok(ending::complete(self.cx, self.job, progress).await?)
    }

    async fn connection(&self) -> Result<Arc<Connection>, ImportFault> {
        let id = self
            .job
            .document
            .get("connection_id")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let connection = self
            .cx
            .tenant
            .configuration
            .connection(id)
            .await?
            .ok_or(ImportFault::NoConnection)?;
        if connection.enabled_clients.is_empty() {
            Err(ImportFault::Disabled)
        } else {
            Ok(connection)
        }
    }

    /// Nothing is imported from a file that is broken further down. Answers how many records it has.
    async fn check_file(&self) -> Result<i64, ImportFault> {
        let mut splitter = Splitter::default();
        let (mut number, mut total) = (0, 0);
        while let Some(piece) = self.piece(number).await? {
            number += 1;
            let mut is_json = true;
            splitter.push(&piece, |element| {
                total += 1;
                is_json &= serde_json::from_slice::<IgnoredAny>(element).is_ok();
            })?;
            if !is_json {
                return Err(NoArray::Malformed.into());
            }
        }
        splitter.end()?;
        Ok(total)
    }

    async fn begin(&self, total: i64) -> Result<(), ImportFault> {
        let (tenant, job, now) = (self.cx.tenant_id(), self.job.id.clone(), self.cx.now());
        let begun: Result<bool, StoreError> = self
            .cx
            .store()
            .write(move |db| jobs::begin(db, &tenant, &job, total, now))
            .await;
        if begun? {
            Ok(())
        } else {
            Err(ImportFault::Elsewhere)
        }
    }

    fn check_time(&self, progress: Progress, total: i64) -> Result<(), ImportFault> {
        if self.cx.now().duration_since(self.job.created_at) < LIMIT {
            return Ok(());
        }
        Err(ImportFault::TimedOut {
            done: progress.records,
            total,
        })
    }

    async fn piece(&self, number: i64) -> Result<Option<Vec<u8>>, StoreError> {
        super::piece(self.cx, &self.job.id, number).await
    }

    fn element(
        &self,
        position: i64,
        text: &[u8],
        connection: &Connection,
        provided: &mut Provided,
    ) -> Result<Element, ImportFault> {
        let value: Value = serde_json::from_slice(text).map_err(|_| NoArray::Malformed)?;
        let record = Record::read(value.clone()).and_then(|record| {
            let checked = record.check_for(connection);
            checked
                .and_then(|()| provided.note(&record))
                .map_err(|error| vec![error])?;
            Ok(record)
        });
        Ok(Element {
            position,
            record,
            value,
            new_id: self.cx.server.entropy.object_id(self.cx.now()),
        })
    }

    /// Imports some records and notes in the same transaction that they are done.
    async fn import(
        &self,
        connection: &Arc<Connection>,
        batch: Vec<Element>,
        before: Progress,
    ) -> Result<Progress, ImportFault> {
        if batch.is_empty() {
            return Ok(before);
        }
        let (tenant, job) = (self.cx.tenant_id(), self.job.id.clone());
        let connection = Arc::clone(connection);
        let upserts = self.job.document.get("upsert") == Some(&Value::Bool(true));
        let now = self.cx.now();
        let server = Arc::clone(&self.cx.server);
        let unit = move |db: &mut store::Connection<'_>| {
            let destination = Destination {
                server: &server,
                tenant: &tenant,
                connection: &connection,
                upserts,
                now,
            };
            if !parents::hold(db, Parent::Connection, &tenant, &connection.id)? {
                return Err(ImportFault::NoConnection);
            }
            let mut after = before;
            for element in &batch {
                let outcome = match &element.record {
                    Ok(record) => destination.import(db, record, &element.new_id)?,
                    Err(errors) => Outcome::Failed(errors.clone()),
                };
                match outcome {
                    Outcome::Inserted => after.inserted += 1,
                    Outcome::Updated => after.updated += 1,
                    Outcome::Failed(errors) => {
                        after.failed += 1;
                        let error = listed(&element.value, &errors);
                        jobs::insert_error(db, &tenant, &job, element.position, &error, now)?;
                    }
                }
                after.records = element.position + 1;
            }
            if jobs::advance(db, &tenant, &job, (before, after), now)? {
                Ok(after)
            } else {
                Err(ImportFault::Elsewhere)
            }
        };
        self.cx.store().write(unit).await
    }
}

/// How many bytes of a faulty record are kept, more or less.
const LONGEST_LISTED: usize = 4096;

/// An entry of the job's error list: the beginning of the record, and what is wrong with it.
fn listed(value: &Value, errors: &[ImportError]) -> Map<String, Value> {
    let errors: Vec<Value> = errors
        .iter()
        .map(|error| json!({ "code": error.code, "message": error.message(), "path": error.path }))
        .collect();
    let mut user = masked(value.clone());
    // Ten thousand of them are shown at once.
    excerpt(&mut user, LONGEST_LISTED);
    let mut entry = Map::new();
    entry.insert("user".to_owned(), user);
    entry.insert("errors".to_owned(), errors.into());
    entry
}
