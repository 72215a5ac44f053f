//! One comparison of users as SQL.

use super::Sql;
use crate::domain::search::users::{IntegerColumn, TextColumn, UserTest};
use crate::domain::search::{Span, TextTest};

/// How a statement finds out whether a user has a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lookup {
    /// It reads once who has it. For statements that look at most users.
    List,
    /// It asks the index for each user. For statements that look at few.
    Each,
}

/// Adds a comparison of the user whose row is `users`.
pub(super) fn push(sql: &mut Sql, tenant: &str, lookup: Lookup, test: &UserTest) {
    match test {
        UserTest::Text(column, test) => {
            let column = match column {
                TextColumn::UserId => "users.user_id",
                TextColumn::LastIp => "users.last_ip",
            };
            // Without a value it is not so, which `NOT` must see as false and not as unknown.
            sql.push("COALESCE(")
                .text_test(column, test)
                .push(", FALSE)");
        }
        UserTest::Integer(column, span) => integer(sql, *column, *span),
        UserTest::Blocked(is_blocked) => {
            sql.push("users.is_blocked = ").bind(*is_blocked);
        }
        UserTest::Term { .. } | UserTest::Below(_) | UserTest::Number { .. } => match lookup {
            Lookup::List => {
                sql.push("users.user_id IN (SELECT user_id FROM user_terms WHERE ");
                terms(sql, tenant, test, Columns::INDEXED);
                sql.push(")");
            }
            Lookup::Each => {
                let columns = if is_exact(test) {
                    Columns::INDEXED
                } else {
                    Columns::HIDDEN
                };
                sql.push("EXISTS (SELECT 1 FROM user_terms WHERE user_id = users.user_id AND ");
                terms(sql, tenant, test, columns);
                // PostgreSQL would make a list of it if it did not have to count.
                sql.push(" LIMIT 1 OFFSET 0)");
            }
        },
    }
}

/// Adds the query of the ids of all who may pass, perhaps of some more and some twice, when an index knows them.
/// Answers whether one does.
pub(super) fn push_candidates(sql: &mut Sql, tenant: &str, test: &UserTest) -> bool {
    const TERMS: &str = "SELECT user_id FROM user_terms WHERE ";
    const USERS: &str = "SELECT users.user_id FROM users WHERE users.tenant_id = ";
    let range = |test: &TextTest| match test {
        // What an index finds of it is how it begins.
        TextTest::Pattern(pieces) => pieces
            .first()
            .filter(|prefix| !prefix.is_empty())
            .map(|prefix| TextTest::Prefix(prefix.clone())),
        test => Some(test.clone()),
    };
    match test {
        UserTest::Term { fields, test } => {
            let Some(test) = range(test) else {
                return false;
            };
            let fields = fields.clone();
            let wider = UserTest::Term { fields, test };
            terms(sql.push(TERMS), tenant, &wider, Columns::INDEXED);
        }
        UserTest::Below(_) | UserTest::Number { .. } => {
            terms(sql.push(TERMS), tenant, test, Columns::INDEXED);
        }
        UserTest::Text(TextColumn::UserId, test) => {
            let Some(test) = range(test) else {
                return false;
            };
            sql.push(USERS).bind(tenant).push(" AND ");
            sql.text_test("users.user_id", &test);
        }
        UserTest::Integer(IntegerColumn::CreatedAt, Some(span)) => {
            sql.push(USERS).bind(tenant).push(" AND ");
            integer(sql, IntegerColumn::CreatedAt, Some(*span));
        }
        UserTest::Text(TextColumn::LastIp, _) | UserTest::Integer(..) | UserTest::Blocked(_) => {
            return false;
        }
    }
    true
}

/// Adds the query that counts who passes, if terms alone tell.
pub(super) fn push_count(sql: &mut Sql, tenant: &str, test: &UserTest) -> bool {
    if !matches!(
        test,
        UserTest::Term { .. } | UserTest::Below(_) | UserTest::Number { .. }
    ) {
        return false;
    }
    let is_once = matches!(test, UserTest::Term { fields, .. } if fields.len() == 1);
    let counted = if is_once && is_exact(test) {
        "*"
    } else {
        "DISTINCT user_id"
    };
    sql.push("SELECT COUNT(").push(counted);
    sql.push(") AS users FROM user_terms WHERE ");
    terms(sql, tenant, test, Columns::INDEXED);
    true
}

/// Whether a user has each term that passes once at most in each field, so that the whole key of its row is known.
fn is_exact(test: &UserTest) -> bool {
    matches!(
        test,
        UserTest::Term {
            test: TextTest::Equals(_),
            ..
        }
    )
}

/// How the columns of terms are written.
struct Columns {
    field: &'static str,
    term: &'static str,
    number: &'static str,
}

impl Columns {
    const INDEXED: Self = Self {
        field: "field",
        term: "term",
        number: "number",
    };
    /// So that the index by terms is not thought of, which would be read for each user anew: there remains the one by
    /// users.
    const HIDDEN: Self = Self {
        field: "(field || '')",
        term: "(term || '')",
        number: "(number + 0)",
    };
}

/// Adds what a term must be for its user to pass.
fn terms(sql: &mut Sql, tenant: &str, test: &UserTest, columns: Columns) {
    sql.push("tenant_id = ").bind(tenant).push(" AND ");
    sql.push(columns.field);
    match test {
        UserTest::Term { fields, test } => {
            sql.push(" IN ").bind_all(fields.iter().cloned());
            if *test != TextTest::Any {
                sql.push(" AND ").text_test(columns.term, test);
            }
            if matches!(test, TextTest::Range { .. }) {
                sql.push(" AND number IS NULL");
            }
        }
        UserTest::Below(prefix) => {
            sql.push(" IS NOT NULL AND ");
            sql.text_test(columns.field, &TextTest::Prefix(prefix.clone()));
        }
        UserTest::Number { field, from, to } => {
            sql.push(" = ").bind(field).push(" AND number IS NOT NULL");
            for (end, operators) in [(from, [" >= ", " > "]), (to, [" <= ", " < "])] {
                if let Some((number, is_inclusive)) = end {
                    let operator = operators[usize::from(!is_inclusive)];
                    sql.push(" AND ").push(columns.number).push(operator);
                    sql.bind(*number);
                }
            }
        }
        // Columns of the user's own row.
        UserTest::Text(..) | UserTest::Integer(..) | UserTest::Blocked(_) => {
            sql.push(" IS NULL");
        }
    }
}

fn integer(sql: &mut Sql, column: IntegerColumn, span: Option<Span>) {
    // A user who never logged in has neither a count nor a last login.
    let column = match column {
        IntegerColumn::CreatedAt => "users.created_at",
        IntegerColumn::UpdatedAt => "users.updated_at",
        IntegerColumn::LastLogin => "users.last_login",
        IntegerColumn::LoginsCount => "NULLIF(users.logins_count, 0)",
    };
    sql.push("(").push(column).push(" IS NOT NULL");
    if let Some(span) = span {
        if let Some(from) = span.from {
            sql.push(" AND ").push(column).push(" >= ").bind(from);
        }
        if let Some(until) = span.until {
            sql.push(" AND ").push(column).push(" < ").bind(until);
        }
    }
    sql.push(")");
}
