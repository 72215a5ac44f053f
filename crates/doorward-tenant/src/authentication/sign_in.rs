//! Signing a user in with a password, wherever it was typed: the password grants and the login page.

use std::net::IpAddr;
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::domain::brute_force::{BruteForceProtection, Consequence};
use crate::domain::client::Client;
use crate::domain::connection::Connection;
use crate::domain::password::{MalformedHash, Password, StoredPassword, Verdict};
use crate::domain::user::{LoginIdentifier, User};
use crate::events::{Event, kind};
use crate::hashing::HashingError;
use crate::http::Context;
use crate::login::tickets;
use crate::store::login_failures::{self, Counter};
use crate::store::users::{self, Login};
use crate::store::{self, StoreError};

/// Who wants to sign in, and what they typed.
pub(crate) struct Attempt<'a> {
    pub(crate) client: &'a Client,
    pub(crate) connection: &'a Arc<Connection>,
    /// E-mail address, username or telephone number.
    pub(crate) username: &'a str,
    pub(crate) password: &'a str,
    /// Where the person is; for a trusted server that speaks for them, not where the server is.
    pub(crate) ip: IpAddr,
}

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SignInFault {
    /// No such user, or another password: nobody outside may tell which.
    #[error("wrong username or password")]
    WrongCredentials,
    /// Too many failures; passwords are not looked at any more.
    #[error("blocked after too many failed logins")]
    TooManyAttempts,
    /// An administrator blocked this user. Told only to those who know the password.
    #[error("the user {0} is blocked")]
    Blocked(String),
    #[error("password not checked")]
    Hashing(#[from] HashingError),
    #[error("store failed")]
    Store(#[from] StoreError),
}

impl From<MalformedHash> for SignInFault {
    fn from(_: MalformedHash) -> Self {
        Self::Store(StoreError::Nonsense {
            table: "identities",
            column: "password_hash",
        })
    }
}

impl From<SignInFault> for super::AuthenticationError {
    fn from(fault: SignInFault) -> Self {
        use crate::http::OAuthError;
        match fault {
            SignInFault::WrongCredentials => {
                OAuthError::invalid_grant("Wrong email or password.").into()
            }
            SignInFault::TooManyAttempts => OAuthError::too_many_attempts().into(),
            SignInFault::Blocked(_) => OAuthError::blocked_user().into(),
            SignInFault::Hashing(error) => error.into(),
            SignInFault::Store(error) => error.into(),
        }
    }
}

/// Checks a password and counts the outcome. The login itself is counted by whoever issues tokens.
///
/// # Errors
///
/// See [`SignInFault`]. Takes as long for an unknown user as for a wrong password.
pub(crate) async fn with_password(
    cx: &Context,
    attempt: &Attempt<'_>,
) -> Result<User, SignInFault> {
    let identifier = LoginIdentifier::typed(attempt.username);
    let protection = protection(attempt.connection);
    let is_counted = protection.applies_to(Some(attempt.ip));
    let counter = Counter {
        connection_id: attempt.connection.id.clone(),
        identifier: identifier.value.chars().take(256).collect(),
        ip: if protection.counts_by_ip {
            attempt.ip.to_string()
        } else {
            String::new()
        },
    };
    let (failures, login) = look_up(cx, attempt, &identifier, &counter).await?;
    if is_counted && protection.is_blocked(failures, cx.now()) {
        return Err(SignInFault::TooManyAttempts);
    }
    let verdict = check(cx, attempt.password, login.as_ref()).await?;
    let (login, needs_rehash) = match (login, verdict) {
        (Some(login), Verdict::Match { needs_rehash }) => (login, needs_rehash),
        (login, _) => {
            record_failure(cx, attempt, login.as_ref());
            let user = login.as_ref().map(|login| &login.user);
            return Err(fail(
                cx,
                attempt,
                user,
                is_counted.then_some(&protection),
                counter,
            )
            .await?);
        }
    };
    if failures.count > 0 {
        let (tenant, counter) = (cx.tenant_id(), counter);
        let clear = move |db: &mut store::Connection<'_>| {
            login_failures::clear(db, &tenant, &counter.identifier, Some(&counter.ip))
        };
        cx.store().write(clear).await?;
    }
    if needs_rehash {
        rehash(cx, attempt.password, &login).await?;
    }
    if login.user.is_blocked {
        let event = Event::new(kind::LOGIN_FAILED, "user is blocked").client(attempt.client);
        cx.record_from(
            &event.connection(attempt.connection).user(&login.user),
            attempt.ip,
        );
        return Err(SignInFault::Blocked(login.user.user_id));
    }
    Ok(login.user)
}

/// Counts wrong one-time codes as wrong passwords are counted: by name and address.
pub(crate) struct Guard {
    protection: BruteForceProtection,
    counter: Counter,
}

impl Guard {
    /// For somebody at the caller's address who says to be `identifier`.
    pub(crate) fn of(cx: &Context, connection: &Connection, identifier: &str) -> Self {
        let protection = protection(connection);
        let ip = cx.caller.ip;
        Self {
            counter: Counter {
                connection_id: connection.id.clone(),
                identifier: identifier.to_lowercase().chars().take(256).collect(),
                ip: if protection.counts_by_ip {
                    ip.to_string()
                } else {
                    String::new()
                },
            },
            protection,
        }
    }

    /// Whether nothing is looked at any more.
    pub(crate) async fn is_blocked(&self, cx: &Context) -> Result<bool, StoreError> {
        if !self.protection.applies_to(Some(cx.caller.ip)) {
            return Ok(false);
        }
        let (tenant, counter) = (cx.tenant_id(), self.counter.clone());
        let failures = cx
            .store()
            .read(move |db| login_failures::find(db, &tenant, &counter));
        let failures: Result<_, StoreError> = failures.await;
        Ok(self.protection.is_blocked(failures?, cx.now()))
    }

    /// Counts a failure.
    pub(crate) async fn fail(&self, cx: &Context) -> Result<(), StoreError> {
        if self.protection.applies_to(Some(cx.caller.ip)) {
            count(cx, self.protection.clone(), self.counter.clone(), cx.now()).await?;
        }
        Ok(())
    }
}

/// The settings of brute-force protection; a connection may switch it off for itself.
fn protection(connection: &Connection) -> BruteForceProtection {
    let is_on = connection
        .option("brute_force_protection")
        .as_bool()
        .unwrap_or(true);
    BruteForceProtection::from_json(&json!({ "enabled": is_on }))
}

async fn look_up(
    cx: &Context,
    attempt: &Attempt<'_>,
    identifier: &LoginIdentifier,
    counter: &Counter,
) -> Result<(crate::domain::brute_force::Failures, Option<Login>), StoreError> {
    let (tenant, connection) = (cx.tenant_id(), attempt.connection.id.clone());
    let (identifier, counter) = (identifier.clone(), counter.clone());
    cx.store()
        .read(move |db| {
            let failures = login_failures::find(db, &tenant, &counter)?;
            let login = users::find_login(db, &tenant, &connection, &identifier)?;
            Ok((failures, login))
        })
        .await
}

async fn check(
    cx: &Context,
    password: &str,
    login: Option<&Login>,
) -> Result<Verdict, SignInFault> {
    let stored = login.and_then(|login| login.password_hash.as_deref());
    let stored = stored.map(StoredPassword::parse).transpose()?;
    let Some(password) = Password::new(password) else {
        return Ok(Verdict::Mismatch); // longer than any password that was ever accepted
    };
    Ok(cx.server.hashing.verify(password, stored).await?)
}

/// Notes a wrong password of a known user, or a name that nobody has. Only the log tells them apart.
fn record_failure(cx: &Context, attempt: &Attempt<'_>, login: Option<&Login>) {
    let kind = match login {
        Some(_) => kind::WRONG_PASSWORD,
        None => kind::UNKNOWN_USER,
    };
    let mut event = Event::new(kind, "Wrong email or password.")
        .client(attempt.client)
        .connection(attempt.connection)
        .details(json!({"error": {"message": "Wrong email or password."}}));
    if let Some(login) = login {
        event = event.user(&login.user);
    }
    cx.record_from(&event.user_name(attempt.username), attempt.ip);
}

/// Counts a failure and says which fault it is. Without protection nothing is counted.
async fn fail(
    cx: &Context,
    attempt: &Attempt<'_>,
    user: Option<&User>,
    protection: Option<&BruteForceProtection>,
    counter: Counter,
) -> Result<SignInFault, StoreError> {
    let Some(protection) = protection else {
        return Ok(SignInFault::WrongCredentials);
    };
    let consequence = count(cx, protection.clone(), counter, cx.now()).await?;
    if consequence == Consequence::NowBlocked && protection.blocks {
        let event = Event::new(
            kind::ACCOUNT_BLOCKED,
            "Blocked after too many failed logins",
        );
        let event = event.client(attempt.client).connection(attempt.connection);
        cx.record_from(&event.user_name(attempt.username), attempt.ip);
        if let Some(user) = user.filter(|_| protection.notifies_user) {
            tickets::notify_blocked(cx, attempt.client, user, attempt.ip).await;
        }
        return Ok(SignInFault::TooManyAttempts);
    }
    Ok(SignInFault::WrongCredentials)
}

async fn count(
    cx: &Context,
    protection: BruteForceProtection,
    counter: Counter,
    now: Timestamp,
) -> Result<Consequence, StoreError> {
    let tenant = cx.tenant_id();
    cx.store()
        .write(move |db| {
            let failures = login_failures::find(db, &tenant, &counter)?;
            let (failures, consequence) = protection.fail(failures, now);
            login_failures::set(db, &tenant, &counter, failures.count, now)?;
            Ok(consequence)
        })
        .await
}

/// Writes the password of an imported user anew, in today's form.
async fn rehash(cx: &Context, password: &str, login: &Login) -> Result<(), SignInFault> {
    let (Some(old), Some(password)) = (login.password_hash.clone(), Password::new(password)) else {
        return Ok(());
    };
    let new = cx
        .server
        .hashing
        .hash(password, cx.server.entropy.bytes())
        .await?;
    let (tenant, provider, id) = (
        cx.tenant_id(),
        login.provider.clone(),
        login.identity_id.clone(),
    );
    cx.store()
        .write(move |db| users::rehash(db, &tenant, (&provider, &id), &old, &new))
        .await?;
    Ok(())
}

/// What a log entry tells of a login that was asked for with these parameters.
pub(crate) fn login_details(user: &User) -> Value {
    json!({ "stats": { "loginsCount": user.logins_count + 1 } })
}
