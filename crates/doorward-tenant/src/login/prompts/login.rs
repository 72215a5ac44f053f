//! `/u/login` and `/u/login/password`: identifier and password.

use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};

use crate::authentication::proof::Proof;
use crate::authentication::sign_in::{self, Attempt, SignInFault, SignedIn};
use crate::http::Context;
use crate::login::answer::LoginError;
use crate::login::decision::blocked;
use crate::login::form::Form;
use crate::login::options::LoginOptions;
use crate::login::pages::screens::{Identifier, Problem};
use crate::login::texts;
use crate::login::visit::Visit;

/// `GET /u/login`.
pub(crate) async fn get(cx: Context, RawQuery(query): RawQuery) -> Result<Response, LoginError> {
    let visit = Visit::of_query(&cx, query).await?;
    visit.must_be_logging_in()?;
    visit.database(&cx).await?;
    let options = visit.options(&cx).await?;
    let username = visit.transaction.username.clone().unwrap_or_default();
    visit.show(&visit.screen(&[]).login(options.choices(&username)), false)
}

/// `POST /u/login`.
pub(crate) async fn post(
    cx: Context,
    RawQuery(query): RawQuery,
    Form(form): Form,
) -> Result<Response, LoginError> {
    let visit = Visit::of_form(&cx, query, &form).await?;
    visit.must_be_logging_in()?;
    let username = visit.posted("username").trim().to_owned();
    log_in(&cx, visit, &username, false).await
}

/// `GET /u/login/password`.
pub(crate) async fn get_password(
    cx: Context,
    RawQuery(query): RawQuery,
) -> Result<Response, LoginError> {
    let visit = Visit::of_query(&cx, query).await?;
    visit.must_be_logging_in()?;
    visit.database(&cx).await?;
    let options = visit.options(&cx).await?;
    let Some(username) = visit.transaction.username.clone() else {
        return Ok(visit.go("/u/login/identifier"));
    };
    visit.show(
        &visit.screen(&[]).login_password(options.choices(&username)),
        false,
    )
}

/// `POST /u/login/password`.
pub(crate) async fn post_password(
    cx: Context,
    RawQuery(query): RawQuery,
    Form(form): Form,
) -> Result<Response, LoginError> {
    let visit = Visit::of_form(&cx, query, &form).await?;
    visit.must_be_logging_in()?;
    // The identifier of the page before counts when the form has none.
    let typed = visit
        .parameters
        .owned("username")
        .or(visit.transaction.username.clone());
    let username = typed.unwrap_or_default().trim().to_owned();
    log_in(&cx, visit, &username, true).await
}

async fn log_in(
    cx: &Context,
    visit: Visit,
    username: &str,
    is_second_page: bool,
) -> Result<Response, LoginError> {
    let database = visit.database(cx).await?;
    let options = visit.options(cx).await?;
    let password = visit.posted("password").to_owned();
    let problem = match missing(&visit, &options, username, &password) {
        Some(problem) => problem,
        None => {
            let attempt = Attempt {
                client: &visit.client,
                connection: &database,
                username,
                password: &password,
                ip: cx.caller.ip,
            };
            match sign_in::with_password(cx, &attempt).await {
                Ok(SignedIn { user, password }) => {
                    let proof = Proof::Password(password);
                    return visit.log_in(cx, &user, &database, proof).await;
                }
                Err(SignInFault::Blocked(_)) => {
                    return visit.refuse_noted(cx, &blocked()).await;
                }
                Err(SignInFault::WrongCredentials) => {
                    texts::at("password", wrong_credentials(&options))
                }
                Err(SignInFault::TooManyAttempts) => texts::alert(texts::USER_BLOCKED),
                Err(SignInFault::TooManyLogins(left)) => {
                    let problems = [texts::alert(texts::SAME_USER_LOGIN)];
                    let mut page = show(&visit, &options, username, is_second_page, &problems)?;
                    *page.status_mut() = StatusCode::TOO_MANY_REQUESTS;
                    return Ok((left, page).into_response());
                }
                Err(SignInFault::SuspiciousAddress) => texts::alert(texts::IP_BLOCKED),
                Err(failed) => return Err(failed.into()),
            }
        }
    };
    show(&visit, &options, username, is_second_page, &[problem])
}

fn show(
    visit: &Visit,
    options: &LoginOptions,
    username: &str,
    is_second_page: bool,
    problems: &[Problem],
) -> Result<Response, LoginError> {
    let (screen, choices) = (visit.screen(problems), options.choices(username));
    let form = if is_second_page {
        screen.login_password(choices)
    } else {
        screen.login(choices)
    };
    visit.show(&form, true)
}

fn missing(
    visit: &Visit,
    options: &LoginOptions,
    username: &str,
    password: &str,
) -> Option<Problem> {
    if visit.parameters.get("connection").is_some() {
        return Some(texts::alert(texts::INVALID_CONNECTION));
    }
    if username.is_empty() {
        let text = match options.choices("").identifier {
            Identifier::Email => texts::NO_EMAIL,
            Identifier::EmailOrUsername => texts::NO_USERNAME,
            Identifier::Phone => texts::NO_PHONE,
        };
        return Some(texts::at("username", text));
    }
    password
        .is_empty()
        .then(|| texts::at("password", texts::NO_PASSWORD))
}

fn wrong_credentials(options: &LoginOptions) -> &'static str {
    match options.choices("").identifier {
        Identifier::EmailOrUsername => texts::WRONG_CREDENTIALS,
        Identifier::Email | Identifier::Phone => texts::WRONG_EMAIL_CREDENTIALS,
    }
}
