//! `cargo xtask codegen`: makes the folders `generated/` from the descriptions in `api/`.

mod families;
mod handles;
mod ids;
mod item;
mod layout;
mod lists;
mod names;
mod operation;
mod plan;
mod render;
mod schema;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::process::{Command, ExitCode, Stdio};

use doorward_api::description::{self, Description};

use crate::run::{self, Doing, Fault};

/// The Cargo features that compile operations.
pub(crate) const FEATURES: [&str; 12] = [
    "actions",
    "branding",
    "clients",
    "connections",
    "forms",
    "logs",
    "my-account",
    "my-organization",
    "organizations",
    "security",
    "tenants",
    "users",
];

/// What becomes of the generated code.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Change nothing; fail when the generated code is not what the description makes
    #[arg(long)]
    pub(crate) check: bool,
}

const MANIFESTS: [&str; 2] = [
    "crates/doorward-api/Cargo.toml",
    "crates/doorward/Cargo.toml",
];

/// Remakes the generated code, or says that it is stale.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Fault> {
    let description = description::management();
    every_group_has_a_feature(description)?;
    let mut texts = render::management(description).map_err(Fault::Unexpected)?;
    let others = [
        (
            description::my_account(),
            "my-account.json",
            "MyAccount",
            "my_account",
        ),
        (
            description::my_organization(),
            "my-organization.json",
            "MyOrganization",
            "my_organization",
        ),
    ];
    for (description, source, api, module) in others {
        texts.extend(render::whole(description, source, api, module).map_err(Fault::Unexpected)?);
    }
    let mut files = BTreeMap::new();
    for (path, text) in texts {
        files.insert(path, formatted(&text).doing("format the generated code")?);
    }
    let present = present().doing("read the generated code")?;
    if !options.check {
        write(&present, &files).doing("write the generated code")?;
    } else if let Some(path) = stale(&present, &files) {
        let sentence = format!("{path} is stale: run `cargo xtask codegen`");
        return Err(Fault::Unexpected(sentence));
    }
    Ok(ExitCode::SUCCESS)
}

/// A group is of a family, and a family is a feature of the vocabulary and of the SDK.
fn every_group_has_a_feature(description: &Description) -> Result<(), Fault> {
    let groups = render::groups(description);
    if let Some(group) = groups
        .into_iter()
        .find(|group| families::feature(group).is_none_or(|feature| !FEATURES.contains(&feature)))
    {
        return Err(Fault::Unexpected(format!(
            "the group `{group}` is of no family"
        )));
    }
    for path in MANIFESTS {
        let manifest = fs::read_to_string(run::root().join(path)).doing("read the manifest")?;
        let has = |feature: &str| {
            let begin = format!("{feature} = [");
            manifest.lines().any(|line| line.starts_with(&begin))
        };
        if let Some(feature) = FEATURES.iter().find(|feature| !has(feature)) {
            return Err(Fault::Unexpected(format!(
                "{path}: needs the feature `{feature}`"
            )));
        }
    }
    Ok(())
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

/// The files that are there, by path.
fn present() -> io::Result<BTreeMap<String, String>> {
    let mut present = BTreeMap::new();
    for folder in render::FOLDERS {
        let path = run::root().join(folder);
        if !path.exists() {
            continue;
        }
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            let name = entry.file_name();
            let text = fs::read_to_string(entry.path())?;
            present.insert(format!("{folder}/{}", name.to_string_lossy()), text);
        }
    }
    Ok(present)
}

/// Writes what changed and deletes what is no longer made.
fn write(present: &BTreeMap<String, String>, files: &BTreeMap<String, String>) -> io::Result<()> {
    for folder in render::FOLDERS {
        fs::create_dir_all(run::root().join(folder))?;
    }
    for path in present.keys().filter(|path| !files.contains_key(*path)) {
        fs::remove_file(run::root().join(path))?;
    }
    for (path, text) in files
        .iter()
        .filter(|(path, text)| present.get(*path) != Some(text))
    {
        fs::write(run::root().join(path), text)?;
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
