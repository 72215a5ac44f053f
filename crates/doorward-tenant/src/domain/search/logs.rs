//! Searching tenant logs: the fields of an entry and how a query becomes a condition over them.
//!
//! Entries are kept for thirty days and read newest first, so they have no table of terms: writing
//! one must stay cheap. `type`, `client_id`, `user_id`, `date` and `log_id` are columns with indexes;
//! the other fields are looked up in the entry itself while the index on `log_id` is walked, and a
//! page that is full ends the walk. Source: Management API, `logs.list`.

use super::moment::Span;
use super::{Condition, Query, Test, TextTest};

/// The fields of an entry that can be searched, under their names on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LogField {
    /// The column `client_id`.
    ClientId,
    /// The column `log_id`.
    LogId,
    /// The column `type`.
    Type,
    /// The column `user_id`.
    UserId,
    /// A member of the entry's document.
    Member(&'static str),
}

/// A comparison that the store can do.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum LogTest {
    /// One of these fields passes; cases count.
    Text {
        /// At least one.
        fields: Vec<LogField>,
        /// What its value must be.
        test: TextTest,
    },
    /// The entry's `date` lies in the span.
    Date(Span),
}

const MEMBERS: &[&str] = &[
    "client_name",
    "connection",
    "connection_id",
    "description",
    "hostname",
    "ip",
    "organization_id",
    "user_name",
    "user_agent",
    "strategy",
    "strategy_type",
];

/// What a term without a field is looked for in.
const BARE: &[LogField] = &[
    LogField::Member("client_name"),
    LogField::Member("connection"),
    LogField::Member("description"),
    LogField::Member("ip"),
    LogField::LogId,
    LogField::Type,
    LogField::Member("user_name"),
];

impl LogField {
    /// The field of that name on the wire.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "client_id" => Self::ClientId,
            "log_id" | "_id" => Self::LogId,
            "type" => Self::Type,
            "user_id" => Self::UserId,
            name => Self::Member(MEMBERS.iter().find(|member| **member == name)?),
        })
    }
}

/// Turns a query into a condition. Fields that no entry has match none.
pub(crate) fn plan(query: &Query) -> Condition<LogTest> {
    Condition::plan(query, &plan_leaf)
}

fn plan_leaf(field: Option<&str>, test: Option<&Test>) -> Condition<LogTest> {
    let text = |fields: &[LogField]| {
        Condition::Is(LogTest::Text {
            fields: fields.to_vec(),
            test: TextTest::of(test, str::to_owned),
        })
    };
    match (field, test) {
        (None, _) => text(BARE),
        // Every entry has a date.
        (Some("date"), None) => Condition::All,
        (Some("date"), Some(test)) => Span::of(test).map_or(Condition::Nothing, |span| {
            Condition::Is(LogTest::Date(span))
        }),
        (Some(name), _) => LogField::named(name).map_or(Condition::Nothing, |field| text(&[field])),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Bound, parse};
    use super::*;

    #[track_caller]
    fn check(query: &str, expected: Condition<LogTest>) {
        assert_eq!(plan(&parse(query).unwrap()), expected, "{query}");
    }

    fn is(field: LogField, test: TextTest) -> Condition<LogTest> {
        Condition::Is(LogTest::Text {
            fields: vec![field],
            test,
        })
    }

    #[test]
    fn fields_are_columns_or_members_and_cases_count() {
        check("type:s*", is(LogField::Type, TextTest::Prefix("s".into())));
        check(
            "user_name:Jane",
            is(
                LogField::Member("user_name"),
                TextTest::Equals("Jane".into()),
            ),
        );
        check("details.x:1", Condition::Nothing);
        check("type.raw:s", Condition::Nothing);
    }

    #[test]
    fn dates_and_ids_have_ranges() {
        let day = Span {
            from: Some(0),
            until: Some(86_400_000),
        };
        check(
            "date:[1970-01-01 TO 1970-01-01]",
            Condition::Is(LogTest::Date(day)),
        );
        let newer = TextTest::Range {
            from: Bound::Inclusive("90020".into()),
            to: Bound::Open,
        };
        check("log_id:[90020 TO *]", is(LogField::LogId, newer));
        check("date:soon", Condition::Nothing);
    }

    #[test]
    fn a_bare_term_means_the_usual_fields() {
        check(
            "fp",
            Condition::Is(LogTest::Text {
                fields: BARE.to_vec(),
                test: TextTest::Equals("fp".into()),
            }),
        );
    }
}
