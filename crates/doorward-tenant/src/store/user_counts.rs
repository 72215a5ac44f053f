//! How many users a tenant has, without counting them.
//!
//! Where writes run one after the other they change the counter itself. Elsewhere that would make all of them wait for
//! one row, so there the number is the sum of parts, and each connection to the database changes a part of its own.

use super::connection::{Statement, values};
use super::{Connection, StoreError};

/// Rows that one unit of work adds up at most.
const BATCH: i64 = 500;

/// The number of users.
pub(crate) fn count(db: &mut Connection<'_>, tenant: &str) -> Result<i64, StoreError> {
    const COUNT: &str = "
        SELECT CAST(
            COALESCE((SELECT users FROM user_counts WHERE tenant_id = $1), 0)
            + COALESCE((SELECT SUM(change) FROM user_count_changes WHERE tenant_id = $1), 0)
            AS BIGINT) AS users";
    Ok(db
        .first(COUNT, values![tenant], |row| row.get("users"))?
        .unwrap_or_default())
}

/// Notes that there are `by` users more.
pub(super) fn note(db: &mut Connection<'_>, tenant: &str, by: i64) -> Result<(), StoreError> {
    let (sql, values) = change(db, tenant, by);
    db.execute(&sql, &values)?;
    Ok(())
}

/// Notes the same, together with other changes.
pub(super) fn change(db: &Connection<'_>, tenant: &str, by: i64) -> Statement {
    // Whom two connections share a part with, if it ever happens, runs again after the other.
    const CHANGE: &str = "
        INSERT INTO user_count_changes (tenant_id, user_id, change)
        VALUES ($1, 'part ' || (pg_backend_pid() % 128), $2)
        ON CONFLICT (tenant_id, user_id) DO UPDATE SET change = user_count_changes.change + excluded.change";
    if db.has_one_writer() {
        return addition(tenant, by);
    }
    (CHANGE.into(), values![tenant, by].to_vec())
}

fn addition(tenant: &str, by: i64) -> Statement {
    const ADD: &str = "
        INSERT INTO user_counts (tenant_id, users) VALUES ($1, $2)
        ON CONFLICT (tenant_id) DO UPDATE SET users = user_counts.users + excluded.users";
    (ADD.into(), values![tenant, by].to_vec())
}

/// Adds up some of the changes that the release before noted one by one, under the ids of users. Answers whether there
/// may be more.
pub(crate) fn settle(db: &mut Connection<'_>) -> Result<bool, StoreError> {
    const LIST: &str = "
        SELECT tenant_id, user_id, change FROM user_count_changes WHERE user_id LIKE '%|%' LIMIT $1";
    const DELETE: &str = "DELETE FROM user_count_changes WHERE tenant_id = $1 AND user_id = $2";
    let changes = db.all(LIST, values![BATCH], |row| {
        Ok((
            row.get::<String>("tenant_id")?,
            row.get::<String>("user_id")?,
            row.get::<i64>("change")?,
        ))
    })?;
    for (tenant, user_id, by) in &changes {
        db.execute(DELETE, values![tenant, user_id])?;
        let (sql, values) = addition(tenant, *by);
        db.execute(&sql, &values)?;
    }
    Ok(changes.len() as i64 == BATCH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::TestStore;
    use tokio::task::JoinSet;

    #[tokio::test(flavor = "multi_thread")]
    async fn no_user_is_missed_or_counted_twice_when_many_come_and_go_at_once() {
        for test in TestStore::each().await {
            let mut tasks = JoinSet::new();
            for number in 0..200 {
                let store = test.store.clone();
                tasks.spawn(async move {
                    let by = if number % 4 == 0 { -1 } else { 1 };
                    let noted: Result<(), StoreError> =
                        store.write(move |db| note(db, "tenant", by)).await;
                    noted.unwrap();
                });
            }
            tasks.join_all().await;
            let found = test.run(|db| count(db, "tenant")).await;
            assert_eq!(found, 100, "{}", test.engine);
            assert_eq!(test.run(|db| count(db, "other")).await, 0);
        }
    }

    #[tokio::test]
    async fn what_the_release_before_noted_counts_before_and_after_it_is_added_up() {
        const NOTED: &str = "
            INSERT INTO user_count_changes (tenant_id, user_id, change) VALUES ('tenant', 'auth0|1', 2)";
        for test in TestStore::each().await {
            test.run(|db| note(db, "tenant", 1)).await;
            test.run(|db| db.execute(NOTED, values![])).await;
            assert_eq!(test.run(|db| count(db, "tenant")).await, 3);
            assert!(!test.run(settle).await);
            assert_eq!(
                test.run(|db| count(db, "tenant")).await,
                3,
                "{}",
                test.engine
            );
        }
    }
}
