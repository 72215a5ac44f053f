// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `eventStreams` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    CreateEventStream of Management "eventStreams.create" POST "/event-streams"
    ["create:event_streams"] -> EventStream
    {
        body body "body": CreateEventStreamBody,
    }
    {}
}

operation! {
    DeleteEventStream of Management "eventStreams.delete" DELETE "/event-streams/{id}"
    ["delete:event_streams"] -> NoContent
    {
        path id "id": EventStreamId,
    }
    {}
}

operation! {
    GetEventStreamDeliveryHistory of Management "eventStreams.deliveries.getHistory" GET "/event-streams/{id}/deliveries/{event_id}"
    ["read:event_deliveries"] -> EventStreamDelivery
    {
        path id "id": EventStreamId,
        path event_id "event_id": EventId,
    }
    {}
}

operation! {
    ListEventStreamDeliveries of Management "eventStreams.deliveries.list" GET "/event-streams/{id}/deliveries"
    ["read:event_streams", "read:event_deliveries"] -> Vec<EventStreamDelivery>
    {
        path id "id": EventStreamId,
    }
    {
        query statuses "statuses": Option<String>,
        query event_types "event_types": Option<String>,
        query date_from "date_from": Option<String>,
        query date_to "date_to": Option<String>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListEventStreamDeliveries: EventStreamDelivery, by_cursor }

operation! {
    GetEventStream of Management "eventStreams.get" GET "/event-streams/{id}"
    ["read:event_streams"] -> EventStream
    {
        path id "id": EventStreamId,
    }
    {}
}

operation! {
    ListEventStreams of Management "eventStreams.list" GET "/event-streams"
    ["read:event_streams"] -> ListEventStreamsResponseContent
    {}
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListEventStreams: EventStream, by_cursor }

operation! {
    CreateEventStreamRedelivery of Management "eventStreams.redeliveries.create" POST "/event-streams/{id}/redeliver"
    ["update:event_deliveries"] -> EventStreamRedelivery
    {
        path id "id": EventStreamId,
        body body "body": CreateEventStreamRedeliveryRequestContent,
    }
    {}
}

operation! {
    CreateEventStreamRedeliveryById of Management "eventStreams.redeliveries.createById" POST "/event-streams/{id}/redeliver/{event_id}"
    ["update:event_deliveries"] -> NoContent
    {
        path id "id": EventStreamId,
        path event_id "event_id": EventId,
    }
    {}
}

operation! {
    TestEventStreams of Management "eventStreams.test" POST "/event-streams/{id}/test"
    ["update:event_streams"] -> EventStreamDelivery
    {
        path id "id": EventStreamId,
        body body "body": CreateEventStreamTestEventRequestContent,
    }
    {}
}

operation! {
    UpdateEventStream of Management "eventStreams.update" PATCH "/event-streams/{id}"
    ["update:event_streams"] -> EventStream
    {
        path id "id": EventStreamId,
        body body "body": UpdateEventStreamRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateEventStream>(),
    NamedOperation::of::<DeleteEventStream>(),
    NamedOperation::of::<GetEventStreamDeliveryHistory>(),
    NamedOperation::of::<ListEventStreamDeliveries>(),
    NamedOperation::of::<GetEventStream>(),
    NamedOperation::of::<ListEventStreams>(),
    NamedOperation::of::<CreateEventStreamRedelivery>(),
    NamedOperation::of::<CreateEventStreamRedeliveryById>(),
    NamedOperation::of::<TestEventStreams>(),
    NamedOperation::of::<UpdateEventStream>(),
];

object! {
    /// `CreateEventStreamActionRequestContent`
    CreateEventStreamActionRequestContent (destination: EventStreamActionDestination) {
        /// (1 to 128 characters)
        name "name": Option<String>,
        /// (at least 1 items)
        subscriptions "subscriptions": Option<Vec<EventStreamSubscription>>,
        destination "destination": EventStreamActionDestination,
        /// (at most 8 characters)
        status "status": Option<EventStreamStatus>,
    } in_union
}

union! {
    /// `CreateEventStreamBody`
    CreateEventStreamBody {
        CreateEventStreamWebHookRequestContent(Box<CreateEventStreamWebHookRequestContent>),
        CreateEventStreamEventBridgeRequestContent(Box<CreateEventStreamEventBridgeRequestContent>),
        CreateEventStreamActionRequestContent(Box<CreateEventStreamActionRequestContent>),
    }
}

object! {
    /// `CreateEventStreamEventBridgeRequestContent`
    CreateEventStreamEventBridgeRequestContent (destination: EventStreamEventBridgeDestination) {
        /// (1 to 128 characters)
        name "name": Option<String>,
        /// (at least 1 items)
        subscriptions "subscriptions": Option<Vec<EventStreamSubscription>>,
        destination "destination": EventStreamEventBridgeDestination,
        /// (at most 8 characters)
        status "status": Option<EventStreamStatus>,
    } in_union
}

object! {
    /// `CreateEventStreamRedeliveryRequestContent`
    CreateEventStreamRedeliveryRequestContent {
        /// (at most 20 characters, format `date-time`)
        date_from "date_from": Option<String>,
        /// (at most 20 characters, format `date-time`)
        date_to "date_to": Option<String>,
        statuses "statuses": Option<Vec<EventStreamDeliveryStatus>>,
        event_types "event_types": Option<Vec<EventStreamEventType>>,
    }
}

object! {
    /// `CreateEventStreamTestEventRequestContent`
    CreateEventStreamTestEventRequestContent (event_type: EventStreamTestEventType) {
        /// (at most 33 characters)
        event_type "event_type": EventStreamTestEventType,
        data "data": Option<Map<String, Value>>,
    }
}

object! {
    /// `CreateEventStreamWebHookRequestContent`
    CreateEventStreamWebHookRequestContent (destination: EventStreamWebhookDestination) {
        /// (1 to 128 characters)
        name "name": Option<String>,
        /// (at least 1 items)
        subscriptions "subscriptions": Option<Vec<EventStreamSubscription>>,
        destination "destination": EventStreamWebhookDestination,
        /// (at most 8 characters)
        status "status": Option<EventStreamStatus>,
    } in_union
}

union! {
    /// `EventStream`
    EventStream {
        Webhook(Box<EventStreamWebhook>),
        EventBridge(Box<EventStreamEventBridge>),
        Action(Box<EventStreamAction>),
    }
}

object! {
    /// `EventStreamAction`
    EventStreamAction {
        /// (26 to 26 characters, format `event-stream-id`)
        id "id": Option<EventStreamId>,
        /// (1 to 128 characters)
        name "name": Option<String>,
        /// (at least 1 items)
        subscriptions "subscriptions": Option<Vec<EventStreamSubscription>>,
        destination "destination": Option<EventStreamActionDestination>,
        /// (at most 8 characters)
        status "status": Option<EventStreamStatus>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
    } in_union
}

object! {
    /// `EventStreamActionConfiguration`
    EventStreamActionConfiguration (action_id: ActionId) {
        action_id "action_id": ActionId,
    }
}

object! {
    /// `EventStreamActionDestination`
    EventStreamActionDestination (type_: EventStreamActionDestinationType, configuration: EventStreamActionConfiguration) {
        type_ "type": EventStreamActionDestinationType,
        configuration "configuration": EventStreamActionConfiguration,
    } in_union
}

string_enum! {
    /// `EventStreamActionDestinationType`
    EventStreamActionDestinationType {
        Action = "action",
    }
}

object! {
    /// `EventStreamCloudEvent`
    EventStreamCloudEvent {
        /// (26 to 26 characters, format `event-id`)
        id "id": Option<EventId>,
        source "source": Option<String>,
        specversion "specversion": Option<String>,
        type_ "type": Option<String>,
        /// (format `date-time`)
        time "time": Option<String>,
        data "data": Option<String>,
    }
}

object! {
    /// `EventStreamDelivery`
    EventStreamDelivery (id: EventId, event_stream_id: EventStreamId, status: EventStreamDeliveryStatus, event_type: EventStreamDeliveryEventType, attempts: Vec<EventStreamDeliveryAttempt>) {
        id "id": EventId,
        /// (26 to 26 characters, format `event-stream-id`)
        event_stream_id "event_stream_id": EventStreamId,
        /// (at most 6 characters)
        status "status": EventStreamDeliveryStatus,
        /// (at most 33 characters)
        event_type "event_type": EventStreamDeliveryEventType,
        attempts "attempts": Vec<EventStreamDeliveryAttempt>,
        event "event": Option<EventStreamCloudEvent>,
    }
}

object! {
    /// `EventStreamDeliveryAttempt`
    EventStreamDeliveryAttempt (status: EventStreamDeliveryStatus, timestamp: String) {
        /// (at most 6 characters)
        status "status": EventStreamDeliveryStatus,
        /// (format `date-time`)
        timestamp "timestamp": String,
        error_message "error_message": Option<String>,
    }
}

string_enum! {
    /// `EventStreamDeliveryEventType`
    EventStreamDeliveryEventType {
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

string_enum! {
    /// `EventStreamDeliveryStatus`
    EventStreamDeliveryStatus {
        Failed = "failed",
    }
}

union! {
    /// `EventStreamDestinationPatch`
    EventStreamDestinationPatch {
        EventStreamWebhookDestination(Box<EventStreamWebhookDestination>),
        EventStreamActionDestination(Box<EventStreamActionDestination>),
    }
}

object! {
    /// `EventStreamEventBridge`
    EventStreamEventBridge {
        /// (26 to 26 characters, format `event-stream-id`)
        id "id": Option<EventStreamId>,
        /// (1 to 128 characters)
        name "name": Option<String>,
        /// (at least 1 items)
        subscriptions "subscriptions": Option<Vec<EventStreamSubscription>>,
        destination "destination": Option<EventStreamEventBridgeDestination>,
        /// (at most 8 characters)
        status "status": Option<EventStreamStatus>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
    } in_union
}

string_enum! {
    /// `EventStreamEventBridgeAwsRegion`
    EventStreamEventBridgeAwsRegion {
        AfSouth1 = "af-south-1",
        ApEast1 = "ap-east-1",
        ApEast2 = "ap-east-2",
        ApNortheast1 = "ap-northeast-1",
        ApNortheast2 = "ap-northeast-2",
        ApNortheast3 = "ap-northeast-3",
        ApSouth1 = "ap-south-1",
        ApSouth2 = "ap-south-2",
        ApSoutheast1 = "ap-southeast-1",
        ApSoutheast2 = "ap-southeast-2",
        ApSoutheast3 = "ap-southeast-3",
        ApSoutheast4 = "ap-southeast-4",
        ApSoutheast5 = "ap-southeast-5",
        ApSoutheast6 = "ap-southeast-6",
        ApSoutheast7 = "ap-southeast-7",
        CaCentral1 = "ca-central-1",
        CaWest1 = "ca-west-1",
        EuCentral1 = "eu-central-1",
        EuCentral2 = "eu-central-2",
        EuNorth1 = "eu-north-1",
        EuSouth1 = "eu-south-1",
        EuSouth2 = "eu-south-2",
        EuWest1 = "eu-west-1",
        EuWest2 = "eu-west-2",
        EuWest3 = "eu-west-3",
        IlCentral1 = "il-central-1",
        MeCentral1 = "me-central-1",
        MeSouth1 = "me-south-1",
        MxCentral1 = "mx-central-1",
        SaEast1 = "sa-east-1",
        UsGovEast1 = "us-gov-east-1",
        UsGovWest1 = "us-gov-west-1",
        UsEast1 = "us-east-1",
        UsEast2 = "us-east-2",
        UsWest1 = "us-west-1",
        UsWest2 = "us-west-2",
    }
}

object! {
    /// `EventStreamEventBridgeConfiguration`
    EventStreamEventBridgeConfiguration (aws_account_id: String, aws_region: EventStreamEventBridgeAwsRegion) {
        aws_account_id "aws_account_id": String,
        aws_region "aws_region": EventStreamEventBridgeAwsRegion,
        aws_partner_event_source "aws_partner_event_source": Option<String>,
    }
}

object! {
    /// `EventStreamEventBridgeDestination`
    EventStreamEventBridgeDestination (type_: LogStreamEventBridgeEnum, configuration: EventStreamEventBridgeConfiguration) {
        type_ "type": LogStreamEventBridgeEnum,
        configuration "configuration": EventStreamEventBridgeConfiguration,
    }
}

string_enum! {
    /// `EventStreamEventType`
    EventStreamEventType {
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

object! {
    /// `EventStreamRedelivery`
    EventStreamRedelivery {
        /// (at most 20 characters, format `date-time`)
        date_from "date_from": Option<String>,
        /// (at most 20 characters, format `date-time`)
        date_to "date_to": Option<String>,
        statuses "statuses": Option<Vec<EventStreamDeliveryStatus>>,
        event_types "event_types": Option<Vec<EventStreamEventType>>,
    }
}

string_enum! {
    /// `EventStreamStatus`
    EventStreamStatus {
        Enabled = "enabled",
        Disabled = "disabled",
    }
}

object! {
    /// `EventStreamSubscription`
    EventStreamSubscription {
        event_type "event_type": Option<String>,
    }
}

string_enum! {
    /// `EventStreamTestEventType`
    EventStreamTestEventType {
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

object! {
    /// `EventStreamWebhook`
    EventStreamWebhook {
        /// (26 to 26 characters, format `event-stream-id`)
        id "id": Option<EventStreamId>,
        /// (1 to 128 characters)
        name "name": Option<String>,
        /// (at least 1 items)
        subscriptions "subscriptions": Option<Vec<EventStreamSubscription>>,
        destination "destination": Option<EventStreamWebhookDestination>,
        /// (at most 8 characters)
        status "status": Option<EventStreamStatus>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
    } in_union
}

union! {
    /// `EventStreamWebhookAuthorizationResponse`
    EventStreamWebhookAuthorizationResponse {
        EventStreamWebhookBasicAuth(EventStreamWebhookBasicAuth),
        EventStreamWebhookBearerAuth(EventStreamWebhookBearerAuth),
        EventStreamWebhookCustomHeaderAuth(EventStreamWebhookCustomHeaderAuth),
    }
}

object! {
    /// `EventStreamWebhookBasicAuth`
    EventStreamWebhookBasicAuth (method: EventStreamWebhookBasicAuthMethod, username: String) {
        method "method": EventStreamWebhookBasicAuthMethod,
        /// (at most 128 characters)
        username "username": String,
    } in_union
}

string_enum! {
    /// `EventStreamWebhookBasicAuthMethod`
    EventStreamWebhookBasicAuthMethod {
        Basic = "basic",
    }
}

object! {
    /// `EventStreamWebhookBearerAuth`
    EventStreamWebhookBearerAuth (method: EventStreamWebhookBearerAuthMethod) {
        method "method": EventStreamWebhookBearerAuthMethod,
    } in_union
}

string_enum! {
    /// `EventStreamWebhookBearerAuthMethod`
    EventStreamWebhookBearerAuthMethod {
        Bearer = "bearer",
    }
}

object! {
    /// `EventStreamWebhookConfiguration`
    EventStreamWebhookConfiguration (webhook_endpoint: String, webhook_authorization: EventStreamWebhookAuthorizationResponse) {
        webhook_endpoint "webhook_endpoint": String,
        webhook_authorization "webhook_authorization": EventStreamWebhookAuthorizationResponse,
    }
}

object! {
    /// `EventStreamWebhookCustomHeaderAuth`
    EventStreamWebhookCustomHeaderAuth (method: EventStreamWebhookCustomHeaderAuthMethod, header_key: String) {
        method "method": EventStreamWebhookCustomHeaderAuthMethod,
        /// (at least 1 characters)
        header_key "header_key": String,
    } in_union
}

string_enum! {
    /// `EventStreamWebhookCustomHeaderAuthMethod`
    EventStreamWebhookCustomHeaderAuthMethod {
        CustomHeader = "custom_header",
    }
}

object! {
    /// `EventStreamWebhookDestination`
    EventStreamWebhookDestination (type_: EventStreamWebhookDestinationType, configuration: EventStreamWebhookConfiguration) {
        type_ "type": EventStreamWebhookDestinationType,
        configuration "configuration": EventStreamWebhookConfiguration,
    } in_union
}

string_enum! {
    /// `EventStreamWebhookDestinationType`
    EventStreamWebhookDestinationType {
        Webhook = "webhook",
    }
}

object! {
    /// `ListEventStreamsResponseContent`
    ListEventStreamsResponseContent {
        event_streams "eventStreams": Option<Vec<EventStream>>,
        next "next": Option<String>,
    }
}

envelope! { object ListEventStreamsResponseContent.event_streams: EventStream, next next }

object! {
    /// `UpdateEventStreamRequestContent`
    UpdateEventStreamRequestContent {
        /// (1 to 128 characters)
        name "name": Option<String>,
        subscriptions "subscriptions": Option<Vec<EventStreamSubscription>>,
        destination "destination": Option<EventStreamDestinationPatch>,
        /// (at most 8 characters)
        status "status": Option<EventStreamStatus>,
    }
}
