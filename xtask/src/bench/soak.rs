//! A million sessions, one after the other: made, refreshed and ended, they leave nothing behind.

use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::paths::gateway_sessions::Sessions;
use super::side::Side as _;
use crate::run::Fault;
use crate::servers::Folder;

/// How many are made.
const SESSIONS: u64 = 1_000_000;
/// Between two looks at what the gateway holds.
const STEP: u64 = 100_000;
/// Sessions in a second, at most.
const RATE: u32 = 1000;
/// How long a session lasts. So there are 100,000 at a time, and most have ended before the last is made.
const SESSION: Duration = Duration::from_secs(100);
/// What has ended is forgotten once a minute.
const FORGOTTEN_AFTER: Duration = Duration::from_secs(70);
const TURN: Duration = Duration::from_secs(5);

/// What a gateway held on the way.
pub(super) struct Soak {
    seconds: u64,
    /// Bytes of memory and on disk after each step, and when all sessions have ended.
    weights: Vec<(u64, u64)>,
}

/// Lets a gateway with embedded sessions make them all.
pub(super) fn measure(program: &Path) -> Result<Soak, Fault> {
    println!("── soak ──");
    let every = Duration::from_secs(1) * Sessions::MAKERS / RATE;
    let mut sessions = Sessions::start(program, Folder::make()?, SESSION, Some(every))?;
    let began = Instant::now();
    let mut weights = Vec::new();
    for step in 1..=SESSIONS / STEP {
        while sessions.made < step * STEP {
            sessions.turn(TURN)?;
        }
        weights.push(sessions.weight()?);
    }
    let seconds = began.elapsed().as_secs();
    sleep(SESSION + FORGOTTEN_AFTER);
    weights.push(sessions.weight()?);
    Ok(Soak { seconds, weights })
}

impl Soak {
    /// Its lines in the table of the process.
    pub(super) fn lines(&self, when: &str) -> [String; 2] {
        let seconds = self.seconds;
        let list = |part: fn(&(u64, u64)) -> u64| {
            let mebibytes = self.weights.iter().map(|weight| part(weight) >> 20);
            let texts: Vec<String> = mebibytes.map(|number| number.to_string()).collect();
            texts.join(" / ")
        };
        let what = "of a gateway, MiB, each 100,000 of 1,000,000 sessions and after their end";
        [
            format!(
                "| memory {what} | {}; {seconds} s | < 40, flat | {when} |",
                list(|(memory, _)| *memory)
            ),
            format!(
                "| disk {what} | {}; {seconds} s | flat | {when} |",
                list(|(_, disk)| *disk)
            ),
        ]
    }
}
