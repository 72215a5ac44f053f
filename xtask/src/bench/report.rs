//! `bench/results.md`: the last results, with the machine they come from.

use std::fmt;
use std::process::Command;
use std::time::Duration;

use super::control::Pace;
use super::journey::Journey;
use super::load::Answers;
use super::machine;
use crate::run::{self, Doing, Fault};

/// Everything that one run found out.
pub(super) struct Report {
    machine: String,
    commit: String,
    rounds: usize,
    seconds: u64,
    load_average: (String, String),
    rows: Vec<Row>,
    /// From start to the ready line, on no data and on existing data.
    pub(super) first_start: Vec<Duration>,
    pub(super) later_start: Vec<Duration>,
    /// Bytes held while idle, by the product and by a bare axum process.
    pub(super) idle_memory: Vec<u64>,
    pub(super) bare_memory: u64,
}

/// One path's rounds.
pub(super) struct Row {
    journey: Journey,
    ratios: Vec<f64>,
    control_rates: Vec<f64>,
    product_rates: Vec<f64>,
    medians: Vec<Duration>,
    ninety_ninths: Vec<Duration>,
}

impl Row {
    pub(super) fn new(journey: Journey) -> Self {
        Self {
            journey,
            ratios: Vec::new(),
            control_rates: Vec::new(),
            product_rates: Vec::new(),
            medians: Vec::new(),
            ninety_ninths: Vec::new(),
        }
    }

    /// Adds a round, in which the product used `used` of processor time; its ratio.
    pub(super) fn add(&mut self, control: Pace, answers: &Answers, used: Duration) -> f64 {
        let product = Pace {
            done: answers.count() as u64,
            used,
        }
        .per_core_second();
        let control = control.per_core_second();
        self.ratios.push(product / control);
        self.control_rates.push(control);
        self.product_rates.push(product);
        self.medians.push(answers.latency(0.5));
        self.ninety_ninths.push(answers.latency(0.99));
        product / control
    }
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
            rounds,
            seconds,
            load_average: (machine::load_average(), String::new()),
            rows: Vec::new(),
            first_start: Vec::new(),
            later_start: Vec::new(),
            idle_memory: Vec::new(),
            bare_memory: 0,
        })
    }

    pub(super) fn add(&mut self, row: Row) {
        self.rows.push(row);
    }

    pub(super) fn finish(&mut self) -> Result<(), Fault> {
        self.load_average.1 = machine::load_average();
        Ok(())
    }

    /// Writes it where it is kept.
    pub(super) fn save(&self) -> Result<(), Fault> {
        let folder = run::root().join("bench");
        std::fs::create_dir_all(&folder).doing("make the folder bench")?;
        std::fs::write(folder.join("results.md"), self.to_string()).doing("write the results")
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "# Last results of `cargo xtask bench`\n")?;
        writeln!(f, "- Machine: {}", self.machine)?;
        writeln!(
            f,
            "- Load average before and after: {}, {}",
            self.load_average.0, self.load_average.1
        )?;
        writeln!(f, "- Commit: {}, release build", self.commit)?;
        writeln!(
            f,
            "- {} rounds of {} s; server on one core, load on another\n",
            self.rounds, self.seconds
        )?;
        writeln!(
            f,
            "A rate is what one second of one core does (user and system time of the server). A ratio is \
             the product's rate divided by its control's in the same round; cells with three numbers are \
             minimum, median and maximum of the rounds. \
             The goal for latencies is a p99 below four times the median.\n"
        )?;
        self.write_paths(f)?;
        self.write_start(f)
    }
}

impl Report {
    fn write_paths(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.rows.is_empty() {
            return Ok(());
        }
        writeln!(
            f,
            "| path | control | ratio | first goal, goal | product /s | control /s | median | p99 |"
        )?;
        writeln!(f, "|---|---|---|---|---|---|---|---|")?;
        for row in &self.rows {
            let (first, last) = row.journey.goals();
            writeln!(
                f,
                "| {} | {} | {} | {first:.2}, {last:.2} | {:.0} | {:.0} | {:.2} ms | {:.2} ms |",
                row.journey.name(),
                row.journey.control(),
                spread(&row.ratios, |ratio| format!("{ratio:.2}")),
                median(&row.product_rates),
                median(&row.control_rates),
                millis(median(&row.medians)),
                millis(median(&row.ninety_ninths)),
            )?;
        }
        writeln!(f)
    }

    fn write_start(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first_start.is_empty() {
            return Ok(());
        }
        let time = |time: &Duration| format!("{:.0}", millis(*time));
        let mebibytes = |bytes: &u64| format!("{:.1}", *bytes as f64 / 1024.0 / 1024.0);
        writeln!(f, "| process | measured | goal |")?;
        writeln!(f, "|---|---|---|")?;
        writeln!(
            f,
            "| ready on no data, ms | {} | < 1000 |",
            spread(&self.first_start, time)
        )?;
        writeln!(
            f,
            "| ready on existing data, ms | {} | < 300 |",
            spread(&self.later_start, time)
        )?;
        writeln!(
            f,
            "| idle memory, MiB (bare axum {}) | {} | ≤ 3 times bare axum, < 60 |",
            mebibytes(&self.bare_memory),
            spread(&self.idle_memory, mebibytes),
        )
    }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Minimum, median and maximum.
fn spread<T: PartialOrd + Copy>(values: &[T], show: impl Fn(&T) -> String) -> String {
    let sorted = sorted(values);
    match (sorted.first(), sorted.last()) {
        (Some(first), Some(last)) => {
            format!(
                "{} / {} / {}",
                show(first),
                show(&median(values)),
                show(last)
            )
        }
        _ => "–".into(),
    }
}

/// The middle value. There is one: a row is printed after its rounds.
fn median<T: PartialOrd + Copy>(values: &[T]) -> T {
    sorted(values)[values.len() / 2]
}

fn sorted<T: PartialOrd + Copy>(values: &[T]) -> Vec<T> {
    let mut sorted = values.to_vec();
    sorted.sort_by(|one, other| one.partial_cmp(other).unwrap_or(std::cmp::Ordering::Equal));
    sorted
}
