//! From sessions to copies, on a task of its own.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::collection::Collection;
use super::document;
use super::waiting::Waiting;
use crate::clock::Clock;
use crate::config::MongoSettings;
use crate::session::Session;

/// Wait after a failure; doubled after each further one.
const FIRST_PAUSE: Duration = Duration::from_millis(250);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// How long the end of the process waits for the last copies.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// The copies of a gateway; none are made unless they were asked for.
pub(crate) struct Copies(Option<Copier>);

struct Copier {
    properties: Vec<String>,
    clock: Clock,
    waiting: Arc<Waiting>,
    collection: Arc<Collection>,
    /// Dropped or true: write what there is and stop.
    stop: watch::Sender<bool>,
    worker: tokio::sync::Mutex<Option<JoinHandle<()>>>,
}

impl Copies {
    /// Starts to copy, if `settings` ask for it. Mongo need not be reachable. Must be called in a Tokio runtime.
    pub(crate) fn start(settings: Option<&MongoSettings>, clock: &Clock) -> Self {
        let Some(settings) = settings else {
            return Self(None);
        };
        let waiting = Arc::<Waiting>::default();
        let collection = Arc::new(Collection::new(settings.clone()));
        let (stop, stopped) = watch::channel(false);
        let worker = tokio::spawn(work(waiting.clone(), collection.clone(), stopped));
        Self(Some(Copier {
            properties: settings.properties.clone(),
            clock: clock.clone(),
            waiting,
            collection,
            stop,
            worker: tokio::sync::Mutex::new(Some(worker)),
        }))
    }

    /// Has the user of a session copied, soon.
    pub(crate) fn make(&self, session: &Session) {
        let Some(copier) = &self.0 else { return };
        let Ok(Value::Object(profile)) = serde_json::from_slice(&session.profile) else {
            return;
        };
        let user_id = &session.facts.user_id;
        let now = copier.clock.now();
        let update = document::update(&copier.properties, user_id, &profile, now);
        if !copier.waiting.add(user_id, update) {
            tracing::error!("a user was not copied to Mongo: too many are waiting");
        }
    }

    /// Whether Mongo answers; true when it is not needed.
    pub(crate) async fn is_there(&self) -> bool {
        match &self.0 {
            Some(copier) => copier.collection.ping().await.is_ok(),
            None => true,
        }
    }

    /// Writes the last copies, for a few seconds at most, and closes the connections.
    pub(crate) async fn close(&self) {
        let Some(copier) = &self.0 else { return };
        copier.stop.send_replace(true);
        if let Some(worker) = copier.worker.lock().await.take() {
            let abort = worker.abort_handle();
            if tokio::time::timeout(LAST_WORDS, worker).await.is_err() {
                tracing::error!("the last users were perhaps not copied to Mongo");
                abort.abort();
            }
        }
        let users = copier.waiting.count();
        if users > 0 {
            tracing::error!(users, "users were not copied to Mongo");
        }
        copier.collection.close().await;
    }
}

/// Asks the server of `settings` whether it is there.
pub(crate) async fn ask(settings: &MongoSettings) -> Result<(), String> {
    let collection = Collection::new(settings.clone());
    let answer = collection.ping().await;
    collection.close().await;
    answer
}

/// Writes what waits, and what has failed again after a pause, until it is told to stop.
async fn work(waiting: Arc<Waiting>, collection: Arc<Collection>, mut stop: watch::Receiver<bool>) {
    let mut pause = FIRST_PAUSE;
    let mut is_last = false;
    while !is_last {
        is_last = tokio::select! {
            biased;
            _ = stop.wait_for(|stop| *stop) => true,
            () = waiting.wait() => false,
        };
        let updates = waiting.take();
        if updates.is_empty() {
            continue;
        }
        let failed = collection.write(updates).await;
        if failed.is_empty() {
            pause = FIRST_PAUSE;
            continue;
        }
        waiting.put_back(failed);
        if !is_last {
            is_last = tokio::select! {
                () = tokio::time::sleep(pause) => false,
                _ = stop.wait_for(|stop| *stop) => false,
            };
            pause = LONGEST_PAUSE.min(pause * 2);
        }
    }
}
