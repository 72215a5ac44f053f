//! What the kernel knows about a process.

use std::time::Duration;

use rustix::process::Pid;

use crate::run::{Doing, Fault};

/// Processor time that the process has used so far, user and system, all threads.
///
/// The kernel counts in ticks of 10 ms.
pub(super) fn processor_time(pid: Pid) -> Result<Duration, Fault> {
    let path = format!("/proc/{}/stat", pid.as_raw_nonzero());
    let stat = std::fs::read_to_string(path).doing("read a process's processor time")?;
    ticks(&stat)
        .map(|ticks| Duration::from_millis(ticks * 10))
        .ok_or_else(|| Fault::Unexpected(format!("not a line of /proc/PID/stat: {stat}")))
}

/// Processor time that programs have used which we started and saw end, with those that they started.
pub(super) fn children_time() -> Result<Duration, Fault> {
    let stat = std::fs::read_to_string("/proc/self/stat").doing("read our processor time")?;
    let of_children = ticks_from(&stat, 13);
    let of_children = of_children
        .ok_or_else(|| Fault::Unexpected(format!("not a line of /proc/PID/stat: {stat}")))?;
    Ok(Duration::from_millis(of_children * 10))
}

/// The 14th and 15th field.
fn ticks(stat: &str) -> Option<u64> {
    ticks_from(stat, 11)
}

/// Two fields, so many after the third. The second is the program's name, which may hold anything.
fn ticks_from(stat: &str, skipped: usize) -> Option<u64> {
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(skipped);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(user + system)
}

/// Memory that the process holds, in bytes.
pub(super) fn resident_memory(pid: Pid) -> Result<u64, Fault> {
    memory(pid, "VmRSS:")
}

/// What of it belongs to no file: the rest is the program itself, which the kernel takes back when it likes.
pub(super) fn anonymous_memory(pid: Pid) -> Result<u64, Fault> {
    memory(pid, "RssAnon:")
}

/// The most that it held since its start, or since it was last told to forget.
pub(super) fn peak_memory(pid: Pid) -> Result<u64, Fault> {
    memory(pid, "VmHWM:")
}

/// Lets the peak begin at what the process holds now.
pub(super) fn forget_peak_memory(pid: Pid) -> Result<(), Fault> {
    let path = format!("/proc/{}/clear_refs", pid.as_raw_nonzero());
    std::fs::write(path, "5").doing("forget a process's peak memory")
}

fn memory(pid: Pid, name: &str) -> Result<u64, Fault> {
    let path = format!("/proc/{}/status", pid.as_raw_nonzero());
    let status = std::fs::read_to_string(path).doing("read a process's memory")?;
    let kibibytes = status
        .lines()
        .find_map(|line| line.strip_prefix(name))
        .and_then(|rest| rest.trim().strip_suffix("kB"))
        .and_then(|number| number.trim().parse::<u64>().ok());
    match kibibytes {
        Some(kibibytes) => Ok(kibibytes * 1024),
        None => Err(Fault::Unexpected(format!("no {name} in /proc/PID/status"))),
    }
}

#[cfg(test)]
mod tests {
    use super::{ticks, ticks_from};

    #[test]
    fn a_name_with_spaces_and_brackets_does_not_shift_the_fields() {
        let stat = "7 (a) b (c)) S 1 7 7 0 -1 4194560 100 0 0 0 250 50 0 0 20 0 5 0 1 2 3";
        assert_eq!(ticks(stat), Some(300));
        assert_eq!(ticks("7 (a) S 1"), None);
        assert_eq!(ticks_from(stat, 13), Some(0));
    }
}
