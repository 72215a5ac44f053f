//! `GET /users/{user_id}/impersonate?bewit=…`: the link that opens an application in another user's place.

use std::sync::Arc;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;

use super::answer::LoginError;
use super::decision::{blocked, granted, needs_consent};
use super::entitled::Entitled;
use super::failure::{Failure, parameters};
use super::respond;
use crate::authentication::legacy::impersonation;
use crate::domain::authorization::{AuthorizationError, Query, is_registered};
use crate::domain::client::Client;
use crate::domain::impersonation::{Impersonation, Impersonator};
use crate::domain::scope::OFFLINE_ACCESS;
use crate::domain::ticket::{TicketFault, TicketKind};
use crate::domain::user::User;
use crate::events::{Event, kind};
use crate::http::Context;
use crate::store::{self, StoreError, authorization_codes, tickets, users};

const KIND: TicketKind = TicketKind::Impersonation;

/// A link that was followed, with both users as they are now.
struct Followed {
    impersonation: Impersonation,
    user: Option<User>,
    impersonator: Option<User>,
}

/// Spends the link and answers the application as a login would.
pub(crate) async fn follow(
    cx: Context,
    path: Result<Path<String>, PathRejection>,
    RawQuery(query): RawQuery,
) -> Result<Response, LoginError> {
    let parameters = parameters(&cx, query.unwrap_or_default().as_bytes()).await?;
    if !impersonation::is_allowed(&cx).await? {
        let failure = Failure {
            status: StatusCode::NOT_FOUND,
            ..Failure::invalid_request("Impersonation is disabled for this tenant")
        };
        return failure.show(&cx, None).await;
    }
    let by = path.map(|Path(user_id)| user_id).unwrap_or_default();
    let bewit = parameters.owned("bewit").unwrap_or_default();
    let followed = match spend(&cx, by, bewit).await? {
        Ok(followed) => followed,
        Err(fault) => {
            let failure = Failure {
                heading: "This link does not work any more",
                text: "A link to stand in for somebody works once, and for a few minutes. Ask for a new one.",
                ..Failure::invalid_request(fault.to_string())
            };
            return failure.show(&cx, None).await;
        }
    };
    let request = &followed.impersonation.request;
    let client = impersonation::client(&cx, &request.client_id).await?;
    // Asked again: what was allowed minutes ago may not be now.
    let client = client.filter(|client| {
        is_registered(
            &client.callbacks,
            &request.destination.redirect_uri,
            Query::Counts,
        )
    });
    let Some(client) = client else {
        let failure = Failure::invalid_request("The application takes no part in this any more");
        return failure.show(&cx, None).await;
    };
    match answer(&cx, &client, &followed).await? {
        Ok(response) => Ok(response),
        Err(error) => {
            let event = Event::new(kind::LOGIN_FAILED, error.description.clone());
            let event = event
                .client(&client)
                .details(super::failure::details(&error));
            cx.record(&event);
            respond::refuse(&cx, &client, &request.destination, &error).await
        }
    }
}

/// Uses the link up, whatever comes of it.
async fn spend(
    cx: &Context,
    by: String,
    bewit: String,
) -> Result<Result<Followed, TicketFault>, StoreError> {
    let (tenant, now) = (cx.tenant_id(), cx.now());
    let unit = move |db: &mut store::Connection<'_>| {
        let Some(mut ticket) = tickets::find(db, &tenant, KIND, &bewit)? else {
            return Ok(Err(TicketFault::Unknown));
        };
        if let Err(fault) = ticket.check(now) {
            return Ok(Err(fault));
        }
        let impersonation = ticket.detail.impersonation.take();
        let Some(impersonation) = impersonation.filter(|known| known.impersonator_id == by) else {
            return Ok(Err(TicketFault::Unknown));
        };
        if !tickets::spend(db, &tenant, KIND, &bewit, now)? {
            return Ok(Err(TicketFault::Used));
        }
        Ok(Ok(Followed {
            user: users::find(db, &tenant, &ticket.user_id)?,
            impersonator: users::find(db, &tenant, &by)?,
            impersonation: *impersonation,
        }))
    };
    cx.store().write(unit).await
}

async fn answer(
    cx: &Context,
    client: &Arc<Client>,
    followed: &Followed,
) -> Result<Result<Response, AuthorizationError>, LoginError> {
    let request = &followed.impersonation.request;
    let (Some(user), Some(by)) = (&followed.user, &followed.impersonator) else {
        return Ok(Err(gone()));
    };
    if user.is_blocked || by.is_blocked {
        return Ok(Err(blocked()));
    }
    // As in any other login, the application offers the connection that its user comes from.
    let enabled = cx.tenant.configuration.connections_of(&client.id).await?;
    let mut identities = user.identities.iter();
    let identity = identities.find(|identity| {
        let mut ids = enabled.iter().map(|connection| &connection.id);
        ids.any(|id| *id == identity.connection_id)
    });
    let Some(identity) = identity else {
        let told = "the connection was disabled";
        return Ok(Err(AuthorizationError::new("access_denied", told)));
    };
    let mut granted = match granted(cx, client, request, user).await? {
        Ok(granted) => granted,
        Err(error) => return Ok(Err(error)),
    };
    let audience = granted.api.as_ref().map_or("", |api| &api.identifier);
    if audience == cx.tenant.names.management_audience {
        // Accounts are their owners' to change.
        let told = "Nobody can stand in for a user at the Management API";
        return Ok(Err(AuthorizationError::new("access_denied", told)));
    }
    granted.scope = granted.scope.filter(|name| name != OFFLINE_ACCESS);
    if needs_consent(cx, client, request, user, &granted, false).await? {
        let told = "Consent required";
        return Ok(Err(AuthorizationError::new("consent_required", told)));
    }
    let impersonator = Impersonator {
        user_id: by.user_id.clone(),
        email: by.profile.email.clone(),
    };
    let entitled = Entitled {
        client,
        request,
        user,
        session_id: None,
        connection_id: &identity.connection_id,
        authenticated_at: cx.now(),
        impersonator: Some(&impersonator),
    };
    let (answer, code) = match entitled.issue(cx, &granted)? {
        Ok(issued) => issued,
        Err(error) => return Ok(Err(error)),
    };
    if let Some((issued, code)) = code {
        let tenant = cx.tenant_id();
        let unit = move |db: &mut store::Connection<'_>| {
            let is_there = users::hold(db, &tenant, &code.grant.user_id)?;
            if is_there {
                authorization_codes::insert(db, &tenant, &issued, &code)?;
            }
            Ok(is_there)
        };
        let is_stored: Result<bool, StoreError> = cx.store().write(unit).await;
        if !is_stored? {
            return Ok(Err(gone()));
        }
    }
    let audience = granted.api.as_ref().map_or("", |api| &api.identifier);
    let event = Event::new(kind::LOGIN, "Successful login").client(client);
    let event = event
        .user(user)
        .audience(audience, &granted.scope.to_string());
    let details = json!({ "impersonated": true, "impersonator": { "user_id": by.user_id } });
    cx.record(&event.details(details));
    Ok(Ok(respond::respond(
        cx,
        client,
        &request.destination,
        answer,
    )
    .await?))
}

fn gone() -> AuthorizationError {
    AuthorizationError::new("access_denied", "The user does not exist anymore")
}
