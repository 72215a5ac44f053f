// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `riskAssessments` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    GetRiskAssessmentSettings of Management "riskAssessments.settings.get" GET "/risk-assessments/settings"
    ["read:attack_protection"] -> RiskAssessmentsSettings
    {}
    {}
}

operation! {
    GetRiskAssessmentSettingsNewDevice of Management "riskAssessments.settings.newDevice.get" GET "/risk-assessments/settings/new-device"
    ["read:attack_protection"] -> RiskAssessmentsSettingsNewDevice
    {}
    {}
}

operation! {
    UpdateRiskAssessmentSettingsNewDevice of Management "riskAssessments.settings.newDevice.update" PATCH "/risk-assessments/settings/new-device"
    ["update:attack_protection"] -> RiskAssessmentsSettingsNewDevice
    {
        body body "body": UpdateRiskAssessmentsSettingsNewDeviceRequestContent,
    }
    {}
}

operation! {
    UpdateRiskAssessmentSettings of Management "riskAssessments.settings.update" PATCH "/risk-assessments/settings"
    ["update:attack_protection"] -> RiskAssessmentsSettings
    {
        body body "body": UpdateRiskAssessmentsSettingsRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<GetRiskAssessmentSettings>(),
    NamedOperation::of::<GetRiskAssessmentSettingsNewDevice>(),
    NamedOperation::of::<UpdateRiskAssessmentSettingsNewDevice>(),
    NamedOperation::of::<UpdateRiskAssessmentSettings>(),
];

object! {
    /// `RiskAssessmentsSettingsNewDevice`
    RiskAssessmentsSettingsNewDevice (remember_for: i64) {
        /// (1 to 365)
        remember_for "remember_for": i64,
    }
}

object! {
    /// `UpdateRiskAssessmentsSettingsNewDeviceRequestContent`
    UpdateRiskAssessmentsSettingsNewDeviceRequestContent (remember_for: i64) {
        /// (1 to 365)
        remember_for "remember_for": i64,
    }
}

object! {
    /// `UpdateRiskAssessmentsSettingsRequestContent`
    UpdateRiskAssessmentsSettingsRequestContent (enabled: bool) {
        enabled "enabled": bool,
    }
}
