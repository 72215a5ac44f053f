//! `cargo xtask bench`: what requests cost, as a ratio to a control in the same run.
//!
//! On shared machines requests per second say more about the neighbours than about us. So a path is
//! measured in processor time of the server, user and system, per request; a control that does the
//! unavoidable part of the work and nothing else takes turns with it; and what counts is the ratio
//! of both. The server has one core, the load another.

mod affinity;
mod control;
mod journey;
mod load;
mod machine;
mod measure;
mod report;
mod start;

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use self::control::Control;
use self::journey::{Journey, Requests};
use self::report::{Report, Row};
use crate::run::{Doing, Fault};
use crate::servers::{Doorward, Folder, Servers};

/// The core that measured servers run on, and the one that the load comes from.
const SERVER_CORE: usize = 0;
const LOAD_CORE: usize = 1;

/// What to measure, and for how long.
#[derive(Args)]
pub(crate) struct Options {
    /// Only these paths, by the names that the report gives them
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
    #[arg(long, hide = true)]
    control: Option<control::Kind>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Engine {
    Sqlite,
    Postgres,
}

/// Builds the product for release, measures it, writes `bench/results.md`.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Fault> {
    if let Some(kind) = options.control {
        control::be(kind, Duration::from_secs(options.seconds))?;
        return Ok(ExitCode::SUCCESS);
    }
    let program = Doorward::build("release")?;
    // The machine is described before this process sees one core of it alone.
    let mut report = Report::begin(options.rounds, options.seconds)?;
    affinity::stay_on(LOAD_CORE)?;
    if options.paths.is_empty() {
        start::measure(&program, options.rounds, &mut report)?;
    }

    let servers = match options.engine {
        Engine::Sqlite => None,
        Engine::Postgres => Some(Servers::start()?),
    };
    let database = servers
        .as_ref()
        .map(|servers| servers.make_database("bench"))
        .transpose()?;
    let folder = Folder::make()?;
    let product = start_pinned(&program, folder.path(), database.as_deref())?;
    let requests = Requests::prepare(&product.bootstrap)?;
    for journey in Journey::ALL {
        if options.paths.is_empty() || options.paths.iter().any(|path| path == journey.name()) {
            report.add(compare(journey, &requests, &product, options)?);
        }
    }
    product.stop()?;
    report.finish()?;
    println!("\n{report}");
    if !options.dry_run {
        report.save()?;
    }
    Ok(ExitCode::SUCCESS)
}

fn start_pinned(program: &Path, folder: &Path, database: Option<&str>) -> Result<Doorward, Fault> {
    let data = folder.join("data");
    let mut arguments = vec!["--gateway", "off", "--log-level", "warn"];
    if let Some(url) = database {
        arguments.extend(["--database-url", url]);
    }
    let mut command = affinity::pinned(SERVER_CORE, program);
    command.arg("serve").arg("--data-dir").arg(&data);
    command
        .args(["--https", "127.0.0.1:0", "--http", "127.0.0.1:0"])
        .args(arguments);
    Doorward::start_command(&mut command, &data)
}

/// Lets control and product take turns on one path.
fn compare(
    journey: Journey,
    requests: &Requests,
    product: &Doorward,
    options: &Options,
) -> Result<Row, Fault> {
    println!("── {} ──", journey.name());
    let time = Duration::from_secs(options.seconds);
    let request = requests.of(journey);
    let mut control = Control::prepare(journey)?;
    let mut row = Row::new(journey);
    // The first turn of each fills caches and is not counted.
    control.measure(Duration::from_secs(1))?;
    load::run(request, journey.connections(), Duration::from_secs(1))?;
    for _ in 0..options.rounds {
        let control = control.measure(time)?;
        let before = measure::processor_time(product.pid())?;
        let answers = load::run(request, journey.connections(), time)?;
        let used = measure::processor_time(product.pid())?.saturating_sub(before);
        let ratio = row.add(control, &answers, used);
        println!("   {ratio:.3}");
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
