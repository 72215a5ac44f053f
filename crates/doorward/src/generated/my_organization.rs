// Made by `cargo xtask codegen` from `api/my-organization.json`. Do not edit.

//! The groups of operations, each a handle.

use doorward_api::my_organization::*;
use doorward_api::wire::prelude::arguments::*;

use crate::api_client::{handles, roots};

roots! {
    MyOrganization
    organization Organization;
    organization_details OrganizationDetails;
}

handles! {
    /// `organization`
    Organization of MyOrganization
    {
    }
    {
        configuration OrganizationConfiguration;
        domains OrganizationDomains;
        identity_providers OrganizationIdentityProviders;
        invitations OrganizationInvitations;
        members OrganizationMembers;
        memberships OrganizationMemberships;
        roles OrganizationRoles;
    }
}

handles! {
    /// `organization.configuration`
    OrganizationConfiguration of MyOrganization
    {
        get GetOrganizationConfiguration "GET /config" ();
    }
    {
        identity_providers OrganizationConfigurationIdentityProviders;
    }
}

handles! {
    /// `organization.configuration.identityProviders`
    OrganizationConfigurationIdentityProviders of MyOrganization
    {
        get GetOrganizationConfigurationIdentityProviders "GET /config/identity-providers" ();
    }
    {
    }
}

handles! {
    /// `organization.domains`
    OrganizationDomains of MyOrganization
    {
        create CreateOrganizationDomain "POST /domains" (body: CreateOrganizationDomainRequestContent);
        delete DeleteOrganizationDomain "DELETE /domains/{domain_id}" (domain_id: String);
        get GetOrganizationDomain "GET /domains/{domain_id}" (domain_id: String);
        list ListOrganizationDomains "GET /domains" ();
    }
    {
        identity_providers OrganizationDomainsIdentityProviders;
        verify OrganizationDomainsVerify;
    }
}

handles! {
    /// `organization.domains.identityProviders`
    OrganizationDomainsIdentityProviders of MyOrganization
    {
        list ListOrganizationDomainIdentityProviders "GET /domains/{domain_id}/identity-providers" (domain_id: String);
    }
    {
    }
}

handles! {
    /// `organization.domains.verify`
    OrganizationDomainsVerify of MyOrganization
    {
        create StartOrganizationDomainVerification "POST /domains/{domain_id}/verify" (domain_id: String);
    }
    {
    }
}

handles! {
    /// `organization.identityProviders`
    OrganizationIdentityProviders of MyOrganization
    {
        create CreateOrganizationIdentityProvider "POST /identity-providers" (body: CreateIdentityProviderRequestContent);
        delete DeleteOrganizationIdentityProvider "DELETE /identity-providers/{idp_id}" (idp_id: IdentityProviderId);
        detach DetachOrganizationIdentityProvider "POST /identity-providers/{idp_id}/detach" (idp_id: IdentityProviderId);
        get GetOrganizationIdentityProvider "GET /identity-providers/{idp_id}" (idp_id: IdentityProviderId);
        list ListOrganizationIdentityProviders "GET /identity-providers" ();
        update UpdateOrganizationIdentityProvider "PATCH /identity-providers/{idp_id}" (idp_id: IdentityProviderId, body: UpdateIdentityProviderRequestContent);
        update_attributes UpdateOrganizationIdentityProviderAttributes "PUT /identity-providers/{idp_id}/update-attributes" (idp_id: IdentityProviderId, body: Map<String, Value>);
    }
    {
        domains OrganizationIdentityProvidersDomains;
        provisioning OrganizationIdentityProvidersProvisioning;
    }
}

handles! {
    /// `organization.identityProviders.domains`
    OrganizationIdentityProvidersDomains of MyOrganization
    {
        create CreateOrganizationIdentityProviderDomain "POST /identity-providers/{idp_id}/domains" (idp_id: IdentityProviderId, body: CreateIdpDomainRequestContent);
        delete DeleteOrganizationIdentityProviderDomain "DELETE /identity-providers/{idp_id}/domains/{domain}" (idp_id: IdentityProviderId, domain: String);
    }
    {
    }
}

handles! {
    /// `organization.identityProviders.provisioning`
    OrganizationIdentityProvidersProvisioning of MyOrganization
    {
        create CreateOrganizationIdentityProviderProvisioning "POST /identity-providers/{idp_id}/provisioning" (idp_id: IdentityProviderId);
        delete DeleteOrganizationIdentityProviderProvisioning "DELETE /identity-providers/{idp_id}/provisioning" (idp_id: IdentityProviderId);
        get GetOrganizationIdentityProviderProvisioning "GET /identity-providers/{idp_id}/provisioning" (idp_id: IdentityProviderId);
        update_attributes UpdateOrganizationIdentityProviderProvisioningAttributes "PUT /identity-providers/{idp_id}/provisioning/update-attributes" (idp_id: IdentityProviderId, body: Map<String, Value>);
    }
    {
        scim_tokens OrganizationIdentityProvidersProvisioningScimTokens;
    }
}

handles! {
    /// `organization.identityProviders.provisioning.scimTokens`
    OrganizationIdentityProvidersProvisioningScimTokens of MyOrganization
    {
        create CreateOrganizationIdentityProviderProvisioningScimToken "POST /identity-providers/{idp_id}/provisioning/scim-tokens" (idp_id: IdentityProviderId, body: CreateIdpProvisioningScimTokenRequestContent);
        delete DeleteOrganizationIdentityProviderProvisioningScimToken "DELETE /identity-providers/{idp_id}/provisioning/scim-tokens/{idp_scim_token_id}" (idp_id: IdentityProviderId, idp_scim_token_id: ScimTokenId);
        list ListOrganizationIdentityProviderProvisioningScimTokens "GET /identity-providers/{idp_id}/provisioning/scim-tokens" (idp_id: IdentityProviderId);
    }
    {
    }
}

handles! {
    /// `organization.invitations`
    OrganizationInvitations of MyOrganization
    {
        create CreateOrganizationInvitation "POST /member-invitations" (body: CreateMemberInvitationRequestContent);
        delete DeleteOrganizationInvitations "POST /delete-member-invitations" (body: DeleteMemberInvitationsRequestContent);
        delete_legacy DeleteOrganizationInvitationLegacy "DELETE /member-invitations/{invitation_id}" (invitation_id: String);
        get GetOrganizationInvitation "GET /member-invitations/{invitation_id}" (invitation_id: String);
        list ListOrganizationInvitations "GET /member-invitations" ();
    }
    {
        roles OrganizationInvitationsRoles;
    }
}

handles! {
    /// `organization.invitations.roles`
    OrganizationInvitationsRoles of MyOrganization
    {
        list ListOrganizationInvitationRoles "GET /member-invitations/{invitation_id}/roles" (invitation_id: String);
    }
    {
    }
}

handles! {
    /// `organization.members`
    OrganizationMembers of MyOrganization
    {
        get GetOrganizationMember "GET /members/{user_id}" (user_id: UserId);
        list ListOrganizationMembers "GET /members" ();
    }
    {
        roles OrganizationMembersRoles;
    }
}

handles! {
    /// `organization.members.roles`
    OrganizationMembersRoles of MyOrganization
    {
        assign AssignOrganizationMemberRoles "POST /members/{user_id}/roles" (user_id: UserId, body: OrganizationMemberRolesChangeRequestContent);
        list ListOrganizationMemberRoles "GET /members/{user_id}/roles" (user_id: UserId);
        unassign UnassignOrganizationMemberRoles "POST /members/{user_id}/unassign-roles" (user_id: UserId, body: OrganizationMemberRolesChangeRequestContent);
        unassign_legacy UnassignOrganizationMemberRoleLegacy "DELETE /members/{user_id}/roles" (user_id: UserId, body: OrganizationMemberRolesChangeRequestContent);
    }
    {
    }
}

handles! {
    /// `organization.memberships`
    OrganizationMemberships of MyOrganization
    {
        delete_memberships DeleteOrganizationMemberships "POST /delete-memberships" (body: DeleteOrganizationMembershipsRequestContent);
    }
    {
    }
}

handles! {
    /// `organization.roles`
    OrganizationRoles of MyOrganization
    {
        list ListOrganizationRoles "GET /roles" ();
    }
    {
    }
}

handles! {
    /// `organizationDetails`
    OrganizationDetails of MyOrganization
    {
        delete DeleteOrganizationDetails "DELETE /" ();
        get GetOrganizationDetails "GET /details" ();
        update UpdateOrganizationDetails "PATCH /details" (body: UpdateOrganizationDetailsRequestContent);
    }
    {
    }
}
