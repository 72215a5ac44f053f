//! `cargo xtask bench`: what requests cost, as a ratio to a control in the same run.
//!
//! On shared machines requests per second say more about the neighbours than about us. So a path is
//! measured in processor time of the server, user and system, per request; a control that does the
//! unavoidable part of the work and nothing else takes turns with it; and what counts is the ratio
//! of both. Durable paths compare time on the clock instead, on the same disk. The server has one core,
//! the load another.

mod affinity;
mod build;
mod control;
mod load;
mod machine;
mod measure;
mod paths;
mod product;
mod report;
mod results;
mod side;
mod soak;
mod start;

use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use self::paths::Path;
use self::product::Lab;
use self::report::{Report, Row};
use crate::run::{Doing, Fault};
use crate::servers::Doorward;

/// The core that measured servers run on, and the one that the load comes from.
const SERVER_CORE: usize = 0;
const LOAD_CORE: usize = 1;

/// The name under which the process itself is measured: its start and its idle memory.
const START: &str = "start";

/// The name under which builds of programs with the SDK are measured, when somebody asks for it.
const BUILD: &str = "build";

/// The name under which a gateway is watched while it makes a million sessions, when somebody asks for it.
const SOAK: &str = "soak";

/// What to measure, and for how long.
#[derive(Args)]
pub(crate) struct Options {
    /// Only these paths, by the names that the report gives them; all but the slow ones unless said
    paths: Vec<String>,
    /// How often control and product take turns
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Seconds of load in each turn
    #[arg(long, default_value_t = 4)]
    seconds: u64,
    /// Where the product keeps its data
    #[arg(long, default_value = "sqlite")]
    engine: Engine,
    /// Leave bench/results.md as it is
    #[arg(long)]
    dry_run: bool,
    /// Be a control: how this program starts itself as the other half of a measurement
    #[arg(long, hide = true, value_parser = control::parse)]
    control: Option<control::Kind>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Engine {
    Sqlite,
    Postgres,
}

impl Options {
    fn includes(&self, name: &str) -> bool {
        self.paths.iter().any(|wanted| wanted == name)
    }

    /// The paths to measure.
    fn paths(&self) -> Result<Vec<&'static Path>, Fault> {
        let others = [START, BUILD, SOAK];
        let known = |name: &String| {
            others.contains(&name.as_str()) || paths::ALL.iter().any(|one| one.name == name)
        };
        if let Some(unknown) = self.paths.iter().find(|name| !known(name)) {
            let names: Vec<&str> = paths::ALL.iter().map(|path| path.name).collect();
            let names = names.join(", ");
            return Err(Fault::Unexpected(format!(
                "there is no path `{unknown}`, but {START}, {BUILD}, {SOAK}, {names}"
            )));
        }
        let is_wanted = |path: &&Path| {
            if self.paths.is_empty() {
                !path.is_slow
            } else {
                self.includes(path.name)
            }
        };
        Ok(paths::ALL.iter().filter(is_wanted).collect())
    }
}

/// Builds the product for release, measures it, writes `bench/results.md`.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Fault> {
    if let Some(kind) = &options.control {
        control::be(kind, Duration::from_secs(options.seconds))?;
        return Ok(ExitCode::SUCCESS);
    }
    let paths = options.paths()?;
    // The machine is described before this process sees one core of it alone.
    let mut report = Report::begin(options.rounds, options.seconds)?;
    if options.includes(BUILD) {
        report.builds = build::measure()?;
    }
    if options.paths.is_empty() || options.paths.iter().any(|name| name != BUILD) {
        measure_product(&mut report, &paths, options)?;
    }
    report.finish();
    println!("\n{report}");
    if !options.dry_run {
        results::save(&report)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Measures the product, built for release.
fn measure_product(
    report: &mut Report,
    paths: &[&'static Path],
    options: &Options,
) -> Result<(), Fault> {
    let program = Doorward::build("release")?;
    affinity::stay_on(LOAD_CORE)?;
    if options.paths.is_empty() || options.includes(START) {
        report.start = Some(start::measure(&program, options.rounds)?);
    }
    if options.includes(SOAK) {
        report.soak = Some(soak::measure(&program)?);
    }
    let lab = Lab::new(&program, options.engine);
    for path in paths {
        report.add(compare(path, &lab, options)?);
    }
    Ok(())
}

/// Lets control and product take turns on one path.
fn compare(path: &'static Path, lab: &Lab<'_>, options: &Options) -> Result<Row, Fault> {
    println!("── {} ──", path.name);
    let time = Duration::from_secs(options.seconds);
    let mut duel = (path.prepare)(lab)?;
    // The first turn of each fills caches and is not counted.
    duel.control.turn(Duration::from_secs(1))?;
    duel.product.turn(Duration::from_secs(1))?;
    let mut row = Row::new(path, lab.engine);
    for _ in 0..options.rounds {
        let control = duel.control.turn(time)?;
        let product = duel.product.turn(time)?;
        println!("   {:.3}", row.add(&control, &product));
    }
    Ok(row)
}

/// A run time for one thread: the load must not take more than its core.
fn runtime() -> Result<tokio::runtime::Runtime, Fault> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .doing("start the asynchronous run time")
}
