//! Single sign-on: whether this browser is logged in already, and logging it in.

use axum::http::HeaderMap;
use jiff::Timestamp;

use super::answer::LoginError;
use super::cookies::{self, Cookies};
use crate::domain::connection::{Connection, Strategy};
use crate::domain::session::{Session, SessionDetail, SessionLifetimes};
use crate::domain::user::User;
use crate::http::Context;
use crate::store::{self, StoreError, sessions, users};

/// The session of this browser, if it still counts, and whose it is.
pub(crate) async fn current(
    cx: &Context,
    cookies: &Cookies,
) -> Result<Option<(Session, User)>, StoreError> {
    let Some(handle) = cookies.session.clone() else {
        return Ok(None);
    };
    let (tenant, now) = (cx.tenant_id(), cx.now());
    cx.store()
        .read(move |db| {
            let session = sessions::find(db, &tenant, &handle)?;
            let Some(session) = session.filter(|session| session.is_alive(now)) else {
                return Ok(None);
            };
            let user = users::find(db, &tenant, &session.user_id)?;
            Ok(user.map(|user| (session, user)))
        })
        .await
}

/// A session that is about to begin, or to be renewed by a new login of the same user.
#[derive(Clone)]
pub(crate) struct NewSession {
    pub(crate) session: Session,
    /// The secret of its cookie. Always a new one: nobody can have planted it before the login.
    pub(crate) handle: String,
    /// The session that this browser had before.
    previous: Option<Session>,
}

impl NewSession {
    /// The session of `user`, who just proved who they are.
    pub(crate) async fn begin(
        cx: &Context,
        cookies: &Cookies,
        user: &User,
        connection: &Connection,
    ) -> Result<Self, LoginError> {
        let settings = cx.tenant.configuration.settings().await?;
        let lifetimes = SessionLifetimes::of(&settings);
        let (now, entropy) = (cx.now(), &cx.server.entropy);
        let previous = current(cx, cookies).await?.map(|(session, _)| session);
        let same = previous
            .clone()
            .filter(|session| session.user_id == user.user_id);
        let session = match same {
            Some(session) => renewed(cx, session, connection, &lifetimes, now),
            None => Session {
                id: entropy.secret::<24>(),
                user_id: user.user_id.clone(),
                connection_id: connection.id.clone(),
                detail: detail(cx, connection),
                metadata: None,
                is_persistent: lifetimes.is_persistent,
                created_at: now,
                updated_at: now,
                authenticated_at: now,
                last_interacted_at: now,
                idle_expires_at: lifetimes.idle_end(now).min(lifetimes.absolute_end(now)),
                expires_at: lifetimes.absolute_end(now),
            },
        };
        Ok(Self {
            session,
            handle: cookies::new_session_handle(entropy),
            previous,
        })
    }

    /// Stores the session in place of the one that this browser had, and counts the login. Answers `false` when the
    /// user was deleted meanwhile: then nothing is stored.
    pub(crate) fn store(
        &self,
        db: &mut store::Connection<'_>,
        tenant: &str,
    ) -> Result<bool, StoreError> {
        let (session, ip) = (&self.session, &self.session.detail.last_ip);
        let at = session.authenticated_at;
        // Whoever deletes the user writes the same row: no session is left over by passing by each other.
        if !users::record_login(db, tenant, &session.user_id, ip, at)? {
            return Ok(false);
        }
        match &self.previous {
            Some(previous) if previous.id == session.id => {
                sessions::remove(db, tenant, &previous.id)?;
            }
            Some(previous) => {
                sessions::end(db, tenant, &previous.id)?;
            }
            None => {}
        }
        sessions::insert(db, tenant, &self.handle, session)?;
        Ok(true)
    }

    /// Sets the cookie of the session.
    pub(crate) fn set_cookie(&self, headers: &mut HeaderMap) {
        cookies::set_session(headers, &self.handle, &self.session);
    }
}

fn renewed(
    cx: &Context,
    mut session: Session,
    connection: &Connection,
    lifetimes: &SessionLifetimes,
    now: Timestamp,
) -> Session {
    session.touch(lifetimes, now);
    session.authenticated_at = now;
    session.connection_id = connection.id.clone();
    note_device(cx, &mut session);
    session
}

fn detail(cx: &Context, connection: &Connection) -> SessionDetail {
    let (ip, agent) = (cx.caller.ip.to_string(), cx.caller.user_agent.clone());
    SessionDetail {
        initial_ip: ip.clone(),
        initial_user_agent: agent.clone(),
        last_ip: ip,
        last_user_agent: agent,
        method: match connection.strategy {
            Strategy::Email => "email",
            Strategy::Sms => "sms",
            Strategy::Database | Strategy::Other => "pwd",
        }
        .to_owned(),
    }
}

/// Notes where a session was used from.
pub(crate) fn note_device(cx: &Context, session: &mut Session) {
    session.detail.last_ip = cx.caller.ip.to_string();
    session
        .detail
        .last_user_agent
        .clone_from(&cx.caller.user_agent);
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    use super::*;
    use crate::domain::user::Document;
    use crate::store::testing::TestStore;
    use crate::store::user_changes;
    use crate::store::users::NewUser;

    const USER: &str = "auth0|1";
    const AT: Timestamp = Timestamp::UNIX_EPOCH;

    fn session() -> NewSession {
        NewSession {
            session: Session {
                id: "id".to_owned(),
                user_id: USER.to_owned(),
                connection_id: "con".to_owned(),
                detail: SessionDetail::default(),
                metadata: None,
                is_persistent: true,
                created_at: AT,
                updated_at: AT,
                authenticated_at: AT,
                last_interacted_at: AT,
                idle_expires_at: Timestamp::MAX,
                expires_at: Timestamp::MAX,
            },
            handle: "handle".to_owned(),
            previous: None,
        }
    }

    fn insert(db: &mut store::Connection<'_>) -> Result<(), StoreError> {
        let new = NewUser {
            provider: "auth0",
            identity_id: "1",
            connection_id: "con",
            connection_name: "c",
            document: &Document::default(),
            identifiers: &[],
            is_blocked: false,
            password_hash: None,
            now: AT,
        };
        users::insert(db, "t", &new).map(drop)
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn no_session_outlives_its_user() {
        for test in TestStore::each().await {
            test.run(insert).await;
            let is_stored = Arc::new(AtomicBool::new(false));
            let (store, storing) = (test.store.clone(), Arc::clone(&is_stored));
            let login = tokio::spawn(async move {
                let unit = move |db: &mut store::Connection<'_>| {
                    let outcome = session().store(db, "t")?;
                    storing.store(true, Ordering::Relaxed);
                    std::thread::sleep(Duration::from_millis(300));
                    Ok::<_, StoreError>(outcome)
                };
                store.write(unit).await
            });
            while !is_stored.load(Ordering::Relaxed) {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            let deleted = test.run(|db| user_changes::delete(db, "t", USER, AT)).await;
            assert!(deleted, "{}", test.engine);
            login.await.unwrap().unwrap();
            let left = test.run(|db| sessions::find(db, "t", "handle")).await;
            assert!(left.is_none(), "{}", test.engine);
            let late = test.run(|db| session().store(db, "t")).await;
            assert!(!late, "there is nobody whose it could be");
        }
    }
}
