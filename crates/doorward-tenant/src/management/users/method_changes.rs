//! `users.authenticationMethods`: second factors are given to users, all at once or one by one, and named.

use std::collections::HashSet;

use serde_json::Value;

use super::super::{Answer, Outcome, Request, serves};
use super::authentication_methods::{missing, shown, unmasked};
use super::fault::UserFault;
use crate::domain::authentication_method::{Labels, MethodFault, NewMethod};
use crate::http::Context;
use crate::http::management_error::ManagementError;
use crate::store::authentication_methods::{self, MethodRow};
use crate::store::{self, StoreError, users};

serves! {
    "users.authenticationMethods.create" => create,
    "users.authenticationMethods.set" => set,
    "users.authenticationMethods.update" => update,
}

impl From<MethodFault> for ManagementError {
    fn from(fault: MethodFault) -> Self {
        let told = format!("Payload validation error: '{fault}'.");
        match fault {
            MethodFault::Unsupported(_) => Self::bad_request(told).code("operation_not_supported"),
            _ => Self::invalid_body(told),
        }
    }
}

/// How many factors can be set at once: more than anybody can carry.
const MOST: usize = 100;

/// `POST /users/{id}/authentication-methods`.
async fn create(request: Request) -> Outcome {
    let new = NewMethod::read(&request.body)?;
    let (cx, method) = (request.cx.clone(), row(&request.cx, &new)?);
    let (tenant, user_id) = (cx.tenant_id(), request.path("id").to_owned());
    let written = request.cx.store().write(move |db| {
        must_exist(db, &tenant, &user_id)?;
        for known in authentication_methods::list(db, &tenant, &user_id)? {
            if known.kind == method.kind && known.opened(&cx)? == new.secret {
                return Err(exists());
            }
        }
        authentication_methods::insert(db, &tenant, &user_id, &method)?;
        Ok(method.clone())
    });
    let mut answer = shown(&request.cx, &written.await?)?;
    without_confirmation(&mut answer);
    Ok(Answer::created(answer))
}

/// `PUT /users/{id}/authentication-methods`: these in place of all that there were.
async fn set(request: Request) -> Outcome {
    let bodies = request.body.as_array().into_iter().flatten();
    let new: Result<Vec<NewMethod>, MethodFault> = bodies.map(NewMethod::read).collect();
    let new = new?;
    if new.len() > MOST {
        let told = format!(
            "Payload validation error: 'Array is too long ({}), maximum {MOST}'.",
            new.len()
        );
        return Err(ManagementError::invalid_body(told));
    }
    let mut known = HashSet::new();
    if !new
        .iter()
        .all(|method| known.insert((method.kind, method.secret.as_str())))
    {
        return Err(exists());
    }
    let methods: Result<Vec<MethodRow>, StoreError> =
        new.iter().map(|method| row(&request.cx, method)).collect();
    let methods = methods?;
    let (tenant, user_id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let stored = methods.clone();
    let written = request.cx.store().write(move |db| {
        must_exist(db, &tenant, &user_id)?;
        authentication_methods::delete_of_user(db, &tenant, &user_id)?;
        for method in &stored {
            authentication_methods::insert(db, &tenant, &user_id, method)?;
        }
        Ok::<_, ManagementError>(())
    });
    written.await?;
    let shown = methods.iter().map(|method| {
        let mut answer = unmasked(&request.cx, method)?;
        without_confirmation(&mut answer);
        Ok(answer)
    });
    let shown: Result<Vec<Value>, StoreError> = shown.collect();
    Ok(Answer::ok(shown?))
}

/// `PATCH /users/{id}/authentication-methods/{authentication_method_id}`: what it is called, and how it is preferred.
async fn update(request: Request) -> Outcome {
    let (tenant, user_id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let id = request.path("authentication_method_id").to_owned();
    let change = request.body.clone();
    let written = request.cx.store().write(move |db| {
        must_exist(db, &tenant, &user_id)?;
        let all = authentication_methods::list(db, &tenant, &user_id)?;
        let found = all.into_iter().find(|method| method.id == id);
        let mut method = found.ok_or_else(missing)?;
        let labels = Labels(method.labels.unwrap_or_default());
        method.labels = Some(labels.changed(&method.kind, &change)?.0);
        authentication_methods::set_labels(db, &tenant, &user_id, &method)?;
        Ok::<_, ManagementError>(method)
    });
    Ok(Answer::ok(shown(&request.cx, &written.await?)?))
}

fn must_exist(
    db: &mut store::Connection<'_>,
    tenant: &str,
    user_id: &str,
) -> Result<(), ManagementError> {
    match users::hold(db, tenant, user_id)? {
        true => Ok(()),
        false => Err(UserFault::Missing.into()),
    }
}

fn exists() -> ManagementError {
    ManagementError::conflict("Authentication method already exists.")
}

/// Confirmation is told when a factor is looked at.
fn without_confirmation(shown: &mut Value) {
    if let Some(members) = shown.as_object_mut() {
        members.shift_remove("confirmed");
    }
}

fn row(cx: &Context, new: &NewMethod) -> Result<MethodRow, StoreError> {
    let id = format!("{}|dev_{}", new.kind, cx.server.entropy.base62(16));
    let (context, sealer) = (MethodRow::seal_context(&id), &cx.server.sealer);
    Ok(MethodRow {
        secret: sealer.seal(&cx.tenant.id, &context, new.secret.as_bytes())?,
        id,
        kind: new.kind.to_owned(),
        labels: Some(new.labels.0.clone()).filter(|labels| !labels.is_empty()),
        created_at: cx.now(),
    })
}
