// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `agents` and what they speak of.

use crate::wire::prelude::*;

operation! {
    CreateAgent of Management "agents.create" POST "/agents"
    ["create:agents"] -> Agent
    {
        body body "body": CreateAgentRequestContent,
    }
    {}
}

operation! {
    DeleteAgent of Management "agents.delete" DELETE "/agents/{id}"
    ["delete:agents"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    ListAgents of Management "agents.list" GET "/agents"
    ["read:agents"] -> ListAgentsResponseContent
    {}
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListAgents: Agent, by_cursor }

operation! {
    ReadAgent of Management "agents.read" GET "/agents/{id}"
    ["read:agents"] -> Agent
    {
        path id "id": String,
    }
    {}
}

operation! {
    UpdateAgent of Management "agents.update" PATCH "/agents/{id}"
    ["update:agents"] -> Agent
    {
        path id "id": String,
        body body "body": UpdateAgentRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateAgent>(),
    NamedOperation::of::<DeleteAgent>(),
    NamedOperation::of::<ListAgents>(),
    NamedOperation::of::<ReadAgent>(),
    NamedOperation::of::<UpdateAgent>(),
];

object! {
    /// `Agent`
    Agent {
        agent_id "agent_id": Option<String>,
        name "name": Option<String>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
        external_agent_id "external_agent_id": Option<String>,
        metadata "metadata": Option<Map<String, Value>>,
    }
}

object! {
    /// `CreateAgentRequestContent`
    CreateAgentRequestContent (name: String) {
        name "name": String,
        /// (format `client-id`)
        client_id "client_id": Option<ClientId>,
        external_agent_id "external_agent_id": Option<String>,
        metadata "metadata": Option<Map<String, Value>>,
    }
}

object! {
    /// `ListAgentsResponseContent`
    ListAgentsResponseContent {
        agents "agents": Option<Vec<Agent>>,
        next "next": Option<String>,
    }
}

envelope! { object ListAgentsResponseContent.agents: Agent, next next }

object! {
    /// `UpdateAgentRequestContent`
    UpdateAgentRequestContent {
        name "name": Option<String>,
        metadata "metadata": Nullable<Map<String, Value>>,
    }
}
