//! Signing a user in with a password, wherever it was typed: the password grants and the login page.

use std::net::IpAddr;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::domain::attack_protection::Protection;
use crate::domain::client::Client;
use crate::domain::connection::Connection;
use crate::domain::password::{MalformedHash, Password, StoredPassword, Verdict};
use crate::domain::user::{LoginIdentifier, User};
use crate::events::{Event, kind};
use crate::hashing::HashingError;
use crate::http::Context;
use crate::login::tickets;
use crate::protection::quota::Allowance;
use crate::protection::{Guard, Place, Refusal, Standing, is_free};
use crate::store::StoreError;
use crate::store::identities::{self, VerifiedPassword};
use crate::store::users::{self, Login};

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

/// Who signed in. What is issued for it is issued only while the password is still theirs.
#[derive(Debug)]
pub(crate) struct SignedIn {
    pub(crate) user: User,
    pub(crate) password: VerifiedPassword,
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
    /// The same, for all accounts and this address.
    #[error("the address is blocked after too many failed logins")]
    SuspiciousAddress,
    /// Too many attempts at once, right or wrong, of this user from this address.
    #[error("too many logins of one user from one address")]
    TooManyLogins(Allowance),
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

impl From<Refusal> for SignInFault {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Account => Self::TooManyAttempts,
            Refusal::Address => Self::SuspiciousAddress,
        }
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
            SignInFault::SuspiciousAddress => OAuthError::suspicious_address().into(),
            SignInFault::TooManyLogins(left) => OAuthError::too_many_logins(left).into(),
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
) -> Result<SignedIn, SignInFault> {
    let identifier = LoginIdentifier::typed(attempt.username);
    let settings = cx.tenant.configuration.settings().await?;
    let protection = &settings.attack_protection;
    let guard = Guard::of(
        protection,
        attempt.connection,
        &identifier.value,
        attempt.ip,
    );
    // The place is kept until the outcome is counted.
    let (_place, standing, login) = let_in(cx, attempt, &identifier, &guard).await?;
    if !is_free(&cx.server.settings, protection, Protection::BruteForce) {
        let whom = (attempt.client, &**attempt.connection);
        let counted = cx.tenant.logins.count(cx, whom, attempt.username, &guard);
        counted.await?.map_err(SignInFault::TooManyLogins)?;
    }
    let verdict = check(cx, attempt.password, login.as_ref()).await?;
    // Others may have failed meanwhile, under other names and on other nodes. Whether this password is right
    // shows only while the limit leaves room, so of all guesses at once no more than the limit tell anything.
    still_let_in(cx, &guard).await?;
    let (login, needs_rehash) = match (login, verdict) {
        (Some(login), Verdict::Match { needs_rehash }) => (login, needs_rehash),
        (login, _) => return Err(fail(cx, attempt, login.as_ref(), guard).await?),
    };
    if standing.account.count > 0 {
        let tenant = cx.tenant_id();
        let cleared = cx.store().write(move |db| guard.clear(db, &tenant)).await;
        cleared.map_err(SignInFault::Store)?;
    }
    if needs_rehash {
        rehash(cx, attempt.password, &login).await?;
    }
    if login.user.is_blocked {
        let event = Event::new(kind::LOGIN_FAILED, "user is blocked").client(attempt.client);
        let event = event.connection(attempt.connection).user(&login.user);
        let details = json!({ "error": { "message": "user is blocked" } });
        cx.record_from(&event.details(details), attempt.ip);
        return Err(SignInFault::Blocked(login.user.user_id));
    }
    Ok(SignedIn {
        user: login.user,
        password: VerifiedPassword {
            provider: login.provider,
            identity_id: login.identity_id,
            set_at: login.password_set_at,
        },
    })
}

/// Waits until the limit of failures leaves room for this attempt, and reads what it needs.
async fn let_in<'c>(
    cx: &'c Context,
    attempt: &Attempt<'_>,
    identifier: &LoginIdentifier,
    guard: &Guard,
) -> Result<(Place<'c>, Standing, Option<Login>), SignInFault> {
    let lined_up = cx.tenant.turnstiles.line_up(guard.account()).await;
    let mut place = lined_up.ok_or(HashingError::Overloaded)?;
    loop {
        let inside = place.inside();
        let (standing, login) = look_up(cx, attempt, identifier, guard).await?;
        let now = cx.now();
        if let Some(refusal) = guard.refusal(standing, now) {
            return Err(refusal.into());
        }
        if guard.has_room(standing, inside, now) {
            place.enter();
            return Ok((place, standing, login));
        }
        place.somebody_left().await;
    }
}

async fn still_let_in(cx: &Context, guard: &Guard) -> Result<(), SignInFault> {
    let (tenant, looking, now) = (cx.tenant_id(), guard.clone(), cx.now());
    let standing: Result<_, StoreError> =
        cx.store().read(move |db| looking.look(db, &tenant)).await;
    match guard.refusal(standing?, now) {
        Some(refusal) => Err(refusal.into()),
        None => Ok(()),
    }
}

async fn look_up(
    cx: &Context,
    attempt: &Attempt<'_>,
    identifier: &LoginIdentifier,
    guard: &Guard,
) -> Result<(Standing, Option<Login>), StoreError> {
    let (tenant, connection) = (cx.tenant_id(), attempt.connection.id.clone());
    let (identifier, guard) = (identifier.clone(), guard.clone());
    cx.store()
        .read(move |db| {
            let standing = guard.look(db, &tenant)?;
            let login = users::find_typed(db, &tenant, &connection, &identifier)?;
            Ok((standing, login))
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

/// Counts a failure and says which fault it is. Looks at the counters again where it counts: of failures at once,
/// those beyond the limit are told nothing.
async fn fail(
    cx: &Context,
    attempt: &Attempt<'_>,
    login: Option<&Login>,
    guard: Guard,
) -> Result<SignInFault, StoreError> {
    let (tenant, now, counting) = (cx.tenant_id(), cx.now(), guard.clone());
    let counted: Result<_, StoreError> = cx
        .store()
        .write(move |db| {
            let standing = counting.look(db, &tenant)?;
            match counting.refusal(standing, now) {
                Some(refusal) => Ok(Err(refusal)),
                None => counting.fail(db, &tenant, standing, now).map(Ok),
            }
        })
        .await;
    let consequences = match counted? {
        Ok(consequences) => consequences,
        Err(refusal) => return Ok(refusal.into()),
    };
    record_failure(cx, attempt, login);
    let whom = (Some(attempt.client), &**attempt.connection);
    let blocked = guard.record(cx, whom, attempt.username, consequences);
    if let Some(login) = login.filter(|_| blocked.notifies_user) {
        tickets::notify_blocked(cx, attempt.client, &login.user, attempt.ip).await;
    }
    Ok(if blocked.is_account {
        SignInFault::TooManyAttempts
    } else {
        SignInFault::WrongCredentials
    })
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
        .write(move |db| identities::rehash(db, &tenant, (&provider, &id), &old, &new))
        .await?;
    Ok(())
}

/// What a log entry tells of a login that was asked for with these parameters.
pub(crate) fn login_details(user: &User) -> Value {
    json!({ "stats": { "loginsCount": user.logins_count + 1 } })
}
