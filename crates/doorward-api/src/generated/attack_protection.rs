// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `attackProtection` and what they speak of.

use crate::wire::prelude::*;

operation! {
    GetAttackProtectionBotDetection of Management "attackProtection.botDetection.get" GET "/attack-protection/bot-detection"
    ["read:attack_protection"] -> BotDetectionSettings
    {}
    {}
}

operation! {
    UpdateAttackProtectionBotDetection of Management "attackProtection.botDetection.update" PATCH "/attack-protection/bot-detection"
    ["update:attack_protection"] -> UpdateBotDetectionSettingsResponseContent
    {
        body body "body": UpdateBotDetectionSettingsRequestContent,
    }
    {}
}

operation! {
    GetAttackProtectionBreachedPasswordDetection of Management "attackProtection.breachedPasswordDetection.get" GET "/attack-protection/breached-password-detection"
    ["read:attack_protection"] -> BreachedPasswordDetectionSettings
    {}
    {}
}

operation! {
    UpdateAttackProtectionBreachedPasswordDetection of Management "attackProtection.breachedPasswordDetection.update" PATCH "/attack-protection/breached-password-detection"
    ["update:attack_protection"] -> BreachedPasswordDetectionSettings
    {
        body body "body": UpdateBreachedPasswordDetectionSettingsRequestContent,
    }
    {}
}

operation! {
    GetAttackProtectionBruteForceProtection of Management "attackProtection.bruteForceProtection.get" GET "/attack-protection/brute-force-protection"
    ["read:attack_protection"] -> BruteForceSettings
    {}
    {}
}

operation! {
    UpdateAttackProtectionBruteForceProtection of Management "attackProtection.bruteForceProtection.update" PATCH "/attack-protection/brute-force-protection"
    ["update:attack_protection"] -> BruteForceSettings
    {
        body body "body": UpdateBruteForceSettingsRequestContent,
    }
    {}
}

operation! {
    GetAttackProtectionCaptcha of Management "attackProtection.captcha.get" GET "/attack-protection/captcha"
    ["read:attack_protection"] -> AttackProtectionCaptcha
    {}
    {}
}

operation! {
    UpdateAttackProtectionCaptcha of Management "attackProtection.captcha.update" PATCH "/attack-protection/captcha"
    ["update:attack_protection"] -> AttackProtectionCaptcha
    {
        body body "body": UpdateAttackProtectionCaptchaRequestContent,
    }
    {}
}

operation! {
    GetAttackProtectionPhoneProviderProtection of Management "attackProtection.phoneProviderProtection.get" GET "/attack-protection/phone-provider-protection"
    ["read:attack_protection"] -> PhoneProviderProtection
    {}
    {}
}

operation! {
    PatchAttackProtectionPhoneProviderProtection of Management "attackProtection.phoneProviderProtection.patch" PATCH "/attack-protection/phone-provider-protection"
    ["update:attack_protection"] -> PhoneProviderProtection
    {
        body body "body": PatchPhoneProviderProtectionRequestContent,
    }
    {}
}

operation! {
    GetAttackProtectionSuspiciousIpThrottling of Management "attackProtection.suspiciousIpThrottling.get" GET "/attack-protection/suspicious-ip-throttling"
    ["read:attack_protection"] -> SuspiciousIpThrottlingSettings
    {}
    {}
}

operation! {
    UpdateAttackProtectionSuspiciousIpThrottling of Management "attackProtection.suspiciousIpThrottling.update" PATCH "/attack-protection/suspicious-ip-throttling"
    ["update:attack_protection"] -> SuspiciousIpThrottlingSettings
    {
        body body "body": UpdateSuspiciousIpThrottlingSettingsRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<GetAttackProtectionBotDetection>(),
    NamedOperation::of::<UpdateAttackProtectionBotDetection>(),
    NamedOperation::of::<GetAttackProtectionBreachedPasswordDetection>(),
    NamedOperation::of::<UpdateAttackProtectionBreachedPasswordDetection>(),
    NamedOperation::of::<GetAttackProtectionBruteForceProtection>(),
    NamedOperation::of::<UpdateAttackProtectionBruteForceProtection>(),
    NamedOperation::of::<GetAttackProtectionCaptcha>(),
    NamedOperation::of::<UpdateAttackProtectionCaptcha>(),
    NamedOperation::of::<GetAttackProtectionPhoneProviderProtection>(),
    NamedOperation::of::<PatchAttackProtectionPhoneProviderProtection>(),
    NamedOperation::of::<GetAttackProtectionSuspiciousIpThrottling>(),
    NamedOperation::of::<UpdateAttackProtectionSuspiciousIpThrottling>(),
];

object! {
    /// `AttackProtectionCaptcha`
    AttackProtectionCaptcha {
        active_provider_id "active_provider_id": Option<String>,
        arkose "arkose": Option<AttackProtectionCaptchaArkose>,
        auth_challenge "auth_challenge": Option<AttackProtectionCaptchaAuthChallenge>,
        hcaptcha "hcaptcha": Option<AttackProtectionCaptchaHcaptcha>,
        friendly_captcha "friendly_captcha": Option<AttackProtectionCaptchaHcaptcha>,
        recaptcha_enterprise "recaptcha_enterprise": Option<AttackProtectionCaptchaRecaptchaEnterprise>,
        recaptcha_v2 "recaptcha_v2": Option<AttackProtectionCaptchaHcaptcha>,
        simple_captcha "simple_captcha": Option<Map<String, Value>>,
    }
}

object! {
    /// `AttackProtectionCaptchaArkose`
    AttackProtectionCaptchaArkose {
        site_key "site_key": Option<String>,
        fail_open "fail_open": Option<bool>,
        client_subdomain "client_subdomain": Option<String>,
        verify_subdomain "verify_subdomain": Option<String>,
    }
}

object! {
    /// `AttackProtectionCaptchaAuthChallenge`
    AttackProtectionCaptchaAuthChallenge {
        fail_open "fail_open": Option<bool>,
    }
}

object! {
    /// `AttackProtectionCaptchaAuthChallengeRequest`
    AttackProtectionCaptchaAuthChallengeRequest (fail_open: bool) {
        fail_open "fail_open": bool,
    }
}

object! {
    /// `AttackProtectionCaptchaHcaptcha`
    AttackProtectionCaptchaHcaptcha {
        site_key "site_key": Option<String>,
    }
}

string_enum! {
    /// `AttackProtectionCaptchaProviderId`
    AttackProtectionCaptchaProviderId {
        Arkose = "arkose",
        AuthChallenge = "auth_challenge",
        FriendlyCaptcha = "friendly_captcha",
        Hcaptcha = "hcaptcha",
        RecaptchaV2 = "recaptcha_v2",
        RecaptchaEnterprise = "recaptcha_enterprise",
        SimpleCaptcha = "simple_captcha",
    }
}

object! {
    /// `AttackProtectionCaptchaRecaptchaEnterprise`
    AttackProtectionCaptchaRecaptchaEnterprise {
        site_key "site_key": Option<String>,
        project_id "project_id": Option<String>,
    }
}

object! {
    /// `AttackProtectionUpdateCaptchaArkose`
    AttackProtectionUpdateCaptchaArkose (site_key: String, secret: String) {
        /// (at most 100 characters)
        site_key "site_key": String,
        /// (at most 100 characters)
        secret "secret": String,
        /// (at most 100 characters)
        client_subdomain "client_subdomain": Option<String>,
        /// (at most 100 characters)
        verify_subdomain "verify_subdomain": Option<String>,
        fail_open "fail_open": Option<bool>,
    }
}

object! {
    /// `AttackProtectionUpdateCaptchaFriendlyCaptcha`
    AttackProtectionUpdateCaptchaFriendlyCaptcha (site_key: String, secret: String) {
        /// (at most 100 characters)
        site_key "site_key": String,
        /// (at most 100 characters)
        secret "secret": String,
    }
}

object! {
    /// `AttackProtectionUpdateCaptchaHcaptcha`
    AttackProtectionUpdateCaptchaHcaptcha (site_key: String, secret: String) {
        /// (at most 100 characters)
        site_key "site_key": String,
        /// (at most 100 characters)
        secret "secret": String,
    }
}

object! {
    /// `AttackProtectionUpdateCaptchaRecaptchaEnterprise`
    AttackProtectionUpdateCaptchaRecaptchaEnterprise (site_key: String, api_key: String, project_id: String) {
        /// (at most 100 characters)
        site_key "site_key": String,
        /// (at most 100 characters)
        api_key "api_key": String,
        /// (at most 100 characters)
        project_id "project_id": String,
    }
}

object! {
    /// `AttackProtectionUpdateCaptchaRecaptchaV2`
    AttackProtectionUpdateCaptchaRecaptchaV2 (site_key: String, secret: String) {
        /// (at most 100 characters)
        site_key "site_key": String,
        /// (at most 100 characters)
        secret "secret": String,
    }
}

string_enum! {
    /// `BotDetectionChallengePolicyPasswordFlow`
    BotDetectionChallengePolicyPasswordFlow {
        Never = "never",
        WhenRisky = "when_risky",
        Always = "always",
    }
}

string_enum! {
    /// `BotDetectionChallengePolicyPasswordResetFlow`
    BotDetectionChallengePolicyPasswordResetFlow {
        Never = "never",
        WhenRisky = "when_risky",
        Always = "always",
    }
}

string_enum! {
    /// `BotDetectionChallengePolicyPasswordlessFlow`
    BotDetectionChallengePolicyPasswordlessFlow {
        Never = "never",
        WhenRisky = "when_risky",
        Always = "always",
    }
}

string_enum! {
    /// `BotDetectionLevel`
    BotDetectionLevel {
        Low = "low",
        Medium = "medium",
        High = "high",
    }
}

object! {
    /// `BotDetectionSettings`
    BotDetectionSettings (bot_detection_level: BotDetectionLevel, challenge_password_policy: BotDetectionChallengePolicyPasswordFlow, challenge_passwordless_policy: BotDetectionChallengePolicyPasswordlessFlow, challenge_password_reset_policy: BotDetectionChallengePolicyPasswordResetFlow, allowlist: Vec<String>, monitoring_mode_enabled: bool) {
        bot_detection_level "bot_detection_level": BotDetectionLevel,
        challenge_password_policy "challenge_password_policy": BotDetectionChallengePolicyPasswordFlow,
        challenge_passwordless_policy "challenge_passwordless_policy": BotDetectionChallengePolicyPasswordlessFlow,
        challenge_password_reset_policy "challenge_password_reset_policy": BotDetectionChallengePolicyPasswordResetFlow,
        allowlist "allowlist": Vec<String>,
        monitoring_mode_enabled "monitoring_mode_enabled": bool,
    }
}

string_enum! {
    /// `BreachedPasswordDetectionAdminNotificationFrequency`
    BreachedPasswordDetectionAdminNotificationFrequency {
        Immediately = "immediately",
        Daily = "daily",
        Weekly = "weekly",
        Monthly = "monthly",
    }
}

string_enum! {
    /// `BreachedPasswordDetectionMethod`
    BreachedPasswordDetectionMethod {
        Standard = "standard",
        Enhanced = "enhanced",
    }
}

string_enum! {
    /// `BreachedPasswordDetectionPreChangePasswordShields`
    BreachedPasswordDetectionPreChangePasswordShields {
        Block = "block",
        AdminNotification = "admin_notification",
    }
}

object! {
    /// `BreachedPasswordDetectionPreChangePasswordStage`
    BreachedPasswordDetectionPreChangePasswordStage {
        shields "shields": Option<Vec<BreachedPasswordDetectionPreChangePasswordShields>>,
    }
}

envelope! { object BreachedPasswordDetectionPreChangePasswordStage.shields: BreachedPasswordDetectionPreChangePasswordShields }

string_enum! {
    /// `BreachedPasswordDetectionPreUserRegistrationShields`
    BreachedPasswordDetectionPreUserRegistrationShields {
        Block = "block",
        AdminNotification = "admin_notification",
    }
}

object! {
    /// `BreachedPasswordDetectionPreUserRegistrationStage`
    BreachedPasswordDetectionPreUserRegistrationStage {
        shields "shields": Option<Vec<BreachedPasswordDetectionPreUserRegistrationShields>>,
    }
}

envelope! { object BreachedPasswordDetectionPreUserRegistrationStage.shields: BreachedPasswordDetectionPreUserRegistrationShields }

object! {
    /// `BreachedPasswordDetectionSettings`
    BreachedPasswordDetectionSettings {
        enabled "enabled": Option<bool>,
        shields "shields": Option<Vec<BreachedPasswordDetectionShields>>,
        admin_notification_frequency "admin_notification_frequency": Option<Vec<BreachedPasswordDetectionAdminNotificationFrequency>>,
        method "method": Option<BreachedPasswordDetectionMethod>,
        stage "stage": Option<BreachedPasswordDetectionStage>,
    }
}

string_enum! {
    /// `BreachedPasswordDetectionShields`
    BreachedPasswordDetectionShields {
        Block = "block",
        UserNotification = "user_notification",
        AdminNotification = "admin_notification",
    }
}

object! {
    /// `BreachedPasswordDetectionStage`
    BreachedPasswordDetectionStage {
        pre_user_registration "pre-user-registration": Option<BreachedPasswordDetectionPreUserRegistrationStage>,
        pre_change_password "pre-change-password": Option<BreachedPasswordDetectionPreChangePasswordStage>,
    }
}

string_enum! {
    /// `BruteForceProtectionMode`
    BruteForceProtectionMode {
        CountPerIdentifierAndIp = "count_per_identifier_and_ip",
        CountPerIdentifier = "count_per_identifier",
    }
}

string_enum! {
    /// `BruteForceProtectionShields`
    BruteForceProtectionShields {
        Block = "block",
        UserNotification = "user_notification",
    }
}

object! {
    /// `BruteForceSettings`
    BruteForceSettings {
        enabled "enabled": Option<bool>,
        shields "shields": Option<Vec<BruteForceProtectionShields>>,
        allowlist "allowlist": Option<Vec<String>>,
        mode "mode": Option<BruteForceProtectionMode>,
        /// (1 to 100)
        max_attempts "max_attempts": Option<i64>,
    }
}

object! {
    /// `PatchPhoneProviderProtectionRequestContent`
    PatchPhoneProviderProtectionRequestContent (type_: PhoneProviderProtectionBackoffStrategy) {
        type_ "type": PhoneProviderProtectionBackoffStrategy,
    }
}

object! {
    /// `PhoneProviderProtection`
    PhoneProviderProtection (type_: PhoneProviderProtectionBackoffStrategy) {
        type_ "type": PhoneProviderProtectionBackoffStrategy,
    }
}

string_enum! {
    /// `PhoneProviderProtectionBackoffStrategy`
    PhoneProviderProtectionBackoffStrategy {
        Exponential = "exponential",
        None = "none",
    }
}

object! {
    /// `SuspiciousIpThrottlingPreLoginStage`
    SuspiciousIpThrottlingPreLoginStage {
        /// (1 to 2500)
        max_attempts "max_attempts": Option<i64>,
        /// (34560 to 86400000)
        rate "rate": Option<i64>,
    }
}

object! {
    /// `SuspiciousIpThrottlingPreUserRegistrationStage`
    SuspiciousIpThrottlingPreUserRegistrationStage {
        /// (1 to 72000)
        max_attempts "max_attempts": Option<i64>,
        /// (1200 to 86400000)
        rate "rate": Option<i64>,
    }
}

object! {
    /// `SuspiciousIpThrottlingSettings`
    SuspiciousIpThrottlingSettings {
        enabled "enabled": Option<bool>,
        shields "shields": Option<Vec<SuspiciousIpThrottlingShields>>,
        allowlist "allowlist": Option<Vec<String>>,
        stage "stage": Option<SuspiciousIpThrottlingStage>,
    }
}

string_enum! {
    /// `SuspiciousIpThrottlingShields`
    SuspiciousIpThrottlingShields {
        Block = "block",
        AdminNotification = "admin_notification",
    }
}

object! {
    /// `SuspiciousIpThrottlingStage`
    SuspiciousIpThrottlingStage {
        pre_login "pre-login": Option<SuspiciousIpThrottlingPreLoginStage>,
        pre_user_registration "pre-user-registration": Option<SuspiciousIpThrottlingPreUserRegistrationStage>,
    }
}

object! {
    /// `UpdateAttackProtectionCaptchaRequestContent`
    UpdateAttackProtectionCaptchaRequestContent {
        /// (at most 36 characters)
        active_provider_id "active_provider_id": Option<AttackProtectionCaptchaProviderId>,
        arkose "arkose": Option<AttackProtectionUpdateCaptchaArkose>,
        auth_challenge "auth_challenge": Option<AttackProtectionCaptchaAuthChallengeRequest>,
        hcaptcha "hcaptcha": Option<AttackProtectionUpdateCaptchaHcaptcha>,
        friendly_captcha "friendly_captcha": Option<AttackProtectionUpdateCaptchaFriendlyCaptcha>,
        recaptcha_enterprise "recaptcha_enterprise": Option<AttackProtectionUpdateCaptchaRecaptchaEnterprise>,
        recaptcha_v2 "recaptcha_v2": Option<AttackProtectionUpdateCaptchaRecaptchaV2>,
        simple_captcha "simple_captcha": Option<Map<String, Value>>,
    }
}

object! {
    /// `UpdateBotDetectionSettingsRequestContent`
    UpdateBotDetectionSettingsRequestContent {
        bot_detection_level "bot_detection_level": Option<BotDetectionLevel>,
        challenge_password_policy "challenge_password_policy": Option<BotDetectionChallengePolicyPasswordFlow>,
        challenge_passwordless_policy "challenge_passwordless_policy": Option<BotDetectionChallengePolicyPasswordlessFlow>,
        challenge_password_reset_policy "challenge_password_reset_policy": Option<BotDetectionChallengePolicyPasswordResetFlow>,
        allowlist "allowlist": Option<Vec<String>>,
        monitoring_mode_enabled "monitoring_mode_enabled": Option<bool>,
    }
}

object! {
    /// `UpdateBotDetectionSettingsResponseContent`
    UpdateBotDetectionSettingsResponseContent {
        bot_detection_level "bot_detection_level": Option<BotDetectionLevel>,
        challenge_password_policy "challenge_password_policy": Option<BotDetectionChallengePolicyPasswordFlow>,
        challenge_passwordless_policy "challenge_passwordless_policy": Option<BotDetectionChallengePolicyPasswordlessFlow>,
        challenge_password_reset_policy "challenge_password_reset_policy": Option<BotDetectionChallengePolicyPasswordResetFlow>,
        allowlist "allowlist": Option<Vec<String>>,
        monitoring_mode_enabled "monitoring_mode_enabled": Option<bool>,
    }
}

object! {
    /// `UpdateBreachedPasswordDetectionSettingsRequestContent`
    UpdateBreachedPasswordDetectionSettingsRequestContent {
        enabled "enabled": Option<bool>,
        shields "shields": Option<Vec<BreachedPasswordDetectionShields>>,
        admin_notification_frequency "admin_notification_frequency": Option<Vec<BreachedPasswordDetectionAdminNotificationFrequency>>,
        method "method": Option<BreachedPasswordDetectionMethod>,
        stage "stage": Option<BreachedPasswordDetectionStage>,
    }
}

object! {
    /// `UpdateBruteForceSettingsRequestContent`
    UpdateBruteForceSettingsRequestContent {
        enabled "enabled": Option<bool>,
        shields "shields": Option<Vec<BruteForceProtectionShields>>,
        allowlist "allowlist": Option<Vec<String>>,
        mode "mode": Option<BruteForceProtectionMode>,
        /// (1 to 100)
        max_attempts "max_attempts": Option<i64>,
    }
}

object! {
    /// `UpdateSuspiciousIpThrottlingSettingsRequestContent`
    UpdateSuspiciousIpThrottlingSettingsRequestContent {
        enabled "enabled": Option<bool>,
        shields "shields": Option<Vec<SuspiciousIpThrottlingShields>>,
        allowlist "allowlist": Option<Vec<String>>,
        stage "stage": Option<SuspiciousIpThrottlingStage>,
    }
}
