// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `userAttributeProfiles` and what they speak of.

use crate::wire::prelude::*;

operation! {
    CreateUserAttributeProfile of Management "userAttributeProfiles.create" POST "/user-attribute-profiles"
    ["create:user_attribute_profiles"] -> UserAttributeProfile
    {
        body body "body": CreateUserAttributeProfileRequestContent,
    }
    {}
}

operation! {
    DeleteUserAttributeProfile of Management "userAttributeProfiles.delete" DELETE "/user-attribute-profiles/{id}"
    ["delete:user_attribute_profiles"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetUserAttributeProfile of Management "userAttributeProfiles.get" GET "/user-attribute-profiles/{id}"
    ["read:user_attribute_profiles"] -> UserAttributeProfile
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetUserAttributeProfileTemplate of Management "userAttributeProfiles.getTemplate" GET "/user-attribute-profiles/templates/{id}"
    ["read:user_attribute_profiles"] -> UserAttributeProfileTemplateItem
    {
        path id "id": String,
    }
    {}
}

operation! {
    ListUserAttributeProfiles of Management "userAttributeProfiles.list" GET "/user-attribute-profiles"
    ["read:user_attribute_profiles"] -> ListUserAttributeProfilesPaginatedResponseContent
    {}
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListUserAttributeProfiles: UserAttributeProfile, by_cursor }

operation! {
    ListUserAttributeProfileTemplates of Management "userAttributeProfiles.listTemplates" GET "/user-attribute-profiles/templates"
    ["read:user_attribute_profiles"] -> ListUserAttributeProfileTemplateResponseContent
    {}
    {}
}

list! { ListUserAttributeProfileTemplates: UserAttributeProfileTemplateItem, }

operation! {
    UpdateUserAttributeProfile of Management "userAttributeProfiles.update" PATCH "/user-attribute-profiles/{id}"
    ["update:user_attribute_profiles"] -> UserAttributeProfile
    {
        path id "id": String,
        body body "body": UpdateUserAttributeProfileRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateUserAttributeProfile>(),
    NamedOperation::of::<DeleteUserAttributeProfile>(),
    NamedOperation::of::<GetUserAttributeProfile>(),
    NamedOperation::of::<GetUserAttributeProfileTemplate>(),
    NamedOperation::of::<ListUserAttributeProfiles>(),
    NamedOperation::of::<ListUserAttributeProfileTemplates>(),
    NamedOperation::of::<UpdateUserAttributeProfile>(),
];

object! {
    /// `CreateUserAttributeProfileRequestContent`
    CreateUserAttributeProfileRequestContent (name: String, user_attributes: BTreeMap<String, UserAttributeProfileUserAttributeAdditionalProperties>) {
        /// (1 to 128 characters)
        name "name": String,
        user_id "user_id": Option<UserAttributeProfileUserId>,
        /// (1 to 64 members)
        user_attributes "user_attributes": BTreeMap<String, UserAttributeProfileUserAttributeAdditionalProperties>,
    }
}

object! {
    /// `ListUserAttributeProfileTemplateResponseContent`
    ListUserAttributeProfileTemplateResponseContent {
        user_attribute_profile_templates "user_attribute_profile_templates": Option<Vec<UserAttributeProfileTemplateItem>>,
    }
}

envelope! { object ListUserAttributeProfileTemplateResponseContent.user_attribute_profile_templates: UserAttributeProfileTemplateItem }

object! {
    /// `ListUserAttributeProfilesPaginatedResponseContent`
    ListUserAttributeProfilesPaginatedResponseContent {
        next "next": Option<String>,
        user_attribute_profiles "user_attribute_profiles": Option<Vec<UserAttributeProfile>>,
    }
}

envelope! { object ListUserAttributeProfilesPaginatedResponseContent.user_attribute_profiles: UserAttributeProfile, next next }

object! {
    /// `UpdateUserAttributeProfileRequestContent`
    UpdateUserAttributeProfileRequestContent {
        /// (1 to 128 characters)
        name "name": Option<String>,
        user_id "user_id": Nullable<UserAttributeProfileUserId>,
        /// (1 to 64 members)
        user_attributes "user_attributes": Option<BTreeMap<String, UserAttributeProfileUserAttributeAdditionalProperties>>,
    }
}

object! {
    /// `UserAttributeProfile`
    UserAttributeProfile {
        /// (format `user-attribute-profile-id`)
        id "id": Option<String>,
        /// (1 to 128 characters)
        name "name": Option<String>,
        user_id "user_id": Option<UserAttributeProfileUserId>,
        /// (1 to 64 members)
        user_attributes "user_attributes": Option<BTreeMap<String, UserAttributeProfileUserAttributeAdditionalProperties>>,
    }
}

object! {
    /// `UserAttributeProfileOidcMapping`
    UserAttributeProfileOidcMapping (mapping: String) {
        /// (1 to 50 characters)
        mapping "mapping": String,
        /// (1 to 50 characters)
        display_name "display_name": Option<String>,
    }
}

object! {
    /// `UserAttributeProfileStrategyOverrides`
    UserAttributeProfileStrategyOverrides {
        pingfederate "pingfederate": Option<UserAttributeProfileStrategyOverridesMapping>,
        ad "ad": Option<UserAttributeProfileStrategyOverridesMapping>,
        adfs "adfs": Option<UserAttributeProfileStrategyOverridesMapping>,
        waad "waad": Option<UserAttributeProfileStrategyOverridesMapping>,
        google_apps "google-apps": Option<UserAttributeProfileStrategyOverridesMapping>,
        okta "okta": Option<UserAttributeProfileStrategyOverridesMapping>,
        oidc "oidc": Option<UserAttributeProfileStrategyOverridesMapping>,
        samlp "samlp": Option<UserAttributeProfileStrategyOverridesMapping>,
    }
}

object! {
    /// `UserAttributeProfileStrategyOverridesMapping`
    UserAttributeProfileStrategyOverridesMapping {
        oidc_mapping "oidc_mapping": Option<UserAttributeProfileOidcMapping>,
        /// (at least 1 items)
        saml_mapping "saml_mapping": Option<Vec<String>>,
        /// (1 to 128 characters)
        scim_mapping "scim_mapping": Option<String>,
    }
}

object! {
    /// `UserAttributeProfileStrategyOverridesUserId`
    UserAttributeProfileStrategyOverridesUserId {
        pingfederate "pingfederate": Option<UserAttributeProfileStrategyOverridesUserIdMapping>,
        ad "ad": Option<UserAttributeProfileStrategyOverridesUserIdMapping>,
        adfs "adfs": Option<UserAttributeProfileStrategyOverridesUserIdMapping>,
        waad "waad": Option<UserAttributeProfileStrategyOverridesUserIdMapping>,
        google_apps "google-apps": Option<UserAttributeProfileStrategyOverridesUserIdMapping>,
        okta "okta": Option<UserAttributeProfileStrategyOverridesUserIdMapping>,
        oidc "oidc": Option<UserAttributeProfileStrategyOverridesUserIdMapping>,
        samlp "samlp": Option<UserAttributeProfileStrategyOverridesUserIdMapping>,
    }
}

object! {
    /// `UserAttributeProfileStrategyOverridesUserIdMapping`
    UserAttributeProfileStrategyOverridesUserIdMapping {
        /// (1 to 50 characters)
        oidc_mapping "oidc_mapping": Option<UserAttributeProfileUserIdOidcStrategyOverrideMapping>,
        /// (at least 1 items)
        saml_mapping "saml_mapping": Option<Vec<String>>,
        /// (1 to 128 characters)
        scim_mapping "scim_mapping": Option<String>,
    }
}

object! {
    /// `UserAttributeProfileTemplate`
    UserAttributeProfileTemplate {
        /// (1 to 128 characters)
        name "name": Option<String>,
        user_id "user_id": Option<UserAttributeProfileUserId>,
        /// (1 to 64 members)
        user_attributes "user_attributes": Option<BTreeMap<String, UserAttributeProfileUserAttributeAdditionalProperties>>,
    }
}

object! {
    /// `UserAttributeProfileTemplateItem`
    UserAttributeProfileTemplateItem {
        id "id": Option<String>,
        display_name "display_name": Option<String>,
        template "template": Option<UserAttributeProfileTemplate>,
    }
}

object! {
    /// `UserAttributeProfileUserAttributeAdditionalProperties`
    UserAttributeProfileUserAttributeAdditionalProperties (description: String, label: String, profile_required: bool, auth0_mapping: String) {
        /// (1 to 128 characters)
        description "description": String,
        /// (1 to 128 characters)
        label "label": String,
        profile_required "profile_required": bool,
        /// (1 to 50 characters)
        auth0_mapping "auth0_mapping": String,
        oidc_mapping "oidc_mapping": Option<UserAttributeProfileOidcMapping>,
        /// (at least 1 items)
        saml_mapping "saml_mapping": Option<Vec<String>>,
        /// (1 to 128 characters)
        scim_mapping "scim_mapping": Option<String>,
        strategy_overrides "strategy_overrides": Option<UserAttributeProfileStrategyOverrides>,
    }
}

object! {
    /// `UserAttributeProfileUserId`
    UserAttributeProfileUserId {
        /// (1 to 50 characters)
        oidc_mapping "oidc_mapping": Option<UserAttributeProfileUserIdOidcMapping>,
        /// (at least 1 items)
        saml_mapping "saml_mapping": Option<Vec<String>>,
        /// (1 to 128 characters)
        scim_mapping "scim_mapping": Option<String>,
        strategy_overrides "strategy_overrides": Option<UserAttributeProfileStrategyOverridesUserId>,
    }
}

string_enum! {
    /// `UserAttributeProfileUserIdOidcMapping`
    UserAttributeProfileUserIdOidcMapping {
        Sub = "sub",
    }
}

string_enum! {
    /// `UserAttributeProfileUserIdOidcStrategyOverrideMapping`
    UserAttributeProfileUserIdOidcStrategyOverrideMapping {
        Sub = "sub",
        Oid = "oid",
        Email = "email",
    }
}
