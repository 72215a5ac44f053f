//! Which core does what.

use std::path::Path;
use std::process::Command;

use rustix::thread::{CpuSet, sched_setaffinity};

use crate::run::{Doing, Fault};

/// Keeps this process on `core` from now on.
pub(super) fn stay_on(core: usize) -> Result<(), Fault> {
    let mut cores = CpuSet::new();
    cores.set(core);
    sched_setaffinity(None, &cores)
        .map_err(std::io::Error::from)
        .doing(format!("stay on core {core}; a benchmark needs two"))
}

/// `program` on `core`, ending when we do.
pub(super) fn pinned(core: usize, program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command
        .args([
            "--pdeathsig",
            "INT",
            "--",
            "taskset",
            "--cpu-list",
            &core.to_string(),
        ])
        .arg(program);
    command
}
