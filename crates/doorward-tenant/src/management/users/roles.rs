//! `users.roles`: the roles that a user has.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::super::listing::Paging;
use super::super::{Answer, Outcome, Request, serves};
use super::fault::UserFault;
use super::find;
use crate::http::management_error::ManagementError;
use crate::store::user_roles::{self, Assigned};
use crate::store::{StoreError, users};

serves! {
    "users.roles.list" => list,
    "users.roles.assign" => assign,
    "users.roles.delete" => delete,
}

/// `GET /users/{id}/roles`.
async fn list(request: Request) -> Outcome {
    let user = find(&request, request.path("id")).await?;
    let paging = Paging::read(&request);
    let tenant = request.cx.tenant_id();
    let read = request
        .cx
        .store()
        .read(move |db| user_roles::list(db, &tenant, &user.user_id));
    let roles: Result<Vec<user_roles::RoleOfUser>, StoreError> = read.await;
    let roles = roles?;
    let total = roles.len() as u64;
    let (start, limit) = paging.window();
    let shown = roles.into_iter().skip(start as usize).take(limit as usize);
    let items: Vec<Value> = shown
        .map(|role| json!({ "id": role.id, "name": role.name, "description": role.description }))
        .collect();
    Ok(Answer::ok(paging.answer("roles", items, total)))
}

/// `POST /users/{id}/roles`. Roles that the user has already stay, and nobody has more than 50.
async fn assign(request: Request) -> Outcome {
    let user = find(&request, request.path("id")).await?;
    let (tenant, roles) = (request.cx.tenant_id(), named(&request.body));
    let written = request.cx.store().write(move |db| {
        if !users::hold(db, &tenant, &user.user_id)? {
            return Err(UserFault::Missing.into());
        }
        match user_roles::assign(db, &tenant, &user.user_id, &roles)? {
            Assigned::Given => Ok(()),
            Assigned::TooMany => Err(ManagementError::too_many_entities()),
            Assigned::Unknown => {
                let message = "The role does not exist.";
                Err(ManagementError::new(StatusCode::NOT_FOUND, message))
            }
        }
    });
    written.await?;
    Ok(Answer::no_content())
}

/// `DELETE /users/{id}/roles`, with the roles in the body.
async fn delete(request: Request) -> Outcome {
    let user = find(&request, request.path("id")).await?;
    let (tenant, roles) = (request.cx.tenant_id(), named(&request.body));
    let written = request
        .cx
        .store()
        .write(move |db| user_roles::take_away(db, &tenant, &user.user_id, &roles));
    let written: Result<(), StoreError> = written.await;
    written?;
    Ok(Answer::no_content())
}

fn named(body: &Value) -> Vec<String> {
    let roles = body["roles"].as_array().map_or(&[][..], Vec::as_slice);
    roles
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}
