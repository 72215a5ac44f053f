// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The groups of operations, each a handle.

use doorward_api::management::*;
use doorward_api::wire::prelude::arguments::*;

use crate::api_client::{handles, roots};

roots! {
    Management
    device_credentials DeviceCredentials;
    groups Groups;
    jobs Jobs;
    refresh_tokens RefreshTokens;
    roles Roles;
    sessions Sessions;
    tickets Tickets;
    user_blocks UserBlocks;
    user_grants UserGrants;
    users Users;
}

handles! {
    /// `deviceCredentials`
    DeviceCredentials of Management
    {
        create_public_key CreateDeviceCredentialPublicKey "POST /device-credentials" (body: CreatePublicKeyDeviceCredentialRequestContent);
        delete DeleteDeviceCredential "DELETE /device-credentials/{id}" (id: String);
        list ListDeviceCredentials "GET /device-credentials" ();
    }
    {
    }
}

handles! {
    /// `groups`
    Groups of Management
    {
        delete DeleteGroup "DELETE /groups/{id}" (id: String);
        get GetGroup "GET /groups/{id}" (id: String);
        list ListGroups "GET /groups" ();
    }
    {
        members GroupsMembers;
        roles GroupsRoles;
    }
}

handles! {
    /// `groups.members`
    GroupsMembers of Management
    {
        get GetGroupMembers "GET /groups/{id}/members" (id: String);
    }
    {
    }
}

handles! {
    /// `groups.roles`
    GroupsRoles of Management
    {
        create CreateGroupRole "POST /groups/{id}/roles" (id: String, body: AssignGroupRolesRequestContent);
        delete DeleteGroupRoles "DELETE /groups/{id}/roles" (id: String, body: DeleteGroupRolesRequestContent);
        list ListGroupRoles "GET /groups/{id}/roles" (id: String);
    }
    {
    }
}

handles! {
    /// `jobs`
    Jobs of Management
    {
        get GetJob "GET /jobs/{id}" (id: JobId);
    }
    {
        errors JobsErrors;
        users_exports JobsUsersExports;
        users_imports JobsUsersImports;
        verification_email JobsVerificationEmail;
    }
}

handles! {
    /// `jobs.errors`
    JobsErrors of Management
    {
        get GetJobErrors "GET /jobs/{id}/errors" (id: JobId);
    }
    {
    }
}

handles! {
    /// `jobs.usersExports`
    JobsUsersExports of Management
    {
        create CreateJobUsersExport "POST /jobs/users-exports" (body: CreateExportUsersRequestContent);
    }
    {
    }
}

handles! {
    /// `jobs.usersImports`
    JobsUsersImports of Management
    {
        create CreateJobUsersImport "POST /jobs/users-imports" (users: File, connection_id: ConnectionId);
    }
    {
    }
}

handles! {
    /// `jobs.verificationEmail`
    JobsVerificationEmail of Management
    {
        create CreateJobVerificationEmail "POST /jobs/verification-email" (body: CreateVerificationEmailRequestContent);
    }
    {
    }
}

handles! {
    /// `refreshTokens`
    RefreshTokens of Management
    {
        delete DeleteRefreshToken "DELETE /refresh-tokens/{id}" (id: String);
        get GetRefreshToken "GET /refresh-tokens/{id}" (id: String);
        list ListRefreshTokens "GET /refresh-tokens" (user_id: String);
        revoke RevokeRefreshTokens "POST /refresh-tokens/revoke" (body: RevokeRefreshTokensRequestContent);
        update UpdateRefreshToken "PATCH /refresh-tokens/{id}" (id: String, body: UpdateRefreshTokenRequestContent);
    }
    {
    }
}

handles! {
    /// `roles`
    Roles of Management
    {
        create CreateRole "POST /roles" (body: CreateRoleRequestContent);
        delete DeleteRole "DELETE /roles/{id}" (id: RoleId);
        get GetRole "GET /roles/{id}" (id: RoleId);
        list ListRoles "GET /roles" ();
        update UpdateRole "PATCH /roles/{id}" (id: RoleId, body: UpdateRoleRequestContent);
    }
    {
        groups RolesGroups;
        permissions RolesPermissions;
        users RolesUsers;
    }
}

handles! {
    /// `roles.groups`
    RolesGroups of Management
    {
        create CreateRoleGroup "POST /roles/{id}/groups" (id: RoleId, body: AssignRoleGroupsRequestContent);
        delete DeleteRoleGroups "DELETE /roles/{id}/groups" (id: RoleId, body: DeleteRoleGroupsRequestContent);
        get GetRoleGroups "GET /roles/{id}/groups" (id: RoleId);
    }
    {
    }
}

handles! {
    /// `roles.permissions`
    RolesPermissions of Management
    {
        add AddRolePermissions "POST /roles/{id}/permissions" (id: RoleId, body: AddRolePermissionsRequestContent);
        delete DeleteRolePermissions "DELETE /roles/{id}/permissions" (id: RoleId, body: DeleteRolePermissionsRequestContent);
        list ListRolePermissions "GET /roles/{id}/permissions" (id: RoleId);
    }
    {
    }
}

handles! {
    /// `roles.users`
    RolesUsers of Management
    {
        assign AssignRoleUsers "POST /roles/{id}/users" (id: RoleId, body: AssignRoleUsersRequestContent);
        list ListRoleUsers "GET /roles/{id}/users" (id: RoleId);
    }
    {
    }
}

handles! {
    /// `sessions`
    Sessions of Management
    {
        delete DeleteSession "DELETE /sessions/{id}" (id: String);
        get GetSession "GET /sessions/{id}" (id: String);
        revoke RevokeSessions "POST /sessions/{id}/revoke" (id: String);
        update UpdateSession "PATCH /sessions/{id}" (id: String, body: UpdateSessionRequestContent);
    }
    {
    }
}

handles! {
    /// `tickets`
    Tickets of Management
    {
        change_password CreatePasswordChangeTicket "POST /tickets/password-change" (body: ChangePasswordTicketRequestContent);
        verify_email CreateEmailVerificationTicket "POST /tickets/email-verification" (body: VerifyEmailTicketRequestContent);
    }
    {
    }
}

handles! {
    /// `userBlocks`
    UserBlocks of Management
    {
        delete DeleteUserBlock "DELETE /user-blocks/{id}" (id: String);
        delete_by_identifier DeleteUserBlockByIdentifier "DELETE /user-blocks" (identifier: String);
        list ListUserBlocks "GET /user-blocks/{id}" (id: String);
        list_by_identifier ListUserBlockByIdentifier "GET /user-blocks" (identifier: String);
    }
    {
    }
}

handles! {
    /// `userGrants`
    UserGrants of Management
    {
        delete DeleteUserGrant "DELETE /grants/{id}" (id: String);
        delete_by_user_id DeleteUserGrantByUserId "DELETE /grants" (user_id: String);
        list ListUserGrants "GET /grants" ();
    }
    {
    }
}

handles! {
    /// `users`
    Users of Management
    {
        create CreateUser "POST /users" (body: CreateUserRequestContent);
        delete DeleteUser "DELETE /users/{id}" (id: UserId);
        get GetUser "GET /users/{id}" (id: UserId);
        list ListUsers "GET /users" ();
        list_users_by_email ListUsersByEmail "GET /users-by-email" (email: String);
        regenerate_recovery_code RegenerateUserRecoveryCode "POST /users/{id}/recovery-code-regeneration" (id: UserId);
        revoke_access RevokeUserAccess "POST /users/{id}/revoke-access" (id: UserId, body: RevokeUserAccessRequestContent);
        update UpdateUser "PATCH /users/{id}" (id: UserId, body: UpdateUserRequestContent);
    }
    {
        authentication_methods UsersAuthenticationMethods;
        authenticators UsersAuthenticators;
        connected_accounts UsersConnectedAccounts;
        effective_permissions UsersEffectivePermissions;
        effective_roles UsersEffectiveRoles;
        enrollments UsersEnrollments;
        federated_connections_tokensets UsersFederatedConnectionsTokensets;
        groups UsersGroups;
        identities UsersIdentities;
        logs UsersLogs;
        multifactor UsersMultifactor;
        organizations UsersOrganizations;
        permissions UsersPermissions;
        refresh_token UsersRefreshToken;
        risk_assessments UsersRiskAssessments;
        roles UsersRoles;
        sessions UsersSessions;
    }
}

handles! {
    /// `users.authenticationMethods`
    UsersAuthenticationMethods of Management
    {
        create CreateUserAuthenticationMethod "POST /users/{id}/authentication-methods" (id: UserId, body: CreateUserAuthenticationMethodRequestContent);
        delete DeleteUserAuthenticationMethod "DELETE /users/{id}/authentication-methods/{authentication_method_id}" (id: UserId, authentication_method_id: String);
        delete_all DeleteAllUserAuthenticationMethods "DELETE /users/{id}/authentication-methods" (id: UserId);
        get GetUserAuthenticationMethod "GET /users/{id}/authentication-methods/{authentication_method_id}" (id: UserId, authentication_method_id: String);
        list ListUserAuthenticationMethods "GET /users/{id}/authentication-methods" (id: UserId);
        set SetUserAuthenticationMethods "PUT /users/{id}/authentication-methods" (id: UserId, body: Vec<SetUserAuthenticationMethod>);
        update UpdateUserAuthenticationMethod "PATCH /users/{id}/authentication-methods/{authentication_method_id}" (id: UserId, authentication_method_id: String, body: UpdateUserAuthenticationMethodRequestContent);
    }
    {
    }
}

handles! {
    /// `users.authenticators`
    UsersAuthenticators of Management
    {
        delete_all DeleteAllUserAuthenticators "DELETE /users/{id}/authenticators" (id: UserId);
    }
    {
    }
}

handles! {
    /// `users.connectedAccounts`
    UsersConnectedAccounts of Management
    {
        list ListUserConnectedAccounts "GET /users/{id}/connected-accounts" (id: UserId);
    }
    {
    }
}

handles! {
    /// `users.effectivePermissions`
    UsersEffectivePermissions of Management
    {
        list ListUserEffectivePermissions "GET /users/{id}/effective-permissions" (id: UserId, resource_server_identifier: String);
    }
    {
        sources UsersEffectivePermissionsSources;
    }
}

handles! {
    /// `users.effectivePermissions.sources`
    UsersEffectivePermissionsSources of Management
    {
    }
    {
        roles UsersEffectivePermissionsSourcesRoles;
    }
}

handles! {
    /// `users.effectivePermissions.sources.roles`
    UsersEffectivePermissionsSourcesRoles of Management
    {
        list ListUserEffectivePermissionSourceRoles "GET /users/{id}/effective-permissions/sources/effective-roles" (id: UserId, resource_server_identifier: String, permission_name: String);
    }
    {
    }
}

handles! {
    /// `users.effectiveRoles`
    UsersEffectiveRoles of Management
    {
        list ListUserEffectiveRoles "GET /users/{id}/effective-roles" (id: UserId);
    }
    {
        sources UsersEffectiveRolesSources;
    }
}

handles! {
    /// `users.effectiveRoles.sources`
    UsersEffectiveRolesSources of Management
    {
    }
    {
        groups UsersEffectiveRolesSourcesGroups;
    }
}

handles! {
    /// `users.effectiveRoles.sources.groups`
    UsersEffectiveRolesSourcesGroups of Management
    {
        list ListUserEffectiveRoleSourceGroups "GET /users/{id}/effective-roles/sources/groups" (id: UserId, role_id: String);
    }
    {
    }
}

handles! {
    /// `users.enrollments`
    UsersEnrollments of Management
    {
        get GetUserEnrollments "GET /users/{id}/enrollments" (id: UserId);
    }
    {
    }
}

handles! {
    /// `users.federatedConnectionsTokensets`
    UsersFederatedConnectionsTokensets of Management
    {
        delete DeleteUserFederatedConnectionsTokenset "DELETE /users/{id}/federated-connections-tokensets/{tokenset_id}" (id: UserId, tokenset_id: String);
        list ListUserFederatedConnectionsTokensets "GET /users/{id}/federated-connections-tokensets" (id: UserId);
    }
    {
    }
}

handles! {
    /// `users.groups`
    UsersGroups of Management
    {
        get GetUserGroups "GET /users/{id}/groups" (id: UserId);
    }
    {
    }
}

handles! {
    /// `users.identities`
    UsersIdentities of Management
    {
        delete DeleteUserIdentity "DELETE /users/{id}/identities/{provider}/{user_id}" (id: UserId, provider: UserIdentityProvider, user_id: String);
        link LinkUserIdentities "POST /users/{id}/identities" (id: UserId, body: LinkUserIdentityRequestContent);
    }
    {
    }
}

handles! {
    /// `users.logs`
    UsersLogs of Management
    {
        list ListUserLogs "GET /users/{id}/logs" (id: UserId);
    }
    {
    }
}

handles! {
    /// `users.multifactor`
    UsersMultifactor of Management
    {
        delete_provider DeleteUserMultifactorProvider "DELETE /users/{id}/multifactor/{provider}" (id: UserId, provider: UserMultifactorProvider);
        invalidate_remember_browser InvalidateUserMultifactorRememberBrowser "POST /users/{id}/multifactor/actions/invalidate-remember-browser" (id: UserId);
    }
    {
    }
}

handles! {
    /// `users.organizations`
    UsersOrganizations of Management
    {
        list ListUserOrganizations "GET /users/{id}/organizations" (id: UserId);
    }
    {
    }
}

handles! {
    /// `users.permissions`
    UsersPermissions of Management
    {
        create CreateUserPermission "POST /users/{id}/permissions" (id: UserId, body: CreateUserPermissionsRequestContent);
        delete DeleteUserPermissions "DELETE /users/{id}/permissions" (id: UserId, body: DeleteUserPermissionsRequestContent);
        list ListUserPermissions "GET /users/{id}/permissions" (id: UserId);
    }
    {
    }
}

handles! {
    /// `users.refreshToken`
    UsersRefreshToken of Management
    {
        delete DeleteUserRefreshToken "DELETE /users/{user_id}/refresh-tokens" (user_id: UserId);
        list ListUserRefreshToken "GET /users/{user_id}/refresh-tokens" (user_id: UserId);
    }
    {
    }
}

handles! {
    /// `users.riskAssessments`
    UsersRiskAssessments of Management
    {
        clear ClearUserRiskAssessments "POST /users/{id}/risk-assessments/clear" (id: UserId, body: ClearAssessorsRequestContent);
    }
    {
    }
}

handles! {
    /// `users.roles`
    UsersRoles of Management
    {
        assign AssignUserRoles "POST /users/{id}/roles" (id: UserId, body: AssignUserRolesRequestContent);
        delete DeleteUserRoles "DELETE /users/{id}/roles" (id: UserId, body: DeleteUserRolesRequestContent);
        list ListUserRoles "GET /users/{id}/roles" (id: UserId);
    }
    {
    }
}

handles! {
    /// `users.sessions`
    UsersSessions of Management
    {
        delete DeleteUserSessions "DELETE /users/{user_id}/sessions" (user_id: UserId);
        list ListUserSessions "GET /users/{user_id}/sessions" (user_id: UserId);
    }
    {
    }
}
