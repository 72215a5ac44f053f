// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The groups of operations, each a handle.

use doorward_api::management::*;
use doorward_api::wire::prelude::arguments::*;

use crate::api_client::{handles, roots};

roots! {
    Management
    event_streams EventStreams;
    events Events;
    log_streams LogStreams;
    logs Logs;
    stats Stats;
}

handles! {
    /// `eventStreams`
    EventStreams of Management
    {
        create CreateEventStream "POST /event-streams" (body: CreateEventStreamBody);
        delete DeleteEventStream "DELETE /event-streams/{id}" (id: EventStreamId);
        get GetEventStream "GET /event-streams/{id}" (id: EventStreamId);
        list ListEventStreams "GET /event-streams" ();
        test TestEventStreams "POST /event-streams/{id}/test" (id: EventStreamId, body: CreateEventStreamTestEventRequestContent);
        update UpdateEventStream "PATCH /event-streams/{id}" (id: EventStreamId, body: UpdateEventStreamRequestContent);
    }
    {
        deliveries EventStreamsDeliveries;
        redeliveries EventStreamsRedeliveries;
    }
}

handles! {
    /// `eventStreams.deliveries`
    EventStreamsDeliveries of Management
    {
        get_history GetEventStreamDeliveryHistory "GET /event-streams/{id}/deliveries/{event_id}" (id: EventStreamId, event_id: EventId);
        list ListEventStreamDeliveries "GET /event-streams/{id}/deliveries" (id: EventStreamId);
    }
    {
    }
}

handles! {
    /// `eventStreams.redeliveries`
    EventStreamsRedeliveries of Management
    {
        create CreateEventStreamRedelivery "POST /event-streams/{id}/redeliver" (id: EventStreamId, body: CreateEventStreamRedeliveryRequestContent);
        create_by_id CreateEventStreamRedeliveryById "POST /event-streams/{id}/redeliver/{event_id}" (id: EventStreamId, event_id: EventId);
    }
    {
    }
}

handles! {
    /// `events`
    Events of Management
    {
        subscribe SubscribeEvents "GET /events" ();
    }
    {
    }
}

handles! {
    /// `logStreams`
    LogStreams of Management
    {
        create CreateLogStream "POST /log-streams" (body: CreateLogStreamRequestContent);
        delete DeleteLogStream "DELETE /log-streams/{id}" (id: String);
        get GetLogStream "GET /log-streams/{id}" (id: String);
        list ListLogStreams "GET /log-streams" ();
        update UpdateLogStream "PATCH /log-streams/{id}" (id: String, body: UpdateLogStreamRequestContent);
    }
    {
    }
}

handles! {
    /// `logs`
    Logs of Management
    {
        get GetLog "GET /logs/{id}" (id: LogId);
        list ListLogs "GET /logs" ();
    }
    {
    }
}

handles! {
    /// `stats`
    Stats of Management
    {
        get_active_users_count GetStatsActiveUsersCount "GET /stats/active-users" ();
        get_daily GetStatsDaily "GET /stats/daily" ();
    }
    {
    }
}
