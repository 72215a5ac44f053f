// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `guardian` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    CreateGuardianEnrollmentTicket of Management "guardian.enrollments.createTicket" POST "/guardian/enrollments/ticket"
    ["create:guardian_enrollment_tickets"] -> GuardianEnrollmentTicket
    {
        body body "body": CreateGuardianEnrollmentTicketRequestContent,
    }
    {
        header auth0_custom_domain "auth0-custom-domain": Option<String>,
    }
}

operation! {
    DeleteGuardianEnrollment of Management "guardian.enrollments.delete" DELETE "/guardian/enrollments/{id}"
    ["delete:guardian_enrollments"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetGuardianEnrollment of Management "guardian.enrollments.get" GET "/guardian/enrollments/{id}"
    ["read:guardian_enrollments"] -> GuardianEnrollment
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetGuardianFactorDuoSettings of Management "guardian.factors.duo.settings.get" GET "/guardian/factors/duo/settings"
    ["read:guardian_factors"] -> GuardianFactorDuoSettings
    {}
    {}
}

operation! {
    SetGuardianFactorDuoSettings of Management "guardian.factors.duo.settings.set" PUT "/guardian/factors/duo/settings"
    ["update:guardian_factors"] -> GuardianFactorDuoSettings
    {
        body body "body": SetGuardianFactorDuoSettingsRequestContent,
    }
    {}
}

operation! {
    UpdateGuardianFactorDuoSettings of Management "guardian.factors.duo.settings.update" PATCH "/guardian/factors/duo/settings"
    ["update:guardian_factors"] -> GuardianFactorDuoSettings
    {
        body body "body": UpdateGuardianFactorDuoSettingsRequestContent,
    }
    {}
}

operation! {
    GetGuardianFactorEmail of Management "guardian.factors.email.get" GET "/guardian/factors/email/settings"
    ["read:guardian_factors"] -> EmailFactorSettings
    {}
    {}
}

operation! {
    SetGuardianFactorEmail of Management "guardian.factors.email.set" PUT "/guardian/factors/email/settings"
    ["update:guardian_factors"] -> EmailFactorSettings
    {
        body body "body": EmailFactorSettings,
    }
    {}
}

operation! {
    ListGuardianFactors of Management "guardian.factors.list" GET "/guardian/factors"
    ["read:guardian_factors"] -> Vec<GuardianFactor>
    {}
    {}
}

list! { ListGuardianFactors: GuardianFactor, }

operation! {
    GetGuardianFactorPhone of Management "guardian.factors.phone.get" GET "/guardian/factors/phone/settings"
    ["read:guardian_factors"] -> PhoneFactorSettings
    {}
    {}
}

operation! {
    GetGuardianFactorPhoneMessageTypes of Management "guardian.factors.phone.getMessageTypes" GET "/guardian/factors/phone/message-types"
    ["read:guardian_factors"] -> GuardianFactorPhoneMessageTypes
    {}
    {}
}

list! { GetGuardianFactorPhoneMessageTypes: GuardianFactorPhoneFactorMessageType, }

operation! {
    GetGuardianFactorPhoneSelectedProvider of Management "guardian.factors.phone.getSelectedProvider" GET "/guardian/factors/phone/selected-provider"
    ["read:guardian_factors"] -> GuardianFactorsProviderSms
    {}
    {}
}

operation! {
    GetGuardianFactorPhoneTemplates of Management "guardian.factors.phone.getTemplates" GET "/guardian/factors/phone/templates"
    ["read:guardian_factors"] -> GuardianFactorSmsTemplates
    {}
    {}
}

operation! {
    GetGuardianFactorPhoneTwilioProvider of Management "guardian.factors.phone.getTwilioProvider" GET "/guardian/factors/phone/providers/twilio"
    ["read:guardian_factors"] -> GuardianFactorsProviderSmsTwilio
    {}
    {}
}

operation! {
    SetGuardianFactorPhone of Management "guardian.factors.phone.set" PUT "/guardian/factors/phone/settings"
    ["update:guardian_factors"] -> PhoneFactorSettings
    {
        body body "body": PhoneFactorSettings,
    }
    {}
}

operation! {
    SetGuardianFactorPhoneMessageTypes of Management "guardian.factors.phone.setMessageTypes" PUT "/guardian/factors/phone/message-types"
    ["update:guardian_factors"] -> GuardianFactorPhoneMessageTypes
    {
        body body "body": SetGuardianFactorPhoneMessageTypesRequestContent,
    }
    {}
}

list! { SetGuardianFactorPhoneMessageTypes: GuardianFactorPhoneFactorMessageType, }

operation! {
    SetGuardianFactorPhoneProvider of Management "guardian.factors.phone.setProvider" PUT "/guardian/factors/phone/selected-provider"
    ["update:guardian_factors"] -> GuardianFactorsProviderSms
    {
        body body "body": SetGuardianFactorsProviderPhoneRequestContent,
    }
    {}
}

operation! {
    SetGuardianFactorPhoneTemplates of Management "guardian.factors.phone.setTemplates" PUT "/guardian/factors/phone/templates"
    ["update:guardian_factors"] -> GuardianFactorSmsTemplates
    {
        body body "body": SetGuardianFactorPhoneTemplatesRequestContent,
    }
    {}
}

operation! {
    SetGuardianFactorPhoneTwilioProvider of Management "guardian.factors.phone.setTwilioProvider" PUT "/guardian/factors/phone/providers/twilio"
    ["update:guardian_factors"] -> GuardianFactorsProviderSmsTwilio
    {
        body body "body": SetGuardianFactorsProviderPhoneTwilioRequestContent,
    }
    {}
}

operation! {
    GetGuardianFactorPushNotificationApnsProvider of Management "guardian.factors.pushNotification.getApnsProvider" GET "/guardian/factors/push-notification/providers/apns"
    ["read:guardian_factors"] -> GuardianFactorsProviderApns
    {}
    {}
}

operation! {
    GetGuardianFactorPushNotificationSelectedProvider of Management "guardian.factors.pushNotification.getSelectedProvider" GET "/guardian/factors/push-notification/selected-provider"
    ["read:guardian_factors"] -> GuardianFactorsProviderPushNotification
    {}
    {}
}

operation! {
    GetGuardianFactorPushNotificationSnsProvider of Management "guardian.factors.pushNotification.getSnsProvider" GET "/guardian/factors/push-notification/providers/sns"
    ["read:guardian_factors"] -> GuardianFactorsProviderSns
    {}
    {}
}

operation! {
    SetGuardianFactorPushNotificationApnsProvider of Management "guardian.factors.pushNotification.setApnsProvider" PUT "/guardian/factors/push-notification/providers/apns"
    ["update:guardian_factors"] -> GuardianFactorsProviderPushNotificationApns
    {
        body body "body": SetGuardianFactorsProviderPushNotificationApnsRequestContent,
    }
    {}
}

operation! {
    SetGuardianFactorPushNotificationFcmProvider of Management "guardian.factors.pushNotification.setFcmProvider" PUT "/guardian/factors/push-notification/providers/fcm"
    ["update:guardian_factors"] -> Map<String, Value>
    {
        body body "body": SetGuardianFactorsProviderPushNotificationFcmRequestContent,
    }
    {}
}

operation! {
    SetGuardianFactorPushNotificationFcmv1Provider of Management "guardian.factors.pushNotification.setFcmv1Provider" PUT "/guardian/factors/push-notification/providers/fcmv1"
    ["update:guardian_factors"] -> Map<String, Value>
    {
        body body "body": SetGuardianFactorsProviderPushNotificationFcmv1RequestContent,
    }
    {}
}

operation! {
    SetGuardianFactorPushNotificationProvider of Management "guardian.factors.pushNotification.setProvider" PUT "/guardian/factors/push-notification/selected-provider"
    ["update:guardian_factors"] -> GuardianFactorsProviderPushNotification
    {
        body body "body": SetGuardianFactorsProviderPushNotificationRequestContent,
    }
    {}
}

operation! {
    SetGuardianFactorPushNotificationSnsProvider of Management "guardian.factors.pushNotification.setSnsProvider" PUT "/guardian/factors/push-notification/providers/sns"
    ["update:guardian_factors"] -> GuardianFactorsProviderSns
    {
        body body "body": SetGuardianFactorsProviderPushNotificationSnsRequestContent,
    }
    {}
}

operation! {
    UpdateGuardianFactorPushNotificationApnsProvider of Management "guardian.factors.pushNotification.updateApnsProvider" PATCH "/guardian/factors/push-notification/providers/apns"
    ["update:guardian_factors"] -> GuardianFactorsProviderPushNotificationApns
    {
        body body "body": UpdateGuardianFactorsProviderPushNotificationApnsRequestContent,
    }
    {}
}

operation! {
    UpdateGuardianFactorPushNotificationFcmProvider of Management "guardian.factors.pushNotification.updateFcmProvider" PATCH "/guardian/factors/push-notification/providers/fcm"
    ["update:guardian_factors"] -> Map<String, Value>
    {
        body body "body": UpdateGuardianFactorsProviderPushNotificationFcmRequestContent,
    }
    {}
}

operation! {
    UpdateGuardianFactorPushNotificationFcmv1Provider of Management "guardian.factors.pushNotification.updateFcmv1Provider" PATCH "/guardian/factors/push-notification/providers/fcmv1"
    ["update:guardian_factors"] -> Map<String, Value>
    {
        body body "body": UpdateGuardianFactorsProviderPushNotificationFcmv1RequestContent,
    }
    {}
}

operation! {
    UpdateGuardianFactorPushNotificationSnsProvider of Management "guardian.factors.pushNotification.updateSnsProvider" PATCH "/guardian/factors/push-notification/providers/sns"
    ["update:guardian_factors"] -> GuardianFactorsProviderSns
    {
        body body "body": UpdateGuardianFactorsProviderPushNotificationSnsRequestContent,
    }
    {}
}

operation! {
    SetGuardianFactor of Management "guardian.factors.set" PUT "/guardian/factors/{name}"
    ["update:guardian_factors"] -> RiskAssessmentsSettings
    {
        path name "name": GuardianFactorName,
        body body "body": SetGuardianFactorRequestContent,
    }
    {}
}

operation! {
    /// Auth0 advises against it.
    GetGuardianFactorSmsSelectedProvider of Management "guardian.factors.sms.getSelectedProvider" GET "/guardian/factors/sms/selected-provider"
    ["read:guardian_factors"] -> GuardianFactorsProviderSms
    {}
    {}
}

operation! {
    /// Auth0 advises against it.
    GetGuardianFactorSmsTemplates of Management "guardian.factors.sms.getTemplates" GET "/guardian/factors/sms/templates"
    ["read:guardian_factors"] -> GuardianFactorSmsTemplates
    {}
    {}
}

operation! {
    GetGuardianFactorSmsTwilioProvider of Management "guardian.factors.sms.getTwilioProvider" GET "/guardian/factors/sms/providers/twilio"
    ["read:guardian_factors"] -> GuardianFactorsProviderSmsTwilio
    {}
    {}
}

operation! {
    /// Auth0 advises against it.
    SetGuardianFactorSmsProvider of Management "guardian.factors.sms.setProvider" PUT "/guardian/factors/sms/selected-provider"
    ["update:guardian_factors"] -> GuardianFactorsProviderSms
    {
        body body "body": SetGuardianFactorsProviderSmsRequestContent,
    }
    {}
}

operation! {
    /// Auth0 advises against it.
    SetGuardianFactorSmsTemplates of Management "guardian.factors.sms.setTemplates" PUT "/guardian/factors/sms/templates"
    ["update:guardian_factors"] -> GuardianFactorSmsTemplates
    {
        body body "body": SetGuardianFactorSmsTemplatesRequestContent,
    }
    {}
}

operation! {
    /// Auth0 advises against it.
    SetGuardianFactorSmsTwilioProvider of Management "guardian.factors.sms.setTwilioProvider" PUT "/guardian/factors/sms/providers/twilio"
    ["update:guardian_factors"] -> GuardianFactorsProviderSmsTwilio
    {
        body body "body": SetGuardianFactorsProviderSmsTwilioRequestContent,
    }
    {}
}

operation! {
    GetGuardianSettings of Management "guardian.get" GET "/guardian/settings"
    ["read:guardian_factors"] -> GuardianSettings
    {}
    {}
}

operation! {
    ListGuardianPolicies of Management "guardian.policies.list" GET "/guardian/policies"
    ["read:mfa_policies"] -> Vec<MfaPolicy>
    {}
    {}
}

list! { ListGuardianPolicies: MfaPolicy, }

operation! {
    SetGuardianPolicies of Management "guardian.policies.set" PUT "/guardian/policies"
    ["update:mfa_policies"] -> Vec<MfaPolicy>
    {
        body body "body": Vec<MfaPolicy>,
    }
    {}
}

list! { SetGuardianPolicies: MfaPolicy, }

operation! {
    SetGuardianSettings of Management "guardian.set" PUT "/guardian/settings"
    ["update:guardian_factors"] -> GuardianSettings
    {
        body body "body": GuardianSettings,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateGuardianEnrollmentTicket>(),
    NamedOperation::of::<DeleteGuardianEnrollment>(),
    NamedOperation::of::<GetGuardianEnrollment>(),
    NamedOperation::of::<GetGuardianFactorDuoSettings>(),
    NamedOperation::of::<SetGuardianFactorDuoSettings>(),
    NamedOperation::of::<UpdateGuardianFactorDuoSettings>(),
    NamedOperation::of::<GetGuardianFactorEmail>(),
    NamedOperation::of::<SetGuardianFactorEmail>(),
    NamedOperation::of::<ListGuardianFactors>(),
    NamedOperation::of::<GetGuardianFactorPhone>(),
    NamedOperation::of::<GetGuardianFactorPhoneMessageTypes>(),
    NamedOperation::of::<GetGuardianFactorPhoneSelectedProvider>(),
    NamedOperation::of::<GetGuardianFactorPhoneTemplates>(),
    NamedOperation::of::<GetGuardianFactorPhoneTwilioProvider>(),
    NamedOperation::of::<SetGuardianFactorPhone>(),
    NamedOperation::of::<SetGuardianFactorPhoneMessageTypes>(),
    NamedOperation::of::<SetGuardianFactorPhoneProvider>(),
    NamedOperation::of::<SetGuardianFactorPhoneTemplates>(),
    NamedOperation::of::<SetGuardianFactorPhoneTwilioProvider>(),
    NamedOperation::of::<GetGuardianFactorPushNotificationApnsProvider>(),
    NamedOperation::of::<GetGuardianFactorPushNotificationSelectedProvider>(),
    NamedOperation::of::<GetGuardianFactorPushNotificationSnsProvider>(),
    NamedOperation::of::<SetGuardianFactorPushNotificationApnsProvider>(),
    NamedOperation::of::<SetGuardianFactorPushNotificationFcmProvider>(),
    NamedOperation::of::<SetGuardianFactorPushNotificationFcmv1Provider>(),
    NamedOperation::of::<SetGuardianFactorPushNotificationProvider>(),
    NamedOperation::of::<SetGuardianFactorPushNotificationSnsProvider>(),
    NamedOperation::of::<UpdateGuardianFactorPushNotificationApnsProvider>(),
    NamedOperation::of::<UpdateGuardianFactorPushNotificationFcmProvider>(),
    NamedOperation::of::<UpdateGuardianFactorPushNotificationFcmv1Provider>(),
    NamedOperation::of::<UpdateGuardianFactorPushNotificationSnsProvider>(),
    NamedOperation::of::<SetGuardianFactor>(),
    NamedOperation::of::<GetGuardianFactorSmsSelectedProvider>(),
    NamedOperation::of::<GetGuardianFactorSmsTemplates>(),
    NamedOperation::of::<GetGuardianFactorSmsTwilioProvider>(),
    NamedOperation::of::<SetGuardianFactorSmsProvider>(),
    NamedOperation::of::<SetGuardianFactorSmsTemplates>(),
    NamedOperation::of::<SetGuardianFactorSmsTwilioProvider>(),
    NamedOperation::of::<GetGuardianSettings>(),
    NamedOperation::of::<ListGuardianPolicies>(),
    NamedOperation::of::<SetGuardianPolicies>(),
    NamedOperation::of::<SetGuardianSettings>(),
];

object! {
    /// `CreateGuardianEnrollmentTicketRequestContent`
    CreateGuardianEnrollmentTicketRequestContent (user_id: UserId) {
        /// (format `user-id`)
        user_id "user_id": UserId,
        /// (format `email`)
        email "email": Option<String>,
        send_mail "send_mail": Option<bool>,
        email_locale "email_locale": Option<String>,
        factor "factor": Option<GuardianEnrollmentFactor>,
        allow_multiple_enrollments "allow_multiple_enrollments": Option<bool>,
    }
}

object! {
    /// `EmailFactorSettings`
    EmailFactorSettings (otp_length: i64, otp_expiration_time: i64) {
        otp_length "otp_length": i64,
        otp_expiration_time "otp_expiration_time": i64,
    }
}

object! {
    /// `GuardianEnrollment`
    GuardianEnrollment (id: String) {
        id "id": String,
        status "status": Option<GuardianEnrollmentStatus>,
        /// (1 to 20 characters)
        name "name": Option<String>,
        identifier "identifier": Option<String>,
        phone_number "phone_number": Option<String>,
        enrolled_at "enrolled_at": Option<String>,
        last_auth "last_auth": Option<String>,
    }
}

string_enum! {
    /// `GuardianEnrollmentFactor`
    GuardianEnrollmentFactor {
        PushNotification = "push-notification",
        Phone = "phone",
        Email = "email",
        Otp = "otp",
        WebauthnRoaming = "webauthn-roaming",
        WebauthnPlatform = "webauthn-platform",
    }
}

string_enum! {
    /// `GuardianEnrollmentStatus`
    GuardianEnrollmentStatus {
        Pending = "pending",
        Confirmed = "confirmed",
    }
}

object! {
    /// `GuardianEnrollmentTicket`
    GuardianEnrollmentTicket {
        ticket_id "ticket_id": Option<String>,
        /// (format `url`)
        ticket_url "ticket_url": Option<String>,
    }
}

object! {
    /// `GuardianFactor`
    GuardianFactor (enabled: bool) {
        enabled "enabled": bool,
        trial_expired "trial_expired": Option<bool>,
        /// (at least 1 characters)
        name "name": Option<GuardianFactorName>,
    }
}

object! {
    /// `GuardianFactorDuoSettings`
    GuardianFactorDuoSettings {
        /// (at most 10000 characters)
        ikey "ikey": Option<String>,
        /// (at most 10000 characters, format `non-empty-string`)
        skey "skey": Option<String>,
        /// (at most 10000 characters)
        host "host": Option<String>,
    }
}

string_enum! {
    /// `GuardianFactorName`
    GuardianFactorName {
        PushNotification = "push-notification",
        Sms = "sms",
        Email = "email",
        Duo = "duo",
        Otp = "otp",
        WebauthnRoaming = "webauthn-roaming",
        WebauthnPlatform = "webauthn-platform",
        RecoveryCode = "recovery-code",
    }
}

string_enum! {
    /// `GuardianFactorPhoneFactorMessageType`
    GuardianFactorPhoneFactorMessageType {
        Sms = "sms",
        Voice = "voice",
    }
}

object! {
    /// `GuardianFactorPhoneMessageTypes`
    GuardianFactorPhoneMessageTypes {
        message_types "message_types": Option<Vec<GuardianFactorPhoneFactorMessageType>>,
    }
}

envelope! { object GuardianFactorPhoneMessageTypes.message_types: GuardianFactorPhoneFactorMessageType }

object! {
    /// `GuardianFactorSmsTemplates`
    GuardianFactorSmsTemplates (enrollment_message: String, verification_message: String) {
        enrollment_message "enrollment_message": String,
        verification_message "verification_message": String,
    }
}

object! {
    /// `GuardianFactorsProviderApns`
    GuardianFactorsProviderApns {
        /// (1 to 20 characters)
        bundle_id "bundle_id": Option<String>,
        sandbox "sandbox": Option<bool>,
        enabled "enabled": Option<bool>,
    }
}

object! {
    /// `GuardianFactorsProviderPushNotification`
    GuardianFactorsProviderPushNotification {
        provider "provider": Option<GuardianFactorsProviderPushNotificationProviderData>,
    }
}

object! {
    /// `GuardianFactorsProviderPushNotificationApns`
    GuardianFactorsProviderPushNotificationApns {
        sandbox "sandbox": Option<bool>,
        /// (1 to 1000 characters)
        bundle_id "bundle_id": Option<String>,
    }
}

string_enum! {
    /// `GuardianFactorsProviderPushNotificationProviderData`
    GuardianFactorsProviderPushNotificationProviderData {
        Guardian = "guardian",
        Sns = "sns",
        Direct = "direct",
    }
}

object! {
    /// `GuardianFactorsProviderSms`
    GuardianFactorsProviderSms {
        provider "provider": Option<GuardianFactorsProviderSmsProvider>,
    }
}

string_enum! {
    /// `GuardianFactorsProviderSmsProvider`
    GuardianFactorsProviderSmsProvider {
        Auth0 = "auth0",
        Twilio = "twilio",
        PhoneMessageHook = "phone-message-hook",
    }
}

object! {
    /// `GuardianFactorsProviderSmsTwilio`
    GuardianFactorsProviderSmsTwilio {
        /// (0 to 64 characters)
        from "from": Option<String>,
        /// (1 to 1000 characters)
        messaging_service_sid "messaging_service_sid": Option<String>,
        /// (1 to 1000 characters)
        auth_token "auth_token": Option<String>,
        /// (1 to 1000 characters)
        sid "sid": Option<String>,
    }
}

object! {
    /// `GuardianFactorsProviderSns`
    GuardianFactorsProviderSns {
        /// (1 to 1000 characters)
        aws_access_key_id "aws_access_key_id": Option<String>,
        /// (1 to 1000 characters)
        aws_secret_access_key "aws_secret_access_key": Option<String>,
        /// (1 to 1000 characters)
        aws_region "aws_region": Option<String>,
        /// (1 to 1000 characters)
        sns_apns_platform_application_arn "sns_apns_platform_application_arn": Option<String>,
        /// (1 to 1000 characters)
        sns_gcm_platform_application_arn "sns_gcm_platform_application_arn": Option<String>,
    }
}

object! {
    /// `GuardianSettings`
    GuardianSettings (display_remember_me_checkbox: bool, remember_me_default_value: bool, mfa_session_inactivity_timeout: i64, mfa_session_overall_timeout: i64) {
        display_remember_me_checkbox "display_remember_me_checkbox": bool,
        remember_me_default_value "remember_me_default_value": bool,
        mfa_session_inactivity_timeout "mfa_session_inactivity_timeout": i64,
        mfa_session_overall_timeout "mfa_session_overall_timeout": i64,
    }
}

string_enum! {
    /// `MfaPolicy`
    MfaPolicy {
        AllApplications = "all-applications",
        ConfidenceScore = "confidence-score",
    }
}

object! {
    /// `PhoneFactorSettings`
    PhoneFactorSettings (otp_length: i64, otp_expiration_time: i64) {
        otp_length "otp_length": i64,
        otp_expiration_time "otp_expiration_time": i64,
    }
}

object! {
    /// `SetGuardianFactorDuoSettingsRequestContent`
    SetGuardianFactorDuoSettingsRequestContent {
        /// (at most 10000 characters)
        ikey "ikey": Option<String>,
        /// (at most 10000 characters, format `non-empty-string`)
        skey "skey": Option<String>,
        /// (at most 10000 characters)
        host "host": Option<String>,
    }
}

object! {
    /// `SetGuardianFactorPhoneMessageTypesRequestContent`
    SetGuardianFactorPhoneMessageTypesRequestContent (message_types: Vec<GuardianFactorPhoneFactorMessageType>) {
        message_types "message_types": Vec<GuardianFactorPhoneFactorMessageType>,
    }
}

envelope! { object SetGuardianFactorPhoneMessageTypesRequestContent.message_types: GuardianFactorPhoneFactorMessageType }

object! {
    /// `SetGuardianFactorPhoneTemplatesRequestContent`
    SetGuardianFactorPhoneTemplatesRequestContent (enrollment_message: String, verification_message: String) {
        enrollment_message "enrollment_message": String,
        verification_message "verification_message": String,
    }
}

object! {
    /// `SetGuardianFactorRequestContent`
    SetGuardianFactorRequestContent (enabled: bool) {
        enabled "enabled": bool,
    }
}

object! {
    /// `SetGuardianFactorSmsTemplatesRequestContent`
    SetGuardianFactorSmsTemplatesRequestContent (enrollment_message: String, verification_message: String) {
        enrollment_message "enrollment_message": String,
        verification_message "verification_message": String,
    }
}

object! {
    /// `SetGuardianFactorsProviderPhoneRequestContent`
    SetGuardianFactorsProviderPhoneRequestContent (provider: GuardianFactorsProviderSmsProvider) {
        provider "provider": GuardianFactorsProviderSmsProvider,
    }
}

object! {
    /// `SetGuardianFactorsProviderPhoneTwilioRequestContent`
    SetGuardianFactorsProviderPhoneTwilioRequestContent {
        /// (0 to 64 characters)
        from "from": Nullable<String>,
        /// (1 to 1000 characters)
        messaging_service_sid "messaging_service_sid": Nullable<String>,
        /// (1 to 1000 characters)
        auth_token "auth_token": Nullable<String>,
        /// (1 to 1000 characters)
        sid "sid": Nullable<String>,
    }
}

object! {
    /// `SetGuardianFactorsProviderPushNotificationApnsRequestContent`
    SetGuardianFactorsProviderPushNotificationApnsRequestContent {
        sandbox "sandbox": Option<bool>,
        /// (1 to 1000 characters)
        bundle_id "bundle_id": Nullable<String>,
        /// (1 to 10000 characters)
        p12 "p12": Nullable<String>,
    }
}

object! {
    /// `SetGuardianFactorsProviderPushNotificationFcmRequestContent`
    SetGuardianFactorsProviderPushNotificationFcmRequestContent {
        /// (1 to 152 characters)
        server_key "server_key": Nullable<String>,
    }
}

object! {
    /// `SetGuardianFactorsProviderPushNotificationFcmv1RequestContent`
    SetGuardianFactorsProviderPushNotificationFcmv1RequestContent {
        /// (1 to 10000 characters)
        server_credentials "server_credentials": Nullable<String>,
    }
}

object! {
    /// `SetGuardianFactorsProviderPushNotificationRequestContent`
    SetGuardianFactorsProviderPushNotificationRequestContent (provider: GuardianFactorsProviderPushNotificationProviderData) {
        provider "provider": GuardianFactorsProviderPushNotificationProviderData,
    }
}

object! {
    /// `SetGuardianFactorsProviderPushNotificationSnsRequestContent`
    SetGuardianFactorsProviderPushNotificationSnsRequestContent {
        /// (1 to 1000 characters)
        aws_access_key_id "aws_access_key_id": Nullable<String>,
        /// (1 to 1000 characters)
        aws_secret_access_key "aws_secret_access_key": Nullable<String>,
        /// (1 to 1000 characters)
        aws_region "aws_region": Nullable<String>,
        /// (1 to 1000 characters)
        sns_apns_platform_application_arn "sns_apns_platform_application_arn": Nullable<String>,
        /// (1 to 1000 characters)
        sns_gcm_platform_application_arn "sns_gcm_platform_application_arn": Nullable<String>,
    }
}

object! {
    /// `SetGuardianFactorsProviderSmsRequestContent`
    SetGuardianFactorsProviderSmsRequestContent (provider: GuardianFactorsProviderSmsProvider) {
        provider "provider": GuardianFactorsProviderSmsProvider,
    }
}

object! {
    /// `SetGuardianFactorsProviderSmsTwilioRequestContent`
    SetGuardianFactorsProviderSmsTwilioRequestContent {
        /// (0 to 64 characters)
        from "from": Nullable<String>,
        /// (1 to 1000 characters)
        messaging_service_sid "messaging_service_sid": Nullable<String>,
        /// (1 to 1000 characters)
        auth_token "auth_token": Nullable<String>,
        /// (1 to 1000 characters)
        sid "sid": Nullable<String>,
    }
}

object! {
    /// `UpdateGuardianFactorDuoSettingsRequestContent`
    UpdateGuardianFactorDuoSettingsRequestContent {
        /// (at most 10000 characters)
        ikey "ikey": Option<String>,
        /// (at most 10000 characters, format `non-empty-string`)
        skey "skey": Option<String>,
        /// (at most 10000 characters)
        host "host": Option<String>,
    }
}

object! {
    /// `UpdateGuardianFactorsProviderPushNotificationApnsRequestContent`
    UpdateGuardianFactorsProviderPushNotificationApnsRequestContent {
        sandbox "sandbox": Option<bool>,
        /// (1 to 1000 characters)
        bundle_id "bundle_id": Nullable<String>,
        /// (1 to 10000 characters)
        p12 "p12": Nullable<String>,
    }
}

object! {
    /// `UpdateGuardianFactorsProviderPushNotificationFcmRequestContent`
    UpdateGuardianFactorsProviderPushNotificationFcmRequestContent {
        /// (1 to 152 characters)
        server_key "server_key": Nullable<String>,
    }
}

object! {
    /// `UpdateGuardianFactorsProviderPushNotificationFcmv1RequestContent`
    UpdateGuardianFactorsProviderPushNotificationFcmv1RequestContent {
        /// (1 to 10000 characters)
        server_credentials "server_credentials": Nullable<String>,
    }
}

object! {
    /// `UpdateGuardianFactorsProviderPushNotificationSnsRequestContent`
    UpdateGuardianFactorsProviderPushNotificationSnsRequestContent {
        /// (1 to 1000 characters)
        aws_access_key_id "aws_access_key_id": Nullable<String>,
        /// (1 to 1000 characters)
        aws_secret_access_key "aws_secret_access_key": Nullable<String>,
        /// (1 to 1000 characters)
        aws_region "aws_region": Nullable<String>,
        /// (1 to 1000 characters)
        sns_apns_platform_application_arn "sns_apns_platform_application_arn": Nullable<String>,
        /// (1 to 1000 characters)
        sns_gcm_platform_application_arn "sns_gcm_platform_application_arn": Nullable<String>,
    }
}
