//! Clients that nobody here wrote, against a started Doorward: once on each database engine.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use super::rust::watch;
use super::tally::Tally;
use crate::machine::{self, Need};
use crate::run::{self, Doing, Fault};
use crate::servers::{Doorward, Folder, Servers};

/// Installs the clients that the lock file names, unless exactly those are there.
pub(crate) fn install() -> Result<(), Fault> {
    let home = home();
    // npm leaves a copy of what it installed; it is newer than the lock file when they agree.
    let changed = |file: PathBuf| {
        std::fs::metadata(file)
            .and_then(|about| about.modified())
            .ok()
    };
    let installed = changed(home.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= changed(home.join("package-lock.json")) {
        return Ok(());
    }
    run::succeed(
        npm()
            .current_dir(&home)
            .args(["ci", "--no-audit", "--no-fund"]),
    )
}

/// Runs every test on both engines; `filter` keeps tests whose name contains it.
pub(super) fn run(servers: &Servers, filter: Option<&str>) -> Result<Tally, Fault> {
    if !home().join("tests").exists() {
        return Ok(Tally::default());
    }
    let program = Doorward::build("dev")?;
    let postgres = servers.make_database("conformance")?;
    let mut tally = Tally::default();
    tally.add(&run_on("SQLite", &program, &[], filter)?);
    tally.add(&run_on(
        "PostgreSQL",
        &program,
        &["--database-url", &postgres],
        filter,
    )?);
    tally.add(&compare_requests(&program, filter)?);
    Ok(tally)
}

/// Compares the requests of `program` with those of the third-party clients, without any tenant.
fn compare_requests(program: &Path, filter: Option<&str>) -> Result<Tally, Fault> {
    println!("requests, compared");
    let folder = Folder::make()?;
    let report = folder.path().join("report.tap");
    let mut command = Command::new("node");
    command.current_dir(home()).env("DOORWARD_BINARY", program);
    run_tests(command, "wire", &report, filter)
}

fn run_on(
    engine: &str,
    program: &Path,
    database: &[&str],
    filter: Option<&str>,
) -> Result<Tally, Fault> {
    let folder = Folder::make()?;
    let mut arguments = vec!["--gateway", "127.0.0.1:0"];
    arguments.extend(database);
    let doorward = Doorward::start(program, &folder.path().join("data"), &arguments)?;
    let (pid, ready) = (doorward.pid().as_raw_nonzero(), doorward.ready_after);
    println!(
        "on {engine}: process {pid}, ready after {} ms",
        ready.as_millis()
    );
    let report = folder.path().join("report.tap");
    let mut command = node(&doorward)?;
    command.env("DOORWARD_BINARY", program);
    let mut tally = run_tests(command, "tests", &report, filter)?;
    if !tally.is_success() {
        println!("what Doorward said:\n{}", last_lines(&doorward.said(), 40));
    }
    tally.check(doorward.stop());
    Ok(tally)
}

/// `cargo xtask docs`: asks a started Doorward what it serves, and writes `docs/compatibility.md`.
pub(crate) fn write_compatibility() -> Result<ExitCode, Fault> {
    machine::provide(&[Need::Node])?;
    install()?;
    let program = Doorward::build("dev")?;
    let folder = Folder::make()?;
    let doorward = Doorward::start(&program, &folder.path().join("data"), &["--gateway", "off"])?;
    run::succeed(node(&doorward)?.arg("write-compatibility.js"))?;
    doorward.stop()?;
    Ok(ExitCode::SUCCESS)
}

/// Node's own test runner over every test file of a folder, readable here and countable in `report`.
fn run_tests(
    mut node: Command,
    folder: &str,
    report: &Path,
    filter: Option<&str>,
) -> Result<Tally, Fault> {
    node
        // Two of them beside a server and a browser are what two cores can do.
        .args(["--test", "--test-concurrency=2"])
        .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
        .arg("--test-reporter=tap")
        .arg(format!("--test-reporter-destination={}", report.display()));
    if let Some(filter) = filter {
        node.arg(format!("--test-name-pattern={filter}"));
    }
    node.args(test_files(folder)?);
    let succeeded = watch(&mut node, |_| ())?;

    let mut tally = Tally::default();
    for line in std::fs::read_to_string(report)
        .doing("read node's report")?
        .lines()
    {
        tally.read_tap(line);
    }
    if !succeeded && tally.is_success() {
        tally.fail(format!("conformance: {folder}"));
    }
    Ok(tally)
}

/// Node in the folder of the third-party clients, told where `doorward` is and to trust it.
fn node(doorward: &Doorward) -> Result<Command, Fault> {
    let bootstrap = std::fs::read_to_string(&doorward.bootstrap).doing("read bootstrap.json")?;
    let bootstrap: serde_json::Value = serde_json::from_str(&bootstrap)
        .map_err(std::io::Error::from)
        .doing("read bootstrap.json")?;
    let mut command = Command::new("node");
    command
        .current_dir(home())
        .env("DOORWARD_BOOTSTRAP", &doorward.bootstrap)
        .env(
            "NODE_EXTRA_CA_CERTS",
            bootstrap["ca_file"].as_str().unwrap_or_default(),
        );
    Ok(command)
}

fn test_files(folder: &str) -> Result<Vec<PathBuf>, Fault> {
    let mut files = Vec::new();
    let folder = home().join(folder);
    for entry in std::fs::read_dir(folder).doing("list the conformance tests")? {
        files.push(entry.doing("list the conformance tests")?.path());
    }
    files.retain(|file| file.to_string_lossy().ends_with(".test.js"));
    files.sort_unstable();
    Ok(files)
}

fn home() -> PathBuf {
    run::root().join("conformance")
}

fn npm() -> Command {
    Command::new("npm")
}

fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}
