//! Month after month: every table with an end empties itself, also one that is new, and the file stays small.

use std::path::Path;

use super::*;
use crate::store::Value;
use crate::store::testing::TestStore;

/// Ends, and is configuration all the same: it stays until somebody deletes it.
const CONFIGURATION: &[&str] = &["client_credentials"];
/// Has no end of its own; ends some time after something else.
const AGEING: &[&str] = &["logs", "login_failures"];
/// A little more than one batch.
const ROWS: i64 = BATCH + 10;

/// A table and its columns with their types.
type Table = (String, Vec<(String, String)>);

fn tables(db: &mut Connection<'_>, engine: &str) -> Result<Vec<Table>, StoreError> {
    let columns = if engine == "sqlite" {
        "SELECT m.name AS t, p.name AS c, lower(p.type) AS k
         FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS p WHERE m.type = 'table' ORDER BY 1"
    } else {
        "SELECT table_name::text AS t, column_name::text AS c, data_type::text AS k
         FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1"
    };
    let mut tables: Vec<Table> = Vec::new();
    db.all(columns, values![], |row| {
        let (table, column) = (row.get::<String>("t")?, (row.get("c")?, row.get("k")?));
        match tables.last_mut() {
            Some((last, columns)) if *last == table => columns.push(column),
            _ => tables.push((table, vec![column])),
        }
        Ok(())
    })?;
    Ok(tables)
}

/// Those that must empty themselves: whatever has an end.
fn short_lived(db: &mut Connection<'_>, engine: &str) -> Result<Vec<Table>, StoreError> {
    let mut tables = tables(db, engine)?;
    tables.retain(|(table, columns)| {
        let ends = columns.iter().any(|(column, _)| column == "expires_at");
        (ends && !CONFIGURATION.contains(&table.as_str())) || AGEING.contains(&table.as_str())
    });
    Ok(tables)
}

/// A row that ends within the hour after `now`.
fn insert(
    db: &mut Connection<'_>,
    (table, columns): &Table,
    number: i64,
    now: Timestamp,
) -> Result<(), StoreError> {
    let value = |(column, kind): &(String, String)| match kind.as_str() {
        "text" => Value::from(format!("{column} {number:060}")),
        "bytea" | "blob" => Value::from([number.to_le_bytes(); 8].concat()),
        "boolean" => Value::from(false),
        _ if column.ends_with("expires_at") => Value::from(now + SignedDuration::from_mins(60)),
        _ if column.ends_with("_at") || column == "date" => Value::from(now),
        _ => Value::from(number),
    };
    let values: Vec<Value> = columns.iter().map(value).collect();
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let places: Vec<String> = (1..=columns.len())
        .map(|place| format!("${place}"))
        .collect();
    let (names, places) = (names.join(", "), places.join(", "));
    let sql = format!("INSERT INTO {table} ({names}) VALUES ({places})");
    db.execute(&sql, &values)?;
    Ok(())
}

async fn fill(test: &TestStore, now: Timestamp) {
    let engine = test.engine;
    test.run(move |db| {
        for table in short_lived(db, engine)? {
            for number in 0..ROWS {
                insert(db, &table, number, now)?;
            }
        }
        Ok(())
    })
    .await;
}

async fn counts(test: &TestStore) -> Vec<(String, i64)> {
    let engine = test.engine;
    test.run(move |db| {
        let mut counts = Vec::new();
        for (table, _) in short_lived(db, engine)? {
            let sql = format!("SELECT count(*) AS rows FROM {table}");
            let rows = db.first(&sql, values![], |row| row.get("rows"))?;
            counts.push((table, rows.unwrap_or_default()));
        }
        Ok(counts)
    })
    .await
}

async fn sweep_all(test: &TestStore, now: Timestamp) {
    while test.run(move |db| sweep(db, now)).await {}
    while test.store.shrink().await.unwrap() {}
}

fn size(file: Option<&Path>) -> u64 {
    file.map_or(0, |file| std::fs::metadata(file).unwrap().len())
}

#[tokio::test(flavor = "multi_thread")]
async fn month_after_month_everything_that_ends_goes_and_the_file_does_not_grow() {
    let mut now: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
    for test in TestStore::each().await {
        sweep_all(&test, now).await;
        let mut sizes = vec![size(test.file.as_deref())];
        // Each row is a round trip to PostgreSQL, and its files are its own affair.
        let months = if test.file.is_some() { 3 } else { 1 };
        for _ in 0..months {
            fill(&test, now).await;
            let full = counts(&test).await;
            assert!(full.len() >= 12, "{full:?}");
            assert!(full.iter().all(|(_, rows)| *rows == ROWS), "{full:?}");
            sweep_all(&test, now).await;
            assert_eq!(counts(&test).await, full, "nothing has ended yet");
            // Log entries are kept for 30 days, to the millisecond.
            now += SignedDuration::from_hours(30 * 24) + SignedDuration::from_millis(1);
            sweep_all(&test, now).await;
            let left: Vec<_> = counts(&test).await;
            assert!(
                left.iter().all(|(_, rows)| *rows == 0),
                "{}: {left:?}",
                test.engine
            );
            sizes.push(size(test.file.as_deref()));
        }
        let (first, last) = (sizes[0], sizes[months]);
        assert!(
            last <= first + (256 << 10),
            "{}: {sizes:?} bytes",
            test.engine
        );
    }
}
