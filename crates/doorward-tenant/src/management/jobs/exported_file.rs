//! The file that an export wrote. Whoever has its address may read it, for a minute: a sealed ticket in the
//! address says for which job it is and until when.

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use futures_util::stream;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::json;

use crate::http::Context;
use crate::http::management_error::ManagementError;
use crate::jobs::{is_export, piece};
use crate::store::StoreError;
use crate::store::jobs::{self, JobRow};

/// How long an address leads to the file.
const VALID: SignedDuration = SignedDuration::from_secs(60);
/// What tickets are sealed for.
const CONTEXT: &str = "job_files/location";

#[derive(Deserialize)]
struct Ticket {
    job: String,
    /// Milliseconds since 1970.
    expires_at: i64,
}

/// An address of the file of a job that is done.
pub(super) fn location(cx: &Context, job: &JobRow) -> Result<String, StoreError> {
    let end = cx.now().checked_add(VALID).unwrap_or(Timestamp::MAX);
    let ticket = json!({ "job": job.id, "expires_at": end.as_millisecond() });
    let plain = ticket.to_string();
    let sealed = cx
        .server
        .sealer
        .seal(&cx.tenant.id, CONTEXT, plain.as_bytes())?;
    let ticket = BASE64_URL_SAFE_NO_PAD.encode(sealed);
    let path = format!("_doorward/exports/{}?ticket={ticket}", name(cx, job));
    Ok(cx.tenant.names.url(&path))
}

/// `example.csv.gz`.
fn name(cx: &Context, job: &JobRow) -> String {
    let is_csv = job
        .document
        .get("format")
        .is_some_and(|format| format == "csv");
    let kind = if is_csv { "csv" } else { "json" };
    format!("{}.{kind}.gz", cx.tenant.names.tenant)
}

/// `GET /_doorward/exports/{file}`: the file, as fast as it is read.
pub(crate) async fn exported_file(cx: Context, uri: Uri) -> Response {
    match try_file(cx, &uri).await {
        Ok(response) => response,
        Err(error) => error.into_response(),
    }
}

async fn try_file(cx: Context, uri: &Uri) -> Result<Response, ManagementError> {
    let query = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
    let mut tickets = query.filter(|(name, _)| name == "ticket");
    let ticket = tickets.next().and_then(|(_, text)| open(&cx, &text));
    let ticket = ticket.ok_or_else(ManagementError::not_found)?;
    let now = cx.now();
    if ticket.expires_at <= now.as_millisecond() {
        let message = "The address of this file has expired. The job has a new one.";
        return Err(ManagementError::new(StatusCode::FORBIDDEN, message));
    }
    let (tenant, id) = (cx.tenant_id(), ticket.job);
    let read = cx.store().read(move |db| jobs::find(db, &tenant, &id, now));
    let found: Result<Option<JobRow>, StoreError> = read.await;
    let found = found?.filter(|job| is_export(job) && job.status == "completed");
    let job = found.ok_or_else(ManagementError::not_found)?;
    let disposition = format!("attachment; filename=\"{}\"", name(&cx, &job));
    let pieces = stream::try_unfold(0, move |number| {
        let (cx, id) = (cx.clone(), job.id.clone());
        async move {
            let found = piece(&cx, &id, number).await?;
            Ok::<_, StoreError>(found.map(|content| (Bytes::from(content), number + 1)))
        }
    });
    let mut response = Body::from_stream(pieces).into_response();
    let headers = response.headers_mut();
    let gzip = HeaderValue::from_static("application/gzip");
    headers.insert(header::CONTENT_TYPE, gzip);
    let private = HeaderValue::from_static("private, no-store");
    headers.insert(header::CACHE_CONTROL, private);
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    Ok(response)
}

fn open(cx: &Context, text: &str) -> Option<Ticket> {
    let sealed = BASE64_URL_SAFE_NO_PAD.decode(text).ok()?;
    let plain = cx
        .server
        .sealer
        .open(&cx.tenant.id, CONTEXT, &sealed)
        .ok()?;
    serde_json::from_slice(&plain).ok()
}
