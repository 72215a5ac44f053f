//! Pages of tenant logs: the newest first, those that a search asks for, those after a checkpoint.

use serde_json::{Map, Value};

use super::condition::{MISSING_LAST, Sql};
use super::{Connection, StoreError, logs};
use crate::domain::search::Condition;
use crate::domain::search::logs::{LogField, LogTest};

/// The order of a page. Entries that are equal under it come newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LogSort {
    by: LogField,
    is_descending: bool,
}

impl Default for LogSort {
    fn default() -> Self {
        Self {
            by: LogField::LogId,
            is_descending: true,
        }
    }
}

impl LogSort {
    /// Reads `field:1` or `field:-1`; `None` for anything else and for unknown fields.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (field, direction) = text.split_once(':')?;
        let is_descending = match direction {
            "1" => false,
            "-1" => true,
            _ => return None,
        };
        let by = match field {
            // Ids sort by date.
            "date" => LogField::LogId,
            field => LogField::named(field)?,
        };
        Some(Self { by, is_descending })
    }
}

/// The entries from `start` on that meet the condition, at most `limit`.
pub(crate) fn page(
    db: &mut Connection<'_>,
    tenant: &str,
    condition: &Condition<LogTest>,
    sort: LogSort,
    start: i64,
    limit: i64,
) -> Result<Vec<Map<String, Value>>, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT ")
        .push(logs::COLUMNS)
        .push(" FROM logs WHERE tenant_id = ")
        .bind(tenant)
        .push(" AND ");
    sql.condition(condition, &leaf);
    let direction = if sort.is_descending { " DESC" } else { "" };
    sql.push(" ORDER BY ");
    push_field(&mut sql, sort.by);
    sql.push(direction);
    if !matches!(sort.by, LogField::LogId | LogField::Type) {
        sql.push(MISSING_LAST);
    }
    sql.push(", log_id DESC LIMIT ")
        .bind(limit)
        .push(" OFFSET ")
        .bind(start);
    db.all(sql.text(), sql.values(), logs::entry)
}

/// The entries strictly newer than the one with the id `from`, oldest first; an empty id asks for
/// the oldest there are.
pub(crate) fn after(
    db: &mut Connection<'_>,
    tenant: &str,
    from: &str,
    take: i64,
) -> Result<Vec<Map<String, Value>>, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT ")
        .push(logs::COLUMNS)
        .push(" FROM logs WHERE tenant_id = ")
        .bind(tenant);
    sql.push(" AND log_id > ")
        .bind(from)
        .push(" ORDER BY log_id LIMIT ")
        .bind(take);
    db.all(sql.text(), sql.values(), logs::entry)
}

fn leaf(sql: &mut Sql, test: &LogTest) {
    match test {
        LogTest::Text { fields, test } => {
            sql.push("(");
            for (number, field) in fields.iter().enumerate() {
                sql.push(if number == 0 {
                    "COALESCE("
                } else {
                    " OR COALESCE("
                });
                let column = expression(sql, *field);
                // Without a value it is not so, which `NOT` must see as false and not as unknown.
                sql.text_test(&column, test).push(", FALSE)");
            }
            sql.push(")");
        }
        LogTest::Date(span) => {
            sql.push("(TRUE");
            if let Some(from) = span.from {
                sql.push(" AND date >= ").bind(from);
            }
            if let Some(until) = span.until {
                sql.push(" AND date < ").bind(until);
            }
            sql.push(")");
        }
    }
}

fn push_field(sql: &mut Sql, field: LogField) {
    let expression = expression(sql, field);
    sql.push(&expression);
}

fn expression(sql: &Sql, field: LogField) -> String {
    match field {
        LogField::ClientId => "client_id".to_owned(),
        LogField::LogId => "log_id".to_owned(),
        LogField::Type => "type".to_owned(),
        LogField::UserId => "user_id".to_owned(),
        LogField::Member(name) => sql.member("document", name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::search::{logs::plan, parse};
    use crate::store::logs::LogRow;
    use crate::store::testing::TestStore;
    use serde_json::json;

    fn fill(db: &mut Connection<'_>) -> Result<(), StoreError> {
        let entries = [
            (1, "s", Some("auth0|a"), "192.0.2.1"),
            (2, "fp", Some("auth0|b"), "192.0.2.2"),
            (3, "seccft", None, "::1"),
        ];
        let rows = entries.map(|(number, kind, user, ip)| {
            let description = (number == 2).then_some("Wrong password");
            let document = json!({ "ip": ip, "description": description });
            LogRow {
                tenant: "t".into(),
                date: jiff::Timestamp::from_second(86_400 * number).unwrap(),
                kind,
                client_id: Some("client".into()),
                user_id: user.map(str::to_owned),
                document: document.as_object().unwrap().clone(),
            }
        });
        logs::append(db, &rows)
    }

    fn log_id(entries: &[Map<String, Value>]) -> String {
        entries[0]["log_id"].as_str().unwrap().to_owned()
    }

    fn ids(entries: &[Map<String, Value>]) -> String {
        entries
            .iter()
            .filter_map(|entry| entry["log_id"].as_str()?.chars().last())
            .collect()
    }

    #[tokio::test]
    async fn a_query_finds_the_entries_it_describes_newest_first() {
        for test in TestStore::each().await {
            test.run(fill).await;
            for (q, expected) in [
                ("", "321"),
                ("type:s*", "31"),
                ("type:fp", "2"),
                ("NOT type:fp", "31"),
                ("user_id:\"auth0|a\"", "1"),
                ("NOT user_id:\"auth0|a\"", "32"),
                ("_exists_:user_id", "21"),
                ("ip:192.0.2.*", "21"),
                ("ip:*0.2.2", "2"),
                ("description:\"Wrong password\"", "2"),
                ("client_id:client AND date:[1970-01-03 TO *]", "32"),
                ("log_id:[9002019700103 TO *]", "32"),
                ("fp OR \"::1\"", "32"),
                ("details.x:1", ""),
            ] {
                let found = test
                    .run(move |db| {
                        let condition = plan(&parse(q).unwrap());
                        page(db, "t", &condition, LogSort::default(), 0, 10).map(|page| ids(&page))
                    })
                    .await;
                assert_eq!(found, expected, "{q} on {}", test.engine);
            }
        }
    }

    #[tokio::test]
    async fn entries_are_sorted_paged_and_continued() {
        for test in TestStore::each().await {
            test.run(fill).await;
            test.run(|db| {
                let mut sorted = |sort: &str, start| {
                    let sort = LogSort::parse(sort).unwrap();
                    page(db, "t", &Condition::All, sort, start, 2).map(|page| ids(&page))
                };
                assert_eq!(sorted("date:1", 0)?, "12");
                assert_eq!(sorted("date:-1", 2)?, "1");
                assert_eq!(sorted("type:1", 0)?, "21");
                assert_eq!(sorted("ip:1", 0)?, "12");
                assert_eq!(ids(&after(db, "t", "", 2)?), "12");
                let second = log_id(&after(db, "t", "", 2)?[1..]);
                let third = after(db, "t", &second, 2)?;
                assert_eq!(ids(&third), "3");
                assert_eq!(ids(&after(db, "t", &log_id(&third), 2)?), "");
                assert_eq!(ids(&after(db, "other", "", 2)?), "");
                Ok(())
            })
            .await;
            assert!(LogSort::parse("details:1").is_none() && LogSort::parse("date").is_none());
        }
    }
}
