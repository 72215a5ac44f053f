//! What the project may depend on: known registries, compatible licences, one TLS stack.

pub(crate) mod advisories;

use std::collections::BTreeSet;

use crate::run::{self, Doing, Fault};

/// The only place that packages come from.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Licences that let the binary be given away under MIT or Apache-2.0.
const LICENCES: [&str; 14] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    // The list of certificate authorities in webpki-roots.
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Packages that must not be built, and why.
const BANNED: [(&str, &str); 4] = [
    ("openssl-sys", "rustls is the one TLS stack"),
    ("native-tls", "rustls is the one TLS stack"),
    ("ring", "aws-lc-rs is the one cryptographic library"),
    ("chrono", "jiff is the one time library"),
];

/// Fails with one line per package that breaks a rule.
pub(crate) fn check() -> Result<(), Fault> {
    let mut faults = sources(&lock_file()?);
    let built = built()?;
    // A package is printed once for everyone who needs it.
    let packages: BTreeSet<&str> = built.lines().filter(|line| !line.is_empty()).collect();
    faults.extend(packages.iter().filter_map(|line| package(line)));
    if faults.is_empty() {
        println!("{} packages, each allowed", packages.len());
        return Ok(());
    }
    Err(Fault::Unexpected(faults.join("\n")))
}

/// Every package that is built here: lines of `name version …|licence`.
fn built() -> Result<String, Fault> {
    run::read(run::cargo().args([
        "tree",
        "--workspace",
        "--locked",
        "--prefix=none",
        "--no-dedupe",
        "--format={p}|{l}",
    ]))
}

fn lock_file() -> Result<String, Fault> {
    std::fs::read_to_string(run::root().join("Cargo.lock")).doing("read Cargo.lock")
}

/// Complaints about packages of the lock file that come from elsewhere.
fn sources(lock_file: &str) -> Vec<String> {
    lock_file
        .lines()
        .filter_map(|line| line.strip_prefix("source = "))
        .map(|source| source.trim_matches('"'))
        .filter(|source| *source != REGISTRY)
        .map(|source| format!("{source}: packages come from crates.io only"))
        .collect()
}

/// What is wrong with one line of `cargo tree`: `name version …|licence`.
fn package(line: &str) -> Option<String> {
    let (package, licence) = line.rsplit_once('|')?;
    // The mark of a package that depends on itself, through its tests.
    let licence = licence.strip_suffix(" (*)").unwrap_or(licence);
    let name = package.split(' ').next()?;
    if let Some((_, reason)) = BANNED.iter().find(|(banned, _)| *banned == name) {
        return Some(format!("{package}: {reason}"));
    }
    (!is_allowed(licence)).then(|| format!("{package}: licence `{licence}` is not on our list"))
}

/// Whether an SPDX expression can be met with our licences. The old form `MIT/Apache-2.0` means "or".
fn is_allowed(expression: &str) -> bool {
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    any_of(&mut rest) && rest.is_empty()
}

fn any_of(words: &mut &[&str]) -> bool {
    let mut allowed = all_of(words);
    while let ["OR", after @ ..] = words {
        *words = after;
        // Read on even when it is decided: the words have to be used up.
        let next = all_of(words);
        allowed |= next;
    }
    allowed
}

fn all_of(words: &mut &[&str]) -> bool {
    let mut allowed = one(words);
    while let ["AND", after @ ..] = words {
        *words = after;
        let next = one(words);
        allowed &= next;
    }
    allowed
}

fn one(words: &mut &[&str]) -> bool {
    match *words {
        ["(", after @ ..] => {
            *words = after;
            let allowed = any_of(words);
            if let [")", after @ ..] = words {
                *words = after;
            }
            allowed
        }
        [licence, "WITH", exception, after @ ..] => {
            *words = after;
            LICENCES.contains(&format!("{licence} WITH {exception}").as_str())
        }
        [licence, after @ ..] => {
            *words = after;
            LICENCES.contains(licence)
        }
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_allowed, package, sources};

    #[test]
    fn every_part_of_an_and_has_to_be_allowed_and_one_of_an_or() {
        assert!(is_allowed("MIT OR Apache-2.0"));
        assert!(is_allowed("MIT/Apache-2.0"));
        assert!(is_allowed("ISC AND (GPL-3.0 OR MIT)"));
        assert!(is_allowed("GPL-3.0 OR Apache-2.0 WITH LLVM-exception"));
        assert!(!is_allowed("MIT AND GPL-3.0"));
        assert!(!is_allowed("ISC AND (GPL-3.0 OR AGPL-3.0)"));
        assert!(!is_allowed("Apache-2.0 WITH Strange-exception"));
        assert!(!is_allowed(""));
    }

    #[test]
    fn banned_packages_and_foreign_sources_are_named() {
        assert!(package("ring v0.17.14|Apache-2.0 AND ISC").is_some());
        assert!(package("serde v1.0.229|MIT OR Apache-2.0").is_none());
        assert!(package("doorward v0.1.0 (/x)|MIT OR Apache-2.0 (*)").is_none());
        assert_eq!(sources("source = \"git+https://example.com/x\"").len(), 1);
        assert!(sources(&format!("source = \"{}\"", super::REGISTRY)).is_empty());
    }
}
