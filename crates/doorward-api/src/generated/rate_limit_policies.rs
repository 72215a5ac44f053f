// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `rateLimitPolicies` and what they speak of.

use crate::wire::prelude::*;

operation! {
    CreateRateLimitPolicy of Management "rateLimitPolicies.create" POST "/rate-limit-policies"
    ["create:rate_limit_policies"] -> RateLimitPolicy
    {
        body body "body": CreateRateLimitPolicyRequestContent,
    }
    {}
}

operation! {
    DeleteRateLimitPolicy of Management "rateLimitPolicies.delete" DELETE "/rate-limit-policies/{id}"
    ["delete:rate_limit_policies"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetRateLimitPolicy of Management "rateLimitPolicies.get" GET "/rate-limit-policies/{id}"
    ["read:rate_limit_policies"] -> RateLimitPolicy
    {
        path id "id": String,
    }
    {}
}

operation! {
    ListRateLimitPolicies of Management "rateLimitPolicies.list" GET "/rate-limit-policies"
    ["read:rate_limit_policies"] -> ListRateLimitPoliciesPaginatedResponseContent
    {}
    {
        query resource "resource": Option<RateLimitPolicyResource>,
        query consumer "consumer": Option<RateLimitPolicyConsumer>,
        query consumer_selector "consumer_selector": Option<String>,
        query take "take": Option<i64>,
        query from "from": Option<String>,
    }
}

list! { ListRateLimitPolicies: RateLimitPolicy, by_cursor }

operation! {
    UpdateRateLimitPolicy of Management "rateLimitPolicies.update" PATCH "/rate-limit-policies/{id}"
    ["update:rate_limit_policies"] -> RateLimitPolicy
    {
        path id "id": String,
        body body "body": PatchRateLimitPolicyRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateRateLimitPolicy>(),
    NamedOperation::of::<DeleteRateLimitPolicy>(),
    NamedOperation::of::<GetRateLimitPolicy>(),
    NamedOperation::of::<ListRateLimitPolicies>(),
    NamedOperation::of::<UpdateRateLimitPolicy>(),
];

object! {
    /// `CreateRateLimitPolicyRequestContent`
    CreateRateLimitPolicyRequestContent (resource: RateLimitPolicyResource, consumer: RateLimitPolicyConsumer, consumer_selector: String, configuration: RateLimitPolicyConfiguration) {
        resource "resource": RateLimitPolicyResource,
        consumer "consumer": RateLimitPolicyConsumer,
        /// (at most 255 characters)
        consumer_selector "consumer_selector": String,
        configuration "configuration": RateLimitPolicyConfiguration,
    }
}

object! {
    /// `ListRateLimitPoliciesPaginatedResponseContent`
    ListRateLimitPoliciesPaginatedResponseContent {
        rate_limit_policies "rate_limit_policies": Option<Vec<RateLimitPolicy>>,
        next "next": Option<String>,
    }
}

envelope! { object ListRateLimitPoliciesPaginatedResponseContent.rate_limit_policies: RateLimitPolicy, next next }

union! {
    /// `PatchRateLimitPolicyConfigurationRequestContent`
    PatchRateLimitPolicyConfigurationRequestContent {
        PatchRateLimitPolicyConfigurationRequestContent1(PatchRateLimitPolicyConfigurationRequestContent1),
        PatchRateLimitPolicyConfigurationRequestContent2(PatchRateLimitPolicyConfigurationRequestContent2),
        PatchRateLimitPolicyConfigurationRequestContent3(PatchRateLimitPolicyConfigurationRequestContent3),
    }
}

object! {
    /// `PatchRateLimitPolicyConfigurationRequestContent1`
    PatchRateLimitPolicyConfigurationRequestContent1 (action: PatchRateLimitPolicyConfigurationRequestContent1Action) {
        action "action": PatchRateLimitPolicyConfigurationRequestContent1Action,
    } in_union
}

string_enum! {
    /// `PatchRateLimitPolicyConfigurationRequestContent1Action`
    PatchRateLimitPolicyConfigurationRequestContent1Action {
        Allow = "allow",
    }
}

object! {
    /// `PatchRateLimitPolicyConfigurationRequestContent2`
    PatchRateLimitPolicyConfigurationRequestContent2 (action: PatchRateLimitPolicyConfigurationRequestContent2Action, limit: i64) {
        action "action": PatchRateLimitPolicyConfigurationRequestContent2Action,
        /// (0 to 10000)
        limit "limit": i64,
    } in_union
}

string_enum! {
    /// `PatchRateLimitPolicyConfigurationRequestContent2Action`
    PatchRateLimitPolicyConfigurationRequestContent2Action {
        Block = "block",
        Log = "log",
    }
}

object! {
    /// `PatchRateLimitPolicyConfigurationRequestContent3`
    PatchRateLimitPolicyConfigurationRequestContent3 (action: PatchRateLimitPolicyConfigurationRequestContent3Action, limit: i64, redirect_uri: String) {
        action "action": PatchRateLimitPolicyConfigurationRequestContent3Action,
        /// (0 to 10000)
        limit "limit": i64,
        /// (format `strict-https-uri`)
        redirect_uri "redirect_uri": String,
    } in_union
}

string_enum! {
    /// `PatchRateLimitPolicyConfigurationRequestContent3Action`
    PatchRateLimitPolicyConfigurationRequestContent3Action {
        Redirect = "redirect",
    }
}

object! {
    /// `PatchRateLimitPolicyRequestContent`
    PatchRateLimitPolicyRequestContent (configuration: PatchRateLimitPolicyConfigurationRequestContent) {
        configuration "configuration": PatchRateLimitPolicyConfigurationRequestContent,
    }
}

object! {
    /// `RateLimitPolicy`
    RateLimitPolicy (id: String, resource: RateLimitPolicyResource, consumer: RateLimitPolicyConsumer, consumer_selector: String, configuration: RateLimitPolicyConfiguration) {
        /// (at most 26 characters, format `rate-limit-policy-id`)
        id "id": String,
        resource "resource": RateLimitPolicyResource,
        consumer "consumer": RateLimitPolicyConsumer,
        /// (at most 255 characters)
        consumer_selector "consumer_selector": String,
        configuration "configuration": RateLimitPolicyConfiguration,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
    }
}

union! {
    /// `RateLimitPolicyConfiguration`
    RateLimitPolicyConfiguration {
        RateLimitPolicyConfiguration1(RateLimitPolicyConfiguration1),
        RateLimitPolicyConfiguration2(RateLimitPolicyConfiguration2),
        RateLimitPolicyConfiguration3(RateLimitPolicyConfiguration3),
    }
}

object! {
    /// `RateLimitPolicyConfiguration1`
    RateLimitPolicyConfiguration1 (action: RateLimitPolicyConfiguration1Action) {
        action "action": RateLimitPolicyConfiguration1Action,
    } in_union
}

string_enum! {
    /// `RateLimitPolicyConfiguration1Action`
    RateLimitPolicyConfiguration1Action {
        Allow = "allow",
    }
}

object! {
    /// `RateLimitPolicyConfiguration2`
    RateLimitPolicyConfiguration2 (action: RateLimitPolicyConfiguration2Action, limit: i64) {
        action "action": RateLimitPolicyConfiguration2Action,
        /// (0 to 10000)
        limit "limit": i64,
    } in_union
}

string_enum! {
    /// `RateLimitPolicyConfiguration2Action`
    RateLimitPolicyConfiguration2Action {
        Block = "block",
        Log = "log",
    }
}

object! {
    /// `RateLimitPolicyConfiguration3`
    RateLimitPolicyConfiguration3 (action: RateLimitPolicyConfiguration3Action, limit: i64, redirect_uri: String) {
        action "action": RateLimitPolicyConfiguration3Action,
        /// (0 to 10000)
        limit "limit": i64,
        /// (format `strict-https-uri`)
        redirect_uri "redirect_uri": String,
    } in_union
}

string_enum! {
    /// `RateLimitPolicyConfiguration3Action`
    RateLimitPolicyConfiguration3Action {
        Redirect = "redirect",
    }
}

string_enum! {
    /// `RateLimitPolicyConsumer`
    RateLimitPolicyConsumer {
        Client = "client",
    }
}

string_enum! {
    /// `RateLimitPolicyResource`
    RateLimitPolicyResource {
        OauthAuthenticationApi = "oauth_authentication_api",
    }
}
