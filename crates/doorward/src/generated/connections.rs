// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The groups of operations, each a handle.

use doorward_api::management::*;
use doorward_api::wire::prelude::arguments::*;

use crate::api_client::{handles, roots};

roots! {
    Management
    connection_profiles ConnectionProfiles;
    connections Connections;
    self_service_profiles SelfServiceProfiles;
    user_attribute_profiles UserAttributeProfiles;
}

handles! {
    /// `connectionProfiles`
    ConnectionProfiles of Management
    {
        create CreateConnectionProfile "POST /connection-profiles" (body: CreateConnectionProfileRequestContent);
        delete DeleteConnectionProfile "DELETE /connection-profiles/{id}" (id: String);
        get GetConnectionProfile "GET /connection-profiles/{id}" (id: String);
        get_template GetConnectionProfileTemplate "GET /connection-profiles/templates/{id}" (id: String);
        list ListConnectionProfiles "GET /connection-profiles" ();
        list_templates ListConnectionProfileTemplates "GET /connection-profiles/templates" ();
        update UpdateConnectionProfile "PATCH /connection-profiles/{id}" (id: String, body: UpdateConnectionProfileRequestContent);
    }
    {
    }
}

handles! {
    /// `connections`
    Connections of Management
    {
        check_status CheckConnectionStatus "GET /connections/{id}/status" (id: ConnectionId);
        create CreateConnection "POST /connections" (body: CreateConnectionRequestContent);
        delete DeleteConnection "DELETE /connections/{id}" (id: ConnectionId);
        get GetConnection "GET /connections/{id}" (id: ConnectionId);
        list ListConnections "GET /connections" ();
        update UpdateConnection "PATCH /connections/{id}" (id: ConnectionId, body: UpdateConnectionRequestContent);
    }
    {
        clients ConnectionsClients;
        directory_provisioning ConnectionsDirectoryProvisioning;
        keys ConnectionsKeys;
        scim_configuration ConnectionsScimConfiguration;
        users ConnectionsUsers;
    }
}

handles! {
    /// `connections.clients`
    ConnectionsClients of Management
    {
        get GetConnectionClients "GET /connections/{id}/clients" (id: ConnectionId);
        update UpdateConnectionClients "PATCH /connections/{id}/clients" (id: ConnectionId, body: Vec<UpdateConnectionClientsBodyItem>);
    }
    {
    }
}

handles! {
    /// `connections.directoryProvisioning`
    ConnectionsDirectoryProvisioning of Management
    {
        add_synchronized_group_selections AddConnectionDirectoryProvisioningSynchronizedGroupSelections "POST /connections/{id}/directory-provisioning/synchronized-groups" (id: ConnectionId, body: AddSynchronizedGroupsRequestContent);
        create CreateConnectionDirectoryProvisioning "POST /connections/{id}/directory-provisioning" (id: ConnectionId);
        delete DeleteConnectionDirectoryProvisioning "DELETE /connections/{id}/directory-provisioning" (id: ConnectionId);
        delete_synchronized_group_selections DeleteConnectionDirectoryProvisioningSynchronizedGroupSelections "DELETE /connections/{id}/directory-provisioning/synchronized-groups" (id: ConnectionId, body: DeleteSynchronizedGroupsRequestContent);
        get GetConnectionDirectoryProvisioning "GET /connections/{id}/directory-provisioning" (id: ConnectionId);
        get_default_mapping GetConnectionDirectoryProvisioningDefaultMapping "GET /connections/{id}/directory-provisioning/default-mapping" (id: ConnectionId);
        list ListConnectionDirectoryProvisioning "GET /connections-directory-provisionings" ();
        list_synchronized_groups ListConnectionDirectoryProvisioningSynchronizedGroups "GET /connections/{id}/directory-provisioning/synchronized-groups" (id: ConnectionId);
        set SetConnectionDirectoryProvisioning "PUT /connections/{id}/directory-provisioning/synchronized-groups" (id: ConnectionId, body: ReplaceSynchronizedGroupsRequestContent);
        update UpdateConnectionDirectoryProvisioning "PATCH /connections/{id}/directory-provisioning" (id: ConnectionId);
    }
    {
        synchronizations ConnectionsDirectoryProvisioningSynchronizations;
    }
}

handles! {
    /// `connections.directoryProvisioning.synchronizations`
    ConnectionsDirectoryProvisioningSynchronizations of Management
    {
        create CreateConnectionDirectoryProvisioningSynchronization "POST /connections/{id}/directory-provisioning/synchronizations" (id: ConnectionId);
    }
    {
    }
}

handles! {
    /// `connections.keys`
    ConnectionsKeys of Management
    {
        create CreateConnectionKey "POST /connections/{id}/keys" (id: ConnectionId);
        get GetConnectionKeys "GET /connections/{id}/keys" (id: ConnectionId);
        rotate RotateConnectionKeys "POST /connections/{id}/keys/rotate" (id: ConnectionId);
    }
    {
    }
}

handles! {
    /// `connections.scimConfiguration`
    ConnectionsScimConfiguration of Management
    {
        create CreateConnectionScimConfiguration "POST /connections/{id}/scim-configuration" (id: ConnectionId);
        delete DeleteConnectionScimConfiguration "DELETE /connections/{id}/scim-configuration" (id: ConnectionId);
        get GetConnectionScimConfiguration "GET /connections/{id}/scim-configuration" (id: ConnectionId);
        get_default_mapping GetConnectionScimConfigurationDefaultMapping "GET /connections/{id}/scim-configuration/default-mapping" (id: ConnectionId);
        list ListConnectionScimConfiguration "GET /connections-scim-configurations" ();
        update UpdateConnectionScimConfiguration "PATCH /connections/{id}/scim-configuration" (id: ConnectionId, body: UpdateScimConfigurationRequestContent);
    }
    {
        tokens ConnectionsScimConfigurationTokens;
    }
}

handles! {
    /// `connections.scimConfiguration.tokens`
    ConnectionsScimConfigurationTokens of Management
    {
        create CreateConnectionScimConfigurationToken "POST /connections/{id}/scim-configuration/tokens" (id: ConnectionId, body: CreateScimTokenRequestContent);
        delete DeleteConnectionScimConfigurationToken "DELETE /connections/{id}/scim-configuration/tokens/{tokenId}" (id: ConnectionId, token_id: String);
        get GetConnectionScimConfigurationTokens "GET /connections/{id}/scim-configuration/tokens" (id: ConnectionId);
    }
    {
    }
}

handles! {
    /// `connections.users`
    ConnectionsUsers of Management
    {
        delete_by_email DeleteConnectionUserByEmail "DELETE /connections/{id}/users" (id: ConnectionId, email: String);
    }
    {
    }
}

handles! {
    /// `selfServiceProfiles`
    SelfServiceProfiles of Management
    {
        create CreateSelfServiceProfile "POST /self-service-profiles" (body: CreateSelfServiceProfileRequestContent);
        delete DeleteSelfServiceProfile "DELETE /self-service-profiles/{id}" (id: SelfServiceProfileId);
        get GetSelfServiceProfile "GET /self-service-profiles/{id}" (id: SelfServiceProfileId);
        list ListSelfServiceProfiles "GET /self-service-profiles" ();
        update UpdateSelfServiceProfile "PATCH /self-service-profiles/{id}" (id: SelfServiceProfileId, body: UpdateSelfServiceProfileRequestContent);
    }
    {
        custom_text SelfServiceProfilesCustomText;
        sso_ticket SelfServiceProfilesSsoTicket;
    }
}

handles! {
    /// `selfServiceProfiles.customText`
    SelfServiceProfilesCustomText of Management
    {
        list ListSelfServiceProfileCustomText "GET /self-service-profiles/{id}/custom-text/{language}/{page}" (id: SelfServiceProfileId, language: SelfServiceProfileCustomTextLanguage, page: SelfServiceProfileCustomTextPage);
        set SetSelfServiceProfileCustomText "PUT /self-service-profiles/{id}/custom-text/{language}/{page}" (id: SelfServiceProfileId, language: SelfServiceProfileCustomTextLanguage, page: SelfServiceProfileCustomTextPage, body: BTreeMap<String, String>);
    }
    {
    }
}

handles! {
    /// `selfServiceProfiles.ssoTicket`
    SelfServiceProfilesSsoTicket of Management
    {
        create CreateSelfServiceProfileSsoTicket "POST /self-service-profiles/{id}/sso-ticket" (id: SelfServiceProfileId, body: CreateSelfServiceProfileSsoTicketRequestContent);
        revoke RevokeSelfServiceProfileSsoTicket "POST /self-service-profiles/{profileId}/sso-ticket/{id}/revoke" (profile_id: SelfServiceProfileId, id: TicketId);
    }
    {
    }
}

handles! {
    /// `userAttributeProfiles`
    UserAttributeProfiles of Management
    {
        create CreateUserAttributeProfile "POST /user-attribute-profiles" (body: CreateUserAttributeProfileRequestContent);
        delete DeleteUserAttributeProfile "DELETE /user-attribute-profiles/{id}" (id: String);
        get GetUserAttributeProfile "GET /user-attribute-profiles/{id}" (id: String);
        get_template GetUserAttributeProfileTemplate "GET /user-attribute-profiles/templates/{id}" (id: String);
        list ListUserAttributeProfiles "GET /user-attribute-profiles" ();
        list_templates ListUserAttributeProfileTemplates "GET /user-attribute-profiles/templates" ();
        update UpdateUserAttributeProfile "PATCH /user-attribute-profiles/{id}" (id: String, body: UpdateUserAttributeProfileRequestContent);
    }
    {
    }
}
