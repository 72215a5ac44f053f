//! `DELETE /users/:userID`: removes a user and ends their sessions.

use axum::extract::{Request, State};
use http::StatusCode;

use super::{to_its_end, user_id};
use crate::context::{OnBehalf, Shared};
use crate::error::GatewayError;

/// 204, also for an id that nobody has.
pub(crate) async fn delete(
    State(cx): State<Shared>,
    request: Request,
) -> Result<StatusCode, GatewayError> {
    let user_id = user_id(request.uri().path())?;
    let on_behalf = OnBehalf::of(&request);
    to_its_end(async move {
        cx.management.delete_user(&user_id, &on_behalf).await?;
        cx.sessions.remove_user(&user_id).await?;
        Ok(StatusCode::NO_CONTENT)
    })
    .await
}
