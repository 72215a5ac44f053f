// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `users` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    CreateUserAuthenticationMethod of Management "users.authenticationMethods.create" POST "/users/{id}/authentication-methods"
    ["create:authentication_methods"] -> CreateUserAuthenticationMethodResponseContent
    {
        path id "id": UserId,
        body body "body": CreateUserAuthenticationMethodRequestContent,
    }
    {}
}

operation! {
    DeleteUserAuthenticationMethod of Management "users.authenticationMethods.delete" DELETE "/users/{id}/authentication-methods/{authentication_method_id}"
    ["delete:authentication_methods"] -> NoContent
    {
        path id "id": UserId,
        path authentication_method_id "authentication_method_id": String,
    }
    {}
}

operation! {
    DeleteAllUserAuthenticationMethods of Management "users.authenticationMethods.deleteAll" DELETE "/users/{id}/authentication-methods"
    ["delete:authentication_methods"] -> NoContent
    {
        path id "id": UserId,
    }
    {}
}

operation! {
    GetUserAuthenticationMethod of Management "users.authenticationMethods.get" GET "/users/{id}/authentication-methods/{authentication_method_id}"
    ["read:authentication_methods"] -> UserAuthenticationMethod
    {
        path id "id": UserId,
        path authentication_method_id "authentication_method_id": String,
    }
    {}
}

operation! {
    ListUserAuthenticationMethods of Management "users.authenticationMethods.list" GET "/users/{id}/authentication-methods"
    ["read:authentication_methods"] -> ListUserAuthenticationMethodsResponseContent
    {
        path id "id": UserId,
    }
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
    }
}

list! { ListUserAuthenticationMethods: UserAuthenticationMethod, by_page_with_totals }

operation! {
    SetUserAuthenticationMethods of Management "users.authenticationMethods.set" PUT "/users/{id}/authentication-methods"
    ["update:authentication_methods"] -> Vec<SetUserAuthenticationMethodResponseContent>
    {
        path id "id": UserId,
        body body "body": Vec<SetUserAuthenticationMethod>,
    }
    {}
}

list! { SetUserAuthenticationMethods: SetUserAuthenticationMethodResponseContent, }

operation! {
    UpdateUserAuthenticationMethod of Management "users.authenticationMethods.update" PATCH "/users/{id}/authentication-methods/{authentication_method_id}"
    ["update:authentication_methods"] -> UpdateUserAuthenticationMethodResponseContent
    {
        path id "id": UserId,
        path authentication_method_id "authentication_method_id": String,
        body body "body": UpdateUserAuthenticationMethodRequestContent,
    }
    {}
}

operation! {
    DeleteAllUserAuthenticators of Management "users.authenticators.deleteAll" DELETE "/users/{id}/authenticators"
    ["delete:guardian_enrollments"] -> NoContent
    {
        path id "id": UserId,
    }
    {}
}

operation! {
    ListUserConnectedAccounts of Management "users.connectedAccounts.list" GET "/users/{id}/connected-accounts"
    ["read:users"] -> ListUserConnectedAccountsResponseContent
    {
        path id "id": UserId,
    }
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListUserConnectedAccounts: ConnectedAccount, by_cursor }

operation! {
    CreateUser of Management "users.create" POST "/users"
    ["create:users"] -> User
    {
        body body "body": CreateUserRequestContent,
    }
    {
        header auth0_custom_domain "auth0-custom-domain": Option<String>,
    }
}

operation! {
    DeleteUser of Management "users.delete" DELETE "/users/{id}"
    ["delete:users", "delete:current_user"] -> NoContent
    {
        path id "id": UserId,
    }
    {}
}

operation! {
    ListUserEffectivePermissions of Management "users.effectivePermissions.list" GET "/users/{id}/effective-permissions"
    ["read:user_effective_permissions"] -> ListUserEffectivePermissionsResponseContent
    {
        path id "id": UserId,
        query resource_server_identifier "resource_server_identifier": String,
    }
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListUserEffectivePermissions: UserEffectivePermission, by_cursor }

operation! {
    ListUserEffectivePermissionSourceRoles of Management "users.effectivePermissions.sources.roles.list" GET "/users/{id}/effective-permissions/sources/effective-roles"
    ["read:user_permission_source_roles"] -> ListUserEffectivePermissionRoleSourcesResponseContent
    {
        path id "id": UserId,
        query resource_server_identifier "resource_server_identifier": String,
        query permission_name "permission_name": String,
    }
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListUserEffectivePermissionSourceRoles: UserEffectivePermissionRoleSource, by_cursor }

operation! {
    ListUserEffectiveRoles of Management "users.effectiveRoles.list" GET "/users/{id}/effective-roles"
    ["read:user_effective_roles"] -> ListUserEffectiveRolesResponseContent
    {
        path id "id": UserId,
    }
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListUserEffectiveRoles: UserEffectiveRole, by_cursor }

operation! {
    ListUserEffectiveRoleSourceGroups of Management "users.effectiveRoles.sources.groups.list" GET "/users/{id}/effective-roles/sources/groups"
    ["read:user_role_source_groups"] -> ListRoleGroupsResponseContent
    {
        path id "id": UserId,
        query role_id "role_id": String,
    }
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListUserEffectiveRoleSourceGroups: Group, by_cursor }

operation! {
    GetUserEnrollments of Management "users.enrollments.get" GET "/users/{id}/enrollments"
    ["read:users", "read:current_user"] -> Vec<UsersEnrollment>
    {
        path id "id": UserId,
    }
    {}
}

list! { GetUserEnrollments: UsersEnrollment, }

operation! {
    DeleteUserFederatedConnectionsTokenset of Management "users.federatedConnectionsTokensets.delete" DELETE "/users/{id}/federated-connections-tokensets/{tokenset_id}"
    ["delete:federated_connections_tokens"] -> NoContent
    {
        path id "id": UserId,
        path tokenset_id "tokenset_id": String,
    }
    {}
}

operation! {
    ListUserFederatedConnectionsTokensets of Management "users.federatedConnectionsTokensets.list" GET "/users/{id}/federated-connections-tokensets"
    ["read:federated_connections_tokens"] -> Vec<FederatedConnectionTokenSet>
    {
        path id "id": UserId,
    }
    {}
}

list! { ListUserFederatedConnectionsTokensets: FederatedConnectionTokenSet, }

operation! {
    GetUser of Management "users.get" GET "/users/{id}"
    ["read:users", "read:current_user", "read:user_idp_tokens"] -> User
    {
        path id "id": UserId,
    }
    {
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
    }
}

operation! {
    GetUserGroups of Management "users.groups.get" GET "/users/{id}/groups"
    ["read:groups"] -> UserGroups
    {
        path id "id": UserId,
    }
    {
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { GetUserGroups: UserGroupsResponseSchema, by_page_with_totals by_cursor }

operation! {
    DeleteUserIdentity of Management "users.identities.delete" DELETE "/users/{id}/identities/{provider}/{user_id}"
    ["update:users", "update:current_user_identities"] -> Vec<DeleteUserIdentityResponseContentItem>
    {
        path id "id": UserId,
        path provider "provider": UserIdentityProvider,
        path user_id "user_id": String,
    }
    {}
}

list! { DeleteUserIdentity: DeleteUserIdentityResponseContentItem, }

operation! {
    LinkUserIdentities of Management "users.identities.link" POST "/users/{id}/identities"
    ["update:users", "update:current_user_identities"] -> Vec<UserIdentity>
    {
        path id "id": UserId,
        body body "body": LinkUserIdentityRequestContent,
    }
    {}
}

list! { LinkUserIdentities: UserIdentity, }

operation! {
    ListUsers of Management "users.list" GET "/users"
    ["read:users", "read:user_idp_tokens"] -> ListUsersResponseContent
    {}
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query sort "sort": Option<String>,
        query connection "connection": Option<String>,
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
        query q "q": Option<String>,
        query search_engine "search_engine": Option<SearchEngineVersions>,
        query primary_order "primary_order": Option<bool>,
    }
}

list! { ListUsers: User, by_page_with_totals }

operation! {
    ListUsersByEmail of Management "users.listUsersByEmail" GET "/users-by-email"
    ["read:users"] -> Vec<User>
    {
        query email "email": String,
    }
    {
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
    }
}

list! { ListUsersByEmail: User, }

operation! {
    ListUserLogs of Management "users.logs.list" GET "/users/{id}/logs"
    ["read:logs", "read:logs_users"] -> ListLogResponseContent
    {
        path id "id": UserId,
    }
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query sort "sort": Option<String>,
        query include_totals "include_totals": Option<bool>,
    }
}

list! { ListUserLogs: Log, by_page_with_totals }

operation! {
    DeleteUserMultifactorProvider of Management "users.multifactor.deleteProvider" DELETE "/users/{id}/multifactor/{provider}"
    ["update:users"] -> NoContent
    {
        path id "id": UserId,
        path provider "provider": UserMultifactorProvider,
    }
    {}
}

operation! {
    InvalidateUserMultifactorRememberBrowser of Management "users.multifactor.invalidateRememberBrowser" POST "/users/{id}/multifactor/actions/invalidate-remember-browser"
    ["update:users"] -> NoContent
    {
        path id "id": UserId,
    }
    {}
}

operation! {
    ListUserOrganizations of Management "users.organizations.list" GET "/users/{id}/organizations"
    ["read:organizations"] -> ListUserOrganizationsResponseContent
    {
        path id "id": UserId,
    }
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
    }
}

list! { ListUserOrganizations: Organization, by_page_with_totals }

operation! {
    CreateUserPermission of Management "users.permissions.create" POST "/users/{id}/permissions"
    ["update:users"] -> NoContent
    {
        path id "id": UserId,
        body body "body": CreateUserPermissionsRequestContent,
    }
    {}
}

operation! {
    DeleteUserPermissions of Management "users.permissions.delete" DELETE "/users/{id}/permissions"
    ["update:users"] -> NoContent
    {
        path id "id": UserId,
        body body "body": DeleteUserPermissionsRequestContent,
    }
    {}
}

operation! {
    ListUserPermissions of Management "users.permissions.list" GET "/users/{id}/permissions"
    ["read:users"] -> ListUserPermissionsResponseContent
    {
        path id "id": UserId,
    }
    {
        query per_page "per_page": Option<i64>,
        query page "page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
    }
}

list! { ListUserPermissions: UserPermission, by_page_with_totals }

operation! {
    DeleteUserRefreshToken of Management "users.refreshToken.delete" DELETE "/users/{user_id}/refresh-tokens"
    ["delete:refresh_tokens"] -> NoContent
    {
        path user_id "user_id": UserId,
    }
    {}
}

operation! {
    ListUserRefreshToken of Management "users.refreshToken.list" GET "/users/{user_id}/refresh-tokens"
    ["read:refresh_tokens"] -> ListRefreshTokensPaginatedResponseContent
    {
        path user_id "user_id": UserId,
    }
    {
        query include_totals "include_totals": Option<bool>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListUserRefreshToken: RefreshToken, by_cursor }

operation! {
    RegenerateUserRecoveryCode of Management "users.regenerateRecoveryCode" POST "/users/{id}/recovery-code-regeneration"
    ["update:users"] -> RegenerateUsersRecoveryCode
    {
        path id "id": UserId,
    }
    {}
}

operation! {
    RevokeUserAccess of Management "users.revokeAccess" POST "/users/{id}/revoke-access"
    ["delete:sessions", "delete:refresh_tokens"] -> NoContent
    {
        path id "id": UserId,
        body body "body": RevokeUserAccessRequestContent,
    }
    {}
}

operation! {
    ClearUserRiskAssessments of Management "users.riskAssessments.clear" POST "/users/{id}/risk-assessments/clear"
    ["update:users"] -> NoContent
    {
        path id "id": UserId,
        body body "body": ClearAssessorsRequestContent,
    }
    {}
}

operation! {
    AssignUserRoles of Management "users.roles.assign" POST "/users/{id}/roles"
    ["update:users", "create:role_members"] -> NoContent
    {
        path id "id": UserId,
        body body "body": AssignUserRolesRequestContent,
    }
    {}
}

operation! {
    DeleteUserRoles of Management "users.roles.delete" DELETE "/users/{id}/roles"
    ["update:users", "delete:role_members"] -> NoContent
    {
        path id "id": UserId,
        body body "body": DeleteUserRolesRequestContent,
    }
    {}
}

operation! {
    ListUserRoles of Management "users.roles.list" GET "/users/{id}/roles"
    ["read:users", "read:roles", "read:role_members"] -> ListRolesResponseContent
    {
        path id "id": UserId,
    }
    {
        query per_page "per_page": Option<i64>,
        query page "page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
    }
}

list! { ListUserRoles: Role, by_page_with_totals }

operation! {
    DeleteUserSessions of Management "users.sessions.delete" DELETE "/users/{user_id}/sessions"
    ["delete:sessions"] -> NoContent
    {
        path user_id "user_id": UserId,
    }
    {}
}

operation! {
    ListUserSessions of Management "users.sessions.list" GET "/users/{user_id}/sessions"
    ["read:sessions"] -> ListUserSessionsPaginatedResponseContent
    {
        path user_id "user_id": UserId,
    }
    {
        query include_totals "include_totals": Option<bool>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListUserSessions: Session, by_cursor }

operation! {
    UpdateUser of Management "users.update" PATCH "/users/{id}"
    ["update:users", "update:users_app_metadata", "update:current_user_metadata"] -> User
    {
        path id "id": UserId,
        body body "body": UpdateUserRequestContent,
    }
    {
        header auth0_custom_domain "auth0-custom-domain": Option<String>,
    }
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateUserAuthenticationMethod>(),
    NamedOperation::of::<DeleteUserAuthenticationMethod>(),
    NamedOperation::of::<DeleteAllUserAuthenticationMethods>(),
    NamedOperation::of::<GetUserAuthenticationMethod>(),
    NamedOperation::of::<ListUserAuthenticationMethods>(),
    NamedOperation::of::<SetUserAuthenticationMethods>(),
    NamedOperation::of::<UpdateUserAuthenticationMethod>(),
    NamedOperation::of::<DeleteAllUserAuthenticators>(),
    NamedOperation::of::<ListUserConnectedAccounts>(),
    NamedOperation::of::<CreateUser>(),
    NamedOperation::of::<DeleteUser>(),
    NamedOperation::of::<ListUserEffectivePermissions>(),
    NamedOperation::of::<ListUserEffectivePermissionSourceRoles>(),
    NamedOperation::of::<ListUserEffectiveRoles>(),
    NamedOperation::of::<ListUserEffectiveRoleSourceGroups>(),
    NamedOperation::of::<GetUserEnrollments>(),
    NamedOperation::of::<DeleteUserFederatedConnectionsTokenset>(),
    NamedOperation::of::<ListUserFederatedConnectionsTokensets>(),
    NamedOperation::of::<GetUser>(),
    NamedOperation::of::<GetUserGroups>(),
    NamedOperation::of::<DeleteUserIdentity>(),
    NamedOperation::of::<LinkUserIdentities>(),
    NamedOperation::of::<ListUsers>(),
    NamedOperation::of::<ListUsersByEmail>(),
    NamedOperation::of::<ListUserLogs>(),
    NamedOperation::of::<DeleteUserMultifactorProvider>(),
    NamedOperation::of::<InvalidateUserMultifactorRememberBrowser>(),
    NamedOperation::of::<ListUserOrganizations>(),
    NamedOperation::of::<CreateUserPermission>(),
    NamedOperation::of::<DeleteUserPermissions>(),
    NamedOperation::of::<ListUserPermissions>(),
    NamedOperation::of::<DeleteUserRefreshToken>(),
    NamedOperation::of::<ListUserRefreshToken>(),
    NamedOperation::of::<RegenerateUserRecoveryCode>(),
    NamedOperation::of::<RevokeUserAccess>(),
    NamedOperation::of::<ClearUserRiskAssessments>(),
    NamedOperation::of::<AssignUserRoles>(),
    NamedOperation::of::<DeleteUserRoles>(),
    NamedOperation::of::<ListUserRoles>(),
    NamedOperation::of::<DeleteUserSessions>(),
    NamedOperation::of::<ListUserSessions>(),
    NamedOperation::of::<UpdateUser>(),
];

string_enum! {
    /// `AssessorsType`
    AssessorsType {
        NewDevice = "new-device",
    }
}

object! {
    /// `AssignUserRolesRequestContent`
    AssignUserRolesRequestContent (roles: Vec<String>) {
        /// (1 to 1000 items)
        roles "roles": Vec<String>,
    }
}

envelope! { object AssignUserRolesRequestContent.roles: String }

string_enum! {
    /// `AuthenticationMethodType`
    AuthenticationMethodType {
        RecoveryCode = "recovery-code",
        Totp = "totp",
        Push = "push",
        Phone = "phone",
        Email = "email",
        EmailVerification = "email-verification",
        WebauthnRoaming = "webauthn-roaming",
        WebauthnPlatform = "webauthn-platform",
        Guardian = "guardian",
        Passkey = "passkey",
        Password = "password",
    }
}

string_enum! {
    /// `AuthenticationType`
    AuthenticationType {
        Phone = "phone",
        Email = "email",
        Totp = "totp",
    }
}

object! {
    /// `ClearAssessorsRequestContent`
    ClearAssessorsRequestContent (connection: String, assessors: Vec<AssessorsType>) {
        /// (1 to 128 characters)
        connection "connection": String,
        /// (at least 1 items)
        assessors "assessors": Vec<AssessorsType>,
    }
}

object! {
    /// `ConnectedAccount`
    ConnectedAccount (id: String, connection: String, connection_id: ConnectionId, strategy: String, access_type: ConnectedAccountAccessType, created_at: String) {
        id "id": String,
        connection "connection": String,
        connection_id "connection_id": ConnectionId,
        strategy "strategy": String,
        access_type "access_type": ConnectedAccountAccessType,
        scopes "scopes": Option<Vec<String>>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        expires_at "expires_at": Option<String>,
        /// (format `organization-id`)
        organization_id "organization_id": Option<OrganizationId>,
    }
}

string_enum! {
    /// `ConnectedAccountAccessType`
    ConnectedAccountAccessType {
        Offline = "offline",
    }
}

object! {
    /// `CreateUserAuthenticationMethodRequestContent`
    CreateUserAuthenticationMethodRequestContent (type_: CreatedUserAuthenticationMethodType) {
        type_ "type": CreatedUserAuthenticationMethodType,
        name "name": Option<String>,
        totp_secret "totp_secret": Option<String>,
        /// (2 to 30 characters)
        phone_number "phone_number": Option<String>,
        email "email": Option<String>,
        preferred_authentication_method "preferred_authentication_method": Option<PreferredAuthenticationMethod>,
        key_id "key_id": Option<String>,
        public_key "public_key": Option<String>,
        /// (format `uuid`)
        aaguid "aaguid": Option<String>,
        /// (format `hostname`)
        relying_party_identifier "relying_party_identifier": Option<String>,
        credential_device_type "credential_device_type": Option<CredentialDeviceType>,
        credential_backed_up "credential_backed_up": Option<bool>,
        identity_user_id "identity_user_id": Option<String>,
        user_agent "user_agent": Option<String>,
        user_handle "user_handle": Option<String>,
        transports "transports": Option<Vec<String>>,
    }
}

object! {
    /// `CreateUserAuthenticationMethodResponseContent`
    CreateUserAuthenticationMethodResponseContent (type_: CreatedUserAuthenticationMethodType) {
        /// (format `authenticator-id`)
        id "id": Option<String>,
        type_ "type": CreatedUserAuthenticationMethodType,
        name "name": Option<String>,
        totp_secret "totp_secret": Option<String>,
        /// (2 to 30 characters)
        phone_number "phone_number": Option<String>,
        email "email": Option<String>,
        authentication_methods "authentication_methods": Option<Vec<UserAuthenticationMethodProperties>>,
        preferred_authentication_method "preferred_authentication_method": Option<PreferredAuthenticationMethod>,
        key_id "key_id": Option<String>,
        public_key "public_key": Option<String>,
        aaguid "aaguid": Option<String>,
        relying_party_identifier "relying_party_identifier": Option<String>,
        credential_device_type "credential_device_type": Option<CredentialDeviceType>,
        credential_backed_up "credential_backed_up": Option<bool>,
        identity_user_id "identity_user_id": Option<String>,
        user_agent "user_agent": Option<String>,
        user_handle "user_handle": Option<String>,
        transports "transports": Option<Vec<String>>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
    }
}

object! {
    /// `CreateUserPermissionsRequestContent`
    CreateUserPermissionsRequestContent (permissions: Vec<PermissionRequestPayload>) {
        /// (1 to 1000 items)
        permissions "permissions": Vec<PermissionRequestPayload>,
    }
}

envelope! { object CreateUserPermissionsRequestContent.permissions: PermissionRequestPayload }

object! {
    /// `CreateUserRequestContent`
    CreateUserRequestContent (connection: String) {
        /// (format `email`)
        email "email": Option<String>,
        phone_number "phone_number": Option<String>,
        user_metadata "user_metadata": Option<Map<String, Value>>,
        blocked "blocked": Option<bool>,
        email_verified "email_verified": Option<bool>,
        phone_verified "phone_verified": Option<bool>,
        app_metadata "app_metadata": Option<Map<String, Value>>,
        /// (1 to 150 characters)
        given_name "given_name": Option<String>,
        /// (1 to 150 characters)
        family_name "family_name": Option<String>,
        /// (1 to 300 characters)
        name "name": Option<String>,
        /// (1 to 300 characters)
        nickname "nickname": Option<String>,
        /// (format `strict-uri`)
        picture "picture": Option<String>,
        /// (0 to 255 characters)
        user_id "user_id": Option<UserId>,
        /// (at least 1 characters)
        connection "connection": String,
        /// (at least 1 characters)
        password "password": Option<String>,
        verify_email "verify_email": Option<bool>,
        /// (1 to 128 characters)
        username "username": Option<String>,
    }
}

string_enum! {
    /// `CreatedAuthenticationMethodType`
    CreatedAuthenticationMethodType {
        Phone = "phone",
        Email = "email",
        Totp = "totp",
        WebauthnRoaming = "webauthn-roaming",
    }
}

string_enum! {
    /// `CreatedUserAuthenticationMethodType`
    CreatedUserAuthenticationMethodType {
        Phone = "phone",
        Email = "email",
        Totp = "totp",
        WebauthnRoaming = "webauthn-roaming",
        Passkey = "passkey",
    }
}

string_enum! {
    /// `CredentialDeviceType`
    CredentialDeviceType {
        SingleDevice = "single_device",
        MultiDevice = "multi_device",
    }
}

object! {
    /// `DeleteUserIdentityResponseContentItem`
    DeleteUserIdentityResponseContentItem (connection: String, user_id: IdentityUserId, provider: String) {
        connection "connection": String,
        user_id "user_id": IdentityUserId,
        provider "provider": String,
        is_social "isSocial": Option<bool>,
        access_token "access_token": Option<String>,
        access_token_secret "access_token_secret": Option<String>,
        refresh_token "refresh_token": Option<String>,
        profile_data "profileData": Option<UserProfileData>,
    }
}

object! {
    /// `DeleteUserPermissionsRequestContent`
    DeleteUserPermissionsRequestContent (permissions: Vec<PermissionRequestPayload>) {
        /// (1 to 1000 items)
        permissions "permissions": Vec<PermissionRequestPayload>,
    }
}

envelope! { object DeleteUserPermissionsRequestContent.permissions: PermissionRequestPayload }

object! {
    /// `DeleteUserRolesRequestContent`
    DeleteUserRolesRequestContent (roles: Vec<String>) {
        /// (1 to 1000 items)
        roles "roles": Vec<String>,
    }
}

envelope! { object DeleteUserRolesRequestContent.roles: String }

object! {
    /// `FederatedConnectionTokenSet`
    FederatedConnectionTokenSet {
        id "id": Option<String>,
        connection "connection": Option<String>,
        scope "scope": Option<String>,
        /// (format `date-time`)
        expires_at "expires_at": Option<String>,
        /// (format `date-time`)
        issued_at "issued_at": Option<String>,
        /// (format `date-time`)
        last_used_at "last_used_at": Option<String>,
    }
}

union! {
    /// `IdentityUserId`
    IdentityUserId {
        String(String),
        Integer(i64),
    }
}

object! {
    /// `LinkUserIdentityRequestContent`
    LinkUserIdentityRequestContent {
        provider "provider": Option<UserIdentityProvider>,
        connection_id "connection_id": Option<ConnectionId>,
        user_id "user_id": Option<IdentityUserId>,
        link_with "link_with": Option<String>,
    }
}

object! {
    /// `ListRefreshTokensPaginatedResponseContent`
    ListRefreshTokensPaginatedResponseContent {
        tokens "tokens": Option<Vec<RefreshToken>>,
        next "next": Option<String>,
    }
}

envelope! { object ListRefreshTokensPaginatedResponseContent.tokens: RefreshToken, next next }

object! {
    /// `ListUserAuthenticationMethodsOffsetPaginatedResponseContent`
    ListUserAuthenticationMethodsOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        authenticators "authenticators": Option<Vec<UserAuthenticationMethod>>,
    } in_union
}

envelope! { object ListUserAuthenticationMethodsOffsetPaginatedResponseContent.authenticators: UserAuthenticationMethod, total total }

union! {
    /// `ListUserAuthenticationMethodsResponseContent`
    ListUserAuthenticationMethodsResponseContent {
        List(Vec<UserAuthenticationMethod>),
        Page(ListUserAuthenticationMethodsOffsetPaginatedResponseContent),
    }
}

envelope! { union ListUserAuthenticationMethodsResponseContent: UserAuthenticationMethod, List Page }

object! {
    /// `ListUserConnectedAccountsResponseContent`
    ListUserConnectedAccountsResponseContent (connected_accounts: Vec<ConnectedAccount>) {
        connected_accounts "connected_accounts": Vec<ConnectedAccount>,
        next "next": Option<String>,
    }
}

envelope! { object ListUserConnectedAccountsResponseContent.connected_accounts: ConnectedAccount, next next }

object! {
    /// `ListUserEffectivePermissionRoleSourcesResponseContent`
    ListUserEffectivePermissionRoleSourcesResponseContent (roles: Vec<UserEffectivePermissionRoleSource>) {
        roles "roles": Vec<UserEffectivePermissionRoleSource>,
        next "next": Option<String>,
    }
}

envelope! { object ListUserEffectivePermissionRoleSourcesResponseContent.roles: UserEffectivePermissionRoleSource, next next }

object! {
    /// `ListUserEffectivePermissionsResponseContent`
    ListUserEffectivePermissionsResponseContent (permissions: Vec<UserEffectivePermission>) {
        permissions "permissions": Vec<UserEffectivePermission>,
        next "next": Option<String>,
    }
}

envelope! { object ListUserEffectivePermissionsResponseContent.permissions: UserEffectivePermission, next next }

object! {
    /// `ListUserEffectiveRolesResponseContent`
    ListUserEffectiveRolesResponseContent (roles: Vec<UserEffectiveRole>) {
        roles "roles": Vec<UserEffectiveRole>,
        next "next": Option<String>,
    }
}

envelope! { object ListUserEffectiveRolesResponseContent.roles: UserEffectiveRole, next next }

union! {
    /// `ListUserOrganizationsResponseContent`
    ListUserOrganizationsResponseContent {
        List(Vec<Organization>),
        Page(ListOrganizationsOffsetPaginatedResponseContent),
    }
}

envelope! { union ListUserOrganizationsResponseContent: Organization, List Page }

object! {
    /// `ListUserPermissionsOffsetPaginatedResponseContent`
    ListUserPermissionsOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        permissions "permissions": Option<Vec<UserPermission>>,
    } in_union
}

envelope! { object ListUserPermissionsOffsetPaginatedResponseContent.permissions: UserPermission, total total }

union! {
    /// `ListUserPermissionsResponseContent`
    ListUserPermissionsResponseContent {
        List(Vec<UserPermission>),
        Page(ListUserPermissionsOffsetPaginatedResponseContent),
    }
}

envelope! { union ListUserPermissionsResponseContent: UserPermission, List Page }

object! {
    /// `ListUserSessionsPaginatedResponseContent`
    ListUserSessionsPaginatedResponseContent {
        sessions "sessions": Option<Vec<Session>>,
        next "next": Option<String>,
    }
}

envelope! { object ListUserSessionsPaginatedResponseContent.sessions: Session, next next }

object! {
    /// `ListUsersOffsetPaginatedResponseContent`
    ListUsersOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        length "length": Option<Number>,
        total "total": Option<Number>,
        users "users": Option<Vec<User>>,
    } in_union
}

envelope! { object ListUsersOffsetPaginatedResponseContent.users: User, total total }

union! {
    /// `ListUsersResponseContent`
    ListUsersResponseContent {
        List(Vec<User>),
        Page(ListUsersOffsetPaginatedResponseContent),
    }
}

envelope! { union ListUsersResponseContent: User, List Page }

string_enum! {
    /// `PreferredAuthenticationMethod`
    PreferredAuthenticationMethod {
        Voice = "voice",
        Sms = "sms",
    }
}

object! {
    /// `RegenerateUsersRecoveryCode`
    RegenerateUsersRecoveryCode {
        recovery_code "recovery_code": Option<String>,
    }
}

object! {
    /// `RevokeUserAccessRequestContent`
    RevokeUserAccessRequestContent {
        /// (at most 50 characters, format `session-id`)
        session_id "session_id": Option<String>,
        preserve_refresh_tokens "preserve_refresh_tokens": Option<bool>,
    }
}

string_enum! {
    /// `SearchEngineVersions`
    SearchEngineVersions {
        V1 = "v1",
        V2 = "v2",
        V3 = "v3",
    }
}

object! {
    /// `SetUserAuthenticationMethod`
    SetUserAuthenticationMethod (type_: AuthenticationType) {
        type_ "type": AuthenticationType,
        preferred_authentication_method "preferred_authentication_method": Option<PreferredAuthenticationMethod>,
        /// (1 to 20 characters)
        name "name": Option<String>,
        /// (2 to 30 characters)
        phone_number "phone_number": Option<String>,
        /// (at least 1 characters)
        email "email": Option<String>,
        /// (at least 1 characters)
        totp_secret "totp_secret": Option<String>,
    }
}

object! {
    /// `SetUserAuthenticationMethodResponseContent`
    SetUserAuthenticationMethodResponseContent (type_: CreatedAuthenticationMethodType) {
        /// (format `authenticator-id`)
        id "id": Option<String>,
        type_ "type": CreatedAuthenticationMethodType,
        name "name": Option<String>,
        totp_secret "totp_secret": Option<String>,
        /// (2 to 30 characters)
        phone_number "phone_number": Option<String>,
        email "email": Option<String>,
        authentication_methods "authentication_methods": Option<Vec<UserAuthenticationMethodProperties>>,
        preferred_authentication_method "preferred_authentication_method": Option<PreferredAuthenticationMethod>,
        key_id "key_id": Option<String>,
        public_key "public_key": Option<String>,
        aaguid "aaguid": Option<String>,
        relying_party_identifier "relying_party_identifier": Option<String>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
    }
}

object! {
    /// `UpdateUserAuthenticationMethodRequestContent`
    UpdateUserAuthenticationMethodRequestContent {
        name "name": Option<String>,
        preferred_authentication_method "preferred_authentication_method": Option<PreferredAuthenticationMethod>,
    }
}

object! {
    /// `UpdateUserAuthenticationMethodResponseContent`
    UpdateUserAuthenticationMethodResponseContent (type_: CreatedAuthenticationMethodType) {
        /// (format `authenticator-id`)
        id "id": Option<String>,
        type_ "type": CreatedAuthenticationMethodType,
        name "name": Option<String>,
        totp_secret "totp_secret": Option<String>,
        /// (2 to 30 characters)
        phone_number "phone_number": Option<String>,
        email "email": Option<String>,
        authentication_methods "authentication_methods": Option<Vec<UserAuthenticationMethodProperties>>,
        preferred_authentication_method "preferred_authentication_method": Option<PreferredAuthenticationMethod>,
        key_id "key_id": Option<String>,
        public_key "public_key": Option<String>,
        aaguid "aaguid": Option<String>,
        relying_party_identifier "relying_party_identifier": Option<String>,
        confirmed "confirmed": Option<bool>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
    }
}

object! {
    /// `UpdateUserRequestContent`
    UpdateUserRequestContent {
        blocked "blocked": Option<bool>,
        email_verified "email_verified": Option<bool>,
        /// (format `email`)
        email "email": Nullable<String>,
        phone_number "phone_number": Nullable<String>,
        phone_verified "phone_verified": Option<bool>,
        user_metadata "user_metadata": Nullable<Map<String, Value>>,
        app_metadata "app_metadata": Nullable<Map<String, Value>>,
        /// (1 to 150 characters)
        given_name "given_name": Nullable<String>,
        /// (1 to 150 characters)
        family_name "family_name": Nullable<String>,
        /// (1 to 300 characters)
        name "name": Nullable<String>,
        /// (1 to 300 characters)
        nickname "nickname": Nullable<String>,
        /// (format `strict-uri`)
        picture "picture": Nullable<String>,
        verify_email "verify_email": Option<bool>,
        verify_phone_number "verify_phone_number": Option<bool>,
        /// (at least 1 characters)
        password "password": Nullable<String>,
        /// (at least 1 characters)
        connection "connection": Option<String>,
        /// (at least 1 characters)
        client_id "client_id": Option<ClientId>,
        /// (1 to 128 characters)
        username "username": Nullable<String>,
    }
}

object! {
    /// `User`
    User {
        user_id "user_id": Option<UserId>,
        /// (format `email`)
        email "email": Option<String>,
        email_verified "email_verified": Option<bool>,
        username "username": Option<String>,
        phone_number "phone_number": Option<String>,
        phone_verified "phone_verified": Option<bool>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
        identities "identities": Option<Vec<UserIdentitySchema>>,
        app_metadata "app_metadata": Option<Map<String, Value>>,
        user_metadata "user_metadata": Option<Map<String, Value>>,
        picture "picture": Option<String>,
        name "name": Option<String>,
        nickname "nickname": Option<String>,
        multifactor "multifactor": Option<Vec<String>>,
        /// (format `date-time`)
        multifactor_last_modified "multifactor_last_modified": Option<String>,
        last_ip "last_ip": Option<String>,
        /// (format `date-time`)
        last_login "last_login": Option<String>,
        /// (format `date-time`)
        last_password_reset "last_password_reset": Option<String>,
        logins_count "logins_count": Option<i64>,
        blocked "blocked": Option<bool>,
        given_name "given_name": Option<String>,
        family_name "family_name": Option<String>,
    } in_union
}

object! {
    /// `UserAuthenticationMethod`
    UserAuthenticationMethod (id: String, type_: AuthenticationMethodType, created_at: String) {
        id "id": String,
        type_ "type": AuthenticationMethodType,
        confirmed "confirmed": Option<bool>,
        /// (at most 20 characters)
        name "name": Option<String>,
        authentication_methods "authentication_methods": Option<Vec<UserAuthenticationMethodProperties>>,
        preferred_authentication_method "preferred_authentication_method": Option<PreferredAuthenticationMethod>,
        link_id "link_id": Option<String>,
        phone_number "phone_number": Option<String>,
        email "email": Option<String>,
        key_id "key_id": Option<String>,
        public_key "public_key": Option<String>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        enrolled_at "enrolled_at": Option<String>,
        /// (format `date-time`)
        last_auth_at "last_auth_at": Option<String>,
        credential_device_type "credential_device_type": Option<String>,
        credential_backed_up "credential_backed_up": Option<bool>,
        identity_user_id "identity_user_id": Option<String>,
        user_agent "user_agent": Option<String>,
        user_handle "user_handle": Option<String>,
        transports "transports": Option<Vec<String>>,
        aaguid "aaguid": Option<String>,
        relying_party_identifier "relying_party_identifier": Option<String>,
    } in_union
}

object! {
    /// `UserAuthenticationMethodProperties`
    UserAuthenticationMethodProperties {
        type_ "type": Option<UserAuthenticationMethodPropertiesEnum>,
        /// (format `authenticator-id`)
        id "id": Option<String>,
    }
}

string_enum! {
    /// `UserAuthenticationMethodPropertiesEnum`
    UserAuthenticationMethodPropertiesEnum {
        Totp = "totp",
        Push = "push",
        Sms = "sms",
        Voice = "voice",
    }
}

object! {
    /// `UserEffectivePermission`
    UserEffectivePermission {
        resource_server_identifier "resource_server_identifier": Option<String>,
        permission_name "permission_name": Option<String>,
        resource_server_name "resource_server_name": Option<String>,
        description "description": Option<String>,
        sources "sources": Option<Vec<UserEffectivePermissionSource>>,
    }
}

object! {
    /// `UserEffectivePermissionRoleSource`
    UserEffectivePermissionRoleSource {
        id "id": Option<String>,
        name "name": Option<String>,
        description "description": Option<String>,
        sources "sources": Option<Vec<UserEffectivePermissionRoleSourceEnum>>,
    }
}

string_enum! {
    /// `UserEffectivePermissionRoleSourceEnum`
    UserEffectivePermissionRoleSourceEnum {
        Direct = "direct",
        Groups = "groups",
    }
}

string_enum! {
    /// `UserEffectivePermissionSource`
    UserEffectivePermissionSource {
        Direct = "direct",
        Roles = "roles",
    }
}

object! {
    /// `UserEffectiveRole`
    UserEffectiveRole (id: String, name: String, description: String, sources: Vec<UserEffectiveRoleSource>) {
        id "id": String,
        name "name": String,
        description "description": String,
        sources "sources": Vec<UserEffectiveRoleSource>,
    }
}

string_enum! {
    /// `UserEffectiveRoleSource`
    UserEffectiveRoleSource {
        Direct = "direct",
        Groups = "groups",
    }
}

string_enum! {
    /// `UserEnrollmentAuthMethod`
    UserEnrollmentAuthMethod {
        Authenticator = "authenticator",
        Guardian = "guardian",
        Sms = "sms",
        WebauthnPlatform = "webauthn-platform",
        WebauthnRoaming = "webauthn-roaming",
    }
}

string_enum! {
    /// `UserEnrollmentStatus`
    UserEnrollmentStatus {
        Pending = "pending",
        Confirmed = "confirmed",
    }
}

union! {
    /// `UserGroups`
    UserGroups {
        List(Vec<UserGroupsResponseSchema>),
        Paginated(UserGroupsPaginated),
    }
}

envelope! { union UserGroups: UserGroupsResponseSchema, List Paginated }

object! {
    /// `UserGroupsPaginated`
    UserGroupsPaginated (groups: Vec<UserGroupsResponseSchema>) {
        groups "groups": Vec<UserGroupsResponseSchema>,
        next "next": Option<String>,
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
    } in_union
}

envelope! { object UserGroupsPaginated.groups: UserGroupsResponseSchema, total total, next next }

object! {
    /// `UserGroupsResponseSchema`
    UserGroupsResponseSchema {
        /// (18 to 26 characters)
        id "id": Option<String>,
        /// (1 to 128 characters)
        name "name": Option<String>,
        /// (at most 256 characters)
        external_id "external_id": Option<String>,
        /// (format `connection-id`)
        connection_id "connection_id": Option<ConnectionId>,
        /// (at least 3 characters)
        tenant_name "tenant_name": Option<String>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
        /// (format `date-time`)
        membership_created_at "membership_created_at": Option<String>,
    } in_union
}

object! {
    /// `UserIdentity`
    UserIdentity (connection: String, user_id: IdentityUserId, provider: String) {
        connection "connection": String,
        user_id "user_id": IdentityUserId,
        provider "provider": String,
        profile_data "profileData": Option<UserProfileData>,
        is_social "isSocial": Option<bool>,
        access_token "access_token": Option<String>,
        access_token_secret "access_token_secret": Option<String>,
        refresh_token "refresh_token": Option<String>,
    }
}

string_enum! {
    /// `UserIdentityProvider`
    UserIdentityProvider {
        Ad = "ad",
        Adfs = "adfs",
        Amazon = "amazon",
        Apple = "apple",
        Dropbox = "dropbox",
        Bitbucket = "bitbucket",
        Auth0Oidc = "auth0-oidc",
        Auth0 = "auth0",
        Baidu = "baidu",
        Bitly = "bitly",
        Box = "box",
        Custom = "custom",
        Daccount = "daccount",
        Dwolla = "dwolla",
        Email = "email",
        EvernoteSandbox = "evernote-sandbox",
        Evernote = "evernote",
        Exact = "exact",
        Facebook = "facebook",
        Fitbit = "fitbit",
        Github = "github",
        GoogleApps = "google-apps",
        GoogleOauth2 = "google-oauth2",
        Instagram = "instagram",
        Ip = "ip",
        Line = "line",
        Linkedin = "linkedin",
        Oauth1 = "oauth1",
        Oauth2 = "oauth2",
        Office365 = "office365",
        Oidc = "oidc",
        Okta = "okta",
        Paypal = "paypal",
        PaypalSandbox = "paypal-sandbox",
        Pingfederate = "pingfederate",
        Planningcenter = "planningcenter",
        SalesforceCommunity = "salesforce-community",
        SalesforceSandbox = "salesforce-sandbox",
        Salesforce = "salesforce",
        Samlp = "samlp",
        Sharepoint = "sharepoint",
        Shopify = "shopify",
        Shop = "shop",
        Sms = "sms",
        Soundcloud = "soundcloud",
        Thirtysevensignals = "thirtysevensignals",
        Twitter = "twitter",
        Untappd = "untappd",
        Vkontakte = "vkontakte",
        Waad = "waad",
        Weibo = "weibo",
        Windowslive = "windowslive",
        Wordpress = "wordpress",
        Yahoo = "yahoo",
        Yandex = "yandex",
    }
}

object! {
    /// `UserIdentitySchema`
    UserIdentitySchema {
        connection "connection": Option<String>,
        user_id "user_id": Option<IdentityUserId>,
        provider "provider": Option<UserIdentityProvider>,
        is_social "isSocial": Option<bool>,
        access_token "access_token": Option<String>,
        access_token_secret "access_token_secret": Option<String>,
        refresh_token "refresh_token": Option<String>,
        profile_data "profileData": Option<UserProfileData>,
    }
}

string_enum! {
    /// `UserMultifactorProvider`
    UserMultifactorProvider {
        Duo = "duo",
        GoogleAuthenticator = "google-authenticator",
    }
}

object! {
    /// `UserPermission`
    UserPermission {
        sources "sources": Option<Value>,
        resource_server_identifier "resource_server_identifier": Option<String>,
        permission_name "permission_name": Option<String>,
        resource_server_name "resource_server_name": Option<String>,
        description "description": Option<String>,
    } in_union
}

object! {
    /// `UserProfileData`
    UserProfileData {
        email "email": Option<String>,
        email_verified "email_verified": Option<bool>,
        name "name": Option<String>,
        username "username": Option<String>,
        given_name "given_name": Option<String>,
        phone_number "phone_number": Option<String>,
        phone_verified "phone_verified": Option<bool>,
        family_name "family_name": Option<String>,
    }
}

object! {
    /// `UsersEnrollment`
    UsersEnrollment {
        id "id": Option<String>,
        status "status": Option<UserEnrollmentStatus>,
        type_ "type": Option<String>,
        /// (at most 20 characters)
        name "name": Option<String>,
        identifier "identifier": Option<String>,
        phone_number "phone_number": Option<String>,
        auth_method "auth_method": Option<UserEnrollmentAuthMethod>,
        /// (format `date-time`)
        enrolled_at "enrolled_at": Option<String>,
        /// (format `date-time`)
        last_auth "last_auth": Option<String>,
    }
}
