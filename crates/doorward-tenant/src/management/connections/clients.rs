//! `connections.clients`: the applications that may use a connection.

use serde_json::{Value, json};

use super::inexistent;
use crate::http::management_error::ManagementError;
use crate::management::clients::inexistent as inexistent_client;
use crate::management::listing::Paging;
use crate::management::{Answer, Outcome, Request, serves};
use crate::store::connections;
use crate::store::parents::{self, Parent};

serves! {
    "connections.clients.get" => get,
    "connections.clients.update" => update,
}

/// How many clients one request may change.
const MOST: usize = 50;
const TAKE: u64 = 50;

/// `GET /connections/{id}/clients`.
async fn get(request: Request) -> Outcome {
    let paging = match Paging::read(&request) {
        Paging::Page { .. } => Paging::Checkpoint {
            from: None,
            take: TAKE,
        },
        checkpoint @ Paging::Checkpoint { .. } => checkpoint,
    };
    let slice = paging.slice::<(String,)>()?;
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let read = request.cx.store().scan(move |db| {
        connections::find(db, &tenant, &id)?.ok_or_else(inexistent)?;
        Ok::<_, ManagementError>(connections::enabled_clients_slice(
            db, &tenant, &id, &slice,
        )?)
    });
    let entries = read
        .await?
        .into_iter()
        .map(|id| {
            let shown = json!({ "client_id": id });
            ((id,), shown)
        })
        .collect();
    Ok(Answer::ok(paging.answer_slice("clients", entries, 0)))
}

/// `PATCH /connections/{id}/clients`: enables and disables, the others stay as they are.
async fn update(request: Request) -> Outcome {
    let cx = &request.cx;
    let changes = changes(&request.body)?;
    let (tenant, id) = (cx.tenant_id(), request.path("id").to_owned());
    let write = cx.store().write(move |db| {
        if !parents::hold(db, Parent::Connection, &tenant, &id)? {
            return Err(inexistent());
        }
        for (client, is_enabled) in &changes {
            if !is_enabled {
                connections::disable(db, &tenant, &id, client)?;
                continue;
            }
            if !parents::hold(db, Parent::Client, &tenant, client)? {
                return Err(inexistent_client());
            }
            connections::enable(db, &tenant, &id, client)?;
        }
        Ok(())
    });
    write.await?;
    cx.tenant.configuration.invalidate();
    Ok(Answer::no_content())
}

/// Which client is enabled (`true`) or disabled, in the order of the body.
fn changes(body: &Value) -> Result<Vec<(String, bool)>, ManagementError> {
    let list = body.as_array().map_or(&[][..], Vec::as_slice);
    if list.len() > MOST {
        let length = list.len();
        let message =
            format!("Payload validation error: 'Array is too long ({length}), maximum {MOST}'.");
        return Err(ManagementError::invalid_body(message));
    }
    let change = |entry: &Value| {
        let client = entry["client_id"].as_str()?.to_owned();
        Some((client, entry["status"].as_bool()?))
    };
    Ok(list.iter().filter_map(change).collect())
}
