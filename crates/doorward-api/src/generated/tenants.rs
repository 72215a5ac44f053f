// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `tenants` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    GetTenantSettings of Management "tenants.settings.get" GET "/tenants/settings"
    ["read:tenant_settings"] -> TenantSettings
    {}
    {
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
    }
}

operation! {
    UpdateTenantSettings of Management "tenants.settings.update" PATCH "/tenants/settings"
    ["update:tenant_settings"] -> TenantSettings
    {
        body body "body": UpdateTenantSettingsRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<GetTenantSettings>(),
    NamedOperation::of::<UpdateTenantSettings>(),
];

object! {
    /// `ContentSecurityPolicyConfig`
    ContentSecurityPolicyConfig {
        enabled "enabled": Option<bool>,
        policies "policies": Option<Vec<CspPolicy>>,
        reporting_infrastructure "reporting_infrastructure": Nullable<CspReportingInfrastructure>,
    }
}

string_enum! {
    /// `CspFlag`
    CspFlag {
        UpgradeInsecureRequests = "upgrade-insecure-requests",
        BlockAllMixedContent = "block-all-mixed-content",
    }
}

object! {
    /// `CspPolicy`
    CspPolicy {
        mode "mode": Option<CspPolicyMode>,
        /// (at most 30 members)
        directives "directives": Option<BTreeMap<String, Vec<String>>>,
        flags "flags": Option<Vec<CspFlag>>,
        reporting "reporting": Nullable<CspPolicyReporting>,
    }
}

string_enum! {
    /// `CspPolicyMode`
    CspPolicyMode {
        Enforcing = "enforcing",
        Reporting = "reporting",
    }
}

object! {
    /// `CspPolicyReporting`
    CspPolicyReporting {
        report_uri "report_uri": Option<String>,
        report_to_group "report_to_group": Option<String>,
    }
}

object! {
    /// `CspReportTo`
    CspReportTo {
        group "group": Option<String>,
        max_age "max_age": Option<i64>,
        endpoints "endpoints": Option<Vec<CspReportToEndpoint>>,
    }
}

object! {
    /// `CspReportToEndpoint`
    CspReportToEndpoint {
        url "url": Option<String>,
    }
}

object! {
    /// `CspReportingInfrastructure`
    CspReportingInfrastructure {
        report_to "report_to": Nullable<CspReportTo>,
        reporting_endpoints "reporting_endpoints": Option<BTreeMap<String, String>>,
    }
}

object! {
    /// `DefaultTokenQuota`
    DefaultTokenQuota {
        clients "clients": Option<TokenQuotaConfiguration>,
        organizations "organizations": Option<TokenQuotaConfiguration>,
    }
}

object! {
    /// `SessionCookie`
    SessionCookie (mode: SessionCookieMode) {
        mode "mode": SessionCookieMode,
    }
}

string_enum! {
    /// `SessionCookieMode`
    SessionCookieMode {
        Persistent = "persistent",
        NonPersistent = "non-persistent",
    }
}

string_enum! {
    /// `SupportedLocales`
    SupportedLocales {
        Am = "am",
        Ar = "ar",
        ArEg = "ar-EG",
        ArSa = "ar-SA",
        Az = "az",
        Bg = "bg",
        Bn = "bn",
        Bs = "bs",
        CaEs = "ca-ES",
        Cnr = "cnr",
        Cs = "cs",
        Cy = "cy",
        Da = "da",
        De = "de",
        El = "el",
        En = "en",
        EnCa = "en-CA",
        Es = "es",
        Es419 = "es-419",
        EsAr = "es-AR",
        EsMx = "es-MX",
        Et = "et",
        EuEs = "eu-ES",
        Fa = "fa",
        Fi = "fi",
        Fr = "fr",
        FrCa = "fr-CA",
        FrFr = "fr-FR",
        GlEs = "gl-ES",
        Gu = "gu",
        He = "he",
        Hi = "hi",
        Hr = "hr",
        Hu = "hu",
        Hy = "hy",
        Id = "id",
        Is = "is",
        It = "it",
        Ja = "ja",
        Ka = "ka",
        Kk = "kk",
        Kn = "kn",
        Ko = "ko",
        Lt = "lt",
        Lv = "lv",
        Mk = "mk",
        Ml = "ml",
        Mn = "mn",
        Mr = "mr",
        Ms = "ms",
        My = "my",
        Nb = "nb",
        Nl = "nl",
        Nn = "nn",
        No = "no",
        Pa = "pa",
        Pl = "pl",
        Pt = "pt",
        PtBr = "pt-BR",
        PtPt = "pt-PT",
        Ro = "ro",
        Ru = "ru",
        Sk = "sk",
        Sl = "sl",
        So = "so",
        Sq = "sq",
        Sr = "sr",
        Sv = "sv",
        Sw = "sw",
        Ta = "ta",
        Te = "te",
        Th = "th",
        Tl = "tl",
        Tr = "tr",
        Uk = "uk",
        Ur = "ur",
        Vi = "vi",
        Zgh = "zgh",
        ZhCn = "zh-CN",
        ZhHk = "zh-HK",
        ZhMo = "zh-MO",
        ZhTw = "zh-TW",
    }
}

object! {
    /// `TenantOidcLogoutSettings`
    TenantOidcLogoutSettings {
        rp_logout_end_session_endpoint_discovery "rp_logout_end_session_endpoint_discovery": Option<bool>,
    }
}

object! {
    /// `TenantSettings`
    TenantSettings {
        change_password "change_password": Option<TenantSettingsPasswordPage>,
        guardian_mfa_page "guardian_mfa_page": Option<TenantSettingsGuardianPage>,
        default_audience "default_audience": Option<String>,
        default_directory "default_directory": Option<String>,
        error_page "error_page": Option<TenantSettingsErrorPage>,
        device_flow "device_flow": Option<TenantSettingsDeviceFlow>,
        /// (at least 1 members)
        default_token_quota "default_token_quota": Option<DefaultTokenQuota>,
        flags "flags": Option<TenantSettingsFlags>,
        friendly_name "friendly_name": Option<String>,
        /// (format `absolute-uri-or-empty`)
        picture_url "picture_url": Option<String>,
        /// (format `email-or-empty`)
        support_email "support_email": Option<String>,
        /// (format `absolute-uri-or-empty`)
        support_url "support_url": Option<String>,
        allowed_logout_urls "allowed_logout_urls": Option<Vec<String>>,
        session_lifetime "session_lifetime": Option<Number>,
        idle_session_lifetime "idle_session_lifetime": Option<Number>,
        /// (at least 1)
        ephemeral_session_lifetime "ephemeral_session_lifetime": Option<Number>,
        /// (at least 1)
        idle_ephemeral_session_lifetime "idle_ephemeral_session_lifetime": Option<Number>,
        sandbox_version "sandbox_version": Option<String>,
        legacy_sandbox_version "legacy_sandbox_version": Option<String>,
        sandbox_versions_available "sandbox_versions_available": Option<Vec<String>>,
        default_redirection_uri "default_redirection_uri": Option<String>,
        enabled_locales "enabled_locales": Option<Vec<SupportedLocales>>,
        security_headers "security_headers": Option<TenantSettingsNullableSecurityHeaders>,
        session_cookie "session_cookie": Option<SessionCookie>,
        sessions "sessions": Option<TenantSettingsSessions>,
        oidc_logout "oidc_logout": Option<TenantOidcLogoutSettings>,
        allow_organization_name_in_authentication_api "allow_organization_name_in_authentication_api": Option<bool>,
        customize_mfa_in_postlogin_action "customize_mfa_in_postlogin_action": Option<bool>,
        /// (at least 0 items)
        acr_values_supported "acr_values_supported": Option<Vec<String>>,
        mtls "mtls": Option<TenantSettingsMtls>,
        pushed_authorization_requests_supported "pushed_authorization_requests_supported": Option<bool>,
        authorization_response_iss_parameter_supported "authorization_response_iss_parameter_supported": Option<bool>,
        skip_non_verifiable_callback_uri_confirmation_prompt "skip_non_verifiable_callback_uri_confirmation_prompt": Option<bool>,
        resource_parameter_profile "resource_parameter_profile": Option<TenantSettingsResourceParameterProfile>,
        client_id_metadata_document_supported "client_id_metadata_document_supported": Option<bool>,
        phone_consolidated_experience "phone_consolidated_experience": Option<bool>,
        enable_ai_guide "enable_ai_guide": Option<bool>,
        include_session_metadata_in_tenant_logs "include_session_metadata_in_tenant_logs": Option<bool>,
        dynamic_client_registration_security_mode "dynamic_client_registration_security_mode": Option<TenantSettingsDynamicClientRegistrationSecurityMode>,
        country_codes "country_codes": Option<TenantSettingsCountryCodesResponse>,
    }
}

object! {
    /// `TenantSettingsCountryCodes`
    TenantSettingsCountryCodes {
        list "list": Option<Vec<String>>,
        mode "mode": Option<TenantSettingsCountryCodesMode>,
    }
}

string_enum! {
    /// `TenantSettingsCountryCodesMode`
    TenantSettingsCountryCodesMode {
        Allow = "allow",
        Deny = "deny",
    }
}

string_enum! {
    /// `TenantSettingsCountryCodesModeResponse`
    TenantSettingsCountryCodesModeResponse {
        Allow = "allow",
        Deny = "deny",
    }
}

object! {
    /// `TenantSettingsCountryCodesResponse`
    TenantSettingsCountryCodesResponse {
        list "list": Option<Vec<String>>,
        mode "mode": Option<TenantSettingsCountryCodesModeResponse>,
    }
}

object! {
    /// `TenantSettingsDeviceFlow`
    TenantSettingsDeviceFlow {
        charset "charset": Option<TenantSettingsDeviceFlowCharset>,
        /// (at most 20 characters)
        mask "mask": Option<String>,
    }
}

string_enum! {
    /// `TenantSettingsDeviceFlowCharset`
    TenantSettingsDeviceFlowCharset {
        Base20 = "base20",
        Digits = "digits",
    }
}

string_enum! {
    /// `TenantSettingsDynamicClientRegistrationSecurityMode`
    TenantSettingsDynamicClientRegistrationSecurityMode {
        Strict = "strict",
        Permissive = "permissive",
    }
}

object! {
    /// `TenantSettingsErrorPage`
    TenantSettingsErrorPage {
        html "html": Option<String>,
        show_log_link "show_log_link": Option<bool>,
        /// (format `absolute-uri-or-empty`)
        url "url": Option<String>,
    }
}

object! {
    /// `TenantSettingsFlags`
    TenantSettingsFlags {
        universal_login "universal_login": Option<bool>,
        change_pwd_flow_v1 "change_pwd_flow_v1": Option<bool>,
        enable_apis_section "enable_apis_section": Option<bool>,
        disable_impersonation "disable_impersonation": Option<bool>,
        enable_client_connections "enable_client_connections": Option<bool>,
        enable_pipeline2 "enable_pipeline2": Option<bool>,
        allow_legacy_delegation_grant_types "allow_legacy_delegation_grant_types": Option<bool>,
        allow_legacy_ro_grant_types "allow_legacy_ro_grant_types": Option<bool>,
        allow_legacy_tokeninfo_endpoint "allow_legacy_tokeninfo_endpoint": Option<bool>,
        enable_legacy_profile "enable_legacy_profile": Option<bool>,
        enable_idtoken_api2 "enable_idtoken_api2": Option<bool>,
        enable_public_signup_user_exists_error "enable_public_signup_user_exists_error": Option<bool>,
        enable_sso "enable_sso": Option<bool>,
        allow_changing_enable_sso "allow_changing_enable_sso": Option<bool>,
        disable_clickjack_protection_headers "disable_clickjack_protection_headers": Option<bool>,
        no_disclose_enterprise_connections "no_disclose_enterprise_connections": Option<bool>,
        enforce_client_authentication_on_passwordless_start "enforce_client_authentication_on_passwordless_start": Option<bool>,
        enable_adfs_waad_email_verification "enable_adfs_waad_email_verification": Option<bool>,
        revoke_refresh_token_grant "revoke_refresh_token_grant": Option<bool>,
        dashboard_log_streams_next "dashboard_log_streams_next": Option<bool>,
        dashboard_insights_view "dashboard_insights_view": Option<bool>,
        disable_fields_map_fix "disable_fields_map_fix": Option<bool>,
        mfa_show_factor_list_on_enrollment "mfa_show_factor_list_on_enrollment": Option<bool>,
        remove_alg_from_jwks "remove_alg_from_jwks": Option<bool>,
        improved_signup_bot_detection_in_classic "improved_signup_bot_detection_in_classic": Option<bool>,
        genai_trial "genai_trial": Option<bool>,
        enable_dynamic_client_registration "enable_dynamic_client_registration": Option<bool>,
        disable_management_api_sms_obfuscation "disable_management_api_sms_obfuscation": Option<bool>,
        trust_azure_adfs_email_verified_connection_property "trust_azure_adfs_email_verified_connection_property": Option<bool>,
        custom_domains_provisioning "custom_domains_provisioning": Option<bool>,
    }
}

object! {
    /// `TenantSettingsGuardianPage`
    TenantSettingsGuardianPage {
        enabled "enabled": Option<bool>,
        html "html": Option<String>,
    }
}

object! {
    /// `TenantSettingsMtls`
    TenantSettingsMtls {
        enable_endpoint_aliases "enable_endpoint_aliases": Option<bool>,
    }
}

object! {
    /// `TenantSettingsNullableSecurityHeaders`
    TenantSettingsNullableSecurityHeaders {
        content_security_policy "content_security_policy": Nullable<ContentSecurityPolicyConfig>,
        x_xss_protection "x_xss_protection": Nullable<XssProtectionConfig>,
    }
}

object! {
    /// `TenantSettingsPasswordPage`
    TenantSettingsPasswordPage {
        enabled "enabled": Option<bool>,
        html "html": Option<String>,
    }
}

string_enum! {
    /// `TenantSettingsResourceParameterProfile`
    TenantSettingsResourceParameterProfile {
        Audience = "audience",
        Compatibility = "compatibility",
    }
}

object! {
    /// `TenantSettingsSessions`
    TenantSettingsSessions {
        oidc_logout_prompt_enabled "oidc_logout_prompt_enabled": Option<bool>,
    }
}

string_enum! {
    /// `TenantSettingsSupportedLocales`
    TenantSettingsSupportedLocales {
        Am = "am",
        Ar = "ar",
        ArEg = "ar-EG",
        ArSa = "ar-SA",
        Az = "az",
        Bg = "bg",
        Bn = "bn",
        Bs = "bs",
        CaEs = "ca-ES",
        Cnr = "cnr",
        Cs = "cs",
        Cy = "cy",
        Da = "da",
        De = "de",
        El = "el",
        En = "en",
        EnCa = "en-CA",
        Es = "es",
        Es419 = "es-419",
        EsAr = "es-AR",
        EsMx = "es-MX",
        Et = "et",
        EuEs = "eu-ES",
        Fa = "fa",
        Fi = "fi",
        Fr = "fr",
        FrCa = "fr-CA",
        FrFr = "fr-FR",
        GlEs = "gl-ES",
        Gu = "gu",
        He = "he",
        Hi = "hi",
        Hr = "hr",
        Hu = "hu",
        Hy = "hy",
        Id = "id",
        Is = "is",
        It = "it",
        Ja = "ja",
        Ka = "ka",
        Kk = "kk",
        Kn = "kn",
        Ko = "ko",
        Lt = "lt",
        Lv = "lv",
        Mk = "mk",
        Ml = "ml",
        Mn = "mn",
        Mr = "mr",
        Ms = "ms",
        My = "my",
        Nb = "nb",
        Nl = "nl",
        Nn = "nn",
        No = "no",
        Pa = "pa",
        Pl = "pl",
        Pt = "pt",
        PtBr = "pt-BR",
        PtPt = "pt-PT",
        Ro = "ro",
        Ru = "ru",
        Sk = "sk",
        Sl = "sl",
        So = "so",
        Sq = "sq",
        Sr = "sr",
        Sv = "sv",
        Sw = "sw",
        Ta = "ta",
        Te = "te",
        Th = "th",
        Tl = "tl",
        Tr = "tr",
        Uk = "uk",
        Ur = "ur",
        Vi = "vi",
        Zgh = "zgh",
        ZhCn = "zh-CN",
        ZhHk = "zh-HK",
        ZhMo = "zh-MO",
        ZhTw = "zh-TW",
    }
}

object! {
    /// `TokenQuotaConfiguration`
    TokenQuotaConfiguration (client_credentials: TokenQuotaClientCredentials) {
        /// (at least 1 members)
        client_credentials "client_credentials": TokenQuotaClientCredentials,
    }
}

object! {
    /// `UpdateTenantSettingsRequestContent`
    UpdateTenantSettingsRequestContent {
        change_password "change_password": Nullable<TenantSettingsPasswordPage>,
        device_flow "device_flow": Nullable<TenantSettingsDeviceFlow>,
        guardian_mfa_page "guardian_mfa_page": Nullable<TenantSettingsGuardianPage>,
        default_audience "default_audience": Option<String>,
        default_directory "default_directory": Option<String>,
        error_page "error_page": Nullable<TenantSettingsErrorPage>,
        /// (at least 1 members)
        default_token_quota "default_token_quota": Nullable<DefaultTokenQuota>,
        flags "flags": Option<TenantSettingsFlags>,
        friendly_name "friendly_name": Option<String>,
        /// (format `absolute-uri-or-empty`)
        picture_url "picture_url": Option<String>,
        /// (format `email-or-empty`)
        support_email "support_email": Option<String>,
        /// (format `absolute-uri-or-empty`)
        support_url "support_url": Option<String>,
        allowed_logout_urls "allowed_logout_urls": Option<Vec<String>>,
        /// (at least 1)
        session_lifetime "session_lifetime": Option<Number>,
        /// (at least 1)
        session_lifetime_in_minutes "session_lifetime_in_minutes": Option<i64>,
        /// (at least 1)
        idle_session_lifetime "idle_session_lifetime": Option<Number>,
        /// (at least 1)
        idle_session_lifetime_in_minutes "idle_session_lifetime_in_minutes": Option<i64>,
        /// (at least 1)
        ephemeral_session_lifetime "ephemeral_session_lifetime": Option<Number>,
        /// (at least 1)
        idle_ephemeral_session_lifetime "idle_ephemeral_session_lifetime": Option<Number>,
        /// (at least 1)
        ephemeral_session_lifetime_in_minutes "ephemeral_session_lifetime_in_minutes": Option<i64>,
        /// (at least 1)
        idle_ephemeral_session_lifetime_in_minutes "idle_ephemeral_session_lifetime_in_minutes": Option<i64>,
        /// (at most 8 characters)
        sandbox_version "sandbox_version": Option<String>,
        /// (at most 8 characters)
        legacy_sandbox_version "legacy_sandbox_version": Option<String>,
        /// (format `absolute-https-uri-or-empty`)
        default_redirection_uri "default_redirection_uri": Option<String>,
        /// (at least 1 items)
        enabled_locales "enabled_locales": Option<Vec<TenantSettingsSupportedLocales>>,
        security_headers "security_headers": Nullable<TenantSettingsNullableSecurityHeaders>,
        session_cookie "session_cookie": Nullable<SessionCookie>,
        sessions "sessions": Nullable<TenantSettingsSessions>,
        oidc_logout "oidc_logout": Option<TenantOidcLogoutSettings>,
        customize_mfa_in_postlogin_action "customize_mfa_in_postlogin_action": Nullable<bool>,
        allow_organization_name_in_authentication_api "allow_organization_name_in_authentication_api": Nullable<bool>,
        /// (at least 0 items)
        acr_values_supported "acr_values_supported": Nullable<Vec<String>>,
        mtls "mtls": Nullable<TenantSettingsMtls>,
        pushed_authorization_requests_supported "pushed_authorization_requests_supported": Nullable<bool>,
        authorization_response_iss_parameter_supported "authorization_response_iss_parameter_supported": Nullable<bool>,
        skip_non_verifiable_callback_uri_confirmation_prompt "skip_non_verifiable_callback_uri_confirmation_prompt": Nullable<bool>,
        resource_parameter_profile "resource_parameter_profile": Option<TenantSettingsResourceParameterProfile>,
        client_id_metadata_document_supported "client_id_metadata_document_supported": Option<bool>,
        enable_ai_guide "enable_ai_guide": Option<bool>,
        phone_consolidated_experience "phone_consolidated_experience": Option<bool>,
        include_session_metadata_in_tenant_logs "include_session_metadata_in_tenant_logs": Option<bool>,
        dynamic_client_registration_security_mode "dynamic_client_registration_security_mode": Option<TenantSettingsDynamicClientRegistrationSecurityMode>,
        country_codes "country_codes": Nullable<TenantSettingsCountryCodes>,
    }
}

object! {
    /// `XssProtectionConfig`
    XssProtectionConfig {
        enabled "enabled": Option<bool>,
        mode "mode": Option<XssProtectionMode>,
        report_uri "report_uri": Option<String>,
    }
}

string_enum! {
    /// `XssProtectionMode`
    XssProtectionMode {
        Block = "block",
    }
}
