// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `emails` and what they speak of.

use crate::wire::prelude::*;

operation! {
    CreateEmailProvider of Management "emails.provider.create" POST "/emails/provider"
    ["create:email_provider"] -> EmailProvider
    {
        body body "body": CreateEmailProviderRequestContent,
    }
    {}
}

operation! {
    DeleteEmailProvider of Management "emails.provider.delete" DELETE "/emails/provider"
    ["delete:email_provider"] -> NoContent
    {}
    {}
}

operation! {
    GetEmailProvider of Management "emails.provider.get" GET "/emails/provider"
    ["read:email_provider"] -> EmailProvider
    {}
    {
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
    }
}

operation! {
    UpdateEmailProvider of Management "emails.provider.update" PATCH "/emails/provider"
    ["update:email_provider"] -> EmailProvider
    {
        body body "body": UpdateEmailProviderRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateEmailProvider>(),
    NamedOperation::of::<DeleteEmailProvider>(),
    NamedOperation::of::<GetEmailProvider>(),
    NamedOperation::of::<UpdateEmailProvider>(),
];

object! {
    /// `CreateEmailProviderRequestContent`
    CreateEmailProviderRequestContent (name: EmailProviderName, credentials: EmailProviderCredentialsSchema) {
        name "name": EmailProviderName,
        enabled "enabled": Option<bool>,
        default_from_address "default_from_address": Option<String>,
        credentials "credentials": EmailProviderCredentialsSchema,
        settings "settings": Nullable<Map<String, Value>>,
    }
}

string_enum! {
    /// `EmailMailgunRegion`
    EmailMailgunRegion {
        Eu = "eu",
    }
}

object! {
    /// `EmailProvider`
    EmailProvider {
        name "name": Option<String>,
        enabled "enabled": Option<bool>,
        default_from_address "default_from_address": Option<String>,
        credentials "credentials": Option<EmailProviderCredentials>,
        settings "settings": Option<Map<String, Value>>,
    }
}

object! {
    /// `EmailProviderCredentials`
    EmailProviderCredentials {
        api_user "api_user": Option<String>,
        region "region": Option<String>,
        smtp_host "smtp_host": Option<String>,
        smtp_port "smtp_port": Option<i64>,
        smtp_user "smtp_user": Option<String>,
    }
}

union! {
    /// `EmailProviderCredentialsSchema`
    EmailProviderCredentialsSchema {
        EmailProviderCredentialsSchema1(EmailProviderCredentialsSchema1),
        EmailProviderCredentialsSchema2(EmailProviderCredentialsSchema2),
        EmailProviderCredentialsSchema3(EmailProviderCredentialsSchema3),
        EmailProviderCredentialsSchema4(EmailProviderCredentialsSchema4),
        EmailProviderCredentialsSchema5(EmailProviderCredentialsSchema5),
        EmailProviderCredentialsSchema6(EmailProviderCredentialsSchema6),
        EmailProviderCredentialsSchema7(EmailProviderCredentialsSchema7),
        Object(Map<String, Value>),
    }
}

object! {
    /// `EmailProviderCredentialsSchema1`
    EmailProviderCredentialsSchema1 (api_key: String) {
        /// (at least 1 characters)
        api_key "api_key": String,
    } in_union
}

object! {
    /// `EmailProviderCredentialsSchema2`
    EmailProviderCredentialsSchema2 {
        /// (at least 1 characters)
        access_key_id "accessKeyId": Option<String>,
        /// (at least 1 characters)
        secret_access_key "secretAccessKey": Option<String>,
        /// (at least 1 characters)
        region "region": Option<String>,
    } in_union
}

object! {
    /// `EmailProviderCredentialsSchema3`
    EmailProviderCredentialsSchema3 {
        smtp_host "smtp_host": Option<String>,
        smtp_port "smtp_port": Option<i64>,
        /// (at least 1 characters)
        smtp_user "smtp_user": Option<String>,
        /// (at least 1 characters)
        smtp_pass "smtp_pass": Option<String>,
    } in_union
}

object! {
    /// `EmailProviderCredentialsSchema4`
    EmailProviderCredentialsSchema4 {
        /// (at least 1 characters)
        api_key "api_key": Option<String>,
        region "region": Option<EmailSparkPostRegion>,
    } in_union
}

object! {
    /// `EmailProviderCredentialsSchema5`
    EmailProviderCredentialsSchema5 {
        /// (at least 1 characters)
        api_key "api_key": Option<String>,
        /// (at least 4 characters)
        domain "domain": Option<String>,
        region "region": Option<EmailMailgunRegion>,
    } in_union
}

object! {
    /// `EmailProviderCredentialsSchema6`
    EmailProviderCredentialsSchema6 {
        /// (at least 1 characters)
        connection_string "connectionString": Option<String>,
    } in_union
}

object! {
    /// `EmailProviderCredentialsSchema7`
    EmailProviderCredentialsSchema7 {
        /// (at least 1 characters)
        tenant_id "tenantId": Option<String>,
        /// (at least 1 characters)
        client_id "clientId": Option<String>,
        /// (at least 1 characters)
        client_secret "clientSecret": Option<String>,
    } in_union
}

string_enum! {
    /// `EmailProviderName`
    EmailProviderName {
        Mailgun = "mailgun",
        Mandrill = "mandrill",
        Sendgrid = "sendgrid",
        Resend = "resend",
        Ses = "ses",
        Sparkpost = "sparkpost",
        Smtp = "smtp",
        AzureCs = "azure_cs",
        Ms365 = "ms365",
        Custom = "custom",
    }
}

string_enum! {
    /// `EmailSparkPostRegion`
    EmailSparkPostRegion {
        Eu = "eu",
    }
}

object! {
    /// `UpdateEmailProviderRequestContent`
    UpdateEmailProviderRequestContent {
        name "name": Option<EmailProviderName>,
        enabled "enabled": Option<bool>,
        default_from_address "default_from_address": Option<String>,
        credentials "credentials": Option<EmailProviderCredentialsSchema>,
        settings "settings": Nullable<Map<String, Value>>,
    }
}
