// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `resourceServers` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    CreateResourceServer of Management "resourceServers.create" POST "/resource-servers"
    ["create:resource_servers"] -> ResourceServer
    {
        body body "body": CreateResourceServerRequestContent,
    }
    {}
}

operation! {
    DeleteResourceServer of Management "resourceServers.delete" DELETE "/resource-servers/{id}"
    ["delete:resource_servers"] -> NoContent
    {
        path id "id": ResourceServerId,
    }
    {}
}

operation! {
    GetResourceServer of Management "resourceServers.get" GET "/resource-servers/{id}"
    ["read:resource_servers"] -> ResourceServer
    {
        path id "id": ResourceServerId,
    }
    {
        query include_fields "include_fields": Option<bool>,
    }
}

operation! {
    ListResourceServers of Management "resourceServers.list" GET "/resource-servers"
    ["read:resource_servers"] -> ListResourceServerResponseContent
    {}
    {
        query identifiers "identifiers": Vec<String>,
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query include_fields "include_fields": Option<bool>,
    }
}

list! { ListResourceServers: ResourceServer, by_page_with_totals }

operation! {
    SearchResourceServers of Management "resourceServers.search" GET "/resource-servers/search"
    ["read:resource_servers"] -> SearchResourceServersResponseContent
    {}
    {
        query q "q": Option<String>,
        query parser "parser": Option<SearchParser>,
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
        query take "take": Option<i64>,
        query from "from": Option<String>,
        query sort "sort": Option<ResourceServerSortField>,
    }
}

list! { SearchResourceServers: ResourceServerSearchResult, by_cursor }

operation! {
    UpdateResourceServer of Management "resourceServers.update" PATCH "/resource-servers/{id}"
    ["update:resource_servers"] -> ResourceServer
    {
        path id "id": ResourceServerId,
        body body "body": UpdateResourceServerRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateResourceServer>(),
    NamedOperation::of::<DeleteResourceServer>(),
    NamedOperation::of::<GetResourceServer>(),
    NamedOperation::of::<ListResourceServers>(),
    NamedOperation::of::<SearchResourceServers>(),
    NamedOperation::of::<UpdateResourceServer>(),
];

object! {
    /// `CreateResourceServerRequestContent`
    CreateResourceServerRequestContent (identifier: String) {
        /// (at most 200 characters)
        name "name": Option<String>,
        /// (1 to 600 characters)
        identifier "identifier": String,
        scopes "scopes": Option<Vec<ResourceServerScope>>,
        signing_alg "signing_alg": Option<SigningAlgorithm>,
        /// (at least 16 characters)
        signing_secret "signing_secret": Option<String>,
        allow_offline_access "allow_offline_access": Option<bool>,
        allow_online_access "allow_online_access": Option<bool>,
        allow_online_access_with_ephemeral_sessions "allow_online_access_with_ephemeral_sessions": Option<bool>,
        /// (0 to 2592000)
        token_lifetime "token_lifetime": Option<i64>,
        /// (0 to 2592000)
        token_lifetime_for_web "token_lifetime_for_web": Option<i64>,
        token_dialect "token_dialect": Option<ResourceServerTokenDialectSchema>,
        skip_consent_for_verifiable_first_party_clients "skip_consent_for_verifiable_first_party_clients": Option<bool>,
        enforce_policies "enforce_policies": Option<bool>,
        token_encryption "token_encryption": Nullable<ResourceServerTokenEncryption>,
        consent_policy "consent_policy": Nullable<ResourceServerConsentPolicy>,
        authorization_details "authorization_details": Nullable<Vec<Value>>,
        proof_of_possession "proof_of_possession": Nullable<ResourceServerProofOfPossession>,
        subject_type_authorization "subject_type_authorization": Option<ResourceServerSubjectTypeAuthorization>,
        authorization_policy "authorization_policy": Nullable<ResourceServerAuthorizationPolicy>,
    }
}

object! {
    /// `ListResourceServerOffsetPaginatedResponseContent`
    ListResourceServerOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        resource_servers "resource_servers": Option<Vec<ResourceServer>>,
    } in_union
}

envelope! { object ListResourceServerOffsetPaginatedResponseContent.resource_servers: ResourceServer, total total }

union! {
    /// `ListResourceServerResponseContent`
    ListResourceServerResponseContent {
        List(Vec<ResourceServer>),
        Page(ListResourceServerOffsetPaginatedResponseContent),
    }
}

envelope! { union ListResourceServerResponseContent: ResourceServer, List Page }

object! {
    /// `ResourceServer`
    ResourceServer {
        id "id": Option<ResourceServerId>,
        name "name": Option<String>,
        is_system "is_system": Option<bool>,
        identifier "identifier": Option<String>,
        scopes "scopes": Option<Vec<ResourceServerScope>>,
        signing_alg "signing_alg": Option<SigningAlgorithm>,
        /// (at least 16 characters)
        signing_secret "signing_secret": Option<String>,
        allow_offline_access "allow_offline_access": Option<bool>,
        allow_online_access "allow_online_access": Option<bool>,
        allow_online_access_with_ephemeral_sessions "allow_online_access_with_ephemeral_sessions": Option<bool>,
        skip_consent_for_verifiable_first_party_clients "skip_consent_for_verifiable_first_party_clients": Option<bool>,
        token_lifetime "token_lifetime": Option<i64>,
        token_lifetime_for_web "token_lifetime_for_web": Option<i64>,
        enforce_policies "enforce_policies": Option<bool>,
        token_dialect "token_dialect": Option<ResourceServerTokenDialectResponse>,
        token_encryption "token_encryption": Option<ResourceServerTokenEncryption>,
        consent_policy "consent_policy": Option<ResourceServerConsentPolicy>,
        authorization_details "authorization_details": Option<Vec<Value>>,
        proof_of_possession "proof_of_possession": Option<ResourceServerProofOfPossession>,
        subject_type_authorization "subject_type_authorization": Option<ResourceServerSubjectTypeAuthorization>,
        authorization_policy "authorization_policy": Option<ResourceServerAuthorizationPolicy>,
        /// (format `client-id`)
        client_id "client_id": Option<ClientId>,
    } in_union
}

object! {
    /// `ResourceServerAuthorizationPolicy`
    ResourceServerAuthorizationPolicy (policy_id: String) {
        /// (1 to 1024 characters)
        policy_id "policy_id": String,
    }
}

string_enum! {
    /// `ResourceServerConsentPolicy`
    ResourceServerConsentPolicy {
        TransactionalAuthorizationWithMfa = "transactional-authorization-with-mfa",
    }
}

object! {
    /// `ResourceServerProofOfPossession`
    ResourceServerProofOfPossession (mechanism: ResourceServerProofOfPossessionMechanism, required: bool) {
        mechanism "mechanism": ResourceServerProofOfPossessionMechanism,
        required "required": bool,
        required_for "required_for": Option<ResourceServerProofOfPossessionRequiredFor>,
    }
}

string_enum! {
    /// `ResourceServerProofOfPossessionMechanism`
    ResourceServerProofOfPossessionMechanism {
        Mtls = "mtls",
        Dpop = "dpop",
    }
}

string_enum! {
    /// `ResourceServerProofOfPossessionRequiredFor`
    ResourceServerProofOfPossessionRequiredFor {
        PublicClients = "public_clients",
        AllClients = "all_clients",
    }
}

object! {
    /// `ResourceServerScope`
    ResourceServerScope (value: String) {
        /// (1 to 280 characters)
        value "value": String,
        /// (at most 500 characters)
        description "description": Option<String>,
    }
}

object! {
    /// `ResourceServerSearchResult`
    ResourceServerSearchResult {
        id "id": Option<String>,
        name "name": Option<String>,
        is_system "is_system": Option<bool>,
        identifier "identifier": Option<String>,
        scopes "scopes": Option<Vec<ResourceServerScope>>,
        signing_alg "signing_alg": Option<SigningAlgorithm>,
        allow_offline_access "allow_offline_access": Option<bool>,
        allow_online_access "allow_online_access": Option<bool>,
        allow_online_access_with_ephemeral_sessions "allow_online_access_with_ephemeral_sessions": Option<bool>,
        skip_consent_for_verifiable_first_party_clients "skip_consent_for_verifiable_first_party_clients": Option<bool>,
        token_lifetime "token_lifetime": Option<i64>,
        token_lifetime_for_web "token_lifetime_for_web": Option<i64>,
        enforce_policies "enforce_policies": Option<bool>,
        token_lifetime_for_anonymous_access_tokens "token_lifetime_for_anonymous_access_tokens": Option<i64>,
        token_dialect "token_dialect": Option<ResourceServerTokenDialectResponse>,
        token_encryption "token_encryption": Option<ResourceServerTokenEncryption>,
        consent_policy "consent_policy": Option<ResourceServerConsentPolicy>,
        authorization_details "authorization_details": Option<Vec<Value>>,
        proof_of_possession "proof_of_possession": Option<ResourceServerProofOfPossession>,
        subject_type_authorization "subject_type_authorization": Option<ResourceServerSubjectTypeAuthorization>,
        authorization_policy "authorization_policy": Option<ResourceServerAuthorizationPolicy>,
        /// (format `client-id`)
        client_id "client_id": Option<ClientId>,
    }
}

string_enum! {
    /// `ResourceServerSortField`
    ResourceServerSortField {
        Identifier = "identifier",
        Name = "name",
        UpdatedAt = "updated_at",
    }
}

object! {
    /// `ResourceServerSubjectTypeAuthorization`
    ResourceServerSubjectTypeAuthorization {
        user "user": Option<ResourceServerSubjectTypeAuthorizationUser>,
        client "client": Option<ResourceServerSubjectTypeAuthorizationClient>,
    }
}

object! {
    /// `ResourceServerSubjectTypeAuthorizationClient`
    ResourceServerSubjectTypeAuthorizationClient {
        policy "policy": Option<ResourceServerSubjectTypeAuthorizationClientPolicy>,
    }
}

string_enum! {
    /// `ResourceServerSubjectTypeAuthorizationClientPolicy`
    ResourceServerSubjectTypeAuthorizationClientPolicy {
        DenyAll = "deny_all",
        RequireClientGrant = "require_client_grant",
    }
}

object! {
    /// `ResourceServerSubjectTypeAuthorizationUser`
    ResourceServerSubjectTypeAuthorizationUser {
        policy "policy": Option<ResourceServerSubjectTypeAuthorizationUserPolicy>,
    }
}

string_enum! {
    /// `ResourceServerSubjectTypeAuthorizationUserPolicy`
    ResourceServerSubjectTypeAuthorizationUserPolicy {
        AllowAll = "allow_all",
        DenyAll = "deny_all",
        RequireClientGrant = "require_client_grant",
    }
}

string_enum! {
    /// `ResourceServerTokenDialectResponse`
    ResourceServerTokenDialectResponse {
        AccessToken = "access_token",
        AccessTokenAuthz = "access_token_authz",
        Rfc9068Profile = "rfc9068_profile",
        Rfc9068ProfileAuthz = "rfc9068_profile_authz",
    }
}

string_enum! {
    /// `ResourceServerTokenDialectSchema`
    ResourceServerTokenDialectSchema {
        AccessToken = "access_token",
        AccessTokenAuthz = "access_token_authz",
        Rfc9068Profile = "rfc9068_profile",
        Rfc9068ProfileAuthz = "rfc9068_profile_authz",
    }
}

object! {
    /// `ResourceServerTokenEncryption`
    ResourceServerTokenEncryption (format: ResourceServerTokenEncryptionFormat, encryption_key: ResourceServerTokenEncryptionKey) {
        format "format": ResourceServerTokenEncryptionFormat,
        encryption_key "encryption_key": ResourceServerTokenEncryptionKey,
    }
}

string_enum! {
    /// `ResourceServerTokenEncryptionAlgorithm`
    ResourceServerTokenEncryptionAlgorithm {
        RsaOaep256 = "RSA-OAEP-256",
        RsaOaep384 = "RSA-OAEP-384",
        RsaOaep512 = "RSA-OAEP-512",
    }
}

string_enum! {
    /// `ResourceServerTokenEncryptionFormat`
    ResourceServerTokenEncryptionFormat {
        CompactNestedJwe = "compact-nested-jwe",
    }
}

object! {
    /// `ResourceServerTokenEncryptionKey`
    ResourceServerTokenEncryptionKey (alg: ResourceServerTokenEncryptionAlgorithm, pem: String) {
        /// (1 to 128 characters)
        name "name": Option<String>,
        alg "alg": ResourceServerTokenEncryptionAlgorithm,
        /// (1 to 128 characters)
        kid "kid": Option<String>,
        /// (1 to 4096 characters)
        pem "pem": String,
    }
}

object! {
    /// `SearchResourceServersResponseContent`
    SearchResourceServersResponseContent {
        resource_servers "resource_servers": Option<Vec<ResourceServerSearchResult>>,
        next "next": Option<String>,
    }
}

envelope! { object SearchResourceServersResponseContent.resource_servers: ResourceServerSearchResult, next next }

object! {
    /// `UpdateResourceServerRequestContent`
    UpdateResourceServerRequestContent {
        /// (at most 200 characters)
        name "name": Option<String>,
        scopes "scopes": Option<Vec<ResourceServerScope>>,
        signing_alg "signing_alg": Option<SigningAlgorithm>,
        /// (at least 16 characters)
        signing_secret "signing_secret": Option<String>,
        skip_consent_for_verifiable_first_party_clients "skip_consent_for_verifiable_first_party_clients": Option<bool>,
        allow_offline_access "allow_offline_access": Option<bool>,
        allow_online_access "allow_online_access": Option<bool>,
        allow_online_access_with_ephemeral_sessions "allow_online_access_with_ephemeral_sessions": Option<bool>,
        /// (0 to 2592000)
        token_lifetime "token_lifetime": Option<i64>,
        /// (0 to 2592000)
        token_lifetime_for_web "token_lifetime_for_web": Option<i64>,
        token_dialect "token_dialect": Option<ResourceServerTokenDialectSchema>,
        enforce_policies "enforce_policies": Option<bool>,
        token_encryption "token_encryption": Nullable<ResourceServerTokenEncryption>,
        consent_policy "consent_policy": Nullable<ResourceServerConsentPolicy>,
        authorization_details "authorization_details": Nullable<Vec<Value>>,
        proof_of_possession "proof_of_possession": Nullable<ResourceServerProofOfPossession>,
        subject_type_authorization "subject_type_authorization": Option<ResourceServerSubjectTypeAuthorization>,
        authorization_policy "authorization_policy": Nullable<ResourceServerAuthorizationPolicy>,
    }
}
