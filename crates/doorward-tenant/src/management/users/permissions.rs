//! `users.permissions`: what a user may do, directly and through roles.

use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use super::super::listing::Paging;
use super::super::{Answer, Outcome, Request, serves};
use super::fault::UserFault;
use super::find;
use crate::http::management_error::ManagementError;
use crate::store::parents::{self, Parent};
use crate::store::user_roles::{self, Assigned, PermissionOfUser};
use crate::store::{Connection, StoreError, resource_servers, users};

serves! {
    "users.permissions.list" => list,
    "users.permissions.create" => create,
    "users.permissions.delete" => delete,
}

/// Why a permission cannot be given.
#[derive(Debug, thiserror::Error)]
enum PermissionFault {
    #[error("the user does not exist")]
    User,
    #[error("the API does not exist")]
    Api,
    #[error("the API has no permission {0}")]
    Permission(String),
    #[error("the user has as many permissions as anybody may have")]
    TooMany,
    #[error("store failed")]
    Store(#[from] StoreError),
}

impl From<PermissionFault> for ManagementError {
    fn from(fault: PermissionFault) -> Self {
        match fault {
            PermissionFault::User => UserFault::Missing.into(),
            PermissionFault::Api => {
                Self::inexistent("inexistent_resource_server", "The resource server does not exist")
            }
            PermissionFault::Permission(name) => Self::new(
                StatusCode::BAD_REQUEST,
                format!("Payload validation error: 'No enum match for: {name}' on property permission_name."),
            )
            .code("invalid_body"),
            PermissionFault::TooMany => Self::too_many_entities(),
            PermissionFault::Store(error) => error.into(),
        }
    }
}

/// `GET /users/{id}/permissions`.
async fn list(request: Request) -> Outcome {
    let user = find(&request, request.path("id")).await?;
    let paging = Paging::read(&request);
    let (start, limit) = paging.window();
    let tenant = request.cx.tenant_id();
    let read = request.cx.store().read(move |db| {
        let all = user_roles::permissions(db, &tenant, &user.user_id)?;
        let total = all.len() as u64;
        let page = all.into_iter().skip(start as usize).take(limit as usize);
        let shown: Result<Vec<Value>, StoreError> = page
            .map(|permission| show(db, &tenant, &permission))
            .collect();
        Ok::<_, StoreError>((shown?, total))
    });
    let (items, total) = read.await?;
    Ok(Answer::ok(paging.answer("permissions", items, total)))
}

/// A permission with the words its API has for it.
fn show(
    db: &mut Connection<'_>,
    tenant: &str,
    permission: &PermissionOfUser,
) -> Result<Value, StoreError> {
    let api = resource_servers::find_by_identifier(db, tenant, &permission.audience)?;
    let document = api.map(|api| api.document).unwrap_or_default();
    let direct = permission
        .is_direct
        .then(|| json!({ "source_id": "", "source_name": "", "source_type": "DIRECT" }));
    let roles = permission
        .roles
        .iter()
        .map(|(id, name)| json!({ "source_id": id, "source_name": name, "source_type": "ROLE" }));
    let sources: Vec<Value> = direct.into_iter().chain(roles).collect();
    Ok(json!({
        "permission_name": permission.permission,
        "description": description_of(&document, &permission.permission),
        "resource_server_name": document.get("name").and_then(Value::as_str).unwrap_or_default(),
        "resource_server_identifier": permission.audience,
        "sources": sources,
    }))
}

/// What an API says of one of its permissions.
pub(super) fn description_of<'d>(api: &'d Map<String, Value>, name: &str) -> &'d str {
    let described = scope(api, name).and_then(|scope| scope["description"].as_str());
    described.unwrap_or_default()
}

fn scope<'d>(document: &'d Map<String, Value>, name: &str) -> Option<&'d Value> {
    document
        .get("scopes")?
        .as_array()?
        .iter()
        .find(|scope| scope["value"] == name)
}

/// `POST /users/{id}/permissions`: all of them or none. Nobody has more than 1,000 of their own.
async fn create(request: Request) -> Outcome {
    let user = find(&request, request.path("id")).await?;
    let (tenant, named) = (request.cx.tenant_id(), named(&request.body));
    let written = request.cx.store().write(move |db| {
        if !users::hold(db, &tenant, &user.user_id)? {
            return Err(PermissionFault::User);
        }
        for (audience, permission) in &named {
            parents::hold(db, Parent::ResourceServer, &tenant, audience)?;
            let api = resource_servers::find_by_identifier(db, &tenant, audience)?
                .ok_or(PermissionFault::Api)?;
            if scope(&api.document, permission).is_none() {
                return Err(PermissionFault::Permission(permission.clone()));
            }
        }
        match user_roles::permit(db, &tenant, &user.user_id, &named)? {
            Assigned::TooMany => Err(PermissionFault::TooMany),
            _ => Ok(()),
        }
    });
    written.await?;
    Ok(Answer::created(json!({})))
}

/// `DELETE /users/{id}/permissions`, with the permissions in the body.
async fn delete(request: Request) -> Outcome {
    let user = find(&request, request.path("id")).await?;
    let (tenant, named) = (request.cx.tenant_id(), named(&request.body));
    let written = request.cx.store().write(move |db| {
        named.iter().try_for_each(|(audience, permission)| {
            user_roles::forbid(db, &tenant, &user.user_id, audience, permission)
        })
    });
    let written: Result<(), StoreError> = written.await;
    written?;
    Ok(Answer::no_content())
}

/// API and name of each permission in a body.
fn named(body: &Value) -> Vec<(String, String)> {
    let permissions = body["permissions"]
        .as_array()
        .map_or(&[][..], Vec::as_slice);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let pair = |permission: &Value| {
        (
            text(&permission["resource_server_identifier"]),
            text(&permission["permission_name"]),
        )
    };
    permissions.iter().map(pair).collect()
}
