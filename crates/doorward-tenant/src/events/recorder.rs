//! Writes log entries behind the answers. What a request changed is durable before its answer leaves; that it
//! is also in the log follows within tenths of a second, and before any log is read or the process ends.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;

use super::{Event, Surroundings};
use crate::store::logs::LogRow;
use crate::store::{self, Store, StoreError};

/// Entries that may wait. When the store cannot follow, further ones are counted and dropped: a flood of
/// failed logins must not fill the memory.
const WAITING: usize = 16_384;
/// Entries written in one unit of work.
const BATCH: usize = 512;
/// How long an entry waits for company: every commit writes the last page of each index again.
const PATIENCE: Duration = Duration::from_millis(100);
/// How long entries wait for a store that fails: a database that starts again is back within it.
const LONGEST_OUTAGE: Duration = Duration::from_secs(120);
/// The same while somebody waits for them, a reader of logs or the end of the process.
const LONGEST_FLUSH: Duration = Duration::from_secs(2);
/// The longest pause between two attempts.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

enum Order {
    Write(Box<LogRow>),
    /// Answers once everything ordered before is durable.
    Flush(oneshot::Sender<()>),
}

/// Takes events and writes them to the store.
pub(crate) struct Recorder {
    orders: mpsc::Sender<Order>,
    dropped: AtomicU64,
}

impl Recorder {
    /// Starts the writing task on the current run time.
    pub(crate) fn start(store: Store) -> Self {
        let (orders, waiting) = mpsc::channel(WAITING);
        tokio::spawn(write_until_closed(store, waiting));
        Self {
            orders,
            dropped: AtomicU64::new(0),
        }
    }

    /// Notes that something happened. Never waits.
    pub(crate) fn record(
        &self,
        tenant: &str,
        event: &Event,
        caller: &Surroundings<'_>,
        now: Timestamp,
    ) {
        let row = LogRow {
            tenant: tenant.to_owned(),
            date: now,
            kind: event.kind,
            client_id: event.client.as_ref().map(|(id, _)| id.clone()),
            user_id: event.user_id.clone(),
            document: event.document(caller, now),
        };
        if self.orders.try_send(Order::Write(Box::new(row))).is_err() {
            let dropped = self.dropped.fetch_add(1, Ordering::Relaxed) + 1;
            if dropped.is_power_of_two() {
                tracing::error!(
                    dropped,
                    "tenant log entries are dropped: the store cannot follow"
                );
            }
        }
    }

    /// Waits until everything recorded so far can be read.
    pub(crate) async fn flush(&self) {
        let (done, written) = oneshot::channel();
        if self.orders.send(Order::Flush(done)).await.is_ok() {
            let _ = written.await;
        }
    }
}

async fn write_until_closed(store: Store, mut waiting: mpsc::Receiver<Order>) {
    let mut orders = Vec::with_capacity(BATCH);
    while waiting.recv_many(&mut orders, BATCH).await > 0 {
        let is_awaited = orders.iter().any(|order| matches!(order, Order::Flush(_)));
        if !is_awaited && orders.len() < BATCH / 4 {
            tokio::time::sleep(PATIENCE).await;
            while orders.len() < BATCH
                && let Ok(order) = waiting.try_recv()
            {
                orders.push(order);
            }
        }
        let mut rows = Vec::with_capacity(orders.len());
        let mut awaiting = Vec::new();
        for order in orders.drain(..) {
            match order {
                Order::Write(row) => rows.push(*row),
                Order::Flush(done) => awaiting.push(done),
            }
        }
        // Requests that end together order their entries in any sequence.
        rows.sort_by_key(|row: &LogRow| row.date);
        let patience = if awaiting.is_empty() {
            LONGEST_OUTAGE
        } else {
            LONGEST_FLUSH
        };
        write(&store, rows, patience).await;
        for done in awaiting {
            let _ = done.send(());
        }
    }
}

/// Writes them all at once; when that keeps failing, each alone, so that one that cannot be stored takes no other along.
async fn write(store: &Store, rows: Vec<LogRow>, patience: Duration) {
    let rows: Vec<Arc<LogRow>> = rows.into_iter().map(Arc::new).collect();
    let Err(error) = append(store, &rows, patience).await else {
        return;
    };
    tracing::error!(%error, "tenant log entries could not be written together");
    for row in rows {
        if let Err(error) = append(store, &[row], Duration::ZERO).await {
            tracing::error!(%error, "a tenant log entry is lost");
        }
    }
}

async fn append(store: &Store, rows: &[Arc<LogRow>], patience: Duration) -> Result<(), StoreError> {
    if rows.is_empty() {
        return Ok(());
    }
    let (began, mut pause) = (Instant::now(), PATIENCE);
    loop {
        let batch = rows.to_vec();
        let written = store.write(move |db| store::logs::append(db, &batch));
        match written.await {
            // Nobody waits for a log entry: it can wait for the others.
            Err(error) if StoreError::is_overload(&error) => tokio::time::sleep(PATIENCE).await,
            Err(_) if began.elapsed() < patience => {
                tokio::time::sleep(pause).await;
                pause = LONGEST_PAUSE.min(pause * 2);
            }
            outcome => return outcome,
        }
    }
}
