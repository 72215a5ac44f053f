//! `/u/login/identifier`: who is it? Then a password, or a code on its way.

use axum::extract::RawQuery;
use axum::response::Response;

use super::passwordless;
use crate::domain::authorization::{Stage, Transaction};
use crate::domain::connection::Strategy;
use crate::domain::profile::contact;
use crate::http::Context;
use crate::login::answer::LoginError;
use crate::login::form::Form;
use crate::login::options::LoginOptions;
use crate::login::pages::screens::{Identifier, Problem};
use crate::login::texts;
use crate::login::visit::Visit;

/// `GET /u/login/identifier`.
pub(crate) async fn get(cx: Context, RawQuery(query): RawQuery) -> Result<Response, LoginError> {
    let visit = Visit::of_query(&cx, query).await?;
    visit.must_be_logging_in()?;
    let options = visit.options(&cx).await?;
    let username = visit.transaction.username.clone().unwrap_or_default();
    visit.show(
        &visit.screen(&[]).login_id(options.choices(&username)),
        false,
    )
}

/// `POST /u/login/identifier`. Whether the identifier belongs to anybody does not show.
pub(crate) async fn post(
    cx: Context,
    RawQuery(query): RawQuery,
    Form(form): Form,
) -> Result<Response, LoginError> {
    let visit = Visit::of_form(&cx, query, &form).await?;
    visit.must_be_logging_in()?;
    let options = visit.options(&cx).await?;
    let username = visit.posted("username").trim().to_owned();
    if let Some(problem) = wrong(&visit, &options, &username) {
        let problems = [problem];
        return visit.show(
            &visit.screen(&problems).login_id(options.choices(&username)),
            true,
        );
    }
    let Some(connection) = &options.passwordless else {
        let transaction = Transaction {
            username: Some(username),
            stage: Stage::LoggingIn,
            ..visit.transaction.clone()
        };
        visit.save(&cx, transaction).await?;
        return Ok(visit.go("/u/login/password"));
    };
    passwordless::begin(&cx, visit, connection, &username).await
}

fn wrong(visit: &Visit, options: &LoginOptions, username: &str) -> Option<Problem> {
    if visit.parameters.get("connection").is_some() {
        return Some(texts::alert(texts::INVALID_CONNECTION));
    }
    let strategy = options
        .passwordless
        .as_ref()
        .map(|connection| connection.strategy);
    let text = match (strategy, options.choices("").identifier) {
        (Some(Strategy::Sms), _) if username.is_empty() => texts::NO_PHONE,
        (Some(Strategy::Sms), _) if !contact::is_phone_number(username) => texts::INVALID_PHONE,
        (Some(Strategy::Sms), _) => return None,
        (Some(_), _) if !contact::is_email(username) => texts::NO_EMAIL,
        (None, Identifier::EmailOrUsername) if username.is_empty() => texts::NO_USERNAME,
        (None, _) if username.is_empty() => texts::NO_EMAIL,
        (None, _) if username.len() > contact::LONGEST_IDENTIFIER => texts::NO_EMAIL,
        _ => return None,
    };
    Some(texts::at("username", text))
}
