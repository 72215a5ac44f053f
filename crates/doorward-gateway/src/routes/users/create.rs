//! `POST /users`: makes a user, in the default connection if the body names none.

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use crate::context::{OnBehalf, Shared};
use crate::error::GatewayError;
use crate::http::json_object;

/// Auth0's answer with the new user, unchanged.
pub(crate) async fn create(
    State(cx): State<Shared>,
    request: Request,
) -> Result<Response, GatewayError> {
    let on_behalf = OnBehalf::of(&request);
    let mut user = json_object(request).await?;
    let connections = &cx.settings.config.management_client.connections;
    match user.get("connection") {
        Some(Value::String(name)) if !name.is_empty() => {
            if !connections.supports(name) {
                return Err(GatewayError::bad("connection is not supported"));
            }
        }
        None | Some(Value::Null | Value::String(_)) => {
            let default = connections
                .default()
                .ok_or_else(|| GatewayError::bad("connection is required"))?;
            user.insert("connection".to_owned(), default.into());
        }
        Some(_) => return Err(GatewayError::bad("connection must be a string")),
    }
    Ok(cx
        .management
        .create_user(user, &on_behalf)
        .await?
        .into_response())
}
