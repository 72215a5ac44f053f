//! The rows of new users on PostgreSQL, and nothing else.

use std::time::{Duration, Instant};

use sqlx::{Connection as _, Executor as _, PgConnection, Row as _};

use super::Count;
use super::rows::failed;
use crate::bench::runtime;
use crate::run::Fault;

/// Whom the product made before, for the control to see which rows that are.
pub(in crate::bench) const EMAIL: &str = "template@example.com";

/// Where rows of a user are, and where their entry of the tenant's log is. How many users there are is counted
/// besides.
const TABLES: [&str; 5] = [
    "users",
    "identities",
    "login_identifiers",
    "user_terms",
    "logs",
];
/// As the product's units of work.
const BEGIN: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ";
const COUNT: &str = "
    INSERT INTO control.user_count_changes (tenant_id, user_id, change)
    VALUES ('control', 'part ' || (pg_backend_pid() % 128), 1)
    ON CONFLICT (tenant_id, user_id) DO UPDATE SET change = user_count_changes.change + excluded.change";

/// Makes users for `time`, by so many clients at once, each in a transaction of its own: the rows of the user with the
/// address [`EMAIL`] again, under other names, in copies of the tables that the database at `url` has.
pub(super) fn create_for(time: Duration, url: &str, clients: usize) -> Result<Count, Fault> {
    let runtime = runtime()?;
    let (template, mut connections) = runtime.block_on(prepare(url, clients)).map_err(failed)?;
    Count::of(|| {
        let until = Instant::now() + time;
        let all = (0_u64..).zip(&mut connections);
        let all =
            all.map(|(client, connection)| create_until(until, connection, &template, client));
        let all = futures_util::future::try_join_all(all);
        Ok(runtime.block_on(all).map_err(failed)?.iter().sum())
    })
}

async fn prepare(url: &str, clients: usize) -> Result<(Template, Vec<PgConnection>), sqlx::Error> {
    let mut connections = Vec::new();
    for _ in 0..clients {
        connections.push(PgConnection::connect(url).await?);
    }
    let mut first = PgConnection::connect(url).await?;
    run(&mut first, "CREATE SCHEMA IF NOT EXISTS control".to_owned()).await?;
    for table in TABLES.into_iter().chain(["user_count_changes"]) {
        let copy = format!(
            "CREATE TABLE IF NOT EXISTS control.{table} (LIKE public.{table} INCLUDING ALL);
             TRUNCATE control.{table}"
        );
        run(&mut first, copy).await?;
    }
    Ok((Template::read(&mut first).await?, connections))
}

/// Runs statements that bind nothing.
async fn run(connection: &mut PgConnection, sql: String) -> Result<(), sqlx::Error> {
    let all = sqlx::raw_sql(sqlx::AssertSqlSafe(sql));
    connection.execute(all).await.map(drop)
}

async fn create_until(
    until: Instant,
    connection: &mut PgConnection,
    template: &Template,
    client: u64,
) -> Result<u64, sqlx::Error> {
    let mut done = 0;
    while Instant::now() < until {
        run(connection, BEGIN.to_owned()).await?;
        let mut insert = sqlx::query(sqlx::AssertSqlSafe(template.insert.as_str()));
        for value in template.values_of(client, done) {
            insert = insert.bind(value);
        }
        insert.execute(&mut *connection).await?;
        run(connection, "COMMIT".to_owned()).await?;
        done += 1;
    }
    Ok(done)
}

/// The rows of one user as one statement.
struct Template {
    insert: String,
    values: Vec<Option<String>>,
    /// What is another's in each user: the id of the identity, and that of the log's entry.
    identity: String,
    log_id: String,
}

impl Template {
    async fn read(connection: &mut PgConnection) -> Result<Self, sqlx::Error> {
        let find = "
            SELECT identities.identity_id FROM identities
            JOIN users ON users.tenant_id = identities.tenant_id AND users.user_id = identities.user_id
            WHERE users.email = $1";
        let found = sqlx::query(find).bind(EMAIL).fetch_one(&mut *connection);
        let identity: String = found.await?.get(0);
        let mut template = Self {
            insert: format!("WITH counted AS ({COUNT})"),
            values: Vec::new(),
            identity,
            log_id: String::new(),
        };
        for table in TABLES {
            template.add(connection, table).await?;
        }
        template.insert.push_str(" SELECT 1");
        Ok(template)
    }

    /// Adds what a table has of the user.
    async fn add(&mut self, connection: &mut PgConnection, table: &str) -> Result<(), sqlx::Error> {
        let list = "
            SELECT attname::text, format_type(atttypid, atttypmod) FROM pg_attribute
            WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum";
        let columns = sqlx::query(list).bind(format!("public.{table}"));
        let columns = columns.fetch_all(&mut *connection).await?;
        let columns: Vec<(String, String)> = columns
            .iter()
            .map(|column| (column.get(0), column.get(1)))
            .collect();
        let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
        let names = names.join(", ");
        let texts: Vec<String> = columns
            .iter()
            .map(|(name, _)| format!("{name}::text"))
            .collect();
        let select = format!(
            "SELECT ARRAY[{}] FROM {table} WHERE strpos({table}::text, $1) > 0 OR strpos({table}::text, $2) > 0",
            texts.join(", ")
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(select));
        let rows = rows
            .bind(&self.identity)
            .bind(EMAIL)
            .fetch_all(&mut *connection);
        self.insert.push_str(&format!(
            ", {table}_ AS (INSERT INTO control.{table} ({names}) VALUES "
        ));
        for (number, row) in rows.await?.iter().enumerate() {
            self.insert.push_str(if number == 0 { "(" } else { ", (" });
            let values: Vec<Option<String>> = row.get(0);
            for (place, ((name, kind), value)) in columns.iter().zip(values).enumerate() {
                if name == "log_id" {
                    self.log_id = value.clone().unwrap_or_default();
                }
                self.values.push(value);
                let before = if place == 0 { "" } else { ", " };
                let number = self.values.len();
                self.insert
                    .push_str(&format!("{before}${number}::text::{kind}"));
            }
            self.insert.push(')');
        }
        self.insert.push(')');
        Ok(())
    }

    /// The values of another user.
    fn values_of(&self, client: u64, number: u64) -> impl Iterator<Item = Option<String>> {
        let identity = format!("{client:04x}{number:020x}");
        let email = format!("user{number}of{client}@example.com");
        let log_id = format!("{client:016}{number:040}");
        self.values.iter().map(move |value| {
            let value = value.as_deref()?;
            let mut value = value.replace(&self.identity, &identity);
            value = value.replace(EMAIL, &email);
            if !self.log_id.is_empty() {
                value = value.replace(&self.log_id, &log_id);
            }
            Some(value)
        })
    }
}
