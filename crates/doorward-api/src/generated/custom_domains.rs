// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `customDomains` and what they speak of.

use crate::wire::prelude::*;

operation! {
    CreateCustomDomain of Management "customDomains.create" POST "/custom-domains"
    ["create:custom_domains"] -> CreateCustomDomainResponseContent
    {
        body body "body": CreateCustomDomainRequestContent,
    }
    {}
}

operation! {
    DeleteCustomDomain of Management "customDomains.delete" DELETE "/custom-domains/{id}"
    ["delete:custom_domains"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetCustomDomain of Management "customDomains.get" GET "/custom-domains/{id}"
    ["read:custom_domains"] -> CustomDomain
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetCustomDomainDefault of Management "customDomains.getDefault" GET "/custom-domains/default"
    ["read:custom_domains"] -> DefaultDomain
    {}
    {}
}

operation! {
    ListCustomDomains of Management "customDomains.list" GET "/custom-domains"
    ["read:custom_domains"] -> ListCustomDomainsResponseContent
    {}
    {
        query take "take": Option<i64>,
        query from "from": Option<String>,
        query q "q": Option<String>,
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
        query sort "sort": Option<String>,
    }
}

list! { ListCustomDomains: CustomDomain, by_cursor }

operation! {
    SetCustomDomainDefault of Management "customDomains.setDefault" PATCH "/custom-domains/default"
    ["update:custom_domains"] -> DefaultDomain
    {
        body body "body": SetDefaultCustomDomainRequestContent,
    }
    {}
}

operation! {
    TestCustomDomains of Management "customDomains.test" POST "/custom-domains/{id}/test"
    ["read:custom_domains"] -> TestCustomDomainResponseContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    UpdateCustomDomain of Management "customDomains.update" PATCH "/custom-domains/{id}"
    ["update:custom_domains"] -> CreateCustomDomainResponseContent
    {
        path id "id": String,
        body body "body": UpdateCustomDomainRequestContent,
    }
    {}
}

operation! {
    VerifyCustomDomains of Management "customDomains.verify" POST "/custom-domains/{id}/verify"
    ["create:custom_domains"] -> VerifyCustomDomainResponseContent
    {
        path id "id": String,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateCustomDomain>(),
    NamedOperation::of::<DeleteCustomDomain>(),
    NamedOperation::of::<GetCustomDomain>(),
    NamedOperation::of::<GetCustomDomainDefault>(),
    NamedOperation::of::<ListCustomDomains>(),
    NamedOperation::of::<SetCustomDomainDefault>(),
    NamedOperation::of::<TestCustomDomains>(),
    NamedOperation::of::<UpdateCustomDomain>(),
    NamedOperation::of::<VerifyCustomDomains>(),
];

object! {
    /// `CreateCustomDomainRequestContent`
    CreateCustomDomainRequestContent (domain: String, type_: CustomDomainProvisioningType) {
        /// (3 to 255 characters)
        domain "domain": String,
        type_ "type": CustomDomainProvisioningType,
        verification_method "verification_method": Option<CustomDomainVerificationMethod>,
        tls_policy "tls_policy": Option<CustomDomainTlsPolicy>,
        custom_client_ip_header "custom_client_ip_header": Nullable<CustomDomainCustomClientIpHeaderEnum>,
        /// (at most 10 members)
        domain_metadata "domain_metadata": Option<BTreeMap<String, String>>,
        /// (at most 255 characters, format `hostname`)
        relying_party_identifier "relying_party_identifier": Option<String>,
    }
}

object! {
    /// `CreateCustomDomainResponseContent`
    CreateCustomDomainResponseContent (custom_domain_id: String, domain: String, primary: bool, status: CustomDomainStatusFilter, type_: CustomDomainType, verification: DomainVerification) {
        custom_domain_id "custom_domain_id": String,
        domain "domain": String,
        primary "primary": bool,
        is_default "is_default": Option<bool>,
        status "status": CustomDomainStatusFilter,
        type_ "type": CustomDomainType,
        verification "verification": DomainVerification,
        custom_client_ip_header "custom_client_ip_header": Option<String>,
        tls_policy "tls_policy": Option<String>,
        /// (at most 10 members)
        domain_metadata "domain_metadata": Option<BTreeMap<String, String>>,
        certificate "certificate": Option<DomainCertificate>,
        /// (format `hostname`)
        relying_party_identifier "relying_party_identifier": Option<String>,
    }
}

object! {
    /// `CustomDomain`
    CustomDomain {
        custom_domain_id "custom_domain_id": Option<String>,
        domain "domain": Option<String>,
        primary "primary": Option<bool>,
        is_default "is_default": Option<bool>,
        status "status": Option<CustomDomainStatusFilter>,
        type_ "type": Option<CustomDomainType>,
        origin_domain_name "origin_domain_name": Option<String>,
        verification "verification": Option<DomainVerification>,
        custom_client_ip_header "custom_client_ip_header": Option<String>,
        tls_policy "tls_policy": Option<String>,
        /// (at most 10 members)
        domain_metadata "domain_metadata": Option<BTreeMap<String, String>>,
        certificate "certificate": Option<DomainCertificate>,
        /// (format `hostname`)
        relying_party_identifier "relying_party_identifier": Option<String>,
    } in_union
}

string_enum! {
    /// `CustomDomainCustomClientIpHeaderEnum`
    CustomDomainCustomClientIpHeaderEnum {
        TrueClientIp = "true-client-ip",
        CfConnectingIp = "cf-connecting-ip",
        XForwardedFor = "x-forwarded-for",
        XAzureClientip = "x-azure-clientip",
        Empty = "",
    }
}

string_enum! {
    /// `CustomDomainProvisioningType`
    CustomDomainProvisioningType {
        Auth0ManagedCerts = "auth0_managed_certs",
        SelfManagedCerts = "self_managed_certs",
    }
}

string_enum! {
    /// `CustomDomainStatusFilter`
    CustomDomainStatusFilter {
        PendingVerification = "pending_verification",
        Ready = "ready",
        Failed = "failed",
    }
}

string_enum! {
    /// `CustomDomainTlsPolicy`
    CustomDomainTlsPolicy {
        Recommended = "recommended",
    }
}

string_enum! {
    /// `CustomDomainType`
    CustomDomainType {
        Auth0ManagedCerts = "auth0_managed_certs",
        SelfManagedCerts = "self_managed_certs",
    }
}

string_enum! {
    /// `CustomDomainVerificationMethod`
    CustomDomainVerificationMethod {
        Txt = "txt",
    }
}

object! {
    /// `DefaultCanonicalDomain`
    DefaultCanonicalDomain (domain: String) {
        domain "domain": String,
    } in_union
}

union! {
    /// `DefaultDomain`
    DefaultDomain {
        CustomDomain(Box<CustomDomain>),
        DefaultCanonicalDomain(DefaultCanonicalDomain),
    }
}

object! {
    /// `DomainCertificate`
    DomainCertificate {
        status "status": Option<DomainCertificateStatus>,
        error_msg "error_msg": Option<String>,
        certificate_authority "certificate_authority": Option<DomainCertificateAuthority>,
        renews_before "renews_before": Option<String>,
    }
}

string_enum! {
    /// `DomainCertificateAuthority`
    DomainCertificateAuthority {
        Letsencrypt = "letsencrypt",
        Googletrust = "googletrust",
    }
}

string_enum! {
    /// `DomainCertificateStatus`
    DomainCertificateStatus {
        Provisioning = "provisioning",
        ProvisioningFailed = "provisioning_failed",
        Provisioned = "provisioned",
        RenewingFailed = "renewing_failed",
    }
}

object! {
    /// `DomainVerification`
    DomainVerification {
        /// (at least 1 items)
        methods "methods": Option<Vec<DomainVerificationMethod>>,
        status "status": Option<DomainVerificationStatus>,
        error_msg "error_msg": Option<String>,
        last_verified_at "last_verified_at": Option<String>,
    }
}

object! {
    /// `DomainVerificationMethod`
    DomainVerificationMethod (name: DomainVerificationMethodName, record: String) {
        name "name": DomainVerificationMethodName,
        record "record": String,
        domain "domain": Option<String>,
    }
}

string_enum! {
    /// `DomainVerificationMethodName`
    DomainVerificationMethodName {
        Cname = "cname",
        Txt = "txt",
    }
}

string_enum! {
    /// `DomainVerificationStatus`
    DomainVerificationStatus {
        Verified = "verified",
        Pending = "pending",
        Failed = "failed",
    }
}

object! {
    /// `ListCustomDomainsPaginatedResponseContent`
    ListCustomDomainsPaginatedResponseContent (custom_domains: Vec<CustomDomain>) {
        custom_domains "custom_domains": Vec<CustomDomain>,
        next "next": Option<String>,
    } in_union
}

envelope! { object ListCustomDomainsPaginatedResponseContent.custom_domains: CustomDomain, next next }

union! {
    /// `ListCustomDomainsResponseContent`
    ListCustomDomainsResponseContent {
        List(Vec<CustomDomain>),
        Checkpoint(ListCustomDomainsPaginatedResponseContent),
    }
}

envelope! { union ListCustomDomainsResponseContent: CustomDomain, List Checkpoint }

object! {
    /// `SetDefaultCustomDomainRequestContent`
    SetDefaultCustomDomainRequestContent (domain: String) {
        /// (3 to 255 characters)
        domain "domain": String,
    }
}

object! {
    /// `TestCustomDomainResponseContent`
    TestCustomDomainResponseContent (success: bool) {
        success "success": bool,
        message "message": Option<String>,
    }
}

object! {
    /// `UpdateCustomDomainRequestContent`
    UpdateCustomDomainRequestContent {
        tls_policy "tls_policy": Option<CustomDomainTlsPolicy>,
        custom_client_ip_header "custom_client_ip_header": Nullable<CustomDomainCustomClientIpHeaderEnum>,
        /// (at most 10 members)
        domain_metadata "domain_metadata": Option<BTreeMap<String, String>>,
        /// (at most 255 characters, format `hostname`)
        relying_party_identifier "relying_party_identifier": Nullable<String>,
    }
}

object! {
    /// `VerifyCustomDomainResponseContent`
    VerifyCustomDomainResponseContent (custom_domain_id: String, domain: String, primary: bool, status: CustomDomainStatusFilter, type_: CustomDomainType) {
        custom_domain_id "custom_domain_id": String,
        domain "domain": String,
        primary "primary": bool,
        status "status": CustomDomainStatusFilter,
        type_ "type": CustomDomainType,
        cname_api_key "cname_api_key": Option<String>,
        origin_domain_name "origin_domain_name": Option<String>,
        verification "verification": Option<DomainVerification>,
        custom_client_ip_header "custom_client_ip_header": Option<String>,
        tls_policy "tls_policy": Option<String>,
        /// (at most 10 members)
        domain_metadata "domain_metadata": Option<BTreeMap<String, String>>,
        certificate "certificate": Option<DomainCertificate>,
    }
}
