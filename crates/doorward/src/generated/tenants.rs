// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The groups of operations, each a handle.

use doorward_api::management::*;
use doorward_api::wire::prelude::arguments::*;

use crate::api_client::{handles, roots};

roots! {
    Management
    experimentation Experimentation;
    tenants Tenants;
    verifiable_credentials VerifiableCredentials;
}

handles! {
    /// `experimentation`
    Experimentation of Management
    {
    }
    {
        experiments ExperimentationExperiments;
        feature_flags ExperimentationFeatureFlags;
        segments ExperimentationSegments;
    }
}

handles! {
    /// `experimentation.experiments`
    ExperimentationExperiments of Management
    {
        advance_ramp AdvanceExperimentationExperimentRamp "POST /experimentation/experiments/{id}/advance-ramp" (id: String, body: AdvanceRampRequestContent);
        create CreateExperimentationExperiment "POST /experimentation/experiments" (body: CreateExperimentRequestContent);
        delete DeleteExperimentationExperiment "DELETE /experimentation/experiments/{id}" (id: String);
        get GetExperimentationExperiment "GET /experimentation/experiments/{id}" (id: String);
        list ListExperimentationExperiments "GET /experimentation/experiments" ();
        update UpdateExperimentationExperiment "PATCH /experimentation/experiments/{id}" (id: String, body: UpdateExperimentRequestContent);
        update_status UpdateExperimentationExperimentStatus "POST /experimentation/experiments/{id}/status" (id: String, body: UpdateExperimentStatusRequestContent);
        validate ValidateExperimentationExperiments "POST /experimentation/experiments/{id}/validate" (id: String);
    }
    {
    }
}

handles! {
    /// `experimentation.featureFlags`
    ExperimentationFeatureFlags of Management
    {
        create CreateExperimentationFeatureFlag "POST /experimentation/feature-flags" (body: CreateFeatureFlagRequestContent);
        delete DeleteExperimentationFeatureFlag "DELETE /experimentation/feature-flags/{id}" (id: FeatureFlagId);
        get GetExperimentationFeatureFlag "GET /experimentation/feature-flags/{id}" (id: FeatureFlagId);
        list ListExperimentationFeatureFlags "GET /experimentation/feature-flags" ();
        update UpdateExperimentationFeatureFlag "PATCH /experimentation/feature-flags/{id}" (id: FeatureFlagId, body: UpdateFeatureFlagRequestContent);
        update_status UpdateExperimentationFeatureFlagStatus "POST /experimentation/feature-flags/{id}/status" (id: FeatureFlagId, body: UpdateFeatureFlagStatusRequestContent);
    }
    {
        variations ExperimentationFeatureFlagsVariations;
    }
}

handles! {
    /// `experimentation.featureFlags.variations`
    ExperimentationFeatureFlagsVariations of Management
    {
        create CreateExperimentationFeatureFlagVariation "POST /experimentation/feature-flags/{id}/variations" (id: FeatureFlagId, body: CreateVariationRequestContent);
        delete DeleteExperimentationFeatureFlagVariation "DELETE /experimentation/feature-flags/{id}/variations/{vid}" (id: FeatureFlagId, vid: VariationId);
        get GetExperimentationFeatureFlagVariation "GET /experimentation/feature-flags/{id}/variations/{vid}" (id: FeatureFlagId, vid: VariationId);
        list ListExperimentationFeatureFlagVariations "GET /experimentation/feature-flags/{id}/variations" (id: FeatureFlagId);
        update UpdateExperimentationFeatureFlagVariation "PATCH /experimentation/feature-flags/{id}/variations/{vid}" (id: FeatureFlagId, vid: VariationId, body: UpdateVariationRequestContent);
    }
    {
    }
}

handles! {
    /// `experimentation.segments`
    ExperimentationSegments of Management
    {
        create CreateExperimentationSegment "POST /experimentation/segments" (body: CreateSegmentRequestContent);
        delete DeleteExperimentationSegment "DELETE /experimentation/segments/{id}" (id: String);
        get GetExperimentationSegment "GET /experimentation/segments/{id}" (id: String);
        list ListExperimentationSegments "GET /experimentation/segments" ();
        update UpdateExperimentationSegment "PATCH /experimentation/segments/{id}" (id: String, body: UpdateSegmentRequestContent);
    }
    {
    }
}

handles! {
    /// `tenants`
    Tenants of Management
    {
    }
    {
        settings TenantsSettings;
    }
}

handles! {
    /// `tenants.settings`
    TenantsSettings of Management
    {
        get GetTenantSettings "GET /tenants/settings" ();
        update UpdateTenantSettings "PATCH /tenants/settings" (body: UpdateTenantSettingsRequestContent);
    }
    {
    }
}

handles! {
    /// `verifiableCredentials`
    VerifiableCredentials of Management
    {
    }
    {
        verification VerifiableCredentialsVerification;
    }
}

handles! {
    /// `verifiableCredentials.verification`
    VerifiableCredentialsVerification of Management
    {
    }
    {
        templates VerifiableCredentialsVerificationTemplates;
    }
}

handles! {
    /// `verifiableCredentials.verification.templates`
    VerifiableCredentialsVerificationTemplates of Management
    {
        create CreateVerifiableCredentialVerificationTemplate "POST /verifiable-credentials/verification/templates" (body: CreateVerifiableCredentialTemplateRequestContent);
        delete DeleteVerifiableCredentialVerificationTemplate "DELETE /verifiable-credentials/verification/templates/{id}" (id: String);
        get GetVerifiableCredentialVerificationTemplate "GET /verifiable-credentials/verification/templates/{id}" (id: String);
        list ListVerifiableCredentialVerificationTemplates "GET /verifiable-credentials/verification/templates" ();
        update UpdateVerifiableCredentialVerificationTemplate "PATCH /verifiable-credentials/verification/templates/{id}" (id: String, body: UpdateVerifiableCredentialTemplateRequestContent);
    }
    {
    }
}
