//! Users who call for themselves: tokens with `…:current_user…` scopes reach their own user alone.

use axum::http::StatusCode;
use serde_json::{Map, Value};

use super::super::Request;
use crate::http::management_error::ManagementError;

/// Whether the caller may act on the user in the path: with one of `scopes` on anybody, else on
/// themselves.
///
/// # Errors
///
/// 403 for somebody else's user.
pub(super) fn may_act_on(request: &Request, scopes: &[&str]) -> Result<(), ManagementError> {
    if scopes.iter().any(|scope| request.holds(scope))
        || request.caller.subject == request.path("id")
    {
        return Ok(());
    }
    let message = "User to be acted on does not match subject in bearer token.";
    Err(ManagementError::new(StatusCode::FORBIDDEN, message))
}

/// The same for a change: of themselves, users may change `user_metadata` and nothing else.
///
/// # Errors
///
/// 403 for somebody else's user and for other attributes.
pub(super) fn may_update(
    request: &Request,
    members: &Map<String, Value>,
) -> Result<(), ManagementError> {
    let scopes = ["update:users", "update:users_app_metadata"];
    may_act_on(request, &scopes)?;
    if scopes.iter().any(|scope| request.holds(scope)) {
        return Ok(());
    }
    let others: Vec<&str> = members
        .keys()
        .map(String::as_str)
        .filter(|name| *name != "user_metadata")
        .collect();
    if others.is_empty() {
        return Ok(());
    }
    let message = format!(
        "You cannot update the following fields: {}",
        others.join(", ")
    );
    Err(ManagementError::new(StatusCode::FORBIDDEN, message).code("insufficient_scope"))
}
