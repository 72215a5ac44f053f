//! Rows and nothing else.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::Connection as Sqlite;
use rusqlite::types::Value;
use sqlx::{Connection as _, PgConnection};

use super::loops::repeat;
use super::{Count, Database};
use crate::bench::runtime;
use crate::run::Fault;

/// Users whose rows share a commit, as in an import.
const USERS_PER_COMMIT: u64 = 100;

const MAKE_TABLE: &str = "CREATE TABLE IF NOT EXISTS commits (id BIGINT PRIMARY KEY, content TEXT)";
/// About as long as a user's document.
const CONTENT: &str = "{\"email\":\"ada@example.com\",\"email_verified\":true,\"name\":\"Ada Lovelace\",\
    \"nickname\":\"ada\",\"picture\":\"https://s.gravatar.com/avatar/1.png\",\"user_metadata\":{}}";

/// Writes rows for `time`, each in a commit of its own. SQLite has one writer, so there `clients` queue.
pub(super) fn commit_for(time: Duration, into: &Database, clients: usize) -> Result<Count, Fault> {
    match into {
        Database::Sqlite(file) => {
            let database = open(file).map_err(refused)?;
            database.execute_batch(MAKE_TABLE).map_err(refused)?;
            database
                .execute("DELETE FROM commits", [])
                .map_err(refused)?;
            let mut number = 0_i64;
            Count::of(|| {
                repeat(time, || {
                    number += 1;
                    let insert = "INSERT INTO commits (id, content) VALUES (?1, ?2)";
                    let mut insert = database.prepare_cached(insert).map_err(refused)?;
                    insert.execute((number, CONTENT)).map_err(refused)?;
                    Ok(())
                })
            })
        }
        Database::Postgres(url) => {
            let runtime = runtime()?;
            let mut connections = runtime.block_on(connect(url, clients)).map_err(failed)?;
            Count::of(|| {
                let until = Instant::now() + time;
                let all = (0_i64..).zip(&mut connections);
                let all = all.map(|(client, connection)| commit_until(until, connection, client));
                let all = futures_util::future::try_join_all(all);
                Ok(runtime.block_on(all).map_err(failed)?.iter().sum())
            })
        }
    }
}

async fn connect(url: &str, clients: usize) -> Result<Vec<PgConnection>, sqlx::Error> {
    let mut connections = Vec::new();
    for _ in 0..clients {
        connections.push(PgConnection::connect(url).await?);
    }
    if let Some(first) = connections.first_mut() {
        sqlx::query(MAKE_TABLE).execute(&mut *first).await?;
        sqlx::query("TRUNCATE commits").execute(first).await?;
    }
    Ok(connections)
}

async fn commit_until(
    until: Instant,
    connection: &mut PgConnection,
    client: i64,
) -> Result<u64, sqlx::Error> {
    let mut done = 0;
    while Instant::now() < until {
        sqlx::query("INSERT INTO commits (id, content) VALUES ($1, $2)")
            .bind((client << 40) + done)
            .bind(CONTENT)
            .execute(&mut *connection)
            .await?;
        done += 1;
    }
    Ok(done.cast_unsigned())
}

/// The rows of one table of a tenant.
struct Table {
    insert: String,
    rows: Vec<Vec<Value>>,
}

/// Inserts the rows of `users` users again, row by row, until all are there or `time` is over; how many
/// users. Reading them is not counted.
pub(super) fn insert_for(time: Duration, from: &Path, users: u64) -> Result<Count, Fault> {
    let file = from.with_extension("copy");
    let copied = insert(time, from, &file, users);
    for ending in ["copy", "copy-wal", "copy-shm"] {
        let _not_there = std::fs::remove_file(from.with_extension(ending));
    }
    copied
}

fn insert(time: Duration, from: &Path, file: &Path, users: u64) -> Result<Count, Fault> {
    let (source, database) = (
        Sqlite::open(from).map_err(refused)?,
        open(file).map_err(refused)?,
    );
    let tables = copy_schema(&source, &database, users).map_err(refused)?;
    let began = Instant::now();
    Count::of(|| {
        let mut done = 0;
        while done < users && began.elapsed() < time {
            let next = (done + USERS_PER_COMMIT).min(users);
            copy_users(&database, &tables, (done, next), users).map_err(refused)?;
            done = next;
        }
        Ok(done)
    })
}

/// Makes every table again that has a row for each user, with its indexes, and reads its rows.
fn copy_schema(source: &Sqlite, into: &Sqlite, users: u64) -> rusqlite::Result<Vec<Table>> {
    let mut found = source.prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )?;
    let names: Vec<String> = found
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut tables = Vec::new();
    for name in names {
        let rows = rows(source, &name)?;
        if (rows.len() as u64) < users {
            continue;
        }
        let mut schema = source
            .prepare("SELECT sql FROM sqlite_master WHERE tbl_name = ?1 AND sql IS NOT NULL ORDER BY type DESC")?;
        for statement in schema.query_map([&name], |row| row.get::<_, String>(0))? {
            into.execute_batch(&statement?)?;
        }
        let places = vec!["?"; rows.first().map_or(0, Vec::len)].join(", ");
        tables.push(Table {
            insert: format!("INSERT INTO {name} VALUES ({places})"),
            rows,
        });
    }
    Ok(tables)
}

fn rows(source: &Sqlite, table: &str) -> rusqlite::Result<Vec<Vec<Value>>> {
    let mut select = source.prepare(&format!("SELECT * FROM {table} ORDER BY rowid"))?;
    let columns = select.column_count();
    select
        .query_map([], |row| {
            (0..columns).map(|column| row.get(column)).collect()
        })?
        .collect()
}

/// Each table's share of the rows of the users from `start` to `end`, in one commit.
fn copy_users(
    database: &Sqlite,
    tables: &[Table],
    (start, end): (u64, u64),
    users: u64,
) -> rusqlite::Result<()> {
    database.execute_batch("BEGIN IMMEDIATE")?;
    for table in tables {
        let share = |user: u64| (table.rows.len() as u64 * user / users) as usize;
        let mut insert = database.prepare_cached(&table.insert)?;
        for row in &table.rows[share(start)..share(end)] {
            insert.execute(rusqlite::params_from_iter(row))?;
        }
    }
    database.execute_batch("COMMIT")
}

/// As durable as the product.
fn open(file: &Path) -> rusqlite::Result<Sqlite> {
    let database = Sqlite::open(file)?;
    database.pragma_update(None, "journal_mode", "WAL")?;
    database.pragma_update(None, "synchronous", "FULL")?;
    Ok(database)
}

fn refused(error: rusqlite::Error) -> Fault {
    Fault::Unexpected(format!("SQLite: {error}"))
}

pub(super) fn failed(error: sqlx::Error) -> Fault {
    Fault::Unexpected(format!("PostgreSQL: {error}"))
}
