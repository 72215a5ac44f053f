//! The threads on which passwords are hashed and verified.
//!
//! A hash takes some 17 ms of a core and 19 MiB of memory, so it runs on a few threads of its own,
//! one a core, each keeping its memory from hash to hash. In front of them stands a queue with a
//! limit: under a flood of logins the answer is an early [`HashingError::Overloaded`], and neither
//! the memory nor the delay of those already waiting grows.

use std::{
    collections::VecDeque,
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::Duration,
};

use tokio::sync::oneshot;

use crate::domain::password::{self, Password, SALT_BYTES, Scratch, StoredPassword, Verdict};

/// Jobs that may wait for each worker: about one second of work.
const WAITING_PER_WORKER: usize = 64;

/// A worker with nothing to do for this long gives its memory back.
const IDLE: Duration = Duration::from_secs(10);

/// Why there is no answer about a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum HashingError {
    /// Too many wait already. The client may come back in a second.
    #[error("the password queue is full")]
    Overloaded,
    /// The hash made its library panic, or the pool is shutting down.
    #[error("a password job was abandoned")]
    Abandoned,
}

/// A fixed number of hashing threads behind a bounded queue. Dropping it ends the threads after the
/// hash each is at.
pub(crate) struct HashingPool {
    shared: Arc<Shared>,
    workers: Vec<JoinHandle<()>>,
}

struct Shared {
    queue: Mutex<Queue>,
    wake: Condvar,
    limit: usize,
}

#[derive(Default)]
struct Queue {
    jobs: VecDeque<Job>,
    /// While an imported hash uses more memory than a worker has: one at a time, so that the total stays bounded. The
    /// others of its kind wait in the queue, where they keep no worker from what is light.
    has_heavy: bool,
    is_closed: bool,
}

enum Job {
    Hash {
        password: Password,
        salt: [u8; SALT_BYTES],
        answer: oneshot::Sender<String>,
    },
    Verify {
        password: Password,
        stored: Option<StoredPassword>,
        answer: oneshot::Sender<Verdict>,
    },
}

impl HashingPool {
    /// Starts one thread per core.
    ///
    /// # Errors
    ///
    /// When the system refuses a thread.
    pub(crate) fn start() -> io::Result<Self> {
        let workers = thread::available_parallelism().map_or(1, usize::from);
        Self::with_workers(workers, workers * WAITING_PER_WORKER)
    }

    /// Starts `workers` threads that up to `limit` jobs may wait for.
    fn with_workers(workers: usize, limit: usize) -> io::Result<Self> {
        let shared = Arc::new(Shared {
            queue: Mutex::default(),
            wake: Condvar::new(),
            limit,
        });
        let mut pool = Self {
            shared,
            workers: Vec::with_capacity(workers),
        };
        for number in 0..workers {
            let shared = Arc::clone(&pool.shared);
            let worker = thread::Builder::new().name(format!("hashing-{number}"));
            pool.workers.push(worker.spawn(move || shared.work())?);
        }
        Ok(pool)
    }

    /// Hashes a new password into the text of its column. `salt` is fresh randomness.
    ///
    /// # Errors
    ///
    /// See [`HashingError`].
    pub(crate) async fn hash(
        &self,
        password: Password,
        salt: [u8; SALT_BYTES],
    ) -> Result<String, HashingError> {
        let (answer, told) = oneshot::channel();
        self.shared.push(Job::Hash {
            password,
            salt,
            answer,
        })?;
        told.await.map_err(|_| HashingError::Abandoned)
    }

    /// Whether `password` is the stored one. Without a stored one, because there is no such user or
    /// the user has no password, it takes as long and finds [`Verdict::Mismatch`].
    ///
    /// # Errors
    ///
    /// See [`HashingError`].
    pub(crate) async fn verify(
        &self,
        password: Password,
        stored: Option<StoredPassword>,
    ) -> Result<Verdict, HashingError> {
        let (answer, told) = oneshot::channel();
        self.shared.push(Job::Verify {
            password,
            stored,
            answer,
        })?;
        told.await.map_err(|_| HashingError::Abandoned)
    }
}

impl Drop for HashingPool {
    fn drop(&mut self) {
        let mut queue = self.shared.lock();
        queue.is_closed = true;
        // Whoever waited has gone: a waiting call borrows the pool.
        queue.jobs.clear();
        drop(queue);
        self.shared.wake.notify_all();
        for worker in self.workers.drain(..) {
            // A worker catches the panics of its jobs; there is nothing to learn from its end.
            let _ = worker.join();
        }
    }
}

impl Shared {
    /// A poisoned lock is used on: a queue is whole after every statement that changes it.
    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(&self, job: Job) -> Result<(), HashingError> {
        let mut queue = self.lock();
        if queue.is_closed {
            return Err(HashingError::Abandoned);
        }
        if queue.jobs.len() >= self.limit {
            // Those whose clients hung up take no place from those who still wait.
            queue.jobs.retain(|job| !job.is_forsaken());
            if queue.jobs.len() >= self.limit {
                return Err(HashingError::Overloaded);
            }
        }
        queue.jobs.push_back(job);
        drop(queue);
        self.wake.notify_one();
        Ok(())
    }

    /// The life of a worker.
    fn work(&self) {
        let mut scratch = Scratch::default();
        while let Some(job) = self.next(&mut scratch) {
            let is_heavy = job.is_heavy();
            if !job.is_forsaken() {
                // A panic drops the job, and with it the sender: the caller learns `Abandoned`.
                let _ = catch_unwind(AssertUnwindSafe(|| run(job, &mut scratch)));
            }
            if is_heavy {
                // The next one, if any, is this worker's to find.
                self.lock().has_heavy = false;
            }
        }
    }

    /// The next job, as soon as there is one; `None` when the pool ends.
    fn next(&self, scratch: &mut Scratch) -> Option<Job> {
        let mut queue = self.lock();
        loop {
            if queue.is_closed {
                return None;
            }
            if let Some(job) = queue.take() {
                return Some(job);
            }
            let (woken, waited) = self
                .wake
                .wait_timeout(queue, IDLE)
                .unwrap_or_else(PoisonError::into_inner);
            queue = woken;
            if waited.timed_out() {
                scratch.release();
            }
        }
    }
}

impl Queue {
    /// The first job that may begin now.
    fn take(&mut self) -> Option<Job> {
        let has_heavy = self.has_heavy;
        let may_begin = |job: &Job| !(has_heavy && job.is_heavy());
        let place = self.jobs.iter().position(may_begin)?;
        let job = self.jobs.remove(place)?;
        self.has_heavy |= job.is_heavy();
        Some(job)
    }
}

fn run(job: Job, scratch: &mut Scratch) {
    // An answer that nobody waits for any more is no error.
    match job {
        Job::Hash {
            password,
            salt,
            answer,
        } => {
            let _ = answer.send(password::hash(&password, salt, scratch));
        }
        Job::Verify {
            password,
            stored: None,
            answer,
        } => {
            let _ = answer.send(password::verify_absent(&password, scratch));
        }
        Job::Verify {
            password,
            stored: Some(stored),
            answer,
        } => {
            let _ = answer.send(stored.verify(&password, scratch));
        }
    }
}

impl Job {
    /// Whether it needs more memory than a worker has.
    fn is_heavy(&self) -> bool {
        match self {
            Self::Hash { .. } | Self::Verify { stored: None, .. } => false,
            Self::Verify {
                stored: Some(stored),
                ..
            } => stored.extra_memory_bytes() > 0,
        }
    }

    /// Whether the client hung up before its turn came.
    fn is_forsaken(&self) -> bool {
        match self {
            Self::Hash { answer, .. } => answer.is_closed(),
            Self::Verify { answer, .. } => answer.is_closed(),
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    fn password(text: &str) -> Password {
        Password::new(text).unwrap()
    }

    #[tokio::test]
    async fn a_hashed_password_verifies_and_another_does_not() {
        let pool = HashingPool::start().unwrap();
        let column = pool
            .hash(password("opensesame"), [1; SALT_BYTES])
            .await
            .unwrap();
        let stored = StoredPassword::parse(&column).unwrap();
        let right = pool
            .verify(password("opensesame"), Some(stored.clone()))
            .await;
        assert_eq!(
            right,
            Ok(Verdict::Match {
                needs_rehash: false
            })
        );
        assert_eq!(
            pool.verify(password("sesame"), Some(stored)).await,
            Ok(Verdict::Mismatch)
        );
        assert_eq!(
            pool.verify(password("sesame"), None).await,
            Ok(Verdict::Mismatch)
        );
    }

    #[tokio::test]
    async fn a_full_queue_refuses_at_once_and_recovers() {
        let pool = HashingPool::with_workers(0, 2).unwrap();
        let mut waiting = Vec::new();
        for _ in 0..2 {
            let mut call = Box::pin(pool.verify(password("x"), None));
            assert!((&mut call).now_or_never().is_none());
            waiting.push(call);
        }
        assert_eq!(
            pool.verify(password("x"), None).await,
            Err(HashingError::Overloaded)
        );
        // One client hangs up: its place is free again.
        waiting.pop();
        let mut call = Box::pin(pool.verify(password("x"), None));
        assert!((&mut call).now_or_never().is_none());
    }

    #[test]
    fn heavy_hashes_wait_for_each_other_and_nobody_waits_for_them() {
        let heavy = "$argon2id$v=19$m=131072,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$\
            bm90IHRoZSBoYXNoIG9mIGFueXRoaW5nIGF0IGFsbCE";
        let heavy = StoredPassword::parse(heavy).unwrap();
        assert!(heavy.extra_memory_bytes() > 0);
        let job = |stored: Option<&StoredPassword>| Job::Verify {
            password: password("x"),
            stored: stored.cloned(),
            answer: oneshot::channel().0,
        };
        let mut queue = Queue {
            jobs: [job(Some(&heavy)), job(Some(&heavy)), job(None), job(None)].into(),
            ..Queue::default()
        };
        let mut taken = || queue.take().map(|job| job.is_heavy());
        let first = [taken(), taken(), taken(), taken()];
        assert_eq!(first, [Some(true), Some(false), Some(false), None]);
        queue.has_heavy = false;
        assert!(queue.take().is_some_and(|job| job.is_heavy()));
    }

    #[tokio::test]
    async fn many_at_once_all_get_their_own_answer() {
        let pool = Arc::new(HashingPool::with_workers(2, 100).unwrap());
        let column = pool.hash(password("right"), [2; SALT_BYTES]).await.unwrap();
        let stored = StoredPassword::parse(&column).unwrap();
        let mut calls = tokio::task::JoinSet::new();
        for number in 0..24 {
            let (pool, stored) = (Arc::clone(&pool), stored.clone());
            calls.spawn(async move {
                let typed = if number % 3 == 0 { "right" } else { "wrong" };
                let verdict = pool.verify(password(typed), Some(stored)).await.unwrap();
                assert_eq!(verdict != Verdict::Mismatch, typed == "right");
            });
        }
        calls.join_all().await;
    }

    #[test]
    fn dropping_the_pool_ends_its_threads() {
        let pool = HashingPool::with_workers(3, 1).unwrap();
        let shared = Arc::downgrade(&pool.shared);
        drop(pool);
        assert!(shared.upgrade().is_none());
    }
}
