// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The groups of operations, each a handle.

use doorward_api::management::*;
use doorward_api::wire::prelude::arguments::*;

use crate::api_client::{handles, roots};

roots! {
    Management
    flows Flows;
    forms Forms;
}

handles! {
    /// `flows`
    Flows of Management
    {
        create CreateFlow "POST /flows" (body: CreateFlowRequestContent);
        delete DeleteFlow "DELETE /flows/{id}" (id: FlowId);
        get GetFlow "GET /flows/{id}" (id: FlowId);
        list ListFlows "GET /flows" ();
        update UpdateFlow "PATCH /flows/{id}" (id: FlowId, body: UpdateFlowRequestContent);
    }
    {
        executions FlowsExecutions;
        vault FlowsVault;
    }
}

handles! {
    /// `flows.executions`
    FlowsExecutions of Management
    {
        delete DeleteFlowExecution "DELETE /flows/{flow_id}/executions/{execution_id}" (flow_id: FlowId, execution_id: FlowExecutionId);
        get GetFlowExecution "GET /flows/{flow_id}/executions/{execution_id}" (flow_id: FlowId, execution_id: FlowExecutionId);
        list ListFlowExecutions "GET /flows/{flow_id}/executions" (flow_id: FlowId);
    }
    {
    }
}

handles! {
    /// `flows.vault`
    FlowsVault of Management
    {
    }
    {
        connections FlowsVaultConnections;
    }
}

handles! {
    /// `flows.vault.connections`
    FlowsVaultConnections of Management
    {
        create CreateFlowVaultConnection "POST /flows/vault/connections" (body: CreateFlowsVaultConnectionRequestContent);
        delete DeleteFlowVaultConnection "DELETE /flows/vault/connections/{id}" (id: ConnectionId);
        get GetFlowVaultConnection "GET /flows/vault/connections/{id}" (id: ConnectionId);
        list ListFlowVaultConnections "GET /flows/vault/connections" ();
        update UpdateFlowVaultConnection "PATCH /flows/vault/connections/{id}" (id: ConnectionId, body: UpdateFlowsVaultConnectionRequestContent);
    }
    {
    }
}

handles! {
    /// `forms`
    Forms of Management
    {
        create CreateForm "POST /forms" (body: CreateFormRequestContent);
        delete DeleteForm "DELETE /forms/{id}" (id: String);
        get GetForm "GET /forms/{id}" (id: String);
        list ListForms "GET /forms" ();
        update UpdateForm "PATCH /forms/{id}" (id: String, body: UpdateFormRequestContent);
    }
    {
    }
}
