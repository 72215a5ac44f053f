//! `users.sessions` and `users.refreshToken`: where a user is logged in.

use serde_json::{Value, json};

use super::super::listing::Paging;
use super::super::{Answer, Outcome, Request, serves, sessions as shown_sessions};
use super::find;
use crate::domain::profile::wire_time;
use crate::domain::refresh_token::RefreshToken;
use crate::store::{StoreError, refresh_tokens, sessions};

serves! {
    "users.sessions.list" => list,
    "users.sessions.delete" => delete,
    "users.refreshToken.list" => list_tokens,
    "users.refreshToken.delete" => delete_tokens,
}

/// `GET /users/{user_id}/sessions`: those that are alive.
async fn list(request: Request) -> Outcome {
    let user = find(&request, request.path("user_id")).await?;
    let paging = Paging::read(&request).into_checkpoint();
    let slice = paging.slice::<(i64, String)>()?;
    let (tenant, now) = (request.cx.tenant_id(), request.cx.now());
    let read = request.cx.store().read(move |db| {
        let found = sessions::list_of_user(db, &tenant, &user.user_id, now, &slice)?;
        let mut entries = Vec::with_capacity(found.len());
        for session in found {
            let clients = sessions::clients(db, &tenant, &session.id)?;
            let position = (session.created_at.as_millisecond(), session.id.clone());
            entries.push((position, shown_sessions::shown(&session, &clients)));
        }
        Ok::<_, StoreError>(entries)
    });
    Ok(Answer::ok(paging.answer_slice("sessions", read.await?, 0)))
}

/// `DELETE /users/{user_id}/sessions`: no cookie of theirs counts from now on.
async fn delete(request: Request) -> Outcome {
    let user = find(&request, request.path("user_id")).await?;
    let tenant = request.cx.tenant_id();
    let write = request
        .cx
        .store()
        .write(move |db| sessions::end_of_user(db, &tenant, &user.user_id));
    let ended: Result<(), StoreError> = write.await;
    ended?;
    Ok(Answer::accepted_without_content())
}

/// `GET /users/{user_id}/refresh-tokens`: those that can be exchanged.
async fn list_tokens(request: Request) -> Outcome {
    let user = find(&request, request.path("user_id")).await?;
    let wants_total = request.query_flag("include_totals") == Some(true);
    let paging = Paging::read(&request).into_checkpoint();
    let slice = paging.slice::<(i64, String)>()?;
    let (tenant, now) = (request.cx.tenant_id(), request.cx.now());
    let read = request.cx.store().read(move |db| {
        let found = refresh_tokens::list_of_user(db, &tenant, &user.user_id, now, &slice)?;
        let total = if wants_total {
            Some(refresh_tokens::count_of_user(
                db,
                &tenant,
                &user.user_id,
                now,
            )?)
        } else {
            None
        };
        Ok::<_, StoreError>((found, total))
    });
    let (found, total) = read.await?;
    let entries = found
        .iter()
        .map(|token| {
            (
                (token.created_at.as_millisecond(), token.id.clone()),
                shown(token),
            )
        })
        .collect();
    let mut answer = paging.answer_slice("tokens", entries, 0);
    if let Some(total) = total {
        answer["total"] = total.into();
    }
    Ok(Answer::ok(answer))
}

fn shown(token: &RefreshToken) -> Value {
    let api = json!({ "audience": token.audience, "scopes": token.scope });
    let apis = if token.audience.is_empty() {
        json!([])
    } else {
        json!([api])
    };
    json!({
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
    })
}

/// `DELETE /users/{user_id}/refresh-tokens`: all of them end.
async fn delete_tokens(request: Request) -> Outcome {
    let user = find(&request, request.path("user_id")).await?;
    let tenant = request.cx.tenant_id();
    let write = request
        .cx
        .store()
        .write(move |db| refresh_tokens::end_of_user(db, &tenant, &user.user_id, None));
    let ended: Result<u64, StoreError> = write.await;
    ended?;
    Ok(Answer::accepted_without_content())
}
