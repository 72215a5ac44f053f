//! Known vulnerabilities, from the RustSec advisory database.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use semver::{Version, VersionReq};
use serde::Deserialize;

use crate::run::{self, Doing, Fault};

const DATABASE: &str = "https://github.com/rustsec/advisory-db";

/// The head of an advisory, as far as it decides.
#[derive(Debug, Deserialize)]
struct Advisory {
    advisory: About,
    versions: Versions,
}

#[derive(Debug, Deserialize)]
struct About {
    id: String,
    /// `unmaintained`, `unsound` or `notice`: nothing that an attacker could use.
    informational: Option<String>,
    withdrawn: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Versions {
    #[serde(default)]
    patched: Vec<VersionReq>,
    #[serde(default)]
    unaffected: Vec<VersionReq>,
}

impl Advisory {
    /// Reads the TOML block that an advisory's Markdown begins with.
    fn read(markdown: &str) -> Option<Self> {
        let head = markdown.strip_prefix("```toml\n")?;
        toml::from_str(head.split_once("\n```")?.0).ok()
    }

    fn concerns(&self, version: &Version) -> bool {
        let safe = self
            .versions
            .patched
            .iter()
            .chain(&self.versions.unaffected);
        self.advisory.informational.is_none()
            && self.advisory.withdrawn.is_none()
            && !safe.into_iter().any(|range| range.matches(version))
    }
}

/// Fails when a package that we build has a known vulnerability.
///
/// Says so and passes where the database cannot be reached: then nothing can be known.
pub(crate) fn check() -> Result<(), Fault> {
    let Some(database) = fetch()? else {
        println!("the advisory database cannot be reached; not checked");
        return Ok(());
    };
    let mut found = BTreeSet::new();
    for line in super::built()?.lines() {
        let mut words = line.split(' ');
        if let (Some(name), Some(version)) = (words.next(), words.next())
            && let Ok(version) = Version::parse(version.trim_start_matches('v'))
        {
            let folder = database.join("crates").join(name);
            found.extend(known(&folder, &version).map(|id| format!("{name} {version}: {id}")));
        }
    }
    if found.is_empty() {
        return Ok(());
    }
    Err(Fault::Unexpected(Vec::from_iter(found).join("\n")))
}

/// The ids of the advisories in `folder` that concern `version`. No folder, no advisory.
fn known(folder: &Path, version: &Version) -> impl Iterator<Item = String> {
    let advisories = std::fs::read_dir(folder).into_iter().flatten().flatten();
    advisories.filter_map(|entry| {
        let advisory = Advisory::read(&std::fs::read_to_string(entry.path()).ok()?)?;
        advisory.concerns(version).then_some(advisory.advisory.id)
    })
}

/// Where a fresh copy of the database is; `None` when nobody answers.
fn fetch() -> Result<Option<PathBuf>, Fault> {
    let folder = run::target_folder()?.join("advisory-db");
    let _no_older_copy = std::fs::remove_dir_all(&folder);
    // Neither a prompt nor a silent network may hold up the checks.
    let status = Command::new("timeout")
        .args(["60", "git"])
        .env("GIT_TERMINAL_PROMPT", "0")
        .args(["clone", "--quiet", "--depth=1", DATABASE])
        .arg(&folder)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .doing("run git")?;
    Ok(status.success().then_some(folder))
}

#[cfg(test)]
mod tests {
    use semver::Version;

    use super::Advisory;

    const TEXT: &str = r#"```toml
[advisory]
id = "RUSTSEC-2000-0001"
package = "example"
date = "2000-01-01"

[versions]
patched = [">= 1.2.3", "^0.9.7"]
unaffected = ["< 0.5.0"]
```

# It reads too far
"#;

    #[test]
    fn a_version_is_concerned_unless_it_is_patched_or_was_never_affected() {
        let advisory = Advisory::read(TEXT).unwrap();
        let concerns = |version: &str| advisory.concerns(&Version::parse(version).unwrap());
        assert!(concerns("1.2.2"));
        assert!(concerns("0.9.6"));
        assert!(!concerns("0.9.8"));
        assert!(!concerns("1.3.0"));
        assert!(!concerns("0.4.9"));
    }

    #[test]
    fn a_notice_or_a_withdrawn_advisory_concerns_nobody() {
        for line in [
            "informational = \"unmaintained\"",
            "withdrawn = \"2001-01-01\"",
        ] {
            let text = TEXT.replace("\n[versions]", &format!("{line}\n\n[versions]"));
            assert!(
                !Advisory::read(&text)
                    .unwrap()
                    .concerns(&Version::new(1, 0, 0))
            );
        }
    }
}
