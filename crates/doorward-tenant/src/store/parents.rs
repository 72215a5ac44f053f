//! Rows that others hang on, and how both end together.
//!
//! A unit that makes a row looks first whether there is what it belongs to: a grant its client, a user their connection.
//! A unit that deletes that looks for all that belongs to it. Run at once on PostgreSQL, either could miss what the other
//! writes: it sees one snapshot. So the first holds what it builds on, and the second waits for all who do before it takes
//! its snapshot. Users end one by one and far more often than what they belong to: who builds on one writes its row instead
//! (see [`super::users::hold`]), and one of the two runs again.

use super::connection::values;
use super::{Connection, StoreError};

/// What others belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Parent {
    Client,
    Connection,
    /// An API, known by its identifier.
    ResourceServer,
    Role,
}

impl Parent {
    fn table(self) -> &'static str {
        match self {
            Self::Client => "clients",
            Self::Connection => "connections",
            Self::ResourceServer => "resource_servers",
            Self::Role => "roles",
        }
    }

    fn find(self) -> &'static str {
        match self {
            Self::Client => {
                "SELECT 1 AS found FROM clients WHERE tenant_id = $1 AND client_id = $2"
            }
            Self::Connection => {
                "SELECT 1 AS found FROM connections WHERE tenant_id = $1 AND id = $2"
            }
            Self::ResourceServer => {
                "SELECT 1 AS found FROM resource_servers WHERE tenant_id = $1 AND identifier = $2"
            }
            Self::Role => "SELECT 1 AS found FROM roles WHERE tenant_id = $1 AND id = $2",
        }
    }
}

/// Whether there is such a thing. It stays until this unit has ended, so that others can be made to belong to it.
pub(crate) fn hold(
    db: &mut Connection<'_>,
    parent: Parent,
    tenant: &str,
    id: &str,
) -> Result<bool, StoreError> {
    let mut sql = parent.find().to_owned();
    sql.push_str(db.holding());
    let found = db.first(&sql, values![tenant, id], |_| Ok(()))?;
    Ok(found.is_some())
}

/// Waits until nobody holds anything of this kind, and lets nobody until this unit has ended: to be called first by a
/// unit that deletes one.
pub(crate) fn close(db: &mut Connection<'_>, parent: Parent) -> Result<(), StoreError> {
    db.lock_out(parent.table())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    use jiff::Timestamp;

    use super::*;
    use crate::domain::user::Document;
    use crate::store::testing::TestStore;
    use crate::store::user_roles::Assigned;
    use crate::store::users::{self, NewUser};
    use crate::store::{
        client_grants, clients, connections, resource_servers, roles, user_changes, user_roles,
    };

    const ROWS: &[&str] = &[
        "INSERT INTO clients (tenant_id, client_id, name, is_global, is_first_party, app_type, secret, document, created_at)
            VALUES ('t', 'client', '', FALSE, TRUE, '', '', '{}', 0)",
        "INSERT INTO connections (tenant_id, id, name, sort_name, strategy, document, created_at)
            VALUES ('t', 'con', 'c', 'c', 'auth0', '{}', 0)",
        "INSERT INTO resource_servers (tenant_id, id, identifier, is_system, document, created_at)
            VALUES ('t', 'api', 'urn:api', FALSE, '{}', 0)",
        "INSERT INTO roles (tenant_id, id, name, document) VALUES ('t', 'role', 'r', '{}')",
    ];

    fn permission() -> [(String, String); 1] {
        [("urn:api".to_owned(), "read".to_owned())]
    }

    type Unit = fn(&mut Connection<'_>) -> Result<bool, StoreError>;

    /// Makes something that belongs to something else while that is deleted. Whoever comes first, nothing is left over.
    async fn race(make: Unit, delete: Unit, left: &'static str) {
        for test in TestStore::each().await {
            test.run(|db| {
                for row in ROWS {
                    db.execute(row, values![])?;
                }
                user(db, "held")
            })
            .await;
            let is_made = Arc::new(AtomicBool::new(false));
            let (store, making) = (test.store.clone(), Arc::clone(&is_made));
            let maker = tokio::spawn(async move {
                store
                    .write(move |db| {
                        let outcome = make(db)?;
                        making.store(true, Ordering::Relaxed);
                        std::thread::sleep(Duration::from_millis(300));
                        Ok::<_, StoreError>(outcome)
                    })
                    .await
            });
            while !is_made.load(Ordering::Relaxed) {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            assert!(test.store.write(delete).await.unwrap(), "{}", test.engine);
            maker.await.unwrap().unwrap();
            let count = test
                .run(move |db| db.first(left, values![], |row| row.get::<i64>("total")))
                .await;
            assert_eq!(count, Some(0), "{left} on {}", test.engine);
            let again = test.store.write(make).await.unwrap();
            assert!(!again, "there is nothing to build on");
        }
    }

    fn user(db: &mut Connection<'_>, id: &str) -> Result<bool, StoreError> {
        let new = NewUser {
            provider: "auth0",
            identity_id: id,
            connection_id: "con",
            connection_name: "c",
            document: &Document::default(),
            identifiers: &[],
            is_blocked: false,
            password_hash: None,
            now: Timestamp::UNIX_EPOCH,
        };
        Ok(users::insert(db, "t", &new)?.is_some())
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn no_grant_outlives_its_client() {
        race(
            |db| {
                let is_there = hold(db, Parent::Client, "t", "client")?;
                if is_there {
                    let grant = client_grants::ClientGrantRow {
                        id: "grant".into(),
                        client_id: "client".into(),
                        audience: "urn:api".into(),
                        subject_type: "client".into(),
                        document: serde_json::Map::new(),
                    };
                    client_grants::insert(db, "t", &grant)?;
                    connections::enable(db, "t", "con", "client")?;
                }
                Ok(is_there)
            },
            |db| {
                close(db, Parent::Client)?;
                clients::delete(db, "t", "client")
            },
            "SELECT (SELECT COUNT(*) FROM client_grants) + (SELECT COUNT(*) FROM connection_clients) AS total",
        )
        .await;
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn no_user_outlives_their_connection() {
        race(
            |db| Ok(hold(db, Parent::Connection, "t", "con")? && user(db, "new")?),
            |db| {
                close(db, Parent::Connection)?;
                for (_, _, user_id) in connections::identities(db, "t", "con", 10)? {
                    user_changes::delete(db, "t", &user_id, Timestamp::UNIX_EPOCH)?;
                }
                connections::delete(db, "t", "con")
            },
            "SELECT COUNT(*) AS total FROM users",
        )
        .await;
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn nobody_keeps_a_role_or_a_permission_of_what_is_gone() {
        race(
            |db| {
                let is_there = hold(db, Parent::Role, "t", "role")?;
                let role = ["role".to_owned()];
                Ok(
                    is_there
                        && user_roles::assign(db, "t", "auth0|held", &role)? == Assigned::Given,
                )
            },
            |db| {
                close(db, Parent::Role)?;
                roles::delete(db, "t", "role")
            },
            "SELECT COUNT(*) AS total FROM user_roles",
        )
        .await;
        race(
            |db| {
                let is_there = hold(db, Parent::ResourceServer, "t", "urn:api")?;
                if is_there {
                    user_roles::permit(db, "t", "auth0|held", &permission())?;
                }
                Ok(is_there)
            },
            |db| {
                close(db, Parent::ResourceServer)?;
                match resource_servers::find(db, "t", "api")? {
                    Some(api) => resource_servers::delete(db, "t", &api),
                    None => Ok(false),
                }
            },
            "SELECT COUNT(*) AS total FROM user_permissions",
        )
        .await;
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn no_permission_waits_for_the_next_user_of_an_id() {
        race(
            |db| {
                let is_there = users::hold(db, "t", "auth0|held")?;
                if is_there {
                    user_roles::permit(db, "t", "auth0|held", &permission())?;
                }
                Ok(is_there)
            },
            |db| user_changes::delete(db, "t", "auth0|held", Timestamp::UNIX_EPOCH),
            "SELECT COUNT(*) AS total FROM user_permissions",
        )
        .await;
    }
}
