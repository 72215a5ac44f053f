//! What every engine promises to the repositories: the same tests for all of them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use tokio::task::JoinSet;

use super::connection::values;
use super::testing::TestStore;
use super::{Connection, StoreError};

const TABLE: &str = "CREATE TABLE notes (name TEXT NOT NULL PRIMARY KEY, amount BIGINT NOT NULL)";

/// Stores with a table to write to.
async fn with_notes() -> Vec<TestStore> {
    let stores = TestStore::each().await;
    for test in &stores {
        let collated = TABLE.replace(" TEXT", " TEXT COLLATE \"C\"");
        let is_sqlite = test.engine == "sqlite";
        test.run(move |db| db.batch(if is_sqlite { TABLE } else { &collated }))
            .await;
    }
    stores
}

fn insert(db: &mut Connection<'_>, name: &str, amount: i64) -> Result<u64, StoreError> {
    let sql = "INSERT INTO notes (name, amount) VALUES ($1, $2)";
    db.execute(sql, values![name, amount])
}

fn amount(db: &mut Connection<'_>, name: &str) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT amount FROM notes WHERE name = $1";
    db.first(sql, values![name], |row| row.get("amount"))
}

async fn amount_in(test: &TestStore, name: &'static str) -> Option<i64> {
    test.store.read(move |db| amount(db, name)).await.unwrap()
}

/// Why a unit of these tests gave up.
#[derive(Debug, thiserror::Error)]
enum Fault {
    #[error("changed its mind")]
    Changed,
    #[error("store failed")]
    Store(#[from] StoreError),
}

#[tokio::test]
async fn what_was_written_is_read_and_scanned() {
    for test in with_notes().await {
        test.run(|db| insert(db, "a", 7)).await;
        assert_eq!(amount_in(&test, "a").await, Some(7), "{}", test.engine);
        let scanned = test.store.scan(|db| amount(db, "a")).await;
        assert_eq!(scanned.unwrap(), Some(7), "{}", test.engine);
        assert_eq!(amount_in(&test, "b").await, None, "{}", test.engine);
    }
}

#[tokio::test]
async fn a_refused_unit_leaves_nothing() {
    for test in with_notes().await {
        let refused = test.store.write(|db| {
            insert(db, "a", 1)?;
            Err::<(), _>(Fault::Changed)
        });
        assert!(matches!(refused.await, Err(Fault::Changed)));
        assert_eq!(amount_in(&test, "a").await, None, "{}", test.engine);
    }
}

#[tokio::test]
async fn a_panic_undoes_its_unit_and_nothing_else() {
    for test in with_notes().await {
        let before = test.run(|db| insert(db, "before", 1));
        let panics = test.store.write(|db| {
            insert(db, "a", 1)?;
            if amount(db, "a")?.is_some() {
                panic!("a unit of this test panics on purpose");
            }
            Ok::<_, StoreError>(())
        });
        let after = test.run(|db| insert(db, "after", 1));
        let (_, panicked, _) = tokio::join!(before, panics, after);
        assert!(matches!(panicked, Err(StoreError::Panicked)));
        let found = [
            amount_in(&test, "before").await,
            amount_in(&test, "a").await,
            amount_in(&test, "after").await,
        ];
        assert_eq!(found, [Some(1), None, Some(1)], "{}", test.engine);
        let read = test.store.read(|_| -> Result<(), StoreError> {
            panic!("a read of this test panics on purpose");
        });
        assert!(matches!(read.await, Err(StoreError::Panicked)));
    }
}

#[tokio::test]
async fn a_failed_statement_undoes_its_unit() {
    for test in with_notes().await {
        test.run(|db| insert(db, "taken", 1)).await;
        let refused = test.store.write(|db| {
            insert(db, "a", 1)?;
            insert(db, "taken", 2)
        });
        assert!(refused.await.unwrap_err().is_duplicate(), "{}", test.engine);
        assert_eq!(amount_in(&test, "a").await, None, "{}", test.engine);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_increment_is_lost_between_tasks() {
    for test in with_notes().await {
        test.run(|db| insert(db, "counter", 0)).await;
        let mut tasks = JoinSet::new();
        for _ in 0..64 {
            let store = test.store.clone();
            tasks.spawn(async move {
                let increment = store.write(|db| {
                    // Reads, decides, writes: the last of two may not write what it read before.
                    let found = amount(db, "counter")?.unwrap_or_default();
                    let sql = "UPDATE notes SET amount = $2 WHERE name = $1";
                    db.execute(sql, values!["counter", found + 1])
                });
                assert_eq!(increment.await.unwrap(), 1);
            });
        }
        tasks.join_all().await;
        assert_eq!(
            amount_in(&test, "counter").await,
            Some(64),
            "{}",
            test.engine
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_want_a_name_one_gets_it_and_the_others_learn_that_it_is_taken() {
    for test in with_notes().await {
        let mut tasks = JoinSet::new();
        for number in 0..32 {
            let store = test.store.clone();
            tasks.spawn(async move {
                let claim = store.write(move |db| {
                    if amount(db, "name")?.is_some() {
                        return Ok(false);
                    }
                    insert(db, "name", number)?;
                    Ok::<_, StoreError>(true)
                });
                claim.await.unwrap()
            });
        }
        let winners = tasks.join_all().await;
        let winners = winners.into_iter().filter(|won| *won).count();
        assert_eq!(winners, 1, "{}", test.engine);
    }
}

#[tokio::test]
async fn every_type_comes_back_as_it_went_in() {
    for test in TestStore::each().await {
        let table = if test.engine == "sqlite" {
            "CREATE TABLE kinds (id BIGINT, i BIGINT, r DOUBLE PRECISION, b BOOLEAN, t TEXT, y BLOB, m BIGINT)"
        } else {
            "CREATE TABLE kinds (id BIGINT, i BIGINT, r DOUBLE PRECISION, b BOOLEAN, t TEXT, y BYTEA, m BIGINT)"
        };
        test.run(|db| db.batch(table)).await;
        let moment = Timestamp::from_millisecond(1_700_000_000_123).unwrap();
        let insert = "INSERT INTO kinds (id, i, r, b, t, y, m) VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let text = "ä \u{1F6AA} ' $1 ; --";
        test.run(move |db| {
            db.execute(
                insert,
                values![
                    1,
                    i64::MIN,
                    0.1,
                    true,
                    text,
                    [0u8, 255, 39].as_slice(),
                    moment
                ],
            )?;
            db.execute(
                insert,
                values![
                    2,
                    None::<i64>,
                    None::<f64>,
                    None::<bool>,
                    None::<String>,
                    None::<Vec<u8>>,
                    None::<Timestamp>,
                ],
            )
        })
        .await;
        let read = test.store.read(|db| {
            db.all("SELECT * FROM kinds ORDER BY id", values![], |row| {
                Ok((
                    row.get::<Option<i64>>("i")?,
                    row.get::<Option<f64>>("r")?,
                    row.get::<Option<bool>>("b")?,
                    row.get::<Option<String>>("t")?,
                    row.get::<Option<Vec<u8>>>("y")?,
                    row.optional_time("m")?,
                ))
            })
        });
        let rows: Result<_, StoreError> = read.await;
        let whole = (
            Some(i64::MIN),
            Some(0.1),
            Some(true),
            Some(text.to_owned()),
            Some(vec![0, 255, 39]),
            Some(moment),
        );
        let empty = (None, None, None, None, None, None);
        assert_eq!(rows.unwrap(), [whole, empty], "{}", test.engine);
    }
}

#[tokio::test]
async fn texts_are_compared_and_sorted_by_bytes() {
    for test in with_notes().await {
        test.run(|db| {
            for name in ["b", "B", "ä", "a", "_", "Z", "aa", "é"] {
                insert(db, name, 0)?;
            }
            Ok(())
        })
        .await;
        let sorted = test.store.read(|db| {
            let sql = "SELECT name FROM notes ORDER BY name";
            db.all(sql, values![], |row| row.get::<String>("name"))
        });
        let sorted: Result<_, StoreError> = sorted.await;
        let expected = ["B", "Z", "_", "a", "aa", "b", "ä", "é"];
        assert_eq!(sorted.unwrap(), expected, "{}", test.engine);
    }
}

#[tokio::test]
async fn a_nul_in_a_text_is_no_fault_of_the_store() {
    for test in with_notes().await {
        assert_eq!(amount_in(&test, "a\0b").await, None, "{}", test.engine);
        test.run(|db| insert(db, "a\0b", 3)).await;
        assert_eq!(amount_in(&test, "a\0b").await, Some(3), "{}", test.engine);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn units_that_wait_together_share_a_commit() {
    let test = with_notes().await.remove(0);
    assert_eq!(test.engine, "sqlite");
    test.run(|db| insert(db, "counter", 0)).await;
    while test.store.shrink().await.unwrap() {}
    let frames_before = frames(&test);
    // The writer is held, so that all others wait when it comes to them.
    let held = Arc::new(AtomicBool::new(true));
    let (store, holds) = (test.store.clone(), Arc::clone(&held));
    let holder = tokio::spawn(async move {
        let hold = store.write(move |_| {
            while holds.load(Ordering::Relaxed) {
                std::thread::sleep(Duration::from_millis(1));
            }
            Ok::<_, StoreError>(())
        });
        hold.await.unwrap();
    });
    let mut tasks = JoinSet::new();
    for _ in 0..200 {
        let store = test.store.clone();
        tasks.spawn(async move {
            let increment = store.write(|db| {
                let sql = "UPDATE notes SET amount = amount + 1 WHERE name = $1";
                db.execute(sql, values!["counter"])
            });
            assert_eq!(increment.await.unwrap(), 1);
        });
    }
    tokio::time::sleep(Duration::from_millis(100)).await;
    held.store(false, Ordering::Relaxed);
    holder.await.unwrap();
    tasks.join_all().await;
    assert_eq!(amount_in(&test, "counter").await, Some(200));
    // Each commit writes the changed page to the log once.
    let written = frames(&test) - frames_before;
    assert!(written < 40, "{written} pages were logged for 200 units");
}

/// Pages in the write-ahead log.
fn frames(test: &TestStore) -> i64 {
    let connection = rusqlite::Connection::open(test.file.as_ref().unwrap()).unwrap();
    let sql = "PRAGMA wal_checkpoint(PASSIVE)";
    connection.query_row(sql, [], |row| row.get(1)).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn when_too_many_wait_the_next_is_turned_away_and_the_others_get_through() {
    for test in with_notes().await {
        test.run(|db| insert(db, "counter", 0)).await;
        let held = Arc::new(AtomicBool::new(true));
        let mut tasks = JoinSet::new();
        for _ in 0..6000 {
            let (store, holds) = (test.store.clone(), Arc::clone(&held));
            tasks.spawn(async move {
                let unit = store.write(move |_| {
                    while holds.load(Ordering::Relaxed) {
                        std::thread::sleep(Duration::from_millis(1));
                    }
                    Ok::<_, StoreError>(())
                });
                match unit.await {
                    Ok(()) => true,
                    Err(error) => {
                        assert!(error.is_overload(), "{error:?}");
                        false
                    }
                }
            });
        }
        // The surplus is turned away although nothing moves.
        let mut kept = 6000;
        while kept > 4200 {
            let done = tasks.join_next().await.unwrap().unwrap();
            assert!(!done, "{}", test.engine);
            kept -= 1;
        }
        held.store(false, Ordering::Relaxed);
        let through = tasks.join_all().await;
        let through = through.into_iter().filter(|through| *through).count();
        assert!(through >= 1000, "{through} on {}", test.engine);
        assert!(test.store.write(|db| insert(db, "after", 1)).await.is_ok());
    }
}

#[tokio::test]
async fn a_scan_that_nobody_waits_for_any_longer_is_given_up() {
    /// Counts without an end.
    const ENDLESS: &str = "
        WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers)
        SELECT COUNT(*) AS numbers FROM numbers";
    for test in with_notes().await {
        let scan = test
            .store
            .scan(|db| db.first(ENDLESS, values![], |_| Ok(())));
        let outcome = tokio::time::timeout(Duration::from_secs(30), scan).await;
        let refused = outcome.unwrap().unwrap_err();
        assert!(refused.is_timeout(), "{refused:?} on {}", test.engine);
        // Whoever comes next has the connection and all the time.
        for name in ["a", "b"] {
            test.run(move |db| insert(db, name, 1)).await;
            assert_eq!(amount_in(&test, name).await, Some(1), "{}", test.engine);
        }
        if test.engine == "postgresql" {
            let limit = test.store.walk(|db| {
                let sql = "SELECT current_setting('statement_timeout') AS time";
                db.first(sql, values![], |row| row.get::<String>("time"))
            });
            assert_eq!(limit.await.unwrap(), Some("0".to_owned()));
        }
    }
}

#[tokio::test]
async fn nothing_is_made_of_an_error_that_was_none() {
    static MADE: AtomicUsize = AtomicUsize::new(0);
    #[derive(Debug)]
    struct Noticed;
    impl From<StoreError> for Noticed {
        fn from(_: StoreError) -> Self {
            MADE.fetch_add(1, Ordering::Relaxed);
            Self
        }
    }
    for test in with_notes().await {
        let refused = test.store.write(|_| Err::<(), _>(Noticed)).await;
        assert!(refused.is_err());
        let write = test.store.write(|db| Ok::<_, Noticed>(insert(db, "a", 1)?));
        assert_eq!(write.await.unwrap(), 1);
        assert_eq!(MADE.load(Ordering::Relaxed), 0, "{}", test.engine);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn long_reads_do_not_hold_up_short_ones() {
    let test = with_notes().await.remove(0);
    test.run(|db| insert(db, "a", 1)).await;
    let held = Arc::new(AtomicBool::new(true));
    let mut tasks = JoinSet::new();
    for _ in 0..40 {
        let (store, holds) = (test.store.clone(), Arc::clone(&held));
        tasks.spawn(async move {
            let scan = store.scan(move |_| {
                while holds.load(Ordering::Relaxed) {
                    std::thread::sleep(Duration::from_millis(1));
                }
                Ok::<_, StoreError>(())
            });
            scan.await.unwrap();
        });
    }
    tokio::time::sleep(Duration::from_millis(50)).await;
    for _ in 0..100 {
        assert_eq!(amount_in(&test, "a").await, Some(1));
    }
    held.store(false, Ordering::Relaxed);
    tasks.join_all().await;
}

#[tokio::test]
async fn a_full_disk_is_an_error_that_costs_nothing_acknowledged() {
    let test = with_notes().await.remove(0);
    test.run(|db| insert(db, "kept", 1)).await;
    // The file may not grow any further: what SQLite meets then is what it meets on a full disk.
    let limit = |pages: i64| {
        let sql = format!("PRAGMA max_page_count = {pages}");
        test.run(move |db| db.first(&sql, values![], |_| Ok(())))
    };
    limit(1).await;
    let blob = vec![0u8; 256 << 10];
    let too_much = test.store.write(move |db| {
        insert(db, "lost", 1)?;
        let sql =
            "INSERT INTO replays (tenant_id, kind, value_hash, expires_at) VALUES ($1, $2, $3, $4)";
        db.execute(sql, values!["t", "k", blob.as_slice(), 0])
    });
    let refused = too_much.await.unwrap_err();
    let code = match &refused {
        StoreError::Sqlite(error) => error.sqlite_error_code(),
        _ => None,
    };
    assert_eq!(code, Some(rusqlite::ErrorCode::DiskFull), "{refused:?}");
    assert_eq!(amount_in(&test, "lost").await, None);
    limit(1 << 20).await;
    test.run(|db| insert(db, "again", 1)).await;
    assert_eq!(amount_in(&test, "kept").await, Some(1));
    assert_eq!(amount_in(&test, "again").await, Some(1));
}

#[tokio::test]
async fn a_unit_that_hides_a_failed_statement_keeps_nothing() {
    for test in with_notes().await {
        test.run(|db| insert(db, "taken", 1)).await;
        let hides = test.store.write(|db| {
            insert(db, "a", 1)?;
            let _ = insert(db, "taken", 2);
            Ok::<_, StoreError>(())
        });
        // PostgreSQL cannot keep it, and must not claim to have.
        let outcome = hides.await;
        let is_kept = amount_in(&test, "a").await.is_some();
        assert_eq!(outcome.is_ok(), is_kept, "{}", test.engine);
    }
}
