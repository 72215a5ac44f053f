// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `flows` and what they speak of.

use crate::wire::prelude::*;

operation! {
    CreateFlow of Management "flows.create" POST "/flows"
    ["create:flows"] -> Flow
    {
        body body "body": CreateFlowRequestContent,
    }
    {}
}

operation! {
    DeleteFlow of Management "flows.delete" DELETE "/flows/{id}"
    ["delete:flows"] -> NoContent
    {
        path id "id": FlowId,
    }
    {}
}

operation! {
    DeleteFlowExecution of Management "flows.executions.delete" DELETE "/flows/{flow_id}/executions/{execution_id}"
    ["delete:flows_executions"] -> NoContent
    {
        path flow_id "flow_id": FlowId,
        path execution_id "execution_id": FlowExecutionId,
    }
    {}
}

operation! {
    GetFlowExecution of Management "flows.executions.get" GET "/flows/{flow_id}/executions/{execution_id}"
    ["read:flows_executions"] -> FlowExecution
    {
        path flow_id "flow_id": FlowId,
        path execution_id "execution_id": FlowExecutionId,
    }
    {
        query hydrate "hydrate": Vec<GetFlowExecutionRequestParametersHydrate>,
    }
}

operation! {
    ListFlowExecutions of Management "flows.executions.list" GET "/flows/{flow_id}/executions"
    ["read:flows_executions"] -> FlowsExecutions
    {
        path flow_id "flow_id": FlowId,
    }
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListFlowExecutions: FlowExecutionSummary, by_page_with_totals by_cursor }

operation! {
    GetFlow of Management "flows.get" GET "/flows/{id}"
    ["read:flows"] -> Flow
    {
        path id "id": FlowId,
    }
    {
        query hydrate "hydrate": Vec<GetFlowRequestParametersHydrate>,
    }
}

operation! {
    ListFlows of Management "flows.list" GET "/flows"
    ["read:flows"] -> ListFlowsResponseContent
    {}
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query hydrate "hydrate": Vec<ListFlowsRequestParametersHydrate>,
        query synchronous "synchronous": Option<bool>,
    }
}

list! { ListFlows: FlowSummary, by_page_with_totals }

operation! {
    UpdateFlow of Management "flows.update" PATCH "/flows/{id}"
    ["update:flows"] -> Flow
    {
        path id "id": FlowId,
        body body "body": UpdateFlowRequestContent,
    }
    {}
}

operation! {
    CreateFlowVaultConnection of Management "flows.vault.connections.create" POST "/flows/vault/connections"
    ["create:flows_vault_connections"] -> FlowsVaultConnection
    {
        body body "body": CreateFlowsVaultConnectionRequestContent,
    }
    {}
}

operation! {
    DeleteFlowVaultConnection of Management "flows.vault.connections.delete" DELETE "/flows/vault/connections/{id}"
    ["delete:flows_vault_connections"] -> NoContent
    {
        path id "id": ConnectionId,
    }
    {}
}

operation! {
    GetFlowVaultConnection of Management "flows.vault.connections.get" GET "/flows/vault/connections/{id}"
    ["read:flows_vault_connections"] -> FlowsVaultConnection
    {
        path id "id": ConnectionId,
    }
    {}
}

operation! {
    ListFlowVaultConnections of Management "flows.vault.connections.list" GET "/flows/vault/connections"
    ["read:flows_vault_connections"] -> ListFlowsVaultConnectionsResponseContent
    {}
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
    }
}

list! { ListFlowVaultConnections: FlowsVaultConnectionSummary, by_page_with_totals }

operation! {
    UpdateFlowVaultConnection of Management "flows.vault.connections.update" PATCH "/flows/vault/connections/{id}"
    ["update:flows_vault_connections"] -> FlowsVaultConnection
    {
        path id "id": ConnectionId,
        body body "body": UpdateFlowsVaultConnectionRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateFlow>(),
    NamedOperation::of::<DeleteFlow>(),
    NamedOperation::of::<DeleteFlowExecution>(),
    NamedOperation::of::<GetFlowExecution>(),
    NamedOperation::of::<ListFlowExecutions>(),
    NamedOperation::of::<GetFlow>(),
    NamedOperation::of::<ListFlows>(),
    NamedOperation::of::<UpdateFlow>(),
    NamedOperation::of::<CreateFlowVaultConnection>(),
    NamedOperation::of::<DeleteFlowVaultConnection>(),
    NamedOperation::of::<GetFlowVaultConnection>(),
    NamedOperation::of::<ListFlowVaultConnections>(),
    NamedOperation::of::<UpdateFlowVaultConnection>(),
];

object! {
    /// `CreateFlowRequestContent`
    CreateFlowRequestContent (name: String) {
        /// (1 to 150 characters)
        name "name": String,
        /// (at least 0 items)
        actions "actions": Option<Vec<FlowAction>>,
    }
}

union! {
    /// `CreateFlowsVaultConnectionActivecampaign`
    CreateFlowsVaultConnectionActivecampaign {
        ApiKey(Box<CreateFlowsVaultConnectionActivecampaignApiKey>),
        Uninitialized(CreateFlowsVaultConnectionActivecampaignUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionActivecampaignApiKey`
    CreateFlowsVaultConnectionActivecampaignApiKey (name: String, app_id: FlowsVaultConnectionAppIdActivecampaign, setup: FlowsVaultConnectioSetupApiKeyWithBaseUrl) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdActivecampaign,
        setup "setup": FlowsVaultConnectioSetupApiKeyWithBaseUrl,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionActivecampaignUninitialized`
    CreateFlowsVaultConnectionActivecampaignUninitialized (name: String, app_id: FlowsVaultConnectionAppIdActivecampaign) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdActivecampaign,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionAirtable`
    CreateFlowsVaultConnectionAirtable {
        ApiKey(Box<CreateFlowsVaultConnectionAirtableApiKey>),
        Uninitialized(CreateFlowsVaultConnectionAirtableUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionAirtableApiKey`
    CreateFlowsVaultConnectionAirtableApiKey (name: String, app_id: FlowsVaultConnectionAppIdAirtable, setup: FlowsVaultConnectioSetupApiKey) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdAirtable,
        setup "setup": FlowsVaultConnectioSetupApiKey,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionAirtableUninitialized`
    CreateFlowsVaultConnectionAirtableUninitialized (name: String, app_id: FlowsVaultConnectionAppIdAirtable) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdAirtable,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionAuth0`
    CreateFlowsVaultConnectionAuth0 {
        OauthApp(Box<CreateFlowsVaultConnectionAuth0OauthApp>),
        Uninitialized(CreateFlowsVaultConnectionAuth0Uninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionAuth0OauthApp`
    CreateFlowsVaultConnectionAuth0OauthApp (name: String, app_id: FlowsVaultConnectionAppIdAuth0, setup: FlowsVaultConnectioSetupOauthApp) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdAuth0,
        setup "setup": FlowsVaultConnectioSetupOauthApp,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionAuth0Uninitialized`
    CreateFlowsVaultConnectionAuth0Uninitialized (name: String, app_id: FlowsVaultConnectionAppIdAuth0) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdAuth0,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionBigquery`
    CreateFlowsVaultConnectionBigquery {
        Jwt(Box<CreateFlowsVaultConnectionBigqueryJwt>),
        Uninitialized(CreateFlowsVaultConnectionBigqueryUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionBigqueryJwt`
    CreateFlowsVaultConnectionBigqueryJwt (name: String, app_id: FlowsVaultConnectionAppIdBigquery, setup: FlowsVaultConnectioSetupBigqueryOauthJwt) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdBigquery,
        setup "setup": FlowsVaultConnectioSetupBigqueryOauthJwt,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionBigqueryUninitialized`
    CreateFlowsVaultConnectionBigqueryUninitialized (name: String, app_id: FlowsVaultConnectionAppIdBigquery) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdBigquery,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionClearbit`
    CreateFlowsVaultConnectionClearbit {
        ApiKey(Box<CreateFlowsVaultConnectionClearbitApiKey>),
        Uninitialized(CreateFlowsVaultConnectionClearbitUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionClearbitApiKey`
    CreateFlowsVaultConnectionClearbitApiKey (name: String, app_id: FlowsVaultConnectionAppIdClearbit, setup: FlowsVaultConnectioSetupSecretApiKey) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdClearbit,
        setup "setup": FlowsVaultConnectioSetupSecretApiKey,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionClearbitUninitialized`
    CreateFlowsVaultConnectionClearbitUninitialized (name: String, app_id: FlowsVaultConnectionAppIdClearbit) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdClearbit,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionDocusign`
    CreateFlowsVaultConnectionDocusign {
        OauthCode(Box<CreateFlowsVaultConnectionDocusignOauthCode>),
        Uninitialized(CreateFlowsVaultConnectionDocusignUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionDocusignOauthCode`
    CreateFlowsVaultConnectionDocusignOauthCode (name: String, app_id: FlowsVaultConnectionAppIdDocusign, setup: FlowsVaultConnectioSetupOauthCode) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdDocusign,
        setup "setup": FlowsVaultConnectioSetupOauthCode,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionDocusignUninitialized`
    CreateFlowsVaultConnectionDocusignUninitialized (name: String, app_id: FlowsVaultConnectionAppIdDocusign) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdDocusign,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionGoogleSheets`
    CreateFlowsVaultConnectionGoogleSheets {
        OauthCode(Box<CreateFlowsVaultConnectionGoogleSheetsOauthCode>),
        Uninitialized(CreateFlowsVaultConnectionGoogleSheetsUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionGoogleSheetsOauthCode`
    CreateFlowsVaultConnectionGoogleSheetsOauthCode (name: String, app_id: FlowsVaultConnectionAppIdGoogleSheets, setup: FlowsVaultConnectioSetupOauthCode) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdGoogleSheets,
        setup "setup": FlowsVaultConnectioSetupOauthCode,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionGoogleSheetsUninitialized`
    CreateFlowsVaultConnectionGoogleSheetsUninitialized (name: String, app_id: FlowsVaultConnectionAppIdGoogleSheets) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdGoogleSheets,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionHttp`
    CreateFlowsVaultConnectionHttp {
        Bearer(Box<CreateFlowsVaultConnectionHttpBearer>),
        BasicAuth(Box<CreateFlowsVaultConnectionHttpBasicAuth>),
        ApiKey(Box<CreateFlowsVaultConnectionHttpApiKey>),
        OauthClientCredentials(Box<CreateFlowsVaultConnectionHttpOauthClientCredentials>),
        Uninitialized(CreateFlowsVaultConnectionHttpUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionHttpApiKey`
    CreateFlowsVaultConnectionHttpApiKey (name: String, app_id: FlowsVaultConnectionAppIdHttp, setup: FlowsVaultConnectionHttpApiKeySetup) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdHttp,
        setup "setup": FlowsVaultConnectionHttpApiKeySetup,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionHttpBasicAuth`
    CreateFlowsVaultConnectionHttpBasicAuth (name: String, app_id: FlowsVaultConnectionAppIdHttp, setup: FlowsVaultConnectionHttpBasicAuthSetup) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdHttp,
        setup "setup": FlowsVaultConnectionHttpBasicAuthSetup,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionHttpBearer`
    CreateFlowsVaultConnectionHttpBearer (name: String, app_id: FlowsVaultConnectionAppIdHttp, setup: FlowsVaultConnectioSetupHttpBearer) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdHttp,
        setup "setup": FlowsVaultConnectioSetupHttpBearer,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionHttpOauthClientCredentials`
    CreateFlowsVaultConnectionHttpOauthClientCredentials (name: String, app_id: FlowsVaultConnectionAppIdHttp, setup: FlowsVaultConnectionHttpOauthClientCredentialsSetup) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdHttp,
        setup "setup": FlowsVaultConnectionHttpOauthClientCredentialsSetup,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionHttpUninitialized`
    CreateFlowsVaultConnectionHttpUninitialized (name: String, app_id: FlowsVaultConnectionAppIdHttp) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdHttp,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionHubspot`
    CreateFlowsVaultConnectionHubspot {
        ApiKey(Box<CreateFlowsVaultConnectionHubspotApiKey>),
        OauthCode(Box<CreateFlowsVaultConnectionHubspotOauthCode>),
        Uninitialized(CreateFlowsVaultConnectionHubspotUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionHubspotApiKey`
    CreateFlowsVaultConnectionHubspotApiKey (name: String, app_id: FlowsVaultConnectionAppIdHubspot, setup: FlowsVaultConnectioSetupApiKey) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdHubspot,
        setup "setup": FlowsVaultConnectioSetupApiKey,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionHubspotOauthCode`
    CreateFlowsVaultConnectionHubspotOauthCode (name: String, app_id: FlowsVaultConnectionAppIdHubspot, setup: FlowsVaultConnectioSetupOauthCode) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdHubspot,
        setup "setup": FlowsVaultConnectioSetupOauthCode,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionHubspotUninitialized`
    CreateFlowsVaultConnectionHubspotUninitialized (name: String, app_id: FlowsVaultConnectionAppIdHubspot) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdHubspot,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionJwt`
    CreateFlowsVaultConnectionJwt {
        Jwt(Box<CreateFlowsVaultConnectionJwtJwt>),
        Uninitialized(CreateFlowsVaultConnectionJwtUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionJwtJwt`
    CreateFlowsVaultConnectionJwtJwt (name: String, app_id: FlowsVaultConnectionAppIdJwt, setup: FlowsVaultConnectioSetupJwt) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdJwt,
        setup "setup": FlowsVaultConnectioSetupJwt,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionJwtUninitialized`
    CreateFlowsVaultConnectionJwtUninitialized (name: String, app_id: FlowsVaultConnectionAppIdJwt) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdJwt,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionMailchimp`
    CreateFlowsVaultConnectionMailchimp {
        ApiKey(Box<CreateFlowsVaultConnectionMailchimpApiKey>),
        OauthCode(Box<CreateFlowsVaultConnectionMailchimpOauthCode>),
        Uninitialized(CreateFlowsVaultConnectionMailchimpUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionMailchimpApiKey`
    CreateFlowsVaultConnectionMailchimpApiKey (name: String, app_id: FlowsVaultConnectionAppIdMailchimp, setup: FlowsVaultConnectioSetupSecretApiKey) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdMailchimp,
        setup "setup": FlowsVaultConnectioSetupSecretApiKey,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionMailchimpOauthCode`
    CreateFlowsVaultConnectionMailchimpOauthCode (name: String, app_id: FlowsVaultConnectionAppIdMailchimp, setup: FlowsVaultConnectioSetupOauthCode) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdMailchimp,
        setup "setup": FlowsVaultConnectioSetupOauthCode,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionMailchimpUninitialized`
    CreateFlowsVaultConnectionMailchimpUninitialized (name: String, app_id: FlowsVaultConnectionAppIdMailchimp) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdMailchimp,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionMailjet`
    CreateFlowsVaultConnectionMailjet {
        ApiKey(Box<CreateFlowsVaultConnectionMailjetApiKey>),
        Uninitialized(CreateFlowsVaultConnectionMailjetUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionMailjetApiKey`
    CreateFlowsVaultConnectionMailjetApiKey (name: String, app_id: FlowsVaultConnectionAppIdMailjet, setup: FlowsVaultConnectioSetupMailjetApiKey) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdMailjet,
        setup "setup": FlowsVaultConnectioSetupMailjetApiKey,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionMailjetUninitialized`
    CreateFlowsVaultConnectionMailjetUninitialized (name: String, app_id: FlowsVaultConnectionAppIdMailjet) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdMailjet,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionPipedrive`
    CreateFlowsVaultConnectionPipedrive {
        Token(Box<CreateFlowsVaultConnectionPipedriveToken>),
        OauthCode(Box<CreateFlowsVaultConnectionPipedriveOauthCode>),
        Uninitialized(CreateFlowsVaultConnectionPipedriveUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionPipedriveOauthCode`
    CreateFlowsVaultConnectionPipedriveOauthCode (name: String, app_id: FlowsVaultConnectionAppIdPipedrive, setup: FlowsVaultConnectioSetupOauthCode) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdPipedrive,
        setup "setup": FlowsVaultConnectioSetupOauthCode,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionPipedriveToken`
    CreateFlowsVaultConnectionPipedriveToken (name: String, app_id: FlowsVaultConnectionAppIdPipedrive, setup: FlowsVaultConnectioSetupToken) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdPipedrive,
        setup "setup": FlowsVaultConnectioSetupToken,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionPipedriveUninitialized`
    CreateFlowsVaultConnectionPipedriveUninitialized (name: String, app_id: FlowsVaultConnectionAppIdPipedrive) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdPipedrive,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionRequestContent`
    CreateFlowsVaultConnectionRequestContent {
        CreateFlowsVaultConnectionActivecampaign(CreateFlowsVaultConnectionActivecampaign),
        CreateFlowsVaultConnectionAirtable(CreateFlowsVaultConnectionAirtable),
        CreateFlowsVaultConnectionAuth0(CreateFlowsVaultConnectionAuth0),
        CreateFlowsVaultConnectionBigquery(CreateFlowsVaultConnectionBigquery),
        CreateFlowsVaultConnectionClearbit(CreateFlowsVaultConnectionClearbit),
        CreateFlowsVaultConnectionDocusign(CreateFlowsVaultConnectionDocusign),
        CreateFlowsVaultConnectionGoogleSheets(CreateFlowsVaultConnectionGoogleSheets),
        CreateFlowsVaultConnectionHttp(CreateFlowsVaultConnectionHttp),
        CreateFlowsVaultConnectionHubspot(CreateFlowsVaultConnectionHubspot),
        CreateFlowsVaultConnectionJwt(CreateFlowsVaultConnectionJwt),
        CreateFlowsVaultConnectionMailchimp(CreateFlowsVaultConnectionMailchimp),
        CreateFlowsVaultConnectionMailjet(CreateFlowsVaultConnectionMailjet),
        CreateFlowsVaultConnectionPipedrive(CreateFlowsVaultConnectionPipedrive),
        CreateFlowsVaultConnectionSalesforce(CreateFlowsVaultConnectionSalesforce),
        CreateFlowsVaultConnectionSendgrid(CreateFlowsVaultConnectionSendgrid),
        CreateFlowsVaultConnectionSlack(CreateFlowsVaultConnectionSlack),
        CreateFlowsVaultConnectionStripe(CreateFlowsVaultConnectionStripe),
        CreateFlowsVaultConnectionTelegram(CreateFlowsVaultConnectionTelegram),
        CreateFlowsVaultConnectionTwilio(CreateFlowsVaultConnectionTwilio),
        CreateFlowsVaultConnectionWhatsapp(CreateFlowsVaultConnectionWhatsapp),
        CreateFlowsVaultConnectionZapier(CreateFlowsVaultConnectionZapier),
    }
}

union! {
    /// `CreateFlowsVaultConnectionSalesforce`
    CreateFlowsVaultConnectionSalesforce {
        OauthCode(Box<CreateFlowsVaultConnectionSalesforceOauthCode>),
        Uninitialized(CreateFlowsVaultConnectionSalesforceUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionSalesforceOauthCode`
    CreateFlowsVaultConnectionSalesforceOauthCode (name: String, app_id: FlowsVaultConnectionAppIdSalesforce, setup: FlowsVaultConnectioSetupOauthCode) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdSalesforce,
        setup "setup": FlowsVaultConnectioSetupOauthCode,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionSalesforceUninitialized`
    CreateFlowsVaultConnectionSalesforceUninitialized (name: String, app_id: FlowsVaultConnectionAppIdSalesforce) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdSalesforce,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionSendgrid`
    CreateFlowsVaultConnectionSendgrid {
        ApiKey(Box<CreateFlowsVaultConnectionSendgridApiKey>),
        Uninitialized(CreateFlowsVaultConnectionSendgridUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionSendgridApiKey`
    CreateFlowsVaultConnectionSendgridApiKey (name: String, app_id: FlowsVaultConnectionAppIdSendgrid, setup: FlowsVaultConnectioSetupApiKey) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdSendgrid,
        setup "setup": FlowsVaultConnectioSetupApiKey,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionSendgridUninitialized`
    CreateFlowsVaultConnectionSendgridUninitialized (name: String, app_id: FlowsVaultConnectionAppIdSendgrid) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdSendgrid,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionSlack`
    CreateFlowsVaultConnectionSlack {
        Webhook(Box<CreateFlowsVaultConnectionSlackWebhook>),
        OauthCode(Box<CreateFlowsVaultConnectionSlackOauthCode>),
        Uninitialized(CreateFlowsVaultConnectionSlackUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionSlackOauthCode`
    CreateFlowsVaultConnectionSlackOauthCode (name: String, app_id: FlowsVaultConnectionAppIdSlack, setup: FlowsVaultConnectioSetupOauthCode) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdSlack,
        setup "setup": FlowsVaultConnectioSetupOauthCode,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionSlackUninitialized`
    CreateFlowsVaultConnectionSlackUninitialized (name: String, app_id: FlowsVaultConnectionAppIdSlack) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdSlack,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionSlackWebhook`
    CreateFlowsVaultConnectionSlackWebhook (name: String, app_id: FlowsVaultConnectionAppIdSlack, setup: FlowsVaultConnectioSetupWebhook) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdSlack,
        setup "setup": FlowsVaultConnectioSetupWebhook,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionStripe`
    CreateFlowsVaultConnectionStripe {
        KeyPair(Box<CreateFlowsVaultConnectionStripeKeyPair>),
        OauthCode(Box<CreateFlowsVaultConnectionStripeOauthCode>),
        Uninitialized(CreateFlowsVaultConnectionStripeUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionStripeKeyPair`
    CreateFlowsVaultConnectionStripeKeyPair (name: String, app_id: FlowsVaultConnectionAppIdStripe, setup: FlowsVaultConnectioSetupStripeKeyPair) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdStripe,
        setup "setup": FlowsVaultConnectioSetupStripeKeyPair,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionStripeOauthCode`
    CreateFlowsVaultConnectionStripeOauthCode (name: String, app_id: FlowsVaultConnectionAppIdStripe, setup: FlowsVaultConnectioSetupOauthCode) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdStripe,
        setup "setup": FlowsVaultConnectioSetupOauthCode,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionStripeUninitialized`
    CreateFlowsVaultConnectionStripeUninitialized (name: String, app_id: FlowsVaultConnectionAppIdStripe) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdStripe,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionTelegram`
    CreateFlowsVaultConnectionTelegram {
        Token(Box<CreateFlowsVaultConnectionTelegramToken>),
        Uninitialized(CreateFlowsVaultConnectionTelegramUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionTelegramToken`
    CreateFlowsVaultConnectionTelegramToken (name: String, app_id: FlowsVaultConnectionAppIdTelegram, setup: FlowsVaultConnectioSetupToken) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdTelegram,
        setup "setup": FlowsVaultConnectioSetupToken,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionTelegramUninitialized`
    CreateFlowsVaultConnectionTelegramUninitialized (name: String, app_id: FlowsVaultConnectionAppIdTelegram) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdTelegram,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionTwilio`
    CreateFlowsVaultConnectionTwilio {
        ApiKey(Box<CreateFlowsVaultConnectionTwilioApiKey>),
        Uninitialized(CreateFlowsVaultConnectionTwilioUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionTwilioApiKey`
    CreateFlowsVaultConnectionTwilioApiKey (name: String, app_id: FlowsVaultConnectionAppIdTwilio, setup: FlowsVaultConnectioSetupTwilioApiKey) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdTwilio,
        setup "setup": FlowsVaultConnectioSetupTwilioApiKey,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionTwilioUninitialized`
    CreateFlowsVaultConnectionTwilioUninitialized (name: String, app_id: FlowsVaultConnectionAppIdTwilio) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdTwilio,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionWhatsapp`
    CreateFlowsVaultConnectionWhatsapp {
        Token(Box<CreateFlowsVaultConnectionWhatsappToken>),
        Uninitialized(CreateFlowsVaultConnectionWhatsappUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionWhatsappToken`
    CreateFlowsVaultConnectionWhatsappToken (name: String, app_id: FlowsVaultConnectionAppIdWhatsapp, setup: FlowsVaultConnectioSetupToken) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdWhatsapp,
        setup "setup": FlowsVaultConnectioSetupToken,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionWhatsappUninitialized`
    CreateFlowsVaultConnectionWhatsappUninitialized (name: String, app_id: FlowsVaultConnectionAppIdWhatsapp) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdWhatsapp,
    } in_union
}

union! {
    /// `CreateFlowsVaultConnectionZapier`
    CreateFlowsVaultConnectionZapier {
        Webhook(Box<CreateFlowsVaultConnectionZapierWebhook>),
        Uninitialized(CreateFlowsVaultConnectionZapierUninitialized),
    }
}

object! {
    /// `CreateFlowsVaultConnectionZapierUninitialized`
    CreateFlowsVaultConnectionZapierUninitialized (name: String, app_id: FlowsVaultConnectionAppIdZapier) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdZapier,
    } in_union
}

object! {
    /// `CreateFlowsVaultConnectionZapierWebhook`
    CreateFlowsVaultConnectionZapierWebhook (name: String, app_id: FlowsVaultConnectionAppIdZapier, setup: FlowsVaultConnectioSetupWebhook) {
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 55 characters)
        app_id "app_id": FlowsVaultConnectionAppIdZapier,
        setup "setup": FlowsVaultConnectioSetupWebhook,
    } in_union
}

object! {
    /// `Flow`
    Flow (id: FlowId, name: String, created_at: String, updated_at: String) {
        /// (at most 30 characters, format `flow-id`)
        id "id": FlowId,
        /// (1 to 150 characters)
        name "name": String,
        /// (at least 0 items)
        actions "actions": Option<Vec<FlowAction>>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_at "updated_at": String,
        /// (format `date`)
        executed_at "executed_at": Option<String>,
    }
}

union! {
    /// `FlowAction`
    FlowAction {
        Activecampaign(FlowActionActivecampaign),
        Airtable(FlowActionAirtable),
        Auth0(FlowActionAuth0),
        BigqueryInsertRows(Box<FlowActionBigqueryInsertRows>),
        Clearbit(FlowActionClearbit),
        EmailVerifyEmail(Box<FlowActionEmailVerifyEmail>),
        Flow(FlowActionFlow),
        GoogleSheetsAddRow(Box<FlowActionGoogleSheetsAddRow>),
        HttpSendRequest(Box<FlowActionHttpSendRequest>),
        Hubspot(FlowActionHubspot),
        Json(FlowActionJson),
        Jwt(FlowActionJwt),
        MailchimpUpsertMember(Box<FlowActionMailchimpUpsertMember>),
        MailjetSendEmail(Box<FlowActionMailjetSendEmail>),
        Otp(FlowActionOtp),
        Pipedrive(FlowActionPipedrive),
        Salesforce(FlowActionSalesforce),
        SendgridSendEmail(Box<FlowActionSendgridSendEmail>),
        SlackPostMessage(Box<FlowActionSlackPostMessage>),
        Stripe(FlowActionStripe),
        TelegramSendMessage(Box<FlowActionTelegramSendMessage>),
        Twilio(FlowActionTwilio),
        WhatsappSendMessage(Box<FlowActionWhatsappSendMessage>),
        Xml(FlowActionXml),
        ZapierTriggerWebhook(Box<FlowActionZapierTriggerWebhook>),
    }
}

union! {
    /// `FlowActionActivecampaign`
    FlowActionActivecampaign {
        ListContacts(Box<FlowActionActivecampaignListContacts>),
        UpsertContact(Box<FlowActionActivecampaignUpsertContact>),
    }
}

object! {
    /// `FlowActionActivecampaignListContacts`
    FlowActionActivecampaignListContacts (id: String, type_: FlowActionActivecampaignListContactsType, action: FlowActionActivecampaignListContactsAction, params: FlowActionActivecampaignListContactsParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionActivecampaignListContactsType,
        action "action": FlowActionActivecampaignListContactsAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionActivecampaignListContactsParams,
    } in_union
}

string_enum! {
    /// `FlowActionActivecampaignListContactsAction`
    FlowActionActivecampaignListContactsAction {
        ListContacts = "LIST_CONTACTS",
    }
}

object! {
    /// `FlowActionActivecampaignListContactsParams`
    FlowActionActivecampaignListContactsParams (connection_id: ConnectionId, email: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        email "email": String,
    }
}

string_enum! {
    /// `FlowActionActivecampaignListContactsType`
    FlowActionActivecampaignListContactsType {
        Activecampaign = "ACTIVECAMPAIGN",
    }
}

object! {
    /// `FlowActionActivecampaignUpsertContact`
    FlowActionActivecampaignUpsertContact (id: String, type_: FlowActionActivecampaignUpsertContactType, action: FlowActionActivecampaignUpsertContactAction, params: FlowActionActivecampaignUpsertContactParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionActivecampaignUpsertContactType,
        action "action": FlowActionActivecampaignUpsertContactAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionActivecampaignUpsertContactParams,
    } in_union
}

string_enum! {
    /// `FlowActionActivecampaignUpsertContactAction`
    FlowActionActivecampaignUpsertContactAction {
        UpsertContact = "UPSERT_CONTACT",
    }
}

object! {
    /// `FlowActionActivecampaignUpsertContactParams`
    FlowActionActivecampaignUpsertContactParams (connection_id: ConnectionId, email: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        email "email": String,
        first_name "first_name": Option<String>,
        last_name "last_name": Option<String>,
        phone "phone": Option<String>,
        custom_fields "custom_fields": Option<Map<String, Value>>,
    }
}

string_enum! {
    /// `FlowActionActivecampaignUpsertContactType`
    FlowActionActivecampaignUpsertContactType {
        Activecampaign = "ACTIVECAMPAIGN",
    }
}

union! {
    /// `FlowActionAirtable`
    FlowActionAirtable {
        CreateRecord(Box<FlowActionAirtableCreateRecord>),
        ListRecords(Box<FlowActionAirtableListRecords>),
        UpdateRecord(Box<FlowActionAirtableUpdateRecord>),
    }
}

object! {
    /// `FlowActionAirtableCreateRecord`
    FlowActionAirtableCreateRecord (id: String, type_: FlowActionAirtableCreateRecordType, action: FlowActionAirtableCreateRecordAction, params: FlowActionAirtableCreateRecordParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionAirtableCreateRecordType,
        action "action": FlowActionAirtableCreateRecordAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionAirtableCreateRecordParams,
    } in_union
}

string_enum! {
    /// `FlowActionAirtableCreateRecordAction`
    FlowActionAirtableCreateRecordAction {
        CreateRecord = "CREATE_RECORD",
    }
}

object! {
    /// `FlowActionAirtableCreateRecordParams`
    FlowActionAirtableCreateRecordParams (connection_id: ConnectionId, base_id: String, table_name: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        base_id "base_id": String,
        table_name "table_name": String,
        fields "fields": Option<Map<String, Value>>,
    }
}

string_enum! {
    /// `FlowActionAirtableCreateRecordType`
    FlowActionAirtableCreateRecordType {
        Airtable = "AIRTABLE",
    }
}

object! {
    /// `FlowActionAirtableListRecords`
    FlowActionAirtableListRecords (id: String, type_: FlowActionAirtableListRecordsType, action: FlowActionAirtableListRecordsAction, params: FlowActionAirtableListRecordsParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionAirtableListRecordsType,
        action "action": FlowActionAirtableListRecordsAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionAirtableListRecordsParams,
    } in_union
}

string_enum! {
    /// `FlowActionAirtableListRecordsAction`
    FlowActionAirtableListRecordsAction {
        ListRecords = "LIST_RECORDS",
    }
}

object! {
    /// `FlowActionAirtableListRecordsParams`
    FlowActionAirtableListRecordsParams (connection_id: ConnectionId, base_id: String, table_name: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        base_id "base_id": String,
        table_name "table_name": String,
        query "query": Option<String>,
        view "view": Option<String>,
    }
}

string_enum! {
    /// `FlowActionAirtableListRecordsType`
    FlowActionAirtableListRecordsType {
        Airtable = "AIRTABLE",
    }
}

object! {
    /// `FlowActionAirtableUpdateRecord`
    FlowActionAirtableUpdateRecord (id: String, type_: FlowActionAirtableUpdateRecordType, action: FlowActionAirtableUpdateRecordAction, params: FlowActionAirtableUpdateRecordParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionAirtableUpdateRecordType,
        action "action": FlowActionAirtableUpdateRecordAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionAirtableUpdateRecordParams,
    } in_union
}

string_enum! {
    /// `FlowActionAirtableUpdateRecordAction`
    FlowActionAirtableUpdateRecordAction {
        UpdateRecord = "UPDATE_RECORD",
    }
}

object! {
    /// `FlowActionAirtableUpdateRecordParams`
    FlowActionAirtableUpdateRecordParams (connection_id: ConnectionId, base_id: String, table_name: String, record_id: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        base_id "base_id": String,
        table_name "table_name": String,
        record_id "record_id": String,
        fields "fields": Option<Map<String, Value>>,
    }
}

string_enum! {
    /// `FlowActionAirtableUpdateRecordType`
    FlowActionAirtableUpdateRecordType {
        Airtable = "AIRTABLE",
    }
}

union! {
    /// `FlowActionAuth0`
    FlowActionAuth0 {
        CreateUser(Box<FlowActionAuth0CreateUser>),
        GetUser(Box<FlowActionAuth0GetUser>),
        UpdateUser(Box<FlowActionAuth0UpdateUser>),
        SendRequest(Box<FlowActionAuth0SendRequest>),
        SendEmail(Box<FlowActionAuth0SendEmail>),
        SendSms(Box<FlowActionAuth0SendSms>),
        MakeCall(Box<FlowActionAuth0MakeCall>),
    }
}

object! {
    /// `FlowActionAuth0CreateUser`
    FlowActionAuth0CreateUser (id: String, type_: FlowActionAuth0CreateUserType, action: FlowActionAuth0CreateUserAction, params: FlowActionAuth0CreateUserParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionAuth0CreateUserType,
        action "action": FlowActionAuth0CreateUserAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionAuth0CreateUserParams,
    } in_union
}

string_enum! {
    /// `FlowActionAuth0CreateUserAction`
    FlowActionAuth0CreateUserAction {
        CreateUser = "CREATE_USER",
    }
}

object! {
    /// `FlowActionAuth0CreateUserParams`
    FlowActionAuth0CreateUserParams (connection_id: ConnectionId, payload: Map<String, Value>) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        payload "payload": Map<String, Value>,
    }
}

string_enum! {
    /// `FlowActionAuth0CreateUserType`
    FlowActionAuth0CreateUserType {
        Auth0 = "AUTH0",
    }
}

object! {
    /// `FlowActionAuth0GetUser`
    FlowActionAuth0GetUser (id: String, type_: FlowActionAuth0GetUserType, action: FlowActionAuth0GetUserAction, params: FlowActionAuth0GetUserParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionAuth0GetUserType,
        action "action": FlowActionAuth0GetUserAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionAuth0GetUserParams,
    } in_union
}

string_enum! {
    /// `FlowActionAuth0GetUserAction`
    FlowActionAuth0GetUserAction {
        GetUser = "GET_USER",
    }
}

object! {
    /// `FlowActionAuth0GetUserParams`
    FlowActionAuth0GetUserParams (connection_id: ConnectionId, user_id: UserId) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        user_id "user_id": UserId,
    }
}

string_enum! {
    /// `FlowActionAuth0GetUserType`
    FlowActionAuth0GetUserType {
        Auth0 = "AUTH0",
    }
}

object! {
    /// `FlowActionAuth0MakeCall`
    FlowActionAuth0MakeCall (id: String, type_: FlowActionAuth0MakeCallType, action: FlowActionAuth0MakeCallAction, params: FlowActionAuth0MakeCallParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionAuth0MakeCallType,
        action "action": FlowActionAuth0MakeCallAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionAuth0MakeCallParams,
    } in_union
}

string_enum! {
    /// `FlowActionAuth0MakeCallAction`
    FlowActionAuth0MakeCallAction {
        MakeCall = "MAKE_CALL",
    }
}

object! {
    /// `FlowActionAuth0MakeCallParams`
    FlowActionAuth0MakeCallParams (to: String, message: String) {
        /// (1 to 255 characters)
        from "from": Option<String>,
        /// (1 to 255 characters)
        to "to": String,
        /// (1 to 1024 characters)
        message "message": String,
        custom_vars "custom_vars": Option<Map<String, Value>>,
    }
}

string_enum! {
    /// `FlowActionAuth0MakeCallType`
    FlowActionAuth0MakeCallType {
        Auth0 = "AUTH0",
    }
}

object! {
    /// `FlowActionAuth0SendEmail`
    FlowActionAuth0SendEmail (id: String, type_: FlowActionAuth0SendEmailType, action: FlowActionAuth0SendEmailAction, params: FlowActionAuth0SendEmailParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionAuth0SendEmailType,
        action "action": FlowActionAuth0SendEmailAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionAuth0SendEmailParams,
    } in_union
}

string_enum! {
    /// `FlowActionAuth0SendEmailAction`
    FlowActionAuth0SendEmailAction {
        SendEmail = "SEND_EMAIL",
    }
}

object! {
    /// `FlowActionAuth0SendEmailParams`
    FlowActionAuth0SendEmailParams (to: String, subject: String, body: String) {
        from "from": Option<FlowActionAuth0SendEmailParamsFrom>,
        to "to": String,
        /// (1 to 255 characters)
        subject "subject": String,
        /// (1 to 102400 characters)
        body "body": String,
        custom_vars "custom_vars": Option<Map<String, Value>>,
    }
}

object! {
    /// `FlowActionAuth0SendEmailParamsFrom`
    FlowActionAuth0SendEmailParamsFrom (email: String) {
        /// (1 to 125 characters)
        name "name": Option<String>,
        email "email": String,
    }
}

string_enum! {
    /// `FlowActionAuth0SendEmailType`
    FlowActionAuth0SendEmailType {
        Auth0 = "AUTH0",
    }
}

object! {
    /// `FlowActionAuth0SendRequest`
    FlowActionAuth0SendRequest (id: String, type_: FlowActionAuth0SendRequestType, action: FlowActionAuth0SendRequestAction, params: FlowActionAuth0SendRequestParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionAuth0SendRequestType,
        action "action": FlowActionAuth0SendRequestAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionAuth0SendRequestParams,
    } in_union
}

string_enum! {
    /// `FlowActionAuth0SendRequestAction`
    FlowActionAuth0SendRequestAction {
        SendRequest = "SEND_REQUEST",
    }
}

object! {
    /// `FlowActionAuth0SendRequestParams`
    FlowActionAuth0SendRequestParams (connection_id: ConnectionId, pathname: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        pathname "pathname": String,
        method "method": Option<FlowActionAuth0SendRequestParamsMethod>,
        headers "headers": Option<Map<String, Value>>,
        params "params": Option<BTreeMap<String, FlowActionAuth0SendRequestParamsParamsValue>>,
        payload "payload": Option<FlowActionAuth0SendRequestParamsPayload>,
    }
}

string_enum! {
    /// `FlowActionAuth0SendRequestParamsMethod`
    FlowActionAuth0SendRequestParamsMethod {
        Get = "GET",
        Post = "POST",
        Put = "PUT",
        Patch = "PATCH",
        Delete = "DELETE",
    }
}

union! {
    /// `FlowActionAuth0SendRequestParamsParamsValue`
    FlowActionAuth0SendRequestParamsParamsValue {
        Number(Number),
        String(String),
    }
}

union! {
    /// `FlowActionAuth0SendRequestParamsPayload`
    FlowActionAuth0SendRequestParamsPayload {
        String(String),
        List(Vec<Value>),
        Object(Map<String, Value>),
    }
}

string_enum! {
    /// `FlowActionAuth0SendRequestType`
    FlowActionAuth0SendRequestType {
        Auth0 = "AUTH0",
    }
}

object! {
    /// `FlowActionAuth0SendSms`
    FlowActionAuth0SendSms (id: String, type_: FlowActionAuth0SendSmsType, action: FlowActionAuth0SendSmsAction, params: FlowActionAuth0SendSmsParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionAuth0SendSmsType,
        action "action": FlowActionAuth0SendSmsAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionAuth0SendSmsParams,
    } in_union
}

string_enum! {
    /// `FlowActionAuth0SendSmsAction`
    FlowActionAuth0SendSmsAction {
        SendSms = "SEND_SMS",
    }
}

object! {
    /// `FlowActionAuth0SendSmsParams`
    FlowActionAuth0SendSmsParams (to: String, message: String) {
        /// (1 to 255 characters)
        from "from": Option<String>,
        /// (1 to 255 characters)
        to "to": String,
        /// (1 to 1024 characters)
        message "message": String,
        custom_vars "custom_vars": Option<Map<String, Value>>,
    }
}

string_enum! {
    /// `FlowActionAuth0SendSmsType`
    FlowActionAuth0SendSmsType {
        Auth0 = "AUTH0",
    }
}

object! {
    /// `FlowActionAuth0UpdateUser`
    FlowActionAuth0UpdateUser (id: String, type_: FlowActionAuth0UpdateUserType, action: FlowActionAuth0UpdateUserAction, params: FlowActionAuth0UpdateUserParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionAuth0UpdateUserType,
        action "action": FlowActionAuth0UpdateUserAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionAuth0UpdateUserParams,
    } in_union
}

string_enum! {
    /// `FlowActionAuth0UpdateUserAction`
    FlowActionAuth0UpdateUserAction {
        UpdateUser = "UPDATE_USER",
    }
}

object! {
    /// `FlowActionAuth0UpdateUserParams`
    FlowActionAuth0UpdateUserParams (connection_id: ConnectionId, user_id: UserId, changes: Map<String, Value>) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        user_id "user_id": UserId,
        changes "changes": Map<String, Value>,
    }
}

string_enum! {
    /// `FlowActionAuth0UpdateUserType`
    FlowActionAuth0UpdateUserType {
        Auth0 = "AUTH0",
    }
}

object! {
    /// `FlowActionBigqueryInsertRows`
    FlowActionBigqueryInsertRows (id: String, type_: FlowActionBigqueryInsertRowsType, action: FlowActionBigqueryInsertRowsAction, params: FlowActionBigqueryInsertRowsParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionBigqueryInsertRowsType,
        action "action": FlowActionBigqueryInsertRowsAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionBigqueryInsertRowsParams,
    } in_union
}

string_enum! {
    /// `FlowActionBigqueryInsertRowsAction`
    FlowActionBigqueryInsertRowsAction {
        InsertRows = "INSERT_ROWS",
    }
}

object! {
    /// `FlowActionBigqueryInsertRowsParams`
    FlowActionBigqueryInsertRowsParams (connection_id: ConnectionId, dataset_id: String, table_id: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        dataset_id "dataset_id": String,
        table_id "table_id": String,
        data "data": Option<Map<String, Value>>,
    }
}

string_enum! {
    /// `FlowActionBigqueryInsertRowsType`
    FlowActionBigqueryInsertRowsType {
        Bigquery = "BIGQUERY",
    }
}

union! {
    /// `FlowActionClearbit`
    FlowActionClearbit {
        FindPerson(Box<FlowActionClearbitFindPerson>),
        FindCompany(Box<FlowActionClearbitFindCompany>),
    }
}

object! {
    /// `FlowActionClearbitFindCompany`
    FlowActionClearbitFindCompany (id: String, type_: FlowActionClearbitFindCompanyType, action: FlowActionClearbitFindCompanyAction, params: FlowActionClearbitFindCompanyParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionClearbitFindCompanyType,
        action "action": FlowActionClearbitFindCompanyAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionClearbitFindCompanyParams,
    } in_union
}

string_enum! {
    /// `FlowActionClearbitFindCompanyAction`
    FlowActionClearbitFindCompanyAction {
        FindCompany = "FIND_COMPANY",
    }
}

object! {
    /// `FlowActionClearbitFindCompanyParams`
    FlowActionClearbitFindCompanyParams (connection_id: ConnectionId, domain: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        domain "domain": String,
    }
}

string_enum! {
    /// `FlowActionClearbitFindCompanyType`
    FlowActionClearbitFindCompanyType {
        Clearbit = "CLEARBIT",
    }
}

object! {
    /// `FlowActionClearbitFindPerson`
    FlowActionClearbitFindPerson (id: String, type_: FlowActionClearbitFindPersonType, action: FlowActionClearbitFindPersonAction, params: FlowActionClearbitFindPersonParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionClearbitFindPersonType,
        action "action": FlowActionClearbitFindPersonAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionClearbitFindPersonParams,
    } in_union
}

string_enum! {
    /// `FlowActionClearbitFindPersonAction`
    FlowActionClearbitFindPersonAction {
        FindPerson = "FIND_PERSON",
    }
}

object! {
    /// `FlowActionClearbitFindPersonParams`
    FlowActionClearbitFindPersonParams (connection_id: ConnectionId, email: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        email "email": String,
    }
}

string_enum! {
    /// `FlowActionClearbitFindPersonType`
    FlowActionClearbitFindPersonType {
        Clearbit = "CLEARBIT",
    }
}

object! {
    /// `FlowActionEmailVerifyEmail`
    FlowActionEmailVerifyEmail (id: String, type_: FlowActionEmailVerifyEmailType, action: FlowActionEmailVerifyEmailAction, params: FlowActionEmailVerifyEmailParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionEmailVerifyEmailType,
        action "action": FlowActionEmailVerifyEmailAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionEmailVerifyEmailParams,
    } in_union
}

string_enum! {
    /// `FlowActionEmailVerifyEmailAction`
    FlowActionEmailVerifyEmailAction {
        VerifyEmail = "VERIFY_EMAIL",
    }
}

object! {
    /// `FlowActionEmailVerifyEmailParams`
    FlowActionEmailVerifyEmailParams (email: String) {
        email "email": String,
        rules "rules": Option<FlowActionEmailVerifyEmailParamsRules>,
    }
}

object! {
    /// `FlowActionEmailVerifyEmailParamsRules`
    FlowActionEmailVerifyEmailParamsRules {
        require_mx_record "require_mx_record": Option<bool>,
        block_aliases "block_aliases": Option<bool>,
        block_free_emails "block_free_emails": Option<bool>,
        block_disposable_emails "block_disposable_emails": Option<bool>,
        blocklist "blocklist": Option<Vec<String>>,
        allowlist "allowlist": Option<Vec<String>>,
    }
}

string_enum! {
    /// `FlowActionEmailVerifyEmailType`
    FlowActionEmailVerifyEmailType {
        Email = "EMAIL",
    }
}

union! {
    /// `FlowActionFlow`
    FlowActionFlow {
        BooleanCondition(Box<FlowActionFlowBooleanCondition>),
        DelayFlow(Box<FlowActionFlowDelayFlow>),
        DoNothing(Box<FlowActionFlowDoNothing>),
        ErrorMessage(Box<FlowActionFlowErrorMessage>),
        MapValue(Box<FlowActionFlowMapValue>),
        ReturnJson(Box<FlowActionFlowReturnJson>),
        StoreVars(Box<FlowActionFlowStoreVars>),
    }
}

object! {
    /// `FlowActionFlowBooleanCondition`
    FlowActionFlowBooleanCondition (id: String, type_: FlowActionFlowBooleanConditionType, action: FlowActionFlowBooleanConditionAction, params: FlowActionFlowBooleanConditionParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionFlowBooleanConditionType,
        action "action": FlowActionFlowBooleanConditionAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionFlowBooleanConditionParams,
    } in_union
}

string_enum! {
    /// `FlowActionFlowBooleanConditionAction`
    FlowActionFlowBooleanConditionAction {
        BooleanCondition = "BOOLEAN_CONDITION",
    }
}

object! {
    /// `FlowActionFlowBooleanConditionParams`
    FlowActionFlowBooleanConditionParams (if_: Value) {
        if_ "if": Value,
        then "then": Option<Vec<FlowAction>>,
        else_ "else": Option<Vec<FlowAction>>,
    }
}

string_enum! {
    /// `FlowActionFlowBooleanConditionType`
    FlowActionFlowBooleanConditionType {
        Flow = "FLOW",
    }
}

object! {
    /// `FlowActionFlowDelayFlow`
    FlowActionFlowDelayFlow (id: String, type_: FlowActionFlowDelayFlowType, action: FlowActionFlowDelayFlowAction, params: FlowActionFlowDelayFlowParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionFlowDelayFlowType,
        action "action": FlowActionFlowDelayFlowAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionFlowDelayFlowParams,
    } in_union
}

string_enum! {
    /// `FlowActionFlowDelayFlowAction`
    FlowActionFlowDelayFlowAction {
        DelayFlow = "DELAY_FLOW",
    }
}

object! {
    /// `FlowActionFlowDelayFlowParams`
    FlowActionFlowDelayFlowParams (number: FlowActionFlowDelayFlowParamsNumber) {
        number "number": FlowActionFlowDelayFlowParamsNumber,
        units "units": Option<FlowActionFlowDelayFlowParamsUnits>,
    }
}

union! {
    /// `FlowActionFlowDelayFlowParamsNumber`
    FlowActionFlowDelayFlowParamsNumber {
        Integer(i64),
        String(String),
    }
}

string_enum! {
    /// `FlowActionFlowDelayFlowParamsUnits`
    FlowActionFlowDelayFlowParamsUnits {
        Seconds = "SECONDS",
        Minutes = "MINUTES",
        Hours = "HOURS",
        Days = "DAYS",
    }
}

string_enum! {
    /// `FlowActionFlowDelayFlowType`
    FlowActionFlowDelayFlowType {
        Flow = "FLOW",
    }
}

object! {
    /// `FlowActionFlowDoNothing`
    FlowActionFlowDoNothing (id: String, type_: FlowActionFlowDoNothingType, action: FlowActionFlowDoNothingAction) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionFlowDoNothingType,
        action "action": FlowActionFlowDoNothingAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": Option<Map<String, Value>>,
    } in_union
}

string_enum! {
    /// `FlowActionFlowDoNothingAction`
    FlowActionFlowDoNothingAction {
        DoNothing = "DO_NOTHING",
    }
}

string_enum! {
    /// `FlowActionFlowDoNothingType`
    FlowActionFlowDoNothingType {
        Flow = "FLOW",
    }
}

object! {
    /// `FlowActionFlowErrorMessage`
    FlowActionFlowErrorMessage (id: String, type_: FlowActionFlowErrorMessageType, action: FlowActionFlowErrorMessageAction, params: FlowActionFlowErrorMessageParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionFlowErrorMessageType,
        action "action": FlowActionFlowErrorMessageAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionFlowErrorMessageParams,
    } in_union
}

string_enum! {
    /// `FlowActionFlowErrorMessageAction`
    FlowActionFlowErrorMessageAction {
        ErrorMessage = "ERROR_MESSAGE",
    }
}

object! {
    /// `FlowActionFlowErrorMessageParams`
    FlowActionFlowErrorMessageParams (message: String) {
        /// (at most 2048 characters)
        message "message": String,
    }
}

string_enum! {
    /// `FlowActionFlowErrorMessageType`
    FlowActionFlowErrorMessageType {
        Flow = "FLOW",
    }
}

object! {
    /// `FlowActionFlowMapValue`
    FlowActionFlowMapValue (id: String, type_: FlowActionFlowMapValueType, action: FlowActionFlowMapValueAction, params: FlowActionFlowMapValueParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionFlowMapValueType,
        action "action": FlowActionFlowMapValueAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionFlowMapValueParams,
    } in_union
}

string_enum! {
    /// `FlowActionFlowMapValueAction`
    FlowActionFlowMapValueAction {
        MapValue = "MAP_VALUE",
    }
}

object! {
    /// `FlowActionFlowMapValueParams`
    FlowActionFlowMapValueParams (input: FlowActionFlowMapValueParamsInput) {
        input "input": FlowActionFlowMapValueParamsInput,
        cases "cases": Option<Map<String, Value>>,
        fallback "fallback": Nullable<FlowActionFlowMapValueParamsFallback>,
    }
}

union! {
    /// `FlowActionFlowMapValueParamsFallback`
    FlowActionFlowMapValueParamsFallback {
        String(String),
        Number(Number),
        Object(Map<String, Value>),
        List(Vec<Value>),
    }
}

union! {
    /// `FlowActionFlowMapValueParamsInput`
    FlowActionFlowMapValueParamsInput {
        String(String),
        Number(Number),
    }
}

string_enum! {
    /// `FlowActionFlowMapValueType`
    FlowActionFlowMapValueType {
        Flow = "FLOW",
    }
}

object! {
    /// `FlowActionFlowReturnJson`
    FlowActionFlowReturnJson (id: String, type_: FlowActionFlowReturnJsonType, action: FlowActionFlowReturnJsonAction, params: FlowActionFlowReturnJsonParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionFlowReturnJsonType,
        action "action": FlowActionFlowReturnJsonAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionFlowReturnJsonParams,
    } in_union
}

string_enum! {
    /// `FlowActionFlowReturnJsonAction`
    FlowActionFlowReturnJsonAction {
        ReturnJson = "RETURN_JSON",
    }
}

object! {
    /// `FlowActionFlowReturnJsonParams`
    FlowActionFlowReturnJsonParams (payload: FlowActionFlowReturnJsonParamsPayload) {
        payload "payload": FlowActionFlowReturnJsonParamsPayload,
    }
}

union! {
    /// `FlowActionFlowReturnJsonParamsPayload`
    FlowActionFlowReturnJsonParamsPayload {
        Object(Map<String, Value>),
        String(String),
    }
}

string_enum! {
    /// `FlowActionFlowReturnJsonType`
    FlowActionFlowReturnJsonType {
        Flow = "FLOW",
    }
}

object! {
    /// `FlowActionFlowStoreVars`
    FlowActionFlowStoreVars (id: String, type_: FlowActionFlowStoreVarsType, action: FlowActionFlowStoreVarsAction, params: FlowActionFlowStoreVarsParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionFlowStoreVarsType,
        action "action": FlowActionFlowStoreVarsAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionFlowStoreVarsParams,
    } in_union
}

string_enum! {
    /// `FlowActionFlowStoreVarsAction`
    FlowActionFlowStoreVarsAction {
        StoreVars = "STORE_VARS",
    }
}

object! {
    /// `FlowActionFlowStoreVarsParams`
    FlowActionFlowStoreVarsParams (vars: Map<String, Value>) {
        vars "vars": Map<String, Value>,
    }
}

string_enum! {
    /// `FlowActionFlowStoreVarsType`
    FlowActionFlowStoreVarsType {
        Flow = "FLOW",
    }
}

object! {
    /// `FlowActionGoogleSheetsAddRow`
    FlowActionGoogleSheetsAddRow (id: String, type_: FlowActionGoogleSheetsAddRowType, action: FlowActionGoogleSheetsAddRowAction, params: FlowActionGoogleSheetsAddRowParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionGoogleSheetsAddRowType,
        action "action": FlowActionGoogleSheetsAddRowAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionGoogleSheetsAddRowParams,
    } in_union
}

string_enum! {
    /// `FlowActionGoogleSheetsAddRowAction`
    FlowActionGoogleSheetsAddRowAction {
        AddRow = "ADD_ROW",
    }
}

object! {
    /// `FlowActionGoogleSheetsAddRowParams`
    FlowActionGoogleSheetsAddRowParams (connection_id: ConnectionId, spreadsheet_id: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        /// (at least 1 characters)
        spreadsheet_id "spreadsheet_id": String,
        sheet_id "sheet_id": Option<FlowActionGoogleSheetsAddRowParamsSheetId>,
        values "values": Option<Vec<String>>,
    }
}

union! {
    /// `FlowActionGoogleSheetsAddRowParamsSheetId`
    FlowActionGoogleSheetsAddRowParamsSheetId {
        Integer(i64),
        String(String),
    }
}

string_enum! {
    /// `FlowActionGoogleSheetsAddRowType`
    FlowActionGoogleSheetsAddRowType {
        GoogleSheets = "GOOGLE_SHEETS",
    }
}

object! {
    /// `FlowActionHttpSendRequest`
    FlowActionHttpSendRequest (id: String, type_: FlowActionHttpSendRequestType, action: FlowActionHttpSendRequestAction, params: FlowActionHttpSendRequestParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionHttpSendRequestType,
        action "action": FlowActionHttpSendRequestAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionHttpSendRequestParams,
    } in_union
}

string_enum! {
    /// `FlowActionHttpSendRequestAction`
    FlowActionHttpSendRequestAction {
        SendRequest = "SEND_REQUEST",
    }
}

object! {
    /// `FlowActionHttpSendRequestParams`
    FlowActionHttpSendRequestParams (url: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": Option<ConnectionId>,
        url "url": String,
        method "method": Option<FlowActionHttpSendRequestParamsMethod>,
        headers "headers": Option<Map<String, Value>>,
        basic "basic": Option<FlowActionHttpSendRequestParamsBasicAuth>,
        params "params": Option<BTreeMap<String, FlowActionHttpSendRequestParamsParamsValue>>,
        payload "payload": Option<FlowActionHttpSendRequestParamsPayload>,
        content_type "content_type": Option<FlowActionHttpSendRequestParamsContentType>,
    }
}

object! {
    /// `FlowActionHttpSendRequestParamsBasicAuth`
    FlowActionHttpSendRequestParamsBasicAuth {
        /// (at least 1 characters)
        username "username": Option<String>,
        /// (at least 1 characters)
        password "password": Option<String>,
    }
}

string_enum! {
    /// `FlowActionHttpSendRequestParamsContentType`
    FlowActionHttpSendRequestParamsContentType {
        Json = "JSON",
        Form = "FORM",
        Xml = "XML",
    }
}

string_enum! {
    /// `FlowActionHttpSendRequestParamsMethod`
    FlowActionHttpSendRequestParamsMethod {
        Get = "GET",
        Post = "POST",
        Put = "PUT",
        Patch = "PATCH",
        Delete = "DELETE",
    }
}

union! {
    /// `FlowActionHttpSendRequestParamsParamsValue`
    FlowActionHttpSendRequestParamsParamsValue {
        Number(Number),
        String(String),
    }
}

union! {
    /// `FlowActionHttpSendRequestParamsPayload`
    FlowActionHttpSendRequestParamsPayload {
        String(String),
        List(Vec<Value>),
        Object(Map<String, Value>),
    }
}

string_enum! {
    /// `FlowActionHttpSendRequestType`
    FlowActionHttpSendRequestType {
        Http = "HTTP",
    }
}

union! {
    /// `FlowActionHubspot`
    FlowActionHubspot {
        EnrollContact(Box<FlowActionHubspotEnrollContact>),
        GetContact(Box<FlowActionHubspotGetContact>),
        UpsertContact(Box<FlowActionHubspotUpsertContact>),
    }
}

object! {
    /// `FlowActionHubspotEnrollContact`
    FlowActionHubspotEnrollContact (id: String, type_: FlowActionHubspotEnrollContactType, action: FlowActionHubspotEnrollContactAction, params: FlowActionHubspotEnrollContactParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionHubspotEnrollContactType,
        action "action": FlowActionHubspotEnrollContactAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionHubspotEnrollContactParams,
    } in_union
}

string_enum! {
    /// `FlowActionHubspotEnrollContactAction`
    FlowActionHubspotEnrollContactAction {
        EnrollContact = "ENROLL_CONTACT",
    }
}

object! {
    /// `FlowActionHubspotEnrollContactParams`
    FlowActionHubspotEnrollContactParams (connection_id: ConnectionId, email: String, workflow_id: FlowActionHubspotEnrollContactParamsWorkflowId) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        email "email": String,
        workflow_id "workflow_id": FlowActionHubspotEnrollContactParamsWorkflowId,
    }
}

union! {
    /// `FlowActionHubspotEnrollContactParamsWorkflowId`
    FlowActionHubspotEnrollContactParamsWorkflowId {
        String(String),
        Integer(i64),
    }
}

string_enum! {
    /// `FlowActionHubspotEnrollContactType`
    FlowActionHubspotEnrollContactType {
        Hubspot = "HUBSPOT",
    }
}

object! {
    /// `FlowActionHubspotGetContact`
    FlowActionHubspotGetContact (id: String, type_: FlowActionHubspotGetContactType, action: FlowActionHubspotGetContactAction, params: FlowActionHubspotGetContactParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionHubspotGetContactType,
        action "action": FlowActionHubspotGetContactAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionHubspotGetContactParams,
    } in_union
}

string_enum! {
    /// `FlowActionHubspotGetContactAction`
    FlowActionHubspotGetContactAction {
        GetContact = "GET_CONTACT",
    }
}

object! {
    /// `FlowActionHubspotGetContactParams`
    FlowActionHubspotGetContactParams (connection_id: ConnectionId, email: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        email "email": String,
    }
}

string_enum! {
    /// `FlowActionHubspotGetContactType`
    FlowActionHubspotGetContactType {
        Hubspot = "HUBSPOT",
    }
}

object! {
    /// `FlowActionHubspotUpsertContact`
    FlowActionHubspotUpsertContact (id: String, type_: FlowActionHubspotUpsertContactType, action: FlowActionHubspotUpsertContactAction, params: FlowActionHubspotUpsertContactParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionHubspotUpsertContactType,
        action "action": FlowActionHubspotUpsertContactAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionHubspotUpsertContactParams,
    } in_union
}

string_enum! {
    /// `FlowActionHubspotUpsertContactAction`
    FlowActionHubspotUpsertContactAction {
        UpsertContact = "UPSERT_CONTACT",
    }
}

object! {
    /// `FlowActionHubspotUpsertContactParams`
    FlowActionHubspotUpsertContactParams (connection_id: ConnectionId, email: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        email "email": String,
        properties "properties": Option<Vec<FlowActionHubspotUpsertContactParamsProperty>>,
    }
}

object! {
    /// `FlowActionHubspotUpsertContactParamsProperty`
    FlowActionHubspotUpsertContactParamsProperty (property: String) {
        /// (at most 100 characters)
        property "property": String,
        value "value": Option<Value>,
    }
}

string_enum! {
    /// `FlowActionHubspotUpsertContactType`
    FlowActionHubspotUpsertContactType {
        Hubspot = "HUBSPOT",
    }
}

union! {
    /// `FlowActionJson`
    FlowActionJson {
        CreateJson(Box<FlowActionJsonCreateJson>),
        ParseJson(Box<FlowActionJsonParseJson>),
        SerializeJson(Box<FlowActionJsonSerializeJson>),
    }
}

object! {
    /// `FlowActionJsonCreateJson`
    FlowActionJsonCreateJson (id: String, type_: FlowActionJsonCreateJsonType, action: FlowActionJsonCreateJsonAction, params: FlowActionJsonCreateJsonParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionJsonCreateJsonType,
        action "action": FlowActionJsonCreateJsonAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionJsonCreateJsonParams,
    } in_union
}

string_enum! {
    /// `FlowActionJsonCreateJsonAction`
    FlowActionJsonCreateJsonAction {
        CreateJson = "CREATE_JSON",
    }
}

object! {
    /// `FlowActionJsonCreateJsonParams`
    FlowActionJsonCreateJsonParams (object: Map<String, Value>) {
        object "object": Map<String, Value>,
    }
}

string_enum! {
    /// `FlowActionJsonCreateJsonType`
    FlowActionJsonCreateJsonType {
        Json = "JSON",
    }
}

object! {
    /// `FlowActionJsonParseJson`
    FlowActionJsonParseJson (id: String, type_: FlowActionJsonParseJsonType, action: FlowActionJsonParseJsonAction, params: FlowActionJsonParseJsonParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionJsonParseJsonType,
        action "action": FlowActionJsonParseJsonAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionJsonParseJsonParams,
    } in_union
}

string_enum! {
    /// `FlowActionJsonParseJsonAction`
    FlowActionJsonParseJsonAction {
        ParseJson = "PARSE_JSON",
    }
}

object! {
    /// `FlowActionJsonParseJsonParams`
    FlowActionJsonParseJsonParams (json: String) {
        json "json": String,
    }
}

string_enum! {
    /// `FlowActionJsonParseJsonType`
    FlowActionJsonParseJsonType {
        Json = "JSON",
    }
}

object! {
    /// `FlowActionJsonSerializeJson`
    FlowActionJsonSerializeJson (id: String, type_: FlowActionJsonSerializeJsonType, action: FlowActionJsonSerializeJsonAction, params: FlowActionJsonSerializeJsonParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionJsonSerializeJsonType,
        action "action": FlowActionJsonSerializeJsonAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionJsonSerializeJsonParams,
    } in_union
}

string_enum! {
    /// `FlowActionJsonSerializeJsonAction`
    FlowActionJsonSerializeJsonAction {
        SerializeJson = "SERIALIZE_JSON",
    }
}

object! {
    /// `FlowActionJsonSerializeJsonParams`
    FlowActionJsonSerializeJsonParams (object: FlowActionJsonSerializeJsonParamsObject) {
        object "object": FlowActionJsonSerializeJsonParamsObject,
    }
}

union! {
    /// `FlowActionJsonSerializeJsonParamsObject`
    FlowActionJsonSerializeJsonParamsObject {
        String(String),
        Object(Map<String, Value>),
    }
}

string_enum! {
    /// `FlowActionJsonSerializeJsonType`
    FlowActionJsonSerializeJsonType {
        Json = "JSON",
    }
}

union! {
    /// `FlowActionJwt`
    FlowActionJwt {
        DecodeJwt(Box<FlowActionJwtDecodeJwt>),
        SignJwt(Box<FlowActionJwtSignJwt>),
        VerifyJwt(Box<FlowActionJwtVerifyJwt>),
    }
}

object! {
    /// `FlowActionJwtDecodeJwt`
    FlowActionJwtDecodeJwt (id: String, type_: FlowActionJwtDecodeJwtType, action: FlowActionJwtDecodeJwtAction, params: FlowActionJwtDecodeJwtParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionJwtDecodeJwtType,
        action "action": FlowActionJwtDecodeJwtAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionJwtDecodeJwtParams,
    } in_union
}

string_enum! {
    /// `FlowActionJwtDecodeJwtAction`
    FlowActionJwtDecodeJwtAction {
        DecodeJwt = "DECODE_JWT",
    }
}

object! {
    /// `FlowActionJwtDecodeJwtParams`
    FlowActionJwtDecodeJwtParams (token: String) {
        /// (at most 10000 characters)
        token "token": String,
    }
}

string_enum! {
    /// `FlowActionJwtDecodeJwtType`
    FlowActionJwtDecodeJwtType {
        Jwt = "JWT",
    }
}

object! {
    /// `FlowActionJwtSignJwt`
    FlowActionJwtSignJwt (id: String, type_: FlowActionJwtSignJwtType, action: FlowActionJwtSignJwtAction, params: FlowActionJwtSignJwtParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionJwtSignJwtType,
        action "action": FlowActionJwtSignJwtAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionJwtSignJwtParams,
    } in_union
}

string_enum! {
    /// `FlowActionJwtSignJwtAction`
    FlowActionJwtSignJwtAction {
        SignJwt = "SIGN_JWT",
    }
}

object! {
    /// `FlowActionJwtSignJwtParams`
    FlowActionJwtSignJwtParams (connection_id: ConnectionId) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        payload "payload": Option<Map<String, Value>>,
        /// (at most 100 characters)
        subject "subject": Option<String>,
        /// (at most 100 characters)
        issuer "issuer": Option<String>,
        /// (at most 100 characters)
        audience "audience": Option<String>,
        /// (at most 25 characters)
        expires_in "expires_in": Option<String>,
    }
}

string_enum! {
    /// `FlowActionJwtSignJwtType`
    FlowActionJwtSignJwtType {
        Jwt = "JWT",
    }
}

object! {
    /// `FlowActionJwtVerifyJwt`
    FlowActionJwtVerifyJwt (id: String, type_: FlowActionJwtVerifyJwtType, action: FlowActionJwtVerifyJwtAction, params: FlowActionJwtVerifyJwtParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionJwtVerifyJwtType,
        action "action": FlowActionJwtVerifyJwtAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionJwtVerifyJwtParams,
    } in_union
}

string_enum! {
    /// `FlowActionJwtVerifyJwtAction`
    FlowActionJwtVerifyJwtAction {
        VerifyJwt = "VERIFY_JWT",
    }
}

object! {
    /// `FlowActionJwtVerifyJwtParams`
    FlowActionJwtVerifyJwtParams (connection_id: ConnectionId, token: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        /// (at most 100 characters)
        token "token": String,
        /// (at most 500 characters)
        audience "audience": Option<String>,
        /// (at most 500 characters)
        issuer "issuer": Option<String>,
    }
}

string_enum! {
    /// `FlowActionJwtVerifyJwtType`
    FlowActionJwtVerifyJwtType {
        Jwt = "JWT",
    }
}

object! {
    /// `FlowActionMailchimpUpsertMember`
    FlowActionMailchimpUpsertMember (id: String, type_: FlowActionMailchimpUpsertMemberType, action: FlowActionMailchimpUpsertMemberAction, params: FlowActionMailchimpUpsertMemberParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionMailchimpUpsertMemberType,
        action "action": FlowActionMailchimpUpsertMemberAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionMailchimpUpsertMemberParams,
    } in_union
}

string_enum! {
    /// `FlowActionMailchimpUpsertMemberAction`
    FlowActionMailchimpUpsertMemberAction {
        UpsertMember = "UPSERT_MEMBER",
    }
}

object! {
    /// `FlowActionMailchimpUpsertMemberParams`
    FlowActionMailchimpUpsertMemberParams (connection_id: ConnectionId, list_id: String, member: FlowActionMailchimpUpsertMemberParamsMember) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        list_id "list_id": String,
        member "member": FlowActionMailchimpUpsertMemberParamsMember,
    }
}

object! {
    /// `FlowActionMailchimpUpsertMemberParamsMember`
    FlowActionMailchimpUpsertMemberParamsMember (email_address: String, status_if_new: String) {
        email_address "email_address": String,
        status_if_new "status_if_new": String,
        merge_fields "merge_fields": Option<Map<String, Value>>,
    }
}

string_enum! {
    /// `FlowActionMailchimpUpsertMemberType`
    FlowActionMailchimpUpsertMemberType {
        Mailchimp = "MAILCHIMP",
    }
}

object! {
    /// `FlowActionMailjetSendEmail`
    FlowActionMailjetSendEmail (id: String, type_: FlowActionMailjetSendEmailType, action: FlowActionMailjetSendEmailAction, params: FlowActionMailjetSendEmailParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionMailjetSendEmailType,
        action "action": FlowActionMailjetSendEmailAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionMailjetSendEmailParams,
    } in_union
}

string_enum! {
    /// `FlowActionMailjetSendEmailAction`
    FlowActionMailjetSendEmailAction {
        SendEmail = "SEND_EMAIL",
    }
}

union! {
    /// `FlowActionMailjetSendEmailParams`
    FlowActionMailjetSendEmailParams {
        FlowActionMailjetSendEmailParams1(FlowActionMailjetSendEmailParams1),
        FlowActionMailjetSendEmailParams2(FlowActionMailjetSendEmailParams2),
    }
}

object! {
    /// `FlowActionMailjetSendEmailParams1`
    FlowActionMailjetSendEmailParams1 (content: String) {
        content "content": String,
    } in_union
}

object! {
    /// `FlowActionMailjetSendEmailParams2`
    FlowActionMailjetSendEmailParams2 (template_id: i64) {
        template_id "template_id": i64,
        variables "variables": Option<Map<String, Value>>,
    } in_union
}

string_enum! {
    /// `FlowActionMailjetSendEmailType`
    FlowActionMailjetSendEmailType {
        Mailjet = "MAILJET",
    }
}

union! {
    /// `FlowActionOtp`
    FlowActionOtp {
        GenerateCode(Box<FlowActionOtpGenerateCode>),
        VerifyCode(Box<FlowActionOtpVerifyCode>),
    }
}

object! {
    /// `FlowActionOtpGenerateCode`
    FlowActionOtpGenerateCode (id: String, type_: FlowActionOtpGenerateCodeType, action: FlowActionOtpGenerateCodeAction, params: FlowActionOtpGenerateCodeParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionOtpGenerateCodeType,
        action "action": FlowActionOtpGenerateCodeAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionOtpGenerateCodeParams,
    } in_union
}

string_enum! {
    /// `FlowActionOtpGenerateCodeAction`
    FlowActionOtpGenerateCodeAction {
        GenerateCode = "GENERATE_CODE",
    }
}

object! {
    /// `FlowActionOtpGenerateCodeParams`
    FlowActionOtpGenerateCodeParams (reference: String, length: i64) {
        /// (at most 250 characters)
        reference "reference": String,
        /// (1 to 10)
        length "length": i64,
    }
}

string_enum! {
    /// `FlowActionOtpGenerateCodeType`
    FlowActionOtpGenerateCodeType {
        Otp = "OTP",
    }
}

object! {
    /// `FlowActionOtpVerifyCode`
    FlowActionOtpVerifyCode (id: String, type_: FlowActionOtpVerifyCodeType, action: FlowActionOtpVerifyCodeAction, params: FlowActionOtpVerifyCodeParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionOtpVerifyCodeType,
        action "action": FlowActionOtpVerifyCodeAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionOtpVerifyCodeParams,
    } in_union
}

string_enum! {
    /// `FlowActionOtpVerifyCodeAction`
    FlowActionOtpVerifyCodeAction {
        VerifyCode = "VERIFY_CODE",
    }
}

object! {
    /// `FlowActionOtpVerifyCodeParams`
    FlowActionOtpVerifyCodeParams (reference: String, code: FlowActionOtpVerifyCodeParamsCode) {
        /// (at most 250 characters)
        reference "reference": String,
        code "code": FlowActionOtpVerifyCodeParamsCode,
    }
}

union! {
    /// `FlowActionOtpVerifyCodeParamsCode`
    FlowActionOtpVerifyCodeParamsCode {
        Integer(i64),
        String(String),
    }
}

string_enum! {
    /// `FlowActionOtpVerifyCodeType`
    FlowActionOtpVerifyCodeType {
        Otp = "OTP",
    }
}

union! {
    /// `FlowActionPipedrive`
    FlowActionPipedrive {
        AddDeal(Box<FlowActionPipedriveAddDeal>),
        AddOrganization(Box<FlowActionPipedriveAddOrganization>),
        AddPerson(Box<FlowActionPipedriveAddPerson>),
    }
}

object! {
    /// `FlowActionPipedriveAddDeal`
    FlowActionPipedriveAddDeal (id: String, type_: FlowActionPipedriveAddDealType, action: FlowActionPipedriveAddDealAction, params: FlowActionPipedriveAddDealParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionPipedriveAddDealType,
        action "action": FlowActionPipedriveAddDealAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionPipedriveAddDealParams,
    } in_union
}

string_enum! {
    /// `FlowActionPipedriveAddDealAction`
    FlowActionPipedriveAddDealAction {
        AddDeal = "ADD_DEAL",
    }
}

object! {
    /// `FlowActionPipedriveAddDealParams`
    FlowActionPipedriveAddDealParams (connection_id: ConnectionId, title: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        title "title": String,
        value "value": Option<String>,
        user_id "user_id": Option<FlowActionPipedriveAddDealParamsUserId>,
        person_id "person_id": Option<FlowActionPipedriveAddDealParamsPersonId>,
        organization_id "organization_id": Option<FlowActionPipedriveAddDealParamsOrganizationId>,
        stage_id "stage_id": Option<FlowActionPipedriveAddDealParamsStageId>,
        fields "fields": Option<Map<String, Value>>,
    }
}

union! {
    /// `FlowActionPipedriveAddDealParamsOrganizationId`
    FlowActionPipedriveAddDealParamsOrganizationId {
        String(String),
        Number(Number),
    }
}

union! {
    /// `FlowActionPipedriveAddDealParamsPersonId`
    FlowActionPipedriveAddDealParamsPersonId {
        String(String),
        Number(Number),
    }
}

union! {
    /// `FlowActionPipedriveAddDealParamsStageId`
    FlowActionPipedriveAddDealParamsStageId {
        String(String),
        Number(Number),
    }
}

union! {
    /// `FlowActionPipedriveAddDealParamsUserId`
    FlowActionPipedriveAddDealParamsUserId {
        String(String),
        Number(Number),
    }
}

string_enum! {
    /// `FlowActionPipedriveAddDealType`
    FlowActionPipedriveAddDealType {
        Pipedrive = "PIPEDRIVE",
    }
}

object! {
    /// `FlowActionPipedriveAddOrganization`
    FlowActionPipedriveAddOrganization (id: String, type_: FlowActionPipedriveAddOrganizationType, action: FlowActionPipedriveAddOrganizationAction, params: FlowActionPipedriveAddOrganizationParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionPipedriveAddOrganizationType,
        action "action": FlowActionPipedriveAddOrganizationAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionPipedriveAddOrganizationParams,
    } in_union
}

string_enum! {
    /// `FlowActionPipedriveAddOrganizationAction`
    FlowActionPipedriveAddOrganizationAction {
        AddOrganization = "ADD_ORGANIZATION",
    }
}

object! {
    /// `FlowActionPipedriveAddOrganizationParams`
    FlowActionPipedriveAddOrganizationParams (connection_id: ConnectionId, name: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        name "name": String,
        owner_id "owner_id": Option<FlowActionPipedriveAddOrganizationParamsOwnerId>,
        fields "fields": Option<Map<String, Value>>,
    }
}

union! {
    /// `FlowActionPipedriveAddOrganizationParamsOwnerId`
    FlowActionPipedriveAddOrganizationParamsOwnerId {
        String(String),
        Number(Number),
    }
}

string_enum! {
    /// `FlowActionPipedriveAddOrganizationType`
    FlowActionPipedriveAddOrganizationType {
        Pipedrive = "PIPEDRIVE",
    }
}

object! {
    /// `FlowActionPipedriveAddPerson`
    FlowActionPipedriveAddPerson (id: String, type_: FlowActionPipedriveAddPersonType, action: FlowActionPipedriveAddPersonAction, params: FlowActionPipedriveAddPersonParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionPipedriveAddPersonType,
        action "action": FlowActionPipedriveAddPersonAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionPipedriveAddPersonParams,
    } in_union
}

string_enum! {
    /// `FlowActionPipedriveAddPersonAction`
    FlowActionPipedriveAddPersonAction {
        AddPerson = "ADD_PERSON",
    }
}

object! {
    /// `FlowActionPipedriveAddPersonParams`
    FlowActionPipedriveAddPersonParams (connection_id: ConnectionId, name: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        name "name": String,
        email "email": Option<String>,
        phone "phone": Option<String>,
        owner_id "owner_id": Option<FlowActionPipedriveAddPersonParamsOwnerId>,
        organization_id "organization_id": Option<FlowActionPipedriveAddPersonParamsOrganizationId>,
        fields "fields": Option<Map<String, Value>>,
    }
}

union! {
    /// `FlowActionPipedriveAddPersonParamsOrganizationId`
    FlowActionPipedriveAddPersonParamsOrganizationId {
        String(String),
        Number(Number),
    }
}

union! {
    /// `FlowActionPipedriveAddPersonParamsOwnerId`
    FlowActionPipedriveAddPersonParamsOwnerId {
        String(String),
        Number(Number),
    }
}

string_enum! {
    /// `FlowActionPipedriveAddPersonType`
    FlowActionPipedriveAddPersonType {
        Pipedrive = "PIPEDRIVE",
    }
}

union! {
    /// `FlowActionSalesforce`
    FlowActionSalesforce {
        CreateLead(Box<FlowActionSalesforceCreateLead>),
        GetLead(Box<FlowActionSalesforceGetLead>),
        SearchLeads(Box<FlowActionSalesforceSearchLeads>),
        UpdateLead(Box<FlowActionSalesforceUpdateLead>),
    }
}

object! {
    /// `FlowActionSalesforceCreateLead`
    FlowActionSalesforceCreateLead (id: String, type_: FlowActionSalesforceCreateLeadType, action: FlowActionSalesforceCreateLeadAction, params: FlowActionSalesforceCreateLeadParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionSalesforceCreateLeadType,
        action "action": FlowActionSalesforceCreateLeadAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionSalesforceCreateLeadParams,
    } in_union
}

string_enum! {
    /// `FlowActionSalesforceCreateLeadAction`
    FlowActionSalesforceCreateLeadAction {
        CreateLead = "CREATE_LEAD",
    }
}

object! {
    /// `FlowActionSalesforceCreateLeadParams`
    FlowActionSalesforceCreateLeadParams (connection_id: ConnectionId, last_name: String, company: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        first_name "first_name": Option<String>,
        /// (at least 1 characters)
        last_name "last_name": String,
        /// (at least 1 characters)
        company "company": String,
        email "email": Option<String>,
        phone "phone": Option<String>,
        payload "payload": Option<Map<String, Value>>,
    }
}

string_enum! {
    /// `FlowActionSalesforceCreateLeadType`
    FlowActionSalesforceCreateLeadType {
        Salesforce = "SALESFORCE",
    }
}

object! {
    /// `FlowActionSalesforceGetLead`
    FlowActionSalesforceGetLead (id: String, type_: FlowActionSalesforceGetLeadType, action: FlowActionSalesforceGetLeadAction, params: FlowActionSalesforceGetLeadParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionSalesforceGetLeadType,
        action "action": FlowActionSalesforceGetLeadAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionSalesforceGetLeadParams,
    } in_union
}

string_enum! {
    /// `FlowActionSalesforceGetLeadAction`
    FlowActionSalesforceGetLeadAction {
        GetLead = "GET_LEAD",
    }
}

object! {
    /// `FlowActionSalesforceGetLeadParams`
    FlowActionSalesforceGetLeadParams (connection_id: ConnectionId, lead_id: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        lead_id "lead_id": String,
    }
}

string_enum! {
    /// `FlowActionSalesforceGetLeadType`
    FlowActionSalesforceGetLeadType {
        Salesforce = "SALESFORCE",
    }
}

object! {
    /// `FlowActionSalesforceSearchLeads`
    FlowActionSalesforceSearchLeads (id: String, type_: FlowActionSalesforceSearchLeadsType, action: FlowActionSalesforceSearchLeadsAction, params: FlowActionSalesforceSearchLeadsParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionSalesforceSearchLeadsType,
        action "action": FlowActionSalesforceSearchLeadsAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionSalesforceSearchLeadsParams,
    } in_union
}

string_enum! {
    /// `FlowActionSalesforceSearchLeadsAction`
    FlowActionSalesforceSearchLeadsAction {
        SearchLeads = "SEARCH_LEADS",
    }
}

object! {
    /// `FlowActionSalesforceSearchLeadsParams`
    FlowActionSalesforceSearchLeadsParams (connection_id: ConnectionId, search_field: FlowActionSalesforceSearchLeadsParamsSearchField, search_value: String, lead_fields: Vec<String>) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        search_field "search_field": FlowActionSalesforceSearchLeadsParamsSearchField,
        /// (at most 2000 characters)
        search_value "search_value": String,
        /// (at least 1 items)
        lead_fields "lead_fields": Vec<String>,
    }
}

string_enum! {
    /// `FlowActionSalesforceSearchLeadsParamsSearchField`
    FlowActionSalesforceSearchLeadsParamsSearchField {
        Email = "email",
        Name = "name",
        Phone = "phone",
        All = "all",
    }
}

string_enum! {
    /// `FlowActionSalesforceSearchLeadsType`
    FlowActionSalesforceSearchLeadsType {
        Salesforce = "SALESFORCE",
    }
}

object! {
    /// `FlowActionSalesforceUpdateLead`
    FlowActionSalesforceUpdateLead (id: String, type_: FlowActionSalesforceUpdateLeadType, action: FlowActionSalesforceUpdateLeadAction, params: FlowActionSalesforceUpdateLeadParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionSalesforceUpdateLeadType,
        action "action": FlowActionSalesforceUpdateLeadAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionSalesforceUpdateLeadParams,
    } in_union
}

string_enum! {
    /// `FlowActionSalesforceUpdateLeadAction`
    FlowActionSalesforceUpdateLeadAction {
        UpdateLead = "UPDATE_LEAD",
    }
}

object! {
    /// `FlowActionSalesforceUpdateLeadParams`
    FlowActionSalesforceUpdateLeadParams (connection_id: ConnectionId, lead_id: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        /// (at least 1 characters)
        lead_id "lead_id": String,
        payload "payload": Option<Map<String, Value>>,
    }
}

string_enum! {
    /// `FlowActionSalesforceUpdateLeadType`
    FlowActionSalesforceUpdateLeadType {
        Salesforce = "SALESFORCE",
    }
}

object! {
    /// `FlowActionSendgridSendEmail`
    FlowActionSendgridSendEmail (id: String, type_: FlowActionSendgridSendEmailType, action: FlowActionSendgridSendEmailAction, params: FlowActionSendgridSendEmailParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionSendgridSendEmailType,
        action "action": FlowActionSendgridSendEmailAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionSendgridSendEmailParams,
    } in_union
}

string_enum! {
    /// `FlowActionSendgridSendEmailAction`
    FlowActionSendgridSendEmailAction {
        SendEmail = "SEND_EMAIL",
    }
}

object! {
    /// `FlowActionSendgridSendEmailParams`
    FlowActionSendgridSendEmailParams (connection_id: ConnectionId, from: FlowActionSendgridSendEmailParamsPerson, personalizations: Vec<Value>) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        from "from": FlowActionSendgridSendEmailParamsPerson,
        /// (at least 1 items)
        personalizations "personalizations": Vec<Value>,
    }
}

object! {
    /// `FlowActionSendgridSendEmailParamsPerson`
    FlowActionSendgridSendEmailParamsPerson (email: String) {
        name "name": Option<String>,
        email "email": String,
    }
}

string_enum! {
    /// `FlowActionSendgridSendEmailType`
    FlowActionSendgridSendEmailType {
        Sendgrid = "SENDGRID",
    }
}

object! {
    /// `FlowActionSlackPostMessage`
    FlowActionSlackPostMessage (id: String, type_: FlowActionSlackPostMessageType, action: FlowActionSlackPostMessageAction, params: FlowActionSlackPostMessageParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionSlackPostMessageType,
        action "action": FlowActionSlackPostMessageAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionSlackPostMessageParams,
    } in_union
}

string_enum! {
    /// `FlowActionSlackPostMessageAction`
    FlowActionSlackPostMessageAction {
        PostMessage = "POST_MESSAGE",
    }
}

object! {
    /// `FlowActionSlackPostMessageParams`
    FlowActionSlackPostMessageParams (connection_id: ConnectionId) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        text "text": Option<String>,
        attachments "attachments": Option<Vec<FlowActionSlackPostMessageParamsAttachment>>,
    }
}

object! {
    /// `FlowActionSlackPostMessageParamsAttachment`
    FlowActionSlackPostMessageParamsAttachment {
        color "color": Option<FlowActionSlackPostMessageParamsAttachmentColor>,
        pretext "pretext": Option<String>,
        text "text": Option<String>,
        fields "fields": Option<Vec<FlowActionSlackPostMessageParamsAttachmentField>>,
    }
}

string_enum! {
    /// `FlowActionSlackPostMessageParamsAttachmentColor`
    FlowActionSlackPostMessageParamsAttachmentColor {
        Good = "GOOD",
        Warning = "WARNING",
        Danger = "DANGER",
    }
}

object! {
    /// `FlowActionSlackPostMessageParamsAttachmentField`
    FlowActionSlackPostMessageParamsAttachmentField (title: String) {
        title "title": String,
        /// (at least 0 characters)
        value "value": Option<String>,
        short "short": Option<bool>,
    }
}

string_enum! {
    /// `FlowActionSlackPostMessageType`
    FlowActionSlackPostMessageType {
        Slack = "SLACK",
    }
}

union! {
    /// `FlowActionStripe`
    FlowActionStripe {
        AddTaxId(Box<FlowActionStripeAddTaxId>),
        CreateCustomer(Box<FlowActionStripeCreateCustomer>),
        CreatePortalSession(Box<FlowActionStripeCreatePortalSession>),
        DeleteTaxId(Box<FlowActionStripeDeleteTaxId>),
        FindCustomers(Box<FlowActionStripeFindCustomers>),
        GetCustomer(Box<FlowActionStripeGetCustomer>),
        UpdateCustomer(Box<FlowActionStripeUpdateCustomer>),
    }
}

object! {
    /// `FlowActionStripeAddTaxId`
    FlowActionStripeAddTaxId (id: String, type_: FlowActionStripeAddTaxIdType, action: FlowActionStripeAddTaxIdAction, params: FlowActionStripeAddTaxIdParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionStripeAddTaxIdType,
        action "action": FlowActionStripeAddTaxIdAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionStripeAddTaxIdParams,
    } in_union
}

string_enum! {
    /// `FlowActionStripeAddTaxIdAction`
    FlowActionStripeAddTaxIdAction {
        AddTaxId = "ADD_TAX_ID",
    }
}

object! {
    /// `FlowActionStripeAddTaxIdParams`
    FlowActionStripeAddTaxIdParams (connection_id: ConnectionId, customer_id: String, type_: String, value: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        /// (at most 250 characters)
        customer_id "customer_id": String,
        /// (at most 250 characters)
        type_ "type": String,
        /// (at most 250 characters)
        value "value": String,
    }
}

string_enum! {
    /// `FlowActionStripeAddTaxIdType`
    FlowActionStripeAddTaxIdType {
        Stripe = "STRIPE",
    }
}

object! {
    /// `FlowActionStripeAddress`
    FlowActionStripeAddress {
        /// (at most 250 characters)
        line1 "line1": Option<String>,
        /// (at most 250 characters)
        line2 "line2": Option<String>,
        /// (at most 250 characters)
        postal_code "postalCode": Option<String>,
        /// (at most 250 characters)
        city "city": Option<String>,
        /// (at most 250 characters)
        state "state": Option<String>,
        /// (at most 250 characters)
        country "country": Option<String>,
    }
}

object! {
    /// `FlowActionStripeCreateCustomer`
    FlowActionStripeCreateCustomer (id: String, type_: FlowActionStripeCreateCustomerType, action: FlowActionStripeCreateCustomerAction, params: FlowActionStripeCreateCustomerParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionStripeCreateCustomerType,
        action "action": FlowActionStripeCreateCustomerAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionStripeCreateCustomerParams,
    } in_union
}

string_enum! {
    /// `FlowActionStripeCreateCustomerAction`
    FlowActionStripeCreateCustomerAction {
        CreateCustomer = "CREATE_CUSTOMER",
    }
}

object! {
    /// `FlowActionStripeCreateCustomerParams`
    FlowActionStripeCreateCustomerParams (connection_id: ConnectionId) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        tax_id "tax_id": Option<FlowActionStripeTaxId>,
        /// (at most 250 characters)
        name "name": Option<String>,
        /// (at most 250 characters)
        description "description": Option<String>,
        /// (at most 512 characters)
        email "email": Option<String>,
        /// (at most 250 characters)
        phone "phone": Option<String>,
        tax_exempt "tax_exempt": Option<String>,
        address "address": Option<FlowActionStripeAddress>,
        /// (at most 50 members)
        metadata "metadata": Option<BTreeMap<String, String>>,
    }
}

string_enum! {
    /// `FlowActionStripeCreateCustomerType`
    FlowActionStripeCreateCustomerType {
        Stripe = "STRIPE",
    }
}

object! {
    /// `FlowActionStripeCreatePortalSession`
    FlowActionStripeCreatePortalSession (id: String, type_: FlowActionStripeCreatePortalSessionType, action: FlowActionStripeCreatePortalSessionAction, params: FlowActionStripeCreatePortalSessionParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionStripeCreatePortalSessionType,
        action "action": FlowActionStripeCreatePortalSessionAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionStripeCreatePortalSessionParams,
    } in_union
}

string_enum! {
    /// `FlowActionStripeCreatePortalSessionAction`
    FlowActionStripeCreatePortalSessionAction {
        CreatePortalSession = "CREATE_PORTAL_SESSION",
    }
}

object! {
    /// `FlowActionStripeCreatePortalSessionParams`
    FlowActionStripeCreatePortalSessionParams (connection_id: ConnectionId, customer_id: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        /// (at most 250 characters)
        customer_id "customer_id": String,
        return_url "return_url": Option<String>,
    }
}

string_enum! {
    /// `FlowActionStripeCreatePortalSessionType`
    FlowActionStripeCreatePortalSessionType {
        Stripe = "STRIPE",
    }
}

object! {
    /// `FlowActionStripeDeleteTaxId`
    FlowActionStripeDeleteTaxId (id: String, type_: FlowActionStripeDeleteTaxIdType, action: FlowActionStripeDeleteTaxIdAction, params: FlowActionStripeDeleteTaxIdParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionStripeDeleteTaxIdType,
        action "action": FlowActionStripeDeleteTaxIdAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionStripeDeleteTaxIdParams,
    } in_union
}

string_enum! {
    /// `FlowActionStripeDeleteTaxIdAction`
    FlowActionStripeDeleteTaxIdAction {
        DeleteTaxId = "DELETE_TAX_ID",
    }
}

object! {
    /// `FlowActionStripeDeleteTaxIdParams`
    FlowActionStripeDeleteTaxIdParams (connection_id: ConnectionId, customer_id: String, id: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        /// (at most 250 characters)
        customer_id "customer_id": String,
        /// (at most 250 characters)
        id "id": String,
    }
}

string_enum! {
    /// `FlowActionStripeDeleteTaxIdType`
    FlowActionStripeDeleteTaxIdType {
        Stripe = "STRIPE",
    }
}

object! {
    /// `FlowActionStripeFindCustomers`
    FlowActionStripeFindCustomers (id: String, type_: FlowActionStripeFindCustomersType, action: FlowActionStripeFindCustomersAction, params: FlowActionStripeFindCustomersParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionStripeFindCustomersType,
        action "action": FlowActionStripeFindCustomersAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionStripeFindCustomersParams,
    } in_union
}

string_enum! {
    /// `FlowActionStripeFindCustomersAction`
    FlowActionStripeFindCustomersAction {
        FindCustomers = "FIND_CUSTOMERS",
    }
}

object! {
    /// `FlowActionStripeFindCustomersParams`
    FlowActionStripeFindCustomersParams (connection_id: ConnectionId, email: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        email "email": String,
    }
}

string_enum! {
    /// `FlowActionStripeFindCustomersType`
    FlowActionStripeFindCustomersType {
        Stripe = "STRIPE",
    }
}

object! {
    /// `FlowActionStripeGetCustomer`
    FlowActionStripeGetCustomer (id: String, type_: FlowActionStripeGetCustomerType, action: FlowActionStripeGetCustomerAction, params: FlowActionStripeGetCustomerParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionStripeGetCustomerType,
        action "action": FlowActionStripeGetCustomerAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionStripeGetCustomerParams,
    } in_union
}

string_enum! {
    /// `FlowActionStripeGetCustomerAction`
    FlowActionStripeGetCustomerAction {
        GetCustomer = "GET_CUSTOMER",
    }
}

object! {
    /// `FlowActionStripeGetCustomerParams`
    FlowActionStripeGetCustomerParams (connection_id: ConnectionId, id: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        /// (at most 250 characters)
        id "id": String,
    }
}

string_enum! {
    /// `FlowActionStripeGetCustomerType`
    FlowActionStripeGetCustomerType {
        Stripe = "STRIPE",
    }
}

object! {
    /// `FlowActionStripeTaxId`
    FlowActionStripeTaxId (type_: String, value: String) {
        /// (at most 250 characters)
        type_ "type": String,
        /// (at most 250 characters)
        value "value": String,
    }
}

object! {
    /// `FlowActionStripeUpdateCustomer`
    FlowActionStripeUpdateCustomer (id: String, type_: FlowActionStripeUpdateCustomerType, action: FlowActionStripeUpdateCustomerAction, params: FlowActionStripeUpdateCustomerParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionStripeUpdateCustomerType,
        action "action": FlowActionStripeUpdateCustomerAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionStripeUpdateCustomerParams,
    } in_union
}

string_enum! {
    /// `FlowActionStripeUpdateCustomerAction`
    FlowActionStripeUpdateCustomerAction {
        UpdateCustomer = "UPDATE_CUSTOMER",
    }
}

object! {
    /// `FlowActionStripeUpdateCustomerParams`
    FlowActionStripeUpdateCustomerParams (connection_id: ConnectionId, id: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        /// (at most 250 characters)
        id "id": String,
        /// (at most 250 characters)
        name "name": Option<String>,
        /// (at most 250 characters)
        description "description": Option<String>,
        /// (at most 512 characters)
        email "email": Option<String>,
        /// (at most 250 characters)
        phone "phone": Option<String>,
        tax_exempt "tax_exempt": Option<String>,
        address "address": Option<FlowActionStripeAddress>,
        /// (at most 50 members)
        metadata "metadata": Option<BTreeMap<String, String>>,
    }
}

string_enum! {
    /// `FlowActionStripeUpdateCustomerType`
    FlowActionStripeUpdateCustomerType {
        Stripe = "STRIPE",
    }
}

object! {
    /// `FlowActionTelegramSendMessage`
    FlowActionTelegramSendMessage (id: String, type_: FlowActionTelegramSendMessageType, action: FlowActionTelegramSendMessageAction, params: FlowActionTelegramSendMessageParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionTelegramSendMessageType,
        action "action": FlowActionTelegramSendMessageAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionTelegramSendMessageParams,
    } in_union
}

string_enum! {
    /// `FlowActionTelegramSendMessageAction`
    FlowActionTelegramSendMessageAction {
        SendMessage = "SEND_MESSAGE",
    }
}

object! {
    /// `FlowActionTelegramSendMessageParams`
    FlowActionTelegramSendMessageParams (connection_id: ConnectionId, chat_id: String, text: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        chat_id "chat_id": String,
        text "text": String,
    }
}

string_enum! {
    /// `FlowActionTelegramSendMessageType`
    FlowActionTelegramSendMessageType {
        Telegram = "TELEGRAM",
    }
}

union! {
    /// `FlowActionTwilio`
    FlowActionTwilio {
        MakeCall(Box<FlowActionTwilioMakeCall>),
        SendSms(Box<FlowActionTwilioSendSms>),
    }
}

object! {
    /// `FlowActionTwilioMakeCall`
    FlowActionTwilioMakeCall (id: String, type_: FlowActionTwilioMakeCallType, action: FlowActionTwilioMakeCallAction, params: FlowActionTwilioMakeCallParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionTwilioMakeCallType,
        action "action": FlowActionTwilioMakeCallAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionTwilioMakeCallParams,
    } in_union
}

string_enum! {
    /// `FlowActionTwilioMakeCallAction`
    FlowActionTwilioMakeCallAction {
        MakeCall = "MAKE_CALL",
    }
}

object! {
    /// `FlowActionTwilioMakeCallParams`
    FlowActionTwilioMakeCallParams (connection_id: ConnectionId, from: String, to: String, payload: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        from "from": String,
        to "to": String,
        /// (at most 4096 characters)
        payload "payload": String,
    }
}

string_enum! {
    /// `FlowActionTwilioMakeCallType`
    FlowActionTwilioMakeCallType {
        Twilio = "TWILIO",
    }
}

object! {
    /// `FlowActionTwilioSendSms`
    FlowActionTwilioSendSms (id: String, type_: FlowActionTwilioSendSmsType, action: FlowActionTwilioSendSmsAction, params: FlowActionTwilioSendSmsParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionTwilioSendSmsType,
        action "action": FlowActionTwilioSendSmsAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionTwilioSendSmsParams,
    } in_union
}

string_enum! {
    /// `FlowActionTwilioSendSmsAction`
    FlowActionTwilioSendSmsAction {
        SendSms = "SEND_SMS",
    }
}

object! {
    /// `FlowActionTwilioSendSmsParams`
    FlowActionTwilioSendSmsParams (connection_id: ConnectionId, from: String, to: String, message: String) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        /// (at most 50 characters)
        from "from": String,
        /// (at most 50 characters)
        to "to": String,
        /// (at most 1500 characters)
        message "message": String,
    }
}

string_enum! {
    /// `FlowActionTwilioSendSmsType`
    FlowActionTwilioSendSmsType {
        Twilio = "TWILIO",
    }
}

object! {
    /// `FlowActionWhatsappSendMessage`
    FlowActionWhatsappSendMessage (id: String, type_: FlowActionWhatsappSendMessageType, action: FlowActionWhatsappSendMessageAction, params: FlowActionWhatsappSendMessageParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionWhatsappSendMessageType,
        action "action": FlowActionWhatsappSendMessageAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionWhatsappSendMessageParams,
    } in_union
}

string_enum! {
    /// `FlowActionWhatsappSendMessageAction`
    FlowActionWhatsappSendMessageAction {
        SendMessage = "SEND_MESSAGE",
    }
}

object! {
    /// `FlowActionWhatsappSendMessageParams`
    FlowActionWhatsappSendMessageParams (connection_id: ConnectionId, sender_id: String, recipient_number: String, type_: FlowActionWhatsappSendMessageParamsType, payload: FlowActionWhatsappSendMessageParamsPayload) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        sender_id "sender_id": String,
        recipient_number "recipient_number": String,
        type_ "type": FlowActionWhatsappSendMessageParamsType,
        payload "payload": FlowActionWhatsappSendMessageParamsPayload,
    }
}

union! {
    /// `FlowActionWhatsappSendMessageParamsPayload`
    FlowActionWhatsappSendMessageParamsPayload {
        Object(Map<String, Value>),
        String(String),
    }
}

string_enum! {
    /// `FlowActionWhatsappSendMessageParamsType`
    FlowActionWhatsappSendMessageParamsType {
        Audio = "AUDIO",
        Contacts = "CONTACTS",
        Document = "DOCUMENT",
        Image = "IMAGE",
        Interactive = "INTERACTIVE",
        Location = "LOCATION",
        Sticker = "STICKER",
        Template = "TEMPLATE",
        Text = "TEXT",
    }
}

string_enum! {
    /// `FlowActionWhatsappSendMessageType`
    FlowActionWhatsappSendMessageType {
        Whatsapp = "WHATSAPP",
    }
}

union! {
    /// `FlowActionXml`
    FlowActionXml {
        ParseXml(Box<FlowActionXmlParseXml>),
        SerializeXml(Box<FlowActionXmlSerializeXml>),
    }
}

object! {
    /// `FlowActionXmlParseXml`
    FlowActionXmlParseXml (id: String, type_: FlowActionXmlParseXmlType, action: FlowActionXmlParseXmlAction, params: FlowActionXmlParseXmlParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionXmlParseXmlType,
        action "action": FlowActionXmlParseXmlAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionXmlParseXmlParams,
    } in_union
}

string_enum! {
    /// `FlowActionXmlParseXmlAction`
    FlowActionXmlParseXmlAction {
        ParseXml = "PARSE_XML",
    }
}

object! {
    /// `FlowActionXmlParseXmlParams`
    FlowActionXmlParseXmlParams (xml: String) {
        xml "xml": String,
    }
}

string_enum! {
    /// `FlowActionXmlParseXmlType`
    FlowActionXmlParseXmlType {
        Xml = "XML",
    }
}

object! {
    /// `FlowActionXmlSerializeXml`
    FlowActionXmlSerializeXml (id: String, type_: FlowActionXmlSerializeXmlType, action: FlowActionXmlSerializeXmlAction, params: FlowActionXmlSerializeXmlParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionXmlSerializeXmlType,
        action "action": FlowActionXmlSerializeXmlAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionXmlSerializeXmlParams,
    } in_union
}

string_enum! {
    /// `FlowActionXmlSerializeXmlAction`
    FlowActionXmlSerializeXmlAction {
        SerializeXml = "SERIALIZE_XML",
    }
}

object! {
    /// `FlowActionXmlSerializeXmlParams`
    FlowActionXmlSerializeXmlParams (object: FlowActionXmlSerializeXmlParamsObject) {
        object "object": FlowActionXmlSerializeXmlParamsObject,
    }
}

union! {
    /// `FlowActionXmlSerializeXmlParamsObject`
    FlowActionXmlSerializeXmlParamsObject {
        String(String),
        Object(Map<String, Value>),
    }
}

string_enum! {
    /// `FlowActionXmlSerializeXmlType`
    FlowActionXmlSerializeXmlType {
        Xml = "XML",
    }
}

object! {
    /// `FlowActionZapierTriggerWebhook`
    FlowActionZapierTriggerWebhook (id: String, type_: FlowActionZapierTriggerWebhookType, action: FlowActionZapierTriggerWebhookAction, params: FlowActionZapierTriggerWebhookParams) {
        /// (format `forms-custom-identifier`)
        id "id": String,
        /// (at most 100 characters)
        alias "alias": Option<String>,
        type_ "type": FlowActionZapierTriggerWebhookType,
        action "action": FlowActionZapierTriggerWebhookAction,
        allow_failure "allow_failure": Option<bool>,
        mask_output "mask_output": Option<bool>,
        params "params": FlowActionZapierTriggerWebhookParams,
    } in_union
}

string_enum! {
    /// `FlowActionZapierTriggerWebhookAction`
    FlowActionZapierTriggerWebhookAction {
        TriggerWebhook = "TRIGGER_WEBHOOK",
    }
}

object! {
    /// `FlowActionZapierTriggerWebhookParams`
    FlowActionZapierTriggerWebhookParams (connection_id: ConnectionId) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        connection_id "connection_id": ConnectionId,
        method "method": Option<FlowActionZapierTriggerWebhookParamsMethod>,
    }
}

string_enum! {
    /// `FlowActionZapierTriggerWebhookParamsMethod`
    FlowActionZapierTriggerWebhookParamsMethod {
        Get = "GET",
        Post = "POST",
        Put = "PUT",
    }
}

string_enum! {
    /// `FlowActionZapierTriggerWebhookType`
    FlowActionZapierTriggerWebhookType {
        Zapier = "ZAPIER",
    }
}

object! {
    /// `FlowExecution`
    FlowExecution (id: FlowExecutionId, trace_id: String, status: String, created_at: String, updated_at: String) {
        /// (at most 30 characters, format `flow-execution-id`)
        id "id": FlowExecutionId,
        /// (1 to 50 characters)
        trace_id "trace_id": String,
        /// (1 to 50 characters)
        journey_id "journey_id": Option<String>,
        /// (1 to 50 characters)
        status "status": String,
        debug "debug": Option<Map<String, Value>>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_at "updated_at": String,
        /// (format `date-time`)
        started_at "started_at": Option<String>,
        /// (format `date-time`)
        ended_at "ended_at": Option<String>,
    }
}

object! {
    /// `FlowExecutionSummary`
    FlowExecutionSummary (id: FlowExecutionId, trace_id: String, status: String, created_at: String, updated_at: String) {
        /// (at most 30 characters, format `flow-execution-id`)
        id "id": FlowExecutionId,
        /// (1 to 50 characters)
        trace_id "trace_id": String,
        /// (1 to 50 characters)
        journey_id "journey_id": Option<String>,
        /// (1 to 50 characters)
        status "status": String,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_at "updated_at": String,
        /// (format `date-time`)
        started_at "started_at": Option<String>,
        /// (format `date-time`)
        ended_at "ended_at": Option<String>,
    } in_union
}

object! {
    /// `FlowSummary`
    FlowSummary (id: FlowId, name: String, created_at: String, updated_at: String) {
        /// (at most 30 characters, format `flow-id`)
        id "id": FlowId,
        /// (1 to 150 characters)
        name "name": String,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_at "updated_at": String,
        /// (format `date`)
        executed_at "executed_at": Option<String>,
    } in_union
}

union! {
    /// `FlowsExecutions`
    FlowsExecutions {
        List(Vec<FlowExecutionSummary>),
        Page(ListFlowExecutionsOffsetPaginatedResponseContent),
        Checkpoint(ListFlowExecutionsPaginatedResponseContent),
    }
}

envelope! { union FlowsExecutions: FlowExecutionSummary, List Page Checkpoint }

object! {
    /// `FlowsVaultConnectioSetupApiKey`
    FlowsVaultConnectioSetupApiKey (type_: FlowsVaultConnectioSetupTypeApiKey, api_key: String) {
        type_ "type": FlowsVaultConnectioSetupTypeApiKey,
        api_key "api_key": String,
    } in_union
}

object! {
    /// `FlowsVaultConnectioSetupApiKeyWithBaseUrl`
    FlowsVaultConnectioSetupApiKeyWithBaseUrl (type_: FlowsVaultConnectioSetupTypeApiKey, api_key: String, base_url: String) {
        type_ "type": FlowsVaultConnectioSetupTypeApiKey,
        api_key "api_key": String,
        /// (format `forms-url-https`)
        base_url "base_url": String,
    } in_union
}

object! {
    /// `FlowsVaultConnectioSetupBigqueryOauthJwt`
    FlowsVaultConnectioSetupBigqueryOauthJwt {
        type_ "type": Option<FlowsVaultConnectioSetupTypeOauthJwt>,
        project_id "project_id": Option<String>,
        private_key "private_key": Option<String>,
        /// (format `email`)
        client_email "client_email": Option<String>,
    } in_union
}

object! {
    /// `FlowsVaultConnectioSetupHttpBearer`
    FlowsVaultConnectioSetupHttpBearer (type_: FlowsVaultConnectioSetupTypeBearer, token: String) {
        type_ "type": FlowsVaultConnectioSetupTypeBearer,
        token "token": String,
    } in_union
}

object! {
    /// `FlowsVaultConnectioSetupJwt`
    FlowsVaultConnectioSetupJwt (type_: FlowsVaultConnectioSetupTypeJwt, algorithm: FlowsVaultConnectioSetupJwtAlgorithm) {
        type_ "type": FlowsVaultConnectioSetupTypeJwt,
        algorithm "algorithm": FlowsVaultConnectioSetupJwtAlgorithm,
    } in_union
}

string_enum! {
    /// `FlowsVaultConnectioSetupJwtAlgorithm`
    FlowsVaultConnectioSetupJwtAlgorithm {
        Hs256 = "HS256",
        Hs384 = "HS384",
        Hs512 = "HS512",
        Rs256 = "RS256",
        Rs384 = "RS384",
        Rs512 = "RS512",
        Es256 = "ES256",
        Es384 = "ES384",
        Es512 = "ES512",
        Ps256 = "PS256",
        Ps384 = "PS384",
        Ps512 = "PS512",
    }
}

object! {
    /// `FlowsVaultConnectioSetupMailjetApiKey`
    FlowsVaultConnectioSetupMailjetApiKey (type_: FlowsVaultConnectioSetupTypeApiKey, api_key: String, secret_key: String) {
        type_ "type": FlowsVaultConnectioSetupTypeApiKey,
        api_key "api_key": String,
        secret_key "secret_key": String,
    } in_union
}

object! {
    /// `FlowsVaultConnectioSetupOauthApp`
    FlowsVaultConnectioSetupOauthApp (type_: FlowsVaultConnectioSetupTypeOauthApp, client_id: ClientId, client_secret: String, domain: String) {
        type_ "type": FlowsVaultConnectioSetupTypeOauthApp,
        client_id "client_id": ClientId,
        client_secret "client_secret": String,
        /// (format `hostname-rfc2181`)
        domain "domain": String,
        /// (at least 1 characters, format `forms-url-https`)
        audience "audience": Option<String>,
    } in_union
}

object! {
    /// `FlowsVaultConnectioSetupOauthCode`
    FlowsVaultConnectioSetupOauthCode {
        type_ "type": Option<FlowsVaultConnectioSetupTypeOauthCode>,
        code "code": Option<String>,
    } in_union
}

object! {
    /// `FlowsVaultConnectioSetupSecretApiKey`
    FlowsVaultConnectioSetupSecretApiKey (type_: FlowsVaultConnectioSetupTypeApiKey, secret_key: String) {
        type_ "type": FlowsVaultConnectioSetupTypeApiKey,
        secret_key "secret_key": String,
    } in_union
}

object! {
    /// `FlowsVaultConnectioSetupStripeKeyPair`
    FlowsVaultConnectioSetupStripeKeyPair (type_: FlowsVaultConnectioSetupTypeKeyPair, private_key: String, public_key: String) {
        type_ "type": FlowsVaultConnectioSetupTypeKeyPair,
        private_key "private_key": String,
        public_key "public_key": String,
    } in_union
}

object! {
    /// `FlowsVaultConnectioSetupToken`
    FlowsVaultConnectioSetupToken (type_: FlowsVaultConnectioSetupTypeToken, token: String) {
        type_ "type": FlowsVaultConnectioSetupTypeToken,
        token "token": String,
    } in_union
}

object! {
    /// `FlowsVaultConnectioSetupTwilioApiKey`
    FlowsVaultConnectioSetupTwilioApiKey (type_: FlowsVaultConnectioSetupTypeApiKey, account_id: String, api_key: String) {
        type_ "type": FlowsVaultConnectioSetupTypeApiKey,
        account_id "account_id": String,
        api_key "api_key": String,
    } in_union
}

string_enum! {
    /// `FlowsVaultConnectioSetupTypeApiKey`
    FlowsVaultConnectioSetupTypeApiKey {
        ApiKey = "API_KEY",
    }
}

string_enum! {
    /// `FlowsVaultConnectioSetupTypeBearer`
    FlowsVaultConnectioSetupTypeBearer {
        Bearer = "BEARER",
    }
}

string_enum! {
    /// `FlowsVaultConnectioSetupTypeJwt`
    FlowsVaultConnectioSetupTypeJwt {
        Jwt = "JWT",
    }
}

string_enum! {
    /// `FlowsVaultConnectioSetupTypeKeyPair`
    FlowsVaultConnectioSetupTypeKeyPair {
        KeyPair = "KEY_PAIR",
    }
}

string_enum! {
    /// `FlowsVaultConnectioSetupTypeOauthApp`
    FlowsVaultConnectioSetupTypeOauthApp {
        OauthApp = "OAUTH_APP",
    }
}

string_enum! {
    /// `FlowsVaultConnectioSetupTypeOauthCode`
    FlowsVaultConnectioSetupTypeOauthCode {
        OauthCode = "OAUTH_CODE",
    }
}

string_enum! {
    /// `FlowsVaultConnectioSetupTypeOauthJwt`
    FlowsVaultConnectioSetupTypeOauthJwt {
        OauthJwt = "OAUTH_JWT",
    }
}

string_enum! {
    /// `FlowsVaultConnectioSetupTypeToken`
    FlowsVaultConnectioSetupTypeToken {
        Token = "TOKEN",
    }
}

string_enum! {
    /// `FlowsVaultConnectioSetupTypeWebhook`
    FlowsVaultConnectioSetupTypeWebhook {
        Webhook = "WEBHOOK",
    }
}

object! {
    /// `FlowsVaultConnectioSetupWebhook`
    FlowsVaultConnectioSetupWebhook (type_: FlowsVaultConnectioSetupTypeWebhook, url: String) {
        type_ "type": FlowsVaultConnectioSetupTypeWebhook,
        /// (format `forms-url-https`)
        url "url": String,
    } in_union
}

object! {
    /// `FlowsVaultConnection`
    FlowsVaultConnection (..) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        id "id": String,
        /// (1 to 55 characters)
        app_id "app_id": String,
        /// (1 to 55 characters)
        environment "environment": Option<String>,
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 150 characters)
        account_name "account_name": Option<String>,
        ready "ready": bool,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_at "updated_at": String,
        /// (format `date-time`)
        refreshed_at "refreshed_at": Option<String>,
        /// (at least 1 characters)
        fingerprint "fingerprint": String,
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdActivecampaign`
    FlowsVaultConnectionAppIdActivecampaign {
        Activecampaign = "ACTIVECAMPAIGN",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdAirtable`
    FlowsVaultConnectionAppIdAirtable {
        Airtable = "AIRTABLE",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdAuth0`
    FlowsVaultConnectionAppIdAuth0 {
        Auth0 = "AUTH0",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdBigquery`
    FlowsVaultConnectionAppIdBigquery {
        Bigquery = "BIGQUERY",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdClearbit`
    FlowsVaultConnectionAppIdClearbit {
        Clearbit = "CLEARBIT",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdDocusign`
    FlowsVaultConnectionAppIdDocusign {
        Docusign = "DOCUSIGN",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdGoogleSheets`
    FlowsVaultConnectionAppIdGoogleSheets {
        GoogleSheets = "GOOGLE_SHEETS",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdHttp`
    FlowsVaultConnectionAppIdHttp {
        Http = "HTTP",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdHubspot`
    FlowsVaultConnectionAppIdHubspot {
        Hubspot = "HUBSPOT",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdJwt`
    FlowsVaultConnectionAppIdJwt {
        Jwt = "JWT",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdMailchimp`
    FlowsVaultConnectionAppIdMailchimp {
        Mailchimp = "MAILCHIMP",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdMailjet`
    FlowsVaultConnectionAppIdMailjet {
        Mailjet = "MAILJET",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdPipedrive`
    FlowsVaultConnectionAppIdPipedrive {
        Pipedrive = "PIPEDRIVE",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdSalesforce`
    FlowsVaultConnectionAppIdSalesforce {
        Salesforce = "SALESFORCE",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdSendgrid`
    FlowsVaultConnectionAppIdSendgrid {
        Sendgrid = "SENDGRID",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdSlack`
    FlowsVaultConnectionAppIdSlack {
        Slack = "SLACK",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdStripe`
    FlowsVaultConnectionAppIdStripe {
        Stripe = "STRIPE",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdTelegram`
    FlowsVaultConnectionAppIdTelegram {
        Telegram = "TELEGRAM",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdTwilio`
    FlowsVaultConnectionAppIdTwilio {
        Twilio = "TWILIO",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdWhatsapp`
    FlowsVaultConnectionAppIdWhatsapp {
        Whatsapp = "WHATSAPP",
    }
}

string_enum! {
    /// `FlowsVaultConnectionAppIdZapier`
    FlowsVaultConnectionAppIdZapier {
        Zapier = "ZAPIER",
    }
}

object! {
    /// `FlowsVaultConnectionHttpApiKeySetup`
    FlowsVaultConnectionHttpApiKeySetup (type_: FlowsVaultConnectioSetupTypeApiKey, name: String, value: String, in_: FlowsVaultConnectionHttpApiKeySetupIn) {
        type_ "type": FlowsVaultConnectioSetupTypeApiKey,
        /// (1 to 55 characters)
        name "name": String,
        /// (1 to 255 characters)
        value "value": String,
        in_ "in": FlowsVaultConnectionHttpApiKeySetupIn,
    } in_union
}

string_enum! {
    /// `FlowsVaultConnectionHttpApiKeySetupIn`
    FlowsVaultConnectionHttpApiKeySetupIn {
        Header = "HEADER",
        Query = "QUERY",
    }
}

object! {
    /// `FlowsVaultConnectionHttpBasicAuthSetup`
    FlowsVaultConnectionHttpBasicAuthSetup (type_: FlowsVaultConnectionSetupTypeBasicAuth, username: String) {
        type_ "type": FlowsVaultConnectionSetupTypeBasicAuth,
        /// (1 to 155 characters)
        username "username": String,
        /// (1 to 155 characters)
        password "password": Option<String>,
    } in_union
}

object! {
    /// `FlowsVaultConnectionHttpOauthClientCredentialsSetup`
    FlowsVaultConnectionHttpOauthClientCredentialsSetup (type_: FlowsVaultConnectionSetupTypeOauthClientCredentials, client_id: ClientId, client_secret: String, token_endpoint: String) {
        type_ "type": FlowsVaultConnectionSetupTypeOauthClientCredentials,
        /// (1 to 255 characters)
        client_id "client_id": ClientId,
        /// (1 to 255 characters)
        client_secret "client_secret": String,
        /// (1 to 500 characters, format `forms-url-https`)
        token_endpoint "token_endpoint": String,
        /// (1 to 255 characters)
        audience "audience": Option<String>,
        /// (1 to 255 characters)
        resource "resource": Option<String>,
        /// (1 to 1024 characters)
        scope "scope": Option<String>,
    } in_union
}

string_enum! {
    /// `FlowsVaultConnectionSetupTypeBasicAuth`
    FlowsVaultConnectionSetupTypeBasicAuth {
        BasicAuth = "BASIC_AUTH",
    }
}

string_enum! {
    /// `FlowsVaultConnectionSetupTypeOauthClientCredentials`
    FlowsVaultConnectionSetupTypeOauthClientCredentials {
        OauthClientCredentials = "OAUTH_CLIENT_CREDENTIALS",
    }
}

object! {
    /// `FlowsVaultConnectionSummary`
    FlowsVaultConnectionSummary (..) {
        /// (at most 30 characters, format `flows-vault-connections-id`)
        id "id": String,
        /// (1 to 55 characters)
        app_id "app_id": String,
        /// (1 to 150 characters)
        name "name": String,
        /// (1 to 150 characters)
        account_name "account_name": Option<String>,
        ready "ready": bool,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_at "updated_at": String,
        /// (format `date-time`)
        refreshed_at "refreshed_at": Option<String>,
        /// (at least 1 characters)
        fingerprint "fingerprint": String,
    } in_union
}

string_enum! {
    /// `GetFlowExecutionRequestParametersHydrate`
    GetFlowExecutionRequestParametersHydrate {
        Debug = "debug",
    }
}

string_enum! {
    /// `GetFlowRequestParametersHydrate`
    GetFlowRequestParametersHydrate {
        FormCount = "form_count",
        Forms = "forms",
    }
}

object! {
    /// `ListFlowExecutionsOffsetPaginatedResponseContent`
    ListFlowExecutionsOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        executions "executions": Option<Vec<FlowExecutionSummary>>,
    } in_union
}

envelope! { object ListFlowExecutionsOffsetPaginatedResponseContent.executions: FlowExecutionSummary, total total }

object! {
    /// `ListFlowExecutionsPaginatedResponseContent`
    ListFlowExecutionsPaginatedResponseContent {
        next "next": Option<String>,
        executions "executions": Option<Vec<FlowExecutionSummary>>,
    } in_union
}

envelope! { object ListFlowExecutionsPaginatedResponseContent.executions: FlowExecutionSummary, next next }

object! {
    /// `ListFlowsOffsetPaginatedResponseContent`
    ListFlowsOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        flows "flows": Option<Vec<FlowSummary>>,
    } in_union
}

envelope! { object ListFlowsOffsetPaginatedResponseContent.flows: FlowSummary, total total }

string_enum! {
    /// `ListFlowsRequestParametersHydrate`
    ListFlowsRequestParametersHydrate {
        FormCount = "form_count",
    }
}

union! {
    /// `ListFlowsResponseContent`
    ListFlowsResponseContent {
        List(Vec<FlowSummary>),
        Page(ListFlowsOffsetPaginatedResponseContent),
    }
}

envelope! { union ListFlowsResponseContent: FlowSummary, List Page }

object! {
    /// `ListFlowsVaultConnectionsOffsetPaginatedResponseContent`
    ListFlowsVaultConnectionsOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        connections "connections": Option<Vec<FlowsVaultConnectionSummary>>,
    } in_union
}

envelope! { object ListFlowsVaultConnectionsOffsetPaginatedResponseContent.connections: FlowsVaultConnectionSummary, total total }

union! {
    /// `ListFlowsVaultConnectionsResponseContent`
    ListFlowsVaultConnectionsResponseContent {
        List(Vec<FlowsVaultConnectionSummary>),
        Page(ListFlowsVaultConnectionsOffsetPaginatedResponseContent),
    }
}

envelope! { union ListFlowsVaultConnectionsResponseContent: FlowsVaultConnectionSummary, List Page }

object! {
    /// `UpdateFlowRequestContent`
    UpdateFlowRequestContent {
        /// (1 to 150 characters)
        name "name": Option<String>,
        /// (at least 0 items)
        actions "actions": Nullable<Vec<FlowAction>>,
    }
}

object! {
    /// `UpdateFlowsVaultConnectionRequestContent`
    UpdateFlowsVaultConnectionRequestContent {
        /// (1 to 150 characters)
        name "name": Option<String>,
        setup "setup": Option<UpdateFlowsVaultConnectionSetup>,
    }
}

union! {
    /// `UpdateFlowsVaultConnectionSetup`
    UpdateFlowsVaultConnectionSetup {
        FlowsVaultConnectioSetupApiKeyWithBaseUrl(FlowsVaultConnectioSetupApiKeyWithBaseUrl),
        FlowsVaultConnectioSetupApiKey(FlowsVaultConnectioSetupApiKey),
        FlowsVaultConnectioSetupOauthApp(Box<FlowsVaultConnectioSetupOauthApp>),
        FlowsVaultConnectioSetupBigqueryOauthJwt(FlowsVaultConnectioSetupBigqueryOauthJwt),
        FlowsVaultConnectioSetupSecretApiKey(FlowsVaultConnectioSetupSecretApiKey),
        FlowsVaultConnectioSetupOauthCode(FlowsVaultConnectioSetupOauthCode),
        FlowsVaultConnectioSetupHttpBearer(FlowsVaultConnectioSetupHttpBearer),
        FlowsVaultConnectionHttpBasicAuthSetup(FlowsVaultConnectionHttpBasicAuthSetup),
        FlowsVaultConnectionHttpApiKeySetup(FlowsVaultConnectionHttpApiKeySetup),
        FlowsVaultConnectionHttpOauthClientCredentialsSetup(Box<FlowsVaultConnectionHttpOauthClientCredentialsSetup>),
        FlowsVaultConnectioSetupJwt(FlowsVaultConnectioSetupJwt),
        FlowsVaultConnectioSetupMailjetApiKey(FlowsVaultConnectioSetupMailjetApiKey),
        FlowsVaultConnectioSetupToken(FlowsVaultConnectioSetupToken),
        FlowsVaultConnectioSetupWebhook(FlowsVaultConnectioSetupWebhook),
        FlowsVaultConnectioSetupStripeKeyPair(FlowsVaultConnectioSetupStripeKeyPair),
        FlowsVaultConnectioSetupTwilioApiKey(FlowsVaultConnectioSetupTwilioApiKey),
    }
}
