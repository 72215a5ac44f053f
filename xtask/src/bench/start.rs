//! How soon the product is ready, and what it holds when nobody asks anything.

use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use super::control::BareServer;
use super::report::Report;
use super::{measure, start_pinned};
use crate::run::Fault;
use crate::servers::Folder;

/// Until freed memory has gone back to the system and background work is done.
const SETTLE: Duration = Duration::from_secs(3);

/// Starts the product `rounds` times on no data and again on what the first start left.
pub(super) fn measure(program: &Path, rounds: usize, report: &mut Report) -> Result<(), Fault> {
    println!("── start ──");
    let bare = BareServer::start()?;
    for _ in 0..rounds {
        let folder = Folder::make()?;
        let first = start_pinned(program, folder.path(), None)?;
        report.first_start.push(first.ready_after);
        first.stop()?;

        let later = start_pinned(program, folder.path(), None)?;
        report.later_start.push(later.ready_after);
        sleep(SETTLE);
        let memory = measure::resident_memory(later.pid())?;
        report.idle_memory.push(memory);
        report.bare_memory = measure::resident_memory(bare.pid())?;
        later.stop()?;
    }
    Ok(())
}
