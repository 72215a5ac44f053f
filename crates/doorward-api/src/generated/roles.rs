// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `roles` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    CreateRole of Management "roles.create" POST "/roles"
    ["create:roles"] -> Role
    {
        body body "body": CreateRoleRequestContent,
    }
    {}
}

operation! {
    DeleteRole of Management "roles.delete" DELETE "/roles/{id}"
    ["delete:roles"] -> NoContent
    {
        path id "id": RoleId,
    }
    {}
}

operation! {
    GetRole of Management "roles.get" GET "/roles/{id}"
    ["read:roles"] -> Role
    {
        path id "id": RoleId,
    }
    {}
}

operation! {
    CreateRoleGroup of Management "roles.groups.create" POST "/roles/{id}/groups"
    ["create:group_roles"] -> NoContent
    {
        path id "id": RoleId,
        body body "body": AssignRoleGroupsRequestContent,
    }
    {}
}

operation! {
    DeleteRoleGroups of Management "roles.groups.delete" DELETE "/roles/{id}/groups"
    ["delete:group_roles"] -> NoContent
    {
        path id "id": RoleId,
        body body "body": DeleteRoleGroupsRequestContent,
    }
    {}
}

operation! {
    GetRoleGroups of Management "roles.groups.get" GET "/roles/{id}/groups"
    ["read:group_roles"] -> ListRoleGroupsResponseContent
    {
        path id "id": RoleId,
    }
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { GetRoleGroups: Group, by_cursor }

operation! {
    ListRoles of Management "roles.list" GET "/roles"
    ["read:roles"] -> ListRolesResponseContent
    {}
    {
        query per_page "per_page": Option<i64>,
        query page "page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query name_filter "name_filter": Option<String>,
        query type_ "type": Option<String>,
        query owner_id "owner_id": Option<String>,
    }
}

list! { ListRoles: Role, by_page_with_totals }

operation! {
    AddRolePermissions of Management "roles.permissions.add" POST "/roles/{id}/permissions"
    ["update:roles"] -> NoContent
    {
        path id "id": RoleId,
        body body "body": AddRolePermissionsRequestContent,
    }
    {}
}

operation! {
    DeleteRolePermissions of Management "roles.permissions.delete" DELETE "/roles/{id}/permissions"
    ["update:roles"] -> NoContent
    {
        path id "id": RoleId,
        body body "body": DeleteRolePermissionsRequestContent,
    }
    {}
}

operation! {
    ListRolePermissions of Management "roles.permissions.list" GET "/roles/{id}/permissions"
    ["read:roles"] -> ListRolePermissionsResponseContent
    {
        path id "id": RoleId,
    }
    {
        query per_page "per_page": Option<i64>,
        query page "page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
    }
}

list! { ListRolePermissions: PermissionsResponsePayload, by_page_with_totals }

operation! {
    UpdateRole of Management "roles.update" PATCH "/roles/{id}"
    ["update:roles"] -> Role
    {
        path id "id": RoleId,
        body body "body": UpdateRoleRequestContent,
    }
    {}
}

operation! {
    AssignRoleUsers of Management "roles.users.assign" POST "/roles/{id}/users"
    ["update:roles", "create:role_members"] -> NoContent
    {
        path id "id": RoleId,
        body body "body": AssignRoleUsersRequestContent,
    }
    {}
}

operation! {
    ListRoleUsers of Management "roles.users.list" GET "/roles/{id}/users"
    ["read:users", "read:roles", "read:role_members"] -> ListRoleUsersResponseContent
    {
        path id "id": RoleId,
    }
    {
        query per_page "per_page": Option<i64>,
        query page "page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListRoleUsers: RoleUser, by_page_with_totals by_cursor }

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateRole>(),
    NamedOperation::of::<DeleteRole>(),
    NamedOperation::of::<GetRole>(),
    NamedOperation::of::<CreateRoleGroup>(),
    NamedOperation::of::<DeleteRoleGroups>(),
    NamedOperation::of::<GetRoleGroups>(),
    NamedOperation::of::<ListRoles>(),
    NamedOperation::of::<AddRolePermissions>(),
    NamedOperation::of::<DeleteRolePermissions>(),
    NamedOperation::of::<ListRolePermissions>(),
    NamedOperation::of::<UpdateRole>(),
    NamedOperation::of::<AssignRoleUsers>(),
    NamedOperation::of::<ListRoleUsers>(),
];

object! {
    /// `AddRolePermissionsRequestContent`
    AddRolePermissionsRequestContent (permissions: Vec<PermissionRequestPayload>) {
        /// (at least 1 items)
        permissions "permissions": Vec<PermissionRequestPayload>,
    }
}

envelope! { object AddRolePermissionsRequestContent.permissions: PermissionRequestPayload }

object! {
    /// `AssignRoleGroupsRequestContent`
    AssignRoleGroupsRequestContent (groups: Vec<String>) {
        /// (at least 1 items)
        groups "groups": Vec<String>,
    }
}

envelope! { object AssignRoleGroupsRequestContent.groups: String }

object! {
    /// `AssignRoleUsersRequestContent`
    AssignRoleUsersRequestContent (users: Vec<UserId>) {
        /// (at most 1000 items)
        users "users": Vec<UserId>,
    }
}

envelope! { object AssignRoleUsersRequestContent.users: UserId }

object! {
    /// `CreateRoleRequestContent`
    CreateRoleRequestContent (name: String) {
        name "name": String,
        description "description": Option<String>,
    }
}

object! {
    /// `DeleteRoleGroupsRequestContent`
    DeleteRoleGroupsRequestContent (groups: Vec<String>) {
        /// (at least 1 items)
        groups "groups": Vec<String>,
    }
}

envelope! { object DeleteRoleGroupsRequestContent.groups: String }

object! {
    /// `DeleteRolePermissionsRequestContent`
    DeleteRolePermissionsRequestContent (permissions: Vec<PermissionRequestPayload>) {
        /// (at least 1 items)
        permissions "permissions": Vec<PermissionRequestPayload>,
    }
}

envelope! { object DeleteRolePermissionsRequestContent.permissions: PermissionRequestPayload }

object! {
    /// `ListRolePermissionsOffsetPaginatedResponseContent`
    ListRolePermissionsOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        permissions "permissions": Option<Vec<PermissionsResponsePayload>>,
    } in_union
}

envelope! { object ListRolePermissionsOffsetPaginatedResponseContent.permissions: PermissionsResponsePayload, total total }

union! {
    /// `ListRolePermissionsResponseContent`
    ListRolePermissionsResponseContent {
        List(Vec<PermissionsResponsePayload>),
        Page(ListRolePermissionsOffsetPaginatedResponseContent),
    }
}

envelope! { union ListRolePermissionsResponseContent: PermissionsResponsePayload, List Page }

object! {
    /// `ListRoleUsersOffsetPaginatedResponseContent`
    ListRoleUsersOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        users "users": Option<Vec<RoleUser>>,
    } in_union
}

envelope! { object ListRoleUsersOffsetPaginatedResponseContent.users: RoleUser, total total }

object! {
    /// `ListRoleUsersPaginatedResponseContent`
    ListRoleUsersPaginatedResponseContent {
        next "next": Option<String>,
        users "users": Option<Vec<RoleUser>>,
    } in_union
}

envelope! { object ListRoleUsersPaginatedResponseContent.users: RoleUser, next next }

union! {
    /// `ListRoleUsersResponseContent`
    ListRoleUsersResponseContent {
        List(Vec<RoleUser>),
        Page(ListRoleUsersOffsetPaginatedResponseContent),
        Checkpoint(ListRoleUsersPaginatedResponseContent),
    }
}

envelope! { union ListRoleUsersResponseContent: RoleUser, List Page Checkpoint }

object! {
    /// `PermissionsResponsePayload`
    PermissionsResponsePayload {
        resource_server_identifier "resource_server_identifier": Option<String>,
        permission_name "permission_name": Option<String>,
        resource_server_name "resource_server_name": Option<String>,
        description "description": Option<String>,
    } in_union
}

object! {
    /// `RoleUser`
    RoleUser {
        user_id "user_id": Option<UserId>,
        picture "picture": Option<String>,
        name "name": Option<String>,
        /// (format `email`)
        email "email": Option<String>,
    } in_union
}

object! {
    /// `UpdateRoleRequestContent`
    UpdateRoleRequestContent {
        name "name": Option<String>,
        description "description": Option<String>,
    }
}
