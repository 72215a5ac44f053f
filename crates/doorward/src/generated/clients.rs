// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The groups of operations, each a handle.

use doorward_api::management::*;
use doorward_api::wire::prelude::arguments::*;

use crate::api_client::{handles, roots};

roots! {
    Management
    agents Agents;
    client_grants ClientGrants;
    clients Clients;
    resource_servers ResourceServers;
    token_exchange_profiles TokenExchangeProfiles;
}

handles! {
    /// `agents`
    Agents of Management
    {
        create CreateAgent "POST /agents" (body: CreateAgentRequestContent);
        delete DeleteAgent "DELETE /agents/{id}" (id: String);
        list ListAgents "GET /agents" ();
        read ReadAgent "GET /agents/{id}" (id: String);
        update UpdateAgent "PATCH /agents/{id}" (id: String, body: UpdateAgentRequestContent);
    }
    {
    }
}

handles! {
    /// `clientGrants`
    ClientGrants of Management
    {
        create CreateClientGrant "POST /client-grants" (body: CreateClientGrantRequestContent);
        delete DeleteClientGrant "DELETE /client-grants/{id}" (id: ClientGrantId);
        get GetClientGrant "GET /client-grants/{id}" (id: ClientGrantId);
        list ListClientGrants "GET /client-grants" ();
        update UpdateClientGrant "PATCH /client-grants/{id}" (id: ClientGrantId, body: UpdateClientGrantRequestContent);
    }
    {
        organizations ClientGrantsOrganizations;
    }
}

handles! {
    /// `clientGrants.organizations`
    ClientGrantsOrganizations of Management
    {
        list ListClientGrantOrganizations "GET /client-grants/{id}/organizations" (id: ClientGrantId);
    }
    {
    }
}

handles! {
    /// `clients`
    Clients of Management
    {
        create CreateClient "POST /clients" (body: CreateClientRequestContent);
        delete DeleteClient "DELETE /clients/{id}" (id: ClientId);
        get GetClient "GET /clients/{id}" (id: ClientId);
        list ListClients "GET /clients" ();
        preview_cimd_metadata PreviewClientCimdMetadata "POST /clients/cimd/preview" (body: PreviewCimdMetadataRequestContent);
        register_cimd_client RegisterClientCimdClient "POST /clients/cimd/register" (body: RegisterCimdClientRequestContent);
        rotate_secret RotateClientSecret "POST /clients/{id}/rotate-secret" (id: ClientId);
        update UpdateClient "PATCH /clients/{id}" (id: ClientId, body: UpdateClientRequestContent);
    }
    {
        connections ClientsConnections;
        credentials ClientsCredentials;
    }
}

handles! {
    /// `clients.connections`
    ClientsConnections of Management
    {
        get GetClientConnections "GET /clients/{id}/connections" (id: ClientId);
    }
    {
    }
}

handles! {
    /// `clients.credentials`
    ClientsCredentials of Management
    {
        create CreateClientCredential "POST /clients/{client_id}/credentials" (client_id: ClientId, body: PostClientCredentialRequestContent);
        delete DeleteClientCredential "DELETE /clients/{client_id}/credentials/{credential_id}" (client_id: ClientId, credential_id: String);
        get GetClientCredential "GET /clients/{client_id}/credentials/{credential_id}" (client_id: ClientId, credential_id: String);
        list ListClientCredentials "GET /clients/{client_id}/credentials" (client_id: ClientId);
        update UpdateClientCredential "PATCH /clients/{client_id}/credentials/{credential_id}" (client_id: ClientId, credential_id: String, body: PatchClientCredentialRequestContent);
    }
    {
    }
}

handles! {
    /// `resourceServers`
    ResourceServers of Management
    {
        create CreateResourceServer "POST /resource-servers" (body: CreateResourceServerRequestContent);
        delete DeleteResourceServer "DELETE /resource-servers/{id}" (id: ResourceServerId);
        get GetResourceServer "GET /resource-servers/{id}" (id: ResourceServerId);
        list ListResourceServers "GET /resource-servers" ();
        search SearchResourceServers "GET /resource-servers/search" ();
        update UpdateResourceServer "PATCH /resource-servers/{id}" (id: ResourceServerId, body: UpdateResourceServerRequestContent);
    }
    {
    }
}

handles! {
    /// `tokenExchangeProfiles`
    TokenExchangeProfiles of Management
    {
        create CreateTokenExchangeProfile "POST /token-exchange-profiles" (body: CreateTokenExchangeProfileRequestContent);
        delete DeleteTokenExchangeProfile "DELETE /token-exchange-profiles/{id}" (id: String);
        get GetTokenExchangeProfile "GET /token-exchange-profiles/{id}" (id: String);
        list ListTokenExchangeProfiles "GET /token-exchange-profiles" ();
        update UpdateTokenExchangeProfile "PATCH /token-exchange-profiles/{id}" (id: String, body: UpdateTokenExchangeProfileRequestContent);
    }
    {
    }
}
