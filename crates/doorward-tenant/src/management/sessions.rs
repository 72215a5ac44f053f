//! `sessions`: browsers in which users are logged in.

use serde_json::{Value, json};

use super::{Answer, Outcome, Request, serves};
use crate::domain::profile::wire_time;
use crate::domain::session::Session;
use crate::http::management_error::ManagementError;
use crate::store::{Connection, StoreError, refresh_tokens, sessions};

serves! {
    "sessions.get" => get,
    "sessions.delete" => delete,
    "sessions.revoke" => revoke,
}

/// A session as it is shown, with the clients that took part in it.
pub(super) fn shown(session: &Session, clients: &[String]) -> Value {
    let detail = &session.detail;
    let clients: Vec<Value> = clients
        .iter()
        .map(|id| json!({ "client_id": id }))
        .collect();
    let mode = if session.is_persistent {
        "persistent"
    } else {
        "non-persistent"
    };
    json!({
        "id": session.id,
        "user_id": session.user_id,
        "created_at": wire_time(session.created_at),
        "updated_at": wire_time(session.updated_at),
        "authenticated_at": wire_time(session.authenticated_at),
        "idle_expires_at": wire_time(session.idle_expires_at),
        "expires_at": wire_time(session.expires_at),
        "last_interacted_at": wire_time(session.last_interacted_at),
        "device": {
            "initial_user_agent": detail.initial_user_agent,
            "initial_ip": detail.initial_ip,
            "initial_asn": "",
            "last_user_agent": detail.last_user_agent,
            "last_ip": detail.last_ip,
            "last_asn": "",
        },
        "clients": clients,
        "authentication": {
            "methods": [{ "name": detail.method, "timestamp": wire_time(session.authenticated_at) }],
        },
        "cookie": { "mode": mode },
    })
}

/// `GET /sessions/{id}`.
async fn get(request: Request) -> Outcome {
    let (tenant, id, now) = (
        request.cx.tenant_id(),
        request.path("id").to_owned(),
        request.cx.now(),
    );
    let read = request.cx.store().read(move |db| {
        let Some(session) = sessions::find_by_id(db, &tenant, &id, now)? else {
            return Ok(None);
        };
        let clients = sessions::clients(db, &tenant, &id)?;
        Ok::<_, StoreError>(Some(shown(&session, &clients)))
    });
    let missing = || {
        ManagementError::new(
            axum::http::StatusCode::NOT_FOUND,
            "The session does not exist.",
        )
    };
    Ok(Answer::ok(read.await?.ok_or_else(missing)?))
}

/// `DELETE /sessions/{id}`: the cookie is worth nothing from now on. Also when it is gone already.
async fn delete(request: Request) -> Outcome {
    end(&request, |db, tenant, id| {
        sessions::end(db, tenant, id)?;
        Ok(())
    })
    .await?;
    Ok(Answer::accepted_without_content())
}

/// `POST /sessions/{id}/revoke`: the refresh tokens that were issued in it end, too.
async fn revoke(request: Request) -> Outcome {
    end(&request, |db, tenant, id| {
        sessions::end(db, tenant, id)?;
        refresh_tokens::end_of_session(db, tenant, id)?;
        Ok(())
    })
    .await?;
    Ok(Answer::accepted(json!({})))
}

async fn end(
    request: &Request,
    end: impl Fn(&mut Connection<'_>, &str, &str) -> Result<(), StoreError> + Send + Sync + 'static,
) -> Result<(), StoreError> {
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    request
        .cx
        .store()
        .write(move |db| end(db, &tenant, &id))
        .await
}
