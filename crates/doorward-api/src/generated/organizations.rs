// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `organizations` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    CreateOrganizationClientGrant of Management "organizations.clientGrants.create" POST "/organizations/{id}/client-grants"
    ["create:organization_client_grants"] -> OrganizationClientGrant
    {
        path id "id": OrganizationId,
        body body "body": AssociateOrganizationClientGrantRequestContent,
    }
    {}
}

operation! {
    DeleteOrganizationClientGrant of Management "organizations.clientGrants.delete" DELETE "/organizations/{id}/client-grants/{grant_id}"
    ["delete:organization_client_grants"] -> NoContent
    {
        path id "id": OrganizationId,
        path grant_id "grant_id": ClientGrantId,
    }
    {}
}

operation! {
    ListOrganizationClientGrants of Management "organizations.clientGrants.list" GET "/organizations/{id}/client-grants"
    ["read:organization_client_grants"] -> ListOrganizationClientGrantsResponseContent
    {
        path id "id": OrganizationId,
    }
    {
        query audience "audience": Option<String>,
        query client_id "client_id": Option<String>,
        query grant_ids "grant_ids": Vec<ClientGrantId>,
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
    }
}

list! { ListOrganizationClientGrants: OrganizationClientGrant, by_page_with_totals }

operation! {
    CreateOrganizationClient of Management "organizations.clients.create" POST "/organizations/{id}/clients"
    ["create:organization_clients"] -> Vec<OrganizationClient>
    {
        path id "id": OrganizationId,
        body body "body": CreateOrganizationClientsRequestContent,
    }
    {}
}

list! { CreateOrganizationClient: OrganizationClient, }

operation! {
    DeleteOrganizationClients of Management "organizations.clients.delete" DELETE "/organizations/{id}/clients"
    ["delete:organization_clients"] -> NoContent
    {
        path id "id": OrganizationId,
        body body "body": DeleteOrganizationClientsRequestContent,
    }
    {}
}

operation! {
    GetOrganizationClient of Management "organizations.clients.get" GET "/organizations/{id}/clients/{client_id}"
    ["read:organization_clients"] -> OrganizationClient
    {
        path id "id": OrganizationId,
        path client_id "client_id": ClientId,
    }
    {}
}

operation! {
    ListOrganizationClients of Management "organizations.clients.list" GET "/organizations/{id}/clients"
    ["read:organization_clients"] -> ListOrganizationClientsResponseContent
    {
        path id "id": OrganizationId,
    }
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListOrganizationClients: OrganizationClient, by_cursor }

operation! {
    UpdateOrganizationClient of Management "organizations.clients.update" PATCH "/organizations/{id}/clients/{client_id}"
    ["update:organization_clients"] -> OrganizationClient
    {
        path id "id": OrganizationId,
        path client_id "client_id": ClientId,
        body body "body": UpdateOrganizationClientRequestContent,
    }
    {}
}

operation! {
    CreateOrganizationConnection of Management "organizations.connections.create" POST "/organizations/{id}/connections"
    ["create:organization_connections"] -> OrganizationAllConnectionPost
    {
        path id "id": OrganizationId,
        body body "body": CreateOrganizationAllConnectionRequestContent,
    }
    {}
}

operation! {
    DeleteOrganizationConnection of Management "organizations.connections.delete" DELETE "/organizations/{id}/connections/{connection_id}"
    ["delete:organization_connections"] -> NoContent
    {
        path id "id": OrganizationId,
        path connection_id "connection_id": ConnectionId,
    }
    {}
}

operation! {
    GetOrganizationConnection of Management "organizations.connections.get" GET "/organizations/{id}/connections/{connection_id}"
    ["read:organization_connections"] -> OrganizationAllConnectionPost
    {
        path id "id": OrganizationId,
        path connection_id "connection_id": ConnectionId,
    }
    {}
}

operation! {
    ListOrganizationConnections of Management "organizations.connections.list" GET "/organizations/{id}/connections"
    ["read:organization_connections"] -> ListOrganizationAllConnectionsResponseContent
    {
        path id "id": OrganizationId,
    }
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query is_enabled "is_enabled": Option<bool>,
    }
}

list! { ListOrganizationConnections: OrganizationAllConnectionPost, by_page_with_totals }

operation! {
    UpdateOrganizationConnection of Management "organizations.connections.update" PATCH "/organizations/{id}/connections/{connection_id}"
    ["update:organization_connections"] -> OrganizationAllConnectionPost
    {
        path id "id": OrganizationId,
        path connection_id "connection_id": ConnectionId,
        body body "body": UpdateOrganizationAllConnectionRequestContent,
    }
    {}
}

operation! {
    CreateOrganization of Management "organizations.create" POST "/organizations"
    ["create:organizations", "create:organization_connections"] -> CreateOrganizationResponseContent
    {
        body body "body": CreateOrganizationRequestContent,
    }
    {}
}

operation! {
    DeleteOrganization of Management "organizations.delete" DELETE "/organizations/{id}"
    ["delete:organizations"] -> NoContent
    {
        path id "id": OrganizationId,
    }
    {}
}

operation! {
    CreateOrganizationDiscoveryDomain of Management "organizations.discoveryDomains.create" POST "/organizations/{id}/discovery-domains"
    ["create:organization_discovery_domains"] -> CreateOrganizationDiscoveryDomainResponseContent
    {
        path id "id": OrganizationId,
        body body "body": CreateOrganizationDiscoveryDomainRequestContent,
    }
    {}
}

operation! {
    DeleteOrganizationDiscoveryDomain of Management "organizations.discoveryDomains.delete" DELETE "/organizations/{id}/discovery-domains/{discovery_domain_id}"
    ["delete:organization_discovery_domains"] -> NoContent
    {
        path id "id": OrganizationId,
        path discovery_domain_id "discovery_domain_id": String,
    }
    {}
}

operation! {
    GetOrganizationDiscoveryDomain of Management "organizations.discoveryDomains.get" GET "/organizations/{id}/discovery-domains/{discovery_domain_id}"
    ["read:organization_discovery_domains"] -> OrganizationDiscoveryDomain
    {
        path id "id": OrganizationId,
        path discovery_domain_id "discovery_domain_id": String,
    }
    {}
}

operation! {
    GetOrganizationDiscoveryDomainByName of Management "organizations.discoveryDomains.getByName" GET "/organizations/{id}/discovery-domains/name/{discovery_domain}"
    ["read:organization_discovery_domains"] -> OrganizationDiscoveryDomain
    {
        path id "id": OrganizationId,
        path discovery_domain "discovery_domain": String,
    }
    {}
}

operation! {
    ListOrganizationDiscoveryDomains of Management "organizations.discoveryDomains.list" GET "/organizations/{id}/discovery-domains"
    ["read:organization_discovery_domains"] -> ListOrganizationDiscoveryDomainsResponseContent
    {
        path id "id": OrganizationId,
    }
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListOrganizationDiscoveryDomains: OrganizationDiscoveryDomain, by_cursor }

operation! {
    UpdateOrganizationDiscoveryDomain of Management "organizations.discoveryDomains.update" PATCH "/organizations/{id}/discovery-domains/{discovery_domain_id}"
    ["update:organization_discovery_domains"] -> CreateOrganizationDiscoveryDomainResponseContent
    {
        path id "id": OrganizationId,
        path discovery_domain_id "discovery_domain_id": String,
        body body "body": UpdateOrganizationDiscoveryDomainRequestContent,
    }
    {}
}

operation! {
    AddOrganizationEnabledConnections of Management "organizations.enabledConnections.add" POST "/organizations/{id}/enabled_connections"
    ["create:organization_connections"] -> OrganizationConnection
    {
        path id "id": OrganizationId,
        body body "body": AddOrganizationConnectionRequestContent,
    }
    {}
}

operation! {
    DeleteOrganizationEnabledConnection of Management "organizations.enabledConnections.delete" DELETE "/organizations/{id}/enabled_connections/{connectionId}"
    ["delete:organization_connections"] -> NoContent
    {
        path id "id": OrganizationId,
        path connection_id "connectionId": ConnectionId,
    }
    {}
}

operation! {
    GetOrganizationEnabledConnection of Management "organizations.enabledConnections.get" GET "/organizations/{id}/enabled_connections/{connectionId}"
    ["read:organization_connections"] -> OrganizationConnection
    {
        path id "id": OrganizationId,
        path connection_id "connectionId": ConnectionId,
    }
    {}
}

operation! {
    ListOrganizationEnabledConnections of Management "organizations.enabledConnections.list" GET "/organizations/{id}/enabled_connections"
    ["read:organization_connections"] -> ListOrganizationConnectionsResponseContent
    {
        path id "id": OrganizationId,
    }
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
    }
}

list! { ListOrganizationEnabledConnections: OrganizationConnection, by_page_with_totals }

operation! {
    UpdateOrganizationEnabledConnection of Management "organizations.enabledConnections.update" PATCH "/organizations/{id}/enabled_connections/{connectionId}"
    ["update:organization_connections"] -> OrganizationConnection
    {
        path id "id": OrganizationId,
        path connection_id "connectionId": ConnectionId,
        body body "body": UpdateOrganizationConnectionRequestContent,
    }
    {}
}

operation! {
    GetOrganization of Management "organizations.get" GET "/organizations/{id}"
    ["read:organizations", "read:organizations_summary"] -> Organization
    {
        path id "id": OrganizationId,
    }
    {}
}

operation! {
    GetOrganizationByName of Management "organizations.getByName" GET "/organizations/name/{name}"
    ["read:organizations"] -> Organization
    {
        path name "name": String,
    }
    {}
}

operation! {
    ListOrganizationGroups of Management "organizations.groups.list" GET "/organizations/{organization_id}/groups"
    ["read:organization_groups"] -> ListRoleGroupsResponseContent
    {
        path organization_id "organization_id": OrganizationId,
    }
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListOrganizationGroups: Group, by_cursor }

operation! {
    CreateOrganizationGroupRole of Management "organizations.groups.roles.create" POST "/organizations/{organization_id}/groups/{group_id}/roles"
    ["create:organization_group_roles"] -> NoContent
    {
        path organization_id "organization_id": OrganizationId,
        path group_id "group_id": String,
        body body "body": CreateOrganizationGroupRolesRequestContent,
    }
    {}
}

operation! {
    DeleteOrganizationGroupRoles of Management "organizations.groups.roles.delete" DELETE "/organizations/{organization_id}/groups/{group_id}/roles"
    ["delete:organization_group_roles"] -> NoContent
    {
        path organization_id "organization_id": OrganizationId,
        path group_id "group_id": String,
        body body "body": DeleteOrganizationGroupRolesRequestContent,
    }
    {}
}

operation! {
    ListOrganizationGroupRoles of Management "organizations.groups.roles.list" GET "/organizations/{organization_id}/groups/{group_id}/roles"
    ["read:organization_group_roles"] -> ListGroupRolesResponseContent
    {
        path organization_id "organization_id": OrganizationId,
        path group_id "group_id": String,
    }
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListOrganizationGroupRoles: Role, by_cursor }

operation! {
    CreateOrganizationInvitation of Management "organizations.invitations.create" POST "/organizations/{id}/invitations"
    ["create:organization_invitations"] -> OrganizationInvitation
    {
        path id "id": OrganizationId,
        body body "body": CreateOrganizationInvitationRequestContent,
    }
    {
        header auth0_custom_domain "auth0-custom-domain": Option<String>,
    }
}

operation! {
    DeleteOrganizationInvitation of Management "organizations.invitations.delete" DELETE "/organizations/{id}/invitations/{invitation_id}"
    ["delete:organization_invitations"] -> NoContent
    {
        path id "id": OrganizationId,
        path invitation_id "invitation_id": String,
    }
    {}
}

operation! {
    GetOrganizationInvitation of Management "organizations.invitations.get" GET "/organizations/{id}/invitations/{invitation_id}"
    ["read:organization_invitations"] -> OrganizationInvitation
    {
        path id "id": OrganizationId,
        path invitation_id "invitation_id": String,
    }
    {
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
    }
}

operation! {
    ListOrganizationInvitations of Management "organizations.invitations.list" GET "/organizations/{id}/invitations"
    ["read:organization_invitations"] -> ListOrganizationInvitationsResponseContent
    {
        path id "id": OrganizationId,
    }
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
        query sort "sort": Option<String>,
    }
}

list! { ListOrganizationInvitations: OrganizationInvitation, by_page_with_totals }

operation! {
    ListOrganizations of Management "organizations.list" GET "/organizations"
    ["read:organizations", "read:organizations_summary"] -> ListOrganizationsResponseContent
    {}
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
        query sort "sort": Option<String>,
    }
}

list! { ListOrganizations: Organization, by_page_with_totals by_cursor }

operation! {
    CreateOrganizationMember of Management "organizations.members.create" POST "/organizations/{id}/members"
    ["create:organization_members"] -> NoContent
    {
        path id "id": OrganizationId,
        body body "body": CreateOrganizationMemberRequestContent,
    }
    {}
}

operation! {
    DeleteOrganizationMembers of Management "organizations.members.delete" DELETE "/organizations/{id}/members"
    ["delete:organization_members"] -> NoContent
    {
        path id "id": OrganizationId,
        body body "body": DeleteOrganizationMembersRequestContent,
    }
    {}
}

operation! {
    ListOrganizationMemberEffectiveRoles of Management "organizations.members.effectiveRoles.list" GET "/organizations/{id}/members/{user_id}/effective-roles"
    ["read:organization_member_effective_roles"] -> ListOrganizationMemberEffectiveRolesResponseContent
    {
        path id "id": OrganizationId,
        path user_id "user_id": UserId,
    }
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListOrganizationMemberEffectiveRoles: OrganizationMemberEffectiveRole, by_cursor }

operation! {
    ListOrganizationMemberEffectiveRoleSourceGroups of Management "organizations.members.effectiveRoles.sources.groups.list" GET "/organizations/{id}/members/{user_id}/effective-roles/sources/groups"
    ["read:organization_member_role_source_groups"] -> ListRoleGroupsResponseContent
    {
        path id "id": OrganizationId,
        path user_id "user_id": UserId,
        query role_id "role_id": String,
    }
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListOrganizationMemberEffectiveRoleSourceGroups: Group, by_cursor }

operation! {
    ListOrganizationMembers of Management "organizations.members.list" GET "/organizations/{id}/members"
    ["read:organization_members"] -> ListOrganizationMembersResponseContent
    {
        path id "id": OrganizationId,
    }
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
    }
}

list! { ListOrganizationMembers: OrganizationMember, by_page_with_totals by_cursor }

operation! {
    AssignOrganizationMemberRoles of Management "organizations.members.roles.assign" POST "/organizations/{id}/members/{user_id}/roles"
    ["create:organization_member_roles"] -> NoContent
    {
        path id "id": OrganizationId,
        path user_id "user_id": UserId,
        body body "body": AssignOrganizationMemberRolesRequestContent,
    }
    {}
}

operation! {
    DeleteOrganizationMemberRoles of Management "organizations.members.roles.delete" DELETE "/organizations/{id}/members/{user_id}/roles"
    ["delete:organization_member_roles"] -> NoContent
    {
        path id "id": OrganizationId,
        path user_id "user_id": UserId,
        body body "body": DeleteOrganizationMemberRolesRequestContent,
    }
    {}
}

operation! {
    ListOrganizationMemberRoles of Management "organizations.members.roles.list" GET "/organizations/{id}/members/{user_id}/roles"
    ["read:organization_member_roles"] -> ListRolesResponseContent
    {
        path id "id": OrganizationId,
        path user_id "user_id": UserId,
    }
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
    }
}

list! { ListOrganizationMemberRoles: Role, by_page_with_totals }

operation! {
    AssignOrganizationTemplate of Management "organizations.organizationTemplate.assignOrganizationTemplate" PUT "/organizations/{id}/organization-templates/{template_id}"
    ["update:organizations"] -> NoContent
    {
        path id "id": OrganizationId,
        path template_id "template_id": String,
    }
    {}
}

operation! {
    GetOrganizationTemplate of Management "organizations.organizationTemplate.get" GET "/organizations/{id}/organization-templates"
    ["read:organization_templates"] -> OrganizationTemplate
    {
        path id "id": OrganizationId,
    }
    {}
}

operation! {
    UnassignOrganizationTemplate of Management "organizations.organizationTemplate.unassignOrganizationTemplate" DELETE "/organizations/{id}/organization-templates/{template_id}"
    ["update:organizations"] -> NoContent
    {
        path id "id": OrganizationId,
        path template_id "template_id": String,
    }
    {}
}

operation! {
    ListOrganizationRoleGroups of Management "organizations.roles.groups.list" GET "/organizations/{organization_id}/roles/{role_id}/groups"
    ["read:organization_group_roles"] -> ListOrganizationRoleGroupsResponseContent
    {
        path organization_id "organization_id": OrganizationId,
        path role_id "role_id": RoleId,
    }
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListOrganizationRoleGroups: OrganizationRoleGroup, by_cursor }

operation! {
    ListOrganizationRoleMembers of Management "organizations.roles.members.list" GET "/organizations/{id}/roles/{role_id}/members"
    ["read:organization_member_roles"] -> ListOrganizationRoleMembersResponseContent
    {
        path id "id": OrganizationId,
        path role_id "role_id": RoleId,
    }
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
    }
}

list! { ListOrganizationRoleMembers: OrganizationRoleMember, by_cursor }

operation! {
    SearchOrganizations of Management "organizations.search" GET "/organizations/search"
    ["read:organizations", "read:organizations_summary"] -> SearchOrganizationsPaginatedResponseContent
    {}
    {
        query q "q": Option<String>,
        query parser "parser": Option<SearchParser>,
        query take "take": Option<i64>,
        query from "from": Option<String>,
        query sort "sort": Option<OrganizationSortField>,
    }
}

list! { SearchOrganizations: OrganizationSearchResult, by_cursor }

operation! {
    UpdateOrganization of Management "organizations.update" PATCH "/organizations/{id}"
    ["update:organizations"] -> Organization
    {
        path id "id": OrganizationId,
        body body "body": UpdateOrganizationRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateOrganizationClientGrant>(),
    NamedOperation::of::<DeleteOrganizationClientGrant>(),
    NamedOperation::of::<ListOrganizationClientGrants>(),
    NamedOperation::of::<CreateOrganizationClient>(),
    NamedOperation::of::<DeleteOrganizationClients>(),
    NamedOperation::of::<GetOrganizationClient>(),
    NamedOperation::of::<ListOrganizationClients>(),
    NamedOperation::of::<UpdateOrganizationClient>(),
    NamedOperation::of::<CreateOrganizationConnection>(),
    NamedOperation::of::<DeleteOrganizationConnection>(),
    NamedOperation::of::<GetOrganizationConnection>(),
    NamedOperation::of::<ListOrganizationConnections>(),
    NamedOperation::of::<UpdateOrganizationConnection>(),
    NamedOperation::of::<CreateOrganization>(),
    NamedOperation::of::<DeleteOrganization>(),
    NamedOperation::of::<CreateOrganizationDiscoveryDomain>(),
    NamedOperation::of::<DeleteOrganizationDiscoveryDomain>(),
    NamedOperation::of::<GetOrganizationDiscoveryDomain>(),
    NamedOperation::of::<GetOrganizationDiscoveryDomainByName>(),
    NamedOperation::of::<ListOrganizationDiscoveryDomains>(),
    NamedOperation::of::<UpdateOrganizationDiscoveryDomain>(),
    NamedOperation::of::<AddOrganizationEnabledConnections>(),
    NamedOperation::of::<DeleteOrganizationEnabledConnection>(),
    NamedOperation::of::<GetOrganizationEnabledConnection>(),
    NamedOperation::of::<ListOrganizationEnabledConnections>(),
    NamedOperation::of::<UpdateOrganizationEnabledConnection>(),
    NamedOperation::of::<GetOrganization>(),
    NamedOperation::of::<GetOrganizationByName>(),
    NamedOperation::of::<ListOrganizationGroups>(),
    NamedOperation::of::<CreateOrganizationGroupRole>(),
    NamedOperation::of::<DeleteOrganizationGroupRoles>(),
    NamedOperation::of::<ListOrganizationGroupRoles>(),
    NamedOperation::of::<CreateOrganizationInvitation>(),
    NamedOperation::of::<DeleteOrganizationInvitation>(),
    NamedOperation::of::<GetOrganizationInvitation>(),
    NamedOperation::of::<ListOrganizationInvitations>(),
    NamedOperation::of::<ListOrganizations>(),
    NamedOperation::of::<CreateOrganizationMember>(),
    NamedOperation::of::<DeleteOrganizationMembers>(),
    NamedOperation::of::<ListOrganizationMemberEffectiveRoles>(),
    NamedOperation::of::<ListOrganizationMemberEffectiveRoleSourceGroups>(),
    NamedOperation::of::<ListOrganizationMembers>(),
    NamedOperation::of::<AssignOrganizationMemberRoles>(),
    NamedOperation::of::<DeleteOrganizationMemberRoles>(),
    NamedOperation::of::<ListOrganizationMemberRoles>(),
    NamedOperation::of::<AssignOrganizationTemplate>(),
    NamedOperation::of::<GetOrganizationTemplate>(),
    NamedOperation::of::<UnassignOrganizationTemplate>(),
    NamedOperation::of::<ListOrganizationRoleGroups>(),
    NamedOperation::of::<ListOrganizationRoleMembers>(),
    NamedOperation::of::<SearchOrganizations>(),
    NamedOperation::of::<UpdateOrganization>(),
];

object! {
    /// `AddOrganizationConnectionRequestContent`
    AddOrganizationConnectionRequestContent (connection_id: ConnectionId) {
        /// (format `connection-id`)
        connection_id "connection_id": ConnectionId,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_signup_enabled "is_signup_enabled": Option<bool>,
        show_as_button "show_as_button": Option<bool>,
    }
}

object! {
    /// `AssignOrganizationMemberRolesRequestContent`
    AssignOrganizationMemberRolesRequestContent (roles: Vec<RoleId>) {
        /// (at least 1 items)
        roles "roles": Vec<RoleId>,
    }
}

envelope! { object AssignOrganizationMemberRolesRequestContent.roles: RoleId }

object! {
    /// `AssociateOrganizationClientGrantRequestContent`
    AssociateOrganizationClientGrantRequestContent (grant_id: ClientGrantId) {
        /// (format `client-grant-id`)
        grant_id "grant_id": ClientGrantId,
    }
}

string_enum! {
    /// `ConnectionDeletionBehavior`
    ConnectionDeletionBehavior {
        Allow = "allow",
        AllowIfEmpty = "allow_if_empty",
    }
}

object! {
    /// `ConnectionForOrganization`
    ConnectionForOrganization (connection_id: ConnectionId) {
        connection_id "connection_id": ConnectionId,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        show_as_button "show_as_button": Option<bool>,
        is_signup_enabled "is_signup_enabled": Option<bool>,
    }
}

object! {
    /// `CreateOrganizationAllConnectionRequestContent`
    CreateOrganizationAllConnectionRequestContent (connection_id: ConnectionId) {
        /// (1 to 50 characters)
        organization_connection_name "organization_connection_name": Option<String>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        show_as_button "show_as_button": Option<bool>,
        is_signup_enabled "is_signup_enabled": Option<bool>,
        organization_access_level "organization_access_level": Option<OrganizationAccessLevel>,
        is_enabled "is_enabled": Option<bool>,
        /// (1 to 50 characters, format `connection-id`)
        connection_id "connection_id": ConnectionId,
    }
}

object! {
    /// `CreateOrganizationClientRequestItem`
    CreateOrganizationClientRequestItem (client_id: ClientId, use_for_member_access: bool) {
        /// (format `client-id`)
        client_id "client_id": ClientId,
        use_for_member_access "use_for_member_access": bool,
    }
}

object! {
    /// `CreateOrganizationClientsRequestContent`
    CreateOrganizationClientsRequestContent (clients: Vec<CreateOrganizationClientRequestItem>) {
        clients "clients": Vec<CreateOrganizationClientRequestItem>,
    }
}

envelope! { object CreateOrganizationClientsRequestContent.clients: CreateOrganizationClientRequestItem }

object! {
    /// `CreateOrganizationDiscoveryDomainRequestContent`
    CreateOrganizationDiscoveryDomainRequestContent (domain: String) {
        /// (3 to 255 characters)
        domain "domain": String,
        status "status": Option<OrganizationDiscoveryDomainStatus>,
        use_for_organization_discovery "use_for_organization_discovery": Option<bool>,
    }
}

object! {
    /// `CreateOrganizationDiscoveryDomainResponseContent`
    CreateOrganizationDiscoveryDomainResponseContent (id: String, domain: String, status: OrganizationDiscoveryDomainStatus, verification_txt: String, verification_host: String) {
        /// (format `organization-discovery-domain-id`)
        id "id": String,
        /// (3 to 255 characters)
        domain "domain": String,
        status "status": OrganizationDiscoveryDomainStatus,
        use_for_organization_discovery "use_for_organization_discovery": Option<bool>,
        verification_txt "verification_txt": String,
        verification_host "verification_host": String,
    }
}

object! {
    /// `CreateOrganizationGroupRolesRequestContent`
    CreateOrganizationGroupRolesRequestContent (roles: Vec<RoleId>) {
        /// (at least 1 items)
        roles "roles": Vec<RoleId>,
    }
}

envelope! { object CreateOrganizationGroupRolesRequestContent.roles: RoleId }

object! {
    /// `CreateOrganizationInvitationRequestContent`
    CreateOrganizationInvitationRequestContent (inviter: OrganizationInvitationInviter, invitee: OrganizationInvitationInvitee, client_id: ClientId) {
        inviter "inviter": OrganizationInvitationInviter,
        invitee "invitee": OrganizationInvitationInvitee,
        /// (format `client-id`)
        client_id "client_id": ClientId,
        /// (format `connection-id`)
        connection_id "connection_id": Option<ConnectionId>,
        app_metadata "app_metadata": Option<Map<String, Value>>,
        user_metadata "user_metadata": Option<Map<String, Value>>,
        /// (0 to 2592000)
        ttl_sec "ttl_sec": Option<i64>,
        /// (at least 1 items)
        roles "roles": Option<Vec<RoleId>>,
        send_invitation_email "send_invitation_email": Option<bool>,
    }
}

object! {
    /// `CreateOrganizationMemberRequestContent`
    CreateOrganizationMemberRequestContent (members: Vec<UserId>) {
        /// (at least 1 items)
        members "members": Vec<UserId>,
    }
}

envelope! { object CreateOrganizationMemberRequestContent.members: UserId }

object! {
    /// `CreateOrganizationRequestContent`
    CreateOrganizationRequestContent (name: String) {
        /// (1 to 50 characters, format `organization-name`)
        name "name": String,
        /// (1 to 255 characters)
        display_name "display_name": Option<String>,
        branding "branding": Option<OrganizationBranding>,
        /// (at most 25 members)
        metadata "metadata": Option<BTreeMap<String, String>>,
        enabled_connections "enabled_connections": Option<Vec<ConnectionForOrganization>>,
        token_quota "token_quota": Option<CreateTokenQuota>,
    }
}

object! {
    /// `CreateOrganizationResponseContent`
    CreateOrganizationResponseContent {
        /// (at most 50 characters, format `organization-id`)
        id "id": Option<OrganizationId>,
        /// (1 to 50 characters, format `organization-name`)
        name "name": Option<String>,
        /// (1 to 255 characters)
        display_name "display_name": Option<String>,
        branding "branding": Option<OrganizationBranding>,
        /// (at most 25 members)
        metadata "metadata": Option<BTreeMap<String, String>>,
        token_quota "token_quota": Option<TokenQuota>,
        enabled_connections "enabled_connections": Option<Vec<OrganizationEnabledConnection>>,
    }
}

object! {
    /// `DeleteOrganizationClientsRequestContent`
    DeleteOrganizationClientsRequestContent (clients: Vec<String>) {
        clients "clients": Vec<String>,
    }
}

envelope! { object DeleteOrganizationClientsRequestContent.clients: String }

object! {
    /// `DeleteOrganizationGroupRolesRequestContent`
    DeleteOrganizationGroupRolesRequestContent (roles: Vec<RoleId>) {
        /// (at least 1 items)
        roles "roles": Vec<RoleId>,
    }
}

envelope! { object DeleteOrganizationGroupRolesRequestContent.roles: RoleId }

object! {
    /// `DeleteOrganizationMemberRolesRequestContent`
    DeleteOrganizationMemberRolesRequestContent (roles: Vec<RoleId>) {
        /// (at least 1 items)
        roles "roles": Vec<RoleId>,
    }
}

envelope! { object DeleteOrganizationMemberRolesRequestContent.roles: RoleId }

object! {
    /// `DeleteOrganizationMembersRequestContent`
    DeleteOrganizationMembersRequestContent (members: Vec<UserId>) {
        /// (at least 1 items)
        members "members": Vec<UserId>,
    }
}

envelope! { object DeleteOrganizationMembersRequestContent.members: UserId }

object! {
    /// `ListOrganizationAllConnectionsOffsetPaginatedResponseContent`
    ListOrganizationAllConnectionsOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        connections "connections": Option<Vec<OrganizationAllConnectionPost>>,
    } in_union
}

envelope! { object ListOrganizationAllConnectionsOffsetPaginatedResponseContent.connections: OrganizationAllConnectionPost, total total }

union! {
    /// `ListOrganizationAllConnectionsResponseContent`
    ListOrganizationAllConnectionsResponseContent {
        List(Vec<OrganizationAllConnectionPost>),
        Page(ListOrganizationAllConnectionsOffsetPaginatedResponseContent),
    }
}

envelope! { union ListOrganizationAllConnectionsResponseContent: OrganizationAllConnectionPost, List Page }

object! {
    /// `ListOrganizationClientGrantsOffsetPaginatedResponseContent`
    ListOrganizationClientGrantsOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        client_grants "client_grants": Option<Vec<OrganizationClientGrant>>,
    } in_union
}

envelope! { object ListOrganizationClientGrantsOffsetPaginatedResponseContent.client_grants: OrganizationClientGrant, total total }

union! {
    /// `ListOrganizationClientGrantsResponseContent`
    ListOrganizationClientGrantsResponseContent {
        List(Vec<OrganizationClientGrant>),
        Page(ListOrganizationClientGrantsOffsetPaginatedResponseContent),
    }
}

envelope! { union ListOrganizationClientGrantsResponseContent: OrganizationClientGrant, List Page }

object! {
    /// `ListOrganizationClientsResponseContent`
    ListOrganizationClientsResponseContent {
        clients "clients": Option<Vec<OrganizationClient>>,
        next "next": Option<String>,
    }
}

envelope! { object ListOrganizationClientsResponseContent.clients: OrganizationClient, next next }

object! {
    /// `ListOrganizationConnectionsOffsetPaginatedResponseContent`
    ListOrganizationConnectionsOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        enabled_connections "enabled_connections": Option<Vec<OrganizationConnection>>,
    } in_union
}

envelope! { object ListOrganizationConnectionsOffsetPaginatedResponseContent.enabled_connections: OrganizationConnection, total total }

union! {
    /// `ListOrganizationConnectionsResponseContent`
    ListOrganizationConnectionsResponseContent {
        List(Vec<OrganizationConnection>),
        Page(ListOrganizationConnectionsOffsetPaginatedResponseContent),
    }
}

envelope! { union ListOrganizationConnectionsResponseContent: OrganizationConnection, List Page }

object! {
    /// `ListOrganizationDiscoveryDomainsResponseContent`
    ListOrganizationDiscoveryDomainsResponseContent (domains: Vec<OrganizationDiscoveryDomain>) {
        next "next": Option<String>,
        domains "domains": Vec<OrganizationDiscoveryDomain>,
    }
}

envelope! { object ListOrganizationDiscoveryDomainsResponseContent.domains: OrganizationDiscoveryDomain, next next }

object! {
    /// `ListOrganizationInvitationsOffsetPaginatedResponseContent`
    ListOrganizationInvitationsOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        invitations "invitations": Option<Vec<OrganizationInvitation>>,
    } in_union
}

envelope! { object ListOrganizationInvitationsOffsetPaginatedResponseContent.invitations: OrganizationInvitation }

union! {
    /// `ListOrganizationInvitationsResponseContent`
    ListOrganizationInvitationsResponseContent {
        List(Vec<OrganizationInvitation>),
        Page(ListOrganizationInvitationsOffsetPaginatedResponseContent),
    }
}

envelope! { union ListOrganizationInvitationsResponseContent: OrganizationInvitation, List Page }

object! {
    /// `ListOrganizationMemberEffectiveRolesResponseContent`
    ListOrganizationMemberEffectiveRolesResponseContent (roles: Vec<OrganizationMemberEffectiveRole>) {
        roles "roles": Vec<OrganizationMemberEffectiveRole>,
        next "next": Option<String>,
    }
}

envelope! { object ListOrganizationMemberEffectiveRolesResponseContent.roles: OrganizationMemberEffectiveRole, next next }

object! {
    /// `ListOrganizationMembersOffsetPaginatedResponseContent`
    ListOrganizationMembersOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        members "members": Option<Vec<OrganizationMember>>,
    } in_union
}

envelope! { object ListOrganizationMembersOffsetPaginatedResponseContent.members: OrganizationMember, total total }

object! {
    /// `ListOrganizationMembersPaginatedResponseContent`
    ListOrganizationMembersPaginatedResponseContent {
        next "next": Option<String>,
        members "members": Option<Vec<OrganizationMember>>,
    } in_union
}

envelope! { object ListOrganizationMembersPaginatedResponseContent.members: OrganizationMember, next next }

union! {
    /// `ListOrganizationMembersResponseContent`
    ListOrganizationMembersResponseContent {
        List(Vec<OrganizationMember>),
        Page(ListOrganizationMembersOffsetPaginatedResponseContent),
        Checkpoint(ListOrganizationMembersPaginatedResponseContent),
    }
}

envelope! { union ListOrganizationMembersResponseContent: OrganizationMember, List Page Checkpoint }

object! {
    /// `ListOrganizationRoleGroupsResponseContent`
    ListOrganizationRoleGroupsResponseContent {
        groups "groups": Option<Vec<OrganizationRoleGroup>>,
        next "next": Option<String>,
    }
}

envelope! { object ListOrganizationRoleGroupsResponseContent.groups: OrganizationRoleGroup, next next }

object! {
    /// `ListOrganizationRoleMembersResponseContent`
    ListOrganizationRoleMembersResponseContent {
        members "members": Option<Vec<OrganizationRoleMember>>,
        next "next": Option<String>,
    }
}

envelope! { object ListOrganizationRoleMembersResponseContent.members: OrganizationRoleMember, next next }

string_enum! {
    /// `OrganizationAccessLevel`
    OrganizationAccessLevel {
        None = "none",
        Readonly = "readonly",
        Limited = "limited",
        Full = "full",
    }
}

string_enum! {
    /// `OrganizationAccessLevelEnumWithNull`
    OrganizationAccessLevelEnumWithNull {
        None = "none",
        Readonly = "readonly",
        Limited = "limited",
        Full = "full",
    }
}

object! {
    /// `OrganizationAllConnectionPost`
    OrganizationAllConnectionPost (connection_id: ConnectionId) {
        /// (1 to 50 characters)
        organization_connection_name "organization_connection_name": Option<String>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        show_as_button "show_as_button": Option<bool>,
        is_signup_enabled "is_signup_enabled": Option<bool>,
        organization_access_level "organization_access_level": Option<OrganizationAccessLevel>,
        is_enabled "is_enabled": Option<bool>,
        /// (1 to 50 characters, format `connection-id`)
        connection_id "connection_id": ConnectionId,
        connection "connection": Option<OrganizationConnectionInformation>,
    } in_union
}

object! {
    /// `OrganizationClient`
    OrganizationClient {
        /// (format `client-id`)
        client_id "client_id": Option<ClientId>,
        use_for_member_access "use_for_member_access": Option<bool>,
        client "client": Option<OrganizationClientMetadata>,
    }
}

object! {
    /// `OrganizationClientGrant`
    OrganizationClientGrant {
        id "id": Option<String>,
        client_id "client_id": Option<ClientId>,
        /// (at least 1 characters)
        audience "audience": Option<String>,
        scope "scope": Option<Vec<String>>,
        organization_usage "organization_usage": Option<OrganizationUsage>,
        allow_any_organization "allow_any_organization": Option<bool>,
    } in_union
}

object! {
    /// `OrganizationClientMetadata`
    OrganizationClientMetadata {
        name "name": Option<String>,
        app_type "app_type": Option<String>,
        logo_uri "logo_uri": Option<String>,
        is_first_party "is_first_party": Option<bool>,
        grant_types "grant_types": Option<Vec<String>>,
        organization_usage "organization_usage": Option<OrganizationClientMetadataOrganizationUsage>,
    }
}

string_enum! {
    /// `OrganizationClientMetadataOrganizationUsage`
    OrganizationClientMetadataOrganizationUsage {
        Deny = "deny",
        Allow = "allow",
        Require = "require",
    }
}

object! {
    /// `OrganizationConnection`
    OrganizationConnection {
        connection_id "connection_id": Option<ConnectionId>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        show_as_button "show_as_button": Option<bool>,
        is_signup_enabled "is_signup_enabled": Option<bool>,
        connection "connection": Option<OrganizationConnectionInformation>,
    } in_union
}

object! {
    /// `OrganizationConnectionInformation`
    OrganizationConnectionInformation {
        name "name": Option<String>,
        strategy "strategy": Option<String>,
    }
}

string_enum! {
    /// `OrganizationDeletionBehavior`
    OrganizationDeletionBehavior {
        Allow = "allow",
        AllowIfEmpty = "allow_if_empty",
    }
}

object! {
    /// `OrganizationDiscoveryDomain`
    OrganizationDiscoveryDomain (id: String, domain: String, status: OrganizationDiscoveryDomainStatus, verification_txt: String, verification_host: String) {
        /// (format `organization-discovery-domain-id`)
        id "id": String,
        /// (3 to 255 characters)
        domain "domain": String,
        status "status": OrganizationDiscoveryDomainStatus,
        use_for_organization_discovery "use_for_organization_discovery": Option<bool>,
        verification_txt "verification_txt": String,
        verification_host "verification_host": String,
    }
}

string_enum! {
    /// `OrganizationDiscoveryDomainStatus`
    OrganizationDiscoveryDomainStatus {
        Pending = "pending",
        Verified = "verified",
    }
}

object! {
    /// `OrganizationEnabledConnection`
    OrganizationEnabledConnection {
        connection_id "connection_id": Option<ConnectionId>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        show_as_button "show_as_button": Option<bool>,
        is_signup_enabled "is_signup_enabled": Option<bool>,
        connection "connection": Option<OrganizationConnectionInformation>,
    }
}

object! {
    /// `OrganizationInvitation`
    OrganizationInvitation {
        /// (format `user-invitation-id`)
        id "id": Option<String>,
        /// (at most 50 characters, format `organization-id`)
        organization_id "organization_id": Option<OrganizationId>,
        inviter "inviter": Option<OrganizationInvitationInviter>,
        invitee "invitee": Option<OrganizationInvitationInvitee>,
        /// (format `strict-https-uri`)
        invitation_url "invitation_url": Option<String>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        expires_at "expires_at": Option<String>,
        /// (format `client-id`)
        client_id "client_id": Option<ClientId>,
        /// (format `connection-id`)
        connection_id "connection_id": Option<ConnectionId>,
        app_metadata "app_metadata": Option<Map<String, Value>>,
        user_metadata "user_metadata": Option<Map<String, Value>>,
        /// (at least 1 items)
        roles "roles": Option<Vec<RoleId>>,
        /// (format `ticket-id`)
        ticket_id "ticket_id": Option<String>,
    } in_union
}

object! {
    /// `OrganizationInvitationInvitee`
    OrganizationInvitationInvitee (email: String) {
        /// (format `email`)
        email "email": String,
    }
}

object! {
    /// `OrganizationInvitationInviter`
    OrganizationInvitationInviter (name: String) {
        /// (1 to 300 characters)
        name "name": String,
    }
}

object! {
    /// `OrganizationMember`
    OrganizationMember {
        user_id "user_id": Option<UserId>,
        picture "picture": Option<String>,
        name "name": Option<String>,
        /// (format `email`)
        email "email": Option<String>,
        roles "roles": Option<Vec<OrganizationMemberRole>>,
    } in_union
}

object! {
    /// `OrganizationMemberEffectiveRole`
    OrganizationMemberEffectiveRole (id: String, name: String, description: String, sources: Vec<OrganizationMemberEffectiveRoleSource>) {
        id "id": String,
        name "name": String,
        description "description": String,
        sources "sources": Vec<OrganizationMemberEffectiveRoleSource>,
    }
}

string_enum! {
    /// `OrganizationMemberEffectiveRoleSource`
    OrganizationMemberEffectiveRoleSource {
        Direct = "direct",
        Groups = "groups",
    }
}

object! {
    /// `OrganizationMemberRole`
    OrganizationMemberRole {
        id "id": Option<String>,
        name "name": Option<String>,
    }
}

object! {
    /// `OrganizationRoleGroup`
    OrganizationRoleGroup {
        id "id": Option<String>,
        name "name": Option<String>,
        external_id "external_id": Option<String>,
        connection_id "connection_id": Option<ConnectionId>,
        organization_id "organization_id": Option<OrganizationId>,
        tenant_name "tenant_name": Option<String>,
        description "description": Option<String>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
    }
}

object! {
    /// `OrganizationRoleMember`
    OrganizationRoleMember {
        user_id "user_id": Option<UserId>,
        picture "picture": Option<String>,
        name "name": Option<String>,
        email "email": Option<String>,
    }
}

object! {
    /// `OrganizationSearchResult`
    OrganizationSearchResult {
        id "id": Option<String>,
        name "name": Option<String>,
        display_name "display_name": Option<String>,
        branding "branding": Option<OrganizationBranding>,
        metadata "metadata": Option<BTreeMap<String, String>>,
        token_quota "token_quota": Option<TokenQuota>,
        third_party_client_access "third_party_client_access": Option<OrganizationThirdPartyClientAccess>,
        is_app_entitlement_active "is_app_entitlement_active": Option<bool>,
    }
}

string_enum! {
    /// `OrganizationSortField`
    OrganizationSortField {
        Name = "name",
        DisplayName = "display_name",
        CreatedAt = "created_at",
    }
}

object! {
    /// `OrganizationTemplate`
    OrganizationTemplate {
        id "id": Option<String>,
        name "name": Option<String>,
        is_default "is_default": Option<bool>,
        organization_deletion_behavior "organization_deletion_behavior": Option<OrganizationDeletionBehavior>,
        connection_deletion_behavior "connection_deletion_behavior": Option<ConnectionDeletionBehavior>,
        enforce_permission_ceiling "enforce_permission_ceiling": Option<bool>,
        enforce_self_assignment_restriction "enforce_self_assignment_restriction": Option<bool>,
        connection_profile_id "connection_profile_id": Option<String>,
        user_attribute_profile_id "user_attribute_profile_id": Option<String>,
        allowed_strategies "allowed_strategies": Option<Vec<OrganizationTemplateAllowedStrategy>>,
        invitation_landing_client_id "invitation_landing_client_id": Option<String>,
        admin_roles_assignment "admin_roles_assignment": Option<Vec<String>>,
        use_for_organization_discovery "use_for_organization_discovery": Option<OrganizationTemplateUseForOrganizationDiscovery>,
        role_visibility_policy "role_visibility_policy": Option<OrganizationTemplateRoleVisibilityPolicy>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
    }
}

string_enum! {
    /// `OrganizationTemplateAllowedStrategy`
    OrganizationTemplateAllowedStrategy {
        Adfs = "adfs",
        GoogleApps = "google-apps",
        Oidc = "oidc",
        Okta = "okta",
        Pingfederate = "pingfederate",
        Samlp = "samlp",
        Waad = "waad",
    }
}

string_enum! {
    /// `OrganizationTemplateRoleVisibility`
    OrganizationTemplateRoleVisibility {
        Write = "write",
        ReadOnly = "read_only",
        Hidden = "hidden",
    }
}

object! {
    /// `OrganizationTemplateRoleVisibilityOverride`
    OrganizationTemplateRoleVisibilityOverride {
        role_id "role_id": Option<RoleId>,
        access "access": Option<OrganizationTemplateRoleVisibility>,
    }
}

object! {
    /// `OrganizationTemplateRoleVisibilityPolicy`
    OrganizationTemplateRoleVisibilityPolicy {
        default_value "default_value": Option<OrganizationTemplateRoleVisibility>,
        overrides "overrides": Option<Vec<OrganizationTemplateRoleVisibilityOverride>>,
    }
}

object! {
    /// `OrganizationTemplateUseForOrganizationDiscovery`
    OrganizationTemplateUseForOrganizationDiscovery {
        default_value "default_value": Option<bool>,
        allowed_values "allowed_values": Option<Vec<bool>>,
    }
}

string_enum! {
    /// `OrganizationThirdPartyClientAccess`
    OrganizationThirdPartyClientAccess {
        Block = "block",
        Allow = "allow",
    }
}

string_enum! {
    /// `OrganizationUsage`
    OrganizationUsage {
        Deny = "deny",
        Allow = "allow",
        Require = "require",
    }
}

object! {
    /// `SearchOrganizationsPaginatedResponseContent`
    SearchOrganizationsPaginatedResponseContent {
        organizations "organizations": Option<Vec<OrganizationSearchResult>>,
        next "next": Option<String>,
    }
}

envelope! { object SearchOrganizationsPaginatedResponseContent.organizations: OrganizationSearchResult, next next }

object! {
    /// `UpdateOrganizationAllConnectionRequestContent`
    UpdateOrganizationAllConnectionRequestContent {
        /// (1 to 50 characters)
        organization_connection_name "organization_connection_name": Nullable<String>,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        show_as_button "show_as_button": Option<bool>,
        is_signup_enabled "is_signup_enabled": Option<bool>,
        organization_access_level "organization_access_level": Nullable<OrganizationAccessLevelEnumWithNull>,
        is_enabled "is_enabled": Nullable<bool>,
    }
}

object! {
    /// `UpdateOrganizationClientRequestContent`
    UpdateOrganizationClientRequestContent {
        use_for_member_access "use_for_member_access": Option<bool>,
    }
}

object! {
    /// `UpdateOrganizationConnectionRequestContent`
    UpdateOrganizationConnectionRequestContent {
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        is_signup_enabled "is_signup_enabled": Option<bool>,
        show_as_button "show_as_button": Option<bool>,
    }
}

object! {
    /// `UpdateOrganizationDiscoveryDomainRequestContent`
    UpdateOrganizationDiscoveryDomainRequestContent {
        status "status": Option<OrganizationDiscoveryDomainStatus>,
        use_for_organization_discovery "use_for_organization_discovery": Option<bool>,
    }
}

object! {
    /// `UpdateOrganizationRequestContent`
    UpdateOrganizationRequestContent {
        /// (1 to 255 characters)
        display_name "display_name": Option<String>,
        /// (1 to 50 characters, format `organization-name`)
        name "name": Option<String>,
        branding "branding": Option<OrganizationBranding>,
        /// (at most 25 members)
        metadata "metadata": Option<BTreeMap<String, String>>,
        token_quota "token_quota": Nullable<UpdateTokenQuota>,
    }
}
