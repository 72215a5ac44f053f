//! Stores to test against: every test of rows runs on both engines.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use super::{Connection, Location, Store, StoreError};

/// Where the private PostgreSQL of a test run listens. Without it, tests run on SQLite alone.
const POSTGRES_URL: &str = "DOORWARD_TEST_POSTGRES_URL";

/// An empty store of its own, on one of the engines.
pub(crate) struct TestStore {
    pub(crate) store: Store,
    pub(crate) engine: &'static str,
    /// Where the rows are.
    pub(crate) location: Location,
    /// The SQLite file.
    pub(crate) file: Option<PathBuf>,
    /// Keeps the folder of the SQLite file.
    _folder: Option<tempfile::TempDir>,
}

impl TestStore {
    /// One store for each engine there is.
    pub(crate) async fn each() -> Vec<Self> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("test.db");
        let location = Location::Sqlite(file.clone());
        let mut stores = vec![Self {
            store: Store::open(&location).await.unwrap(),
            engine: "sqlite",
            location,
            file: Some(file),
            _folder: Some(folder),
        }];
        if let Ok(url) = std::env::var(POSTGRES_URL) {
            let location = Location::Postgres(new_database(&url).await);
            stores.push(Self {
                store: Store::open(&location).await.unwrap(),
                engine: "postgresql",
                location,
                file: None,
                _folder: None,
            });
        }
        stores
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
