//! Conditions of a search as SQL: text with places, and the values bound to them.

use super::Value;
use super::connection::Statement;
use crate::domain::search::{Bound, Condition, TextTest};

/// A statement that grows. Values never become part of its text.
pub(super) struct Sql {
    text: String,
    values: Vec<Value>,
    /// The engine's operator for patterns, see [`super::Connection::pattern`].
    pattern: Pattern,
}

/// How an engine compares a text with a pattern, respecting case.
#[derive(Clone, Copy)]
pub(super) enum Pattern {
    /// SQLite: `GLOB`, with `*`, `?` and `[`.
    Glob,
    /// PostgreSQL: `LIKE`, with `%`, `_` and `\`.
    Like,
}

/// Behind an order by what may have no value: who has none comes last, whichever way the order goes. The engines differ
/// unless it is said.
pub(super) const MISSING_LAST: &str = " NULLS LAST";

/// The highest character: behind every text that begins like another.
const LAST: char = char::MAX;

impl Sql {
    pub(super) fn new(pattern: Pattern) -> Self {
        Self {
            text: String::with_capacity(512),
            values: Vec::new(),
            pattern,
        }
    }

    /// Adds words of the statement.
    pub(super) fn push(&mut self, words: &str) -> &mut Self {
        self.text.push_str(words);
        self
    }

    /// Adds the place of a value.
    pub(super) fn bind(&mut self, value: impl Into<Value>) -> &mut Self {
        self.values.push(value.into());
        self.text.push('$');
        self.text.push_str(&self.values.len().to_string());
        self
    }

    /// Binds a value whose place, `$1`, stands in words that are added later.
    pub(super) fn bind_first(&mut self, value: impl Into<Value>) -> &mut Self {
        debug_assert!(self.values.is_empty(), "the first value is bound first");
        self.values.push(value.into());
        self
    }

    /// Binds a value like [`Sql::bind_first`], behind those that were bound so: its place is `$2` and so on.
    pub(super) fn bind_next(&mut self, value: impl Into<Value>) -> &mut Self {
        self.values.push(value.into());
        self
    }

    /// Behind the name of a table: which of its indexes SQLite has to take, where it would take another one. PostgreSQL
    /// knows what is in a table, and decides itself.
    pub(super) fn by_index(&mut self, index: &'static str) -> &mut Self {
        match self.pattern {
            Pattern::Glob => self.push(" INDEXED BY ").push(index),
            Pattern::Like => self,
        }
    }

    /// Adds the places of a list, in parentheses.
    pub(super) fn bind_all(&mut self, values: impl IntoIterator<Item = String>) -> &mut Self {
        self.push("(");
        for (number, value) in values.into_iter().enumerate() {
            self.push(if number == 0 { "" } else { ", " }).bind(value);
        }
        self.push(")")
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn into_statement(self) -> Statement {
        (self.text.into(), self.values)
    }

    pub(super) fn values(&self) -> &[Value] {
        &self.values
    }

    /// A member of the JSON object in `column`, as text: an expression.
    pub(super) fn member(&self, column: &'static str, name: &'static str) -> String {
        match self.pattern {
            Pattern::Glob => format!("({column} ->> '{name}')"),
            Pattern::Like => format!("(CAST({column} AS jsonb) ->> '{name}')"),
        }
    }

    /// Adds a condition, whose leaves `leaf` writes.
    pub(super) fn condition<L>(&mut self, condition: &Condition<L>, leaf: &impl Fn(&mut Self, &L)) {
        match condition {
            Condition::All => self.push("TRUE"),
            Condition::Nothing => self.push("FALSE"),
            Condition::And(all) => self.list(all, " AND ", "TRUE", leaf),
            Condition::Or(any) => self.list(any, " OR ", "FALSE", leaf),
            Condition::Not(condition) => {
                self.push("NOT (").condition(condition, leaf);
                self.push(")")
            }
            Condition::Is(test) => {
                leaf(self, test);
                self
            }
        };
    }

    fn list<L>(
        &mut self,
        conditions: &[Condition<L>],
        between: &str,
        empty: &str,
        leaf: &impl Fn(&mut Self, &L),
    ) -> &mut Self {
        if conditions.is_empty() {
            return self.push(empty);
        }
        self.push("(");
        for (number, condition) in conditions.iter().enumerate() {
            self.push(if number == 0 { "" } else { between })
                .condition(condition, leaf);
        }
        self.push(")")
    }

    /// Adds the comparison of the text that `column` stands for.
    pub(super) fn text_test(&mut self, column: &str, test: &TextTest) -> &mut Self {
        match test {
            TextTest::Any => self.push(column).push(" IS NOT NULL"),
            TextTest::Equals(text) => self.push(column).push(" = ").bind(text),
            TextTest::Prefix(prefix) => self.push("(").starts_with(column, prefix).push(")"),
            TextTest::Pattern(pieces) => {
                let (operator, pattern) = match self.pattern {
                    Pattern::Glob => (" GLOB ", glob(pieces)),
                    Pattern::Like => (" LIKE ", like(pieces)),
                };
                self.push("(").push(column).push(operator).bind(pattern);
                // An index finds what begins so; neither engine looks into a bound pattern.
                if let Some(prefix) = pieces.first().filter(|prefix| !prefix.is_empty()) {
                    self.push(" AND ").starts_with(column, prefix);
                }
                self.push(")")
            }
            TextTest::Range { from, to } => {
                self.push("(").end(column, [" >= ", " > "], from);
                self.push(" AND ")
                    .end(column, [" <= ", " < "], to)
                    .push(")")
            }
        }
    }

    fn starts_with(&mut self, column: &str, prefix: &str) -> &mut Self {
        self.push(column).push(" >= ").bind(prefix);
        let end = format!("{prefix}{LAST}");
        self.push(" AND ").push(column).push(" < ").bind(end)
    }

    fn end(&mut self, column: &str, operators: [&str; 2], bound: &Bound) -> &mut Self {
        let (operator, text) = match bound {
            Bound::Open => return self.push(column).push(" IS NOT NULL"),
            Bound::Inclusive(text) => (operators[0], text),
            Bound::Exclusive(text) => (operators[1], text),
        };
        self.push(column).push(operator).bind(text)
    }
}

fn glob(pieces: &[String]) -> String {
    let mut pattern = String::new();
    for (number, piece) in pieces.iter().enumerate() {
        if number > 0 {
            pattern.push('*');
        }
        for c in piece.chars() {
            match c {
                '*' | '?' | '[' => pattern.extend(['[', c, ']']),
                c => pattern.push(c),
            }
        }
    }
    pattern
}

fn like(pieces: &[String]) -> String {
    let escape = |piece: &String| {
        piece
            .replace('\\', "\\\\")
            .replace('%', "\\%")
            .replace('_', "\\_")
    };
    pieces.iter().map(escape).collect::<Vec<_>>().join("%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_of_the_engine_are_literal() {
        let pieces = ["a%_[*".to_owned(), "\\b?".to_owned()];
        assert_eq!(glob(&pieces), "a%_[[][*]*\\b[?]");
        assert_eq!(like(&pieces), "a\\%\\_[*%\\\\b?");
    }

    #[test]
    fn values_are_bound_and_never_written() {
        let mut sql = Sql::new(Pattern::Like);
        let hostile = TextTest::Equals("'; DROP TABLE users; --".to_owned());
        let condition = Condition::Not(Box::new(Condition::Or(vec![
            Condition::Is(hostile),
            Condition::All,
        ])));
        sql.condition(&condition, &|sql, test| {
            sql.text_test("term", test);
        });
        assert_eq!(sql.text(), "NOT ((term = $1 OR TRUE))");
        assert_eq!(sql.values().len(), 1);
    }
}
