//! `/u/reset-password` and `/u/reset-password/change`: from the link of the message to a new password.

use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;

use super::signup::{password_text, rules};
use crate::accounts::{AccountFault, Accounts, NewPassword};
use crate::domain::connection::Connection;
use crate::domain::ticket::{TicketDetail, TicketKind};
use crate::domain::user::User;
use crate::events::{Event, kind};
use crate::http::Context;
use crate::login::answer::{LoginError, page, redirect};
use crate::login::form::Form;
use crate::login::pages::screens::Problem;
use crate::login::texts;
use crate::login::ticket_visit::TicketVisit;
use crate::login::tickets::letter;
use crate::messaging::Purpose;
use crate::store::user_credentials::Proof;
use crate::store::{self, StoreError, outbox, tickets, user_credentials, users};

const KIND: TicketKind = TicketKind::PasswordChange;

/// `GET /u/reset-verify?ticket=…`, of old `/u/reset-password`: the link itself. Following it uses nothing up.
pub(crate) async fn verify(cx: Context, RawQuery(query): RawQuery) -> Result<Response, LoginError> {
    let visit = TicketVisit::of_query(&cx, query, KIND).await?;
    Ok(redirect(&format!(
        "/u/reset-password/change?state={}",
        visit.secret
    )))
}

/// `GET /u/reset-password/change`.
pub(crate) async fn get(cx: Context, RawQuery(query): RawQuery) -> Result<Response, LoginError> {
    let visit = TicketVisit::of_query(&cx, query, KIND).await?;
    let connection = connection(&cx, &visit).await?;
    show(&visit, &connection, &[])
}

/// `POST /u/reset-password/change`.
pub(crate) async fn post(
    cx: Context,
    RawQuery(query): RawQuery,
    Form(form): Form,
) -> Result<Response, LoginError> {
    let visit = TicketVisit::of_form(&cx, query, &form, KIND).await?;
    let connection = connection(&cx, &visit).await?;
    let password = visit.parameters.get("password-reset").unwrap_or_default();
    let again = visit
        .parameters
        .get("re-enter-password")
        .unwrap_or_default();
    if let Some(problem) = wrong(password, again) {
        return show(&visit, &connection, &[problem]);
    }
    let Some(user) = user(&cx, &visit).await? else {
        return visit.used();
    };
    let accounts = Accounts::of(&cx.server, &cx.tenant.id);
    let detail = &visit.ticket.detail;
    let identity = (detail.provider.clone(), detail.identity_id.clone());
    let changed = accounts
        .new_password(&connection, identity, password, &user)
        .await;
    let password = match changed {
        Ok(changed) => changed,
        Err(fault) => {
            let event = Event::new(kind::PASSWORD_CHANGE_FAILED, fault.to_string());
            cx.record(&event.connection(&connection).user(&user));
            return show(&visit, &connection, &[problem(fault)?]);
        }
    };
    if !change(&cx, &visit, &user, password).await? {
        return visit.used();
    }
    let event = Event::new(kind::PASSWORD_CHANGED, "Password changed");
    cx.record(&event.connection(&connection).user(&user));
    let message = "You can now login to the application with the new password.";
    visit.succeed("Password changed", message)
}

/// Everything that a new password changes, in one commit. `false` when the ticket was used before.
async fn change(
    cx: &Context,
    visit: &TicketVisit,
    user: &User,
    password: NewPassword,
) -> Result<bool, LoginError> {
    let (tenant, secret, now) = (cx.tenant_id(), visit.secret.clone(), cx.now());
    let (user_id, detail) = (user.user_id.clone(), visit.ticket.detail.clone());
    let email = Some(detail.email.clone()).filter(|_| detail.marks_email_as_verified);
    let proof = Proof {
        identity: detail.identity(),
        email,
        is_reset: true,
    };
    let profile = user.profile_of(&detail.provider, &detail.identity_id);
    let notice = match &profile.email {
        Some(email) => letter(cx, visit.client.as_deref(), email, Purpose::PasswordChanged).await?,
        None => None,
    };
    let changed: Result<bool, StoreError> = cx
        .store()
        .write(move |db| {
            if !tickets::spend(db, &tenant, KIND, &secret, now)? {
                return Ok(false);
            }
            if !has_address(db, &tenant, &user_id, &detail)? || !password.store(db, &tenant, now)? {
                return Ok(false);
            }
            user_credentials::keep(db, &tenant, &user_id, &proof, now)?;
            if let Some(notice) = &notice {
                outbox::insert(db, notice)?;
            }
            Ok(true)
        })
        .await;
    cx.server.courier.wake();
    Ok(changed?)
}

/// Whether the identity still has the address that the link was made for: whoever reads the mail of a former one has
/// no say any more.
fn has_address(
    db: &mut store::Connection<'_>,
    tenant: &str,
    user_id: &str,
    detail: &TicketDetail,
) -> Result<bool, StoreError> {
    if detail.email.is_empty() {
        return Ok(true);
    }
    let user = users::find(db, tenant, user_id)?;
    let profile = user.map(|user| user.profile_of(&detail.provider, &detail.identity_id));
    Ok(profile.and_then(|profile| profile.email).as_ref() == Some(&detail.email))
}

async fn user(cx: &Context, visit: &TicketVisit) -> Result<Option<User>, StoreError> {
    let (tenant, user_id) = (cx.tenant_id(), visit.ticket.user_id.clone());
    cx.store()
        .read(move |db| users::find(db, &tenant, &user_id))
        .await
}

/// The connection whose password policy counts. Without it the ticket leads nowhere.
async fn connection(
    cx: &Context,
    visit: &TicketVisit,
) -> Result<std::sync::Arc<Connection>, LoginError> {
    let id = &visit.ticket.detail.connection_id;
    match cx.tenant.configuration.connection(id).await? {
        Some(connection) => Ok(connection),
        None => Err(visit.used()?.into()),
    }
}

fn wrong(password: &str, again: &str) -> Option<Problem> {
    if password.is_empty() {
        return Some(texts::at("password-reset", texts::NO_PASSWORD_RESET));
    }
    if again.is_empty() {
        return Some(texts::at("re-enter-password", texts::NO_RE_ENTER_PASSWORD));
    }
    (password != again).then(|| texts::at("re-enter-password", texts::PASSWORD_MISMATCH))
}

fn problem(fault: AccountFault) -> Result<Problem, LoginError> {
    match fault {
        AccountFault::Password(fault) => Ok(texts::at("password-reset", password_text(&fault))),
        AccountFault::TooLong => Ok(texts::at("password-reset", texts::PASSWORD_TOO_LONG)),
        AccountFault::Exists | AccountFault::NoConnection => Ok(texts::alert(texts::EMAIL_IN_USE)),
        AccountFault::Hashing(error) => Err(error.into()),
        AccountFault::Store(error) => Err(error.into()),
    }
}

fn show(
    visit: &TicketVisit,
    connection: &Connection,
    problems: &[Problem],
) -> Result<Response, LoginError> {
    let form = visit.screen(problems).reset_password(rules(connection));
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::BAD_REQUEST
    };
    page(&visit.settings, status, &form)
}
