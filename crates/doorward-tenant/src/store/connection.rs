//! One way to talk to both engines: bound values in, typed columns out.

use std::borrow::Cow;

use jiff::Timestamp;
use sqlx::Row as _;
use sqlx::postgres::{PgArguments, PgRow};

use super::StoreError;
use super::condition::Pattern;
use super::postgres_pool::Link;

/// Pages of 4 KiB that one unit gives back to the file system: other writes get in between.
const PAGES_FREED: u32 = 500;

/// A connection inside a unit of work. SQL is written once, with `$1`, `$2`, … for bound values.
pub struct Connection<'c> {
    engine: Engine<'c>,
    collision: Option<Collision>,
    has_failed: bool,
}

enum Engine<'c> {
    Sqlite(&'c rusqlite::Connection),
    Postgres(&'c mut Link),
}

/// Another transaction was in the way of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Collision {
    /// It changed the same rows; run again, the unit sees them as they are now.
    Race,
    /// A row with the same unique key stands there now.
    Duplicate,
}

impl<'c> Connection<'c> {
    pub(super) fn sqlite(connection: &'c rusqlite::Connection) -> Self {
        Self {
            engine: Engine::Sqlite(connection),
            collision: None,
            has_failed: false,
        }
    }

    pub(super) fn postgres(link: &'c mut Link) -> Self {
        Self {
            engine: Engine::Postgres(link),
            collision: None,
            has_failed: false,
        }
    }

    /// Whether a statement of this connection met another transaction.
    pub(super) fn collision(&self) -> Option<Collision> {
        self.collision
    }

    /// Whether a statement failed. PostgreSQL keeps nothing of such a transaction, whatever its unit returns.
    pub(super) fn has_failed(&self) -> bool {
        self.has_failed
    }

    fn noting<T>(&mut self, outcome: Result<T, sqlx::Error>) -> Result<T, StoreError> {
        outcome.map_err(|error| {
            self.has_failed = true;
            self.collision = Collision::of(&error);
            error.into()
        })
    }
}

impl Collision {
    pub(super) fn of(error: &sqlx::Error) -> Option<Self> {
        match error.as_database_error()?.code()?.as_ref() {
            "40001" | "40P01" => Some(Self::Race), // serialization failure, deadlock
            "23505" => Some(Self::Duplicate),
            _ => None,
        }
    }
}

/// A bound value. `None` binds NULL with the right type.
#[derive(Debug, Clone)]
pub enum Value {
    /// `BIGINT`.
    Integer(Option<i64>),
    /// `DOUBLE PRECISION`.
    Real(Option<f64>),
    /// `BOOLEAN`.
    Boolean(Option<bool>),
    /// `TEXT`.
    Text(Option<String>),
    /// `BYTEA`.
    Bytes(Option<Vec<u8>>),
}

/// Binds each argument, in order, for [`Connection::execute`] and its siblings.
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::store::Value::from($value)),*] };
}
pub(crate) use values;

/// A statement, and what is bound in it.
pub(super) type Statement = (Cow<'static, str>, Vec<Value>);

/// One row of an answer; columns are read by name.
pub enum Row<'r> {
    /// From SQLite.
    Sqlite(&'r rusqlite::Row<'r>),
    /// From PostgreSQL.
    Postgres(&'r PgRow),
}

impl Connection<'_> {
    /// Runs one statement and answers how many rows it changed.
    pub fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, StoreError> {
        match &mut self.engine {
            Engine::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(&numbered(sql))?;
                bind(&mut statement, values)?;
                Ok(statement.raw_execute()? as u64)
            }
            Engine::Postgres(link) => {
                let query = postgres_query(sql, values);
                let done = link.run(async |connection| query.execute(connection).await);
                Ok(self.noting(done)?.rows_affected())
            }
        }
    }

    /// Runs statements of which none reads what another writes. PostgreSQL gets them as one: what a unit costs there
    /// is mostly the ways to it and back.
    pub(super) fn execute_together(&mut self, statements: &[Statement]) -> Result<(), StoreError> {
        if let Engine::Postgres(..) = self.engine {
            let (sql, values) = together(statements);
            return self.execute(&sql, &values).map(drop);
        }
        for (sql, values) in statements {
            self.execute(sql, values)?;
        }
        Ok(())
    }

    /// All rows of an answer, each turned into a `T`.
    pub fn all<T>(
        &mut self,
        sql: &str,
        values: &[Value],
        mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        match &mut self.engine {
            Engine::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(&numbered(sql))?;
                bind(&mut statement, values)?;
                let mut rows = statement.raw_query();
                let mut all = Vec::new();
                while let Some(row) = rows.next()? {
                    all.push(read(&Row::Sqlite(row))?);
                }
                Ok(all)
            }
            Engine::Postgres(link) => {
                let query = postgres_query(sql, values);
                let rows = link.run(async |connection| query.fetch_all(connection).await);
                let rows = self.noting(rows)?;
                rows.iter().map(|row| read(&Row::Postgres(row))).collect()
            }
        }
    }

    /// The first row of an answer, if there is one.
    pub fn first<T>(
        &mut self,
        sql: &str,
        values: &[Value],
        read: impl FnOnce(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        match &mut self.engine {
            Engine::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(&numbered(sql))?;
                bind(&mut statement, values)?;
                let mut rows = statement.raw_query();
                rows.next()?.map(|row| read(&Row::Sqlite(row))).transpose()
            }
            Engine::Postgres(link) => {
                let query = postgres_query(sql, values);
                let row = link.run(async |connection| query.fetch_optional(connection).await);
                let row = self.noting(row)?;
                row.as_ref()
                    .map(|row| read(&Row::Postgres(row)))
                    .transpose()
            }
        }
    }

    /// Runs several statements that bind nothing: a step of the schema.
    pub(super) fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        match &mut self.engine {
            Engine::Sqlite(connection) => Ok(connection.execute_batch(sql)?),
            Engine::Postgres(link) => Ok(link.batch(sql)?),
        }
    }

    /// Lets one unit of work at a time go on, until its end; `table` stands for what they take turns at, and can
    /// still be read. The first statement of a unit: what it sees is then all that those before it wrote.
    pub(super) fn one_at_a_time(&mut self, table: &'static str) -> Result<(), StoreError> {
        match self.engine {
            Engine::Sqlite(_) => Ok(()), // its one writer does so anyway
            Engine::Postgres(..) => {
                // Unlike every other statement it takes no snapshot yet: no turn ends in a race.
                let lock = format!("LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE");
                self.execute(&lock, &[]).map(drop)
            }
        }
    }

    /// What a statement ends with that finds a row which shall stay until the end of this unit.
    pub(super) fn holding(&self) -> &'static str {
        match self.engine {
            Engine::Sqlite(_) => "", // nothing changes while its one writer runs
            Engine::Postgres(..) => " FOR KEY SHARE",
        }
    }

    /// Waits until no other unit holds or changes a row of `table`, and lets none until its own end; all can still read.
    /// The first statement of a unit, as for [`Self::one_at_a_time`].
    pub(super) fn lock_out(&mut self, table: &'static str) -> Result<(), StoreError> {
        match self.engine {
            Engine::Sqlite(_) => Ok(()),
            Engine::Postgres(..) => {
                let lock = format!("LOCK TABLE {table} IN EXCLUSIVE MODE");
                self.execute(&lock, &[]).map(drop)
            }
        }
    }

    /// Makes known how large tables are that have just grown by much. PostgreSQL finds out by itself within a minute or
    /// so; until then it takes them for small, and reads more of them than it has to.
    pub(super) fn analyze(&mut self, tables: &str) -> Result<(), StoreError> {
        match self.engine {
            Engine::Sqlite(_) => Ok(()), // its plans do not depend on it
            Engine::Postgres(..) => self.execute(&format!("ANALYZE {tables}"), &[]).map(drop),
        }
    }

    /// Frees some of the pages that deleted rows left empty. Answers whether there are more.
    pub(super) fn vacuum(&mut self) -> Result<bool, StoreError> {
        let Engine::Sqlite(connection) = &self.engine else {
            return Ok(false);
        };
        let mut statement =
            connection.prepare(&format!("PRAGMA incremental_vacuum({PAGES_FREED})"))?;
        let mut rows = statement.query([])?;
        while rows.next()?.is_some() {}
        let left: i64 = connection.query_row("PRAGMA freelist_count", [], |row| row.get(0))?;
        Ok(left > 0)
    }

    /// How this engine compares a text with a pattern.
    pub(super) fn pattern(&self) -> Pattern {
        match self.engine {
            Engine::Sqlite(_) => Pattern::Glob,
            Engine::Postgres(..) => Pattern::Like,
        }
    }

    /// Whether writes run one after the other, so that none waits for another's row.
    pub(super) fn has_one_writer(&self) -> bool {
        matches!(self.engine, Engine::Sqlite(_))
    }

    /// The name of this engine's function that finds a text in another: `f(haystack, needle) > 0`.
    pub fn position_function(&self) -> &'static str {
        match self.engine {
            Engine::Sqlite(_) => "instr",
            Engine::Postgres(..) => "strpos",
        }
    }
}

/// One statement that does what all of them do: `WITH s0 AS (…), s1 AS (…) …`, its values numbered through.
fn together(statements: &[Statement]) -> (String, Vec<Value>) {
    let (mut sql, mut values) = (String::with_capacity(2048), Vec::new());
    for (number, (words, bound)) in statements.iter().enumerate() {
        let is_last = number + 1 == statements.len();
        sql.push_str(if number == 0 { "WITH " } else { ", " });
        sql.push_str(&format!("s{number} AS ("));
        push_renumbered(&mut sql, words, values.len());
        sql.push_str(if is_last { ") SELECT 1" } else { ")" });
        values.extend_from_slice(bound);
    }
    (sql, values)
}

/// Adds words with each `$1`, `$2`, … raised by `offset`.
fn push_renumbered(sql: &mut String, words: &str, offset: usize) {
    let mut parts = words.split('$');
    sql.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_digit());
        let (number, rest) = part.split_at(end.unwrap_or(part.len()));
        let number = number.parse::<usize>().unwrap_or_default();
        sql.push_str(&format!("${}", number + offset));
        sql.push_str(rest);
    }
}

/// SQLite takes `$2` for a name, and numbers names in the order in which they first appear; `?2` is a number.
fn numbered(sql: &str) -> String {
    sql.replace('$', "?")
}

/// Binds values by their numbers.
fn bind(statement: &mut rusqlite::Statement<'_>, values: &[Value]) -> Result<(), StoreError> {
    for place in 1..=statement.parameter_count() {
        let value = values.get(place - 1);
        let value = value.ok_or(rusqlite::Error::InvalidParameterCount(values.len(), place))?;
        statement.raw_bind_parameter(place, value)?;
    }
    Ok(())
}

fn postgres_query<'q>(
    sql: &str,
    values: &'q [Value],
) -> sqlx::query::Query<'q, sqlx::Postgres, PgArguments> {
    // The text comes from the files of this folder and holds no value: those are all bound.
    let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
    for value in values {
        query = match value {
            Value::Integer(value) => query.bind(value),
            Value::Real(value) => query.bind(value),
            Value::Boolean(value) => query.bind(value),
            Value::Text(value) => query.bind(value.as_deref().map(without_nul)),
            Value::Bytes(value) => query.bind(value),
        };
    }
    query
}

/// PostgreSQL refuses U+0000 in a text, which anybody can send. It is stored, and looked for, as U+FFFD.
fn without_nul(text: &str) -> Cow<'_, str> {
    if text.contains('\0') {
        Cow::Owned(text.replace('\0', "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        match self {
            Self::Integer(value) => value.to_sql(),
            Self::Real(value) => value.to_sql(),
            Self::Boolean(value) => value.to_sql(),
            Self::Text(value) => value.to_sql(),
            Self::Bytes(value) => value.to_sql(),
        }
    }
}

/// A type that a column can hold.
pub trait Column: Sized {
    /// Reads the column from a SQLite row.
    fn from_sqlite(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<Self>;
    /// Reads the column from a PostgreSQL row.
    fn from_postgres(row: &PgRow, column: &str) -> sqlx::Result<Self>;
}

impl Row<'_> {
    /// The value of the column named so.
    pub fn get<T: Column>(&self, column: &'static str) -> Result<T, StoreError> {
        match self {
            Self::Sqlite(row) => Ok(T::from_sqlite(row, column)?),
            Self::Postgres(row) => Ok(T::from_postgres(row, column)?),
        }
    }

    /// A moment, kept as milliseconds since 1970.
    pub fn time(&self, column: &'static str) -> Result<Timestamp, StoreError> {
        moment(self.get(column)?, column)
    }

    /// A moment that may be missing.
    pub fn optional_time(&self, column: &'static str) -> Result<Option<Timestamp>, StoreError> {
        let value: Option<i64> = self.get(column)?;
        value.map(|value| moment(value, column)).transpose()
    }
}

fn moment(milliseconds: i64, column: &'static str) -> Result<Timestamp, StoreError> {
    // What would lie behind the last moment is written as that one, whose milliseconds are out of range.
    if milliseconds >= Timestamp::MAX.as_millisecond() {
        return Ok(Timestamp::MAX);
    }
    Timestamp::from_millisecond(milliseconds).map_err(|_| StoreError::Nonsense {
        table: "a table",
        column,
    })
}

macro_rules! column {
    ($($kind:ty),*) => {$(
        impl Column for $kind {
            fn from_sqlite(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<Self> {
                row.get(column)
            }
            fn from_postgres(row: &PgRow, column: &str) -> sqlx::Result<Self> {
                row.try_get(column)
            }
        }
        impl Column for Option<$kind> {
            fn from_sqlite(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<Self> {
                row.get(column)
            }
            fn from_postgres(row: &PgRow, column: &str) -> sqlx::Result<Self> {
                row.try_get(column)
            }
        }
    )*};
}
column!(i64, f64, bool, String, Vec<u8>);

macro_rules! value {
    ($($kind:ty => $variant:ident $convert:expr),* $(,)?) => {$(
        impl From<$kind> for Value {
            fn from(value: $kind) -> Self {
                Self::$variant(Some($convert(value)))
            }
        }
        impl From<Option<$kind>> for Value {
            fn from(value: Option<$kind>) -> Self {
                Self::$variant(value.map($convert))
            }
        }
    )*};
}
value! {
    i64 => Integer |value| value,
    f64 => Real |value| value,
    bool => Boolean |value| value,
    String => Text |value| value,
    &str => Text |value: &str| value.to_owned(),
    &String => Text |value: &String| value.clone(),
    Vec<u8> => Bytes |value| value,
    &[u8] => Bytes |value: &[u8]| value.to_vec(),
    Timestamp => Integer |value: Timestamp| value.as_millisecond(),
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::{Value, together};
    use crate::store::testing::TestStore;

    #[test]
    fn statements_that_become_one_keep_their_values() {
        let one = "INSERT INTO a VALUES ($1, $2, $1)".into();
        let other = "INSERT INTO b VALUES ($1)".into();
        let (sql, values) =
            together(&[(one, values![1, 2].to_vec()), (other, values![3].to_vec())]);
        assert_eq!(
            sql,
            "WITH s0 AS (INSERT INTO a VALUES ($1, $2, $1)), s1 AS (INSERT INTO b VALUES ($3)) SELECT 1"
        );
        let values: Vec<_> = values
            .iter()
            .map(|value| matches!(value, Value::Integer(Some(_))))
            .collect();
        assert_eq!(values, [true; 3]);
    }

    #[tokio::test]
    async fn the_last_moment_is_read_as_it_was_written() {
        for test in TestStore::each().await {
            let row = test
                .run(|db| {
                    db.first(
                        "SELECT CAST($1 AS BIGINT) AS at",
                        values![Timestamp::MAX],
                        |row| row.time("at"),
                    )
                })
                .await;
            assert_eq!(row, Some(Timestamp::MAX), "{}", test.engine);
        }
    }

    #[tokio::test]
    async fn values_are_bound_by_number_in_whatever_order_they_stand() {
        for test in TestStore::each().await {
            let row = test
                .run(|db| {
                    db.first(
                        "SELECT CAST($2 AS TEXT) AS b, CAST($1 AS TEXT) AS a, CAST($2 AS TEXT) AS c",
                        values!["one", "two"],
                        |row| Ok([row.get::<String>("a")?, row.get("b")?, row.get("c")?]),
                    )
                })
                .await;
            assert_eq!(
                row,
                Some(["one".into(), "two".into(), "two".into()]),
                "{}",
                test.engine
            );
        }
    }
}
