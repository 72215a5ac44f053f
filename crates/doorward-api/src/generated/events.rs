// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `events` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    SubscribeEvents of Management "events.subscribe" GET "/events"
    ["read:events"] -> EventStreamSubscribeEvents
    {}
    {
        query from "from": Option<String>,
        query from_timestamp "from_timestamp": Option<String>,
        query event_type "event_type": Vec<EventStreamSubscribeEventsEventType>,
    }
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[NamedOperation::of::<SubscribeEvents>()];

string_enum! {
    /// `EventStreamCloudEventA0Purpose`
    EventStreamCloudEventA0Purpose {
        Test = "test",
    }
}

object! {
    /// `EventStreamCloudEventContext`
    EventStreamCloudEventContext (tenant: EventStreamCloudEventContextTenant) {
        client "client": Option<EventStreamCloudEventContextClient>,
        connection "connection": Option<EventStreamCloudEventContextConnection>,
        request "request": Option<EventStreamCloudEventContextRequest>,
        tenant "tenant": EventStreamCloudEventContextTenant,
    }
}

object! {
    /// `EventStreamCloudEventContextClient`
    EventStreamCloudEventContextClient (id: String, name: String, metadata: Map<String, Value>) {
        id "id": String,
        name "name": String,
        metadata "metadata": Map<String, Value>,
    }
}

object! {
    /// `EventStreamCloudEventContextConnection`
    EventStreamCloudEventContextConnection (id: String, name: String, strategy: String) {
        id "id": String,
        name "name": String,
        strategy "strategy": String,
    }
}

object! {
    /// `EventStreamCloudEventContextRequest`
    EventStreamCloudEventContextRequest (geo: EventStreamCloudEventContextRequestGeo, hostname: String, ip: String, method: String, user_agent: String) {
        geo "geo": EventStreamCloudEventContextRequestGeo,
        hostname "hostname": String,
        custom_domain "custom_domain": Option<String>,
        ip "ip": String,
        method "method": String,
        user_agent "user_agent": String,
    }
}

object! {
    /// `EventStreamCloudEventContextRequestGeo`
    EventStreamCloudEventContextRequestGeo {
        continent_code "continent_code": Option<String>,
        country_code "country_code": Option<String>,
        country_name "country_name": Option<String>,
        latitude "latitude": Option<Number>,
        longitude "longitude": Option<Number>,
        subdivision_code "subdivision_code": Option<String>,
        subdivision_name "subdivision_name": Option<String>,
        city_name "city_name": Option<String>,
        time_zone "time_zone": Option<String>,
    }
}

object! {
    /// `EventStreamCloudEventContextTenant`
    EventStreamCloudEventContextTenant (tenant_id: String) {
        tenant_id "tenant_id": String,
    }
}

string_enum! {
    /// `EventStreamCloudEventErrorCode`
    EventStreamCloudEventErrorCode {
        InvalidCursor = "invalid_cursor",
        CursorExpired = "cursor_expired",
        Timeout = "timeout",
        PayloadTooLarge = "payload_too_large",
        ProcessingError = "processing_error",
        ConnectionTimeout = "connection_timeout",
    }
}

object! {
    /// `EventStreamCloudEventErrorDetail`
    EventStreamCloudEventErrorDetail (code: EventStreamCloudEventErrorCode, message: String) {
        code "code": EventStreamCloudEventErrorCode,
        message "message": String,
        offset "offset": Option<String>,
    }
}

object! {
    /// `EventStreamCloudEventErrorMessage`
    EventStreamCloudEventErrorMessage (type_: EventStreamCloudEventErrorMessageType, error: EventStreamCloudEventErrorDetail) {
        type_ "type": EventStreamCloudEventErrorMessageType,
        error "error": EventStreamCloudEventErrorDetail,
    } in_union
}

string_enum! {
    /// `EventStreamCloudEventErrorMessageType`
    EventStreamCloudEventErrorMessageType {
        Error = "error",
    }
}

object! {
    /// `EventStreamCloudEventGroupCreated`
    EventStreamCloudEventGroupCreated (type_: EventStreamCloudEventGroupCreatedType, offset: String, event: EventStreamCloudEventGroupCreatedCloudEvent) {
        type_ "type": EventStreamCloudEventGroupCreatedType,
        offset "offset": String,
        event "event": EventStreamCloudEventGroupCreatedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventGroupCreatedCloudEvent`
    EventStreamCloudEventGroupCreatedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventGroupCreatedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventGroupCreatedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

object! {
    /// `EventStreamCloudEventGroupCreatedData`
    EventStreamCloudEventGroupCreatedData (object: EventStreamCloudEventGroupCreatedObject) {
        object "object": EventStreamCloudEventGroupCreatedObject,
        context "context": Option<EventStreamCloudEventContext>,
    }
}

union! {
    /// `EventStreamCloudEventGroupCreatedObject`
    EventStreamCloudEventGroupCreatedObject {
        EventStreamCloudEventGroupCreatedObject0(Box<EventStreamCloudEventGroupCreatedObject0>),
        EventStreamCloudEventGroupCreatedObject1(Box<EventStreamCloudEventGroupCreatedObject1>),
        EventStreamCloudEventGroupCreatedObject2(Box<EventStreamCloudEventGroupCreatedObject2>),
    }
}

object! {
    /// `EventStreamCloudEventGroupCreatedObject0`
    EventStreamCloudEventGroupCreatedObject0 (id: String, name: String, created_at: String, type_: EventStreamCloudEventGroupCreatedObject0Type, connection_id: ConnectionId) {
        id "id": String,
        name "name": String,
        external_id "external_id": Option<String>,
        /// (format `date-time`)
        created_at "created_at": String,
        type_ "type": EventStreamCloudEventGroupCreatedObject0Type,
        connection_id "connection_id": ConnectionId,
    } in_union
}

string_enum! {
    /// `EventStreamCloudEventGroupCreatedObject0Type`
    EventStreamCloudEventGroupCreatedObject0Type {
        Connection = "connection",
    }
}

object! {
    /// `EventStreamCloudEventGroupCreatedObject1`
    EventStreamCloudEventGroupCreatedObject1 (id: String, name: String, created_at: String, type_: EventStreamCloudEventGroupCreatedObject1Type, organization_id: OrganizationId) {
        id "id": String,
        name "name": String,
        external_id "external_id": Option<String>,
        /// (format `date-time`)
        created_at "created_at": String,
        type_ "type": EventStreamCloudEventGroupCreatedObject1Type,
        organization_id "organization_id": OrganizationId,
    } in_union
}

string_enum! {
    /// `EventStreamCloudEventGroupCreatedObject1Type`
    EventStreamCloudEventGroupCreatedObject1Type {
        Organization = "organization",
    }
}

object! {
    /// `EventStreamCloudEventGroupCreatedObject2`
    EventStreamCloudEventGroupCreatedObject2 (id: String, name: String, created_at: String, type_: EventStreamCloudEventGroupCreatedObject2Type) {
        id "id": String,
        name "name": String,
        external_id "external_id": Option<String>,
        /// (format `date-time`)
        created_at "created_at": String,
        type_ "type": EventStreamCloudEventGroupCreatedObject2Type,
    } in_union
}

string_enum! {
    /// `EventStreamCloudEventGroupCreatedObject2Type`
    EventStreamCloudEventGroupCreatedObject2Type {
        Tenant = "tenant",
    }
}

string_enum! {
    /// `EventStreamCloudEventGroupCreatedType`
    EventStreamCloudEventGroupCreatedType {
        GroupCreated = "group.created",
    }
}

object! {
    /// `EventStreamCloudEventGroupDeleted`
    EventStreamCloudEventGroupDeleted (type_: EventStreamCloudEventGroupDeletedType, offset: String, event: EventStreamCloudEventGroupDeletedCloudEvent) {
        type_ "type": EventStreamCloudEventGroupDeletedType,
        offset "offset": String,
        event "event": EventStreamCloudEventGroupDeletedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventGroupDeletedCloudEvent`
    EventStreamCloudEventGroupDeletedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventGroupDeletedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventGroupDeletedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

object! {
    /// `EventStreamCloudEventGroupDeletedData`
    EventStreamCloudEventGroupDeletedData (object: EventStreamCloudEventGroupDeletedObject) {
        object "object": EventStreamCloudEventGroupDeletedObject,
        context "context": Option<EventStreamCloudEventContext>,
    }
}

union! {
    /// `EventStreamCloudEventGroupDeletedObject`
    EventStreamCloudEventGroupDeletedObject {
        EventStreamCloudEventGroupDeletedObject0(Box<EventStreamCloudEventGroupDeletedObject0>),
        EventStreamCloudEventGroupDeletedObject1(Box<EventStreamCloudEventGroupDeletedObject1>),
        EventStreamCloudEventGroupDeletedObject2(Box<EventStreamCloudEventGroupDeletedObject2>),
    }
}

object! {
    /// `EventStreamCloudEventGroupDeletedObject0`
    EventStreamCloudEventGroupDeletedObject0 (id: String, name: String, created_at: String, type_: EventStreamCloudEventGroupCreatedObject0Type, connection_id: ConnectionId, updated_at: String) {
        id "id": String,
        name "name": String,
        external_id "external_id": Option<String>,
        /// (format `date-time`)
        created_at "created_at": String,
        type_ "type": EventStreamCloudEventGroupCreatedObject0Type,
        connection_id "connection_id": ConnectionId,
        /// (format `date-time`)
        updated_at "updated_at": String,
    } in_union
}

object! {
    /// `EventStreamCloudEventGroupDeletedObject1`
    EventStreamCloudEventGroupDeletedObject1 (id: String, name: String, created_at: String, type_: EventStreamCloudEventGroupCreatedObject1Type, organization_id: OrganizationId, updated_at: String) {
        id "id": String,
        name "name": String,
        external_id "external_id": Option<String>,
        /// (format `date-time`)
        created_at "created_at": String,
        type_ "type": EventStreamCloudEventGroupCreatedObject1Type,
        organization_id "organization_id": OrganizationId,
        /// (format `date-time`)
        updated_at "updated_at": String,
    } in_union
}

object! {
    /// `EventStreamCloudEventGroupDeletedObject2`
    EventStreamCloudEventGroupDeletedObject2 (id: String, name: String, created_at: String, type_: EventStreamCloudEventGroupCreatedObject2Type, updated_at: String) {
        id "id": String,
        name "name": String,
        external_id "external_id": Option<String>,
        /// (format `date-time`)
        created_at "created_at": String,
        type_ "type": EventStreamCloudEventGroupCreatedObject2Type,
        /// (format `date-time`)
        updated_at "updated_at": String,
    } in_union
}

string_enum! {
    /// `EventStreamCloudEventGroupDeletedType`
    EventStreamCloudEventGroupDeletedType {
        GroupDeleted = "group.deleted",
    }
}

object! {
    /// `EventStreamCloudEventGroupMemberAdded`
    EventStreamCloudEventGroupMemberAdded (type_: EventStreamCloudEventGroupMemberAddedType, offset: String, event: EventStreamCloudEventGroupMemberAddedCloudEvent) {
        type_ "type": EventStreamCloudEventGroupMemberAddedType,
        offset "offset": String,
        event "event": EventStreamCloudEventGroupMemberAddedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventGroupMemberAddedCloudEvent`
    EventStreamCloudEventGroupMemberAddedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventGroupMemberAddedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventGroupMemberAddedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

object! {
    /// `EventStreamCloudEventGroupMemberAddedData`
    EventStreamCloudEventGroupMemberAddedData (object: EventStreamCloudEventGroupMemberAddedObject) {
        object "object": EventStreamCloudEventGroupMemberAddedObject,
        context "context": Option<EventStreamCloudEventContext>,
    }
}

object! {
    /// `EventStreamCloudEventGroupMemberAddedObject`
    EventStreamCloudEventGroupMemberAddedObject (group: EventStreamCloudEventGroupMemberAddedObjectGroup, member: EventStreamCloudEventGroupMemberAddedObjectMember) {
        group "group": EventStreamCloudEventGroupMemberAddedObjectGroup,
        member "member": EventStreamCloudEventGroupMemberAddedObjectMember,
    }
}

union! {
    /// `EventStreamCloudEventGroupMemberAddedObjectGroup`
    EventStreamCloudEventGroupMemberAddedObjectGroup {
        EventStreamCloudEventGroupMemberAddedObjectGroup0(EventStreamCloudEventGroupMemberAddedObjectGroup0),
        EventStreamCloudEventGroupMemberAddedObjectGroup1(EventStreamCloudEventGroupMemberAddedObjectGroup1),
        EventStreamCloudEventGroupMemberAddedObjectGroup2(EventStreamCloudEventGroupMemberAddedObjectGroup2),
    }
}

object! {
    /// `EventStreamCloudEventGroupMemberAddedObjectGroup0`
    EventStreamCloudEventGroupMemberAddedObjectGroup0 (id: String, type_: EventStreamCloudEventGroupCreatedObject0Type, connection_id: ConnectionId) {
        id "id": String,
        external_id "external_id": Option<String>,
        type_ "type": EventStreamCloudEventGroupCreatedObject0Type,
        connection_id "connection_id": ConnectionId,
    } in_union
}

object! {
    /// `EventStreamCloudEventGroupMemberAddedObjectGroup1`
    EventStreamCloudEventGroupMemberAddedObjectGroup1 (id: String, type_: EventStreamCloudEventGroupCreatedObject1Type, organization_id: OrganizationId) {
        id "id": String,
        external_id "external_id": Option<String>,
        type_ "type": EventStreamCloudEventGroupCreatedObject1Type,
        organization_id "organization_id": OrganizationId,
    } in_union
}

object! {
    /// `EventStreamCloudEventGroupMemberAddedObjectGroup2`
    EventStreamCloudEventGroupMemberAddedObjectGroup2 (id: String, type_: EventStreamCloudEventGroupCreatedObject2Type) {
        id "id": String,
        external_id "external_id": Option<String>,
        type_ "type": EventStreamCloudEventGroupCreatedObject2Type,
    } in_union
}

union! {
    /// `EventStreamCloudEventGroupMemberAddedObjectMember`
    EventStreamCloudEventGroupMemberAddedObjectMember {
        EventStreamCloudEventGroupMemberAddedObjectMember0(EventStreamCloudEventGroupMemberAddedObjectMember0),
        EventStreamCloudEventGroupMemberAddedObjectMember1(EventStreamCloudEventGroupMemberAddedObjectMember1),
    }
}

object! {
    /// `EventStreamCloudEventGroupMemberAddedObjectMember0`
    EventStreamCloudEventGroupMemberAddedObjectMember0 (member_type: EventStreamCloudEventGroupMemberAddedObjectMember0MemberType, id: String) {
        member_type "member_type": EventStreamCloudEventGroupMemberAddedObjectMember0MemberType,
        id "id": String,
    } in_union
}

string_enum! {
    /// `EventStreamCloudEventGroupMemberAddedObjectMember0MemberType`
    EventStreamCloudEventGroupMemberAddedObjectMember0MemberType {
        User = "user",
    }
}

object! {
    /// `EventStreamCloudEventGroupMemberAddedObjectMember1`
    EventStreamCloudEventGroupMemberAddedObjectMember1 (member_type: EventStreamCloudEventGroupCreatedObject0Type, id: String, type_: String, connection_id: ConnectionId) {
        member_type "member_type": EventStreamCloudEventGroupCreatedObject0Type,
        id "id": String,
        type_ "type": String,
        connection_id "connection_id": ConnectionId,
    } in_union
}

string_enum! {
    /// `EventStreamCloudEventGroupMemberAddedType`
    EventStreamCloudEventGroupMemberAddedType {
        GroupMemberAdded = "group.member.added",
    }
}

object! {
    /// `EventStreamCloudEventGroupMemberDeleted`
    EventStreamCloudEventGroupMemberDeleted (type_: EventStreamCloudEventGroupMemberDeletedType, offset: String, event: EventStreamCloudEventGroupMemberDeletedCloudEvent) {
        type_ "type": EventStreamCloudEventGroupMemberDeletedType,
        offset "offset": String,
        event "event": EventStreamCloudEventGroupMemberDeletedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventGroupMemberDeletedCloudEvent`
    EventStreamCloudEventGroupMemberDeletedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventGroupMemberDeletedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventGroupMemberAddedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

string_enum! {
    /// `EventStreamCloudEventGroupMemberDeletedType`
    EventStreamCloudEventGroupMemberDeletedType {
        GroupMemberDeleted = "group.member.deleted",
    }
}

object! {
    /// `EventStreamCloudEventGroupRoleAssigned`
    EventStreamCloudEventGroupRoleAssigned (type_: EventStreamCloudEventGroupRoleAssignedType, offset: String, event: EventStreamCloudEventGroupRoleAssignedCloudEvent) {
        type_ "type": EventStreamCloudEventGroupRoleAssignedType,
        offset "offset": String,
        event "event": EventStreamCloudEventGroupRoleAssignedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventGroupRoleAssignedCloudEvent`
    EventStreamCloudEventGroupRoleAssignedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventGroupRoleAssignedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventGroupRoleAssignedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

object! {
    /// `EventStreamCloudEventGroupRoleAssignedData`
    EventStreamCloudEventGroupRoleAssignedData (object: EventStreamCloudEventGroupRoleAssignedObject) {
        object "object": EventStreamCloudEventGroupRoleAssignedObject,
        context "context": Option<EventStreamCloudEventContext>,
    }
}

object! {
    /// `EventStreamCloudEventGroupRoleAssignedObject`
    EventStreamCloudEventGroupRoleAssignedObject (group: EventStreamCloudEventGroupMemberAddedObjectGroup, role: EventStreamCloudEventGroupRoleAssignedObjectRole, created_at: String) {
        group "group": EventStreamCloudEventGroupMemberAddedObjectGroup,
        role "role": EventStreamCloudEventGroupRoleAssignedObjectRole,
        /// (format `date-time`)
        created_at "created_at": String,
    }
}

object! {
    /// `EventStreamCloudEventGroupRoleAssignedObjectRole`
    EventStreamCloudEventGroupRoleAssignedObjectRole (id: String, name: String) {
        id "id": String,
        name "name": String,
    }
}

string_enum! {
    /// `EventStreamCloudEventGroupRoleAssignedType`
    EventStreamCloudEventGroupRoleAssignedType {
        GroupRoleAssigned = "group.role.assigned",
    }
}

object! {
    /// `EventStreamCloudEventGroupRoleDeleted`
    EventStreamCloudEventGroupRoleDeleted (type_: EventStreamCloudEventGroupRoleDeletedType, offset: String, event: EventStreamCloudEventGroupRoleDeletedCloudEvent) {
        type_ "type": EventStreamCloudEventGroupRoleDeletedType,
        offset "offset": String,
        event "event": EventStreamCloudEventGroupRoleDeletedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventGroupRoleDeletedCloudEvent`
    EventStreamCloudEventGroupRoleDeletedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventGroupRoleDeletedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventGroupRoleDeletedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

object! {
    /// `EventStreamCloudEventGroupRoleDeletedData`
    EventStreamCloudEventGroupRoleDeletedData (object: EventStreamCloudEventGroupRoleDeletedObject) {
        object "object": EventStreamCloudEventGroupRoleDeletedObject,
        context "context": Option<EventStreamCloudEventContext>,
    }
}

object! {
    /// `EventStreamCloudEventGroupRoleDeletedObject`
    EventStreamCloudEventGroupRoleDeletedObject (group: EventStreamCloudEventGroupMemberAddedObjectGroup, role: EventStreamCloudEventGroupRoleDeletedObjectRole, deleted_at: String) {
        group "group": EventStreamCloudEventGroupMemberAddedObjectGroup,
        role "role": EventStreamCloudEventGroupRoleDeletedObjectRole,
        /// (format `date-time`)
        deleted_at "deleted_at": String,
    }
}

object! {
    /// `EventStreamCloudEventGroupRoleDeletedObjectRole`
    EventStreamCloudEventGroupRoleDeletedObjectRole (id: String) {
        id "id": String,
    }
}

string_enum! {
    /// `EventStreamCloudEventGroupRoleDeletedType`
    EventStreamCloudEventGroupRoleDeletedType {
        GroupRoleDeleted = "group.role.deleted",
    }
}

object! {
    /// `EventStreamCloudEventGroupUpdated`
    EventStreamCloudEventGroupUpdated (type_: EventStreamCloudEventGroupUpdatedType, offset: String, event: EventStreamCloudEventGroupUpdatedCloudEvent) {
        type_ "type": EventStreamCloudEventGroupUpdatedType,
        offset "offset": String,
        event "event": EventStreamCloudEventGroupUpdatedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventGroupUpdatedCloudEvent`
    EventStreamCloudEventGroupUpdatedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventGroupUpdatedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventGroupDeletedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

string_enum! {
    /// `EventStreamCloudEventGroupUpdatedType`
    EventStreamCloudEventGroupUpdatedType {
        GroupUpdated = "group.updated",
    }
}

object! {
    /// `EventStreamCloudEventOffsetOnlyMessage`
    EventStreamCloudEventOffsetOnlyMessage (type_: EventStreamCloudEventOffsetOnlyMessageType, offset: String) {
        type_ "type": EventStreamCloudEventOffsetOnlyMessageType,
        offset "offset": String,
    } in_union
}

string_enum! {
    /// `EventStreamCloudEventOffsetOnlyMessageType`
    EventStreamCloudEventOffsetOnlyMessageType {
        OffsetOnly = "offset-only",
    }
}

object! {
    /// `EventStreamCloudEventOrgConnectionAdded`
    EventStreamCloudEventOrgConnectionAdded (type_: EventStreamCloudEventOrgConnectionAddedType, offset: String, event: EventStreamCloudEventOrgConnectionAddedCloudEvent) {
        type_ "type": EventStreamCloudEventOrgConnectionAddedType,
        offset "offset": String,
        event "event": EventStreamCloudEventOrgConnectionAddedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventOrgConnectionAddedCloudEvent`
    EventStreamCloudEventOrgConnectionAddedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventOrgConnectionAddedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventOrgConnectionAddedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

object! {
    /// `EventStreamCloudEventOrgConnectionAddedData`
    EventStreamCloudEventOrgConnectionAddedData (object: EventStreamCloudEventOrgConnectionAddedObject) {
        object "object": EventStreamCloudEventOrgConnectionAddedObject,
        context "context": Option<EventStreamCloudEventContext>,
    }
}

object! {
    /// `EventStreamCloudEventOrgConnectionAddedObject`
    EventStreamCloudEventOrgConnectionAddedObject (organization: EventStreamCloudEventOrgMemberAddedObjectOrganization, connection: EventStreamCloudEventOrgConnectionAddedObjectConnection) {
        organization "organization": EventStreamCloudEventOrgMemberAddedObjectOrganization,
        connection "connection": EventStreamCloudEventOrgConnectionAddedObjectConnection,
        assign_membership_on_login "assign_membership_on_login": Option<bool>,
        show_as_button "show_as_button": Option<bool>,
        is_signup_enabled "is_signup_enabled": Option<bool>,
    }
}

object! {
    /// `EventStreamCloudEventOrgConnectionAddedObjectConnection`
    EventStreamCloudEventOrgConnectionAddedObjectConnection (id: String) {
        id "id": String,
    }
}

string_enum! {
    /// `EventStreamCloudEventOrgConnectionAddedType`
    EventStreamCloudEventOrgConnectionAddedType {
        OrganizationConnectionAdded = "organization.connection.added",
    }
}

object! {
    /// `EventStreamCloudEventOrgConnectionRemoved`
    EventStreamCloudEventOrgConnectionRemoved (type_: EventStreamCloudEventOrgConnectionRemovedType, offset: String, event: EventStreamCloudEventOrgConnectionRemovedCloudEvent) {
        type_ "type": EventStreamCloudEventOrgConnectionRemovedType,
        offset "offset": String,
        event "event": EventStreamCloudEventOrgConnectionRemovedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventOrgConnectionRemovedCloudEvent`
    EventStreamCloudEventOrgConnectionRemovedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventOrgConnectionRemovedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventOrgConnectionRemovedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

object! {
    /// `EventStreamCloudEventOrgConnectionRemovedData`
    EventStreamCloudEventOrgConnectionRemovedData (object: EventStreamCloudEventOrgConnectionRemovedObject) {
        object "object": EventStreamCloudEventOrgConnectionRemovedObject,
        context "context": Option<EventStreamCloudEventContext>,
    }
}

object! {
    /// `EventStreamCloudEventOrgConnectionRemovedObject`
    EventStreamCloudEventOrgConnectionRemovedObject (organization: EventStreamCloudEventOrgMemberAddedObjectOrganization, connection: EventStreamCloudEventOrgConnectionAddedObjectConnection) {
        organization "organization": EventStreamCloudEventOrgMemberAddedObjectOrganization,
        connection "connection": EventStreamCloudEventOrgConnectionAddedObjectConnection,
    }
}

string_enum! {
    /// `EventStreamCloudEventOrgConnectionRemovedType`
    EventStreamCloudEventOrgConnectionRemovedType {
        OrganizationConnectionRemoved = "organization.connection.removed",
    }
}

object! {
    /// `EventStreamCloudEventOrgConnectionUpdated`
    EventStreamCloudEventOrgConnectionUpdated (type_: EventStreamCloudEventOrgConnectionUpdatedType, offset: String, event: EventStreamCloudEventOrgConnectionUpdatedCloudEvent) {
        type_ "type": EventStreamCloudEventOrgConnectionUpdatedType,
        offset "offset": String,
        event "event": EventStreamCloudEventOrgConnectionUpdatedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventOrgConnectionUpdatedCloudEvent`
    EventStreamCloudEventOrgConnectionUpdatedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventOrgConnectionUpdatedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventOrgConnectionAddedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

string_enum! {
    /// `EventStreamCloudEventOrgConnectionUpdatedType`
    EventStreamCloudEventOrgConnectionUpdatedType {
        OrganizationConnectionUpdated = "organization.connection.updated",
    }
}

object! {
    /// `EventStreamCloudEventOrgCreated`
    EventStreamCloudEventOrgCreated (type_: EventStreamCloudEventOrgCreatedType, offset: String, event: EventStreamCloudEventOrgCreatedCloudEvent) {
        type_ "type": EventStreamCloudEventOrgCreatedType,
        offset "offset": String,
        event "event": EventStreamCloudEventOrgCreatedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventOrgCreatedCloudEvent`
    EventStreamCloudEventOrgCreatedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventOrgCreatedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventOrgCreatedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

object! {
    /// `EventStreamCloudEventOrgCreatedData`
    EventStreamCloudEventOrgCreatedData (object: EventStreamCloudEventOrgCreatedObject) {
        object "object": EventStreamCloudEventOrgCreatedObject,
        context "context": Option<EventStreamCloudEventContext>,
    }
}

object! {
    /// `EventStreamCloudEventOrgCreatedObject`
    EventStreamCloudEventOrgCreatedObject (id: String) {
        name "name": Option<String>,
        id "id": String,
        display_name "display_name": Option<String>,
        metadata "metadata": Option<Map<String, Value>>,
        branding "branding": Option<EventStreamCloudEventOrgCreatedObjectBranding>,
    }
}

object! {
    /// `EventStreamCloudEventOrgCreatedObjectBranding`
    EventStreamCloudEventOrgCreatedObjectBranding {
        /// (format `uri`)
        logo_url "logo_url": Option<String>,
        colors "colors": Option<EventStreamCloudEventOrgCreatedObjectBrandingColors>,
    }
}

object! {
    /// `EventStreamCloudEventOrgCreatedObjectBrandingColors`
    EventStreamCloudEventOrgCreatedObjectBrandingColors {
        primary "primary": Option<String>,
        page_background "page_background": Option<String>,
    }
}

string_enum! {
    /// `EventStreamCloudEventOrgCreatedType`
    EventStreamCloudEventOrgCreatedType {
        OrganizationCreated = "organization.created",
    }
}

object! {
    /// `EventStreamCloudEventOrgDeleted`
    EventStreamCloudEventOrgDeleted (type_: EventStreamCloudEventOrgDeletedType, offset: String, event: EventStreamCloudEventOrgDeletedCloudEvent) {
        type_ "type": EventStreamCloudEventOrgDeletedType,
        offset "offset": String,
        event "event": EventStreamCloudEventOrgDeletedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventOrgDeletedCloudEvent`
    EventStreamCloudEventOrgDeletedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventOrgDeletedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventOrgDeletedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

object! {
    /// `EventStreamCloudEventOrgDeletedData`
    EventStreamCloudEventOrgDeletedData (object: EventStreamCloudEventOrgDeletedObject) {
        object "object": EventStreamCloudEventOrgDeletedObject,
        context "context": Option<EventStreamCloudEventContext>,
    }
}

object! {
    /// `EventStreamCloudEventOrgDeletedObject`
    EventStreamCloudEventOrgDeletedObject (id: String) {
        name "name": Option<String>,
        id "id": String,
        display_name "display_name": Option<String>,
        metadata "metadata": Option<Map<String, Value>>,
    }
}

string_enum! {
    /// `EventStreamCloudEventOrgDeletedType`
    EventStreamCloudEventOrgDeletedType {
        OrganizationDeleted = "organization.deleted",
    }
}

object! {
    /// `EventStreamCloudEventOrgGroupRoleAssigned`
    EventStreamCloudEventOrgGroupRoleAssigned (type_: EventStreamCloudEventOrgGroupRoleAssignedType, offset: String, event: EventStreamCloudEventOrgGroupRoleAssignedCloudEvent) {
        type_ "type": EventStreamCloudEventOrgGroupRoleAssignedType,
        offset "offset": String,
        event "event": EventStreamCloudEventOrgGroupRoleAssignedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventOrgGroupRoleAssignedCloudEvent`
    EventStreamCloudEventOrgGroupRoleAssignedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventOrgGroupRoleAssignedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventOrgGroupRoleAssignedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

object! {
    /// `EventStreamCloudEventOrgGroupRoleAssignedData`
    EventStreamCloudEventOrgGroupRoleAssignedData (object: EventStreamCloudEventOrgGroupRoleAssignedObject) {
        object "object": EventStreamCloudEventOrgGroupRoleAssignedObject,
        context "context": Option<EventStreamCloudEventContext>,
    }
}

object! {
    /// `EventStreamCloudEventOrgGroupRoleAssignedObject`
    EventStreamCloudEventOrgGroupRoleAssignedObject (organization: EventStreamCloudEventOrgGroupRoleDeletedObjectOrganization, role: EventStreamCloudEventGroupRoleAssignedObjectRole, group: EventStreamCloudEventGroupMemberAddedObjectGroup, created_at: String) {
        organization "organization": EventStreamCloudEventOrgGroupRoleDeletedObjectOrganization,
        role "role": EventStreamCloudEventGroupRoleAssignedObjectRole,
        group "group": EventStreamCloudEventGroupMemberAddedObjectGroup,
        /// (format `date-time`)
        created_at "created_at": String,
    }
}

string_enum! {
    /// `EventStreamCloudEventOrgGroupRoleAssignedType`
    EventStreamCloudEventOrgGroupRoleAssignedType {
        OrganizationGroupRoleAssigned = "organization.group.role.assigned",
    }
}

object! {
    /// `EventStreamCloudEventOrgGroupRoleDeleted`
    EventStreamCloudEventOrgGroupRoleDeleted (type_: EventStreamCloudEventOrgGroupRoleDeletedType, offset: String, event: EventStreamCloudEventOrgGroupRoleDeletedCloudEvent) {
        type_ "type": EventStreamCloudEventOrgGroupRoleDeletedType,
        offset "offset": String,
        event "event": EventStreamCloudEventOrgGroupRoleDeletedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventOrgGroupRoleDeletedCloudEvent`
    EventStreamCloudEventOrgGroupRoleDeletedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventOrgGroupRoleDeletedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventOrgGroupRoleDeletedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

object! {
    /// `EventStreamCloudEventOrgGroupRoleDeletedData`
    EventStreamCloudEventOrgGroupRoleDeletedData (object: EventStreamCloudEventOrgGroupRoleDeletedObject) {
        object "object": EventStreamCloudEventOrgGroupRoleDeletedObject,
        context "context": Option<EventStreamCloudEventContext>,
    }
}

object! {
    /// `EventStreamCloudEventOrgGroupRoleDeletedObject`
    EventStreamCloudEventOrgGroupRoleDeletedObject (organization: EventStreamCloudEventOrgGroupRoleDeletedObjectOrganization, role: EventStreamCloudEventGroupRoleDeletedObjectRole, group: EventStreamCloudEventGroupMemberAddedObjectGroup, deleted_at: String) {
        organization "organization": EventStreamCloudEventOrgGroupRoleDeletedObjectOrganization,
        role "role": EventStreamCloudEventGroupRoleDeletedObjectRole,
        group "group": EventStreamCloudEventGroupMemberAddedObjectGroup,
        /// (format `date-time`)
        deleted_at "deleted_at": String,
    }
}

object! {
    /// `EventStreamCloudEventOrgGroupRoleDeletedObjectOrganization`
    EventStreamCloudEventOrgGroupRoleDeletedObjectOrganization (id: String) {
        id "id": String,
    }
}

string_enum! {
    /// `EventStreamCloudEventOrgGroupRoleDeletedType`
    EventStreamCloudEventOrgGroupRoleDeletedType {
        OrganizationGroupRoleDeleted = "organization.group.role.deleted",
    }
}

object! {
    /// `EventStreamCloudEventOrgMemberAdded`
    EventStreamCloudEventOrgMemberAdded (type_: EventStreamCloudEventOrgMemberAddedType, offset: String, event: EventStreamCloudEventOrgMemberAddedCloudEvent) {
        type_ "type": EventStreamCloudEventOrgMemberAddedType,
        offset "offset": String,
        event "event": EventStreamCloudEventOrgMemberAddedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventOrgMemberAddedCloudEvent`
    EventStreamCloudEventOrgMemberAddedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventOrgMemberAddedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventOrgMemberAddedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

object! {
    /// `EventStreamCloudEventOrgMemberAddedData`
    EventStreamCloudEventOrgMemberAddedData (object: EventStreamCloudEventOrgMemberAddedObject) {
        object "object": EventStreamCloudEventOrgMemberAddedObject,
        context "context": Option<EventStreamCloudEventContext>,
    }
}

object! {
    /// `EventStreamCloudEventOrgMemberAddedObject`
    EventStreamCloudEventOrgMemberAddedObject (organization: EventStreamCloudEventOrgMemberAddedObjectOrganization, user: EventStreamCloudEventOrgMemberAddedObjectUser) {
        organization "organization": EventStreamCloudEventOrgMemberAddedObjectOrganization,
        user "user": EventStreamCloudEventOrgMemberAddedObjectUser,
    }
}

object! {
    /// `EventStreamCloudEventOrgMemberAddedObjectOrganization`
    EventStreamCloudEventOrgMemberAddedObjectOrganization (id: String) {
        name "name": Option<String>,
        id "id": String,
    }
}

object! {
    /// `EventStreamCloudEventOrgMemberAddedObjectUser`
    EventStreamCloudEventOrgMemberAddedObjectUser (user_id: UserId) {
        user_id "user_id": UserId,
    }
}

string_enum! {
    /// `EventStreamCloudEventOrgMemberAddedType`
    EventStreamCloudEventOrgMemberAddedType {
        OrganizationMemberAdded = "organization.member.added",
    }
}

object! {
    /// `EventStreamCloudEventOrgMemberDeleted`
    EventStreamCloudEventOrgMemberDeleted (type_: EventStreamCloudEventOrgMemberDeletedType, offset: String, event: EventStreamCloudEventOrgMemberDeletedCloudEvent) {
        type_ "type": EventStreamCloudEventOrgMemberDeletedType,
        offset "offset": String,
        event "event": EventStreamCloudEventOrgMemberDeletedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventOrgMemberDeletedCloudEvent`
    EventStreamCloudEventOrgMemberDeletedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventOrgMemberDeletedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventOrgMemberAddedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

string_enum! {
    /// `EventStreamCloudEventOrgMemberDeletedType`
    EventStreamCloudEventOrgMemberDeletedType {
        OrganizationMemberDeleted = "organization.member.deleted",
    }
}

object! {
    /// `EventStreamCloudEventOrgMemberRoleAssigned`
    EventStreamCloudEventOrgMemberRoleAssigned (type_: EventStreamCloudEventOrgMemberRoleAssignedType, offset: String, event: EventStreamCloudEventOrgMemberRoleAssignedCloudEvent) {
        type_ "type": EventStreamCloudEventOrgMemberRoleAssignedType,
        offset "offset": String,
        event "event": EventStreamCloudEventOrgMemberRoleAssignedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventOrgMemberRoleAssignedCloudEvent`
    EventStreamCloudEventOrgMemberRoleAssignedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventOrgMemberRoleAssignedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventOrgMemberRoleDeletedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

string_enum! {
    /// `EventStreamCloudEventOrgMemberRoleAssignedType`
    EventStreamCloudEventOrgMemberRoleAssignedType {
        OrganizationMemberRoleAssigned = "organization.member.role.assigned",
    }
}

object! {
    /// `EventStreamCloudEventOrgMemberRoleDeleted`
    EventStreamCloudEventOrgMemberRoleDeleted (type_: EventStreamCloudEventOrgMemberRoleDeletedType, offset: String, event: EventStreamCloudEventOrgMemberRoleDeletedCloudEvent) {
        type_ "type": EventStreamCloudEventOrgMemberRoleDeletedType,
        offset "offset": String,
        event "event": EventStreamCloudEventOrgMemberRoleDeletedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventOrgMemberRoleDeletedCloudEvent`
    EventStreamCloudEventOrgMemberRoleDeletedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventOrgMemberRoleDeletedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventOrgMemberRoleDeletedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

object! {
    /// `EventStreamCloudEventOrgMemberRoleDeletedData`
    EventStreamCloudEventOrgMemberRoleDeletedData (object: EventStreamCloudEventOrgMemberRoleDeletedObject) {
        object "object": EventStreamCloudEventOrgMemberRoleDeletedObject,
        context "context": Option<EventStreamCloudEventContext>,
    }
}

object! {
    /// `EventStreamCloudEventOrgMemberRoleDeletedObject`
    EventStreamCloudEventOrgMemberRoleDeletedObject (organization: EventStreamCloudEventOrgGroupRoleDeletedObjectOrganization, user: EventStreamCloudEventOrgMemberAddedObjectUser, role: EventStreamCloudEventGroupRoleAssignedObjectRole) {
        organization "organization": EventStreamCloudEventOrgGroupRoleDeletedObjectOrganization,
        user "user": EventStreamCloudEventOrgMemberAddedObjectUser,
        role "role": EventStreamCloudEventGroupRoleAssignedObjectRole,
    }
}

string_enum! {
    /// `EventStreamCloudEventOrgMemberRoleDeletedType`
    EventStreamCloudEventOrgMemberRoleDeletedType {
        OrganizationMemberRoleDeleted = "organization.member.role.deleted",
    }
}

object! {
    /// `EventStreamCloudEventOrgUpdated`
    EventStreamCloudEventOrgUpdated (type_: EventStreamCloudEventOrgUpdatedType, offset: String, event: EventStreamCloudEventOrgUpdatedCloudEvent) {
        type_ "type": EventStreamCloudEventOrgUpdatedType,
        offset "offset": String,
        event "event": EventStreamCloudEventOrgUpdatedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventOrgUpdatedCloudEvent`
    EventStreamCloudEventOrgUpdatedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventOrgUpdatedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventOrgCreatedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

string_enum! {
    /// `EventStreamCloudEventOrgUpdatedType`
    EventStreamCloudEventOrgUpdatedType {
        OrganizationUpdated = "organization.updated",
    }
}

object! {
    /// `EventStreamCloudEventUserCreated`
    EventStreamCloudEventUserCreated (type_: EventStreamCloudEventUserCreatedType, offset: String, event: EventStreamCloudEventUserCreatedCloudEvent) {
        type_ "type": EventStreamCloudEventUserCreatedType,
        offset "offset": String,
        event "event": EventStreamCloudEventUserCreatedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventUserCreatedCloudEvent`
    EventStreamCloudEventUserCreatedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventUserCreatedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventUserCreatedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

object! {
    /// `EventStreamCloudEventUserCreatedData`
    EventStreamCloudEventUserCreatedData (object: EventStreamCloudEventUserCreatedObject) {
        object "object": EventStreamCloudEventUserCreatedObject,
        context "context": Option<EventStreamCloudEventContext>,
    }
}

object! {
    /// `EventStreamCloudEventUserCreatedObject`
    EventStreamCloudEventUserCreatedObject (user_id: UserId, created_at: String, updated_at: String, identities: Vec<EventStreamCloudEventUserCreatedObjectIdentitiesItem>) {
        user_id "user_id": UserId,
        /// (format `email`)
        email "email": Option<String>,
        email_verified "email_verified": Option<bool>,
        /// (1 to 128 characters)
        username "username": Option<String>,
        phone_number "phone_number": Option<String>,
        phone_verified "phone_verified": Option<bool>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_at "updated_at": String,
        identities "identities": Vec<EventStreamCloudEventUserCreatedObjectIdentitiesItem>,
        app_metadata "app_metadata": Option<Map<String, Value>>,
        user_metadata "user_metadata": Option<Map<String, Value>>,
        /// (format `uri`)
        picture "picture": Option<String>,
        /// (1 to 300 characters)
        name "name": Option<String>,
        /// (1 to 300 characters)
        nickname "nickname": Option<String>,
        multifactor "multifactor": Option<Vec<String>>,
        last_ip "last_ip": Option<String>,
        /// (format `date-time`)
        last_login "last_login": Option<String>,
        logins_count "logins_count": Option<i64>,
        blocked "blocked": Option<bool>,
        /// (1 to 150 characters)
        given_name "given_name": Option<String>,
        /// (1 to 150 characters)
        family_name "family_name": Option<String>,
    }
}

union! {
    /// `EventStreamCloudEventUserCreatedObjectIdentitiesItem`
    EventStreamCloudEventUserCreatedObjectIdentitiesItem {
        Custom(Box<EventStreamCloudEventUserCreatedObjectIdentitiesItemCustom>),
        Database(Box<EventStreamCloudEventUserCreatedObjectIdentitiesItemDatabase>),
        Enterprise(Box<EventStreamCloudEventUserCreatedObjectIdentitiesItemEnterprise>),
        Passwordless(Box<EventStreamCloudEventUserCreatedObjectIdentitiesItemPasswordless>),
        Social(Box<EventStreamCloudEventUserCreatedObjectIdentitiesItemSocial>),
    }
}

object! {
    /// `EventStreamCloudEventUserCreatedObjectIdentitiesItemCustom`
    EventStreamCloudEventUserCreatedObjectIdentitiesItemCustom (connection: String, user_id: EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomUserId, provider: EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomProvider, is_social: bool) {
        connection "connection": String,
        user_id "user_id": EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomUserId,
        profile_data "profileData": Option<EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomProfileData>,
        provider "provider": EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomProvider,
        is_social "isSocial": bool,
    } in_union
}

object! {
    /// `EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomProfileData`
    EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomProfileData {
        /// (format `email`)
        email "email": Option<String>,
        email_verified "email_verified": Option<bool>,
        /// (1 to 300 characters)
        name "name": Option<String>,
        /// (1 to 128 characters)
        username "username": Option<String>,
        /// (1 to 150 characters)
        given_name "given_name": Option<String>,
        /// (1 to 150 characters)
        family_name "family_name": Option<String>,
        phone_number "phone_number": Option<String>,
        phone_verified "phone_verified": Option<bool>,
    }
}

string_enum! {
    /// `EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomProvider`
    EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomProvider {
        Custom = "custom",
    }
}

union! {
    /// `EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomUserId`
    EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomUserId {
        String(String),
        Integer(i64),
    }
}

object! {
    /// `EventStreamCloudEventUserCreatedObjectIdentitiesItemDatabase`
    EventStreamCloudEventUserCreatedObjectIdentitiesItemDatabase (connection: String, user_id: EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomUserId, provider: IdentityProviderOnlyAuth0, is_social: bool) {
        connection "connection": String,
        user_id "user_id": EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomUserId,
        profile_data "profileData": Option<EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomProfileData>,
        provider "provider": IdentityProviderOnlyAuth0,
        is_social "isSocial": bool,
    } in_union
}

object! {
    /// `EventStreamCloudEventUserCreatedObjectIdentitiesItemEnterprise`
    EventStreamCloudEventUserCreatedObjectIdentitiesItemEnterprise (connection: String, user_id: EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomUserId, provider: EventStreamCloudEventUserCreatedObjectIdentitiesItemEnterpriseProvider, is_social: bool) {
        connection "connection": String,
        user_id "user_id": EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomUserId,
        profile_data "profileData": Option<EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomProfileData>,
        provider "provider": EventStreamCloudEventUserCreatedObjectIdentitiesItemEnterpriseProvider,
        is_social "isSocial": bool,
    } in_union
}

string_enum! {
    /// `EventStreamCloudEventUserCreatedObjectIdentitiesItemEnterpriseProvider`
    EventStreamCloudEventUserCreatedObjectIdentitiesItemEnterpriseProvider {
        Ad = "ad",
        Adfs = "adfs",
        GoogleApps = "google-apps",
        Ip = "ip",
        Office365 = "office365",
        Oidc = "oidc",
        Okta = "okta",
        Pingfederate = "pingfederate",
        Samlp = "samlp",
        Sharepoint = "sharepoint",
        Waad = "waad",
    }
}

object! {
    /// `EventStreamCloudEventUserCreatedObjectIdentitiesItemPasswordless`
    EventStreamCloudEventUserCreatedObjectIdentitiesItemPasswordless (connection: String, user_id: EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomUserId, provider: EventStreamCloudEventUserCreatedObjectIdentitiesItemPasswordlessProvider, is_social: bool) {
        connection "connection": String,
        user_id "user_id": EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomUserId,
        profile_data "profileData": Option<EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomProfileData>,
        provider "provider": EventStreamCloudEventUserCreatedObjectIdentitiesItemPasswordlessProvider,
        is_social "isSocial": bool,
    } in_union
}

string_enum! {
    /// `EventStreamCloudEventUserCreatedObjectIdentitiesItemPasswordlessProvider`
    EventStreamCloudEventUserCreatedObjectIdentitiesItemPasswordlessProvider {
        Email = "email",
        Sms = "sms",
    }
}

object! {
    /// `EventStreamCloudEventUserCreatedObjectIdentitiesItemSocial`
    EventStreamCloudEventUserCreatedObjectIdentitiesItemSocial (connection: String, user_id: EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomUserId, provider: EventStreamCloudEventUserCreatedObjectIdentitiesItemSocialProvider, is_social: bool) {
        connection "connection": String,
        user_id "user_id": EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomUserId,
        profile_data "profileData": Option<EventStreamCloudEventUserCreatedObjectIdentitiesItemCustomProfileData>,
        provider "provider": EventStreamCloudEventUserCreatedObjectIdentitiesItemSocialProvider,
        is_social "isSocial": bool,
    } in_union
}

string_enum! {
    /// `EventStreamCloudEventUserCreatedObjectIdentitiesItemSocialProvider`
    EventStreamCloudEventUserCreatedObjectIdentitiesItemSocialProvider {
        Amazon = "amazon",
        Apple = "apple",
        Dropbox = "dropbox",
        Bitbucket = "bitbucket",
        Auth0Oidc = "auth0-oidc",
        Baidu = "baidu",
        Bitly = "bitly",
        Box = "box",
        Daccount = "daccount",
        Dwolla = "dwolla",
        EvernoteSandbox = "evernote-sandbox",
        Evernote = "evernote",
        Exact = "exact",
        Facebook = "facebook",
        Fitbit = "fitbit",
        Github = "github",
        GoogleOauth2 = "google-oauth2",
        Instagram = "instagram",
        Line = "line",
        Linkedin = "linkedin",
        Oauth1 = "oauth1",
        Oauth2 = "oauth2",
        Paypal = "paypal",
        PaypalSandbox = "paypal-sandbox",
        Planningcenter = "planningcenter",
        SalesforceCommunity = "salesforce-community",
        SalesforceSandbox = "salesforce-sandbox",
        Salesforce = "salesforce",
        Shopify = "shopify",
        Soundcloud = "soundcloud",
        Thirtysevensignals = "thirtysevensignals",
        Twitter = "twitter",
        Untapped = "untapped",
        Vkontakte = "vkontakte",
        Weibo = "weibo",
        Windowslive = "windowslive",
        Wordpress = "wordpress",
        Yahoo = "yahoo",
        Yandex = "yandex",
    }
}

string_enum! {
    /// `EventStreamCloudEventUserCreatedType`
    EventStreamCloudEventUserCreatedType {
        UserCreated = "user.created",
    }
}

object! {
    /// `EventStreamCloudEventUserDeleted`
    EventStreamCloudEventUserDeleted (type_: EventStreamCloudEventUserDeletedType, offset: String, event: EventStreamCloudEventUserDeletedCloudEvent) {
        type_ "type": EventStreamCloudEventUserDeletedType,
        offset "offset": String,
        event "event": EventStreamCloudEventUserDeletedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventUserDeletedCloudEvent`
    EventStreamCloudEventUserDeletedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventUserDeletedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventUserDeletedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

object! {
    /// `EventStreamCloudEventUserDeletedData`
    EventStreamCloudEventUserDeletedData (object: EventStreamCloudEventUserDeletedObject) {
        object "object": EventStreamCloudEventUserDeletedObject,
        context "context": Option<EventStreamCloudEventContext>,
    }
}

object! {
    /// `EventStreamCloudEventUserDeletedObject`
    EventStreamCloudEventUserDeletedObject (user_id: UserId, created_at: String, updated_at: String, identities: Vec<EventStreamCloudEventUserCreatedObjectIdentitiesItem>, deleted_at: String) {
        user_id "user_id": UserId,
        /// (format `email`)
        email "email": Option<String>,
        email_verified "email_verified": Option<bool>,
        /// (1 to 128 characters)
        username "username": Option<String>,
        phone_number "phone_number": Option<String>,
        phone_verified "phone_verified": Option<bool>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_at "updated_at": String,
        identities "identities": Vec<EventStreamCloudEventUserCreatedObjectIdentitiesItem>,
        app_metadata "app_metadata": Option<Map<String, Value>>,
        user_metadata "user_metadata": Option<Map<String, Value>>,
        /// (format `uri`)
        picture "picture": Option<String>,
        /// (1 to 300 characters)
        name "name": Option<String>,
        /// (1 to 300 characters)
        nickname "nickname": Option<String>,
        multifactor "multifactor": Option<Vec<String>>,
        last_ip "last_ip": Option<String>,
        /// (format `date-time`)
        last_login "last_login": Option<String>,
        logins_count "logins_count": Option<i64>,
        blocked "blocked": Option<bool>,
        /// (1 to 150 characters)
        given_name "given_name": Option<String>,
        /// (1 to 150 characters)
        family_name "family_name": Option<String>,
        /// (format `date-time`)
        deleted_at "deleted_at": String,
    }
}

string_enum! {
    /// `EventStreamCloudEventUserDeletedType`
    EventStreamCloudEventUserDeletedType {
        UserDeleted = "user.deleted",
    }
}

object! {
    /// `EventStreamCloudEventUserUpdated`
    EventStreamCloudEventUserUpdated (type_: EventStreamCloudEventUserUpdatedType, offset: String, event: EventStreamCloudEventUserUpdatedCloudEvent) {
        type_ "type": EventStreamCloudEventUserUpdatedType,
        offset "offset": String,
        event "event": EventStreamCloudEventUserUpdatedCloudEvent,
    } in_union
}

object! {
    /// `EventStreamCloudEventUserUpdatedCloudEvent`
    EventStreamCloudEventUserUpdatedCloudEvent (..) {
        specversion "specversion": String,
        type_ "type": EventStreamCloudEventUserUpdatedType,
        source "source": String,
        id "id": String,
        /// (format `date-time`)
        time "time": String,
        data "data": EventStreamCloudEventUserCreatedData,
        /// (3 to 63 characters)
        a0tenant "a0tenant": String,
        a0stream "a0stream": String,
        a0purpose "a0purpose": Option<EventStreamCloudEventA0Purpose>,
    }
}

string_enum! {
    /// `EventStreamCloudEventUserUpdatedType`
    EventStreamCloudEventUserUpdatedType {
        UserUpdated = "user.updated",
    }
}

union! {
    /// `EventStreamSubscribeEvents`
    EventStreamSubscribeEvents {
        EventStreamCloudEventGroupCreated(Box<EventStreamCloudEventGroupCreated>),
        EventStreamCloudEventGroupDeleted(Box<EventStreamCloudEventGroupDeleted>),
        EventStreamCloudEventGroupMemberAdded(Box<EventStreamCloudEventGroupMemberAdded>),
        EventStreamCloudEventGroupMemberDeleted(Box<EventStreamCloudEventGroupMemberDeleted>),
        EventStreamCloudEventGroupRoleAssigned(Box<EventStreamCloudEventGroupRoleAssigned>),
        EventStreamCloudEventGroupRoleDeleted(Box<EventStreamCloudEventGroupRoleDeleted>),
        EventStreamCloudEventGroupUpdated(Box<EventStreamCloudEventGroupUpdated>),
        EventStreamCloudEventOrgConnectionAdded(Box<EventStreamCloudEventOrgConnectionAdded>),
        EventStreamCloudEventOrgConnectionRemoved(Box<EventStreamCloudEventOrgConnectionRemoved>),
        EventStreamCloudEventOrgConnectionUpdated(Box<EventStreamCloudEventOrgConnectionUpdated>),
        EventStreamCloudEventOrgCreated(Box<EventStreamCloudEventOrgCreated>),
        EventStreamCloudEventOrgDeleted(Box<EventStreamCloudEventOrgDeleted>),
        EventStreamCloudEventOrgGroupRoleAssigned(Box<EventStreamCloudEventOrgGroupRoleAssigned>),
        EventStreamCloudEventOrgGroupRoleDeleted(Box<EventStreamCloudEventOrgGroupRoleDeleted>),
        EventStreamCloudEventOrgMemberAdded(Box<EventStreamCloudEventOrgMemberAdded>),
        EventStreamCloudEventOrgMemberDeleted(Box<EventStreamCloudEventOrgMemberDeleted>),
        EventStreamCloudEventOrgMemberRoleAssigned(Box<EventStreamCloudEventOrgMemberRoleAssigned>),
        EventStreamCloudEventOrgMemberRoleDeleted(Box<EventStreamCloudEventOrgMemberRoleDeleted>),
        EventStreamCloudEventOrgUpdated(Box<EventStreamCloudEventOrgUpdated>),
        EventStreamCloudEventUserCreated(Box<EventStreamCloudEventUserCreated>),
        EventStreamCloudEventUserDeleted(Box<EventStreamCloudEventUserDeleted>),
        EventStreamCloudEventUserUpdated(Box<EventStreamCloudEventUserUpdated>),
        EventStreamCloudEventErrorMessage(Box<EventStreamCloudEventErrorMessage>),
        EventStreamCloudEventOffsetOnlyMessage(EventStreamCloudEventOffsetOnlyMessage),
    }
}

string_enum! {
    /// `EventStreamSubscribeEventsEventType`
    EventStreamSubscribeEventsEventType {
        GroupCreated = "group.created",
        GroupDeleted = "group.deleted",
        GroupMemberAdded = "group.member.added",
        GroupMemberDeleted = "group.member.deleted",
        GroupRoleAssigned = "group.role.assigned",
        GroupRoleDeleted = "group.role.deleted",
        GroupUpdated = "group.updated",
        OrganizationConnectionAdded = "organization.connection.added",
        OrganizationConnectionRemoved = "organization.connection.removed",
        OrganizationConnectionUpdated = "organization.connection.updated",
        OrganizationCreated = "organization.created",
        OrganizationDeleted = "organization.deleted",
        OrganizationGroupRoleAssigned = "organization.group.role.assigned",
        OrganizationGroupRoleDeleted = "organization.group.role.deleted",
        OrganizationMemberAdded = "organization.member.added",
        OrganizationMemberDeleted = "organization.member.deleted",
        OrganizationMemberRoleAssigned = "organization.member.role.assigned",
        OrganizationMemberRoleDeleted = "organization.member.role.deleted",
        OrganizationUpdated = "organization.updated",
        UserCreated = "user.created",
        UserDeleted = "user.deleted",
        UserUpdated = "user.updated",
    }
}
