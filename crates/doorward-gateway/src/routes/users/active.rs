//! `GET /users/active`: who is logged in, over all clients.

use axum::Json;
use axum::extract::State;
use serde::Serialize;

use crate::context::Shared;
use crate::error::GatewayError;

/// One user with at least one live session.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ActiveUser {
    user_id: String,
}

/// Each user once, sorted by id.
pub(crate) async fn active(
    State(cx): State<Shared>,
) -> Result<Json<Vec<ActiveUser>>, GatewayError> {
    let users = cx.sessions.active_users().await?;
    Ok(Json(
        users
            .into_iter()
            .map(|user_id| ActiveUser { user_id })
            .collect(),
    ))
}
