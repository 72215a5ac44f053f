//! The rows of tenant logs.
//!
//! Who follows a log asks for what has a higher id than the last entry it knows. So ids are given where entries
//! become visible: inside the commit, by one writer at a time.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;
use serde_json::{Map, Value};

use super::condition::Sql;
use super::connection::values;
use super::{Connection, Row, StoreError};
use crate::domain::profile::wire_time;

/// How many entries one statement inserts at most.
const ENTRIES_PER_STATEMENT: usize = 32;

/// One entry that has no id yet.
pub(crate) struct LogRow {
    pub(crate) tenant: String,
    pub(crate) date: Timestamp,
    pub(crate) kind: &'static str,
    pub(crate) client_id: Option<String>,
    pub(crate) user_id: Option<String>,
    /// As it will be shown, but for `_id` and `log_id`.
    pub(crate) document: Map<String, Value>,
}

/// Stores entries behind all that the logs of their tenants hold.
pub(crate) fn append<R: Borrow<LogRow>>(
    db: &mut Connection<'_>,
    rows: &[R],
) -> Result<(), StoreError> {
    db.one_at_a_time("log_heads")?;
    let mut heads: BTreeMap<&str, Head> = BTreeMap::new();
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows.iter().map(Borrow::borrow) {
        let head = match heads.entry(&row.tenant) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(Head::read(db, &row.tenant)?),
        };
        entries.push((head.next(row.date), row));
    }
    for entries in entries.chunks(ENTRIES_PER_STATEMENT) {
        insert(db, entries)?;
    }
    heads
        .into_iter()
        .try_for_each(|(tenant, head)| head.write(db, tenant))
}

fn insert(db: &mut Connection<'_>, entries: &[(String, &LogRow)]) -> Result<(), StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push(
        "INSERT INTO logs (tenant_id, log_id, date, type, client_id, user_id, document) VALUES ",
    );
    for (number, (log_id, row)) in entries.iter().enumerate() {
        let document = super::to_json(&Shown {
            id: log_id,
            log_id,
            document: &row.document,
        });
        // PostgreSQL searches the document, and takes JSON with this character for none.
        let document = document.replace("\\u0000", "\\ufffd");
        sql.push(if number == 0 { "(" } else { ", (" })
            .bind(&row.tenant)
            .push(", ")
            .bind(log_id)
            .push(", ")
            .bind(row.date)
            .push(", ")
            .bind(row.kind)
            .push(", ")
            .bind(row.client_id.clone())
            .push(", ")
            .bind(row.user_id.clone())
            .push(", ")
            .bind(document)
            .push(")");
    }
    db.execute(sql.text(), sql.values())?;
    Ok(())
}

/// An entry as the Management API shows it.
#[derive(Serialize)]
struct Shown<'r> {
    #[serde(rename = "_id")]
    id: &'r str,
    log_id: &'r str,
    #[serde(flatten)]
    document: &'r Map<String, Value>,
}

/// What the last id of a log is made of.
struct Head {
    moment: Timestamp,
    number: i64,
}

impl Head {
    fn read(db: &mut Connection<'_>, tenant: &str) -> Result<Self, StoreError> {
        const READ: &str = "SELECT moment, number FROM log_heads WHERE tenant_id = $1";
        let found = db.first(READ, values![tenant], |row| {
            Ok(Self {
                moment: row.time("moment")?,
                number: row.get("number")?,
            })
        })?;
        Ok(found.unwrap_or(Self {
            moment: Timestamp::UNIX_EPOCH,
            number: 0,
        }))
    }

    /// 56 digits: `90020`, the moment to the millisecond, and a count. They rise even when the clock goes back,
    /// and when the clocks of two processes differ.
    fn next(&mut self, date: Timestamp) -> String {
        self.moment = self.moment.max(date);
        self.number += 1;
        let utc = self.moment.to_zoned(TimeZone::UTC);
        format!(
            "90020{}{:03}{:034}",
            utc.strftime("%Y%m%d%H%M%S"),
            utc.millisecond(),
            self.number,
        )
    }

    fn write(self, db: &mut Connection<'_>, tenant: &str) -> Result<(), StoreError> {
        const WRITE: &str = "
            INSERT INTO log_heads (tenant_id, moment, number) VALUES ($1, $2, $3)
            ON CONFLICT (tenant_id) DO UPDATE SET moment = excluded.moment, number = excluded.number";
        db.execute(WRITE, values![tenant, self.moment, self.number])?;
        Ok(())
    }
}

/// What [`entry`] reads.
pub(super) const COLUMNS: &str = "log_id, date, type, document";

/// An entry out of its row. Of one that cannot be read there is left what stands in columns: it must not take a page of
/// others with it.
pub(super) fn entry(row: &Row<'_>) -> Result<Map<String, Value>, StoreError> {
    let entry = super::document(row, "logs", "document");
    let Err(StoreError::Nonsense { .. }) = entry else {
        return entry;
    };
    let log_id: String = row.get("log_id")?;
    tracing::warn!(log_id, "an entry of a tenant log cannot be read");
    let mut entry = Map::new();
    let mut put = |name: &str, value: String| entry.insert(name.to_owned(), value.into());
    put("_id", log_id.clone());
    put("log_id", log_id);
    put("date", wire_time(row.time("date")?));
    put("type", row.get("type")?);
    put("description", "This entry cannot be read.".to_owned());
    Ok(entry)
}

/// The entry with this id.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    log_id: &str,
) -> Result<Option<Map<String, Value>>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM logs WHERE tenant_id = $1 AND log_id = $2");
    db.first(&sql, values![tenant, log_id], entry)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::TestStore;

    fn row(tenant: &str, second: i64) -> LogRow {
        LogRow {
            tenant: tenant.into(),
            date: Timestamp::from_second(second).unwrap(),
            kind: "s",
            client_id: None,
            user_id: None,
            document: Map::new(),
        }
    }

    fn ids(db: &mut Connection<'_>) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT document FROM logs WHERE tenant_id = 't' ORDER BY log_id";
        let documents = db.all(sql, values![], |row| {
            crate::store::document(row, "logs", "document")
        })?;
        Ok(documents
            .iter()
            .map(|entry| entry["log_id"].as_str().unwrap().to_owned())
            .collect())
    }

    #[tokio::test]
    async fn ids_rise_from_commit_to_commit_whatever_the_clock_says_and_whatever_is_left() {
        for test in TestStore::each().await {
            let first = test.run(|db| {
                append(db, &[row("t", 900), row("other", 1), row("t", 800)])?;
                ids(db)
            });
            let first = first.await;
            assert_eq!(first.len(), 2, "{}", test.engine);
            let empty = |db: &mut Connection<'_>| db.execute("DELETE FROM logs", values![]);
            test.run(empty).await;
            let many: Vec<LogRow> = (0..100).map(|second| row("t", second)).collect();
            let later = test.run(move |db| {
                append(db, &many)?;
                ids(db)
            });
            let later = later.await;
            assert_eq!(later.len(), 100, "{}", test.engine);
            assert!(later[0] > first[1], "{}", test.engine);
            assert!(later.iter().all(|id| id.len() == 56));
        }
    }
}
