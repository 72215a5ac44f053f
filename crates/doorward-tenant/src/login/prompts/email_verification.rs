//! `/u/email-verification`: the link of the message, and the button that uses it up. Programs that
//! scan mail follow links; only people press buttons.

use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;

use crate::domain::ticket::TicketKind;
use crate::events::{Event, kind};
use crate::http::Context;
use crate::login::answer::{LoginError, page};
use crate::login::form::Form;
use crate::login::ticket_visit::TicketVisit;
use crate::store::user_credentials::{self, Proof};
use crate::store::{StoreError, tickets};

const KIND: TicketKind = TicketKind::EmailVerification;

/// `GET /u/email-verification?ticket=…`.
pub(crate) async fn get(cx: Context, RawQuery(query): RawQuery) -> Result<Response, LoginError> {
    let visit = TicketVisit::of_query(&cx, query, KIND).await?;
    let form = visit.screen(&[]).verify_email(&visit.ticket.detail.email);
    page(&visit.settings, StatusCode::OK, &form)
}

/// `POST /u/email-verification`.
pub(crate) async fn post(
    cx: Context,
    RawQuery(query): RawQuery,
    Form(form): Form,
) -> Result<Response, LoginError> {
    let visit = TicketVisit::of_form(&cx, query, &form, KIND).await?;
    let (tenant, secret, now) = (cx.tenant_id(), visit.secret.clone(), cx.now());
    let user_id = visit.ticket.user_id.clone();
    let proof = Proof {
        identity: visit.ticket.detail.identity(),
        email: Some(visit.ticket.detail.email.clone()),
        is_reset: false,
    };
    // `None` when the ticket was used meanwhile, else whether the address was not verified before.
    let outcome: Result<Option<bool>, StoreError> = cx
        .store()
        .write(move |db| {
            if !tickets::spend(db, &tenant, KIND, &secret, now)? {
                return Ok(None);
            }
            user_credentials::keep(db, &tenant, &user_id, &proof, now).map(Some)
        })
        .await;
    let Some(is_new) = outcome? else {
        return visit.used();
    };
    let mut event = Event::new(kind::EMAIL_VERIFIED, "Your email was verified.");
    event.user_id = Some(visit.ticket.user_id.clone());
    cx.record(&event.user_name(&visit.ticket.detail.email));
    let heading = "Email verified";
    if !is_new {
        return visit.was_done(heading, "This account is already verified.");
    }
    let message = "Your email was verified. You can continue using the application.";
    visit.succeed(heading, message)
}
