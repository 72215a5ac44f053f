//! Making and changing connections.

use doorward_api::{description, validation};
use serde_json::{Map, Value};

use super::{defaults, existing, inexistent, shown};
use crate::connection_secrets;
use crate::domain::connection_options::{self, OptionsFault};
use crate::http::Context;
use crate::http::management_error::ManagementError;
use crate::management::{Answer, Outcome, Request};
use crate::store::connections::{self, ConnectionRow};
use crate::store::parents::{self, Parent};
use crate::store::{Connection, StoreError};

impl From<OptionsFault> for ManagementError {
    fn from(fault: OptionsFault) -> Self {
        Self::invalid_body(fault.to_string())
    }
}

/// Options of this strategy that are not known here would be kept and never obeyed: they are refused. What
/// other strategies may have is the business of their providers.
fn check_known(strategy: &str, options: &Map<String, Value>) -> Result<(), ManagementError> {
    if strategy != "auth0" {
        return Ok(());
    }
    let options = Value::Object(options.clone());
    let checked = validation::member(
        description::management(),
        "ConnectionOptionsAuth0",
        "options",
        &options,
    );
    checked.map_err(ManagementError::from)
}

fn taken() -> ManagementError {
    ManagementError::conflict("A connection with the same name already exists")
        .code("connection_conflict")
}

/// `POST /connections`.
pub(super) async fn create(request: Request) -> Outcome {
    let cx = &request.cx;
    let mut given = request.members();
    let enabled = client_ids(given.shift_remove("enabled_clients"));
    let row = new_row(cx, given)?;
    let (tenant, stored) = (cx.tenant_id(), row);
    let write = cx.store().write(move |db| {
        check_clients(db, &tenant, &enabled)?;
        if connections::find_by_name(db, &tenant, &stored.name)?.is_some() {
            return Err(taken());
        }
        connections::insert(db, &tenant, &stored).map_err(|error| {
            if error.is_duplicate() {
                taken()
            } else {
                error.into()
            }
        })?;
        connections::set_clients(db, &tenant, &stored.id, &enabled)?;
        existing(db, &tenant, &stored.id)
    });
    let stored = write.await?;
    cx.tenant.configuration.invalidate();
    Ok(Answer::created(shown(cx, stored)?))
}

fn new_row(cx: &Context, mut given: Map<String, Value>) -> Result<ConnectionRow, ManagementError> {
    let mut text = |name: &str| match given.shift_remove(name) {
        Some(Value::String(text)) => text,
        _ => String::new(),
    };
    let (name, strategy) = (text("name"), text("strategy"));
    let options = match given.shift_remove("options") {
        Some(Value::Object(options)) => options,
        _ => Map::new(),
    };
    check_known(&strategy, &options)?;
    let mut document = defaults(&name);
    let options = connection_options::new(&strategy, options)?;
    document.insert("options".to_owned(), options.into());
    if connection_options::is_enterprise(&strategy) {
        document.insert("show_as_button".to_owned(), false.into());
        let length = if strategy == "ad" { 32 } else { 8 };
        let ticket = cx.server.entropy.base62(length);
        let url = cx.tenant.names.url(&format!("p/{strategy}/{ticket}"));
        document.insert("provisioning_ticket_url".to_owned(), url.into());
    }
    document.extend(given.into_iter().filter(|(_, value)| !value.is_null()));
    let mut row = ConnectionRow {
        id: format!("con_{}", cx.server.entropy.base62(16)),
        name,
        strategy,
        document,
        secrets: None,
        created_at: cx.now(),
    };
    connection_secrets::seal(&cx.server.sealer, &cx.tenant.id, &mut row)
        .map_err(StoreError::from)?;
    Ok(row)
}

/// `PATCH /connections/{id}`: `options` are replaced as a whole.
pub(super) async fn update(request: Request) -> Outcome {
    let cx = &request.cx;
    let mut change = request.members();
    let enabled = change
        .shift_remove("enabled_clients")
        .filter(|list| !list.is_null())
        .map(|list| client_ids(Some(list)));
    let (tenant, id) = (cx.tenant_id(), request.path("id").to_owned());
    let sealer = cx.server.sealer.clone();
    let write = cx.store().write(move |db| {
        let mut row = connections::find(db, &tenant, &id)?.ok_or_else(inexistent)?;
        let mut change = change.clone();
        if let Some(Value::Object(given)) = change.shift_remove("options") {
            let stored = row.document.get("options").and_then(Value::as_object);
            let stored = stored.cloned().unwrap_or_default();
            check_known(&row.strategy, &given)?;
            let options = connection_options::replace(&row.strategy, &stored, given)?;
            row.document.insert("options".to_owned(), options.into());
            connection_secrets::seal(&sealer, &tenant, &mut row).map_err(StoreError::from)?;
        }
        for (name, value) in change {
            if value.is_null() {
                row.document.shift_remove(&name);
            } else {
                row.document.insert(name, value);
            }
        }
        connections::update(db, &tenant, &row)?;
        if let Some(enabled) = &enabled {
            check_clients(db, &tenant, enabled)?;
            connections::set_clients(db, &tenant, &id, enabled)?;
        }
        existing(db, &tenant, &id)
    });
    let stored = write.await?;
    cx.tenant.configuration.invalidate();
    Ok(Answer::ok(shown(cx, stored)?))
}

fn client_ids(list: Option<Value>) -> Vec<String> {
    let Some(Value::Array(list)) = list else {
        return Vec::new();
    };
    let mut ids: Vec<String> = list
        .into_iter()
        .filter_map(|id| Some(id.as_str()?.to_owned()))
        .collect();
    ids.sort();
    ids.dedup();
    ids
}

/// Refuses a list of clients that names one which does not exist.
fn check_clients(
    db: &mut Connection<'_>,
    tenant: &str,
    ids: &[String],
) -> Result<(), ManagementError> {
    for id in ids {
        if !parents::hold(db, Parent::Client, tenant, id)? {
            let message = "The client does not exist";
            return Err(ManagementError::bad_request(message).code("inexistent_client"));
        }
    }
    Ok(())
}
