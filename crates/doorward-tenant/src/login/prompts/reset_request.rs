//! `/u/reset-password/request/{connection}`: whose password was forgotten? Whether anybody has the
//! address does not show.

use std::sync::Arc;

use axum::extract::{Path, RawQuery};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};

use crate::domain::connection::Connection;
use crate::domain::profile::contact;
use crate::http::Context;
use crate::login::answer::{LoginError, page, redirect};
use crate::login::authorize::reset_path;
use crate::login::failure::Failure;
use crate::login::form::Form;
use crate::login::pages::screens::{Identifier, Problem};
use crate::login::pages::{Link, NoticeForm, NoticePage, Shell};
use crate::login::texts;
use crate::login::tickets;
use crate::login::visit::Visit;
use crate::protection::Message;

/// The parameter of the page that says that a message is on its way.
const SENT: &str = "sent";

/// `GET /u/login/password-reset-start/{connection}`: the link of the login page.
pub(crate) async fn start(
    cx: Context,
    Path(connection): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, LoginError> {
    let visit = Visit::of_query(&cx, query).await?;
    visit.must_be_logging_in()?;
    Ok(visit.go(&reset_path(&connection)))
}

/// `GET /u/reset-password/request/{connection}`.
pub(crate) async fn get(
    cx: Context,
    Path(_): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, LoginError> {
    let visit = Visit::of_query(&cx, query).await?;
    let database = resettable(&cx, &visit).await?;
    let known = visit.transaction.username.clone().unwrap_or_default();
    if visit.parameters.get(SENT).is_some() && !known.is_empty() {
        return sent(&visit, &known);
    }
    show(&visit, &database, &known, &[])
}

/// `POST /u/reset-password/request/{connection}`. Sends the message, and again on request.
pub(crate) async fn post(
    cx: Context,
    Path(_): Path<String>,
    RawQuery(query): RawQuery,
    Form(form): Form,
) -> Result<Response, LoginError> {
    let visit = Visit::of_form(&cx, query, &form).await?;
    let database = resettable(&cx, &visit).await?;
    if visit.posted("action") == "back-to-login" {
        return Ok(visit.go("/u/login"));
    }
    let typed = ["email", "username", "phone_number"]
        .into_iter()
        .find_map(|name| visit.parameters.get(name));
    let again = visit
        .transaction
        .username
        .clone()
        .filter(|_| visit.posted("action") == "resend-email-action");
    let identifier = typed
        .map(|typed| typed.trim().to_owned())
        .or(again)
        .unwrap_or_default();
    if identifier.len() > contact::LONGEST_IDENTIFIER || !is_identifier(&database, &identifier) {
        let problem = texts::at(field(&database), texts::NO_EMAIL);
        return show(&visit, &database, &identifier, &[problem]);
    }
    let asker = (cx.caller.ip, identifier.as_str());
    let (sending, limits) = (&cx.tenant.sending, cx.server.settings.limits);
    if let Err(left) = sending.ask(Message::PasswordReset, asker, limits, cx.now()) {
        let failure = Failure::too_many_messages();
        let page = failure.show(&cx, Some(&visit.client)).await?;
        return Ok((left, page).into_response());
    }
    tickets::send_password_reset(&cx, Some(&visit.client), &database, &identifier).await?;
    let mut transaction = visit.transaction.clone();
    transaction.username = Some(identifier.clone());
    visit.save(&cx, transaction).await?;
    // Elsewhere, so that whoever reloads the page does not send the message again.
    let page = format!("{}?state={}", reset_path(&database.name), visit.key.state);
    Ok(redirect(&format!("{page}&{SENT}=true")))
}

/// The database of this login, if people may reset its passwords themselves.
async fn resettable(cx: &Context, visit: &Visit) -> Result<Arc<Connection>, LoginError> {
    visit.must_be_logging_in()?;
    let database = visit.database(cx).await?;
    if database.is_on("disable_self_service_change_password") {
        return Err(visit.go("/u/login").into());
    }
    Ok(database)
}

fn is_identifier(database: &Connection, identifier: &str) -> bool {
    contact::is_email(identifier) || (database.is_on("requires_username") && !identifier.is_empty())
}

fn field(database: &Connection) -> &'static str {
    if database.is_on("requires_username") {
        "username"
    } else {
        "email"
    }
}

fn show(
    visit: &Visit,
    database: &Connection,
    value: &str,
    problems: &[Problem],
) -> Result<Response, LoginError> {
    let identifier = if database.is_on("requires_username") {
        Identifier::EmailOrUsername
    } else {
        Identifier::Email
    };
    let form = visit.screen(problems).reset_request(identifier, value);
    visit.show(&form, !problems.is_empty())
}

fn sent(visit: &Visit, identifier: &str) -> Result<Response, LoginError> {
    let login = format!("/u/login?state={}", visit.key.state);
    let template = NoticePage {
        shell: Shell::new(&visit.brand),
        heading: "Check your email",
        text: format!(
            "If {identifier} has an account, a link to choose a new password is on its way."
        ),
        is_good: true,
        form: Some(NoticeForm {
            state: &visit.key.state,
            action: "resend-email-action",
            label: "Send it again",
        }),
        link: Some(Link {
            lead: None,
            text: "Back to login",
            href: login,
        }),
    };
    page(&visit.settings, StatusCode::OK, &template)
}
