//! `roles.permissions`: what a role allows.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::inexistent;
use crate::domain::resource_server::scope_described;
use crate::http::management_error::ManagementError;
use crate::management::listing::Paging;
use crate::management::{Answer, Outcome, Request, serves};
use crate::store::parents::{self, Parent};
use crate::store::resource_servers::{self, ResourceServerRow};
use crate::store::roles::{self, RolePermission};
use crate::store::{Connection, StoreError};

serves! {
    "roles.permissions.list" => list,
    "roles.permissions.add" => add,
    "roles.permissions.delete" => delete,
}

/// How many permissions one request may name.
const MOST: usize = 1000;

/// `GET /roles/{id}/permissions`: by API and name.
async fn list(request: Request) -> Outcome {
    let paging = Paging::read(&request);
    let slice = paging.slice::<(String, String)>()?;
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let read = request.cx.store().scan(move |db| {
        roles::find(db, &tenant, &id)?.ok_or_else(inexistent)?;
        let permissions = roles::permissions(db, &tenant, &id, &slice)?;
        let apis = apis(db, &tenant, &permissions)?;
        let total = roles::count_permissions(db, &tenant, &id)?;
        Ok::<_, ManagementError>((permissions, apis, total))
    });
    let (permissions, apis, total) = read.await?;
    let entries = permissions
        .into_iter()
        .map(|permission| {
            let api = apis.get(&permission.audience);
            let shown = shown(&permission, api);
            ((permission.audience, permission.permission), shown)
        })
        .collect();
    Ok(Answer::ok(paging.answer_slice(
        "permissions",
        entries,
        total,
    )))
}

/// The APIs that permissions belong to, by identifier.
fn apis(
    db: &mut Connection<'_>,
    tenant: &str,
    permissions: &[RolePermission],
) -> Result<HashMap<String, ResourceServerRow>, StoreError> {
    let mut apis = HashMap::new();
    for RolePermission { audience, .. } in permissions {
        if !apis.contains_key(audience)
            && let Some(api) = resource_servers::find_by_identifier(db, tenant, audience)?
        {
            apis.insert(audience.clone(), api);
        }
    }
    Ok(apis)
}

fn shown(permission: &RolePermission, api: Option<&ResourceServerRow>) -> Value {
    let name = api.and_then(|api| api.document.get("name"));
    let description = api.and_then(|api| scope_described(&api.document, &permission.permission));
    json!({
        "permission_name": permission.permission,
        "description": description.unwrap_or_default(),
        "resource_server_name": name.unwrap_or(&Value::Null),
        "resource_server_identifier": permission.audience,
    })
}

/// `POST /roles/{id}/permissions`: those the role has already are ignored.
async fn add(request: Request) -> Outcome {
    let named = named(&request.body)?;
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let write = request.cx.store().write(move |db| {
        if !parents::hold(db, Parent::Role, &tenant, &id)? {
            return Err(inexistent());
        }
        for permission in &named {
            parents::hold(db, Parent::ResourceServer, &tenant, &permission.audience)?;
        }
        let apis = apis(db, &tenant, &named)?;
        for permission in &named {
            check(permission, apis.get(&permission.audience))?;
            roles::permit(db, &tenant, &id, permission)?;
        }
        Ok::<_, ManagementError>(())
    });
    write.await?;
    Ok(Answer::created(json!({})))
}

/// A permission is a scope that its API defines.
fn check(
    permission: &RolePermission,
    api: Option<&ResourceServerRow>,
) -> Result<(), ManagementError> {
    let Some(api) = api else {
        let message = "The resource server does not exist";
        return Err(ManagementError::inexistent(
            "inexistent_resource_server",
            message,
        ));
    };
    if scope_described(&api.document, &permission.permission).is_some() {
        return Ok(());
    }
    let RolePermission {
        audience,
        permission,
    } = permission;
    let message = format!("Permission {permission} does not exist on resource server {audience}");
    Err(ManagementError::bad_request(message))
}

/// `DELETE /roles/{id}/permissions`, with the permissions in the body.
async fn delete(request: Request) -> Outcome {
    let named = named(&request.body)?;
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let write = request.cx.store().write(move |db| {
        roles::find(db, &tenant, &id)?.ok_or_else(inexistent)?;
        for permission in &named {
            roles::forbid(db, &tenant, &id, permission)?;
        }
        Ok::<_, ManagementError>(())
    });
    write.await?;
    Ok(Answer::no_content())
}

fn named(body: &Value) -> Result<Vec<RolePermission>, ManagementError> {
    let list = body["permissions"]
        .as_array()
        .map_or(&[][..], Vec::as_slice);
    if list.len() > MOST {
        let length = list.len();
        let message = format!(
            "Payload validation error: 'Array is too long ({length}), maximum {MOST}' on property permissions."
        );
        return Err(ManagementError::invalid_body(message));
    }
    let permission = |entry: &Value| {
        Some(RolePermission {
            audience: entry["resource_server_identifier"].as_str()?.to_owned(),
            permission: entry["permission_name"].as_str()?.to_owned(),
        })
    };
    Ok(list.iter().filter_map(permission).collect())
}
