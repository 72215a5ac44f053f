//! Writes log entries behind the answers. What a request changed is durable before its answer leaves; that it
//! is also in the log follows within milliseconds, and before any log is read or the process ends.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use tokio::sync::{mpsc, oneshot};

use super::{Event, Surroundings};
use crate::store::logs::LogRow;
use crate::store::{self, Store, StoreError};

/// Entries that may wait. When the store cannot follow, further ones are counted and dropped: a flood of
/// failed logins must not fill the memory.
const WAITING: usize = 16_384;
/// Entries written in one unit of work.
const BATCH: usize = 512;
/// How long an entry waits for company.
const PATIENCE: Duration = Duration::from_millis(20);

enum Order {
    Write(Box<LogRow>),
    /// Answers once everything ordered before is durable.
    Flush(oneshot::Sender<()>),
}

/// Takes events and writes them to the store.
pub(crate) struct Recorder {
    orders: mpsc::Sender<Order>,
    counter: AtomicU64,
    dropped: AtomicU64,
}

impl Recorder {
    /// Starts the writing task on the current run time.
    pub(crate) fn start(store: Store) -> Self {
        let (orders, waiting) = mpsc::channel(WAITING);
        tokio::spawn(write_until_closed(store, waiting));
        Self {
            orders,
            counter: AtomicU64::new(0),
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
        let log_id = self.log_id(now);
        let mut document = event.document(caller, now);
        document.insert("log_id".to_owned(), log_id.as_str().into());
        document.insert("_id".to_owned(), log_id.as_str().into());
        let row = LogRow {
            tenant: tenant.to_owned(),
            log_id,
            date: now,
            kind: event.kind,
            client_id: event.client.as_ref().map(|(id, _)| id.clone()),
            user_id: event.user_id.clone(),
            document: serde_json::Value::Object(document).to_string(),
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

    /// 56 digits that sort by time: `90020`, the moment to the millisecond, and a counter.
    fn log_id(&self, now: Timestamp) -> String {
        let count = self.counter.fetch_add(1, Ordering::Relaxed);
        let utc = now.to_zoned(TimeZone::UTC);
        // The process id keeps the entries of two processes on one database apart.
        let process = u64::from(std::process::id());
        format!(
            "90020{}{:03}{count:015}{process:019}",
            utc.strftime("%Y%m%d%H%M%S"),
            utc.millisecond(),
        )
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
        if let Err(error) = write(&store, Arc::new(rows)).await {
            tracing::error!(%error, "tenant log entries could not be written");
        }
        for done in awaiting {
            let _ = done.send(());
        }
    }
}

async fn write(store: &Store, rows: Arc<Vec<LogRow>>) -> Result<(), StoreError> {
    if rows.is_empty() {
        return Ok(());
    }
    loop {
        let batch = Arc::clone(&rows);
        let written = store.write(move |db| {
            let mut batch = batch.iter();
            batch.try_for_each(|row| store::logs::insert(db, row))
        });
        match written.await {
            // Nobody waits for a log entry: it can wait for the others.
            Err(error) if StoreError::is_overload(&error) => tokio::time::sleep(PATIENCE).await,
            outcome => return outcome,
        }
    }
}
