//! `POST /jobs/users-exports`: a file of users, written behind the answer.

use std::sync::Arc;

use serde_json::{Value, json};

use super::super::{Answer, Outcome, Request};
use super::new_job;
use crate::http::management_error::ManagementError;
use crate::jobs::start;
use crate::store::{StoreError, jobs};

/// `POST /jobs/users-exports`.
pub(super) async fn create(request: Request) -> Outcome {
    let cx = &request.cx;
    let mut members = json!({ "type": "users_export", "status": "pending" });
    if let Some(id) = request.body["connection_id"].as_str() {
        let found = cx.tenant.configuration.connection(id).await?;
        let connection = found.ok_or_else(|| {
            let message = "Connection does not exist.";
            ManagementError::bad_request(message).code("inexistent_connection")
        })?;
        members["connection_id"] = connection.id.as_str().into();
        members["connection"] = connection.name.as_str().into();
    } else {
        // Clients that know types expect a text.
        members["connection"] = "".into();
    }
    let format = request.body["format"].as_str().unwrap_or("json");
    members["format"] = format.into();
    for name in ["limit", "fields"] {
        if let Some(value) = request.body.get(name) {
            members[name] = value.clone();
        }
    }
    let job = new_job(&request, members);
    let answer = Answer::ok(Value::Object(job.document.clone()));
    let (tenant, stored) = (cx.tenant_id(), job.clone());
    let write = cx
        .store()
        .write(move |db| jobs::insert(db, &tenant, &stored));
    let written: Result<(), StoreError> = write.await;
    written?;
    start(Arc::clone(&cx.server), Arc::clone(&cx.tenant), job);
    Ok(answer)
}
