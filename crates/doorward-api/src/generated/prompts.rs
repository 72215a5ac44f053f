// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `prompts` and what they speak of.

use crate::wire::prelude::*;

operation! {
    GetPromptCustomText of Management "prompts.customText.get" GET "/prompts/{prompt}/custom-text/{language}"
    ["read:prompts"] -> Map<String, Value>
    {
        path prompt "prompt": PromptGroupName,
        path language "language": PromptLanguage,
    }
    {}
}

operation! {
    SetPromptCustomText of Management "prompts.customText.set" PUT "/prompts/{prompt}/custom-text/{language}"
    ["update:prompts"] -> NoContent
    {
        path prompt "prompt": PromptGroupName,
        path language "language": PromptLanguage,
        body body "body": Map<String, Value>,
    }
    {}
}

operation! {
    GetPromptSettings of Management "prompts.getSettings" GET "/prompts"
    ["read:prompts"] -> Settings
    {}
    {}
}

operation! {
    GetPromptPartials of Management "prompts.partials.get" GET "/prompts/{prompt}/partials"
    ["read:prompts"] -> Map<String, Value>
    {
        path prompt "prompt": PartialGroups,
    }
    {}
}

operation! {
    SetPromptPartials of Management "prompts.partials.set" PUT "/prompts/{prompt}/partials"
    ["update:prompts"] -> NoContent
    {
        path prompt "prompt": PartialGroups,
        body body "body": Map<String, Value>,
    }
    {}
}

operation! {
    BulkPromptRenderingUpdate of Management "prompts.rendering.bulkUpdate" PATCH "/prompts/rendering"
    ["update:prompts"] -> BulkUpdateAcul
    {
        body body "body": BulkUpdateAculRequestContent,
    }
    {}
}

list! { BulkPromptRenderingUpdate: AculConfigsItem, }

operation! {
    GetPromptRendering of Management "prompts.rendering.get" GET "/prompts/{prompt}/screen/{screen}/rendering"
    ["read:prompts"] -> ListAculsResponseContentItem
    {
        path prompt "prompt": PromptGroupName,
        path screen "screen": ScreenGroupName,
    }
    {}
}

operation! {
    ListPromptRendering of Management "prompts.rendering.list" GET "/prompts/rendering"
    ["read:prompts"] -> ListAculsResponseContent
    {}
    {
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query include_totals "include_totals": Option<bool>,
        query prompt "prompt": Option<String>,
        query screen "screen": Option<String>,
        query rendering_mode "rendering_mode": Option<AculRenderingMode>,
    }
}

list! { ListPromptRendering: ListAculsResponseContentItem, by_page_with_totals }

operation! {
    UpdatePromptRendering of Management "prompts.rendering.update" PATCH "/prompts/{prompt}/screen/{screen}/rendering"
    ["update:prompts"] -> Acul
    {
        path prompt "prompt": PromptGroupName,
        path screen "screen": ScreenGroupName,
        body body "body": UpdateAculRequestContent,
    }
    {}
}

operation! {
    UpdatePromptSettings of Management "prompts.updateSettings" PATCH "/prompts"
    ["update:prompts"] -> Settings
    {
        body body "body": UpdateSettingsRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<GetPromptCustomText>(),
    NamedOperation::of::<SetPromptCustomText>(),
    NamedOperation::of::<GetPromptSettings>(),
    NamedOperation::of::<GetPromptPartials>(),
    NamedOperation::of::<SetPromptPartials>(),
    NamedOperation::of::<BulkPromptRenderingUpdate>(),
    NamedOperation::of::<GetPromptRendering>(),
    NamedOperation::of::<ListPromptRendering>(),
    NamedOperation::of::<UpdatePromptRendering>(),
    NamedOperation::of::<UpdatePromptSettings>(),
];

object! {
    /// `Acul`
    Acul {
        rendering_mode "rendering_mode": Option<AculRenderingMode>,
        context_configuration "context_configuration": Option<Vec<AculContextConfigurationItem>>,
        default_head_tags_disabled "default_head_tags_disabled": Option<bool>,
        use_page_template "use_page_template": Option<bool>,
        head_tags "head_tags": Option<Vec<AculHeadTag>>,
        filters "filters": Option<AculFilters>,
    }
}

union! {
    /// `AculClientFilter`
    AculClientFilter {
        ById(AculClientFilterById),
        ByMetadata(AculClientFilterByMetadata),
    }
}

object! {
    /// `AculClientFilterById`
    AculClientFilterById (id: String) {
        id "id": String,
    } in_union
}

object! {
    /// `AculClientFilterByMetadata`
    AculClientFilterByMetadata (metadata: Map<String, Value>) {
        /// (at most 1 members)
        metadata "metadata": Map<String, Value>,
    } in_union
}

object! {
    /// `AculConfigsItem`
    AculConfigsItem (prompt: PromptGroupName, screen: ScreenGroupName) {
        prompt "prompt": PromptGroupName,
        screen "screen": ScreenGroupName,
        rendering_mode "rendering_mode": Option<AculRenderingMode>,
        context_configuration "context_configuration": Option<Vec<AculContextConfigurationItem>>,
        default_head_tags_disabled "default_head_tags_disabled": Option<bool>,
        use_page_template "use_page_template": Option<bool>,
        head_tags "head_tags": Option<Vec<AculHeadTag>>,
        filters "filters": Option<AculFilters>,
    }
}

string_enum! {
    /// `AculContext`
    AculContext {
        BrandingSettings = "branding.settings",
        BrandingThemesDefault = "branding.themes.default",
        ClientLogoUri = "client.logo_uri",
        ClientDescription = "client.description",
        OrganizationDisplayName = "organization.display_name",
        OrganizationBranding = "organization.branding",
        ScreenTexts = "screen.texts",
        TenantName = "tenant.name",
        TenantFriendlyName = "tenant.friendly_name",
        TenantLogoUrl = "tenant.logo_url",
        TenantEnabledLocales = "tenant.enabled_locales",
        UntrustedDataSubmittedFormData = "untrusted_data.submitted_form_data",
        UntrustedDataAuthorizationParamsLoginHint = "untrusted_data.authorization_params.login_hint",
        UntrustedDataAuthorizationParamsScreenHint = "untrusted_data.authorization_params.screen_hint",
        UntrustedDataAuthorizationParamsUiLocales = "untrusted_data.authorization_params.ui_locales",
        UserOrganizations = "user.organizations",
        TransactionCustomDomainDomain = "transaction.custom_domain.domain",
        Experiment = "experiment",
    }
}

union! {
    /// `AculContextConfigurationItem`
    AculContextConfigurationItem {
        AculContext(AculContext),
        String(String),
    }
}

union! {
    /// `AculDomainFilter`
    AculDomainFilter {
        ById(AculDomainFilterById),
        ByMetadata(AculDomainFilterByMetadata),
    }
}

object! {
    /// `AculDomainFilterById`
    AculDomainFilterById (id: String) {
        id "id": String,
    } in_union
}

object! {
    /// `AculDomainFilterByMetadata`
    AculDomainFilterByMetadata (metadata: Map<String, Value>) {
        /// (at most 1 members)
        metadata "metadata": Map<String, Value>,
    } in_union
}

object! {
    /// `AculFilters`
    AculFilters {
        match_type "match_type": Option<AculMatchType>,
        clients "clients": Option<Vec<AculClientFilter>>,
        organizations "organizations": Option<Vec<AculOrganizationFilter>>,
        domains "domains": Option<Vec<AculDomainFilter>>,
    }
}

object! {
    /// `AculHeadTag`
    AculHeadTag {
        tag "tag": Option<String>,
        /// (at most 10 members)
        attributes "attributes": Option<Map<String, Value>>,
        content "content": Option<String>,
    }
}

string_enum! {
    /// `AculMatchType`
    AculMatchType {
        IncludesAny = "includes_any",
        ExcludesAny = "excludes_any",
    }
}

union! {
    /// `AculOrganizationFilter`
    AculOrganizationFilter {
        ById(AculOrganizationFilterById),
        ByMetadata(AculOrganizationFilterByMetadata),
    }
}

object! {
    /// `AculOrganizationFilterById`
    AculOrganizationFilterById (id: String) {
        id "id": String,
    } in_union
}

object! {
    /// `AculOrganizationFilterByMetadata`
    AculOrganizationFilterByMetadata (metadata: Map<String, Value>) {
        /// (at most 1 members)
        metadata "metadata": Map<String, Value>,
    } in_union
}

string_enum! {
    /// `AculRenderingMode`
    AculRenderingMode {
        Advanced = "advanced",
        Standard = "standard",
    }
}

object! {
    /// `BulkUpdateAcul`
    BulkUpdateAcul (configs: Vec<AculConfigsItem>) {
        /// (at least 1 items)
        configs "configs": Vec<AculConfigsItem>,
    }
}

envelope! { object BulkUpdateAcul.configs: AculConfigsItem }

object! {
    /// `BulkUpdateAculRequestContent`
    BulkUpdateAculRequestContent (configs: Vec<AculConfigsItem>) {
        /// (at least 1 items)
        configs "configs": Vec<AculConfigsItem>,
    }
}

envelope! { object BulkUpdateAculRequestContent.configs: AculConfigsItem }

object! {
    /// `ListAculsOffsetPaginatedResponseContent`
    ListAculsOffsetPaginatedResponseContent {
        configs "configs": Option<Vec<ListAculsResponseContentItem>>,
        start "start": Option<Number>,
        limit "limit": Option<Number>,
        total "total": Option<Number>,
    } in_union
}

envelope! { object ListAculsOffsetPaginatedResponseContent.configs: ListAculsResponseContentItem, total total }

union! {
    /// `ListAculsResponseContent`
    ListAculsResponseContent {
        List(Vec<ListAculsResponseContentItem>),
        Page(ListAculsOffsetPaginatedResponseContent),
    }
}

envelope! { union ListAculsResponseContent: ListAculsResponseContentItem, List Page }

object! {
    /// `ListAculsResponseContentItem`
    ListAculsResponseContentItem {
        tenant "tenant": Option<String>,
        prompt "prompt": Option<String>,
        screen "screen": Option<String>,
        rendering_mode "rendering_mode": Option<AculRenderingMode>,
        context_configuration "context_configuration": Option<Vec<AculContextConfigurationItem>>,
        default_head_tags_disabled "default_head_tags_disabled": Option<bool>,
        use_page_template "use_page_template": Option<bool>,
        head_tags "head_tags": Option<Vec<AculHeadTag>>,
        filters "filters": Option<AculFilters>,
    } in_union
}

string_enum! {
    /// `PartialGroups`
    PartialGroups {
        Login = "login",
        LoginId = "login-id",
        LoginPassword = "login-password",
        LoginPasswordless = "login-passwordless",
        Signup = "signup",
        SignupId = "signup-id",
        SignupPassword = "signup-password",
        CustomizedConsent = "customized-consent",
        Passkeys = "passkeys",
    }
}

string_enum! {
    /// `PromptGroupName`
    PromptGroupName {
        Login = "login",
        LoginId = "login-id",
        LoginPassword = "login-password",
        LoginPasswordless = "login-passwordless",
        LoginEmailVerification = "login-email-verification",
        Signup = "signup",
        SignupId = "signup-id",
        SignupPassword = "signup-password",
        PhoneIdentifierEnrollment = "phone-identifier-enrollment",
        PhoneIdentifierChallenge = "phone-identifier-challenge",
        EmailIdentifierChallenge = "email-identifier-challenge",
        ResetPassword = "reset-password",
        CustomForm = "custom-form",
        Consent = "consent",
        CustomizedConsent = "customized-consent",
        Logout = "logout",
        MfaPush = "mfa-push",
        MfaOtp = "mfa-otp",
        MfaVoice = "mfa-voice",
        MfaPhone = "mfa-phone",
        MfaWebauthn = "mfa-webauthn",
        MfaSms = "mfa-sms",
        MfaEmail = "mfa-email",
        MfaRecoveryCode = "mfa-recovery-code",
        Mfa = "mfa",
        Status = "status",
        DeviceFlow = "device-flow",
        EmailVerification = "email-verification",
        EmailOtpChallenge = "email-otp-challenge",
        Organizations = "organizations",
        Invitation = "invitation",
        Common = "common",
        Passkeys = "passkeys",
        Captcha = "captcha",
        BruteForceProtection = "brute-force-protection",
        AsyncApprovalFlow = "async-approval-flow",
        Confirmation = "confirmation",
    }
}

string_enum! {
    /// `PromptLanguage`
    PromptLanguage {
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

string_enum! {
    /// `ScreenGroupName`
    ScreenGroupName {
        Login = "login",
        LoginId = "login-id",
        LoginPassword = "login-password",
        LoginPasswordlessEmailCode = "login-passwordless-email-code",
        LoginPasswordlessEmailLink = "login-passwordless-email-link",
        LoginPasswordlessSmsOtp = "login-passwordless-sms-otp",
        LoginEmailVerification = "login-email-verification",
        Signup = "signup",
        SignupId = "signup-id",
        SignupPassword = "signup-password",
        PhoneIdentifierEnrollment = "phone-identifier-enrollment",
        PhoneIdentifierChallenge = "phone-identifier-challenge",
        EmailIdentifierChallenge = "email-identifier-challenge",
        ResetPasswordRequest = "reset-password-request",
        ResetPasswordEmail = "reset-password-email",
        ResetPassword = "reset-password",
        ResetPasswordSuccess = "reset-password-success",
        ResetPasswordError = "reset-password-error",
        ResetPasswordMfaEmailChallenge = "reset-password-mfa-email-challenge",
        ResetPasswordMfaOtpChallenge = "reset-password-mfa-otp-challenge",
        ResetPasswordMfaPhoneChallenge = "reset-password-mfa-phone-challenge",
        ResetPasswordMfaPushChallengePush = "reset-password-mfa-push-challenge-push",
        ResetPasswordMfaRecoveryCodeChallenge = "reset-password-mfa-recovery-code-challenge",
        ResetPasswordMfaSmsChallenge = "reset-password-mfa-sms-challenge",
        ResetPasswordMfaVoiceChallenge = "reset-password-mfa-voice-challenge",
        ResetPasswordMfaWebauthnPlatformChallenge = "reset-password-mfa-webauthn-platform-challenge",
        ResetPasswordMfaWebauthnRoamingChallenge = "reset-password-mfa-webauthn-roaming-challenge",
        CustomForm = "custom-form",
        Consent = "consent",
        CustomizedConsent = "customized-consent",
        Logout = "logout",
        LogoutComplete = "logout-complete",
        LogoutAborted = "logout-aborted",
        MfaPushWelcome = "mfa-push-welcome",
        MfaPushEnrollmentQr = "mfa-push-enrollment-qr",
        MfaPushEnrollmentCode = "mfa-push-enrollment-code",
        MfaPushSuccess = "mfa-push-success",
        MfaPushChallengePush = "mfa-push-challenge-push",
        MfaPushList = "mfa-push-list",
        MfaOtpEnrollmentQr = "mfa-otp-enrollment-qr",
        MfaOtpEnrollmentCode = "mfa-otp-enrollment-code",
        MfaOtpChallenge = "mfa-otp-challenge",
        MfaVoiceEnrollment = "mfa-voice-enrollment",
        MfaVoiceChallenge = "mfa-voice-challenge",
        MfaPhoneChallenge = "mfa-phone-challenge",
        MfaPhoneEnrollment = "mfa-phone-enrollment",
        MfaWebauthnPlatformEnrollment = "mfa-webauthn-platform-enrollment",
        MfaWebauthnRoamingEnrollment = "mfa-webauthn-roaming-enrollment",
        MfaWebauthnPlatformChallenge = "mfa-webauthn-platform-challenge",
        MfaWebauthnRoamingChallenge = "mfa-webauthn-roaming-challenge",
        MfaWebauthnChangeKeyNickname = "mfa-webauthn-change-key-nickname",
        MfaWebauthnEnrollmentSuccess = "mfa-webauthn-enrollment-success",
        MfaWebauthnError = "mfa-webauthn-error",
        MfaWebauthnNotAvailableError = "mfa-webauthn-not-available-error",
        MfaCountryCodes = "mfa-country-codes",
        MfaSmsEnrollment = "mfa-sms-enrollment",
        MfaSmsChallenge = "mfa-sms-challenge",
        MfaSmsList = "mfa-sms-list",
        MfaEmailChallenge = "mfa-email-challenge",
        MfaEmailList = "mfa-email-list",
        MfaRecoveryCodeEnrollment = "mfa-recovery-code-enrollment",
        MfaRecoveryCodeChallengeNewCode = "mfa-recovery-code-challenge-new-code",
        MfaRecoveryCodeChallenge = "mfa-recovery-code-challenge",
        MfaDetectBrowserCapabilities = "mfa-detect-browser-capabilities",
        MfaEnrollResult = "mfa-enroll-result",
        MfaLoginOptions = "mfa-login-options",
        MfaBeginEnrollOptions = "mfa-begin-enroll-options",
        Status = "status",
        DeviceCodeActivation = "device-code-activation",
        DeviceCodeActivationAllowed = "device-code-activation-allowed",
        DeviceCodeActivationDenied = "device-code-activation-denied",
        DeviceCodeConfirmation = "device-code-confirmation",
        EmailVerificationResult = "email-verification-result",
        EmailOtpChallenge = "email-otp-challenge",
        OrganizationSelection = "organization-selection",
        OrganizationPicker = "organization-picker",
        PreLoginOrganizationPicker = "pre-login-organization-picker",
        AcceptInvitation = "accept-invitation",
        RedeemTicket = "redeem-ticket",
        PasskeyEnrollment = "passkey-enrollment",
        PasskeyEnrollmentLocal = "passkey-enrollment-local",
        InterstitialCaptcha = "interstitial-captcha",
        BruteForceProtectionUnblock = "brute-force-protection-unblock",
        BruteForceProtectionUnblockSuccess = "brute-force-protection-unblock-success",
        BruteForceProtectionUnblockFailure = "brute-force-protection-unblock-failure",
        AsyncApprovalError = "async-approval-error",
        AsyncApprovalAccepted = "async-approval-accepted",
        AsyncApprovalDenied = "async-approval-denied",
        Confirmation = "confirmation",
        AsyncApprovalWrongUser = "async-approval-wrong-user",
    }
}

object! {
    /// `Settings`
    Settings {
        universal_login_experience "universal_login_experience": Option<UniversalLoginExperience>,
        identifier_first "identifier_first": Option<bool>,
        webauthn_platform_first_factor "webauthn_platform_first_factor": Option<bool>,
    }
}

string_enum! {
    /// `UniversalLoginExperience`
    UniversalLoginExperience {
        New = "new",
        Classic = "classic",
    }
}

object! {
    /// `UpdateAculRequestContent`
    UpdateAculRequestContent {
        rendering_mode "rendering_mode": Option<AculRenderingMode>,
        context_configuration "context_configuration": Nullable<Vec<AculContextConfigurationItem>>,
        default_head_tags_disabled "default_head_tags_disabled": Nullable<bool>,
        use_page_template "use_page_template": Nullable<bool>,
        head_tags "head_tags": Nullable<Vec<AculHeadTag>>,
        filters "filters": Nullable<AculFilters>,
    }
}

object! {
    /// `UpdateSettingsRequestContent`
    UpdateSettingsRequestContent {
        universal_login_experience "universal_login_experience": Option<UniversalLoginExperience>,
        identifier_first "identifier_first": Nullable<bool>,
        webauthn_platform_first_factor "webauthn_platform_first_factor": Nullable<bool>,
    }
}
