//! `/u/login/confirmation`: does the person mean this login? Asked where the session of the browser would do, and any
//! program of the device could have begun it.

use axum::extract::RawQuery;
use axum::response::Response;

use super::consent::label;
use crate::domain::authorization::AuthorizationError;
use crate::domain::user::User;
use crate::http::Context;
use crate::login::answer::LoginError;
use crate::login::form::Form;
use crate::login::pages::screens::Problem;
use crate::login::resume::logged_in;
use crate::login::texts;
use crate::login::visit::Visit;

/// Where the page is.
pub(crate) const PATH: &str = "/u/login/confirmation";

/// `GET /u/login/confirmation`.
pub(crate) async fn get(cx: Context, RawQuery(query): RawQuery) -> Result<Response, LoginError> {
    let visit = Visit::of_query(&cx, query).await?;
    let user = asked(&cx, &visit).await?;
    show(&visit, &user, &[])
}

/// `POST /u/login/confirmation`.
pub(crate) async fn post(
    cx: Context,
    RawQuery(query): RawQuery,
    Form(form): Form,
) -> Result<Response, LoginError> {
    let visit = Visit::of_form(&cx, query, &form).await?;
    let user = asked(&cx, &visit).await?;
    match visit.posted("action") {
        "accept" => {
            let stage = visit.transaction.stage.clone().confirmed();
            visit.save_stage(&cx, stage).await?;
            Ok(visit.go("/authorize/resume"))
        }
        "deny" => {
            let denied =
                AuthorizationError::new("access_denied", "User cancelled the confirmation prompt.");
            visit.refuse(&cx, &denied).await
        }
        _ => show(&visit, &user, &[texts::alert(texts::INVALID_ACTION)]),
    }
}

async fn asked(cx: &Context, visit: &Visit) -> Result<User, LoginError> {
    match logged_in(cx, visit).await? {
        Some((_, user)) => Ok(user),
        None => Err(visit.go("/u/login").into()),
    }
}

fn show(visit: &Visit, user: &User, problems: &[Problem]) -> Result<Response, LoginError> {
    let form = visit.screen(problems).confirmation(label(user));
    visit.show(&form, !problems.is_empty())
}
