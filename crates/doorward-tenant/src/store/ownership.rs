//! A check of this folder's own habit: the rows of a table are made and changed in one file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The tables that a text inserts into or updates.
fn written(text: &str) -> BTreeSet<String> {
    let tables = ["INSERT INTO ", "UPDATE "].iter().flat_map(|verb| {
        text.split(verb).skip(1).map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_lowercase() && c != '_');
            rest[..end.unwrap_or(rest.len())].to_owned()
        })
    });
    tables.filter(|table| !table.is_empty()).collect()
}

#[test]
fn the_rows_of_a_table_are_made_and_changed_in_one_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store");
    let mut writers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if !name.ends_with(".rs") || name == "ownership.rs" {
            continue;
        }
        let source = std::fs::read_to_string(entry.path()).unwrap();
        let production = source.split("#[cfg(test)]").next().unwrap_or_default();
        // The contract of the engines is checked with rows of its own.
        if name == "contract.rs" {
            continue;
        }
        for table in written(production) {
            writers.entry(table).or_default().insert(name.clone());
        }
    }
    assert!(writers.len() > 20, "{writers:?}");
    writers.retain(|_, files| files.len() > 1);
    assert!(writers.is_empty(), "{writers:?}");
}

#[test]
fn reading_and_deleting_are_no_writing() {
    let text =
        "INSERT INTO users (a) VALUES (1) ON CONFLICT (a) DO UPDATE SET a = 2; DELETE FROM roles;
        UPDATE jobs SET a = 1; SELECT a FROM grants";
    assert_eq!(
        written(text).into_iter().collect::<Vec<_>>(),
        ["jobs", "users"]
    );
}
