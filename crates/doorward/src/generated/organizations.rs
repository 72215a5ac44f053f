// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The groups of operations, each a handle.

use doorward_api::management::*;
use doorward_api::wire::prelude::arguments::*;

use crate::api_client::{handles, roots};

roots! {
    Management
    organizations Organizations;
}

handles! {
    /// `organizations`
    Organizations of Management
    {
        create CreateOrganization "POST /organizations" (body: CreateOrganizationRequestContent);
        delete DeleteOrganization "DELETE /organizations/{id}" (id: OrganizationId);
        get GetOrganization "GET /organizations/{id}" (id: OrganizationId);
        get_by_name GetOrganizationByName "GET /organizations/name/{name}" (name: String);
        list ListOrganizations "GET /organizations" ();
        search SearchOrganizations "GET /organizations/search" ();
        update UpdateOrganization "PATCH /organizations/{id}" (id: OrganizationId, body: UpdateOrganizationRequestContent);
    }
    {
        client_grants OrganizationsClientGrants;
        clients OrganizationsClients;
        connections OrganizationsConnections;
        discovery_domains OrganizationsDiscoveryDomains;
        enabled_connections OrganizationsEnabledConnections;
        groups OrganizationsGroups;
        invitations OrganizationsInvitations;
        members OrganizationsMembers;
        organization_template OrganizationsOrganizationTemplate;
        roles OrganizationsRoles;
    }
}

handles! {
    /// `organizations.clientGrants`
    OrganizationsClientGrants of Management
    {
        create CreateOrganizationClientGrant "POST /organizations/{id}/client-grants" (id: OrganizationId, body: AssociateOrganizationClientGrantRequestContent);
        delete DeleteOrganizationClientGrant "DELETE /organizations/{id}/client-grants/{grant_id}" (id: OrganizationId, grant_id: ClientGrantId);
        list ListOrganizationClientGrants "GET /organizations/{id}/client-grants" (id: OrganizationId);
    }
    {
    }
}

handles! {
    /// `organizations.clients`
    OrganizationsClients of Management
    {
        create CreateOrganizationClient "POST /organizations/{id}/clients" (id: OrganizationId, body: CreateOrganizationClientsRequestContent);
        delete DeleteOrganizationClients "DELETE /organizations/{id}/clients" (id: OrganizationId, body: DeleteOrganizationClientsRequestContent);
        get GetOrganizationClient "GET /organizations/{id}/clients/{client_id}" (id: OrganizationId, client_id: ClientId);
        list ListOrganizationClients "GET /organizations/{id}/clients" (id: OrganizationId);
        update UpdateOrganizationClient "PATCH /organizations/{id}/clients/{client_id}" (id: OrganizationId, client_id: ClientId, body: UpdateOrganizationClientRequestContent);
    }
    {
    }
}

handles! {
    /// `organizations.connections`
    OrganizationsConnections of Management
    {
        create CreateOrganizationConnection "POST /organizations/{id}/connections" (id: OrganizationId, body: CreateOrganizationAllConnectionRequestContent);
        delete DeleteOrganizationConnection "DELETE /organizations/{id}/connections/{connection_id}" (id: OrganizationId, connection_id: ConnectionId);
        get GetOrganizationConnection "GET /organizations/{id}/connections/{connection_id}" (id: OrganizationId, connection_id: ConnectionId);
        list ListOrganizationConnections "GET /organizations/{id}/connections" (id: OrganizationId);
        update UpdateOrganizationConnection "PATCH /organizations/{id}/connections/{connection_id}" (id: OrganizationId, connection_id: ConnectionId, body: UpdateOrganizationAllConnectionRequestContent);
    }
    {
    }
}

handles! {
    /// `organizations.discoveryDomains`
    OrganizationsDiscoveryDomains of Management
    {
        create CreateOrganizationDiscoveryDomain "POST /organizations/{id}/discovery-domains" (id: OrganizationId, body: CreateOrganizationDiscoveryDomainRequestContent);
        delete DeleteOrganizationDiscoveryDomain "DELETE /organizations/{id}/discovery-domains/{discovery_domain_id}" (id: OrganizationId, discovery_domain_id: String);
        get GetOrganizationDiscoveryDomain "GET /organizations/{id}/discovery-domains/{discovery_domain_id}" (id: OrganizationId, discovery_domain_id: String);
        get_by_name GetOrganizationDiscoveryDomainByName "GET /organizations/{id}/discovery-domains/name/{discovery_domain}" (id: OrganizationId, discovery_domain: String);
        list ListOrganizationDiscoveryDomains "GET /organizations/{id}/discovery-domains" (id: OrganizationId);
        update UpdateOrganizationDiscoveryDomain "PATCH /organizations/{id}/discovery-domains/{discovery_domain_id}" (id: OrganizationId, discovery_domain_id: String, body: UpdateOrganizationDiscoveryDomainRequestContent);
    }
    {
    }
}

handles! {
    /// `organizations.enabledConnections`
    OrganizationsEnabledConnections of Management
    {
        add AddOrganizationEnabledConnections "POST /organizations/{id}/enabled_connections" (id: OrganizationId, body: AddOrganizationConnectionRequestContent);
        delete DeleteOrganizationEnabledConnection "DELETE /organizations/{id}/enabled_connections/{connectionId}" (id: OrganizationId, connection_id: ConnectionId);
        get GetOrganizationEnabledConnection "GET /organizations/{id}/enabled_connections/{connectionId}" (id: OrganizationId, connection_id: ConnectionId);
        list ListOrganizationEnabledConnections "GET /organizations/{id}/enabled_connections" (id: OrganizationId);
        update UpdateOrganizationEnabledConnection "PATCH /organizations/{id}/enabled_connections/{connectionId}" (id: OrganizationId, connection_id: ConnectionId, body: UpdateOrganizationConnectionRequestContent);
    }
    {
    }
}

handles! {
    /// `organizations.groups`
    OrganizationsGroups of Management
    {
        list ListOrganizationGroups "GET /organizations/{organization_id}/groups" (organization_id: OrganizationId);
    }
    {
        roles OrganizationsGroupsRoles;
    }
}

handles! {
    /// `organizations.groups.roles`
    OrganizationsGroupsRoles of Management
    {
        create CreateOrganizationGroupRole "POST /organizations/{organization_id}/groups/{group_id}/roles" (organization_id: OrganizationId, group_id: String, body: CreateOrganizationGroupRolesRequestContent);
        delete DeleteOrganizationGroupRoles "DELETE /organizations/{organization_id}/groups/{group_id}/roles" (organization_id: OrganizationId, group_id: String, body: DeleteOrganizationGroupRolesRequestContent);
        list ListOrganizationGroupRoles "GET /organizations/{organization_id}/groups/{group_id}/roles" (organization_id: OrganizationId, group_id: String);
    }
    {
    }
}

handles! {
    /// `organizations.invitations`
    OrganizationsInvitations of Management
    {
        create CreateOrganizationInvitation "POST /organizations/{id}/invitations" (id: OrganizationId, body: CreateOrganizationInvitationRequestContent);
        delete DeleteOrganizationInvitation "DELETE /organizations/{id}/invitations/{invitation_id}" (id: OrganizationId, invitation_id: String);
        get GetOrganizationInvitation "GET /organizations/{id}/invitations/{invitation_id}" (id: OrganizationId, invitation_id: String);
        list ListOrganizationInvitations "GET /organizations/{id}/invitations" (id: OrganizationId);
    }
    {
    }
}

handles! {
    /// `organizations.members`
    OrganizationsMembers of Management
    {
        create CreateOrganizationMember "POST /organizations/{id}/members" (id: OrganizationId, body: CreateOrganizationMemberRequestContent);
        delete DeleteOrganizationMembers "DELETE /organizations/{id}/members" (id: OrganizationId, body: DeleteOrganizationMembersRequestContent);
        list ListOrganizationMembers "GET /organizations/{id}/members" (id: OrganizationId);
    }
    {
        effective_roles OrganizationsMembersEffectiveRoles;
        roles OrganizationsMembersRoles;
    }
}

handles! {
    /// `organizations.members.effectiveRoles`
    OrganizationsMembersEffectiveRoles of Management
    {
        list ListOrganizationMemberEffectiveRoles "GET /organizations/{id}/members/{user_id}/effective-roles" (id: OrganizationId, user_id: UserId);
    }
    {
        sources OrganizationsMembersEffectiveRolesSources;
    }
}

handles! {
    /// `organizations.members.effectiveRoles.sources`
    OrganizationsMembersEffectiveRolesSources of Management
    {
    }
    {
        groups OrganizationsMembersEffectiveRolesSourcesGroups;
    }
}

handles! {
    /// `organizations.members.effectiveRoles.sources.groups`
    OrganizationsMembersEffectiveRolesSourcesGroups of Management
    {
        list ListOrganizationMemberEffectiveRoleSourceGroups "GET /organizations/{id}/members/{user_id}/effective-roles/sources/groups" (id: OrganizationId, user_id: UserId, role_id: String);
    }
    {
    }
}

handles! {
    /// `organizations.members.roles`
    OrganizationsMembersRoles of Management
    {
        assign AssignOrganizationMemberRoles "POST /organizations/{id}/members/{user_id}/roles" (id: OrganizationId, user_id: UserId, body: AssignOrganizationMemberRolesRequestContent);
        delete DeleteOrganizationMemberRoles "DELETE /organizations/{id}/members/{user_id}/roles" (id: OrganizationId, user_id: UserId, body: DeleteOrganizationMemberRolesRequestContent);
        list ListOrganizationMemberRoles "GET /organizations/{id}/members/{user_id}/roles" (id: OrganizationId, user_id: UserId);
    }
    {
    }
}

handles! {
    /// `organizations.organizationTemplate`
    OrganizationsOrganizationTemplate of Management
    {
        assign_organization_template AssignOrganizationTemplate "PUT /organizations/{id}/organization-templates/{template_id}" (id: OrganizationId, template_id: String);
        get GetOrganizationTemplate "GET /organizations/{id}/organization-templates" (id: OrganizationId);
        unassign_organization_template UnassignOrganizationTemplate "DELETE /organizations/{id}/organization-templates/{template_id}" (id: OrganizationId, template_id: String);
    }
    {
    }
}

handles! {
    /// `organizations.roles`
    OrganizationsRoles of Management
    {
    }
    {
        groups OrganizationsRolesGroups;
        members OrganizationsRolesMembers;
    }
}

handles! {
    /// `organizations.roles.groups`
    OrganizationsRolesGroups of Management
    {
        list ListOrganizationRoleGroups "GET /organizations/{organization_id}/roles/{role_id}/groups" (organization_id: OrganizationId, role_id: RoleId);
    }
    {
    }
}

handles! {
    /// `organizations.roles.members`
    OrganizationsRolesMembers of Management
    {
        list ListOrganizationRoleMembers "GET /organizations/{id}/roles/{role_id}/members" (id: OrganizationId, role_id: RoleId);
    }
    {
    }
}
