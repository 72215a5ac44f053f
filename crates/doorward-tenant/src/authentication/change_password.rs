//! `POST /dbconnections/change_password`: sends the link by which a user chooses a new password.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::client_authentication;
use crate::domain::connection::Strategy;
use crate::http::parameters::object;
use crate::http::{Body, Context, DatabaseError};
use crate::login::answer::LoginError;
use crate::login::tickets;
use crate::protection::Message;

const SENT: &str = "We've just sent you an email to reset your password.";

/// Answers the same sentence whether anybody has the address or not. A `password` is ignored: the
/// new one is chosen where the link leads.
pub(crate) async fn change_password(
    cx: Context,
    Body(body): Body,
) -> Result<Response, DatabaseError> {
    let body = object(&body).map_err(DatabaseError::of_body)?;
    let text = |name: &str| match body.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if text.contains('\0') || text.len() > 1024 => {
            Err(DatabaseError::parameter(&format!("{name} is not valid")))
        }
        Some(Value::String(text)) => Ok(Some(text.as_str()).filter(|text| !text.is_empty())),
        Some(_) => Err(DatabaseError::parameter(&format!(
            "{name} must be a string"
        ))),
    };
    let journey = &cx.caller.journey;
    journey.learn(text("correlation_id")?, None);
    let identifier = match text("email")? {
        Some(email) => email,
        None => match (text("username")?, text("phone_number")?) {
            (Some(name), _) | (None, Some(name)) => name,
            (None, None) => return Err(DatabaseError::parameter("email is required")),
        },
    };
    let name =
        text("connection")?.ok_or_else(|| DatabaseError::parameter("connection is required"))?;
    let connection = cx
        .tenant
        .configuration
        .connection_named(name)
        .await
        .map_err(failed)?;
    let connection = connection.filter(|connection| connection.strategy == Strategy::Database);
    let Some(connection) = connection else {
        return Err(DatabaseError::parameter("The connection does not exist"));
    };
    if connection.is_on("disable_self_service_change_password") {
        return Err(DatabaseError::parameter(
            "Changing passwords is disabled for this connection",
        ));
    }
    let client = match text("client_id")? {
        Some(client_id) => client_authentication::find(&cx, client_id)
            .await
            .map_err(failed)?,
        None => None,
    };
    let identifier = identifier.trim();
    let asker = (cx.caller.ip, identifier);
    let (sending, limits) = (&cx.tenant.sending, cx.server.settings.limits);
    let left = sending
        .ask(Message::PasswordReset, asker, limits, cx.now())
        .map_err(DatabaseError::too_many_requests)?;
    tickets::send_password_reset(&cx, client.as_deref(), &connection, identifier)
        .await
        .map_err(failed)?;
    let html = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    Ok((html, left, SENT).into_response())
}

fn failed(error: impl Into<LoginError>) -> DatabaseError {
    let error: LoginError = error.into();
    let error: &dyn std::error::Error = &error;
    tracing::error!(
        error,
        source = error.source(),
        "a password change was not started"
    );
    DatabaseError::server(StatusCode::INTERNAL_SERVER_ERROR)
}
