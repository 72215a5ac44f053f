// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `refreshTokens` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    DeleteRefreshToken of Management "refreshTokens.delete" DELETE "/refresh-tokens/{id}"
    ["delete:refresh_tokens"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetRefreshToken of Management "refreshTokens.get" GET "/refresh-tokens/{id}"
    ["read:refresh_tokens"] -> RefreshToken
    {
        path id "id": String,
    }
    {}
}

operation! {
    ListRefreshTokens of Management "refreshTokens.list" GET "/refresh-tokens"
    ["read:refresh_tokens"] -> RefreshTokensPaginated
    {
        query user_id "user_id": String,
    }
    {
        query client_id "client_id": Option<String>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
    }
}

list! { ListRefreshTokens: RefreshToken, by_cursor }

operation! {
    RevokeRefreshTokens of Management "refreshTokens.revoke" POST "/refresh-tokens/revoke"
    ["delete:refresh_tokens"] -> NoContent
    {
        body body "body": RevokeRefreshTokensRequestContent,
    }
    {}
}

operation! {
    UpdateRefreshToken of Management "refreshTokens.update" PATCH "/refresh-tokens/{id}"
    ["update:refresh_tokens"] -> RefreshToken
    {
        path id "id": String,
        body body "body": UpdateRefreshTokenRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<DeleteRefreshToken>(),
    NamedOperation::of::<GetRefreshToken>(),
    NamedOperation::of::<ListRefreshTokens>(),
    NamedOperation::of::<RevokeRefreshTokens>(),
    NamedOperation::of::<UpdateRefreshToken>(),
];

object! {
    /// `RefreshTokensPaginated`
    RefreshTokensPaginated {
        refresh_tokens "refresh_tokens": Option<Vec<RefreshToken>>,
        next "next": Option<String>,
    }
}

envelope! { object RefreshTokensPaginated.refresh_tokens: RefreshToken, next next }

object! {
    /// `RevokeRefreshTokensRequestContent`
    RevokeRefreshTokensRequestContent {
        /// (at least 1 items)
        ids "ids": Option<Vec<String>>,
        /// (1 to 300 characters, format `user-id`)
        user_id "user_id": Option<UserId>,
        /// (1 to 64 characters, format `client-id`)
        client_id "client_id": Option<ClientId>,
        /// (1 to 600 characters)
        audience "audience": Option<String>,
    }
}

object! {
    /// `UpdateRefreshTokenRequestContent`
    UpdateRefreshTokenRequestContent {
        /// (at most 25 members)
        refresh_token_metadata "refresh_token_metadata": Nullable<BTreeMap<String, String>>,
    }
}
