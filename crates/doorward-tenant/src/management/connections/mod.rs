//! `connections`: where users come from.

mod changes;
pub(in crate::management) mod clients;
mod removal;

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::listing::{Fields, Paging};
use super::{Answer, Outcome, Request, serves};
use crate::connection_secrets;
use crate::http::Context;
use crate::http::management_error::ManagementError;
use crate::store::connections::{self, ConnectionFilter, ConnectionRow};
use crate::store::{Connection, StoreError};

serves! {
    "connections.list" => list,
    "connections.get" => get,
    "connections.create" => changes::create,
    "connections.update" => changes::update,
    "connections.delete" => removal::delete,
    "connections.users.deleteByEmail" => removal::delete_user_by_email,
    "connections.checkStatus" => check_status,
}

/// A connection and the clients it is enabled for.
pub(super) type WithClients = (ConnectionRow, Vec<String>);

/// A connection as a list shows it, behind its place in the order.
pub(super) type Entry = ((String, String), Value);

/// 404: no such connection.
pub(super) fn inexistent() -> ManagementError {
    ManagementError::inexistent("inexistent_connection", "The connection does not exist")
}

/// `GET /connections`: by name.
async fn list(request: Request) -> Outcome {
    let paging = Paging::read(&request);
    let slice = paging.slice::<(String, String)>()?;
    let filter = ConnectionFilter {
        name: request.query_text("name").map(str::to_owned),
        strategies: strategies(&request),
    };
    let (tenant, wants_total) = (request.cx.tenant_id(), paging.wants_total());
    let read = request.cx.store().scan(move |db| {
        let rows = connections::list(db, &tenant, &filter, &slice)?;
        let total = if wants_total {
            connections::count(db, &tenant, &filter)?
        } else {
            0
        };
        Ok::<_, StoreError>((with_clients(db, &tenant, rows)?, total))
    });
    let (rows, total) = read.await?;
    let entries = entries(&request, rows)?;
    Ok(Answer::ok(paging.answer_slice(
        "connections",
        entries,
        total,
    )))
}

/// The strategies that a query asks for.
pub(super) fn strategies(request: &Request) -> Vec<String> {
    let asked = request.query("strategy").and_then(Value::as_array);
    let names = asked.into_iter().flatten().filter_map(Value::as_str);
    names.take(64).map(str::to_owned).collect()
}

/// Adds to each connection its clients, with one statement for all of them.
pub(super) fn with_clients(
    db: &mut Connection<'_>,
    tenant: &str,
    rows: Vec<ConnectionRow>,
) -> Result<Vec<WithClients>, StoreError> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids = rows.iter().map(|row| row.id.clone());
    let mut clients: HashMap<String, Vec<String>> = HashMap::new();
    for (connection, client) in connections::enabled_clients_of(db, tenant, ids)? {
        clients.entry(connection).or_default().push(client);
    }
    let with = |row: ConnectionRow| {
        let enabled = clients.remove(&row.id).unwrap_or_default();
        (row, enabled)
    };
    Ok(rows.into_iter().map(with).collect())
}

/// Connections as a list shows them, each with its place in the order.
pub(super) fn entries(request: &Request, rows: Vec<WithClients>) -> Result<Vec<Entry>, StoreError> {
    let fields = Fields::read(request);
    rows.into_iter()
        .map(|row| {
            let position = (row.0.name.to_lowercase(), row.0.id.clone());
            let shown = shown(&request.cx, row)?;
            Ok((position, fields.of(shown).into()))
        })
        .collect()
}

/// A connection as it is shown: with its secrets.
fn shown(cx: &Context, (mut row, clients): WithClients) -> Result<Map<String, Value>, StoreError> {
    connection_secrets::open(&cx.server.sealer, &cx.tenant.id, &mut row)?;
    let mut shown = Map::new();
    shown.insert("id".to_owned(), row.id.into());
    shown.insert("name".to_owned(), row.name.into());
    shown.insert("strategy".to_owned(), row.strategy.into());
    shown.extend(row.document);
    shown.insert("enabled_clients".to_owned(), clients.into());
    Ok(shown)
}

/// The connection under an id, with its clients.
fn existing(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
) -> Result<WithClients, ManagementError> {
    let row = connections::find(db, tenant, id)?.ok_or_else(inexistent)?;
    let clients = connections::enabled_clients(db, tenant, id)?;
    Ok((row, clients))
}

/// `GET /connections/{id}`.
async fn get(request: Request) -> Outcome {
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let read = request
        .cx
        .store()
        .read(move |db| existing(db, &tenant, &id));
    let shown = Fields::read(&request).of(shown(&request.cx, read.await?)?);
    Ok(Answer::ok(shown))
}

/// `GET /connections/{id}/status`: whether a connector is on line. None can be attached, so none is.
async fn check_status(request: Request) -> Outcome {
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let read = request
        .cx
        .store()
        .read(move |db| existing(db, &tenant, &id));
    read.await?;
    Err(ManagementError::not_found())
}

/// What a connection is made of besides its options, when nothing is said.
fn defaults(name: &str) -> Map<String, Value> {
    let defaults = json!({
        "options": {},
        "is_domain_connection": false,
        "realms": [name],
        "authentication": { "active": true },
        "connected_accounts": { "active": false },
    });
    match defaults {
        Value::Object(defaults) => defaults,
        _ => Map::new(),
    }
}
