// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `connectionProfiles` and what they speak of.

use crate::wire::prelude::*;

operation! {
    CreateConnectionProfile of Management "connectionProfiles.create" POST "/connection-profiles"
    ["create:connection_profiles"] -> ConnectionProfile
    {
        body body "body": CreateConnectionProfileRequestContent,
    }
    {}
}

operation! {
    DeleteConnectionProfile of Management "connectionProfiles.delete" DELETE "/connection-profiles/{id}"
    ["delete:connection_profiles"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetConnectionProfile of Management "connectionProfiles.get" GET "/connection-profiles/{id}"
    ["read:connection_profiles"] -> ConnectionProfile
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetConnectionProfileTemplate of Management "connectionProfiles.getTemplate" GET "/connection-profiles/templates/{id}"
    ["read:connection_profiles"] -> ConnectionProfileTemplateItem
    {
        path id "id": String,
    }
    {}
}

operation! {
    ListConnectionProfiles of Management "connectionProfiles.list" GET "/connection-profiles"
    ["read:connection_profiles"] -> ListConnectionProfilesPaginatedResponseContent
    {}
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListConnectionProfiles: ConnectionProfile, by_cursor }

operation! {
    ListConnectionProfileTemplates of Management "connectionProfiles.listTemplates" GET "/connection-profiles/templates"
    ["read:connection_profiles"] -> ListConnectionProfileTemplateResponseContent
    {}
    {}
}

list! { ListConnectionProfileTemplates: ConnectionProfileTemplateItem, }

operation! {
    UpdateConnectionProfile of Management "connectionProfiles.update" PATCH "/connection-profiles/{id}"
    ["update:connection_profiles"] -> ConnectionProfile
    {
        path id "id": String,
        body body "body": UpdateConnectionProfileRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateConnectionProfile>(),
    NamedOperation::of::<DeleteConnectionProfile>(),
    NamedOperation::of::<GetConnectionProfile>(),
    NamedOperation::of::<GetConnectionProfileTemplate>(),
    NamedOperation::of::<ListConnectionProfiles>(),
    NamedOperation::of::<ListConnectionProfileTemplates>(),
    NamedOperation::of::<UpdateConnectionProfile>(),
];

object! {
    /// `ConnectionProfile`
    ConnectionProfile {
        /// (format `connection-profile-id`)
        id "id": Option<String>,
        /// (1 to 50 characters)
        name "name": Option<String>,
        organization "organization": Option<ConnectionProfileOrganization>,
        /// (0 to 15 characters)
        connection_name_prefix_template "connection_name_prefix_template": Option<String>,
        enabled_features "enabled_features": Option<Vec<EnabledFeatures>>,
        connection_config "connection_config": Option<Map<String, Value>>,
        strategy_overrides "strategy_overrides": Option<ConnectionProfileStrategyOverrides>,
    }
}

object! {
    /// `ConnectionProfileOrganization`
    ConnectionProfileOrganization {
        show_as_button "show_as_button": Option<ConnectionProfileOrganizationShowAsButton>,
        assign_membership_on_login "assign_membership_on_login": Option<ConnectionProfileOrganizationAssignMembershipOnLogin>,
    }
}

string_enum! {
    /// `ConnectionProfileOrganizationAssignMembershipOnLogin`
    ConnectionProfileOrganizationAssignMembershipOnLogin {
        None = "none",
        Optional = "optional",
        Required = "required",
    }
}

string_enum! {
    /// `ConnectionProfileOrganizationShowAsButton`
    ConnectionProfileOrganizationShowAsButton {
        None = "none",
        Optional = "optional",
        Required = "required",
    }
}

object! {
    /// `ConnectionProfileStrategyOverride`
    ConnectionProfileStrategyOverride {
        enabled_features "enabled_features": Option<Vec<EnabledFeatures>>,
        connection_config "connection_config": Option<Map<String, Value>>,
    }
}

object! {
    /// `ConnectionProfileStrategyOverrides`
    ConnectionProfileStrategyOverrides {
        pingfederate "pingfederate": Option<ConnectionProfileStrategyOverride>,
        ad "ad": Option<ConnectionProfileStrategyOverride>,
        adfs "adfs": Option<ConnectionProfileStrategyOverride>,
        waad "waad": Option<ConnectionProfileStrategyOverride>,
        google_apps "google-apps": Option<ConnectionProfileStrategyOverride>,
        okta "okta": Option<ConnectionProfileStrategyOverride>,
        oidc "oidc": Option<ConnectionProfileStrategyOverride>,
        samlp "samlp": Option<ConnectionProfileStrategyOverride>,
    }
}

object! {
    /// `ConnectionProfileTemplate`
    ConnectionProfileTemplate {
        /// (1 to 50 characters)
        name "name": Option<String>,
        organization "organization": Option<ConnectionProfileOrganization>,
        /// (0 to 15 characters)
        connection_name_prefix_template "connection_name_prefix_template": Option<String>,
        enabled_features "enabled_features": Option<Vec<EnabledFeatures>>,
        connection_config "connection_config": Option<Map<String, Value>>,
        strategy_overrides "strategy_overrides": Option<ConnectionProfileStrategyOverrides>,
    }
}

object! {
    /// `ConnectionProfileTemplateItem`
    ConnectionProfileTemplateItem {
        id "id": Option<String>,
        display_name "display_name": Option<String>,
        template "template": Option<ConnectionProfileTemplate>,
    }
}

object! {
    /// `CreateConnectionProfileRequestContent`
    CreateConnectionProfileRequestContent (name: String) {
        /// (1 to 50 characters)
        name "name": String,
        organization "organization": Option<ConnectionProfileOrganization>,
        /// (0 to 15 characters)
        connection_name_prefix_template "connection_name_prefix_template": Option<String>,
        enabled_features "enabled_features": Option<Vec<EnabledFeatures>>,
        connection_config "connection_config": Option<Map<String, Value>>,
        strategy_overrides "strategy_overrides": Option<ConnectionProfileStrategyOverrides>,
    }
}

string_enum! {
    /// `EnabledFeatures`
    EnabledFeatures {
        Scim = "scim",
        UniversalLogout = "universal_logout",
    }
}

object! {
    /// `ListConnectionProfileTemplateResponseContent`
    ListConnectionProfileTemplateResponseContent {
        connection_profile_templates "connection_profile_templates": Option<Vec<ConnectionProfileTemplateItem>>,
    }
}

envelope! { object ListConnectionProfileTemplateResponseContent.connection_profile_templates: ConnectionProfileTemplateItem }

object! {
    /// `ListConnectionProfilesPaginatedResponseContent`
    ListConnectionProfilesPaginatedResponseContent {
        next "next": Option<String>,
        connection_profiles "connection_profiles": Option<Vec<ConnectionProfile>>,
    }
}

envelope! { object ListConnectionProfilesPaginatedResponseContent.connection_profiles: ConnectionProfile, next next }

object! {
    /// `UpdateConnectionProfileRequestContent`
    UpdateConnectionProfileRequestContent {
        /// (1 to 50 characters)
        name "name": Option<String>,
        organization "organization": Option<ConnectionProfileOrganization>,
        /// (0 to 15 characters)
        connection_name_prefix_template "connection_name_prefix_template": Option<String>,
        enabled_features "enabled_features": Option<Vec<EnabledFeatures>>,
        connection_config "connection_config": Option<Map<String, Value>>,
        strategy_overrides "strategy_overrides": Option<ConnectionProfileStrategyOverrides>,
    }
}
