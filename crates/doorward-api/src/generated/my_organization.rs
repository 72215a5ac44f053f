// Made by `cargo xtask codegen` from `api/my-organization.json`. Do not edit.

//! The operations of this API and what they speak of.

use crate::wire::prelude::*;

operation! {
    GetOrganizationConfiguration of MyOrganization "organization.configuration.get" GET "/config"
    ["read:my_org:configuration"] -> GetConfigurationResponseContent
    {}
    {}
}

operation! {
    GetOrganizationConfigurationIdentityProviders of MyOrganization "organization.configuration.identityProviders.get" GET "/config/identity-providers"
    ["read:my_org:configuration"] -> GetIdpConfigurationResponseContent
    {}
    {}
}

operation! {
    CreateOrganizationDomain of MyOrganization "organization.domains.create" POST "/domains"
    ["create:my_org:domains"] -> CreateOrganizationDomainResponseContent
    {
        body body "body": CreateOrganizationDomainRequestContent,
    }
    {}
}

operation! {
    DeleteOrganizationDomain of MyOrganization "organization.domains.delete" DELETE "/domains/{domain_id}"
    ["delete:my_org:domains"] -> NoContent
    {
        path domain_id "domain_id": String,
    }
    {}
}

operation! {
    GetOrganizationDomain of MyOrganization "organization.domains.get" GET "/domains/{domain_id}"
    ["read:my_org:domains"] -> GetOrganizationDomainResponseContent
    {
        path domain_id "domain_id": String,
    }
    {}
}

operation! {
    ListOrganizationDomainIdentityProviders of MyOrganization "organization.domains.identityProviders.list" GET "/domains/{domain_id}/identity-providers"
    ["read:my_org:domains", "read:my_org:identity_providers"] -> ListDomainIdentityProvidersResponseContent
    {
        path domain_id "domain_id": String,
    }
    {}
}

list! { ListOrganizationDomainIdentityProviders: DomainIdp, }

operation! {
    ListOrganizationDomains of MyOrganization "organization.domains.list" GET "/domains"
    ["read:my_org:domains"] -> ListOrganizationDomainsResponseContent
    {}
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListOrganizationDomains: OrgDomain, by_cursor }

operation! {
    StartOrganizationDomainVerification of MyOrganization "organization.domains.verify.create" POST "/domains/{domain_id}/verify"
    ["update:my_org:domains"] -> StartOrganizationDomainVerificationResponseContent
    {
        path domain_id "domain_id": String,
    }
    {}
}

operation! {
    CreateOrganizationIdentityProvider of MyOrganization "organization.identityProviders.create" POST "/identity-providers"
    ["create:my_org:identity_providers"] -> CreateIdentityProviderResponseContent
    {
        body body "body": CreateIdentityProviderRequestContent,
    }
    {}
}

operation! {
    DeleteOrganizationIdentityProvider of MyOrganization "organization.identityProviders.delete" DELETE "/identity-providers/{idp_id}"
    ["delete:my_org:identity_providers"] -> NoContent
    {
        path idp_id "idp_id": IdentityProviderId,
    }
    {}
}

operation! {
    DetachOrganizationIdentityProvider of MyOrganization "organization.identityProviders.detach" POST "/identity-providers/{idp_id}/detach"
    ["update:my_org:identity_providers_detach"] -> NoContent
    {
        path idp_id "idp_id": IdentityProviderId,
    }
    {}
}

operation! {
    CreateOrganizationIdentityProviderDomain of MyOrganization "organization.identityProviders.domains.create" POST "/identity-providers/{idp_id}/domains"
    ["create:my_org:identity_providers_domains"] -> CreateIdpDomainResponseContent
    {
        path idp_id "idp_id": IdentityProviderId,
        body body "body": CreateIdpDomainRequestContent,
    }
    {}
}

operation! {
    DeleteOrganizationIdentityProviderDomain of MyOrganization "organization.identityProviders.domains.delete" DELETE "/identity-providers/{idp_id}/domains/{domain}"
    ["delete:my_org:identity_providers_domains"] -> NoContent
    {
        path idp_id "idp_id": IdentityProviderId,
        path domain "domain": String,
    }
    {}
}

operation! {
    GetOrganizationIdentityProvider of MyOrganization "organization.identityProviders.get" GET "/identity-providers/{idp_id}"
    ["read:my_org:identity_providers"] -> GetIdentityProviderResponseContent
    {
        path idp_id "idp_id": IdentityProviderId,
    }
    {}
}

operation! {
    ListOrganizationIdentityProviders of MyOrganization "organization.identityProviders.list" GET "/identity-providers"
    ["read:my_org:identity_providers"] -> ListIdentityProvidersResponseContent
    {}
    {
        query member_access_level "member_access_level": Vec<OrganizationAccessLevelEnum>,
    }
}

list! { ListOrganizationIdentityProviders: IdpListItemResponse, }

operation! {
    CreateOrganizationIdentityProviderProvisioning of MyOrganization "organization.identityProviders.provisioning.create" POST "/identity-providers/{idp_id}/provisioning"
    ["create:my_org:identity_providers_provisioning"] -> CreateIdPProvisioningConfigResponseContent
    {
        path idp_id "idp_id": IdentityProviderId,
    }
    {}
}

operation! {
    DeleteOrganizationIdentityProviderProvisioning of MyOrganization "organization.identityProviders.provisioning.delete" DELETE "/identity-providers/{idp_id}/provisioning"
    ["delete:my_org:identity_providers_provisioning"] -> NoContent
    {
        path idp_id "idp_id": IdentityProviderId,
    }
    {}
}

operation! {
    GetOrganizationIdentityProviderProvisioning of MyOrganization "organization.identityProviders.provisioning.get" GET "/identity-providers/{idp_id}/provisioning"
    ["read:my_org:identity_providers_provisioning"] -> GetIdPProvisioningConfigResponseContent
    {
        path idp_id "idp_id": IdentityProviderId,
    }
    {}
}

operation! {
    CreateOrganizationIdentityProviderProvisioningScimToken of MyOrganization "organization.identityProviders.provisioning.scimTokens.create" POST "/identity-providers/{idp_id}/provisioning/scim-tokens"
    ["create:my_org:identity_providers_scim_tokens"] -> CreateIdpProvisioningScimTokenResponseContent
    {
        path idp_id "idp_id": IdentityProviderId,
        body body "body": CreateIdpProvisioningScimTokenRequestContent,
    }
    {}
}

operation! {
    DeleteOrganizationIdentityProviderProvisioningScimToken of MyOrganization "organization.identityProviders.provisioning.scimTokens.delete" DELETE "/identity-providers/{idp_id}/provisioning/scim-tokens/{idp_scim_token_id}"
    ["delete:my_org:identity_providers_scim_tokens"] -> NoContent
    {
        path idp_id "idp_id": IdentityProviderId,
        path idp_scim_token_id "idp_scim_token_id": ScimTokenId,
    }
    {}
}

operation! {
    ListOrganizationIdentityProviderProvisioningScimTokens of MyOrganization "organization.identityProviders.provisioning.scimTokens.list" GET "/identity-providers/{idp_id}/provisioning/scim-tokens"
    ["read:my_org:identity_providers_scim_tokens"] -> ListIdpProvisioningScimTokensResponseContent
    {
        path idp_id "idp_id": IdentityProviderId,
    }
    {}
}

list! { ListOrganizationIdentityProviderProvisioningScimTokens: IdpScimTokenRead, }

operation! {
    UpdateOrganizationIdentityProviderProvisioningAttributes of MyOrganization "organization.identityProviders.provisioning.updateAttributes" PUT "/identity-providers/{idp_id}/provisioning/update-attributes"
    ["update:my_org:identity_providers_provisioning"] -> GetIdPProvisioningConfigResponseContent
    {
        path idp_id "idp_id": IdentityProviderId,
        body body "body": Map<String, Value>,
    }
    {}
}

operation! {
    UpdateOrganizationIdentityProvider of MyOrganization "organization.identityProviders.update" PATCH "/identity-providers/{idp_id}"
    ["update:my_org:identity_providers"] -> UpdateIdentityProviderResponseContent
    {
        path idp_id "idp_id": IdentityProviderId,
        body body "body": UpdateIdentityProviderRequestContent,
    }
    {}
}

operation! {
    UpdateOrganizationIdentityProviderAttributes of MyOrganization "organization.identityProviders.updateAttributes" PUT "/identity-providers/{idp_id}/update-attributes"
    ["update:my_org:identity_providers"] -> GetIdentityProviderResponseContent
    {
        path idp_id "idp_id": IdentityProviderId,
        body body "body": Map<String, Value>,
    }
    {}
}

operation! {
    CreateOrganizationInvitation of MyOrganization "organization.invitations.create" POST "/member-invitations"
    ["create:my_org:member_invitations"] -> Vec<MemberInvitation>
    {
        body body "body": CreateMemberInvitationRequestContent,
    }
    {
        header auth0_custom_domain "auth0-custom-domain": Option<String>,
    }
}

list! { CreateOrganizationInvitation: MemberInvitation, }

operation! {
    DeleteOrganizationInvitations of MyOrganization "organization.invitations.delete" POST "/delete-member-invitations"
    ["delete:my_org:member_invitations"] -> NoContent
    {
        body body "body": DeleteMemberInvitationsRequestContent,
    }
    {}
}

operation! {
    DeleteOrganizationInvitationLegacy of MyOrganization "organization.invitations.deleteLegacy" DELETE "/member-invitations/{invitation_id}"
    ["delete:my_org:member_invitations"] -> NoContent
    {
        path invitation_id "invitation_id": String,
    }
    {}
}

operation! {
    GetOrganizationInvitation of MyOrganization "organization.invitations.get" GET "/member-invitations/{invitation_id}"
    ["read:my_org:member_invitations"] -> GetMemberInvitationResponseContent
    {
        path invitation_id "invitation_id": String,
    }
    {
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
    }
}

operation! {
    ListOrganizationInvitations of MyOrganization "organization.invitations.list" GET "/member-invitations"
    ["read:my_org:member_invitations"] -> ListMembersInvitationsResponseContent
    {}
    {
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
        query sort "sort": Option<String>,
    }
}

list! { ListOrganizationInvitations: MemberInvitation, by_cursor }

operation! {
    ListOrganizationInvitationRoles of MyOrganization "organization.invitations.roles.list" GET "/member-invitations/{invitation_id}/roles"
    ["read:my_org:member_roles"] -> GetMemberInvitationRolesResponseContent
    {
        path invitation_id "invitation_id": String,
    }
    {}
}

list! { ListOrganizationInvitationRoles: Role, }

operation! {
    GetOrganizationMember of MyOrganization "organization.members.get" GET "/members/{user_id}"
    ["read:my_org:members"] -> GetOrganizationMemberResponseContent
    {
        path user_id "user_id": UserId,
    }
    {
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
    }
}

operation! {
    ListOrganizationMembers of MyOrganization "organization.members.list" GET "/members"
    ["read:my_org:members"] -> ListOrganizationMembersResponseContent
    {}
    {
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListOrganizationMembers: OrgMember, by_cursor }

operation! {
    AssignOrganizationMemberRoles of MyOrganization "organization.members.roles.assign" POST "/members/{user_id}/roles"
    ["create:my_org:member_roles"] -> NoContent
    {
        path user_id "user_id": UserId,
        body body "body": OrganizationMemberRolesChangeRequestContent,
    }
    {}
}

operation! {
    ListOrganizationMemberRoles of MyOrganization "organization.members.roles.list" GET "/members/{user_id}/roles"
    ["read:my_org:member_roles"] -> GetOrganizationMemberRolesResponseContent
    {
        path user_id "user_id": UserId,
    }
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListOrganizationMemberRoles: Role, by_cursor }

operation! {
    UnassignOrganizationMemberRoles of MyOrganization "organization.members.roles.unassign" POST "/members/{user_id}/unassign-roles"
    ["delete:my_org:member_roles"] -> NoContent
    {
        path user_id "user_id": UserId,
        body body "body": OrganizationMemberRolesChangeRequestContent,
    }
    {}
}

operation! {
    UnassignOrganizationMemberRoleLegacy of MyOrganization "organization.members.roles.unassignLegacy" DELETE "/members/{user_id}/roles"
    ["delete:my_org:member_roles"] -> NoContent
    {
        path user_id "user_id": UserId,
        body body "body": OrganizationMemberRolesChangeRequestContent,
    }
    {}
}

operation! {
    DeleteOrganizationMemberships of MyOrganization "organization.memberships.deleteMemberships" POST "/delete-memberships"
    ["delete:my_org:memberships"] -> NoContent
    {
        body body "body": DeleteOrganizationMembershipsRequestContent,
    }
    {}
}

operation! {
    ListOrganizationRoles of MyOrganization "organization.roles.list" GET "/roles"
    ["read:my_org:member_roles"] -> ListRolesResponseContent
    {}
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
        query name "name": Option<String>,
    }
}

list! { ListOrganizationRoles: Role, by_cursor }

operation! {
    DeleteOrganizationDetails of MyOrganization "organizationDetails.delete" DELETE "/"
    ["delete:my_org:organizations"] -> NoContent
    {}
    {}
}

operation! {
    GetOrganizationDetails of MyOrganization "organizationDetails.get" GET "/details"
    ["read:my_org:details"] -> GetOrganizationDetailsResponseContent
    {}
    {}
}

operation! {
    UpdateOrganizationDetails of MyOrganization "organizationDetails.update" PATCH "/details"
    ["update:my_org:details"] -> UpdateOrganizationDetailsResponseContent
    {
        body body "body": UpdateOrganizationDetailsRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<GetOrganizationConfiguration>(),
    NamedOperation::of::<GetOrganizationConfigurationIdentityProviders>(),
    NamedOperation::of::<CreateOrganizationDomain>(),
    NamedOperation::of::<DeleteOrganizationDomain>(),
    NamedOperation::of::<GetOrganizationDomain>(),
    NamedOperation::of::<ListOrganizationDomainIdentityProviders>(),
    NamedOperation::of::<ListOrganizationDomains>(),
    NamedOperation::of::<StartOrganizationDomainVerification>(),
    NamedOperation::of::<CreateOrganizationIdentityProvider>(),
    NamedOperation::of::<DeleteOrganizationIdentityProvider>(),
    NamedOperation::of::<DetachOrganizationIdentityProvider>(),
    NamedOperation::of::<CreateOrganizationIdentityProviderDomain>(),
    NamedOperation::of::<DeleteOrganizationIdentityProviderDomain>(),
    NamedOperation::of::<GetOrganizationIdentityProvider>(),
    NamedOperation::of::<ListOrganizationIdentityProviders>(),
    NamedOperation::of::<CreateOrganizationIdentityProviderProvisioning>(),
    NamedOperation::of::<DeleteOrganizationIdentityProviderProvisioning>(),
    NamedOperation::of::<GetOrganizationIdentityProviderProvisioning>(),
    NamedOperation::of::<CreateOrganizationIdentityProviderProvisioningScimToken>(),
    NamedOperation::of::<DeleteOrganizationIdentityProviderProvisioningScimToken>(),
    NamedOperation::of::<ListOrganizationIdentityProviderProvisioningScimTokens>(),
    NamedOperation::of::<UpdateOrganizationIdentityProviderProvisioningAttributes>(),
    NamedOperation::of::<UpdateOrganizationIdentityProvider>(),
    NamedOperation::of::<UpdateOrganizationIdentityProviderAttributes>(),
    NamedOperation::of::<CreateOrganizationInvitation>(),
    NamedOperation::of::<DeleteOrganizationInvitations>(),
    NamedOperation::of::<DeleteOrganizationInvitationLegacy>(),
    NamedOperation::of::<GetOrganizationInvitation>(),
    NamedOperation::of::<ListOrganizationInvitations>(),
    NamedOperation::of::<ListOrganizationInvitationRoles>(),
    NamedOperation::of::<GetOrganizationMember>(),
    NamedOperation::of::<ListOrganizationMembers>(),
    NamedOperation::of::<AssignOrganizationMemberRoles>(),
    NamedOperation::of::<ListOrganizationMemberRoles>(),
    NamedOperation::of::<UnassignOrganizationMemberRoles>(),
    NamedOperation::of::<UnassignOrganizationMemberRoleLegacy>(),
    NamedOperation::of::<DeleteOrganizationMemberships>(),
    NamedOperation::of::<ListOrganizationRoles>(),
    NamedOperation::of::<DeleteOrganizationDetails>(),
    NamedOperation::of::<GetOrganizationDetails>(),
    NamedOperation::of::<UpdateOrganizationDetails>(),
];

object! {
    /// `CreateIdPProvisioningConfigResponseContent`
    CreateIdPProvisioningConfigResponseContent (..) {
        identity_provider_id "identity_provider_id": IdentityProviderId,
        /// (1 to 128 characters)
        identity_provider_name "identity_provider_name": String,
        strategy "strategy": IdpStrategyEnum,
        method "method": IdpProvisioningMethodEnum,
        attributes "attributes": Vec<IdpProvisioningUserAttributeMapItem>,
        user_id_attribute "user_id_attribute": String,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_on "updated_on": String,
    }
}

union! {
    /// `CreateIdentityProviderRequestContent`
    CreateIdentityProviderRequestContent {
        IdpAdfsRequest(Box<IdpAdfsRequest>),
        IdpGoogleAppsRequest(Box<IdpGoogleAppsRequest>),
        IdpOidcRequest(Box<IdpOidcRequest>),
        IdpOktaRequest(Box<IdpOktaRequest>),
        IdpPingFederateRequest(Box<IdpPingFederateRequest>),
        IdpSamlpRequest(Box<IdpSamlpRequest>),
        IdpWaadRequest(Box<IdpWaadRequest>),
    }
}

union! {
    /// `CreateIdentityProviderResponseContent`
    CreateIdentityProviderResponseContent {
        IdpAdfsResponse(Box<IdpAdfsResponse>),
        IdpGoogleAppsResponse(Box<IdpGoogleAppsResponse>),
        IdpOidcResponse(Box<IdpOidcResponse>),
        IdpOktaResponse(Box<IdpOktaResponse>),
        IdpPingFederateResponse(Box<IdpPingFederateResponse>),
        IdpSamlpResponse(Box<IdpSamlpResponse>),
        IdpWaadResponse(Box<IdpWaadResponse>),
    }
}

object! {
    /// `CreateIdpDomainRequestContent`
    CreateIdpDomainRequestContent (domain: String) {
        domain "domain": String,
    }
}

object! {
    /// `CreateIdpDomainResponseContent`
    CreateIdpDomainResponseContent (domain: String) {
        domain "domain": String,
    }
}

object! {
    /// `CreateIdpProvisioningScimTokenRequestContent`
    CreateIdpProvisioningScimTokenRequestContent {
        /// (at least 901)
        token_lifetime "token_lifetime": Option<i64>,
    }
}

object! {
    /// `CreateIdpProvisioningScimTokenResponseContent`
    CreateIdpProvisioningScimTokenResponseContent (token_id: ScimTokenId, created_at: String, token: String) {
        token_id "token_id": ScimTokenId,
        scopes "scopes": Option<Vec<String>>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        valid_until "valid_until": Option<String>,
        token "token": String,
    }
}

object! {
    /// `CreateMemberInvitationInvitee`
    CreateMemberInvitationInvitee (email: String) {
        /// (1 to 320 characters, format `email`)
        email "email": String,
        /// (0 to 10 items)
        roles "roles": Option<Vec<String>>,
    }
}

object! {
    /// `CreateMemberInvitationRequestContent`
    CreateMemberInvitationRequestContent (invitees: Vec<CreateMemberInvitationInvitee>) {
        /// (1 to 10 items)
        invitees "invitees": Vec<CreateMemberInvitationInvitee>,
        inviter "inviter": Option<MemberInvitationInviter>,
        identity_provider_id "identity_provider_id": Option<IdentityProviderId>,
        /// (0 to 2592000)
        ttl_sec "ttl_sec": Option<i64>,
    }
}

object! {
    /// `CreateOrganizationDomainRequestContent`
    CreateOrganizationDomainRequestContent (domain: String) {
        domain "domain": String,
    }
}

object! {
    /// `CreateOrganizationDomainResponseContent`
    CreateOrganizationDomainResponseContent (id: String, org_id: OrganizationId, domain: String, status: OrgDomainStatusEnum, verification_txt: String, verification_host: String) {
        id "id": String,
        org_id "org_id": OrganizationId,
        domain "domain": String,
        status "status": OrgDomainStatusEnum,
        verification_txt "verification_txt": String,
        verification_host "verification_host": String,
    }
}

object! {
    /// `DeleteMemberInvitationsRequestContent`
    DeleteMemberInvitationsRequestContent (invitations: Vec<String>) {
        /// (1 to 10 items)
        invitations "invitations": Vec<String>,
    }
}

envelope! { object DeleteMemberInvitationsRequestContent.invitations: String }

object! {
    /// `DeleteOrganizationMembershipsRequestContent`
    DeleteOrganizationMembershipsRequestContent (members: Vec<String>) {
        /// (1 to 1 items)
        members "members": Vec<String>,
    }
}

envelope! { object DeleteOrganizationMembershipsRequestContent.members: String }

object! {
    /// `DomainIdp`
    DomainIdp (id: IdentityProviderId, name: String) {
        id "id": IdentityProviderId,
        /// (1 to 128 characters)
        name "name": String,
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
    }
}

object! {
    /// `GetConfigurationResponseContent`
    GetConfigurationResponseContent {
        allowed_strategies "allowed_strategies": Option<Vec<IdpStrategyEnum>>,
        connection_deletion_behavior "connection_deletion_behavior": Option<IdpConnectionDeletionBehaviorEnum>,
    }
}

object! {
    /// `GetIdPProvisioningConfigResponseContent`
    GetIdPProvisioningConfigResponseContent (..) {
        identity_provider_id "identity_provider_id": IdentityProviderId,
        /// (1 to 128 characters)
        identity_provider_name "identity_provider_name": String,
        strategy "strategy": IdpStrategyEnum,
        method "method": IdpProvisioningMethodEnum,
        attributes "attributes": Vec<IdpProvisioningUserAttributeMapItem>,
        user_id_attribute "user_id_attribute": String,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_on "updated_on": String,
    }
}

union! {
    /// `GetIdentityProviderResponseContent`
    GetIdentityProviderResponseContent {
        IdpAdfsResponse(Box<IdpAdfsResponse>),
        IdpGoogleAppsResponse(Box<IdpGoogleAppsResponse>),
        IdpOidcResponse(Box<IdpOidcResponse>),
        IdpOktaResponse(Box<IdpOktaResponse>),
        IdpPingFederateResponse(Box<IdpPingFederateResponse>),
        IdpSamlpResponse(Box<IdpSamlpResponse>),
        IdpWaadResponse(Box<IdpWaadResponse>),
    }
}

object! {
    /// `GetIdpConfigurationResponseContent`
    GetIdpConfigurationResponseContent (organization: IdentityProvidersConfigOrganization, strategies: IdentityProvidersConfigStrategyOverride) {
        organization "organization": IdentityProvidersConfigOrganization,
        strategies "strategies": IdentityProvidersConfigStrategyOverride,
    }
}

object! {
    /// `GetMemberInvitationResponseContent`
    GetMemberInvitationResponseContent {
        id "id": Option<String>,
        organization_id "organization_id": Option<OrganizationId>,
        inviter "inviter": Option<MemberInvitationInviter>,
        invitee "invitee": Option<MemberInvitationInvitee>,
        identity_provider_id "identity_provider_id": Option<IdentityProviderId>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        expires_at "expires_at": Option<String>,
        roles "roles": Option<Vec<String>>,
        /// (format `uri`)
        invitation_url "invitation_url": Option<String>,
        ticket_id "ticket_id": Option<String>,
    }
}

object! {
    /// `GetMemberInvitationRolesResponseContent`
    GetMemberInvitationRolesResponseContent (roles: Vec<Role>) {
        roles "roles": Vec<Role>,
    }
}

envelope! { object GetMemberInvitationRolesResponseContent.roles: Role }

object! {
    /// `GetOrganizationDetailsResponseContent`
    GetOrganizationDetailsResponseContent {
        id "id": Option<String>,
        /// (1 to 50 characters)
        name "name": Option<String>,
        /// (1 to 255 characters)
        display_name "display_name": Option<String>,
        branding "branding": Option<OrgBranding>,
    }
}

object! {
    /// `GetOrganizationDomainResponseContent`
    GetOrganizationDomainResponseContent (id: String, org_id: OrganizationId, domain: String, status: OrgDomainStatusEnum, verification_txt: String, verification_host: String) {
        id "id": String,
        org_id "org_id": OrganizationId,
        domain "domain": String,
        status "status": OrgDomainStatusEnum,
        verification_txt "verification_txt": String,
        verification_host "verification_host": String,
    }
}

object! {
    /// `GetOrganizationMemberResponseContent`
    GetOrganizationMemberResponseContent {
        user_id "user_id": Option<UserId>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
        /// (format `date-time`)
        last_login "last_login": Option<String>,
        phone_number "phone_number": Option<String>,
        email "email": Option<String>,
        name "name": Option<String>,
        nickname "nickname": Option<String>,
        given_name "given_name": Option<String>,
        family_name "family_name": Option<String>,
    }
}

object! {
    /// `GetOrganizationMemberRolesResponseContent`
    GetOrganizationMemberRolesResponseContent (roles: Vec<Role>) {
        next "next": Option<String>,
        roles "roles": Vec<Role>,
    }
}

envelope! { object GetOrganizationMemberRolesResponseContent.roles: Role, next next }

object! {
    /// `IdentityProviderConfigAdfs`
    IdentityProviderConfigAdfs (enabled_features: Vec<IdentityProvidersConfigEnabledFeaturesEnum>, provisioning_methods: Vec<IdentityProvidersConfigProvisioningMethodsEnum>) {
        enabled_features "enabled_features": Vec<IdentityProvidersConfigEnabledFeaturesEnum>,
        provisioning_methods "provisioning_methods": Vec<IdentityProvidersConfigProvisioningMethodsEnum>,
    }
}

object! {
    /// `IdentityProviderConfigGoogleApps`
    IdentityProviderConfigGoogleApps (enabled_features: Vec<IdentityProvidersConfigEnabledFeaturesEnum>, provisioning_methods: Vec<IdentityProvidersConfigProvisioningMethodsEnum>) {
        enabled_features "enabled_features": Vec<IdentityProvidersConfigEnabledFeaturesEnum>,
        provisioning_methods "provisioning_methods": Vec<IdentityProvidersConfigProvisioningMethodsEnum>,
    }
}

object! {
    /// `IdentityProviderConfigOidc`
    IdentityProviderConfigOidc (enabled_features: Vec<IdentityProvidersConfigEnabledFeaturesEnum>, provisioning_methods: Vec<IdentityProvidersConfigProvisioningMethodsEnum>) {
        enabled_features "enabled_features": Vec<IdentityProvidersConfigEnabledFeaturesEnum>,
        provisioning_methods "provisioning_methods": Vec<IdentityProvidersConfigProvisioningMethodsEnum>,
    }
}

object! {
    /// `IdentityProviderConfigOkta`
    IdentityProviderConfigOkta (enabled_features: Vec<IdentityProvidersConfigEnabledFeaturesEnum>, provisioning_methods: Vec<IdentityProvidersConfigProvisioningMethodsEnum>) {
        enabled_features "enabled_features": Vec<IdentityProvidersConfigEnabledFeaturesEnum>,
        provisioning_methods "provisioning_methods": Vec<IdentityProvidersConfigProvisioningMethodsEnum>,
    }
}

object! {
    /// `IdentityProviderConfigPingFederate`
    IdentityProviderConfigPingFederate (enabled_features: Vec<IdentityProvidersConfigEnabledFeaturesEnum>, provisioning_methods: Vec<IdentityProvidersConfigProvisioningMethodsEnum>) {
        enabled_features "enabled_features": Vec<IdentityProvidersConfigEnabledFeaturesEnum>,
        provisioning_methods "provisioning_methods": Vec<IdentityProvidersConfigProvisioningMethodsEnum>,
    }
}

object! {
    /// `IdentityProviderConfigSamlp`
    IdentityProviderConfigSamlp (enabled_features: Vec<IdentityProvidersConfigEnabledFeaturesEnum>, provisioning_methods: Vec<IdentityProvidersConfigProvisioningMethodsEnum>) {
        enabled_features "enabled_features": Vec<IdentityProvidersConfigEnabledFeaturesEnum>,
        provisioning_methods "provisioning_methods": Vec<IdentityProvidersConfigProvisioningMethodsEnum>,
    }
}

object! {
    /// `IdentityProviderConfigWaad`
    IdentityProviderConfigWaad (enabled_features: Vec<IdentityProvidersConfigEnabledFeaturesEnum>, provisioning_methods: Vec<IdentityProvidersConfigProvisioningMethodsEnum>) {
        enabled_features "enabled_features": Vec<IdentityProvidersConfigEnabledFeaturesEnum>,
        provisioning_methods "provisioning_methods": Vec<IdentityProvidersConfigProvisioningMethodsEnum>,
    }
}

string_enum! {
    /// `IdentityProvidersConfigEnabledFeaturesEnum`
    IdentityProvidersConfigEnabledFeaturesEnum {
        Provisioning = "provisioning",
        UniversalLogout = "universal_logout",
    }
}

object! {
    /// `IdentityProvidersConfigOrganization`
    IdentityProvidersConfigOrganization (can_set_show_as_button: bool, can_set_assign_membership_on_login: bool) {
        can_set_show_as_button "can_set_show_as_button": bool,
        can_set_assign_membership_on_login "can_set_assign_membership_on_login": bool,
    }
}

string_enum! {
    /// `IdentityProvidersConfigProvisioningMethodsEnum`
    IdentityProvidersConfigProvisioningMethodsEnum {
        Scim = "scim",
    }
}

object! {
    /// `IdentityProvidersConfigStrategyOverride`
    IdentityProvidersConfigStrategyOverride {
        adfs "adfs": Option<IdentityProviderConfigAdfs>,
        googleapps "googleapps": Option<IdentityProviderConfigGoogleApps>,
        oidc "oidc": Option<IdentityProviderConfigOidc>,
        okta "okta": Option<IdentityProviderConfigOkta>,
        pingfederate "pingfederate": Option<IdentityProviderConfigPingFederate>,
        samlp "samlp": Option<IdentityProviderConfigSamlp>,
        waad "waad": Option<IdentityProviderConfigWaad>,
    }
}

union! {
    /// `IdpAdfsOptionsRequest`
    IdpAdfsOptionsRequest {
        IdpAdfsOptionsRequest1(IdpAdfsOptionsRequest1),
        IdpAdfsOptionsRequest2(IdpAdfsOptionsRequest2),
    }
}

object! {
    /// `IdpAdfsOptionsRequest1`
    IdpAdfsOptionsRequest1 (adfs_server: String) {
        adfs_server "adfs_server": String,
    } in_union
}

object! {
    /// `IdpAdfsOptionsRequest2`
    IdpAdfsOptionsRequest2 (fed_metadata_xml: String) {
        fed_metadata_xml "fedMetadataXml": String,
    } in_union
}

union! {
    /// `IdpAdfsOptionsResponse`
    IdpAdfsOptionsResponse {
        IdpAdfsOptionsResponse1(IdpAdfsOptionsResponse1),
        IdpAdfsOptionsResponse2(IdpAdfsOptionsResponse2),
    }
}

object! {
    /// `IdpAdfsOptionsResponse1`
    IdpAdfsOptionsResponse1 {
        adfs_server "adfs_server": Option<String>,
    } in_union
}

object! {
    /// `IdpAdfsOptionsResponse2`
    IdpAdfsOptionsResponse2 {
        fed_metadata_xml "fedMetadataXml": Option<String>,
    } in_union
}

object! {
    /// `IdpAdfsRequest`
    IdpAdfsRequest (name: String, strategy: IdpAdfsRequestStrategy, options: IdpAdfsOptionsRequest) {
        id "id": Option<String>,
        /// (1 to 128 characters)
        name "name": String,
        strategy "strategy": IdpAdfsRequestStrategy,
        domains "domains": Option<Vec<String>>,
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        access_level "access_level": Option<OrganizationAccessLevelEnum>,
        options "options": IdpAdfsOptionsRequest,
    } in_union
}

string_enum! {
    /// `IdpAdfsRequestStrategy`
    IdpAdfsRequestStrategy {
        Adfs = "adfs",
    }
}

object! {
    /// `IdpAdfsResponse`
    IdpAdfsResponse (strategy: IdpAdfsResponseStrategy, options: IdpAdfsOptionsResponse) {
        id "id": Option<IdentityProviderId>,
        /// (at most 128 characters)
        name "name": Option<String>,
        strategy "strategy": IdpAdfsResponseStrategy,
        domains "domains": Option<Vec<String>>,
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        access_level "access_level": Option<OrganizationAccessLevelEnum>,
        options "options": IdpAdfsOptionsResponse,
    } in_union
}

string_enum! {
    /// `IdpAdfsResponseStrategy`
    IdpAdfsResponseStrategy {
        Adfs = "adfs",
    }
}

object! {
    /// `IdpAdfsUpdateRequest`
    IdpAdfsUpdateRequest {
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        options "options": Option<IdpAdfsOptionsRequest>,
    } in_union
}

string_enum! {
    /// `IdpConnectionDeletionBehaviorEnum`
    IdpConnectionDeletionBehaviorEnum {
        Allow = "allow",
        AllowIfEmpty = "allow_if_empty",
    }
}

object! {
    /// `IdpGoogleAppsOptionsRequest`
    IdpGoogleAppsOptionsRequest (domain: String, client_id: ClientId, client_secret: String) {
        domain "domain": String,
        client_id "client_id": ClientId,
        client_secret "client_secret": String,
        icon_url "icon_url": Option<String>,
    }
}

object! {
    /// `IdpGoogleAppsOptionsResponse`
    IdpGoogleAppsOptionsResponse {
        domain "domain": Option<String>,
        client_id "client_id": Option<ClientId>,
        icon_url "icon_url": Option<String>,
    }
}

object! {
    /// `IdpGoogleAppsRequest`
    IdpGoogleAppsRequest (name: String, strategy: IdpGoogleAppsRequestStrategy, options: IdpGoogleAppsOptionsRequest) {
        id "id": Option<String>,
        /// (1 to 128 characters)
        name "name": String,
        strategy "strategy": IdpGoogleAppsRequestStrategy,
        domains "domains": Option<Vec<String>>,
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        access_level "access_level": Option<OrganizationAccessLevelEnum>,
        options "options": IdpGoogleAppsOptionsRequest,
    } in_union
}

string_enum! {
    /// `IdpGoogleAppsRequestStrategy`
    IdpGoogleAppsRequestStrategy {
        GoogleApps = "google-apps",
    }
}

object! {
    /// `IdpGoogleAppsResponse`
    IdpGoogleAppsResponse (strategy: IdpGoogleAppsResponseStrategy, options: IdpGoogleAppsOptionsResponse) {
        id "id": Option<IdentityProviderId>,
        /// (at most 128 characters)
        name "name": Option<String>,
        strategy "strategy": IdpGoogleAppsResponseStrategy,
        domains "domains": Option<Vec<String>>,
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        access_level "access_level": Option<OrganizationAccessLevelEnum>,
        options "options": IdpGoogleAppsOptionsResponse,
    } in_union
}

string_enum! {
    /// `IdpGoogleAppsResponseStrategy`
    IdpGoogleAppsResponseStrategy {
        GoogleApps = "google-apps",
    }
}

object! {
    /// `IdpGoogleAppsUpdateRequest`
    IdpGoogleAppsUpdateRequest {
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        options "options": Option<IdpGoogleAppsOptionsRequest>,
    } in_union
}

union! {
    /// `IdpKnownResponse`
    IdpKnownResponse {
        IdpAdfsResponse(Box<IdpAdfsResponse>),
        IdpGoogleAppsResponse(Box<IdpGoogleAppsResponse>),
        IdpOidcResponse(Box<IdpOidcResponse>),
        IdpOktaResponse(Box<IdpOktaResponse>),
        IdpPingFederateResponse(Box<IdpPingFederateResponse>),
        IdpSamlpResponse(Box<IdpSamlpResponse>),
        IdpWaadResponse(Box<IdpWaadResponse>),
    }
}

union! {
    /// `IdpListItemResponse`
    IdpListItemResponse {
        IdpKnownResponse(IdpKnownResponse),
        IdpMinimalResponse(IdpMinimalResponse),
    }
}

object! {
    /// `IdpMinimalResponse`
    IdpMinimalResponse (id: IdentityProviderId, display_name: String, is_enabled: bool, access_level: OrganizationAccessLevelEnum) {
        id "id": IdentityProviderId,
        /// (at most 128 characters)
        name "name": Option<String>,
        /// (1 to 128 characters)
        display_name "display_name": String,
        is_enabled "is_enabled": bool,
        access_level "access_level": OrganizationAccessLevelEnum,
    } in_union
}

object! {
    /// `IdpOidcOptionsRequest`
    IdpOidcOptionsRequest (type_: IdpOidcOptionsTypeEnum, client_id: ClientId, discovery_url: String) {
        type_ "type": IdpOidcOptionsTypeEnum,
        client_id "client_id": ClientId,
        client_secret "client_secret": Option<String>,
        discovery_url "discovery_url": String,
    }
}

object! {
    /// `IdpOidcOptionsResponse`
    IdpOidcOptionsResponse {
        type_ "type": Option<IdpOidcOptionsTypeEnum>,
        client_id "client_id": Option<ClientId>,
        discovery_url "discovery_url": Option<String>,
    }
}

string_enum! {
    /// `IdpOidcOptionsTypeEnum`
    IdpOidcOptionsTypeEnum {
        FrontChannel = "front_channel",
        BackChannel = "back_channel",
    }
}

object! {
    /// `IdpOidcRequest`
    IdpOidcRequest (name: String, strategy: IdpOidcRequestStrategy, options: IdpOidcOptionsRequest) {
        id "id": Option<String>,
        /// (1 to 128 characters)
        name "name": String,
        strategy "strategy": IdpOidcRequestStrategy,
        domains "domains": Option<Vec<String>>,
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        access_level "access_level": Option<OrganizationAccessLevelEnum>,
        options "options": IdpOidcOptionsRequest,
    } in_union
}

string_enum! {
    /// `IdpOidcRequestStrategy`
    IdpOidcRequestStrategy {
        Oidc = "oidc",
    }
}

object! {
    /// `IdpOidcResponse`
    IdpOidcResponse (strategy: IdpOidcResponseStrategy, options: IdpOidcOptionsResponse, attributes: Vec<IdpUserAttributeMapItem>) {
        id "id": Option<IdentityProviderId>,
        /// (at most 128 characters)
        name "name": Option<String>,
        strategy "strategy": IdpOidcResponseStrategy,
        domains "domains": Option<Vec<String>>,
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        access_level "access_level": Option<OrganizationAccessLevelEnum>,
        options "options": IdpOidcOptionsResponse,
        attributes "attributes": Vec<IdpUserAttributeMapItem>,
    } in_union
}

string_enum! {
    /// `IdpOidcResponseStrategy`
    IdpOidcResponseStrategy {
        Oidc = "oidc",
    }
}

object! {
    /// `IdpOidcUpdateRequest`
    IdpOidcUpdateRequest {
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        options "options": Option<IdpOidcOptionsRequest>,
    } in_union
}

object! {
    /// `IdpOktaOptionsRequest`
    IdpOktaOptionsRequest (domain: String, client_id: ClientId, client_secret: String) {
        domain "domain": String,
        client_id "client_id": ClientId,
        client_secret "client_secret": String,
        icon_url "icon_url": Option<String>,
    }
}

object! {
    /// `IdpOktaOptionsResponse`
    IdpOktaOptionsResponse {
        domain "domain": Option<String>,
        client_id "client_id": Option<ClientId>,
        icon_url "icon_url": Option<String>,
    }
}

object! {
    /// `IdpOktaRequest`
    IdpOktaRequest (name: String, strategy: IdpOktaRequestStrategy, options: IdpOktaOptionsRequest) {
        id "id": Option<String>,
        /// (1 to 128 characters)
        name "name": String,
        strategy "strategy": IdpOktaRequestStrategy,
        domains "domains": Option<Vec<String>>,
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        access_level "access_level": Option<OrganizationAccessLevelEnum>,
        options "options": IdpOktaOptionsRequest,
    } in_union
}

string_enum! {
    /// `IdpOktaRequestStrategy`
    IdpOktaRequestStrategy {
        Okta = "okta",
    }
}

object! {
    /// `IdpOktaResponse`
    IdpOktaResponse (strategy: IdpOktaResponseStrategy, options: IdpOktaOptionsResponse, attributes: Vec<IdpUserAttributeMapItem>) {
        id "id": Option<IdentityProviderId>,
        /// (at most 128 characters)
        name "name": Option<String>,
        strategy "strategy": IdpOktaResponseStrategy,
        domains "domains": Option<Vec<String>>,
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        access_level "access_level": Option<OrganizationAccessLevelEnum>,
        options "options": IdpOktaOptionsResponse,
        attributes "attributes": Vec<IdpUserAttributeMapItem>,
    } in_union
}

string_enum! {
    /// `IdpOktaResponseStrategy`
    IdpOktaResponseStrategy {
        Okta = "okta",
    }
}

object! {
    /// `IdpOktaUpdateRequest`
    IdpOktaUpdateRequest {
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        options "options": Option<IdpOktaOptionsRequest>,
    } in_union
}

object! {
    /// `IdpOptionsIdpInitiated`
    IdpOptionsIdpInitiated {
        enabled "enabled": Option<bool>,
        client_id "client_id": Option<ClientId>,
        client_protocol "client_protocol": Option<String>,
        client_authorizequery "client_authorizequery": Option<String>,
    }
}

object! {
    /// `IdpPingFederateOptionsRequest`
    IdpPingFederateOptionsRequest (signature_algorithm: IdpSignAlgTypeEnum, digest_algorithm: IdpSignAlgDigestTypeEnum, sign_saml_request: bool, ping_federate_base_url: String, signing_cert: String) {
        signature_algorithm "signatureAlgorithm": IdpSignAlgTypeEnum,
        digest_algorithm "digestAlgorithm": IdpSignAlgDigestTypeEnum,
        sign_saml_request "signSAMLRequest": bool,
        ping_federate_base_url "pingFederateBaseUrl": String,
        signing_cert "signingCert": String,
        idp_initiated "idpInitiated": Option<IdpOptionsIdpInitiated>,
        icon_url "icon_url": Option<String>,
    }
}

object! {
    /// `IdpPingFederateOptionsResponse`
    IdpPingFederateOptionsResponse {
        signature_algorithm "signatureAlgorithm": Option<IdpSignAlgTypeEnum>,
        digest_algorithm "digestAlgorithm": Option<IdpSignAlgDigestTypeEnum>,
        sign_saml_request "signSAMLRequest": Option<bool>,
        ping_federate_base_url "pingFederateBaseUrl": Option<String>,
        cert "cert": Option<String>,
        idp_initiated "idpInitiated": Option<IdpOptionsIdpInitiated>,
        icon_url "icon_url": Option<String>,
    }
}

object! {
    /// `IdpPingFederateRequest`
    IdpPingFederateRequest (name: String, strategy: IdpPingFederateRequestStrategy, options: IdpPingFederateOptionsRequest) {
        id "id": Option<String>,
        /// (1 to 128 characters)
        name "name": String,
        strategy "strategy": IdpPingFederateRequestStrategy,
        domains "domains": Option<Vec<String>>,
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        access_level "access_level": Option<OrganizationAccessLevelEnum>,
        options "options": IdpPingFederateOptionsRequest,
    } in_union
}

string_enum! {
    /// `IdpPingFederateRequestStrategy`
    IdpPingFederateRequestStrategy {
        Pingfederate = "pingfederate",
    }
}

object! {
    /// `IdpPingFederateResponse`
    IdpPingFederateResponse (strategy: IdpPingFederateResponseStrategy, options: IdpPingFederateOptionsResponse) {
        id "id": Option<IdentityProviderId>,
        /// (at most 128 characters)
        name "name": Option<String>,
        strategy "strategy": IdpPingFederateResponseStrategy,
        domains "domains": Option<Vec<String>>,
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        access_level "access_level": Option<OrganizationAccessLevelEnum>,
        options "options": IdpPingFederateOptionsResponse,
    } in_union
}

string_enum! {
    /// `IdpPingFederateResponseStrategy`
    IdpPingFederateResponseStrategy {
        Pingfederate = "pingfederate",
    }
}

object! {
    /// `IdpPingFederateUpdateRequest`
    IdpPingFederateUpdateRequest {
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        options "options": Option<IdpPingFederateOptionsRequest>,
    } in_union
}

string_enum! {
    /// `IdpProtocolBindingTypeEnum`
    IdpProtocolBindingTypeEnum {
        UrnOasisNamesTcSaml20BindingsHttpRedirect = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect",
        UrnOasisNamesTcSaml20BindingsHttpPost = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST",
    }
}

string_enum! {
    /// `IdpProvisioningMethodEnum`
    IdpProvisioningMethodEnum {
        None = "none",
        Scim = "scim",
    }
}

object! {
    /// `IdpProvisioningUserAttributeMapItem`
    IdpProvisioningUserAttributeMapItem (is_required: bool, is_extra: bool, is_missing: bool, provisioning_field: String) {
        user_attribute "user_attribute": Option<String>,
        description "description": Option<String>,
        label "label": Option<String>,
        is_required "is_required": bool,
        is_extra "is_extra": bool,
        is_missing "is_missing": bool,
        provisioning_field "provisioning_field": String,
    }
}

union! {
    /// `IdpSamlpOptionsRequest`
    IdpSamlpOptionsRequest {
        IdpSamlpOptionsRequest1(Box<IdpSamlpOptionsRequest1>),
        IdpSamlpOptionsRequest2(Box<IdpSamlpOptionsRequest2>),
    }
}

object! {
    /// `IdpSamlpOptionsRequest1`
    IdpSamlpOptionsRequest1 (metadata_url: String, sign_saml_request: bool) {
        metadata_url "metadataUrl": String,
        sign_saml_request "signSAMLRequest": bool,
        signature_algorithm "signatureAlgorithm": Option<IdpSignAlgTypeEnum>,
        digest_algorithm "digestAlgorithm": Option<IdpSignAlgDigestTypeEnum>,
        protocol_binding "protocolBinding": Option<IdpProtocolBindingTypeEnum>,
        binding_method "bindingMethod": Option<String>,
        signing_cert "signingCert": Option<String>,
        idp_initiated "idpInitiated": Option<IdpOptionsIdpInitiated>,
        icon_url "icon_url": Option<String>,
        discovery_url "discovery_url": Option<String>,
    } in_union
}

object! {
    /// `IdpSamlpOptionsRequest2`
    IdpSamlpOptionsRequest2 (sign_in_endpoint: String, signing_cert: String, sign_saml_request: bool) {
        sign_in_endpoint "signInEndpoint": String,
        signing_cert "signingCert": String,
        sign_saml_request "signSAMLRequest": bool,
        signature_algorithm "signatureAlgorithm": Option<IdpSignAlgTypeEnum>,
        digest_algorithm "digestAlgorithm": Option<IdpSignAlgDigestTypeEnum>,
        protocol_binding "protocolBinding": Option<IdpProtocolBindingTypeEnum>,
        binding_method "bindingMethod": Option<String>,
        idp_initiated "idpInitiated": Option<IdpOptionsIdpInitiated>,
        icon_url "icon_url": Option<String>,
        discovery_url "discovery_url": Option<String>,
    } in_union
}

union! {
    /// `IdpSamlpOptionsResponse`
    IdpSamlpOptionsResponse {
        IdpSamlpOptionsResponse1(Box<IdpSamlpOptionsResponse1>),
        IdpSamlpOptionsResponse2(Box<IdpSamlpOptionsResponse2>),
    }
}

object! {
    /// `IdpSamlpOptionsResponse1`
    IdpSamlpOptionsResponse1 {
        metadata_url "metadataUrl": Option<String>,
        sign_saml_request "signSAMLRequest": Option<bool>,
        signature_algorithm "signatureAlgorithm": Option<IdpSignAlgTypeEnum>,
        digest_algorithm "digestAlgorithm": Option<IdpSignAlgDigestTypeEnum>,
        protocol_binding "protocolBinding": Option<IdpProtocolBindingTypeEnum>,
        binding_method "bindingMethod": Option<String>,
        cert "cert": Option<String>,
        idp_initiated "idpInitiated": Option<IdpOptionsIdpInitiated>,
        icon_url "icon_url": Option<String>,
        discovery_url "discovery_url": Option<String>,
    } in_union
}

object! {
    /// `IdpSamlpOptionsResponse2`
    IdpSamlpOptionsResponse2 {
        sign_in_endpoint "signInEndpoint": Option<String>,
        cert "cert": Option<String>,
        sign_saml_request "signSAMLRequest": Option<bool>,
        signature_algorithm "signatureAlgorithm": Option<IdpSignAlgTypeEnum>,
        digest_algorithm "digestAlgorithm": Option<IdpSignAlgDigestTypeEnum>,
        protocol_binding "protocolBinding": Option<IdpProtocolBindingTypeEnum>,
        binding_method "bindingMethod": Option<String>,
        idp_initiated "idpInitiated": Option<IdpOptionsIdpInitiated>,
        icon_url "icon_url": Option<String>,
        discovery_url "discovery_url": Option<String>,
    } in_union
}

object! {
    /// `IdpSamlpRequest`
    IdpSamlpRequest (name: String, strategy: IdpSamlpRequestStrategy, options: IdpSamlpOptionsRequest) {
        id "id": Option<String>,
        /// (1 to 128 characters)
        name "name": String,
        strategy "strategy": IdpSamlpRequestStrategy,
        domains "domains": Option<Vec<String>>,
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        access_level "access_level": Option<OrganizationAccessLevelEnum>,
        options "options": IdpSamlpOptionsRequest,
    } in_union
}

string_enum! {
    /// `IdpSamlpRequestStrategy`
    IdpSamlpRequestStrategy {
        Samlp = "samlp",
    }
}

object! {
    /// `IdpSamlpResponse`
    IdpSamlpResponse (strategy: IdpSamlpResponseStrategy, options: IdpSamlpOptionsResponse, attributes: Vec<IdpUserAttributeMapItem>) {
        id "id": Option<IdentityProviderId>,
        /// (at most 128 characters)
        name "name": Option<String>,
        strategy "strategy": IdpSamlpResponseStrategy,
        domains "domains": Option<Vec<String>>,
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        access_level "access_level": Option<OrganizationAccessLevelEnum>,
        options "options": IdpSamlpOptionsResponse,
        attributes "attributes": Vec<IdpUserAttributeMapItem>,
    } in_union
}

string_enum! {
    /// `IdpSamlpResponseStrategy`
    IdpSamlpResponseStrategy {
        Samlp = "samlp",
    }
}

object! {
    /// `IdpSamlpUpdateRequest`
    IdpSamlpUpdateRequest {
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        options "options": Option<IdpSamlpOptionsRequest>,
    } in_union
}

object! {
    /// `IdpScimTokenRead`
    IdpScimTokenRead (token_id: ScimTokenId, created_at: String) {
        token_id "token_id": ScimTokenId,
        scopes "scopes": Option<Vec<String>>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        valid_until "valid_until": Option<String>,
    }
}

string_enum! {
    /// `IdpSignAlgDigestTypeEnum`
    IdpSignAlgDigestTypeEnum {
        Sha256 = "sha256",
        Sha1 = "sha1",
    }
}

string_enum! {
    /// `IdpSignAlgTypeEnum`
    IdpSignAlgTypeEnum {
        RsaSha256 = "rsa-sha256",
        RsaSha1 = "rsa-sha1",
    }
}

string_enum! {
    /// `IdpStrategyEnum`
    IdpStrategyEnum {
        Adfs = "adfs",
        GoogleApps = "google-apps",
        Oidc = "oidc",
        Okta = "okta",
        Pingfederate = "pingfederate",
        Samlp = "samlp",
        Waad = "waad",
    }
}

object! {
    /// `IdpUserAttributeMapItem`
    IdpUserAttributeMapItem (is_required: bool, is_extra: bool, is_missing: bool, sso_field: Vec<String>) {
        user_attribute "user_attribute": Option<String>,
        description "description": Option<String>,
        label "label": Option<String>,
        is_required "is_required": bool,
        is_extra "is_extra": bool,
        is_missing "is_missing": bool,
        sso_field "sso_field": Vec<String>,
    }
}

object! {
    /// `IdpWaadOptionsRequest`
    IdpWaadOptionsRequest (tenant_domain: String, client_id: ClientId, client_secret: String) {
        tenant_domain "tenant_domain": String,
        client_id "client_id": ClientId,
        client_secret "client_secret": String,
        icon_url "icon_url": Option<String>,
    }
}

object! {
    /// `IdpWaadOptionsResponse`
    IdpWaadOptionsResponse {
        tenant_domain "tenant_domain": Option<String>,
        client_id "client_id": Option<ClientId>,
        icon_url "icon_url": Option<String>,
    }
}

object! {
    /// `IdpWaadRequest`
    IdpWaadRequest (name: String, strategy: IdpWaadRequestStrategy, options: IdpWaadOptionsRequest) {
        id "id": Option<String>,
        /// (1 to 128 characters)
        name "name": String,
        strategy "strategy": IdpWaadRequestStrategy,
        domains "domains": Option<Vec<String>>,
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        access_level "access_level": Option<OrganizationAccessLevelEnum>,
        options "options": IdpWaadOptionsRequest,
    } in_union
}

string_enum! {
    /// `IdpWaadRequestStrategy`
    IdpWaadRequestStrategy {
        Waad = "waad",
    }
}

object! {
    /// `IdpWaadResponse`
    IdpWaadResponse (strategy: IdpWaadResponseStrategy, options: IdpWaadOptionsResponse) {
        id "id": Option<IdentityProviderId>,
        /// (at most 128 characters)
        name "name": Option<String>,
        strategy "strategy": IdpWaadResponseStrategy,
        domains "domains": Option<Vec<String>>,
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        access_level "access_level": Option<OrganizationAccessLevelEnum>,
        options "options": IdpWaadOptionsResponse,
    } in_union
}

string_enum! {
    /// `IdpWaadResponseStrategy`
    IdpWaadResponseStrategy {
        Waad = "waad",
    }
}

object! {
    /// `IdpWaadUpdateRequest`
    IdpWaadUpdateRequest {
        /// (1 to 128 characters)
        display_name "display_name": Option<String>,
        show_as_button "show_as_button": Option<bool>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_enabled "is_enabled": Option<bool>,
        options "options": Option<IdpWaadOptionsRequest>,
    } in_union
}

object! {
    /// `ListDomainIdentityProvidersResponseContent`
    ListDomainIdentityProvidersResponseContent {
        identity_providers "identity_providers": Option<Vec<DomainIdp>>,
    }
}

envelope! { object ListDomainIdentityProvidersResponseContent.identity_providers: DomainIdp }

object! {
    /// `ListIdentityProvidersResponseContent`
    ListIdentityProvidersResponseContent {
        identity_providers "identity_providers": Option<Vec<IdpListItemResponse>>,
    }
}

envelope! { object ListIdentityProvidersResponseContent.identity_providers: IdpListItemResponse }

object! {
    /// `ListIdpProvisioningScimTokensResponseContent`
    ListIdpProvisioningScimTokensResponseContent {
        scim_tokens "scim_tokens": Option<Vec<IdpScimTokenRead>>,
    }
}

envelope! { object ListIdpProvisioningScimTokensResponseContent.scim_tokens: IdpScimTokenRead }

object! {
    /// `ListMembersInvitationsResponseContent`
    ListMembersInvitationsResponseContent {
        next "next": Option<String>,
        invitations "invitations": Option<Vec<MemberInvitation>>,
    }
}

envelope! { object ListMembersInvitationsResponseContent.invitations: MemberInvitation, next next }

object! {
    /// `ListOrganizationDomainsResponseContent`
    ListOrganizationDomainsResponseContent (organization_domains: Vec<OrgDomain>) {
        next "next": Option<String>,
        organization_domains "organization_domains": Vec<OrgDomain>,
    }
}

envelope! { object ListOrganizationDomainsResponseContent.organization_domains: OrgDomain, next next }

object! {
    /// `ListOrganizationMembersResponseContent`
    ListOrganizationMembersResponseContent {
        next "next": Option<String>,
        members "members": Option<Vec<OrgMember>>,
    }
}

envelope! { object ListOrganizationMembersResponseContent.members: OrgMember, next next }

object! {
    /// `ListRolesResponseContent`
    ListRolesResponseContent (roles: Vec<Role>) {
        roles "roles": Vec<Role>,
        next "next": Option<String>,
    }
}

envelope! { object ListRolesResponseContent.roles: Role, next next }

object! {
    /// `MemberInvitation`
    MemberInvitation {
        id "id": Option<String>,
        organization_id "organization_id": Option<OrganizationId>,
        inviter "inviter": Option<MemberInvitationInviter>,
        invitee "invitee": Option<MemberInvitationInvitee>,
        identity_provider_id "identity_provider_id": Option<IdentityProviderId>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        expires_at "expires_at": Option<String>,
        roles "roles": Option<Vec<String>>,
        /// (format `uri`)
        invitation_url "invitation_url": Option<String>,
        ticket_id "ticket_id": Option<String>,
    }
}

object! {
    /// `MemberInvitationInvitee`
    MemberInvitationInvitee {
        /// (1 to 320 characters, format `email`)
        email "email": Option<String>,
    }
}

object! {
    /// `MemberInvitationInviter`
    MemberInvitationInviter {
        /// (1 to 300 characters)
        name "name": Option<String>,
    }
}

object! {
    /// `OrgBranding`
    OrgBranding {
        /// (format `uri`)
        logo_url "logo_url": Nullable<String>,
        colors "colors": Option<OrgBrandingColors>,
    }
}

object! {
    /// `OrgBrandingColors`
    OrgBrandingColors (primary: String, page_background: String) {
        primary "primary": String,
        page_background "page_background": String,
    }
}

object! {
    /// `OrgDomain`
    OrgDomain (id: String, org_id: OrganizationId, domain: String, status: OrgDomainStatusEnum, verification_txt: String, verification_host: String) {
        id "id": String,
        org_id "org_id": OrganizationId,
        domain "domain": String,
        status "status": OrgDomainStatusEnum,
        verification_txt "verification_txt": String,
        verification_host "verification_host": String,
    }
}

string_enum! {
    /// `OrgDomainStatusEnum`
    OrgDomainStatusEnum {
        Failed = "failed",
        Pending = "pending",
        Verified = "verified",
    }
}

object! {
    /// `OrgMember`
    OrgMember {
        user_id "user_id": Option<UserId>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
        /// (format `date-time`)
        last_login "last_login": Option<String>,
        phone_number "phone_number": Option<String>,
        email "email": Option<String>,
        name "name": Option<String>,
        nickname "nickname": Option<String>,
        given_name "given_name": Option<String>,
        family_name "family_name": Option<String>,
        /// (at most 10 items)
        roles "roles": Option<Vec<Role>>,
    }
}

string_enum! {
    /// `OrganizationAccessLevelEnum`
    OrganizationAccessLevelEnum {
        None = "none",
        Readonly = "readonly",
        Limited = "limited",
        Full = "full",
    }
}

object! {
    /// `OrganizationMemberRolesChangeRequestContent`
    OrganizationMemberRolesChangeRequestContent (role_ids: Vec<String>) {
        /// (1 to 10 items)
        role_ids "role_ids": Vec<String>,
    }
}

envelope! { object OrganizationMemberRolesChangeRequestContent.role_ids: String }

object! {
    /// `Role`
    Role (id: RoleId, name: String) {
        id "id": RoleId,
        name "name": String,
        description "description": Option<String>,
    }
}

object! {
    /// `StartOrganizationDomainVerificationResponseContent`
    StartOrganizationDomainVerificationResponseContent (id: String, org_id: OrganizationId, domain: String, status: OrgDomainStatusEnum, verification_txt: String, verification_host: String) {
        id "id": String,
        org_id "org_id": OrganizationId,
        domain "domain": String,
        status "status": OrgDomainStatusEnum,
        verification_txt "verification_txt": String,
        verification_host "verification_host": String,
    }
}

union! {
    /// `UpdateIdentityProviderRequestContent`
    UpdateIdentityProviderRequestContent {
        IdpAdfsUpdateRequest(Box<IdpAdfsUpdateRequest>),
        IdpGoogleAppsUpdateRequest(Box<IdpGoogleAppsUpdateRequest>),
        IdpOidcUpdateRequest(Box<IdpOidcUpdateRequest>),
        IdpOktaUpdateRequest(Box<IdpOktaUpdateRequest>),
        IdpPingFederateUpdateRequest(Box<IdpPingFederateUpdateRequest>),
        IdpSamlpUpdateRequest(Box<IdpSamlpUpdateRequest>),
        IdpWaadUpdateRequest(Box<IdpWaadUpdateRequest>),
    }
}

union! {
    /// `UpdateIdentityProviderResponseContent`
    UpdateIdentityProviderResponseContent {
        IdpAdfsResponse(Box<IdpAdfsResponse>),
        IdpGoogleAppsResponse(Box<IdpGoogleAppsResponse>),
        IdpOidcResponse(Box<IdpOidcResponse>),
        IdpOktaResponse(Box<IdpOktaResponse>),
        IdpPingFederateResponse(Box<IdpPingFederateResponse>),
        IdpSamlpResponse(Box<IdpSamlpResponse>),
        IdpWaadResponse(Box<IdpWaadResponse>),
    }
}

object! {
    /// `UpdateOrganizationDetailsRequestContent`
    UpdateOrganizationDetailsRequestContent {
        id "id": Option<String>,
        /// (1 to 50 characters)
        name "name": Option<String>,
        /// (1 to 255 characters)
        display_name "display_name": Option<String>,
        branding "branding": Option<OrgBranding>,
    }
}

object! {
    /// `UpdateOrganizationDetailsResponseContent`
    UpdateOrganizationDetailsResponseContent {
        id "id": Option<String>,
        /// (1 to 50 characters)
        name "name": Option<String>,
        /// (1 to 255 characters)
        display_name "display_name": Option<String>,
        branding "branding": Option<OrgBranding>,
    }
}
