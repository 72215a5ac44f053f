//! `GET /users/:userID`: one user; under a row filter only if the filter finds them.

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::list::available;
use super::{acl_rows, user_id};
use crate::context::{OnBehalf, Shared};
use crate::error::GatewayError;
use crate::http::{Fields, pairs};
use crate::search;

/// Auth0's user, unchanged.
pub(crate) async fn get(
    State(cx): State<Shared>,
    request: Request,
) -> Result<Response, GatewayError> {
    let user_id = user_id(request.uri().path())?;
    let presentation = presentation(request.uri().query())?;
    let on_behalf = OnBehalf::of(&request);
    let Some(mut search) = search::one_user(&user_id, acl_rows(request.headers())?)? else {
        return Ok(cx
            .management
            .get_user(&user_id, presentation, &on_behalf)
            .await?
            .into_response());
    };
    search.parameters.extend(presentation);
    let answer = available(cx.management.list_users(search, &on_behalf).await)?;
    let users: Vec<Value> = serde_json::from_slice(&answer.body).unwrap_or_default();
    match users.into_iter().next() {
        Some(user) => Ok(axum::Json(user).into_response()),
        None => Err(GatewayError::NotFound("user")),
    }
}

/// `_p`, else `fields` and `include_fields`.
fn presentation(query: Option<&str>) -> Result<Vec<(&'static str, String)>, GatewayError> {
    let mut sent = search::presentation(&pairs(query.unwrap_or_default().as_bytes()))?;
    sent.retain(|(name, _)| *name != "sort");
    if sent.is_empty() {
        let fields = Fields::of_query(query);
        for name in ["fields", "include_fields"] {
            sent.extend(fields.text(name)?.map(|value| (name, value.to_owned())));
        }
    }
    Ok(sent)
}
