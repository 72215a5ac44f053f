//! Event streams (`text/event-stream`): one JSON value after another, for as long as one listens.

use bytes::BytesMut;
use doorward_api::{Api, Operation, Parts};
use futures_util::stream::{self, Stream};
use http::StatusCode;
use http_body_util::BodyExt;

use super::ApiClient;
use crate::error::{ArgumentError, Error};
use crate::response::RawResponse;
use crate::transport::{TransportError, TransportErrorKind};

/// No event may be longer than this many bytes.
const EVENT_LIMIT_BYTES: usize = 1024 * 1024;

impl<A: Api> ApiClient<A> {
    /// The events of an operation that answers with a stream of them, as they come. The timeout
    /// counts until the stream begins.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send) when the stream does not begin; the stream's own when it breaks.
    pub async fn subscribe<O: Operation<Api = A>>(
        &self,
        operation: &O,
    ) -> Result<impl Stream<Item = Result<O::Output, Error>> + use<A, O>, Error> {
        let parts = Parts::of(operation).map_err(ArgumentError::Unsendable)?;
        let data = self.subscribe_parts(parts, O::PATH).await?;
        Ok(stream::StreamExt::map(data, |data| {
            let data = data?;
            O::read(&data).map_err(|source| Error::undecodable(source, as_response(data)))
        }))
    }

    /// As [`subscribe`](Self::subscribe), for a request that is put together already. Every event's
    /// data is left unread.
    ///
    /// # Errors
    ///
    /// As [`subscribe`](Self::subscribe).
    pub async fn subscribe_parts(
        &self,
        parts: Parts,
        path: &str,
    ) -> Result<impl Stream<Item = Result<Vec<u8>, Error>> + use<A>, Error> {
        let outgoing = self.compose(parts, path).await?;
        let body = self.open(outgoing).await?;
        Ok(stream::try_unfold(
            (body, Events::default()),
            |(mut body, mut events)| async move {
                loop {
                    if let Some(event) = events.next()? {
                        return Ok(Some((event, (body, events))));
                    }
                    let Some(frame) = body.frame().await else {
                        return Ok(None);
                    };
                    if let Ok(chunk) = frame?.into_data() {
                        events.feed(&chunk);
                    }
                }
            },
        ))
    }
}

fn as_response(data: Vec<u8>) -> RawResponse {
    RawResponse {
        status: StatusCode::OK,
        headers: http::HeaderMap::new(),
        body: data.into(),
    }
}

/// Cuts a byte stream into the data of its events (WHATWG HTML, 9.2.6).
#[derive(Default)]
struct Events {
    unread: BytesMut,
    /// The data lines of the event being read.
    data: Vec<u8>,
}

impl Events {
    fn feed(&mut self, chunk: &[u8]) {
        self.unread.extend_from_slice(chunk);
    }

    /// The data of the next event that is complete. Comments, names and ids are passed over.
    ///
    /// # Errors
    ///
    /// When the event being read is longer than any may be.
    fn next(&mut self) -> Result<Option<Vec<u8>>, TransportError> {
        while let Some(end) = self.unread.iter().position(|byte| *byte == b'\n') {
            let line = self.unread.split_to(end + 1);
            let line = line.strip_suffix(b"\n").unwrap_or(&line);
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if line.is_empty() {
                if !self.data.is_empty() {
                    return Ok(Some(std::mem::take(&mut self.data)));
                }
            } else if let Some(value) = line.strip_prefix(b"data:") {
                if !self.data.is_empty() {
                    self.data.push(b'\n');
                }
                self.data
                    .extend_from_slice(value.strip_prefix(b" ").unwrap_or(value));
            }
            check(self.data.len())?;
        }
        check(self.unread.len() + self.data.len())?;
        Ok(None)
    }
}

fn check(length: usize) -> Result<(), TransportError> {
    if length > EVENT_LIMIT_BYTES {
        let reason = "event longer than 1 MiB";
        return Err(TransportError::new(TransportErrorKind::Other, reason));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_found_however_the_bytes_arrive() {
        let stream =
            ": hello\n\nevent: x\nid: 1\ndata: {\"a\":\ndata:1}\r\n\r\ndata: 2\n\ndata: cut";
        for size in [1, 3, 7, stream.len()] {
            let mut events = Events::default();
            let mut found = Vec::new();
            for chunk in stream.as_bytes().chunks(size) {
                events.feed(chunk);
                while let Some(event) = events.next().unwrap() {
                    found.push(String::from_utf8(event).unwrap());
                }
            }
            assert_eq!(found, ["{\"a\":\n1}", "2"]);
        }
    }

    #[test]
    fn an_endless_event_is_given_up() {
        let half = vec![b'x'; EVENT_LIMIT_BYTES / 2];
        let mut events = Events::default();
        for _ in 0..2 {
            events.feed(&half);
            assert!(events.next().unwrap().is_none());
        }
        events.feed(b"x");
        assert!(events.next().is_err());

        let line = [b"data:", &half[..], b"\n"].concat();
        let mut events = Events::default();
        events.feed(&line);
        assert!(events.next().unwrap().is_none());
        events.feed(&line);
        assert!(events.next().is_err());
    }

    #[test]
    fn many_events_may_come_in_one_piece() {
        let event = [b"data:".as_slice(), &[b'x'; 1000], b"\n\n"].concat();
        let mut events = Events::default();
        events.feed(&event.repeat(2 * EVENT_LIMIT_BYTES / 1000));
        let mut count = 0;
        while events.next().unwrap().is_some() {
            count += 1;
        }
        assert_eq!(count, 2 * EVENT_LIMIT_BYTES / 1000);
    }
}
