// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `groups` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    DeleteGroup of Management "groups.delete" DELETE "/groups/{id}"
    ["delete:groups"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetGroup of Management "groups.get" GET "/groups/{id}"
    ["read:groups"] -> GetGroupResponseContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    ListGroups of Management "groups.list" GET "/groups"
    ["read:groups"] -> ListGroupsResponseContent
    {}
    {
        query connection_id "connection_id": Option<String>,
        query name "name": Option<String>,
        query external_id "external_id": Option<String>,
        query search "search": Option<String>,
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListGroups: Group, by_page_with_totals by_cursor }

operation! {
    GetGroupMembers of Management "groups.members.get" GET "/groups/{id}/members"
    ["read:group_members"] -> GroupMembers
    {
        path id "id": String,
    }
    {
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { GetGroupMembers: GroupMember, by_cursor }

operation! {
    CreateGroupRole of Management "groups.roles.create" POST "/groups/{id}/roles"
    ["create:group_roles"] -> NoContent
    {
        path id "id": String,
        body body "body": AssignGroupRolesRequestContent,
    }
    {}
}

operation! {
    DeleteGroupRoles of Management "groups.roles.delete" DELETE "/groups/{id}/roles"
    ["delete:group_roles"] -> NoContent
    {
        path id "id": String,
        body body "body": DeleteGroupRolesRequestContent,
    }
    {}
}

operation! {
    ListGroupRoles of Management "groups.roles.list" GET "/groups/{id}/roles"
    ["read:group_roles"] -> ListGroupRolesResponseContent
    {
        path id "id": String,
    }
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListGroupRoles: Role, by_cursor }

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<DeleteGroup>(),
    NamedOperation::of::<GetGroup>(),
    NamedOperation::of::<ListGroups>(),
    NamedOperation::of::<GetGroupMembers>(),
    NamedOperation::of::<CreateGroupRole>(),
    NamedOperation::of::<DeleteGroupRoles>(),
    NamedOperation::of::<ListGroupRoles>(),
];

object! {
    /// `AssignGroupRolesRequestContent`
    AssignGroupRolesRequestContent (roles: Vec<RoleId>) {
        /// (at least 1 items)
        roles "roles": Vec<RoleId>,
    }
}

envelope! { object AssignGroupRolesRequestContent.roles: RoleId }

object! {
    /// `DeleteGroupRolesRequestContent`
    DeleteGroupRolesRequestContent (roles: Vec<RoleId>) {
        /// (at least 1 items)
        roles "roles": Vec<RoleId>,
    }
}

envelope! { object DeleteGroupRolesRequestContent.roles: RoleId }

object! {
    /// `GetGroupResponseContent`
    GetGroupResponseContent (id: String, name: String, tenant_name: String, created_at: String, updated_at: String) {
        /// (18 to 26 characters)
        id "id": String,
        /// (1 to 128 characters)
        name "name": String,
        /// (at most 256 characters)
        external_id "external_id": Option<String>,
        /// (format `connection-id`)
        connection_id "connection_id": Option<ConnectionId>,
        /// (at least 3 characters)
        tenant_name "tenant_name": String,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_at "updated_at": String,
    }
}

object! {
    /// `GroupMember`
    GroupMember {
        id "id": Option<String>,
        member_type "member_type": Option<GroupMemberType>,
        type_ "type": Option<GroupType>,
        /// (format `connection-id`)
        connection_id "connection_id": Option<ConnectionId>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
    }
}

string_enum! {
    /// `GroupMemberType`
    GroupMemberType {
        User = "user",
        Group = "group",
    }
}

object! {
    /// `GroupMembers`
    GroupMembers (members: Vec<GroupMember>) {
        members "members": Vec<GroupMember>,
        next "next": Option<String>,
    }
}

envelope! { object GroupMembers.members: GroupMember, next next }

string_enum! {
    /// `GroupType`
    GroupType {
        Connection = "connection",
        Organization = "organization",
        Tenant = "tenant",
    }
}

object! {
    /// `ListGroupsPaginatedResponseContent`
    ListGroupsPaginatedResponseContent (groups: Vec<Group>) {
        groups "groups": Vec<Group>,
        next "next": Option<String>,
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
    } in_union
}

envelope! { object ListGroupsPaginatedResponseContent.groups: Group, total total, next next }

union! {
    /// `ListGroupsResponseContent`
    ListGroupsResponseContent {
        List(Vec<Group>),
        Checkpoint(ListGroupsPaginatedResponseContent),
    }
}

envelope! { union ListGroupsResponseContent: Group, List Checkpoint }
