//! `cargo xtask test`: every check and every test, on a machine that may have nothing but Rust.

mod conformance;
mod lint;
mod rust;
mod tally;

#[cfg(feature = "bench")]
pub(crate) use conformance::install as install_clients;
pub(crate) use conformance::write_compatibility;

use std::process::ExitCode;
use std::time::Instant;

use clap::{Args, ValueEnum};

use self::tally::Tally;
use crate::machine::{self, Need};
use crate::run::{self, Fault};
use crate::servers::Servers;

/// What to run.
#[derive(Args)]
pub(crate) struct Options {
    /// Only this part
    part: Option<Part>,
    /// Only tests whose name contains this
    filter: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Formatting, clippy, dependency rules
    Lint,
    /// The Rust tests, against a private PostgreSQL and a private Redis
    Rust,
    /// Unmodified third-party clients and a browser against a started Doorward
    Conformance,
}

impl Options {
    fn includes(&self, part: Part) -> bool {
        self.part.is_none_or(|only| only == part)
    }

    fn needs(&self) -> Vec<Need> {
        let mut needs = Vec::new();
        if self.includes(Part::Rust) || self.includes(Part::Conformance) {
            needs.extend([Need::Postgres, Need::Redis]);
        }
        if self.includes(Part::Rust) {
            needs.push(Need::Proxies);
        }
        if self.includes(Part::Conformance) {
            needs.extend([Need::Node, Need::Chromium]);
        }
        needs
    }
}

/// Runs the parts asked for, cheapest first, and ends with the line `N passed, N failed`.
///
/// The numbers count tests; a check that fails counts as one failure, so that the line and the exit
/// status always agree.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Fault> {
    let began = Instant::now();
    machine::provide(&options.needs())?;

    let mut tally = Tally::default();
    if options.includes(Part::Lint) {
        for (title, check) in lint::CHECKS {
            tally.check(section(title, check));
        }
    }
    if options.part != Some(Part::Lint) {
        let servers = Servers::start()?;
        let filter = options.filter.as_deref();
        if options.includes(Part::Rust) {
            tally.add(&section("Rust tests", || rust::run(&servers, filter))?);
        }
        if options.includes(Part::Conformance) {
            let outcome = section("conformance", || {
                conformance::install()?;
                conformance::run(&servers, filter)
            });
            match outcome {
                Ok(counted) => tally.add(&counted),
                Err(fault) => tally.check(Err(fault)),
            }
        }
    }

    for failure in tally.failures() {
        println!("failed: {failure}");
    }
    println!("\nfinished in {:.0} s", began.elapsed().as_secs_f64());
    println!("{tally}");
    Ok(if tally.is_success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Runs `part` under a heading and says how long it took.
fn section<T>(title: &str, part: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    println!("\n── {title} ──");
    let began = Instant::now();
    let outcome = part();
    if let Err(fault) = &outcome {
        println!("{}", run::with_sources(fault));
    }
    println!("   {:.1} s", began.elapsed().as_secs_f64());
    outcome
}
