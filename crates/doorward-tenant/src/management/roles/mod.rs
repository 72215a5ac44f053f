//! `roles`: named sets of permissions.

pub(in crate::management) mod permissions;
pub(in crate::management) mod users;

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::listing::Paging;
use super::{Answer, Outcome, Request, serves};
use crate::http::management_error::ManagementError;
use crate::store::StoreError;
use crate::store::parents::{self, Parent};
use crate::store::roles::{self, RoleRow};

serves! {
    "roles.list" => list,
    "roles.get" => get,
    "roles.create" => create,
    "roles.update" => update,
    "roles.delete" => delete,
}

/// 404: no such role.
fn inexistent() -> ManagementError {
    ManagementError::new(StatusCode::NOT_FOUND, "The role does not exist.")
}

fn taken() -> ManagementError {
    ManagementError::conflict("The role already exists.")
}

fn shown(row: RoleRow) -> Value {
    let mut shown = json!({ "id": row.id, "name": row.name });
    for (name, value) in row.document {
        shown[name] = value;
    }
    shown["type"] = "tenant".into();
    shown
}

/// `GET /roles`: by name.
async fn list(request: Request) -> Outcome {
    let paging = Paging::read(&request);
    let slice = paging.slice::<(String, String)>()?;
    let name = request
        .query_text("name_filter")
        .unwrap_or_default()
        .to_owned();
    // Every role is the tenant's own.
    let is_other = |kind: &str| kind != "tenant";
    if request.query_text("type").is_some_and(is_other) || request.query("owner_id").is_some() {
        let nothing: Vec<((String, String), Value)> = Vec::new();
        return Ok(Answer::ok(paging.answer_slice("roles", nothing, 0)));
    }
    let (tenant, wants_total) = (request.cx.tenant_id(), paging.wants_total());
    let read = request.cx.store().scan(move |db| {
        let rows = roles::list(db, &tenant, &name, &slice)?;
        let total = if wants_total {
            roles::count(db, &tenant, &name)?
        } else {
            0
        };
        Ok::<_, StoreError>((rows, total))
    });
    let (rows, total) = read.await?;
    let entries = rows
        .into_iter()
        .map(|row| ((row.name.clone(), row.id.clone()), shown(row)))
        .collect();
    Ok(Answer::ok(paging.answer_slice("roles", entries, total)))
}

/// `GET /roles/{id}`.
async fn get(request: Request) -> Outcome {
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let read = request
        .cx
        .store()
        .read(move |db| roles::find(db, &tenant, &id));
    let found: Option<RoleRow> = read.await?;
    Ok(Answer::ok(shown(found.ok_or_else(inexistent)?)))
}

/// `POST /roles`: 200, as the real one answers.
async fn create(request: Request) -> Outcome {
    let cx = &request.cx;
    let mut document = request.members();
    let name = named(document.shift_remove("name"))?;
    let row = RoleRow {
        id: format!("rol_{}", cx.server.entropy.base62(16)),
        name,
        document,
    };
    let (tenant, stored) = (cx.tenant_id(), row.clone());
    let write = cx.store().write(move |db| {
        if roles::find_by_name(db, &tenant, &stored.name)?.is_some() {
            return Err(taken());
        }
        roles::insert(db, &tenant, &stored).map_err(refused)
    });
    write.await?;
    Ok(Answer::ok(shown(row)))
}

/// How many bytes the name of a role may have: it stands in an index.
const LONGEST_NAME: usize = 400;

fn named(name: Option<Value>) -> Result<String, ManagementError> {
    match name {
        Some(Value::String(name)) if name.len() > LONGEST_NAME => {
            let length = name.len();
            Err(ManagementError::invalid_body(format!(
                "Payload validation error: 'String is too long ({length} bytes), maximum {LONGEST_NAME}' on property name."
            )))
        }
        Some(Value::String(name)) if !name.is_empty() => Ok(name),
        _ => Err(ManagementError::invalid_body(
            "Payload validation error: 'String is too short (0 chars), minimum 1' on property name.",
        )),
    }
}

fn refused(error: StoreError) -> ManagementError {
    if error.is_duplicate() {
        taken()
    } else {
        error.into()
    }
}

/// `PATCH /roles/{id}`.
async fn update(request: Request) -> Outcome {
    let cx = &request.cx;
    let mut change = request.members();
    let name = match change.shift_remove("name") {
        None => None,
        name => Some(named(name)?),
    };
    let (tenant, id) = (cx.tenant_id(), request.path("id").to_owned());
    let write = cx.store().write(move |db| {
        let mut row = roles::find(db, &tenant, &id)?.ok_or_else(inexistent)?;
        if let Some(name) = &name {
            let owner = roles::find_by_name(db, &tenant, name)?;
            if owner.is_some_and(|owner| owner.id != row.id) {
                return Err(taken());
            }
            row.name.clone_from(name);
        }
        row.document.extend(change.clone());
        roles::update(db, &tenant, &row).map_err(refused)?;
        Ok(row)
    });
    Ok(Answer::ok(shown(write.await?)))
}

/// `DELETE /roles/{id}`: 200 with an empty object, and 404 the second time.
async fn delete(request: Request) -> Outcome {
    let cx = &request.cx;
    let (tenant, id) = (cx.tenant_id(), request.path("id").to_owned());
    let write = cx.store().write(move |db| {
        parents::close(db, Parent::Role)?;
        roles::delete(db, &tenant, &id)
    });
    let existed: Result<bool, StoreError> = write.await;
    if !existed? {
        return Err(inexistent());
    }
    Ok(Answer::ok(json!({})))
}
