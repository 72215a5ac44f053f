//! Stores to test against: every test of rows runs on both engines.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use super::{Connection, Location, Store, StoreError};

/// Where the private PostgreSQL of a test run listens. Without it, tests run on SQLite alone.
const POSTGRES_URL: &str = "DOORWARD_TEST_POSTGRES_URL";

/// A place for rows where nothing is yet, on one of the engines.
pub(crate) struct Empty {
    pub(crate) engine: &'static str,
    pub(crate) location: Location,
    /// The SQLite file.
    file: Option<PathBuf>,
    /// Keeps the folder of the SQLite file.
    folder: Option<tempfile::TempDir>,
}

impl Empty {
    /// One for each engine there is.
    pub(crate) async fn each() -> Vec<Self> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("test.db");
        let mut all = vec![Self {
            engine: "sqlite",
            location: Location::Sqlite(file.clone()),
            file: Some(file),
            folder: Some(folder),
        }];
        if let Ok(url) = std::env::var(POSTGRES_URL) {
            all.push(Self {
                engine: "postgresql",
                location: Location::Postgres(new_database(&url).await),
                file: None,
                folder: None,
            });
        }
        all
    }

    /// Runs statements before any store is opened; bytes are written `X'00'`, as SQLite wants them.
    pub(crate) async fn fill(&self, batches: &[&str]) {
        use sqlx::{Connection as _, Executor as _};
        let all = batches.join(";\n");
        match &self.location {
            Location::Sqlite(file) => {
                let connection = rusqlite::Connection::open(file).unwrap();
                connection.execute_batch(&all).unwrap();
            }
            Location::Postgres(url) => {
                let all = super::migrations::for_postgres(&all).replace("X'", "'\\x");
                let mut connection = sqlx::PgConnection::connect(url).await.unwrap();
                let batch = sqlx::raw_sql(sqlx::AssertSqlSafe(all));
                connection.execute(batch).await.unwrap();
            }
        }
    }
}

/// A store of its own, on one of the engines.
pub(crate) struct TestStore {
    pub(crate) store: Store,
    pub(crate) engine: &'static str,
    /// The SQLite file.
    pub(crate) file: Option<PathBuf>,
    /// Keeps the folder of the SQLite file.
    _folder: Option<tempfile::TempDir>,
}

impl TestStore {
    /// One store without rows for each engine there is.
    pub(crate) async fn each() -> Vec<Self> {
        let mut stores = Vec::new();
        for empty in Empty::each().await {
            stores.push(Self::open(empty).await);
        }
        stores
    }

    /// Opens what is there.
    pub(crate) async fn open(empty: Empty) -> Self {
        Self {
            store: Store::open(&empty.location).await.unwrap(),
            engine: empty.engine,
            file: empty.file,
            _folder: empty.folder,
        }
    }

    /// Runs a unit of work that must succeed.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        unit: impl Fn(&mut Connection<'_>) -> Result<T, StoreError> + Send + Sync + 'static,
    ) -> T {
        self.store.write(unit).await.unwrap()
    }
}

/// Makes a database in the cluster of `url` and answers its URL.
async fn new_database(url: &str) -> String {
    use sqlx::Connection as _;
    use sqlx::Executor as _;
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("doorward_unit_{}_{number}", std::process::id());
    let mut server = sqlx::postgres::PgConnection::connect(url).await.unwrap();
    for statement in [
        format!("DROP DATABASE IF EXISTS {name}"),
        format!("CREATE DATABASE {name}"),
    ] {
        server
            .execute(sqlx::AssertSqlSafe(statement))
            .await
            .unwrap();
    }
    let mut url = url::Url::parse(url).unwrap();
    url.set_path(&name);
    url.into()
}
