//! The time, as a value that is passed in.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;

/// Tells the time. All expiries, windows and timestamps of a process follow one clock, which tests and
/// developers may move. Clones share their offset.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    offset: Arc<Offset>,
}

#[derive(Debug, Default)]
struct Offset {
    milliseconds: AtomicI64,
    /// Changes each time the clock is moved.
    moves: watch::Sender<()>,
}

impl Clock {
    /// The time now, to the millisecond.
    pub fn now(&self) -> Timestamp {
        let milliseconds =
            real().as_millisecond() + self.offset.milliseconds.load(Ordering::Relaxed);
        Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::MAX)
    }

    /// Moves the clock forward, or back with a negative duration. Far beyond the calendar it stays put.
    pub fn advance(&self, by: SignedDuration) {
        let milliseconds = i64::try_from(by.as_millis()).unwrap_or(0);
        if self.now().checked_add(by).is_ok() {
            self.offset
                .milliseconds
                .fetch_add(milliseconds, Ordering::Relaxed);
            self.offset.moves.send_replace(());
        }
    }

    /// Sets the clock; from there it runs on.
    pub fn set(&self, now: Timestamp) {
        let offset = now.as_millisecond() - real().as_millisecond();
        self.offset.milliseconds.store(offset, Ordering::Relaxed);
        self.offset.moves.send_replace(());
    }

    /// Goes back to real time.
    pub fn reset(&self) {
        self.offset.milliseconds.store(0, Ordering::Relaxed);
        self.offset.moves.send_replace(());
    }

    /// Tells each time that the clock was moved, for what waits for a moment.
    pub(crate) fn moves(&self) -> watch::Receiver<()> {
        self.offset.moves.subscribe()
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the wall clock"
)]
fn real() -> Timestamp {
    Timestamp::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_move_together() {
        let clock = Clock::default();
        let other = clock.clone();
        clock.set("2030-01-01T00:00:00Z".parse().unwrap());
        other.advance(SignedDuration::from_hours(24));
        assert!(clock.now() >= "2030-01-02T00:00:00Z".parse().unwrap());
        other.reset();
        assert!(clock.now() < "2030-01-01T00:00:00Z".parse().unwrap());
    }

    #[test]
    fn an_absurd_advance_is_ignored() {
        let clock = Clock::default();
        clock.advance(SignedDuration::MAX);
        assert!(clock.now() < "9000-01-01T00:00:00Z".parse().unwrap());
    }
}
