//! What is compared: two sides that take turns.

use std::rc::Rc;
use std::time::Duration;

use rustix::process::Pid;

use super::load::{self, Answers, Asker};
use super::measure;
use crate::run::Fault;

/// What one side did in its turn.
pub(super) struct Turn {
    pub(super) done: u64,
    /// Processor time of the measured process or, of durable paths, the time that went by.
    pub(super) used: Duration,
    /// How long each answer took, where there were requests.
    pub(super) answers: Option<Answers>,
    /// The most memory the process held, in bytes, where that matters.
    pub(super) memory: Option<u64>,
    /// What its files hold, in bytes, where that matters.
    pub(super) disk: Option<u64>,
}

impl Turn {
    /// How often the thing is done in a second.
    pub(super) fn rate(&self) -> f64 {
        self.done as f64 / self.used.as_secs_f64()
    }
}

/// A control or the product.
pub(super) trait Side {
    /// Takes a turn of `time`.
    fn turn(&mut self, time: Duration) -> Result<Turn, Fault>;
}

/// The two sides of one path.
pub(super) struct Duel {
    pub(super) control: Box<dyn Side>,
    pub(super) product: Box<dyn Side>,
}

/// What a turn costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cost {
    /// Processor time of the server.
    Processor,
    /// Time on the clock: the disk is part of the work.
    Clock,
}

/// A server under load.
pub(super) struct Loaded<S, A> {
    /// Kept alive.
    _server: Rc<S>,
    pid: Pid,
    askers: Vec<A>,
    cost: Cost,
}

impl<S, A: Asker> Loaded<S, A> {
    /// Asks `server`, which is the process `pid`.
    pub(super) fn new(server: &Rc<S>, pid: Pid, askers: Vec<A>, cost: Cost) -> Self {
        Self {
            _server: Rc::clone(server),
            pid,
            askers,
            cost,
        }
    }
}

impl<S, A: Asker> Side for Loaded<S, A> {
    fn turn(&mut self, time: Duration) -> Result<Turn, Fault> {
        let before = measure::processor_time(self.pid)?;
        let answers = load::run(&mut self.askers, time)?;
        let used = match self.cost {
            Cost::Processor => measure::processor_time(self.pid)?.saturating_sub(before),
            Cost::Clock => time,
        };
        Ok(Turn {
            done: answers.count(),
            used,
            answers: Some(answers),
            memory: None,
            disk: None,
        })
    }
}

/// The slower of two controls.
pub(super) struct Slower(pub(super) Box<dyn Side>, pub(super) Box<dyn Side>);

impl Side for Slower {
    fn turn(&mut self, time: Duration) -> Result<Turn, Fault> {
        let (one, other) = (self.0.turn(time / 2)?, self.1.turn(time / 2)?);
        Ok(if one.rate() < other.rate() {
            one
        } else {
            other
        })
    }
}
