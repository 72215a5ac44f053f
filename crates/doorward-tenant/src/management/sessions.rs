//! `sessions`: browsers in which users are logged in.

use serde_json::{Map, Value, json};

use super::{Answer, Outcome, Request, serves};
use crate::domain::profile::wire_time;
use crate::domain::session::Session;
use crate::http::management_error::ManagementError;
use crate::store::{Connection, StoreError, authorization_codes, refresh_tokens, sessions};

serves! {
    "sessions.get" => get,
    "sessions.update" => update,
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
    let mut shown = json!({
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
    });
    if let Some(metadata) = &session.metadata {
        shown["session_metadata"] = metadata.clone().into();
    }
    shown
}

fn missing() -> ManagementError {
    let message = "The session does not exist.";
    ManagementError::new(axum::http::StatusCode::NOT_FOUND, message)
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
    Ok(Answer::ok(read.await?.ok_or_else(missing)?))
}

/// `PATCH /sessions/{id}`: what is kept with it, as a whole.
async fn update(request: Request) -> Outcome {
    let (tenant, id, now) = (
        request.cx.tenant_id(),
        request.path("id").to_owned(),
        request.cx.now(),
    );
    let metadata = metadata(&request.body["session_metadata"]);
    let write = request.cx.store().write(move |db| {
        let found = sessions::find_by_id(db, &tenant, &id, now)?;
        let mut session = found.ok_or_else(missing)?;
        session.metadata.clone_from(&metadata);
        session.updated_at = now;
        sessions::set_metadata(db, &tenant, &session)?;
        let clients = sessions::clients(db, &tenant, &id)?;
        Ok::<_, ManagementError>(shown(&session, &clients))
    });
    Ok(Answer::ok(write.await?))
}

/// What a body says shall be kept with a session or a token; `null` and nothing take away what was.
pub(super) fn metadata(given: &Value) -> Option<Map<String, Value>> {
    given
        .as_object()
        .filter(|metadata| !metadata.is_empty())
        .cloned()
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

/// `POST /sessions/{id}/revoke`: the refresh tokens that were issued in it end, too, and the codes that would buy
/// some.
async fn revoke(request: Request) -> Outcome {
    let now = request.cx.now();
    end(&request, move |db, tenant, id| {
        if let Some(session) = sessions::find_by_id(db, tenant, id, now)? {
            authorization_codes::end_of_user(db, tenant, &session.user_id, None)?;
        }
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
