//! `/users…`: the tenant's users, for internal callers. The platform protects these paths.

mod active;
mod create;
mod delete;
mod get;
mod list;
mod update;

pub(super) use self::active::active;
pub(super) use self::create::create;
pub(super) use self::delete::delete;
pub(super) use self::get::get;
pub(super) use self::list::list;
pub(super) use self::update::update;

use http::{HeaderMap, HeaderName};
use percent_encoding::percent_decode_str;
use tracing::Instrument;

use crate::error::GatewayError;

const ACL_ROWS: HeaderName = HeaderName::from_static("acl_rows");

/// Does `work` also when its caller hangs up meanwhile: whoever was deleted or blocked has to be logged out too.
async fn to_its_end<T: Send + 'static>(
    work: impl Future<Output = Result<T, GatewayError>> + Send + 'static,
) -> Result<T, GatewayError> {
    tokio::spawn(work.in_current_span())
        .await
        .map_err(GatewayError::Interrupted)?
}

/// The platform's row filter; empty when the request has none.
fn acl_rows(headers: &HeaderMap) -> Result<&str, GatewayError> {
    let unreadable = |_| GatewayError::bad("acl_rows is not readable text");
    let mut values = headers.get_all(ACL_ROWS).into_iter();
    let first = values.next().map_or(Ok(""), |value| {
        str::from_utf8(value.as_bytes()).map_err(unreadable)
    })?;
    // Of two restrictions none may be dropped.
    if values.next().is_some() {
        Err(GatewayError::bad("acl_rows is given more than once"))
    } else {
        Ok(first)
    }
}

/// The user id in a path, decoded once from what follows `/users/`.
fn user_id(path: &str) -> Result<String, GatewayError> {
    let id = segment(path, 0)?;
    check_id(&id, "user")?;
    Ok(id)
}

/// A segment of a path, counted from its end, decoded once.
pub(super) fn segment(path: &str, segments_behind: usize) -> Result<String, GatewayError> {
    let encoded = path.rsplit('/').nth(segments_behind).unwrap_or_default();
    let decoded = percent_decode_str(encoded).decode_utf8();
    let decoded = decoded.map_err(|_| GatewayError::bad("the path is not UTF-8"))?;
    Ok(decoded.into_owned())
}

/// Refuses what cannot stand in a path of the tenant's as one segment that means itself.
pub(super) fn check_id(id: &str, what: &str) -> Result<(), GatewayError> {
    if id.trim().is_empty() || matches!(id, "." | "..") || id.chars().any(char::is_control) {
        return Err(GatewayError::bad(format!("the {what} id is not valid")));
    }
    Ok(())
}
