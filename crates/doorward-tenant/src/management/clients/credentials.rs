//! `clients.credentials`: the keys and certificates of one client.

use serde_json::Value;

use super::{inexistent, key_material};
use crate::domain::profile::wire_time;
use crate::http::management_error::ManagementError;
use crate::management::{Answer, Outcome, Request, serves};
use crate::store::client_credentials::{self, CredentialRow};
use crate::store::parents::{self, Parent};
use crate::store::{Connection, StoreError, clients};

serves! {
    "clients.credentials.list" => list,
    "clients.credentials.get" => get,
    "clients.credentials.create" => create,
    "clients.credentials.update" => update,
    "clients.credentials.delete" => delete,
}

fn missing() -> ManagementError {
    let message = "The client credential does not exist.";
    ManagementError::new(axum::http::StatusCode::NOT_FOUND, message)
}

/// `GET /clients/{client_id}/credentials`: always all of them, oldest first.
async fn list(request: Request) -> Outcome {
    let (tenant, client_id) = ids(&request);
    let read = request.cx.store().read(move |db| {
        clients::find(db, &tenant, &client_id)?.ok_or_else(inexistent)?;
        Ok::<_, ManagementError>(client_credentials::list(db, &tenant, &client_id)?)
    });
    let shown: Vec<Value> = read
        .await?
        .into_iter()
        .map(|row| row.document.into())
        .collect();
    Ok(Answer::ok(shown))
}

/// `GET /clients/{client_id}/credentials/{credential_id}`.
async fn get(request: Request) -> Outcome {
    let (tenant, client_id) = ids(&request);
    let id = request.path("credential_id").to_owned();
    let read = request
        .cx
        .store()
        .read(move |db| existing(db, &tenant, &client_id, &id));
    Ok(Answer::ok(read.await?.document))
}

/// `POST /clients/{client_id}/credentials`: a key that the client does not use until it is told to.
async fn create(request: Request) -> Outcome {
    let cx = &request.cx;
    let (tenant, client_id) = ids(&request);
    let row = key_material::read(cx, &request.members(), cx.now())?;
    let shown = row.document.clone();
    let write = cx.store().write(move |db| {
        if !parents::hold(db, Parent::Client, &tenant, &client_id)? {
            return Err(inexistent());
        }
        Ok::<_, ManagementError>(client_credentials::insert(db, &tenant, &client_id, &row)?)
    });
    write.await?;
    cx.tenant.configuration.invalidate();
    Ok(Answer::created(shown))
}

/// `PATCH /clients/{client_id}/credentials/{credential_id}`: when it ends; `null` for never.
async fn update(request: Request) -> Outcome {
    let cx = &request.cx;
    let (tenant, client_id) = ids(&request);
    let (id, now) = (request.path("credential_id").to_owned(), cx.now());
    let end = match request.body.get("expires_at").and_then(Value::as_str) {
        Some(text) => Some(key_material::moment(text)?),
        None => None,
    };
    let write = cx.store().write(move |db| {
        let mut row = existing(db, &tenant, &client_id, &id)?;
        row.expires_at = end;
        match end {
            Some(end) => row
                .document
                .insert("expires_at".to_owned(), wire_time(end).into()),
            None => row.document.shift_remove("expires_at"),
        };
        row.document
            .insert("updated_at".to_owned(), wire_time(now).into());
        client_credentials::update(db, &tenant, &client_id, &row)?;
        Ok::<_, ManagementError>(row)
    });
    let row = write.await?;
    cx.tenant.configuration.invalidate();
    Ok(Answer::ok(row.document))
}

/// `DELETE /clients/{client_id}/credentials/{credential_id}`: not while the client authenticates with it.
async fn delete(request: Request) -> Outcome {
    let cx = &request.cx;
    let (tenant, client_id) = ids(&request);
    let id = request.path("credential_id").to_owned();
    let write = cx.store().write(move |db| {
        let Some(mut client) = clients::find(db, &tenant, &client_id)? else {
            return Ok(false);
        };
        if key_material::ids(&mut client.document).contains(&id) {
            let message = "The credential is in use: remove it from the client first.";
            return Err(ManagementError::conflict(message));
        }
        // A change of the client that names the credential at this moment collides here, and looks again.
        clients::update(db, &tenant, &client)?;
        Ok(client_credentials::delete(db, &tenant, &client_id, &id)?)
    });
    write.await?;
    cx.tenant.configuration.invalidate();
    Ok(Answer::no_content())
}

/// The tenant and the client of the path.
fn ids(request: &Request) -> (String, String) {
    (request.cx.tenant_id(), request.path("client_id").to_owned())
}

fn existing(
    db: &mut Connection<'_>,
    tenant: &str,
    client_id: &str,
    id: &str,
) -> Result<CredentialRow, ManagementError> {
    clients::find(db, tenant, client_id)?.ok_or_else(inexistent)?;
    let found: Result<_, StoreError> = client_credentials::find(db, tenant, client_id, id);
    found?.ok_or_else(missing)
}
