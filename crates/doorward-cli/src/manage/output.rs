//! Answers for people and for programs.

use std::io::{self, Write as _};
use std::pin::pin;

use futures_util::{Stream, TryStreamExt as _};
use serde_json::Value;

use crate::call::failure::Failure;
use crate::call::table::{plain, print_table};
use crate::call::text::printable;
use crate::call::{print, print_line};

/// For whom a command prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Output {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// A column of a table: its title, and what of an item stands there.
pub(super) type Column = (&'static str, fn(&Value) -> String);

impl Output {
    /// One thing: the API's answer for programs, chosen facts for people.
    pub(super) fn one(self, answer: &Value, facts: &[Column]) -> Result<(), Failure> {
        if self == Self::Json {
            return Ok(print(answer)?);
        }
        let mut table = plain();
        for (name, fact) in facts {
            let fact = fact(answer);
            if !fact.is_empty() {
                table.add_row([*name, &*printable(&fact)]);
            }
        }
        Ok(print_table(table)?)
    }

    /// A list of at most `limit` things. Programs get an array, people a table and a word when there are more.
    pub(super) async fn list(
        self,
        items: impl Stream<Item = Result<Value, doorward::Error>>,
        limit: usize,
        columns: &[Column],
    ) -> Result<(), Failure> {
        let mut items = pin!(items);
        let mut shown = Vec::new();
        while shown.len() < limit {
            match items.try_next().await? {
                Some(item) => shown.push(item),
                None => break,
            }
        }
        if self == Self::Json {
            return Ok(print(&Value::Array(shown))?);
        }
        if shown.is_empty() {
            note("none");
            return Ok(());
        }
        let mut table = plain();
        table.set_header(columns.iter().map(|(title, _)| *title));
        for item in &shown {
            table.add_row(
                columns
                    .iter()
                    .map(|(_, cell)| printable(&cell(item)).into_owned()),
            );
        }
        print_table(table)?;
        if shown.len() == limit && items.try_next().await?.is_some() {
            note(&format!(
                "there are more than {limit}: --limit NUMBER, or --all"
            ));
        }
        Ok(())
    }

    /// What was done. Programs get the answer, people a sentence.
    pub(super) fn done(self, answer: &Value, sentence: &str) -> Result<(), Failure> {
        match self {
            Self::Json => print(answer)?,
            Self::Text => print_line(&printable(sentence))?,
        }
        Ok(())
    }
}

/// A word to people beside the answer.
pub(super) fn note(text: &str) {
    // Nobody may be listening.
    let _ = writeln!(io::stderr(), "{}", printable(text));
}

/// A member as text: nothing for one that is absent, JSON for what is no single value.
pub(super) fn text(item: &Value, key: &str) -> String {
    match &item[key] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A moment, without its fraction and letters: `2026-11-21 15:30:00`, UTC.
pub(super) fn moment(item: &Value, key: &str) -> String {
    let text = text(item, key);
    match text.get(..19) {
        Some(seconds) if text.as_bytes().get(10) == Some(&b'T') => seconds.replace('T', " "),
        _ => text,
    }
}

/// `yes` for `true`, nothing otherwise.
pub(super) fn yes(item: &Value, key: &str) -> String {
    let is_true = item[key] == true;
    if is_true { "yes" } else { "" }.to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_member_becomes_text() {
        let item =
            json!({ "a": "x", "n": 3, "l": ["y"], "at": "2026-11-21T15:30:00.123Z", "t": true });
        assert_eq!(text(&item, "a"), "x");
        assert_eq!(text(&item, "n"), "3");
        assert_eq!(text(&item, "l"), r#"["y"]"#);
        assert_eq!(text(&item, "none"), "");
        assert_eq!(moment(&item, "at"), "2026-11-21 15:30:00");
        assert_eq!(moment(&item, "a"), "x");
        assert_eq!(
            (yes(&item, "t"), yes(&item, "a")),
            ("yes".into(), String::new())
        );
    }
}
