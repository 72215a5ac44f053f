//! Reads of sessions that are wanted at the same moment, carried to Redis together.
//!
//! Every protected request asks for one session. A command for each of them would wake the connection, be written to
//! the socket and be answered by itself; under load that is most of what a request costs. What many requests want at
//! once is one `MGET`.

use bytes::Bytes;
use fred::clients::{Client, WithOptions};
use fred::error::{Error, ErrorKind};
use fred::interfaces::KeysInterface;
use tokio::sync::{mpsc, oneshot};

/// Most records that one command asks for: others wait in Redis for as long as it takes.
const MOST: usize = 100;

type Found = Result<Option<Bytes>, Error>;

/// One record that somebody waits for.
struct Read {
    key: String,
    waiting: oneshot::Sender<Found>,
}

/// The way to whoever carries the reads. Its queue is as long as requests are in flight.
pub(super) struct Reads(mpsc::UnboundedSender<Read>);

impl Reads {
    /// Carries reads over `client` until this value is gone. Must be called in a Tokio runtime.
    pub(super) fn over(client: WithOptions<Client>) -> Self {
        let (sender, reads) = mpsc::unbounded_channel();
        tokio::spawn(carry(client, reads));
        Self(sender)
    }

    /// The value of a key, if it has one.
    pub(super) async fn find(&self, key: String) -> Found {
        let (waiting, found) = oneshot::channel();
        let gone = || Error::new(ErrorKind::Canceled, "the connection is being closed");
        self.0.send(Read { key, waiting }).map_err(|_| gone())?;
        found.await.unwrap_or_else(|_| Err(gone()))
    }
}

async fn carry(client: WithOptions<Client>, mut reads: mpsc::UnboundedReceiver<Read>) {
    let mut batch = Vec::new();
    while reads.recv_many(&mut batch, MOST).await > 0 {
        // Requests that have arrived are read to the point where they ask, and come along.
        tokio::task::yield_now().await;
        while batch.len() < MOST
            && let Ok(read) = reads.try_recv()
        {
            batch.push(read);
        }
        let batch = std::mem::take(&mut batch);
        let client = client.clone();
        // The next ones need not wait for the answer.
        tokio::spawn(async move { fetch(&client, batch).await });
    }
}

async fn fetch(client: &WithOptions<Client>, mut batch: Vec<Read>) {
    // Whose caller has hung up needs nothing.
    batch.retain(|read| !read.waiting.is_closed());
    if batch.is_empty() {
        return;
    }
    let (keys, waiting): (Vec<_>, Vec<_>) = batch
        .into_iter()
        .map(|read| (read.key, read.waiting))
        .unzip();
    let found: Result<Vec<Option<Bytes>>, _> = client.mget(keys).await;
    match found {
        Ok(found) if found.len() == waiting.len() => {
            for (waiting, found) in waiting.into_iter().zip(found) {
                let _hung_up = waiting.send(Ok(found));
            }
        }
        other => {
            let unequal = || Error::new(ErrorKind::Protocol, "an answer for other keys");
            let error = other.err().unwrap_or_else(unequal);
            for waiting in waiting {
                let _hung_up = waiting.send(Err(error.clone()));
            }
        }
    }
}
