//! What users are searched by. Every change of a user goes through here, in the same transaction: a
//! user is found the moment its write is acknowledged.

use std::collections::HashMap;

use super::condition::Sql;
use super::connection::{Statement, values};
use super::{Connection, StoreError, Value};
use crate::domain::search::users::{Term, terms};
use crate::domain::user::User;

/// Rows of one `INSERT`. Three values each, well below what either engine binds at most.
const ROWS: usize = 100;

/// Indexes a user who is new.
pub(super) fn insert(db: &mut Connection<'_>, tenant: &str, user: &User) -> Result<(), StoreError> {
    insert_terms(db, tenant, &user.user_id, &terms(user))
}

/// Indexes a user who is new, together with other changes.
pub(super) fn all(db: &Connection<'_>, tenant: &str, user: &User) -> Vec<Statement> {
    let terms = terms(user);
    terms
        .chunks(ROWS)
        .map(|terms| insertion(db, tenant, &user.user_id, terms))
        .collect()
}

/// Indexes a user as they are now: writes what is missing, deletes what is no longer so.
pub(super) fn replace(
    db: &mut Connection<'_>,
    tenant: &str,
    user: &User,
) -> Result<(), StoreError> {
    const LIST: &str =
        "SELECT field, term, number FROM user_terms WHERE tenant_id = $1 AND user_id = $2";
    const DELETE: &str = "
        DELETE FROM user_terms WHERE tenant_id = $1 AND field = $2 AND term = $3 AND user_id = $4";
    let mut outdated: HashMap<(String, String), Option<f64>> = db
        .all(LIST, values![tenant, &user.user_id], |row| {
            Ok(((row.get("field")?, row.get("term")?), row.get("number")?))
        })?
        .into_iter()
        .collect();
    let mut wanted = terms(user);
    // A 3 that became a "3" reads the same, and is another term.
    wanted.retain(|term| {
        let key = (term.field.clone(), term.term.clone());
        let is_same = outdated.get(&key) == Some(&term.number);
        if is_same {
            outdated.remove(&key);
        }
        !is_same
    });
    for (field, term) in outdated.into_keys() {
        db.execute(DELETE, values![tenant, field, term, &user.user_id])?;
    }
    insert_terms(db, tenant, &user.user_id, &wanted)
}

/// Forgets a user.
pub(super) fn delete(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
) -> Result<(), StoreError> {
    const DELETE: &str = "DELETE FROM user_terms WHERE tenant_id = $1 AND user_id = $2";
    db.execute(DELETE, values![tenant, user_id])?;
    Ok(())
}

fn insert_terms(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    terms: &[Term],
) -> Result<(), StoreError> {
    for terms in terms.chunks(ROWS) {
        let (sql, values) = insertion(db, tenant, user_id, terms);
        db.execute(&sql, &values)?;
    }
    Ok(())
}

fn insertion(db: &Connection<'_>, tenant: &str, user_id: &str, terms: &[Term]) -> Statement {
    let mut sql = Sql::new(db.pattern());
    sql.bind_first(tenant).bind_next(user_id);
    sql.push("INSERT INTO user_terms (tenant_id, field, term, user_id, number) VALUES ");
    for (number, term) in terms.iter().enumerate() {
        sql.push(if number == 0 { "($1, " } else { ", ($1, " });
        sql.bind(&term.field).push(", ").bind(&term.term);
        sql.push(", $2, ").bind(Value::Real(term.number)).push(")");
    }
    sql.push(" ON CONFLICT DO NOTHING");
    sql.into_statement()
}
