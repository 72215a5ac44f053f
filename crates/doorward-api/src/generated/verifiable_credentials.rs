// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `verifiableCredentials` and what they speak of.

use crate::wire::prelude::*;

operation! {
    CreateVerifiableCredentialVerificationTemplate of Management "verifiableCredentials.verification.templates.create" POST "/verifiable-credentials/verification/templates"
    ["create:vdcs_templates"] -> VerifiableCredentialTemplateResponse
    {
        body body "body": CreateVerifiableCredentialTemplateRequestContent,
    }
    {}
}

operation! {
    DeleteVerifiableCredentialVerificationTemplate of Management "verifiableCredentials.verification.templates.delete" DELETE "/verifiable-credentials/verification/templates/{id}"
    ["delete:vdcs_templates"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetVerifiableCredentialVerificationTemplate of Management "verifiableCredentials.verification.templates.get" GET "/verifiable-credentials/verification/templates/{id}"
    ["read:vdcs_templates"] -> VerifiableCredentialTemplateResponse
    {
        path id "id": String,
    }
    {}
}

operation! {
    ListVerifiableCredentialVerificationTemplates of Management "verifiableCredentials.verification.templates.list" GET "/verifiable-credentials/verification/templates"
    ["read:vdcs_templates"] -> ListVerifiableCredentialTemplatesPaginatedResponseContent
    {}
    {
        query from "from": Option<String>,
        query take "take": Option<i64>,
    }
}

list! { ListVerifiableCredentialVerificationTemplates: VerifiableCredentialTemplateResponse, by_cursor }

operation! {
    UpdateVerifiableCredentialVerificationTemplate of Management "verifiableCredentials.verification.templates.update" PATCH "/verifiable-credentials/verification/templates/{id}"
    ["update:vdcs_templates"] -> VerifiableCredentialTemplateResponse
    {
        path id "id": String,
        body body "body": UpdateVerifiableCredentialTemplateRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateVerifiableCredentialVerificationTemplate>(),
    NamedOperation::of::<DeleteVerifiableCredentialVerificationTemplate>(),
    NamedOperation::of::<GetVerifiableCredentialVerificationTemplate>(),
    NamedOperation::of::<ListVerifiableCredentialVerificationTemplates>(),
    NamedOperation::of::<UpdateVerifiableCredentialVerificationTemplate>(),
];

object! {
    /// `CreateVerifiableCredentialTemplateRequestContent`
    CreateVerifiableCredentialTemplateRequestContent (name: String, type_: String, dialect: String, presentation: MdlPresentationRequest, well_known_trusted_issuers: String) {
        /// (1 to 255 characters)
        name "name": String,
        /// (1 to 255 characters)
        type_ "type": String,
        /// (at most 255 characters)
        dialect "dialect": String,
        presentation "presentation": MdlPresentationRequest,
        /// (1 to 4096 characters)
        custom_certificate_authority "custom_certificate_authority": Nullable<String>,
        /// (1 to 255 characters)
        well_known_trusted_issuers "well_known_trusted_issuers": String,
    }
}

object! {
    /// `ListVerifiableCredentialTemplatesPaginatedResponseContent`
    ListVerifiableCredentialTemplatesPaginatedResponseContent {
        next "next": Option<String>,
        templates "templates": Option<Vec<VerifiableCredentialTemplateResponse>>,
    }
}

envelope! { object ListVerifiableCredentialTemplatesPaginatedResponseContent.templates: VerifiableCredentialTemplateResponse, next next }

object! {
    /// `MdlPresentationProperties`
    MdlPresentationProperties {
        family_name "family_name": Option<bool>,
        given_name "given_name": Option<bool>,
        birth_date "birth_date": Option<bool>,
        issue_date "issue_date": Option<bool>,
        expiry_date "expiry_date": Option<bool>,
        issuing_country "issuing_country": Option<bool>,
        issuing_authority "issuing_authority": Option<bool>,
        portrait "portrait": Option<bool>,
        driving_privileges "driving_privileges": Option<bool>,
        resident_address "resident_address": Option<bool>,
        portrait_capture_date "portrait_capture_date": Option<bool>,
        age_in_years "age_in_years": Option<bool>,
        age_birth_year "age_birth_year": Option<bool>,
        issuing_jurisdiction "issuing_jurisdiction": Option<bool>,
        nationality "nationality": Option<bool>,
        resident_city "resident_city": Option<bool>,
        resident_state "resident_state": Option<bool>,
        resident_postal_code "resident_postal_code": Option<bool>,
        resident_country "resident_country": Option<bool>,
        family_name_national_character "family_name_national_character": Option<bool>,
        given_name_national_character "given_name_national_character": Option<bool>,
    }
}

object! {
    /// `MdlPresentationRequest`
    MdlPresentationRequest (org_iso_18013_5_1_m_dl: MdlPresentationRequestProperties) {
        org_iso_18013_5_1_m_dl "org.iso.18013.5.1.mDL": MdlPresentationRequestProperties,
    }
}

object! {
    /// `MdlPresentationRequestProperties`
    MdlPresentationRequestProperties (org_iso_18013_5_1: MdlPresentationProperties) {
        /// (at least 1 members)
        org_iso_18013_5_1 "org.iso.18013.5.1": MdlPresentationProperties,
    }
}

object! {
    /// `UpdateVerifiableCredentialTemplateRequestContent`
    UpdateVerifiableCredentialTemplateRequestContent {
        /// (1 to 255 characters)
        name "name": Nullable<String>,
        /// (1 to 255 characters)
        type_ "type": Nullable<String>,
        /// (at most 255 characters)
        dialect "dialect": Nullable<String>,
        presentation "presentation": Option<MdlPresentationRequest>,
        /// (1 to 255 characters)
        well_known_trusted_issuers "well_known_trusted_issuers": Nullable<String>,
        version "version": Nullable<Number>,
    }
}

object! {
    /// `VerifiableCredentialTemplateResponse`
    VerifiableCredentialTemplateResponse {
        id "id": Option<String>,
        name "name": Option<String>,
        type_ "type": Option<String>,
        /// (at most 255 characters)
        dialect "dialect": Option<String>,
        presentation "presentation": Option<MdlPresentationRequest>,
        /// (1 to 4096 characters)
        custom_certificate_authority "custom_certificate_authority": Option<String>,
        /// (1 to 255 characters)
        well_known_trusted_issuers "well_known_trusted_issuers": Option<String>,
        /// (format `date-time`)
        created_at "created_at": Option<String>,
        /// (format `date-time`)
        updated_at "updated_at": Option<String>,
    }
}
