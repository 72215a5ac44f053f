//! How soon the product is ready, and what it holds when nobody asks anything.

use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use super::control::{BareServer, Content};
use super::paths::gateway_sessions;
use super::product::start_pinned;
use super::{SERVER_CORE, measure};
use crate::run::Fault;
use crate::servers::Folder;

/// Until freed memory has gone back to the system and background work is done.
const SETTLE: Duration = Duration::from_secs(3);
/// How long the gateway's sessions would last, if it had any.
const SESSION: Duration = Duration::from_secs(300);

/// What was found about the process, a value for each round.
#[derive(Default)]
pub(super) struct Start {
    /// From start to the ready line, on no data and on existing data.
    pub(super) first: Vec<Duration>,
    pub(super) later: Vec<Duration>,
    /// Bytes held while idle, by the product and by a bare axum process.
    pub(super) idle_memory: Vec<u64>,
    pub(super) bare_memory: u64,
    /// What of it is not the program itself.
    pub(super) idle_anonymous: Vec<u64>,
    pub(super) bare_anonymous: u64,
    /// From start until ready, of a gateway without Redis.
    pub(super) gateway: Vec<Duration>,
}

/// Starts the product `rounds` times on no data and again on what the first start left.
pub(super) fn measure(program: &Path, rounds: usize) -> Result<Start, Fault> {
    println!("── start ──");
    let bare = BareServer::start(Content::Small, SERVER_CORE)?;
    let mut found = Start::default();
    for _ in 0..rounds {
        let folder = Folder::make()?;
        let first = start_pinned(program, folder.path(), None)?;
        found.first.push(first.ready_after);
        first.stop()?;

        let later = start_pinned(program, folder.path(), None)?;
        found.later.push(later.ready_after);
        sleep(SETTLE);
        found
            .idle_memory
            .push(measure::resident_memory(later.pid())?);
        found
            .idle_anonymous
            .push(measure::anonymous_memory(later.pid())?);
        found.bare_memory = measure::resident_memory(bare.pid())?;
        found.bare_anonymous = measure::anonymous_memory(bare.pid())?;
        later.stop()?;

        let folder = Folder::make()?;
        let gateway = gateway_sessions::start(program, folder.path(), SESSION)?;
        found.gateway.push(gateway.ready_after);
    }
    Ok(found)
}
