//! `GET /users`: the tenant's users that match filters, the platform's row filter and the connections.

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde_json::Value;

use super::acl_rows;
use crate::auth0::CallError;
use crate::context::{OnBehalf, Shared};
use crate::error::{Answer, GatewayError};
use crate::http::pairs;
use crate::search;

/// Auth0's array of users, unchanged.
pub(crate) async fn list(
    State(cx): State<Shared>,
    request: Request,
) -> Result<Response, GatewayError> {
    let parameters = pairs(request.uri().query().unwrap_or_default().as_bytes());
    let connections = &cx.settings.config.management_client.connections;
    let Some(search) = search::read(&parameters, acl_rows(request.headers())?, connections)? else {
        return Ok(axum::Json(Value::Array(Vec::new())).into_response());
    };
    let answer = cx
        .management
        .list_users(search, &OnBehalf::of(&request))
        .await;
    Ok(available(answer)?.into_response())
}

/// A search that the tenant has no room for is 503 here as it is there.
pub(super) fn available(answer: Result<Answer, CallError>) -> Result<Answer, GatewayError> {
    answer.map_err(|error| match error {
        CallError::Failed(failure) if failure.status() == Some(StatusCode::SERVICE_UNAVAILABLE) => {
            GatewayError::SearchUnavailable
        }
        error => error.into(),
    })
}
