//! What one run found out, as lines of the tables in `bench/results.md`.

use std::fmt;
use std::process::Command;
use std::time::Duration;

use super::Engine;
use super::build::Built;
use super::machine;
use super::paths::Path;
use super::side::{Cost, Turn};
use super::soak::Soak;
use super::start::Start;
use crate::run::{self, Fault};

/// The heads of the two tables.
pub(super) const PATHS: &str = "| path | engine | control | ratio | first goal, goal | product /s | control /s | median, p99 ms | memory MiB | measured |";
pub(super) const PROCESS: &str = "| process | measured | goal | when |";

/// Everything that one run found out.
pub(super) struct Report {
    machine: String,
    commit: String,
    how_long: String,
    load_before: String,
    load_after: String,
    rows: Vec<Row>,
    pub(super) start: Option<Start>,
    pub(super) builds: Vec<Built>,
    pub(super) soak: Option<Soak>,
}

impl Report {
    pub(super) fn begin(rounds: usize, seconds: u64) -> Result<Self, Fault> {
        let mut commit = Command::new("git");
        commit
            .current_dir(run::root())
            .args(["log", "-1", "--format=%h of %cs"]);
        Ok(Self {
            machine: machine::description()?,
            commit: run::read(&mut commit)?.trim().to_owned(),
            how_long: format!("{rounds} rounds of {seconds} s"),
            load_before: machine::load_average(),
            load_after: String::new(),
            rows: Vec::new(),
            start: None,
            builds: Vec::new(),
            soak: None,
        })
    }

    pub(super) fn add(&mut self, row: Row) {
        self.rows.push(row);
    }

    pub(super) fn finish(&mut self) {
        self.load_after = machine::load_average();
    }

    /// What the numbers were measured on.
    pub(super) fn machine(&self) -> &str {
        &self.machine
    }

    /// The lines of the first table.
    pub(super) fn paths(&self) -> Vec<String> {
        let when = self.when();
        self.rows.iter().map(|row| row.line(&when)).collect()
    }

    /// The lines of the second.
    pub(super) fn process(&self) -> Vec<String> {
        let when = self.when();
        let builds = self.builds.iter().map(|built| built.line(&when));
        let start = self.start.iter().flat_map(|start| of_start(start, &when));
        let soak = self.soak.iter().flat_map(|soak| soak.lines(&when));
        start.chain(builds).chain(soak).collect()
    }

    /// At which commit, for how long, and under which load average before and after.
    fn when(&self) -> String {
        format!(
            "{}{}, {}, load {} to {}",
            if machine::is_real_time() {
                "real-time, "
            } else {
                ""
            },
            self.commit,
            self.how_long,
            self.load_before,
            self.load_after
        )
    }
}

/// What there is to say of the product's start.
fn of_start(start: &Start, when: &str) -> [String; 5] {
    let time = |time: &Duration| format!("{:.0}", millis(*time));
    let (first, later) = (spread(&start.first, time), spread(&start.later, time));
    let gateway = spread(&start.gateway, time);
    let bare = mebibytes(start.bare_memory);
    let idle = spread(&start.idle_memory, |bytes| mebibytes(*bytes));
    let bare_anonymous = mebibytes(start.bare_anonymous);
    let anonymous = spread(&start.idle_anonymous, |bytes| mebibytes(*bytes));
    [
        format!("| ready on no data, ms | {first} | < 1000 | {when} |"),
        format!("| ready on existing data, ms | {later} | < 300 | {when} |"),
        format!("| gateway ready, ms | {gateway} | < 100 | {when} |"),
        format!(
            "| idle memory, MiB | {idle}; bare axum {bare} | ≤ 3 times bare axum, < 60 | {when} |"
        ),
        format!(
            "| of it not the program, MiB | {anonymous}; bare axum {bare_anonymous} | ≤ 3 times bare axum | {when} |"
        ),
    ]
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (head, lines) in [(PATHS, self.paths()), (PROCESS, self.process())] {
            if !lines.is_empty() {
                writeln!(f, "{head}\n{}", lines.join("\n"))?;
            }
        }
        Ok(())
    }
}

/// One path's rounds.
pub(super) struct Row {
    path: &'static Path,
    engine: Engine,
    ratios: Vec<f64>,
    control_rates: Vec<f64>,
    product_rates: Vec<f64>,
    control_latencies: Latencies,
    product_latencies: Latencies,
    control_memory: Option<u64>,
    product_memory: Option<u64>,
    product_disk: Option<u64>,
}

impl Row {
    pub(super) fn new(path: &'static Path, engine: Engine) -> Self {
        Self {
            path,
            engine,
            ratios: Vec::new(),
            control_rates: Vec::new(),
            product_rates: Vec::new(),
            control_latencies: Latencies::default(),
            product_latencies: Latencies::default(),
            control_memory: None,
            product_memory: None,
            product_disk: None,
        }
    }

    /// Adds a round; its ratio.
    pub(super) fn add(&mut self, control: &Turn, product: &Turn) -> f64 {
        let ratio = product.rate() / control.rate();
        self.ratios.push(ratio);
        self.control_rates.push(control.rate());
        self.product_rates.push(product.rate());
        self.control_latencies.add(control);
        self.product_latencies.add(product);
        self.control_memory = self.control_memory.max(control.memory);
        self.product_memory = self.product_memory.max(product.memory);
        self.product_disk = self.product_disk.max(product.disk);
        ratio
    }

    fn line(&self, when: &str) -> String {
        let (first, last) = self.path.goals;
        let engine = match self.engine {
            Engine::Sqlite => "SQLite",
            Engine::Postgres => "PostgreSQL",
        };
        let clock = match self.path.cost {
            Cost::Processor => "",
            Cost::Clock => " (clock)",
        };
        format!(
            "| {} | {engine} | {} | {} | {first:.2}, {last:.2} | {:.0}{clock} | {:.0} | {} | {} | {when} |",
            self.path.name,
            self.path.control,
            spread(&self.ratios, |ratio| format!("{ratio:.2}")),
            median(&self.product_rates).unwrap_or_default(),
            median(&self.control_rates).unwrap_or_default(),
            self.latencies(),
            self.memory(),
        )
    }

    fn latencies(&self) -> String {
        match (self.product_latencies.show(), self.control_latencies.show()) {
            (Some(product), Some(control)) => format!("{product}; control {control}"),
            (Some(product), None) => product,
            _ => "–".into(),
        }
    }

    fn memory(&self) -> String {
        match (self.product_memory, self.control_memory) {
            (Some(product), Some(control)) => {
                format!("{}; control {}", mebibytes(product), mebibytes(control))
            }
            (Some(product), None) => match self.product_disk {
                Some(disk) => format!("{}; disk {}", mebibytes(product), mebibytes(disk)),
                None => mebibytes(product),
            },
            _ => "–".into(),
        }
    }
}

/// How long answers took, round by round.
#[derive(Default)]
struct Latencies {
    medians: Vec<Duration>,
    ninety_ninths: Vec<Duration>,
}

impl Latencies {
    fn add(&mut self, turn: &Turn) {
        if let Some(answers) = &turn.answers {
            self.medians.push(answers.latency(0.5));
            self.ninety_ninths.push(answers.latency(0.99));
        }
    }

    fn show(&self) -> Option<String> {
        let (median, p99) = (median(&self.medians)?, median(&self.ninety_ninths)?);
        Some(format!("{:.2}, {:.2}", millis(median), millis(p99)))
    }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn mebibytes(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / 1024.0 / 1024.0)
}

/// Minimum, median and maximum.
fn spread<T: PartialOrd + Copy>(values: &[T], show: impl Fn(&T) -> String) -> String {
    let sorted = sorted(values);
    match (sorted.first(), median(values), sorted.last()) {
        (Some(first), Some(median), Some(last)) => {
            format!("{} / {} / {}", show(first), show(&median), show(last))
        }
        _ => "–".into(),
    }
}

fn median<T: PartialOrd + Copy>(values: &[T]) -> Option<T> {
    sorted(values).get(values.len() / 2).copied()
}

fn sorted<T: PartialOrd + Copy>(values: &[T]) -> Vec<T> {
    let mut sorted = values.to_vec();
    sorted.sort_by(|one, other| one.partial_cmp(other).unwrap_or(std::cmp::Ordering::Equal));
    sorted
}
