//! `users.sessions` and `users.refreshToken`: where a user is logged in.

use super::super::listing::Paging;
use super::super::refresh_tokens::entry;
use super::super::{Answer, Outcome, Request, serves, sessions as shown_sessions};
use super::find;
use crate::store::refresh_tokens::{self, Among};
use crate::store::{StoreError, authorization_codes, sessions};

serves! {
    "users.sessions.list" => list,
    "users.sessions.delete" => delete,
    "users.refreshToken.list" => list_tokens,
    "users.refreshToken.delete" => delete_tokens,
    "users.revokeAccess" => revoke_access,
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
        let theirs = Among {
            user_id: Some(user.user_id),
            ..Among::default()
        };
        let found = refresh_tokens::list(db, &tenant, &theirs, now, &slice)?;
        let total = if wants_total {
            Some(refresh_tokens::count(db, &tenant, &theirs, now)?)
        } else {
            None
        };
        Ok::<_, StoreError>((found, total))
    });
    let (found, total) = read.await?;
    let entries = found.iter().map(entry).collect();
    let mut answer = paging.answer_slice("tokens", entries, 0);
    if let Some(total) = total {
        answer["total"] = total.into();
    }
    Ok(Answer::ok(answer))
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

/// `POST /users/{id}/revoke-access`: one session or all of them end, and with them the refresh tokens unless they
/// shall stay. Also for somebody unknown.
async fn revoke_access(request: Request) -> Outcome {
    let (tenant, user_id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let session = request.body["session_id"].as_str().map(str::to_owned);
    let keeps_tokens = request.body["preserve_refresh_tokens"] == true;
    let now = request.cx.now();
    let write = request.cx.store().write(move |db| {
        let Some(id) = &session else {
            sessions::end_of_user(db, &tenant, &user_id)?;
            if !keeps_tokens {
                refresh_tokens::end_of_user(db, &tenant, &user_id, None)?;
            }
            return Ok(());
        };
        let found = sessions::find_by_id(db, &tenant, id, now)?;
        if found.is_some_and(|session| session.user_id == user_id) {
            sessions::end(db, &tenant, id)?;
            if !keeps_tokens {
                authorization_codes::end_of_user(db, &tenant, &user_id, None)?;
                refresh_tokens::end_of_session(db, &tenant, id)?;
            }
        }
        Ok::<_, StoreError>(())
    });
    write.await?;
    Ok(Answer::accepted_without_content())
}
