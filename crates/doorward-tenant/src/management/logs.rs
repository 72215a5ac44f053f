//! `logs`: what happened in the tenant.

use super::{Answer, Outcome, Request, serves};
use crate::http::management_error::ManagementError;
use crate::store::logs;

serves! {
    "logs.get" => get,
}

/// `GET /logs/{id}`.
async fn get(request: Request) -> Outcome {
    let (cx, tenant) = (&request.cx, request.cx.tenant_id());
    cx.server.recorder.flush().await;
    let id = request.path("id").to_owned();
    let found = cx
        .store()
        .read(move |db| logs::find(db, &tenant, &id))
        .await?;
    found
        .map(Answer::ok)
        .ok_or_else(|| ManagementError::inexistent("log_not_found", "The log does not exist."))
}
