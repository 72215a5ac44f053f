//! `cargo xtask codegen`: makes `crates/doorward-api/src/generated/` from `api/management.json`.

mod ids;
mod item;
mod layout;
mod lists;
mod names;
mod plan;
mod render;
mod schema;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use doorward_api::description;

use crate::run::{self, Doing, Fault};

/// What becomes of the generated code.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Change nothing; fail when the generated code is not what the description makes
    #[arg(long)]
    pub(crate) check: bool,
}

const GENERATED: &str = "crates/doorward-api/src/generated";
const MANIFEST: &str = "crates/doorward-api/Cargo.toml";

/// Remakes the generated code, or says that it is stale.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Fault> {
    let description = description::management();
    let manifest = fs::read_to_string(run::root().join(MANIFEST)).doing("read the manifest")?;
    for feature in render::features(description) {
        if !manifest
            .lines()
            .any(|line| line.starts_with(&format!("{feature} =")))
        {
            return Err(Fault::Unexpected(format!(
                "{MANIFEST}: needs the feature `{feature}`"
            )));
        }
    }
    let mut files = BTreeMap::new();
    for (name, text) in render::files(description).map_err(Fault::Unexpected)? {
        files.insert(name, formatted(&text).doing("format the generated code")?);
    }
    let folder = run::root().join(GENERATED);
    let present = present(&folder).doing("read the generated code")?;
    if !options.check {
        write(&folder, &present, &files).doing("write the generated code")?;
    } else if let Some(name) = stale(&present, &files) {
        let sentence = format!("{GENERATED}/{name} is stale: run `cargo xtask codegen`");
        return Err(Fault::Unexpected(sentence));
    }
    Ok(ExitCode::SUCCESS)
}

/// The first file that is not what it should be.
fn stale<'a>(
    present: &'a BTreeMap<String, String>,
    files: &'a BTreeMap<String, String>,
) -> Option<&'a String> {
    let names = present.keys().chain(files.keys());
    names
        .into_iter()
        .find(|name| present.get(*name) != files.get(*name))
}

fn present(folder: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut present = BTreeMap::new();
    if !folder.exists() {
        return Ok(present);
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let text = fs::read_to_string(entry.path())?;
        present.insert(entry.file_name().to_string_lossy().into_owned(), text);
    }
    Ok(present)
}

/// Writes what changed and deletes what is no longer made.
fn write(
    folder: &Path,
    present: &BTreeMap<String, String>,
    files: &BTreeMap<String, String>,
) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for name in present.keys().filter(|name| !files.contains_key(*name)) {
        fs::remove_file(folder.join(name))?;
    }
    for (name, text) in files
        .iter()
        .filter(|(name, text)| present.get(*name) != Some(text))
    {
        fs::write(folder.join(name), text)?;
    }
    Ok(())
}

/// `text` as rustfmt has it.
fn formatted(text: &str) -> io::Result<String> {
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "--style-edition", "2024"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut input = rustfmt
        .stdin
        .take()
        .ok_or_else(|| io::Error::other("no standard input"))?;
    let text = text.to_owned();
    // Written from aside: rustfmt may answer before it has read everything.
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = rustfmt.wait_with_output()?;
    writer
        .join()
        .map_err(|_| io::Error::other("writer died"))??;
    if !output.status.success() {
        return Err(io::Error::other("refused the generated code"));
    }
    String::from_utf8(output.stdout).map_err(io::Error::other)
}
