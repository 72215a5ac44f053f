// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `tokenExchangeProfiles` and what they speak of.

use crate::wire::prelude::*;

operation! {
    CreateTokenExchangeProfile of Management "tokenExchangeProfiles.create" POST "/token-exchange-profiles"
    ["create:token_exchange_profiles"] -> TokenExchangeProfile
    {
        body body "body": CreateTokenExchangeProfileRequestContent,
    }
    {}
}

operation! {
    DeleteTokenExchangeProfile of Management "tokenExchangeProfiles.delete" DELETE "/token-exchange-profiles/{id}"
    ["delete:token_exchange_profiles"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetTokenExchangeProfile of Management "tokenExchangeProfiles.get" GET "/token-exchange-profiles/{id}"
    ["read:token_exchange_profiles"] -> TokenExchangeProfile
    {
        path id "id": String,
    }
    {}
}

operation! {
    ListTokenExchangeProfiles of Management "tokenExchangeProfiles.list" GET "/token-exchange-profiles"
    ["read:token_exchange_profiles"] -> ListTokenExchangeProfileResponseContent
    {}
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListTokenExchangeProfiles: TokenExchangeProfile, by_cursor }

operation! {
    UpdateTokenExchangeProfile of Management "tokenExchangeProfiles.update" PATCH "/token-exchange-profiles/{id}"
    ["update:token_exchange_profiles"] -> NoContent
    {
        path id "id": String,
        body body "body": UpdateTokenExchangeProfileRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateTokenExchangeProfile>(),
    NamedOperation::of::<DeleteTokenExchangeProfile>(),
    NamedOperation::of::<GetTokenExchangeProfile>(),
    NamedOperation::of::<ListTokenExchangeProfiles>(),
    NamedOperation::of::<UpdateTokenExchangeProfile>(),
];

object! {
    /// `CreateTokenExchangeProfileRequestContent`
    CreateTokenExchangeProfileRequestContent (name: String, subject_token_type: String, action_id: ActionId, type_: TokenExchangeProfileType) {
        /// (3 to 50 characters)
        name "name": String,
        /// (8 to 100 characters, format `url`)
        subject_token_type "subject_token_type": String,
        /// (1 to 36 characters)
        action_id "action_id": ActionId,
        /// (1 to 21 characters)
        type_ "type": TokenExchangeProfileType,
    }
}

object! {
    /// `ListTokenExchangeProfileResponseContent`
    ListTokenExchangeProfileResponseContent {
        next "next": Option<String>,
        token_exchange_profiles "token_exchange_profiles": Option<Vec<TokenExchangeProfile>>,
    }
}

envelope! { object ListTokenExchangeProfileResponseContent.token_exchange_profiles: TokenExchangeProfile, next next }

object! {
    /// `TokenExchangeProfile`
    TokenExchangeProfile {
        /// (format `token-exchange-profile-id`)
        id "id": Option<String>,
        /// (3 to 50 characters)
        name "name": Option<String>,
        /// (8 to 100 characters, format `url`)
        subject_token_type "subject_token_type": Option<String>,
        /// (1 to 36 characters)
        action_id "action_id": Option<ActionId>,
        /// (1 to 21 characters)
        type_ "type": Option<TokenExchangeProfileType>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
    }
}

string_enum! {
    /// `TokenExchangeProfileType`
    TokenExchangeProfileType {
        CustomAuthentication = "custom_authentication",
    }
}

object! {
    /// `UpdateTokenExchangeProfileRequestContent`
    UpdateTokenExchangeProfileRequestContent {
        /// (3 to 50 characters)
        name "name": Option<String>,
        /// (8 to 100 characters, format `url`)
        subject_token_type "subject_token_type": Option<String>,
    }
}
