//! `clientGrants`: which client may ask for which scopes of which API.

use serde_json::{Map, Value, json};

use super::clients::inexistent as inexistent_client;
use super::listing::Paging;
use super::resource_servers::inexistent as inexistent_api;
use super::{Answer, Outcome, Request, serves};
use crate::domain::resource_server_document::scopes;
use crate::http::management_error::ManagementError;
use crate::store::client_grants::{self, ClientGrantFilter, ClientGrantRow};
use crate::store::parents::{self, Parent};
use crate::store::{Connection, StoreError, clients, resource_servers};

serves! {
    "clientGrants.list" => list,
    "clientGrants.get" => get,
    "clientGrants.create" => create,
    "clientGrants.update" => update,
    "clientGrants.delete" => delete,
    "clientGrants.organizations.list" => organizations,
}

fn inexistent() -> ManagementError {
    ManagementError::inexistent("inexistent_client_grant", "The grant does not exist.")
}

fn taken(grant: &ClientGrantRow) -> ManagementError {
    let ClientGrantRow {
        client_id,
        audience,
        ..
    } = grant;
    let message = format!("A client grant already exists between {client_id} and {audience}");
    ManagementError::conflict(message)
}

fn shown(row: ClientGrantRow) -> Value {
    let mut shown = Map::new();
    shown.insert("id".to_owned(), row.id.into());
    if !row.client_id.is_empty() {
        shown.insert("client_id".to_owned(), row.client_id.into());
    }
    shown.insert("audience".to_owned(), row.audience.into());
    shown.extend(row.document);
    shown.insert("subject_type".to_owned(), row.subject_type.into());
    shown.into()
}

/// `GET /client-grants`: by id.
async fn list(request: Request) -> Outcome {
    let paging = Paging::read(&request);
    let slice = paging.slice::<(String,)>()?;
    let filter = filter(&request);
    let (tenant, wants_total) = (request.cx.tenant_id(), paging.wants_total());
    let read = request.cx.store().scan(move |db| {
        let rows = client_grants::list(db, &tenant, &filter, &slice)?;
        let total = if wants_total {
            client_grants::count(db, &tenant, &filter)?
        } else {
            0
        };
        Ok::<_, StoreError>((rows, total))
    });
    let (rows, total) = read.await?;
    let entries = rows
        .into_iter()
        .map(|row| ((row.id.clone(),), shown(row)))
        .collect();
    Ok(Answer::ok(paging.answer_slice(
        "client_grants",
        entries,
        total,
    )))
}

fn filter(request: &Request) -> ClientGrantFilter {
    let text = |name: &str| request.query_text(name).map(str::to_owned);
    ClientGrantFilter {
        client_id: text("client_id"),
        audience: text("audience"),
        subject_type: text("subject_type"),
        allow_any_organization: request.query_flag("allow_any_organization"),
        default_for: text("default_for"),
    }
}

/// `GET /client-grants/{id}`.
async fn get(request: Request) -> Outcome {
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let read = request
        .cx
        .store()
        .read(move |db| client_grants::find(db, &tenant, &id));
    let found: Option<ClientGrantRow> = read.await?;
    Ok(Answer::ok(shown(found.ok_or_else(inexistent)?)))
}

/// `POST /client-grants`.
async fn create(request: Request) -> Outcome {
    let cx = &request.cx;
    let mut document = request.members();
    let mut text = |name: &str| match document.shift_remove(name) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    };
    let (client_id, audience) = (text("client_id"), text("audience").unwrap_or_default());
    let subject_type = text("subject_type").unwrap_or_else(|| "client".to_owned());
    if client_id.is_none() && !document.contains_key("default_for") {
        let message = "Payload validation error: 'Missing required property: client_id'.";
        return Err(ManagementError::invalid_body(message));
    }
    if !document.contains_key("scope") {
        document.insert("scope".to_owned(), json!([]));
    }
    let row = ClientGrantRow {
        id: format!("cgr_{}", cx.server.entropy.base62(16)),
        client_id: client_id.unwrap_or_default(),
        audience,
        subject_type,
        document,
    };
    let (tenant, stored) = (cx.tenant_id(), row.clone());
    let write = cx.store().write(move |db| {
        check_client(db, &tenant, &stored.client_id)?;
        check_scope(db, &tenant, &stored)?;
        let ClientGrantRow {
            client_id,
            audience,
            subject_type,
            ..
        } = &stored;
        if client_grants::find_pair(db, &tenant, client_id, audience, subject_type)?.is_some() {
            return Err(taken(&stored));
        }
        client_grants::insert(db, &tenant, &stored).map_err(|error| {
            if error.is_duplicate() {
                taken(&stored)
            } else {
                error.into()
            }
        })
    });
    write.await?;
    cx.tenant.configuration.invalidate();
    Ok(Answer::created(shown(row)))
}

/// The client must exist and be one that asks for tokens; an empty id stands for a kind of clients.
fn check_client(
    db: &mut Connection<'_>,
    tenant: &str,
    client_id: &str,
) -> Result<(), ManagementError> {
    if client_id.is_empty() {
        return Ok(());
    }
    parents::hold(db, Parent::Client, tenant, client_id)?;
    let client = clients::find(db, tenant, client_id)?.ok_or_else(inexistent_client)?;
    if client.document.get("global") == Some(&json!(true)) {
        return Err(inexistent_client());
    }
    match client.document.get("app_type").and_then(Value::as_str) {
        Some(kind @ "resource_server") => {
            let message = format!("Client of type {kind} cannot be used");
            Err(ManagementError::bad_request(message).code("validation_error"))
        }
        _ => Ok(()),
    }
}

/// The API must exist and define every scope that the grant names.
fn check_scope(
    db: &mut Connection<'_>,
    tenant: &str,
    grant: &ClientGrantRow,
) -> Result<(), ManagementError> {
    parents::hold(db, Parent::ResourceServer, tenant, &grant.audience)?;
    let found = resource_servers::find_by_identifier(db, tenant, &grant.audience)?;
    let api = found.ok_or_else(inexistent_api)?;
    let defined = scopes(&api.document);
    let granted = grant.document.get("scope").and_then(Value::as_array);
    let is_subset = granted
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .all(|scope| defined.contains(&scope));
    if is_subset {
        return Ok(());
    }
    let message = "Payload validation error: scope must be a subset of resource server scopes";
    Err(ManagementError::invalid_body(message))
}

/// `PATCH /client-grants/{id}`: tokens issued from now on follow it.
async fn update(request: Request) -> Outcome {
    let (cx, change) = (&request.cx, request.members());
    let (tenant, id) = (cx.tenant_id(), request.path("id").to_owned());
    let write = cx.store().write(move |db| {
        let mut row = client_grants::find(db, &tenant, &id)?.ok_or_else(inexistent)?;
        for (name, value) in change.clone() {
            match (name.as_str(), value) {
                ("scope", Value::Null) => {
                    row.document.insert(name, json!([]));
                }
                (_, Value::Null) => {
                    row.document.shift_remove(&name);
                }
                (_, value) => {
                    row.document.insert(name, value);
                }
            }
        }
        check_scope(db, &tenant, &row)?;
        client_grants::update(db, &tenant, &row)?;
        Ok::<_, ManagementError>(row)
    });
    let row = write.await?;
    cx.tenant.configuration.invalidate();
    Ok(Answer::ok(shown(row)))
}

/// `DELETE /client-grants/{id}`: also when it is gone already.
async fn delete(request: Request) -> Outcome {
    let cx = &request.cx;
    let (tenant, id) = (cx.tenant_id(), request.path("id").to_owned());
    let write = cx
        .store()
        .write(move |db| client_grants::delete(db, &tenant, &id));
    let deleted: Result<bool, StoreError> = write.await;
    deleted?;
    cx.tenant.configuration.invalidate();
    Ok(Answer::no_content())
}

/// `GET /client-grants/{id}/organizations`: the tenant has none.
async fn organizations(request: Request) -> Outcome {
    let paging = Paging::read(&request);
    paging.slice::<(String,)>()?;
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let read = request
        .cx
        .store()
        .read(move |db| client_grants::find(db, &tenant, &id));
    let found: Option<ClientGrantRow> = read.await?;
    found.ok_or_else(inexistent)?;
    let nothing: Vec<((String,), Value)> = Vec::new();
    Ok(Answer::ok(paging.answer_slice("organizations", nothing, 0)))
}
