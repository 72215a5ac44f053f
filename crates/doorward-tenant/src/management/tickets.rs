//! `tickets`: links that somebody else sends to a user.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Answer, Outcome, Request, serves};
use crate::domain::ticket::{TicketDetail, TicketKind};
use crate::domain::user::{IdentifierKind, Identity, LoginIdentifier, User};
use crate::events::{Event, kind};
use crate::http::management_error::ManagementError;
use crate::login::tickets::{NewTicket, TICKET_SECONDS};
use crate::store::{Connection, StoreError, identities, users};

serves! {
    "tickets.changePassword" => change_password,
    "tickets.verifyEmail" => verify_email,
}

/// 404: no such user, or none with such an identity.
pub(super) fn inexistent_user() -> ManagementError {
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
    let found: Result<_, StoreError> = read.await;
    let (user, meant) = found?.ok_or_else(inexistent_user)?;
    let of_database = |known: &&Identity| known.provider == "auth0";
    let identity = match &meant {
        Some(identity) => Some(identity).filter(of_database),
        None => user.identities.iter().find(of_database),
    };
    let Some(identity) = identity else {
        let message = "The user does not have a database identity whose password could be changed.";
        return Err(ManagementError::bad_request(message));
    };
    let detail = TicketDetail {
        email: email_of(&user, identity).unwrap_or_default(),
        marks_email_as_verified: request.body["mark_email_as_verified"] == true,
        ..given.detail(identity)
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
    let found: Result<_, StoreError> = read.await;
    let (user, meant) = found?.ok_or_else(inexistent_user)?;
    let identity = meant.as_ref().or(user.identities.first());
    let identity = identity.ok_or_else(inexistent_user)?;
    let Some(email) = email_of(&user, identity) else {
        let message = "The user does not have an email address.";
        return Err(ManagementError::bad_request(message));
    };
    let detail = TicketDetail {
        email,
        ..given.detail(identity)
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

/// The address of an identity; a linked one has its own.
fn email_of(user: &User, identity: &Identity) -> Option<String> {
    user.profile_of(&identity.provider, &identity.identity_id)
        .email
}

/// What both kinds of tickets have in common.
#[derive(Clone)]
struct Given {
    /// Provider and id.
    identity: Option<(String, String)>,
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
        let identity = body["identity"].as_object().map(|identity| {
            let text = |name: &str| identity.get(name).and_then(Value::as_str);
            let text = |name: &str| text(name).unwrap_or_default().to_owned();
            (text("provider"), text("user_id"))
        });
        let given = Self {
            identity,
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

    fn detail(&self, identity: &Identity) -> TicketDetail {
        TicketDetail {
            provider: identity.provider.clone(),
            identity_id: identity.identity_id.clone(),
            connection_id: identity.connection_id.clone(),
            client_id: self.client_id.clone(),
            result_url: self.result_url.clone(),
            includes_email_in_redirect: self.includes_email,
            ..TicketDetail::default()
        }
    }
}

/// The user whom the body means, and which of their identities, if it says so: by name, or by the address that it has in
/// its connection.
fn addressed(
    db: &mut Connection<'_>,
    tenant: &str,
    given: &Given,
) -> Result<Option<(User, Option<Identity>)>, StoreError> {
    let (user_id, meant) = match &given.user_id {
        Some(user_id) => (Some(user_id.clone()), given.identity.clone()),
        None => {
            let identifier = LoginIdentifier {
                kind: IdentifierKind::Email,
                value: given.email.clone(),
            };
            let found = users::find_owner(db, tenant, &given.connection_id, &identifier)?;
            let Some((provider, identity_id)) = found else {
                return Ok(None);
            };
            let user_id = identities::owner(db, tenant, &provider, &identity_id)?;
            (user_id, Some((provider, identity_id)))
        }
    };
    if given.identity.is_some() && given.identity != meant {
        return Ok(None);
    }
    let Some(user_id) = user_id else {
        return Ok(None);
    };
    let Some(user) = users::find(db, tenant, &user_id)? else {
        return Ok(None);
    };
    let Some((provider, identity_id)) = meant else {
        return Ok(Some((user, None)));
    };
    let identity = user.identity(&provider, &identity_id).cloned();
    Ok(identity.map(|identity| (user, Some(identity))))
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
    let stored: Result<bool, StoreError> = write.await;
    if !stored? {
        return Err(inexistent_user());
    }
    if purpose == TicketKind::PasswordChange {
        let event = Event::new(kind::PASSWORD_CHANGE_REQUESTED, "Password change requested");
        cx.record(&event.user(user));
    }
    Ok(Answer::created(json!({ "ticket": url })))
}
