//! The `multipart/form-data` body of a users import: its file goes to the store piece by piece, wherever
//! it stands among the other parts.

use axum::http::StatusCode;
use multer::{Field, Multipart};

use super::request::Upload;
use crate::http::Context;
use crate::http::management_error::ManagementError;
use crate::jobs::PIECE_BYTES;
use crate::settings::Limits;
use crate::store::{StoreError, jobs};

/// The largest file where Auth0's limits hold, in bytes.
const AUTH0_BYTES: usize = 512_000;
/// The largest file otherwise.
const MOST_BYTES: usize = 1 << 30;
/// The longest of the other parts.
const TEXT_BYTES: usize = 1024;
const MOST_PARTS: usize = 16;

/// What the other parts say.
#[derive(Debug, Default)]
pub(super) struct Received {
    pub(super) connection_id: String,
    pub(super) upserts: Option<bool>,
    pub(super) external_id: Option<String>,
    /// Whether somebody is told of the end; yes unless it was sent.
    pub(super) sends_completion_email: Option<bool>,
}

/// 400: no multipart body.
pub(super) fn malformed() -> ManagementError {
    ManagementError::bad_request("Invalid multipart payload format")
}

/// Reads the body and keeps the file under the job's id.
///
/// # Errors
///
/// 400 for missing, unknown and wrong parts, 413 for a file that is too large. Pieces that were kept by
/// then are the caller's to forget.
pub(super) async fn receive(
    cx: &Context,
    upload: Upload,
    job: &str,
) -> Result<Received, ManagementError> {
    let boundary = multer::parse_boundary(&upload.content_type).map_err(|_| malformed())?;
    let mut body = Multipart::new(upload.into_body().into_data_stream(), boundary);
    let mut received = Received::default();
    let mut has_file = false;
    for _ in 0..MOST_PARTS {
        let Some(mut part) = body.next_field().await.map_err(|_| malformed())? else {
            return complete(received, has_file);
        };
        let name = part.name().unwrap_or_default().to_owned();
        match name.as_str() {
            "users" if !has_file => {
                keep(cx, &mut part, job).await?;
                has_file = true;
            }
            "connection_id" => received.connection_id = text(&mut part).await?,
            "upsert" => received.upserts = Some(flag(&name, &text(&mut part).await?)?),
            "send_completion_email" => {
                received.sends_completion_email = Some(flag(&name, &text(&mut part).await?)?);
            }
            "external_id" => received.external_id = Some(text(&mut part).await?),
            unknown => {
                let shown: String = unknown.chars().take(100).collect();
                return Err(payload(&format!(
                    "'Additional properties not allowed: {shown}'."
                )));
            }
        }
    }
    Err(malformed())
}

fn complete(received: Received, has_file: bool) -> Result<Received, ManagementError> {
    if !has_file {
        return Err(payload("'Missing required property: users'."));
    }
    if received.connection_id.is_empty() {
        return Err(payload("'Missing required property: connection_id'."));
    }
    Ok(received)
}

fn payload(rest: &str) -> ManagementError {
    ManagementError::invalid_body(format!("Payload validation error: {rest}"))
}

fn flag(name: &str, text: &str) -> Result<bool, ManagementError> {
    match text {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(payload(&format!(
            "'Expected type boolean but found type string' on property {name}."
        ))),
    }
}

async fn text(part: &mut Field<'_>) -> Result<String, ManagementError> {
    let mut bytes = Vec::new();
    while let Some(piece) = part.chunk().await.map_err(|_| malformed())? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > TEXT_BYTES {
            return Err(too_large(TEXT_BYTES));
        }
    }
    let text = String::from_utf8(bytes).map_err(|_| malformed())?;
    if text.contains('\0') {
        Err(malformed())
    } else {
        Ok(text)
    }
}

/// Writes a file to the store, a piece at a time: the sender is read no faster than that.
async fn keep(cx: &Context, part: &mut Field<'_>, job: &str) -> Result<(), ManagementError> {
    let limit = match cx.server.settings.limits {
        Limits::Auth0 => AUTH0_BYTES,
        Limits::None => MOST_BYTES,
    };
    let (mut piece, mut total, mut position) = (Vec::with_capacity(PIECE_BYTES), 0, 0);
    while let Some(bytes) = part.chunk().await.map_err(|_| malformed())? {
        total += bytes.len();
        if total > limit {
            return Err(too_large(limit));
        }
        piece.extend_from_slice(&bytes);
        if piece.len() >= PIECE_BYTES {
            store(cx, job, position, std::mem::take(&mut piece)).await?;
            position += 1;
        }
    }
    Ok(store(cx, job, position, piece).await?)
}

async fn store(cx: &Context, job: &str, position: i64, piece: Vec<u8>) -> Result<(), StoreError> {
    let (tenant, job, now) = (cx.tenant_id(), job.to_owned(), cx.now());
    // The file holds password hashes as they were sent.
    let context = jobs::seal_context(&job, position);
    let piece = cx.server.sealer.seal(&tenant, &context, &piece)?;
    cx.store()
        .write(move |db| jobs::insert_piece(db, &tenant, &job, position, &piece, now))
        .await
}

fn too_large(limit: usize) -> ManagementError {
    let message = format!("Payload content length greater than maximum allowed: {limit}");
    ManagementError::new(StatusCode::PAYLOAD_TOO_LARGE, message)
}
