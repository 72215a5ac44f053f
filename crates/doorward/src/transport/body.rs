//! The body of a request: bytes, files and readers in turn.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use futures_util::stream::{self, BoxStream, Stream, StreamExt, TryStreamExt};
use http_body::{Frame, SizeHint};
use tokio::fs::File;
use tokio::io::{AsyncRead, AsyncReadExt, Take};

/// How much of a file is in memory at a time.
const CHUNK_BYTES: usize = 64 * 1024;

/// The body of a request.
///
/// A clone sends the same content from the start, which is what a retry does: files are opened
/// anew, never held in memory. Only what comes from a reader can be sent once. As an
/// [`http_body::Body`] it knows its exact length, unless a reader's is unknown.
#[derive(Clone, Default)]
pub struct Body {
    segments: Vec<Segment>,
}

/// A stretch of a body.
#[derive(Clone)]
pub(crate) enum Segment {
    /// Content in memory.
    Bytes(Bytes),
    /// The first `length` bytes of a file, read when their turn comes.
    File { path: PathBuf, length: u64 },
    /// What a reader gives.
    Reader(Reader),
}

type Source = Pin<Box<dyn AsyncRead + Send>>;

/// A reader in the place of a stretch of a body. Whoever sends first reads it; there is nothing for
/// others.
#[derive(Clone)]
pub(crate) struct Reader {
    content: Arc<Mutex<Option<Source>>>,
    /// How much it gives, if that is known: exactly so much is sent then.
    length: Option<u64>,
}

impl Reader {
    pub(crate) fn new(content: impl AsyncRead + Send + 'static, length: Option<u64>) -> Self {
        Self {
            content: Arc::new(Mutex::new(Some(Box::pin(content)))),
            length,
        }
    }

    fn into_stream(self) -> BoxStream<'static, io::Result<Bytes>> {
        let content = self
            .content
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        match (content, self.length) {
            (None, _) => {
                let again = io::Error::other("a reader can be sent once");
                stream::once(async { Err(again) }).boxed()
            }
            (Some(content), Some(length)) => chunks(content.take(length)).boxed(),
            (Some(content), None) => to_end(content).boxed(),
        }
    }
}

impl Segment {
    fn length(&self) -> Option<u64> {
        match self {
            Self::Bytes(bytes) => Some(bytes.len() as u64),
            Self::File { length, .. } => Some(*length),
            Self::Reader(reader) => reader.length,
        }
    }

    fn into_stream(self) -> BoxStream<'static, io::Result<Bytes>> {
        match self {
            Self::Bytes(bytes) => stream::once(async { Ok(bytes) }).boxed(),
            Self::Reader(reader) => reader.into_stream(),
            Self::File { path, length } => stream::once(async move {
                let file = File::open(path).await?;
                Ok::<_, io::Error>(chunks(file.take(length)))
            })
            .try_flatten()
            .boxed(),
        }
    }
}

/// The content of a reader in pieces; fails when it ends before its limit.
fn chunks<R: AsyncRead + Unpin>(from: Take<R>) -> impl Stream<Item = io::Result<Bytes>> {
    stream::try_unfold(from, |mut from| async move {
        if from.limit() == 0 {
            return Ok(None);
        }
        let mut chunk = BytesMut::with_capacity(CHUNK_BYTES);
        match from.read_buf(&mut chunk).await? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(Some((chunk.freeze(), from))),
        }
    })
}

/// The content of a reader in pieces, up to its end.
fn to_end<R: AsyncRead + Unpin>(from: R) -> impl Stream<Item = io::Result<Bytes>> {
    stream::try_unfold(from, |mut from| async move {
        let mut chunk = BytesMut::with_capacity(CHUNK_BYTES);
        match from.read_buf(&mut chunk).await? {
            0 => Ok(None),
            _ => Ok(Some((chunk.freeze(), from))),
        }
    })
}

impl Body {
    /// A body of several stretches in turn.
    pub(crate) fn of(segments: Vec<Segment>) -> Self {
        Self { segments }
    }

    /// Nothing at all, as a GET sends it.
    pub fn empty() -> Self {
        Self::default()
    }

    /// The length in bytes; `None` when a reader decides on it.
    pub fn length(&self) -> Option<u64> {
        self.segments.iter().map(Segment::length).sum()
    }

    /// Whether a clone can be sent after this was.
    pub fn is_repeatable(&self) -> bool {
        let once = |segment: &Segment| matches!(segment, Segment::Reader(_));
        !self.segments.iter().any(once)
    }

    /// The whole content, when it is in memory in one piece; `None` for a body with files or readers.
    pub fn as_bytes(&self) -> Option<Bytes> {
        match self.segments.as_slice() {
            [] => Some(Bytes::new()),
            [Segment::Bytes(bytes)] => Some(bytes.clone()),
            _ => None,
        }
    }

    /// The content as an [`http_body::Body`].
    pub fn into_http_body(
        self,
    ) -> impl http_body::Body<Data = Bytes, Error = io::Error> + Send + Sync + 'static {
        Streamed {
            remaining: self.length(),
            chunks: Mutex::new(
                stream::iter(self.segments)
                    .flat_map(Segment::into_stream)
                    .boxed(),
            ),
        }
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Self::of(vec![Segment::Bytes(bytes.into())])
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self::of(vec![Segment::Bytes(bytes)])
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.length() {
            Some(length) => write!(f, "Body({length} bytes)"),
            None => f.write_str("Body(from a reader)"),
        }
    }
}

/// A body on its way out.
struct Streamed {
    /// How much is still to come, if that is known.
    remaining: Option<u64>,
    /// Never locked: HTTP clients ask for a `Sync` body although they poll it alone, and a mutex
    /// makes a stream that.
    chunks: Mutex<BoxStream<'static, io::Result<Bytes>>>,
}

impl http_body::Body for Streamed {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let chunks = self
            .chunks
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner);
        let chunk = std::task::ready!(chunks.poll_next_unpin(cx));
        if let Some(Ok(bytes)) = &chunk {
            let length = bytes.len() as u64;
            self.remaining = self.remaining.map(|rest| rest.saturating_sub(length));
        }
        Poll::Ready(chunk.map(|result| result.map(Frame::data)))
    }

    fn is_end_stream(&self) -> bool {
        self.remaining == Some(0)
    }

    fn size_hint(&self) -> SizeHint {
        self.remaining
            .map_or_else(SizeHint::new, SizeHint::with_exact)
    }
}
