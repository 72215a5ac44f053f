//! The proofs of the last minutes, so that none counts twice (RFC 9449, 11.1).

use std::collections::{HashSet, VecDeque};
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

use super::verify::WINDOW_SECONDS;
use super::{DpopError, DpopProof};

/// How many proofs are remembered at most. Beyond, the oldest is forgotten.
const REMEMBERED: usize = 100_000;

/// Remembers the proofs of the last minutes, so that none counts twice.
#[derive(Default)]
pub(crate) struct ReplayGuard {
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    ids: HashSet<String>,
    /// The same ids in the order they came, with the second after which they may be forgotten.
    order: VecDeque<(i64, String)>,
}

impl ReplayGuard {
    /// Lets a proof in once.
    pub(crate) fn admit(&self, proof: &DpopProof, now: Timestamp) -> Result<(), DpopError> {
        let id = format!("{} {}", proof.thumbprint, proof.jti);
        let second = now.as_second();
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let full = seen.order.len() >= REMEMBERED;
        while let Some((until, _)) = seen.order.front()
            && (*until < second || full && seen.order.len() >= REMEMBERED)
        {
            if let Some((_, forgotten)) = seen.order.pop_front() {
                seen.ids.remove(&forgotten);
            }
        }
        if !seen.ids.insert(id.clone()) {
            return Err(DpopError::Replay);
        }
        seen.order.push_back((second + 2 * WINDOW_SECONDS, id));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_proof_counts_once() {
        let guard = ReplayGuard::default();
        let proof = |jti: &str| DpopProof {
            thumbprint: "t".into(),
            jti: jti.into(),
            nonce: None,
        };
        assert_eq!(guard.admit(&proof("a"), at(0)), Ok(()));
        assert_eq!(guard.admit(&proof("b"), at(0)), Ok(()));
        assert_eq!(guard.admit(&proof("a"), at(100)), Err(DpopError::Replay));
        assert_eq!(guard.admit(&proof("a"), at(121)), Ok(()));
    }
}
