//! Attempts at one account take turns, so that a burst of guesses is no more than the limit allows.
//!
//! A guess is counted when its hash is known, tens of milliseconds after it was let in. Whoever sends hundreds
//! at once would have them all let in before the first is counted. So an attempt is let in only while those
//! that are inside leave room for it, even if all of them fail; the others wait for one to leave.
//!
//! It spares a process the hashes of guesses that could not count any more. That no more guesses count than may,
//! on several processes too, is seen to where failures are counted: in the database, after the hash.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, OwnedMutexGuard};

use crate::store::login_failures::Counter;

/// How many attempts at one account may be inside or waiting.
const MOST_AT_ONCE: usize = 256;

/// The turnstiles of a tenant, one for each account that somebody tries to enter right now.
#[derive(Default)]
pub(crate) struct Turnstiles(Mutex<HashMap<Counter, Arc<Turnstile>>>);

#[derive(Default)]
struct Turnstile {
    /// Held by the attempt that is next.
    front: Arc<tokio::sync::Mutex<()>>,
    inside: AtomicU32,
    left: Notify,
}

/// An attempt's place at a turnstile, in front of it or inside. Leaves when it is dropped.
pub(crate) struct Place<'t> {
    turnstiles: &'t Turnstiles,
    counter: Counter,
    turnstile: Arc<Turnstile>,
    front: Option<OwnedMutexGuard<()>>,
    is_inside: bool,
}

impl Turnstiles {
    /// Waits to be the next; `None` when far too many wait already.
    pub(crate) async fn line_up(&self, counter: &Counter) -> Option<Place<'_>> {
        let turnstile = {
            let mut all = self.lock();
            let turnstile = Arc::clone(all.entry(counter.clone()).or_default());
            // One belongs to the map, one is this.
            if Arc::strong_count(&turnstile) > MOST_AT_ONCE + 1 {
                return None;
            }
            turnstile
        };
        let mut place = Place {
            turnstiles: self,
            counter: counter.clone(),
            turnstile,
            front: None,
            is_inside: false,
        };
        let front = Arc::clone(&place.turnstile.front);
        place.front = Some(front.lock_owned().await);
        Some(place)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Counter, Arc<Turnstile>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Place<'_> {
    /// How many are inside. Read it before the failures: who leaves meanwhile is then counted twice, not never.
    pub(crate) fn inside(&self) -> u32 {
        self.turnstile.inside.load(Ordering::Acquire)
    }

    /// Waits until somebody has left.
    pub(crate) async fn somebody_left(&self) {
        self.turnstile.left.notified().await;
    }

    /// Goes in; the next one moves up.
    pub(crate) fn enter(&mut self) {
        self.turnstile.inside.fetch_add(1, Ordering::AcqRel);
        self.is_inside = true;
        self.front = None;
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        if self.is_inside {
            self.turnstile.inside.fetch_sub(1, Ordering::AcqRel);
            self.turnstile.left.notify_one();
        }
        self.front = None;
        let mut all = self.turnstiles.lock();
        // The map's and this one: nobody else is here.
        if Arc::strong_count(&self.turnstile) <= 2 {
            all.remove(&self.counter);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt as _;

    fn counter(identifier: &str) -> Counter {
        Counter {
            connection_id: "con_1".to_owned(),
            identifier: identifier.to_owned(),
            ip: String::new(),
        }
    }

    #[tokio::test]
    async fn one_at_a_time_asks_whether_there_is_room() {
        let turnstiles = Turnstiles::default();
        let ada = counter("ada");
        let mut first = turnstiles.line_up(&ada).await.unwrap();
        let others = async { turnstiles.line_up(&ada).await.unwrap() };
        tokio::pin!(others);
        assert!(others.as_mut().now_or_never().is_none());
        assert!(turnstiles.line_up(&counter("grace")).await.is_some());
        first.enter();
        let second = others.await;
        assert_eq!(second.inside(), 1);
        let wait = second.somebody_left();
        tokio::pin!(wait);
        assert!(wait.as_mut().now_or_never().is_none());
        drop(first);
        wait.await;
        assert_eq!(second.inside(), 0);
    }

    #[tokio::test]
    async fn nothing_is_kept_of_those_who_left() {
        let turnstiles = Turnstiles::default();
        let mut place = turnstiles.line_up(&counter("ada")).await.unwrap();
        place.enter();
        drop(place);
        assert!(turnstiles.lock().is_empty());
    }
}
