//! The documents' claims about the repository, kept true by tests.

use std::path::Path;

use crate::run;

/// The code spans of a Markdown text, outside indented blocks.
fn code_spans(markdown: &str) -> impl Iterator<Item = &str> {
    markdown
        .split("\n\n")
        .filter(|paragraph| !paragraph.starts_with("    "))
        .flat_map(|paragraph| paragraph.split('`').skip(1).step_by(2))
}

/// Whether a code span names a file or folder of ours: it has a slash, and nothing that a path has not.
fn is_path(span: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "._-/".contains(c);
    span.contains('/') && !span.starts_with('/') && span.chars().all(plain)
}

fn read(document: &str) -> String {
    std::fs::read_to_string(run::root().join(document)).expect("the document is there")
}

fn missing(document: &str) -> Vec<String> {
    let text = read(document);
    code_spans(&text)
        .filter(|span| is_path(span))
        .filter(|path| !run::root().join(path).exists())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_path_in_the_architecture_exists() {
    assert_eq!(missing("ARCHITECTURE.md"), Vec::<String>::new());
}

#[test]
fn the_architecture_names_every_crate() {
    let text = read("ARCHITECTURE.md");
    let crates = std::fs::read_dir(run::root().join("crates")).expect("the crates are there");
    for folder in crates {
        let name = folder.expect("the crates are listed").file_name();
        let heading = format!("### `crates/{}/`", name.to_string_lossy());
        assert!(text.contains(&heading), "no section `{heading}`");
    }
}

#[test]
fn links_of_the_root_documents_lead_somewhere() {
    for document in [
        "README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "ARCHITECTURE.md",
    ] {
        let text = read(document);
        let links = text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| !link.starts_with("http")) {
            assert!(
                run::root().join(Path::new(link)).exists(),
                "{document} links to {link}"
            );
        }
    }
}

#[test]
fn only_what_looks_like_a_path_is_taken_for_one() {
    assert!(is_path("crates/doorward/src/lib.rs"));
    assert!(!is_path("/oauth/token"));
    assert!(!is_path("Store::read"));
    assert!(!is_path("cargo xtask test"));
}
