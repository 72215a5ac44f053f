//! What the numbers were measured on.

use crate::run::{self, Fault};

/// One line: processor, cores, memory, kernel, compiler.
pub(super) fn description() -> Result<String, Fault> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let processors = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = value_of(&processors, "model name").unwrap_or("unknown processor");
    let memory = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let gibibytes = value_of(&memory, "MemTotal")
        .and_then(|total| total.strip_suffix(" kB")?.parse::<f64>().ok())
        .map_or(0.0, |kibibytes| kibibytes / 1024.0 / 1024.0);
    let kernel = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let compiler = run::read(std::process::Command::new("rustc").arg("--version"))?;
    let (kernel, compiler) = (kernel.trim(), compiler.trim());
    Ok(format!(
        "{model}, {cores} cores, {gibibytes:.0} GiB, Linux {kernel}, {compiler}"
    ))
}

/// How many cores' worth of work the machine had over the last minute.
pub(super) fn load_average() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().unwrap_or("unknown").to_owned()
}

/// Whether this process, and what it starts, goes before all others of the machine.
pub(super) fn is_real_time() -> bool {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The program's name is in brackets and may have blanks; the policy is the 39th field after it (proc_pid_stat(5)).
    let policy = stat
        .rsplit_once(')')
        .and_then(|(_, fields)| fields.split_whitespace().nth(38));
    matches!(policy, Some("1" | "2"))
}

fn value_of<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        (name.trim() == key).then(|| value.trim())
    })
}
