//! A large file sent to a server, by the SDK or without.

use std::fs::File;
use std::io::Read;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use doorward::ManagementClient;
use doorward::management::{CreateJobUsersImport, File as Upload};
use hyper::body::{Body, Frame};

use super::loops::repeat;
use super::{Caller, Count};
use crate::bench::runtime;
use crate::run::{Doing, Fault};

const PIECE: usize = 64 << 10;

/// Sends a file of `mebibytes` MiB, over and over, until `time` is over; how many MiB were sent.
///
/// There is nothing in the file, so that it takes no room on the disk. It is read like any other.
pub(super) fn upload_for(
    time: Duration,
    with: Caller,
    url: &str,
    mebibytes: u64,
) -> Result<Count, Fault> {
    let file = tempfile::NamedTempFile::new().doing("make a file")?;
    file.as_file()
        .set_len(mebibytes << 20)
        .doing("make a large file")?;
    let runtime = runtime()?;
    let management = ManagementClient::builder("tenant.test")
        .base_url(url)
        .token("token")
        .timeout(Duration::from_secs(600))
        .build()
        .map_err(|error| Fault::Unexpected(error.to_string()))?;
    let client = reqwest::Client::new();
    Count::of(|| {
        let once = || match with {
            Caller::Sdk => {
                let import =
                    CreateJobUsersImport::new(Upload::at(file.path()), "con_0000000000000001");
                let sent = runtime.block_on(async { management.send(&import).await });
                sent.map(drop)
                    .map_err(|error| Fault::Unexpected(error.to_string()))
            }
            _ => {
                let body = FileBody(file.reopen().doing("open the large file")?);
                let request = client.post(url).body(reqwest::Body::wrap(body));
                let sent = runtime.block_on(async { request.send().await?.error_for_status() });
                sent.map(drop)
                    .map_err(|error| Fault::Unexpected(error.to_string()))
            }
        };
        Ok(repeat(time, once)? * mebibytes)
    })
}

/// A file, piece by piece.
struct FileBody(File);

impl Body for FileBody {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        let mut piece = vec![0; PIECE];
        Poll::Ready(match self.0.read(&mut piece) {
            Ok(0) => None,
            Ok(length) => {
                piece.truncate(length);
                Some(Ok(Frame::data(piece.into())))
            }
            Err(error) => Some(Err(error)),
        })
    }
}
