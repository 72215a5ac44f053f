// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `sessions` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    DeleteSession of Management "sessions.delete" DELETE "/sessions/{id}"
    ["delete:sessions"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetSession of Management "sessions.get" GET "/sessions/{id}"
    ["read:sessions"] -> Session
    {
        path id "id": String,
    }
    {}
}

operation! {
    RevokeSessions of Management "sessions.revoke" POST "/sessions/{id}/revoke"
    ["delete:sessions", "delete:refresh_tokens"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    UpdateSession of Management "sessions.update" PATCH "/sessions/{id}"
    ["update:sessions"] -> Session
    {
        path id "id": String,
        body body "body": UpdateSessionRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<DeleteSession>(),
    NamedOperation::of::<GetSession>(),
    NamedOperation::of::<RevokeSessions>(),
    NamedOperation::of::<UpdateSession>(),
];

object! {
    /// `UpdateSessionRequestContent`
    UpdateSessionRequestContent {
        /// (at most 25 members)
        session_metadata "session_metadata": Nullable<BTreeMap<String, String>>,
    }
}
