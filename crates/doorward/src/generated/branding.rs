// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The groups of operations, each a handle.

use doorward_api::management::*;
use doorward_api::wire::prelude::arguments::*;

use crate::api_client::{handles, roots};

roots! {
    Management
    branding Branding;
    custom_domains CustomDomains;
    email_templates EmailTemplates;
    emails Emails;
    prompts Prompts;
}

handles! {
    /// `branding`
    Branding of Management
    {
        get GetBranding "GET /branding" ();
        update UpdateBranding "PATCH /branding" (body: UpdateBrandingRequestContent);
    }
    {
        phone BrandingPhone;
        templates BrandingTemplates;
        themes BrandingThemes;
    }
}

handles! {
    /// `branding.phone`
    BrandingPhone of Management
    {
    }
    {
        providers BrandingPhoneProviders;
        templates BrandingPhoneTemplates;
    }
}

handles! {
    /// `branding.phone.providers`
    BrandingPhoneProviders of Management
    {
        create CreateBrandingPhoneProvider "POST /branding/phone/providers" (body: CreateBrandingPhoneProviderRequestContent);
        delete DeleteBrandingPhoneProvider "DELETE /branding/phone/providers/{id}" (id: String);
        get GetBrandingPhoneProvider "GET /branding/phone/providers/{id}" (id: String);
        list ListBrandingPhoneProviders "GET /branding/phone/providers" ();
        test TestBrandingPhoneProviders "POST /branding/phone/providers/{id}/try" (id: String, body: CreatePhoneProviderSendTestRequestContent);
        update UpdateBrandingPhoneProvider "PATCH /branding/phone/providers/{id}" (id: String, body: UpdateBrandingPhoneProviderRequestContent);
    }
    {
    }
}

handles! {
    /// `branding.phone.templates`
    BrandingPhoneTemplates of Management
    {
        create CreateBrandingPhoneTemplate "POST /branding/phone/templates" (body: CreatePhoneTemplateRequestContent);
        delete DeleteBrandingPhoneTemplate "DELETE /branding/phone/templates/{id}" (id: String);
        get GetBrandingPhoneTemplate "GET /branding/phone/templates/{id}" (id: String);
        list ListBrandingPhoneTemplates "GET /branding/phone/templates" ();
        reset ResetBrandingPhoneTemplates "PATCH /branding/phone/templates/{id}/reset" (id: String, body: Value);
        test TestBrandingPhoneTemplates "POST /branding/phone/templates/{id}/try" (id: String, body: CreatePhoneTemplateTestNotificationRequestContent);
        update UpdateBrandingPhoneTemplate "PATCH /branding/phone/templates/{id}" (id: String, body: UpdatePhoneTemplateRequestContent);
    }
    {
    }
}

handles! {
    /// `branding.templates`
    BrandingTemplates of Management
    {
        delete_universal_login DeleteBrandingTemplateUniversalLogin "DELETE /branding/templates/universal-login" ();
        get_universal_login GetBrandingTemplateUniversalLogin "GET /branding/templates/universal-login" ();
        update_universal_login UpdateBrandingTemplateUniversalLogin "PUT /branding/templates/universal-login" (body: UpdateUniversalLoginTemplateRequestContent);
    }
    {
    }
}

handles! {
    /// `branding.themes`
    BrandingThemes of Management
    {
        create CreateBrandingTheme "POST /branding/themes" (body: CreateBrandingThemeRequestContent);
        delete DeleteBrandingTheme "DELETE /branding/themes/{themeId}" (theme_id: String);
        get GetBrandingTheme "GET /branding/themes/{themeId}" (theme_id: String);
        get_default GetBrandingThemeDefault "GET /branding/themes/default" ();
        update UpdateBrandingTheme "PATCH /branding/themes/{themeId}" (theme_id: String, body: UpdateBrandingThemeRequestContent);
    }
    {
    }
}

handles! {
    /// `customDomains`
    CustomDomains of Management
    {
        create CreateCustomDomain "POST /custom-domains" (body: CreateCustomDomainRequestContent);
        delete DeleteCustomDomain "DELETE /custom-domains/{id}" (id: String);
        get GetCustomDomain "GET /custom-domains/{id}" (id: String);
        get_default GetCustomDomainDefault "GET /custom-domains/default" ();
        list ListCustomDomains "GET /custom-domains" ();
        set_default SetCustomDomainDefault "PATCH /custom-domains/default" (body: SetDefaultCustomDomainRequestContent);
        test TestCustomDomains "POST /custom-domains/{id}/test" (id: String);
        update UpdateCustomDomain "PATCH /custom-domains/{id}" (id: String, body: UpdateCustomDomainRequestContent);
        verify VerifyCustomDomains "POST /custom-domains/{id}/verify" (id: String);
    }
    {
    }
}

handles! {
    /// `emailTemplates`
    EmailTemplates of Management
    {
        create CreateEmailTemplate "POST /email-templates" (body: CreateEmailTemplateRequestContent);
        get GetEmailTemplate "GET /email-templates/{templateName}" (template_name: EmailTemplateName);
        set SetEmailTemplate "PUT /email-templates/{templateName}" (template_name: EmailTemplateName, body: SetEmailTemplateRequestContent);
        update UpdateEmailTemplate "PATCH /email-templates/{templateName}" (template_name: EmailTemplateName, body: UpdateEmailTemplateRequestContent);
    }
    {
    }
}

handles! {
    /// `emails`
    Emails of Management
    {
    }
    {
        provider EmailsProvider;
    }
}

handles! {
    /// `emails.provider`
    EmailsProvider of Management
    {
        create CreateEmailProvider "POST /emails/provider" (body: CreateEmailProviderRequestContent);
        delete DeleteEmailProvider "DELETE /emails/provider" ();
        get GetEmailProvider "GET /emails/provider" ();
        update UpdateEmailProvider "PATCH /emails/provider" (body: UpdateEmailProviderRequestContent);
    }
    {
    }
}

handles! {
    /// `prompts`
    Prompts of Management
    {
        get_settings GetPromptSettings "GET /prompts" ();
        update_settings UpdatePromptSettings "PATCH /prompts" (body: UpdateSettingsRequestContent);
    }
    {
        custom_text PromptsCustomText;
        partials PromptsPartials;
        rendering PromptsRendering;
    }
}

handles! {
    /// `prompts.customText`
    PromptsCustomText of Management
    {
        get GetPromptCustomText "GET /prompts/{prompt}/custom-text/{language}" (prompt: PromptGroupName, language: PromptLanguage);
        set SetPromptCustomText "PUT /prompts/{prompt}/custom-text/{language}" (prompt: PromptGroupName, language: PromptLanguage, body: Map<String, Value>);
    }
    {
    }
}

handles! {
    /// `prompts.partials`
    PromptsPartials of Management
    {
        get GetPromptPartials "GET /prompts/{prompt}/partials" (prompt: PartialGroups);
        set SetPromptPartials "PUT /prompts/{prompt}/partials" (prompt: PartialGroups, body: Map<String, Value>);
    }
    {
    }
}

handles! {
    /// `prompts.rendering`
    PromptsRendering of Management
    {
        bulk_update BulkPromptRenderingUpdate "PATCH /prompts/rendering" (body: BulkUpdateAculRequestContent);
        get GetPromptRendering "GET /prompts/{prompt}/screen/{screen}/rendering" (prompt: PromptGroupName, screen: ScreenGroupName);
        list ListPromptRendering "GET /prompts/rendering" ();
        update UpdatePromptRendering "PATCH /prompts/{prompt}/screen/{screen}/rendering" (prompt: PromptGroupName, screen: ScreenGroupName, body: UpdateAculRequestContent);
    }
    {
    }
}
