//! `/u/signup`: a new account, and the login that follows.

use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde_json::{Map, Value};

use crate::accounts::AccountFault;
use crate::authentication::proof::Proof;
use crate::authentication::signup;
use crate::domain::connection::Connection;
use crate::domain::password_policy::{PasswordFault, PasswordPolicy};
use crate::domain::profile::{Profile, contact};
use crate::domain::user::Document;
use crate::http::Context;
use crate::login::answer::LoginError;
use crate::login::form::Form;
use crate::login::pages::screens::Problem;
use crate::login::texts;
use crate::login::visit::Visit;

/// `GET /u/signup`.
pub(crate) async fn get(cx: Context, RawQuery(query): RawQuery) -> Result<Response, LoginError> {
    let visit = Visit::of_query(&cx, query).await?;
    let database = open(&cx, &visit).await?;
    let email = visit
        .transaction
        .username
        .clone()
        .filter(|name| contact::is_email(name));
    show(&visit, &database, &email.unwrap_or_default(), "", &[])
}

/// `POST /u/signup`.
pub(crate) async fn post(
    cx: Context,
    RawQuery(query): RawQuery,
    Form(form): Form,
) -> Result<Response, LoginError> {
    let visit = Visit::of_form(&cx, query, &form).await?;
    let database = open(&cx, &visit).await?;
    let email = visit.posted("email").trim().to_owned();
    let username = visit.posted("username").trim().to_owned();
    let problem = match wrong(&visit, &database, &email, &username) {
        Some(problem) => problem,
        None => {
            let profile = Profile {
                email: Some(contact::normalized_email(&email)),
                username: Some(username.clone())
                    .filter(|name| !name.is_empty() && database.is_on("requires_username")),
                ..Profile::default()
            };
            let document = Document {
                profile,
                ..Document::default()
            };
            if let Err(left) = signup::let_in(&cx, &visit.client, &database).await? {
                let problems = [texts::alert(texts::IP_SIGNUP_BLOCKED)];
                let mut page = show(&visit, &database, &email, &username, &problems)?;
                *page.status_mut() = StatusCode::TOO_MANY_REQUESTS;
                return Ok((left, page).into_response());
            }
            let password = visit.posted("password");
            match signup::create(&cx, &visit.client, &database, document, password).await {
                Ok(user) => return visit.log_in(&cx, &user, &database, Proof::SignUp).await,
                Err(fault) => problem(&visit, fault)?,
            }
        }
    };
    show(&visit, &database, &email, &username, &[problem])
}

/// The database that takes new accounts; without one the login page is the place to be.
async fn open(cx: &Context, visit: &Visit) -> Result<std::sync::Arc<Connection>, LoginError> {
    visit.must_be_logging_in()?;
    let database = visit.database(cx).await?;
    if database.is_on("disable_signup") {
        return Err(visit.go("/u/login").into());
    }
    Ok(database)
}

fn wrong(visit: &Visit, database: &Connection, email: &str, username: &str) -> Option<Problem> {
    if !contact::is_email(email) {
        return Some(texts::at("email", texts::NO_EMAIL));
    }
    if database.is_on("requires_username") {
        if username.is_empty() {
            return Some(texts::at("username", texts::NO_USERNAME));
        }
        if let Some(fault) = signup::username_fault(database, username) {
            return Some(texts::at("username", &fault));
        }
    }
    visit
        .posted("password")
        .is_empty()
        .then(|| texts::at("password", texts::NO_PASSWORD))
}

fn problem(visit: &Visit, fault: AccountFault) -> Result<Problem, LoginError> {
    match fault {
        AccountFault::Exists => {
            let tells = visit
                .settings
                .flag("enable_public_signup_user_exists_error");
            let text = if tells {
                texts::EMAIL_IN_USE
            } else {
                texts::SIGN_UP_FAILED
            };
            Ok(texts::at("email", text))
        }
        AccountFault::NoConnection => Ok(texts::at("email", texts::SIGN_UP_FAILED)),
        AccountFault::Password(fault) => Ok(texts::at("password", password_text(&fault))),
        AccountFault::TooLong => Ok(texts::at("password", texts::PASSWORD_TOO_LONG)),
        AccountFault::Hashing(error) => Err(error.into()),
        AccountFault::Store(error) => Err(error.into()),
    }
}

/// What is said about a password that breaks the policy.
pub(super) fn password_text(fault: &PasswordFault) -> &'static str {
    match fault.name() {
        "PasswordDictionaryError" => texts::PASSWORD_TOO_COMMON,
        "PasswordHistoryError" => texts::PASSWORD_USED_BEFORE,
        "PasswordNoUserInfoError" => texts::PASSWORD_HAS_USER_INFORMATION,
        _ => texts::PASSWORD_TOO_WEAK,
    }
}

/// The rules of a connection's passwords as sentences.
pub(super) fn rules(connection: &Connection) -> Vec<String> {
    let none = Map::new();
    let options = connection
        .document
        .get("options")
        .and_then(Value::as_object)
        .unwrap_or(&none);
    // The empty password breaks every rule there is, and the report names them all.
    match PasswordPolicy::from_options(options).check("", &Value::Null) {
        Err(PasswordFault::Strength(report)) => report
            .policy()
            .lines()
            .map(|line| line.trim_start_matches(['*', ' ']).to_owned())
            .collect(),
        _ => Vec::new(),
    }
}

fn show(
    visit: &Visit,
    database: &Connection,
    email: &str,
    username: &str,
    problems: &[Problem],
) -> Result<Response, LoginError> {
    let username = database.is_on("requires_username").then_some(username);
    let form = visit
        .screen(problems)
        .signup(email, username, rules(database), Vec::new());
    visit.show(&form, !problems.is_empty())
}
