//! `/users/import…`: users in bulk, by files that the tenant works off behind its answer.
//!
//! There only when `supportedConnectionsMap` says which id a connection's name stands for.

mod form;

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::header::CONTENT_TYPE;

use self::form::Form;
use super::users::{check_id, segment};
use crate::auth0::UsersImport;
use crate::config::ManagementConnections;
use crate::context::{OnBehalf, Shared};
use crate::error::GatewayError;

/// `POST /users/import`: Auth0's job, 202. The file passes unchanged; `connection` is a name here and becomes
/// the `connection_id` that Auth0 wants.
pub(super) async fn create(
    State(cx): State<Shared>,
    request: Request,
) -> Result<Response, GatewayError> {
    let on_behalf = OnBehalf::of(&request);
    let (head, body) = request.into_parts();
    let content_type = head
        .headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let boundary = content_type
        .and_then(|text| multer::parse_boundary(text).ok())
        .ok_or(GatewayError::UnsupportedMediaType("multipart/form-data"))?;
    let limit_bytes = cx.settings.options.import_limit_bytes;
    let form = Form::read(body, boundary, limit_bytes).await?;
    let connections = &cx.settings.config.management_client.connections;
    let connection_id = connection_id(connections, form.connection.as_deref())?;
    let import = UsersImport {
        // Lives until the call is over: the file may be on disk.
        users: form.users.file(),
        connection_id,
        upsert: form.upsert,
        external_id: form.external_id,
        send_completion_email: form.send_completion_email,
    };
    Ok(cx
        .management
        .import_users(&import, &on_behalf)
        .await?
        .into_response())
}

/// `GET /users/import/status/:jobID`: Auth0's job as it stands.
pub(super) async fn status(
    State(cx): State<Shared>,
    request: Request,
) -> Result<Response, GatewayError> {
    let job = job_id(request.uri().path(), 0)?;
    let answer = cx.management.job(&job, &OnBehalf::of(&request)).await?;
    Ok(answer.into_response())
}

/// `GET /users/import/status/:jobID/errors`: the records that failed; 204 when none did.
pub(super) async fn errors(
    State(cx): State<Shared>,
    request: Request,
) -> Result<Response, GatewayError> {
    let job = job_id(request.uri().path(), 1)?;
    let on_behalf = OnBehalf::of(&request);
    let answer = cx.management.job_errors(&job, &on_behalf).await?;
    Ok(answer.into_response())
}

fn job_id(path: &str, segments_behind: usize) -> Result<String, GatewayError> {
    let id = segment(path, segments_behind)?;
    check_id(&id, "job")?;
    Ok(id)
}

/// The id of the connection that a form names, or of the default.
fn connection_id(
    connections: &ManagementConnections,
    named: Option<&str>,
) -> Result<String, GatewayError> {
    let name = named
        .or_else(|| connections.default())
        .ok_or_else(|| GatewayError::bad("connection is required"))?;
    connections
        .id_of(name)
        .map(str::to_owned)
        .ok_or_else(|| GatewayError::bad("connection is not supported"))
}
