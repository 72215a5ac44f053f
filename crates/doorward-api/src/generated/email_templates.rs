// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `emailTemplates` and what they speak of.

use crate::wire::prelude::*;

operation! {
    CreateEmailTemplate of Management "emailTemplates.create" POST "/email-templates"
    ["create:email_templates"] -> SetEmailTemplateResponseContent
    {
        body body "body": CreateEmailTemplateRequestContent,
    }
    {}
}

operation! {
    GetEmailTemplate of Management "emailTemplates.get" GET "/email-templates/{templateName}"
    ["read:email_templates"] -> EmailTemplate
    {
        path template_name "templateName": EmailTemplateName,
    }
    {}
}

operation! {
    SetEmailTemplate of Management "emailTemplates.set" PUT "/email-templates/{templateName}"
    ["update:email_templates"] -> SetEmailTemplateResponseContent
    {
        path template_name "templateName": EmailTemplateName,
        body body "body": SetEmailTemplateRequestContent,
    }
    {}
}

operation! {
    UpdateEmailTemplate of Management "emailTemplates.update" PATCH "/email-templates/{templateName}"
    ["update:email_templates"] -> EmailTemplate
    {
        path template_name "templateName": EmailTemplateName,
        body body "body": UpdateEmailTemplateRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<CreateEmailTemplate>(),
    NamedOperation::of::<GetEmailTemplate>(),
    NamedOperation::of::<SetEmailTemplate>(),
    NamedOperation::of::<UpdateEmailTemplate>(),
];

object! {
    /// `CreateEmailTemplateRequestContent`
    CreateEmailTemplateRequestContent (template: EmailTemplateName) {
        template "template": EmailTemplateName,
        body "body": Nullable<String>,
        from "from": Nullable<String>,
        result_url "resultUrl": Nullable<String>,
        subject "subject": Nullable<String>,
        syntax "syntax": Nullable<String>,
        /// (at least 0)
        url_lifetime_in_seconds "urlLifetimeInSeconds": Nullable<Number>,
        include_email_in_redirect "includeEmailInRedirect": Option<bool>,
        enabled "enabled": Nullable<bool>,
    }
}

object! {
    /// `EmailTemplate`
    EmailTemplate {
        template "template": Option<EmailTemplateName>,
        body "body": Option<String>,
        from "from": Option<String>,
        result_url "resultUrl": Option<String>,
        subject "subject": Option<String>,
        syntax "syntax": Option<String>,
        /// (at least 0)
        url_lifetime_in_seconds "urlLifetimeInSeconds": Option<Number>,
        include_email_in_redirect "includeEmailInRedirect": Option<bool>,
        enabled "enabled": Option<bool>,
    }
}

string_enum! {
    /// `EmailTemplateName`
    EmailTemplateName {
        VerifyEmail = "verify_email",
        VerifyEmailByCode = "verify_email_by_code",
        AuthEmailByCode = "auth_email_by_code",
        ResetEmail = "reset_email",
        ResetEmailByCode = "reset_email_by_code",
        WelcomeEmail = "welcome_email",
        BlockedAccount = "blocked_account",
        StolenCredentials = "stolen_credentials",
        EnrollmentEmail = "enrollment_email",
        MfaOobCode = "mfa_oob_code",
        UserInvitation = "user_invitation",
        ChangePassword = "change_password",
        PasswordReset = "password_reset",
        AsyncApproval = "async_approval",
    }
}

object! {
    /// `SetEmailTemplateRequestContent`
    SetEmailTemplateRequestContent (template: EmailTemplateName) {
        template "template": EmailTemplateName,
        body "body": Nullable<String>,
        from "from": Nullable<String>,
        result_url "resultUrl": Nullable<String>,
        subject "subject": Nullable<String>,
        syntax "syntax": Nullable<String>,
        /// (at least 0)
        url_lifetime_in_seconds "urlLifetimeInSeconds": Nullable<Number>,
        include_email_in_redirect "includeEmailInRedirect": Option<bool>,
        enabled "enabled": Nullable<bool>,
    }
}

object! {
    /// `SetEmailTemplateResponseContent`
    SetEmailTemplateResponseContent (template: EmailTemplateName) {
        template "template": EmailTemplateName,
        body "body": Option<String>,
        from "from": Option<String>,
        result_url "resultUrl": Option<String>,
        subject "subject": Option<String>,
        syntax "syntax": Option<String>,
        /// (at least 0)
        url_lifetime_in_seconds "urlLifetimeInSeconds": Option<Number>,
        include_email_in_redirect "includeEmailInRedirect": Option<bool>,
        enabled "enabled": Option<bool>,
    }
}

object! {
    /// `UpdateEmailTemplateRequestContent`
    UpdateEmailTemplateRequestContent {
        template "template": Option<EmailTemplateName>,
        body "body": Nullable<String>,
        from "from": Nullable<String>,
        result_url "resultUrl": Nullable<String>,
        subject "subject": Nullable<String>,
        syntax "syntax": Nullable<String>,
        /// (at least 0)
        url_lifetime_in_seconds "urlLifetimeInSeconds": Nullable<Number>,
        include_email_in_redirect "includeEmailInRedirect": Option<bool>,
        enabled "enabled": Nullable<bool>,
    }
}
