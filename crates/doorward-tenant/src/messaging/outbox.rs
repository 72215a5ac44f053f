//! `GET /_doorward/outbox`: the messages of this tenant, for whoever develops against it.

use axum::Json;
use axum::extract::RawQuery;
use serde_json::{Value, json};

use super::courier::MessagingError;
use crate::domain::parameters::Parameters;
use crate::domain::profile::wire_time;
use crate::http::{Context, OAuthError};
use crate::store::outbox;

/// Answers the messages to `?to=`, or to everybody, newest first. Development only.
pub(crate) async fn list(
    cx: Context,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, OAuthError> {
    let parameters = Parameters::parse(query.unwrap_or_default().as_bytes())?;
    let listed = messages(&cx, parameters.owned("to")).await;
    listed.map(Json).map_err(|error| {
        tracing::error!(
            error = &error as &dyn std::error::Error,
            "the outbox cannot be read"
        );
        OAuthError::server_error()
    })
}

async fn messages(cx: &Context, to: Option<String>) -> Result<Value, MessagingError> {
    let tenant = cx.tenant_id();
    let rows: Result<_, crate::store::StoreError> = cx
        .store()
        .scan(move |db| outbox::list(db, &tenant, to.as_deref()))
        .await;
    let mut messages = Vec::new();
    for row in rows? {
        let message = cx.server.courier.open(&row)?;
        messages.push(json!({
            "channel": message.channel,
            "to": message.to,
            "subject": message.subject,
            "text": message.text,
            "html": message.html,
            "code": message.code,
            "link": message.link,
            "created_at": wire_time(row.created_at),
        }));
    }
    Ok(Value::Array(messages))
}
