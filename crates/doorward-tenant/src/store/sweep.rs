//! What is short-lived goes away by itself.

use jiff::{SignedDuration, Timestamp};

use super::connection::values;
use super::{Connection, StoreError};

/// A table whose rows end: a statement that deletes at most a batch of those that ended before `$1`.
///
/// `$2` bounds the batch: one commit stays short, and other writes get in between.
pub(crate) struct Ending {
    pub(crate) sql: &'static str,
    /// How long rows are kept after their end.
    pub(crate) grace: SignedDuration,
}

/// How many rows one unit of work deletes from one table at most.
pub(crate) const BATCH: i64 = 500;

/// Everything that ends. A new short-lived table adds its line here.
pub(crate) const ENDINGS: &[Ending] = &[
    Ending {
        sql: "DELETE FROM refresh_tokens WHERE (tenant_id, token_hash) IN (
            SELECT tenant_id, token_hash FROM refresh_tokens WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        sql: "DELETE FROM refresh_tokens WHERE (tenant_id, token_hash) IN (
            SELECT tenant_id, token_hash FROM refresh_tokens WHERE idle_expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        // Remembered, because a copy that comes late ends the family; but not for ever.
        sql: "DELETE FROM refresh_tokens WHERE (tenant_id, token_hash) IN (
            SELECT tenant_id, token_hash FROM refresh_tokens WHERE rotated_at < $1 LIMIT $2)",
        grace: super::refresh_tokens::REMEMBERED,
    },
    Ending {
        sql: "DELETE FROM replays WHERE (tenant_id, kind, value_hash) IN (
            SELECT tenant_id, kind, value_hash FROM replays WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::from_mins(1),
    },
    Ending {
        sql: "DELETE FROM login_failures WHERE (tenant_id, identifier, ip, connection_id) IN (
            SELECT tenant_id, identifier, ip, connection_id
            FROM login_failures WHERE last_at < $1 LIMIT $2)",
        grace: crate::domain::brute_force::BLOCK_LIFETIME,
    },
    Ending {
        sql: "DELETE FROM login_attempts WHERE (tenant_id, identifier, ip, connection_id) IN (
            SELECT tenant_id, identifier, ip, connection_id
            FROM login_attempts WHERE free_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        sql: "DELETE FROM logs WHERE (tenant_id, log_id) IN (
            SELECT tenant_id, log_id FROM logs WHERE date < $1 LIMIT $2)",
        grace: SignedDuration::from_hours(30 * 24),
    },
    Ending {
        sql: "DELETE FROM session_clients WHERE (tenant_id, session_id, client_id) IN (
            SELECT tenant_id, session_id, client_id FROM session_clients
            WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        sql: "DELETE FROM sessions WHERE (tenant_id, id) IN (
            SELECT tenant_id, id FROM sessions WHERE idle_expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        sql: "DELETE FROM login_transactions WHERE (tenant_id, state_hash) IN (
            SELECT tenant_id, state_hash FROM login_transactions WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        sql: "DELETE FROM authorization_codes WHERE (tenant_id, code_hash) IN (
            SELECT tenant_id, code_hash FROM authorization_codes WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::from_hours(24),
    },
    Ending {
        sql: "DELETE FROM device_codes WHERE (tenant_id, device_code_hash) IN (
            SELECT tenant_id, device_code_hash FROM device_codes WHERE expires_at < $1 LIMIT $2)",
        // A device that comes late is told that its code has expired.
        grace: SignedDuration::from_hours(1),
    },
    Ending {
        sql: "DELETE FROM tickets WHERE (tenant_id, ticket_hash) IN (
            SELECT tenant_id, ticket_hash FROM tickets WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::from_hours(7 * 24),
    },
    Ending {
        sql: "DELETE FROM passwordless_codes WHERE (tenant_id, connection_id, recipient) IN (
            SELECT tenant_id, connection_id, recipient FROM passwordless_codes WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::from_hours(1),
    },
    Ending {
        sql: "DELETE FROM pushed_requests WHERE (tenant_id, uri_hash) IN (
            SELECT tenant_id, uri_hash FROM pushed_requests WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        sql: "DELETE FROM outbox WHERE (tenant_id, id) IN (
            SELECT tenant_id, id FROM outbox WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        sql: "DELETE FROM jobs WHERE (tenant_id, id) IN (
            SELECT tenant_id, id FROM jobs WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        sql: "DELETE FROM job_files WHERE (tenant_id, job_id, position) IN (
            SELECT tenant_id, job_id, position FROM job_files WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
    Ending {
        sql: "DELETE FROM job_errors WHERE (tenant_id, job_id, position) IN (
            SELECT tenant_id, job_id, position FROM job_errors WHERE expires_at < $1 LIMIT $2)",
        grace: SignedDuration::ZERO,
    },
];

/// Deletes one batch of each table, and adds up the changes of counts. Answers whether there may be more.
pub(crate) fn sweep(db: &mut Connection<'_>, now: Timestamp) -> Result<bool, StoreError> {
    let mut is_more = super::user_counts::settle(db)?;
    for ending in ENDINGS {
        let before = now.checked_sub(ending.grace).unwrap_or(Timestamp::MIN);
        is_more |= db.execute(ending.sql, values![before, BATCH])? == BATCH as u64;
    }
    Ok(is_more)
}

#[cfg(test)]
mod growth;

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::authorization_code::AuthorizationCode;
    use crate::domain::device_code::Asked;
    use crate::domain::parameters::Parameters;
    use crate::domain::passwordless::CodeDetail;
    use crate::domain::refresh_token::RefreshToken;
    use crate::domain::session::{Session, SessionDetail};
    use crate::domain::ticket::{Ticket, TicketDetail, TicketKind};
    use crate::store::login_transactions::Key;
    use crate::store::outbox::OutboxRow;
    use crate::store::passwordless_codes::{PasswordlessCodeRow, Recipient};
    use crate::store::testing::TestStore;
    use crate::store::{
        authorization_codes, device_codes, login_transactions, outbox, passwordless_codes,
        pushed_requests, refresh_tokens, sessions, tickets,
    };

    const TABLES: [&str; 9] = [
        "sessions",
        "session_clients",
        "login_transactions",
        "authorization_codes",
        "device_codes",
        "tickets",
        "passwordless_codes",
        "pushed_requests",
        "outbox",
    ];

    fn hour(hour: i64) -> Timestamp {
        Timestamp::from_second(hour * 3600).unwrap()
    }

    fn session() -> Session {
        Session {
            id: "sid".to_owned(),
            user_id: "auth0|1".to_owned(),
            connection_id: "con".to_owned(),
            detail: SessionDetail::default(),
            metadata: None,
            is_persistent: true,
            created_at: hour(0),
            updated_at: hour(0),
            authenticated_at: hour(0),
            last_interacted_at: hour(0),
            idle_expires_at: hour(72),
            expires_at: hour(168),
        }
    }

    fn code() -> AuthorizationCode {
        let grant = json!({
            "user_id": "auth0|1", "connection_id": "con", "scope": "", "requested_scope": "",
            "authenticated_at": 0, "is_hybrid": false,
        });
        AuthorizationCode {
            client_id: "app".to_owned(),
            grant: serde_json::from_value(grant).unwrap(),
            expires_at: hour(1),
            used_at: None,
            family: "family".to_owned(),
        }
    }

    fn fill(db: &mut Connection<'_>) -> Result<(), StoreError> {
        sessions::insert(db, "t", "cookie", &session())?;
        sessions::touch(db, "t", &session(), "app")?;
        let key = Key {
            state: "state".to_owned(),
            browser: "device".to_owned(),
        };
        let transaction = json!({"stage": "logging_in", "username": null, "request": {
            "client_id": "app", "redirect_uri_was_sent": true, "scope": "",
            "response_type": {"code": true, "token": false, "id_token": false},
            "destination": {"redirect_uri": "https://a.example", "response_mode": "query"},
            "prompt": {"none": false, "login": false, "consent": false, "select_account": false},
        }});
        let transaction = serde_json::from_value(transaction).unwrap();
        login_transactions::insert(db, "t", &key, &transaction, hour(1))?;
        authorization_codes::insert(db, "t", "code", &code())?;
        let asked = Asked {
            scope: String::new(),
            audience: None,
        };
        device_codes::insert(db, "t", ("code", &[1; 32]), ("app", &asked), hour(1))?;
        let ticket = Ticket {
            user_id: "auth0|1".to_owned(),
            detail: TicketDetail::default(),
            expires_at: hour(120),
            used_at: None,
        };
        tickets::insert(
            db,
            "t",
            TicketKind::PasswordChange,
            "ticket",
            &ticket,
            hour(0),
        )?;
        let to = Recipient {
            connection_id: "con".to_owned(),
            address: "a@b.example".to_owned(),
        };
        let sealed = PasswordlessCodeRow {
            code: vec![1],
            detail: CodeDetail::default(),
            attempts: 0,
            expires_at: hour(1),
        };
        passwordless_codes::replace(db, "t", &to, &sealed)?;
        pushed_requests::insert(db, "t", "urn:1", "app", &Parameters::default(), hour(1))?;
        let message = OutboxRow {
            tenant_id: "t".to_owned(),
            id: "1".to_owned(),
            recipient: "a@b.example".to_owned(),
            message: vec![1],
            created_at: hour(0),
            attempts: 0,
            next_attempt_at: None,
            expires_at: hour(168),
        };
        outbox::insert(db, &message)
    }

    fn counts(db: &mut Connection<'_>) -> Result<Vec<i64>, StoreError> {
        TABLES
            .iter()
            .map(|table| {
                let sql = format!("SELECT COUNT(*) AS rows_there FROM {table}");
                Ok(db
                    .first(&sql, values![], |row| row.get("rows_there"))?
                    .unwrap_or_default())
            })
            .collect()
    }

    #[tokio::test]
    async fn after_a_month_nothing_of_a_login_is_left() {
        for test in TestStore::each().await {
            test.run(fill).await;
            assert_eq!(
                test.run(counts).await,
                vec![1; TABLES.len()],
                "{}",
                test.engine
            );
            test.run(|db| sweep(db, hour(0))).await;
            assert_eq!(
                test.run(counts).await,
                vec![1; TABLES.len()],
                "{}",
                test.engine
            );
            assert!(
                !test.run(|db| sweep(db, hour(30 * 24))).await,
                "{}",
                test.engine
            );
            assert_eq!(
                test.run(counts).await,
                vec![0; TABLES.len()],
                "{}",
                test.engine
            );
        }
    }

    fn rotating(id: &str) -> RefreshToken {
        RefreshToken {
            id: id.to_owned(),
            family: "family".to_owned(),
            client_id: "app".to_owned(),
            user_id: "auth0|1".to_owned(),
            session_id: None,
            audience: String::new(),
            scope: String::new(),
            is_rotating: true,
            authenticated_at: None,
            created_at: hour(0),
            last_exchanged_at: None,
            expires_at: None,
            idle_expires_at: None,
            metadata: None,
            rotated_at: None,
            successor_spent: false,
            confirmation: None,
        }
    }

    #[tokio::test]
    async fn of_tokens_that_never_expire_the_exchanged_ones_do() {
        for test in TestStore::each().await {
            test.run(|db| {
                refresh_tokens::insert(db, "t", "old", &rotating("1"), None)?;
                refresh_tokens::mark_rotated(db, "t", "old", hour(0))?;
                refresh_tokens::insert(db, "t", "new", &rotating("2"), Some("old"))
            })
            .await;
            let there = |db: &mut Connection<'_>| {
                let old = refresh_tokens::find(db, "t", "app", "old")?;
                let new = refresh_tokens::find(db, "t", "app", "new")?;
                Ok((old.is_some(), new.is_some()))
            };
            for (day, expected) in [(29, (true, true)), (31, (false, true))] {
                test.run(move |db| sweep(db, hour(day * 24))).await;
                assert_eq!(test.run(there).await, expected, "{}", test.engine);
            }
        }
    }
}
