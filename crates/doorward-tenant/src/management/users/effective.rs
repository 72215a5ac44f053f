//! `users.effectiveRoles` and `users.effectivePermissions`: what a user has in the end, and why.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::super::listing::Paging;
use super::super::{Answer, Outcome, Request, serves};
use super::find;
use super::permissions::description_of;
use crate::http::management_error::ManagementError;
use crate::store::StoreError;
use crate::store::resource_servers::{self, ResourceServerRow};
use crate::store::user_roles::{self, PermissionOfUser, RoleOfUser};

serves! {
    "users.effectiveRoles.list" => roles,
    "users.effectivePermissions.list" => permissions,
    "users.effectivePermissions.sources.roles.list" => roles_of_permission,
}

/// The part of a list that is asked for: the whole is in memory, by the positions of its entries.
fn part(request: &Request, key: &str, mut all: Vec<((String, String), Value)>) -> Outcome {
    let paging = Paging::read(request).into_checkpoint();
    let (after, limit) = paging.after::<(String, String)>()?;
    all.sort_by(|one, other| one.0.cmp(&other.0));
    if let Some(after) = after {
        all.retain(|(position, _)| *position > after);
    }
    all.truncate(limit);
    Ok(Answer::ok(paging.answer_slice(key, all, 0)))
}

/// `GET /users/{id}/effective-roles`. Groups, from which others could come, there are none.
async fn roles(request: Request) -> Outcome {
    let user = find(&request, request.path("id")).await?;
    let tenant = request.cx.tenant_id();
    let read = request
        .cx
        .store()
        .read(move |db| user_roles::list(db, &tenant, &user.user_id));
    let found: Result<Vec<RoleOfUser>, StoreError> = read.await;
    let all = found?.into_iter().map(|role| role_entry(role, "direct"));
    part(&request, "roles", all.collect())
}

fn role_entry(role: RoleOfUser, source: &str) -> ((String, String), Value) {
    let shown = json!({
        "id": role.id, "name": role.name, "description": role.description, "sources": [source],
    });
    ((role.name, role.id), shown)
}

/// The permissions of a user for the API that the query names, with the API.
async fn for_api(
    request: &Request,
) -> Result<(String, Vec<PermissionOfUser>, ResourceServerRow), ManagementError> {
    let user = find(request, request.path("id")).await?;
    let named = request.query_text("resource_server_identifier");
    let (tenant, identifier) = (request.cx.tenant_id(), named.unwrap_or_default().to_owned());
    let read = request.cx.store().read(move |db| {
        let api = resource_servers::find_by_identifier(db, &tenant, &identifier)?;
        let api = api.ok_or_else(|| {
            let message = "The resource server does not exist";
            ManagementError::inexistent("inexistent_resource_server", message)
        })?;
        let mut all = user_roles::permissions(db, &tenant, &user.user_id)?;
        all.retain(|permission| permission.audience == identifier);
        Ok::<_, ManagementError>((user.user_id.clone(), all, api))
    });
    read.await
}

/// `GET /users/{id}/effective-permissions`.
async fn permissions(request: Request) -> Outcome {
    let (_, found, api) = for_api(&request).await?;
    let name = api.document.get("name").and_then(Value::as_str);
    let all = found.into_iter().map(|permission| {
        let sources = [
            (permission.is_direct, "direct"),
            (!permission.roles.is_empty(), "roles"),
        ];
        let sources = sources.into_iter().filter(|(applies, _)| *applies);
        let sources: Vec<&str> = sources.map(|(_, source)| source).collect();
        let shown = json!({
            "resource_server_identifier": permission.audience,
            "permission_name": permission.permission,
            "resource_server_name": name.unwrap_or_default(),
            "description": description_of(&api.document, &permission.permission),
            "sources": sources,
        });
        ((permission.permission, String::new()), shown)
    });
    part(&request, "permissions", all.collect())
}

/// `GET /users/{id}/effective-permissions/sources/effective-roles`: the roles that give a permission.
async fn roles_of_permission(request: Request) -> Outcome {
    let (user_id, found, _) = for_api(&request).await?;
    let named = request.query_text("permission_name").unwrap_or_default();
    let Some(permission) = found.into_iter().find(|known| known.permission == named) else {
        let message = "The user does not have this permission.";
        return Err(ManagementError::new(StatusCode::NOT_FOUND, message));
    };
    let tenant = request.cx.tenant_id();
    let read = request
        .cx
        .store()
        .read(move |db| user_roles::list(db, &tenant, &user_id));
    let roles: Result<Vec<RoleOfUser>, StoreError> = read.await;
    let giving = roles?.into_iter().filter(|role| {
        let mut giving = permission.roles.iter();
        giving.any(|(id, _)| *id == role.id)
    });
    let all = giving.map(|role| role_entry(role, "direct")).collect();
    part(&request, "roles", all)
}
