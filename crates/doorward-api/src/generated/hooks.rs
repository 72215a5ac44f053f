// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `hooks` and what they speak of.

use crate::wire::prelude::*;

operation! {
    CreateHook of Management "hooks.create" POST "/hooks"
    ["create:hooks"] -> Hook
    {
        body body "body": CreateHookRequestContent,
    }
    {}
}

operation! {
    DeleteHook of Management "hooks.delete" DELETE "/hooks/{id}"
    ["delete:hooks"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetHook of Management "hooks.get" GET "/hooks/{id}"
    ["read:hooks"] -> Hook
    {
        path id "id": String,
    }
    {
        query fields "fields": Option<String>,
    }
}

operation! {
    ListHooks of Management "hooks.list" GET "/hooks"
    ["read:hooks"] -> ListHooksResponseContent
    {}
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query enabled "enabled": Option<bool>,
        query fields "fields": Option<String>,
        query trigger_id "triggerId": Option<HookTriggerId>,
    }
}

list! { ListHooks: Hook, by_page_with_totals }

operation! {
    CreateHookSecret of Management "hooks.secrets.create" POST "/hooks/{id}/secrets"
    ["update:hooks"] -> NoContent
    {
        path id "id": String,
        body body "body": BTreeMap<String, String>,
    }
    {}
}

operation! {
    DeleteHookSecrets of Management "hooks.secrets.delete" DELETE "/hooks/{id}/secrets"
    ["delete:hooks"] -> NoContent
    {
        path id "id": String,
        body body "body": Vec<String>,
    }
    {}
}

operation! {
    GetHookSecrets of Management "hooks.secrets.get" GET "/hooks/{id}/secrets"
    ["read:hooks"] -> BTreeMap<String, String>
    {
        path id "id": String,
    }
    {}
}

operation! {
    UpdateHookSecrets of Management "hooks.secrets.update" PATCH "/hooks/{id}/secrets"
    ["update:hooks"] -> NoContent
    {
        path id "id": String,
        body body "body": BTreeMap<String, String>,
    }
    {}
}

operation! {
    UpdateHook of Management "hooks.update" PATCH "/hooks/{id}"
    ["update:hooks"] -> Hook
    {
        path id "id": String,
        body body "body": UpdateHookRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateHook>(),
    NamedOperation::of::<DeleteHook>(),
    NamedOperation::of::<GetHook>(),
    NamedOperation::of::<ListHooks>(),
    NamedOperation::of::<CreateHookSecret>(),
    NamedOperation::of::<DeleteHookSecrets>(),
    NamedOperation::of::<GetHookSecrets>(),
    NamedOperation::of::<UpdateHookSecrets>(),
    NamedOperation::of::<UpdateHook>(),
];

object! {
    /// `CreateHookRequestContent`
    CreateHookRequestContent (name: String, script: String, trigger_id: HookTriggerId) {
        name "name": String,
        /// (at least 1 characters)
        script "script": String,
        enabled "enabled": Option<bool>,
        dependencies "dependencies": Option<BTreeMap<String, String>>,
        trigger_id "triggerId": HookTriggerId,
    }
}

object! {
    /// `Hook`
    Hook {
        trigger_id "triggerId": Option<String>,
        id "id": Option<String>,
        name "name": Option<String>,
        enabled "enabled": Option<bool>,
        script "script": Option<String>,
        dependencies "dependencies": Option<BTreeMap<String, String>>,
    } in_union
}

string_enum! {
    /// `HookTriggerId`
    HookTriggerId {
        CredentialsExchange = "credentials-exchange",
        PreUserRegistration = "pre-user-registration",
        PostUserRegistration = "post-user-registration",
        PostChangePassword = "post-change-password",
        SendPhoneMessage = "send-phone-message",
    }
}

object! {
    /// `ListHooksOffsetPaginatedResponseContent`
    ListHooksOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        hooks "hooks": Option<Vec<Hook>>,
    } in_union
}

envelope! { object ListHooksOffsetPaginatedResponseContent.hooks: Hook, total total }

union! {
    /// `ListHooksResponseContent`
    ListHooksResponseContent {
        List(Vec<Hook>),
        Page(ListHooksOffsetPaginatedResponseContent),
    }
}

envelope! { union ListHooksResponseContent: Hook, List Page }

object! {
    /// `UpdateHookRequestContent`
    UpdateHookRequestContent {
        name "name": Option<String>,
        /// (at least 1 characters)
        script "script": Option<String>,
        enabled "enabled": Option<bool>,
        dependencies "dependencies": Option<BTreeMap<String, String>>,
    }
}
