// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `userGrants` and what they speak of.

use crate::wire::prelude::*;

operation! {
    DeleteUserGrant of Management "userGrants.delete" DELETE "/grants/{id}"
    ["delete:grants"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    DeleteUserGrantByUserId of Management "userGrants.deleteByUserId" DELETE "/grants"
    ["delete:grants"] -> NoContent
    {
        query user_id "user_id": String,
    }
    {}
}

operation! {
    ListUserGrants of Management "userGrants.list" GET "/grants"
    ["read:grants"] -> ListUserGrantsResponseContent
    {}
    {
        query per_page "per_page": Option<i64>,
        query page "page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query user_id "user_id": Option<String>,
        query client_id "client_id": Option<String>,
        query audience "audience": Option<String>,
    }
}

list! { ListUserGrants: UserGrant, by_page_with_totals }

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<DeleteUserGrant>(),
    NamedOperation::of::<DeleteUserGrantByUserId>(),
    NamedOperation::of::<ListUserGrants>(),
];

object! {
    /// `ListUserGrantsOffsetPaginatedResponseContent`
    ListUserGrantsOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        grants "grants": Option<Vec<UserGrant>>,
    } in_union
}

envelope! { object ListUserGrantsOffsetPaginatedResponseContent.grants: UserGrant, total total }

union! {
    /// `ListUserGrantsResponseContent`
    ListUserGrantsResponseContent {
        List(Vec<UserGrant>),
        Page(ListUserGrantsOffsetPaginatedResponseContent),
    }
}

envelope! { union ListUserGrantsResponseContent: UserGrant, List Page }

object! {
    /// `UserGrant`
    UserGrant {
        id "id": Option<String>,
        client_id "clientID": Option<String>,
        user_id "user_id": Option<UserId>,
        audience "audience": Option<String>,
        scope "scope": Option<Vec<String>>,
    } in_union
}
