//! `/u/login/passwordless-email-code` and `/u/login/passwordless-sms-otp`: a code instead of a
//! password.

use std::sync::Arc;

use axum::extract::RawQuery;
use axum::response::{IntoResponse as _, Response};

use crate::authentication::passwordless::codes::{self, Send};
use crate::authentication::passwordless::redemption;
use crate::authentication::proof::Proof;
use crate::domain::authorization::{Stage, Transaction};
use crate::domain::connection::{Connection, Strategy};
use crate::domain::passwordless::{CodeDetail, PasswordlessFault};
use crate::domain::profile::contact;
use crate::events::{Event, kind};
use crate::http::Context;
use crate::login::answer::LoginError;
use crate::login::decision::blocked;
use crate::login::failure::Failure;
use crate::login::form::Form;
use crate::login::pages::screens::{CodeSent, Problem};
use crate::login::visit::Visit;
use crate::login::{texts, tickets};
use crate::protection::Message;

/// Sends a code to `username`, which was checked to be an address of this connection, and goes to
/// the page that asks for it.
pub(super) async fn begin(
    cx: &Context,
    visit: Visit,
    connection: &Connection,
    username: &str,
) -> Result<Response, LoginError> {
    let address = match connection.strategy {
        Strategy::Sms => username.to_owned(),
        _ => contact::normalized_email(username),
    };
    send(cx, &visit, connection, &address).await?;
    let stage = Stage::CodeSent {
        connection_id: connection.id.clone(),
    };
    let transaction = Transaction {
        stage,
        username: Some(address),
        ..visit.transaction.clone()
    };
    visit.save(cx, transaction).await?;
    Ok(visit.go(path(connection)))
}

/// `GET` of either page.
pub(crate) async fn get(cx: Context, RawQuery(query): RawQuery) -> Result<Response, LoginError> {
    let visit = Visit::of_query(&cx, query).await?;
    let (connection, address) = asked(&cx, &visit).await?;
    show(&visit, &connection, &address, &[])
}

/// `POST` of either page.
pub(crate) async fn post(
    cx: Context,
    RawQuery(query): RawQuery,
    Form(form): Form,
) -> Result<Response, LoginError> {
    let visit = Visit::of_form(&cx, query, &form).await?;
    let (connection, address) = asked(&cx, &visit).await?;
    if matches!(visit.posted("action"), "resend" | "resend-code") {
        send(&cx, &visit, &connection, &address).await?;
        return Ok(visit.go(path(&connection)));
    }
    let code = visit.posted("code").trim().to_owned();
    if code.is_empty() {
        return show(
            &visit,
            &connection,
            &address,
            &[texts::at("code", texts::NO_CODE)],
        );
    }
    let whom = (Some(&*visit.client), &*connection);
    let code = match redemption::check(&cx, whom, (&address, cx.caller.ip), &code).await? {
        Ok(code) => code,
        Err(fault) => {
            let event = Event::new(kind::LOGIN_FAILED, "Wrong passwordless code");
            let event = event.client(&visit.client).connection(&connection);
            let details = redemption::failure_details(fault);
            cx.record(&event.user_name(&address).details(details));
            let text = match fault {
                PasswordlessFault::Wrong => texts::INVALID_CODE,
                PasswordlessFault::Expired => texts::CODE_EXPIRED,
                PasswordlessFault::TooManyAttempts => texts::TOO_MANY_FAILURES,
            };
            return show(&visit, &connection, &address, &[texts::at("code", text)]);
        }
    };
    let user = codes::user_of(&cx, &connection, &address).await?;
    if user.is_blocked {
        return visit.refuse(&cx, &blocked()).await;
    }
    visit
        .log_in(&cx, &user, &connection, Proof::Code(code))
        .await
}

async fn send(
    cx: &Context,
    visit: &Visit,
    connection: &Connection,
    address: &str,
) -> Result<(), LoginError> {
    let asker = (cx.caller.ip, address);
    let (sending, limits) = (&cx.tenant.sending, cx.server.settings.limits);
    // Counted for everybody, or the count would tell who may log in.
    if let Err(left) = sending.ask(Message::Passwordless, asker, limits, cx.now()) {
        let failure = Failure::too_many_messages();
        let page = failure.show(cx, Some(&visit.client)).await?;
        return Err((left, page).into_response().into());
    }
    tickets::unhurried(send_if_allowed(cx, visit, connection, address)).await
}

/// Who may not log in gets no code; the page says the same to everybody, now and when codes are tried.
async fn send_if_allowed(
    cx: &Context,
    visit: &Visit,
    connection: &Connection,
    address: &str,
) -> Result<(), LoginError> {
    let user = codes::find_user(cx, connection, address).await?;
    let is_refused = match &user {
        Some(user) => user.is_blocked,
        None => connection.is_on("disable_signup"),
    };
    if is_refused {
        return Ok(codes::pretend(cx, &visit.client, connection, address).await?);
    }
    let detail = CodeDetail {
        client_id: visit.client.id.clone(),
        authorize_query: String::new(),
        state: Some(visit.key.state.clone()),
    };
    codes::send(cx, &visit.client, connection, address, Send::Code, detail).await?;
    Ok(())
}

/// The connection and the address that a code was sent to.
async fn asked(cx: &Context, visit: &Visit) -> Result<(Arc<Connection>, String), LoginError> {
    visit.must_be_logging_in()?;
    let (Stage::CodeSent { connection_id }, Some(address)) =
        (&visit.transaction.stage, &visit.transaction.username)
    else {
        return Err(visit.go("/u/login/identifier").into());
    };
    let connection = cx.tenant.configuration.connection(connection_id).await?;
    // It may have been taken away from the application since.
    match connection.filter(|connection| connection.is_enabled_for(&visit.client.id)) {
        Some(connection) => Ok((connection, address.clone())),
        None => Err(visit.go("/u/login/identifier").into()),
    }
}

fn path(connection: &Connection) -> &'static str {
    match connection.strategy {
        Strategy::Sms => "/u/login/passwordless-sms-otp",
        _ => "/u/login/passwordless-email-code",
    }
}

fn show(
    visit: &Visit,
    connection: &Connection,
    address: &str,
    problems: &[Problem],
) -> Result<Response, LoginError> {
    let sent = match connection.strategy {
        Strategy::Sms => CodeSent::Phone(address),
        _ => CodeSent::Email(address),
    };
    visit.show(&visit.screen(problems).code(sent), !problems.is_empty())
}
