// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `clients` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    GetClientConnections of Management "clients.connections.get" GET "/clients/{id}/connections"
    ["read:connections", "read:clients", "read:client_summary"] -> ListClientConnectionsResponseContent
    {
        path id "id": ClientId,
    }
    {
        query strategy "strategy": Vec<ConnectionStrategy>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
    }
}

list! { GetClientConnections: ConnectionForList, by_cursor }

operation! {
    CreateClient of Management "clients.create" POST "/clients"
    ["create:clients"] -> Client
    {
        body body "body": CreateClientRequestContent,
    }
    {}
}

operation! {
    CreateClientCredential of Management "clients.credentials.create" POST "/clients/{client_id}/credentials"
    ["create:client_credentials"] -> ClientCredential
    {
        path client_id "client_id": ClientId,
        body body "body": PostClientCredentialRequestContent,
    }
    {}
}

operation! {
    DeleteClientCredential of Management "clients.credentials.delete" DELETE "/clients/{client_id}/credentials/{credential_id}"
    ["delete:client_credentials"] -> NoContent
    {
        path client_id "client_id": ClientId,
        path credential_id "credential_id": String,
    }
    {}
}

operation! {
    GetClientCredential of Management "clients.credentials.get" GET "/clients/{client_id}/credentials/{credential_id}"
    ["read:client_credentials"] -> ClientCredential
    {
        path client_id "client_id": ClientId,
        path credential_id "credential_id": String,
    }
    {}
}

operation! {
    ListClientCredentials of Management "clients.credentials.list" GET "/clients/{client_id}/credentials"
    ["read:client_credentials"] -> Vec<ClientCredential>
    {
        path client_id "client_id": ClientId,
    }
    {}
}

list! { ListClientCredentials: ClientCredential, }

operation! {
    UpdateClientCredential of Management "clients.credentials.update" PATCH "/clients/{client_id}/credentials/{credential_id}"
    ["update:client_credentials"] -> ClientCredential
    {
        path client_id "client_id": ClientId,
        path credential_id "credential_id": String,
        body body "body": PatchClientCredentialRequestContent,
    }
    {}
}

operation! {
    DeleteClient of Management "clients.delete" DELETE "/clients/{id}"
    ["delete:clients"] -> NoContent
    {
        path id "id": ClientId,
    }
    {}
}

operation! {
    GetClient of Management "clients.get" GET "/clients/{id}"
    ["read:clients", "read:client_keys", "read:client_credentials", "read:client_summary"] -> Client
    {
        path id "id": ClientId,
    }
    {
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
    }
}

operation! {
    ListClients of Management "clients.list" GET "/clients"
    ["read:clients", "read:client_keys", "read:client_credentials", "read:client_summary"] -> ListClientsOutput
    {}
    {
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
        query is_global "is_global": Option<bool>,
        query is_first_party "is_first_party": Option<bool>,
        query app_type "app_type": Option<String>,
        query external_client_id "external_client_id": Option<String>,
        query q "q": Option<String>,
    }
}

list! { ListClients: Client, by_page_with_totals by_cursor }

operation! {
    PreviewClientCimdMetadata of Management "clients.previewCimdMetadata" POST "/clients/cimd/preview"
    ["read:clients"] -> PreviewCimdMetadataResponseContent
    {
        body body "body": PreviewCimdMetadataRequestContent,
    }
    {}
}

operation! {
    RegisterClientCimdClient of Management "clients.registerCimdClient" POST "/clients/cimd/register"
    ["create:clients", "update:clients"] -> RegisterCimdClientResponseContent
    {
        body body "body": RegisterCimdClientRequestContent,
    }
    {}
}

operation! {
    RotateClientSecret of Management "clients.rotateSecret" POST "/clients/{id}/rotate-secret"
    ["update:client_keys"] -> Client
    {
        path id "id": ClientId,
    }
    {}
}

operation! {
    UpdateClient of Management "clients.update" PATCH "/clients/{id}"
    ["update:clients", "update:client_keys", "update:client_credentials", "update:client_token_vault_privileged_access"] -> Client
    {
        path id "id": ClientId,
        body body "body": UpdateClientRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<GetClientConnections>(),
    NamedOperation::of::<CreateClient>(),
    NamedOperation::of::<CreateClientCredential>(),
    NamedOperation::of::<DeleteClientCredential>(),
    NamedOperation::of::<GetClientCredential>(),
    NamedOperation::of::<ListClientCredentials>(),
    NamedOperation::of::<UpdateClientCredential>(),
    NamedOperation::of::<DeleteClient>(),
    NamedOperation::of::<GetClient>(),
    NamedOperation::of::<ListClients>(),
    NamedOperation::of::<PreviewClientCimdMetadata>(),
    NamedOperation::of::<RegisterClientCimdClient>(),
    NamedOperation::of::<RotateClientSecret>(),
    NamedOperation::of::<UpdateClient>(),
];

string_enum! {
    /// `AsyncApprovalNotificationsChannels`
    AsyncApprovalNotificationsChannels {
        GuardianPush = "guardian-push",
        Email = "email",
    }
}

object! {
    /// `CertificateSubjectDnCredential`
    CertificateSubjectDnCredential (credential_type: CertificateSubjectDnCredentialType) {
        credential_type "credential_type": CertificateSubjectDnCredentialType,
        /// (at most 128 characters)
        name "name": Option<String>,
        /// (1 to 256 characters)
        subject_dn "subject_dn": Option<String>,
        /// (1 to 4096 characters)
        pem "pem": Option<String>,
    }
}

string_enum! {
    /// `CertificateSubjectDnCredentialType`
    CertificateSubjectDnCredentialType {
        CertSubjectDn = "cert_subject_dn",
    }
}

object! {
    /// `CimdMappedClientAuthenticationMethods`
    CimdMappedClientAuthenticationMethods {
        private_key_jwt "private_key_jwt": Option<CimdMappedClientAuthenticationMethodsPrivateKeyJwt>,
    }
}

object! {
    /// `CimdMappedClientAuthenticationMethodsPrivateKeyJwt`
    CimdMappedClientAuthenticationMethodsPrivateKeyJwt (credentials: Vec<CimdMappedPrivateKeyJwtCredential>) {
        credentials "credentials": Vec<CimdMappedPrivateKeyJwtCredential>,
    }
}

envelope! { object CimdMappedClientAuthenticationMethodsPrivateKeyJwt.credentials: CimdMappedPrivateKeyJwtCredential }

object! {
    /// `CimdMappedClientFields`
    CimdMappedClientFields {
        external_client_id "external_client_id": Option<String>,
        name "name": Option<String>,
        app_type "app_type": Option<String>,
        callbacks "callbacks": Option<Vec<String>>,
        logo_uri "logo_uri": Option<String>,
        description "description": Option<String>,
        grant_types "grant_types": Option<Vec<String>>,
        token_endpoint_auth_method "token_endpoint_auth_method": Option<String>,
        jwks_uri "jwks_uri": Option<String>,
        client_authentication_methods "client_authentication_methods": Option<CimdMappedClientAuthenticationMethods>,
    }
}

object! {
    /// `CimdMappedPrivateKeyJwtCredential`
    CimdMappedPrivateKeyJwtCredential (credential_type: String, kid: String, alg: String) {
        credential_type "credential_type": String,
        kid "kid": String,
        alg "alg": String,
    }
}

object! {
    /// `CimdValidationResult`
    CimdValidationResult (valid: bool, violations: Vec<String>, warnings: Vec<String>) {
        valid "valid": bool,
        violations "violations": Vec<String>,
        warnings "warnings": Vec<String>,
    }
}

object! {
    /// `Client`
    Client {
        client_id "client_id": Option<ClientId>,
        tenant "tenant": Option<String>,
        name "name": Option<String>,
        description "description": Option<String>,
        global "global": Option<bool>,
        client_secret "client_secret": Option<String>,
        app_type "app_type": Option<ClientAppType>,
        logo_uri "logo_uri": Option<String>,
        is_first_party "is_first_party": Option<bool>,
        oidc_conformant "oidc_conformant": Option<bool>,
        callbacks "callbacks": Option<Vec<String>>,
        allowed_origins "allowed_origins": Option<Vec<String>>,
        web_origins "web_origins": Option<Vec<String>>,
        client_aliases "client_aliases": Option<Vec<String>>,
        allowed_clients "allowed_clients": Option<Vec<String>>,
        allowed_logout_urls "allowed_logout_urls": Option<Vec<String>>,
        session_transfer "session_transfer": Option<ClientSessionTransferConfiguration>,
        oidc_logout "oidc_logout": Option<ClientOidcBackchannelLogoutSettings>,
        grant_types "grant_types": Option<Vec<String>>,
        jwt_configuration "jwt_configuration": Option<ClientJwtConfiguration>,
        signing_keys "signing_keys": Option<Vec<ClientSigningKey>>,
        encryption_key "encryption_key": Option<ClientEncryptionKey>,
        sso "sso": Option<bool>,
        sso_disabled "sso_disabled": Option<bool>,
        cross_origin_authentication "cross_origin_authentication": Option<bool>,
        /// (format `url`)
        cross_origin_loc "cross_origin_loc": Option<String>,
        custom_login_page_on "custom_login_page_on": Option<bool>,
        custom_login_page "custom_login_page": Option<String>,
        custom_login_page_preview "custom_login_page_preview": Option<String>,
        form_template "form_template": Option<String>,
        addons "addons": Option<ClientAddons>,
        token_endpoint_auth_method "token_endpoint_auth_method": Option<ClientTokenEndpointAuthMethod>,
        is_token_endpoint_ip_header_trusted "is_token_endpoint_ip_header_trusted": Option<bool>,
        /// (at most 10 members)
        client_metadata "client_metadata": Option<Map<String, Value>>,
        mobile "mobile": Option<ClientMobile>,
        /// (format `absolute-https-uri-with-placeholders-or-empty`)
        initiate_login_uri "initiate_login_uri": Option<String>,
        /// (at least 1 members)
        native_social_login "native_social_login": Option<NativeSocialLogin>,
        /// (at least 1 members)
        fedcm_login "fedcm_login": Option<FedCmLogin>,
        refresh_token "refresh_token": Option<ClientRefreshTokenConfiguration>,
        default_organization "default_organization": Option<ClientDefaultOrganization>,
        organization_usage "organization_usage": Option<ClientOrganizationUsage>,
        organization_require_behavior "organization_require_behavior": Option<ClientOrganizationRequireBehavior>,
        /// (at least 1 items)
        organization_discovery_methods "organization_discovery_methods": Option<Vec<ClientOrganizationDiscovery>>,
        /// (1 to 1 members)
        client_authentication_methods "client_authentication_methods": Option<ClientAuthenticationMethod>,
        require_pushed_authorization_requests "require_pushed_authorization_requests": Option<bool>,
        require_proof_of_possession "require_proof_of_possession": Option<bool>,
        signed_request_object "signed_request_object": Option<ClientSignedRequestObjectWithCredentialId>,
        token_vault_privileged_access "token_vault_privileged_access": Option<ClientTokenVaultPrivilegedAccessWithCredentialId>,
        compliance_level "compliance_level": Option<ClientComplianceLevel>,
        skip_non_verifiable_callback_uri_confirmation_prompt "skip_non_verifiable_callback_uri_confirmation_prompt": Option<bool>,
        token_exchange "token_exchange": Option<ClientTokenExchangeConfiguration>,
        /// (10 to 600)
        par_request_expiry "par_request_expiry": Option<i64>,
        token_quota "token_quota": Option<TokenQuota>,
        express_configuration "express_configuration": Option<ExpressConfiguration>,
        my_organization_configuration "my_organization_configuration": Option<ClientMyOrganizationResponseConfiguration>,
        third_party_security_mode "third_party_security_mode": Option<ClientThirdPartySecurityMode>,
        redirection_policy "redirection_policy": Option<ClientRedirectionPolicy>,
        resource_server_identifier "resource_server_identifier": Option<String>,
        /// (at least 1 items)
        async_approval_notification_channels "async_approval_notification_channels": Option<Vec<AsyncApprovalNotificationsChannels>>,
        external_metadata_type "external_metadata_type": Option<ClientExternalMetadataType>,
        external_metadata_created_by "external_metadata_created_by": Option<ClientExternalMetadataCreatedBy>,
        /// (format `absolute-https-uri-or-empty`)
        external_client_id "external_client_id": Option<String>,
        /// (format `absolute-https-uri-or-empty`)
        jwks_uri "jwks_uri": Option<String>,
    } in_union
}

object! {
    /// `ClientAddonAws`
    ClientAddonAws {
        principal "principal": Option<String>,
        role "role": Option<String>,
        /// (900 to 43200)
        lifetime_in_seconds "lifetime_in_seconds": Option<i64>,
    }
}

object! {
    /// `ClientAddonAzureBlob`
    ClientAddonAzureBlob {
        account_name "accountName": Option<String>,
        storage_access_key "storageAccessKey": Option<String>,
        container_name "containerName": Option<String>,
        blob_name "blobName": Option<String>,
        /// (at least 0)
        expiration "expiration": Option<i64>,
        signed_identifier "signedIdentifier": Option<String>,
        blob_read "blob_read": Option<bool>,
        blob_write "blob_write": Option<bool>,
        blob_delete "blob_delete": Option<bool>,
        container_read "container_read": Option<bool>,
        container_write "container_write": Option<bool>,
        container_delete "container_delete": Option<bool>,
        container_list "container_list": Option<bool>,
    }
}

object! {
    /// `ClientAddonAzureSb`
    ClientAddonAzureSb {
        namespace "namespace": Option<String>,
        sas_key_name "sasKeyName": Option<String>,
        sas_key "sasKey": Option<String>,
        entity_path "entityPath": Option<String>,
        expiration "expiration": Option<i64>,
    }
}

object! {
    /// `ClientAddonEchoSign`
    ClientAddonEchoSign {
        domain "domain": Option<String>,
    }
}

object! {
    /// `ClientAddonEgnyte`
    ClientAddonEgnyte {
        domain "domain": Option<String>,
    }
}

object! {
    /// `ClientAddonFirebase`
    ClientAddonFirebase {
        secret "secret": Option<String>,
        private_key_id "private_key_id": Option<String>,
        private_key "private_key": Option<String>,
        client_email "client_email": Option<String>,
        lifetime_in_seconds "lifetime_in_seconds": Option<i64>,
    }
}

object! {
    /// `ClientAddonLayer`
    ClientAddonLayer (provider_id: String, key_id: String, private_key: String) {
        provider_id "providerId": String,
        key_id "keyId": String,
        private_key "privateKey": String,
        principal "principal": Option<String>,
        /// (at least 0)
        expiration "expiration": Option<i64>,
    }
}

object! {
    /// `ClientAddonMscrm`
    ClientAddonMscrm (url: String) {
        /// (format `url`)
        url "url": String,
    }
}

object! {
    /// `ClientAddonNewRelic`
    ClientAddonNewRelic {
        account "account": Option<String>,
    }
}

object! {
    /// `ClientAddonOffice365`
    ClientAddonOffice365 {
        domain "domain": Option<String>,
        connection "connection": Option<String>,
    }
}

object! {
    /// `ClientAddonRms`
    ClientAddonRms (url: String) {
        /// (format `url`)
        url "url": String,
    }
}

object! {
    /// `ClientAddonSalesforce`
    ClientAddonSalesforce {
        /// (format `url`)
        entity_id "entity_id": Option<String>,
    }
}

object! {
    /// `ClientAddonSalesforceApi`
    ClientAddonSalesforceApi {
        clientid "clientid": Option<String>,
        principal "principal": Option<String>,
        community_name "communityName": Option<String>,
        community_url_section "community_url_section": Option<String>,
    }
}

object! {
    /// `ClientAddonSalesforceSandboxApi`
    ClientAddonSalesforceSandboxApi {
        clientid "clientid": Option<String>,
        principal "principal": Option<String>,
        community_name "communityName": Option<String>,
        community_url_section "community_url_section": Option<String>,
    }
}

object! {
    /// `ClientAddonSaml`
    ClientAddonSaml {
        mappings "mappings": Option<Map<String, Value>>,
        audience "audience": Option<String>,
        recipient "recipient": Option<String>,
        create_upn_claim "createUpnClaim": Option<bool>,
        map_unknown_claims_as_is "mapUnknownClaimsAsIs": Option<bool>,
        passthrough_claims_with_no_mapping "passthroughClaimsWithNoMapping": Option<bool>,
        map_identities "mapIdentities": Option<bool>,
        signature_algorithm "signatureAlgorithm": Option<String>,
        digest_algorithm "digestAlgorithm": Option<String>,
        issuer "issuer": Option<String>,
        destination "destination": Option<String>,
        lifetime_in_seconds "lifetimeInSeconds": Option<i64>,
        sign_response "signResponse": Option<bool>,
        name_identifier_format "nameIdentifierFormat": Option<String>,
        name_identifier_probes "nameIdentifierProbes": Option<Vec<String>>,
        authn_context_class_ref "authnContextClassRef": Option<String>,
    }
}

object! {
    /// `ClientAddonSapapi`
    ClientAddonSapapi {
        clientid "clientid": Option<String>,
        username_attribute "usernameAttribute": Option<String>,
        /// (format `url`)
        token_endpoint_url "tokenEndpointUrl": Option<String>,
        scope "scope": Option<String>,
        service_password "servicePassword": Option<String>,
        name_identifier_format "nameIdentifierFormat": Option<String>,
    }
}

object! {
    /// `ClientAddonSentry`
    ClientAddonSentry {
        org_slug "org_slug": Option<String>,
        base_url "base_url": Option<String>,
    }
}

object! {
    /// `ClientAddonSharePoint`
    ClientAddonSharePoint {
        url "url": Option<String>,
        external_url "external_url": Option<ClientAddonSharePointExternalUrl>,
    }
}

union! {
    /// `ClientAddonSharePointExternalUrl`
    ClientAddonSharePointExternalUrl {
        List(Vec<String>),
        String(String),
    }
}

object! {
    /// `ClientAddonSlack`
    ClientAddonSlack (team: String) {
        team "team": String,
    }
}

object! {
    /// `ClientAddonSpringCm`
    ClientAddonSpringCm {
        acsurl "acsurl": Option<String>,
    }
}

object! {
    /// `ClientAddonSsoIntegration`
    ClientAddonSsoIntegration {
        name "name": Option<String>,
        version "version": Option<String>,
    }
}

object! {
    /// `ClientAddonWams`
    ClientAddonWams {
        masterkey "masterkey": Option<String>,
    }
}

object! {
    /// `ClientAddonZendesk`
    ClientAddonZendesk {
        account_name "accountName": Option<String>,
    }
}

object! {
    /// `ClientAddonZoom`
    ClientAddonZoom {
        account "account": Option<String>,
    }
}

object! {
    /// `ClientAddons`
    ClientAddons {
        aws "aws": Option<ClientAddonAws>,
        azure_blob "azure_blob": Option<ClientAddonAzureBlob>,
        azure_sb "azure_sb": Option<ClientAddonAzureSb>,
        rms "rms": Option<ClientAddonRms>,
        mscrm "mscrm": Option<ClientAddonMscrm>,
        slack "slack": Option<ClientAddonSlack>,
        sentry "sentry": Option<ClientAddonSentry>,
        box_ "box": Option<Map<String, Value>>,
        cloudbees "cloudbees": Option<Map<String, Value>>,
        concur "concur": Option<Map<String, Value>>,
        dropbox "dropbox": Option<Map<String, Value>>,
        echosign "echosign": Option<ClientAddonEchoSign>,
        egnyte "egnyte": Option<ClientAddonEgnyte>,
        firebase "firebase": Option<ClientAddonFirebase>,
        newrelic "newrelic": Option<ClientAddonNewRelic>,
        office365 "office365": Option<ClientAddonOffice365>,
        salesforce "salesforce": Option<ClientAddonSalesforce>,
        salesforce_api "salesforce_api": Option<ClientAddonSalesforceApi>,
        salesforce_sandbox_api "salesforce_sandbox_api": Option<ClientAddonSalesforceSandboxApi>,
        samlp "samlp": Option<ClientAddonSaml>,
        layer "layer": Option<ClientAddonLayer>,
        sap_api "sap_api": Option<ClientAddonSapapi>,
        sharepoint "sharepoint": Option<ClientAddonSharePoint>,
        springcm "springcm": Option<ClientAddonSpringCm>,
        wams "wams": Option<ClientAddonWams>,
        wsfed "wsfed": Option<Map<String, Value>>,
        zendesk "zendesk": Option<ClientAddonZendesk>,
        zoom "zoom": Option<ClientAddonZoom>,
        sso_integration "sso_integration": Option<ClientAddonSsoIntegration>,
        oag "oag": Nullable<Map<String, Value>>,
    }
}

string_enum! {
    /// `ClientAppType`
    ClientAppType {
        Native = "native",
        Spa = "spa",
        RegularWeb = "regular_web",
        NonInteractive = "non_interactive",
        ResourceServer = "resource_server",
        ExpressConfiguration = "express_configuration",
        Rms = "rms",
        Box = "box",
        Cloudbees = "cloudbees",
        Concur = "concur",
        Dropbox = "dropbox",
        Mscrm = "mscrm",
        Echosign = "echosign",
        Egnyte = "egnyte",
        Newrelic = "newrelic",
        Office365 = "office365",
        Salesforce = "salesforce",
        Sentry = "sentry",
        Sharepoint = "sharepoint",
        Slack = "slack",
        Springcm = "springcm",
        Zendesk = "zendesk",
        Zoom = "zoom",
        SsoIntegration = "sso_integration",
        Oag = "oag",
    }
}

object! {
    /// `ClientAuthenticationMethod`
    ClientAuthenticationMethod {
        private_key_jwt "private_key_jwt": Option<ClientAuthenticationMethodPrivateKeyJwt>,
        tls_client_auth "tls_client_auth": Option<ClientAuthenticationMethodTlsClientAuth>,
        self_signed_tls_client_auth "self_signed_tls_client_auth": Option<ClientAuthenticationMethodSelfSignedTlsClientAuth>,
    }
}

object! {
    /// `ClientAuthenticationMethodPrivateKeyJwt`
    ClientAuthenticationMethodPrivateKeyJwt (credentials: Vec<CredentialId>) {
        /// (at least 0 items)
        credentials "credentials": Vec<CredentialId>,
    }
}

envelope! { object ClientAuthenticationMethodPrivateKeyJwt.credentials: CredentialId }

object! {
    /// `ClientAuthenticationMethodSelfSignedTlsClientAuth`
    ClientAuthenticationMethodSelfSignedTlsClientAuth (credentials: Vec<CredentialId>) {
        /// (at least 0 items)
        credentials "credentials": Vec<CredentialId>,
    }
}

envelope! { object ClientAuthenticationMethodSelfSignedTlsClientAuth.credentials: CredentialId }

object! {
    /// `ClientAuthenticationMethodTlsClientAuth`
    ClientAuthenticationMethodTlsClientAuth (credentials: Vec<CredentialId>) {
        /// (at least 0 items)
        credentials "credentials": Vec<CredentialId>,
    }
}

envelope! { object ClientAuthenticationMethodTlsClientAuth.credentials: CredentialId }

string_enum! {
    /// `ClientComplianceLevel`
    ClientComplianceLevel {
        None = "none",
        Fapi1AdvPkjPar = "fapi1_adv_pkj_par",
        Fapi1AdvMtlsPar = "fapi1_adv_mtls_par",
        Fapi2SpPkjMtls = "fapi2_sp_pkj_mtls",
        Fapi2SpMtlsMtls = "fapi2_sp_mtls_mtls",
    }
}

object! {
    /// `ClientCreateAuthenticationMethod`
    ClientCreateAuthenticationMethod {
        private_key_jwt "private_key_jwt": Option<ClientCreateAuthenticationMethodPrivateKeyJwt>,
        tls_client_auth "tls_client_auth": Option<ClientCreateAuthenticationMethodTlsClientAuth>,
        self_signed_tls_client_auth "self_signed_tls_client_auth": Option<CreateClientAuthenticationMethodSelfSignedTlsClientAuth>,
    }
}

object! {
    /// `ClientCreateAuthenticationMethodPrivateKeyJwt`
    ClientCreateAuthenticationMethodPrivateKeyJwt (credentials: Vec<PublicKeyCredential>) {
        /// (at least 0 items)
        credentials "credentials": Vec<PublicKeyCredential>,
    }
}

envelope! { object ClientCreateAuthenticationMethodPrivateKeyJwt.credentials: PublicKeyCredential }

object! {
    /// `ClientCreateAuthenticationMethodTlsClientAuth`
    ClientCreateAuthenticationMethodTlsClientAuth (credentials: Vec<CertificateSubjectDnCredential>) {
        /// (at least 0 items)
        credentials "credentials": Vec<CertificateSubjectDnCredential>,
    }
}

envelope! { object ClientCreateAuthenticationMethodTlsClientAuth.credentials: CertificateSubjectDnCredential }

object! {
    /// `ClientCredential`
    ClientCredential {
        id "id": Option<String>,
        name "name": Option<String>,
        kid "kid": Option<String>,
        alg "alg": Option<ClientCredentialAlgorithm>,
        credential_type "credential_type": Option<ClientCredentialType>,
        subject_dn "subject_dn": Option<String>,
        thumbprint_sha256 "thumbprint_sha256": Option<String>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
        /// (format `date-time`)
        expires_at "expires_at": Option<String>,
    }
}

string_enum! {
    /// `ClientCredentialAlgorithm`
    ClientCredentialAlgorithm {
        Rs256 = "RS256",
        Rs384 = "RS384",
        Ps256 = "PS256",
    }
}

string_enum! {
    /// `ClientCredentialType`
    ClientCredentialType {
        PublicKey = "public_key",
        CertSubjectDn = "cert_subject_dn",
        X509Cert = "x509_cert",
    }
}

object! {
    /// `ClientDefaultOrganization`
    ClientDefaultOrganization (organization_id: OrganizationId, flows: Vec<ClientDefaultOrganizationFlows>) {
        /// (format `organization-id`)
        organization_id "organization_id": OrganizationId,
        flows "flows": Vec<ClientDefaultOrganizationFlows>,
    }
}

string_enum! {
    /// `ClientDefaultOrganizationFlows`
    ClientDefaultOrganizationFlows {
        ClientCredentials = "client_credentials",
    }
}

object! {
    /// `ClientEncryptionKey`
    ClientEncryptionKey {
        pub_ "pub": Option<String>,
        cert "cert": Option<String>,
        subject "subject": Option<String>,
    }
}

string_enum! {
    /// `ClientExternalMetadataCreatedBy`
    ClientExternalMetadataCreatedBy {
        Admin = "admin",
        Client = "client",
    }
}

string_enum! {
    /// `ClientExternalMetadataType`
    ClientExternalMetadataType {
        Cimd = "cimd",
        Dcr = "dcr",
    }
}

object! {
    /// `ClientJwtConfiguration`
    ClientJwtConfiguration {
        /// (1 to 2147483647)
        lifetime_in_seconds "lifetime_in_seconds": Option<i64>,
        secret_encoded "secret_encoded": Option<bool>,
        scopes "scopes": Option<Map<String, Value>>,
        alg "alg": Option<SigningAlgorithm>,
    }
}

object! {
    /// `ClientMobile`
    ClientMobile {
        android "android": Option<ClientMobileAndroid>,
        ios "ios": Option<ClientMobileiOs>,
    }
}

object! {
    /// `ClientMobileAndroid`
    ClientMobileAndroid {
        app_package_name "app_package_name": Option<String>,
        /// (at least 1 items)
        sha256_cert_fingerprints "sha256_cert_fingerprints": Option<Vec<String>>,
    }
}

object! {
    /// `ClientMobileiOs`
    ClientMobileiOs {
        team_id "team_id": Option<String>,
        app_bundle_identifier "app_bundle_identifier": Option<String>,
    }
}

string_enum! {
    /// `ClientMyOrganizationConfigurationAllowedStrategies`
    ClientMyOrganizationConfigurationAllowedStrategies {
        Pingfederate = "pingfederate",
        Adfs = "adfs",
        Waad = "waad",
        GoogleApps = "google-apps",
        Okta = "okta",
        Oidc = "oidc",
        Samlp = "samlp",
    }
}

string_enum! {
    /// `ClientMyOrganizationDeletionBehavior`
    ClientMyOrganizationDeletionBehavior {
        Allow = "allow",
        AllowIfEmpty = "allow_if_empty",
    }
}

object! {
    /// `ClientMyOrganizationPatchConfiguration`
    ClientMyOrganizationPatchConfiguration (allowed_strategies: Vec<ClientMyOrganizationConfigurationAllowedStrategies>, connection_deletion_behavior: ClientMyOrganizationDeletionBehavior) {
        /// (format `connection-profile-id`)
        connection_profile_id "connection_profile_id": Option<String>,
        /// (format `user-attribute-profile-id`)
        user_attribute_profile_id "user_attribute_profile_id": Option<String>,
        allowed_strategies "allowed_strategies": Vec<ClientMyOrganizationConfigurationAllowedStrategies>,
        connection_deletion_behavior "connection_deletion_behavior": ClientMyOrganizationDeletionBehavior,
        /// (format `client-id`)
        invitation_landing_client_id "invitation_landing_client_id": Option<ClientId>,
    }
}

object! {
    /// `ClientMyOrganizationPostConfiguration`
    ClientMyOrganizationPostConfiguration (allowed_strategies: Vec<ClientMyOrganizationConfigurationAllowedStrategies>, connection_deletion_behavior: ClientMyOrganizationDeletionBehavior) {
        /// (format `connection-profile-id`)
        connection_profile_id "connection_profile_id": Option<String>,
        /// (format `user-attribute-profile-id`)
        user_attribute_profile_id "user_attribute_profile_id": Option<String>,
        allowed_strategies "allowed_strategies": Vec<ClientMyOrganizationConfigurationAllowedStrategies>,
        connection_deletion_behavior "connection_deletion_behavior": ClientMyOrganizationDeletionBehavior,
        /// (format `client-id`)
        invitation_landing_client_id "invitation_landing_client_id": Option<ClientId>,
    }
}

object! {
    /// `ClientMyOrganizationResponseConfiguration`
    ClientMyOrganizationResponseConfiguration (allowed_strategies: Vec<ClientMyOrganizationConfigurationAllowedStrategies>, connection_deletion_behavior: ClientMyOrganizationDeletionBehavior) {
        /// (format `connection-profile-id`)
        connection_profile_id "connection_profile_id": Option<String>,
        /// (format `user-attribute-profile-id`)
        user_attribute_profile_id "user_attribute_profile_id": Option<String>,
        allowed_strategies "allowed_strategies": Vec<ClientMyOrganizationConfigurationAllowedStrategies>,
        connection_deletion_behavior "connection_deletion_behavior": ClientMyOrganizationDeletionBehavior,
        /// (format `client-id`)
        invitation_landing_client_id "invitation_landing_client_id": Option<ClientId>,
    }
}

object! {
    /// `ClientOidcBackchannelLogoutInitiators`
    ClientOidcBackchannelLogoutInitiators {
        mode "mode": Option<ClientOidcBackchannelLogoutInitiatorsMode>,
        selected_initiators "selected_initiators": Option<Vec<ClientOidcBackchannelLogoutInitiatorsEnum>>,
    }
}

string_enum! {
    /// `ClientOidcBackchannelLogoutInitiatorsEnum`
    ClientOidcBackchannelLogoutInitiatorsEnum {
        RpLogout = "rp-logout",
        IdpLogout = "idp-logout",
        PasswordChanged = "password-changed",
        SessionExpired = "session-expired",
        SessionRevoked = "session-revoked",
        AccountDeleted = "account-deleted",
        EmailIdentifierChanged = "email-identifier-changed",
        MfaPhoneUnenrolled = "mfa-phone-unenrolled",
        AccountDeactivated = "account-deactivated",
    }
}

string_enum! {
    /// `ClientOidcBackchannelLogoutInitiatorsMode`
    ClientOidcBackchannelLogoutInitiatorsMode {
        Custom = "custom",
        All = "all",
    }
}

object! {
    /// `ClientOidcBackchannelLogoutSessionMetadata`
    ClientOidcBackchannelLogoutSessionMetadata {
        include "include": Option<bool>,
    }
}

object! {
    /// `ClientOidcBackchannelLogoutSettings`
    ClientOidcBackchannelLogoutSettings {
        backchannel_logout_urls "backchannel_logout_urls": Option<Vec<String>>,
        backchannel_logout_initiators "backchannel_logout_initiators": Option<ClientOidcBackchannelLogoutInitiators>,
        backchannel_logout_session_metadata "backchannel_logout_session_metadata": Option<ClientOidcBackchannelLogoutSessionMetadata>,
    }
}

string_enum! {
    /// `ClientOrganizationDiscovery`
    ClientOrganizationDiscovery {
        Email = "email",
        OrganizationName = "organization_name",
    }
}

string_enum! {
    /// `ClientOrganizationRequireBehavior`
    ClientOrganizationRequireBehavior {
        NoPrompt = "no_prompt",
        PreLoginPrompt = "pre_login_prompt",
        PostLoginPrompt = "post_login_prompt",
    }
}

string_enum! {
    /// `ClientOrganizationRequireBehaviorPatch`
    ClientOrganizationRequireBehaviorPatch {
        NoPrompt = "no_prompt",
        PreLoginPrompt = "pre_login_prompt",
        PostLoginPrompt = "post_login_prompt",
    }
}

string_enum! {
    /// `ClientOrganizationUsage`
    ClientOrganizationUsage {
        Deny = "deny",
        Allow = "allow",
        Require = "require",
    }
}

string_enum! {
    /// `ClientOrganizationUsagePatch`
    ClientOrganizationUsagePatch {
        Deny = "deny",
        Allow = "allow",
        Require = "require",
    }
}

string_enum! {
    /// `ClientRedirectionPolicy`
    ClientRedirectionPolicy {
        AllowAlways = "allow_always",
        OpenRedirectProtection = "open_redirect_protection",
    }
}

object! {
    /// `ClientRefreshTokenConfiguration`
    ClientRefreshTokenConfiguration (rotation_type: RefreshTokenRotationType, expiration_type: RefreshTokenExpirationType) {
        rotation_type "rotation_type": RefreshTokenRotationType,
        expiration_type "expiration_type": RefreshTokenExpirationType,
        /// (0 to 3600)
        leeway "leeway": Option<i64>,
        /// (1 to 157788000)
        token_lifetime "token_lifetime": Option<i64>,
        infinite_token_lifetime "infinite_token_lifetime": Option<bool>,
        /// (at least 1)
        idle_token_lifetime "idle_token_lifetime": Option<i64>,
        infinite_idle_token_lifetime "infinite_idle_token_lifetime": Option<bool>,
        /// (at least 1 items)
        policies "policies": Nullable<Vec<ClientRefreshTokenPolicy>>,
    }
}

object! {
    /// `ClientRefreshTokenPolicy`
    ClientRefreshTokenPolicy (audience: String, scope: Vec<String>) {
        /// (1 to 600 characters)
        audience "audience": String,
        scope "scope": Vec<String>,
    }
}

string_enum! {
    /// `ClientSessionTransferAllowedAuthenticationMethods`
    ClientSessionTransferAllowedAuthenticationMethods {
        Cookie = "cookie",
        Query = "query",
    }
}

object! {
    /// `ClientSessionTransferConfiguration`
    ClientSessionTransferConfiguration {
        can_create_session_transfer_token "can_create_session_transfer_token": Option<bool>,
        enforce_cascade_revocation "enforce_cascade_revocation": Option<bool>,
        allowed_authentication_methods "allowed_authentication_methods": Nullable<Vec<ClientSessionTransferAllowedAuthenticationMethods>>,
        enforce_device_binding "enforce_device_binding": Option<ClientSessionTransferDeviceBinding>,
        allow_refresh_token "allow_refresh_token": Option<bool>,
        enforce_online_refresh_tokens "enforce_online_refresh_tokens": Option<bool>,
        delegation "delegation": Nullable<ClientSessionTransferDelegationConfiguration>,
    }
}

object! {
    /// `ClientSessionTransferDelegationConfiguration`
    ClientSessionTransferDelegationConfiguration {
        allow_delegated_access "allow_delegated_access": Option<bool>,
        enforce_device_binding "enforce_device_binding": Option<ClientSessionTransferDelegationDeviceBinding>,
    }
}

string_enum! {
    /// `ClientSessionTransferDelegationDeviceBinding`
    ClientSessionTransferDelegationDeviceBinding {
        Ip = "ip",
        Asn = "asn",
    }
}

string_enum! {
    /// `ClientSessionTransferDeviceBinding`
    ClientSessionTransferDeviceBinding {
        Ip = "ip",
        Asn = "asn",
        None = "none",
    }
}

object! {
    /// `ClientSignedRequestObjectWithCredentialId`
    ClientSignedRequestObjectWithCredentialId {
        required "required": Option<bool>,
        /// (at least 0 items)
        credentials "credentials": Option<Vec<CredentialId>>,
    }
}

object! {
    /// `ClientSignedRequestObjectWithPublicKey`
    ClientSignedRequestObjectWithPublicKey {
        required "required": Option<bool>,
        /// (at least 0 items)
        credentials "credentials": Option<Vec<PublicKeyCredential>>,
    }
}

object! {
    /// `ClientSigningKey`
    ClientSigningKey {
        pkcs7 "pkcs7": Option<String>,
        cert "cert": Option<String>,
        subject "subject": Option<String>,
    }
}

string_enum! {
    /// `ClientThirdPartySecurityMode`
    ClientThirdPartySecurityMode {
        Strict = "strict",
        Permissive = "permissive",
    }
}

string_enum! {
    /// `ClientTokenEndpointAuthMethod`
    ClientTokenEndpointAuthMethod {
        None = "none",
        ClientSecretPost = "client_secret_post",
        ClientSecretBasic = "client_secret_basic",
    }
}

string_enum! {
    /// `ClientTokenEndpointAuthMethodOrNull`
    ClientTokenEndpointAuthMethodOrNull {
        None = "none",
        ClientSecretPost = "client_secret_post",
        ClientSecretBasic = "client_secret_basic",
    }
}

object! {
    /// `ClientTokenExchangeConfiguration`
    ClientTokenExchangeConfiguration {
        /// (at least 0 items)
        allow_any_profile_of_type "allow_any_profile_of_type": Option<Vec<ClientTokenExchangeType>>,
    }
}

envelope! { object ClientTokenExchangeConfiguration.allow_any_profile_of_type: ClientTokenExchangeType }

object! {
    /// `ClientTokenExchangeConfigurationOrNull`
    ClientTokenExchangeConfigurationOrNull {
        /// (at least 0 items)
        allow_any_profile_of_type "allow_any_profile_of_type": Option<Vec<ClientTokenExchangeType>>,
    }
}

envelope! { object ClientTokenExchangeConfigurationOrNull.allow_any_profile_of_type: ClientTokenExchangeType }

string_enum! {
    /// `ClientTokenExchangeType`
    ClientTokenExchangeType {
        CustomAuthentication = "custom_authentication",
        OnBehalfOfTokenExchange = "on_behalf_of_token_exchange",
    }
}

object! {
    /// `ClientTokenVaultPrivilegedAccessWithCredentialId`
    ClientTokenVaultPrivilegedAccessWithCredentialId (credentials: Vec<CredentialId>) {
        /// (at least 0 items)
        credentials "credentials": Vec<CredentialId>,
        /// (at least 0 items)
        ip_allowlist "ip_allowlist": Option<Vec<String>>,
    }
}

object! {
    /// `ClientTokenVaultPrivilegedAccessWithPublicKey`
    ClientTokenVaultPrivilegedAccessWithPublicKey (credentials: Vec<PublicKeyCredential>) {
        /// (at least 0 items)
        credentials "credentials": Vec<PublicKeyCredential>,
        /// (at least 0 items)
        ip_allowlist "ip_allowlist": Option<Vec<String>>,
    }
}

object! {
    /// `CreateClientAuthenticationMethodSelfSignedTlsClientAuth`
    CreateClientAuthenticationMethodSelfSignedTlsClientAuth (credentials: Vec<X509CertificateCredential>) {
        /// (at least 0 items)
        credentials "credentials": Vec<X509CertificateCredential>,
    }
}

envelope! { object CreateClientAuthenticationMethodSelfSignedTlsClientAuth.credentials: X509CertificateCredential }

object! {
    /// `CreateClientRequestContent`
    CreateClientRequestContent (name: String) {
        name "name": String,
        /// (at most 140 characters)
        description "description": Option<String>,
        /// (at least 1 characters)
        client_secret "client_secret": Option<String>,
        /// (format `absolute-uri-or-empty`)
        logo_uri "logo_uri": Option<String>,
        callbacks "callbacks": Option<Vec<String>>,
        oidc_logout "oidc_logout": Option<ClientOidcBackchannelLogoutSettings>,
        oidc_backchannel_logout "oidc_backchannel_logout": Option<ClientOidcBackchannelLogoutSettings>,
        session_transfer "session_transfer": Nullable<ClientSessionTransferConfiguration>,
        allowed_origins "allowed_origins": Option<Vec<String>>,
        web_origins "web_origins": Option<Vec<String>>,
        client_aliases "client_aliases": Option<Vec<String>>,
        allowed_clients "allowed_clients": Option<Vec<String>>,
        allowed_logout_urls "allowed_logout_urls": Option<Vec<String>>,
        grant_types "grant_types": Option<Vec<String>>,
        token_endpoint_auth_method "token_endpoint_auth_method": Option<ClientTokenEndpointAuthMethod>,
        is_token_endpoint_ip_header_trusted "is_token_endpoint_ip_header_trusted": Option<bool>,
        app_type "app_type": Option<ClientAppType>,
        is_first_party "is_first_party": Option<bool>,
        oidc_conformant "oidc_conformant": Option<bool>,
        jwt_configuration "jwt_configuration": Option<ClientJwtConfiguration>,
        encryption_key "encryption_key": Nullable<ClientEncryptionKey>,
        sso "sso": Option<bool>,
        cross_origin_authentication "cross_origin_authentication": Option<bool>,
        cross_origin_auth "cross_origin_auth": Option<bool>,
        /// (format `url`)
        cross_origin_loc "cross_origin_loc": Option<String>,
        sso_disabled "sso_disabled": Option<bool>,
        custom_login_page_on "custom_login_page_on": Option<bool>,
        /// (at least 1 characters)
        custom_login_page "custom_login_page": Option<String>,
        /// (at least 1 characters)
        custom_login_page_preview "custom_login_page_preview": Option<String>,
        /// (at least 1 characters)
        form_template "form_template": Option<String>,
        addons "addons": Option<ClientAddons>,
        /// (at most 10 members)
        client_metadata "client_metadata": Option<Map<String, Value>>,
        mobile "mobile": Option<ClientMobile>,
        /// (format `absolute-https-uri-with-placeholders-or-empty`)
        initiate_login_uri "initiate_login_uri": Option<String>,
        /// (at least 1 members)
        native_social_login "native_social_login": Option<NativeSocialLogin>,
        /// (at least 1 members)
        fedcm_login "fedcm_login": Option<FedCmLogin>,
        refresh_token "refresh_token": Nullable<ClientRefreshTokenConfiguration>,
        default_organization "default_organization": Nullable<ClientDefaultOrganization>,
        organization_usage "organization_usage": Option<ClientOrganizationUsage>,
        organization_require_behavior "organization_require_behavior": Option<ClientOrganizationRequireBehavior>,
        /// (at least 1 items)
        organization_discovery_methods "organization_discovery_methods": Option<Vec<ClientOrganizationDiscovery>>,
        /// (1 to 1 members)
        client_authentication_methods "client_authentication_methods": Option<ClientCreateAuthenticationMethod>,
        require_pushed_authorization_requests "require_pushed_authorization_requests": Option<bool>,
        require_proof_of_possession "require_proof_of_possession": Option<bool>,
        signed_request_object "signed_request_object": Option<ClientSignedRequestObjectWithPublicKey>,
        token_vault_privileged_access "token_vault_privileged_access": Option<ClientTokenVaultPrivilegedAccessWithPublicKey>,
        compliance_level "compliance_level": Nullable<ClientComplianceLevel>,
        skip_non_verifiable_callback_uri_confirmation_prompt "skip_non_verifiable_callback_uri_confirmation_prompt": Option<bool>,
        token_exchange "token_exchange": Option<ClientTokenExchangeConfiguration>,
        /// (10 to 600)
        par_request_expiry "par_request_expiry": Nullable<i64>,
        token_quota "token_quota": Option<CreateTokenQuota>,
        /// (1 to 600 characters)
        resource_server_identifier "resource_server_identifier": Option<String>,
        third_party_security_mode "third_party_security_mode": Option<ClientThirdPartySecurityMode>,
        redirection_policy "redirection_policy": Option<ClientRedirectionPolicy>,
        express_configuration "express_configuration": Option<ExpressConfiguration>,
        my_organization_configuration "my_organization_configuration": Option<ClientMyOrganizationPostConfiguration>,
        /// (at least 1 items)
        async_approval_notification_channels "async_approval_notification_channels": Option<Vec<AsyncApprovalNotificationsChannels>>,
    }
}

object! {
    /// `CredentialId`
    CredentialId (id: String) {
        /// (format `credential-id`)
        id "id": String,
    }
}

object! {
    /// `ExpressConfiguration`
    ExpressConfiguration (..) {
        /// (format `ec-initiate-login-uri-template-url`)
        initiate_login_uri_template "initiate_login_uri_template": String,
        /// (format `user-attribute-profile-id`)
        user_attribute_profile_id "user_attribute_profile_id": String,
        /// (format `connection-profile-id`)
        connection_profile_id "connection_profile_id": String,
        enable_client "enable_client": bool,
        enable_organization "enable_organization": bool,
        linked_clients "linked_clients": Option<Vec<LinkedClientConfiguration>>,
        /// (format `client-id`)
        okta_oin_client_id "okta_oin_client_id": ClientId,
        /// (at least 1 characters)
        admin_login_domain "admin_login_domain": String,
        /// (1 to 200 characters)
        oin_submission_id "oin_submission_id": Option<String>,
    }
}

object! {
    /// `ExpressConfigurationOrNull`
    ExpressConfigurationOrNull (..) {
        /// (format `ec-initiate-login-uri-template-url`)
        initiate_login_uri_template "initiate_login_uri_template": String,
        /// (format `user-attribute-profile-id`)
        user_attribute_profile_id "user_attribute_profile_id": String,
        /// (format `connection-profile-id`)
        connection_profile_id "connection_profile_id": String,
        enable_client "enable_client": bool,
        enable_organization "enable_organization": bool,
        linked_clients "linked_clients": Option<Vec<LinkedClientConfiguration>>,
        /// (format `client-id`)
        okta_oin_client_id "okta_oin_client_id": ClientId,
        /// (at least 1 characters)
        admin_login_domain "admin_login_domain": String,
        /// (1 to 200 characters)
        oin_submission_id "oin_submission_id": Option<String>,
    }
}

object! {
    /// `FedCmLogin`
    FedCmLogin {
        /// (at least 1 members)
        google "google": Option<FedCmLoginGoogle>,
    }
}

object! {
    /// `FedCmLoginGoogle`
    FedCmLoginGoogle {
        is_enabled "is_enabled": Option<bool>,
    }
}

object! {
    /// `FedCmLoginGooglePatch`
    FedCmLoginGooglePatch {
        is_enabled "is_enabled": Option<bool>,
    }
}

object! {
    /// `FedCmLoginPatch`
    FedCmLoginPatch {
        /// (at least 1 members)
        google "google": Option<FedCmLoginGooglePatch>,
    }
}

object! {
    /// `LinkedClientConfiguration`
    LinkedClientConfiguration (client_id: ClientId) {
        /// (format `client-id`)
        client_id "client_id": ClientId,
    }
}

object! {
    /// `ListClientConnectionsResponseContent`
    ListClientConnectionsResponseContent (connections: Vec<ConnectionForList>) {
        connections "connections": Vec<ConnectionForList>,
        next "next": Option<String>,
    }
}

envelope! { object ListClientConnectionsResponseContent.connections: ConnectionForList, next next }

object! {
    /// `ListClientsOffsetPaginatedResponseContent`
    ListClientsOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        clients "clients": Option<Vec<Client>>,
    } in_union
}

envelope! { object ListClientsOffsetPaginatedResponseContent.clients: Client, total total }

union! {
    /// `ListClientsOutput`
    ListClientsOutput {
        List(Vec<Client>),
        Page(ListClientsOffsetPaginatedResponseContent),
        Checkpoint(ListClientsPaginatedResponseContent),
    }
}

envelope! { union ListClientsOutput: Client, List Page Checkpoint }

object! {
    /// `ListClientsPaginatedResponseContent`
    ListClientsPaginatedResponseContent {
        next "next": Option<String>,
        clients "clients": Option<Vec<Client>>,
    } in_union
}

envelope! { object ListClientsPaginatedResponseContent.clients: Client, next next }

object! {
    /// `NativeSocialLogin`
    NativeSocialLogin {
        /// (at least 1 members)
        apple "apple": Option<NativeSocialLoginApple>,
        /// (at least 1 members)
        facebook "facebook": Option<NativeSocialLoginFacebook>,
        /// (at least 1 members)
        google "google": Option<NativeSocialLoginGoogle>,
    }
}

object! {
    /// `NativeSocialLoginApple`
    NativeSocialLoginApple {
        enabled "enabled": Option<bool>,
    }
}

object! {
    /// `NativeSocialLoginApplePatch`
    NativeSocialLoginApplePatch {
        enabled "enabled": Option<bool>,
    }
}

object! {
    /// `NativeSocialLoginFacebook`
    NativeSocialLoginFacebook {
        enabled "enabled": Option<bool>,
    }
}

object! {
    /// `NativeSocialLoginFacebookPatch`
    NativeSocialLoginFacebookPatch {
        enabled "enabled": Option<bool>,
    }
}

object! {
    /// `NativeSocialLoginGoogle`
    NativeSocialLoginGoogle {
        enabled "enabled": Option<bool>,
    }
}

object! {
    /// `NativeSocialLoginGooglePatch`
    NativeSocialLoginGooglePatch {
        enabled "enabled": Option<bool>,
    }
}

object! {
    /// `NativeSocialLoginPatch`
    NativeSocialLoginPatch {
        /// (at least 1 members)
        apple "apple": Nullable<NativeSocialLoginApplePatch>,
        /// (at least 1 members)
        facebook "facebook": Nullable<NativeSocialLoginFacebookPatch>,
        /// (at least 1 members)
        google "google": Nullable<NativeSocialLoginGooglePatch>,
    }
}

object! {
    /// `PatchClientCredentialRequestContent`
    PatchClientCredentialRequestContent {
        /// (format `date-time`)
        expires_at "expires_at": Nullable<String>,
    }
}

object! {
    /// `PostClientCredentialRequestContent`
    PostClientCredentialRequestContent (credential_type: ClientCredentialType) {
        credential_type "credential_type": ClientCredentialType,
        /// (at most 128 characters)
        name "name": Option<String>,
        /// (1 to 256 characters)
        subject_dn "subject_dn": Option<String>,
        pem "pem": Option<String>,
        alg "alg": Option<PublicKeyCredentialAlgorithm>,
        parse_expiry_from_cert "parse_expiry_from_cert": Option<bool>,
        /// (format `date-time`)
        expires_at "expires_at": Option<String>,
        /// (10 to 64 characters)
        kid "kid": Option<String>,
    }
}

object! {
    /// `PreviewCimdMetadataRequestContent`
    PreviewCimdMetadataRequestContent (external_client_id: String) {
        /// (1 to 120 characters, format `absolute-https-uri-or-empty`)
        external_client_id "external_client_id": String,
    }
}

object! {
    /// `PreviewCimdMetadataResponseContent`
    PreviewCimdMetadataResponseContent {
        client_id "client_id": Option<ClientId>,
        errors "errors": Option<Vec<String>>,
        validation "validation": Option<CimdValidationResult>,
        mapped_fields "mapped_fields": Option<CimdMappedClientFields>,
    }
}

object! {
    /// `PublicKeyCredential`
    PublicKeyCredential (credential_type: PublicKeyCredentialType, pem: String) {
        credential_type "credential_type": PublicKeyCredentialType,
        /// (at most 128 characters)
        name "name": Option<String>,
        pem "pem": String,
        alg "alg": Option<PublicKeyCredentialAlgorithm>,
        parse_expiry_from_cert "parse_expiry_from_cert": Option<bool>,
        /// (format `date-time`)
        expires_at "expires_at": Option<String>,
        /// (10 to 64 characters)
        kid "kid": Option<String>,
    }
}

string_enum! {
    /// `PublicKeyCredentialAlgorithm`
    PublicKeyCredentialAlgorithm {
        Rs256 = "RS256",
        Rs384 = "RS384",
        Ps256 = "PS256",
    }
}

string_enum! {
    /// `RefreshTokenExpirationType`
    RefreshTokenExpirationType {
        Expiring = "expiring",
        NonExpiring = "non-expiring",
    }
}

string_enum! {
    /// `RefreshTokenRotationType`
    RefreshTokenRotationType {
        Rotating = "rotating",
        NonRotating = "non-rotating",
    }
}

object! {
    /// `RegisterCimdClientRequestContent`
    RegisterCimdClientRequestContent (external_client_id: String) {
        /// (1 to 120 characters, format `absolute-https-uri-or-empty`)
        external_client_id "external_client_id": String,
    }
}

object! {
    /// `RegisterCimdClientResponseContent`
    RegisterCimdClientResponseContent (client_id: ClientId, mapped_fields: CimdMappedClientFields, validation: CimdValidationResult) {
        client_id "client_id": ClientId,
        mapped_fields "mapped_fields": CimdMappedClientFields,
        validation "validation": CimdValidationResult,
    }
}

object! {
    /// `UpdateClientRequestContent`
    UpdateClientRequestContent {
        name "name": Option<String>,
        /// (at most 140 characters)
        description "description": Option<String>,
        /// (at least 1 characters)
        client_secret "client_secret": Option<String>,
        /// (format `absolute-uri-or-empty`)
        logo_uri "logo_uri": Option<String>,
        callbacks "callbacks": Option<Vec<String>>,
        oidc_logout "oidc_logout": Option<ClientOidcBackchannelLogoutSettings>,
        oidc_backchannel_logout "oidc_backchannel_logout": Option<ClientOidcBackchannelLogoutSettings>,
        session_transfer "session_transfer": Nullable<ClientSessionTransferConfiguration>,
        allowed_origins "allowed_origins": Option<Vec<String>>,
        web_origins "web_origins": Option<Vec<String>>,
        grant_types "grant_types": Option<Vec<String>>,
        client_aliases "client_aliases": Option<Vec<String>>,
        allowed_clients "allowed_clients": Option<Vec<String>>,
        allowed_logout_urls "allowed_logout_urls": Option<Vec<String>>,
        jwt_configuration "jwt_configuration": Option<ClientJwtConfiguration>,
        encryption_key "encryption_key": Nullable<ClientEncryptionKey>,
        sso "sso": Option<bool>,
        cross_origin_authentication "cross_origin_authentication": Option<bool>,
        cross_origin_auth "cross_origin_auth": Option<bool>,
        /// (format `url-or-null`)
        cross_origin_loc "cross_origin_loc": Nullable<String>,
        sso_disabled "sso_disabled": Option<bool>,
        custom_login_page_on "custom_login_page_on": Option<bool>,
        token_endpoint_auth_method "token_endpoint_auth_method": Nullable<ClientTokenEndpointAuthMethodOrNull>,
        is_token_endpoint_ip_header_trusted "is_token_endpoint_ip_header_trusted": Option<bool>,
        app_type "app_type": Option<ClientAppType>,
        is_first_party "is_first_party": Option<bool>,
        oidc_conformant "oidc_conformant": Option<bool>,
        custom_login_page "custom_login_page": Option<String>,
        custom_login_page_preview "custom_login_page_preview": Option<String>,
        token_quota "token_quota": Nullable<UpdateTokenQuota>,
        form_template "form_template": Option<String>,
        addons "addons": Option<ClientAddons>,
        /// (at most 10 members)
        client_metadata "client_metadata": Option<Map<String, Value>>,
        mobile "mobile": Option<ClientMobile>,
        /// (format `absolute-https-uri-with-placeholders-or-empty`)
        initiate_login_uri "initiate_login_uri": Option<String>,
        /// (at least 1 members)
        native_social_login "native_social_login": Nullable<NativeSocialLoginPatch>,
        /// (at least 1 members)
        fedcm_login "fedcm_login": Nullable<FedCmLoginPatch>,
        refresh_token "refresh_token": Nullable<ClientRefreshTokenConfiguration>,
        default_organization "default_organization": Nullable<ClientDefaultOrganization>,
        organization_usage "organization_usage": Nullable<ClientOrganizationUsagePatch>,
        organization_require_behavior "organization_require_behavior": Nullable<ClientOrganizationRequireBehaviorPatch>,
        /// (at least 1 items)
        organization_discovery_methods "organization_discovery_methods": Nullable<Vec<ClientOrganizationDiscovery>>,
        /// (1 to 1 members)
        client_authentication_methods "client_authentication_methods": Nullable<ClientAuthenticationMethod>,
        require_pushed_authorization_requests "require_pushed_authorization_requests": Option<bool>,
        require_proof_of_possession "require_proof_of_possession": Option<bool>,
        signed_request_object "signed_request_object": Nullable<ClientSignedRequestObjectWithCredentialId>,
        token_vault_privileged_access "token_vault_privileged_access": Option<ClientTokenVaultPrivilegedAccessWithCredentialId>,
        compliance_level "compliance_level": Nullable<ClientComplianceLevel>,
        skip_non_verifiable_callback_uri_confirmation_prompt "skip_non_verifiable_callback_uri_confirmation_prompt": Nullable<bool>,
        token_exchange "token_exchange": Nullable<ClientTokenExchangeConfigurationOrNull>,
        /// (10 to 600)
        par_request_expiry "par_request_expiry": Nullable<i64>,
        express_configuration "express_configuration": Nullable<ExpressConfigurationOrNull>,
        my_organization_configuration "my_organization_configuration": Nullable<ClientMyOrganizationPatchConfiguration>,
        /// (at least 1 items)
        async_approval_notification_channels "async_approval_notification_channels": Nullable<Vec<AsyncApprovalNotificationsChannels>>,
        third_party_security_mode "third_party_security_mode": Option<ClientThirdPartySecurityMode>,
        redirection_policy "redirection_policy": Option<ClientRedirectionPolicy>,
    }
}

object! {
    /// `X509CertificateCredential`
    X509CertificateCredential (credential_type: X509CertificateCredentialType, pem: String) {
        credential_type "credential_type": X509CertificateCredentialType,
        /// (at most 128 characters)
        name "name": Option<String>,
        /// (1 to 4096 characters)
        pem "pem": String,
    }
}

string_enum! {
    /// `X509CertificateCredentialType`
    X509CertificateCredentialType {
        X509Cert = "x509_cert",
    }
}
