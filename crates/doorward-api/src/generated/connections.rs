// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `connections` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    CheckConnectionStatus of Management "connections.checkStatus" GET "/connections/{id}/status"
    ["read:connections"] -> NoContent
    {
        path id "id": ConnectionId,
    }
    {}
}

operation! {
    GetConnectionClients of Management "connections.clients.get" GET "/connections/{id}/clients"
    ["read:connections", "read:clients", "read:client_summary"] -> ConnectionEnabledClients
    {
        path id "id": ConnectionId,
    }
    {
        query take "take": Option<i64>,
        query from "from": Option<String>,
    }
}

list! { GetConnectionClients: ConnectionEnabledClient, by_cursor }

operation! {
    UpdateConnectionClients of Management "connections.clients.update" PATCH "/connections/{id}/clients"
    ["update:connections"] -> NoContent
    {
        path id "id": ConnectionId,
        body body "body": Vec<UpdateConnectionClientsBodyItem>,
    }
    {}
}

operation! {
    CreateConnection of Management "connections.create" POST "/connections"
    ["create:connections"] -> Connection
    {
        body body "body": CreateConnectionRequestContent,
    }
    {}
}

operation! {
    DeleteConnection of Management "connections.delete" DELETE "/connections/{id}"
    ["delete:connections"] -> NoContent
    {
        path id "id": ConnectionId,
    }
    {}
}

operation! {
    AddConnectionDirectoryProvisioningSynchronizedGroupSelections of Management "connections.directoryProvisioning.addSynchronizedGroupSelections" POST "/connections/{id}/directory-provisioning/synchronized-groups"
    ["update:directory_provisionings"] -> NoContent
    {
        path id "id": ConnectionId,
        body body "body": AddSynchronizedGroupsRequestContent,
    }
    {}
}

operation! {
    CreateConnectionDirectoryProvisioning of Management "connections.directoryProvisioning.create" POST "/connections/{id}/directory-provisioning"
    ["create:directory_provisionings"] -> DirectoryProvisioning
    {
        path id "id": ConnectionId,
    }
    {
        optional_body body "body": Option<CreateDirectoryProvisioningRequestContent>,
    }
}

operation! {
    DeleteConnectionDirectoryProvisioning of Management "connections.directoryProvisioning.delete" DELETE "/connections/{id}/directory-provisioning"
    ["delete:directory_provisionings"] -> NoContent
    {
        path id "id": ConnectionId,
    }
    {}
}

operation! {
    DeleteConnectionDirectoryProvisioningSynchronizedGroupSelections of Management "connections.directoryProvisioning.deleteSynchronizedGroupSelections" DELETE "/connections/{id}/directory-provisioning/synchronized-groups"
    ["update:directory_provisionings"] -> NoContent
    {
        path id "id": ConnectionId,
        body body "body": DeleteSynchronizedGroupsRequestContent,
    }
    {}
}

operation! {
    GetConnectionDirectoryProvisioning of Management "connections.directoryProvisioning.get" GET "/connections/{id}/directory-provisioning"
    ["read:directory_provisionings"] -> DirectoryProvisioning
    {
        path id "id": ConnectionId,
    }
    {}
}

operation! {
    GetConnectionDirectoryProvisioningDefaultMapping of Management "connections.directoryProvisioning.getDefaultMapping" GET "/connections/{id}/directory-provisioning/default-mapping"
    ["read:directory_provisionings"] -> DirectoryProvisioningDefaultMapping
    {
        path id "id": ConnectionId,
    }
    {}
}

list! { GetConnectionDirectoryProvisioningDefaultMapping: DirectoryProvisioningMappingItem, }

operation! {
    ListConnectionDirectoryProvisioning of Management "connections.directoryProvisioning.list" GET "/connections-directory-provisionings"
    ["read:directory_provisionings"] -> ListDirectoryProvisioningsResponseContent
    {}
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListConnectionDirectoryProvisioning: DirectoryProvisioning, by_cursor }

operation! {
    ListConnectionDirectoryProvisioningSynchronizedGroups of Management "connections.directoryProvisioning.listSynchronizedGroups" GET "/connections/{id}/directory-provisioning/synchronized-groups"
    ["read:directory_provisionings"] -> ListSynchronizedGroupsResponseContent
    {
        path id "id": ConnectionId,
    }
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListConnectionDirectoryProvisioningSynchronizedGroups: SynchronizedGroupPayload, by_cursor }

operation! {
    SetConnectionDirectoryProvisioning of Management "connections.directoryProvisioning.set" PUT "/connections/{id}/directory-provisioning/synchronized-groups"
    ["update:directory_provisionings"] -> NoContent
    {
        path id "id": ConnectionId,
        body body "body": ReplaceSynchronizedGroupsRequestContent,
    }
    {}
}

operation! {
    CreateConnectionDirectoryProvisioningSynchronization of Management "connections.directoryProvisioning.synchronizations.create" POST "/connections/{id}/directory-provisioning/synchronizations"
    ["create:directory_provisionings"] -> DirectorySynchronization
    {
        path id "id": ConnectionId,
    }
    {}
}

operation! {
    UpdateConnectionDirectoryProvisioning of Management "connections.directoryProvisioning.update" PATCH "/connections/{id}/directory-provisioning"
    ["update:directory_provisionings"] -> DirectoryProvisioning
    {
        path id "id": ConnectionId,
    }
    {
        optional_body body "body": Option<UpdateDirectoryProvisioningRequestContent>,
    }
}

operation! {
    GetConnection of Management "connections.get" GET "/connections/{id}"
    ["read:connections"] -> Connection
    {
        path id "id": ConnectionId,
    }
    {
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
    }
}

operation! {
    CreateConnectionKey of Management "connections.keys.create" POST "/connections/{id}/keys"
    ["create:connections_keys"] -> Vec<PostConnectionsKeysResponseContentItem>
    {
        path id "id": ConnectionId,
    }
    {
        optional_body body "body": Option<PostConnectionKeysRequestContent>,
    }
}

list! { CreateConnectionKey: PostConnectionsKeysResponseContentItem, }

operation! {
    GetConnectionKeys of Management "connections.keys.get" GET "/connections/{id}/keys"
    ["read:connections_keys"] -> Vec<ConnectionKey>
    {
        path id "id": ConnectionId,
    }
    {}
}

list! { GetConnectionKeys: ConnectionKey, }

operation! {
    RotateConnectionKeys of Management "connections.keys.rotate" POST "/connections/{id}/keys/rotate"
    ["create:connections_keys", "update:connections_keys"] -> RotateConnectionsKeysResponseContent
    {
        path id "id": ConnectionId,
    }
    {
        optional_body body "body": Option<RotateConnectionKeysRequestContent>,
    }
}

operation! {
    ListConnections of Management "connections.list" GET "/connections"
    ["read:connections"] -> ListConnectionsResponseContent
    {}
    {
        query per_page "per_page": Option<i64>,
        query page "page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
        query strategy "strategy": Vec<ConnectionStrategy>,
        query name "name": Option<String>,
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
    }
}

list! { ListConnections: ConnectionForList, by_page_with_totals by_cursor }

operation! {
    CreateConnectionScimConfiguration of Management "connections.scimConfiguration.create" POST "/connections/{id}/scim-configuration"
    ["create:scim_config"] -> ScimConfiguration
    {
        path id "id": ConnectionId,
    }
    {
        optional_body body "body": Option<CreateScimConfigurationRequestContent>,
    }
}

operation! {
    DeleteConnectionScimConfiguration of Management "connections.scimConfiguration.delete" DELETE "/connections/{id}/scim-configuration"
    ["delete:scim_config"] -> NoContent
    {
        path id "id": ConnectionId,
    }
    {}
}

operation! {
    GetConnectionScimConfiguration of Management "connections.scimConfiguration.get" GET "/connections/{id}/scim-configuration"
    ["read:scim_config"] -> ScimConfiguration
    {
        path id "id": ConnectionId,
    }
    {}
}

operation! {
    GetConnectionScimConfigurationDefaultMapping of Management "connections.scimConfiguration.getDefaultMapping" GET "/connections/{id}/scim-configuration/default-mapping"
    ["read:scim_config"] -> ScimConfigurationDefaultMapping
    {
        path id "id": ConnectionId,
    }
    {}
}

list! { GetConnectionScimConfigurationDefaultMapping: ScimMappingItem, }

operation! {
    ListConnectionScimConfiguration of Management "connections.scimConfiguration.list" GET "/connections-scim-configurations"
    ["read:scim_config"] -> ListScimConfigurationsResponseContent
    {}
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListConnectionScimConfiguration: ScimConfiguration, by_cursor }

operation! {
    CreateConnectionScimConfigurationToken of Management "connections.scimConfiguration.tokens.create" POST "/connections/{id}/scim-configuration/tokens"
    ["create:scim_token"] -> ScimToken
    {
        path id "id": ConnectionId,
        body body "body": CreateScimTokenRequestContent,
    }
    {}
}

operation! {
    DeleteConnectionScimConfigurationToken of Management "connections.scimConfiguration.tokens.delete" DELETE "/connections/{id}/scim-configuration/tokens/{tokenId}"
    ["delete:scim_token"] -> NoContent
    {
        path id "id": ConnectionId,
        path token_id "tokenId": String,
    }
    {}
}

operation! {
    GetConnectionScimConfigurationTokens of Management "connections.scimConfiguration.tokens.get" GET "/connections/{id}/scim-configuration/tokens"
    ["read:scim_token"] -> Vec<ScimTokenItem>
    {
        path id "id": ConnectionId,
    }
    {}
}

list! { GetConnectionScimConfigurationTokens: ScimTokenItem, }

operation! {
    UpdateConnectionScimConfiguration of Management "connections.scimConfiguration.update" PATCH "/connections/{id}/scim-configuration"
    ["update:scim_config"] -> ScimConfiguration
    {
        path id "id": ConnectionId,
        body body "body": UpdateScimConfigurationRequestContent,
    }
    {}
}

operation! {
    UpdateConnection of Management "connections.update" PATCH "/connections/{id}"
    ["update:connections"] -> Connection
    {
        path id "id": ConnectionId,
        body body "body": UpdateConnectionRequestContent,
    }
    {}
}

operation! {
    DeleteConnectionUserByEmail of Management "connections.users.deleteByEmail" DELETE "/connections/{id}/users"
    ["delete:users"] -> NoContent
    {
        path id "id": ConnectionId,
        query email "email": String,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CheckConnectionStatus>(),
    NamedOperation::of::<GetConnectionClients>(),
    NamedOperation::of::<UpdateConnectionClients>(),
    NamedOperation::of::<CreateConnection>(),
    NamedOperation::of::<DeleteConnection>(),
    NamedOperation::of::<AddConnectionDirectoryProvisioningSynchronizedGroupSelections>(),
    NamedOperation::of::<CreateConnectionDirectoryProvisioning>(),
    NamedOperation::of::<DeleteConnectionDirectoryProvisioning>(),
    NamedOperation::of::<DeleteConnectionDirectoryProvisioningSynchronizedGroupSelections>(),
    NamedOperation::of::<GetConnectionDirectoryProvisioning>(),
    NamedOperation::of::<GetConnectionDirectoryProvisioningDefaultMapping>(),
    NamedOperation::of::<ListConnectionDirectoryProvisioning>(),
    NamedOperation::of::<ListConnectionDirectoryProvisioningSynchronizedGroups>(),
    NamedOperation::of::<SetConnectionDirectoryProvisioning>(),
    NamedOperation::of::<CreateConnectionDirectoryProvisioningSynchronization>(),
    NamedOperation::of::<UpdateConnectionDirectoryProvisioning>(),
    NamedOperation::of::<GetConnection>(),
    NamedOperation::of::<CreateConnectionKey>(),
    NamedOperation::of::<GetConnectionKeys>(),
    NamedOperation::of::<RotateConnectionKeys>(),
    NamedOperation::of::<ListConnections>(),
    NamedOperation::of::<CreateConnectionScimConfiguration>(),
    NamedOperation::of::<DeleteConnectionScimConfiguration>(),
    NamedOperation::of::<GetConnectionScimConfiguration>(),
    NamedOperation::of::<GetConnectionScimConfigurationDefaultMapping>(),
    NamedOperation::of::<ListConnectionScimConfiguration>(),
    NamedOperation::of::<CreateConnectionScimConfigurationToken>(),
    NamedOperation::of::<DeleteConnectionScimConfigurationToken>(),
    NamedOperation::of::<GetConnectionScimConfigurationTokens>(),
    NamedOperation::of::<UpdateConnectionScimConfiguration>(),
    NamedOperation::of::<UpdateConnection>(),
    NamedOperation::of::<DeleteConnectionUserByEmail>(),
];

object! {
    /// `AddSynchronizedGroupsRequestContent`
    AddSynchronizedGroupsRequestContent (groups: Vec<SynchronizedGroupPayload>) {
        groups "groups": Vec<SynchronizedGroupPayload>,
    }
}

envelope! { object AddSynchronizedGroupsRequestContent.groups: SynchronizedGroupPayload }

object! {
    /// `Connection`
    Connection {
        name "name": Option<String>,
        display_name "display_name": Option<String>,
        options "options": Option<Map<String, Value>>,
        id "id": Option<ConnectionId>,
        strategy "strategy": Option<String>,
        realms "realms": Option<Vec<String>>,
        enabled_clients "enabled_clients": Option<Vec<String>>,
        is_domain_connection "is_domain_connection": Option<bool>,
        show_as_button "show_as_button": Option<bool>,
        /// (at most 10 members)
        metadata "metadata": Option<BTreeMap<String, String>>,
        authentication "authentication": Option<ConnectionAuthenticationPurpose>,
        connected_accounts "connected_accounts": Option<ConnectionConnectedAccountsPurpose>,
        cross_app_access_requesting_app "cross_app_access_requesting_app": Option<CrossAppAccessRequestingApp>,
    }
}

string_enum! {
    /// `ConnectionApiBehavior`
    ConnectionApiBehavior {
        Required = "required",
        Optional = "optional",
    }
}

string_enum! {
    /// `ConnectionAssertionDecryptionAlgorithmProfile`
    ConnectionAssertionDecryptionAlgorithmProfile {
        V20261 = "v2026-1",
    }
}

object! {
    /// `ConnectionAssertionDecryptionSettings`
    ConnectionAssertionDecryptionSettings (algorithm_profile: ConnectionAssertionDecryptionAlgorithmProfile) {
        algorithm_profile "algorithm_profile": ConnectionAssertionDecryptionAlgorithmProfile,
        algorithm_exceptions "algorithm_exceptions": Option<Vec<String>>,
    }
}

object! {
    /// `ConnectionAttributes`
    ConnectionAttributes {
        email "email": Option<EmailAttribute>,
        phone_number "phone_number": Option<PhoneAttribute>,
        username "username": Option<UsernameAttribute>,
    }
}

object! {
    /// `ConnectionAuthenticationMethods`
    ConnectionAuthenticationMethods {
        password "password": Option<ConnectionPasswordAuthenticationMethod>,
        passkey "passkey": Option<ConnectionPasskeyAuthenticationMethod>,
        email_otp "email_otp": Option<ConnectionEmailOtpAuthenticationMethod>,
        phone_otp "phone_otp": Option<ConnectionPhoneOtpAuthenticationMethod>,
    }
}

object! {
    /// `ConnectionCustomScripts`
    ConnectionCustomScripts {
        /// (at least 1 characters)
        login "login": Option<String>,
        /// (at least 1 characters)
        get_user "get_user": Option<String>,
        /// (at least 1 characters)
        delete "delete": Option<String>,
        /// (at least 1 characters)
        change_password "change_password": Option<String>,
        /// (at least 1 characters)
        verify "verify": Option<String>,
        /// (at least 1 characters)
        create "create": Option<String>,
        /// (at least 1 characters)
        change_username "change_username": Option<String>,
        /// (at least 1 characters)
        change_email "change_email": Option<String>,
        /// (at least 1 characters)
        change_phone_number "change_phone_number": Option<String>,
    }
}

string_enum! {
    /// `ConnectionDpopSigningAlg`
    ConnectionDpopSigningAlg {
        Es256 = "ES256",
        Es384 = "ES384",
        Es512 = "ES512",
        Ed25519 = "Ed25519",
    }
}

object! {
    /// `ConnectionEmailOtpAuthenticationMethod`
    ConnectionEmailOtpAuthenticationMethod {
        enabled "enabled": Option<bool>,
    }
}

object! {
    /// `ConnectionEnabledClient`
    ConnectionEnabledClient (client_id: ClientId) {
        client_id "client_id": ClientId,
    }
}

object! {
    /// `ConnectionEnabledClients`
    ConnectionEnabledClients (clients: Vec<ConnectionEnabledClient>) {
        clients "clients": Vec<ConnectionEnabledClient>,
        next "next": Option<String>,
    }
}

envelope! { object ConnectionEnabledClients.clients: ConnectionEnabledClient, next next }

object! {
    /// `ConnectionFederatedConnectionsAccessTokens`
    ConnectionFederatedConnectionsAccessTokens {
        active "active": Option<bool>,
    }
}

object! {
    /// `ConnectionGatewayAuthentication`
    ConnectionGatewayAuthentication (method: String, audience: String, secret: String) {
        method "method": String,
        subject "subject": Option<String>,
        audience "audience": String,
        secret "secret": String,
        secret_base64_encoded "secret_base64_encoded": Option<bool>,
    }
}

string_enum! {
    /// `ConnectionIdTokenSignedResponseAlg`
    ConnectionIdTokenSignedResponseAlg {
        Es256 = "ES256",
        Es384 = "ES384",
        Ps256 = "PS256",
        Ps384 = "PS384",
        Rs256 = "RS256",
        Rs384 = "RS384",
        Rs512 = "RS512",
    }
}

string_enum! {
    /// `ConnectionIdentifierPrecedence`
    ConnectionIdentifierPrecedence {
        Email = "email",
        PhoneNumber = "phone_number",
        Username = "username",
    }
}

string_enum! {
    /// `ConnectionIdentityProvider`
    ConnectionIdentityProvider {
        Ad = "ad",
        Adfs = "adfs",
        Amazon = "amazon",
        Apple = "apple",
        Dropbox = "dropbox",
        Bitbucket = "bitbucket",
        Auth0Oidc = "auth0-oidc",
        Auth0 = "auth0",
        Baidu = "baidu",
        Bitly = "bitly",
        Box = "box",
        Custom = "custom",
        Daccount = "daccount",
        Dwolla = "dwolla",
        Email = "email",
        EvernoteSandbox = "evernote-sandbox",
        Evernote = "evernote",
        Exact = "exact",
        Facebook = "facebook",
        Fitbit = "fitbit",
        Github = "github",
        GoogleApps = "google-apps",
        GoogleOauth2 = "google-oauth2",
        Instagram = "instagram",
        Ip = "ip",
        Line = "line",
        Linkedin = "linkedin",
        Oauth1 = "oauth1",
        Oauth2 = "oauth2",
        Office365 = "office365",
        Oidc = "oidc",
        Okta = "okta",
        Paypal = "paypal",
        PaypalSandbox = "paypal-sandbox",
        Pingfederate = "pingfederate",
        Planningcenter = "planningcenter",
        SalesforceCommunity = "salesforce-community",
        SalesforceSandbox = "salesforce-sandbox",
        Salesforce = "salesforce",
        Samlp = "samlp",
        Sharepoint = "sharepoint",
        Shopify = "shopify",
        Shop = "shop",
        Sms = "sms",
        Soundcloud = "soundcloud",
        Thirtysevensignals = "thirtysevensignals",
        Twitter = "twitter",
        Untappd = "untappd",
        Vkontakte = "vkontakte",
        Waad = "waad",
        Weibo = "weibo",
        Windowslive = "windowslive",
        Wordpress = "wordpress",
        Yahoo = "yahoo",
        Yandex = "yandex",
    }
}

object! {
    /// `ConnectionKey`
    ConnectionKey (kid: String, cert: String, fingerprint: String, thumbprint: String) {
        /// (at most 255 characters)
        kid "kid": String,
        /// (at most 4096 characters)
        cert "cert": String,
        /// (at most 4096 characters)
        pkcs "pkcs": Option<String>,
        current "current": Option<bool>,
        next "next": Option<bool>,
        previous "previous": Option<bool>,
        current_since "current_since": Option<String>,
        fingerprint "fingerprint": String,
        /// (at most 255 characters)
        thumbprint "thumbprint": String,
        algorithm "algorithm": Option<String>,
        key_use "key_use": Option<ConnectionKeyUse>,
        /// (at most 132 characters)
        subject_dn "subject_dn": Option<String>,
    }
}

string_enum! {
    /// `ConnectionKeyUse`
    ConnectionKeyUse {
        Encryption = "encryption",
        Signing = "signing",
    }
}

object! {
    /// `ConnectionPasskeyAuthenticationMethod`
    ConnectionPasskeyAuthenticationMethod {
        enabled "enabled": Option<bool>,
    }
}

string_enum! {
    /// `ConnectionPasskeyChallengeUi`
    ConnectionPasskeyChallengeUi {
        Both = "both",
        Autofill = "autofill",
        Button = "button",
    }
}

object! {
    /// `ConnectionPasskeyOptions`
    ConnectionPasskeyOptions {
        challenge_ui "challenge_ui": Option<ConnectionPasskeyChallengeUi>,
        progressive_enrollment_enabled "progressive_enrollment_enabled": Option<bool>,
        local_enrollment_enabled "local_enrollment_enabled": Option<bool>,
    }
}

object! {
    /// `ConnectionPasswordAuthenticationMethod`
    ConnectionPasswordAuthenticationMethod {
        enabled "enabled": Option<bool>,
        api_behavior "api_behavior": Option<ConnectionApiBehavior>,
        signup_behavior "signup_behavior": Option<ConnectionSignupBehavior>,
    }
}

object! {
    /// `ConnectionPasswordComplexityOptions`
    ConnectionPasswordComplexityOptions {
        /// (1 to 128)
        min_length "min_length": Option<i64>,
    }
}

object! {
    /// `ConnectionPasswordDictionaryOptions`
    ConnectionPasswordDictionaryOptions (enable: bool) {
        enable "enable": bool,
        dictionary "dictionary": Option<Vec<String>>,
    }
}

object! {
    /// `ConnectionPasswordHistoryOptions`
    ConnectionPasswordHistoryOptions (enable: bool) {
        enable "enable": bool,
        /// (0 to 24)
        size "size": Option<i64>,
    }
}

object! {
    /// `ConnectionPasswordNoPersonalInfoOptions`
    ConnectionPasswordNoPersonalInfoOptions (enable: bool) {
        enable "enable": bool,
    }
}

object! {
    /// `ConnectionPasswordOptions`
    ConnectionPasswordOptions {
        complexity "complexity": Option<ConnectionPasswordOptionsComplexity>,
        dictionary "dictionary": Option<ConnectionPasswordOptionsDictionary>,
        history "history": Option<ConnectionPasswordOptionsHistory>,
        profile_data "profile_data": Option<ConnectionPasswordOptionsProfileData>,
    }
}

object! {
    /// `ConnectionPasswordOptionsComplexity`
    ConnectionPasswordOptionsComplexity {
        /// (1 to 72)
        min_length "min_length": Option<i64>,
        character_types "character_types": Option<Vec<PasswordCharacterType>>,
        character_type_rule "character_type_rule": Option<PasswordCharacterTypeRulePolicy>,
        identical_characters "identical_characters": Option<PasswordIdenticalCharactersPolicy>,
        sequential_characters "sequential_characters": Option<PasswordSequentialCharactersPolicy>,
        max_length_exceeded "max_length_exceeded": Option<PasswordMaxLengthExceededPolicy>,
    }
}

object! {
    /// `ConnectionPasswordOptionsDictionary`
    ConnectionPasswordOptionsDictionary {
        active "active": Option<bool>,
        custom "custom": Option<Vec<String>>,
        default_ "default": Option<PasswordDefaultDictionaries>,
    }
}

object! {
    /// `ConnectionPasswordOptionsHistory`
    ConnectionPasswordOptionsHistory {
        active "active": Option<bool>,
        /// (1 to 24)
        size "size": Option<i64>,
    }
}

object! {
    /// `ConnectionPasswordOptionsProfileData`
    ConnectionPasswordOptionsProfileData {
        active "active": Option<bool>,
        blocked_fields "blocked_fields": Option<Vec<String>>,
    }
}

string_enum! {
    /// `ConnectionPasswordPolicy`
    ConnectionPasswordPolicy {
        None = "none",
        Low = "low",
        Fair = "fair",
        Good = "good",
        Excellent = "excellent",
    }
}

object! {
    /// `ConnectionPhoneOtpAuthenticationMethod`
    ConnectionPhoneOtpAuthenticationMethod {
        enabled "enabled": Option<bool>,
    }
}

object! {
    /// `ConnectionPropertiesOptions`
    ConnectionPropertiesOptions {
        validation "validation": Nullable<ConnectionValidationOptions>,
        non_persistent_attrs "non_persistent_attrs": Nullable<Vec<String>>,
        /// (at least 3 items)
        precedence "precedence": Option<Vec<ConnectionIdentifierPrecedence>>,
        /// (at least 1 members)
        attributes "attributes": Option<ConnectionAttributes>,
        enable_script_context "enable_script_context": Option<bool>,
        enabled_database_customization "enabledDatabaseCustomization": Option<bool>,
        import_mode "import_mode": Option<bool>,
        configuration "configuration": Nullable<BTreeMap<String, String>>,
        custom_scripts "customScripts": Option<ConnectionCustomScripts>,
        authentication_methods "authentication_methods": Nullable<ConnectionAuthenticationMethods>,
        passkey_options "passkey_options": Nullable<ConnectionPasskeyOptions>,
        password_policy "passwordPolicy": Nullable<ConnectionPasswordPolicy>,
        password_complexity_options "password_complexity_options": Nullable<ConnectionPasswordComplexityOptions>,
        password_history "password_history": Nullable<ConnectionPasswordHistoryOptions>,
        password_no_personal_info "password_no_personal_info": Nullable<ConnectionPasswordNoPersonalInfoOptions>,
        password_dictionary "password_dictionary": Nullable<ConnectionPasswordDictionaryOptions>,
        api_enable_users "api_enable_users": Option<bool>,
        api_enable_groups "api_enable_groups": Option<bool>,
        basic_profile "basic_profile": Option<bool>,
        ext_admin "ext_admin": Option<bool>,
        ext_is_suspended "ext_is_suspended": Option<bool>,
        ext_agreed_terms "ext_agreed_terms": Option<bool>,
        ext_groups "ext_groups": Option<bool>,
        ext_assigned_plans "ext_assigned_plans": Option<bool>,
        ext_profile "ext_profile": Option<bool>,
        disable_self_service_change_password "disable_self_service_change_password": Option<bool>,
        upstream_params "upstream_params": Nullable<BTreeMap<String, ConnectionUpstreamAdditionalProperties>>,
        set_user_root_attributes "set_user_root_attributes": Option<ConnectionSetUserRootAttributes>,
        gateway_authentication "gateway_authentication": Nullable<ConnectionGatewayAuthentication>,
        federated_connections_access_tokens "federated_connections_access_tokens": Nullable<ConnectionFederatedConnectionsAccessTokens>,
        password_options "password_options": Option<ConnectionPasswordOptions>,
        assertion_decryption_settings "assertion_decryption_settings": Option<ConnectionAssertionDecryptionSettings>,
        id_token_signed_response_algs "id_token_signed_response_algs": Nullable<Vec<ConnectionIdTokenSignedResponseAlg>>,
        dpop_signing_alg "dpop_signing_alg": Option<ConnectionDpopSigningAlg>,
        token_endpoint_auth_method "token_endpoint_auth_method": Nullable<ConnectionTokenEndpointAuthMethod>,
        token_endpoint_auth_signing_alg "token_endpoint_auth_signing_alg": Nullable<ConnectionTokenEndpointAuthSigningAlg>,
        token_endpoint_jwtca_aud_format "token_endpoint_jwtca_aud_format": Option<ConnectionTokenEndpointJwtcaAudFormatEnumOidc>,
        id_token_session_expiry_supported "id_token_session_expiry_supported": Option<bool>,
    }
}

string_enum! {
    /// `ConnectionSetUserRootAttributes`
    ConnectionSetUserRootAttributes {
        OnEachLogin = "on_each_login",
        OnFirstLogin = "on_first_login",
        NeverOnLogin = "never_on_login",
    }
}

string_enum! {
    /// `ConnectionSignupBehavior`
    ConnectionSignupBehavior {
        Allow = "allow",
        Block = "block",
    }
}

string_enum! {
    /// `ConnectionTokenEndpointAuthMethod`
    ConnectionTokenEndpointAuthMethod {
        ClientSecretPost = "client_secret_post",
        PrivateKeyJwt = "private_key_jwt",
    }
}

string_enum! {
    /// `ConnectionTokenEndpointAuthSigningAlg`
    ConnectionTokenEndpointAuthSigningAlg {
        Es256 = "ES256",
        Es384 = "ES384",
        Ps256 = "PS256",
        Ps384 = "PS384",
        Rs256 = "RS256",
        Rs384 = "RS384",
        Rs512 = "RS512",
    }
}

string_enum! {
    /// `ConnectionTokenEndpointJwtcaAudFormatEnumOidc`
    ConnectionTokenEndpointJwtcaAudFormatEnumOidc {
        Issuer = "issuer",
        TokenEndpoint = "token_endpoint",
    }
}

union! {
    /// `ConnectionUpstreamAdditionalProperties`
    ConnectionUpstreamAdditionalProperties {
        ConnectionUpstreamAlias(ConnectionUpstreamAlias),
        ConnectionUpstreamValue(ConnectionUpstreamValue),
    }
}

object! {
    /// `ConnectionUpstreamAlias`
    ConnectionUpstreamAlias {
        alias "alias": Option<ConnectionUpstreamAliasEnum>,
    } in_union
}

string_enum! {
    /// `ConnectionUpstreamAliasEnum`
    ConnectionUpstreamAliasEnum {
        AcrValues = "acr_values",
        Audience = "audience",
        ClientId = "client_id",
        Display = "display",
        IdTokenHint = "id_token_hint",
        LoginHint = "login_hint",
        MaxAge = "max_age",
        Prompt = "prompt",
        Resource = "resource",
        ResponseMode = "response_mode",
        ResponseType = "response_type",
        UiLocales = "ui_locales",
    }
}

object! {
    /// `ConnectionUpstreamValue`
    ConnectionUpstreamValue {
        value "value": Option<String>,
    } in_union
}

object! {
    /// `ConnectionUsernameValidationOptions`
    ConnectionUsernameValidationOptions (min: i64, max: i64) {
        /// (at least 1)
        min "min": i64,
        /// (at most 128)
        max "max": i64,
    }
}

object! {
    /// `ConnectionValidationOptions`
    ConnectionValidationOptions {
        username "username": Nullable<ConnectionUsernameValidationOptions>,
    }
}

object! {
    /// `CreateConnectionRequestContent`
    CreateConnectionRequestContent (name: String, strategy: ConnectionIdentityProvider) {
        /// (at most 128 characters)
        name "name": String,
        /// (at most 128 characters)
        display_name "display_name": Option<String>,
        strategy "strategy": ConnectionIdentityProvider,
        options "options": Option<ConnectionPropertiesOptions>,
        enabled_clients "enabled_clients": Option<Vec<ClientId>>,
        is_domain_connection "is_domain_connection": Option<bool>,
        show_as_button "show_as_button": Option<bool>,
        realms "realms": Option<Vec<String>>,
        /// (at most 10 members)
        metadata "metadata": Option<BTreeMap<String, String>>,
        authentication "authentication": Option<ConnectionAuthenticationPurpose>,
        connected_accounts "connected_accounts": Option<ConnectionConnectedAccountsPurpose>,
        cross_app_access_requesting_app "cross_app_access_requesting_app": Option<CrossAppAccessRequestingApp>,
    }
}

object! {
    /// `CreateDirectoryProvisioningRequestContent`
    CreateDirectoryProvisioningRequestContent {
        /// (at least 1 items)
        mapping "mapping": Option<Vec<DirectoryProvisioningMappingItem>>,
        synchronize_automatically "synchronize_automatically": Option<bool>,
        synchronize_groups "synchronize_groups": Option<SynchronizeGroups>,
    }
}

object! {
    /// `CreateScimConfigurationRequestContent`
    CreateScimConfigurationRequestContent {
        user_id_attribute "user_id_attribute": Option<String>,
        mapping "mapping": Option<Vec<ScimMappingItem>>,
    }
}

object! {
    /// `CreateScimTokenRequestContent`
    CreateScimTokenRequestContent {
        /// (at least 1 items)
        scopes "scopes": Option<Vec<String>>,
        token_lifetime "token_lifetime": Nullable<i64>,
    }
}

string_enum! {
    /// `DefaultMethodEmailIdentifier`
    DefaultMethodEmailIdentifier {
        Password = "password",
        EmailOtp = "email_otp",
    }
}

string_enum! {
    /// `DefaultMethodPhoneNumberIdentifier`
    DefaultMethodPhoneNumberIdentifier {
        Password = "password",
        PhoneOtp = "phone_otp",
    }
}

object! {
    /// `DeleteSynchronizedGroupsRequestContent`
    DeleteSynchronizedGroupsRequestContent (groups: Vec<SynchronizedGroupSelectionId>) {
        groups "groups": Vec<SynchronizedGroupSelectionId>,
    }
}

envelope! { object DeleteSynchronizedGroupsRequestContent.groups: SynchronizedGroupSelectionId }

object! {
    /// `DirectoryProvisioning`
    DirectoryProvisioning (..) {
        connection_id "connection_id": ConnectionId,
        connection_name "connection_name": String,
        strategy "strategy": String,
        /// (at least 1 items)
        mapping "mapping": Vec<DirectoryProvisioningMappingItem>,
        synchronize_automatically "synchronize_automatically": bool,
        synchronize_groups "synchronize_groups": Option<SynchronizeGroups>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_at "updated_at": String,
        /// (format `date-time`)
        last_synchronization_at "last_synchronization_at": Option<String>,
        last_synchronization_status "last_synchronization_status": Option<String>,
        last_synchronization_error "last_synchronization_error": Option<String>,
    }
}

object! {
    /// `DirectoryProvisioningDefaultMapping`
    DirectoryProvisioningDefaultMapping {
        /// (at least 1 items)
        mapping "mapping": Option<Vec<DirectoryProvisioningMappingItem>>,
    }
}

envelope! { object DirectoryProvisioningDefaultMapping.mapping: DirectoryProvisioningMappingItem }

object! {
    /// `DirectoryProvisioningMappingItem`
    DirectoryProvisioningMappingItem (auth0: String, idp: String) {
        auth0 "auth0": String,
        idp "idp": String,
    }
}

object! {
    /// `DirectorySynchronization`
    DirectorySynchronization (connection_id: ConnectionId, synchronization_id: String, status: String) {
        connection_id "connection_id": ConnectionId,
        synchronization_id "synchronization_id": String,
        status "status": String,
    }
}

object! {
    /// `EmailAttribute`
    EmailAttribute {
        identifier "identifier": Option<EmailAttributeIdentifier>,
        unique "unique": Option<bool>,
        profile_required "profile_required": Option<bool>,
        verification_method "verification_method": Option<VerificationMethod>,
        signup "signup": Option<SignupVerified>,
    }
}

object! {
    /// `EmailAttributeIdentifier`
    EmailAttributeIdentifier {
        active "active": Option<bool>,
        default_method "default_method": Option<DefaultMethodEmailIdentifier>,
    }
}

object! {
    /// `ListConnectionsCheckpointPaginatedResponseContent`
    ListConnectionsCheckpointPaginatedResponseContent {
        next "next": Option<String>,
        connections "connections": Option<Vec<ConnectionForList>>,
    } in_union
}

envelope! { object ListConnectionsCheckpointPaginatedResponseContent.connections: ConnectionForList, next next }

object! {
    /// `ListConnectionsOffsetPaginatedResponseContent`
    ListConnectionsOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        connections "connections": Option<Vec<ConnectionForList>>,
    } in_union
}

envelope! { object ListConnectionsOffsetPaginatedResponseContent.connections: ConnectionForList, total total }

union! {
    /// `ListConnectionsResponseContent`
    ListConnectionsResponseContent {
        List(Vec<ConnectionForList>),
        Page(ListConnectionsOffsetPaginatedResponseContent),
        Checkpoint(ListConnectionsCheckpointPaginatedResponseContent),
    }
}

envelope! { union ListConnectionsResponseContent: ConnectionForList, List Page Checkpoint }

object! {
    /// `ListDirectoryProvisioningsResponseContent`
    ListDirectoryProvisioningsResponseContent (directory_provisionings: Vec<DirectoryProvisioning>) {
        directory_provisionings "directory_provisionings": Vec<DirectoryProvisioning>,
        next "next": Option<String>,
    }
}

envelope! { object ListDirectoryProvisioningsResponseContent.directory_provisionings: DirectoryProvisioning, next next }

object! {
    /// `ListScimConfigurationsResponseContent`
    ListScimConfigurationsResponseContent (scim_configurations: Vec<ScimConfiguration>) {
        scim_configurations "scim_configurations": Vec<ScimConfiguration>,
        next "next": Option<String>,
    }
}

envelope! { object ListScimConfigurationsResponseContent.scim_configurations: ScimConfiguration, next next }

object! {
    /// `ListSynchronizedGroupsResponseContent`
    ListSynchronizedGroupsResponseContent (groups: Vec<SynchronizedGroupPayload>) {
        groups "groups": Vec<SynchronizedGroupPayload>,
        next "next": Option<String>,
    }
}

envelope! { object ListSynchronizedGroupsResponseContent.groups: SynchronizedGroupPayload, next next }

string_enum! {
    /// `PasswordCharacterType`
    PasswordCharacterType {
        Uppercase = "uppercase",
        Lowercase = "lowercase",
        Number = "number",
        Special = "special",
    }
}

string_enum! {
    /// `PasswordCharacterTypeRulePolicy`
    PasswordCharacterTypeRulePolicy {
        All = "all",
        ThreeOfFour = "three_of_four",
    }
}

string_enum! {
    /// `PasswordDefaultDictionaries`
    PasswordDefaultDictionaries {
        En10k = "en_10k",
        En100k = "en_100k",
    }
}

string_enum! {
    /// `PasswordIdenticalCharactersPolicy`
    PasswordIdenticalCharactersPolicy {
        Allow = "allow",
        Block = "block",
    }
}

string_enum! {
    /// `PasswordMaxLengthExceededPolicy`
    PasswordMaxLengthExceededPolicy {
        Truncate = "truncate",
        Error = "error",
    }
}

string_enum! {
    /// `PasswordSequentialCharactersPolicy`
    PasswordSequentialCharactersPolicy {
        Allow = "allow",
        Block = "block",
    }
}

object! {
    /// `PhoneAttribute`
    PhoneAttribute {
        identifier "identifier": Option<PhoneAttributeIdentifier>,
        profile_required "profile_required": Option<bool>,
        signup "signup": Option<SignupVerified>,
    }
}

object! {
    /// `PhoneAttributeIdentifier`
    PhoneAttributeIdentifier {
        active "active": Option<bool>,
        default_method "default_method": Option<DefaultMethodPhoneNumberIdentifier>,
    }
}

string_enum! {
    /// `PostConnectionKeysAlg`
    PostConnectionKeysAlg {
        Rs256 = "RS256",
        Rs384 = "RS384",
        Rs512 = "RS512",
        Ps256 = "PS256",
        Ps384 = "PS384",
        Es256 = "ES256",
        Es384 = "ES384",
    }
}

object! {
    /// `PostConnectionKeysRequestContent`
    PostConnectionKeysRequestContent {
        signing_alg "signing_alg": Option<PostConnectionKeysAlg>,
    }
}

object! {
    /// `PostConnectionsKeysResponseContentItem`
    PostConnectionsKeysResponseContentItem (kid: String, cert: String, fingerprint: String, thumbprint: String) {
        /// (at most 255 characters)
        kid "kid": String,
        /// (at most 4096 characters)
        cert "cert": String,
        /// (at most 4096 characters)
        pkcs "pkcs": Option<String>,
        current "current": Option<bool>,
        next "next": Option<bool>,
        current_since "current_since": Option<String>,
        fingerprint "fingerprint": String,
        /// (at most 255 characters)
        thumbprint "thumbprint": String,
        algorithm "algorithm": Option<String>,
        key_use "key_use": Option<ConnectionKeyUse>,
        /// (at most 132 characters)
        subject_dn "subject_dn": Option<String>,
    }
}

object! {
    /// `ReplaceSynchronizedGroupsRequestContent`
    ReplaceSynchronizedGroupsRequestContent (groups: Vec<SynchronizedGroupPayload>) {
        groups "groups": Vec<SynchronizedGroupPayload>,
    }
}

envelope! { object ReplaceSynchronizedGroupsRequestContent.groups: SynchronizedGroupPayload }

object! {
    /// `RotateConnectionKeysRequestContent`
    RotateConnectionKeysRequestContent {
        signing_alg "signing_alg": Option<RotateConnectionKeysSigningAlg>,
    }
}

string_enum! {
    /// `RotateConnectionKeysSigningAlg`
    RotateConnectionKeysSigningAlg {
        Rs256 = "RS256",
        Rs384 = "RS384",
        Rs512 = "RS512",
        Ps256 = "PS256",
        Ps384 = "PS384",
        Es256 = "ES256",
        Es384 = "ES384",
    }
}

object! {
    /// `RotateConnectionsKeysResponseContent`
    RotateConnectionsKeysResponseContent (kid: String, cert: String, fingerprint: String, thumbprint: String) {
        /// (at most 255 characters)
        kid "kid": String,
        /// (at most 4096 characters)
        cert "cert": String,
        /// (at most 4096 characters)
        pkcs "pkcs": Option<String>,
        next "next": Option<bool>,
        fingerprint "fingerprint": String,
        /// (at most 255 characters)
        thumbprint "thumbprint": String,
        algorithm "algorithm": Option<String>,
        key_use "key_use": Option<ConnectionKeyUse>,
        /// (at most 132 characters)
        subject_dn "subject_dn": Option<String>,
    }
}

object! {
    /// `ScimConfiguration`
    ScimConfiguration (..) {
        connection_id "connection_id": ConnectionId,
        connection_name "connection_name": String,
        strategy "strategy": String,
        tenant_name "tenant_name": String,
        user_id_attribute "user_id_attribute": String,
        mapping "mapping": Vec<ScimMappingItem>,
        /// (format `date-time`)
        created_at "created_at": String,
        /// (format `date-time`)
        updated_on "updated_on": String,
    }
}

object! {
    /// `ScimConfigurationDefaultMapping`
    ScimConfigurationDefaultMapping {
        mapping "mapping": Option<Vec<ScimMappingItem>>,
    }
}

envelope! { object ScimConfigurationDefaultMapping.mapping: ScimMappingItem }

object! {
    /// `ScimMappingItem`
    ScimMappingItem {
        auth0 "auth0": Option<String>,
        scim "scim": Option<String>,
    }
}

object! {
    /// `ScimToken`
    ScimToken {
        token_id "token_id": Option<String>,
        token "token": Option<String>,
        scopes "scopes": Option<Vec<String>>,
        created_at "created_at": Option<String>,
        valid_until "valid_until": Option<String>,
    }
}

object! {
    /// `ScimTokenItem`
    ScimTokenItem {
        token_id "token_id": Option<String>,
        scopes "scopes": Option<Vec<String>>,
        created_at "created_at": Option<String>,
        valid_until "valid_until": Option<String>,
        last_used_at "last_used_at": Option<String>,
    }
}

object! {
    /// `Signup`
    Signup {
        status "status": Option<SignupStatus>,
    }
}

string_enum! {
    /// `SignupStatus`
    SignupStatus {
        Required = "required",
        Optional = "optional",
        Inactive = "inactive",
    }
}

object! {
    /// `SignupVerification`
    SignupVerification {
        active "active": Option<bool>,
    }
}

object! {
    /// `SignupVerified`
    SignupVerified {
        status "status": Option<SignupStatus>,
        verification "verification": Option<SignupVerification>,
    }
}

string_enum! {
    /// `SynchronizeGroups`
    SynchronizeGroups {
        All = "all",
        Off = "off",
        Selected = "selected",
    }
}

object! {
    /// `SynchronizedGroupPayload`
    SynchronizedGroupPayload (id: String) {
        /// (1 to 32 characters)
        id "id": String,
    }
}

object! {
    /// `SynchronizedGroupSelectionId`
    SynchronizedGroupSelectionId (id: String) {
        id "id": String,
    }
}

object! {
    /// `UpdateConnectionClientsBodyItem`
    UpdateConnectionClientsBodyItem (client_id: ClientId, status: bool) {
        /// (format `client-id`)
        client_id "client_id": ClientId,
        status "status": bool,
    }
}

object! {
    /// `UpdateConnectionOptions`
    UpdateConnectionOptions {
        validation "validation": Nullable<ConnectionValidationOptions>,
        non_persistent_attrs "non_persistent_attrs": Nullable<Vec<String>>,
        /// (at least 3 items)
        precedence "precedence": Option<Vec<ConnectionIdentifierPrecedence>>,
        /// (at least 1 members)
        attributes "attributes": Option<ConnectionAttributes>,
        enable_script_context "enable_script_context": Option<bool>,
        enabled_database_customization "enabledDatabaseCustomization": Option<bool>,
        import_mode "import_mode": Option<bool>,
        configuration "configuration": Nullable<BTreeMap<String, String>>,
        custom_scripts "customScripts": Option<ConnectionCustomScripts>,
        authentication_methods "authentication_methods": Nullable<ConnectionAuthenticationMethods>,
        passkey_options "passkey_options": Nullable<ConnectionPasskeyOptions>,
        password_policy "passwordPolicy": Nullable<ConnectionPasswordPolicy>,
        password_complexity_options "password_complexity_options": Nullable<ConnectionPasswordComplexityOptions>,
        password_history "password_history": Nullable<ConnectionPasswordHistoryOptions>,
        password_no_personal_info "password_no_personal_info": Nullable<ConnectionPasswordNoPersonalInfoOptions>,
        password_dictionary "password_dictionary": Nullable<ConnectionPasswordDictionaryOptions>,
        api_enable_users "api_enable_users": Option<bool>,
        api_enable_groups "api_enable_groups": Option<bool>,
        basic_profile "basic_profile": Option<bool>,
        ext_admin "ext_admin": Option<bool>,
        ext_is_suspended "ext_is_suspended": Option<bool>,
        ext_agreed_terms "ext_agreed_terms": Option<bool>,
        ext_groups "ext_groups": Option<bool>,
        ext_assigned_plans "ext_assigned_plans": Option<bool>,
        ext_profile "ext_profile": Option<bool>,
        disable_self_service_change_password "disable_self_service_change_password": Option<bool>,
        upstream_params "upstream_params": Nullable<BTreeMap<String, ConnectionUpstreamAdditionalProperties>>,
        set_user_root_attributes "set_user_root_attributes": Option<ConnectionSetUserRootAttributes>,
        gateway_authentication "gateway_authentication": Nullable<ConnectionGatewayAuthentication>,
        federated_connections_access_tokens "federated_connections_access_tokens": Nullable<ConnectionFederatedConnectionsAccessTokens>,
        password_options "password_options": Option<ConnectionPasswordOptions>,
        assertion_decryption_settings "assertion_decryption_settings": Option<ConnectionAssertionDecryptionSettings>,
        id_token_signed_response_algs "id_token_signed_response_algs": Nullable<Vec<ConnectionIdTokenSignedResponseAlg>>,
        dpop_signing_alg "dpop_signing_alg": Option<ConnectionDpopSigningAlg>,
        token_endpoint_auth_method "token_endpoint_auth_method": Nullable<ConnectionTokenEndpointAuthMethod>,
        token_endpoint_auth_signing_alg "token_endpoint_auth_signing_alg": Nullable<ConnectionTokenEndpointAuthSigningAlg>,
        token_endpoint_jwtca_aud_format "token_endpoint_jwtca_aud_format": Option<ConnectionTokenEndpointJwtcaAudFormatEnumOidc>,
        id_token_session_expiry_supported "id_token_session_expiry_supported": Option<bool>,
    }
}

object! {
    /// `UpdateConnectionRequestContent`
    UpdateConnectionRequestContent {
        /// (at most 128 characters)
        display_name "display_name": Option<String>,
        options "options": Nullable<UpdateConnectionOptions>,
        enabled_clients "enabled_clients": Nullable<Vec<ClientId>>,
        is_domain_connection "is_domain_connection": Option<bool>,
        show_as_button "show_as_button": Option<bool>,
        realms "realms": Option<Vec<String>>,
        /// (at most 10 members)
        metadata "metadata": Option<BTreeMap<String, String>>,
        authentication "authentication": Option<ConnectionAuthenticationPurpose>,
        connected_accounts "connected_accounts": Option<ConnectionConnectedAccountsPurpose>,
        cross_app_access_requesting_app "cross_app_access_requesting_app": Option<CrossAppAccessRequestingApp>,
    }
}

object! {
    /// `UpdateDirectoryProvisioningRequestContent`
    UpdateDirectoryProvisioningRequestContent {
        /// (at least 1 items)
        mapping "mapping": Option<Vec<DirectoryProvisioningMappingItem>>,
        synchronize_automatically "synchronize_automatically": Option<bool>,
        synchronize_groups "synchronize_groups": Option<SynchronizeGroups>,
    }
}

object! {
    /// `UpdateScimConfigurationRequestContent`
    UpdateScimConfigurationRequestContent (user_id_attribute: String, mapping: Vec<ScimMappingItem>) {
        user_id_attribute "user_id_attribute": String,
        mapping "mapping": Vec<ScimMappingItem>,
    }
}

object! {
    /// `UsernameAllowedTypes`
    UsernameAllowedTypes {
        email "email": Option<bool>,
        phone_number "phone_number": Option<bool>,
    }
}

object! {
    /// `UsernameAttribute`
    UsernameAttribute {
        identifier "identifier": Option<UsernameAttributeIdentifier>,
        profile_required "profile_required": Option<bool>,
        signup "signup": Option<Signup>,
        validation "validation": Option<UsernameValidation>,
    }
}

object! {
    /// `UsernameAttributeIdentifier`
    UsernameAttributeIdentifier {
        active "active": Option<bool>,
    }
}

object! {
    /// `UsernameValidation`
    UsernameValidation {
        /// (1 to 128)
        min_length "min_length": Option<Number>,
        /// (1 to 128)
        max_length "max_length": Option<Number>,
        allowed_types "allowed_types": Option<UsernameAllowedTypes>,
    }
}

string_enum! {
    /// `VerificationMethod`
    VerificationMethod {
        Link = "link",
        Otp = "otp",
    }
}
