//! `users_import`: reads the file twice, first to see that it is one, then record by record. Memory
//! stays at one batch, whatever the size of the file.

use std::sync::Arc;

use serde::de::IgnoredAny;
use serde_json::{Map, Value, json};

use crate::domain::connection::Connection;
use crate::domain::import::error::ImportError;
use crate::domain::import::record::{Record, masked};
use crate::domain::import::splitter::{NoArray, Splitter};
use crate::domain::user::{IdentifierKind, LoginIdentifier, User};
use crate::server::Server;
use crate::store::jobs::{self, JobRow, Progress};
use crate::store::user_changes::{self, Update};
use crate::store::users::{self, Insertion, NewUser};
use crate::store::{self, StoreError, identities};
use crate::tenant::Tenant;

/// Records of one unit of work: enough to share a commit, few enough to let others in between.
const RECORDS: usize = 100;
/// Bytes of records of one unit of work.
const BYTES: usize = 512 * 1024;

/// Why an import ends before its last record.
#[derive(Debug, thiserror::Error)]
enum ImportFault {
    #[error("Connection does not exist.")]
    NoConnection,
    #[error("The connection is not enabled for any client.")]
    Disabled,
    #[error(transparent)]
    NoArray(#[from] NoArray),
    /// Another process does this job: it has come further than this one knows.
    #[error("another process imports this file")]
    Elsewhere,
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

/// What became of a record.
enum Outcome {
    Inserted,
    Updated,
    Failed(Vec<ImportError>),
}

/// Runs an import to its end. What goes wrong is told by the job itself.
pub(super) async fn run(server: &Arc<Server>, tenant: &Tenant, job: &JobRow) {
    let import = Import {
        server,
        tenant,
        job,
    };
    let fault = match import.run().await {
        Ok(()) | Err(ImportFault::Elsewhere) => return,
        Err(fault) => fault,
    };
    tracing::warn!(
        job = job.id,
        error = &fault as &dyn std::error::Error,
        "an import ended early"
    );
    let (tenant_id, job) = (tenant.id.clone(), job.clone());
    let reason = fault.to_string();
    let told = server
        .store
        .write(move |db| jobs::fail(db, &tenant_id, &job, &reason))
        .await;
    if let Err(error) = told {
        let error: StoreError = error;
        tracing::error!(
            error = &error as &dyn std::error::Error,
            "a failed job could not be noted"
        );
    }
}

struct Import<'i> {
    server: &'i Arc<Server>,
    tenant: &'i Tenant,
    job: &'i JobRow,
}

impl Import<'_> {
    async fn run(&self) -> Result<(), ImportFault> {
        let connection = self.connection().await?;
        self.check_file().await?;
        let mut splitter = Splitter::default();
        let mut progress = self.job.progress;
        let (mut position, mut batch, mut bytes) = (0, Vec::new(), 0);
        let mut number = 0;
        while let Some(piece) = self.piece(number).await? {
            number += 1;
            let mut found = Vec::new();
            splitter.push(&piece, |element| found.push(element.to_vec()))?;
            for element in found {
                // Those before are done: an earlier process got so far.
                if position >= self.job.progress.records {
                    bytes += element.len();
                    batch.push(self.element(position, &element)?);
                }
                position += 1;
                if batch.len() == RECORDS || bytes > BYTES {
                    progress = self
                        .import(&connection, std::mem::take(&mut batch), progress)
                        .await?;
                    bytes = 0;
                }
            }
        }
        splitter.end()?;
        progress = self.import(&connection, batch, progress).await?;
        self.finish(progress).await
    }

    async fn connection(&self) -> Result<Arc<Connection>, ImportFault> {
        let id = self
            .job
            .document
            .get("connection_id")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let connection = self
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

    /// Nothing is imported from a file that is broken further down.
    async fn check_file(&self) -> Result<(), ImportFault> {
        let mut splitter = Splitter::default();
        let mut number = 0;
        while let Some(piece) = self.piece(number).await? {
            number += 1;
            let mut is_json = true;
            splitter.push(&piece, |element| {
                is_json &= serde_json::from_slice::<IgnoredAny>(element).is_ok();
            })?;
            if !is_json {
                return Err(NoArray::Malformed.into());
            }
        }
        Ok(splitter.end()?)
    }

    async fn piece(&self, number: i64) -> Result<Option<Vec<u8>>, StoreError> {
        let (tenant, job) = (self.tenant.id.clone(), self.job.id.clone());
        self.server
            .store
            .scan(move |db| jobs::piece(db, &tenant, &job, number))
            .await
    }

    fn element(&self, position: i64, text: &[u8]) -> Result<Element, ImportFault> {
        let value: Value = serde_json::from_slice(text).map_err(|_| NoArray::Malformed)?;
        Ok(Element {
            position,
            record: Record::read(value.clone()),
            value,
            new_id: self.server.entropy.object_id(self.server.clock.now()),
        })
    }

    /// Imports some records and notes in the same transaction that they are done.
    async fn import(
        &self,
        connection: &Arc<Connection>,
        batch: Vec<Element>,
        progress: Progress,
    ) -> Result<Progress, ImportFault> {
        if batch.is_empty() {
            return Ok(progress);
        }
        let (tenant, job) = (self.tenant.id.clone(), self.job.id.clone());
        let connection = Arc::clone(connection);
        let upserts = self.job.document.get("upsert") == Some(&Value::Bool(true));
        let now = self.server.clock.now();
        let unit = move |db: &mut store::Connection<'_>| {
            let stored = jobs::find(db, &tenant, &job)?;
            let is_ours =
                stored.is_some_and(|job| job.progress == progress && job.status != "completed");
            if !is_ours {
                return Err(ImportFault::Elsewhere);
            }
            let mut progress = progress;
            for element in &batch {
                let into = Into {
                    tenant: &tenant,
                    connection: &connection,
                    upserts,
                    now,
                };
                match into.import(db, element)? {
                    Outcome::Inserted => progress.inserted += 1,
                    Outcome::Updated => progress.updated += 1,
                    Outcome::Failed(errors) => {
                        progress.failed += 1;
                        let error = listed(&element.value, &errors);
                        jobs::insert_error(db, &tenant, &job, element.position, &error, now)?;
                    }
                }
                progress.records = element.position + 1;
            }
            jobs::set_progress(db, &tenant, &job, "processing", progress)?;
            Ok(progress)
        };
        self.server.store.write(unit).await
    }

    async fn finish(&self, progress: Progress) -> Result<(), ImportFault> {
        let (tenant, job) = (self.tenant.id.clone(), self.job.id.clone());
        let unit = move |db: &mut store::Connection<'_>| {
            jobs::set_progress(db, &tenant, &job, "completed", progress)?;
            jobs::delete_file(db, &tenant, &job)
        };
        Ok(self.server.store.write::<_, StoreError, _>(unit).await?)
    }
}

/// An entry of the job's error list.
fn listed(value: &Value, errors: &[ImportError]) -> Map<String, Value> {
    let errors: Vec<Value> = errors
        .iter()
        .map(|error| json!({ "code": error.code, "message": error.message(), "path": error.path }))
        .collect();
    let mut entry = Map::new();
    entry.insert("user".to_owned(), masked(value.clone()));
    entry.insert("errors".to_owned(), errors.into());
    entry
}

/// Where records go.
struct Into<'i> {
    tenant: &'i str,
    connection: &'i Connection,
    upserts: bool,
    now: jiff::Timestamp,
}

impl Into<'_> {
    fn import(
        &self,
        db: &mut store::Connection<'_>,
        element: &Element,
    ) -> Result<Outcome, StoreError> {
        let record = match &element.record {
            Ok(record) => record,
            Err(errors) => return Ok(Outcome::Failed(errors.clone())),
        };
        match self.known(db, record)? {
            None => self.insert(db, record, &element.new_id),
            Some(_) if !self.upserts => Ok(duplicate()),
            Some(user) => self.update(db, record, &user),
        }
    }

    /// The user whom a record means: by address, id, username or number, in this order.
    fn known(
        &self,
        db: &mut store::Connection<'_>,
        record: &Record,
    ) -> Result<Option<User>, StoreError> {
        let names = [
            ("email", IdentifierKind::Email),
            ("username", IdentifierKind::Username),
            ("phone_number", IdentifierKind::PhoneNumber),
        ];
        let mut owner = None;
        for (name, kind) in names {
            if owner.is_none()
                && let Some(value) = record.text(name)
            {
                let identifier = LoginIdentifier {
                    kind,
                    value: value.to_lowercase(),
                };
                owner = users::find_owner(db, self.tenant, &self.connection.id, &identifier)?;
            }
            if owner.is_none()
                && name == "email"
                && let Some(id) = &record.identity_id
            {
                owner = Some((self.connection.provider.clone(), id.clone()));
            }
            if let Some((provider, id)) = &owner {
                match identities::owner(db, self.tenant, provider, id)? {
                    Some(user_id) => return users::find(db, self.tenant, &user_id),
                    None => owner = None,
                }
            }
        }
        Ok(None)
    }

    fn insert(
        &self,
        db: &mut store::Connection<'_>,
        record: &Record,
        new_id: &str,
    ) -> Result<Outcome, StoreError> {
        let new = NewUser {
            provider: &self.connection.provider,
            identity_id: record.identity_id.as_deref().unwrap_or(new_id),
            connection_id: &self.connection.id,
            document: &record.document(),
            is_blocked: record.is_blocked(),
            password_hash: record.password_column.as_deref(),
            now: self.now,
        };
        Ok(match users::insert(db, self.tenant, &new)? {
            Insertion::Inserted => Outcome::Inserted,
            Insertion::Taken => duplicate(),
        })
    }

    fn update(
        &self,
        db: &mut store::Connection<'_>,
        record: &Record,
        user: &User,
    ) -> Result<Outcome, StoreError> {
        let conflict = |code, name: &str| {
            Ok(Outcome::Failed(vec![ImportError::new(
                code,
                name,
                "Another user has this value already",
            )]))
        };
        let primary = user.identities.first();
        let Some(primary) = primary.filter(|primary| primary.connection_id == self.connection.id)
        else {
            return conflict("CONFLICT", "email");
        };
        if record
            .identity_id
            .as_ref()
            .is_some_and(|id| *id != primary.identity_id)
        {
            return conflict("CONFLICT", "user_id");
        }
        if record
            .text("username")
            .is_some_and(|name| user.profile.username.as_deref() != Some(name))
            && let Some(name) = record.text("username")
            && user_changes::is_taken(
                db,
                self.tenant,
                &self.connection.id,
                IdentifierKind::Username,
                name,
            )?
        {
            return conflict("CONFLICT_USERNAME", "username");
        }
        let mut changed = record.update(user);
        changed.updated_at = self.now;
        match user_changes::update(db, self.tenant, &changed)? {
            Update::Updated => {}
            Update::Taken | Update::Missing => return conflict("CONFLICT_EMAIL", "email"),
        }
        // A hash that the user has logged in with is ours by now, and stays.
        if let Some(hash) = record
            .password_column
            .as_ref()
            .filter(|_| record.replaces_password && user.logins_count == 0)
        {
            let identity = (primary.provider.as_str(), primary.identity_id.as_str());
            user_changes::set_password(db, self.tenant, identity, hash, 0, self.now)?;
        }
        Ok(Outcome::Updated)
    }
}

fn duplicate() -> Outcome {
    let sentence = "The user already exist and upsert parameter is false";
    Outcome::Failed(vec![ImportError::new("DUPLICATED_USER", "", sentence)])
}
