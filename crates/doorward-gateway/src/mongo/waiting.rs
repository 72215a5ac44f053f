//! Users whose copies are still to be written.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use bson::Document;
use tokio::sync::Notify;

/// Users at a time. Who comes after that has no copy until the next login or refresh.
const LIMIT: usize = 10_000;

/// Updates by user. A newer one takes the place of an older one, so that none overtakes another.
#[derive(Default)]
pub(super) struct Waiting {
    updates: Mutex<HashMap<String, Document>>,
    came: Notify,
}

impl Waiting {
    /// Adds one. `false` when there is no room.
    pub(super) fn add(&self, user_id: &str, update: Document) -> bool {
        let mut updates = self.updates.lock().unwrap_or_else(PoisonError::into_inner);
        if updates.len() >= LIMIT && !updates.contains_key(user_id) {
            return false;
        }
        updates.insert(user_id.to_owned(), update);
        drop(updates);
        self.came.notify_one();
        true
    }

    /// Puts back what could not be written, unless something newer has come.
    pub(super) fn put_back(&self, failed: Vec<(String, Document)>) {
        let mut updates = self.updates.lock().unwrap_or_else(PoisonError::into_inner);
        for (user_id, update) in failed {
            updates.entry(user_id).or_insert(update);
        }
        drop(updates);
        self.came.notify_one();
    }

    /// Takes all there are.
    pub(super) fn take(&self) -> HashMap<String, Document> {
        std::mem::take(&mut *self.updates.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Waits until something has come since the last time.
    pub(super) async fn wait(&self) {
        self.came.notified().await;
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.updates
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .len()
    }
}

#[cfg(test)]
mod tests {
    use bson::doc;

    use super::*;

    #[test]
    fn what_comes_back_does_not_overtake_what_is_newer() {
        let waiting = Waiting::default();
        assert!(waiting.add("a", doc! { "n": 1 }));
        assert!(waiting.add("b", doc! { "n": 1 }));
        let failed = waiting.take();
        assert!(waiting.add("a", doc! { "n": 2 }));
        waiting.put_back(failed.into_iter().collect());
        let updates = waiting.take();
        assert_eq!(
            (&updates["a"], &updates["b"]),
            (&doc! { "n": 2 }, &doc! { "n": 1 })
        );
    }

    #[test]
    fn there_is_an_end_to_waiting() {
        let waiting = Waiting::default();
        for n in 0..LIMIT {
            assert!(waiting.add(&n.to_string(), doc! {}));
        }
        assert!(!waiting.add("one more", doc! {}));
        assert!(waiting.add("0", doc! { "n": 2 }));
        assert_eq!(waiting.count(), LIMIT);
    }
}
