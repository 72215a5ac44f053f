//! `POST /change-password` and `POST /users/change-password`: mails the user a link for a new password.

use axum::extract::{Request, State};
use http::StatusCode;
use serde_json::Value;

use super::users::check_id;
use crate::auth0::CallError;
use crate::config::Client;
use crate::connection;
use crate::context::{Context, OnBehalf, Shared};
use crate::error::GatewayError;
use crate::http::{Fields, json_object};

/// 204 also for an address nobody has: the tenant does not tell.
pub(super) async fn change_password(
    State(cx): State<Shared>,
    request: Request,
) -> Result<StatusCode, GatewayError> {
    let client = cx.client(request.headers())?;
    let on_behalf = OnBehalf::of(&request);
    let fields = Fields::Json(json_object(request).await?);
    let user_id = match fields.text("authUserId")? {
        Some(id) => Some(id),
        None => fields.text("userId")?,
    };
    let connection = fields.text("connection")?;
    let (email, connection) = match (fields.text("email")?, user_id) {
        (Some(email), None) => (
            email.to_owned(),
            for_email(&cx, &client.config, connection)?,
        ),
        (None, Some(user_id)) => of_user(&cx, user_id, connection, &on_behalf).await?,
        _ => {
            return Err(GatewayError::bad(
                "exactly one of email and authUserId is required",
            ));
        }
    };
    if !cx
        .settings
        .config
        .management_client
        .connections
        .supports(&connection)
    {
        return Err(GatewayError::bad("connection is not supported"));
    }
    match client
        .change_password(&email, &connection, &on_behalf)
        .await
    {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(CallError::Refused(refusal)) if refusal.answer.status == StatusCode::BAD_REQUEST => {
            Err(GatewayError::bad(refusal.message.unwrap_or_else(|| {
                "the tenant refused the request".to_owned()
            })))
        }
        Err(error) => Err(error.into()),
    }
}

/// The connection for an address: the one named, the management default, the client's.
fn for_email(cx: &Context, client: &Client, named: Option<&str>) -> Result<String, GatewayError> {
    let default = named.or_else(|| cx.settings.config.management_client.connections.default());
    match default {
        Some(connection) => Ok(connection.to_owned()),
        None => match connection::for_login(client, None)? {
            Some(connection) => Ok(connection.to_owned()),
            None => Err(GatewayError::bad("connection is required")),
        },
    }
}

/// Address and database connection of a user.
async fn of_user(
    cx: &Context,
    user_id: &str,
    named: Option<&str>,
    on_behalf: &OnBehalf,
) -> Result<(String, String), GatewayError> {
    check_id(user_id, "user")?;
    let answer = cx
        .management
        .get_user(user_id, Vec::new(), on_behalf)
        .await
        .map_err(|error| match error {
            CallError::Refused(refusal) if refusal.answer.status == StatusCode::NOT_FOUND => {
                GatewayError::NotFound("user")
            }
            error => error.into(),
        })?;
    let user: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    let email = user
        .get("email")
        .and_then(Value::as_str)
        .filter(|email| !email.is_empty());
    let email = email.ok_or_else(|| GatewayError::bad("the user has no email"))?;
    let connection = named.or_else(|| database(&user));
    let connection = connection.ok_or_else(|| GatewayError::bad("the user has no password"))?;
    Ok((email.to_owned(), connection.to_owned()))
}

/// The connection of the user's database identity: the only kind that has a password.
fn database(user: &Value) -> Option<&str> {
    let identities = user.get("identities")?.as_array()?;
    let identity = identities
        .iter()
        .find(|identity| identity.get("provider").and_then(Value::as_str) == Some("auth0"))?;
    identity.get("connection")?.as_str()
}
