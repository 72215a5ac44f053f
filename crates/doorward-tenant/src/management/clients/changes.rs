//! Making, changing and deleting clients.

use serde_json::{Map, Value};

use super::shown::Sight;
use super::{inexistent, key_material};
use crate::domain::client_document::{self, ClientFault};
use crate::http::Context;
use crate::http::management_error::ManagementError;
use crate::management::{Answer, Outcome, Request};
use crate::store::clients::{self, ClientRow};
use crate::store::parents::{self, Parent};
use crate::store::{Connection, StoreError, client_credentials};

/// What a token needs that sets the keys of a client.
const SECRET_SCOPE: &str = "update:client_keys";

impl From<ClientFault> for ManagementError {
    fn from(fault: ClientFault) -> Self {
        match fault {
            ClientFault::GrantTypes(_) => Self::invalid_body(fault.to_string()),
            _ => Self::invalid_body(format!("Payload validation error: '{fault}'.")),
        }
    }
}

/// `POST /clients`.
pub(super) async fn create(request: Request) -> Outcome {
    let (cx, now) = (&request.cx, request.cx.now());
    let mut given = request.members();
    check_organization(&given)?;
    client_document::check_grant_types(&given)?;
    let secret = chosen_secret(&request, &mut given)?;
    let (credentials, mut shown) = key_material::take(cx, &mut given, now)?;
    let document = client_document::new(given);
    client_document::check(&document, secret.as_deref())?;
    let secret = secret.unwrap_or_else(|| cx.server.entropy.secret::<48>());
    let chosen = request.chosen_id.clone();
    let client_id = chosen.unwrap_or_else(|| cx.server.entropy.base62(32));
    let row = ClientRow {
        secret: seal(cx, &client_id, &secret)?,
        client_id,
        document,
        created_at: now,
    };
    let (tenant, stored) = (cx.tenant_id(), row.clone());
    let aliases = aliases(&row.document);
    let write = cx.store().write(move |db| {
        claim(db, &tenant, &stored.client_id, &aliases)?;
        clients::insert(db, &tenant, &stored)?;
        for credential in &credentials {
            client_credentials::insert(db, &tenant, &stored.client_id, credential)?;
        }
        Ok::<_, ManagementError>(())
    });
    write.await?;
    cx.tenant.configuration.invalidate();
    let mut answer = row;
    // The credentials just made are told whole, once; later by their ids.
    for name in [
        "client_authentication_methods",
        "signed_request_object",
        "token_vault_privileged_access",
    ] {
        if let Some(value) = shown.shift_remove(name) {
            answer.document.insert(name.to_owned(), value);
        }
    }
    let sight = Sight::after_change(&request).with_keys();
    Ok(Answer::created(sight.stored(cx, answer)?))
}

/// `PATCH /clients/{id}`.
pub(super) async fn update(request: Request) -> Outcome {
    let cx = &request.cx;
    let mut change = request.members();
    check_scopes(&request, &change)?;
    check_organization(&change)?;
    client_document::check_grant_types(&change)?;
    let named = key_material::ids(&mut change);
    let chosen = chosen_secret(&request, &mut change)?;
    let id = request.path("id").to_owned();
    let sealed = chosen
        .as_deref()
        .map(|secret| seal(cx, &id, secret))
        .transpose()?;
    let tenant = cx.tenant_id();
    let aliases = aliases(&change);
    let write = cx.store().write(move |db| {
        claim(db, &tenant, &id, &aliases)?;
        let mut row = clients::find(db, &tenant, &id)?.ok_or_else(inexistent)?;
        client_document::merge(&mut row.document, change.clone());
        client_document::check(&row.document, chosen.as_deref())?;
        for credential in &named {
            if client_credentials::find(db, &tenant, &id, credential)?.is_none() {
                let message =
                    format!("Payload validation error: 'Unknown credential: {credential}'.");
                return Err(ManagementError::invalid_body(message));
            }
        }
        if let Some(sealed) = &sealed {
            row.secret.clone_from(sealed);
        }
        clients::update(db, &tenant, &row)?;
        Ok(row)
    });
    let row = write.await?;
    cx.tenant.configuration.invalidate();
    Ok(Answer::ok(Sight::after_change(&request).stored(cx, row)?))
}

fn aliases(document: &Map<String, Value>) -> Vec<String> {
    let aliases = document.get("client_aliases").and_then(Value::as_array);
    let aliases = aliases.into_iter().flatten();
    aliases
        .filter_map(|alias| Some(alias.as_str()?.to_owned()))
        .collect()
}

/// Makes sure that these aliases can be the client's: nobody else has them, and nobody else gets them before this unit
/// has ended.
fn claim(
    db: &mut Connection<'_>,
    tenant: &str,
    client_id: &str,
    aliases: &[String],
) -> Result<(), ManagementError> {
    if aliases.is_empty() {
        return Ok(());
    }
    clients::take_turns(db)?;
    if clients::is_alias_taken(db, tenant, client_id, aliases)? {
        let message = "Another client exists with the same alias.";
        return Err(ManagementError::conflict(message));
    }
    Ok(())
}

/// Takes the secret that a caller chose out of a body.
fn chosen_secret(
    request: &Request,
    body: &mut Map<String, Value>,
) -> Result<Option<String>, ManagementError> {
    let Some(Value::String(secret)) = body.shift_remove("client_secret") else {
        return Ok(None);
    };
    if request.holds(SECRET_SCOPE) {
        Ok(Some(secret))
    } else {
        Err(ManagementError::insufficient_scope(&[SECRET_SCOPE]))
    }
}

/// A token may change what its scopes are for.
fn check_scopes(request: &Request, change: &Map<String, Value>) -> Result<(), ManagementError> {
    for name in change.keys() {
        let sufficient: &[&str] = match name.as_str() {
            "client_secret" | "encryption_key" => &[SECRET_SCOPE],
            "client_authentication_methods" | "signed_request_object" => {
                &["update:clients", "update:client_credentials"]
            }
            "token_vault_privileged_access" => &[
                "update:clients",
                "update:client_token_vault_privileged_access",
            ],
            _ => &["update:clients"],
        };
        if !sufficient.iter().any(|scope| request.holds(scope)) {
            return Err(ManagementError::insufficient_scope(sufficient));
        }
    }
    Ok(())
}

/// There are no organizations yet that a client could default to.
fn check_organization(given: &Map<String, Value>) -> Result<(), ManagementError> {
    match given.get("default_organization") {
        Some(Value::Object(_)) => Err(ManagementError::new(
            axum::http::StatusCode::NOT_FOUND,
            "No organization found by that id or name",
        )),
        _ => Ok(()),
    }
}

/// `DELETE /clients/{id}`: also when it is gone already.
pub(super) async fn delete(request: Request) -> Outcome {
    let (cx, id) = (&request.cx, request.path("id").to_owned());
    let tenant = cx.tenant_id();
    let write = cx.store().write(move |db| {
        parents::close(db, Parent::Client)?;
        let found = clients::find(db, &tenant, &id)?;
        if found.is_some_and(|row| row.document.get("global") == Some(&Value::Bool(true))) {
            let message = "The global client cannot be deleted.";
            return Err(ManagementError::bad_request(message).code("operation_not_supported"));
        }
        Ok(clients::delete(db, &tenant, &id)?)
    });
    write.await?;
    cx.tenant.configuration.invalidate();
    Ok(Answer::no_content())
}

/// `POST /clients/{id}/rotate-secret`: the old secret is worth nothing from now on.
pub(super) async fn rotate_secret(request: Request) -> Outcome {
    let (cx, id) = (&request.cx, request.path("id").to_owned());
    let sealed = seal(cx, &id, &cx.server.entropy.secret::<48>())?;
    let tenant = cx.tenant_id();
    let write = cx.store().write(move |db| {
        let mut row = clients::find(db, &tenant, &id)?.ok_or_else(inexistent)?;
        row.secret.clone_from(&sealed);
        clients::update(db, &tenant, &row)?;
        Ok::<_, ManagementError>(row)
    });
    let row = write.await?;
    cx.tenant.configuration.invalidate();
    let sight = Sight::after_change(&request).with_keys();
    Ok(Answer::ok(sight.stored(cx, row)?))
}

fn seal(cx: &Context, client_id: &str, secret: &str) -> Result<Vec<u8>, ManagementError> {
    let context = clients::seal_context(client_id);
    let sealed = cx
        .server
        .sealer
        .seal(&cx.tenant.id, &context, secret.as_bytes());
    Ok(sealed.map_err(StoreError::from)?)
}
