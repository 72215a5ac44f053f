//! `GET /authorize/resume`: after each finished step of a login, decides what is left to do.

use axum::extract::RawQuery;
use axum::response::Response;

use super::answer::LoginError;
use super::complete::Completion;
use super::decision::{blocked, granted, needs_consent};
use super::prompts::confirmation;
use super::sso;
use super::visit::Visit;
use crate::domain::authorization::Stage;
use crate::domain::session::Session;
use crate::domain::user::User;
use crate::http::Context;

/// Completes the login, or goes to the page that is still missing.
pub(crate) async fn get(cx: Context, RawQuery(query): RawQuery) -> Result<Response, LoginError> {
    let visit = Visit::of_query(&cx, query).await?;
    let Some((session, user)) = logged_in(&cx, &visit).await? else {
        return Ok(visit.go("/u/login"));
    };
    if user.is_blocked {
        return visit.refuse(&cx, &blocked()).await;
    }
    let (client, request) = (&visit.client, &visit.transaction.request);
    let granted = match granted(&cx, client, request, &user).await? {
        Ok(granted) => granted,
        Err(error) => return visit.refuse(&cx, &error).await,
    };
    let was_shown = matches!(
        visit.transaction.stage,
        Stage::LoggedIn {
            is_consented: true,
            ..
        }
    );
    if needs_consent(&cx, client, request, &user, &granted, was_shown).await? {
        return Ok(visit.go("/u/consent"));
    }
    if visit.transaction.stage.awaits_confirmation() {
        return Ok(visit.go(confirmation::PATH));
    }
    let key = Some(visit.key.clone());
    let completion = Completion {
        client,
        request,
        session,
        user,
        key,
        started_at: visit.transaction.started_at,
        is_silent: false,
    };
    completion.answer(&cx, &visit.cookies).await
}

/// The session that this login led to, in this very browser. A login whose session ended meanwhile
/// starts over.
pub(crate) async fn logged_in(
    cx: &Context,
    visit: &Visit,
) -> Result<Option<(Session, User)>, LoginError> {
    let stage = &visit.transaction.stage;
    if !matches!(stage, Stage::LoggedIn { .. }) {
        return Ok(None);
    }
    let current = sso::current(cx, &visit.cookies).await?;
    let Some((session, user)) = current.filter(|(session, _)| stage.led_to(&session.id)) else {
        visit.save_stage(cx, Stage::LoggingIn).await?;
        return Ok(None);
    };
    Ok(Some((session, user)))
}
