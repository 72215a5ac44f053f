//! How a login ends that a device asked for: it has no address to be sent to, so its answer waits until it asks.

use axum::response::Response;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;

use super::answer::{LoginError, redirect};
use super::authorize::in_seconds;
use super::visit::Visit;
use crate::domain::authorization::{
    AuthorizationError, AuthorizationRequest, Stage, TRANSACTION_SECONDS, Transaction,
};
use crate::domain::device_code::Decision;
use crate::domain::session::Session;
use crate::http::Context;
use crate::store::device_codes::{self, UserCodeHash};
use crate::store::login_transactions::{self, Key};
use crate::store::{StoreError, sessions};

/// The path of all pages of the device flow.
pub(crate) const PATH: &str = "/activate";

/// The device that a login is for, as its transaction names it.
pub(crate) fn name(hash: &UserCodeHash) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(hash)
}

fn hash_of(device: &str) -> UserCodeHash {
    let decoded = BASE64_URL_SAFE_NO_PAD.decode(device).unwrap_or_default();
    // One that names nothing finds nothing.
    decoded.try_into().unwrap_or([0; 32])
}

/// Tells the device that it is not let in, and shows that.
pub(crate) async fn refuse(
    cx: &Context,
    visit: &Visit,
    error: &AuthorizationError,
) -> Result<Response, LoginError> {
    let decision = Decision::Denied {
        description: error.description.clone(),
    };
    let request = &visit.transaction.request;
    // Whether the device still waits or not: the person here has said no, and is not asked again.
    if !settle(cx, &visit.key, request, decision, None).await? {
        visit.save(cx, decided(request, false)).await?;
    }
    Ok(page_of(&visit.key))
}

/// The rest of a login that was for a device.
fn decided(request: &AuthorizationRequest, is_allowed: bool) -> Transaction {
    Transaction {
        request: request.clone(),
        stage: Stage::Decided { is_allowed },
        username: None,
        started_at: None,
    }
}

/// The page that says how it ended.
pub(crate) fn page_of(key: &Key) -> Response {
    redirect(&format!("{PATH}?state={}", key.state))
}

/// Stores what the person said, for the device and for the pages after it. Answers `false`, and keeps nothing, when
/// it comes too late: the device has its answer or has given up, or the login or the session has ended.
pub(crate) async fn settle(
    cx: &Context,
    key: &Key,
    request: &AuthorizationRequest,
    decision: Decision,
    session: Option<Session>,
) -> Result<bool, StoreError> {
    let device = hash_of(request.device.as_deref().unwrap_or_default());
    let transaction = decided(request, matches!(decision, Decision::Allowed(_)));
    let (tenant, key, now) = (cx.tenant_id(), key.clone(), cx.now());
    let unit = move |db: &mut crate::store::Connection<'_>| {
        if login_transactions::find(db, &tenant, &key, now)?.is_none()
            || !device_codes::decide(db, &tenant, &device, &decision, now)?
        {
            return Ok(false);
        }
        if let Some(session) = &session
            && !sessions::touch(db, &tenant, session, &transaction.request.client_id)?
        {
            return Err(Late::Now);
        }
        let expires_at = in_seconds(now, TRANSACTION_SECONDS);
        login_transactions::update(db, &tenant, &key, &transaction, expires_at)?;
        Ok(true)
    };
    match cx.store().write(unit).await {
        Ok(is_settled) => Ok(is_settled),
        Err(Late::Now) => Ok(false),
        Err(Late::Store(error)) => Err(error),
    }
}

/// Why nothing of a unit is kept.
enum Late {
    /// The session has ended meanwhile.
    Now,
    Store(StoreError),
}

impl From<StoreError> for Late {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
