//! `multipart/form-data` bodies (RFC 7578) that read their files while they are sent.

use std::fmt::Write as _;

use doorward_api::{FileContent, Part, PartContent};
use http::HeaderValue;

use crate::error::{ArgumentError, Error};
use crate::random;
use crate::transport::{Body, Reader, Segment};

/// Media type and body of `parts`, in their order. A `reader` is read instead of the first file's content.
///
/// # Errors
///
/// [`ArgumentError::File`] when a file is not there.
pub(super) async fn write(
    parts: Vec<Part>,
    mut reader: Option<Reader>,
) -> Result<(HeaderValue, Body), Error> {
    let boundary = format!("doorward-{:032x}", u128::from_be_bytes(random::bytes()?));
    let mut segments = Vec::new();
    let mut text = String::new();
    for part in parts {
        let _ = write!(
            text,
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"",
            escaped(part.name)
        );
        match part.content {
            PartContent::Text(value) => {
                let _ = write!(text, "\r\n\r\n{value}\r\n");
            }
            PartContent::File(file) => {
                let name = escaped(&file.name);
                let media = file.media.replace(['\r', '\n'], " ");
                let _ = write!(
                    text,
                    "; filename=\"{name}\"\r\nContent-Type: {media}\r\n\r\n"
                );
                segments.push(Segment::Bytes(std::mem::take(&mut text).into()));
                segments.push(match reader.take() {
                    Some(reader) => Segment::Reader(reader),
                    None => content(file.content).await?,
                });
                text.push_str("\r\n");
            }
        }
    }
    let _ = write!(text, "--{boundary}--\r\n");
    segments.push(Segment::Bytes(text.into()));
    let content_type = HeaderValue::try_from(format!("multipart/form-data; boundary={boundary}"))
        .map_err(|_| ArgumentError::Header("content-type".into()))?;
    Ok((content_type, Body::of(segments)))
}

async fn content(content: FileContent) -> Result<Segment, Error> {
    match content {
        FileContent::Bytes(bytes) => Ok(Segment::Bytes(bytes.into())),
        FileContent::Path(path) => match tokio::fs::metadata(&path).await {
            Ok(metadata) => Ok(Segment::File {
                length: metadata.len(),
                path,
            }),
            Err(source) => Err(ArgumentError::File {
                path: path.display().to_string(),
                source,
            }
            .into()),
        },
    }
}

/// A name as it may stand between quotes in a header of a part.
fn escaped(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
