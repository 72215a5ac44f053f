//! How many users a tenant has, without counting them.

use std::collections::HashMap;

use super::condition::Sql;
use super::connection::values;
use super::{Connection, StoreError};

/// Changes that one unit of work adds up at most.
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

/// Notes that there are `change` users more, under the id of one of them.
///
/// Where writes run one after the other they change the counter itself. Elsewhere that would make all of them wait
/// for one row, so each leaves a row of its own, to be added up by [`settle`].
pub(super) fn change(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    change: i64,
) -> Result<(), StoreError> {
    const CHANGE: &str = "
        INSERT INTO user_count_changes (tenant_id, user_id, change) VALUES ($1, $2, $3)
        ON CONFLICT (tenant_id, user_id) DO UPDATE SET change = user_count_changes.change + excluded.change";
    if db.has_one_writer() {
        return add(db, tenant, change);
    }
    db.execute(CHANGE, values![tenant, user_id, change])?;
    Ok(())
}

fn add(db: &mut Connection<'_>, tenant: &str, change: i64) -> Result<(), StoreError> {
    const ADD: &str = "
        INSERT INTO user_counts (tenant_id, users) VALUES ($1, $2)
        ON CONFLICT (tenant_id) DO UPDATE SET users = user_counts.users + excluded.users";
    db.execute(ADD, values![tenant, change])?;
    Ok(())
}

/// Adds up one batch of changes. Answers whether there may be more.
pub(crate) fn settle(db: &mut Connection<'_>) -> Result<bool, StoreError> {
    const LIST: &str = "SELECT tenant_id, user_id, change FROM user_count_changes LIMIT $1";
    let changes = db.all(LIST, values![BATCH], |row| {
        Ok((
            row.get::<String>("tenant_id")?,
            row.get::<String>("user_id")?,
            row.get::<i64>("change")?,
        ))
    })?;
    let is_more = changes.len() as i64 == BATCH;
    let mut by_tenant: HashMap<String, (Vec<String>, i64)> = HashMap::new();
    for (tenant, user_id, change) in changes {
        let (user_ids, sum) = by_tenant.entry(tenant).or_default();
        user_ids.push(user_id);
        *sum += change;
    }
    for (tenant, (user_ids, sum)) in by_tenant {
        let mut sql = Sql::new(db.pattern());
        sql.push("DELETE FROM user_count_changes WHERE tenant_id = ")
            .bind(&tenant);
        sql.push(" AND user_id IN ").bind_all(user_ids);
        db.execute(sql.text(), sql.values())?;
        add(db, &tenant, sum)?;
    }
    Ok(is_more)
}
