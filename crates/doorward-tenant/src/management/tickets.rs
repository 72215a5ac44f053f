//! `tickets`: links that somebody else sends to a user.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Answer, Outcome, Request, serves};
use crate::domain::ticket::{TicketDetail, TicketKind};
use crate::domain::user::{IdentifierKind, LoginIdentifier, User};
use crate::events::{Event, kind};
use crate::http::management_error::ManagementError;
use crate::login::tickets::{NewTicket, TICKET_SECONDS};
use crate::store::{Connection, StoreError, identities, users};

serves! {
    "tickets.changePassword" => change_password,
    "tickets.verifyEmail" => verify_email,
}

fn inexistent_user() -> ManagementError {
    ManagementError::inexistent("inexistent_user", "The user does not exist.")
}

/// `POST /tickets/password-change`, for `user_id`, or for `email` in `connection_id`.
async fn change_password(request: Request) -> Outcome {
    let given = Given::read(&request.body)?;
    let (tenant, address) = (request.cx.tenant_id(), given.clone());
    let read = request
        .cx
        .store()
        .read(move |db| addressed(db, &tenant, &address));
    let found: Result<Option<User>, StoreError> = read.await;
    let user = found?.ok_or_else(inexistent_user)?;
    let Some(identity) = user
        .identities
        .iter()
        .find(|known| known.provider == "auth0")
    else {
        let message = "The user does not have a database identity whose password could be changed.";
        return Err(ManagementError::bad_request(message));
    };
    let detail = TicketDetail {
        provider: identity.provider.clone(),
        identity_id: identity.identity_id.clone(),
        connection_id: identity.connection_id.clone(),
        email: user.profile.email.clone().unwrap_or_default(),
        marks_email_as_verified: request.body["mark_email_as_verified"] == true,
        ..given.detail()
    };
    issue(
        &request,
        TicketKind::PasswordChange,
        &user,
        detail,
        given.seconds,
    )
    .await
}

/// `POST /tickets/email-verification`.
async fn verify_email(request: Request) -> Outcome {
    let given = Given::read(&request.body)?;
    let (tenant, address) = (request.cx.tenant_id(), given.clone());
    let read = request
        .cx
        .store()
        .read(move |db| addressed(db, &tenant, &address));
    let found: Result<Option<User>, StoreError> = read.await;
    let user = found?.ok_or_else(inexistent_user)?;
    let named = &request.body["identity"];
    let identity = user.identities.iter().find(|known| {
        named.is_null()
            || (named["user_id"] == known.identity_id.as_str()
                && named["provider"] == known.provider.as_str())
    });
    let identity = identity.ok_or_else(inexistent_user)?;
    let Some(email) = user.profile.email.clone() else {
        let message = "The user does not have an email address.";
        return Err(ManagementError::bad_request(message));
    };
    let detail = TicketDetail {
        provider: identity.provider.clone(),
        identity_id: identity.identity_id.clone(),
        connection_id: identity.connection_id.clone(),
        email,
        ..given.detail()
    };
    issue(
        &request,
        TicketKind::EmailVerification,
        &user,
        detail,
        given.seconds,
    )
    .await
}

/// What both kinds of tickets have in common.
#[derive(Clone)]
struct Given {
    user_id: Option<String>,
    connection_id: String,
    email: String,
    client_id: Option<String>,
    result_url: Option<String>,
    includes_email: bool,
    seconds: i64,
}

impl Given {
    fn read(body: &Value) -> Result<Self, ManagementError> {
        let text = |name: &str| body[name].as_str().map(str::to_owned);
        let given = Self {
            user_id: text("user_id"),
            connection_id: text("connection_id").unwrap_or_default(),
            email: text("email").unwrap_or_default().to_lowercase(),
            client_id: text("client_id"),
            result_url: text("result_url"),
            includes_email: body["includeEmailInRedirect"] == true,
            // 0 means the default as well.
            seconds: body["ttl_sec"]
                .as_i64()
                .filter(|seconds| *seconds > 0)
                .unwrap_or(TICKET_SECONDS),
        };
        let refusal = |sentence: &str| {
            let message = format!("Payload validation error: '{sentence}'.");
            Err(ManagementError::invalid_body(message))
        };
        if given.result_url.is_some() && given.client_id.is_some() {
            return refusal("client_id cannot be combined with result_url");
        }
        let is_addressed = !given.connection_id.is_empty() && !given.email.is_empty();
        if given.user_id.is_none() && !is_addressed {
            return refusal("user_id, or connection_id and email, must be given");
        }
        Ok(given)
    }

    fn detail(&self) -> TicketDetail {
        TicketDetail {
            client_id: self.client_id.clone(),
            result_url: self.result_url.clone(),
            includes_email_in_redirect: self.includes_email,
            ..TicketDetail::default()
        }
    }
}

/// The user whom the body means.
fn addressed(
    db: &mut Connection<'_>,
    tenant: &str,
    given: &Given,
) -> Result<Option<User>, StoreError> {
    if let Some(user_id) = &given.user_id {
        return users::find(db, tenant, user_id);
    }
    let identifier = LoginIdentifier {
        kind: IdentifierKind::Email,
        value: given.email.clone(),
    };
    let found = users::find_owner(db, tenant, &given.connection_id, &identifier)?;
    let Some((provider, identity_id)) = found else {
        return Ok(None);
    };
    match identities::owner(db, tenant, &provider, &identity_id)? {
        Some(user_id) => users::find(db, tenant, &user_id),
        None => Ok(None),
    }
}

async fn issue(
    request: &Request,
    purpose: TicketKind,
    user: &User,
    detail: TicketDetail,
    seconds: i64,
) -> Outcome {
    let cx = &request.cx;
    if let Some(client_id) = &detail.client_id
        && cx.tenant.configuration.client(client_id).await?.is_none()
    {
        let message = "The client does not exist";
        return Err(ManagementError::new(StatusCode::NOT_FOUND, message).code("inexistent_client"));
    }
    let ticket = NewTicket::new(cx, purpose, &user.user_id, detail, seconds);
    let url = ticket.url(cx);
    let tenant = cx.tenant_id();
    let write = cx.store().write(move |db| ticket.store(db, &tenant));
    let stored: Result<(), StoreError> = write.await;
    stored?;
    if purpose == TicketKind::PasswordChange {
        let event = Event::new(kind::PASSWORD_CHANGE_REQUESTED, "Password change requested");
        cx.record(&event.user(user));
    }
    Ok(Answer::created(json!({ "ticket": url })))
}
