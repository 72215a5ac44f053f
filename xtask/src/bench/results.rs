//! `bench/results.md`: the last result of every path, whichever run it comes from.

use std::fmt::Write as _;

use super::paths;
use super::report::{PATHS, PROCESS, Report};
use crate::run::{self, Doing, Fault};

const INTRODUCTION: &str = "\
A rate is what one second of one core does (user and system time of the server) or, where it says `clock`, what was
done in a second. A ratio is the product's rate divided by its control's in the same round; cells with three numbers
are minimum, median and maximum of the rounds. A path keeps its line until it is measured again. The goal for latencies
is a p99 below four times the median (five of the gateway): the control's, on the same machine at the same time, tells
what of it is the neighbours'. A line that says `real-time` was measured under `chrt --fifo 5`, which lets no neighbour
come between. Memory is the most that was held; of `sdk-…-npm` the goal is a twelfth of the control's,
of `sdk-import` less than 32 MiB, of `gateway-sessions` less than 40 MiB and no more after a million. A new user is 17
rows with 40 index entries, which the control of `users-create` writes too on PostgreSQL. Of a process's memory the
program itself is the larger part: pages of its file that the kernel may drop. The bare axum process is the benchmark's own
program, which is larger than it has to be: alone it holds 5.0 MiB. Builds are compared with that of a program of reqwest
on rustls, tokio and serde_json without the SDK. The minute on two cores that was wished for is out of its reach too: the C
of aws-lc, the one cryptographic library, takes more than half of it.";

/// Writes what a run found out over what is known of the same paths.
pub(super) fn save(report: &Report) -> Result<(), Fault> {
    let folder = run::root().join("bench");
    std::fs::create_dir_all(&folder).doing("make the folder bench")?;
    let file = folder.join("results.md");
    let known = std::fs::read_to_string(&file).unwrap_or_default();
    std::fs::write(file, merge(&known, report)).doing("write the results")
}

fn merge(known: &str, report: &Report) -> String {
    let mut text = format!(
        "# Last results of `cargo xtask bench`\n\n- Machine: {}\n- Release build; server on one core, load on another\n\n{INTRODUCTION}\n",
        report.machine()
    );
    let mut rows = replaced(table(known, PATHS), report.paths(), 2);
    rows.sort_by_key(|row| place(row));
    for (head, rows) in [
        (PATHS, rows),
        (
            PROCESS,
            replaced(table(known, PROCESS), report.process(), 1),
        ),
    ] {
        if rows.is_empty() {
            continue;
        }
        let columns = head.matches('|').count() - 1;
        let _infallible = write!(text, "\n{head}\n|{}\n", "---|".repeat(columns));
        for row in rows {
            text.push_str(&row);
            text.push('\n');
        }
    }
    text
}

/// Where the path of a row stands among all paths.
fn place(row: &str) -> Option<usize> {
    let name = cells(row).next()?;
    paths::ALL.iter().position(|path| path.name == name)
}

/// The lines below a table's head.
fn table(text: &str, head: &str) -> Vec<String> {
    let below = text.lines().skip_while(|line| *line != head).skip(2);
    below
        .take_while(|line| line.starts_with('|'))
        .map(str::to_owned)
        .collect()
}

/// The known rows, those with the same first cells replaced, and the new ones after them.
fn replaced(known: Vec<String>, new: Vec<String>, key_cells: usize) -> Vec<String> {
    let mut rows = known;
    for row in new {
        let same = |old: &String| cells(old).take(key_cells).eq(cells(&row).take(key_cells));
        match rows.iter().position(same) {
            Some(place) => rows[place] = row,
            None => rows.push(row),
        }
    }
    rows
}

fn cells(row: &str) -> impl Iterator<Item = &str> {
    row.trim_matches('|').split('|').map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_measured_again_replaces_its_row_and_no_other() {
        let known = format!(
            "# head\n\n{PATHS}\n|---|\n| a | SQLite | old |\n| b | SQLite | old |\n\nafter"
        );
        let rows = table(&known, PATHS);
        let new = vec![
            "| b | SQLite | new |".to_owned(),
            "| b | PostgreSQL | new |".to_owned(),
        ];
        assert_eq!(
            replaced(rows, new, 2),
            [
                "| a | SQLite | old |",
                "| b | SQLite | new |",
                "| b | PostgreSQL | new |"
            ]
        );
    }
}
