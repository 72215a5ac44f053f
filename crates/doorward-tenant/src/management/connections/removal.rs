//! Deleting a connection, and single users of it.

use jiff::Timestamp;
use serde_json::json;

use super::inexistent;
use crate::domain::profile::wire_time;
use crate::domain::user::{IdentifierKind, LoginIdentifier};
use crate::http::Context;
use crate::http::management_error::ManagementError;
use crate::management::{Answer, Outcome, Request};
use crate::store::parents::{self, Parent};
use crate::store::{Connection, StoreError, connections, identities, user_changes, users};

/// How many users one transaction deletes.
const BATCH: i64 = 200;

/// `DELETE /connections/{id}`: with its users. Also when it is gone already.
pub(super) async fn delete(request: Request) -> Outcome {
    let (cx, id) = (request.cx.clone(), request.path("id").to_owned());
    // A task of its own: a caller who hangs up in the middle does not leave half of a connection behind.
    let removal = tokio::spawn(async move { remove(&cx, id).await });
    let existed = removal.await.map_err(|_| ManagementError::internal())??;
    if !existed {
        return Ok(Answer::no_content());
    }
    let deleted_at = wire_time(request.cx.now());
    Ok(Answer::accepted(json!({ "deleted_at": deleted_at })))
}

/// Deletes users in batches and with the last of them the connection. Answers whether it was there.
async fn remove(cx: &Context, id: String) -> Result<bool, StoreError> {
    loop {
        let (tenant, id, now) = (cx.tenant_id(), id.clone(), cx.now());
        let write = cx.store().write(move |db| {
            parents::close(db, Parent::Connection)?;
            let found = connections::identities(db, &tenant, &id, BATCH)?;
            for (provider, identity_id, user_id) in &found {
                delete_identity(db, &tenant, provider, identity_id, user_id, now)?;
            }
            if found.len() as i64 == BATCH {
                return Ok(None);
            }
            Ok::<_, StoreError>(Some(connections::delete(db, &tenant, &id)?))
        });
        if let Some(existed) = write.await? {
            cx.tenant.configuration.invalidate();
            return Ok(existed);
        }
    }
}

/// Deletes the user whose first identity this is, or takes a linked identity away from a user who stays.
fn delete_identity(
    db: &mut Connection<'_>,
    tenant: &str,
    provider: &str,
    identity_id: &str,
    user_id: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    if user_id == format!("{provider}|{identity_id}") {
        // Linked identities of other connections end with their user, as when it is deleted by its id.
        user_changes::delete(db, tenant, user_id, now)?;
        return Ok(());
    }
    user_changes::delete_identity(db, tenant, user_id, (provider, identity_id), now)
}

/// `DELETE /connections/{id}/users?email=`: also when there is no such user.
pub(super) async fn delete_user_by_email(request: Request) -> Outcome {
    let cx = &request.cx;
    let (tenant, id, now) = (cx.tenant_id(), request.path("id").to_owned(), cx.now());
    let email = request
        .query_text("email")
        .unwrap_or_default()
        .to_lowercase();
    let write = cx.store().write(move |db| {
        let connection = connections::find(db, &tenant, &id)?.ok_or_else(inexistent)?;
        if connection.strategy != "auth0" {
            let message = "Connection must be a database connection";
            return Err(ManagementError::bad_request(message));
        }
        let identifier = LoginIdentifier {
            kind: IdentifierKind::Email,
            value: email.clone(),
        };
        let owner = users::find_owner(db, &tenant, &id, &identifier)?;
        if let Some((provider, identity_id)) = owner
            && let Some(user_id) = identities::owner(db, &tenant, &provider, &identity_id)?
        {
            delete_identity(db, &tenant, &provider, &identity_id, &user_id, now)?;
        }
        Ok(())
    });
    write.await?;
    Ok(Answer::no_content())
}
