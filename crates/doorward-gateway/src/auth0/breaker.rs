//! A circuit breaker around the way to one tenant: a tenant that is away is not asked by everyone, each of whom
//! would wait for a timeout of its own.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use doorward::transport::{
    BoxFuture, Request, Response, Transport, TransportError, TransportErrorKind,
};
use http::StatusCode;

/// Failures in a row that open a circuit. Many: a tenant that still answers now and then is worth asking.
const FAILURES: u32 = 20;
/// How long an open circuit stays open before one call may try again.
const OPEN_FOR: Duration = Duration::from_secs(2);
/// A call given up after this long is the tenant's failure; given up earlier, its caller went away.
const PATIENCE: Duration = Duration::from_secs(4);

/// What a circuit does with calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// Lets all through.
    Closed,
    /// One call is on its way to see whether the tenant is back; the others fail.
    HalfOpen,
    /// All fail at once.
    Open,
}

/// Where the Management API stands, which has a circuit of its own: what it cannot do keeps nobody from logging in.
const MANAGEMENT: &str = "/api/v2";

/// A transport with two circuits for each tenant.
pub(super) struct Breaker {
    inner: Arc<dyn Transport>,
    circuits: Circuits,
}

/// The circuits of one gateway. Clones are the same circuits.
#[derive(Clone, Default)]
pub(crate) struct Circuits(Arc<Mutex<BTreeMap<String, Circuit>>>);

#[derive(Default)]
struct Circuit {
    failures: u32,
    /// Since when calls fail, and whether one is trying.
    opened: Option<(Instant, bool)>,
}

/// Why a call was not made.
#[derive(Debug, thiserror::Error)]
#[error("not asked: the last {FAILURES} calls failed")]
struct CircuitOpen;

impl Breaker {
    pub(super) fn new(inner: Arc<dyn Transport>, circuits: Circuits) -> Self {
        Self { inner, circuits }
    }
}

impl Transport for Breaker {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        let mut name = request.url.origin().ascii_serialization();
        let is_management = request.url.path().starts_with(MANAGEMENT);
        if is_management {
            name += MANAGEMENT;
        }
        Box::pin(async move {
            let Some(mut call) = self.circuits.begin(name) else {
                return Err(TransportError::new(TransportErrorKind::Other, CircuitOpen));
            };
            let answer = self.inner.send(request).await;
            let is_there = answer.as_ref().is_ok_and(|response| {
                // To a search that is too much for it now, the Management API says 503.
                !response.status.is_server_error()
                    || (is_management && response.status == StatusCode::SERVICE_UNAVAILABLE)
            });
            call.end(is_there);
            answer
        })
    }
}

impl fmt::Debug for Breaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Breaker")
    }
}

impl Circuits {
    /// Each API that was called, with the state of its circuit.
    pub(crate) fn states(&self) -> Vec<(String, State)> {
        let circuits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let state = |circuit: &Circuit| match circuit.opened {
            None => State::Closed,
            Some((_, true)) => State::HalfOpen,
            Some((_, false)) => State::Open,
        };
        circuits
            .iter()
            .map(|(name, circuit)| (name.clone(), state(circuit)))
            .collect()
    }

    /// `None` when the circuit is open.
    fn begin(&self, name: String) -> Option<Call> {
        let is_probe = self.change(&name, |circuit| match &mut circuit.opened {
            None => Some(false),
            Some((since, is_probed)) if !*is_probed && since.elapsed() >= OPEN_FOR => {
                *is_probed = true;
                Some(true)
            }
            Some(_) => None,
        })?;
        Some(Call {
            circuits: self.clone(),
            name,
            is_probe,
            started: Instant::now(),
            is_over: false,
        })
    }

    fn change<T>(&self, name: &str, change: impl FnOnce(&mut Circuit) -> T) -> T {
        let mut circuits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(circuit) = circuits.get_mut(name) {
            return change(circuit);
        }
        change(circuits.entry(name.to_owned()).or_default())
    }
}

/// A call on its way.
struct Call {
    circuits: Circuits,
    name: String,
    is_probe: bool,
    started: Instant,
    is_over: bool,
}

impl Call {
    fn end(&mut self, is_there: bool) {
        self.is_over = true;
        let is_probe = self.is_probe;
        let (was_open, is_open) = self.circuits.change(&self.name, |circuit| {
            let was_open = circuit.opened.is_some();
            if is_there {
                *circuit = Circuit::default();
            } else {
                circuit.failures = circuit.failures.saturating_add(1);
                if is_probe || (!was_open && circuit.failures >= FAILURES) {
                    circuit.opened = Some((Instant::now(), false));
                }
            }
            (was_open, circuit.opened.is_some())
        });
        match (was_open, is_open) {
            (false, true) => {
                tracing::error!(tenant = self.name, "the tenant is away: circuit opened")
            }
            (true, false) => {
                tracing::info!(tenant = self.name, "the tenant is back: circuit closed")
            }
            _ => {}
        }
    }
}

impl Drop for Call {
    /// Nobody waits any more: because it took too long, or because the caller has left.
    fn drop(&mut self) {
        if self.is_over {
            return;
        }
        if self.started.elapsed() >= PATIENCE {
            self.end(false);
        } else if self.is_probe {
            // It has proved nothing; the next call may try.
            self.circuits.change(&self.name, |circuit| {
                if let Some((_, is_probed)) = &mut circuit.opened {
                    *is_probed = false;
                }
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGIN: &str = "https://t.example";

    fn fail(circuits: &Circuits) {
        let mut call = circuits.begin(ORIGIN.to_owned()).expect("a closed circuit");
        call.end(false);
    }

    fn state(circuits: &Circuits) -> State {
        circuits.states()[0].1
    }

    /// As if it had been opened long ago.
    fn wait(circuits: &Circuits) {
        circuits.change(ORIGIN, |circuit| {
            let (since, _) = circuit.opened.as_mut().expect("an open circuit");
            *since = since.checked_sub(OPEN_FOR).expect("an earlier time");
        });
    }

    #[test]
    fn only_failures_in_a_row_open_it() {
        let circuits = Circuits::default();
        for _ in 0..3 {
            for _ in 1..FAILURES {
                fail(&circuits);
            }
            assert_eq!(state(&circuits), State::Closed);
            let mut call = circuits.begin(ORIGIN.to_owned()).expect("a closed circuit");
            call.end(true);
        }
        for _ in 0..FAILURES {
            fail(&circuits);
        }
        assert_eq!(state(&circuits), State::Open);
        assert!(circuits.begin(ORIGIN.to_owned()).is_none());
        assert!(circuits.begin("https://other.example".to_owned()).is_some());
    }

    #[test]
    fn one_probe_at_a_time_closes_it_or_opens_it_again() {
        let circuits = Circuits::default();
        for _ in 0..FAILURES {
            fail(&circuits);
        }
        wait(&circuits);
        let mut probe = circuits.begin(ORIGIN.to_owned()).expect("a probe");
        assert_eq!(state(&circuits), State::HalfOpen);
        assert!(circuits.begin(ORIGIN.to_owned()).is_none());
        probe.end(false);
        assert_eq!(state(&circuits), State::Open);
        assert!(circuits.begin(ORIGIN.to_owned()).is_none());

        wait(&circuits);
        // A caller who leaves has proved nothing.
        drop(circuits.begin(ORIGIN.to_owned()).expect("a probe"));
        let mut probe = circuits.begin(ORIGIN.to_owned()).expect("another probe");
        probe.end(true);
        assert_eq!(state(&circuits), State::Closed);
        assert!(circuits.begin(ORIGIN.to_owned()).is_some());
    }
}
