// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! What several groups speak of.

use crate::wire::prelude::*;

#[cfg(any(feature = "clients", feature = "connections"))]
object! {
    /// `ConnectionAuthenticationPurpose`
    ConnectionAuthenticationPurpose (active: bool) {
        active "active": bool,
    }
}

#[cfg(any(feature = "clients", feature = "connections"))]
object! {
    /// `ConnectionConnectedAccountsPurpose`
    ConnectionConnectedAccountsPurpose (active: bool) {
        active "active": bool,
        cross_app_access "cross_app_access": Option<bool>,
    }
}

#[cfg(any(feature = "clients", feature = "connections"))]
object! {
    /// `ConnectionForList`
    ConnectionForList {
        name "name": Option<String>,
        display_name "display_name": Option<String>,
        options "options": Option<Map<String, Value>>,
        id "id": Option<ConnectionId>,
        strategy "strategy": Option<String>,
        realms "realms": Option<Vec<String>>,
        is_domain_connection "is_domain_connection": Option<bool>,
        show_as_button "show_as_button": Option<bool>,
        /// (at most 10 members)
        metadata "metadata": Option<BTreeMap<String, String>>,
        authentication "authentication": Option<ConnectionAuthenticationPurpose>,
        connected_accounts "connected_accounts": Option<ConnectionConnectedAccountsPurpose>,
        cross_app_access_requesting_app "cross_app_access_requesting_app": Option<CrossAppAccessRequestingApp>,
    } in_union
}

#[cfg(any(feature = "clients", feature = "connections"))]
string_enum! {
    /// `ConnectionStrategy`
    ConnectionStrategy {
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
        Auth0Adldap = "auth0-adldap",
    }
}

#[cfg(any(feature = "clients", feature = "organizations"))]
object! {
    /// `CreateTokenQuota`
    CreateTokenQuota (client_credentials: TokenQuotaClientCredentials) {
        /// (at least 1 members)
        client_credentials "client_credentials": TokenQuotaClientCredentials,
    }
}

#[cfg(any(feature = "clients", feature = "connections"))]
object! {
    /// `CrossAppAccessRequestingApp`
    CrossAppAccessRequestingApp (active: bool) {
        active "active": bool,
    }
}

#[cfg(any(feature = "organizations", feature = "users"))]
object! {
    /// `Group`
    Group {
        /// (18 to 26 characters)
        id "id": Option<String>,
        /// (1 to 128 characters)
        name "name": Option<String>,
        /// (at most 256 characters)
        external_id "external_id": Option<String>,
        /// (format `connection-id`)
        connection_id "connection_id": Option<ConnectionId>,
        /// (at least 3 characters)
        tenant_name "tenant_name": Option<String>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
    } in_union
}

#[cfg(feature = "users")]
object! {
    /// `Identity`
    Identity (user_id: String, provider: IdentityProvider) {
        user_id "user_id": String,
        provider "provider": IdentityProvider,
        connection_id "connection_id": Option<ConnectionId>,
    }
}

#[cfg(feature = "users")]
string_enum! {
    /// `IdentityProvider`
    IdentityProvider {
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

#[cfg(any(feature = "logs", feature = "users"))]
string_enum! {
    /// `IdentityProviderOnlyAuth0`
    IdentityProviderOnlyAuth0 {
        Auth0 = "auth0",
    }
}

#[cfg(any(feature = "organizations", feature = "users"))]
object! {
    /// `ListGroupRolesResponseContent`
    ListGroupRolesResponseContent (roles: Vec<Role>) {
        roles "roles": Vec<Role>,
        next "next": Option<String>,
    }
}

#[cfg(any(feature = "organizations", feature = "users"))]
envelope! { object ListGroupRolesResponseContent.roles: Role, next next }

#[cfg(any(feature = "logs", feature = "users"))]
object! {
    /// `ListLogOffsetPaginatedResponseContent`
    ListLogOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        length "length": Option<Number>,
        total "total": Option<Number>,
        logs "logs": Option<Vec<Log>>,
    } in_union
}

#[cfg(any(feature = "logs", feature = "users"))]
envelope! { object ListLogOffsetPaginatedResponseContent.logs: Log, total total }

#[cfg(any(feature = "logs", feature = "users"))]
union! {
    /// `ListLogResponseContent`
    ListLogResponseContent {
        List(Vec<Log>),
        Page(ListLogOffsetPaginatedResponseContent),
    }
}

#[cfg(any(feature = "logs", feature = "users"))]
envelope! { union ListLogResponseContent: Log, List Page }

#[cfg(any(feature = "clients", feature = "organizations", feature = "users"))]
object! {
    /// `ListOrganizationsOffsetPaginatedResponseContent`
    ListOrganizationsOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        organizations "organizations": Option<Vec<Organization>>,
    } in_union
}

#[cfg(any(feature = "clients", feature = "organizations", feature = "users"))]
envelope! { object ListOrganizationsOffsetPaginatedResponseContent.organizations: Organization, total total }

#[cfg(any(feature = "clients", feature = "organizations"))]
object! {
    /// `ListOrganizationsPaginatedResponseContent`
    ListOrganizationsPaginatedResponseContent {
        next "next": Option<String>,
        organizations "organizations": Option<Vec<Organization>>,
    } in_union
}

#[cfg(any(feature = "clients", feature = "organizations"))]
envelope! { object ListOrganizationsPaginatedResponseContent.organizations: Organization, next next }

#[cfg(any(feature = "clients", feature = "organizations"))]
union! {
    /// `ListOrganizationsResponseContent`
    ListOrganizationsResponseContent {
        List(Vec<Organization>),
        Page(ListOrganizationsOffsetPaginatedResponseContent),
        Checkpoint(ListOrganizationsPaginatedResponseContent),
    }
}

#[cfg(any(feature = "clients", feature = "organizations"))]
envelope! { union ListOrganizationsResponseContent: Organization, List Page Checkpoint }

#[cfg(any(feature = "organizations", feature = "users"))]
object! {
    /// `ListRoleGroupsResponseContent`
    ListRoleGroupsResponseContent (groups: Vec<Group>) {
        groups "groups": Vec<Group>,
        next "next": Option<String>,
    }
}

#[cfg(any(feature = "organizations", feature = "users"))]
envelope! { object ListRoleGroupsResponseContent.groups: Group, next next }

#[cfg(any(feature = "organizations", feature = "users"))]
object! {
    /// `ListRolesOffsetPaginatedResponseContent`
    ListRolesOffsetPaginatedResponseContent {
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
        roles "roles": Option<Vec<Role>>,
    } in_union
}

#[cfg(any(feature = "organizations", feature = "users"))]
envelope! { object ListRolesOffsetPaginatedResponseContent.roles: Role, total total }

#[cfg(any(feature = "organizations", feature = "users"))]
union! {
    /// `ListRolesResponseContent`
    ListRolesResponseContent {
        List(Vec<Role>),
        Page(ListRolesOffsetPaginatedResponseContent),
    }
}

#[cfg(any(feature = "organizations", feature = "users"))]
envelope! { union ListRolesResponseContent: Role, List Page }

#[cfg(any(feature = "logs", feature = "users"))]
object! {
    /// `Log`
    Log {
        date "date": Option<LogDate>,
        type_ "type": Option<String>,
        description "description": Option<String>,
        connection "connection": Option<String>,
        connection_id "connection_id": Option<ConnectionId>,
        client_id "client_id": Option<ClientId>,
        client_name "client_name": Option<String>,
        ip "ip": Option<String>,
        hostname "hostname": Option<String>,
        user_id "user_id": Option<UserId>,
        user_name "user_name": Option<String>,
        audience "audience": Option<String>,
        scope "scope": Option<String>,
        strategy "strategy": Option<String>,
        strategy_type "strategy_type": Option<String>,
        log_id "log_id": Option<LogId>,
        is_mobile "isMobile": Option<bool>,
        details "details": Option<Map<String, Value>>,
        user_agent "user_agent": Option<String>,
        security_context "security_context": Option<LogSecurityContext>,
        location_info "location_info": Option<LogLocationInfo>,
    } in_union
}

#[cfg(any(feature = "logs", feature = "users"))]
union! {
    /// `LogDate`
    LogDate {
        String(String),
        Object(Map<String, Value>),
    }
}

#[cfg(any(feature = "logs", feature = "users"))]
object! {
    /// `LogLocationInfo`
    LogLocationInfo {
        /// (2 to 2 characters)
        country_code "country_code": Option<String>,
        /// (3 to 3 characters)
        country_code3 "country_code3": Option<String>,
        country_name "country_name": Option<String>,
        city_name "city_name": Option<String>,
        latitude "latitude": Option<Number>,
        longitude "longitude": Option<Number>,
        time_zone "time_zone": Option<String>,
        continent_code "continent_code": Option<String>,
    }
}

#[cfg(any(feature = "logs", feature = "users"))]
object! {
    /// `LogSecurityContext`
    LogSecurityContext {
        ja3 "ja3": Option<String>,
        ja4 "ja4": Option<String>,
    }
}

#[cfg(feature = "logs")]
string_enum! {
    /// `LogStreamEventBridgeEnum`
    LogStreamEventBridgeEnum {
        Eventbridge = "eventbridge",
    }
}

#[cfg(any(feature = "clients", feature = "organizations", feature = "users"))]
object! {
    /// `Organization`
    Organization {
        /// (at most 50 characters, format `organization-id`)
        id "id": Option<OrganizationId>,
        /// (1 to 50 characters, format `organization-name`)
        name "name": Option<String>,
        /// (1 to 255 characters)
        display_name "display_name": Option<String>,
        branding "branding": Option<OrganizationBranding>,
        /// (at most 25 members)
        metadata "metadata": Option<BTreeMap<String, String>>,
        token_quota "token_quota": Option<TokenQuota>,
    } in_union
}

#[cfg(any(feature = "clients", feature = "organizations", feature = "users"))]
object! {
    /// `OrganizationBranding`
    OrganizationBranding {
        /// (format `strict-https-uri-or-null`)
        logo_url "logo_url": Option<String>,
        colors "colors": Option<OrganizationBrandingColors>,
    }
}

#[cfg(any(feature = "clients", feature = "organizations", feature = "users"))]
object! {
    /// `OrganizationBrandingColors`
    OrganizationBrandingColors (primary: String, page_background: String) {
        /// (format `html-color`)
        primary "primary": String,
        /// (format `html-color`)
        page_background "page_background": String,
    }
}

#[cfg(feature = "users")]
object! {
    /// `PermissionRequestPayload`
    PermissionRequestPayload (resource_server_identifier: String, permission_name: String) {
        resource_server_identifier "resource_server_identifier": String,
        permission_name "permission_name": String,
    }
}

#[cfg(any(feature = "clients", feature = "users"))]
string_enum! {
    /// `PublicKeyCredentialType`
    PublicKeyCredentialType {
        PublicKey = "public_key",
    }
}

#[cfg(feature = "users")]
object! {
    /// `RefreshToken`
    RefreshToken {
        id "id": Option<String>,
        user_id "user_id": Option<UserId>,
        created_at "created_at": Option<RefreshTokenDate>,
        idle_expires_at "idle_expires_at": Option<RefreshTokenDate>,
        expires_at "expires_at": Option<RefreshTokenDate>,
        device "device": Option<RefreshTokenDevice>,
        client_id "client_id": Option<ClientId>,
        session_id "session_id": Option<String>,
        rotating "rotating": Option<bool>,
        resource_servers "resource_servers": Option<Vec<RefreshTokenResourceServer>>,
        /// (at most 25 members)
        refresh_token_metadata "refresh_token_metadata": Option<Map<String, Value>>,
        last_exchanged_at "last_exchanged_at": Option<RefreshTokenDate>,
    }
}

#[cfg(feature = "users")]
union! {
    /// `RefreshTokenDate`
    RefreshTokenDate {
        String(String),
        Object(Map<String, Value>),
    }
}

#[cfg(feature = "users")]
object! {
    /// `RefreshTokenDevice`
    RefreshTokenDevice {
        initial_ip "initial_ip": Option<String>,
        initial_asn "initial_asn": Option<String>,
        initial_user_agent "initial_user_agent": Option<String>,
        last_ip "last_ip": Option<String>,
        last_asn "last_asn": Option<String>,
        last_user_agent "last_user_agent": Option<String>,
    }
}

#[cfg(feature = "users")]
object! {
    /// `RefreshTokenResourceServer`
    RefreshTokenResourceServer {
        audience "audience": Option<String>,
        scopes "scopes": Option<String>,
    }
}

#[cfg(feature = "security")]
object! {
    /// `RiskAssessmentsSettings`
    RiskAssessmentsSettings (enabled: bool) {
        enabled "enabled": bool,
    }
}

#[cfg(any(feature = "organizations", feature = "users"))]
object! {
    /// `Role`
    Role {
        id "id": Option<RoleId>,
        name "name": Option<String>,
        description "description": Option<String>,
    } in_union
}

#[cfg(any(feature = "clients", feature = "organizations"))]
string_enum! {
    /// `SearchParser`
    SearchParser {
        Scim = "scim",
        Lucene = "lucene",
    }
}

#[cfg(feature = "users")]
object! {
    /// `Session`
    Session {
        id "id": Option<String>,
        user_id "user_id": Option<UserId>,
        created_at "created_at": Option<SessionDate>,
        updated_at "updated_at": Option<SessionDate>,
        authenticated_at "authenticated_at": Option<SessionDate>,
        idle_expires_at "idle_expires_at": Option<SessionDate>,
        expires_at "expires_at": Option<SessionDate>,
        last_interacted_at "last_interacted_at": Option<SessionDate>,
        device "device": Option<SessionDeviceMetadata>,
        clients "clients": Option<Vec<SessionClientMetadata>>,
        authentication "authentication": Option<SessionAuthenticationSignals>,
        cookie "cookie": Option<SessionCookieMetadata>,
        /// (at most 25 members)
        session_metadata "session_metadata": Option<Map<String, Value>>,
    }
}

#[cfg(feature = "users")]
object! {
    /// `SessionAuthenticationSignal`
    SessionAuthenticationSignal {
        name "name": Option<String>,
        timestamp "timestamp": Option<SessionDate>,
        type_ "type": Option<String>,
    }
}

#[cfg(feature = "users")]
object! {
    /// `SessionAuthenticationSignals`
    SessionAuthenticationSignals {
        methods "methods": Option<Vec<SessionAuthenticationSignal>>,
    }
}

#[cfg(feature = "users")]
envelope! { object SessionAuthenticationSignals.methods: SessionAuthenticationSignal }

#[cfg(feature = "users")]
object! {
    /// `SessionClientMetadata`
    SessionClientMetadata {
        client_id "client_id": Option<ClientId>,
    }
}

#[cfg(feature = "users")]
object! {
    /// `SessionCookieMetadata`
    SessionCookieMetadata {
        mode "mode": Option<SessionCookieMetadataMode>,
    }
}

#[cfg(feature = "users")]
string_enum! {
    /// `SessionCookieMetadataMode`
    SessionCookieMetadataMode {
        NonPersistent = "non-persistent",
        Persistent = "persistent",
    }
}

#[cfg(feature = "users")]
union! {
    /// `SessionDate`
    SessionDate {
        String(String),
        Object(Map<String, Value>),
    }
}

#[cfg(feature = "users")]
object! {
    /// `SessionDeviceMetadata`
    SessionDeviceMetadata {
        initial_user_agent "initial_user_agent": Option<String>,
        initial_ip "initial_ip": Option<String>,
        initial_asn "initial_asn": Option<String>,
        last_user_agent "last_user_agent": Option<String>,
        last_ip "last_ip": Option<String>,
        last_asn "last_asn": Option<String>,
    }
}

#[cfg(feature = "clients")]
string_enum! {
    /// `SigningAlgorithm`
    SigningAlgorithm {
        Hs256 = "HS256",
        Rs256 = "RS256",
        Rs512 = "RS512",
        Ps256 = "PS256",
    }
}

#[cfg(any(feature = "clients", feature = "organizations", feature = "users"))]
object! {
    /// `TokenQuota`
    TokenQuota (client_credentials: TokenQuotaClientCredentials) {
        /// (at least 1 members)
        client_credentials "client_credentials": TokenQuotaClientCredentials,
    }
}

#[cfg(any(
    feature = "clients",
    feature = "organizations",
    feature = "tenants",
    feature = "users"
))]
object! {
    /// `TokenQuotaClientCredentials`
    TokenQuotaClientCredentials {
        enforce "enforce": Option<bool>,
        /// (1 to 2147483647)
        per_day "per_day": Option<i64>,
        /// (1 to 2147483647)
        per_hour "per_hour": Option<i64>,
    }
}

#[cfg(any(feature = "clients", feature = "organizations"))]
object! {
    /// `UpdateTokenQuota`
    UpdateTokenQuota (client_credentials: TokenQuotaClientCredentials) {
        /// (at least 1 members)
        client_credentials "client_credentials": TokenQuotaClientCredentials,
    }
}
