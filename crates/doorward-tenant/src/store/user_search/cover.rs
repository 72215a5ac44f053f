//! Few users among whom all are who meet a condition.

use super::leaf;
use super::{Connection, Sql, StoreError};
use crate::domain::search::Condition;
use crate::domain::search::users::UserTest;

/// Comparisons of which each user who meets the condition passes at least one.
pub(super) struct Cover<'c> {
    tests: Vec<&'c UserTest>,
    /// How many entries of indexes pass them, together.
    entries: i64,
}

impl<'c> Cover<'c> {
    /// The cover with the fewest entries, if there is one with at most as many as the last of `sizes`. Indexes are read
    /// as far as each of `sizes`, which grow, until there is one: what this costs grows with what is found.
    pub(super) fn find(
        db: &mut Connection<'_>,
        tenant: &str,
        condition: &'c Condition<UserTest>,
        sizes: impl IntoIterator<Item = i64>,
    ) -> Result<Option<Self>, StoreError> {
        for most in sizes {
            let found = Self::of(db, tenant, condition, most)?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// One with at most as many entries.
    fn of(
        db: &mut Connection<'_>,
        tenant: &str,
        condition: &'c Condition<UserTest>,
        most: i64,
    ) -> Result<Option<Self>, StoreError> {
        match condition {
            Condition::All | Condition::Not(_) => Ok(None),
            Condition::Nothing => Ok(Some(Self::nobody())),
            Condition::Is(test) => {
                let entries = entries(db, tenant, test, most)?;
                let tests = vec![test];
                Ok(entries.map(|entries| Self { tests, entries }))
            }
            Condition::And(all) => {
                let mut narrowest: Option<Self> = None;
                for condition in all {
                    let fewer = narrowest.as_ref().map_or(most, |cover| cover.entries - 1);
                    if fewer < 0 {
                        break;
                    }
                    let cover = Self::of(db, tenant, condition, fewer)?;
                    narrowest = cover.or(narrowest);
                }
                Ok(narrowest)
            }
            Condition::Or(any) => {
                let mut whole = Self::nobody();
                for condition in any {
                    let cover = Self::of(db, tenant, condition, most - whole.entries)?;
                    let Some(cover) = cover else {
                        return Ok(None);
                    };
                    whole.entries += cover.entries;
                    whole.tests.extend(cover.tests);
                }
                Ok(Some(whole))
            }
        }
    }

    fn nobody() -> Self {
        Self {
            tests: Vec::new(),
            entries: 0,
        }
    }

    /// Whether nobody can meet the condition.
    pub(super) fn is_nobody(&self) -> bool {
        self.entries == 0
    }

    /// Adds the query of their ids, each once.
    pub(super) fn push(&self, sql: &mut Sql, tenant: &str) {
        sql.push("SELECT DISTINCT user_id FROM (");
        for (number, test) in self.tests.iter().enumerate() {
            sql.push(if number == 0 { "" } else { " UNION ALL " });
            leaf::push_candidates(sql, tenant, test);
        }
        sql.push(") AS candidates");
    }
}

/// How many entries of an index pass, if one is of use and they are at most as many.
fn entries(
    db: &mut Connection<'_>,
    tenant: &str,
    test: &UserTest,
    most: i64,
) -> Result<Option<i64>, StoreError> {
    let mut sql = Sql::new(db.pattern());
    sql.push("SELECT COUNT(*) AS entries FROM (");
    if !leaf::push_candidates(&mut sql, tenant, test) {
        return Ok(None);
    }
    sql.push(" LIMIT ").bind(most + 1).push(") AS candidates");
    let entries = db.first(sql.text(), sql.values(), |row| row.get::<i64>("entries"))?;
    Ok(entries.filter(|entries| *entries <= most))
}
