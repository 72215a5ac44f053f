//! `clients`: the applications of the tenant.

mod changes;
pub(in crate::management) mod credentials;
mod key_material;
mod shown;

use serde_json::Value;

use self::shown::Sight;
use super::listing::Paging;
use super::{Answer, Outcome, Request, connections, serves};
use crate::http::management_error::ManagementError;
use crate::store::clients::{self, ClientFilter};
use crate::store::{StoreError, connections as connection_rows};

serves! {
    "clients.list" => list,
    "clients.get" => get,
    "clients.create" => changes::create,
    "clients.update" => changes::update,
    "clients.delete" => changes::delete,
    "clients.rotateSecret" => changes::rotate_secret,
    "clients.connections.get" => enabled_connections,
}

/// 404: no such client.
pub(super) fn inexistent() -> ManagementError {
    ManagementError::inexistent("inexistent_client", "The client does not exist")
}

/// `GET /clients`: oldest first.
async fn list(request: Request) -> Outcome {
    let sight = Sight::of(&request)?;
    let paging = Paging::read(&request);
    let slice = paging.slice::<(i64, String)>()?;
    let Some(filter) = filter(&request)? else {
        let nothing: Vec<((i64, String), Value)> = Vec::new();
        return Ok(Answer::ok(paging.answer_slice("clients", nothing, 0)));
    };
    let (tenant, wants_total) = (request.cx.tenant_id(), paging.wants_total());
    let read = request.cx.store().scan(move |db| {
        let rows = clients::list(db, &tenant, &filter, &slice)?;
        let total = if wants_total {
            clients::count(db, &tenant, &filter)?
        } else {
            0
        };
        Ok::<_, StoreError>((rows, total))
    });
    let (rows, total) = read.await?;
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        let position = (row.created_at.as_millisecond(), row.client_id.clone());
        entries.push((position, sight.listed(&request.cx, row)?));
    }
    Ok(Answer::ok(paging.answer_slice("clients", entries, total)))
}

/// What the query asks for; `None` when no client can meet it.
fn filter(request: &Request) -> Result<Option<ClientFilter>, ManagementError> {
    // Only clients that describe themselves under a URL have an external id.
    if request.query("external_client_id").is_some() {
        return Ok(None);
    }
    match request.query_text("q") {
        None | Some("") => {}
        // Organizations have no client grants.
        Some(q) if q.starts_with("client_grant.organization_id:") => return Ok(None),
        Some(_) => {
            return Err(ManagementError::invalid_query(
                "Query validation error: 'q must be client_grant.organization_id:ID' on property q.",
            ));
        }
    }
    let app_types = request.query_text("app_type").unwrap_or_default();
    Ok(Some(ClientFilter {
        is_global: request.query_flag("is_global"),
        is_first_party: request.query_flag("is_first_party"),
        app_types: app_types
            .split(',')
            .map(str::trim)
            .filter(|app_type| !app_type.is_empty())
            .take(64)
            .map(str::to_owned)
            .collect(),
    }))
}

/// `GET /clients/{id}`.
async fn get(request: Request) -> Outcome {
    let sight = Sight::of(&request)?;
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let found = request
        .cx
        .store()
        .read(move |db| clients::find(db, &tenant, &id))
        .await?;
    let row = found.ok_or_else(inexistent)?;
    Ok(Answer::ok(sight.listed(&request.cx, row)?))
}

/// `GET /clients/{id}/connections`: those that are enabled for the client, by name.
async fn enabled_connections(request: Request) -> Outcome {
    let paging = Paging::read(&request);
    let slice = paging.slice::<(String, String)>()?;
    let strategies = connections::strategies(&request);
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let read = request.cx.store().scan(move |db| {
        clients::find(db, &tenant, &id)?.ok_or_else(inexistent)?;
        let rows = connection_rows::list_enabled_for(db, &tenant, &id, &strategies, &slice)?;
        connections::with_clients(db, &tenant, rows).map_err(ManagementError::from)
    });
    let rows = read.await?;
    let entries = connections::entries(&request, rows)?;
    let paging = paging.into_checkpoint();
    Ok(Answer::ok(paging.answer_slice("connections", entries, 0)))
}
