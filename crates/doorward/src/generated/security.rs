// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The groups of operations, each a handle.

use doorward_api::management::*;

use crate::api_client::{handles, roots};

roots! {
    Management
    anomaly Anomaly;
    attack_protection AttackProtection;
    guardian Guardian;
    keys Keys;
    network_acls NetworkAcls;
    rate_limit_policies RateLimitPolicies;
    risk_assessments RiskAssessments;
    supplemental_signals SupplementalSignals;
}

handles! {
    /// `anomaly`
    Anomaly of Management
    {
    }
    {
        blocks AnomalyBlocks;
    }
}

handles! {
    /// `anomaly.blocks`
    AnomalyBlocks of Management
    {
        check_ip CheckAnomalyBlockIp "GET /anomaly/blocks/ips/{id}" (id: String);
        unblock_ip UnblockAnomalyBlockIp "DELETE /anomaly/blocks/ips/{id}" (id: String);
    }
    {
    }
}

handles! {
    /// `attackProtection`
    AttackProtection of Management
    {
    }
    {
        bot_detection AttackProtectionBotDetection;
        breached_password_detection AttackProtectionBreachedPasswordDetection;
        brute_force_protection AttackProtectionBruteForceProtection;
        captcha AttackProtectionCaptcha;
        phone_provider_protection AttackProtectionPhoneProviderProtection;
        suspicious_ip_throttling AttackProtectionSuspiciousIpThrottling;
    }
}

handles! {
    /// `attackProtection.botDetection`
    AttackProtectionBotDetection of Management
    {
        get GetAttackProtectionBotDetection "GET /attack-protection/bot-detection" ();
        update UpdateAttackProtectionBotDetection "PATCH /attack-protection/bot-detection" (body: UpdateBotDetectionSettingsRequestContent);
    }
    {
    }
}

handles! {
    /// `attackProtection.breachedPasswordDetection`
    AttackProtectionBreachedPasswordDetection of Management
    {
        get GetAttackProtectionBreachedPasswordDetection "GET /attack-protection/breached-password-detection" ();
        update UpdateAttackProtectionBreachedPasswordDetection "PATCH /attack-protection/breached-password-detection" (body: UpdateBreachedPasswordDetectionSettingsRequestContent);
    }
    {
    }
}

handles! {
    /// `attackProtection.bruteForceProtection`
    AttackProtectionBruteForceProtection of Management
    {
        get GetAttackProtectionBruteForceProtection "GET /attack-protection/brute-force-protection" ();
        update UpdateAttackProtectionBruteForceProtection "PATCH /attack-protection/brute-force-protection" (body: UpdateBruteForceSettingsRequestContent);
    }
    {
    }
}

handles! {
    /// `attackProtection.captcha`
    AttackProtectionCaptcha of Management
    {
        get GetAttackProtectionCaptcha "GET /attack-protection/captcha" ();
        update UpdateAttackProtectionCaptcha "PATCH /attack-protection/captcha" (body: UpdateAttackProtectionCaptchaRequestContent);
    }
    {
    }
}

handles! {
    /// `attackProtection.phoneProviderProtection`
    AttackProtectionPhoneProviderProtection of Management
    {
        get GetAttackProtectionPhoneProviderProtection "GET /attack-protection/phone-provider-protection" ();
        patch PatchAttackProtectionPhoneProviderProtection "PATCH /attack-protection/phone-provider-protection" (body: PatchPhoneProviderProtectionRequestContent);
    }
    {
    }
}

handles! {
    /// `attackProtection.suspiciousIpThrottling`
    AttackProtectionSuspiciousIpThrottling of Management
    {
        get GetAttackProtectionSuspiciousIpThrottling "GET /attack-protection/suspicious-ip-throttling" ();
        update UpdateAttackProtectionSuspiciousIpThrottling "PATCH /attack-protection/suspicious-ip-throttling" (body: UpdateSuspiciousIpThrottlingSettingsRequestContent);
    }
    {
    }
}

handles! {
    /// `guardian`
    Guardian of Management
    {
        get GetGuardianSettings "GET /guardian/settings" ();
        set SetGuardianSettings "PUT /guardian/settings" (body: GuardianSettings);
    }
    {
        enrollments GuardianEnrollments;
        factors GuardianFactors;
        policies GuardianPolicies;
    }
}

handles! {
    /// `guardian.enrollments`
    GuardianEnrollments of Management
    {
        create_ticket CreateGuardianEnrollmentTicket "POST /guardian/enrollments/ticket" (body: CreateGuardianEnrollmentTicketRequestContent);
        delete DeleteGuardianEnrollment "DELETE /guardian/enrollments/{id}" (id: String);
        get GetGuardianEnrollment "GET /guardian/enrollments/{id}" (id: String);
    }
    {
    }
}

handles! {
    /// `guardian.factors`
    GuardianFactors of Management
    {
        list ListGuardianFactors "GET /guardian/factors" ();
        set SetGuardianFactor "PUT /guardian/factors/{name}" (name: GuardianFactorName, body: SetGuardianFactorRequestContent);
    }
    {
        duo GuardianFactorsDuo;
        email GuardianFactorsEmail;
        phone GuardianFactorsPhone;
        push_notification GuardianFactorsPushNotification;
        sms GuardianFactorsSms;
    }
}

handles! {
    /// `guardian.factors.duo`
    GuardianFactorsDuo of Management
    {
    }
    {
        settings GuardianFactorsDuoSettings;
    }
}

handles! {
    /// `guardian.factors.duo.settings`
    GuardianFactorsDuoSettings of Management
    {
        get GetGuardianFactorDuoSettings "GET /guardian/factors/duo/settings" ();
        set SetGuardianFactorDuoSettings "PUT /guardian/factors/duo/settings" (body: SetGuardianFactorDuoSettingsRequestContent);
        update UpdateGuardianFactorDuoSettings "PATCH /guardian/factors/duo/settings" (body: UpdateGuardianFactorDuoSettingsRequestContent);
    }
    {
    }
}

handles! {
    /// `guardian.factors.email`
    GuardianFactorsEmail of Management
    {
        get GetGuardianFactorEmail "GET /guardian/factors/email/settings" ();
        set SetGuardianFactorEmail "PUT /guardian/factors/email/settings" (body: EmailFactorSettings);
    }
    {
    }
}

handles! {
    /// `guardian.factors.phone`
    GuardianFactorsPhone of Management
    {
        get GetGuardianFactorPhone "GET /guardian/factors/phone/settings" ();
        get_message_types GetGuardianFactorPhoneMessageTypes "GET /guardian/factors/phone/message-types" ();
        get_selected_provider GetGuardianFactorPhoneSelectedProvider "GET /guardian/factors/phone/selected-provider" ();
        get_templates GetGuardianFactorPhoneTemplates "GET /guardian/factors/phone/templates" ();
        get_twilio_provider GetGuardianFactorPhoneTwilioProvider "GET /guardian/factors/phone/providers/twilio" ();
        set SetGuardianFactorPhone "PUT /guardian/factors/phone/settings" (body: PhoneFactorSettings);
        set_message_types SetGuardianFactorPhoneMessageTypes "PUT /guardian/factors/phone/message-types" (body: SetGuardianFactorPhoneMessageTypesRequestContent);
        set_provider SetGuardianFactorPhoneProvider "PUT /guardian/factors/phone/selected-provider" (body: SetGuardianFactorsProviderPhoneRequestContent);
        set_templates SetGuardianFactorPhoneTemplates "PUT /guardian/factors/phone/templates" (body: SetGuardianFactorPhoneTemplatesRequestContent);
        set_twilio_provider SetGuardianFactorPhoneTwilioProvider "PUT /guardian/factors/phone/providers/twilio" (body: SetGuardianFactorsProviderPhoneTwilioRequestContent);
    }
    {
    }
}

handles! {
    /// `guardian.factors.pushNotification`
    GuardianFactorsPushNotification of Management
    {
        get_apns_provider GetGuardianFactorPushNotificationApnsProvider "GET /guardian/factors/push-notification/providers/apns" ();
        get_selected_provider GetGuardianFactorPushNotificationSelectedProvider "GET /guardian/factors/push-notification/selected-provider" ();
        get_sns_provider GetGuardianFactorPushNotificationSnsProvider "GET /guardian/factors/push-notification/providers/sns" ();
        set_apns_provider SetGuardianFactorPushNotificationApnsProvider "PUT /guardian/factors/push-notification/providers/apns" (body: SetGuardianFactorsProviderPushNotificationApnsRequestContent);
        set_fcm_provider SetGuardianFactorPushNotificationFcmProvider "PUT /guardian/factors/push-notification/providers/fcm" (body: SetGuardianFactorsProviderPushNotificationFcmRequestContent);
        set_fcmv1_provider SetGuardianFactorPushNotificationFcmv1Provider "PUT /guardian/factors/push-notification/providers/fcmv1" (body: SetGuardianFactorsProviderPushNotificationFcmv1RequestContent);
        set_provider SetGuardianFactorPushNotificationProvider "PUT /guardian/factors/push-notification/selected-provider" (body: SetGuardianFactorsProviderPushNotificationRequestContent);
        set_sns_provider SetGuardianFactorPushNotificationSnsProvider "PUT /guardian/factors/push-notification/providers/sns" (body: SetGuardianFactorsProviderPushNotificationSnsRequestContent);
        update_apns_provider UpdateGuardianFactorPushNotificationApnsProvider "PATCH /guardian/factors/push-notification/providers/apns" (body: UpdateGuardianFactorsProviderPushNotificationApnsRequestContent);
        update_fcm_provider UpdateGuardianFactorPushNotificationFcmProvider "PATCH /guardian/factors/push-notification/providers/fcm" (body: UpdateGuardianFactorsProviderPushNotificationFcmRequestContent);
        update_fcmv1_provider UpdateGuardianFactorPushNotificationFcmv1Provider "PATCH /guardian/factors/push-notification/providers/fcmv1" (body: UpdateGuardianFactorsProviderPushNotificationFcmv1RequestContent);
        update_sns_provider UpdateGuardianFactorPushNotificationSnsProvider "PATCH /guardian/factors/push-notification/providers/sns" (body: UpdateGuardianFactorsProviderPushNotificationSnsRequestContent);
    }
    {
    }
}

handles! {
    /// `guardian.factors.sms`
    GuardianFactorsSms of Management
    {
        #[deprecated = "Auth0 advises against it"]
        get_selected_provider GetGuardianFactorSmsSelectedProvider "GET /guardian/factors/sms/selected-provider" ();
        #[deprecated = "Auth0 advises against it"]
        get_templates GetGuardianFactorSmsTemplates "GET /guardian/factors/sms/templates" ();
        get_twilio_provider GetGuardianFactorSmsTwilioProvider "GET /guardian/factors/sms/providers/twilio" ();
        #[deprecated = "Auth0 advises against it"]
        set_provider SetGuardianFactorSmsProvider "PUT /guardian/factors/sms/selected-provider" (body: SetGuardianFactorsProviderSmsRequestContent);
        #[deprecated = "Auth0 advises against it"]
        set_templates SetGuardianFactorSmsTemplates "PUT /guardian/factors/sms/templates" (body: SetGuardianFactorSmsTemplatesRequestContent);
        #[deprecated = "Auth0 advises against it"]
        set_twilio_provider SetGuardianFactorSmsTwilioProvider "PUT /guardian/factors/sms/providers/twilio" (body: SetGuardianFactorsProviderSmsTwilioRequestContent);
    }
    {
    }
}

handles! {
    /// `guardian.policies`
    GuardianPolicies of Management
    {
        list ListGuardianPolicies "GET /guardian/policies" ();
        set SetGuardianPolicies "PUT /guardian/policies" (body: Vec<MfaPolicy>);
    }
    {
    }
}

handles! {
    /// `keys`
    Keys of Management
    {
    }
    {
        custom_signing KeysCustomSigning;
        encryption KeysEncryption;
        network_acls KeysNetworkAcls;
        signing KeysSigning;
    }
}

handles! {
    /// `keys.customSigning`
    KeysCustomSigning of Management
    {
        delete DeleteKeyCustomSigning "DELETE /keys/custom-signing" ();
        get GetKeyCustomSigning "GET /keys/custom-signing" ();
        set SetKeyCustomSigning "PUT /keys/custom-signing" (body: SetCustomSigningKeysRequestContent);
    }
    {
    }
}

handles! {
    /// `keys.encryption`
    KeysEncryption of Management
    {
        create CreateKeyEncryption "POST /keys/encryption" (body: CreateEncryptionKeyRequestContent);
        create_public_wrapping_key CreateKeyEncryptionPublicWrappingKey "POST /keys/encryption/{kid}/wrapping-key" (kid: String);
        delete DeleteKeyEncryption "DELETE /keys/encryption/{kid}" (kid: String);
        get GetKeyEncryption "GET /keys/encryption/{kid}" (kid: String);
        import ImportKeyEncryption "POST /keys/encryption/{kid}" (kid: String, body: ImportEncryptionKeyRequestContent);
        list ListKeyEncryption "GET /keys/encryption" ();
        rekey RekeyKeyEncryption "POST /keys/encryption/rekey" ();
    }
    {
    }
}

handles! {
    /// `keys.networkAcls`
    KeysNetworkAcls of Management
    {
        create CreateNetworkAclKey "POST /keys/network-acls" (body: CreateNetworkAclKeyRequestContent);
        delete DeleteNetworkAclKey "DELETE /keys/network-acls/{id}" (id: String);
        get GetNetworkAclKey "GET /keys/network-acls/{id}" (id: String);
        list ListNetworkAclKeys "GET /keys/network-acls" ();
    }
    {
    }
}

handles! {
    /// `keys.signing`
    KeysSigning of Management
    {
        get GetSigningKey "GET /keys/signing/{kid}" (kid: String);
        list ListSigningKeys "GET /keys/signing" ();
        revoke RevokeSigningKey "PUT /keys/signing/{kid}/revoke" (kid: String);
        rotate RotateSigningKeys "POST /keys/signing/rotate" ();
    }
    {
    }
}

handles! {
    /// `networkAcls`
    NetworkAcls of Management
    {
        create CreateNetworkAcl "POST /network-acls" (body: CreateNetworkAclRequestContent);
        delete DeleteNetworkAcl "DELETE /network-acls/{id}" (id: String);
        get GetNetworkAcl "GET /network-acls/{id}" (id: String);
        list ListNetworkAcls "GET /network-acls" ();
        set SetNetworkAcl "PUT /network-acls/{id}" (id: String, body: SetNetworkAclRequestContent);
        update UpdateNetworkAcl "PATCH /network-acls/{id}" (id: String, body: UpdateNetworkAclRequestContent);
    }
    {
    }
}

handles! {
    /// `rateLimitPolicies`
    RateLimitPolicies of Management
    {
        create CreateRateLimitPolicy "POST /rate-limit-policies" (body: CreateRateLimitPolicyRequestContent);
        delete DeleteRateLimitPolicy "DELETE /rate-limit-policies/{id}" (id: String);
        get GetRateLimitPolicy "GET /rate-limit-policies/{id}" (id: String);
        list ListRateLimitPolicies "GET /rate-limit-policies" ();
        update UpdateRateLimitPolicy "PATCH /rate-limit-policies/{id}" (id: String, body: PatchRateLimitPolicyRequestContent);
    }
    {
    }
}

handles! {
    /// `riskAssessments`
    RiskAssessments of Management
    {
    }
    {
        settings RiskAssessmentsSettings;
    }
}

handles! {
    /// `riskAssessments.settings`
    RiskAssessmentsSettings of Management
    {
        get GetRiskAssessmentSettings "GET /risk-assessments/settings" ();
        update UpdateRiskAssessmentSettings "PATCH /risk-assessments/settings" (body: UpdateRiskAssessmentsSettingsRequestContent);
    }
    {
        new_device RiskAssessmentsSettingsNewDevice;
    }
}

handles! {
    /// `riskAssessments.settings.newDevice`
    RiskAssessmentsSettingsNewDevice of Management
    {
        get GetRiskAssessmentSettingsNewDevice "GET /risk-assessments/settings/new-device" ();
        update UpdateRiskAssessmentSettingsNewDevice "PATCH /risk-assessments/settings/new-device" (body: UpdateRiskAssessmentsSettingsNewDeviceRequestContent);
    }
    {
    }
}

handles! {
    /// `supplementalSignals`
    SupplementalSignals of Management
    {
        get GetSupplementalSignals "GET /supplemental-signals" ();
        patch PatchSupplementalSignals "PATCH /supplemental-signals" (body: UpdateSupplementalSignalsRequestContent);
    }
    {
    }
}
