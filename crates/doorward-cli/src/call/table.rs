//! Answers as tables, for people.

use std::io::{self, IsTerminal as _};

use comfy_table::{ContentArrangement, Table, presets};
use serde_json::Value;

use super::print_line;
use super::text::{json, printable};

/// How many columns a table has at most when nobody chose them.
const COLUMNS: usize = 7;
/// Members that tell most about a thing, wherever it lists them.
const FIRST: [&str; 8] = [
    "id",
    "user_id",
    "client_id",
    "log_id",
    "date",
    "name",
    "email",
    "display_name",
];

/// Without lines, as wide as the terminal; where nobody looks nothing is wrapped.
pub(crate) fn plain() -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    let arrangement = if io::stdout().is_terminal() {
        ContentArrangement::Dynamic
    } else {
        ContentArrangement::Disabled
    };
    table.set_content_arrangement(arrangement);
    table
}

/// Writes a table to stdout.
pub(crate) fn print_table(mut table: Table) -> io::Result<()> {
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    print_line(&table.trim_fmt())
}

/// Any answer as a table: a list with a row for each item, anything else with a row for each member.
pub(super) fn of(answer: &Value) -> Table {
    match answer {
        Value::Array(items) => list(items),
        Value::Object(members) => {
            let mut table = plain();
            for (name, member) in members {
                table.add_row([printable(name).into_owned(), cell(member)]);
            }
            table
        }
        other => {
            let mut table = plain();
            table.add_row([cell(other)]);
            table
        }
    }
}

/// A row for each item, under the members that have a single value.
pub(super) fn list(items: &[Value]) -> Table {
    let mut table = plain();
    let names = columns(items);
    if names.is_empty() {
        items.iter().for_each(|item| {
            table.add_row([cell(item)]);
        });
        return table;
    }
    table.set_header(names.iter().map(|name| printable(name).to_uppercase()));
    for item in items {
        table.add_row(names.iter().map(|name| cell(&item[*name])));
    }
    table
}

/// The members to show: those that tell most, then the others in the order of the answer. No secrets: others may see
/// the screen, and whoever wants them reads the JSON.
fn columns(items: &[Value]) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    let objects = items.iter().filter_map(Value::as_object);
    for (name, value) in objects.flatten() {
        let is_single = !value.is_object() && !value.is_array();
        if is_single && !name.ends_with("secret") && !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names.sort_by_key(|name| {
        let first = FIRST.iter().position(|first| first == name);
        first.unwrap_or(FIRST.len())
    });
    names.truncate(COLUMNS);
    names
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => printable(text).into_owned(),
        other => json(other),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_tells_most_comes_first_and_what_has_parts_not_at_all() {
        let items = [
            json!({ "blocked": true, "identities": [], "email": "a@b.c", "user_id": "auth0|1" }),
            json!({ "user_id": "auth0|2", "client_secret": "s", "created_at": "x", "app_metadata": {} }),
        ];
        assert_eq!(
            columns(&items),
            ["user_id", "email", "blocked", "created_at"]
        );
        let table = list(&items).trim_fmt();
        assert!(table.contains("USER_ID"), "{table}");
        assert!(table.lines().nth(2).unwrap().contains("auth0|2"), "{table}");
    }
}
