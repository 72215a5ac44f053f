//! The `multipart/form-data` body of an import, read whole before the tenant hears of it: a wrong part may
//! stand behind the file. What is large waits on disk.

use std::io::Write;
use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use doorward_api::{File, FileContent};
use http_body_util::{BodyStream, LengthLimitError, Limited};
use multer::{Field, Multipart};
use tempfile::NamedTempFile;

use crate::error::GatewayError;

/// Largest file kept in memory: what Auth0 takes never touches the disk.
const MEMORY_BYTES: usize = 512 * 1024;
/// Longest of the other parts.
const TEXT_BYTES: usize = 1024;
/// Most parts: those that mean something, and one that is refused.
const MOST_PARTS: usize = 8;
/// Longest silence of the caller's within its body.
const PATIENCE: Duration = Duration::from_secs(10);

/// The parts of an import.
pub(super) struct Form {
    pub(super) users: Users,
    /// The name of the connection.
    pub(super) connection: Option<String>,
    pub(super) upsert: Option<String>,
    pub(super) external_id: Option<String>,
    pub(super) send_completion_email: Option<String>,
}

impl Form {
    /// Reads a body of at most `limit_bytes`.
    ///
    /// # Errors
    ///
    /// 413 for more; 408 for a caller that falls silent; 400 for `connection_id`, a part that is unknown,
    /// given twice or no text, and for a form without `users`.
    pub(super) async fn read(
        body: Body,
        boundary: String,
        limit_bytes: usize,
    ) -> Result<Self, GatewayError> {
        let limited = BodyStream::new(Limited::new(body, limit_bytes));
        let pieces = futures_util::StreamExt::filter_map(limited, async |frame| match frame {
            Ok(frame) => frame.into_data().ok().map(Ok),
            Err(error) => Some(Err(error)),
        });
        let mut body = Multipart::new(pieces, boundary);
        let mut users = None;
        let mut texts: [(&str, Option<String>); 4] = [
            ("connection", None),
            ("upsert", None),
            ("external_id", None),
            ("send_completion_email", None),
        ];
        let mut parts = 0;
        while let Some(mut part) = next(&mut body, limit_bytes).await? {
            parts += 1;
            let name = part.name().unwrap_or_default().to_owned();
            let known = texts.iter_mut().find(|(known, _)| *known == name);
            match (name.as_str(), known) {
                ("users", _) if users.is_none() => {
                    users = Some(Users::read(&mut part, limit_bytes).await?);
                }
                ("connection_id", _) => {
                    return Err(GatewayError::bad(
                        "connection_id cannot be given: name the connection in connection",
                    ));
                }
                (_, Some((_, text @ None))) => {
                    *text = Some(read_text(&mut part, &name, limit_bytes).await?);
                }
                ("users", _) | (_, Some(_)) => {
                    return Err(GatewayError::bad(format!("{name} is given more than once")));
                }
                _ => return Err(GatewayError::bad("the form has an unknown part")),
            }
            if parts > MOST_PARTS {
                return Err(GatewayError::bad("the form has too many parts"));
            }
        }
        let [connection, upsert, external_id, send_completion_email] = texts.map(|(_, text)| text);
        Ok(Self {
            users: users.ok_or_else(|| GatewayError::bad("users is required"))?,
            connection: connection.filter(|name| !name.is_empty()),
            upsert,
            external_id,
            send_completion_email,
        })
    }
}

/// The uploaded file, with the name and media type it came with.
pub(super) struct Users {
    name: String,
    media: String,
    content: Content,
}

enum Content {
    Memory(Vec<u8>),
    /// Removed when this value is.
    Disk(NamedTempFile),
}

impl Users {
    async fn read(part: &mut Field<'_>, limit_bytes: usize) -> Result<Self, GatewayError> {
        let name = part.file_name().unwrap_or("users.json").to_owned();
        let media = part
            .content_type()
            .map_or_else(|| "application/json".to_owned(), ToString::to_string);
        let mut content = Content::Memory(Vec::new());
        while let Some(piece) = chunk(part, limit_bytes).await? {
            content = content.with(piece).await?;
        }
        Ok(Self {
            name,
            media,
            content,
        })
    }

    /// What is sent to the tenant. This value must outlive it.
    pub(super) fn file(&self) -> File {
        File {
            name: self.name.clone(),
            media: self.media.clone(),
            content: match &self.content {
                Content::Memory(bytes) => FileContent::Bytes(bytes.clone()),
                Content::Disk(file) => FileContent::Path(file.path().to_owned()),
            },
        }
    }
}

impl Content {
    /// The same with `piece` behind it. Disks are slow, so they are written where nobody waits.
    async fn with(self, piece: Bytes) -> Result<Self, GatewayError> {
        match self {
            Self::Memory(mut bytes) if bytes.len() + piece.len() <= MEMORY_BYTES => {
                bytes.extend_from_slice(&piece);
                Ok(Self::Memory(bytes))
            }
            content => tokio::task::spawn_blocking(move || {
                let mut file = match content {
                    Self::Disk(file) => file,
                    Self::Memory(bytes) => {
                        let mut file = NamedTempFile::new()?;
                        file.write_all(&bytes)?;
                        file
                    }
                };
                file.write_all(&piece)?;
                Ok(Self::Disk(file))
            })
            .await
            .map_err(GatewayError::Interrupted)?
            .map_err(GatewayError::Spool),
        }
    }
}

async fn next<'b>(
    body: &mut Multipart<'b>,
    limit_bytes: usize,
) -> Result<Option<Field<'b>>, GatewayError> {
    in_time(body.next_field(), limit_bytes).await
}

async fn chunk(part: &mut Field<'_>, limit_bytes: usize) -> Result<Option<Bytes>, GatewayError> {
    in_time(part.chunk(), limit_bytes).await
}

async fn in_time<T>(
    reading: impl Future<Output = Result<T, multer::Error>>,
    limit_bytes: usize,
) -> Result<T, GatewayError> {
    match tokio::time::timeout(PATIENCE, reading).await {
        Err(_) => Err(GatewayError::TooSlow),
        Ok(Ok(read)) => Ok(read),
        Ok(Err(multer::Error::StreamReadFailed(cause))) if cause.is::<LengthLimitError>() => {
            Err(GatewayError::TooLarge(limit_bytes))
        }
        Ok(Err(_)) => Err(GatewayError::bad("the body is no multipart form")),
    }
}

async fn read_text(
    part: &mut Field<'_>,
    name: &str,
    limit_bytes: usize,
) -> Result<String, GatewayError> {
    let mut bytes = Vec::new();
    while let Some(piece) = chunk(part, limit_bytes).await? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > TEXT_BYTES {
            return Err(GatewayError::bad(format!("{name} is too long")));
        }
    }
    String::from_utf8(bytes).map_err(|_| GatewayError::bad(format!("{name} is not UTF-8")))
}
