//! Which database the tenants of these tests run on.
//!
//! SQLite, unless `DOORWARD_TEST_ENGINE=postgres` says that the same tests run on the server of
//! `DOORWARD_TEST_POSTGRES_URL`, each in a database of its own.

use std::path::Path;

use doorward_tenant::{Entropy, Location};
use sqlx::{Connection as _, Executor as _};

/// A fresh, empty database; `folder` is there for those that are files.
pub(crate) async fn location(folder: &Path) -> Location {
    if std::env::var("DOORWARD_TEST_ENGINE").as_deref() != Ok("postgres") {
        return Location::Sqlite(folder.join("doorward.db"));
    }
    let url = std::env::var("DOORWARD_TEST_POSTGRES_URL").unwrap();
    let name = format!("it_{}", Entropy::default().base62(20).to_lowercase());
    let mut server = sqlx::PgConnection::connect(&url).await.unwrap();
    let create = format!("CREATE DATABASE {name}");
    server
        .execute(sqlx::raw_sql(sqlx::AssertSqlSafe(create)))
        .await
        .unwrap();
    let (server, _) = url.rsplit_once('/').unwrap();
    Location::Postgres(format!("{server}/{name}"))
}

/// Runs a statement on a database that a tenant uses.
pub(crate) async fn execute(location: &Location, sql: &str) {
    match location {
        Location::Sqlite(file) => {
            let connection = rusqlite::Connection::open(file).unwrap();
            connection
                .busy_timeout(std::time::Duration::from_secs(5))
                .unwrap();
            connection.execute_batch(sql).unwrap();
        }
        Location::Postgres(url) => {
            let mut connection = sqlx::PgConnection::connect(url).await.unwrap();
            let sql = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned()));
            connection.execute(sql).await.unwrap();
        }
    }
}
