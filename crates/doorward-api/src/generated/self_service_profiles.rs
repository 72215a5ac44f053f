// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `selfServiceProfiles` and what they speak of.

use crate::wire::prelude::*;

operation! {
    CreateSelfServiceProfile of Management "selfServiceProfiles.create" POST "/self-service-profiles"
    ["create:self_service_profiles"] -> SelfServiceProfile
    {
        body body "body": CreateSelfServiceProfileRequestContent,
    }
    {}
}

operation! {
    ListSelfServiceProfileCustomText of Management "selfServiceProfiles.customText.list" GET "/self-service-profiles/{id}/custom-text/{language}/{page}"
    ["read:self_service_profile_custom_texts"] -> BTreeMap<String, String>
    {
        path id "id": SelfServiceProfileId,
        path language "language": SelfServiceProfileCustomTextLanguage,
        path page "page": SelfServiceProfileCustomTextPage,
    }
    {}
}

operation! {
    SetSelfServiceProfileCustomText of Management "selfServiceProfiles.customText.set" PUT "/self-service-profiles/{id}/custom-text/{language}/{page}"
    ["update:self_service_profile_custom_texts"] -> BTreeMap<String, String>
    {
        path id "id": SelfServiceProfileId,
        path language "language": SelfServiceProfileCustomTextLanguage,
        path page "page": SelfServiceProfileCustomTextPage,
        body body "body": BTreeMap<String, String>,
    }
    {}
}

operation! {
    DeleteSelfServiceProfile of Management "selfServiceProfiles.delete" DELETE "/self-service-profiles/{id}"
    ["delete:self_service_profiles"] -> NoContent
    {
        path id "id": SelfServiceProfileId,
    }
    {}
}

operation! {
    GetSelfServiceProfile of Management "selfServiceProfiles.get" GET "/self-service-profiles/{id}"
    ["read:self_service_profiles"] -> SelfServiceProfile
    {
        path id "id": SelfServiceProfileId,
    }
    {}
}

operation! {
    ListSelfServiceProfiles of Management "selfServiceProfiles.list" GET "/self-service-profiles"
    ["read:self_service_profiles"] -> ListSelfServiceProfilesResponseContent
    {}
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
    }
}

list! { ListSelfServiceProfiles: SelfServiceProfile, by_page_with_totals }

operation! {
    CreateSelfServiceProfileSsoTicket of Management "selfServiceProfiles.ssoTicket.create" POST "/self-service-profiles/{id}/sso-ticket"
    ["create:sso_access_tickets"] -> SelfServiceProfileSsoTicket
    {
        path id "id": SelfServiceProfileId,
        body body "body": CreateSelfServiceProfileSsoTicketRequestContent,
    }
    {
        header auth0_custom_domain "auth0-custom-domain": Option<String>,
    }
}

operation! {
    RevokeSelfServiceProfileSsoTicket of Management "selfServiceProfiles.ssoTicket.revoke" POST "/self-service-profiles/{profileId}/sso-ticket/{id}/revoke"
    ["delete:sso_access_tickets"] -> NoContent
    {
        path profile_id "profileId": SelfServiceProfileId,
        path id "id": TicketId,
    }
    {}
}

operation! {
    UpdateSelfServiceProfile of Management "selfServiceProfiles.update" PATCH "/self-service-profiles/{id}"
    ["update:self_service_profiles"] -> SelfServiceProfile
    {
        path id "id": SelfServiceProfileId,
        body body "body": UpdateSelfServiceProfileRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateSelfServiceProfile>(),
    NamedOperation::of::<ListSelfServiceProfileCustomText>(),
    NamedOperation::of::<SetSelfServiceProfileCustomText>(),
    NamedOperation::of::<DeleteSelfServiceProfile>(),
    NamedOperation::of::<GetSelfServiceProfile>(),
    NamedOperation::of::<ListSelfServiceProfiles>(),
    NamedOperation::of::<CreateSelfServiceProfileSsoTicket>(),
    NamedOperation::of::<RevokeSelfServiceProfileSsoTicket>(),
    NamedOperation::of::<UpdateSelfServiceProfile>(),
];

object! {
    /// `CreateSelfServiceProfileRequestContent`
    CreateSelfServiceProfileRequestContent (name: String) {
        /// (1 to 100 characters)
        name "name": String,
        /// (1 to 140 characters)
        description "description": Option<String>,
        branding "branding": Option<SelfServiceProfileBrandingProperties>,
        /// (at least 1 items)
        allowed_strategies "allowed_strategies": Option<Vec<SelfServiceProfileAllowedStrategy>>,
        user_attributes "user_attributes": Option<Vec<SelfServiceProfileUserAttribute>>,
        /// (format `user-attribute-profile-id`)
        user_attribute_profile_id "user_attribute_profile_id": Option<String>,
    }
}

object! {
    /// `CreateSelfServiceProfileSsoTicketRequestContent`
    CreateSelfServiceProfileSsoTicketRequestContent {
        /// (format `connection-id`)
        connection_id "connection_id": Option<ConnectionId>,
        connection_config "connection_config": Option<SelfServiceProfileSsoTicketConnectionConfig>,
        /// (at least 0 items)
        enabled_clients "enabled_clients": Option<Vec<String>>,
        /// (at least 0 items)
        enabled_organizations "enabled_organizations": Option<Vec<SelfServiceProfileSsoTicketEnabledOrganization>>,
        /// (0 to 432000)
        ttl_sec "ttl_sec": Option<i64>,
        domain_aliases_config "domain_aliases_config": Option<SelfServiceProfileSsoTicketDomainAliasesConfig>,
        provisioning_config "provisioning_config": Option<SelfServiceProfileSsoTicketProvisioningConfig>,
        use_for_organization_discovery "use_for_organization_discovery": Option<bool>,
        enabled_features "enabled_features": Option<SelfServiceProfileSsoTicketEnabledFeatures>,
    }
}

object! {
    /// `ListSelfServiceProfilesPaginatedResponseContent`
    ListSelfServiceProfilesPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        self_service_profiles "self_service_profiles": Option<Vec<SelfServiceProfile>>,
    } in_union
}

envelope! { object ListSelfServiceProfilesPaginatedResponseContent.self_service_profiles: SelfServiceProfile, total total }

union! {
    /// `ListSelfServiceProfilesResponseContent`
    ListSelfServiceProfilesResponseContent {
        List(Vec<SelfServiceProfile>),
        Checkpoint(ListSelfServiceProfilesPaginatedResponseContent),
    }
}

envelope! { union ListSelfServiceProfilesResponseContent: SelfServiceProfile, List Checkpoint }

object! {
    /// `SelfServiceProfile`
    SelfServiceProfile {
        id "id": Option<SelfServiceProfileId>,
        name "name": Option<String>,
        description "description": Option<String>,
        user_attributes "user_attributes": Option<Vec<SelfServiceProfileUserAttribute>>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
        branding "branding": Option<SelfServiceProfileBrandingProperties>,
        /// (at least 1 items)
        allowed_strategies "allowed_strategies": Option<Vec<SelfServiceProfileAllowedStrategy>>,
        /// (format `user-attribute-profile-id`)
        user_attribute_profile_id "user_attribute_profile_id": Option<String>,
    } in_union
}

string_enum! {
    /// `SelfServiceProfileAllowedStrategy`
    SelfServiceProfileAllowedStrategy {
        Oidc = "oidc",
        Samlp = "samlp",
        Waad = "waad",
        GoogleApps = "google-apps",
        Adfs = "adfs",
        Okta = "okta",
        Auth0Samlp = "auth0-samlp",
        OktaSamlp = "okta-samlp",
        KeycloakSamlp = "keycloak-samlp",
        Pingfederate = "pingfederate",
    }
}

object! {
    /// `SelfServiceProfileBrandingColors`
    SelfServiceProfileBrandingColors (primary: String) {
        primary "primary": String,
    }
}

object! {
    /// `SelfServiceProfileBrandingProperties`
    SelfServiceProfileBrandingProperties {
        /// (at most 1024 characters, format `uri`)
        logo_url "logo_url": Option<String>,
        colors "colors": Option<SelfServiceProfileBrandingColors>,
    }
}

string_enum! {
    /// `SelfServiceProfileCustomTextLanguage`
    SelfServiceProfileCustomTextLanguage {
        En = "en",
    }
}

string_enum! {
    /// `SelfServiceProfileCustomTextPage`
    SelfServiceProfileCustomTextPage {
        GetStarted = "get-started",
    }
}

object! {
    /// `SelfServiceProfileSsoTicket`
    SelfServiceProfileSsoTicket {
        ticket "ticket": Option<String>,
    }
}

object! {
    /// `SelfServiceProfileSsoTicketConnectionConfig`
    SelfServiceProfileSsoTicketConnectionConfig (name: String) {
        /// (1 to 128 characters)
        name "name": String,
        /// (at most 128 characters)
        display_name "display_name": Option<String>,
        is_domain_connection "is_domain_connection": Option<bool>,
        show_as_button "show_as_button": Option<bool>,
        /// (at most 10 members)
        metadata "metadata": Option<BTreeMap<String, String>>,
        options "options": Nullable<SelfServiceProfileSsoTicketConnectionOptions>,
    }
}

object! {
    /// `SelfServiceProfileSsoTicketConnectionOptions`
    SelfServiceProfileSsoTicketConnectionOptions {
        /// (format `strict-https-uri-or-null`)
        icon_url "icon_url": Nullable<String>,
        domain_aliases "domain_aliases": Nullable<Vec<String>>,
        idpinitiated "idpinitiated": Nullable<SelfServiceProfileSsoTicketIdpInitiatedOptions>,
    }
}

object! {
    /// `SelfServiceProfileSsoTicketDomainAliasesConfig`
    SelfServiceProfileSsoTicketDomainAliasesConfig (domain_verification: SelfServiceProfileSsoTicketDomainVerification) {
        domain_verification "domain_verification": SelfServiceProfileSsoTicketDomainVerification,
        pending_domains "pending_domains": Option<Vec<String>>,
    }
}

string_enum! {
    /// `SelfServiceProfileSsoTicketDomainVerification`
    SelfServiceProfileSsoTicketDomainVerification {
        None = "none",
        Optional = "optional",
        Required = "required",
    }
}

object! {
    /// `SelfServiceProfileSsoTicketEnabledFeatures`
    SelfServiceProfileSsoTicketEnabledFeatures {
        sso "sso": Option<bool>,
        domain_verification "domain_verification": Option<bool>,
        provisioning "provisioning": Option<bool>,
    }
}

object! {
    /// `SelfServiceProfileSsoTicketEnabledOrganization`
    SelfServiceProfileSsoTicketEnabledOrganization (organization_id: OrganizationId) {
        /// (at most 50 characters, format `organization-id`)
        organization_id "organization_id": OrganizationId,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        show_as_button "show_as_button": Option<bool>,
    }
}

object! {
    /// `SelfServiceProfileSsoTicketGoogleWorkspaceConfig`
    SelfServiceProfileSsoTicketGoogleWorkspaceConfig (sync_users: bool) {
        sync_users "sync_users": bool,
    }
}

string_enum! {
    /// `SelfServiceProfileSsoTicketIdpInitiatedClientProtocol`
    SelfServiceProfileSsoTicketIdpInitiatedClientProtocol {
        Samlp = "samlp",
        Wsfed = "wsfed",
        Oauth2 = "oauth2",
    }
}

object! {
    /// `SelfServiceProfileSsoTicketIdpInitiatedOptions`
    SelfServiceProfileSsoTicketIdpInitiatedOptions {
        enabled "enabled": Option<bool>,
        /// (format `client-id`)
        client_id "client_id": Option<ClientId>,
        client_protocol "client_protocol": Option<SelfServiceProfileSsoTicketIdpInitiatedClientProtocol>,
        /// (at most 256 characters)
        client_authorizequery "client_authorizequery": Option<String>,
    }
}

object! {
    /// `SelfServiceProfileSsoTicketProvisioningConfig`
    SelfServiceProfileSsoTicketProvisioningConfig {
        /// (at least 1 items)
        scopes "scopes": Option<Vec<SelfServiceProfileSsoTicketProvisioningScope>>,
        google_workspace "google_workspace": Option<SelfServiceProfileSsoTicketGoogleWorkspaceConfig>,
        /// (at least 900)
        token_lifetime "token_lifetime": Nullable<i64>,
    }
}

string_enum! {
    /// `SelfServiceProfileSsoTicketProvisioningScope`
    SelfServiceProfileSsoTicketProvisioningScope {
        GetUsers = "get:users",
        PostUsers = "post:users",
        PutUsers = "put:users",
        PatchUsers = "patch:users",
        DeleteUsers = "delete:users",
        GetGroups = "get:groups",
        PostGroups = "post:groups",
        PutGroups = "put:groups",
        PatchGroups = "patch:groups",
        DeleteGroups = "delete:groups",
    }
}

object! {
    /// `SelfServiceProfileUserAttribute`
    SelfServiceProfileUserAttribute (name: String, description: String, is_optional: bool) {
        /// (at most 250 characters)
        name "name": String,
        description "description": String,
        is_optional "is_optional": bool,
    }
}

object! {
    /// `UpdateSelfServiceProfileRequestContent`
    UpdateSelfServiceProfileRequestContent {
        /// (1 to 100 characters)
        name "name": Option<String>,
        /// (1 to 140 characters)
        description "description": Nullable<String>,
        branding "branding": Nullable<SelfServiceProfileBrandingProperties>,
        /// (at least 1 items)
        allowed_strategies "allowed_strategies": Option<Vec<SelfServiceProfileAllowedStrategy>>,
        user_attributes "user_attributes": Nullable<Vec<SelfServiceProfileUserAttribute>>,
        /// (format `user-attribute-profile-id`)
        user_attribute_profile_id "user_attribute_profile_id": Nullable<String>,
    }
}
