// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `userBlocks` and what they speak of.

use crate::wire::prelude::*;

operation! {
    DeleteUserBlock of Management "userBlocks.delete" DELETE "/user-blocks/{id}"
    ["update:users"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    DeleteUserBlockByIdentifier of Management "userBlocks.deleteByIdentifier" DELETE "/user-blocks"
    ["update:users"] -> NoContent
    {
        query identifier "identifier": String,
    }
    {}
}

operation! {
    ListUserBlocks of Management "userBlocks.list" GET "/user-blocks/{id}"
    ["read:users"] -> ListUserBlocksResponseContent
    {
        path id "id": String,
    }
    {
        query consider_brute_force_enablement "consider_brute_force_enablement": Option<bool>,
    }
}

list! { ListUserBlocks: UserBlockIdentifier, }

operation! {
    ListUserBlockByIdentifier of Management "userBlocks.listByIdentifier" GET "/user-blocks"
    ["read:users"] -> ListUserBlocksResponseContent
    {
        query identifier "identifier": String,
    }
    {
        query consider_brute_force_enablement "consider_brute_force_enablement": Option<bool>,
    }
}

list! { ListUserBlockByIdentifier: UserBlockIdentifier, }

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<DeleteUserBlock>(),
    NamedOperation::of::<DeleteUserBlockByIdentifier>(),
    NamedOperation::of::<ListUserBlocks>(),
    NamedOperation::of::<ListUserBlockByIdentifier>(),
];

object! {
    /// `ListUserBlocksResponseContent`
    ListUserBlocksResponseContent {
        blocked_for "blocked_for": Option<Vec<UserBlockIdentifier>>,
    }
}

envelope! { object ListUserBlocksResponseContent.blocked_for: UserBlockIdentifier }

object! {
    /// `UserBlockIdentifier`
    UserBlockIdentifier {
        identifier "identifier": Option<String>,
        ip "ip": Option<String>,
        connection "connection": Option<String>,
    }
}
