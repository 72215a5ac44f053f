//! Those who want the same session renewed at the same moment: one asks the tenant, all hear the answer.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use jiff::Timestamp;

use super::Goal;
use crate::auth0::Refusal;
use crate::error::GatewayError;
use crate::session::{Digest, Stored};

/// The sessions that are being renewed in this process.
#[derive(Default)]
pub(crate) struct Refreshes(Mutex<HashMap<Digest, Weak<Queue>>>);

/// Those who want one session renewed. It ends with the last of them, and what they share with it.
pub(super) type Queue = tokio::sync::Mutex<Option<Outcome>>;

/// What the first of a queue leaves to those behind it.
pub(super) enum Outcome {
    Renewed(Stored),
    /// With the refresh token that a bearer presented: only who has the same may have what it bought.
    Bought {
        with: Digest,
        stored: Stored,
    },
    /// The tenant wants to be asked less often; a queue must not answer that by asking again.
    Limited(Box<Refusal>),
    /// Nobody behind waits for another timeout.
    Failed,
}

impl Refreshes {
    pub(super) fn queue(&self, digest: &Digest) -> Arc<Queue> {
        let mut queues = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(queue) = queues.get(digest).and_then(Weak::upgrade) {
            return queue;
        }
        let queue = Arc::default();
        queues.insert(*digest, Arc::downgrade(&queue));
        queue
    }

    /// Says that a caller is done with its queue. The last one takes it away.
    pub(super) fn leave(&self, digest: &Digest, queue: Arc<Queue>) {
        let mut queues = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Nobody joins meanwhile: that takes the same lock.
        if Arc::strong_count(&queue) == 1 {
            queues.remove(digest);
        }
        drop(queue);
    }
}

impl Outcome {
    /// What there is to share of a result, bought with a token `with` if a bearer presented one. That a
    /// session is gone each one sees for itself.
    pub(super) fn of(result: &Result<Stored, GatewayError>, with: Option<Digest>) -> Option<Self> {
        match result {
            Ok(stored) => Some(match with {
                Some(with) => Self::Bought {
                    with,
                    stored: stored.clone(),
                },
                None => Self::Renewed(stored.clone()),
            }),
            Err(GatewayError::TooManyRequests(refusal)) => Some(Self::Limited(refusal.clone())),
            Err(GatewayError::Tenant(_)) => Some(Self::Failed),
            Err(_) => None,
        }
    }

    /// What it is for one who wants `goal` for the session under `digest`; `None` when there is more to do.
    pub(super) fn share(
        &self,
        digest: &Digest,
        goal: Goal,
        now: Timestamp,
    ) -> Option<Result<Stored, GatewayError>> {
        let (stored, is_enough) = match self {
            Self::Renewed(stored) => {
                let is_enough = match goal {
                    Goal::SameHandle => stored.facts.access_expires_at > now,
                    Goal::NewHandle => stored.digest() != digest,
                    Goal::Bearer { .. } => false,
                };
                (stored, is_enough)
            }
            Self::Bought { with, stored } => {
                let has_the_same = matches!(goal, Goal::Bearer { presented } if presented == *with);
                (stored, has_the_same)
            }
            Self::Limited(refusal) => {
                return Some(Err(GatewayError::TooManyRequests(refusal.clone())));
            }
            Self::Failed => return Some(Err(GatewayError::RefreshFailed)),
        };
        is_enough.then(|| Ok(stored.clone()))
    }
}
