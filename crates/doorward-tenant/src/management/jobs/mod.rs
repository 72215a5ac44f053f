//! `jobs`: imports and exports of users, letters of verification, and how far they are.

mod exported_file;
mod users_exports;

pub(crate) use exported_file::exported_file;

use std::sync::Arc;

use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use super::tickets::inexistent_user;
use super::{Answer, Outcome, Request, serves, upload};
use crate::domain::connection::{Connection, Strategy};
use crate::domain::profile::wire_time;
use crate::http::Context;
use crate::http::management_error::ManagementError;
use crate::jobs::{is_export, start};
use crate::login::tickets;
use crate::settings::Limits;
use crate::store::jobs::{self, JobRow, Progress};
use crate::store::{StoreError, users};

serves! {
    "jobs.get" => get,
    "jobs.errors.get" => errors,
    "jobs.usersExports.create" => users_exports::create,
    "jobs.usersImports.create" => import_users,
    "jobs.verificationEmail.create" => verify_email,
}

/// How many faulty records the error list of a job shows.
const MOST_ERRORS: i64 = 10_000;

/// `GET /jobs/{id}`.
async fn get(request: Request) -> Outcome {
    Ok(Answer::ok(show(&request.cx, find(&request).await?)?))
}

/// `GET /jobs/{id}/errors`: the faulty records; 204 when there are none; the job itself when it failed as a
/// whole.
async fn errors(request: Request) -> Outcome {
    let job = find(&request).await?;
    let (tenant, id) = (request.cx.tenant_id(), job.id.clone());
    let scan = request
        .cx
        .store()
        .scan(move |db| jobs::errors(db, &tenant, &id, MOST_ERRORS));
    let found: Result<Vec<Map<String, Value>>, StoreError> = scan.await;
    let found: Vec<Value> = found?.into_iter().map(Value::from).collect();
    Ok(match found.is_empty() {
        false => Answer::ok(found),
        true if job.status == "failed" => Answer::ok(show(&request.cx, job)?),
        true => Answer::no_content(),
    })
}

async fn find(request: &Request) -> Result<JobRow, ManagementError> {
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let now = request.cx.now();
    let found = request
        .cx
        .store()
        .read(move |db| jobs::find(db, &tenant, &id, now));
    let found: Result<Option<JobRow>, StoreError> = found.await;
    found?.ok_or_else(|| ManagementError::inexistent("inexistent_job", "The job does not exist"))
}

/// A job as it stands now.
fn show(cx: &Context, job: JobRow) -> Result<Map<String, Value>, StoreError> {
    let is_export = is_export(&job);
    let location = if is_export && job.status == "completed" {
        Some(exported_file::location(cx, &job)?)
    } else {
        None
    };
    let mut shown = job.document;
    shown.insert("status".to_owned(), job.status.as_str().into());
    if let Some(location) = location {
        shown.insert("location".to_owned(), location.into());
    }
    if !is_export && shown["type"] != "users_import" {
        return Ok(shown);
    }
    let Progress {
        records,
        inserted,
        updated,
        failed,
    } = job.progress;
    if job.status == "processing" && job.total > 0 {
        shown.insert(
            "percentage_done".to_owned(),
            (records * 100 / job.total).into(),
        );
        if records > 0 {
            let elapsed = cx.now().duration_since(job.created_at).as_secs().max(0);
            let left = elapsed * (job.total - records) / records;
            shown.insert("time_left_seconds".to_owned(), left.into());
        }
    }
    if job.status == "completed" && !is_export {
        let summary =
            json!({ "failed": failed, "updated": updated, "inserted": inserted, "total": records });
        shown.insert("summary".to_owned(), summary);
    }
    Ok(shown)
}

fn new_job(request: &Request, members: Value) -> JobRow {
    let id = format!("job_{}", request.cx.server.entropy.base62(16));
    let now = request.cx.now();
    let mut document = Map::new();
    document.extend(members.as_object().cloned().unwrap_or_default());
    document.insert("created_at".to_owned(), wire_time(now).into());
    document.insert("id".to_owned(), id.as_str().into());
    JobRow {
        id,
        status: "pending".to_owned(),
        document,
        created_at: now,
        total: 0,
        progress: Progress::default(),
        touched_at: now,
        sends_completion_email: false,
    }
}

/// `POST /jobs/users-imports`: keeps the file and answers; the records follow behind.
async fn import_users(mut request: Request) -> Outcome {
    limit_jobs(&request).await?;
    let Some(upload) = request.upload.take() else {
        return Err(upload::malformed());
    };
    let mut job = new_job(
        &request,
        json!({ "type": "users_import", "status": "pending" }),
    );
    let received = match upload::receive(&request.cx, upload, &job.id).await {
        Ok(received) => received,
        Err(error) => {
            forget(&request, &job.id).await?;
            return Err(error);
        }
    };
    let connection = match connection(&request, &received).await {
        Ok(connection) => connection,
        Err(error) => {
            forget(&request, &job.id).await?;
            return Err(error);
        }
    };
    describe(&mut job, &connection, &received);
    job.sends_completion_email = received.sends_completion_email.unwrap_or(true);
    // The upload took its time; who looks for jobs that nobody works on must not find this one.
    job.touched_at = request.cx.now();
    let (tenant, stored) = (request.cx.tenant_id(), job.clone());
    let write = request
        .cx
        .store()
        .write(move |db| jobs::insert(db, &tenant, &stored))
        .await;
    let write: Result<(), StoreError> = write;
    write?;
    let answer = Answer::accepted(job.document.clone());
    start(
        Arc::clone(&request.cx.server),
        Arc::clone(&request.cx.tenant),
        job,
    );
    Ok(answer)
}

/// The members of the job, in Auth0's order; those of the request only when they were sent.
fn describe(job: &mut JobRow, connection: &Connection, received: &upload::Received) {
    let created_at = job.document.shift_remove("created_at").unwrap_or_default();
    let id = job.document.shift_remove("id").unwrap_or_default();
    let mut put = |name: &str, value: Value| job.document.insert(name.to_owned(), value);
    put("connection_id", connection.id.as_str().into());
    put("connection", connection.name.as_str().into());
    put("created_at", created_at);
    put("id", id);
    if let Some(upserts) = received.upserts {
        put("upsert", upserts.into());
    }
    if let Some(external_id) = &received.external_id {
        put("external_id", external_id.as_str().into());
    }
}

async fn forget(request: &Request, job: &str) -> Result<(), StoreError> {
    let (tenant, job) = (request.cx.tenant_id(), job.to_owned());
    request
        .cx
        .store()
        .write(move |db| jobs::delete_file(db, &tenant, &job))
        .await
}

/// Two imports at a time where Auth0's limits hold.
async fn limit_jobs(request: &Request) -> Result<(), ManagementError> {
    if request.cx.server.settings.limits == Limits::None {
        return Ok(());
    }
    let tenant = request.cx.tenant_id();
    let active = request
        .cx
        .store()
        .read(move |db| jobs::unfinished(db, &tenant))
        .await;
    let active: Result<Vec<JobRow>, StoreError> = active;
    let active = active?.iter().filter(|job| !is_export(job)).count();
    if active < 2 {
        return Ok(());
    }
    let message = format!(
        "There are {active} active import users jobs, please wait until some of them are finished and try again"
    );
    Err(ManagementError::new(StatusCode::TOO_MANY_REQUESTS, message).code("too_many_requests"))
}

async fn connection(
    request: &Request,
    received: &upload::Received,
) -> Result<Arc<Connection>, ManagementError> {
    let found = request
        .cx
        .tenant
        .configuration
        .connection(&received.connection_id)
        .await?;
    let Some(connection) = found else {
        let message = "Connection does not exist.";
        return Err(ManagementError::bad_request(message).code("inexistent_connection"));
    };
    if connection.strategy != Strategy::Database {
        let message = "Connection must be a database connection";
        return Err(ManagementError::bad_request(message).code("invalid_body"));
    }
    Ok(connection)
}

/// `POST /jobs/verification-email`.
async fn verify_email(request: Request) -> Outcome {
    let body = &request.body;
    let (tenant, user_id) = (
        request.cx.tenant_id(),
        body["user_id"].as_str().unwrap_or_default().to_owned(),
    );
    let found = request
        .cx
        .store()
        .read(move |db| users::find(db, &tenant, &user_id))
        .await;
    let found: Result<_, StoreError> = found;
    let Some(user) = found? else {
        return Err(inexistent_user());
    };
    let identity = match &body["identity"] {
        Value::Null => user.identities.first(),
        named => {
            let text = |name: &str| named[name].as_str().unwrap_or_default();
            user.identity(text("provider"), text("user_id"))
        }
    };
    let Some(identity) = identity else {
        return Err(inexistent_user());
    };
    let profile = user.profile_of(&identity.provider, &identity.identity_id);
    if profile.email.is_none() {
        return Err(
            ManagementError::bad_request("The user does not have an email address")
                .code("invalid_body"),
        );
    }
    let client = match body["client_id"].as_str() {
        None => None,
        Some(client_id) => {
            let found = request.cx.tenant.configuration.client(client_id).await?;
            let missing =
                || ManagementError::inexistent("inexistent_client", "The client does not exist");
            Some(found.ok_or_else(missing)?)
        }
    };
    tickets::resend_verification(&request.cx, client.as_deref(), &user, identity)
        .await
        .map_err(|error| {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "a verification letter was not written"
            );
            ManagementError::internal()
        })?;
    let job = new_job(
        &request,
        json!({ "type": "verification_email", "status": "pending" }),
    );
    let answer = Answer::created(job.document.clone());
    let tenant = request.cx.tenant_id();
    let write = request.cx.store().write(move |db| {
        jobs::insert(db, &tenant, &job)?;
        jobs::complete(db, &tenant, &job.id)
    });
    let write: Result<bool, StoreError> = write.await;
    write?;
    Ok(answer)
}
