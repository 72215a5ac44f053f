//! Many callers, one request.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::Mutex;

use crate::error::Error;

/// Lets one caller fetch what many want at the same time, and hands its result, good or bad, to
/// all who waited for it. Whoever comes later fetches anew.
pub(crate) struct SingleFlight<T> {
    landings: AtomicU64,
    last: Mutex<Option<Result<T, Arc<Error>>>>,
}

impl<T> Default for SingleFlight<T> {
    fn default() -> Self {
        Self {
            landings: AtomicU64::new(0),
            last: Mutex::new(None),
        }
    }
}

impl<T: Clone> SingleFlight<T> {
    /// The result of `fetch`, or of one that was under way. When the caller who fetches gives up,
    /// the next in line fetches instead.
    ///
    /// A fetch may have landed between the caller's decision to fetch and this call: `fetch` looks once
    /// more whether there is anything to be fetched.
    pub(crate) async fn join<F>(&self, fetch: impl FnOnce() -> F) -> Result<T, Arc<Error>>
    where
        F: Future<Output = Result<T, Error>>,
    {
        let seen = self.landings.load(Ordering::Acquire);
        let mut last = self.last.lock().await;
        if self.landings.load(Ordering::Acquire) != seen
            && let Some(result) = &*last
        {
            return result.clone();
        }
        let result = fetch().await.map_err(Arc::new);
        *last = Some(result.clone());
        self.landings.fetch_add(1, Ordering::Release);
        result
    }

    /// Fetches unless a fetch is under way. Who waits meanwhile gets what came of it; after a failure,
    /// which is told to the caller of this alone, they fetch themselves.
    pub(crate) async fn lead<F>(&self, fetch: impl FnOnce() -> F) -> Result<(), Error>
    where
        F: Future<Output = Result<T, Error>>,
    {
        let Ok(mut last) = self.last.try_lock() else {
            return Ok(());
        };
        *last = Some(Ok(fetch().await?));
        self.landings.fetch_add(1, Ordering::Release);
        Ok(())
    }

    /// Whether a fetch is under way.
    pub(crate) fn is_busy(&self) -> bool {
        self.last.try_lock().is_err()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use super::*;
    use crate::error::ArgumentError;

    async fn together(fails: bool) -> (Vec<Result<usize, Arc<Error>>>, usize) {
        let flight = SingleFlight::default();
        let fetches = AtomicUsize::new(0);
        let fetch = || async {
            let count = fetches.fetch_add(1, Ordering::SeqCst) + 1;
            for _ in 0..3 {
                tokio::task::yield_now().await;
            }
            match fails {
                true => Err(ArgumentError::NoClientId.into()),
                false => Ok(count),
            }
        };
        let mut results = Vec::new();
        let (a, b, c) = tokio::join!(flight.join(fetch), flight.join(fetch), flight.join(fetch));
        results.extend([a, b, c]);
        (results, fetches.into_inner())
    }

    #[tokio::test]
    async fn callers_at_the_same_time_share_one_fetch() {
        let (results, fetches) = together(false).await;
        assert_eq!(fetches, 1);
        assert!(results.into_iter().all(|result| result.unwrap() == 1));
    }

    #[tokio::test]
    async fn a_failure_reaches_all_who_waited_and_nobody_after() {
        let (results, fetches) = together(true).await;
        assert_eq!(fetches, 1);
        assert!(results.iter().all(Result::is_err));

        let flight = SingleFlight::default();
        let failed = flight.join(async || Err::<u8, _>(ArgumentError::NoClientId.into()));
        assert!(failed.await.is_err());
        assert_eq!(flight.join(async || Ok(7)).await.unwrap(), 7);
    }

    #[tokio::test]
    async fn the_failure_of_who_went_ahead_is_nobody_elses() {
        let flight = SingleFlight::default();
        let ahead = flight.lead(async || {
            tokio::task::yield_now().await;
            assert!(flight.is_busy());
            Err::<u8, _>(ArgumentError::NoClientId.into())
        });
        let (ahead, waited) = tokio::join!(ahead, flight.join(async || Ok(7)));
        assert!(ahead.is_err());
        assert_eq!(waited.unwrap(), 7);
        assert!(!flight.is_busy());

        let ahead = flight.lead(async || {
            tokio::task::yield_now().await;
            Ok(8)
        });
        let (_, waited) = tokio::join!(ahead, flight.join(async || Ok(9)));
        assert_eq!(waited.unwrap(), 8);
    }

    #[tokio::test]
    async fn when_the_one_who_fetches_gives_up_the_next_in_line_fetches() {
        let flight = SingleFlight::default();
        let mut first = Box::pin(flight.join(async || std::future::pending().await));
        let mut second = Box::pin(flight.join(async || Ok(2)));
        tokio::select! {
            biased;
            _ = &mut first => unreachable!(),
            _ = &mut second => panic!("two at a time"),
            () = tokio::task::yield_now() => {}
        }
        drop(first);
        assert_eq!(second.await.unwrap(), 2);
    }
}
