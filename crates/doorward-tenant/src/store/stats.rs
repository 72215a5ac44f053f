//! Numbers about what happened, counted from the logs and the users.

use jiff::Timestamp;

use super::condition::Sql;
use super::connection::values;
use super::{Connection, StoreError};

/// Log entries of one type on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DayCount {
    /// Days since 1970, in UTC.
    pub(crate) day: i64,
    pub(crate) kind: String,
    pub(crate) count: i64,
    /// When the first and the last of them happened.
    pub(crate) first: Timestamp,
    pub(crate) last: Timestamp,
}

/// How many entries of these types were written on each day from `from` until before `to`.
pub(crate) fn by_day(
    db: &mut Connection<'_>,
    tenant: &str,
    kinds: &[&str],
    (from, to): (Timestamp, Timestamp),
) -> Result<Vec<DayCount>, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push(
        "SELECT date / 86400000 AS day, type, COUNT(*) AS entries, MIN(date) AS first, MAX(date) AS last
         FROM logs WHERE tenant_id = ",
    )
    .bind(tenant)
    .push(" AND type IN ")
    .bind_all(kinds.iter().map(|kind| (*kind).to_owned()))
    .push(" AND date >= ")
    .bind(from)
    .push(" AND date < ")
    .bind(to)
    .push(" GROUP BY date / 86400000, type ORDER BY day, type");
    db.all(sql.text(), sql.values(), |row| {
        Ok(DayCount {
            day: row.get("day")?,
            kind: row.get("type")?,
            count: row.get("entries")?,
            first: row.time("first")?,
            last: row.time("last")?,
        })
    })
}

/// How many users logged in since then.
pub(crate) fn active_users(
    db: &mut Connection<'_>,
    tenant: &str,
    since: Timestamp,
) -> Result<i64, StoreError> {
    const COUNT: &str =
        "SELECT COUNT(*) AS users FROM users WHERE tenant_id = $1 AND last_login >= $2";
    let count = db.first(COUNT, values![tenant, since], |row| row.get("users"))?;
    Ok(count.unwrap_or_default())
}
