//! What the system lets a process have.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Enough for all connections of three ports, and the files and connections behind them.
const DESCRIPTORS: u64 = 32 << 10;

/// Raises the number of open descriptors as far as the system allows: what it gives without being asked, often 1024, is
/// less than the connections that one port serves.
pub(crate) fn raise() {
    let limit = getrlimit(Resource::Nofile);
    let wanted = limit.maximum.unwrap_or(DESCRIPTORS).min(DESCRIPTORS);
    if limit.current.is_some_and(|current| current < wanted) {
        let current = Some(wanted);
        // Without it the server runs as well, for fewer at a time.
        let _ = setrlimit(Resource::Nofile, Rlimit { current, ..limit });
    }
}
