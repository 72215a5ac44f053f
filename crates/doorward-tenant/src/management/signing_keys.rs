//! `keys.signing`: the keys that sign the tenant's tokens.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Answer, Outcome, Request, serves};
use crate::domain::profile::wire_time;
use crate::http::Context;
use crate::http::management_error::ManagementError;
use crate::keys::{KeyState, NewSigningKey, SigningKey, certificate};
use crate::store::StoreError;
use crate::store::signing_keys::{self, Reign, SigningKeyRow};

serves! {
    "keys.signing.list" => list,
    "keys.signing.get" => get,
    "keys.signing.rotate" => rotate,
    "keys.signing.revoke" => revoke,
}

fn inexistent() -> ManagementError {
    ManagementError::new(StatusCode::NOT_FOUND, "The signing key does not exist.")
}

/// `GET /keys/signing`: current, next, then the previous ones.
async fn list(request: Request) -> Outcome {
    Ok(Answer::ok(all(&request.cx).await?))
}

/// `GET /keys/signing/{kid}`.
async fn get(request: Request) -> Outcome {
    let kid = request.path("kid").to_owned();
    let all = all(&request.cx).await?;
    let found = all.into_iter().find(|key| key["kid"] == kid.as_str());
    Ok(Answer::ok(found.ok_or_else(inexistent)?))
}

async fn all(cx: &Context) -> Result<Vec<Value>, ManagementError> {
    let tenant = cx.tenant_id();
    let read = cx.store().read(move |db| signing_keys::reigns(db, &tenant));
    let reigns: Result<Vec<Reign>, StoreError> = read.await;
    let (reigns, keys) = (reigns?, cx.tenant.signing_keys());
    let shown = |key: &SigningKey| {
        let reign = reigns.iter().find(|reign| *reign.kid == *key.kid);
        shown(key, reign)
    };
    Ok(keys.all().iter().map(shown).collect())
}

fn shown(key: &SigningKey, reign: Option<&Reign>) -> Value {
    let mut shown = json!({
        "kid": &*key.kid,
        "cert": certificate::pem("CERTIFICATE", &key.certificate),
        "pkcs7": certificate::pkcs7(&key.certificate),
        "current": key.state == KeyState::Current,
        "next": key.state == KeyState::Next,
        "previous": key.state == KeyState::Previous,
        "fingerprint": certificate::fingerprint(&key.certificate, ":"),
        "thumbprint": certificate::fingerprint(&key.certificate, ""),
        "revoked": key.revoked_at.is_some(),
    });
    let moments = [
        ("current_since", reign.and_then(|reign| reign.since)),
        ("current_until", reign.and_then(|reign| reign.until)),
        ("revoked_at", key.revoked_at),
    ];
    for (name, moment) in moments {
        if let Some(moment) = moment {
            shown[name] = wire_time(moment).into();
        }
    }
    shown
}

/// `POST /keys/signing/rotate`: the next key signs, and a new one is announced.
async fn rotate(request: Request) -> Outcome {
    let (cx, now) = (&request.cx, request.cx.now());
    let (kid, host) = (
        cx.server.entropy.base58(21),
        cx.tenant.names.host().to_owned(),
    );
    let making = tokio::task::spawn_blocking(move || NewSigningKey::generate(kid, &host, now));
    let made = making.await.map_err(|_| ManagementError::internal())?;
    let made = made.map_err(|_| ManagementError::internal())?;
    let context = format!("signing_keys/{}", made.kid);
    let sealed = cx
        .server
        .sealer
        .seal(&cx.tenant.id, &context, &made.private_key);
    let row = SigningKeyRow {
        private_key: sealed.map_err(StoreError::from)?,
        kid: made.kid,
        state: KeyState::Next,
        certificate: made.certificate,
        revoked_at: None,
    };
    let tenant = cx.tenant_id();
    let write = cx
        .store()
        .write(move |db| signing_keys::rotate(db, &tenant, &row, now));
    let current: Result<Option<String>, StoreError> = write.await;
    let current = current?.unwrap_or_default();
    Ok(Answer::created(reloaded(cx, &current).await?))
}

/// `PUT /keys/signing/{kid}/revoke`: of a key that no longer signs.
async fn revoke(request: Request) -> Outcome {
    let (cx, kid) = (&request.cx, request.path("kid").to_owned());
    let keys = cx.tenant.signing_keys();
    let key = keys.all().iter().find(|key| *key.kid == *kid);
    if key.ok_or_else(inexistent)?.state != KeyState::Previous {
        let message = "Only a previous signing key can be revoked: rotate first.";
        return Err(ManagementError::bad_request(message));
    }
    let (tenant, id, now) = (cx.tenant_id(), kid.clone(), cx.now());
    let write = cx
        .store()
        .write(move |db| signing_keys::revoke(db, &tenant, &id, now));
    let revoked: Result<bool, StoreError> = write.await;
    if !revoked? {
        return Err(inexistent());
    }
    Ok(Answer::ok(reloaded(cx, &kid).await?))
}

/// Takes the keys into use as they stand now, and answers one of them in short.
async fn reloaded(cx: &Context, kid: &str) -> Result<Value, ManagementError> {
    cx.tenant
        .reload_signing_keys(cx.store(), &cx.server.sealer)
        .await
        .map_err(|_| ManagementError::internal())?;
    let keys = cx.tenant.signing_keys();
    let key = keys.all().iter().find(|key| *key.kid == *kid);
    let key = key.ok_or_else(inexistent)?;
    let cert = certificate::pem("CERTIFICATE", &key.certificate);
    Ok(json!({ "cert": cert, "kid": kid }))
}
