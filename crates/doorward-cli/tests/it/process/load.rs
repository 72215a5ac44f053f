//! Callers who change things all the time and remember what they were told is done.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use parking::Shelf;
use reqwest::Method;
use serde_json::json;
use tokio::task::JoinSet;

use super::{Caller, PASSWORD, Place, Process};

const SIGN_UPS: usize = 3;
const CHAINS: usize = 6;

/// What was acknowledged, over all rounds.
pub(super) struct Memory {
    /// E-mail addresses.
    pub(super) users: Shelf<Vec<String>>,
    /// The refresh tokens of each chain, each bought with the one before it.
    pub(super) chains: Vec<Shelf<Vec<String>>>,
    /// The last value of a setting.
    pub(super) setting: AtomicU64,
    numbers: AtomicU64,
}

/// A value behind a lock that is never held across a wait.
mod parking {
    use std::sync::{Mutex, PoisonError};

    #[derive(Default)]
    pub(in super::super) struct Shelf<T>(Mutex<T>);

    impl<T> Shelf<T> {
        pub(in super::super) fn with<R>(&self, use_it: impl FnOnce(&mut T) -> R) -> R {
            use_it(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
        }
    }
}

impl Memory {
    /// Makes refresh tokens rotate, and logs the users of the chains in.
    pub(super) async fn begin(place: &Place, process: &Process) -> Arc<Self> {
        let caller = process.caller();
        // A successor whose answer was lost must not end the chain: its predecessor works a while longer.
        let policy = json!({
            "rotation_type": "rotating", "expiration_type": "expiring", "leeway": 60,
            "token_lifetime": 86_400, "idle_token_lifetime": 3_600,
        });
        place.set_refresh_token_policy(&policy).await;
        let mut chains = Vec::new();
        for number in 0..CHAINS {
            let email = format!("chain-{number}@example.com");
            assert_eq!(caller.sign_up(&email).await.unwrap().0, 200);
            let (status, tokens) = caller.log_in(&email, PASSWORD).await.unwrap();
            assert_eq!(status, 200, "{tokens}");
            let first = tokens["refresh_token"].as_str().unwrap().to_owned();
            let chain = Shelf::default();
            chain.with(|tokens: &mut Vec<String>| tokens.push(first));
            chains.push(chain);
        }
        Arc::new(Self {
            users: Shelf::default(),
            chains,
            setting: AtomicU64::new(0),
            numbers: AtomicU64::new(0),
        })
    }

    /// Starts the callers. Each goes on until the process does not answer any more.
    pub(super) async fn bear_down(self: &Arc<Self>, process: &Process) -> JoinSet<()> {
        let mut callers = JoinSet::new();
        let token = process.caller().management_token().await;
        for _ in 0..SIGN_UPS {
            callers.spawn(Arc::clone(self).sign_up(process.caller()));
        }
        for number in 0..CHAINS {
            callers.spawn(Arc::clone(self).refresh(process.caller(), number));
        }
        callers.spawn(Arc::clone(self).set(process.caller(), token));
        callers
    }

    async fn sign_up(self: Arc<Self>, caller: Caller) {
        loop {
            let number = self.numbers.fetch_add(1, Ordering::Relaxed);
            let email = format!("user-{number}@example.com");
            let Ok((status, answer)) = caller.sign_up(&email).await else {
                return;
            };
            assert_eq!(status, 200, "{answer}");
            self.users.with(|users| users.push(email));
        }
    }

    async fn refresh(self: Arc<Self>, caller: Caller, chain: usize) {
        let chain = &self.chains[chain];
        loop {
            let last = chain.with(|tokens| tokens.last().unwrap().clone());
            let Ok((status, answer)) = caller.refresh(&last).await else {
                return;
            };
            assert_eq!(status, 200, "{answer}");
            let next = answer["refresh_token"].as_str().unwrap().to_owned();
            chain.with(|tokens| tokens.push(next));
        }
    }

    async fn set(self: Arc<Self>, caller: Caller, token: String) {
        loop {
            let next = self.setting.load(Ordering::Relaxed) + 1;
            let change = json!({ "friendly_name": next.to_string() });
            let path = "/tenants/settings";
            let Ok((status, answer)) = caller
                .manage(Method::PATCH, path, &token, Some(&change))
                .await
            else {
                return;
            };
            assert_eq!(status, 200, "{answer}");
            self.setting.store(next, Ordering::Relaxed);
        }
    }
}
