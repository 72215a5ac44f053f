//! Pages of users: all of them, or those that a search asks for.

#[cfg(test)]
mod agreement;
mod cover;
mod leaf;
#[cfg(test)]
mod tests;

use self::cover::Cover;
use self::leaf::Lookup;
use super::condition::{MISSING_LAST, Sql};
use super::{Connection, StoreError, user_counts, users};
use crate::domain::search::Condition;
use crate::domain::search::users::UserTest;
use crate::domain::user::User;

/// The order of a page. Users who are equal under it come in the order of their ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sort {
    by: By,
    is_descending: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    /// An expression over the user's row.
    Column(&'static str),
    /// The indexed value of a field.
    Term(&'static str),
}

impl Default for Sort {
    fn default() -> Self {
        Self {
            by: By::Column("users.created_at"),
            is_descending: false,
        }
    }
}

impl Sort {
    /// Reads `field:1` or `field:-1`; `None` for anything else and for fields without an order.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (field, direction) = text.split_once(':')?;
        let is_descending = match direction {
            "1" => false,
            "-1" => true,
            _ => return None,
        };
        let by = match field {
            "created_at" => By::Column("users.created_at"),
            "updated_at" => By::Column("users.updated_at"),
            "last_login" => By::Column("users.last_login"),
            "logins_count" => By::Column("users.logins_count"),
            "user_id" => By::Column("users.user_id"),
            "blocked" => By::Column("users.is_blocked"),
            "email" => By::Column("users.email"),
            "email_verified" => By::Term("email_verified"),
            "name" => By::Term("name"),
            "nickname" => By::Term("nickname"),
            "given_name" => By::Term("given_name"),
            "family_name" => By::Term("family_name"),
            "username" => By::Term("username"),
            "phone_number" => By::Term("phone_number"),
            _ => return None,
        };
        Some(Self { by, is_descending })
    }

    /// Whether there are users without what is sorted by.
    fn has_missing(self) -> bool {
        match self.by {
            By::Term(_) => true,
            By::Column(column) => matches!(column, "users.email" | "users.last_login"),
        }
    }
}

/// How much is read in the hope that it is enough, before a statement is run that reads all there is.
#[derive(Debug, Clone, Copy)]
struct Effort {
    /// How many entries of indexes a [`Cover`] may have, tried one after the other.
    covers: &'static [i64],
    /// How many users there have to be for each of those: where a cover is a good part of all, they are read faster.
    users_for_each: i64,
    /// How many users a page may look at in their order, for each one it has to find, and in all.
    walked_for_each: i64,
    walked: i64,
}

const EFFORT: Effort = Effort {
    covers: &[100, 1_000, 10_000],
    users_for_each: 8,
    walked_for_each: 64,
    walked: 50_000,
};

/// Users who meet a condition.
///
/// Where few users can meet it because a rare term is asked for, those are looked at and nobody else. Where many do, a
/// page is found by looking at users in its order. Only what is neither reads everything.
pub(crate) struct Search<'s> {
    tenant: &'s str,
    condition: &'s Condition<UserTest>,
    effort: Effort,
    cover: Option<Cover<'s>>,
}

impl<'s> Search<'s> {
    /// Decides how to go about it.
    pub(crate) fn plan(
        db: &mut Connection<'_>,
        tenant: &'s str,
        condition: &'s Condition<UserTest>,
    ) -> Result<Self, StoreError> {
        Self::with(db, tenant, condition, EFFORT)
    }

    fn with(
        db: &mut Connection<'_>,
        tenant: &'s str,
        condition: &'s Condition<UserTest>,
        effort: Effort,
    ) -> Result<Self, StoreError> {
        let mut cover = None;
        if *condition != Condition::All {
            let users = user_counts::count(db, tenant)?;
            let covers = effort.covers.iter().copied();
            let covers = covers.filter(|size| size * effort.users_for_each <= users);
            cover = Cover::find(db, tenant, condition, covers)?;
        }
        Ok(Self {
            tenant,
            condition,
            effort,
            cover,
        })
    }

    /// The users from `start` on, at most `limit`.
    pub(crate) fn page(
        &self,
        db: &mut Connection<'_>,
        sort: Sort,
        start: i64,
        limit: i64,
    ) -> Result<Vec<User>, StoreError> {
        if self.cover.as_ref().is_some_and(Cover::is_nobody) {
            return Ok(Vec::new());
        }
        let found = match self.walked_page(db, sort, start, limit)? {
            Some(found) => found,
            None => {
                let mut sql = Sql::new(db.pattern());
                self.push_users(&mut sql, users::COLUMNS);
                self.rows(db, sql, sort, start, limit)?
            }
        };
        users::with_identities(db, self.tenant, found)
    }

    /// How many users there are. `page` is how many [`Search::page`] found of them from `start` on, of at most `limit`:
    /// the last page tells without counting.
    pub(crate) fn total(
        &self,
        db: &mut Connection<'_>,
        page: usize,
        start: i64,
        limit: i64,
    ) -> Result<i64, StoreError> {
        let page = i64::try_from(page).unwrap_or(i64::MAX);
        if page < limit && (page > 0 || start == 0) {
            return Ok(start + page);
        }
        self.count(db)
    }

    fn count(&self, db: &mut Connection<'_>) -> Result<i64, StoreError> {
        let mut sql = Sql::new(db.pattern());
        match (&self.cover, self.condition) {
            (Some(cover), _) if cover.is_nobody() => return Ok(0),
            (None, Condition::All) => return user_counts::count(db, self.tenant),
            (None, Condition::Not(condition)) => {
                let others = Search::with(db, self.tenant, condition, self.effort)?;
                let others = others.count(db)?;
                return Ok((user_counts::count(db, self.tenant)? - others).max(0));
            }
            (_, Condition::Is(test)) if leaf::push_count(&mut sql, self.tenant, test) => {}
            _ => self.push_users(&mut sql, "COUNT(*) AS users"),
        }
        Ok(db
            .first(sql.text(), sql.values(), |row| row.get("users"))?
            .unwrap_or_default())
    }

    /// Adds the query of `columns` of all users, in no order.
    fn push_users(&self, sql: &mut Sql, columns: &str) {
        let lookup = match &self.cover {
            None => {
                sql.push("SELECT ").push(columns).push(" FROM users WHERE ");
                Lookup::List
            }
            Some(cover) => {
                sql.push("WITH few AS MATERIALIZED (");
                cover.push(sql, self.tenant);
                // SQLite takes the tables of a CROSS JOIN in their order.
                sql.push(") SELECT ").push(columns);
                sql.push(" FROM few CROSS JOIN users WHERE users.user_id = few.user_id AND ");
                Lookup::Each
            }
        };
        self.push_condition(sql, lookup);
    }

    fn push_condition(&self, sql: &mut Sql, lookup: Lookup) {
        sql.push("users.tenant_id = ")
            .bind(self.tenant)
            .push(" AND ");
        sql.condition(self.condition, &|sql, test| {
            leaf::push(sql, self.tenant, lookup, test);
        });
    }

    /// The page, found by looking at the first users in its order; `None` when more had to be looked at, or when this
    /// is not the way.
    fn walked_page(
        &self,
        db: &mut Connection<'_>,
        sort: Sort,
        start: i64,
        limit: i64,
    ) -> Result<Option<Vec<User>>, StoreError> {
        let is_in_order = sort.by == Sort::default().by;
        if self.cover.is_some() || !is_in_order || *self.condition == Condition::All {
            return Ok(None);
        }
        let wanted = start.saturating_add(limit);
        let walked = wanted.saturating_mul(self.effort.walked_for_each);
        let walked = walked.min(self.effort.walked);
        if walked < wanted {
            return Ok(None);
        }
        let mut sql = Sql::new(db.pattern());
        sql.push("SELECT created_at FROM users WHERE tenant_id = ")
            .bind(self.tenant);
        order(&mut sql, self.tenant, sort);
        sql.push(" LIMIT 1 OFFSET ").bind(walked);
        let last = db.first(sql.text(), sql.values(), |row| row.get::<i64>("created_at"))?;

        let mut sql = Sql::new(db.pattern());
        sql.push("SELECT ")
            .push(users::COLUMNS)
            .push(" FROM users WHERE ");
        if let Some(last) = last {
            let side = if sort.is_descending { " >= " } else { " <= " };
            sql.push("users.created_at").push(side).bind(last);
            sql.push(" AND ");
        }
        self.push_condition(&mut sql, Lookup::Each);
        let found = self.rows(db, sql, sort, start, limit)?;
        let is_whole = last.is_none() || found.len() as i64 == limit;
        Ok(is_whole.then_some(found))
    }

    /// Reads a part of what `sql` asks for.
    fn rows(
        &self,
        db: &mut Connection<'_>,
        mut sql: Sql,
        sort: Sort,
        start: i64,
        limit: i64,
    ) -> Result<Vec<User>, StoreError> {
        order(&mut sql, self.tenant, sort);
        sql.push(" LIMIT ").bind(limit).push(" OFFSET ").bind(start);
        db.all(sql.text(), sql.values(), users::user)
    }
}

/// The users with this e-mail address, exactly as it is written, oldest first.
pub(crate) fn by_email(
    db: &mut Connection<'_>,
    tenant: &str,
    email: &str,
) -> Result<Vec<User>, StoreError> {
    const MOST: i64 = 100;
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT ")
        .push(users::COLUMNS)
        .push(" FROM users WHERE users.tenant_id = ")
        .bind(tenant);
    sql.push(" AND users.email = ").bind(email);
    sql.push(" ORDER BY users.created_at, users.user_id LIMIT ")
        .bind(MOST);
    let found = db.all(sql.text(), sql.values(), users::user)?;
    users::with_identities(db, tenant, found)
}

pub(super) fn order(sql: &mut Sql, tenant: &str, sort: Sort) {
    let direction = if sort.is_descending { " DESC" } else { "" };
    sql.push(" ORDER BY ");
    match sort.by {
        By::Column(column) => sql.push(column),
        By::Term(field) => {
            // Left to itself, SQLite looks for the least term of the field among those of all users.
            sql.push("(SELECT MIN(term) FROM user_terms")
                .by_index("user_terms_by_user")
                .push(" WHERE tenant_id = ")
                .bind(tenant);
            sql.push(" AND user_id = users.user_id AND field = ")
                .bind(field)
                .push(")")
        }
    };
    sql.push(direction);
    if sort.has_missing() {
        sql.push(MISSING_LAST);
    }
    sql.push(", users.user_id").push(direction);
}
