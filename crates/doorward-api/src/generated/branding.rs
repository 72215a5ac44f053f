// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `branding` and what they speak of.

use crate::wire::prelude::*;

operation! {
    GetBranding of Management "branding.get" GET "/branding"
    ["read:branding"] -> Branding
    {}
    {}
}

operation! {
    CreateBrandingPhoneProvider of Management "branding.phone.providers.create" POST "/branding/phone/providers"
    ["create:phone_providers"] -> PhoneProviderSchemaMasked
    {
        body body "body": CreateBrandingPhoneProviderRequestContent,
    }
    {}
}

operation! {
    DeleteBrandingPhoneProvider of Management "branding.phone.providers.delete" DELETE "/branding/phone/providers/{id}"
    ["delete:phone_providers"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetBrandingPhoneProvider of Management "branding.phone.providers.get" GET "/branding/phone/providers/{id}"
    ["read:phone_providers"] -> PhoneProviderSchemaMasked
    {
        path id "id": String,
    }
    {}
}

operation! {
    ListBrandingPhoneProviders of Management "branding.phone.providers.list" GET "/branding/phone/providers"
    ["read:phone_providers"] -> ListBrandingPhoneProvidersResponseContent
    {}
    {
        query disabled "disabled": Option<bool>,
    }
}

list! { ListBrandingPhoneProviders: PhoneProviderSchemaMasked, }

operation! {
    TestBrandingPhoneProviders of Management "branding.phone.providers.test" POST "/branding/phone/providers/{id}/try"
    ["create:phone_providers"] -> PhoneProviderSendTest
    {
        path id "id": String,
        body body "body": CreatePhoneProviderSendTestRequestContent,
    }
    {}
}

operation! {
    UpdateBrandingPhoneProvider of Management "branding.phone.providers.update" PATCH "/branding/phone/providers/{id}"
    ["update:phone_providers"] -> PhoneProviderSchemaMasked
    {
        path id "id": String,
        body body "body": UpdateBrandingPhoneProviderRequestContent,
    }
    {}
}

operation! {
    CreateBrandingPhoneTemplate of Management "branding.phone.templates.create" POST "/branding/phone/templates"
    ["create:phone_templates"] -> PhoneTemplate
    {
        body body "body": CreatePhoneTemplateRequestContent,
    }
    {}
}

operation! {
    DeleteBrandingPhoneTemplate of Management "branding.phone.templates.delete" DELETE "/branding/phone/templates/{id}"
    ["delete:phone_templates"] -> NoContent
    {
        path id "id": String,
    }
    {}
}

operation! {
    GetBrandingPhoneTemplate of Management "branding.phone.templates.get" GET "/branding/phone/templates/{id}"
    ["read:phone_templates"] -> PhoneTemplate
    {
        path id "id": String,
    }
    {}
}

operation! {
    ListBrandingPhoneTemplates of Management "branding.phone.templates.list" GET "/branding/phone/templates"
    ["read:phone_templates"] -> ListPhoneTemplatesResponseContent
    {}
    {
        query disabled "disabled": Option<bool>,
    }
}

list! { ListBrandingPhoneTemplates: PhoneTemplate, }

operation! {
    ResetBrandingPhoneTemplates of Management "branding.phone.templates.reset" PATCH "/branding/phone/templates/{id}/reset"
    ["update:phone_templates"] -> PhoneTemplate
    {
        path id "id": String,
        body body "body": Value,
    }
    {}
}

operation! {
    TestBrandingPhoneTemplates of Management "branding.phone.templates.test" POST "/branding/phone/templates/{id}/try"
    ["create:phone_templates"] -> PhoneTemplateTestNotification
    {
        path id "id": String,
        body body "body": CreatePhoneTemplateTestNotificationRequestContent,
    }
    {
        header auth0_custom_domain "auth0-custom-domain": Option<String>,
    }
}

operation! {
    UpdateBrandingPhoneTemplate of Management "branding.phone.templates.update" PATCH "/branding/phone/templates/{id}"
    ["update:phone_templates"] -> PhoneTemplate
    {
        path id "id": String,
        body body "body": UpdatePhoneTemplateRequestContent,
    }
    {}
}

operation! {
    DeleteBrandingTemplateUniversalLogin of Management "branding.templates.deleteUniversalLogin" DELETE "/branding/templates/universal-login"
    ["delete:branding"] -> NoContent
    {}
    {}
}

operation! {
    GetBrandingTemplateUniversalLogin of Management "branding.templates.getUniversalLogin" GET "/branding/templates/universal-login"
    ["read:branding"] -> UniversalLoginTemplate
    {}
    {}
}

operation! {
    UpdateBrandingTemplateUniversalLogin of Management "branding.templates.updateUniversalLogin" PUT "/branding/templates/universal-login"
    ["update:branding"] -> NoContent
    {
        body body "body": UpdateUniversalLoginTemplateRequestContent,
    }
    {}
}

operation! {
    CreateBrandingTheme of Management "branding.themes.create" POST "/branding/themes"
    ["update:branding"] -> BrandingTheme
    {
        body body "body": CreateBrandingThemeRequestContent,
    }
    {}
}

operation! {
    DeleteBrandingTheme of Management "branding.themes.delete" DELETE "/branding/themes/{themeId}"
    ["delete:branding"] -> NoContent
    {
        path theme_id "themeId": String,
    }
    {}
}

operation! {
    GetBrandingTheme of Management "branding.themes.get" GET "/branding/themes/{themeId}"
    ["read:branding"] -> BrandingTheme
    {
        path theme_id "themeId": String,
    }
    {}
}

operation! {
    GetBrandingThemeDefault of Management "branding.themes.getDefault" GET "/branding/themes/default"
    ["read:branding"] -> BrandingTheme
    {}
    {}
}

operation! {
    UpdateBrandingTheme of Management "branding.themes.update" PATCH "/branding/themes/{themeId}"
    ["update:branding"] -> BrandingTheme
    {
        path theme_id "themeId": String,
        body body "body": UpdateBrandingThemeRequestContent,
    }
    {}
}

operation! {
    UpdateBranding of Management "branding.update" PATCH "/branding"
    ["update:branding"] -> Branding
    {
        body body "body": UpdateBrandingRequestContent,
    }
    {}
}

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<GetBranding>(),
    NamedOperation::of::<CreateBrandingPhoneProvider>(),
    NamedOperation::of::<DeleteBrandingPhoneProvider>(),
    NamedOperation::of::<GetBrandingPhoneProvider>(),
    NamedOperation::of::<ListBrandingPhoneProviders>(),
    NamedOperation::of::<TestBrandingPhoneProviders>(),
    NamedOperation::of::<UpdateBrandingPhoneProvider>(),
    NamedOperation::of::<CreateBrandingPhoneTemplate>(),
    NamedOperation::of::<DeleteBrandingPhoneTemplate>(),
    NamedOperation::of::<GetBrandingPhoneTemplate>(),
    NamedOperation::of::<ListBrandingPhoneTemplates>(),
    NamedOperation::of::<ResetBrandingPhoneTemplates>(),
    NamedOperation::of::<TestBrandingPhoneTemplates>(),
    NamedOperation::of::<UpdateBrandingPhoneTemplate>(),
    NamedOperation::of::<DeleteBrandingTemplateUniversalLogin>(),
    NamedOperation::of::<GetBrandingTemplateUniversalLogin>(),
    NamedOperation::of::<UpdateBrandingTemplateUniversalLogin>(),
    NamedOperation::of::<CreateBrandingTheme>(),
    NamedOperation::of::<DeleteBrandingTheme>(),
    NamedOperation::of::<GetBrandingTheme>(),
    NamedOperation::of::<GetBrandingThemeDefault>(),
    NamedOperation::of::<UpdateBrandingTheme>(),
    NamedOperation::of::<UpdateBranding>(),
];

object! {
    /// `Branding`
    Branding {
        /// (at least 1 members)
        colors "colors": Option<BrandingColors>,
        /// (format `strict-https-uri`)
        favicon_url "favicon_url": Option<String>,
        /// (format `strict-https-uri`)
        logo_url "logo_url": Option<String>,
        /// (at least 1 members)
        font "font": Option<BrandingFont>,
    }
}

object! {
    /// `BrandingColors`
    BrandingColors {
        /// (format `html-color`)
        primary "primary": Option<String>,
        page_background "page_background": Option<BrandingPageBackground>,
    }
}

object! {
    /// `BrandingFont`
    BrandingFont {
        /// (format `strict-https-uri`)
        url "url": Option<String>,
    }
}

union! {
    /// `BrandingPageBackground`
    BrandingPageBackground {
        String(String),
        Object(Map<String, Value>),
    }
}

object! {
    /// `BrandingTheme`
    BrandingTheme (..) {
        borders "borders": BrandingThemeBorders,
        colors "colors": BrandingThemeColors,
        /// (at most 2048 characters)
        display_name "displayName": String,
        fonts "fonts": BrandingThemeFonts,
        page_background "page_background": BrandingThemePageBackground,
        /// (at most 32 characters)
        theme_id "themeId": String,
        widget "widget": BrandingThemeWidget,
    }
}

object! {
    /// `BrandingThemeBorders`
    BrandingThemeBorders (..) {
        /// (1 to 10)
        button_border_radius "button_border_radius": Number,
        /// (0 to 10)
        button_border_weight "button_border_weight": Number,
        buttons_style "buttons_style": BrandingThemeBordersButtonsStyle,
        /// (0 to 10)
        input_border_radius "input_border_radius": Number,
        /// (0 to 3)
        input_border_weight "input_border_weight": Number,
        inputs_style "inputs_style": BrandingThemeBordersInputsStyle,
        show_widget_shadow "show_widget_shadow": bool,
        /// (0 to 10)
        widget_border_weight "widget_border_weight": Number,
        /// (0 to 50)
        widget_corner_radius "widget_corner_radius": Number,
    }
}

string_enum! {
    /// `BrandingThemeBordersButtonsStyle`
    BrandingThemeBordersButtonsStyle {
        Pill = "pill",
        Rounded = "rounded",
        Sharp = "sharp",
    }
}

string_enum! {
    /// `BrandingThemeBordersInputsStyle`
    BrandingThemeBordersInputsStyle {
        Pill = "pill",
        Rounded = "rounded",
        Sharp = "sharp",
    }
}

object! {
    /// `BrandingThemeColors`
    BrandingThemeColors (..) {
        base_focus_color "base_focus_color": Option<String>,
        base_hover_color "base_hover_color": Option<String>,
        body_text "body_text": String,
        captcha_widget_theme "captcha_widget_theme": Option<BrandingThemeColorsCaptchaWidgetTheme>,
        error "error": String,
        header "header": String,
        icons "icons": String,
        input_background "input_background": String,
        input_border "input_border": String,
        input_filled_text "input_filled_text": String,
        input_labels_placeholders "input_labels_placeholders": String,
        links_focused_components "links_focused_components": String,
        primary_button "primary_button": String,
        primary_button_label "primary_button_label": String,
        read_only_background "read_only_background": Option<String>,
        secondary_button_border "secondary_button_border": String,
        secondary_button_label "secondary_button_label": String,
        success "success": String,
        widget_background "widget_background": String,
        widget_border "widget_border": String,
    }
}

string_enum! {
    /// `BrandingThemeColorsCaptchaWidgetTheme`
    BrandingThemeColorsCaptchaWidgetTheme {
        Auto = "auto",
        Dark = "dark",
        Light = "light",
    }
}

object! {
    /// `BrandingThemeFontBodyText`
    BrandingThemeFontBodyText (bold: bool, size: Number) {
        bold "bold": bool,
        /// (0 to 150)
        size "size": Number,
    }
}

object! {
    /// `BrandingThemeFontButtonsText`
    BrandingThemeFontButtonsText (bold: bool, size: Number) {
        bold "bold": bool,
        /// (0 to 150)
        size "size": Number,
    }
}

object! {
    /// `BrandingThemeFontInputLabels`
    BrandingThemeFontInputLabels (bold: bool, size: Number) {
        bold "bold": bool,
        /// (0 to 150)
        size "size": Number,
    }
}

object! {
    /// `BrandingThemeFontLinks`
    BrandingThemeFontLinks (bold: bool, size: Number) {
        bold "bold": bool,
        /// (0 to 150)
        size "size": Number,
    }
}

string_enum! {
    /// `BrandingThemeFontLinksStyle`
    BrandingThemeFontLinksStyle {
        Normal = "normal",
        Underlined = "underlined",
    }
}

object! {
    /// `BrandingThemeFontSubtitle`
    BrandingThemeFontSubtitle (bold: bool, size: Number) {
        bold "bold": bool,
        /// (0 to 150)
        size "size": Number,
    }
}

object! {
    /// `BrandingThemeFontTitle`
    BrandingThemeFontTitle (bold: bool, size: Number) {
        bold "bold": bool,
        /// (75 to 150)
        size "size": Number,
    }
}

object! {
    /// `BrandingThemeFonts`
    BrandingThemeFonts (..) {
        body_text "body_text": BrandingThemeFontBodyText,
        buttons_text "buttons_text": BrandingThemeFontButtonsText,
        font_url "font_url": String,
        input_labels "input_labels": BrandingThemeFontInputLabels,
        links "links": BrandingThemeFontLinks,
        links_style "links_style": BrandingThemeFontLinksStyle,
        /// (12 to 24)
        reference_text_size "reference_text_size": Number,
        subtitle "subtitle": BrandingThemeFontSubtitle,
        title "title": BrandingThemeFontTitle,
    }
}

object! {
    /// `BrandingThemePageBackground`
    BrandingThemePageBackground (background_color: String, background_image_url: String, page_layout: BrandingThemePageBackgroundPageLayout) {
        background_color "background_color": String,
        background_image_url "background_image_url": String,
        page_layout "page_layout": BrandingThemePageBackgroundPageLayout,
    }
}

string_enum! {
    /// `BrandingThemePageBackgroundPageLayout`
    BrandingThemePageBackgroundPageLayout {
        Center = "center",
        Left = "left",
        Right = "right",
    }
}

object! {
    /// `BrandingThemeWidget`
    BrandingThemeWidget (header_text_alignment: BrandingThemeWidgetHeaderTextAlignment, logo_height: Number, logo_position: BrandingThemeWidgetLogoPosition, logo_url: String, social_buttons_layout: BrandingThemeWidgetSocialButtonsLayout) {
        header_text_alignment "header_text_alignment": BrandingThemeWidgetHeaderTextAlignment,
        /// (1 to 100)
        logo_height "logo_height": Number,
        logo_position "logo_position": BrandingThemeWidgetLogoPosition,
        logo_url "logo_url": String,
        social_buttons_layout "social_buttons_layout": BrandingThemeWidgetSocialButtonsLayout,
    }
}

string_enum! {
    /// `BrandingThemeWidgetHeaderTextAlignment`
    BrandingThemeWidgetHeaderTextAlignment {
        Center = "center",
        Left = "left",
        Right = "right",
    }
}

string_enum! {
    /// `BrandingThemeWidgetLogoPosition`
    BrandingThemeWidgetLogoPosition {
        Center = "center",
        Left = "left",
        None = "none",
        Right = "right",
    }
}

string_enum! {
    /// `BrandingThemeWidgetSocialButtonsLayout`
    BrandingThemeWidgetSocialButtonsLayout {
        Bottom = "bottom",
        Top = "top",
    }
}

object! {
    /// `CreateBrandingPhoneProviderRequestContent`
    CreateBrandingPhoneProviderRequestContent (name: PhoneProviderName, credentials: PhoneProviderCredentials) {
        /// (1 to 100 characters)
        name "name": PhoneProviderName,
        disabled "disabled": Option<bool>,
        configuration "configuration": Option<PhoneProviderConfiguration>,
        credentials "credentials": PhoneProviderCredentials,
    }
}

object! {
    /// `CreateBrandingThemeRequestContent`
    CreateBrandingThemeRequestContent (borders: BrandingThemeBorders, colors: BrandingThemeColors, fonts: BrandingThemeFonts, page_background: BrandingThemePageBackground, widget: BrandingThemeWidget) {
        borders "borders": BrandingThemeBorders,
        colors "colors": BrandingThemeColors,
        /// (at most 2048 characters)
        display_name "displayName": Option<String>,
        fonts "fonts": BrandingThemeFonts,
        page_background "page_background": BrandingThemePageBackground,
        widget "widget": BrandingThemeWidget,
    }
}

object! {
    /// `CreatePhoneProviderSendTestRequestContent`
    CreatePhoneProviderSendTestRequestContent (to: String) {
        /// (1 to 16 characters)
        to "to": String,
        /// (1 to 10 characters)
        delivery_method "delivery_method": Option<PhoneProviderDeliveryMethod>,
    }
}

object! {
    /// `CreatePhoneTemplateRequestContent`
    CreatePhoneTemplateRequestContent {
        /// (at most 255 characters)
        type_ "type": Option<PhoneTemplateNotificationType>,
        disabled "disabled": Option<bool>,
        /// (at least 1 members)
        content "content": Option<PhoneTemplateContent>,
    }
}

object! {
    /// `CreatePhoneTemplateTestNotificationRequestContent`
    CreatePhoneTemplateTestNotificationRequestContent (to: String) {
        /// (1 to 16 characters)
        to "to": String,
        /// (1 to 10 characters)
        delivery_method "delivery_method": Option<PhoneProviderDeliveryMethod>,
    }
}

object! {
    /// `CustomProviderConfiguration`
    CustomProviderConfiguration (delivery_methods: Vec<CustomProviderDeliveryMethod>) {
        /// (at least 1 items)
        delivery_methods "delivery_methods": Vec<CustomProviderDeliveryMethod>,
    } in_union
}

envelope! { object CustomProviderConfiguration.delivery_methods: CustomProviderDeliveryMethod }

string_enum! {
    /// `CustomProviderDeliveryMethod`
    CustomProviderDeliveryMethod {
        Text = "text",
        Voice = "voice",
    }
}

object! {
    /// `GetUniversalLoginTemplate`
    GetUniversalLoginTemplate {
        body "body": Option<String>,
    } in_union
}

object! {
    /// `ListBrandingPhoneProvidersResponseContent`
    ListBrandingPhoneProvidersResponseContent {
        providers "providers": Option<Vec<PhoneProviderSchemaMasked>>,
    }
}

envelope! { object ListBrandingPhoneProvidersResponseContent.providers: PhoneProviderSchemaMasked }

object! {
    /// `ListPhoneTemplatesResponseContent`
    ListPhoneTemplatesResponseContent {
        templates "templates": Option<Vec<PhoneTemplate>>,
    }
}

envelope! { object ListPhoneTemplatesResponseContent.templates: PhoneTemplate }

object! {
    /// `PartialPhoneTemplateContent`
    PartialPhoneTemplateContent {
        /// (1 to 16 characters)
        from "from": Option<String>,
        /// (at least 1 members)
        body "body": Option<PhoneTemplateBody>,
    }
}

string_enum! {
    /// `PhoneProviderChannel`
    PhoneProviderChannel {
        Phone = "phone",
    }
}

union! {
    /// `PhoneProviderConfiguration`
    PhoneProviderConfiguration {
        TwilioProviderConfiguration(TwilioProviderConfiguration),
        CustomProviderConfiguration(CustomProviderConfiguration),
    }
}

union! {
    /// `PhoneProviderCredentials`
    PhoneProviderCredentials {
        TwilioProviderCredentials(TwilioProviderCredentials),
        Object(Map<String, Value>),
    }
}

string_enum! {
    /// `PhoneProviderDeliveryMethod`
    PhoneProviderDeliveryMethod {
        Text = "text",
        Voice = "voice",
    }
}

string_enum! {
    /// `PhoneProviderName`
    PhoneProviderName {
        Twilio = "twilio",
        Custom = "custom",
    }
}

object! {
    /// `PhoneProviderSchemaMasked`
    PhoneProviderSchemaMasked (name: PhoneProviderName) {
        /// (1 to 255 characters)
        id "id": Option<String>,
        /// (1 to 255 characters)
        tenant "tenant": Option<String>,
        /// (1 to 100 characters)
        name "name": PhoneProviderName,
        /// (at most 100 characters)
        channel "channel": Option<PhoneProviderChannel>,
        disabled "disabled": Option<bool>,
        configuration "configuration": Option<PhoneProviderConfiguration>,
        /// (at most 27 characters, format `date-time`)
        created_at "created_at": Option<String>,
        /// (at most 27 characters, format `date-time`)
        updated_at "updated_at": Option<String>,
    }
}

object! {
    /// `PhoneProviderSendTest`
    PhoneProviderSendTest {
        code "code": Option<Number>,
        message "message": Option<String>,
    }
}

object! {
    /// `PhoneTemplate`
    PhoneTemplate (content: PhoneTemplateContent, type_: PhoneTemplateNotificationType, disabled: bool) {
        /// (1 to 255 characters)
        id "id": Option<String>,
        channel "channel": Option<String>,
        customizable "customizable": Option<bool>,
        /// (1 to 255 characters)
        tenant "tenant": Option<String>,
        /// (at least 1 members)
        content "content": PhoneTemplateContent,
        /// (at most 255 characters)
        type_ "type": PhoneTemplateNotificationType,
        disabled "disabled": bool,
    }
}

object! {
    /// `PhoneTemplateBody`
    PhoneTemplateBody {
        /// (1 to 20000 characters)
        text "text": Option<String>,
        /// (1 to 20000 characters)
        voice "voice": Option<String>,
    }
}

object! {
    /// `PhoneTemplateContent`
    PhoneTemplateContent {
        syntax "syntax": Option<String>,
        /// (1 to 16 characters)
        from "from": Option<String>,
        /// (at least 1 members)
        body "body": Option<PhoneTemplateBody>,
    }
}

string_enum! {
    /// `PhoneTemplateNotificationType`
    PhoneTemplateNotificationType {
        OtpVerify = "otp_verify",
        OtpEnroll = "otp_enroll",
        ChangePassword = "change_password",
        BlockedAccount = "blocked_account",
        PasswordBreach = "password_breach",
    }
}

object! {
    /// `PhoneTemplateTestNotification`
    PhoneTemplateTestNotification (message: String) {
        message "message": String,
    }
}

object! {
    /// `TwilioProviderConfiguration`
    TwilioProviderConfiguration (sid: String, delivery_methods: Vec<TwilioProviderDeliveryMethod>) {
        default_from "default_from": Option<String>,
        mssid "mssid": Option<String>,
        sid "sid": String,
        /// (at least 1 items)
        delivery_methods "delivery_methods": Vec<TwilioProviderDeliveryMethod>,
    } in_union
}

object! {
    /// `TwilioProviderCredentials`
    TwilioProviderCredentials (auth_token: String) {
        /// (1 to 255 characters)
        auth_token "auth_token": String,
    } in_union
}

string_enum! {
    /// `TwilioProviderDeliveryMethod`
    TwilioProviderDeliveryMethod {
        Text = "text",
        Voice = "voice",
    }
}

union! {
    /// `UniversalLoginTemplate`
    UniversalLoginTemplate {
        GetUniversalLoginTemplate(GetUniversalLoginTemplate),
        String(String),
    }
}

object! {
    /// `UpdateBrandingColors`
    UpdateBrandingColors {
        /// (format `html-color-or-null`)
        primary "primary": Nullable<String>,
        page_background "page_background": Nullable<UpdateBrandingPageBackground>,
    }
}

object! {
    /// `UpdateBrandingFont`
    UpdateBrandingFont {
        /// (format `strict-https-uri-or-null`)
        url "url": Nullable<String>,
    }
}

union! {
    /// `UpdateBrandingPageBackground`
    UpdateBrandingPageBackground {
        String(String),
        Object(Map<String, Value>),
    }
}

object! {
    /// `UpdateBrandingPhoneProviderRequestContent`
    UpdateBrandingPhoneProviderRequestContent {
        /// (1 to 100 characters)
        name "name": Option<PhoneProviderName>,
        disabled "disabled": Option<bool>,
        credentials "credentials": Option<PhoneProviderCredentials>,
        configuration "configuration": Option<PhoneProviderConfiguration>,
    }
}

object! {
    /// `UpdateBrandingRequestContent`
    UpdateBrandingRequestContent {
        /// (at least 1 members)
        colors "colors": Nullable<UpdateBrandingColors>,
        /// (format `strict-https-uri-or-null`)
        favicon_url "favicon_url": Nullable<String>,
        /// (format `strict-https-uri-or-null`)
        logo_url "logo_url": Nullable<String>,
        /// (at least 1 members)
        font "font": Nullable<UpdateBrandingFont>,
    }
}

object! {
    /// `UpdateBrandingThemeRequestContent`
    UpdateBrandingThemeRequestContent (borders: BrandingThemeBorders, colors: BrandingThemeColors, fonts: BrandingThemeFonts, page_background: BrandingThemePageBackground, widget: BrandingThemeWidget) {
        borders "borders": BrandingThemeBorders,
        colors "colors": BrandingThemeColors,
        /// (at most 2048 characters)
        display_name "displayName": Option<String>,
        fonts "fonts": BrandingThemeFonts,
        page_background "page_background": BrandingThemePageBackground,
        widget "widget": BrandingThemeWidget,
    }
}

object! {
    /// `UpdatePhoneTemplateRequestContent`
    UpdatePhoneTemplateRequestContent {
        /// (at least 1 members)
        content "content": Option<PartialPhoneTemplateContent>,
        disabled "disabled": Option<bool>,
    }
}

union! {
    /// `UpdateUniversalLoginTemplateRequestContent`
    UpdateUniversalLoginTemplateRequestContent {
        String(String),
        UpdateUniversalLoginTemplateRequestContent2(UpdateUniversalLoginTemplateRequestContent2),
    }
}

object! {
    /// `UpdateUniversalLoginTemplateRequestContent2`
    UpdateUniversalLoginTemplateRequestContent2 (template: String) {
        /// (at most 102400 characters)
        template "template": String,
    } in_union
}
