//! `PATCH /users/:userID`: changes a user. One who is blocked by it is logged out too.

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::{to_its_end, user_id};
use crate::context::{OnBehalf, Shared};
use crate::error::GatewayError;
use crate::http::json_object;

/// Auth0's answer with the changed user; body and answer pass unchanged.
pub(crate) async fn update(
    State(cx): State<Shared>,
    request: Request,
) -> Result<Response, GatewayError> {
    let user_id = user_id(request.uri().path())?;
    let on_behalf = OnBehalf::of(&request);
    let changes = json_object(request).await?;
    match changes.get("connection") {
        None | Some(Value::Null) => {}
        Some(Value::String(name))
            if cx
                .settings
                .config
                .management_client
                .connections
                .supports(name) => {}
        Some(Value::String(_)) => return Err(GatewayError::bad("connection is not supported")),
        Some(_) => return Err(GatewayError::bad("connection must be a string")),
    }
    let is_blocked = changes.get("blocked") == Some(&Value::Bool(true));
    to_its_end(async move {
        let update = cx.management.update_user(&user_id, changes, &on_behalf);
        let answer = update.await?;
        if is_blocked {
            cx.sessions.remove_user(&user_id).await?;
        }
        Ok(answer.into_response())
    })
    .await
}
