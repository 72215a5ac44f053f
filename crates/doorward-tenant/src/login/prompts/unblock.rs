//! `/unblock`: the link by which a user lifts the block that failed logins brought.

use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;

use crate::domain::ticket::TicketKind;
use crate::domain::user::LoginIdentifier;
use crate::events::{Event, kind};
use crate::http::Context;
use crate::login::answer::{LoginError, page};
use crate::login::form::Form;
use crate::login::ticket_visit::TicketVisit;
use crate::store::{StoreError, login_failures, tickets, users};

const KIND: TicketKind = TicketKind::Unblock;

/// `GET /unblock?ticket=…`.
pub(crate) async fn get(cx: Context, RawQuery(query): RawQuery) -> Result<Response, LoginError> {
    let visit = TicketVisit::of_query(&cx, query, KIND).await?;
    page(
        &visit.settings,
        StatusCode::OK,
        &visit.screen(&[]).unblock(),
    )
}

/// `POST /unblock`.
pub(crate) async fn post(
    cx: Context,
    RawQuery(query): RawQuery,
    Form(form): Form,
) -> Result<Response, LoginError> {
    let visit = TicketVisit::of_form(&cx, query, &form, KIND).await?;
    let (tenant, secret, now) = (cx.tenant_id(), visit.secret.clone(), cx.now());
    let user_id = visit.ticket.user_id.clone();
    let lifted: Result<bool, StoreError> = cx
        .store()
        .write(move |db| {
            if !tickets::spend(db, &tenant, KIND, &secret, now)? {
                return Ok(false);
            }
            if let Some(user) = users::find(db, &tenant, &user_id)? {
                for identifier in LoginIdentifier::of(&user.profile) {
                    login_failures::clear_everywhere(db, &tenant, &identifier.value)?;
                }
            }
            Ok(true)
        })
        .await;
    if !lifted? {
        return visit.used();
    }
    let mut event = Event::new(kind::UNBLOCKED, "Your account has been unblocked.");
    event.user_id = Some(visit.ticket.user_id.clone());
    cx.record(&event.user_name(&visit.ticket.detail.email));
    visit.succeed("Account unblocked", "Your account has been unblocked.")
}
