//! `refreshTokens`: the refresh tokens of the tenant, by their ids. The tokens themselves are nowhere shown.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::listing::{Fields, Paging};
use super::sessions::metadata;
use super::{Answer, Outcome, Request, serves};
use crate::domain::profile::wire_time;
use crate::domain::refresh_token::RefreshToken;
use crate::http::management_error::ManagementError;
use crate::store::refresh_tokens::{self, Among};
use crate::store::{StoreError, users};

serves! {
    "refreshTokens.list" => list,
    "refreshTokens.get" => get,
    "refreshTokens.update" => update,
    "refreshTokens.delete" => delete,
    "refreshTokens.revoke" => revoke,
}

/// How many tokens one request may end by their ids.
const MOST_IDS: usize = 100;

fn missing() -> ManagementError {
    ManagementError::new(StatusCode::NOT_FOUND, "The refresh token does not exist.")
}

/// A token as a list shows it, behind its place in the order.
pub(super) fn entry(token: &RefreshToken) -> ((i64, String), Value) {
    let position = (token.created_at.as_millisecond(), token.id.clone());
    (position, shown(token))
}

fn shown(token: &RefreshToken) -> Value {
    let api = json!({ "audience": token.audience, "scopes": token.scope });
    let apis = if token.audience.is_empty() {
        json!([])
    } else {
        json!([api])
    };
    let mut shown = json!({
        "id": token.id,
        "user_id": token.user_id,
        "created_at": wire_time(token.created_at),
        "idle_expires_at": token.idle_expires_at.map(wire_time),
        "expires_at": token.expires_at.map(wire_time),
        "device": null,
        "client_id": token.client_id,
        "session_id": token.session_id,
        "rotating": token.is_rotating,
        "resource_servers": apis,
        "last_exchanged_at": token.last_exchanged_at.map(wire_time),
    });
    if let Some(metadata) = &token.metadata {
        shown["refresh_token_metadata"] = metadata.clone().into();
    }
    shown
}

/// `GET /refresh-tokens`: those of a user that can be exchanged, oldest first.
async fn list(request: Request) -> Outcome {
    let text = |name: &str| request.query_text(name).map(str::to_owned);
    let (user_id, client_id) = (text("user_id").unwrap_or_default(), text("client_id"));
    let paging = Paging::read(&request).into_checkpoint();
    let slice = paging.slice::<(i64, String)>()?;
    let (tenant, now) = (request.cx.tenant_id(), request.cx.now());
    let read = request.cx.store().read(move |db| {
        if users::find(db, &tenant, &user_id)?.is_none() {
            let message = "The user does not exist.";
            return Err(ManagementError::inexistent("inexistent_user", message));
        }
        let theirs = Among {
            user_id: Some(user_id),
            client_id,
            ..Among::default()
        };
        Ok(refresh_tokens::list(db, &tenant, &theirs, now, &slice)?)
    });
    let fields = Fields::read(&request);
    let found = read.await?;
    let entries = found.iter().map(|token| {
        let (position, shown) = entry(token);
        let shown = shown.as_object().cloned().unwrap_or_default();
        (position, fields.of(shown).into())
    });
    let answer = paging.answer_slice("refresh_tokens", entries.collect(), 0);
    Ok(Answer::ok(answer))
}

/// `GET /refresh-tokens/{id}`.
async fn get(request: Request) -> Outcome {
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let now = request.cx.now();
    let read = request
        .cx
        .store()
        .read(move |db| refresh_tokens::find_by_id(db, &tenant, &id, now));
    let found: Result<Option<RefreshToken>, StoreError> = read.await;
    Ok(Answer::ok(shown(&found?.ok_or_else(missing)?)))
}

/// `PATCH /refresh-tokens/{id}`: what is kept with it, as a whole.
async fn update(request: Request) -> Outcome {
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let now = request.cx.now();
    let metadata = metadata(&request.body["refresh_token_metadata"]);
    let write = request.cx.store().write(move |db| {
        let found = refresh_tokens::find_by_id(db, &tenant, &id, now)?;
        let mut token = found.ok_or_else(missing)?;
        token.metadata.clone_from(&metadata);
        refresh_tokens::set_metadata(db, &tenant, &token)?;
        Ok::<_, ManagementError>(shown(&token))
    });
    Ok(Answer::ok(write.await?))
}

/// `DELETE /refresh-tokens/{id}`: it buys nothing from now on. Also when it is gone already.
async fn delete(request: Request) -> Outcome {
    end(&request, vec![request.path("id").to_owned()]).await?;
    Ok(Answer::no_content())
}

/// Ends tokens with their families: the predecessor of one could still be exchanged within its leeway.
async fn end(request: &Request, ids: Vec<String>) -> Result<(), StoreError> {
    let (tenant, now) = (request.cx.tenant_id(), request.cx.now());
    let write = request.cx.store().write(move |db| {
        for id in &ids {
            if let Some(token) = refresh_tokens::find_by_id(db, &tenant, id, now)? {
                refresh_tokens::end_family(db, &tenant, &token.family)?;
            }
        }
        Ok(())
    });
    write.await
}

/// `POST /refresh-tokens/revoke`: those with these ids, or those of a user, or of a user and a client, for one API
/// or all of them.
async fn revoke(request: Request) -> Outcome {
    let body = &request.body;
    let text = |name: &str| body[name].as_str().map(str::to_owned);
    let (user, client, audience) = (text("user_id"), text("client_id"), text("audience"));
    let tenant = request.cx.tenant_id();
    let ended: Result<u64, StoreError> = match (&body["ids"], user, client, audience) {
        (Value::Array(ids), None, None, None) if ids.len() <= MOST_IDS => {
            let ids = ids.iter().filter_map(Value::as_str).map(str::to_owned);
            end(&request, ids.collect()).await.map(|()| 0)
        }
        (Value::Array(ids), None, None, None) => {
            let length = ids.len();
            let message = format!(
                "Payload validation error: 'Array is too long ({length}), maximum {MOST_IDS}' on property ids."
            );
            return Err(ManagementError::invalid_body(message));
        }
        (Value::Null, Some(user), client, None) => {
            let write = request.cx.store().write(move |db| {
                refresh_tokens::end_of_user(db, &tenant, &user, client.as_deref())
            });
            write.await
        }
        (Value::Null, Some(user), Some(client), Some(audience)) => {
            let write = request.cx.store().write(move |db| {
                refresh_tokens::end_for_audience(db, &tenant, (&user, &client), &audience)
            });
            write.await
        }
        _ => {
            let message = "Payload validation error: 'Either ids or user_id is needed; client_id goes with \
                           user_id, audience with both'.";
            return Err(ManagementError::invalid_body(message));
        }
    };
    ended?;
    Ok(Answer::accepted_without_content())
}
